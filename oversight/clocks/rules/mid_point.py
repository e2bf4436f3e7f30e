from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, later, months

# After the first review in care, and the first in an adoptive home, the next is due in 3 months.
SQL = f"""
SELECT
    child_id, held_on AS started_on, least(looked_on, next_on, left_on) AS stopped_on,
    CASE
        WHEN looked_on <= least(next_on, left_on, 'infinity') THEN 'mid-point held'
        WHEN next_on IS NOT NULL THEN 'next review'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by,
    CASE WHEN is_short THEN held_on + 42 ELSE {later("held_on", months(3))} END AS due_on,
    CASE WHEN is_short THEN held_on + 28 ELSE {later("held_on", months(2))} END AS warn_on
FROM (
    SELECT
        review.child_id, held_on, care.ends_on AS left_on,
        lead(held_on) OVER (PARTITION BY review.child_id, care.starts_on ORDER BY held_on)
            AS next_on,
        since_known AND row_number() OVER (
            PARTITION BY review.child_id, care.starts_on, adoptive.starts_on ORDER BY held_on
        ) = 1 AS is_short
    FROM review
    JOIN care
        ON care.child_id = review.child_id AND daterange(care.starts_on, care.ends_on) @> held_on
    LEFT JOIN home_kind AS adoptive
        ON adoptive.child_id = review.child_id AND adoptive.kind = 'adoptive'
        AND adoptive.starts_on < held_on AND coalesce(adoptive.ends_on > held_on, true)
    CROSS JOIN LATERAL (
        SELECT coalesce(adoptive.start_known, care.start_known) AS since_known
    ) AS since
) AS held
CROSS JOIN LATERAL (
    SELECT min(mid_point.held_on) AS looked_on FROM mid_point
    WHERE mid_point.child_id = held.child_id AND mid_point.held_on > held.held_on
) AS looking
"""

CLOCK = Clock(
    code="mid-point",
    title="Mid-point between reviews",
    why=(
        "Between two reviews half a year can pass. A look at the mid-point finds the plan that has "
        "stopped while there is still time to move it before the review."
    ),
    source=(
        "Local practice that Ofsted has praised; Wandsworth books it at the end of each review. "
        "That it is late after half of the time is this product’s reading of it."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-19",),
    subject="the child",
    counting=(
        "From each review: 6 weeks where the next is due in 3 months (after the first in care, or "
        "in an adoptive home), else 3 months. Amber, as the time to look, from 4 weeks or 2 months."
    ),
    limit_words="half-way: 6 weeks after the first review, then 3 months",
    stops="A mid-point held, the next review, or the end of care",
    recorded=True,
    gives=frozenset({"stopped_by", "due_on", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "none before the first review; six weeks after it, then three months",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " mid-point in-time 2024-03-05; mid-point in-time 2024-03-20; review 2024-04-24",
            (
                Row("2024-01-30", stopped="2024-03-05", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "the month’s end",
            "recorded 2020-01-01; care 2023-09-01; status C2 2023-09-01; review 2023-09-28;"
            " review 2023-11-30; mid-point in-time 2024-02-29",
            (
                Row("2023-09-28", stopped="2023-11-30", warn="2023-10-26", due="2023-11-09"),
                Row("2023-11-30", stopped="2024-02-29", warn="2024-01-30", due="2024-02-29"),
            ),
        ),
        Example(
            "a look on the day of the review is not one after it",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " mid-point in-time 2024-01-30",
            (Row("2024-01-30", warn="2024-02-27", due="2024-03-12"),),
        ),
        Example(
            "the first review in an adoptive home, and the one on the day of the move",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home U4 2023-01-03 .. 2023-04-24; home A6 2023-04-24 .. 2023-09-01;"
            " home U4 2023-09-01; review 2023-04-24; review 2023-05-22; review 2023-08-21;"
            " review 2023-09-01",
            (
                Row("2023-01-30", stopped="2023-04-24", warn="2023-02-27", due="2023-03-13"),
                Row("2023-04-24", stopped="2023-05-22", warn="2023-06-24", due="2023-07-24"),
                Row("2023-05-22", stopped="2023-08-21", warn="2023-06-19", due="2023-07-03"),
                Row("2023-08-21", stopped="2023-09-01", warn="2023-10-21", due="2023-11-21"),
                Row("2023-09-01", warn="2023-11-01", due="2023-12-01"),
            ),
        ),
        Example(
            "an unknown start of care: its first review may be a later one; left and back again",
            "recorded 2020-01-01; care ~2024-01-02 .. 2024-03-01;"
            " status V2 2024-01-02 .. 2024-03-01; review 2024-01-30; care 2024-04-02;"
            " status V2 2024-04-02; review 2024-04-29",
            (
                Row("2024-01-30", stopped="2024-03-01", warn="2024-03-30", due="2024-04-30"),
                Row("2024-04-29", warn="2024-05-27", due="2024-06-10"),
            ),
        ),
        Example(
            "placed for adoption on or before the first return, and not placed but with others",
            "recorded 2020-01-01; care ~2024-01-02; status E1 2024-01-02; home ~A6 2024-01-02;"
            " review 2024-01-30",
            (Row("2024-01-30", warn="2024-03-30", due="2024-04-30"),),
        ),
        Example(
            "people record here since later on: counted from that day, the limit as far off",
            "recorded 2024-02-09; care 2024-01-02; status C2 2024-01-02; review 2024-01-30",
            (Row("2024-02-09", warn="2024-03-08", due="2024-03-22", known=False),),
        ),
        Example(
            "a review on the day an adoptive home ends is not one in it; the next family’s is",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home A6 2023-04-24 .. 2023-06-05; home U4 2023-06-05 .. 2023-07-03;"
            " home A6 2023-07-03; review 2023-06-05; review 2023-07-31",
            (
                Row("2023-01-30", stopped="2023-06-05", warn="2023-02-27", due="2023-03-13"),
                Row("2023-06-05", stopped="2023-07-31", warn="2023-08-05", due="2023-09-05"),
                Row("2023-07-31", warn="2023-08-28", due="2023-09-11"),
            ),
        ),
    ),
)
