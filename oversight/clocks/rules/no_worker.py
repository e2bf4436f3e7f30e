from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    later,
    working_days,
)
from oversight.clocks.shared.nobody_named import nobody

SQL = f"""
SELECT *, started_on AS warn_on, {later("started_on", working_days(1))} - 1 AS due_on
FROM ({nobody("has_worker", "worker named")}) AS gaps
"""

CLOCK = Clock(
    code="no-worker",
    title="No social worker",
    why=(
        "A child without a social worker has nobody to ring and nobody who moves the plan. The "
        "days between two workers are the days on which it stands still."
    ),
    source="Proposed by this product: the next worker is named on the day the last one leaves.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Team manager",
    group=Group.WORKER,
    rules=("CPL-04",),
    subject="the child",
    counting=(
        "From the first day in care, or after the last worker left, on which no social worker is "
        "named: amber that day, red from the next working day."
    ),
    limit_words="the next working day",
    stops="A social worker named, or the end of care",
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "warn_on", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "nobody from a Thursday: red on Friday; a reviewing officer is no social worker",
            "recorded 2020-01-01; care 2024-01-04; status C2 2024-01-04; officer A 2024-01-04",
            (Row("2024-01-04", warn="2024-01-04", due="2024-01-04"),),
        ),
        Example(
            "the worker leaves on the Thursday before Easter: red on the Tuesday after",
            "recorded 2020-01-01; care 2024-01-04; status C2 2024-01-04;"
            " worker A 2024-01-04 .. 2024-03-28",
            (Row("2024-03-28", warn="2024-03-28", due="2024-04-01"),),
        ),
        Example(
            "a weekend without a worker is made good on Monday",
            "recorded 2020-01-01; care 2024-01-04; status J1 2024-01-04;"
            " worker A 2024-01-04 .. 2024-01-13; worker B 2024-01-15",
            (Row("2024-01-13", stopped="2024-01-15", warn="2024-01-13", due="2024-01-14"),),
        ),
        Example(
            "one worker after the other: nothing runs",
            "recorded 2020-01-01; care 2024-01-04; status C2 2024-01-04;"
            " worker A 2023-12-01 .. 2024-01-15; worker B 2024-01-15",
        ),
        Example(
            "the child leaves care",
            "recorded 2020-01-01; care 2024-01-04 .. 2024-01-15;"
            " status V2 2024-01-04 .. 2024-01-15; worker A 2024-01-04 .. 2024-01-10",
            (Row("2024-01-10", stopped="2024-01-15", warn="2024-01-10", due="2024-01-10"),),
        ),
        Example(
            "people record here since later on, a Saturday",
            "recorded 2024-03-02; care 2024-01-04; status C2 2024-01-04; worker A 2024-04-03",
            (
                Row(
                    "2024-03-02",
                    stopped="2024-04-03",
                    warn="2024-03-02",
                    due="2024-03-03",
                    known=False,
                ),
            ),
        ),
    ),
)
