-- What indicators count, made of the facts of the clocks and of the waits that these give, which
-- are `wait_<code>`: no table is known here. As there, each is a CTE; periods are half-open,
-- `ends_on` null while open.

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
        lives.child_id, type, provider, home_id, postcode, began_on,
        greatest(lives.starts_on, looked_after.starts_on) AS starts_on,
        least(lives.ends_on, looked_after.ends_on) AS ends_on
    FROM lives
    JOIN looked_after USING (child_id)
    WHERE coalesce(lives.starts_on < looked_after.ends_on, true)
        AND coalesce(looked_after.starts_on < lives.ends_on, true)
),

-- Adoptions: care that ended with one on `on_day`; when the child was placed with that family, and
-- moved in with them, which is earlier where foster carers adopted.
adopted_from_care AS (
    SELECT
        looked_after.child_id, looked_after.ends_on AS on_day, began_on, began_known,
        greatest(family.starts_on, began_on) AS placed_on, family.start_known AS placed_known,
        greatest(stay.starts_on, began_on) AS moved_in_on, stay.start_known AS moved_in_known
    FROM looked_after
    JOIN home_kind AS family
        ON family.child_id = looked_after.child_id AND kind = 'adoptive'
        AND family.starts_on < looked_after.ends_on
        AND coalesce(family.ends_on >= looked_after.ends_on, true)
    JOIN stay
        ON stay.child_id = family.child_id AND stay.starts_on <= family.starts_on
        AND coalesce(stay.ends_on > family.starts_on, true)
    WHERE end_reason IN ('E11', 'E12')
),

-- Waiting for a match under a placement order: neither matched, nor in an adoptive home, nor with
-- the decision for adoption reversed. A match lasts until it is withdrawn, or until the home or the
-- care to which it led ends; a reversal until adoption is decided again or another order is made.
match_wait AS (
    SELECT
        ordered.child_id, lower(days) AS starts_on, upper(days) AS ends_on,
        start_known OR lower(days) > ordered.starts_on AS start_known
    FROM status AS ordered
    JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS held
        FROM looked_after GROUP BY child_id
    ) AS cared ON cared.child_id = ordered.child_id
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS held
        FROM (
            SELECT child_id, starts_on, ends_on FROM home_kind WHERE kind = 'adoptive'
            UNION ALL
            SELECT
                match.child_id, decided_on,
                least(withdrawn_on, min(home_kind.ends_on), min(care.ends_on))
            FROM match
            LEFT JOIN home_kind
                ON home_kind.child_id = match.child_id AND kind = 'adoptive'
                AND home_kind.ends_on > decided_on
            LEFT JOIN care ON care.child_id = match.child_id AND care.ends_on > decided_on
            GROUP BY match.child_id, decided_on, withdrawn_on
        ) AS found GROUP BY child_id
    ) AS family ON family.child_id = ordered.child_id
    LEFT JOIN (
        SELECT
            undone.child_id,
            range_agg(daterange(reversed_on, again_on)) FILTER (WHERE reversed_on IS NOT NULL)
                - range_agg(daterange(decided_on, reversed_on)) AS held
        FROM (
            SELECT decision.child_id, decided_on, reversed_on, min(again.starts_on) AS again_on
            FROM decision
            LEFT JOIN status AS again
                ON again.child_id = decision.child_id AND code = 'E1'
                AND again.starts_on > reversed_on
            GROUP BY decision.child_id, decided_on, reversed_on
        ) AS undone
        GROUP BY undone.child_id
    ) AS reversal ON reversal.child_id = ordered.child_id
    CROSS JOIN LATERAL unnest(
        datemultirange(daterange(ordered.starts_on, ordered.ends_on)) * cared.held
            - coalesce(family.held, '{}') - coalesce(reversal.held, '{}')
    ) AS days
    WHERE ordered.code = 'E1'
),

-- How far from their family children live, in miles; null where it is not known. A temporary stay
-- with return is as far as the home that it is a stay away from.
home_miles AS (
    SELECT
        child_id, type, starts_on, ends_on,
        first_value(miles) OVER (PARTITION BY child_id, home_id, nth ORDER BY starts_on) AS miles
    FROM (
        SELECT
            lives_in.child_id, home_id, type, lives_in.starts_on, lives_in.ends_on, miles,
            count(*) FILTER (WHERE NOT is_stay)
                OVER (PARTITION BY lives_in.child_id, home_id ORDER BY lives_in.starts_on) AS nth
        FROM lives_in
        JOIN home_distance
            ON home_distance.child_id = lives_in.child_id
            AND home_distance.starts_on <= lives_in.starts_on
            AND coalesce(home_distance.ends_on > lives_in.starts_on, true)
    ) AS measured
),

-- Moves within a period of care, from one carer's home to another's, whatever temporary stays lay
-- between: neither coming into care nor a new kind of home with the same carer is one.
home_move AS (
    SELECT child_id, starts_on AS on_day, was_type, was_provider, type, provider
    FROM (
        SELECT
            child_id, starts_on, type, provider, home_id,
            lag(home_id) OVER homes AS was_home_id,
            lag(type) OVER homes AS was_type,
            lag(provider) OVER homes AS was_provider
        FROM lives_in
        WHERE type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
        WINDOW homes AS (PARTITION BY child_id, began_on ORDER BY starts_on)
    ) AS lived
    WHERE was_home_id <> home_id
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
