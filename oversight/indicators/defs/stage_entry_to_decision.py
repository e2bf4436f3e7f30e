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
    code="stage-entry-to-decision",
    title="Stage: coming into care to decision for adoption",
    question=(
        "Of the children for whom adoption was first decided in the last twelve months, how many "
        "days had passed on average since they came into care?"
    ),
    shape=Shape.MEAN,
    unit="days",
    polarity=Polarity.LOWER,
    chart=Chart.TIMELINESS,
    group=Group.STAGES,
    curve="care-to-decision",
    over=Over.YEAR,
    numerator=Counted(
        "Days from the first day of the period of care to the first decision for adoption in it, "
        "be it reversed since.",
        """
        SELECT care.child_id, min(decided_on) AS on_day, min(decided_on) - starts_on AS value,
            start_known AS known
        FROM care
        JOIN decision ON decision.child_id = care.child_id AND decided_on >= starts_on
            AND coalesce(decided_on < ends_on, true)
        GROUP BY care.child_id, starts_on, start_known
        """,
        How.EVENTS,
        frozenset({"value", "known"}),
    ),
    source=(
        "Quarterly report of regional adoption agencies: from entry to care to the agency’s "
        "decision."
    ),
    kind="measure of the adoption agency",
    reviewed_on=date(2026, 11, 27),
    traps=(
        "It averages only those who came to the end of the stage: the curve beside it has all "
        "who wait.",
        "Councils print an aim of 183 days for it as the Government’s; no such target was found.",
    ),
    examples=(
        Example(
            "100 and 200 days; decided again later, and decided in an earlier time in care",
            (
                "care 2024-01-01; status C1 2024-01-01; decision 2024-04-10 reversed 2024-05-01;"
                " decision 2024-07-05",
                "care 2023-11-01; status C1 2023-11-01; decision 2024-05-19",
                "care 2022-01-01 .. 2022-12-01; status C1 2022-01-01 .. 2022-12-01;"
                " care 2024-01-01; status C1 2024-01-01; decision 2022-06-01 reversed 2022-11-01",
            ),
            "2024-06-30",
            2,
            value=150.0,
        ),
        Example(
            "two times in care: decided in the first after 31 days; in the second after 100",
            (
                "care 2023-08-01 .. 2023-12-01; status C1 2023-08-01 .. 2023-12-01;"
                " care 2024-01-01; status C1 2024-01-01; decision 2023-09-01 reversed 2023-11-01",
                "care 2023-08-01 .. 2023-12-01; status C1 2023-08-01 .. 2023-12-01;"
                " care 2024-01-01; status C1 2024-01-01; decision 2024-04-10",
            ),
            "2024-06-30",
            2,
            value=65.5,
        ),
        Example(
            "in care since nobody knows when; decided just over twelve months ago",
            (
                "care ~2023-04-01; status ~C2 2023-04-01; decision 2024-01-01",
                "care 2023-04-01; status C1 2023-04-01; decision 2023-06-30",
            ),
            "2024-06-30",
            1,
            unknown=1,
        ),
    ),
)
