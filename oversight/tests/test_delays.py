"""The desk of whoever decides on delays and of whoever disputes them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child
from oversight.actions import justify
from oversight.models import Answer, ClockRow
from tests.cast import Cast, signed_in

MATCH = "placement-order-to-match"


def ask(cast: Cast, child: Child) -> Answer:
    today = timezone.localdate()
    return justify.ask(
        wait=ClockRow.objects.get(child=child, clock=MATCH),
        cause="matching",
        reason=f"A family is being assessed ({child.reference}).",
        until=today + timedelta(days=30),
        on=today,
        by=cast.service_manager,
    )


def agree(cast: Cast, child: Child) -> Answer:
    return justify.agree(answer=ask(cast, child), on=timezone.localdate(), by=cast.chair)


def text(user: object, address: str = "/delays/") -> str:
    answer = signed_in(user).get(address)  # type: ignore[arg-type]
    assert answer.status_code == 200
    return answer.content.decode()


def test_what_is_asked_and_what_holds(cast: Cast) -> None:
    ask(cast, cast.amara)
    agree(cast, cast.tomas)
    page = text(cast.chair)
    assert "1 delay to be decided, 1 justified now" in page
    to_decide, holds = page.split("Justified now, what ends first")
    assert "Amara Bello" in to_decide
    assert "Tomas Bello" in holds
    assert "Agree<" in to_decide
    assert "End it early" in holds
    event = AuditEvent.objects.get(kind="read", what="delays")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])


def test_everybody_sees_their_own_and_only_what_they_may_do(cast: Cast) -> None:
    ask(cast, cast.amara)
    agree(cast, cast.tomas)
    worker = text(cast.social_worker)
    assert "A family is being assessed (A1)." in worker
    assert "A2" not in worker
    assert "Agree<" not in worker
    officer = text(cast.iro)
    assert "I do not agree<" in officer
    assert "Agree<" not in officer
    assert "0 delays to be decided, 0 justified now" in text(cast.stranger)


@pytest.mark.parametrize("who", ["board_member", "guardian", "nobody"])
def test_who_may_not(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/delays/").status_code == 403


def test_what_has_ended_by_itself_is_no_longer_there(cast: Cast) -> None:
    answer = agree(cast, cast.amara)
    past = timezone.localdate() - timedelta(days=20)
    Answer.objects.filter(pk=answer.pk).update(
        asked_on=past, answered_on=past, until=timezone.localdate()
    )
    assert "0 justified now" in text(cast.chair)


def test_the_tracker_says_to_whoever_decides_what_waits_for_them(cast: Cast) -> None:
    note = "1 delay waits to be decided."
    assert note not in text(cast.chair, "/tracker/")
    ask(cast, cast.amara)
    assert note in text(cast.chair, "/tracker/")
    # The service manager, who decides as well, asked for this one.
    for who in (cast.service_manager, cast.manager, cast.iro, cast.stranger):
        assert note not in text(who, "/tracker/")
    assert "Agree<" not in text(cast.service_manager)


def test_the_tracker_tells_the_reviewing_officer_until_it_is_disputed(cast: Cast) -> None:
    note = "1 delay of a child you review is justified."
    answer = agree(cast, cast.amara)
    assert note in text(cast.iro, "/tracker/")
    assert note not in text(cast.manager, "/tracker/")
    justify.dissent(answer=answer, reason="No.", on=timezone.localdate(), by=cast.iro)
    assert note not in text(cast.iro, "/tracker/")
