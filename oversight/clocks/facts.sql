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
        child_id, code,
        min(starts_on) AS starts_on,
        nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on,
        (array_agg(start_known ORDER BY starts_on))[1] AS start_known
    FROM (
        SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
        FROM (
            SELECT
                child_id, code, starts_on, ends_on, start_known,
                (lag(code) OVER turns, lag(ends_on) OVER turns)
                    IS DISTINCT FROM (code, starts_on) AS is_new
            FROM casetrack_legalstatus
            WHERE child_id IN (SELECT child_id FROM scope)
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS turn
        WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
    ) AS spells
    GROUP BY child_id, spell, code
),

-- Where the child lives, a temporary stay with return to the same home counted as that home.
-- `home_id` is the carer's identity; a stay without return keeps its T code.
lives AS (
    SELECT
        child_id, starts_on, ends_on, start_known, end_reason,
        CASE WHEN is_return THEN before_type ELSE type END AS type,
        CASE WHEN is_return THEN before_home ELSE home_id END AS home_id
    FROM (
        SELECT *,
            is_stay AND before_home IS NOT NULL AND before_home = after_home AS is_return
        FROM (
            SELECT *,
                first_value(steady_home) OVER before AS before_home,
                first_value(steady_type) OVER before AS before_type,
                first_value(steady_home) OVER after AS after_home
            FROM (
                SELECT *,
                    CASE WHEN NOT is_stay THEN home_id END AS steady_home,
                    CASE WHEN NOT is_stay THEN type END AS steady_type,
                    count(*) FILTER (WHERE NOT is_stay) OVER turns AS nth,
                    count(*) FILTER (WHERE NOT is_stay) OVER turns_back AS nth_back
                FROM (
                    SELECT *, count(*) FILTER (WHERE is_gap) OVER turns AS chain
                    FROM (
                        SELECT
                            child_id, starts_on, ends_on, start_known, end_reason, type, home_id,
                            type IN ('T0', 'T1', 'T2', 'T3', 'T4') AS is_stay,
                            lag(ends_on) OVER turns IS DISTINCT FROM starts_on AS is_gap
                        FROM placements_placement
                        WHERE child_id IN (SELECT child_id FROM scope)
                        WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
                    ) AS turn
                    WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
                ) AS chained
                WINDOW
                    turns AS (PARTITION BY child_id, chain ORDER BY starts_on),
                    turns_back AS (PARTITION BY child_id, chain ORDER BY starts_on DESC)
            ) AS counted
            WINDOW
                before AS (PARTITION BY child_id, chain, nth ORDER BY starts_on),
                after AS (PARTITION BY child_id, chain, nth_back ORDER BY starts_on DESC)
        ) AS framed
    ) AS placed
),

-- Unbroken spells of a kind of home: 'adoptive' is A3 to A6, a spell for each family; the others are
-- their code, whoever the carer is.
home_kind AS (
    SELECT
        child_id, kind,
        min(starts_on) AS starts_on,
        nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on,
        (array_agg(start_known ORDER BY starts_on))[1] AS start_known
    FROM (
        SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
        FROM (
            SELECT *,
                (lag(kind) OVER turns, lag(family) OVER turns, lag(ends_on) OVER turns)
                    IS DISTINCT FROM (kind, family, starts_on) AS is_new
            FROM (
                SELECT *,
                    CASE WHEN type IN ('A3', 'A4', 'A5', 'A6') THEN 'adoptive' ELSE type END AS kind,
                    CASE WHEN type IN ('A3', 'A4', 'A5', 'A6') THEN home_id END AS family
                FROM lives
            ) AS kinds
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS turn
        WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
    ) AS spells
    GROUP BY child_id, spell, kind
),

-- Homes by carer, in order: temporary stays, and homes wholly within short breaks, left out.
home AS (
    SELECT *, row_number() OVER (PARTITION BY child_id ORDER BY starts_on) AS nth
    FROM (
        SELECT
            child_id,
            min(starts_on) AS starts_on,
            nullif(max(coalesce(ends_on, 'infinity')), 'infinity') AS ends_on,
            (array_agg(type ORDER BY starts_on))[1] AS type,
            (array_agg(end_reason ORDER BY starts_on DESC))[1] AS end_reason
        FROM (
            SELECT *, count(*) FILTER (WHERE is_new) OVER turns AS spell
            FROM (
                SELECT *,
                    (lag(home_id) OVER turns, lag(ends_on) OVER turns)
                        IS DISTINCT FROM (home_id, starts_on) AS is_new
                FROM lives
                WHERE type NOT IN ('T0', 'T1', 'T2', 'T3', 'T4')
                WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
            ) AS turn
            WINDOW turns AS (PARTITION BY child_id ORDER BY starts_on)
        ) AS spells
        GROUP BY child_id, spell
    ) AS homes
    WHERE NOT EXISTS (
        SELECT FROM status
        WHERE status.child_id = homes.child_id AND status.code IN ('V3', 'V4')
            AND status.starts_on <= homes.starts_on
            AND coalesce(status.ends_on, 'infinity') >= coalesce(homes.ends_on, 'infinity')
    )
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
-- spell, and a new one from the day an adoptive home ends or a match is withdrawn while the order
-- goes on. A withdrawn match starts one only where the child had not moved in and no later match
-- stood. Neither starts one where the decision for adoption is then reversed.
-- `placed_on` and `reversed_on` are the first such days of the wait, `ends_on` the end of the order.
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
