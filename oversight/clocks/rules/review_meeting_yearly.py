from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# Stretches in which the child is matched with the carers and has lived there for more than a year;
# a start that is not known is taken to be over a year ago.
SQL = """
WITH settled AS (
    SELECT
        child_id, starts_on AS moved_on, start_known, ends_on AS left_on,
        unnest(range_agg(daterange(settled_on, until))) AS days
    FROM stay
    JOIN long_term_match USING (child_id, home_id)
    CROSS JOIN LATERAL (
        SELECT
            greatest(decided_on, CASE WHEN start_known THEN (starts_on + interval '1 year')::date
                ELSE starts_on END) AS settled_on,
            least(ends_on, ended_on) AS until
    ) AS both_hold
    WHERE settled_on < coalesce(until, 'infinity')
    GROUP BY child_id, starts_on, start_known, ends_on
),
meeting AS (
    SELECT child_id, held_on FROM review WHERE NOT without_meeting
),
turn AS (
    SELECT settled.*, day, is_meeting, (
        SELECT max(held_on) FROM meeting
        WHERE meeting.child_id = settled.child_id AND held_on BETWEEN moved_on AND day
    ) AS met_on
    FROM settled
    CROSS JOIN LATERAL (
        SELECT lower(days) AS day, false AS is_meeting
        UNION ALL
        SELECT held_on, true FROM meeting
        WHERE meeting.child_id = settled.child_id AND days @> held_on AND held_on > lower(days)
    ) AS turning
)
SELECT
    child_id, coalesce(met_on, moved_on) AS started_on,
    met_on IS NOT NULL OR start_known AS start_known, day AS runs_from,
    lead(day, 1, upper(days)) OVER turns AS stopped_on,
    CASE
        WHEN lead(is_meeting) OVER turns THEN 'review with a meeting'
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) = left_on THEN 'moved'
        ELSE 'match ended' END AS stopped_by
FROM turn
WINDOW turns AS (PARTITION BY child_id, moved_on, days ORDER BY day)
"""

CLOCK = Clock(
    code="review-meeting-yearly",
    title="Yearly review meeting",
    why=(
        "A child who is settled for good may be spared a meeting at each review. Once a year "
        "everybody still sits down together, so that settled does not come to mean forgotten."
    ),
    source=(
        "Guidance on long-term foster homes, as councils’ manuals restate it: reviews go on every "
        "six months, a meeting may be left out, but one a year is held."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-09",),
    subject="the child",
    counting=(
        "Twelve months from the last review that was held with a meeting since the child moved in, "
        "else from the move; amber from month 9. It runs while the child is matched long-term and "
        "has lived in that home for a year."
    ),
    stops="A review held with a meeting, a move, or the end of the match",
    limit=months(12),
    warning=months(9),
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "matched at once: from the last meeting, once the first year is over",
            "care 2022-01-03; status C2 2022-01-03; home U4 2022-03-01 a;"
            " long-term-match 2022-06-01 a; review 2022-01-28; review 2022-11-30;"
            " review 2023-05-30 without_meeting=True; review 2023-11-24",
            (
                Row(
                    "2022-11-30",
                    runs_from="2023-03-01",
                    stopped="2023-11-24",
                    warn="2023-08-30",
                    due="2023-11-30",
                ),
                Row("2023-11-24", warn="2024-08-24", due="2024-11-24"),
            ),
        ),
        Example(
            "matched after years: from the match on, and a meeting on that very day counts",
            "care 2020-01-03; status C2 2020-01-03; home U4 2020-03-02 a; review 2022-08-31;"
            " long-term-match 2023-02-28 a; review 2023-02-28; review 2024-02-29",
            (
                Row("2023-02-28", stopped="2024-02-29", warn="2023-11-28", due="2024-02-28"),
                Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),
            ),
        ),
        Example(
            "no meeting since the move: from the move, of which only the latest day is known",
            "care ~2022-04-01; status C2 2022-04-01; home ~U4 2022-04-01 a;"
            " long-term-match 2022-05-10 a; review 2022-09-01 without_meeting=True",
            (
                Row(
                    "2022-04-01",
                    runs_from="2022-05-10",
                    warn="2023-01-01",
                    due="2023-04-01",
                    known=False,
                ),
            ),
        ),
        Example(
            "a meeting held before the move does not count",
            "care 2022-01-03; status C2 2022-01-03; home U6 2022-01-03 .. 2022-09-01;"
            " home U4 2022-09-01 c; review 2022-08-31; long-term-match 2022-02-01 c",
            (Row("2022-09-01", runs_from="2023-09-01", warn="2023-06-01", due="2023-09-01"),),
        ),
        Example(
            "a meeting on the day of the move does, and makes an unknown start known",
            "care ~2022-04-01; status C2 2022-04-01; home ~U4 2022-04-01 a;"
            " long-term-match 2022-05-10 a; review 2022-04-01",
            (Row("2022-04-01", runs_from="2022-05-10", warn="2023-01-01", due="2023-04-01"),),
        ),
        Example(
            "the child moves",
            "care 2022-01-03; status C2 2022-01-03; home U4 2022-03-01 .. 2023-06-01 a;"
            " home U6 2023-06-01; long-term-match 2022-06-01 a; review 2022-03-01;"
            " review 2023-07-03",
            (
                Row(
                    "2022-03-01",
                    runs_from="2023-03-01",
                    stopped="2023-06-01",
                    warn="2022-12-01",
                    due="2023-03-01",
                ),
            ),
        ),
        Example(
            "the match ends, and another is made with the same carers",
            "care 2022-01-03; status C2 2022-01-03; home U4 2022-03-01 a; review 2023-01-16;"
            " long-term-match 2022-06-01 a ended=2023-06-01 end_reason=x;"
            " long-term-match 2023-08-01 a",
            (
                Row(
                    "2023-01-16",
                    runs_from="2023-03-01",
                    stopped="2023-06-01",
                    warn="2023-10-16",
                    due="2024-01-16",
                ),
                Row("2023-01-16", runs_from="2023-08-01", warn="2023-10-16", due="2024-01-16"),
            ),
        ),
        Example(
            "not in the first year, not after the match, not without one, not with others",
            "care 2022-01-03; status C2 2022-01-03; home U4 2022-03-01 .. 2023-02-01 a;"
            " home U4 2023-02-01 b; long-term-match 2022-06-01 a ended=2023-09-01 end_reason=x",
        ),
    ),
)
