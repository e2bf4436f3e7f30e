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
    code="weeks-in-care",
    called=("CP6",),
    title="Weeks in care of those who left",
    question=(
        "Of the children who left care in the month, how long had they been in care on average?"
    ),
    shape=Shape.MEAN,
    unit="weeks",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.LEAVING,
    over=Over.MONTH,
    numerator=Counted(
        "Weeks from the first day of the period of care to its last, of periods that ended.",
        """
        SELECT child_id, ends_on AS on_day, (ends_on - began_on) / 7.0 AS value,
            began_known AS known
        FROM looked_after WHERE ends_on IS NOT NULL
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source="Measure CP6 of the corporate parenting scorecard.",
    kind="measure of a council’s scorecard",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It counts only children who have left: those who wait longest are not in it. When one of "
        "them leaves at last, it gets worse.",
        "In most months few children leave, and one long stay moves it by many weeks.",
    ),
    examples=(
        Example(
            "four weeks and eight weeks",
            (
                "care 2024-05-13 .. 2024-06-10; status C1 2024-05-13 .. 2024-06-10",
                "care 2024-04-15 .. 2024-06-10; status C1 2024-04-15 .. 2024-06-10",
            ),
            "2024-06-30",
            2,
            value=6.0,
        ),
        Example(
            "a start that is not known is counted apart",
            (
                "care ~2024-04-01 .. 2024-06-10; status ~C2 2024-04-01 .. 2024-06-10",
                "care 2024-05-13 .. 2024-06-10; status C1 2024-05-13 .. 2024-06-10",
            ),
            "2024-06-30",
            2,
            value=4.0,
            unknown=1,
        ),
    ),
)
