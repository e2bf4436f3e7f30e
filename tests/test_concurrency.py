"""Several people at the same moment, in transactions that truly commit.

In each story all of them have read what stood before any of them wrote: the row that they need is
held until the database itself says that everybody waits for it. Then one wins, the others are told
in words, no entry is lost, no two periods overlap, the clocks are those of a fresh computation, and
the audit holds what everybody came to.
"""

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest
from django.core import mail
from django.db import connection, transaction
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casetrack.actions import care, changes, children, facts, people, restrictions
from casetrack.actions.refusal import Refused
from casetrack.actions.sealing import seal
from casetrack.audit import AuditEvent
from casetrack.models import (
    Allocation,
    Authority,
    BreakGlass,
    CarePeriod,
    Child,
    CourtOrder,
    LegalStatus,
    Restriction,
    RoleAssignment,
    SiblingGroup,
    User,
)
from casetrack.proof import prove
from casetrack.record import reading, registry
from oversight.actions import justify, packs
from oversight.actions.answers import note_reason
from oversight.actions.packs import PackRefused
from oversight.clocks import engine
from oversight.clocks.engine import differences
from oversight.models import Answer, ClockRow, DelayCause, PackKind, Publication
from oversight.packs.kinds import MAKERS
from permanence.actions import agreed_actions, mid_points, reviews
from permanence.models import AgreedAction, MidPointDraft, Review
from placements.actions import placements
from placements.models import Home, Placement
from tests import timeline
from tests.cast import WAITING, Cast, a_user, assemble, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE_SECONDS = 20
Work = Callable[[], Any]
PERIODS = (CarePeriod, LegalStatus, Placement, Allocation)


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def other(cast: Cast) -> User:
    """A second service manager."""
    return a_user("second-manager", cast.authority, "service-manager")


@pytest.fixture(autouse=True)
def nothing_is_lost() -> Iterable[None]:
    """After each story: no overlap, clocks as a fresh computation has them, a whole audit."""
    yield
    assert differences() == []
    for model in PERIODS:
        chains: dict[Any, list[Any]] = {}
        for period in model._base_manager.order_by("child_id", "starts_on"):
            chains.setdefault((period.child_id, getattr(period, "role", "")), []).append(period)
        for chain in chains.values():
            assert all(a.ends_on and a.ends_on <= b.starts_on for a, b in pairwise(chain))
    seal(now=timezone.now())
    assert (prove().broken, prove().unsealed) == (None, 0)


def at_once(held: QuerySet[Any], *works: Work) -> list[Any]:
    """What each work came to, its answer or what it ended with; they get the row in this order."""
    with ThreadPoolExecutor(len(works)) as threads:
        going: list[Future[Any]] = []
        with transaction.atomic():
            assert list(held.select_for_update().order_by("pk"))
            for work in works:
                going.append(threads.submit(_on_its_own_connection, work))
                _until_all_wait(going)
        return [each.exception(PATIENCE_SECONDS) or each.result() for each in going]


def _on_its_own_connection(work: Work) -> Any:
    try:
        return work()
    finally:
        connection.close()


def _until_all_wait(going: list[Future[Any]]) -> None:
    """Asked of the database, which knows who waits for a lock."""
    for _ in range(PATIENCE_SECONDS * 100):
        ended = [each.exception() or each.result() for each in going if each.done()]
        assert not ended, "it did not have to wait"
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity"
                " WHERE datname = current_database() AND wait_event_type = 'Lock'"
            )
            if cursor.fetchone()[0] == len(going):
                return
        time.sleep(0.01)
    raise AssertionError("they do not all wait for the row")


def row(*children: Child) -> QuerySet[Child]:
    return Child.objects.filter(pk__in=[child.pk for child in children])


def opened(client: Client, address: str, sent_to: str = "", **typed: Any) -> Work:
    """Somebody opens the page now. The work sends it, and gives the words of what they then see."""
    page = client.get(address).content.decode()
    hidden = dict(re.findall(r'name="(number|version)" value="([^"]+)"', page))

    def send() -> str:
        answer = client.post(sent_to or address, hidden | typed, follow=True)
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))

    return send


