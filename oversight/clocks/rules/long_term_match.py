from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# Under an interim order the plan is the court's to agree, so that the care order starts it. A
# match that ends while the plan holds starts it anew, and so does leaving the carers it is with:
# it holds from the decision until then, and again once the child is back with them.
SQL = """
WITH held AS (
    SELECT matched.child_id, lower(days) AS decided_on, upper(days) AS ended_on
    FROM long_term_match AS matched
    CROSS JOIN LATERAL (
        SELECT coalesce(
            range_agg(daterange(ends_on, NULL)) FILTER (WHERE ends_on IS NOT NULL)
                - range_agg(daterange(starts_on, ends_on)), '{}'
        ) AS gone
        FROM stay
        WHERE stay.child_id = matched.child_id AND stay.home_id = matched.home_id
            AND coalesce(ends_on > matched.decided_on, true)
    ) AS leaving
    CROSS JOIN LATERAL unnest(datemultirange(daterange(decided_on, ended_on)) - gone) AS days
)
SELECT
    waits.child_id, began_on AS started_on, least(matched_on, ends_on) AS stopped_on,
    CASE
        WHEN matched_on <= coalesce(ends_on, 'infinity') THEN 'matched'
        WHEN ends_on IS NOT NULL THEN 'plan ended'
        ELSE '' END AS stopped_by
FROM (
    SELECT plan.child_id, ends_on, beginning.began_on
    FROM plan
    CROSS JOIN LATERAL (
        SELECT CASE WHEN EXISTS (
            SELECT FROM status
            WHERE status.child_id = plan.child_id AND code = 'C1'
                AND daterange(status.starts_on, status.ends_on) @> ratified_on
        ) THEN (
            SELECT min(status.starts_on) FROM status
            WHERE status.child_id = plan.child_id AND code = 'C2'
                AND status.starts_on > ratified_on
        ) ELSE ratified_on END AS first_on
    ) AS plans
    CROSS JOIN LATERAL (
        SELECT first_on AS began_on
        UNION
        SELECT ended_on FROM held
        WHERE held.child_id = plan.child_id AND ended_on > first_on
    ) AS beginning
    WHERE route = 'long-term-fostering' AND rank = 'primary'
        AND began_on IS NOT NULL AND coalesce(began_on < ends_on, true)
) AS waits
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS matched_on FROM held
    WHERE held.child_id = waits.child_id AND coalesce(ended_on > began_on, true)
) AS matching
WHERE coalesce(matched_on >= began_on, true)
"""

