"""What groups agreed: late first, whose it is, to whom it went up, chased once, done with proof."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import CalendarDay, Child, User
from oversight.meetings.to_do import DONE_SHOWN, LATELY, PAGE, Filters
from permanence.actions import agreed_actions, escalations, held, meetings
from permanence.models import AgreedAction, Interest, Level, Meeting
from tests.cast import Cast, a_user, signed_in
from tests.sittings import decided, group, sitting

pytestmark = pytest.mark.django_db
ADDRESS = "/meetings/actions/"


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Thirty days ago, with both of them on its agenda; it is still open."""
    User.objects.update(email="somebody@council.example")
    return sitting(cast, cast.amara, cast.tomas, on=ago(30))


def agreed(cast: Cast, meeting: Meeting, child: Child, due_on: date, **more: Any) -> AgreedAction:
    given = {"owner": cast.north_worker, "text": "Ring the school."} | more
    decision = decided(cast, meeting, child, "action", due_on=due_on, **given)
    found: AgreedAction = AgreedAction.objects.get(decision=decision)
    return found


def close(cast: Cast, meeting: Meeting) -> None:
    held.close_meeting(meeting=meeting, on=meeting.held_on, by=cast.chair)


def page(user: User, query: str = "") -> str:
    answer = signed_in(user).get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def rows(user: User, query: str = "") -> list[str]:
    """Each row of what is open as words, in order."""
    text = page(user, query).partition("Done in the last 90 days")[0]
    body = text.partition("<tbody")[2].partition("</tbody>")[0]
    return [_words(row) for row in re.findall(r"<tr.*?</tr>", body, re.S)]


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def chase(user: User, query: str = "", **sent: Any) -> str:
    address = f"{ADDRESS}chase/?{query}"
    answer = signed_in(user).post(address, sent, follow=True)
    assert answer.status_code == 200
    return _words(answer.content.decode())


# The list


def test_what_is_late_comes_first_then_by_day(cast: Cast, meeting: Meeting) -> None:
    for days, text in ((-5, "Fourth."), (3, "Second."), (9, "First."), (0, "Third.")):
        agreed(cast, meeting, cast.amara, ago(days), text=text)
    found = rows(cast.chair)
    order = [{*re.findall("First|Second|Third|Fourth", row)} for row in found]
    assert order == [{"First"}, {"Second"}, {"Third"}, {"Fourth"}]
    assert "4 actions to do, 2 late" in page(cast.chair)
    assert "9 days over" in found[0] and "due today" in found[2] and "due in 5 days" in found[3]


def test_how_late_it_is_in_working_days(cast: Cast, meeting: Meeting) -> None:
    due_on = ago(20)
    agreed(cast, meeting, cast.amara, due_on)
    agreed(cast, meeting, cast.amara, timezone.localdate())
    days = CalendarDay.objects.filter(day__gt=due_on, day__lte=timezone.localdate())
    first, second = rows(cast.chair)
    assert f"{days.filter(is_working=True).count()} working days late" in first
    assert "working day" not in second


def test_only_what_a_group_agreed_and_is_not_done(cast: Cast, meeting: Meeting) -> None:
    agreed_actions.agree(
        owners={cast.amara: cast.north_worker},
        text="Of the team alone.",
        due_on=ago(0),
        on=ago(9),
        by=cast.manager,
    )
    done = agreed(cast, meeting, cast.amara, ago(1), text="It is over.")
    agreed_actions.done(action=done, on=ago(2), by=cast.chair)
    agreed(cast, meeting, cast.tomas, ago(1))
    (only,) = rows(cast.chair)
    assert "Tomas Bello" in only and "Ring the school." in only


def test_a_row_says_where_it_was_decided_and_what_its_owner_knows(
    cast: Cast, meeting: Meeting
) -> None:
    action = agreed(cast, meeting, cast.amara, ago(1))
    agreed(cast, meeting, cast.tomas, ago(1), owner=cast.south_worker)
    amara, tomas = rows(cast.chair)
    assert "is told once the meeting is closed" in amara
    assert "has no account: tell them yourself" in tomas
    close(cast, meeting)
    assert "is told by the next mail" in rows(cast.chair)[0]
    agreed_actions.tell(actions=[action], person=cast.social_worker, on=ago(0))
    assert re.search(r"told \d", rows(cast.chair)[0])
    assert f'href="/meetings/{meeting.uuid}/"' in page(cast.chair)
    assert f'href="/meetings/{meeting.uuid}/"' not in page(cast.service_manager)


def test_it_says_to_whom_it_went_up(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting, cast.amara, ago(28), text="Long ago.")
    agreed(cast, meeting, cast.tomas, ago(1))
    for days in range(29, -1, -1):
        escalations.climb(on=ago(days), by=None)
    first, second = rows(cast.chair)
    reached = escalations.level_of(meeting.series, ago(28), ago(0), CalendarDay.objects.holidays())
    assert reached >= Level.CHAIR and Level(reached).label in first.lower()
    assert "Its owner" in second


