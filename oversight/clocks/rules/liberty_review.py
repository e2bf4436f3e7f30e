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
    liberty.child_id, day AS started_on, lead(day, 1, ends_on) OVER looks AS stopped_on,
    CASE
        WHEN lead(day) OVER looks IS NOT NULL THEN 'looked at'
        WHEN ends_on IS NOT NULL THEN 'order ended'
        ELSE '' END AS stopped_by
FROM liberty
JOIN (
    SELECT id, starts_on AS day FROM liberty
    UNION SELECT deprivation_id, reviewed_on FROM liberty_review
) AS look ON look.id = liberty.id AND daterange(starts_on, ends_on) @> day
WINDOW looks AS (PARTITION BY liberty.id ORDER BY day)
"""

CLOCK = Clock(
    code="liberty-review",
    title="Deprivation of liberty looked at",
    why=(
        "What a court allowed is the most that may be done, not what must be. Somebody has to "
        "ask in between whether less would do by now."
    ),
    source=(
        "No source sets a time. Three months, as for secure homes, are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and Independent Reviewing Officer",
    group=Group.HOMES,
    rules=("DOL-01",),
    subject="the order",
    counting=(
        "Three calendar months from the first day of the order, and from each look at it since; "
        "amber 20 working days before."
    ),
    stops="The next look at the order, or its end",
    limit=months(3),
    before=working_days(20),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the last of November to the last of February",
            "care 2023-01-01; status C2 2023-01-01; liberty 2023-11-30",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "looked at twice, the first time on the last day",
            "care 2024-01-01; status C2 2024-01-01; liberty 2024-01-08 expires=2024-12-31;"
            " liberty-review same 2024-04-08; liberty-review less 2024-06-03",
            (
                Row("2024-01-08", stopped="2024-04-08", warn="2024-03-07", due="2024-04-08"),
                Row("2024-04-08", stopped="2024-06-03", warn="2024-06-10", due="2024-07-08"),
                Row("2024-06-03", warn="2024-08-05", due="2024-09-03"),
            ),
        ),
        Example(
            "a look on the first day starts nothing of its own, nor does one on the last",
            "care 2024-01-01; status C2 2024-01-01; liberty 2024-01-08 .. 2024-03-04;"
            " liberty-review same 2024-01-08; liberty-review end 2024-03-04",
            (Row("2024-01-08", stopped="2024-03-04", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "an order that renews another begins anew; a look belongs to its own order",
            "care 2024-01-01; status C2 2024-01-01; liberty 2024-01-08 .. 2024-03-04;"
            " liberty-review same 2024-02-05; liberty-review same 2024-04-15; liberty 2024-03-04",
            (
                Row("2024-01-08", stopped="2024-02-05", warn="2024-03-07", due="2024-04-08"),
                Row("2024-02-05", stopped="2024-03-04", warn="2024-04-08", due="2024-05-05"),
                Row("2024-03-04", warn="2024-05-03", due="2024-06-04"),
            ),
        ),
        Example("no order", "care 2024-01-01; status C2 2024-01-01; home K1 2024-01-01"),
    ),
)
