"""Kinds of home, as the codes of the return tell them apart, and the days that children live there.

Who provides a home is one of the codes PR0 to PR5, '' where it is not said: then it counts neither
as our own nor as somebody else's.
"""

CONNECTED = "type IN ('U1', 'U2', 'U3')"
FOSTER = "type IN ('U4', 'U5', 'U6')"
RESIDENTIAL = "type IN ('K1', 'K2', 'R1')"
ADOPTIVE = "type IN ('A3', 'A4', 'A5', 'A6')"
OWN = "provider = 'PR1'"
AGENCY = "provider IN ('PR4', 'PR5')"
SOMEBODY_ELSE = "provider NOT IN ('PR1', '')"


def living_in(*where: str) -> str:
    """Children who live in a home for which all of this holds."""
    return f"SELECT child_id, starts_on, ends_on FROM lives_in WHERE {' AND '.join(where)}"


def third_home(within: str) -> str:
    """From a child's third home on, while the first of the three ended no longer ago than that."""
    return f"""
SELECT child_id, starts_on, least(next_on, (ended_on + interval '{within}')::date) AS ends_on
FROM (
    SELECT
        child_id, starts_on, lead(starts_on) OVER homes AS next_on,
        lag(ends_on, 2) OVER homes AS ended_on
    FROM home
    WINDOW homes AS (PARTITION BY child_id ORDER BY starts_on)
) AS lived
WHERE ended_on IS NOT NULL
"""
