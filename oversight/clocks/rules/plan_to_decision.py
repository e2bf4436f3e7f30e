from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, months
from oversight.clocks.shared.planned import RATIFIED_ADOPTION, decided

SQL = f"""
SELECT
    ratified.child_id, starts_on AS started_on, least(decided_on, ends_on) AS stopped_on,
    CASE
        WHEN decided_on <= coalesce(ends_on, 'infinity') THEN 'adoption decision'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM ({RATIFIED_ADOPTION}) AS ratified
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS decided_on FROM decision
    WHERE decision.child_id = ratified.child_id AND decided_on >= starts_on
) AS next_decision
WHERE NOT {decided("ratified.child_id", "ratified.starts_on")}
"""

CLOCK = Clock(
    code="plan-to-decision",
    title="Adoption plan to decision",
    why=(
        "The review has said adoption. From then on the report, the medical advice and the "
        "decision are the council’s own work, and two months are enough for them."
    ),
    source=(
        "Statutory guidance on adoption of 2011 and 2013: two months from the review that names "
        "adoption. Recalled, not read again; check it before it is relied on."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.LOW,
    owner="Social worker and agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-07",),
    subject="the child",
    counting=(
        "Two calendar months from the review that ratified a plan for adoption, first or "
        "contingency; amber from the 48th day."
    ),
    stops="The adoption decision, or a plan without adoption",
    limit=months(2),
    warning=days(48),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "ratified on 31 December: two months go to 29 February",
            "care 2023-09-04; status C1 2023-09-04; plan adoption 2023-12-04 ratified=2023-12-31",
            (Row("2023-12-31", warn="2024-02-17", due="2024-02-29"),),
        ),
        Example(
            "decided on the last day of limit and plan, and again",
            "care 2023-11-06; status C1 2023-11-06;"
            " plan adoption 2024-02-05 .. 2024-04-12 ratified=2024-02-12; decision 2024-04-12;"
            " decision 2024-07-01",
            (Row("2024-02-12", stopped="2024-04-12", warn="2024-03-31", due="2024-04-12"),),
        ),
        Example(
            "decided on the day of the review: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " decision 2024-02-12",
            (Row("2024-02-12", stopped="2024-02-12", warn="2024-03-31", due="2024-04-12"),),
        ),
        Example(
            "decided before the review",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " decision 2024-02-09",
        ),
        Example(
            "the contingency was ratified and changes before the decision",
            "care 2023-11-06; status C1 2023-11-06; plan home 2024-02-05;"
            " contingency adoption 2024-02-05 .. 2024-03-18 ratified=2024-02-12;"
            " decision 2024-06-03",
            (Row("2024-02-12", stopped="2024-03-18", warn="2024-03-31", due="2024-04-12"),),
        ),
        Example(
            "contingency, then first: one wait; a plan ratified as it ended starts none",
            "care 2023-11-06; status C1 2023-11-06;"
            " plan adoption 2023-11-20 .. 2023-12-11 ratified=2023-12-11;"
            " contingency adoption 2024-02-05 .. 2024-03-18 ratified=2024-02-12;"
            " plan adoption 2024-03-18 ratified=2024-03-18",
            (Row("2024-02-12", warn="2024-03-31", due="2024-04-12"),),
        ),
        Example(
            "earlier decisions were reversed by the day of the review",
            "care 2022-11-07; status C1 2022-11-07; decision 2023-01-09 reversed 2023-02-06;"
            " decision 2023-03-06 reversed 2024-02-12;"
            " plan adoption 2024-02-05 ratified=2024-02-12",
            (Row("2024-02-12", warn="2024-03-31", due="2024-04-12"),),
        ),
        Example(
            "proposed and not ratified, or another plan",
            "care 2023-11-06; status C1 2023-11-06; contingency adoption 2024-02-05;"
            " plan home 2024-02-05 ratified=2024-02-12",
        ),
    ),
)
