from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="agency-social-workers",
    called=("P1",),
    title="Posts filled by agency social workers",
    question="How many posts for permanent social workers are filled by agency workers?",
    shape=Shape.COUNT,
    unit="posts",
    polarity=Polarity.LOWER,
    chart=Chart.STOCK,
    group=Group.SERVICE,
    by=(),
    source=(
        "The council’s staff records, on the last day of the month. Proxy indicator 1 of the seven "
        "that a scrutiny panel asked to see each quarter."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The panel’s papers print posts, 64 and then 50, against “the national average of 23%”: a "
        "number of posts cannot be held against a percentage.",
        "It falls also when a post is left empty.",
    ),
)
