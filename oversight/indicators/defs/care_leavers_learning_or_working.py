from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="care-leavers-learning-or-working",
    called=("CP23",),
    title="Care leavers in education, training or work",
    question="What share of care-experienced young adults are in education, training or work?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.LEAVING,
    by=(),
    source=(
        "The leaving care service: care leavers in education, training or work, of all that it "
        "serves, on the last day of the month. Measure CP23 of the corporate parenting scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Those with whom the service is not in touch are below the line: losing touch lowers it.",
        "Young parents and people who are ill are in it. National figures are of young people "
        "around their birthdays from 17 to 21.",
    ),
)
