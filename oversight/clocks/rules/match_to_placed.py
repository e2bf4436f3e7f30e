from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# A match that is followed by another gives way to it.
SQL = """
SELECT
    made.child_id, decided_on AS started_on,
    least(placed_on, withdrawn_on, reversed_on, next_on) AS stopped_on,
    CASE
        WHEN placed_on <= least(withdrawn_on, reversed_on, next_on, 'infinity')
            THEN 'adoptive home'
        WHEN withdrawn_on <= least(reversed_on, next_on, 'infinity') THEN 'match withdrawn'
        WHEN reversed_on <= coalesce(next_on, 'infinity') THEN 'decision reversed'
        WHEN next_on IS NOT NULL THEN 'another match'
        ELSE '' END AS stopped_by
FROM (
    SELECT *, lead(decided_on) OVER (PARTITION BY child_id ORDER BY decided_on) AS next_on
    FROM match
) AS made
CROSS JOIN LATERAL (
    SELECT min(greatest(starts_on, decided_on)) AS placed_on FROM home_kind
    WHERE home_kind.child_id = made.child_id AND kind = 'adoptive'
        AND coalesce(ends_on > decided_on, true)
) AS home
CROSS JOIN LATERAL (
    SELECT min(decision.reversed_on) AS reversed_on FROM decision
    WHERE decision.child_id = made.child_id AND decision.reversed_on >= made.decided_on
) AS reversal
"""

CLOCK = Clock(
    code="match-to-placed",
    title="Match to adoptive home",
    why=(
        "The family is found and the child knows it. Introductions take two or three weeks; a move "
        "that then drags on is hard on everybody."
    ),
    source="Nobody publishes a limit. 28 and 56 days are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Regional adoption agency and social worker",
    group=Group.ADOPTION,
    rules=("ADO-13",),
    subject="the child",
    counting="Calendar days from the decision on the match; amber from the 28th, red after 56.",
    stops="The move to an adoptive home, the match or the decision undone, or another match",
    limit=days(56),
    warning=days(28),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "matched, over a 29 February, and not moved",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07; match 2024-02-05",
            (Row("2024-02-05", warn="2024-03-04", due="2024-04-01"),),
        ),
        Example(
            "moved on the last day",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07 .. 2024-04-01;"
            " home A5 2024-04-01 .. 2024-10-07; home A6 2024-10-07;"
            " match 2024-02-05 withdrawn 2024-04-01",
            (Row("2024-02-05", stopped="2024-04-01", warn="2024-03-04", due="2024-04-01"),),
        ),
        Example(
            "lives with the family already: a wait of no days",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07 .. 2024-01-08;"
            " home A4 2024-01-08; match 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-03-04", due="2024-04-01"),),
        ),
        Example(
            "an adoptive home that ended on the day of the match is another one",
            "care 2022-11-07; status E1 2023-06-05; home A5 2023-07-03 .. 2024-02-05;"
            " home U4 2024-02-05; match 2024-02-05",
            (Row("2024-02-05", warn="2024-03-04", due="2024-04-01"),),
        ),
        Example(
            "withdrawn, and later matched with another family, to whom the child moves",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07 .. 2024-05-13;"
            " home A5 2024-05-13; match 2024-02-05 withdrawn 2024-02-26; match 2024-04-15;"
            " decision 2023-05-01 reversed 2024-02-26",
            (
                Row("2024-02-05", stopped="2024-02-26", warn="2024-03-04", due="2024-04-01"),
                Row("2024-04-15", stopped="2024-05-13", warn="2024-05-13", due="2024-06-10"),
            ),
        ),
        Example(
            "another match while the first stands: the first gives way",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07;"
            " match 2024-02-05 withdrawn 2024-07-01; match 2024-03-04",
            (
                Row("2024-02-05", stopped="2024-03-04", warn="2024-03-04", due="2024-04-01"),
                Row("2024-03-04", warn="2024-04-01", due="2024-04-29"),
            ),
        ),
        Example(
            "given up, twice, first as another match is decided; a former reversal is nothing",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07;"
            " decision 2023-01-09 reversed 2023-02-06; decision 2023-05-01 reversed 2024-02-19;"
            " decision 2024-03-04 reversed 2024-06-03; match 2024-02-05 withdrawn 2024-02-26;"
            " match 2024-02-19",
            (
                Row("2024-02-05", stopped="2024-02-19", warn="2024-03-04", due="2024-04-01"),
                Row("2024-02-19", stopped="2024-02-19", warn="2024-03-18", due="2024-04-15"),
            ),
        ),
        Example(
            "adoption is given up on the day of the match: a wait of no days",
            "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07;"
            " decision 2023-05-01 reversed 2024-02-05; match 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-05", warn="2024-03-04", due="2024-04-01"),),
        ),
        Example("no match", "care 2022-11-07; status E1 2023-06-05; home U6 2022-11-07"),
    ),
)
