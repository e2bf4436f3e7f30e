from datetime import date

from oversight.indicators.indicator import Chart, Group, Indicator, Over, Polarity, Shape

INDICATOR = Indicator(
    code="kept-out-of-care",
    called=("CP20",),
    title="Young people kept out of care",
    question=(
        "Of the young people on the edge of care with whom the service worked in the last twelve "
        "months, what share are not in care?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.PERCENTAGE,
    group=Group.CARE,
    over=Over.YEAR,
    by=(),
    source=(
        "The edge of care service: young people not in care on the last day of the month, of all "
        "with whom it worked in the twelve months to it. Measure CP20 of the corporate parenting "
        "scorecard."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It cannot tell how many would have come into care without the service: whoever it takes "
        "on with little risk makes it better.",
        "One council’s papers print 100% in mid 2021 and 74% half a year later: 37 of 50. See how "
        "many it is a share of.",
    ),
)
