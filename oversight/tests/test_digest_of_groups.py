"""What the mail tells of a group: what somebody is to do, once, and what went up to them."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, User
from oversight.actions import decisions, digests
from permanence.actions import agreed_actions, escalations, held, meetings
from permanence.models import AgreedAction, EscalationNotice, Interest, Meeting
from tests.cast import DAY, Cast, a_user
from tests.sittings import ahead, decided, group, sitting, typed

pytestmark = pytest.mark.django_db
DUE = date(2026, 6, 8)
FOR_YOU = "Agreed by a group, for you to do"
GONE_UP = "Gone up to you"


@pytest.fixture(autouse=True)
def addresses(cast: Cast) -> Iterator[None]:
    a_user("director", cast.authority, "director")
    for user in User.objects.all():
        user.email = f"{user.username}@council.example"
        user.save()
    yield
    for each in mail.outbox:
        for name in ("Amara", "Tomas", "Bello", "Okafor", "Castle", "Ring the school"):
            assert name not in each.message().as_string(), "no name, and none of the words"


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return sitting(cast, cast.amara, cast.tomas)


def agreed(cast: Cast, meeting: Meeting, **more: Any) -> AgreedAction:
    given = {"owner": cast.north_worker, "due_on": DUE, "text": "Ring the school."} | more
    decision = decided(cast, meeting, cast.amara, "action", **given)
    found: AgreedAction = AgreedAction.objects.get(decision=decision)
    return found


def close(cast: Cast, meeting: Meeting) -> None:
    held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)


def send(days: int = 1) -> dict[str, str]:
    """The body of each person's mail of a day after the meeting, by username."""
    before = len(mail.outbox)
    digests.send(on=DAY + timedelta(days=days), by=None)
    sent = {each.to[0].split("@")[0]: str(each.body) for each in mail.outbox[before:]}
    assert len(sent) == len(mail.outbox) - before, "one mail a person"
    return sent


def part(body: str, title: str) -> list[str]:
    lines = body.partition(title)[2].splitlines()[2:]
    return lines[: lines.index("")] if lines else []


# To owners


