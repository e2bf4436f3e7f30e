from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    before,
    days,
    later,
    months,
    working_days,
)

FIRST = later("started_on", months(3))
LATER = later("started_on", months(6))
# Breaks (V3, V4) of which each begins within a year of the end of the one before are one series.
SQL = f"""
WITH series AS (
    SELECT
        child_id, nth, min(starts_on) AS starts_on,
        (array_agg(start_known ORDER BY starts_on))[1] AS start_known,
        nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on
    FROM (
        SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS nth
        FROM (
            SELECT *, coalesce(
                starts_on > lag(ends_on) OVER turns + interval '12 months', true
            ) AS is_new
            FROM status
            WHERE code IN ('V3', 'V4')
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS turn
        WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
    ) AS breaks
    GROUP BY child_id, nth
),
turn AS (
    SELECT series.*, held_on, coalesce(held_on, starts_on) AS started_on
    FROM series
    CROSS JOIN LATERAL (
        SELECT NULL::date AS held_on
        UNION ALL
        SELECT held_on FROM review
        WHERE review.child_id = series.child_id AND held_on > starts_on
            AND coalesce(held_on < ends_on, true)
    ) AS turning
)
SELECT
    child_id, started_on, held_on IS NOT NULL OR start_known AS start_known, stopped_on,
    CASE
        WHEN stopped_on IS NULL THEN ''
        WHEN stopped_on = ends_on THEN 'series of short breaks ended'
        ELSE 'review' END AS stopped_by,
    CASE WHEN is_first THEN {FIRST} ELSE {LATER} END AS due_on,
    CASE WHEN is_first THEN {before(FIRST, working_days(20))}
        ELSE {later("started_on", days(146))} END AS warn_on
FROM (
    SELECT
        turn.*, held_on IS NULL AND start_known AS is_first,
        lead(held_on, 1, ends_on) OVER (
            PARTITION BY child_id, nth ORDER BY held_on NULLS FIRST
        ) AS stopped_on
    FROM turn
) AS waits
"""

CLOCK = Clock(
    code="short-break-review",
    title="Review of short breaks",
    why=(
        "A child who stays with others again and again for some days is looked after too. Reviews "
        "ask whether the breaks still do the child good, and whether they have grown into more."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 48, on series of "
        "short breaks; that breaks more than a year apart are two series is this product’s choice."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-10",),
    subject="the child",
    counting=(
        "Three months from the first day of the series, then six months from each review. Amber "
        "from the 20th working day before the first, then from day 146."
    ),
    limit_words="3 months, then 6 months",
    stops="The next review held, or the end of the series",
    runs=Runs.SHORT_BREAKS,
    gives=frozenset({"start_known", "stopped_by", "due_on", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "the first within three months, to the end of a short month; then six",
            "care 2023-11-30; status V4 2023-11-30; review 2024-02-29; review 2024-08-31",
            (
                Row("2023-11-30", stopped="2024-02-29", warn="2024-02-01", due="2024-02-29"),
                Row("2024-02-29", stopped="2024-08-31", warn="2024-07-24", due="2024-08-29"),
                Row("2024-08-31", warn="2025-01-24", due="2025-02-28"),
            ),
        ),
        Example(
            "each break recorded: it runs in the breaks, a review between them counts",
            "care 2024-01-08 .. 2024-01-12; status V3 2024-01-08 .. 2024-01-12;"
            " care 2024-02-05 .. 2024-02-09; status V3 2024-02-05 .. 2024-02-09; care 2024-03-04;"
            " status V3 2024-03-04; review 2024-02-20",
            (
                Row("2024-01-08", stopped="2024-01-12", warn="2024-03-07", due="2024-04-08"),
                Row(
                    "2024-01-08",
                    runs_from="2024-02-05",
                    stopped="2024-02-09",
                    warn="2024-03-07",
                    due="2024-04-08",
                ),
                Row("2024-02-20", runs_from="2024-03-04", warn="2024-07-15", due="2024-08-20"),
            ),
        ),
        Example(
            "a year after the last break it is the same series, a day later a new one",
            "care 2022-01-10 .. 2022-01-14; status V3 2022-01-10 .. 2022-01-14; review 2022-01-12;"
            " care 2023-01-14 .. 2023-01-16; status V4 2023-01-14 .. 2023-01-16; care 2024-01-17;"
            " status V3 2024-01-17",
            (
                Row("2022-01-10", stopped="2022-01-12", warn="2022-03-14", due="2022-04-10"),
                Row("2022-01-12", stopped="2022-01-14", warn="2022-06-07", due="2022-07-12"),
                Row(
                    "2022-01-12",
                    runs_from="2023-01-14",
                    stopped="2023-01-16",
                    warn="2022-06-07",
                    due="2022-07-12",
                ),
                Row("2024-01-17", warn="2024-03-18", due="2024-04-17"),
            ),
        ),
        Example(
            "it ends where the child comes to be looked after for good",
            "care 2024-01-08; status V4 2024-01-08 .. 2024-03-01; status V2 2024-03-01;"
            " review 2024-03-01",
            (Row("2024-01-08", stopped="2024-03-01", warn="2024-03-07", due="2024-04-08"),),
        ),
        Example(
            "an unknown start: only six months are certain; one kind of break after the other is "
            "one series",
            "care ~2024-04-01; status ~V4 2024-04-01 .. 2024-10-14; status V3 2024-10-14",
            (Row("2024-04-01", warn="2024-08-25", due="2024-10-01", known=False),),
        ),
        Example(
            "a review on the first day is not one of the breaks",
            "care 2024-01-08; status V4 2024-01-08; review 2024-01-08; review 2024-01-09",
            (
                Row("2024-01-08", stopped="2024-01-09", warn="2024-03-07", due="2024-04-08"),
                Row("2024-01-09", warn="2024-06-03", due="2024-07-09"),
            ),
        ),
        Example(
            "no short breaks: the ordinary reviews count",
            "care 2024-01-08; status V2 2024-01-08; review 2024-02-01",
        ),
    ),
)
