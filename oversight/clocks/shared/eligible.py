"""From which day a young person in care is an eligible child, with the help that goes with it.

Looked after for 13 weeks in all since the 14th birthday, and still so at 16 or later (Children Act
1989, schedule 2, paragraph 19B). Short breaks do not count. `start_known` is false where a time in
care began on or before its first day, so that the 13 weeks may have been reached earlier.
"""

ELIGIBLE = """
SELECT child_id, min(eligible_on) AS eligible_on, bool_or(start_known OR eligible_on = sixteen_on)
    AS start_known
FROM (
    SELECT
        child_id, start_known, sixteen_on, upper(days) AS until,
        greatest(sixteen_on, lower(days) + greatest(0, 91 - coalesce(
            sum(upper(days) - lower(days)) OVER (
                PARTITION BY child_id ORDER BY lower(days)
                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ), 0))::int) AS eligible_on
    FROM (
        SELECT
            child_id, start_known, sixteen_on, unnest(
                in_care - coalesce(breaks, '{}')
                - datemultirange(daterange(NULL, (eighteen_on - interval '4 years')::date))
            ) AS days
        FROM child
        JOIN (
            SELECT
                child_id, bool_and(start_known) AS start_known,
                range_agg(daterange(starts_on, ends_on)) AS in_care
            FROM care GROUP BY child_id
        ) AS held USING (child_id)
        LEFT JOIN (
            SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS breaks
            FROM short_break GROUP BY child_id
        ) AS stays USING (child_id)
    ) AS looked_after
) AS reached
WHERE coalesce(eligible_on < until, true)
GROUP BY child_id
"""
