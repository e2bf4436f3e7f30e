from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, weeks
from oversight.clocks.shared.homes_with_parents import TO_APPLY

# The same answer given again before anything came of it is one wait, from the first.
SQL = f"""
WITH {TO_APPLY}
SELECT child_id, min(asked_on) AS started_on, stopped_on, stopped_by
FROM (
    SELECT
        child_id, asked_on, home_on, least(applied_on, changed_on, ends_on) AS stopped_on,
        CASE
            WHEN applied_on <= least(changed_on, ends_on, 'infinity') THEN 'application made'
            WHEN changed_on <= coalesce(ends_on, 'infinity') THEN 'answered otherwise'
            ELSE ended_by END AS stopped_by
    FROM to_apply
) AS waits
GROUP BY child_id, home_on, stopped_on, stopped_by
"""

CLOCK = Clock(
    code="discharge-application",
    title="Order to be ended: apply to court",
    why=(
        "Only the court can end a care order. Each month between the answer and the application "
        "is one more of reviews, visits and meetings that the family does not need."
    ),
    source=(
        "Children Act 1989, section 39, sets no time. Twelve weeks from the answer to the "
        "application, and amber from eight, are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and legal adviser",
    group=Group.PARENTS,
    rules=("PWP-08",),
    subject="the child",
    counting=(
        "Twelve weeks from the day on which it was first answered, for a child at home, that the "
        "care order is to be ended; amber from the eighth."
    ),
    stops="An application to end the order, another answer, the end of the order, or a move",
    limit=weeks(12),
    warning=weeks(8),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "said twice, and no application",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01;"
            " order-question apply 2024-02-05; order-question apply 2024-05-06",
            (Row("2024-02-05", warn="2024-04-01", due="2024-04-29"),),
        ),
        Example(
            "applied for on the last day, whoever applies",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " order-question apply 2024-02-05; discharge 2024-04-29 applied_by=father;"
            " discharge 2024-05-07 applied_by=mother",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-04-29",
                    warn="2024-04-01",
                    due="2024-04-29",
                ),
            ),
        ),
        Example(
            "applied for on the day of the answer: a wait of no days",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " order-question apply 2024-02-05; discharge 2024-02-05",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-05",
                    warn="2024-04-01",
                    due="2024-04-29",
                ),
            ),
        ),
        Example(
            "the court decides on the day of the answer about an older application",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " discharge 2024-01-08 decided=2024-02-05 outcome=refused;"
            " order-question apply 2024-02-05",
        ),
        Example(
            "refused the day before, it has to be made again; a placement order is another matter",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " discharge 2024-01-08 decided=2024-02-04 outcome=refused;"
            " order-question apply 2024-02-05; order placement 2023-06-01; discharge 2024-02-12",
            (Row("2024-02-05", warn="2024-04-01", due="2024-04-29"),),
        ),
        Example(
            "answered otherwise before the application",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01; order care 2023-01-01;"
            " order-question apply 2024-02-05; order-question yes 2024-02-12;"
            " order-question not-yet 2024-02-26; discharge 2024-02-19",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-12",
                    warn="2024-04-01",
                    due="2024-04-29",
                ),
            ),
        ),
        Example(
            "the order ends by itself",
            "care 2023-01-01 .. 2024-03-01; status C2 2023-01-01 .. 2024-03-01;"
            " home P1 2023-01-01 .. 2024-03-01; order-question apply 2024-02-05",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-03-01",
                    warn="2024-04-01",
                    due="2024-04-29",
                ),
            ),
        ),
        Example(
            "two stays at home, an answer in each and none in between that counts",
            "care 2023-01-01; status C2 2023-01-01; home P1 2023-01-01 .. 2024-02-13;"
            " home U4 2024-02-13 .. 2024-03-04; home P1 2024-03-04;"
            " order-question apply 2024-02-05; order-question apply 2024-02-20;"
            " order-question apply 2024-03-04",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-13",
                    warn="2024-04-01",
                    due="2024-04-29",
                ),
                Row("2024-03-04", warn="2024-04-29", due="2024-05-27"),
            ),
        ),
        Example(
            "the order ends before the child moves, on the day of another answer",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-02-20; status V2 2024-02-20;"
            " home P1 2023-01-01 .. 2024-03-04; home U6 2024-03-04; order care 2023-01-01;"
            " order-question apply 2024-02-05; order-question yes 2024-02-20",
            (Row("2024-02-05", stopped="2024-02-20", warn="2024-04-01", due="2024-04-29"),),
        ),
        Example(
            "applied for on the day of another answer, which is that of the move and of the"
            " order's end",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-02-20; status V2 2024-02-20;"
            " home P1 2023-01-01 .. 2024-02-20; home U6 2024-02-20; order care 2023-01-01;"
            " order-question apply 2024-02-05; order-question yes 2024-02-20;"
            " discharge 2024-02-20",
            (Row("2024-02-05", stopped="2024-02-20", warn="2024-04-01", due="2024-04-29"),),
        ),
    ),
)
