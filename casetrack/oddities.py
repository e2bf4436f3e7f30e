"""Looks at records that somebody should ask about: unusual, and mostly innocent.

Who may read a record may still have no reason to. These four signs are our own choice, and so are
their thresholds: no law or guidance gives any. They are signs for a person to weigh, never a
finding. Only the opening of one child's record counts, and at night an export; to see children in a
list is no sign of interest in one of them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db import connection
from django.utils.timezone import get_default_timezone, make_aware

from casetrack.access.roles import ROLES, Reach
from casetrack.access.visibility import sealed
from casetrack.looks import records, why_allowed
from casetrack.models import Child

DAYS = 7
"""The days that are looked back over."""
RELATED_MONTHS = 12
"""For so long after an allocation a look at the record counts as part of the work."""
NIGHT_FROM, NIGHT_TO = 22, 6
"""Hours of the clock in London."""
MANY = 30
"""More different records than this, opened within an hour, are many in a row."""
MOST_ROWS = 100
"""So many of a kind are listed; all are counted."""


@dataclass(frozen=True)
class Oddity:
    """A kind of unusual look."""

    code: str
    title: str
    meaning: str


ODDITIES = (
    Oddity(
        "unrelated",
        "Opened without working with the child",
        "The role reaches every child of the authority. Neither the person nor their team was"
        f" allocated to this one on the day or in the {RELATED_MONTHS} months before.",
    ),
    Oddity(
        "same-surname",
        "Same surname as the reader",
        "The child’s last name is that of the person who opened the record.",
    ),
    Oddity(
        "night",
        "At night",
        f"Opened or taken out between {NIGHT_FROM}:00 and 0{NIGHT_TO}:00.",
    ),
    Oddity(
        "many",
        "Many in a row",
        f"More than {MANY} different records opened within an hour.",
    ),
)


@dataclass(frozen=True)
class Row:
    """One unusual look, or the longest row of them in an hour (`number` records)."""

    at: datetime
    who: str
    child_uuid: Any
    reference: str
    allowed_by: list[str]
    number: int | None

    @property
    def why(self) -> str:
        return why_allowed(self.allowed_by)


@dataclass
class Found:
    """What there was of one kind: all counted, the newest listed."""

    oddity: Oddity
    count: int = 0
    rows: list[Row] = field(default_factory=list)


def week_before(day: date) -> tuple[datetime, datetime]:
    """From the first moment of the seven days before `day` to the first moment of `day`."""
    zone = get_default_timezone()
    start, end = (datetime.combine(each, time()) for each in (day - timedelta(days=DAYS), day))
    return make_aware(start, zone), make_aware(end, zone)


def oddities(*, authorities: list[int], since: datetime, until: datetime) -> list[Found]:
    """Every kind, with the looks at children of these authorities in `[since, until)`; of records
    that are sealed by now nobody is told.
    """
    wide = [code for code, role in ROLES.items() if role.reach is Reach.AUTHORITY]
    of_a_team = [code for code, role in ROLES.items() if role.reach is Reach.TEAM]
    asked: dict[str, Any] = {
        "authorities": authorities,
        "sealed": list(Child.objects.filter(sealed()).values_list("pk", flat=True)),
        "since": since,
        "until": until,
        "records": records(),
        "zone": str(get_default_timezone()),
        "wide": wide,
        "of_a_team": of_a_team,
        "months": RELATED_MONTHS,
        "night_from": NIGHT_FROM,
        "night_to": NIGHT_TO,
        "many": MANY,
        "most": MOST_ROWS,
    }
    found = {oddity.code: Found(oddity) for oddity in ODDITIES}
    with connection.cursor() as cursor:
        cursor.execute(_SQL, asked)
        for code, count, *told in cursor.fetchall():
            found[code].count = count
            found[code].rows.append(Row(*told))
    return list(found.values())


_SQL = """
WITH opened AS MATERIALIZED (
    SELECT e.id, e.at, (e.at AT TIME ZONE %(zone)s) AS local, e.user_id, e.username, e.allowed_by,
           c.id AS child_id, c.uuid, c.reference, c.last_name, c.authority_id
    FROM casetrack_auditevent AS e
    -- A page that shows brothers and sisters too says in its details whose record it is.
    JOIN casetrack_child AS c ON c.id = coalesce((e.details->>'record')::bigint, e.children[1])
    WHERE e.at >= %(since)s AND e.at < %(until)s AND e.kind = 'read'
      AND e.what = ANY(%(records)s) AND c.authority_id = ANY(%(authorities)s)
      AND c.id <> ALL(%(sealed)s::bigint[])
),
taken AS (
    SELECT e.id, e.at, (e.at AT TIME ZONE %(zone)s) AS local, e.user_id, e.username, e.allowed_by
    FROM casetrack_auditevent AS e
    WHERE e.at >= %(since)s AND e.at < %(until)s AND e.kind = 'export'
      AND EXISTS (SELECT FROM casetrack_child AS c
                  WHERE c.id = ANY(e.children) AND c.authority_id = ANY(%(authorities)s))
),
held AS (
    SELECT o.id AS event_id, r.role, r.team_id
    FROM opened AS o
    JOIN casetrack_roleassignment AS r
      ON r.user_id = o.user_id AND r.authority_id = o.authority_id
     AND r.starts_on <= o.local::date AND (r.ends_on IS NULL OR r.ends_on > o.local::date)
),
hourly AS (
    SELECT o.*, array_agg(child_id) OVER hour AS within, count(*) OVER hour AS openings
    FROM opened AS o
    WINDOW hour AS (PARTITION BY user_id ORDER BY at
                    RANGE BETWEEN interval '1 hour' PRECEDING AND CURRENT ROW)
),
many AS (
    SELECT DISTINCT ON (user_id, date_trunc('hour', local)) *
    FROM hourly,
        LATERAL (SELECT count(DISTINCT child) AS number FROM unnest(within) AS child) AS counted
    WHERE openings > %(many)s AND number > %(many)s
    ORDER BY user_id, date_trunc('hour', local), number DESC
),
found AS (
    SELECT 'unrelated' AS oddity, id, at, user_id, username, uuid, reference, allowed_by,
           NULL::bigint AS number
    FROM opened AS o
    WHERE EXISTS (
        SELECT FROM held AS h WHERE h.event_id = o.id
        AND (h.role = ANY(%(wide)s) OR (h.role = ANY(%(of_a_team)s) AND h.team_id IS NULL)))
    AND NOT EXISTS (
        SELECT FROM casetrack_allocation AS a
        JOIN casetrack_worker AS w ON w.id = a.worker_id
        WHERE a.child_id = o.child_id AND a.starts_on <= o.local::date
        AND (a.ends_on IS NULL
             OR a.ends_on > o.local::date - make_interval(months => %(months)s))
        AND (w.user_id = o.user_id
             OR w.team_id IN (SELECT h.team_id FROM held AS h WHERE h.event_id = o.id)))
    UNION ALL
    SELECT 'same-surname', o.id, at, user_id, o.username, o.uuid, reference, allowed_by, NULL
    FROM opened AS o JOIN casetrack_user AS u ON u.id = o.user_id
    WHERE trim(u.last_name) <> '' AND upper(trim(u.last_name)) = upper(trim(o.last_name))
    UNION ALL
    SELECT 'night', id, at, user_id, username, uuid, reference, allowed_by, NULL
    FROM (SELECT id, at, local, user_id, username, uuid, reference, allowed_by FROM opened
          UNION ALL
          SELECT id, at, local, user_id, username, NULL, '', allowed_by FROM taken) AS looks
    WHERE extract(hour FROM local) >= %(night_from)s OR extract(hour FROM local) < %(night_to)s
    UNION ALL
    SELECT 'many', id, at, user_id, username, NULL, '', allowed_by, number FROM many
),
counted AS (
    SELECT *, count(*) OVER (PARTITION BY oddity) AS whole,
           row_number() OVER (PARTITION BY oddity ORDER BY at DESC, id) AS place
    FROM found
)
SELECT oddity, whole, at,
       coalesce(nullif(trim(u.first_name || ' ' || u.last_name), ''), n.username),
       n.uuid, n.reference, n.allowed_by, n.number
FROM counted AS n LEFT JOIN casetrack_user AS u ON u.id = n.user_id
WHERE place <= %(most)s
ORDER BY oddity, place
"""
