-- The facts that clocks may use. This is the only SQL that knows tables: when a model changes, it
-- is mended here and nowhere else. Each fact is a CTE over the children in `scope`; periods are
-- half-open, `ends_on` null while open, `start_known` false for "on or before starts_on".

-- The child, with the days on which ages are reached: born on 29 February is 1 March.
child AS (
    SELECT
        id AS child_id, authority_id, born_on, unaccompanied,
        (born_on + interval '16 years')::date + feb29.shift AS sixteen_on,
        (born_on + interval '18 years')::date + feb29.shift AS eighteen_on
    FROM casetrack_child
    CROSS JOIN LATERAL (
        SELECT CASE WHEN to_char(born_on, 'MMDD') = '0229' THEN 1 ELSE 0 END AS shift
    ) AS feb29
    WHERE id IN (SELECT child_id FROM scope)
),

-- Periods of care, short breaks among them.
care AS (
    SELECT child_id, starts_on, ends_on, start_known
    FROM casetrack_careperiod
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Legal status: unbroken spells of one code.
status AS (
    SELECT
        child_id, code, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, code, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM casetrack_legalstatus
        WHERE child_id IN (SELECT child_id FROM scope)
        GROUP BY child_id, code
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

short_break AS (
    SELECT child_id, starts_on, ends_on FROM status WHERE code IN ('V3', 'V4')
),

placement AS (
    SELECT
        child_id, starts_on, ends_on, start_known, end_reason, type, home_id,
        type IN ('T0', 'T1', 'T2', 'T3', 'T4') AS is_stay
    FROM placements_placement
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Temporary stays, one after the other taken together, from which the child returned to the same
-- home.
return_stay AS (
    SELECT stay.child_id, stay.days, before.type, before.home_id
    FROM (
        SELECT child_id, unnest(range_agg(daterange(starts_on, ends_on))) AS days
        FROM placement WHERE is_stay GROUP BY child_id
    ) AS stay
    JOIN placement AS before
        ON before.child_id = stay.child_id AND before.ends_on = lower(days)
    JOIN placement AS after
        ON after.child_id = stay.child_id AND after.starts_on = upper(days)
        AND after.home_id = before.home_id
),

-- Where the child lives, a temporary stay with return to the same home counted as that home.
-- `home_id` is the carer's identity; a stay without return keeps its T code.
lives AS (
    SELECT
        placement.child_id, starts_on, ends_on, start_known, end_reason,
        coalesce(return_stay.type, placement.type) AS type,
        coalesce(return_stay.home_id, placement.home_id) AS home_id
    FROM placement
    LEFT JOIN return_stay
        ON return_stay.child_id = placement.child_id AND is_stay AND days @> starts_on
),

-- Unbroken spells of a kind of home: 'adoptive' is A3 to A6, a spell for each family; the others are
-- their code, whoever the carer is.
home_kind AS (
    SELECT
        child_id, kind, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, kind, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM lives
        CROSS JOIN LATERAL (SELECT type IN ('A3', 'A4', 'A5', 'A6') AS is_adoptive) AS adoption
        CROSS JOIN LATERAL (
            SELECT
                CASE WHEN is_adoptive THEN 'adoptive' ELSE type END AS kind,
                CASE WHEN is_adoptive THEN home_id END AS family
        ) AS kinds
        GROUP BY child_id, kind, family
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),

-- Homes by carer, in order: temporary stays, and homes wholly within short breaks, left out.
home AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, lower(days) AS starts_on, upper(days) AS ends_on,
            types[array_position(starts, lower(days))] AS type,
            end_reasons[array_position(ends, upper(days))] AS end_reason
        FROM (
            SELECT
                child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
                array_agg(starts_on) AS starts, array_agg(type) AS types,
                array_agg(ends_on) AS ends, array_agg(end_reason) AS end_reasons
            FROM lives
            WHERE type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
            GROUP BY child_id, home_id
        ) AS held
        CROSS JOIN LATERAL unnest(spells) AS days
        WHERE NOT EXISTS (
            SELECT FROM short_break
            WHERE short_break.child_id = held.child_id
                AND daterange(short_break.starts_on, short_break.ends_on) @> days
        )
    ) AS homes
),

decision AS (
    SELECT child_id, decided_on, reversed_on
    FROM adoption_adoptiondecision
    WHERE child_id IN (SELECT child_id FROM scope)
),

match AS (
    SELECT child_id, decided_on, withdrawn_on
    FROM adoption_match
    WHERE child_id IN (SELECT child_id FROM scope)
),

review AS (
    SELECT child_id, held_on
    FROM permanence_review
    WHERE child_id IN (SELECT child_id FROM scope)
),

plan AS (
    SELECT child_id, route, rank, starts_on, ends_on
    FROM permanence_permanenceplan
    WHERE child_id IN (SELECT child_id FROM scope)
),

-- Social workers in order, one row for each stretch with the same person, gaps in it or not.
social_worker AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id, worker_id, spell,
            min(starts_on) AS starts_on,
            nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on
        FROM (
            SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
            FROM (
                SELECT
                    child_id, worker_id, starts_on, ends_on,
                    lag(worker_id) OVER turns IS DISTINCT FROM worker_id AS is_new
                FROM casetrack_allocation
                WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM scope)
                WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
            ) AS turn
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS spells
        GROUP BY child_id, worker_id, spell
    ) AS stretches
),

