from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months
from oversight.clocks.shared.planned import planned

SQL = f"""
SELECT
    stay.child_id, lower(days) AS started_on,
    lower(days) > greatest(stay.starts_on, planned.starts_on)
        OR (stay.start_known AND stay.starts_on >= planned.starts_on)
        OR (planned.start_known AND planned.starts_on >= stay.starts_on) AS start_known,
    upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) = stay.ends_on THEN 'moved'
        WHEN upper(days) = planned.ends_on THEN 'plan ended'
        ELSE 'matched' END AS stopped_by
FROM stay
JOIN ({planned("long-term-fostering", primary=True)}) AS planned USING (child_id)
CROSS JOIN LATERAL (
    SELECT coalesce(range_agg(daterange(decided_on, ended_on)), '{{}}') AS matched
    FROM long_term_match
    WHERE long_term_match.child_id = stay.child_id AND long_term_match.home_id = stay.home_id
) AS matching
CROSS JOIN LATERAL unnest(
    datemultirange(
        daterange(stay.starts_on, stay.ends_on) * daterange(planned.starts_on, planned.ends_on)
    ) - matched
) AS days
WHERE type IN ('U1', 'U2', 'U3', 'U4', 'U5', 'U6')
"""

CLOCK = Clock(
    code="long-term-unmatched",
    title="A year with the same carers, not matched",
    why=(
        "For a year the child has been meant to stay with carers until 18, and has lived with "
        "these. If it is them, say so; if not, the child should know."
    ),
    source=(
        "One council's panel looks at every long-term home that was never approved as one, and "
        "names no time. Twelve months, and amber from nine, are proposed by this product; so is "
        "counting from the plan where the child lived there before, since nobody could be matched "
        "until then."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group",
    group=Group.HOMES,
    rules=("LTF-02",),
    subject="the child",
    counting=(
        "Twelve calendar months from the day on which the child lives with these carers and "
        "long-term fostering is the primary plan, whichever came later, or from the end of a match "
        "with them; it runs while no match with them holds. Amber from nine."
    ),
    stops="The match with them decided, another plan, or a move",
    limit=months(12),
    warning=months(9),
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "planned after a year with the carers; with others, from a leap day, anew",
            "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01 .. 2024-02-29;"
            " home U6 2024-02-29; plan long-term-fostering 2024-01-15",
            (
                Row("2024-01-15", stopped="2024-02-29", warn="2024-10-15", due="2025-01-15"),
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
            "the match ends and the child stays: from that day anew",
            "care 2023-01-01; status C2 2023-01-01; home U1 2023-01-01;"
            " plan long-term-fostering 2023-01-01;"
            " long-term-match 2023-03-06 ended=2023-10-02 end_reason=x",
            (
                Row("2023-01-01", stopped="2023-03-06", warn="2023-10-01", due="2024-01-01"),
                Row("2023-10-02", warn="2024-07-02", due="2024-10-02"),
            ),
        ),
        Example(
            "the plan changes, after a second one of the same route, and comes back",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01;"
            " plan long-term-fostering 2023-03-06 .. 2023-05-01;"
            " plan long-term-fostering 2023-05-01 .. 2023-09-04;"
            " plan connected 2023-09-04 .. 2024-01-08; plan long-term-fostering 2024-01-08",
            (
                Row("2023-03-06", stopped="2023-09-04", warn="2023-12-06", due="2024-03-06"),
                Row("2024-01-08", warn="2024-10-08", due="2025-01-08"),
            ),
        ),
        Example(
            "there on or before the first return: the plan is dated, and starts it",
            "care ~2023-04-01; status ~C2 2023-04-01; home ~U4 2023-04-01;"
            " plan long-term-fostering 2023-07-31",
            (Row("2023-07-31", warn="2024-04-30", due="2024-07-31"),),
        ),
        Example(
            "planned on or before a day, and the home from that day or later",
            "care ~2023-04-01; status ~C2 2023-04-01; home ~U4 2023-04-01 .. 2023-06-05;"
            " home U4 2023-06-05 .. 2024-03-04 b; plan long-term-fostering ~2023-04-01;"
            " long-term-match 2023-07-03 ended=2023-08-07 end_reason=x b",
            (
                Row(
                    "2023-04-01",
                    stopped="2023-06-05",
                    warn="2024-01-01",
                    due="2024-04-01",
                    known=False,
                ),
                Row("2023-06-05", stopped="2023-07-03", warn="2024-03-05", due="2024-06-05"),
                Row("2023-08-07", stopped="2024-03-04", warn="2024-05-07", due="2024-08-07"),
            ),
        ),
        Example(
            "planned on the day of the first return, in a home from before it",
            "care ~2023-04-01; status ~C2 2023-04-01; home ~U4 2023-04-01;"
            " plan long-term-fostering 2023-04-01",
            (Row("2023-04-01", warn="2024-01-01", due="2024-04-01"),),
        ),
        Example(
            "moved on the day from which, or from before which, the plan is known",
            "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01 .. 2023-04-01;"
            " home U4 2023-04-01; plan long-term-fostering ~2023-04-01",
            (Row("2023-04-01", warn="2024-01-01", due="2024-04-01"),),
        ),
        Example(
            "with carers since a day, planned on or before a later one",
            "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01;"
            " plan long-term-fostering ~2023-04-01",
            (Row("2023-04-01", warn="2024-01-01", due="2024-04-01", known=False),),
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
