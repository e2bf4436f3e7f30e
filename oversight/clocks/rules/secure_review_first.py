from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, months

SQL = """
SELECT
    child_id, starts_on AS started_on, start_known, least(reviewed_on, ends_on) AS stopped_on,
    CASE
        WHEN reviewed_on <= coalesce(ends_on, 'infinity') THEN 'review'
        WHEN ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM home_kind
CROSS JOIN LATERAL (
    SELECT min(held_on) AS reviewed_on FROM review
    WHERE review.child_id = home_kind.child_id AND held_on >= starts_on
) AS reviewing
WHERE kind = 'K1'
"""

CLOCK = Clock(
    code="secure-review-first",
    title="Secure home: first review",
    why=(
        "A locked home is the last resort. Within a month people from outside have to ask "
        "whether it is still needed, and whether anything else would do."
    ),
    source=(
        "Children (Secure Accommodation) Regulations 1991, regulations 15 and 16: a review "
        "within one month of the start."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.HOMES,
    rules=("SEC-01",),
    subject="the child",
    counting=(
        "One calendar month from the day on which the child came to live in a secure home, to "
        "any review held from then on; amber from day 24."
    ),
    stops="A review, or a move",
    limit=months(1),
    warning=days(24),
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the last of January to the last of February",
            "recorded 2020-01-01; care 2024-01-31; status C2 2024-01-31; home K1 2024-01-31",
            (Row("2024-01-31", warn="2024-02-24", due="2024-02-29"),),
        ),
        Example(
            "reviewed on the last day, not before the move",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K2 2024-01-01 .. 2024-01-31; home K1 2024-01-31; review 2024-01-30;"
            " review 2024-02-29; review 2024-05-13",
            (Row("2024-01-31", stopped="2024-02-29", warn="2024-02-24", due="2024-02-29"),),
        ),
        Example(
            "reviewed on the day of the move: a wait of no days",
            "recorded 2020-01-01; care 2024-03-04; status C2 2024-03-04; home K1 2024-03-04;"
            " review 2024-03-04",
            (Row("2024-03-04", stopped="2024-03-04", warn="2024-03-28", due="2024-04-04"),),
        ),
        Example(
            "moved out before the review",
            "recorded 2020-01-01; care 2024-03-04; status C2 2024-03-04;"
            " home K1 2024-03-04 .. 2024-03-25; home K2 2024-03-25; review 2024-03-26",
            (Row("2024-03-04", stopped="2024-03-25", warn="2024-03-28", due="2024-04-04"),),
        ),
        Example(
            "twice, once reviewed; another secure home is the same stay",
            "recorded 2020-01-01; care 2024-03-04; status C2 2024-03-04;"
            " home K1 2024-03-04 .. 2024-03-11; home K1 2024-03-11 .. 2024-05-06;"
            " home K2 2024-05-06 .. 2024-07-01; home K1 2024-07-01; review 2024-03-25",
            (
                Row("2024-03-04", stopped="2024-03-25", warn="2024-03-28", due="2024-04-04"),
                Row("2024-07-01", warn="2024-07-25", due="2024-08-01"),
            ),
        ),
        Example(
            "a children's home that is not secure",
            "recorded 2020-01-01; care 2024-03-04; status C2 2024-03-04; home K2 2024-03-04",
        ),
        Example(
            "there on or before a day, and before people recorded here",
            "recorded 2024-03-18; care ~2024-03-04; status ~C2 2024-03-04; home ~K1 2024-03-04",
            (
                Row(
                    "2024-03-04",
                    warn="2024-03-28",
                    due="2024-04-04",
                    runs_from="2024-03-18",
                    known=False,
                ),
            ),
        ),
    ),
)
