from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="adopters-in-assessment",
    called=("A13",),
    title="Applications to adopt that are still assessed",
    question=(
        "How many families have applied to adopt and are neither approved nor turned down yet?"
    ),
    shape=Shape.COUNT,
    unit="families",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    source=(
        "Adoption scorecard measure A13, Department for Education, or the adoption agency’s "
        "quarterly report."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=("A high number can mean many who want to adopt, or a slow assessment.",),
)
