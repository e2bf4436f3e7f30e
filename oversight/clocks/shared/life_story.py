"""What is given to the child and the new family once the adoption order is made."""


def given_after_adoption(kind: str) -> str:
    """Waits from an adoption order until that kind of life story work was given, if not before."""
    return f"""
SELECT
    court_order.child_id, made_on AS started_on, made_known AS start_known,
    least(given_on, ended_on) AS stopped_on,
    CASE
        WHEN given_on <= coalesce(ended_on, 'infinity') THEN 'given'
        WHEN ended_on IS NOT NULL THEN 'order ended'
        ELSE '' END AS stopped_by,
    'order ' || id AS subject
FROM court_order
CROSS JOIN LATERAL (
    SELECT min(done_on) AS given_on FROM life_story
    WHERE life_story.child_id = court_order.child_id AND life_story.kind = '{kind}'
) AS story
WHERE court_order.kind = 'adoption' AND coalesce(given_on >= made_on, true)
"""
