from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, weeks

SQL = """
SELECT
    child_id, starts_on AS started_on, start_known, ends_on AS stopped_on,
    CASE WHEN ends_on IS NULL THEN '' ELSE 'interim care order ended' END AS stopped_by
FROM status
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
    counting="20 weeks from the first day of an unbroken interim care order. Amber only.",
    stops="The final order, or the interim order's end",
    warning=weeks(20),
    gives=frozenset({"start_known", "stopped_by"}),
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
    ),
)
