from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    child_id, starts_on AS started_on, ends_on AS stopped_on,
    CASE WHEN ends_on IS NULL THEN '' ELSE 'order ended' END AS stopped_by,
    expires_on AS due_on
FROM liberty
WHERE expires_on IS NOT NULL
"""

CLOCK = Clock(
    code="liberty-expires",
    title="Deprivation of liberty runs out",
    why=(
        "Doors are locked and a child is watched because a court allowed it until a day. After "
        "that day nobody may, unless the court was asked again in time."
    ),
    source=(
        "The order itself sets its last day; the statutory return for 2026 to 2027 asks for the "
        "dates. Amber 20 working days before is this product's."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.HOMES,
    rules=("DOL-01",),
    subject="the order",
    counting=(
        "To the last day that the court set; amber 20 working days before. An order that names "
        "no last day does not run out."
    ),
    limit_words="as the order says",
    stops="The end of the order; one that renews it is counted by itself",
    before=working_days(20),
    gives=frozenset({"stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "in force, to a day after Easter",
            "care 2024-01-01; status C2 2024-01-01; liberty 2024-01-08 expires=2024-04-08",
            (Row("2024-01-08", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "ended before its last day",
            "care 2024-01-01; status C2 2024-01-01;"
            " liberty 2024-01-08 .. 2024-03-04 expires=2024-04-08",
            (Row("2024-01-08", stopped="2024-03-04", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "renewed on the day after the last",
            "care 2024-01-01; status C2 2024-01-01;"
            " liberty 2024-01-08 .. 2024-04-09 expires=2024-04-08;"
            " liberty 2024-04-09 expires=2024-07-09",
            (
                Row("2024-01-08", stopped="2024-04-09", warn="2024-03-07", due="2024-04-08"),
                Row("2024-04-09", warn="2024-06-11", due="2024-07-09"),
            ),
        ),
        Example(
            "an order that names no last day",
            "care 2024-01-01; status C2 2024-01-01; liberty 2024-01-08",
        ),
        Example(
            "made before the child came into care",
            "care 2024-02-05; status C2 2024-02-05; liberty 2024-01-08 expires=2024-04-08",
            (
                Row(
                    "2024-01-08",
                    runs_from="2024-02-05",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
            ),
        ),
        Example("no order", "care 2024-01-01; status C2 2024-01-01; home K1 2024-01-01"),
    ),
)