# Who sees what


@pytest.mark.parametrize("who", ["chair", "service_manager"])
def test_who_reads_minutes_reads_it(cast: Cast, meeting: Meeting, who: str) -> None:
    agreed(cast, meeting, cast.amara, ago(1))
    assert len(rows(getattr(cast, who))) == 1
    (look,) = AuditEvent.objects.filter(what="group.actions")
    assert look.children == [cast.amara.pk]


@pytest.mark.parametrize("who", ["social_worker", "manager", "iro", "board_member", "data_officer"])
def test_who_does_not_may_not(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get(ADDRESS).status_code == 403
    assert client.post(f"{ADDRESS}chase/").status_code == 403


def test_another_authority_sees_nothing_of_it(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting, cast.amara, ago(1))
    close(cast, meeting)
    assert rows(cast.stranger) == []
    chase(cast.stranger)
    chase(cast.stranger, action=action.uuid)
    action.refresh_from_db()
    assert action.chased_at is None


def test_who_has_an_interest_of_their_own_sees_nothing_of_her(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting, cast.amara, ago(1))
    agreed(cast, meeting, cast.tomas, ago(1))
    member = meetings.join(
        series=meeting.series, seat="care", user=cast.service_manager, on=ago(40), by=cast.chair
    )
    Interest.objects.create(child=cast.amara, member=member, reason="Aunt", starts_on=ago(40))
    (only,) = rows(cast.service_manager)
    assert "Tomas" in only
    assert len(rows(cast.chair)) == 2


def test_who_only_reads_has_no_button(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting, cast.amara, ago(1))
    director = a_user("director", cast.authority, "director")
    text = page(director)
    assert "Ring the school." in text
    assert "/done/" not in text and "/chase/" not in text
    assert signed_in(director).post(f"{ADDRESS}chase/").status_code == 403


# Narrowed


def test_it_is_narrowed_by_owner_group_level_and_lateness(cast: Cast, meeting: Meeting) -> None:
    other = sitting(cast, cast.tomas, on=ago(25), series=group(cast, name="Urgent group"))
    agreed(cast, meeting, cast.amara, ago(9), text="Late.")
    agreed(cast, meeting, cast.amara, ago(-9), text="Ahead.")
    agreed(cast, other, cast.tomas, ago(1), text="Elsewhere.", owner=cast.south_worker)
    escalations.climb(on=ago(0), by=None)
    level = AgreedAction.objects.get(text="Late.").escalations.get().level
    every = {"Late.", "Ahead.", "Elsewhere."}
    for query, left in (
        ("", every),
        (f"owner={cast.south_worker.uuid}", {"Elsewhere."}),
        (f"group={meeting.series.uuid}", {"Late.", "Ahead."}),
        (f"level={level}", {"Late."}),
        ("level=0", {"Ahead.", "Elsewhere."}),
        ("late=yes", {"Late.", "Elsewhere."}),
        (f"late=yes&owner={cast.north_worker.uuid}", {"Late."}),
        ("level=7&owner=nobody&group=x&late=no", every),
    ):
        shown = " ".join(rows(cast.chair, query))
        assert {text for text in every if text in shown} == left, query


def test_each_filter_is_a_chip_that_takes_it_away(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting, cast.amara, ago(9))
    own = f"owner={cast.north_worker.uuid}"
    text = page(cast.chair, f"late=yes&{own}&level=0")
    for rest, said in (
        (f"{own}&amp;level=0", "Late only"),
        ("level=0&amp;late=yes", "N. Okafor"),
        (f"{own}&amp;late=yes", "Its owner"),
    ):
        chip = re.search(rf'href="\?{re.escape(rest)}">([^<]*)', text)
        assert chip and chip[1].strip() == said, rest


def test_an_address_is_read_as_it_was_written() -> None:
    for level in (None, 0, 3):
        for late in (False, True):
            filters = Filters(level=level, late=late)
            assert Filters.read(QueryDict(filters.query())) == filters


def test_how_much_each_owner_has(cast: Cast, meeting: Meeting) -> None:
    for days in (9, 3, -3):
        agreed(cast, meeting, cast.amara, ago(days))
    agreed(cast, meeting, cast.tomas, ago(-1), owner=cast.south_worker)
    panel = _words(page(cast.chair).partition("By owner")[2].partition("</details>")[0])
    assert panel == "N. Okafor 3 , 2 late S. Farrell 1"


# Chasing


def test_one_is_chased_and_twice_is_once_until_the_mail_went(cast: Cast, meeting: Meeting) -> None:
    action = agreed(cast, meeting, cast.amara, ago(9))
    other = agreed(cast, meeting, cast.tomas, ago(9))
    close(cast, meeting)
    agreed_actions.tell(actions=[action, other], person=cast.social_worker, on=ago(5))
    assert "1 late action chased. The next mail tells it." in chase(cast.chair, action=action.uuid)
    action.refresh_from_db()
    first = action.chased_at
    assert (action.chased_by, action.told, action.told_on) == (cast.chair, None, None)
    assert "Nothing is late of which the next mail does not tell already." in chase(
        cast.chair, action=action.uuid
    )
    action.refresh_from_db()
    other.refresh_from_db()
    assert (action.chased_at, other.chased_at) == (first, None)
    assert list(agreed_actions.untold()) == [action]
    agreed_actions.tell(actions=[action], person=cast.social_worker, on=ago(0))
    chase(cast.chair, action=action.uuid)
    action.refresh_from_db()
    assert action.chased_at != first and action.told_on is None
    assert re.search(r"chased \d+ \w+ \d{4} by", rows(cast.chair)[0])
    event = AuditEvent.objects.filter(what="actions.chased").earliest("at")
    assert event.children == [cast.amara.pk]


def test_all_that_are_late_in_the_list_are_chased(cast: Cast, meeting: Meeting) -> None:
    late = agreed(cast, meeting, cast.amara, ago(9))
    ahead = agreed(cast, meeting, cast.amara, ago(-9))
    nobody = agreed(cast, meeting, cast.tomas, ago(9), owner=cast.south_worker)
    close(cast, meeting)
    said = chase(cast.chair, f"owner={cast.south_worker.uuid}")
    assert "1 late action has an owner whom no mail reaches: tell them yourself." in said
    assert "late action chased" not in said
    said = chase(cast.chair)
    assert "1 late action chased." in said
    chased = AgreedAction.objects.filter(chased_at__isnull=False)
    assert list(chased) == [late]
    assert {ahead.pk, nobody.pk}.isdisjoint(chased.values_list("pk", flat=True))


def test_who_has_no_mail_address_is_not_chased(cast: Cast, meeting: Meeting) -> None:
    agreed(cast, meeting, cast.amara, ago(9))
    User.objects.filter(pk=cast.social_worker.pk).update(email="")
    (row,) = rows(cast.chair)
    assert "has no mail address: tell them yourself" in row and "Chase" not in row
    chase(cast.chair)
    assert AgreedAction.objects.get().chased_at is None


def test_what_is_done_or_of_no_group_is_not_chased(cast: Cast, meeting: Meeting) -> None:
    done = agreed(cast, meeting, cast.amara, ago(9))
    agreed_actions.done(action=done, on=ago(1), by=cast.chair)
    (own,) = agreed_actions.agree(
        owners={cast.amara: cast.north_worker},
        text="Ring.",
        due_on=ago(1),
        on=ago(9),
        by=cast.chair,
    )
    assert agreed_actions.chase(actions=[done.pk, own.pk], by=cast.chair) == 0
    assert not AgreedAction.objects.filter(chased_at__isnull=False).exists()


# Done


def test_what_was_done_lately_stands_with_what_shows_it(cast: Cast, meeting: Meeting) -> None:
    old = sitting(cast, cast.amara, on=ago(200), series=meeting.series)
    for days, due, text in ((2, 5, "Lately."), (90, 60, "Before."), (91, 60, "Too long ago.")):
        held_at = meeting if days < 30 else old
        action = agreed(cast, held_at, cast.amara, ago(due), text=text)
        agreed_actions.done(action=action, on=ago(days), evidence=f"Proof: {text}", by=cast.chair)
    text = _words(page(cast.chair).partition("Done in the last 90 days")[2])
    assert "Proof: Lately." in text and "3 days late" in text
    assert "Before." not in text and "Too long ago." not in text, "the ninetieth day is past"
    AgreedAction.objects.filter(text="Before.").update(done_on=ago(LATELY.days - 1))
    text = _words(page(cast.chair).partition("Done in the last 90 days")[2])
    assert "Proof: Before." in text and "in time" in text


def test_nothing_is_said_as_nothing(cast: Cast) -> None:
    text = page(cast.chair)
    assert "Nothing that a group agreed is left to do" in text
    assert "No action of a group is open." in text


# As many as a large authority has


def test_two_hundred_take_as_few_questions_as_two(cast: Cast, meeting: Meeting) -> None:
    taken = []
    client = signed_in(cast.chair)
    for more in (2, 200):
        for number in range(more):
            agreed(cast, meeting, cast.amara, ago(number % 25), text=f"Number {number}.")
        with CaptureQueriesContext(connection) as asked:
            assert client.get(ADDRESS).status_code == 200
        taken.append(len(asked))
    assert taken[0] == taken[1]
    assert len(rows(cast.chair)) == PAGE
    assert "Page 1 of 5" in _words(page(cast.chair)) and 'href="?page=2"' in page(cast.chair)
    assert len(rows(cast.chair, "page=5")) == 202 - 4 * PAGE
    assert 'href="?late=yes&amp;page=2"' in page(cast.chair, "late=yes")
    AgreedAction.objects.update(done_on=ago(1))
    text = _words(page(cast.chair))
    assert text.count("Nothing is recorded") == DONE_SHOWN
    assert f"And {202 - DONE_SHOWN} more: narrow the list" in text
