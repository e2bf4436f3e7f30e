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
from oversight.indicators.shared.stretches import IN_CARE_A_YEAR, both, lately

INDICATOR = Indicator(
    code="dentist-in-a-year",
    title="Seen by a dentist within a year",
    question=(
        "Of the children in care for a year or longer, what share saw a dentist in the last "
        "twelve months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=12,
    recorded=True,
    numerator=Counted(
        "Those of them whose check by a dentist is in the twelve months that end with the day.",
        both(IN_CARE_A_YEAR, lately("wellbeing", "done_on", "12 months", "kind = 'dentist'")),
    ),
    denominator=Counted(
        "Children who have been in care for twelve months or longer on the day, without a break.",
        IN_CARE_A_YEAR,
    ),
    source=(
        "Department for Education, statistics of outcomes (OC2): teeth checked by a dentist in "
        "the year. One council printed 66.1% in December 2021."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Babies count too, though many dentists see them late.",
        "The yearly return asks for it once, for the year to 31 March: between those days the "
        "figure is the tracker’s own.",
    ),
    examples=(
        Example(
            "in the twelve months; the day before them; another check",
            (
                "care 2023-06-30; status C2 2023-06-30; check dentist 2023-07-01",
                "care 2023-06-30; status C2 2023-06-30; check dentist 2023-09-01; check dentist "
                "2024-05-01",
                "care 2023-06-30; status C2 2023-06-30; check dentist 2023-06-30",
                "care 2023-06-30; status C2 2023-06-30; check optician 2024-05-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "in care for less than a year; in care again, before which the check was",
            (
                "care 2023-07-01; status C2 2023-07-01; check dentist 2024-01-01",
                "care 2022-01-01 .. 2023-06-01; status C2 2022-01-01 .. 2023-06-01;"
                " care 2023-06-20; status C2 2023-06-20; check dentist 2023-07-10",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
