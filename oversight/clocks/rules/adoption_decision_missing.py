from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

SQL = """
SELECT
    child_id, starts_on AS started_on, start_known,
    least(ends_on, recorded_on) AS stopped_on,
    CASE
        WHEN recorded_on <= coalesce(ends_on, 'infinity') THEN 'adoption decision'
        WHEN ends_on IS NOT NULL THEN 'placement order ended'
        ELSE '' END AS stopped_by,
    'the adoption decision' AS missing
FROM status
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS recorded_on FROM decision
    WHERE decision.child_id = status.child_id
) AS decided
WHERE code = 'E1' AND coalesce(recorded_on > starts_on, true)
"""

CLOCK = Clock(
    code="adoption-decision-missing",
    title="Adoption decision not recorded",
    why=(
        "A court makes a placement order only where the agency has decided for adoption. Without "
        "the day of that decision nobody can tell how long the child has waited."
    ),
    source="SSDA903 checks 551 and 553: a placement order needs a decision dated on or before it.",
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Data officer and social worker",
    group=Group.ADOPTION,
    subject="the child",
    counting="No limit: the fact is missing from the first day.",
    limit_words="cannot be told until the decision is recorded",
    stops="The decision recorded, or the end of the order",
    gives=frozenset({"start_known", "stopped_by", "missing"}),
    sql=SQL,
    examples=(
        Example(
            "an order and no decision",
            "care 2024-01-01; status E1 2024-03-01",
            (Row("2024-03-01", missing=True),),
        ),
        Example(
            "the decision is dated after the order",
            "care 2024-01-01; status E1 2024-03-01; decision 2024-03-20",
            (Row("2024-03-01", stopped="2024-03-20", missing=True),),
        ),
        Example(
            "decided on the day of the order: nothing is missing",
            "care 2024-01-01; status E1 2024-03-01; decision 2024-03-01",
        ),
        Example(
            "the order ends and nobody recorded it",
            "care 2024-01-01; status E1 2024-03-01 .. 2024-06-01; status C2 2024-06-01",
            (Row("2024-03-01", stopped="2024-06-01", missing=True),),
        ),
        Example("no placement order", "care 2024-01-01; status C2 2024-03-01"),
        Example(
            "two unbroken spells, the second covered by a decision",
            "care 2022-01-01; status E1 2022-03-01 .. 2022-09-01;"
            " status C2 2022-09-01 .. 2023-03-01; status E1 2023-03-01; decision 2023-02-01",
            (Row("2022-03-01", stopped="2022-09-01", missing=True),),
        ),
    ),
)
