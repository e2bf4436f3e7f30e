"""Authorities: a council joins, and later begins to record its work here as it happens."""

from datetime import date
from typing import Any

from django.db.models import Min

from casetrack import words
from casetrack.actions.refusal import Refused
from casetrack.dates import add_months
from casetrack.models import Authority, CarePeriod, Child
from casetrack.recording import recording

AHEAD = 1
"""So many months ahead people may say from when they will record."""


class AuthorityRefused(Refused):
    """An authority cannot be started, or cannot begin to record on that day."""


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


def why_not_record_from(*, authority: Authority, on: date, today: date) -> str:
    """Why people cannot be said to record here from `on`; empty where they can.

    Before a day is set it is looked at what it would do, from the facts of today, which tell little
    of a day further off than a month. On a day before anybody here was in care there was nothing to
    record, so that such a day is a slip in the year.
    """
    latest = add_months(today, AHEAD)
    if on > latest:
        return f"Enter a day up to {words.long_day(latest)}, which is a month ahead."
    cared_for = CarePeriod.objects.filter(child__authority=authority)
    first: date | None = cared_for.aggregate(first=Min("starts_on"))["first"]
    if first is not None and on < first:
        return (
            f"Enter a day from {words.long_day(first)}, when the first child here came into care."
        )
    return ""


def record_from(
    *, authority: Authority, on: date, today: date, why: str, by: Any, live: bool = False
) -> None:
    """From `on` people record here what no return carries, and clocks of such facts run.

    `live`: they also record as it happens what returns carry. All its children are locked and their
    clocks computed again.
    """
    if reason := why_not_record_from(authority=authority, on=on, today=today):
        raise AuthorityRefused(reason)
    if not why.strip():
        raise AuthorityRefused("Write why in a sentence.")
    before = authority.recorded_from
    with recording(
        "authority.recorded_from",
        by=by,
        why=why.strip(),
        into_sealed=True,
        code=authority.code,
        recorded_from=on.isoformat(),
        before=before.isoformat() if before else None,
    ) as now:
        if live:
            record_live(authority=authority, by=by)
        authority.recorded_from = on
        authority.save(update_fields=["recorded_from"])
        now.touch(Child.objects.filter(authority=authority).values_list("pk", flat=True))
