from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="adopters-stage-one",
    title="Stage one of the assessment of adopters",
    question=(
        "Of the families who finished stage one of their assessment in the quarter, how many "
        "days did it take on average?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    over=Over.QUARTER,
    source=(
        "The adoption agency’s quarterly report. Statutory guidance gives stage one two months, "
        "which is counted as 60 days."
    ),
    kind="measure of the adoption agency",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "A family may pause between the stages; that time is in neither.",
        "It counts those who finished: families still in it for long are not seen.",
    ),
)
