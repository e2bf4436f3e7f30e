"""Record the waits that are amber or red for the first time, in one statement.

A delay that somebody answered for, and a wait of which one cannot tell, are in the tracker but are
no news. A wait is sighted once in each state, whatever becomes of its computed rows: a fact that
comes late is found on the next night, and a clock that is computed again is not found twice.
"""

from datetime import date
from typing import Any

from django.db import connection

from casetrack.recording import recording
from oversight.models import State
from oversight.waits import running

NEWS = (State.AMBER, State.RED)


def record(*, on: date, by: Any) -> int:
    """Sight the waits that are amber or red on that day; how many had not been seen so before."""
    found: Any = running(on)  # annotated, which the type checker does not see
    columns = ("child_id", "clock", "subject", "started_on", "state")
    waits, parameters = (
        found.filter(state__in=NEWS).order_by().values(*columns).query.sql_with_params()
    )
    writing = recording("sightings.recorded", by=by, day=on.isoformat())
    with writing, connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO oversight_sighting
                (child_id, clock, subject, started_on, state, seen_on)
            SELECT child_id, clock, subject, started_on, state, %s FROM ({waits}) AS waits
            ON CONFLICT DO NOTHING""",
            [on, *parameters],
        )
        return int(cursor.rowcount)
