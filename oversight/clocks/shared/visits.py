LAW = "Care Planning, Placement and Case Review Regulations 2010, regulation 28"
WHY = (
    "A visit is where somebody from outside the home sees the child and hears how it is. When "
    "visits fall away nobody notices that a home is in trouble, or that a plan stands still."
)
COUNTS = (
    "Only a visit in person at which the child was seen counts; the reviewing officer’s does not."
)


def waits(regime: str) -> str:
    """SQL for the waits for a visit in one way of counting (`visit_wait` in the facts)."""
    return f"""
SELECT child_id, started_on, start_known, runs_from, stopped_on, stopped_by
FROM visit_wait
WHERE regime = '{regime}'
"""
