from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, months

SQL = """
SELECT
    child_id, day AS started_on, start_known, lead(day, 1, left_on) OVER turns AS stopped_on,
    CASE
        WHEN lead(day) OVER turns IS NOT NULL THEN 'supervision'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM (
    SELECT child_id, starts_on AS entry_on, ends_on AS left_on, starts_on AS day, start_known
    FROM care
    UNION ALL
    SELECT child_id, starts_on, ends_on, held_on, true
    FROM care
    JOIN supervision USING (child_id)
    WHERE held_on > starts_on AND coalesce(held_on < ends_on, true)
) AS turning
WINDOW turns AS (PARTITION BY child_id, entry_on ORDER BY day)
"""

CLOCK = Clock(
    code="supervision",
    title="Supervision",
    why=(
        "In supervision a worker and their manager ask together whether the plan moves. A month "
        "without it is a month in which the worker carries the child alone."
    ),
    source="Local practice: once a month. No regulation sets a time.",
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Team manager",
    group=Group.WORKER,
    rules=("CPL-02",),
    subject="the child",
    counting=(
        "One month from the last supervision, or from the day the child came into care; amber "
        "from day 24."
    ),
    stops="The next supervision, or the end of care",
    limit=months(1),
    warning=days(24),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "none yet: to the end of a short month",
            "recorded 2020-01-01; care 2024-01-31; status C2 2024-01-31",
            (Row("2024-01-31", warn="2024-02-24", due="2024-02-29"),),
        ),
        Example(
            "each begins the next month",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; supervision 2024-01-29;"
            " supervision 2024-02-29",
            (
                Row("2024-01-02", stopped="2024-01-29", warn="2024-01-26", due="2024-02-02"),
                Row("2024-01-29", stopped="2024-02-29", warn="2024-02-22", due="2024-02-29"),
                Row("2024-02-29", warn="2024-03-24", due="2024-03-29"),
            ),
        ),
        Example(
            "before the child came, on that day, and on the day the child left: it counts nothing",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-20;"
            " status V2 2024-01-02 .. 2024-01-20; supervision 2024-01-01; supervision 2024-01-02;"
            " supervision 2024-01-20",
            (Row("2024-01-02", stopped="2024-01-20", warn="2024-01-26", due="2024-02-02"),),
        ),
        Example(
            "each time in care begins anew",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-01-20;"
            " status V2 2024-01-02 .. 2024-01-20; supervision 2024-01-10; care 2024-02-01;"
            " status V2 2024-02-01; supervision 2024-02-05",
            (
                Row("2024-01-02", stopped="2024-01-10", warn="2024-01-26", due="2024-02-02"),
                Row("2024-01-10", stopped="2024-01-20", warn="2024-02-03", due="2024-02-10"),
                Row("2024-02-01", stopped="2024-02-05", warn="2024-02-25", due="2024-03-01"),
                Row("2024-02-05", warn="2024-02-29", due="2024-03-05"),
            ),
        ),
        Example(
            "in care on or before the first return; a supervision after it is known",
            "recorded 2020-01-01; care ~2024-04-01; status C2 2024-04-01; supervision 2024-04-15",
            (
                Row(
                    "2024-04-01",
                    stopped="2024-04-15",
                    warn="2024-04-25",
                    due="2024-05-01",
                    known=False,
                ),
                Row("2024-04-15", warn="2024-05-09", due="2024-05-15"),
            ),
        ),
        Example(
            "people record here since later on: counted from that day",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02",
            (Row("2024-03-01", warn="2024-03-25", due="2024-04-01", known=False),),
        ),
    ),
)