CLOCK = Clock(
    code="long-term-match",
    title="Long-term foster home not matched",
    why=(
        "A child told that they stay until 18 wants to know with whom. Until the match is "
        "decided the home can end like any other."
    ),
    source=(
        "Regulations of 2015 made long-term fostering a status of its own and set no time for "
        "the match. Six and nine months are proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and fostering service",
    group=Group.HOMES,
    rules=("LTF-01",),
    subject="the child",
    counting=(
        "Nine calendar months from the review that ratified long-term fostering as the primary "
        "plan, or from the care order where the court was still to make it, or from the end of a "
        "match or of the home with the carers matched; amber from six."
    ),
    stops="The match decided, or another plan",
    limit=months(9),
    warning=months(6),
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "ratified on the last of May: nine months end in February",
            "care 2023-01-01; status C2 2023-01-01;"
            " plan long-term-fostering 2023-04-03 ratified=2023-05-31",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "matched on the last day",
            "care 2023-01-01; status V2 2023-01-01; home U4 2023-01-01;"
            " plan long-term-fostering 2023-04-03 ratified=2023-05-31; long-term-match 2024-02-29",
            (Row("2023-05-31", stopped="2024-02-29", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "the care order came after the plan was ratified",
            "care 2022-01-03; status C2 2022-01-03 .. 2022-06-06;"
            " status C1 2022-06-06 .. 2023-07-03; status C2 2023-07-03 .. 2023-11-06;"
            " status V2 2023-11-06 .. 2024-01-08; status C2 2024-01-08;"
            " plan long-term-fostering 2023-04-03 ratified=2023-05-31",
            (Row("2023-07-03", warn="2024-01-03", due="2024-04-03"),),
        ),
        Example(
            "ratified on the day of the care order, and an interim order comes after",
            "care 2023-01-01; status C1 2023-01-01 .. 2023-05-31;"
            " status C2 2023-05-31 .. 2023-09-01; status C1 2023-09-01 .. 2023-10-02;"
            " status C2 2023-10-02; plan long-term-fostering 2023-04-03 ratified=2023-05-31",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "no care order yet, or never: nothing runs",
            "care 2023-01-01; status C1 2023-01-01 .. 2023-07-03; status V2 2023-07-03;"
            " plan long-term-fostering 2023-04-03 ratified=2023-05-31",
        ),
        Example(
            "not ratified, another route, or the second plan",
            "care 2023-01-01; status C2 2023-01-01; plan long-term-fostering 2023-04-03"
            " .. 2023-05-01; plan connected 2023-05-01 ratified=2023-06-01;"
            " contingency long-term-fostering 2023-05-01 ratified=2023-06-01",
        ),
        Example(
            "matched before it was ratified",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01;"
            " long-term-match 2023-05-30;"
            " plan long-term-fostering 2023-04-03 ratified=2023-05-31",
        ),
        Example(
            "matched on the day it was ratified; the match ends, and the plan a month later",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01;"
            " long-term-match 2023-05-31 ended=2023-12-04 end_reason=x;"
            " plan long-term-fostering 2023-04-03 .. 2024-01-08 ratified=2023-05-31",
            (
                Row("2023-05-31", stopped="2023-05-31", warn="2023-11-30", due="2024-02-29"),
                Row("2023-12-04", stopped="2024-01-08", warn="2024-06-04", due="2024-09-04"),
            ),
        ),
        Example(
            "the home with the carers matched breaks down, and nobody writes that the match ended",
            "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2023-07-03 a;"
            " home U4 2023-07-03 .. 2024-02-29 b; home K2 2024-02-29;"
            " plan long-term-fostering 2023-02-06 ratified=2023-03-31;"
            " long-term-match 2023-06-05 b",
            (
                Row("2023-03-31", stopped="2023-06-05", warn="2023-09-30", due="2023-12-31"),
                Row("2024-02-29", warn="2024-08-29", due="2024-11-29"),
            ),
        ),
        Example(
            "out of the matched home for eight weeks and back; a week in hospital is no leaving",
            "care 2022-01-10; status C2 2022-01-10; home U4 2022-01-10 .. 2023-09-04 a;"
            " home T1 2023-09-04 .. 2023-09-11 b; home U4 2023-09-11 .. 2024-01-08 a;"
            " home U6 2024-01-08 .. 2024-03-04 c; home U4 2024-03-04 a;"
            " plan long-term-fostering 2023-02-06 ratified=2023-03-31;"
            " long-term-match 2023-06-05 a",
            (
                Row("2023-03-31", stopped="2023-06-05", warn="2023-09-30", due="2023-12-31"),
                Row("2024-01-08", stopped="2024-03-04", warn="2024-07-08", due="2024-10-08"),
            ),
        ),
        Example(
            "matched with carers of before, to whom the child moves back a month later",
            "care 2022-01-10; status C2 2022-01-10; home U6 2022-01-10 .. 2022-11-07 a;"
            " home U6 2022-11-07 .. 2023-07-03 b; home U6 2023-07-03 a;"
            " plan long-term-fostering 2023-02-06 ratified=2023-03-31;"
            " long-term-match 2023-06-05 a",
            (Row("2023-03-31", stopped="2023-06-05", warn="2023-09-30", due="2023-12-31"),),
        ),
        Example(
            "a match that ended on the day it was ratified, or with the plan, starts nothing",
            "care 2023-01-01; status C2 2023-01-01; home U4 2023-01-01;"
            " long-term-match 2023-01-10 ended=2023-01-20 end_reason=x;"
            " long-term-match 2023-02-01 ended=2023-05-31 end_reason=x;"
            " long-term-match 2023-09-01 ended=2023-10-02 end_reason=x;"
            " long-term-match 2023-08-01 ended=2024-01-08 end_reason=x;"
            " plan long-term-fostering 2023-04-03 .. 2024-01-08 ratified=2023-05-31",
            (Row("2023-05-31", stopped="2023-08-01", warn="2023-11-30", due="2024-02-29"),),
        ),
    ),
)
