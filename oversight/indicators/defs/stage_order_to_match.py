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
    code="stage-order-to-match",
    title="Stage: placement order to match",
    question=(
        "Of the children first matched under a placement order in the last twelve months, how "
        "many days had passed on average since the order?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    curve="order-to-match",
    over=Over.YEAR,
    numerator=Counted(
        "Days from the first day of the placement order to the first match under it that still "
        "stood then; a match of before the order, in the same period of care, counts as 0 on "
        "that day.",
        """
        SELECT status.child_id, min(greatest(decided_on, status.starts_on)) AS on_day,
            min(greatest(decided_on, status.starts_on)) - status.starts_on AS value,
            status.start_known AS known
        FROM status
        JOIN care ON care.child_id = status.child_id AND care.starts_on <= status.starts_on
            AND coalesce(care.ends_on > status.starts_on, true)
        JOIN match ON match.child_id = status.child_id AND decided_on >= care.starts_on
            AND coalesce(decided_on < status.ends_on, true)
            AND coalesce(withdrawn_on > status.starts_on, true)
        WHERE code = 'E1'
        GROUP BY status.child_id, status.starts_on, status.start_known
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
        after_care=None,
    ),
    source=(
        "Quarterly report of regional adoption agencies; the stage of measure A2, of all who "
        "were matched."
    ),
    kind="our own definition",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "It has all who were matched in the year, A2 only those who were adopted by now: it "
        "moves earlier than A2.",
    ),
    examples=(
        Example(
            "matched after 50 and 100 days, the second not adopted yet and matched again since",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01;"
                " status E1 2024-01-01 .. 2024-06-20; match 2024-02-20; home A6 2024-03-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status E1 2024-01-01;"
                " match 2024-04-10 withdrawn 2024-05-01; match 2024-06-01",
            ),
            "2024-06-30",
            2,
            value=75.0,
        ),
        Example(
            "matched in an earlier time in care; after the order ended",
            (
                "care 2022-01-01 .. 2022-12-01; status E1 2022-01-01 .. 2022-12-01;"
                " care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status E1 2024-01-01;"
                " match 2022-12-10",
                "care 2023-01-01; status E1 2023-01-01 .. 2024-01-01; status C2 2024-01-01;"
                " match 2024-02-01",
            ),
            "2024-06-30",
            0,
        ),
        Example(
            "matched before the order; withdrawn before it; not matched",
            (
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status E1 2024-01-01;"
                " match 2023-06-01",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status E1 2024-01-01;"
                " match 2023-12-01 withdrawn 2023-12-20",
                "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status E1 2024-01-01",
            ),
            "2024-06-30",
            1,
            value=0.0,
        ),
    ),
)
