from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, months

# A year that begins on 29 February ends on 28 February, one that begins on 1 March on the last of
# February: the later of the two ways to count is right for both.
SQL = """
SELECT
    child_id, made_on AS started_on, made_known AS start_known,
    least(ended_on, last_on + 1) AS stopped_on,
    CASE WHEN ended_on <= last_on THEN 'order ended' ELSE 'order ran out' END AS stopped_by,
    'order ' || id AS subject, last_on AS due_on
FROM court_order
CROSS JOIN LATERAL (
    SELECT greatest(made_on, coalesce(expires_on, greatest(
        (made_on + interval '1 year')::date - 1, (made_on - 1 + interval '1 year')::date
    ))) AS last_on
) AS lasts
WHERE kind = 'supervision'
"""

CLOCK = Clock(
    code="supervision-order",
    title="Supervision order runs out",
    why=(
        "A supervision order ends by itself, often before the work with the family is done. Who "
        "wants more time must know the day, and ask before it."
    ),
    source=(
        "Children Act 1989, schedule 3, paragraph 6(1): one year beginning with the day of the "
        "order; (3) and (4): longer by order, three years in all. The warning is ours."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.COURT,
    rules=("LAW-09",),
    subject="the order",
    counting=(
        "To the last day that the court set or extended it to; the eve of the anniversary where "
        "none is recorded. Amber three months before that day."
    ),
    limit_words="the order’s last day, a year at most unless extended",
    stops="The order’s end, or the day after its last",
    before=months(3),
    runs=Runs.BEYOND_CARE,
    gives=frozenset({"start_known", "stopped_by", "subject", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "no last day recorded: a year, for a child at home",
            "order supervision 2024-05-10",
            (Row("2024-05-10", stopped="2025-05-10", warn="2025-02-09", due="2025-05-09"),),
        ),
        Example(
            "made on 29 February",
            "order supervision 2024-02-29",
            (Row("2024-02-29", stopped="2025-03-01", warn="2024-11-28", due="2025-02-28"),),
        ),
        Example(
            "made on 1 March of the year before a leap year",
            "order supervision 2023-03-01",
            (Row("2023-03-01", stopped="2024-03-01", warn="2023-11-29", due="2024-02-29"),),
        ),
        Example(
            "made for six months",
            "order supervision 2024-05-10 expires=2024-11-09",
            (Row("2024-05-10", stopped="2024-11-10", warn="2024-08-09", due="2024-11-09"),),
        ),
        Example(
            "extended to a second year: the last day moves",
            "order supervision 2024-05-10; order-extension 2025-03-20 until=2026-05-09",
            (Row("2024-05-10", stopped="2026-05-10", warn="2026-02-09", due="2026-05-09"),),
        ),
        Example(
            "ended by the court on its last day, from an unknown start",
            "order supervision 2024-05-10 made_known=False ended=2025-05-09",
            (
                Row(
                    "2024-05-10",
                    stopped="2025-05-09",
                    warn="2025-02-09",
                    due="2025-05-09",
                    known=False,
                ),
            ),
        ),
        Example(
            "an extension written down as from before the order: its own day at least",
            "order supervision 2024-05-10; order-extension 2024-02-05 until=2024-03-04",
            (Row("2024-05-10", stopped="2024-05-11", warn="2024-02-10", due="2024-05-10"),),
        ),
        Example(
            "made for less than a year that nobody recorded, and extended within it",
            "order supervision 2024-05-10; order-extension 2024-07-15 until=2024-11-09",
            (Row("2024-05-10", stopped="2024-11-10", warn="2024-08-09", due="2024-11-09"),),
        ),
        Example("a care order does not run out so", "order care 2024-05-10"),
    ),
)
