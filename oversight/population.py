"""Who was in care on a day: the count that everything else is checked against.

Short breaks (V3, V4) are left out, as in the published statistics. A child is counted once; after
the last day an authority's facts are known to, the count is that of that day.
"""

from datetime import date
from typing import Any

from django.db import connection

from casetrack.models import Authority

POPULATION = """
SELECT coalesce(placement.type, ''), coalesce(status.code, ''), count(*)
FROM casetrack_careperiod AS care
JOIN casetrack_child AS child ON child.id = care.child_id
JOIN casetrack_authority AS authority ON authority.id = child.authority_id
CROSS JOIN LATERAL (
    SELECT CASE WHEN records_live THEN %(day)s::date
        ELSE least(%(day)s::date, known_to) END AS on_day
) AS known
LEFT JOIN casetrack_legalstatus AS status
    ON status.child_id = care.child_id AND status.starts_on <= on_day
    AND (status.ends_on IS NULL OR status.ends_on > on_day)
LEFT JOIN placements_placement AS placement
    ON placement.child_id = care.child_id AND placement.starts_on <= on_day
    AND (placement.ends_on IS NULL OR placement.ends_on > on_day)
WHERE care.starts_on <= on_day AND (care.ends_on IS NULL OR care.ends_on > on_day)
    AND coalesce(status.code, '') NOT IN ('V3', 'V4')
    AND child.authority_id = ANY(%(authorities)s)
GROUP BY 1, 2
ORDER BY 1, 2
"""


def population(day: date, authorities: list[Authority]) -> dict[str, Any]:
    """`{"looked_after": n, "by_place": {code: n}, "by_legal_status": {code: n}}` as at `day`.

    Codes are those of the return; '' where the home or the status of that day is not recorded.
    """
    by_place: dict[str, int] = {}
    by_legal_status: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            POPULATION, {"day": day, "authorities": [authority.pk for authority in authorities]}
        )
        for place, code, count in cursor.fetchall():
            by_place[place] = by_place.get(place, 0) + count
            by_legal_status[code] = by_legal_status.get(code, 0) + count
    return {
        "looked_after": sum(by_place.values()),
        "by_place": by_place,
        "by_legal_status": dict(sorted(by_legal_status.items())),
    }
