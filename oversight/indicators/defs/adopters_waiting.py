from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="adopters-waiting",
    called=("A11",),
    title="Approved adopters who wait for a match",
    question="How many families are approved to adopt and not matched with a child?",
    shape=Shape.COUNT,
    unit="families",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.ADOPTION,
    source=(
        "Adoption scorecard measure A11, Department for Education, or the adoption agency’s "
        "quarterly report."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Families of a regional agency wait for the children of several councils.",
        "More families are good for children who wait, and hard on families when there are few "
        "children: look at both.",
    ),
)
