"""An update is asked for, written with blanks, sent once, corrected, and reminded of when late."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import User
from permanence.actions import agendas, meetings, updates
from permanence.actions.agendas import Choice
from permanence.actions.updates import Asked, UpdateRefused
from permanence.models import SAID, AgendaItem, AgendaUpdate, Meeting
from permanence.tests.test_meetings import group
from tests.cast import Cast

pytestmark = pytest.mark.django_db
MET = date(2026, 6, 17)
DUE = date(2026, 6, 10)
BEFORE = date(2026, 6, 8)
BLANK: dict[str, Any] = dict.fromkeys(SAID, "") | {"next_step_on": None}


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    (made,) = meetings.schedule(series=group(cast), days=[MET], by=cast.chair)
    choices = [Choice(child.pk, "late") for child in (cast.amara, cast.tomas)]
    agendas.put_on(meeting=made, choices=choices, by=cast.chair, chosen=False)
    return made


@pytest.fixture
def item(cast: Cast, meeting: Meeting) -> AgendaItem:
    return meeting.items.select_related("meeting").get(child=cast.amara)


def ask(cast: Cast, meeting: Meeting, on: date = BEFORE) -> Asked:
    children = [cast.amara.pk, cast.tomas.pk]
    return updates.ask(meeting=meeting, children=children, on=on, by=cast.chair)


def remind(cast: Cast, meeting: Meeting, on: date) -> int:
    children = [cast.amara.pk, cast.tomas.pk]
    return updates.remind(meeting=meeting, children=children, on=on, by=cast.chair)


def write(cast: Cast, item: AgendaItem, **said: Any) -> AgendaUpdate:
    given = {"said": BLANK | said, "on": BEFORE, "by": cast.social_worker}
    return updates.save(item=item, **given)


def send(cast: Cast, item: AgendaItem, on: date = BEFORE, **said: Any) -> AgendaUpdate:
    return updates.send(item=item, said=BLANK | said, on=on, by=cast.social_worker)


def told(update: AgendaUpdate, person: User, on: date) -> None:
    AgendaUpdate.objects.filter(pk=update.pk).update(told=person, told_on=on)


def test_all_are_asked_in_one_press_and_once(cast: Cast, meeting: Meeting) -> None:
    """Amara's social worker has an account, the worker of Tomas has none."""
    assert ask(cast, meeting) == Asked(asked=1, nobody=1)
    update = AgendaUpdate.objects.get()
    assert (update.child, update.asked_by) == (cast.amara, cast.chair)
    first = update.asked_at
    assert ask(cast, meeting) == Asked(asked=0, nobody=1)
    update.refresh_from_db()
    assert update.asked_at == first
    event = AuditEvent.objects.filter(what="updates.asked").latest("id")
    assert set(event.children) == {cast.amara.pk, cast.tomas.pk}
    assert event.details == {"meeting": str(meeting.uuid)}


def test_who_has_left_is_not_asked(cast: Cast, meeting: Meeting) -> None:
    User.objects.filter(pk=cast.social_worker.pk).update(is_active=False)
    assert ask(cast, meeting) == Asked(asked=0, nobody=2)
    assert not AgendaUpdate.objects.exists()


def test_only_those_named_are_asked(cast: Cast, meeting: Meeting) -> None:
    children = [cast.tomas.pk, cast.noor.pk]
    found = updates.ask(meeting=meeting, children=children, on=BEFORE, by=cast.chair)
    assert found == Asked(asked=0, nobody=1)


def test_what_was_begun_or_sent_by_hand_is_kept(cast: Cast, meeting: Meeting, item: Any) -> None:
    write(cast, item, held_up="The court has no day.")
    assert ask(cast, meeting).asked == 1
    assert AgendaUpdate.objects.get().held_up == "The court has no day."
    AgendaUpdate.objects.all().delete()
    send(cast, item)
    assert ask(cast, meeting).asked == 0
    assert AgendaUpdate.objects.get().asked_at is None


def test_blanks_stay_blanks_and_nothing_is_lost(cast: Cast, item: AgendaItem) -> None:
    write(cast, item, child_says="When do I move?", next_step_on=date(2026, 7, 1))
    update = AgendaUpdate.objects.get()
    assert (update.child_says, update.happened, update.sent_at) == ("When do I move?", "", None)
    write(cast, item, decide="Whether to widen the search.")
    update.refresh_from_db()
    assert (update.child_says, update.decide) == ("", "Whether to widen the search.")
    assert [each.child_says for each in update.events.order_by("pgh_id")] == ["When do I move?", ""]


