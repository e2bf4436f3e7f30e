"""A child's pages of locked minutes in her record: what stood on them then, with what was noted."""

from datetime import timedelta
from typing import Any

import pytest

from casetrack.audit import AuditEvent
from casetrack.models import User
from oversight.tests.test_minutes import locked, text_of
from permanence.actions import held, meetings, minutes
from permanence.models import ChildsWords, Meeting, MinutePage, Minutes
from tests.cast import DAY, Cast, signed_in
from tests.sittings import decided, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    given = {"gathered": "talking", "shared_with": "readers"}
    ChildsWords.objects.create(child=cast.amara, said_on=DAY, words="I like it here.", **given)
    found = sitting(cast, cast.amara, cast.tomas)
    for child in (cast.amara, cast.tomas):
        decided(cast, found, child, "noted", text="It goes well")
    held.close_meeting(meeting=found, on=DAY, by=cast.chair)
    locked(cast, found)
    ChildsWords.objects.create(
        child=cast.amara, said_on=DAY + timedelta(days=9), words="Not any more.", **given
    )
    return found


def ask(user: User, cast: Cast) -> Any:
    page = MinutePage.objects.get(child=cast.amara)
    return signed_in(user).get(f"/children/{cast.amara.uuid}/minutes/{page.pk}/")


def test_the_record_leads_to_the_page_as_it_was_then(cast: Cast, meeting: Meeting) -> None:
    record = signed_in(cast.social_worker).get(f"/children/{cast.amara.uuid}/").content.decode()
    page = MinutePage.objects.get(child=cast.amara)
    assert f'href="/children/{cast.amara.uuid}/minutes/{page.pk}/"' in record
    text = text_of(ask(cast.social_worker, cast))
    assert text.index("Amara Bello: minutes of 1 June 2026") < text.index("I like it here.")
    assert text.index("I like it here.") < text.index("It goes well.")
    assert "Not any more." not in text and "Tomas Bello" not in text
    assert "In the chair chair" in text and "Add a note" not in text


def test_a_record_without_minutes_says_nothing_of_them(cast: Cast) -> None:
    record = signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/").content.decode()
    assert "Minutes of the group" not in record


def test_what_was_noted_of_her_stands_on_it(cast: Cast, meeting: Meeting) -> None:
    kept = Minutes.objects.get()
    for child, said in ((cast.amara, "Of Amara."), (cast.tomas, "Of Tomas."), (None, "Of all.")):
        minutes.note(minutes=kept, child=child, text=said, by=cast.chair)
    text = text_of(ask(cast.chair, cast))
    assert "Of Amara." in text and "Of Tomas." not in text and "Of all." not in text
    assert "Add a note" in text


def test_who_does_not_reach_her_does_not_find_it(cast: Cast, meeting: Meeting) -> None:
    assert ask(cast.social_worker, cast).status_code == 200
    assert ask(cast.stranger, cast).status_code == 404
    assert ask(cast.board_member, cast).status_code == 403
    other = MinutePage.objects.get(child=cast.tomas)
    answer = signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/minutes/{other.pk}/")
    assert answer.status_code == 404


def test_a_member_with_an_interest_does_not_find_it_in_her_record(
    cast: Cast, meeting: Meeting
) -> None:
    member = meeting.series.members.first()
    member.user, member.name = cast.service_manager, ""
    member.save()
    assert ask(cast.service_manager, cast).status_code == 200
    given = {"reason": "Her aunt", "on": DAY, "by": cast.chair}
    meetings.declare(member=member, child=cast.amara, **given)
    assert ask(cast.service_manager, cast).status_code == 404
    record = signed_in(cast.service_manager).get(f"/children/{cast.amara.uuid}/")
    assert "Minutes of the group" not in record.content.decode()


def test_the_look_is_written_down(cast: Cast, meeting: Meeting) -> None:
    ask(cast.social_worker, cast)
    assert AuditEvent.objects.get(what="child.minutes").children == [cast.amara.pk]
