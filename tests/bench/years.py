"""Twenty years of what people record, for as many children as asked, made in the database itself.

Every child is three years in care somewhere in the twenty: court, three homes, reviews, visits,
supervision, checks of health and learning, a plan with steps. Believable it is not; it is as large
as a county's record would be.
"""

from datetime import date

from django.db import connection

from casetrack.models import Authority

YEARS = 20
CARE_DAYS = 1095

# Each statement may use :authority, :today, :count and the child's number `n`.
FACTS = (
    """
    INSERT INTO casetrack_child (uuid, authority_id, reference, upn, first_name, last_name, sex,
        ethnicity, born_on, unaccompanied, known_as, disabled, disability, language, religion,
        needs)
    SELECT gen_random_uuid(), %(authority)s, 'Y' || n, '', 'Child', 'Y' || n, 'F', '',
        came_on - (n %% 15) * 365, false, '', '', '', '', '', ''
    FROM (SELECT n, %(today)s::date - 300 - (n * 7919 %% (365 * 19)) AS came_on
        FROM generate_series(1, %(count)s) AS n) AS numbered
    """,
    """
    CREATE TEMP TABLE life AS
    SELECT id AS child_id, n, came_on, came_on + 1095 AS left_on
    FROM (SELECT id, substr(reference, 2)::int AS n FROM casetrack_child
        WHERE authority_id = %(authority)s) AS child
    CROSS JOIN LATERAL (SELECT %(today)s::date - 300 - (n * 7919 %% (365 * 19)) AS came_on) AS came
    """,
    """
    INSERT INTO casetrack_careperiod (child_id, origin, starts_on, ends_on, start_known,
        category_of_need, end_reason)
    SELECT child_id, 'person', came_on, CASE WHEN left_on <= %(today)s THEN left_on END, true, '',
        ''
    FROM life
    """,
    """
    INSERT INTO casetrack_legalstatus (child_id, origin, code, starts_on, ends_on, start_known)
    SELECT child_id, 'person', 'C1', came_on, came_on + 190, true FROM life
    UNION ALL
    SELECT child_id, 'person', CASE WHEN n %% 4 = 0 THEN 'E1' ELSE 'C2' END, came_on + 190,
        CASE WHEN left_on <= %(today)s THEN left_on END, true FROM life
    """,
    """
    INSERT INTO placements_home (uuid, authority_id, name, postcode, urn, origin)
    SELECT gen_random_uuid(), %(authority)s, '', '', '', 'person'
    FROM generate_series(1, %(count)s * 3)
    """,
    """
    INSERT INTO placements_placement (child_id, origin, home_id, type, provider, postcode,
        family_postcode, urn, end_reason, starts_on, ends_on, start_known)
    SELECT child_id, 'person', home.first + n * 3 + part - 3, (ARRAY['U6', 'U4', 'P1'])[part], '',
        '', '', '', '', came_on + (part - 1) * 365,
        CASE WHEN part < 3 OR left_on <= %(today)s THEN came_on + part * 365 END, true
    FROM life, generate_series(1, 3) AS part,
        (SELECT min(id) AS first FROM placements_home WHERE authority_id = %(authority)s) AS home
    WHERE came_on + (part - 1) * 365 < %(today)s
    """,
    """
    INSERT INTO casetrack_allocation (child_id, origin, worker_id, role, starts_on, ends_on,
        start_known)
    SELECT child_id, 'person', worker.id, role, came_on,
        CASE WHEN left_on <= %(today)s THEN left_on END, true
    FROM life, (SELECT min(id) AS id FROM casetrack_worker WHERE authority_id = %(authority)s)
        AS worker, (VALUES ('social-worker'), ('iro')) AS roles (role)
    """,
    """
    INSERT INTO permanence_review (child_id, origin, held_on, participation)
    SELECT child_id, 'person', day::date, '' FROM life,
        generate_series(came_on + 20, least(left_on, %(today)s) - 1, '170 days') AS day
    """,
    """
    INSERT INTO permanence_permanenceplan (child_id, origin, route, rank, starts_on, ends_on,
        start_known, ratified_on, end_reason)
    SELECT child_id, 'person', CASE WHEN n %% 4 = 0 THEN 'adoption' ELSE 'long-term-fostering' END,
        'primary', came_on + 100, CASE WHEN left_on <= %(today)s THEN left_on END, true,
        came_on + 190, ''
    FROM life
    """,
    """
    INSERT INTO permanence_milestone (child_id, origin, plan_id, code, planned_on, revised_because,
        missed_because)
    SELECT child_id, 'person', plan.id, code, starts_on + 200, '', ''
    FROM permanence_permanenceplan AS plan JOIN life USING (child_id),
        (VALUES ('planning-meeting'), ('second-review'), ('permanence-achieved')) AS steps (code)
    """,
    """
    INSERT INTO permanence_visit (child_id, origin, visited_on, visitor, visited_by, place, seen,
        not_seen_because)
    SELECT child_id, 'person', day::date, 'social-worker', '', 'home', 'alone', '' FROM life,
        generate_series(came_on + 5, least(left_on, %(today)s) - 1, '35 days') AS day
    """,
    """
    INSERT INTO permanence_supervision (child_id, origin, held_on, supervised_by, decided)
    SELECT child_id, 'person', day::date, '', 'Go on' FROM life,
        generate_series(came_on + 20, least(left_on, %(today)s) - 1, '31 days') AS day
    """,
    """
    INSERT INTO permanence_wellbeingcheck (child_id, origin, kind, done_on)
    SELECT child_id, 'person', kind, day::date
    FROM life, (VALUES ('review-health'), ('dentist'), ('sdq'), ('pep-meeting')) AS kinds (kind),
        generate_series(came_on + 30, least(left_on, %(today)s) - 1, '180 days') AS day
    """,
    """
    INSERT INTO casetrack_proceedings (child_id, origin, kind, issued_on, reference, court,
        concluded_on, outcome)
    SELECT child_id, 'person', 'care', came_on, '', '', came_on + 190, 'order' FROM life
    WHERE came_on + 190 < %(today)s
    """,
)


def record(code: str, children: int, today: date) -> int:
    """An authority with so many children and their twenty years; returns how many facts it has."""
    start = today.replace(year=today.year - YEARS)
    authority = Authority.objects.create(
        code=code, name="Twenty years", records_live=True, recorded_from=start
    )
    written = 0
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(
            "INSERT INTO casetrack_worker (uuid, authority_id, reference, name)"
            " VALUES (gen_random_uuid(), %s, 'W', 'W')",
            [authority.pk],
        )
        for statement in FACTS:
            cursor.execute(
                statement, {"authority": authority.pk, "today": today, "count": children}
            )
            written += cursor.rowcount
        cursor.execute("SET session_replication_role = DEFAULT")
        cursor.execute("DROP TABLE life")
    return written
