from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, months

# What each decision of the court gave: from the day it was made to its last day. A year that begins
# on 29 February ends on 28 February, one that begins on 1 March on the last of February.
SQL = """
WITH given AS (
    SELECT
        id, child_id, made_on, ended_on, made_on AS given_on,
        coalesce(first_expires_on, greatest(
            (made_on + interval '1 year')::date - 1, (made_on - 1 + interval '1 year')::date
        )) AS last_on
    FROM court_order WHERE kind = 'supervision'
    UNION ALL
    SELECT id, court_order.child_id, made_on, ended_on, ordered_on, until_on
    FROM court_order
    JOIN order_extension ON order_id = id
    WHERE kind = 'supervision'
),
quarter AS (
    SELECT
        given.*,
        greatest((last_on + 1 - interval '3 months')::date, given_on) AS started_on,
        lead(given_on) OVER (PARTITION BY id ORDER BY given_on, last_on) AS extended_on
    FROM given
)
SELECT
    quarter.child_id, started_on, started_on AS warn_on,
    least(extended_on, asked_on, ended_on, last_on + 1) AS stopped_on,
    CASE
        WHEN extended_on <= least(asked_on, ended_on, last_on) THEN 'extended'
        WHEN asked_on <= least(ended_on, last_on) THEN 'Legal Gateway decided'
        WHEN ended_on <= last_on THEN 'order ended'
        ELSE 'order ran out' END AS stopped_by,
    'order ' || id AS subject
FROM quarter
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS asked_on FROM gateway
    WHERE gateway.child_id = quarter.child_id AND decided_on >= started_on
) AS panel
WHERE last_on < (made_on + interval '3 years')::date - 1
    AND coalesce(least(extended_on, ended_on) > started_on, true)
"""

CLOCK = Clock(
    code="supervision-extension",
    title="Longer supervision: decide",
    why=(
        "The court can only make longer what has not yet run out. In the order’s last weeks there "
        "is no time left to ask, so the decision has to come before them."
    ),
    source=(
        "Councils that track it look at month 9 and expect a decision by month 11. The law lets a "
        "supervision order be made longer up to three years in all (Children Act 1989, schedule "
        "3, paragraph 6) and names no day to ask by."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and legal adviser",
    group=Group.COURT,
    rules=("LAW-10",),
    subject="the order",
    counting=(
        "Two months from the first day of the order’s last three: month 11 of a year. Amber from "
        "its first day. An order that lasts three years already cannot be made longer."
    ),
    stops="The order made longer, the Legal Gateway’s decision, or the order’s end",
    limit=months(2),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"stopped_by", "subject", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "nobody decides, and it runs out",
            "order supervision 2024-05-10",
            (Row("2025-02-10", stopped="2025-05-10", warn="2025-02-10", due="2025-04-10"),),
        ),
        Example(
            "the panel decides on the first day of the last three months, and once more later",
            "order supervision 2024-05-10; gateway decided=2025-02-10 decision=other;"
            " gateway decided=2025-04-01 decision=support",
            (Row("2025-02-10", stopped="2025-02-10", warn="2025-02-10", due="2025-04-10"),),
        ),
        Example(
            "a decision from before them is about something else",
            "order supervision 2024-05-10 ended=2025-03-03;"
            " gateway decided=2025-02-09 decision=other; gateway decided=2025-03-03 decision=other",
            (Row("2025-02-10", stopped="2025-03-03", warn="2025-02-10", due="2025-04-10"),),
        ),
        Example(
            "made longer by a year, and then again until the third: nothing further to ask for",
            "order supervision 2024-05-10; order-extension 2025-03-20 until=2026-05-09;"
            " order-extension 2026-04-15 until=2027-05-09;"
            " gateway decided=2025-03-20 decision=other",
            (
                Row("2025-02-10", stopped="2025-03-20", warn="2025-02-10", due="2025-04-10"),
                Row("2026-02-10", stopped="2026-04-15", warn="2026-02-10", due="2026-04-10"),
            ),
        ),
        Example(
            "the panel decides, and it is made longer to a day before three years are over",
            "order supervision 2024-05-10; order-extension 2025-03-20 until=2027-05-08;"
            " gateway decided=2025-02-20 decision=other",
            (
                Row("2025-02-10", stopped="2025-02-20", warn="2025-02-10", due="2025-04-10"),
                Row("2027-02-09", stopped="2027-05-09", warn="2027-02-09", due="2027-04-09"),
            ),
        ),
        Example(
            "made longer, or ended, before the last three months began: no wait",
            "order supervision 2024-05-10 ended=2025-06-02;"
            " order-extension 2025-02-10 until=2027-05-09;"
            " order supervision 2021-01-04 ended=2021-10-04",
        ),
        Example(
            "made longer on the very day it was made",
            "order supervision 2024-05-10; order-extension 2024-05-10 until=2025-11-09",
            (Row("2025-08-10", stopped="2025-11-10", warn="2025-08-10", due="2025-10-10"),),
        ),
        Example(
            "made for two months: from its first day",
            "order supervision 2024-05-10 expires=2024-07-09",
            (Row("2024-05-10", stopped="2024-07-10", warn="2024-05-10", due="2024-07-10"),),
        ),
        Example(
            "made on 29 February, and another on 1 March of the year before",
            "order supervision 2023-03-01 ended=2024-02-29; order supervision 2024-02-29",
            (
                Row("2023-12-01", stopped="2024-02-29", warn="2023-12-01", due="2024-02-01"),
                Row("2024-12-01", stopped="2025-03-01", warn="2024-12-01", due="2025-02-01"),
            ),
        ),
        Example(
            "ended, and the panel decided about something else afterwards",
            "order supervision 2024-05-10 ended=2025-03-03; gateway decided=2025-04-01"
            " decision=support",
            (Row("2025-02-10", stopped="2025-03-03", warn="2025-02-10", due="2025-04-10"),),
        ),
        Example(
            "a care order is not made longer",
            "order care 2024-05-10; order-extension 2024-08-01 until=2024-12-01",
        ),
    ),
)
