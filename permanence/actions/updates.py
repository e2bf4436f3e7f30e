"""The updates for a meeting are asked for, written, sent, and late ones reminded of.

Whoever is asked hears of it in the next digest mail, and so does whoever is reminded.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.functions import Now

from casetrack.actions.refusal import Refused
from casetrack.models import Allocation, AllocationRole, CalendarDay
from casetrack.recording import recording
from casetrack.words import long_day
from permanence.models import SAID, AgendaItem, AgendaUpdate, Meeting


class UpdateRefused(Refused):
    """The update cannot be asked for, written or reminded of so."""


@dataclass(frozen=True)
class Asked:
    """How many updates were asked for now, and for how many children there is nobody to ask."""

    asked: int
    nobody: int


def why_not(meeting: Meeting, on: date) -> str:
    """Why nothing can be asked or written for the meeting on this day; empty where it can."""
    if meeting.put_off_because:
        return "The meeting was put off."
    if on > meeting.held_on:
        return (
            f"The meeting was on {long_day(meeting.held_on)}. Nothing is written for it any more."
        )
    return ""


def ask(*, meeting: Meeting, children: Collection[int], on: date, by: Any) -> Asked:
    """Ask the social workers of these children (ids), as far as they stand on the agenda.

    Asked already or sent already stays as it is; a child whose social worker has no account here
    is left out.
    """
    with recording("updates.asked", by=by, children=children, meeting=str(meeting.uuid)):
        meeting = _open(meeting, on)
        items = list(meeting.items.filter(child__in=children))
        reachable = _with_an_account([item.child_id for item in items], on)
        known = {each.item_id: each for each in AgendaUpdate.objects.filter(item__in=items)}
        asked, nobody = 0, 0
        for item in items:
            update = known.get(item.pk, AgendaUpdate(item=item, child_id=item.child_id))
            if update.asked_at or update.sent_at:
                continue
            if item.child_id not in reachable:
                nobody += 1
                continue
            update.asked_at, update.asked_by = Now(), by
            update.save()
            asked += 1
        return Asked(asked, nobody)


def remind(*, meeting: Meeting, children: Collection[int], on: date, by: Any) -> int:
    """Remind those of whom an update of these children (ids) is late; how many updates it is.

    Pressed again before the mail has gone, it reminds nobody twice.
    """
    with recording("updates.reminded", by=by, children=children, meeting=str(meeting.uuid)):
        meeting = _open(meeting, on)
        due = meeting.papers_due_on(CalendarDay.objects.holidays())
        if on <= due:
            raise UpdateRefused(f"The papers are due on {long_day(due)}: nobody is late yet.")
        waiting = AgendaUpdate.objects.waiting(on).filter(item__meeting=meeting)
        late = waiting.filter(child__in=children).exclude(
            reminded_at__isnull=False, told_on__isnull=True
        )
        reminded: int = late.update(reminded_at=Now(), told=None, told_on=None)
        return reminded


def tell(*, updates: Collection[AgendaUpdate], person: Any, on: date) -> None:
    """The mail of that day tells the person that these are asked of them."""
    children = [update.child_id for update in updates]
    with recording("updates.told", by=None, children=children, to=person.pk):
        told = AgendaUpdate.objects.filter(pk__in=[update.pk for update in updates])
        told.update(told=person, told_on=on)


def save(*, item: AgendaItem, said: Mapping[str, Any], on: date, by: Any) -> AgendaUpdate:
    """Keep what is written so far; of an update that was sent, correct it."""
    with recording("update.saved", by=by, children=[item.child_id], meeting=str(item.meeting.uuid)):
        return _written(item, said, on)


def send(*, item: AgendaItem, said: Mapping[str, Any], on: date, by: Any) -> AgendaUpdate:
    """Give the group what is written, whether or not it was asked for; it is sent once."""
    with recording("update.sent", by=by, children=[item.child_id], meeting=str(item.meeting.uuid)):
        update = _written(item, said, on)
        if update.sent_at is None:
            update.sent_at, update.sent_by = Now(), by
            update.save(update_fields=["sent_at", "sent_by"])
        return update


def _written(item: AgendaItem, said: Mapping[str, Any], on: date) -> AgendaUpdate:
    _open(item.meeting, on)
    if not AgendaItem.objects.filter(pk=item.pk).exists():
        raise UpdateRefused("The child is not on that agenda any more.")
    known = AgendaUpdate.objects.filter(item=item).first()
    update = known or AgendaUpdate(item=item, child_id=item.child_id)
    for name in SAID:
        setattr(update, name, said[name])
    try:
        update.clean_fields(exclude={each.name for each in update._meta.fields} - {*SAID})
    except ValidationError as error:
        raise UpdateRefused(" ".join(error.messages)) from None
    update.save()
    return update


def _open(meeting: Meeting, on: date) -> Meeting:
    """The meeting, held against whoever asks or writes for it at the same moment."""
    held = Meeting.objects.select_for_update().get(pk=meeting.pk)
    if refusal := why_not(held, on):
        raise UpdateRefused(refusal)
    return held


def _with_an_account(children: Collection[int], on: date) -> set[int]:
    """Those of the children whose social worker on the day signs in here."""
    held = Allocation.objects.on(on).filter(
        child__in=children, role=AllocationRole.SOCIAL_WORKER, worker__user__is_active=True
    )
    return set(held.values_list("child_id", flat=True))
