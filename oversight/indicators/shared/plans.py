"""SQL of plans for permanence."""

RATIFIED_PLAN = """
SELECT child_id, ratified_on AS starts_on, ends_on FROM plan
WHERE rank = 'primary' AND ratified_on IS NOT NULL
"""
