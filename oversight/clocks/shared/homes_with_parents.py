def at_home(*codes: str) -> str:
    """SQL for `at_home`: stretches with parents under an order with one of the return's codes.

    `is_move` is whether the child moved there under the order; a child who lives there from the
    first day of care is taken to have been at home when the order was made (regulation 15(2)).
    """
    return f"""
WITH ordered AS (
    SELECT
        child_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM status WHERE code IN ({", ".join(f"'{code}'" for code in codes)})
        GROUP BY child_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
),
at_home AS (
    SELECT
        home_kind.child_id, greatest(home_kind.starts_on, ordered.starts_on) AS starts_on,
        (home_kind.start_known AND home_kind.starts_on >= ordered.starts_on)
            OR (ordered.start_known AND ordered.starts_on >= home_kind.starts_on) AS start_known,
        least(home_kind.ends_on, ordered.ends_on) AS ends_on,
        CASE
            WHEN home_kind.ends_on <= coalesce(ordered.ends_on, 'infinity') THEN 'moved'
            WHEN ordered.ends_on IS NOT NULL THEN 'order ended'
            ELSE '' END AS ended_by,
        home_kind.starts_on >= ordered.starts_on AND EXISTS (
            SELECT FROM care
            WHERE care.child_id = home_kind.child_id AND care.starts_on < home_kind.starts_on
                AND coalesce(care.ends_on >= home_kind.starts_on, true)
        ) AS is_move
    FROM home_kind
    JOIN ordered USING (child_id)
    WHERE kind = 'P1'
        AND daterange(home_kind.starts_on, home_kind.ends_on)
            && daterange(ordered.starts_on, ordered.ends_on)
)"""


AGREED = f"""{at_home("C1", "C2")},
agreed AS (
    SELECT at_home.*, assessed_on, at_once_on, approved_on
    FROM (
        SELECT
            at_home.*, coalesce(
                lag(ends_on) OVER (PARTITION BY child_id ORDER BY starts_on), '-infinity'
            ) AS last_left_on
        FROM at_home
    ) AS at_home
    CROSS JOIN LATERAL (
        SELECT min(completed_on) AS assessed_on FROM home_assessment
        WHERE home_assessment.child_id = at_home.child_id AND kind = 'parents'
            AND completed_on > last_left_on
    ) AS assessing
    CROSS JOIN LATERAL (
        SELECT
            min(decided_on) FILTER (
                WHERE kind = 'parents-at-once' AND decided_on >= starts_on - 28
                    AND coalesce(decided_on < ends_on, true)
            ) AS at_once_on,
            min(decided_on) FILTER (
                WHERE kind = 'parents' AND decided_on > last_left_on
            ) AS approved_on
        FROM approval_request
        WHERE approval_request.child_id = at_home.child_id AND decision = 'approved'
    ) AS asking
)"""
"""`agreed`: those stretches with the first day on which parents were assessed for it
(`assessed_on`), living there before that was approved (`at_once_on`, from four weeks before, as
visits count it) and living there was (`approved_on`); from when the child last left such a home."""


TO_APPLY = f"""{at_home("C2")},
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
    WHERE answer = 'apply'
)"""
"""`to_apply`: answers that the care order is to be ended, with what ends the wait for it: the
application (one that the court has still to decide may be older), another answer, or `ends_on`."""
