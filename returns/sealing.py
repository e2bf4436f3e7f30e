"""What this floor holds of a child whose record is sealed after an adoption: rows, word for word.

The rows go with the record, and what reports quote of them is struck out. A return that is loaded
later still has the child: those rows are held back, as though they were not there.
"""

from django.db.models import Q

from adoption.archive import Holder, Rows, insert, taken
from casetrack.models import Child
from returns.models import ImportRun, ReturnRow, State, Upload
from returns.ssda903.report import LISTS, rows_without

UNDECIDED = (State.WAITING, State.RUNNING, State.PREVIEWED)


def _why_not(child: Child) -> str:
    """Files on disk still hold the child's rows."""
    waiting = Upload.objects.filter(
        Q(run=None) | Q(run__authority=child.authority_id, run__state__in=UNDECIDED)
    )
    if waiting.exists():
        return "Files of a return wait for a decision: import them or let them go first."
    return ""


def _take(child: Child) -> Rows:
    rows = taken(
        "DELETE FROM returns_returnrow AS row USING returns_return AS source"
        " WHERE source.id = row.source_id AND source.authority_id = %s AND row.reference = %s"
        " RETURNING row.*",
        [child.authority_id, child.reference],
    )
    _strike_out(child)
    return rows


def _give(child: Child, rows: Rows) -> None:
    insert(ReturnRow, rows)


def _strike_out(child: Child) -> None:
    """Of what reports said of the child's rows the places stay, not the words."""
    runs = ImportRun.objects.filter(authority=child.authority_id)
    quoting = runs.filter(
        Q(report__icontains=child.reference) | Q(refused_rows__icontains=child.reference)
    )
    for run in quoting:
        for name in LISTS:
            for entry in (run.report or {}).get(name, []):
                if entry.get("child") == child.reference:
                    entry.update({key: "" for key in entry if key not in PLACE})
        run.refused_rows = rows_without(run.refused_rows, {child.reference})
        run.save(update_fields=["report", "refused_rows"])


PLACE = ("rule", "return", "table", "file", "line", "reason")


HOLDER = Holder(name="returns", take=_take, give=_give, why_not=_why_not)