def day(name: str, on: date) -> dict[str, int]:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def changing(fact: Any, code: str) -> str:
    kind = registry.of(fact).code
    return reverse("child-change", args=[fact.child.uuid, kind, fact.pk, code])


def entering(child: Child, kind: str) -> str:
    return reverse("child-enter", args=[child.uuid, kind])


def home_of(child: Child) -> Placement:
    return Placement.objects.get(child=child, ends_on=None)


def moving(on: date, name: str) -> dict[str, Any]:
    answers = {
        "type": "U6",
        "carers_stay": "another",
        "name": name,
        "reason": "CARPL",
        "provider": "PR1",
    }
    return day("starts_on", on) | answers | {"planned": "yes"}


def ending(on: date) -> dict[str, Any]:
    return day("on", on) | {"reason": "ALLEG", "planned": "no"}


def events(what: str) -> Counter[str]:
    """How often each person did this, or looked at it."""
    return Counter(AuditEvent.objects.filter(what=what).values_list("username", flat=True))


def refusal(outcome: Any) -> str:
    assert isinstance(outcome, Refused), outcome
    return str(outcome)


# Homes


def test_two_people_end_the_same_home(cast: Cast) -> None:
    home = home_of(cast.amara)
    address = changing(home, "ended")
    first = opened(signed_in(cast.social_worker), address, **ending(date(2026, 6, 3)))
    second = opened(signed_in(cast.service_manager), address, **ending(date(2026, 6, 4)))
    late = opened(signed_in(cast.manager), address, **ending(date(2026, 6, 5)))
    looks = events("child.record")
    won, lost = at_once(row(cast.amara), first, second)
    assert "Recorded." in won
    for told in (lost, late()):
        assert changes.RECORDED in told and "Recorded." not in told
    home.refresh_from_db()
    assert (home.ends_on, home.end_planned) == (date(2026, 6, 3), "no")
    assert events("placement.ended") == {"social-worker": 1}
    assert events("child.record") - looks == {"service-manager": 1, "manager": 1}


def test_ending_a_home_does_not_end_the_one_that_came_meanwhile(cast: Cast) -> None:
    client = signed_in(cast.social_worker)
    move = opened(client, entering(cast.amara, "home"), **moving(date(2026, 6, 2), "Elm House"))
    address = changing(home_of(cast.amara), "ended")
    end = opened(signed_in(cast.service_manager), address, **ending(date(2026, 6, 5)))
    won, lost = at_once(row(cast.amara), move, end)
    assert "Recorded." in won and changes.RECORDED in lost
    assert home_of(cast.amara).home.name == "Elm House"


def test_two_people_move_the_child(cast: Cast, other: User) -> None:
    address, on = entering(cast.amara, "home"), date(2026, 6, 3)
    clients = [signed_in(cast.service_manager), signed_in(other), signed_in(cast.social_worker)]
    sent = [
        opened(client, address, **moving(on - timedelta(days=before), f"House {before}"))
        for client, before in zip(clients, (0, 0, 1), strict=True)
    ]
    won, same_day, earlier = at_once(row(cast.amara), *sent)
    assert "Recorded." in won
    assert "The child moved on that day already." in same_day
    assert "Another home starts after that day. Choose a later day." in earlier
    assert home_of(cast.amara).starts_on == on
    assert events("placement.moved") == {"service-manager": 1}
    assert events("home.recorded") == {"service-manager": 1}, "no home of a move that was refused"