def test_it_is_sent_once_and_corrected_after(cast: Cast, item: AgendaItem) -> None:
    update = send(cast, item)
    update.refresh_from_db()
    first = update.sent_at
    assert first is not None and update.sent_by == cast.social_worker
    said = BLANK | {"happened": "She met them."}
    updates.send(item=item, said=said, on=BEFORE, by=cast.manager)
    write(cast, item, happened="She met them twice.")
    update.refresh_from_db()
    assert (update.sent_at, update.sent_by) == (first, cast.social_worker)
    assert update.happened == "She met them twice."


def test_nothing_is_written_after_the_day(cast: Cast, meeting: Meeting, item: AgendaItem) -> None:
    send(cast, item, on=MET)
    with pytest.raises(UpdateRefused, match="17 June 2026"):
        send(cast, item, on=date(2026, 6, 18), happened="Too late.")
    with pytest.raises(UpdateRefused, match="17 June 2026"):
        ask(cast, meeting, on=date(2026, 6, 18))
    assert AgendaUpdate.objects.get().happened == ""


def test_nor_for_a_meeting_that_is_put_off(cast: Cast, meeting: Meeting, item: AgendaItem) -> None:
    meetings.put_off(meeting=meeting, because="Snow.", by=cast.chair)
    for refused in (lambda: write(cast, item), lambda: ask(cast, meeting)):
        with pytest.raises(UpdateRefused, match="put off"):
            refused()


def test_nor_for_a_child_who_was_taken_off(cast: Cast, item: AgendaItem) -> None:
    agendas.take_off(item=item, by=cast.chair)
    with pytest.raises(UpdateRefused, match="not on that agenda"):
        write(cast, item)


def test_what_is_too_long_is_refused(cast: Cast, item: AgendaItem) -> None:
    with pytest.raises(UpdateRefused, match="at most 600"):
        write(cast, item, held_up="x" * 601)


def test_late_ones_are_reminded_of_once_a_mail(cast: Cast, meeting: Meeting) -> None:
    ask(cast, meeting)
    update = AgendaUpdate.objects.get()
    told(update, cast.social_worker, BEFORE)
    with pytest.raises(UpdateRefused, match="due on 10 June 2026"):
        remind(cast, meeting, DUE)
    late = date(2026, 6, 11)
    assert remind(cast, meeting, late) == 1
    update.refresh_from_db()
    assert update.reminded_at and (update.told, update.told_on) == (None, None)
    assert remind(cast, meeting, late) == 0
    told(update, cast.social_worker, late)
    assert remind(cast, meeting, date(2026, 6, 12)) == 1


def test_who_has_sent_it_is_not_reminded(cast: Cast, meeting: Meeting, item: AgendaItem) -> None:
    ask(cast, meeting)
    send(cast, item)
    assert remind(cast, meeting, date(2026, 6, 11)) == 0


def test_what_waits_is_told_to_the_social_worker_of_the_day(
    cast: Cast, meeting: Meeting, item: AgendaItem
) -> None:
    ask(cast, meeting)
    (untold,) = AgendaUpdate.objects.untold(BEFORE)
    assert untold.writer == cast.social_worker.pk
    told(untold, cast.social_worker, BEFORE)
    assert not AgendaUpdate.objects.untold(BEFORE).exists()
    told(untold, cast.manager, BEFORE)
    assert AgendaUpdate.objects.untold(BEFORE).exists(), "another worker was told before"
    assert not AgendaUpdate.objects.untold(date(2026, 6, 18)).exists()
    send(cast, item)
    assert not AgendaUpdate.objects.untold(BEFORE).exists()


@pytest.mark.parametrize(
    "half",
    [
        {"asked_at": timezone.now},
        {"sent_at": timezone.now},
        {"told_on": lambda: MET},
        {"reminded_at": timezone.now},
    ],
)
def test_half_of_it_cannot_be(cast: Cast, item: AgendaItem, half: dict[str, Any]) -> None:
    given = {name: value() for name, value in half.items()}
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaUpdate.objects.create(item=item, child=cast.amara, **given)


def test_one_child_has_one_update_at_a_meeting(cast: Cast, item: AgendaItem) -> None:
    write(cast, item)
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaUpdate.objects.create(item=item, child=cast.amara)


def test_what_is_told_of_it_holds_nothing_that_was_written(cast: Cast, item: AgendaItem) -> None:
    send(cast, item, child_says="I miss Tomas.")
    event = AuditEvent.objects.get(what="update.sent")
    assert event.children == [cast.amara.pk]
    assert event.details == {"meeting": str(item.meeting.uuid)}
