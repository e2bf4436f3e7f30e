from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

# The k-th home (k >= 3) opens a span until 12 months after home k-2 ended; spans that meet are one,
# told apart again at each move, because the last move decides whether the flag is red.
SQL = """
WITH third AS (
    SELECT
        home.child_id, home.starts_on AS starts_on,
        (first.ends_on + interval '12 months')::date AS ends_on
    FROM home
    JOIN home AS first ON first.child_id = home.child_id AND first.nth = home.nth - 2
    WHERE home.starts_on < (first.ends_on + interval '12 months')::date
),
span AS (
    SELECT child_id, unnest(range_agg(daterange(starts_on, ends_on))) AS days
    FROM third GROUP BY child_id
),
moved AS (
    SELECT
        home.child_id, home.starts_on, home.type, previous.end_reason,
        lead(home.starts_on) OVER (PARTITION BY home.child_id ORDER BY home.starts_on) AS next_on
    FROM home
    LEFT JOIN home AS previous
        ON previous.child_id = home.child_id AND previous.nth = home.nth - 1
)
SELECT
    span.child_id, lower(days) AS started_on, moved.starts_on AS runs_from,
    least(next_on, upper(days)) AS stopped_on,
    CASE WHEN next_on < upper(days) THEN 'another move' ELSE 'a year without three homes' END
        AS stopped_by,
    moved.starts_on AS warn_on,
    CASE WHEN is_planned THEN NULL ELSE moved.starts_on - 1 END AS due_on,
    CASE
        WHEN is_lasting THEN 'planned move to a lasting home'
        WHEN is_planned THEN 'the last move was planned'
        WHEN end_reason = '' THEN 'the reason for the last move is not recorded'
        ELSE 'the last move was not planned' END AS note
FROM span
JOIN moved ON moved.child_id = span.child_id AND days @> moved.starts_on
CROSS JOIN LATERAL (
    SELECT type IN ('A3', 'A4', 'A5', 'A6', 'P1', 'U1', 'U4') AS is_lasting
) AS lasting
CROSS JOIN LATERAL (SELECT end_reason = 'CARPL' OR is_lasting AS is_planned) AS planned
"""

CLOCK = Clock(
    code="three-homes-in-a-year",
    title="Three homes in a year",
    why="Every move costs a child people, school and trust; three in a year is a plan in trouble.",
    source=(
        "The national measure counts children with three or more homes in a year. That one child "
        "is flagged, and red after an unplanned move, is this product's choice."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and fostering service",
    group=Group.HOMES,
    rules=("LTF-04",),
    subject="the child",
    counting=(
        "By change of carer, temporary stays left out, from the third home until 12 months after "
        "the first of the three ended. Amber from the first day, red where the last move was not "
        "planned; a move to an adoptive or long-term home or to parents counts as planned."
    ),
    limit_words="two homes in 12 months",
    stops="Twelve months after the first of the three homes ended",
    gives=frozenset({"runs_from", "stopped_by", "warn_on", "due_on", "note"}),
    sql=SQL,
    examples=(
        Example(
            "an unplanned third home is red from its first day",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-01 CREQB;"
            " home U6 2024-03-01 .. 2024-06-01 CREQB; home K2 2024-06-01",
            (Row("2024-06-01", stopped="2025-03-01", warn="2024-06-01", due="2024-05-31"),),
        ),
        Example(
            "a planned third home is amber",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-01 CREQB;"
            " home U6 2024-03-01 .. 2024-06-01 CARPL; home U6 2024-06-01",
            (Row("2024-06-01", stopped="2025-03-01", warn="2024-06-01"),),
        ),
        Example(
            "a move to a lasting home counts as planned",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-01 CREQB;"
            " home U6 2024-03-01 .. 2024-06-01 OTHER; home U4 2024-06-01",
            (Row("2024-06-01", stopped="2025-03-01", warn="2024-06-01"),),
        ),
        Example(
            "a fourth home goes on with the same span and decides anew",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-01 CREQB;"
            " home U6 2024-03-01 .. 2024-06-01 CARPL; home U6 2024-06-01 .. 2024-09-01 ALLEG;"
            " home K2 2024-09-01",
            (
                Row("2024-06-01", stopped="2024-09-01", warn="2024-06-01"),
                Row(
                    "2024-06-01",
                    runs_from="2024-09-01",
                    stopped="2025-06-01",
                    warn="2024-09-01",
                    due="2024-08-31",
                ),
            ),
        ),
        Example(
            "hospital and back is no move",
            "care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 .. 2024-03-01 CREQB a;"
            " home U6 2024-03-01 .. 2024-04-01 b; home T1 2024-04-01 .. 2024-04-10 c;"
            " home U6 2024-04-10 b",
        ),
        Example(
            "three homes in more than a year",
            "care 2023-01-01; status C2 2023-01-01; home U6 2023-01-01 .. 2023-03-01 CREQB;"
            " home U6 2023-03-01 .. 2024-03-01 CREQB; home K2 2024-03-01",
        ),
    ),
)
