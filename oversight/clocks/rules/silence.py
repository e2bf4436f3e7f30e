from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days

# A stretch that ended before the usual warning is not kept: there are very many.
SQL = """
WITH event AS (
    SELECT child_id, visited_on AS day FROM visit
    UNION ALL SELECT child_id, held_on FROM supervision
    UNION ALL SELECT child_id, held_on FROM review
    UNION ALL SELECT child_id, completed_on FROM review
    UNION ALL SELECT child_id, held_on FROM mid_point
    UNION ALL SELECT child_id, held_on FROM hearing
    UNION ALL SELECT child_id, starts_on FROM placement
    UNION ALL SELECT child_id, starts_on FROM status
    UNION ALL SELECT child_id, starts_on FROM plan
    UNION ALL SELECT child_id, endorsed_on FROM plan
    UNION ALL SELECT child_id, ratified_on FROM plan
    UNION ALL SELECT child_id, actual_on FROM milestone
    UNION ALL SELECT child_id, agreed_on FROM action
    UNION ALL SELECT child_id, done_on FROM action
    UNION ALL SELECT child_id, done_on FROM wellbeing
    UNION ALL SELECT child_id, decided_on FROM decision
    UNION ALL SELECT child_id, linked_on FROM link
    UNION ALL SELECT child_id, decided_on FROM match
),
turn AS (
    SELECT child_id, starts_on AS entry_on, ends_on AS left_on, starts_on AS day, start_known
    FROM care
    UNION ALL
    SELECT child_id, starts_on, ends_on, day, true
    FROM care
    JOIN event USING (child_id)
    WHERE day > starts_on AND coalesce(day < ends_on, true)
)
SELECT *
FROM (
    SELECT
        child_id, day AS started_on, start_known, lead(day, 1, left_on) OVER turns AS stopped_on,
        CASE
            WHEN lead(day) OVER turns IS NOT NULL THEN 'something was recorded'
            WHEN left_on IS NOT NULL THEN 'left care'
            ELSE '' END AS stopped_by
    FROM turn
    WINDOW turns AS (PARTITION BY child_id, entry_on ORDER BY day)
) AS silent
WHERE coalesce(stopped_on - started_on >= 42, true)
"""

