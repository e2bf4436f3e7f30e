def undecided(*kinds: str) -> str:
    """SQL for approvals of these kinds that were still to be decided when they were needed."""
    return f"""
SELECT
    child_id, 'request ' || id AS subject, needed_on AS started_on,
    least(decided_on, left_on) AS stopped_on,
    CASE
        WHEN decided_on <= coalesce(left_on, 'infinity') THEN 'decided'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by,
    needed_on - 1 AS due_on
FROM approval_request
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = approval_request.child_id AND ends_on > needed_on
) AS leaving
WHERE kind IN ({", ".join(f"'{kind}'" for kind in kinds)})
    AND coalesce(decided_on > needed_on, true)
"""
