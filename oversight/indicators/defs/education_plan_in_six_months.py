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
from oversight.indicators.shared.stretches import OF_SCHOOL_AGE, both, lately

PLANNED = lately("wellbeing", "done_on", "6 months", "kind IN ('pep-started', 'pep-meeting')")

INDICATOR = Indicator(
    code="education-plan-in-six-months",
    title="Plan for learning within six months",
    question=(
        "What share of children in care of school age had a personal education plan made or "
        "looked at in the last six months?"
    ),
    shape=Shape.PERCENT,
    unit="%",
    polarity=Polarity.HIGHER,
    chart=Chart.STOCK,
    group=Group.QUALITY,
    looks_back=6,
    recorded=True,
    numerator=Counted(
        "Those of them whose personal education plan (PEP) was started, or met about, in the six "
        "months that end with the day.",
        both(OF_SCHOOL_AGE, PLANNED),
    ),
    denominator=Counted(
        "Children in care of school age on the day, days of short breaks left out.",
        OF_SCHOOL_AGE,
    ),
    source=(
        "Reports of one council to its scrutiny panel: a recorded personal education plan within "
        "the previous six months, 99% in December 2021."
    ),
    kind="measure of a council’s reports",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "Guidance asks for it each term, which is oftener: a child may be in time here and late "
        "there.",
        "Some councils count children from three to eighteen.",
    ),
    examples=(
        Example(
            "on the first day of the six months; started last week; the day before them; never",
            (
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; check pep-meeting "
                "2024-01-01",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; check pep-started "
                "2024-06-24",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01; check pep-meeting "
                "2023-12-31",
                "born 2012-05-10; care 2023-01-01; status C2 2023-01-01",
            ),
            "2024-06-30",
            2,
            of=4,
            value=50.0,
        ),
        Example(
            "not yet of school age, and past it since two days ago",
            (
                "born 2019-06-30; care 2023-01-01; status C2 2023-01-01; check pep-meeting "
                "2024-06-01",
                "born 2008-03-01; care 2023-01-01; status C2 2023-01-01; check pep-meeting "
                "2024-06-01",
                "born 2019-03-31; care 2023-01-01; status C2 2023-01-01; check pep-meeting "
                "2024-06-01",
            ),
            "2024-06-30",
            1,
            of=1,
            value=100.0,
        ),
    ),
)
