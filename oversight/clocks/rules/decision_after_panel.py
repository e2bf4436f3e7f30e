from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    working_days,
)
from oversight.clocks.shared.planned import decided, planned

# A panel that asked for more has recommended nothing.
SQL = f"""
WITH papers AS (
    SELECT child_id, received_on, 'panel ' || id AS subject
    FROM panel WHERE question = 'plan' AND recommendation <> 'deferred'
    UNION ALL
    SELECT child_id, received_on, 'report ' || id FROM permanence_report
)
SELECT
    papers.child_id, received_on AS started_on, least(decided_on, changed_on) AS stopped_on,
    CASE
        WHEN decided_on <= coalesce(changed_on, 'infinity') THEN 'adoption decision'
        WHEN changed_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by,
    subject
FROM papers
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS decided_on FROM decision
    WHERE decision.child_id = papers.child_id AND decided_on >= received_on
) AS next_decision
LEFT JOIN LATERAL (
    SELECT ends_on AS changed_on FROM ({planned("adoption")}) AS spell
    WHERE spell.child_id = papers.child_id AND starts_on <= received_on AND ends_on > received_on
) AS plans ON true
WHERE received_on IS NOT NULL AND NOT {decided("papers.child_id", "received_on")}
"""

CLOCK = Clock(
    code="decision-after-panel",
    title="Papers with the decision maker",
    why=(
        "All papers are on the decision maker’s desk. Seven working days are enough to read them, "
        "and the child’s family finding and court dates wait for the answer."
    ),
    source=(
        "Adoption: national minimum standards 2014, standard 17: within seven working days of the "
        "recommendation and final minutes, or of the papers where no panel is asked."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-06",),
    subject="the panel’s recommendation, or the report",
    counting=(
        "7 working days from the day the decision maker had the recommendation with its minutes, "
        "or the child permanence report with all papers; amber from the 6th."
    ),
    stops="The adoption decision, or a plan without adoption",
    limit=working_days(7),
    warning=working_days(6),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "the papers came on the Friday before Easter week",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-01-15;"
            " report 2024-02-05 completed=2024-03-15 received=2024-03-22",
            (Row("2024-03-22", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "the panel’s minutes came; decided on the last day of limit and plan, and again",
            "care 2023-11-06; status V2 2023-11-06; plan adoption 2024-01-15 .. 2024-05-13;"
            " panel plan 2024-04-24 recommendation=yes received=2024-05-01;"
            " decision 2024-05-13 reversed 2024-09-02; decision 2024-10-07",
            (Row("2024-05-01", stopped="2024-05-13", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "decided on the day the papers came: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06;"
            " report 2024-02-05 completed=2024-03-15 received=2024-05-01; decision 2024-05-01",
            (Row("2024-05-01", stopped="2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "the panel wants more, or is asked about a match; the papers have not come",
            "care 2023-11-06; status C1 2023-11-06; report 2024-02-05 completed=2024-03-15;"
            " panel plan 2024-04-24 recommendation=deferred received=2024-05-01;"
            " panel match 2024-04-25 recommendation=yes received=2024-05-02;"
            " panel plan 2024-05-22 recommendation=yes",
        ),
        Example(
            "decided before the papers came",
            "care 2023-11-06; status C1 2023-11-06; decision 2024-04-30;"
            " report 2024-02-05 completed=2024-03-15 received=2024-05-01",
        ),
        Example(
            "an earlier decision was reversed by the day they came, or is reversed later",
            "care 2023-11-06; status C1 2023-11-06; decision 2023-12-04 reversed 2024-05-01;"
            " report 2024-02-05 completed=2024-03-15 received=2024-05-01;"
            " report 2023-11-20 completed=2024-01-15 received=2024-01-22",
            (Row("2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "the decision maker says no, and the plan changes; it is decided in another year",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-05-01 .. 2024-05-20;"
            " plan home 2024-05-20 .. 2025-01-06; plan adoption 2025-01-06 .. 2025-08-04;"
            " panel plan 2024-04-24 recommendation=no received=2024-05-01; decision 2025-03-03",
            (Row("2024-05-01", stopped="2024-05-20", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "the plan had ended the day the papers came: only the decision ends the wait",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-01-15 .. 2024-05-01;"
            " plan adoption 2024-06-03 .. 2024-07-01;"
            " report 2024-02-05 completed=2024-03-15 received=2024-05-01",
            (Row("2024-05-01", warn="2024-05-10", due="2024-05-13"),),
        ),
        Example(
            "a report and then a panel: a wait each",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-01-15;"
            " report 2024-02-05 completed=2024-03-15 received=2024-05-01;"
            " panel plan 2024-05-08 recommendation=yes received=2024-05-15",
            (
                Row("2024-05-01", warn="2024-05-10", due="2024-05-13"),
                Row("2024-05-15", warn="2024-05-23", due="2024-05-24"),
            ),
        ),
    ),
)
