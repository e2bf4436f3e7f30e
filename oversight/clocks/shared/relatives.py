LOOKED_AT = """
looked_at AS (
    SELECT
        relative.child_id, relative.id, put_forward_on, out_on,
        least(viability_done_on, first_look_on) AS viability_on,
        least(CASE viability WHEN 'positive' THEN viability_done_on END, suitable_on)
            AS positive_on,
        least(relative.assessment_started_on, full_from) AS full_from,
        least(relative.assessment_done_on, full_on) AS full_on
    FROM relative
    CROSS JOIN LATERAL (
        SELECT
            min(completed_on) FILTER (WHERE kind = 'viability') AS first_look_on,
            min(completed_on) FILTER (WHERE kind = 'viability' AND finding <> 'not-suitable')
                AS suitable_on,
            min(started_on) FILTER (WHERE kind = 'full') AS full_from,
            min(completed_on) FILTER (WHERE kind = 'full') AS full_on
        FROM home_assessment WHERE relative_id = relative.id
    ) AS assessed
)"""
"""`looked_at`: relatives and friends with the days on which they were looked at, whether those are
kept with the relative or as assessments of a home."""
