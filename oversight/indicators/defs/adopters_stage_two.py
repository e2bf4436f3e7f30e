from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="adopters-stage-two",
    title="Stage two of the assessment of adopters",
    question=(
        "Of the families approved in the quarter, how many days did stage two of their "
        "assessment take on average?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    over=Over.QUARTER,
    source=(
        "The adoption agency’s quarterly report. Statutory guidance gives stage two four months, "
        "which is counted as 121 days."
    ),
    kind="measure of the adoption agency",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Those on the fast track go straight to stage two: reports give them apart, or among the "
        "others.",
        "It counts those who were approved: families still in it for long are not seen.",
    ),
)
