from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days
from oversight.clocks.shared.planned import RATIFIED_ADOPTION, decided

# A report serves that was signed off while the plan was proposed and not yet ratified.
SQL = f"""
SELECT
    ratified.child_id, starts_on AS started_on,
    least(signed_on, decided_on, ends_on) AS stopped_on,
    CASE
        WHEN signed_on <= least(decided_on, ends_on, 'infinity') THEN 'report signed off'
        WHEN decided_on <= coalesce(ends_on, 'infinity') THEN 'adoption decision'
        WHEN ends_on IS NOT NULL THEN 'plan changed'
        ELSE '' END AS stopped_by
FROM ({RATIFIED_ADOPTION}) AS ratified
CROSS JOIN LATERAL (
    SELECT min(completed_on) AS signed_on FROM permanence_report
    WHERE permanence_report.child_id = ratified.child_id AND completed_on >= starts_on
) AS report
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS decided_on FROM decision
    WHERE decision.child_id = ratified.child_id AND decided_on >= starts_on
) AS next_decision
WHERE NOT {decided("ratified.child_id", "ratified.starts_on")}
    AND NOT EXISTS (
        SELECT FROM permanence_report
        JOIN plan USING (child_id)
        WHERE child_id = ratified.child_id AND route = 'adoption'
            AND completed_on >= plan.starts_on AND completed_on < ratified.starts_on
            AND coalesce(plan.ends_on >= ratified.starts_on, true)
    )
"""

CLOCK = Clock(
    code="child-permanence-report",
    title="Child permanence report",
    why=(
        "The decision maker reads the child’s story in this report and decides on nothing else. "
        "Until it is signed off, the plan that the review chose stands still."
    ),
    source=(
        "Local practice, as in Blackburn with Darwen’s procedures: 20 days after the review. The "
        "Adoption Agencies Regulations 2005, regulation 17, ask for the report and set no day."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and team manager",
    group=Group.ADOPTION,
    rules=("ADO-03",),
    subject="the child",
    counting=(
        "20 days from the review that ratified a plan for adoption, first or contingency; amber "
        "from the 16th."
    ),
    stops="The report signed off, the adoption decision, or a plan without adoption",
    limit=days(20),
    warning=days(16),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "the review ratified it, work has begun",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " report 2024-02-15",
            (Row("2024-02-12", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "signed off on the last day, another later; decided that day",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " report 2024-02-15 completed=2024-03-03; report 2024-04-02 completed=2024-05-13;"
            " decision 2024-03-03",
            (Row("2024-02-12", stopped="2024-03-03", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "signed off on the day of the review: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " report 2024-01-15 completed=2024-02-12",
            (Row("2024-02-12", stopped="2024-02-12", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "signed off on the day it was proposed, before the review",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " report 2024-01-15 completed=2024-02-05",
        ),
        Example(
            "the plan becomes the contingency later: one wait",
            "care 2021-11-08; status C1 2021-11-08;"
            " plan adoption 2022-02-07 .. 2024-02-12 ratified=2022-03-07;"
            " contingency adoption 2024-02-12 ratified=2024-02-12;"
            " plan home 2024-02-12; report 2022-01-10 completed=2022-02-04;"
            " report 2022-02-10 completed=2022-03-21",
            (Row("2022-03-07", stopped="2022-03-21", warn="2022-03-23", due="2022-03-27"),),
        ),
        Example(
            "planned and ratified anew: a new report, though an older one is there",
            "care 2021-11-08; status C1 2021-11-08;"
            " plan adoption 2022-02-07 .. 2022-05-02 ratified=2022-03-07;"
            " plan home 2022-05-02 .. 2024-02-05;"
            " plan adoption 2024-02-05 ratified=2024-02-12;"
            " report 2022-01-10 completed=2022-03-21",
            (
                Row("2022-03-07", stopped="2022-03-21", warn="2022-03-23", due="2022-03-27"),
                Row("2024-02-12", warn="2024-02-28", due="2024-03-03"),
            ),
        ),
        Example(
            "reported for another plan's sake while adoption was not proposed",
            "care 2023-11-06; status C1 2023-11-06; plan home 2023-11-13;"
            " contingency adoption 2024-02-05 ratified=2024-02-12;"
            " report 2023-12-04 completed=2024-01-15",
            (Row("2024-02-12", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "decided without a report on record, and reported after; decided again later",
            "care 2023-11-06; status C1 2023-11-06;"
            " plan adoption 2024-02-05 .. 2024-02-26 ratified=2024-02-12;"
            " decision 2024-02-26; decision 2024-06-03; report 2024-02-15 completed=2024-04-01",
            (Row("2024-02-12", stopped="2024-02-26", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "decided on the day of the review: a wait of no days",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " decision 2024-02-12",
            (Row("2024-02-12", stopped="2024-02-12", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "decided before the review",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 ratified=2024-02-12;"
            " decision 2024-02-09",
        ),
        Example(
            "signed off before the first plan became the contingency, which was ratified at once",
            "care 2023-11-06; status C1 2023-11-06; plan adoption 2024-02-05 .. 2024-02-12;"
            " plan home 2024-02-12; contingency adoption 2024-02-12 ratified=2024-02-12;"
            " report 2024-01-15 completed=2024-02-08",
        ),
        Example(
            "earlier decisions were reversed by the day of the review",
            "care 2022-11-07; status C1 2022-11-07; decision 2023-01-09 reversed 2023-02-06;"
            " decision 2023-03-06 reversed 2024-02-12;"
            " plan adoption 2024-02-05 ratified=2024-02-12",
            (Row("2024-02-12", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "the plan changes before it is finished",
            "care 2023-11-06; status C1 2023-11-06;"
            " plan adoption 2024-02-05 .. 2024-02-26 ratified=2024-02-12; plan home 2024-02-26;"
            " report 2024-02-15 completed=2024-04-01; decision 2024-06-03",
            (Row("2024-02-12", stopped="2024-02-26", warn="2024-02-28", due="2024-03-03"),),
        ),
        Example(
            "proposed and not ratified, or another plan",
            "care 2023-11-06; status C1 2023-11-06; contingency adoption 2024-02-05;"
            " plan home 2024-02-05 ratified=2024-02-12",
        ),
    ),
)
