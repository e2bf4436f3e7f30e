from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.planned import planned

SQL = f"""
SELECT
    planned.child_id, starts_on AS started_on, start_known,
    least(decided_on, ends_on) AS stopped_on,
    CASE
        WHEN decided_on <= coalesce(ends_on, 'infinity') THEN 'decided'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM ({planned("adoption")}) AS planned
JOIN child USING (child_id)
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS decided_on FROM sibling_decision
    WHERE sibling_decision.child_id = planned.child_id
        AND decided_on >= starts_on - interval '6 months'
) AS together
WHERE siblings_id IS NOT NULL AND coalesce(decided_on >= starts_on, true)
"""

CLOCK = Clock(
    code="sibling-decision",
    title="Brothers and sisters: together or apart",
    why=(
        "Families are sought for one child or for all of them. The question whether brothers and "
        "sisters stay together has to be answered first, and for each of them."
    ),
    source=(
        "Inspectors ask that it is assessed quickly, and councils that it is done before the "
        "adoption decision and again after six months. Four weeks are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker",
    group=Group.ADOPTION,
    rules=("ADO-27",),
    subject="the child",
    counting=(
        "4 weeks from the day adoption becomes a plan, first or contingency, for a child with "
        "brothers and sisters in care; amber from the 22nd day. A decision of the six months "
        "before counts."
    ),
    stops="The decision for this child, or a plan without adoption",
    limit=weeks(4),
    warning=days(22),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "planned, and not decided for seven months",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " sibling-decision together 2023-08-04; plan adoption 2024-02-05",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "decided on the last day of limit and plan, and once more",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " contingency adoption 2024-02-05 .. 2024-03-04; sibling-decision apart 2024-03-04;"
            " sibling-decision together 2024-07-01",
            (Row("2024-02-05", stopped="2024-03-04", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "decided on the day it was planned: a wait of no days",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " plan adoption 2024-02-05; sibling-decision apart 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "decided six months before to the day",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " sibling-decision together 2023-08-05; plan adoption 2024-02-05;"
            " sibling-decision apart 2024-06-03",
        ),
        Example(
            "the plan changes before it is decided",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " plan adoption ~2024-02-05 .. 2024-02-19; plan home 2024-02-19;"
            " sibling-decision apart 2024-06-03",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-19",
                    warn="2024-02-27",
                    due="2024-03-04",
                    known=False,
                ),
            ),
        ),
        Example(
            "recording began after the plan",
            "recorded 2024-05-06; siblings; care 2022-06-06; status C1 2022-06-06;"
            " plan adoption 2023-02-06",
            (Row("2024-05-06", warn="2024-05-28", due="2024-06-03", known=False),),
        ),
        Example(
            "nobody else in care",
            "recorded 2020-01-01; care 2023-06-05; status C1 2023-06-05; plan adoption 2024-02-05",
        ),
        Example(
            "another plan",
            "recorded 2020-01-01; siblings; care 2023-06-05; status C1 2023-06-05;"
            " plan home 2024-02-05",
        ),
    ),
)
