from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, working_days

# A link or a match lasts until it ends; at the latest until the adoptive home that followed it did.
SQL = """
SELECT
    child_id, lower(gap) AS started_on, upper(gap) AS stopped_on,
    CASE
        WHEN upper(gap) IS NULL THEN ''
        WHEN upper(gap) = upper(stretch) THEN 'decision reversed'
        ELSE 'family identified' END AS stopped_by
FROM (
    SELECT child_id, range_agg(daterange(decided_on, reversed_on)) AS decided
    FROM decision GROUP BY child_id
) AS decisions
CROSS JOIN LATERAL unnest(decided) AS stretch
LEFT JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS known
    FROM (
        SELECT child_id, starts_on, ends_on FROM home_kind WHERE kind = 'adoptive'
        UNION ALL
        SELECT found.child_id, found_on, least(lost_on, min(home_kind.ends_on))
        FROM (
            SELECT child_id, linked_on AS found_on, ended_on AS lost_on FROM link
            UNION ALL
            SELECT child_id, decided_on, withdrawn_on FROM match
        ) AS found
        LEFT JOIN home_kind
            ON home_kind.child_id = found.child_id AND kind = 'adoptive' AND ends_on > found_on
        GROUP BY found.child_id, found_on, lost_on
    ) AS families
    GROUP BY child_id
) AS identified USING (child_id)
CROSS JOIN LATERAL unnest(datemultirange(stretch) - coalesce(known, '{}')) AS gap
"""

CLOCK = Clock(
    code="no-family-identified",
    title="No family identified",
    why=(
        "It is decided that the child should be adopted, and three months later nobody has a "
        "family in mind. The search has to change: wider, or for another plan."
    ),
    source="Proposed by this product: a family in mind within 90 days of the decision.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Family finder and social worker",
    group=Group.DRIFT,
    subject="the child",
    counting=(
        "90 days from the decision for adoption, or from the day the last family fell away, while "
        "there is no link, no match and no adoptive home. Amber from the 20th working day before; "
        "amber at most while the child lives with carers who may adopt."
    ),
    stops="A link, a match or an adoptive home, or the decision reversed",
    limit=days(90),
    before=working_days(20),
    eased=True,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "decided, and nobody in mind",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-10",
            (Row("2024-01-10", warn="2024-03-08", due="2024-04-09"),),
        ),
        Example(
            "a link; when it ends the search begins again, until the match",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-10;"
            " link 2024-02-20 ended=2024-03-01 end_reason=child-changed; match 2024-05-01",
            (
                Row("2024-01-10", stopped="2024-02-20", warn="2024-03-08", due="2024-04-09"),
                Row("2024-03-01", stopped="2024-05-01", warn="2024-04-30", due="2024-05-30"),
            ),
        ),
        Example(
            "linked on the day of the decision: nothing runs",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-10; link 2024-01-10",
        ),
        Example(
            "an adoptive home ends: the link and the match that led to it ended with it",
            "care 2023-09-01; status E1 2023-09-01; decision 2023-10-02; link 2023-10-02;"
            " match 2023-11-01; home U4 2023-09-01 .. 2023-12-01; home A6 2023-12-01 .. 2024-03-04;"
            " home U4 2024-03-04 .. 2024-06-03; home A6 2024-06-03 .. 2024-09-02",
            (
                Row("2024-03-04", stopped="2024-06-03", warn="2024-05-02", due="2024-06-02"),
                Row("2024-09-02", warn="2024-11-04", due="2024-12-01"),
            ),
        ),
        Example(
            "the decision is reversed; decided again later it begins anew",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-10 reversed 2024-03-01;"
            " decision 2024-05-01",
            (
                Row("2024-01-10", stopped="2024-03-01", warn="2024-03-08", due="2024-04-09"),
                Row("2024-05-01", warn="2024-07-02", due="2024-07-30"),
            ),
        ),
        Example(
            "with carers who may adopt it is amber at most",
            "care 2023-09-01; status C1 2023-09-01; home U5 2023-09-01 .. 2024-02-01;"
            " home U6 2024-02-01; decision 2024-01-10",
            (
                Row("2024-01-10", stopped="2024-02-01", warn="2024-03-08"),
                Row("2024-01-10", runs_from="2024-02-01", warn="2024-03-08", due="2024-04-09"),
            ),
        ),
        Example(
            "a match withdrawn before the home of another family; that home ends",
            "care 2023-09-01; status E1 2023-09-01; decision 2023-10-02;"
            " match 2023-10-02 withdrawn 2023-11-01; home U4 2023-09-01 .. 2023-12-01;"
            " home A6 2023-12-01 .. 2024-03-04; match 2024-03-04",
            (Row("2023-11-01", stopped="2023-12-01", warn="2024-01-02", due="2024-01-30"),),
        ),
        Example("no decision", "care 2023-09-01; status C1 2023-09-01; plan adoption 2024-01-10"),
        Example(
            "a move from one foster home to another loses nobody",
            "care 2023-09-01; status C1 2023-09-01; decision 2024-01-10; link 2024-01-10;"
            " home U6 2023-09-01 .. 2024-03-01; home U6 2024-03-01",
        ),
    ),
)
