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
    code="entry-to-placed",
    called=("A1",),
    title="Coming into care to moving in with adopters, children adopted",
    question=(
        "Of the children adopted in the last three years, how many days passed on average from "
        "coming into care to moving in with the family that adopted them?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    curve="care-to-placed",
    over=Over.THREE_YEARS,
    numerator=Counted(
        "Days from the first day of the period of care to the first day of the adoptive home (A3 "
        "to A6) from which the child was adopted. With foster carers who adopt, that is the day on "
        "which the home became an adoptive one.",
        """
        SELECT child_id, on_day, placed_on - began_on AS value,
            began_known AND placed_known AS known
        FROM adopted_from_care
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Adoption scorecard measure A1, Department for Education: the average is to be under 426 "
        "days (14 months)."
    ),
    kind="statistic of the Department for Education",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only children who have been adopted: those who still wait are not in it, and "
        "when one of them is adopted at last, it gets worse.",
        "A child who stays with foster carers counts as waiting until they become the adopters; "
        "measure A10 counts from the day on which the child moved in.",
    ),
    examples=(
        Example(
            "300 and 400 days; one who is placed and not adopted yet",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home U6 2022-01-01 .. 2022-10-28; home A6 2022-10-28 .. 2024-06-01",
                "care 2022-01-01 .. 2024-06-01 E12; status E1 2022-01-01 .. 2024-06-01;"
                " home U6 2022-01-01 .. 2023-02-05; home A4 2023-02-05 .. 2024-06-01",
                "care 2022-01-01; status E1 2022-01-01; home A6 2024-01-01",
            ),
            "2024-06-30",
            2,
            value=350.0,
        ),
        Example(
            "of two adoptive homes the one from which the child was adopted",
            (
                "care 2022-01-01 .. 2024-06-01 E11; status E1 2022-01-01 .. 2024-06-01;"
                " home A6 2022-06-01 .. 2022-09-01; home A6 2023-01-01 .. 2024-06-01",
            ),
            "2024-06-30",
            1,
            value=365.0,
        ),
        Example(
            "adopted more than three years ago, or in care since nobody knows when",
            (
                "care 2019-01-01 .. 2021-06-30 E11; status E1 2019-01-01 .. 2021-06-30;"
                " home A6 2020-01-01 .. 2021-06-30",
                "care ~2019-01-01 .. 2021-07-01 E11; status E1 2019-01-01 .. 2021-07-01;"
                " home A6 2020-01-01 .. 2021-07-01",
            ),
            "2024-06-30",
            1,
            unknown=1,
        ),
    ),
)
