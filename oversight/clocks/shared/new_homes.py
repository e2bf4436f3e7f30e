def owed_for_home(day: str, done: str) -> str:
    """SQL for what a plan for living in a home (`placement_plan`) owes to each move, by `day`.

    Not for adoption, which has papers of its own, nor for a hospital, a prison or a temporary stay.
    A plan agreed since the child last left these carers is one for this move.
    """
    return f"""
SELECT
    moved.child_id, starts_on AS started_on, start_known, least(done_on, ends_on) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(ends_on, 'infinity') THEN '{done}'
        WHEN ends_on IS NOT NULL THEN 'home ended'
        ELSE '' END AS stopped_by
FROM (
    SELECT stay.*, lag(ends_on) OVER (PARTITION BY child_id, home_id ORDER BY starts_on) AS left_on
    FROM stay
) AS moved
CROSS JOIN LATERAL (
    SELECT min({day}) AS done_on FROM placement_plan AS planned
    WHERE planned.child_id = moved.child_id AND planned.home_id = moved.home_id
        AND coalesce(agreed_on >= left_on, true)
) AS plans
WHERE type NOT IN ('A3', 'A4', 'A5', 'A6', 'R2', 'R5', 'T0', 'T1', 'T2', 'T3', 'T4')
    AND coalesce(done_on >= starts_on, true)
"""
