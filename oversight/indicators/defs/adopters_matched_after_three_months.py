from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="adopters-matched-after-three-months",
    called=("A12",),
    title="Adopters who waited three months or more for a match",
    question=(
        "Of the families matched with a child in the twelve months, what share had been approved "
        "for three months or more?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.PERCENTAGE,
    group=Group.ADOPTION,
    over=Over.YEAR,
    source=(
        "Adoption scorecard measure A12, Department for Education, or the adoption agency’s "
        "quarterly report."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Reports give it as the share that waited three months or more, and also as the share "
        "that did not: look which.",
    ),
)
