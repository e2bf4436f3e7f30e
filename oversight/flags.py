"""The waits that run on a day, in the words of the command and the API."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F

from casetrack.models import Authority
from oversight.models import ClockRow
from oversight.models.states import ClockQuerySet

FIELDS = (
    "clock",
    "subject",
    "started_on",
    "runs_from",
    "stopped_on",
    "warn_on",
    "due_on",
    "days",
    "state",
    "start_known",
)


def running(
    day: date, authorities: Iterable[Authority], *, clock: str = "", state: str = ""
) -> ClockQuerySet:
    """The waits of these authorities' children that run on `day`, all clocks and states or one."""
    rows = ClockRow.objects.filter(child__authority__in=authorities).as_at(day)
    if clock:
        rows = rows.filter(clock=clock)
    if state:
        rows = rows.filter(state=state)
    return rows.order_by("clock", "child__reference", "subject", "runs_from")


def as_flags(rows: ClockQuerySet) -> list[dict[str, Any]]:
    """Each wait as a plain dictionary: `child` is the return's reference, `days` a whole number."""
    stored = [name for name in FIELDS if name != "days"]
    found = rows.annotate(reference=F("child__reference")).values_list(
        "reference", "on_day", *stored
    )
    return [
        _flag(reference, on_day, dict(zip(stored, row, strict=True)))
        for reference, on_day, *row in found
    ]


def _flag(reference: str, on_day: date, row: dict[str, Any]) -> dict[str, Any]:
    counted = row | {"child": reference, "days": (on_day - row["started_on"]).days}
    return {name: counted[name] for name in ("child", *FIELDS)}
