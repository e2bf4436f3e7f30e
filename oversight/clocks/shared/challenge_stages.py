def stages(which: str, subject: str) -> str:
    """SQL for the waits for an answer at the stages of challenges for which `which` holds."""
    return f"""
SELECT
    child_id, {subject} AS subject, began_on AS started_on,
    least(answered_on, next_on, closed_on, left_on) AS stopped_on,
    CASE
        WHEN answered_on <= least(next_on, closed_on, left_on, 'infinity') THEN 'answered'
        WHEN next_on <= least(closed_on, left_on, 'infinity') THEN 'put to the next stage'
        WHEN closed_on <= coalesce(left_on, 'infinity') THEN 'challenge closed'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM (
    SELECT
        challenge_stage.*, closed_on,
        lead(began_on) OVER (PARTITION BY challenge_id ORDER BY began_on, stage) AS next_on
    FROM challenge_stage
    JOIN challenge ON challenge.id = challenge_id
) AS put
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = put.child_id AND ends_on > began_on
) AS leaving
WHERE {which} AND coalesce(closed_on >= began_on, true)
"""
