from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, weeks

# The days under the order on which no care proceedings are recorded as running.
SQL = """
SELECT
    child_id, starts_on AS started_on, start_known, lower(days) AS runs_from,
    upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) IS NOT DISTINCT FROM ends_on THEN 'interim care order ended'
        ELSE 'counted by the proceedings' END AS stopped_by
FROM status
LEFT JOIN (
    SELECT child_id, range_agg(daterange(issued_on, concluded_on)) AS running
    FROM proceedings WHERE kind = 'care' GROUP BY child_id
) AS court USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(starts_on, ends_on)) - coalesce(running, '{}')
) AS days
WHERE code = 'C1'
"""

CLOCK = Clock(
    code="interim-care-order",
    title="Interim care order",
    why=(
        "Proceedings should end in 26 weeks. Until the proceedings themselves are recorded, the "
        "interim order is the best sign of how long a child has waited for the court."
    ),
    source=(
        "Stands in for the 26 weeks of care proceedings, Children Act 1989, section 32. The order "
        "itself has no limit, and the warning at 20 weeks is this product's."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.COURT,
    rules=("LAW-06",),
    subject="the child",
    counting=(
        "20 weeks from the first day of an unbroken interim care order. Amber only, and only while "
        "no care proceedings are recorded as running: their own 26 weeks count then."
    ),
    stops="The final order, the interim order’s end, or care proceedings recorded",
    warning=weeks(20),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "running",
            "care 2024-01-01; status C1 2024-01-15",
            (Row("2024-01-15", warn="2024-06-03"),),
        ),
        Example(
            "ends with the care order",
            "care 2024-01-01; status C1 2024-01-15 .. 2024-07-01; status C2 2024-07-01",
            (Row("2024-01-15", stopped="2024-07-01", warn="2024-06-03"),),
        ),
        Example(
            "renewed without a gap it is one spell",
            "care 2024-01-01; status C1 2024-01-15 .. 2024-04-01; status C1 2024-04-01",
            (Row("2024-01-15", warn="2024-06-03"),),
        ),
        Example(
            "made on or before the first return",
            "care ~2024-04-01; status ~C1 2024-04-01",
            (Row("2024-04-01", warn="2024-08-19", known=False),),
        ),
        Example(
            "two orders apart are two spells",
            "care 2024-01-01; status C1 2024-01-15 .. 2024-02-15;"
            " status V2 2024-02-15 .. 2024-03-15; status C1 2024-03-15",
            (
                Row("2024-01-15", stopped="2024-02-15", warn="2024-06-03"),
                Row("2024-03-15", warn="2024-08-02"),
            ),
        ),
        Example(
            "proceedings are running: their own 26 weeks count",
            "care 2024-01-01; status C1 2024-01-15; proceedings care 2024-01-10",
        ),
        Example(
            "proceedings recorded for a part of it, which goes on when they are concluded",
            "care 2024-01-01; status C1 2024-01-15;"
            " proceedings care 2024-02-05 concluded=2024-07-22 outcome=order",
            (
                Row("2024-01-15", stopped="2024-02-05", warn="2024-06-03"),
                Row("2024-01-15", runs_from="2024-07-22", warn="2024-06-03"),
            ),
        ),
        Example(
            "proceedings of another kind change nothing",
            "care 2024-01-01; status C1 2024-01-15 .. 2024-07-01; proceedings placement 2024-05-06",
            (Row("2024-01-15", stopped="2024-07-01", warn="2024-06-03"),),
        ),
    ),
)
