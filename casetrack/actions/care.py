"""Coming into care and leaving it, and what permanence there was before.

Where a child lives is held by the floor above, which says with `ends_with_care` how that comes to
its end on the day on which care does.
"""

from datetime import date
from typing import Any, Protocol

from casetrack.actions import changes
from casetrack.actions.refusal import Refused
from casetrack.models import CarePeriod, Child, LegalStatus, PreviousPermanence
from casetrack.models.codes import CATEGORY_OF_NEED, END_OF_CARE
from casetrack.recording import recording


class CareRefused(Refused):
    """Care cannot start or end so."""


class Ending(Protocol):
    """Ends what is open for the child on that day, where anything is."""

    def __call__(self, *, child: Child, on: date, by: Any) -> None: ...


_homes: list[Ending] = []


def ends_with_care(home: Ending) -> None:
    """Have `home` called where the home in which the child lives is to end with care."""
    if home not in _homes:
        _homes.append(home)


def why_not_start(child: Child, on: date) -> str:
    """Why the child cannot come into care on `on`; empty where they can."""
    if child.born_on and on < child.born_on:
        return "Care cannot start before the child was born."
    if CarePeriod.objects.filter(child=child).overlapping(on, None).exists():
        return "The child is in care on that day, or comes into care after it."
    return ""


def start(*, child: Child, on: date, category_of_need: str, by: Any) -> CarePeriod:
    """The child comes into care on `on`; the legal status and the home are recorded beside it."""
    with recording("care.started", by=by, children=[child.pk]):
        if reason := why_not_start(child, on):
            raise CareRefused(reason)
        if category_of_need not in CATEGORY_OF_NEED:
            raise CareRefused("Choose the main reason why the child came into care.")
        return CarePeriod.objects.create(
            child=child, starts_on=on, category_of_need=category_of_need
        )


def why_not_end(period: CarePeriod | None, on: date) -> str:
    """Why this care cannot end on `on`; empty where it can."""
    if period is None or period.ends_on is not None:
        return "The child is not in care."
    if on <= period.starts_on:
        return "Care must end after the day it started."
    later = LegalStatus.objects.filter(child=period.child_id, starts_on__gte=on)
    return "A legal status starts on or after that day." if later.exists() else ""


def end(
    *,
    child: Child,
    on: date,
    reason: str,
    by: Any,
    status_ends: bool = True,
    home_ends: bool = True,
    seen: CarePeriod | None = None,
) -> CarePeriod:
    """The child leaves care on `on`, and with it the legal status and the home that are open.

    Where one of them is not to end, it stays as it is, for somebody to end it apart. `seen` is the
    care that whoever ends it had before them, which must be open still.
    """
    with recording("care.ended", by=by, children=[child.pk], reason=reason):
        if seen is not None:
            changes.check_open(seen)
        period: CarePeriod | None = CarePeriod.objects.filter(child=child, ends_on=None).first()
        if (refusal := why_not_end(period, on)) or period is None:
            raise CareRefused(refusal)
        if reason not in END_OF_CARE:
            raise CareRefused("Choose why the child left care.")
        period.ends_on, period.end_reason = on, reason
        period.save(update_fields=["ends_on", "end_reason"])
        if status_ends:
            LegalStatus.objects.filter(child=child, ends_on=None).update(ends_on=on)
        for end_home in _homes if home_ends else ():
            end_home(child=child, on=on, by=by)
        return period


def record_previous_permanence(
    *, child: Child, kind: str, by: Any, ordering_authority: str = "", ordered_on: str = ""
) -> PreviousPermanence:
    """What the child had before this care; `ordered_on` may hold zz for what is not known."""
    with recording("previous_permanence.recorded", by=by, children=[child.pk]):
        return PreviousPermanence.objects.create(
            child=child, kind=kind, ordering_authority=ordering_authority, ordered_on=ordered_on
        )
