from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, weeks

SQL = """
SELECT
    home_kind.child_id,
    greatest(home_kind.starts_on, status.starts_on) AS started_on,
    (home_kind.start_known AND home_kind.starts_on >= status.starts_on)
        OR (status.start_known AND status.starts_on >= home_kind.starts_on) AS start_known,
    least(home_kind.ends_on, status.ends_on) AS stopped_on,
    CASE
        WHEN home_kind.ends_on <= coalesce(status.ends_on, 'infinity') THEN 'moved'
        WHEN status.ends_on IS NOT NULL THEN 'interim care order ended'
        ELSE '' END AS stopped_by
FROM home_kind
JOIN status USING (child_id)
WHERE kind = 'P1' AND code = 'C1'
    AND daterange(home_kind.starts_on, home_kind.ends_on)
        && daterange(status.starts_on, status.ends_on)
"""

CLOCK = Clock(
    code="placed-with-parents-interim",
    title="With parents under an interim care order",
    why=(
        "At home while proceedings run, a child waits for the court; past the 26 weeks of "
        "proceedings somebody should ask what the order is for."
    ),
    source=(
        "The 26 weeks of care proceedings, Children Act 1989, section 32, as a mark. That "
        "a child at home is shown at that mark is this product's choice; it never turns red."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.PARENTS,
    rules=("PWP-06",),
    subject="the child",
    counting="26 weeks from the later of the move home and the interim order. Amber only.",
    stops="The final order, or a move to another home",
    warning=weeks(26),
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "at home from the interim order",
            "care 2024-01-01; status C1 2024-01-01; home P1 2024-01-01",
            (Row("2024-01-01", warn="2024-07-01"),),
        ),
        Example(
            "moved home during proceedings",
            "care 2024-01-01; status C1 2024-01-01; home U3 2024-01-01 .. 2024-02-05;"
            " home P1 2024-02-05",
            (Row("2024-02-05", warn="2024-08-05"),),
        ),
        Example(
            "the care order ends it",
            "care 2024-01-01; status C1 2024-01-01 .. 2024-06-28; status C2 2024-06-28;"
            " home P1 2024-01-01",
            (Row("2024-01-01", stopped="2024-06-28", warn="2024-07-01"),),
        ),
        Example(
            "under a care order it does not run",
            "care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01",
        ),
        Example(
            "moved out and back: each stay counts for itself",
            "care 2024-01-01; status C1 2024-01-01; home P1 2024-01-01 .. 2024-03-01;"
            " home U4 2024-03-01 .. 2024-04-01; home P1 2024-04-01",
            (
                Row("2024-01-01", stopped="2024-03-01", warn="2024-07-01"),
                Row("2024-04-01", warn="2024-09-30"),
            ),
        ),
    ),
)
