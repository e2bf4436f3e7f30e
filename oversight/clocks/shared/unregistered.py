def unregistered(kind: str, regular: str, since: str = "-infinity") -> str:
    """SQL for the time in a home that may not be run as it is, from when the law forbids it.

    `regular` says what else than a move ends it.
    """
    return f"""
SELECT
    child_id, began_on AS started_on, ends_on AS stopped_on,
    CASE
        WHEN ends_on IS NULL THEN ''
        WHEN EXISTS (
            SELECT FROM lives
            WHERE lives.child_id = unregistered.child_id AND lives.ends_on = unregistered.ends_on
        ) THEN 'moved'
        ELSE '{regular}' END AS stopped_by,
    began_on - 1 AS due_on
FROM unregistered
CROSS JOIN LATERAL (SELECT greatest(starts_on, date '{since}') AS began_on) AS beginning
WHERE kind = '{kind}' AND coalesce(ends_on > began_on, true)
"""
