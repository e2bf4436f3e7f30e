from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.homes_with_parents import TO_APPLY

# The same answer given again before anything came of it is one wait, from the first.
SQL = f"""
WITH {TO_APPLY}
SELECT child_id, min(asked_on) AS started_on, stopped_on, stopped_by
FROM (
    SELECT
        child_id, asked_on, home_on,
        least(panel_on, applied_on, changed_on, ends_on) AS stopped_on,
        CASE
            WHEN panel_on <= least(applied_on, changed_on, ends_on, 'infinity')
                THEN 'legal gateway decided'
            WHEN applied_on <= least(changed_on, ends_on, 'infinity') THEN 'application made'
            WHEN changed_on <= coalesce(ends_on, 'infinity') THEN 'answered otherwise'
            ELSE ended_by END AS stopped_by
    FROM to_apply
    CROSS JOIN LATERAL (
        SELECT min(decided_on) AS panel_on FROM gateway
        WHERE gateway.child_id = to_apply.child_id AND decided_on >= asked_on
    ) AS panel
) AS waits
GROUP BY child_id, home_on, stopped_on, stopped_by
"""

CLOCK = Clock(
    code="discharge-legal-panel",
    title="Order to be ended: Legal Gateway",
    why=(
        "A review says that the care order at home is no longer needed, and then nothing happens "
        "because no lawyer has been asked. One child waited more than a year like that."
    ),
    source=(
        "No time is set by law. Four weeks from the answer to the Legal Gateway are proposed by "
        "this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.PARENTS,
    rules=("PWP-08",),
    subject="the child",
    counting=(
        "Four weeks from the day on which it was first answered, for a child at home, that the "
        "care order is to be ended; amber from day 22."
    ),
    stops=(
        "The Legal Gateway's decision, the application, another answer, the end of the order, or "
        "a move"
    ),
    limit=weeks(4),
    warning=days(22),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "the answer, and nothing since; said again at the next review",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01;"
            " order-question apply 2024-02-05; order-question apply 2024-05-06",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "the panel decides on the last day; one before the answer does not count",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01;"
            " gateway 2024-01-10 decided=2024-02-04 decision=discharge;"
            " order-question apply 2024-02-05; gateway decided=2024-03-04 decision=discharge;"
            " gateway decided=2024-04-01 decision=other",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-03-04",
                    warn="2024-02-27",
                    due="2024-03-04",
                ),
            ),
        ),
        Example(
            "the panel decides on the day of the answer: a wait of no days",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01;"
            " order-question apply 2024-02-05; gateway decided=2024-02-05 decision=other",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-05",
                    warn="2024-02-27",
                    due="2024-03-04",
                ),
            ),
        ),
        Example(
            "an application without the panel, which comes later",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " order-question apply 2024-02-05; discharge 2024-02-20 applied_by=mother;"
            " discharge 2024-03-11 applied_by=father; gateway decided=2024-02-21 decision=other",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-20",
                    warn="2024-02-27",
                    due="2024-03-04",
                ),
            ),
        ),
        Example(
            "the court has an application already",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " discharge 2024-02-04 applied_by=mother; order-question apply 2024-02-05",
        ),
        Example(
            "answered otherwise, and then to be ended after all",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01;"
            " order-question apply 2024-02-05; order-question not-yet 2024-02-12;"
            " order-question yes 2024-02-19;"
            " order-question apply 2024-06-03; gateway decided=2024-06-10 decision=discharge",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-12",
                    warn="2024-02-27",
                    due="2024-03-04",
                ),
                Row(
                    "2024-06-03",
                    stopped="2024-06-10",
                    warn="2024-06-25",
                    due="2024-07-01",
                ),
            ),
        ),
        Example(
            "the child moves before the panel decides, and the next answer is another's",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01 .. 2024-02-13;"
            " home U4 2024-02-13; order-question apply 2024-02-05;"
            " gateway decided=2024-02-14 decision=other; order-question apply 2024-02-13",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-13",
                    warn="2024-02-27",
                    due="2024-03-04",
                ),
            ),
        ),
        Example(
            "the order is still needed, or is an interim one",
            "care 2023-01-01; status C1 2023-01-01 .. 2024-01-01; status C2 2024-01-01;"
            " home P1 2023-01-01; order-question apply 2023-12-31;"
            " order-question yes 2024-02-05; order-question not-yet 2024-03-04",
        ),
        Example(
            "the court decides on the day of the answer about an older application",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " discharge 2024-01-08 decided=2024-02-05 outcome=refused;"
            " order-question apply 2024-02-05",
        ),
        Example(
            "refused the day before; a placement order is another matter",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " discharge 2024-01-08 decided=2024-02-04 outcome=refused;"
            " order-question apply 2024-02-05; order placement 2023-06-01; discharge 2024-02-12",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "applied for on the day of the answer: a wait of no days",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " order-question apply 2024-02-05; discharge 2024-02-05;"
            " gateway decided=2024-02-05 decision=discharge",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "the order ends before the child moves, on the day of another answer",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-02-20; status V2 2024-02-20;"
            " home P1 2023-01-01 .. 2024-03-04; home U6 2024-03-04; order care 2023-01-01;"
            " order-question apply 2024-02-05; order-question yes 2024-02-20",
            (Row("2024-02-05", stopped="2024-02-20", warn="2024-02-27", due="2024-03-04"),),
        ),
        Example(
            "applied for on the day of another answer, which is that of the move and of the"
            " order's end",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-02-20; status V2 2024-02-20;"
            " home P1 2023-01-01 .. 2024-02-20; home U6 2024-02-20; order care 2023-01-01;"
            " order-question apply 2024-02-05; order-question yes 2024-02-20;"
            " discharge 2024-02-20",
            (Row("2024-02-05", stopped="2024-02-20", warn="2024-02-27", due="2024-03-04"),),
        ),
    ),
)
