def since_last(fact: str, day: str, where: str = "true", *, done: str) -> str:
    """SQL for the waits of a time in care: from its start and from each event to the next.

    The events are rows of `fact` on `day` for which `where` holds. `is_again` is whether the wait
    began with one, on whose day a wait for the first would be over as it begins.
    """
    return f"""
SELECT
    child_id, day AS started_on, is_again OR start_known AS start_known, until AS stopped_on,
    CASE WHEN until_event THEN '{done}' WHEN until IS NOT NULL THEN 'left care' ELSE '' END
        AS stopped_by,
    is_again
FROM (
    SELECT
        turn.*, lead(day, 1, left_on) OVER whole AS until,
        lead(is_again, 1, false) OVER whole AS until_event
    FROM (
        SELECT child_id, entry_on, left_on, start_known, day, bool_or(is_event) AS is_again
        FROM (
            SELECT child_id, starts_on AS entry_on, ends_on AS left_on, start_known,
                starts_on AS day, false AS is_event
            FROM care
            UNION ALL
            SELECT child_id, starts_on, ends_on, start_known, {day}, true
            FROM care
            JOIN {fact} USING (child_id)
            WHERE {where} AND daterange(starts_on, ends_on) @> {day}
        ) AS happened
        GROUP BY child_id, entry_on, left_on, start_known, day
    ) AS turn
    WINDOW whole AS (PARTITION BY child_id, entry_on ORDER BY day)
) AS told
"""
