-- What indicators count, made of the facts of the clocks and of nothing else: no table is known
-- here. As there, each is a CTE; periods are half-open, `ends_on` null while open.

-- Looked after, as published figures count it: periods of care without the days of short breaks.
-- `began_on` and `began_known` are those of the period of care it is part of, `end_reason` is that
-- of its end, '' where only a short break followed.
looked_after AS (
    SELECT
        care.child_id, lower(days) AS starts_on, upper(days) AS ends_on,
        start_known OR lower(days) > care.starts_on AS start_known,
        care.starts_on AS began_on, start_known AS began_known,
        CASE WHEN upper(days) = care.ends_on THEN coalesce(why, '') ELSE '' END AS end_reason
    FROM care
    LEFT JOIN care_end ON care_end.child_id = care.child_id AND care_end.ends_on = care.ends_on
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS breaks
        FROM short_break GROUP BY child_id
    ) AS away ON away.child_id = care.child_id
    CROSS JOIN LATERAL unnest(
        datemultirange(daterange(care.starts_on, care.ends_on)) - coalesce(breaks, '{}')
    ) AS days
),

-- Where the child lives while looked after; no stay with return counts as a home of its own.
lives_in AS (
    SELECT
        lives.child_id, type, provider, home_id,
        greatest(lives.starts_on, looked_after.starts_on) AS starts_on,
        least(lives.ends_on, looked_after.ends_on) AS ends_on
    FROM lives
    JOIN looked_after USING (child_id)
    WHERE coalesce(lives.starts_on < looked_after.ends_on, true)
        AND coalesce(looked_after.starts_on < lives.ends_on, true)
),

-- The groups of children that a figure may be told apart by: a value for a stretch of days.
by_team AS (
    SELECT child_id, team AS value, starts_on, ends_on FROM worker_team
),

-- Who is born on 29 February is a year older on 1 March, but at 16 on the day itself.
by_age AS (
    SELECT
        child_id, value,
        CASE WHEN since = 0 THEN born_on ELSE (born_on + since * interval '1 year')::date + shift
            END AS starts_on,
        (born_on + until * interval '1 year')::date + CASE WHEN until = 16 THEN 0 ELSE shift END
            AS ends_on
    FROM (
        SELECT child_id, born_on, (to_char(born_on, 'MMDD') = '0229')::int AS shift
        FROM child WHERE born_on IS NOT NULL
    ) AS born
    CROSS JOIN (
        VALUES ('0', 0, 1), ('1-4', 1, 5), ('5-9', 5, 10), ('10-15', 10, 16)
    ) AS bands (value, since, until)
    UNION ALL
    SELECT child_id, '16+', sixteen_on, NULL FROM child WHERE born_on IS NOT NULL
),

by_sex AS (
    SELECT child_id, sex AS value, '-infinity'::date AS starts_on, NULL::date AS ends_on
    FROM child WHERE sex <> ''
),

-- The five groups of the census; what was not said or is not yet known is in none.
by_ethnicity AS (
    SELECT
        child_id,
        CASE
            WHEN left(ethnicity, 1) = 'W' THEN 'white'
            WHEN left(ethnicity, 1) = 'M' THEN 'mixed'
            WHEN left(ethnicity, 1) = 'A' OR ethnicity = 'CHNE' THEN 'asian'
            WHEN left(ethnicity, 1) = 'B' THEN 'black'
            ELSE 'other' END AS value,
        '-infinity'::date AS starts_on, NULL::date AS ends_on
    FROM child WHERE ethnicity NOT IN ('', 'REFU', 'NOBT')
),

by_route AS (
    SELECT child_id, route AS value, starts_on, ends_on FROM plan WHERE rank = 'primary'
),
