from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="spent-on-children-in-care",
    called=("CP4",),
    title="Spent on children in care",
    question="What share of what children’s services spend goes on children in care?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.LOWER,
    chart=Chart.PERCENTAGE,
    group=Group.SERVICE,
    over=Over.QUARTER,
    by=(),
    source=(
        "The council’s accounts: pounds spent on children in care, of pounds spent by children’s "
        "services in the quarter. Measure CP4 of the corporate parenting scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It falls when more is spent on families whose children are not in care, though a child in "
        "care costs as much as before.",
        "It says nothing of how much is spent: both sums can rise.",
    ),
)
