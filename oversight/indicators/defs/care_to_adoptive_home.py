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
    code="care-to-adoptive-home",
    called=("CP11",),
    title="Coming into care to adoptive home",
    question=(
        "Of the children placed with an adoptive family in the last twelve months, how many days "
        "had passed on average since they came into care?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.ADOPTION,
    over=Over.YEAR,
    curve="care-to-placed",
    numerator=Counted(
        "Days from the first day of the period of care to its first adoptive home (A3 to A6), of "
        "children placed so in the months; where the child lived with that family before, to the "
        "day on which she moved in with them.",
        """
        SELECT
            placed.child_id, on_day, greatest(stay.starts_on - began_on, 0) AS value,
            began_known AND stay.start_known AS known
        FROM (
            SELECT
                care.child_id, care.starts_on AS began_on, care.start_known AS began_known,
                min(home_kind.starts_on) AS on_day
            FROM care
            JOIN home_kind
                ON home_kind.child_id = care.child_id AND kind = 'adoptive'
                AND home_kind.starts_on >= care.starts_on
                AND coalesce(home_kind.starts_on < care.ends_on, true)
            GROUP BY 1, 2, 3
        ) AS placed
        JOIN stay
            ON stay.child_id = placed.child_id AND stay.starts_on <= on_day
            AND coalesce(stay.ends_on > on_day, true)
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Measure CP11 of the corporate parenting scorecard, counted as measure A10 of the adoption "
        "leadership board where foster carers adopt."
    ),
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It counts only children who have been placed: those who still wait are not in it. When "
        "one who waited long is placed at last, it gets worse.",
        "The scorecard has shown no figure while its definition changed: since 2021 the wait of a "
        "child whose foster carers adopt ends when she moved in with them.",
        "Measures A1 and A10 count children once they are adopted, over three years: they are "
        "other children.",
    ),
    examples=(
        Example(
            "365 days to a new family; 50 days to foster carers who adopt a year later",
            (
                "care 2023-01-01; status C2 2023-01-01; home U6 2023-02-01 .. 2024-01-01;"
                " home A6 2024-01-01",
                "care 2023-01-01; status C2 2023-01-01; home U5 2023-02-20 .. 2024-02-01 PLACE a;"
                " home A5 2024-02-01 a",
            ),
            "2024-06-30",
            2,
            value=207.5,
        ),
        Example(
            "a second adoptive family is no new wait from coming into care",
            (
                "care 2022-01-01; status E1 2022-03-01; home A6 2022-05-01 .. 2023-09-01 CHILD;"
                " home U6 2023-09-01 .. 2024-01-01; home A6 2024-01-01",
            ),
            "2024-06-30",
            0,
        ),
        Example(
            "a first day in care that is not known is counted apart",
            (
                "care ~2023-04-01; status ~C2 2023-04-01; home ~U6 2023-04-01 .. 2024-01-01;"
                " home A6 2024-01-01",
                "care 2024-01-01; status C1 2024-01-01; home A6 2024-04-10",
            ),
            "2024-06-30",
            2,
            value=100.0,
            unknown=1,
        ),
    ),
)