-- Waits for an adoptive family under a placement order (E1): one from the start of each unbroken
-- spell, and a new one from the day an adoptive home ends, a match is withdrawn, or adoption is
-- decided again after a reversal, while the order goes on. A withdrawn match starts one only where
-- the child had not moved in and no later match stood. Neither a home nor a match starts one where
-- the decision for adoption is then reversed.
-- `placed_on` and `reversed_on` are the first such days of the wait (a reversal on its first day
-- counts unless adoption was decided again that day), `ends_on` the end of the order.
family_wait AS (
    SELECT
        began.*,
        (
            SELECT min(greatest(home_kind.starts_on, started_on)) FROM home_kind
            WHERE home_kind.child_id = began.child_id AND kind = 'adoptive'
                AND coalesce(home_kind.ends_on > started_on, true)
        ) AS placed_on,
        (
            SELECT min(reversed_on) FROM decision
            WHERE decision.child_id = began.child_id AND reversed_on >= started_on
                AND NOT EXISTS (
                    SELECT FROM decision AS anew
                    WHERE anew.child_id = began.child_id AND anew.decided_on = started_on
                        AND decision.reversed_on = started_on
                        AND coalesce(anew.reversed_on > started_on, true)
                )
        ) AS reversed_on
    FROM (
        SELECT
            child_id, starts_on AS order_on, starts_on AS started_on, start_known, ends_on,
            'order' AS began_with
        FROM status WHERE code = 'E1'
        UNION
        SELECT status.child_id, status.starts_on, home_kind.ends_on, true, status.ends_on, 'home'
        FROM status
        JOIN home_kind USING (child_id)
        WHERE code = 'E1' AND kind = 'adoptive' AND home_kind.ends_on > status.starts_on
            AND coalesce(home_kind.ends_on < status.ends_on, true)
        UNION
        SELECT status.child_id, status.starts_on, withdrawn_on, true, status.ends_on, 'match'
        FROM status
        JOIN match USING (child_id)
        WHERE code = 'E1' AND withdrawn_on > status.starts_on
            AND coalesce(withdrawn_on < status.ends_on, true)
            AND NOT EXISTS (
                SELECT FROM home_kind
                WHERE home_kind.child_id = status.child_id AND kind = 'adoptive'
                    AND home_kind.starts_on <= withdrawn_on
                    AND coalesce(home_kind.ends_on > match.decided_on, true)
            )
            AND NOT EXISTS (
                SELECT FROM match AS other
                WHERE other.child_id = status.child_id
                    AND other.decided_on > match.decided_on
                    AND other.decided_on <= match.withdrawn_on
                    AND coalesce(other.withdrawn_on > match.withdrawn_on, true)
            )
        UNION
        SELECT status.child_id, status.starts_on, decided_on, true, status.ends_on, 'decision'
        FROM status
        JOIN decision USING (child_id)
        WHERE code = 'E1' AND decided_on > status.starts_on
            AND coalesce(decided_on < status.ends_on, true)
            AND coalesce(reversed_on > decided_on, true)
            AND EXISTS (
                SELECT FROM decision AS earlier
                WHERE earlier.child_id = status.child_id
                    AND earlier.reversed_on BETWEEN status.starts_on AND decision.decided_on
            )
    ) AS began
    WHERE began_with = 'order' OR NOT EXISTS (
        SELECT FROM decision
        WHERE decision.child_id = began.child_id AND reversed_on <= started_on
            AND NOT EXISTS (
                SELECT FROM decision AS later
                WHERE later.child_id = began.child_id
                    AND later.decided_on BETWEEN decision.reversed_on AND started_on
                    AND coalesce(later.reversed_on > started_on, true)
            )
    )
),

-- Every day with its count of working days so far (England and Wales).
calendar AS (
    SELECT day, is_working, working_number FROM casetrack_calendarday
),

-- An authority's own limits, in force for waits that start in the period.
setting AS (
    SELECT
        authority_id, clock, starts_on, ends_on, enabled,
        "limit" AS limit_count, warning AS warning_count, options
    FROM oversight_clocksetting
)
