"""Marking an action as done: the day, what shows it, and the way back."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from permanence.models import AgreedAction, ChildsWords
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def action(cast: Cast) -> AgreedAction:
    day = timezone.localdate() - timedelta(days=9)
    found: AgreedAction = AgreedAction.objects.create(
        child=cast.amara,
        text="Ring the school.",
        owner=cast.north_worker,
        agreed_on=day,
        due_on=day,
    )
    return found


def on(day: date) -> dict[str, str]:
    return {f"on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}


def press(user: Any, action: AgreedAction, day: date | None = None, **sent: Any) -> Any:
    typed = on(day or timezone.localdate()) | sent
    return signed_in(user).post(f"/actions/{action.uuid}/done/", typed, follow=True)


def test_done_with_its_evidence(cast: Cast, action: AgreedAction) -> None:
    day = timezone.localdate() - timedelta(days=1)
    answer = press(
        cast.manager, action, day, evidence=" A letter of 3 May. ", back_child=cast.amara.uuid
    )
    action.refresh_from_db()
    assert (action.done_on, action.evidence) == (day, "A letter of 3 May.")
    text = answer.content.decode()
    assert "Action marked as done." in text and "What shows it: A letter of 3 May." in text
    assert answer.redirect_chain[-1][0] == f"/children/{cast.amara.uuid}/"
    event = AuditEvent.objects.get(what="action.done", kind="write")
    assert "letter" not in str(event.details)


def test_the_page_says_what_is_to_be_done_under_her_own_words(
    cast: Cast, action: AgreedAction
) -> None:
    words = "I want to stay."
    ChildsWords.objects.create(
        child=cast.amara,
        said_on=timezone.localdate(),
        words=words,
        gathered="play",
        shared_with="readers",
    )
    text = signed_in(cast.chair).get(f"/actions/{action.uuid}/done/").content.decode()
    assert text.index(words) < text.index("Ring the school.") < text.index("What shows that it")
    look = AuditEvent.objects.get(what="action.mark", kind="read")
    assert look.children == [cast.amara.pk]


@pytest.mark.parametrize(
    ("ahead", "says"),
    [
        (1, "Enter a date that is not in the future"),
        (-10, "It cannot be done before it was agreed."),
    ],
)
def test_a_day_that_cannot_be_is_said_and_what_was_typed_is_kept(
    cast: Cast, action: AgreedAction, ahead: int, says: str
) -> None:
    day = timezone.localdate() + timedelta(days=ahead)
    text = press(cast.manager, action, day, evidence="A letter.").content.decode()
    assert says in text and ">A letter.</textarea>" in text
    action.refresh_from_db()
    assert action.done_on is None


def test_done_once(cast: Cast, action: AgreedAction) -> None:
    press(cast.manager, action)
    assert "already marked as done" in press(cast.manager, action).content.decode()
    text = signed_in(cast.manager).get(f"/actions/{action.uuid}/done/").content.decode()
    assert "already marked as done" in text and "<textarea" not in text


def test_the_way_back_is_to_where_one_came_from(cast: Cast, action: AgreedAction) -> None:
    address = f"/actions/{action.uuid}/done/?page=group-actions&back=late%3Dyes"
    text = signed_in(cast.chair).get(address).content.decode()
    assert 'href="/meetings/actions/?late=yes"' in text
    answer = press(cast.chair, action, page="group-actions", back="late=yes")
    assert answer.redirect_chain[-1][0] == "/meetings/actions/?late=yes"


def test_an_action_one_may_not_see(cast: Cast, action: AgreedAction) -> None:
    assert press(cast.stranger, action).status_code == 404
    missing = f"/actions/{uuid.uuid4()}/done/"
    assert signed_in(cast.manager).get(missing).status_code == 404
    assert press(cast.social_worker, action).status_code == 403
    action.refresh_from_db()
    assert action.done_on is None
