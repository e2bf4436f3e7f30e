from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="still-with-former-carers",
    called=("CP18",),
    title="Still with their former foster carers",
    question=(
        "What share of care-experienced young adults still live with the foster carers they had?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.LEAVING,
    by=(),
    source=(
        "The leaving care service: care leavers aged 18 and over who live with former foster "
        "carers, of all care leavers that it serves, on the last day of the month. Measure CP18 "
        "of the corporate parenting scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Below the line are all care leavers. Most of them were not in a foster home when they "
        "turned 18 and could not have stayed there: a share of those who were is fairer.",
        "National figures are of young people who turned 19 in the year, and are much higher.",
    ),
)
