def owed(done_on: str, done: str) -> str:
    """SQL for the waits for what follows each review: `done_on` is the review's own column.

    They begin on the day the review was held, or finished where it was adjourned or held as several
    meetings.
    """
    return f"""
SELECT
    child_id, 'review ' || id AS subject, started_on, least({done_on}, given_up_on) AS stopped_on,
    CASE WHEN {done_on} <= given_up_on THEN '{done}' ELSE 'given up after two years' END
        AS stopped_by
FROM (
    SELECT
        review.*,
        CASE WHEN adjourned_on IS NULL AND NOT in_parts THEN held_on ELSE completed_on END
            AS started_on
    FROM review
) AS ended
CROSS JOIN LATERAL (SELECT (started_on + interval '2 years')::date AS given_up_on) AS waiting
WHERE coalesce({done_on} >= started_on, started_on IS NOT NULL)
"""
