"""One mail a person a day: what is new, of the children they may see, and never a name."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends import locmem
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casetrack.actions import people
from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child, RoleAssignment, User
from oversight.actions import digests, justify, sightings
from oversight.actions.jobs import run
from oversight.clocks.engine import refresh
from oversight.models import Answer, ClockRow, JobRun, JustifiedNotice, Notice, Sighting
from tests import timeline
from tests.answered import justified
from tests.cast import DAY, WAITING, Cast

TOLD = ("manager", "chair", "iro", "social_worker", "stranger")


@pytest.fixture(autouse=True)
def addresses(cast: Cast) -> None:
    """Everybody has an address, those who are told nothing as well."""
    for user in User.objects.all():
        user.email = f"{user.username}@council.example"
        user.save()


def send(day: date = DAY) -> dict[str, str]:
    """Sight and mail as at the day; the body of each person's mail by username."""
    mail.outbox.clear()
    sightings.record(on=day, by=None)
    digests.send(on=day, by=None)
    assert all(len(each.to) == 1 for each in mail.outbox)
    sent = {each.to[0].split("@")[0]: str(each.body) for each in mail.outbox}
    assert len(sent) == len(mail.outbox), "one mail a person"
    return sent


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def allocate(cast: Cast, child: Child) -> None:
    people.allocate(
        child=child, worker=cast.north_worker, role="social-worker", on=DAY, by=cast.manager
    )


def newcomer(cast: Cast, role: str = "chair") -> User:
    user = User.objects.create_user("newcomer", email="newcomer@council.example")
    RoleAssignment.objects.create(
        user=user, authority=cast.authority, role=role, starts_on=date(2020, 1, 1)
    )
    return user


def test_each_is_told_of_the_children_they_may_see(cast: Cast) -> None:
    sent = send()
    assert sorted(sent) == ["chair", "iro", "manager", "social-worker", "stranger"]
    for who, references in {
        "manager": ["A1"],
        "social-worker": ["A1"],
        "iro": ["A1", "A2"],
        "chair": ["A1", "A2"],
        "stranger": ["B1"],
    }.items():
        shown = [child for child in ("A1", "A2", "B1") if f"  {child} (" in sent[who]]
        assert shown == references, who


def test_there_is_never_a_name_in_a_mail(cast: Cast) -> None:
    send()
    assert mail.outbox
    for each in mail.outbox:
        whole = each.message().as_string()
        for name in ("Amara", "Tomas", "Noor", "Bello", "Okafor", "Castle"):
            assert name not in whole


def test_what_a_mail_says(cast: Cast) -> None:
    body = send()["manager"]
    assert body.startswith("Newly past a limit or near one on Monday 1 June 2026, among")
    match = body[body.index("Placement order to match (national target)") :]
    assert match.splitlines()[1:3] == [
        "  A1 (A. B.): 122 days over, 243 days of 121",
        "  http://127.0.0.1:8000/tracker/?clock=placement-order-to-match",
    ]
    assert "\nYour tracker: http://127.0.0.1:8000/tracker/\n" in body


def test_its_subject_counts(cast: Cast) -> None:
    send()
    subject = next(each.subject for each in mail.outbox if each.to[0].startswith("manager"))
    red = Sighting.objects.filter(child=cast.amara, state="red").count()
    amber = Sighting.objects.filter(child=cast.amara, state="amber").count()
    assert subject.startswith(f"Casetrack: {red} waits newly past their limit")
    assert subject.endswith(f", {amber} near it") == bool(amber)


def test_nothing_new_is_no_mail(cast: Cast) -> None:
    assert send()
    assert send(after(1)) == {}


def test_nobody_has_two_mails_on_a_day(cast: Cast) -> None:
    assert "manager" in send()
    late = timeline.child(f"born 2021-01-01; {WAITING}", authority=cast.authority)
    refresh([late.pk])
    allocate(cast, late)
    assert send() == {}
    assert late.reference in send(after(1))["manager"]


def test_a_fact_that_comes_late_is_told_once(cast: Cast) -> None:
    send()
    late = timeline.child(f"born 2021-01-01; {WAITING}", authority=cast.authority)
    refresh([late.pk])
    assert late.reference in send(after(1))["chair"]
    assert send(after(2)) == {}


