from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

SQL = """
WITH third AS (
    SELECT
        social_worker.child_id, social_worker.starts_on,
        (first.ends_on + interval '12 months')::date AS ends_on
    FROM social_worker
    JOIN social_worker AS first
        ON first.child_id = social_worker.child_id AND first.nth = social_worker.nth - 2
    WHERE social_worker.starts_on < (first.ends_on + interval '12 months')::date
)
SELECT
    child_id, lower(days) AS started_on, upper(days) AS stopped_on,
    'a year without three workers' AS stopped_by, lower(days) AS warn_on
FROM (
    SELECT child_id, unnest(range_agg(daterange(starts_on, ends_on))) AS days
    FROM third GROUP BY child_id
) AS span
"""

CLOCK = Clock(
    code="three-social-workers-in-a-year",
    title="Three social workers in a year",
    why="Each new worker starts from the file. Inspectors found too many changes behind delay.",
    source="No law, guidance or target sets a limit; proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Team manager",
    group=Group.WORKER,
    rules=("CPL-03",),
    subject="the child",
    counting=(
        "From the day the third social worker is allocated until 12 months after the first of the "
        "three left. Amber only."
    ),
    limit_words="two social workers in 12 months",
    stops="Twelve months after the first of the three left",
    gives=frozenset({"stopped_by", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "the third within a year",
            "care 2024-01-01; status C2 2024-01-01; worker A 2024-01-01 .. 2024-03-01;"
            " worker B 2024-03-01 .. 2024-06-01; worker C 2024-06-01",
            (Row("2024-06-01", stopped="2025-03-01", warn="2024-06-01"),),
        ),
        Example(
            "a fourth makes it longer",
            "care 2024-01-01; status C2 2024-01-01; worker A 2024-01-01 .. 2024-03-01;"
            " worker B 2024-03-01 .. 2024-06-01; worker C 2024-06-01 .. 2024-09-01;"
            " worker D 2024-09-01",
            (Row("2024-06-01", stopped="2025-06-01", warn="2024-06-01"),),
        ),
        Example(
            "two workers",
            "care 2024-01-01; status C2 2024-01-01; worker A 2024-01-01 .. 2024-03-01;"
            " worker B 2024-03-01",
        ),
        Example(
            "the same worker again after an allocation was renewed is no change",
            "care 2024-01-01; status C2 2024-01-01; worker A 2024-01-01 .. 2024-03-01;"
            " worker A 2024-03-01 .. 2024-06-01; worker B 2024-06-01",
        ),
        Example(
            "the same worker after a gap in the record is no change either",
            "care 2024-01-01; status C2 2024-01-01; worker A 2024-01-01 .. 2024-03-01;"
            " worker A 2024-03-02 .. 2024-06-01; worker B 2024-06-01",
        ),
        Example(
            "it ends with care",
            "care 2024-01-01 .. 2024-08-01; status C2 2024-01-01 .. 2024-08-01;"
            " worker A 2024-01-01 .. 2024-03-01; worker B 2024-03-01 .. 2024-06-01;"
            " worker C 2024-06-01",
            (Row("2024-06-01", stopped="2024-08-01", warn="2024-06-01"),),
        ),
    ),
)
