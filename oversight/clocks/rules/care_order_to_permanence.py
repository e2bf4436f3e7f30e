from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# Waits begin with the order and with the end of each stay at P1 while the order goes on. A wait
# that begins in a lasting home has finished at once; one that begins at P1 does not begin yet.
SQL = """
WITH began AS (
    SELECT child_id, starts_on AS started_on, start_known, ends_on, true AS with_order
    FROM status WHERE code = 'C2'
    UNION ALL
    SELECT status.child_id, home_kind.ends_on, true, status.ends_on, false
    FROM status
    JOIN home_kind USING (child_id)
    WHERE code = 'C2' AND kind = 'P1' AND home_kind.ends_on > status.starts_on
        AND coalesce(home_kind.ends_on < status.ends_on, true)
),
stops AS (
    SELECT began.*, reached_on, least(reached_on, home_on, ends_on) AS stopped_on
    FROM began
    CROSS JOIN LATERAL (
        SELECT
            min(greatest(starts_on, started_on)) FILTER (WHERE kind <> 'P1') AS reached_on,
            min(greatest(starts_on, started_on)) FILTER (WHERE kind = 'P1') AS home_on
        FROM home_kind
        WHERE home_kind.child_id = began.child_id AND kind IN ('U1', 'U4', 'adoptive', 'P1')
            AND coalesce(home_kind.ends_on > started_on, true)
    ) AS homes
)
SELECT
    child_id, started_on, start_known, stopped_on,
    CASE
        WHEN stopped_on = reached_on THEN 'lasting home'
        WHEN stopped_on = ends_on THEN 'care order ended'
        WHEN stopped_on IS NOT NULL THEN 'home with parents'
        ELSE '' END AS stopped_by
FROM stops
WHERE stopped_on IS NULL OR stopped_on > started_on OR (with_order AND stopped_on = reached_on)
"""

CLOCK = Clock(
    code="care-order-to-permanence",
    title="Care order to a lasting home",
    why=(
        "The Permanence Monitoring Group follows every child from the care order to permanence; "
        "this is its own clock."
    ),
    source=(
        "No law, guidance or target sets a limit. 6 and 12 months are proposed by this product for "
        "the Permanence Monitoring Group to change."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group",
    group=Group.COURT,
    rules=("LAW-14",),
    subject="the child",
    counting=(
        "Calendar months from the care order. It stands while the child lives with parents, whose "
        "own clock runs then, and starts anew when that ends."
    ),
    stops="A long-term foster home or relative (U4, U1), an adoptive home, or the order's end",
    limit=months(12),
    warning=months(6),
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "in a foster home that is not long-term",
            "care 2024-01-01; status C2 2024-02-29; home U6 2024-01-01",
            (Row("2024-02-29", warn="2024-08-29", due="2025-02-28"),),
        ),
        Example(
            "matched long-term with the same carers",
            "care 2024-01-01; status C2 2024-02-01; home U6 2024-01-01 .. 2024-09-01 a;"
            " home U4 2024-09-01 a",
            (Row("2024-02-01", stopped="2024-09-01", warn="2024-08-01", due="2025-02-01"),),
        ),
        Example(
            "already in a lasting home: a wait of no days",
            "care 2024-01-01; status C2 2024-02-01; home U1 2024-01-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-08-01", due="2025-02-01"),),
        ),
        Example(
            "home with parents stops it; when that ends a new wait begins",
            "care 2024-01-01; status C2 2024-02-01; home K2 2024-01-01 .. 2024-04-01;"
            " home P1 2024-04-01 .. 2024-10-01; home K2 2024-10-01",
            (
                Row("2024-02-01", stopped="2024-04-01", warn="2024-08-01", due="2025-02-01"),
                Row("2024-10-01", warn="2025-04-01", due="2025-10-01"),
            ),
        ),
        Example(
            "with parents from the order: not this clock",
            "care 2024-01-01; status C2 2024-02-01; home P1 2024-01-01",
        ),
        Example(
            "the order is replaced by a placement order",
            "care 2024-01-01; status C2 2024-02-01 .. 2024-05-01; status E1 2024-05-01;"
            " home U6 2024-01-01",
            (Row("2024-02-01", stopped="2024-05-01", warn="2024-08-01", due="2025-02-01"),),
        ),
        Example(
            "the order was made on or before the first return",
            "care ~2024-04-01; status ~C2 2024-04-01; home U6 2024-04-01",
            (Row("2024-04-01", warn="2024-10-01", due="2025-04-01", known=False),),
        ),
    ),
)