def test_a_state_that_follows_is_news_again(cast: Cast) -> None:
    child = timeline.child(
        "born 2021-01-01; care 2026-01-01; status E1 2026-03-10", authority=cast.authority
    )
    refresh([child.pk])
    body = send(date(2026, 6, 8))["chair"]
    assert f"{child.reference}: due in 31 days" in body.replace(" (national target)", "")
    body = send(date(2026, 7, 10))["chair"]
    assert f"{child.reference}: 1 day over, 122 days of 121" in body


def test_amber_is_not_said_any_more_where_red_is(cast: Cast) -> None:
    """Both were sighted before a mail could go."""
    child = timeline.child(
        "born 2021-01-01; care 2026-01-01; status E1 2026-03-10; decision 2026-03-01",
        authority=cast.authority,
    )
    refresh([child.pk])
    sightings.record(on=date(2026, 6, 8), by=None)
    body = send(date(2026, 7, 10))["chair"]
    match = body[body.index("Placement order to match") :].split("\n\n")[0]
    assert match.count(child.reference) == 1
    assert send(date(2026, 7, 11)) == {}


def test_a_wait_that_was_answered_for_is_no_news_until_it_is_late_again(cast: Cast) -> None:
    sightings.record(on=DAY, by=None)
    wait = ClockRow.objects.get(child=cast.amara, clock="placement-order-to-match")
    answer = justified(wait, on=DAY, until=after(20), by=cast.chair)
    assert "Placement order to match" not in send(after(1))["manager"]
    assert "Placement order to match" in send(answer.until)["manager"]


def test_the_reviewing_officer_is_told_of_a_justified_delay_once(cast: Cast) -> None:
    answer = a_justified_delay(cast)
    sent = send(after(1))
    assert (
        "A1 (A. B.): Placement order to match, justified to 21 Jun 2026 (finding a" in sent["iro"]
    )
    assert "/delays/" in sent["iro"]
    assert "Delays that were justified" not in sent["manager"] + sent["chair"]
    assert JustifiedNotice.objects.get().told_on == after(1)
    assert answer.reason not in sent["iro"]
    assert "iro" not in send(after(2))


def test_an_officer_who_is_told_of_nothing_else_is_told_of_it(cast: Cast) -> None:
    a_justified_delay(cast)
    for day, told in ((after(20), []), (after(1), ["iro@council.example"])):
        mail.outbox.clear()
        digests.send(on=day, by=None)
        assert [each.to[0] for each in mail.outbox] == told, "it has ended by the first"
    assert "Newly past" not in mail.outbox[0].body
    assert mail.outbox[0].subject == "Casetrack: 1 delay justified"


def test_an_officer_who_has_left_the_child_is_not_told(cast: Cast) -> None:
    a_justified_delay(cast)
    Allocation.objects.filter(child=cast.amara, role="iro").delete()
    assert "Delays that were justified" not in send(after(1)).get("iro", "")


def a_justified_delay(cast: Cast) -> Answer:
    wait = ClockRow.objects.get(child=cast.amara, clock="placement-order-to-match")
    asked = justify.ask(
        wait=wait,
        cause="matching",
        reason="Two families.",
        until=after(20),
        on=DAY,
        by=cast.service_manager,
    )
    return justify.agree(answer=asked, on=DAY, by=cast.chair)


def test_a_worker_who_is_allocated_late_is_told(cast: Cast) -> None:
    assert "A2" not in send()["social-worker"]
    people.allocate(
        child=cast.tomas, worker=cast.north_worker, role="social-worker", on=DAY, by=cast.manager
    )
    assert "A2" in send(after(1))["social-worker"]
    assert send(after(2)) == {}


def test_a_colleague_who_is_new_is_not_sent_old_flags(cast: Cast) -> None:
    send()
    newcomer(cast)
    assert send(after(digests.NEWS_DAYS)) == {}


