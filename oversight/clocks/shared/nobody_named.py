def nobody(fact: str, named: str) -> str:
    """SQL for the days in care on which nobody of `fact` is named for the child.

    Only since people record here; what stops them is said as `named`.
    """
    return f"""
SELECT
    child_id, lower(gap) AS started_on,
    CASE WHEN lower(gap) = starts_on THEN start_known ELSE lower(gap) > recorded_from END
        AS start_known,
    upper(gap) AS stopped_on,
    CASE
        WHEN upper(gap) IS NULL THEN ''
        WHEN upper(gap) = ends_on THEN 'left care'
        ELSE '{named}' END AS stopped_by
FROM care
JOIN child USING (child_id)
LEFT JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS days
    FROM {fact} GROUP BY child_id
) AS named USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(starts_on, ends_on)) - coalesce(days, '{{}}')
    - datemultirange(daterange(NULL, recorded_from))
) AS gap
"""
