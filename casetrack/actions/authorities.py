"""Authorities: a council joins, and later begins to record its work here as it happens."""

from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import Authority, Child
from casetrack.recording import recording


class AuthorityRefused(Refused):
    """An authority cannot be started."""


def why_not_start(code: str) -> str:
    """Why no authority can be started under this code; empty where one can."""
    if not code.strip():
        return "Enter a code for the authority."
    if Authority.objects.filter(code=code).exists():
        return f"There is already an authority with the code {code}."
    return ""


def start(*, code: str, name: str, by: Any, records_live: bool = False) -> Authority:
    """Begin to hold the records of an authority that was not known before."""
    if reason := why_not_start(code):
        raise AuthorityRefused(reason)
    with recording("authority.started", by=by, code=code):
        return Authority.objects.create(code=code, name=name, records_live=records_live)


def record_live(*, authority: Authority, by: Any) -> None:
    """People now record here as things happen, so that facts are known to the day itself."""
    with recording("authority.records_live", by=by, code=authority.code):
        authority.records_live = True
        authority.save(update_fields=["records_live"])


def record_from(*, authority: Authority, on: date, by: Any) -> None:
    """From `on` people record here what no return carries, and clocks of such facts run.

    All its children are locked and their clocks computed again.
    """
    with recording(
        "authority.recorded_from",
        by=by,
        into_sealed=True,
        code=authority.code,
        recorded_from=on.isoformat(),
    ) as now:
        authority.recorded_from = on
        authority.save(update_fields=["recorded_from"])
        now.touch(Child.objects.filter(authority=authority).values_list("pk", flat=True))