def test_who_may_not_see_the_child_any_more_is_not_told(cast: Cast) -> None:
    sightings.record(on=DAY, by=None)
    digests.hand_out([cast.social_worker], on=DAY, by=None)
    assert Notice.objects.filter(user=cast.social_worker).exists()
    Allocation.objects.filter(child=cast.amara, role="social-worker").update(ends_on=DAY)
    assert "social-worker" not in send()


def test_data_officers_board_members_and_people_who_left_get_no_mail(cast: Cast) -> None:
    User.objects.filter(pk=cast.chair.pk).update(is_active=False)
    RoleAssignment.objects.filter(user=cast.manager).update(ends_on=date(2026, 1, 1))
    assert not {"data-officer", "board-member", "nobody", "chair", "manager"} & set(send())


class Refusing(locmem.EmailBackend):
    """A mail server that refuses what goes to the chair, while `refuses` is set."""

    refuses = True

    def send_messages(self, messages: Any) -> int:
        if self.refuses and messages[0].to[0].startswith("chair"):
            raise OSError("chair@council.example is not known here")
        return super().send_messages(messages)


def test_a_mail_that_fails_stops_nobody_and_is_tried_again(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert not run("send-digests", night=DAY)
    assert sorted(each.to[0].split("@")[0] for each in mail.outbox) == [
        "iro",
        "manager",
        "social-worker",
        "stranger",
    ]
    failed = JobRun.objects.get(job="send-digests")
    assert (failed.outcome, failed.rows) == ("failed", 4)
    assert failed.message == "Not sent, to be tried again: 1 mail."
    mail.outbox.clear()
    monkeypatch.setattr(Refusing, "refuses", False)
    assert run("send-digests", night=DAY)
    assert [each.to[0] for each in mail.outbox] == ["chair@council.example"]
    assert JobRun.objects.filter(job="send-digests", outcome="done").count() == 1


def test_killed_between_two_mails_the_others_follow_and_none_is_doubled(
    cast: Cast, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(self: Any, messages: Any) -> int:
        if len(mail.outbox) == 2:
            raise SystemExit
        return super(Refusing, self).send_messages(messages)

    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    with monkeypatch.context() as patched:
        patched.setattr(Refusing, "send_messages", die)
        with pytest.raises(SystemExit):
            run("send-digests", night=DAY)
    monkeypatch.setattr(Refusing, "refuses", False)
    assert run("send-digests", night=DAY)
    assert len(mail.outbox) == len({each.to[0] for each in mail.outbox}) == len(TOLD)


def test_a_mail_that_is_sent_again_is_known_as_the_same(cast: Cast) -> None:
    send()
    identity = mail.outbox[0].extra_headers["Message-ID"]
    assert identity.startswith(f"<digest-{DAY.isoformat()}-")
    assert len({each.extra_headers["Message-ID"] for each in mail.outbox}) == len(mail.outbox)


def test_who_was_told_of_whom_is_written_down(cast: Cast) -> None:
    send()
    event = AuditEvent.objects.get(what="digest.sent", details__to=cast.iro.pk)
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])


def test_people_without_an_address_are_counted(cast: Cast) -> None:
    User.objects.filter(pk=cast.iro.pk).update(email="")
    run("send-digests", night=DAY)
    assert JobRun.objects.get(job="send-digests").message == "Without a mail address: 1 person."


def test_an_old_return_says_as_known_on_which_day(cast: Cast) -> None:
    cast.elsewhere.records_live, cast.elsewhere.known_to = False, date(2026, 3, 31)
    cast.elsewhere.save()
    line = "B1 (N. B.): 60 days over, 181 days of 121, as known on 31 Mar 2026"
    assert line in send()["stranger"]


def test_a_mail_takes_as_many_queries_for_many_children(cast: Cast) -> None:
    taken = []
    for day, more in ((1, 1), (2, 12)):
        history = f"born 2021-01-01; {WAITING}"
        late = [timeline.child(history, authority=cast.authority).pk for _ in range(more)]
        refresh(late)
        sightings.record(on=after(day), by=None)
        with CaptureQueriesContext(connection) as queries:
            digests.send(on=after(day), by=None)
        taken.append(len(queries))
    # The first has five people to tell, the second the two who see every child.
    assert taken[1] < taken[0] < 80