def test_the_child_moves_while_care_ends(cast: Cast, other: User) -> None:
    left = date(2026, 6, 5)
    care_now = CarePeriod.objects.get(child=cast.amara)
    typed = day("on", left) | {"reason": "E4A", "status_ends": "on", "home_ends": "on"}
    end = opened(signed_in(cast.service_manager), changing(care_now, "left"), **typed)
    address = entering(cast.amara, "home")
    after = opened(signed_in(other), address, **moving(date(2026, 6, 6), "Elm House"))
    before = opened(signed_in(cast.social_worker), address, **moving(date(2026, 6, 2), "Oak House"))
    ended, too_late, moved = at_once(row(cast.amara), end, after, before)
    assert "Recorded." in ended and "Recorded." in moved
    assert "No home is recorded for the child on that day, so none ended then." in too_late
    stays = Placement.objects.filter(child=cast.amara).order_by("starts_on")
    assert [(stay.home.name, stay.ends_on, stay.end_planned) for stay in stays] == [
        ("", date(2026, 6, 2), "yes"),
        ("Oak House", left, ""),
    ]


def test_care_does_not_end_before_a_move_that_came_first(cast: Cast, other: User) -> None:
    def move() -> Placement:
        return placements.live(
            child=cast.amara, on=date(2026, 6, 6), type="U6", name="Elm House", by=other
        )

    def end() -> CarePeriod:
        return care.end(child=cast.amara, on=date(2026, 6, 5), reason="E4A", by=cast.manager)

    moved, refused = at_once(row(cast.amara), move, end)
    assert moved.starts_on == date(2026, 6, 6)
    assert refusal(refused) == "A home must end after the day it started."
    assert CarePeriod.objects.get(child=cast.amara).ends_on is None
    assert LegalStatus.objects.filter(child=cast.amara, ends_on=None).exists()


def test_two_children_come_to_the_same_new_home(cast: Cast) -> None:
    def move(child: Child) -> Work:
        return lambda: placements.live(
            child=child, on=date(2026, 6, 2), type="U6", name="Elm House", by=cast.manager
        )

    moved = at_once(row(cast.amara, cast.tomas), move(cast.amara), move(cast.tomas))
    assert len({each.home_id for each in moved}) == 1
    assert Home.objects.filter(name="Elm House").count() == 1


# The same form twice, and the same fact from two


def test_a_form_is_sent_twice_at_the_same_instant(cast: Cast) -> None:
    address = entering(cast.amara, "order")
    typed = {"kind": "supervision"} | day("made_on", date(2026, 3, 4))
    send = opened(signed_in(cast.social_worker), address, **typed)
    assert "Recorded." in (outcomes := at_once(row(cast.amara), send, send))[0]
    assert "That was already recorded." in outcomes[1]
    assert CourtOrder.objects.filter(child=cast.amara, kind="supervision").count() == 1
    assert events("order.recorded") == {"social-worker": 1}


