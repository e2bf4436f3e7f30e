from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

SQL = """
SELECT
    stay.child_id, starts_on AS started_on, start_known, lower(days) AS runs_from,
    upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) = ends_on THEN 'moved'
        WHEN planned @> upper(days) THEN 'matched'
        ELSE 'plan ended' END AS stopped_by
FROM stay
JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS planned
    FROM plan WHERE route = 'long-term-fostering' AND rank = 'primary' GROUP BY child_id
) AS plans USING (child_id)
CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(daterange(decided_on, ended_on)), '{}') AS matched
    FROM long_term_match
    WHERE long_term_match.child_id = stay.child_id AND long_term_match.home_id = stay.home_id
) AS matching
CROSS JOIN LATERAL unnest(datemultirange(daterange(starts_on, ends_on)) * planned - matched)
    AS days
WHERE type IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')
"""

CLOCK = Clock(
    code="long-term-unmatched",
    title="A year with the same carers, not matched",
    why=(
        "The child has lived with these carers for a year and is meant to stay with carers until "
        "18. If it is them, say so; if not, the child should know."
    ),
    source=(
        "One council's panel looks at every long-term home that was never approved as one. "
        "Twelve months, and amber from nine, are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group",
    group=Group.HOMES,
    rules=("LTF-02",),
    subject="the child",
    counting=(
        "Twelve calendar months from the day on which the child came to live with these carers; "
        "it runs while long-term fostering is the primary plan and no match with them holds. "
        "Amber from nine."
    ),
    stops="The match with them decided, another plan, or a move",
    limit=months(12),
    warning=months(9),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "the plan was there before the home, from a leap day on",
            "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01 .. 2024-02-29;"
            " home U6 2024-02-29; plan long-term-fostering 2024-01-15",
            (
                Row(
                    "2023-01-01",
                    runs_from="2024-01-15",
                    stopped="2024-02-29",
                    warn="2023-10-01",
                    due="2024-01-01",
                ),
                Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),
            ),
        ),
        Example(
            "matched after ten months",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01;"
            " plan long-term-fostering 2022-12-01; long-term-match 2023-11-06",
            (Row("2023-01-01", stopped="2023-11-06", warn="2023-10-01", due="2024-01-01"),),
        ),
        Example(
            "matched with others, or matched from the start",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01 .. 2023-06-05 a;"
            " home U4 2023-06-05 b; plan long-term-fostering 2023-01-01;"
            " long-term-match 2023-05-01 ended=2023-05-20 end_reason=x b;"
            " long-term-match 2023-06-05 b",
            (Row("2023-01-01", stopped="2023-06-05", warn="2023-10-01", due="2024-01-01"),),
        ),
        Example(
            "the match ends and the child stays: it counts on from the move",
            "care 2023-01-01; status C2 2023-01-01; home U1 2023-01-01;"
            " plan long-term-fostering 2023-01-01;"
            " long-term-match 2023-03-06 ended=2023-10-02 end_reason=x",
            (
                Row("2023-01-01", stopped="2023-03-06", warn="2023-10-01", due="2024-01-01"),
                Row("2023-01-01", runs_from="2023-10-02", warn="2023-10-01", due="2024-01-01"),
            ),
        ),
        Example(
            "the plan changes, after a second one of the same route; start on or before a day",
            "care ~2023-01-01; status ~C2 2023-01-01; home ~U4 2023-01-01;"
            " plan long-term-fostering 2023-03-06 .. 2023-05-01;"
            " plan long-term-fostering 2023-05-01 .. 2023-09-04; plan connected 2023-09-04",
            (
                Row(
                    "2023-01-01",
                    runs_from="2023-03-06",
                    stopped="2023-09-04",
                    warn="2023-10-01",
                    due="2024-01-01",
                    known=False,
                ),
            ),
        ),
        Example(
            "another primary plan, or a home without foster carers",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01 .. 2023-06-05;"
            " home K2 2023-06-05; plan home 2023-01-01 .. 2023-06-05;"
            " plan long-term-fostering 2023-06-05;"
            " contingency long-term-fostering 2023-01-01 .. 2023-06-05",
        ),
        Example(
            "carers of every kind, one after another",
            "care 2023-01-01; status C2 2023-01-01; home U1 2023-01-01 .. 2023-02-01;"
            " home U2 2023-02-01 .. 2023-03-01; home U3 2023-03-01 .. 2023-04-01;"
            " home U4 2023-04-01 .. 2023-05-01; home U5 2023-05-01 .. 2023-06-01;"
            " home U6 2023-06-01; plan long-term-fostering 2023-01-01",
            (
                Row("2023-01-01", stopped="2023-02-01", warn="2023-10-01", due="2024-01-01"),
                Row("2023-02-01", stopped="2023-03-01", warn="2023-11-01", due="2024-02-01"),
                Row("2023-03-01", stopped="2023-04-01", warn="2023-12-01", due="2024-03-01"),
                Row("2023-04-01", stopped="2023-05-01", warn="2024-01-01", due="2024-04-01"),
                Row("2023-05-01", stopped="2023-06-01", warn="2024-02-01", due="2024-05-01"),
                Row("2023-06-01", warn="2024-03-01", due="2024-06-01"),
            ),
        ),
    ),
)