def test_the_owner_is_told_once_and_only_after_the_meeting(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    assert send(0) == {}
    close(cast, meeting)
    sent = send(1)
    assert part(sent["social-worker"], FOR_YOU) == [
        "  A1 (A. B.): Permanence Monitoring Group, 1 June 2026: due by 8 June 2026",
        f"  http://127.0.0.1:8000/children/{cast.amara.uuid}/",
    ]
    assert [who for who, body in sent.items() if FOR_YOU in body] == ["social-worker"]
    action.refresh_from_db()
    assert (action.told, action.told_on) == (cast.social_worker, DAY + timedelta(days=1))
    event = AuditEvent.objects.get(what="digest.sent", details__to=cast.social_worker.pk)
    assert event.children == [cast.amara.pk]
    assert send(2) == {}


def test_what_was_undone_is_told_to_nobody(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    assert action.decision
    decisions.undo(decision=action.decision, by=cast.chair)
    close(cast, meeting)
    assert FOR_YOU not in "".join(send().values())


def test_who_is_chased_is_told_again_once(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    close(cast, meeting)
    send(1)
    for _ in range(2):
        agreed_actions.chase(actions=[action.pk], by=cast.chair)
    (line, _) = part(send(9)["social-worker"], FOR_YOU)
    assert line.endswith("due by 8 June 2026, LATE; you are asked again")
    assert mail.outbox[-1].subject == "Casetrack: 1 action to do"
    assert send(10) == {}


def test_what_is_done_before_the_mail_goes_is_told_to_nobody(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    close(cast, meeting)
    agreed_actions.done(action=action, on=DAY, by=cast.chair)
    assert "social-worker" not in send()


def test_what_the_chair_decides_between_meetings_is_told_at_once(cast: Cast) -> None:
    said = typed("action", owner=cast.north_worker, due_on=DUE)
    decisions.decide_between(
        series=group(cast), child=cast.amara, typed=said, on=DAY, by=cast.chair
    )
    assert FOR_YOU in send(0)["social-worker"]


def test_who_does_not_reach_the_child_any_more_is_not_told(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    close(cast, meeting)
    Allocation.objects.filter(child=cast.amara, role="social-worker").update(ends_on=DAY)
    assert "social-worker" not in send()
    action.refresh_from_db()
    assert action.told_on is None


def test_an_owner_whose_role_is_told_of_nothing_else_is_told(cast: Cast, meeting: Meeting) -> None:
    fostering = a_user("fostering", cast.authority, "fostering")
    User.objects.filter(pk=fostering.pk).update(email="fostering@council.example")
    cast.south_worker.user = fostering
    cast.south_worker.save()
    agreed(cast, meeting, owner=cast.south_worker)
    close(cast, meeting)
    assert FOR_YOU in send()["fostering"]


# To those of a level


def test_each_level_is_told_once_of_what_came_to_it(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting)
    close(cast, meeting)
    send(1)
    told = {}
    for days in range(8, 45):
        escalations.climb(on=DAY + timedelta(days=days), by=None)
        for who, body in send(days).items():
            for line in part(body, GONE_UP)[::2]:
                assert who not in told, "once"
                told[who] = line
    due = "A1 (A. B.): agreed by a group, due by 8 June 2026"
    assert told == {
        "manager": f"  {due}, 4 days over: now with the team manager",
        "service-manager": f"  {due}, 8 days over: now with the service manager",
        "chair": f"  {due}, 15 days over: now with the chair of the group",
        "director": f"  {due}, 29 days over: now with the director of children’s services",
    }
    assert not EscalationNotice.objects.filter(told_on=None).exists()


def test_what_is_done_meanwhile_is_no_news(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting)
    close(cast, meeting)
    escalations.climb(on=DUE + timedelta(days=5), by=None)
    agreed_actions.done(action=action, on=DUE + timedelta(days=5), by=cast.chair)
    assert GONE_UP not in "".join(send(12).values())


def test_a_reason_raised_again_is_told_once_the_meeting_is_closed(cast: Cast) -> None:
    series = group(cast)
    ahead(cast, cast.amara, on=DAY, series=series)
    again = sitting(cast, cast.amara, on=DAY + timedelta(days=28), series=series)
    close(cast, again)
    assert part(send(29)["service-manager"], GONE_UP)[0] == (
        "  A1 (A. B.): Permanence Monitoring Group, 29 June 2026: there for the same reason as the"
        " time before: now with the service manager"
    )
    assert GONE_UP not in "".join(send(30).values())


def test_what_the_group_takes_up_is_told_once_the_meeting_is_closed(
    cast: Cast, meeting: Meeting
) -> None:
    decided(cast, meeting, cast.amara, "escalate", level=4, reason="Nobody has answered.")
    assert "director" not in send(0)
    close(cast, meeting)
    assert part(send(1)["director"], GONE_UP)[0].endswith(
        "1 June 2026: the group decided to take it up: now with the director of children’s services"
    )
    assert GONE_UP not in "".join(send(2).values())


def test_who_has_an_interest_of_their_own_is_not_told_of_her(cast: Cast, meeting: Meeting) -> None:
    decided(cast, meeting, cast.amara, "escalate", level=2, reason="Nobody has answered.")
    close(cast, meeting)
    member = meetings.join(
        series=meeting.series, seat="care", user=cast.service_manager, on=DAY, by=cast.chair
    )
    Interest.objects.create(child=cast.amara, member=member, reason="Aunt", starts_on=DAY)
    assert GONE_UP not in send().get("service-manager", "")


def test_all_of_it_comes_in_one_mail(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting)
    agreed(cast, meeting, due_on=DAY)
    cast.north_worker.user = cast.service_manager
    cast.north_worker.save()
    decided(cast, meeting, cast.tomas, "escalate", level=2, reason="Nobody has answered.")
    close(cast, meeting)
    sent = send()
    assert list(sent) == ["service-manager"]
    assert mail.outbox[-1].subject == "Casetrack: 2 actions to do, 1 matter gone up to you"
    assert send(1) == {}, "and no second one on the day"
