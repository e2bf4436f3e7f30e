from datetime import date

from oversight.indicators.indicator import (
    Chart,
    Counted,
    Example,
    Group,
    How,
    Indicator,
    Over,
    Polarity,
    Shape,
)

INDICATOR = Indicator(
    code="entry-to-adopters-home",
    called=("A10",),
    title="Coming into care to moving in with the later adopters, children adopted",
    question=(
        "Of the children adopted in the last three years, how many days passed on average from "
        "coming into care to moving in with those who adopted them, be it as foster carers?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    curve="care-to-placed",
    over=Over.THREE_YEARS,
    numerator=Counted(
        "Days from the first day of the period of care to the day on which the child came to live "
        "without a break with those who adopted, whatever they were then. A stay away with return "
        "is no break.",
        """
        SELECT child_id, on_day, moved_in_on - began_on AS value,
            began_known AND moved_in_known AS known
        FROM adopted_from_care
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Adoption scorecard measure A10, Department for Education: measure A1 adjusted for "
        "adoptions by foster carers, under 426 days (14 months)."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only children who have been adopted: those who still wait are not in it, and "
        "when one of them is adopted at last, it gets worse.",
        "It is lower than A1 wherever foster carers adopt; the two are not to be compared with "
        "each other’s targets or past.",
    ),
    examples=(
        Example(
            "adopted by foster carers with whom the child lived from the 31st day; by others",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home U6 2022-01-01 .. 2022-02-01; home U5 2022-02-01 .. 2023-02-05 a;"
                " home A5 2023-02-05 .. 2024-06-01 a",
                "care 2022-01-01 .. 2024-06-01 E12; status E1 2022-01-01 .. 2024-06-01;"
                " home U6 2022-01-01 .. 2023-02-05; home A4 2023-02-05 .. 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=215.5,
        ),
        Example(
            "with the foster carers, away, and back: from the second time",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home U5 2022-01-01 .. 2022-02-01 a; home U6 2022-02-01 .. 2022-03-02;"
                " home U5 2022-03-02 .. 2023-02-05 a; home A5 2023-02-05 .. 2024-06-01 a",
            ),
            "2024-06-30",
            1,
            value=60.0,
        ),
    ),
)
