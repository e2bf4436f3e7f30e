from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    Indicator,
    Polarity,
    Shape,
)
from oversight.indicators.shared.stretches import IN_CARE_A_YEAR, both, either, lately

KINDS = "kind IN ('initial-health', 'review-health')"
SIX_MONTHS = lately("wellbeing", "done_on", "6 months", KINDS)
TWELVE_FROM_FIVE = f"""
SELECT wellbeing.child_id, greatest(done_on, five_on) AS starts_on,
    (done_on + interval '12 months')::date AS ends_on
FROM wellbeing
JOIN child ON child.child_id = wellbeing.child_id
WHERE {KINDS} AND born_on IS NOT NULL
"""

INDICATOR = Indicator(
    code="health-assessed",
    title="Health assessment up to date",
    question=(
        "Of the children in care for a year or longer, what share had a health assessment in the "
        "last twelve months, or six if they are under five?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=12,
    recorded=True,
    numerator=Counted(
        "Those of them with an initial or a review health assessment in the twelve months that "
        "end with the day; under five years of age, in the six months.",
        both(IN_CARE_A_YEAR, either(SIX_MONTHS, TWELVE_FROM_FIVE)),
    ),
    denominator=Counted(
        "Children who have been in care for twelve months or longer on the day, without a break.",
        IN_CARE_A_YEAR,
    ),
    source=(
        "The population is that of the Department for Education’s statistics of outcomes (OC2); "
        "how often is regulation 7 of the care planning regulations."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "The yearly return asks for it once, for the year to 31 March: between those days the "
        "figure is the tracker’s own.",
        "One council left out young people who did not want an assessment (90.8% in December "
        "2021): here they count as without.",
        "Children in care for less than a year are not in it; their first assessment has a clock "
        "of its own.",
    ),
    examples=(
        Example(
            "in the twelve months; the day before them; never; in care for a day less than a year",
            (
                "born 2012-05-10; care 2023-06-30; status C2 2023-06-30; check review-health "
                "2023-07-01",
                "born 2012-05-10; care 2023-06-30; status C2 2023-06-30; check initial-health "
                "2024-06-30",
                "born 2012-05-10; care 2023-06-30; status C2 2023-06-30; check review-health "
                "2023-06-30",
                "born 2012-05-10; care 2023-06-30; status C2 2023-06-30",
                "born 2012-05-10; care 2023-07-01; status C2 2023-07-01;"
                " check initial-health 2023-08-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "three years old, five and six months ago; five since May, ten months ago",
            (
                "born 2021-01-01; care 2023-06-30; status C2 2023-06-30; check review-health "
                "2024-01-01",
                "born 2021-01-01; care 2023-06-30; status C2 2023-06-30; check review-health "
                "2023-12-31",
                "born 2019-05-01; care 2023-06-30; status C2 2023-06-30; check review-health "
                "2023-09-01",
            ),
            "2024-06-30",
            2,
            of=3,
            value=66.7,
        ),
    ),
)
