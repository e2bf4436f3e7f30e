from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# The days under the order neither in a lasting home nor with parents: each stretch of them is a
# wait. An order made in a lasting home is one of no days.
SQL = """
WITH homes AS (
    SELECT
        child_id,
        coalesce(range_agg(days) FILTER (WHERE kind <> 'P1'), '{}') AS lasting,
        coalesce(range_agg(days) FILTER (WHERE kind = 'P1'), '{}') AS with_parents
    FROM (
        SELECT child_id, kind, daterange(starts_on, ends_on) AS days FROM home_kind
        WHERE kind IN ('U1', 'U4', 'adoptive', 'P1')
        UNION ALL
        SELECT
            stay.child_id, '', daterange(starts_on, stay.ends_on) * daterange(decided_on, ended_on)
        FROM stay
        JOIN long_term_match USING (child_id, home_id)
    ) AS lived
    GROUP BY child_id
),
ordered AS (
    SELECT
        child_id, starts_on, ends_on, start_known,
        coalesce(lasting, '{}') AS lasting, coalesce(with_parents, '{}') AS with_parents
    FROM status
    LEFT JOIN homes USING (child_id)
    WHERE code = 'C2'
)
SELECT
    child_id, lower(days) AS started_on, start_known OR lower(days) > starts_on AS start_known,
    upper(days) AS stopped_on,
    CASE
        WHEN lasting @> upper(days) THEN 'lasting home'
        WHEN upper(days) = ends_on THEN 'care order ended'
        WHEN upper(days) IS NOT NULL THEN 'home with parents'
        ELSE '' END AS stopped_by
FROM ordered
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(starts_on, ends_on)) - lasting - with_parents
) AS days
UNION ALL
SELECT child_id, starts_on, start_known, starts_on, 'lasting home' FROM ordered
WHERE lasting @> starts_on AND NOT with_parents @> starts_on
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
        "Calendar months from the care order, or from the day a lasting home ended. It stands "
        "while the child lives with parents, whose own clock runs then, and starts anew when that "
        "ends."
    ),
    stops=(
        "A long-term foster home or relative (U4, U1), a home that the child is matched with long "
        "term, an adoptive home, or the order's end"
    ),
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
            "with parents from the order, a match with them beside it: not this clock either",
            "care 2024-01-01; status C2 2024-02-01; home P1 2024-01-01 a;"
            " long-term-match 2024-01-01 a",
        ),
        Example(
            "the order is replaced by a placement order",
            "care 2024-01-01; status C2 2024-02-01 .. 2024-05-01; status E1 2024-05-01;"
            " home U6 2024-01-01",
            (Row("2024-02-01", stopped="2024-05-01", warn="2024-08-01", due="2025-02-01"),),
        ),
        Example(
            "the long-term foster home breaks down: a new wait, until the next one",
            "care 2022-01-10; status C2 2022-06-30; home U6 2022-01-10 .. 2022-11-14;"
            " home U4 2022-11-14 .. 2024-02-29; home K2 2024-02-29 .. 2024-09-02;"
            " home U4 2024-09-02",
            (
                Row("2022-06-30", stopped="2022-11-14", warn="2022-12-30", due="2023-06-30"),
                Row("2024-02-29", stopped="2024-09-02", warn="2024-08-29", due="2025-02-28"),
            ),
        ),
        Example(
            "the placement order is revoked in an adoptive home, which ends a month later",
            "care 2023-01-01; status E1 2023-06-05 .. 2024-03-04; status C2 2024-03-04;"
            " home A6 2023-09-04 .. 2024-04-15; home U6 2024-04-15",
            (
                Row("2024-03-04", stopped="2024-03-04", warn="2024-09-04", due="2025-03-04"),
                Row("2024-04-15", warn="2024-10-15", due="2025-04-15"),
            ),
        ),
        Example(
            "from one lasting home into another nobody waits, nor on the way home to parents",
            "care 2023-01-01; status C2 2023-02-01; home U1 2023-01-01 .. 2023-08-07;"
            " home U4 2023-08-07 .. 2024-01-08; home P1 2024-01-08 .. 2024-05-06;"
            " home U4 2024-05-06 .. 2024-07-01; home U6 2024-07-01",
            (
                Row("2023-02-01", stopped="2023-02-01", warn="2023-08-01", due="2024-02-01"),
                Row("2024-07-01", warn="2025-01-01", due="2025-07-01"),
            ),
        ),
        Example(
            "matched with the carers, whatever the return calls the home; then the match ends",
            "care 2023-01-01; status C2 2023-02-01; home U6 2023-01-01;"
            " long-term-match 2023-09-11 ended=2024-10-07 end_reason=x",
            (
                Row("2023-02-01", stopped="2023-09-11", warn="2023-08-01", due="2024-02-01"),
                Row("2024-10-07", warn="2025-04-07", due="2025-10-07"),
            ),
        ),
        Example(
            "matched with the carers of before, who are not those of now",
            "care 2023-01-01; status C2 2023-02-01; home U6 2023-01-01 .. 2023-06-05 a;"
            " home U6 2023-06-05 b; long-term-match 2023-09-11 a",
            (Row("2023-02-01", warn="2023-08-01", due="2024-02-01"),),
        ),
        Example(
            "the order and the home end on one day; an interim order was no care order",
            "care 2023-01-01 .. 2024-06-03; status C1 2023-01-01 .. 2023-07-31;"
            " status C2 2023-07-31 .. 2024-06-03; home U6 2023-01-01 .. 2024-03-04;"
            " home U4 2024-03-04 .. 2024-06-03",
            (Row("2023-07-31", stopped="2024-03-04", warn="2024-01-31", due="2024-07-31"),),
        ),
        Example(
            "home from parents on the day of the order",
            "care 2023-01-01; status C1 2023-01-01 .. 2023-07-31; status C2 2023-07-31;"
            " home P1 2023-01-01 .. 2023-07-31; home U6 2023-07-31",
            (Row("2023-07-31", warn="2024-01-31", due="2024-07-31"),),
        ),
        Example(
            "the order was made on or before the first return",
            "care ~2024-04-01; status ~C2 2024-04-01; home U6 2024-04-01",
            (Row("2024-04-01", warn="2024-10-01", due="2025-04-01", known=False),),
        ),
    ),
)
