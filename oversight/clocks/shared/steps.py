"""Steps of plans with the day on which each was done, also where another fact shows that it was.

This says in SQL what `permanence/found.py` and `adoption/found.py` say for the pages: the first
such fact since the care began in which the plan was proposed. Steps that only a fact shows which
clocks do not have are left out: a fostering panel, a matching meeting, a child told, a first look
at a guardian.
"""

FOUND = """
    SELECT child_id, code, held_on AS day FROM review
    CROSS JOIN LATERAL (VALUES ('first-review'), ('second-review')) AS steps (code)
    UNION ALL
    SELECT review.child_id, 'review-after-placed', held_on FROM review
    JOIN home_kind
        ON home_kind.child_id = review.child_id AND kind = 'adoptive'
        AND home_kind.starts_on <= held_on
    UNION ALL SELECT child_id, 'siblings-decided', decided_on FROM sibling_decision
    UNION ALL
    SELECT child_id, CASE kind WHEN 'placement' THEN 'placement-order'
        WHEN 'adoption' THEN 'adoption-order'
        WHEN 'special-guardianship' THEN 'special-guardianship-order'
        WHEN 'child-arrangements' THEN 'child-arrangements-order' END, made_on FROM court_order
    UNION ALL SELECT child_id, 'care-order-ended', ended_on FROM court_order WHERE kind = 'care'
    UNION ALL
    SELECT child_id, CASE kind WHEN 'adoptive' THEN 'placed-for-adoption'
        WHEN 'P1' THEN 'moved-home' END, starts_on FROM home_kind
    UNION ALL
    SELECT child_id, 'parents-assessed', completed_on FROM home_assessment WHERE kind = 'parents'
    UNION ALL
    SELECT child_id, 'home-approved', decided_on FROM approval_request
    WHERE decision = 'approved' AND kind IN ('parents', 'parents-at-once')
    UNION ALL
    SELECT child_id, 'order-questioned', asked_on FROM order_question WHERE answer = 'apply'
    UNION ALL SELECT child_id, 'discharge-applied', applied_on FROM discharge
    UNION ALL
    SELECT child_id, CASE kind WHEN 'temporary' THEN 'temporary-approval'
        WHEN 'foster' THEN 'full-approval' END, starts_on FROM approval
    UNION ALL SELECT child_id, 'long-term-match', decided_on FROM long_term_match
    UNION ALL
    SELECT child_id, CASE kind WHEN 'book' THEN 'life-story-book'
        WHEN 'letter' THEN 'later-life-letter' END, done_on FROM life_story
    UNION ALL SELECT child_id, 'agency-told', notified_on FROM notification
    UNION ALL SELECT child_id, 'early-permanence', considered_on FROM early_permanence
    UNION ALL SELECT child_id, 'child-permanence-report', completed_on FROM permanence_report
    UNION ALL SELECT child_id, 'family-finding', starts_on FROM family_finding
    UNION ALL
    SELECT child_id, 'adoption-decision', decided_on FROM decision WHERE reversed_on IS NULL
    UNION ALL SELECT child_id, 'link', linked_on FROM link
    UNION ALL SELECT child_id, 'matching-panel', held_on FROM panel WHERE question = 'match'
    UNION ALL SELECT child_id, 'match', decided_on FROM match WHERE withdrawn_on IS NULL
    UNION ALL SELECT child_id, 'support-plan', agreed_on FROM adoption_support
    UNION ALL SELECT child_id, 'introductions', started_on FROM introductions
    UNION ALL
    SELECT child_id, 'adoption-order-applied', applied_on FROM adoption_application
    WHERE withdrawn_on IS NULL
    UNION ALL
    SELECT child_id, code, day FROM guardian
    CROSS JOIN LATERAL (
        VALUES ('guardian-named', named_on), ('guardian-assessed', assessment_completed_on),
            ('guardian-sure', intention_confirmed_on), ('guardian-support', support_plan_agreed_on),
            ('guardian-notice', least(notice_given_on, report_asked_on)),
            ('guardian-report', report_filed_on)
    ) AS steps (code, day)
    WHERE order_sought = 'special-guardianship' AND withdrew_on IS NULL
    UNION ALL
    SELECT child_id, 'arrangements-applied', applied_on FROM guardian
    WHERE order_sought = 'child-arrangements' AND withdrew_on IS NULL
    UNION ALL SELECT child_id, 'guardian-support-review', held_on FROM guardian_support_review
"""

STEPS = f"""
SELECT
    milestone.id, milestone.child_id, plan_id, milestone.due_on, owner_id, plan.starts_on, until,
    achieved_on, coalesce(
        actual_on,
        CASE milestone.code
            WHEN 'plan-endorsed' THEN endorsed_on
            WHEN 'plan-ratified' THEN ratified_on
            WHEN 'permanence-achieved' THEN achieved_on
            WHEN 'second-review' THEN (array_agg(day ORDER BY day))[2]
            ELSE min(day) END
    ) AS done_on
FROM milestone
JOIN (
    SELECT plan.*, least(ends_on, achieved_on) AS until, coalesce(
        (
            SELECT max(care.starts_on) FROM care
            WHERE care.child_id = plan.child_id AND care.starts_on <= plan.starts_on
        ), plan.starts_on) AS since_on
    FROM plan
) AS plan ON plan.id = plan_id
LEFT JOIN ({FOUND}) AS found
    ON found.child_id = milestone.child_id AND found.code = milestone.code AND day >= since_on
WHERE milestone.code NOT IN ('fostering-panel', 'matching-meeting', 'child-told', 'viability')
GROUP BY
    milestone.id, milestone.child_id, milestone.code, plan_id, milestone.due_on, owner_id,
    actual_on, plan.starts_on, until, achieved_on, endorsed_on, ratified_on
"""
"""Of each step: its plan's `starts_on` and `until`, the day planned for now, and `done_on`."""