def test_a_form_of_the_tracker_is_sent_twice_at_the_same_instant(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    ticked = f"?child={cast.amara.uuid}&child={cast.tomas.uuid}"
    pages = {
        "tracker-assign": {"text": "Visit", "owner": "own"}
        | day("due_on", timezone.localdate() + timedelta(days=7)),
        "tracker-reason": {"clock": "most-serious", "reason": "The court adjourned"},
    }
    for name, typed in pages.items():
        address = reverse(name)
        both = {"child": [str(cast.amara.uuid), str(cast.tomas.uuid)]}
        send = opened(client, f"{address}{ticked}", address, **typed, **both)
        won, lost = at_once(row(cast.amara, cast.tomas), send, send)
        assert "for 2 children." in won
        assert "That was already recorded." in lost
    assert AgreedAction.objects.count() == 2
    assert events("action.agreed") == events("reason.noted") == {"service-manager": 1}


def test_brothers_and_sisters_from_two_of_their_pages(cast: Cast, other: User) -> None:
    def send(user: User, of: Child, also: Child) -> Work:
        typed = {"kind": "supervision"} | day("made_on", date(2026, 3, 4))
        return opened(signed_in(user), entering(of, "order"), also=str(also.uuid), **typed)

    first = send(cast.service_manager, cast.amara, cast.tomas)
    second = send(other, cast.tomas, cast.amara)
    won, lost = at_once(row(cast.amara), first, second)
    assert "Recorded." in won
    assert "That order is already recorded." in lost
    assert CourtOrder.objects.filter(kind="supervision").count() == 2
    assert events("order.recorded") == {"service-manager": 2}


def test_two_people_correct_the_same_fact(cast: Cast) -> None:
    status = LegalStatus.objects.get(child=cast.amara, ends_on=None)
    address = reverse("child-correct", args=[cast.amara.uuid, "legal-status", status.pk])

    def send(user: User, on: date) -> Work:
        typed = {"code": "E1", "start_known": "on", "why": "The order was read again"}
        return opened(signed_in(user), address, **typed, **day("starts_on", on))

    first = send(cast.social_worker, date(2025, 10, 2))
    second = send(cast.service_manager, date(2025, 10, 3))
    won, lost = at_once(row(cast.amara), first, second)
    assert "Recorded." in won
    assert "Somebody changed this entry while you had it open." in lost
    status.refresh_from_db()
    assert status.starts_on == date(2025, 10, 2)
    before = LegalStatus.objects.get(child=cast.amara, code="C1")
    assert before.ends_on == status.starts_on, "its neighbour moved with it"
    assert events("legal-status.corrected") == {"social-worker": 1}


def test_the_actions_refuse_as_the_pages_do(cast: Cast) -> None:
    """What the one did stands; the other is refused, in words that a person may read."""
    amara, by, on = cast.amara, cast.manager, date(2026, 6, 3)
    status = LegalStatus.objects.get(child=amara, ends_on=None)
    action = AgreedAction.objects.create(
        child=amara, text="Visit", owner=cast.north_worker, agreed_on=on, due_on=on
    )
    review = Review.objects.filter(child=amara).latest("held_on")
    seen = reading.newest(registry.of(status), status.pk)
    stories: dict[Work, str] = {
        lambda: facts.correct(
            fact=status,
            values={"starts_on": date(2025, 10, 2)},
            what="legal-status",
            why="Read again",
            seen=seen,
            by=by,
            chain=(),
        ): "Somebody changed this entry while you had it open.",
        lambda: facts.take_back(
            fact=action, what="agreed-action", why="Not agreed", seen=_seen(action), by=by
        ): "Somebody changed this entry while you had it open.",
        lambda: reviews.follow(
            review=review, what="decisions-sent", decisions_sent_on=on, by=by
        ): changes.RECORDED,
        lambda: people.end_allocation(
            child=amara, role="social-worker", on=on, by=by
        ): "Nobody is allocated in that role before that day.",
        lambda: placements.end(child=amara, on=on, by=by): "No home is recorded for the child now.",
        lambda: care.end(child=amara, on=on, reason="E4A", by=by): "The child is not in care.",
    }
    for work, words in stories.items():
        won, lost = at_once(row(amara), work, work)
        assert not isinstance(won, Exception), won
        assert refusal(lost).startswith(words)


def _seen(fact: Any) -> int:
    return reading.newest(registry.of(fact), fact.pk)


def test_two_people_mark_an_action_as_done(cast: Cast, other: User) -> None:
    today = timezone.localdate()
    action = AgreedAction.objects.create(
        child=cast.amara, text="Visit", owner=cast.north_worker, agreed_on=today, due_on=today
    )
    address, page = reverse("action-done", args=[action.uuid]), f"/children/{cast.amara.uuid}/"
    sent = [
        opened(signed_in(user), page, address, back_child=str(cast.amara.uuid), **day("on", today))
        for user in (cast.service_manager, other)
    ]
    won, lost = at_once(row(cast.amara), *sent)
    assert "Action marked as done." in won
    assert "That action is already marked as done." in lost
    assert events("action.done") == {"service-manager": 1}
    with pytest.raises(agreed_actions.ActionRefused):
        agreed_actions.done(action=action, on=today, by=other)


def test_an_officer_types_on_two_devices(cast: Cast) -> None:
    """Both answers are kept, whether or not anything was before."""

    def keep(**typed: str) -> Work:
        return lambda: mid_points.keep_draft(child=cast.amara, typed=typed, by=cast.iro)

    for first, second in (("looked", "seen"), ("moving", "moving_words")):
        at_once(row(cast.amara), keep(**{first: "first"}), keep(**{second: "second"}))
    assert MidPointDraft.objects.get().typed == {
        "looked": "first",
        "seen": "second",
        "moving": "first",
        "moving_words": "second",
    }


# Brothers and sisters


def test_two_people_join_brothers_and_sisters(cast: Cast, other: User) -> None:
    one, two = (timeline.child(WAITING, authority=cast.authority) for _ in range(2))

    def join(user: User, child: Child, mark: UUID) -> Work:
        address = reverse("child-family", args=[child.uuid])
        return opened(signed_in(user), address, f"{address}join/", child=str(mark))

    won, lost = at_once(
        row(two), join(cast.service_manager, one, two.uuid), join(other, two, cast.amara.uuid)
    )
    assert "They are recorded as brothers and sisters." in won
    assert "Somebody joined one of these children to others meanwhile." in lost
    groups = Child.objects.filter(pk__in=[one.pk, two.pk, cast.amara.pk, cast.tomas.pk])
    joined = Counter(groups.values_list("siblings_id", flat=True))
    assert sorted(joined.values()) == [2, 2] and None not in joined
    assert events("siblings.joined") == {"service-manager": 1}
    assert events("child.family")["second-manager"] == 2, "the page before and the page after"


def test_two_people_join_the_same_two(cast: Cast, other: User) -> None:
    one, two = (timeline.child(WAITING, authority=cast.authority) for _ in range(2))
    before = SiblingGroup.objects.count()
    won, lost = at_once(
        row(one, two),
        lambda: children.join_siblings(children=[one, two], by=cast.manager),
        lambda: children.join_siblings(children=[two, one], by=other),
    )
    assert refusal(lost) == "They are already recorded as brothers and sisters."
    assert SiblingGroup.objects.count() == before + 1
    assert set(row(one, two).values_list("siblings_id", flat=True)) == {won.pk}


# Who may see a record


def test_one_person_opens_a_record_twice_and_another_opens_it_too(cast: Cast) -> None:
    User.objects.filter(pk=cast.guardian.pk).update(email="guardian@castle.example")
    stand_in = a_user("stand-in", cast.authority, "social-worker")
    typed = {"reference": "A2", "reason": "harm", "words": "A neighbour called."}
    tabs = [
        opened(signed_in(user), "/break-glass/", **typed)
        for user in (cast.social_worker, cast.social_worker, stand_in)
    ]
    first, again, another = at_once(row(cast.tomas), *tabs)
    for told in (first, another):
        assert "The record is open. The guardian of data has been told." in told
    assert "You can read this record as it is." in again
    assert Counter(BreakGlass.objects.values_list("user__username", flat=True)) == {
        "social-worker": 1,
        "stand-in": 1,
    }
    assert len(mail.outbox) == 2, "the guardian is told of each"
    assert events("emergency.opened") == {"social-worker": 1, "stand-in": 1}


def test_two_people_restrict_a_record(cast: Cast, other: User) -> None:
    watching = [cast.manager, cast.iro, cast.chair]
    address = reverse("child-restrict", args=[cast.amara.uuid])

    def send(user: User, *also: User) -> Work:
        named = {"people": [str(each.uuid) for each in [*watching, user, *also]]}
        typed = {"kind": "restricted", "reason": f"As {user.username} was told"} | named
        return opened(signed_in(user), address, **typed)

    first, second = send(cast.service_manager, other), send(other, cast.data_officer)
    won, lost = at_once(row(cast.amara), first, second)
    assert "Who may see the record A1 is changed." in won
    assert "Somebody changed who may see this record while you had it open." in lost
    kept = Restriction.objects.get()
    assert kept.reason == "As service-manager was told"
    assert not kept.people.filter(user=cast.data_officer).exists()
    assert events("child.restricted") == {"service-manager": 1}

    def lift(user: User) -> Work:
        return lambda: restrictions.lift(
            child=cast.amara, kind="restricted", on=timezone.localdate(), by=user
        )

    lifted, gone = at_once(row(cast.amara), lift(cast.service_manager), lift(other))
    assert lifted is None
    assert refusal(gone) == "No such restriction is in force any more."


def test_two_administrators_give_and_end_a_role(cast: Cast) -> None:
    today, admin = timezone.localdate(), cast.administrator
    held = RoleAssignment.objects.get(user=cast.chair)

    def give() -> RoleAssignment:
        return people.assign_role(
            user=cast.nobody, authority=cast.authority, role="chair", on=today, by=admin
        )

    _, twice = at_once(User.objects.filter(pk=cast.nobody.pk), give, give)
    assert refusal(twice) == "This person already holds that role from that day."

    def end(on: date) -> Work:
        stale = RoleAssignment.objects.get(pk=held.pk)
        return lambda: people.end_role(assignment=stale, on=on, by=admin)

    works = end(today), end(today + timedelta(days=1))
    _, ended = at_once(RoleAssignment.objects.filter(pk=held.pk), *works)
    assert refusal(ended) == "That role has already ended."
    held.refresh_from_db()
    assert held.ends_on == today


# Delays


def test_two_people_ask_for_the_same_delay_and_two_decide_on_it(cast: Cast, other: User) -> None:
    today = timezone.localdate()
    wait = next(row for row, why in justify.to_ask(cast.amara.pk, today) if not why)

    def ask(user: User) -> Work:
        said = {"cause": "health", "reason": "An operation.", "until": today + timedelta(days=9)}
        return lambda: justify.ask(wait=wait, on=today, by=user, **said)

    asked, twice = at_once(row(cast.amara), ask(cast.manager), ask(cast.service_manager))
    assert refusal(twice) == "It was asked already, and nobody has decided yet."
    agreed, refused = at_once(
        row(cast.amara),
        lambda: justify.agree(answer=asked, on=today, by=cast.chair),
        lambda: justify.refuse(answer=asked, because="No.", on=today, by=other),
    )
    assert refusal(refused) == changes.RECORDED
    assert (agreed.kind, Answer.objects.get().kind) == ("justified", "justified")
    assert events("delay.justified") == {"chair": 1}
    assert events("delay.refused") == {}


def test_two_people_put_the_same_days_down_to_something(cast: Cast, other: User) -> None:
    today = timezone.localdate()
    wait = next(row for row, _ in justify.to_ask(cast.amara.pk, today))

    def note(user: User, cause: str) -> Work:
        return lambda: note_reason(waits=[wait], reason="So.", on=today, by=user, cause=cause)

    at_once(row(cast.amara), note(cast.service_manager, "health"), note(other, "family"))
    assert DelayCause.objects.get().cause == "family", "the last word on a day stands"
    assert Answer.objects.count() == 2


def test_all_clocks_are_computed_on_several_connections(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "RANGE", 2)
    monkeypatch.setattr(engine, "FEW", 1)
    right = ClockRow.objects.count()
    waiting = ClockRow.objects.filter(child__in=[cast.amara, cast.noor])
    gone = waiting.update(started_on=date(2001, 1, 1))
    assert len(differences()) == 2 * gone
    assert engine.refresh() == gone
    assert (engine.refresh(), ClockRow.objects.count()) == (0, right)


def test_two_publish_a_pack_of_one_day_and_it_is_published_once(cast: Cast, other: User) -> None:
    """Who comes second finds it published, with what it told; nothing is published twice."""
    today = timezone.localdate()
    as_at = today.replace(day=1) - timedelta(days=1)
    looked_at = MAKERS[PackKind.BOARD](cast.authority, as_at, today).pack.checksum

    def publish(by: User) -> Publication:
        return packs.publish(
            authority=cast.authority,
            kind=PackKind.BOARD,
            as_at=as_at,
            today=today,
            by=by,
            seen=looked_at,
        )

    held = Authority.objects.filter(pk=cast.authority.pk)
    first, second = at_once(held, lambda: publish(cast.service_manager), lambda: publish(other))
    assert Publication.objects.get() == first
    assert isinstance(second, PackRefused) and "is published already" in str(second)
