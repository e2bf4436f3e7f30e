from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    months,
    working_days,
)

# The first review of a time in care is left out: the law wants the second within three months.
SQL = """
SELECT
    child_id, held_on AS started_on, lower(days) AS runs_from, upper(days) AS stopped_on,
    CASE upper(days)
        WHEN next_on THEN 'review'
        WHEN five_on THEN 'turned five'
        WHEN left_on THEN 'left care'
        ELSE 'placed for adoption' END AS stopped_by
FROM (
    SELECT
        child_id, held_on, five_on, ends_on AS left_on, start_known,
        row_number() OVER turns AS nth, lead(held_on) OVER turns AS next_on
    FROM review
    JOIN care USING (child_id)
    JOIN child USING (child_id)
    WHERE daterange(starts_on, ends_on) @> held_on AND held_on < five_on
    WINDOW turns AS (PARTITION BY child_id, starts_on ORDER BY held_on)
) AS held
LEFT JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS adoptive
    FROM home_kind WHERE kind = 'adoptive' GROUP BY child_id
) AS placed USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(held_on, least(next_on, five_on, left_on))) - coalesce(adoptive, '{}')
) AS days
WHERE nth > 1 OR NOT start_known
"""

CLOCK = Clock(
    code="review-under-fives",
    title="Quarterly review under five",
    why=(
        "Half a year is a long time in the life of a child of two. Some councils therefore look "
        "every three months until the fifth birthday."
    ),
    source=(
        "Local practice, as in the standards of Wandsworth’s reviewing officers. The regulations "
        "ask for later reviews every six months."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-05",),
    subject="the child",
    counting=(
        "Three months from the last review, from the second of a time in care on; amber from the "
        "20th working day before. While the child is placed for adoption the adoption reviews "
        "count instead. It runs only where an authority switches it on, and then the mid-point "
        "between two reviews comes after 6 weeks."
    ),
    stops="The next review held, the fifth birthday, or the end of care",
    limit=months(3),
    before=working_days(20),
    usual=False,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "not after the first review; after the second and each later one",
            "born 2021-03-15; care 2023-01-03; status C2 2023-01-03; review 2023-01-30;"
            " review 2023-04-24; review 2023-11-30",
            (
                Row("2023-04-24", stopped="2023-11-30", warn="2023-06-26", due="2023-07-24"),
                Row("2023-11-30", stopped="2026-03-15", warn="2024-02-01", due="2024-02-29"),
            ),
        ),
        Example(
            "the fifth birthday ends it; a review on it starts nothing, one on its eve does",
            "born 2018-06-10; care 2022-10-03; status C2 2022-10-03; review 2022-10-28;"
            " review 2023-01-20; review 2023-06-09; review 2023-06-10",
            (
                Row("2023-01-20", stopped="2023-06-09", warn="2023-03-21", due="2023-04-20"),
                Row("2023-06-09", stopped="2023-06-10", warn="2023-08-11", due="2023-09-09"),
            ),
        ),
        Example(
            "five in the middle of a wait",
            "born 2018-06-10; care 2022-10-03; status C2 2022-10-03; review 2022-10-28;"
            " review 2023-04-20; review 2023-08-01",
            (Row("2023-04-20", stopped="2023-06-10", warn="2023-06-22", due="2023-07-20"),),
        ),
        Example(
            "in care on or before the first return: its first review may be a later one",
            "born 2021-03-15; care ~2023-04-01; status C2 2023-04-01; review 2023-05-10",
            (Row("2023-05-10", stopped="2026-03-15", warn="2023-07-13", due="2023-08-10"),),
        ),
        Example(
            "placed for adoption it pauses, and goes on when that home ends",
            "born 2021-03-15; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " review 2023-04-24; home U4 2023-01-03 .. 2023-05-10;"
            " home A6 2023-05-10 .. 2023-07-03; home U4 2023-07-03; review 2023-06-05;"
            " review 2023-08-14",
            (
                Row("2023-04-24", stopped="2023-05-10", warn="2023-06-26", due="2023-07-24"),
                Row(
                    "2023-06-05",
                    runs_from="2023-07-03",
                    stopped="2023-08-14",
                    warn="2023-08-07",
                    due="2023-09-05",
                ),
                Row("2023-08-14", stopped="2026-03-15", warn="2023-10-17", due="2023-11-14"),
            ),
        ),
        Example(
            "back in care the reviews begin anew",
            "born 2021-03-15; care 2023-01-03 .. 2023-05-10; status V2 2023-01-03 .. 2023-05-10;"
            " review 2023-01-30; review 2023-04-24; care 2023-05-20; status V2 2023-05-20;"
            " review 2023-06-12",
            (Row("2023-04-24", stopped="2023-05-10", warn="2023-06-26", due="2023-07-24"),),
        ),
        Example(
            "without a day of birth nobody knows that the child is under five",
            "care 2023-01-03; status C2 2023-01-03; review 2023-01-30; review 2023-04-24",
        ),
    ),
)
