from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="care-leavers-in-suitable-homes",
    called=("CP24",),
    title="Care leavers in suitable homes",
    question="What share of care-experienced young adults live in a suitable home?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.LEAVING,
    by=(),
    source=(
        "The leaving care service: care leavers in suitable accommodation, of all that it serves, "
        "on the last day of the month. Measure CP24 of the corporate parenting scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The worker judges what is suitable: for one young person it is a room that for another "
        "it is not.",
        "Prison is not suitable, and those with whom the service is not in touch are below the "
        "line.",
    ),
)
