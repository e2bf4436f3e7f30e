from oversight.clocks.shared.since_last import since_last


def first_check(*kinds: str, done: str, since: str = "starts_on") -> str:
    """SQL for the wait for the first of these checks (`wellbeing`) in each time in care.

    It begins with care, or on the day `since` of the child, where that is later. A check of before
    that day, but in this time in care, leaves nothing to wait for.
    """
    return f"""
SELECT
    care.child_id, begins_on AS started_on,
    start_known OR begins_on > starts_on AS start_known,
    least(done_on, ends_on) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(ends_on, 'infinity') THEN '{done}'
        WHEN ends_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM care
JOIN child USING (child_id)
CROSS JOIN LATERAL (SELECT greatest(starts_on, {since}) AS begins_on) AS beginning
CROSS JOIN LATERAL (
    SELECT min(done_on) AS done_on FROM wellbeing
    WHERE wellbeing.child_id = care.child_id AND kind IN ({_listed(kinds)})
        AND done_on >= starts_on
) AS checks
WHERE coalesce(done_on >= begins_on, true) AND coalesce(begins_on < ends_on, true)
"""


def each_check(*kinds: str, done: str) -> str:
    """SQL for the waits of a time in care from its start, and from each such check, to the next."""
    return since_last("wellbeing", "done_on", f"kind IN ({_listed(kinds)})", done=done)


def _listed(kinds: tuple[str, ...]) -> str:
    return ", ".join(f"'{kind}'" for kind in kinds)
