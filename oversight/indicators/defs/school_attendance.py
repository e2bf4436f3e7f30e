from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="school-attendance",
    title="School attendance",
    question="What share of the half-days of school in the month did children in care attend?",
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.QUALITY,
    over=Over.MONTH,
    source=(
        "The virtual school’s monthly report, or the system that takes attendance from schools."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Children without a school place are in no register, and in no attendance.",
        "Over holidays there is no figure; a month with few school days says little.",
    ),
)
