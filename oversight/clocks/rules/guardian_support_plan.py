from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    guardian.child_id, support_plan_drafted_on AS started_on,
    least(support_plan_agreed_on, withdrew_on, ordered_on) AS stopped_on,
    CASE
        WHEN support_plan_agreed_on <= least(withdrew_on, ordered_on, 'infinity')
            THEN 'plan agreed'
        WHEN withdrew_on <= coalesce(ordered_on, 'infinity') THEN 'withdrew'
        WHEN ordered_on IS NOT NULL THEN 'order made'
        ELSE '' END AS stopped_by,
    'guardian ' || id AS subject
FROM guardian
CROSS JOIN LATERAL (
    SELECT min(made_on) AS ordered_on FROM court_order
    WHERE court_order.child_id = guardian.child_id AND kind = order_sought
        AND made_on >= support_plan_drafted_on
) AS court
WHERE order_sought = 'special-guardianship' AND support_plan_drafted_on IS NOT NULL
    AND coalesce(withdrew_on >= support_plan_drafted_on, true)
"""

CLOCK = Clock(
    code="guardian-support-plan",
    title="Special guardianship support plan",
    why=(
        "People agree to bring up a child once they know what help and money they can count on. A "
        "plan that waits for a signature holds up the order."
    ),
    source=(
        "The support plan has to be there before the final hearing. That it is agreed within ten "
        "working days of the draft is proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Service manager",
    group=Group.GUARDIANSHIP,
    rules=("SGO-03",),
    subject="the person who wants to be special guardian",
    counting="10 working days after the day the plan was drafted; amber from the 8th.",
    stops="The plan agreed with its funding, their withdrawal, or the order",
    limit=working_days(10),
    warning=working_days(8),
    gives=frozenset({"stopped_by", "subject"}),
    sql=SQL,
    examples=(
        Example(
            "drafted before Easter",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 support_plan_drafted=2024-03-22",
            (Row("2024-03-22", warn="2024-04-05", due="2024-04-09"),),
        ),
        Example(
            "agreed on the last day; what came later changes nothing",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04"
            " support_plan_drafted=2024-05-01 support_plan_agreed=2024-05-16 withdrew=2024-05-16;"
            " order special-guardianship 2024-07-01",
            (Row("2024-05-01", stopped="2024-05-16", warn="2024-05-14", due="2024-05-16"),),
        ),
        Example(
            "withdrew before it was agreed, on the day another got the order",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04"
            " support_plan_drafted=2024-05-01 withdrew=2024-05-07 support_plan_agreed=2024-05-20;"
            " order special-guardianship 2024-05-07",
            (Row("2024-05-01", stopped="2024-05-07", warn="2024-05-14", due="2024-05-16"),),
        ),
        Example(
            "the order is made first; another later",
            "care 2023-06-05; status C2 2023-06-05;"
            " guardian aunt 2023-09-04 support_plan_drafted=2024-05-01;"
            " order special-guardianship 2020-03-02; order care 2024-05-02;"
            " order special-guardianship 2024-05-10; order special-guardianship 2024-07-01",
            (Row("2024-05-01", stopped="2024-05-10", warn="2024-05-14", due="2024-05-16"),),
        ),
        Example(
            "withdrew before it was drafted",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04"
            " support_plan_drafted=2024-05-01 withdrew=2024-04-30",
        ),
        Example(
            "withdrew, and the order made for another, on the day it was drafted",
            "care 2023-06-05; status C2 2023-06-05; order special-guardianship 2024-05-02;"
            " guardian aunt 2023-09-04 support_plan_drafted=2024-05-01 withdrew=2024-05-01;"
            " guardian uncle 2023-09-04 name=b support_plan_drafted=2024-05-02",
            (
                Row("2024-05-01", stopped="2024-05-01", warn="2024-05-14", due="2024-05-16"),
                Row("2024-05-02", stopped="2024-05-02", warn="2024-05-15", due="2024-05-17"),
            ),
        ),
        Example(
            "nothing drafted, or for a child arrangements order",
            "care 2023-06-05; status C2 2023-06-05; guardian aunt 2023-09-04;"
            " guardian uncle 2023-09-04 name=b support_plan_drafted=2024-05-01"
            " order_sought=child-arrangements",
        ),
    ),
)
