from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Polarity, Shape

INDICATOR = Indicator(
    code="learning-or-working-at-16",
    called=("CP22",),
    title="Aged 16 or 17 in education, training or work",
    question="What share of children in care aged 16 or 17 are in education, training or work?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    by=(),
    source=(
        "The virtual school: children in care aged 16 and 17 in education, training or work, of "
        "all of that age, on the last day of the month. Measure CP22 of the corporate parenting "
        "scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls each September, when courses have ended and new ones are not yet counted.",
        "Young people who came to the country lately and wait for a course are in it.",
    ),
)
