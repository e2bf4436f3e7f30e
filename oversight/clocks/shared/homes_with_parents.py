UNDER_ORDER = """
ordered AS (
    SELECT
        child_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM status WHERE code IN ('C1', 'C2') GROUP BY child_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),
at_home AS (
    SELECT
        together.*, coalesce(
            lag(ends_on) OVER (PARTITION BY child_id ORDER BY starts_on), '-infinity'
        ) AS last_left_on,
        began_home AND EXISTS (
            SELECT FROM care
            WHERE care.child_id = together.child_id
                AND daterange(care.starts_on, care.ends_on) @> together.starts_on - 1
        ) AS is_move
    FROM (
        SELECT
            home_kind.child_id, greatest(home_kind.starts_on, ordered.starts_on) AS starts_on,
            CASE WHEN began_home THEN home_kind.start_known ELSE ordered.start_known END
                AS start_known,
            least(home_kind.ends_on, ordered.ends_on) AS ends_on, began_home,
            CASE
                WHEN home_kind.ends_on <= coalesce(ordered.ends_on, 'infinity') THEN 'moved'
                WHEN ordered.ends_on IS NOT NULL THEN 'order ended'
                ELSE '' END AS ended_by
        FROM home_kind
        JOIN ordered USING (child_id)
        CROSS JOIN LATERAL (
            SELECT home_kind.starts_on >= ordered.starts_on AS began_home
        ) AS beginning
        WHERE kind = 'P1'
            AND daterange(home_kind.starts_on, home_kind.ends_on)
                && daterange(ordered.starts_on, ordered.ends_on)
    ) AS together
)"""
"""`at_home`: stretches with parents under an interim or full care order. `is_move` is whether the
child moved there under it: one who lives there from the first day of care is taken to have been at
home when the order was made (regulation 15(2)). `last_left_on` is the end of the one before."""

ASSESSED = """
CROSS JOIN LATERAL (
    SELECT min(completed_on) AS assessed_on FROM home_assessment
    WHERE home_assessment.child_id = at_home.child_id AND kind = 'parents'
        AND completed_on > last_left_on
) AS assessing"""
"""The first day on which parents were assessed since the child last left home."""

AT_ONCE = """
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS at_once_on FROM approval_request
    WHERE approval_request.child_id = at_home.child_id AND kind = 'parents-at-once'
        AND decision = 'approved' AND daterange(starts_on - 28, ends_on) @> decided_on
) AS asking_at_once"""
"""The day on which living there before the assessment was approved, as visits count it."""

APPROVED = """
CROSS JOIN LATERAL (
    SELECT min(decided_on) AS approved_on FROM approval_request
    WHERE approval_request.child_id = at_home.child_id AND kind = 'parents'
        AND decision = 'approved' AND decided_on > last_left_on
) AS asking"""
"""The first day on which living there was approved since the child last left home."""

UNDER_CARE_ORDER = """
at_home AS (
    SELECT
        home_kind.child_id, greatest(home_kind.starts_on, status.starts_on) AS starts_on,
        least(home_kind.ends_on, status.ends_on) AS ends_on,
        CASE
            WHEN home_kind.ends_on <= coalesce(status.ends_on, 'infinity') THEN 'moved'
            WHEN status.ends_on IS NOT NULL THEN 'care order ended'
            ELSE '' END AS ended_by
    FROM home_kind
    JOIN status USING (child_id)
    WHERE kind = 'P1' AND code = 'C2'
        AND daterange(home_kind.starts_on, home_kind.ends_on)
            && daterange(status.starts_on, status.ends_on)
)"""
"""`at_home`: stretches with parents under a full care order."""

TO_APPLY = f"""{UNDER_CARE_ORDER},
to_apply AS (
    SELECT
        at_home.child_id, asked_on, starts_on AS home_on, ends_on, ended_by,
        changed_on, applied_on
    FROM at_home
    JOIN order_question AS question
        ON question.child_id = at_home.child_id AND daterange(starts_on, ends_on) @> asked_on
    CROSS JOIN LATERAL (
        SELECT min(later.asked_on) AS changed_on FROM order_question AS later
        WHERE later.child_id = question.child_id AND later.asked_on > question.asked_on
            AND later.answer <> 'apply'
    ) AS changing
    CROSS JOIN LATERAL (
        SELECT min(applied_on) AS applied_on
        FROM discharge
        JOIN court_order ON court_order.id = order_id
        WHERE discharge.child_id = question.child_id AND court_order.kind = 'care'
            AND coalesce(decided_on >= asked_on, true)
    ) AS applying
    WHERE answer = 'apply' AND coalesce(applied_on >= asked_on, true)
)"""
"""`to_apply`: answers that the care order is to be ended, with what ends the wait for it: the
application, another answer, or `ends_on`. While the court has an older application, none waits."""
