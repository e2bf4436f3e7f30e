from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    working_days,
)

SQL = """
SELECT
    child_id, referred_on AS started_on, decided_on AS stopped_on,
    CASE WHEN decided_on IS NULL THEN '' ELSE 'decided' END AS stopped_by,
    'gateway ' || id AS subject
FROM gateway
WHERE referred_on IS NOT NULL
"""

CLOCK = Clock(
    code="legal-gateway",
    title="Legal Gateway decides",
    why=(
        "A worker who asks whether to go to court is worried today. The panel’s answer is what the "
        "family, the lawyers and the plan all wait for."
    ),
    source="Nobody publishes a limit. Ten working days are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Head of service and legal adviser",
    group=Group.COURT,
    rules=("LAW-13",),
    subject="the question to the panel",
    counting="10 working days after the day the panel was asked; amber from the 8th.",
    stops="The panel decided",
    limit=working_days(10),
    warning=working_days(8),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "asked on the Friday before Easter week",
            "gateway 2024-03-22",
            (Row("2024-03-22", warn="2024-04-05", due="2024-04-09"),),
        ),
        Example(
            "decided on the last day",
            "gateway 2024-05-01 decided=2024-05-16 decision=pre-proceedings",
            (
                Row(
                    "2024-05-01",
                    stopped="2024-05-16",
                    warn="2024-05-14",
                    due="2024-05-16",
                ),
            ),
        ),
        Example(
            "decided on the day it was asked: a wait of no days",
            "gateway 2024-05-01 decided=2024-05-01 decision=issue",
            (
                Row(
                    "2024-05-01",
                    stopped="2024-05-01",
                    warn="2024-05-14",
                    due="2024-05-16",
                ),
            ),
        ),
        Example(
            "a decision whose question nobody recorded",
            "gateway decided=2024-05-16 decision=support",
        ),
        Example(
            "asked again before it had answered: two waits, for a child in care",
            "care 2024-01-01; status V2 2024-01-01;"
            " gateway 2024-03-22 decided=2024-04-12 decision=more; gateway 2024-04-02",
            (
                Row(
                    "2024-03-22",
                    stopped="2024-04-12",
                    warn="2024-04-05",
                    due="2024-04-09",
                ),
                Row("2024-04-02", warn="2024-04-12", due="2024-04-16"),
            ),
        ),
    ),
)
