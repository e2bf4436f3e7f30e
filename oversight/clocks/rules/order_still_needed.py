from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.homes_with_parents import UNDER_CARE_ORDER

# Reviews and mid-points that one answer settles are one wait, from the first of them.
SQL = f"""
WITH {UNDER_CARE_ORDER}
SELECT child_id, min(held_on) AS started_on, stopped_on, stopped_by
FROM (
    SELECT
        at_home.child_id, starts_on, held_on, least(asked_on, ends_on) AS stopped_on,
        CASE
            WHEN asked_on <= coalesce(ends_on, 'infinity') THEN 'asked'
            ELSE ended_by END AS stopped_by
    FROM at_home
    JOIN (
        SELECT child_id, held_on FROM review UNION SELECT child_id, held_on FROM mid_point
    ) AS look ON look.child_id = at_home.child_id AND daterange(starts_on, ends_on) @> held_on
    CROSS JOIN LATERAL (
        SELECT min(asked_on) AS asked_on FROM order_question
        WHERE order_question.child_id = at_home.child_id AND asked_on >= held_on - 14
    ) AS question
    WHERE coalesce(asked_on >= held_on, true)
) AS looks
GROUP BY child_id, starts_on, stopped_on, stopped_by
"""

CLOCK = Clock(
    code="order-still-needed",
    title="Is the care order still needed?",
    why=(
        "Care orders at home went on for years because no review asked whether they were needed. "
        "Asked every time, the question cannot be forgotten."
    ),
    source=(
        "Local practice after an inspection of 2019 found orders that ran for years without "
        "timely and purposeful review: asked at every review and mid-point. The five working "
        "days to write the answer down are this product's."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Independent Reviewing Officer",
    group=Group.PARENTS,
    rules=("PWP-07",),
    subject="the child",
    counting=(
        "Five working days from the first review or mid-point, with the child at home under a "
        "care order, for which the question was not answered on that day or in the 14 days "
        "before; amber from the fourth."
    ),
    stops="The question answered with its reason, the end of the order, or a move",
    limit=working_days(5),
    warning=working_days(4),
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "a review that did not ask, over Easter",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01;"
            " review 2024-03-26",
            (Row("2024-03-26", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "asked 14 days before the review, and on the day of a mid-point: a wait of no days",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01;"
            " order-question yes 2024-03-12; review 2024-03-26;"
            " mid-point good 2024-06-20; order-question not-yet 2024-06-20",
            (
                Row(
                    "2024-06-20",
                    stopped="2024-06-20",
                    warn="2024-06-26",
                    due="2024-06-27",
                ),
            ),
        ),
        Example(
            "asked 15 days before is too early; answered on the last day",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01;"
            " order-question yes 2024-03-11; review 2024-03-26; order-question apply 2024-04-04",
            (
                Row(
                    "2024-03-26",
                    stopped="2024-04-04",
                    warn="2024-04-03",
                    due="2024-04-04",
                ),
            ),
        ),
        Example(
            "two looks that one late answer settles, and one after it",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01;"
            " review 2024-02-05; mid-point good 2024-05-07; order-question yes 2024-05-15;"
            " review 2024-05-20; review 2024-08-01",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-05-15",
                    warn="2024-02-09",
                    due="2024-02-12",
                ),
                Row("2024-08-01", warn="2024-08-07", due="2024-08-08"),
            ),
        ),
        Example(
            "the review of the first day at home counts, that of the day of the move away not",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01 .. 2024-03-04;"
            " status V2 2024-03-04; home U6 2024-01-01 .. 2024-02-05;"
            " home P1 2024-02-05 .. 2024-03-04; home U6 2024-03-04; review 2024-02-05;"
            " review 2024-03-04; order-question yes 2024-03-04",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-03-04",
                    warn="2024-02-09",
                    due="2024-02-12",
                ),
            ),
        ),
        Example(
            "asked only after the order had ended",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01 .. 2024-02-20;"
            " status V2 2024-02-20; home P1 2024-01-01 .. 2024-03-04; home U6 2024-03-04;"
            " review 2024-02-05;"
            " order-question yes 2024-02-21",
            (
                Row(
                    "2024-02-05",
                    stopped="2024-02-20",
                    warn="2024-02-09",
                    due="2024-02-12",
                ),
            ),
        ),
        Example(
            "not under an interim order, nor with foster carers",
            "recorded 2020-01-01; care 2024-01-01; status C1 2024-01-01 .. 2024-03-01;"
            " status C2 2024-03-01; home P1 2024-01-01 .. 2024-04-02; home U4 2024-04-02;"
            " review 2024-01-29; review 2024-04-22",
        ),
        Example(
            "a review before anybody recorded here, with the answer since",
            "recorded 2024-04-15; care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01;"
            " review 2024-02-05; order-question not-yet 2024-04-17",
            (
                Row(
                    "2024-04-15",
                    stopped="2024-04-17",
                    warn="2024-04-19",
                    due="2024-04-22",
                    known=False,
                ),
            ),
        ),
    ),
)
