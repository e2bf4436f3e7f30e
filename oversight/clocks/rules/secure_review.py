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

SQL = """
SELECT
    home_kind.child_id, held_on AS started_on, lead(held_on, 1, ends_on) OVER stays AS stopped_on,
    CASE
        WHEN lead(held_on) OVER stays IS NOT NULL THEN 'review'
        WHEN ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM home_kind
JOIN review
    ON review.child_id = home_kind.child_id AND daterange(starts_on, ends_on) @> held_on
WHERE kind = 'K1'
WINDOW stays AS (PARTITION BY home_kind.child_id, starts_on ORDER BY held_on)
"""

CLOCK = Clock(
    code="secure-review",
    title="Secure home: next review",
    why=(
        "As long as a child is locked in, the question whether that is still needed comes back "
        "every three months, whatever the plan says."
    ),
    source=(
        "Children (Secure Accommodation) Regulations 1991, regulations 15 and 16: after the "
        "first review at intervals of not more than three months."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.HOMES,
    rules=("SEC-01",),
    subject="the child",
    counting=(
        "Three calendar months from each review held while the child lives in a secure home; "
        "amber 20 working days before."
    ),
    stops="The next review, or a move",
    limit=months(3),
    before=working_days(20),
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the last of November to the last of February",
            "recorded 2020-01-01; care 2023-11-06; status C2 2023-11-06; home K1 2023-11-06;"
            " review 2023-11-30",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "each review starts it anew",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home K1 2024-01-01;"
            " review 2024-01-29; review 2024-04-29; review 2024-07-01",
            (
                Row("2024-01-29", stopped="2024-04-29", warn="2024-03-28", due="2024-04-29"),
                Row("2024-04-29", stopped="2024-07-01", warn="2024-07-01", due="2024-07-29"),
                Row("2024-07-01", warn="2024-09-03", due="2024-10-01"),
            ),
        ),
        Example(
            "the review of the first day counts, one of the day of the move out does not",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K1 2024-01-01 .. 2024-03-04; home K2 2024-03-04; review 2024-01-01;"
            " review 2024-03-04",
            (Row("2024-01-01", stopped="2024-03-04", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "two stays are not one",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K1 2024-01-01 .. 2024-03-04; home K2 2024-03-04 .. 2024-05-06;"
            " home K1 2024-05-06; review 2024-01-29; review 2024-04-15; review 2024-06-03",
            (
                Row("2024-01-29", stopped="2024-03-04", warn="2024-03-28", due="2024-04-29"),
                Row("2024-06-03", warn="2024-08-05", due="2024-09-03"),
            ),
        ),
        Example(
            "no review yet, or a home that is not secure: another clock, or none",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K2 2024-01-01 .. 2024-05-06; home K1 2024-05-06; review 2024-01-29",
        ),
        Example(
            "reviewed before people recorded here",
            "recorded 2024-03-18; care 2024-01-01; status C2 2024-01-01; home K1 2024-01-01;"
            " review 2024-02-26; review 2024-05-20",
            (
                Row(
                    "2024-03-18",
                    stopped="2024-05-20",
                    warn="2024-05-20",
                    due="2024-06-18",
                    known=False,
                ),
                Row("2024-05-20", warn="2024-07-23", due="2024-08-20"),
            ),
        ),
    ),
)
