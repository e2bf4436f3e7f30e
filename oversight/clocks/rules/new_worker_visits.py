from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    worker.child_id, worker.starts_on AS started_on,
    least(visited_on, worker.ends_on, left_on) AS stopped_on,
    CASE
        WHEN visited_on <= least(worker.ends_on, left_on, 'infinity') THEN 'visit'
        WHEN worker.ends_on <= coalesce(left_on, 'infinity') THEN 'worker left'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM social_worker AS worker
JOIN (SELECT child_id, starts_on AS entry_on, ends_on AS left_on FROM care) AS time USING (child_id)
CROSS JOIN LATERAL (
    SELECT min(visited_on) AS visited_on FROM visit
    WHERE visit.child_id = worker.child_id AND visited_on >= worker.starts_on
) AS visiting
WHERE nth > 1 AND worker.starts_on > entry_on AND coalesce(worker.starts_on < left_on, true)
"""

CLOCK = Clock(
    code="new-worker-visits",
    title="New worker visits",
    why=(
        "A change of social worker is a loss to a child. A new worker whom the child has not met "
        "after two weeks is a name on a page."
    ),
    source=(
        "Proposed by this product. Inspectors have found too many changes of worker; no rule says "
        "how soon the new one comes."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and team manager",
    group=Group.WORKER,
    rules=("CPL-03",),
    subject="the child",
    counting=(
        "Ten working days from the day a new social worker took over; amber from the eighth. The "
        "first worker, and one named on the day the child came into care, is not a change."
    ),
    stops="A visit at which the child was seen, the worker leaving, or the end of care",
    limit=working_days(10),
    warning=working_days(8),
    recorded=True,
    once=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "a new worker before Easter who does not come; the visit of the one before was earlier",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-03-25; worker B 2024-03-25; visit 2024-03-22",
            (Row("2024-03-25", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "comes on the tenth working day",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-02-01; worker B 2024-02-01 .. 2024-05-01;"
            " visit 2024-02-15; visit 2024-03-14",
            (Row("2024-02-01", stopped="2024-02-15", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "comes on the first day: a wait of no days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-02-01; worker B 2024-02-01; visit 2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "the first worker is no change, nor the same one back after a gap",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-02-01; worker A 2024-02-10",
        ),
        Example(
            "a new worker from the day the child comes into care: the first visit is counted",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2023-01-03 .. 2024-01-02; worker B 2024-01-02",
        ),
        Example(
            "the worker leaves before any visit, and the child is not seen by the next either",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-02-01; worker B 2024-02-01 .. 2024-02-12;"
            " worker C 2024-02-12; visit 2024-02-14 seen=not-seen not_seen_because=out",
            (
                Row("2024-02-01", stopped="2024-02-12", warn="2024-02-13", due="2024-02-15"),
                Row("2024-02-12", warn="2024-02-22", due="2024-02-26"),
            ),
        ),
        Example(
            "the child leaves care; a change on that day or later starts nothing",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-02-05;"
            " status V2 2024-01-02 .. 2024-02-05; worker A 2024-01-03 .. 2024-02-01;"
            " worker B 2024-02-01 .. 2024-02-05; worker C 2024-02-05 .. 2024-02-20;"
            " worker D 2024-02-20; care 2024-03-01; status V2 2024-03-01",
            (Row("2024-02-01", stopped="2024-02-05", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "it does not go on when the child comes back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-02-05;"
            " status V2 2024-01-02 .. 2024-02-05; worker A 2024-01-03 .. 2024-02-01;"
            " worker B 2024-02-01; care 2024-03-01; status V2 2024-03-01",
            (Row("2024-02-01", stopped="2024-02-05", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "people record here since later on: not asked about",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02;"
            " worker A 2024-01-03 .. 2024-02-01; worker B 2024-02-01",
        ),
    ),
)
