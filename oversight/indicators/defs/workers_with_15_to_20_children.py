from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="workers-with-15-to-20-children",
    called=("CP5",),
    title="Social workers with 15 to 20 children",
    question="Of the social workers who hold children’s cases, what share have 15 to 20 children?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.NEUTRAL,
    chart=Chart.STOCK,
    group=Group.SERVICE,
    by=(),
    source=(
        "The council’s staff records: full-time equivalents with 15 to 20 children, of all who "
        "have any, on the last day of the month. Measure CP5 of the corporate parenting scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Neither way is better: it falls when workers have fewer than 15 children, and when they "
        "have more than 20. Papers of one council call a fall better in one year and worse in "
        "the next.",
        "It counts full-time equivalents and not people; a worker with half the hours and ten "
        "children has as much to do as one with twenty.",
    ),
)