CLOCK = Clock(
    code="silence",
    title="Nothing recorded",
    why=(
        "Of most children something is written every few weeks: a visit, a talk, a decision. Where "
        "nothing is, either nobody writes or nobody comes."
    ),
    source=(
        "Proposed by this product: 60 days are two meetings of a Permanence Monitoring Group that "
        "meets each month."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Team manager",
    group=Group.DRIFT,
    subject="the child",
    counting=(
        "60 days from the last visit, supervision, review, mid-point, hearing, move, new legal "
        "status, plan, step done, action, check, decision, link or match, or from the day the "
        "child came into care; amber from day 42. Shorter stretches that have ended are not kept."
    ),
    stops="Anything of these recorded, or the end of care",
    limit=days(60),
    warning=days(42),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "nothing since the child came",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02",
            (Row("2024-01-02", warn="2024-02-13", due="2024-03-02"),),
        ),
        Example(
            "six weeks are kept, a day less is not",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; visit 2024-02-13;"
            " visit 2024-03-25; visit 2024-06-03",
            (
                Row("2024-01-02", stopped="2024-02-13", warn="2024-02-13", due="2024-03-02"),
                Row("2024-03-25", stopped="2024-06-03", warn="2024-05-06", due="2024-05-24"),
                Row("2024-06-03", warn="2024-07-15", due="2024-08-02"),
            ),
        ),
        Example(
            "talks, reviews, mid-points and hearings break it",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; supervision 2024-03-01;"
            " review 2024-05-01 adjourned=2024-05-01 completed=2024-07-01;"
            " mid-point in-time 2024-09-01; proceedings care 2024-01-01;"
            " hearing final 2024-11-01 held=2024-11-01",
            (
                Row("2024-01-01", stopped="2024-03-01", warn="2024-02-12", due="2024-03-01"),
                Row("2024-03-01", stopped="2024-05-01", warn="2024-04-12", due="2024-04-30"),
                Row("2024-05-01", stopped="2024-07-01", warn="2024-06-12", due="2024-06-30"),
                Row("2024-07-01", stopped="2024-09-01", warn="2024-08-12", due="2024-08-30"),
                Row("2024-09-01", stopped="2024-11-01", warn="2024-10-13", due="2024-10-31"),
                Row("2024-11-01", warn="2024-12-13", due="2024-12-31"),
            ),
        ),
        Example(
            "moves, legal status, plans, steps and actions break it",
            "recorded 2020-01-01; care 2024-01-01; status V2 2024-01-01 .. 2024-03-01;"
            " status C2 2024-03-01; home U6 2024-05-01;"
            " plan home 2024-07-01 endorsed=2024-09-01 ratified=2024-11-01;"
            " step closing-check 2025-01-01 actual=2025-01-01;"
            " action 2025-03-01 due=2025-05-01 done=2025-05-01",
            (
                Row("2024-01-01", stopped="2024-03-01", warn="2024-02-12", due="2024-03-01"),
                Row("2024-03-01", stopped="2024-05-01", warn="2024-04-12", due="2024-04-30"),
                Row("2024-05-01", stopped="2024-07-01", warn="2024-06-12", due="2024-06-30"),
                Row("2024-07-01", stopped="2024-09-01", warn="2024-08-12", due="2024-08-30"),
                Row("2024-09-01", stopped="2024-11-01", warn="2024-10-13", due="2024-10-31"),
                Row("2024-11-01", stopped="2025-01-01", warn="2024-12-13", due="2024-12-31"),
                Row("2025-01-01", stopped="2025-03-01", warn="2025-02-12", due="2025-03-02"),
                Row("2025-03-01", stopped="2025-05-01", warn="2025-04-12", due="2025-04-30"),
                Row("2025-05-01", warn="2025-06-12", due="2025-06-30"),
            ),
        ),
        Example(
            "checks, decisions, links and matches break it; the child leaves",
            "recorded 2020-01-01; care 2024-01-01 .. 2024-11-01;"
            " status C1 2024-01-01 .. 2024-11-01; check dentist 2024-03-01; decision 2024-05-01;"
            " link 2024-07-01; match 2024-09-01; visit 2024-11-01",
            (
                Row("2024-01-01", stopped="2024-03-01", warn="2024-02-12", due="2024-03-01"),
                Row("2024-03-01", stopped="2024-05-01", warn="2024-04-12", due="2024-04-30"),
                Row("2024-05-01", stopped="2024-07-01", warn="2024-06-12", due="2024-06-30"),
                Row("2024-07-01", stopped="2024-09-01", warn="2024-08-12", due="2024-08-30"),
                Row("2024-09-01", stopped="2024-11-01", warn="2024-10-13", due="2024-10-31"),
            ),
        ),
        Example(
            "in care on or before the first return; back in care it begins anew",
            "recorded 2020-01-01; care ~2024-01-01 .. 2024-02-20;"
            " status V2 2024-01-01 .. 2024-02-20; care 2024-04-01; visit 2024-03-20;"
            " visit 2024-06-01",
            (
                Row(
                    "2024-01-01",
                    stopped="2024-02-20",
                    warn="2024-02-12",
                    due="2024-03-01",
                    known=False,
                ),
                Row("2024-04-01", stopped="2024-06-01", warn="2024-05-13", due="2024-05-31"),
                Row("2024-06-01", warn="2024-07-13", due="2024-07-31"),
            ),
        ),
        Example(
            "people record here since later on: counted from that day",
            "recorded 2024-03-01; care 2024-01-01; status C2 2024-01-01; visit 2024-01-10",
            (Row("2024-03-01", warn="2024-04-12", due="2024-04-30", known=False),),
        ),
    ),
)
