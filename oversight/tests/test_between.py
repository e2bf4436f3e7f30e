"""What the chair decides between two meetings, and the next has in its minutes."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from oversight.views.group_between import KINDS
from permanence.models import AgreedAction, ChildsWords, Decision, DecisionKind, MeetingSeries
from tests.cast import Cast, a_user, signed_in
from tests.sittings import ahead, group

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(cast: Cast) -> MeetingSeries:
    return group(cast)


def address(series: MeetingSeries) -> str:
    return f"/meetings/groups/{series.uuid}/between/"


def typed(cast: Cast, child: Child, **changes: Any) -> dict[str, Any]:
    due = timezone.localdate() + timedelta(days=14)
    boxes = {f"due_on-{part}": getattr(due, part) for part in ("day", "month", "year")}
    return {
        "do": "decide",
        "child": child.uuid,
        "number": uuid4(),
        "kind": "advice",
        "text": "Ask counsel",
        "reason": "The hearing is brought forward",
        "owner": cast.north_worker.uuid,
        **boxes,
        **changes,
    }


def post(user: User, series: MeetingSeries, sent: dict[str, Any]) -> str:
    answer = signed_in(user).post(address(series), sent, follow=True)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_chair_decides_for_a_child_by_her_reference(cast: Cast, series: MeetingSeries) -> None:
    ChildsWords.objects.create(
        child=cast.amara,
        said_on="2026-05-01",
        words="Soon?",
        gathered="play",
        shared_with="readers",
    )
    page = post(cast.chair, series, {"do": "choose", "reference": "a1", "kind": "advice"})
    assert "Amara Bello" in page and page.index("Soon?") < page.index("By when?")
    page = post(cast.chair, series, typed(cast, cast.amara))
    assert "It stands in the minutes of the next meeting." in page
    assert "1 decision between meetings waits for the minutes" in page
    made = Decision.objects.get()
    assert (made.child, made.item, made.meeting, made.decided_by, made.decided_on) == (
        cast.amara,
        None,
        None,
        cast.chair,
        timezone.localdate(),
    )
    assert AgreedAction.objects.get().decision == made
    assert AuditEvent.objects.filter(what="decision.recorded").get().children == [cast.amara.pk]
    assert AuditEvent.objects.filter(what="group.between", children=[cast.amara.pk]).count() == 2


def test_the_deputy_may_and_others_may_not(cast: Cast, series: MeetingSeries) -> None:
    post(cast.service_manager, series, typed(cast, cast.amara))
    assert Decision.objects.get().decided_by == cast.service_manager
    director = a_user("director", cast.authority, "director")
    for sent in (
        typed(cast, cast.amara),
        {"do": "choose", "reference": "A1", "kind": "advice"},
        {"do": "undo", "decision": Decision.objects.get().uuid},
    ):
        page = post(director, series, sent)
        assert "Between meetings the chair or the deputy of the group decides." in page
    assert "Decide for a child" not in page and "Undo" not in page
    assert Decision.objects.standing().count() == 1


def test_sent_twice_it_is_once(cast: Cast, series: MeetingSeries) -> None:
    sent = typed(cast, cast.amara)
    for _ in range(2):
        assert "Recorded." in post(cast.chair, series, sent)
    assert Decision.objects.count() == 1


def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    cast: Cast, series: MeetingSeries
) -> None:
    page = post(cast.chair, series, typed(cast, cast.amara, owner=""))
    assert "Answer “Who does it?”" in page and "Ask counsel" in page
    page = post(cast.chair, series, typed(cast, cast.amara, **{"due_on-year": 2020}))
    assert "It cannot be due before it is decided." in page
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"reference": "A9", "kind": "advice"}, "You reach no child with this reference"),
        ({"reference": "B1", "kind": "advice"}, "You reach no child with this reference"),
        ({"reference": "A1", "kind": ""}, "Choose what is decided"),
        ({"reference": "A1", "kind": "carry"}, "Select a valid choice"),
        ({"reference": "", "kind": "advice"}, "Enter the child’s reference"),
    ],
)
def test_what_cannot_be_chosen(
    cast: Cast, series: MeetingSeries, sent: dict[str, str], says: str
) -> None:
    assert says in post(cast.chair, series, {"do": "choose", **sent})


def test_nothing_is_carried_over_between_meetings(cast: Cast, series: MeetingSeries) -> None:
    assert {kind for kind, _ in KINDS} == set(DecisionKind.values) - {"carry"}
    page = post(cast.chair, series, typed(cast, cast.amara, kind="carry"))
    assert "Choose what is decided." in page and not Decision.objects.exists()


def test_it_is_undone_until_it_is_minuted(cast: Cast, series: MeetingSeries) -> None:
    post(cast.chair, series, typed(cast, cast.amara))
    made = Decision.objects.get()
    page = post(cast.chair, series, {"do": "undo", "decision": made.uuid})
    assert "The decision is undone, with all that it did." in page
    assert not AgreedAction.objects.exists() and not Decision.objects.standing().exists()
    assert "undone already" in post(cast.chair, series, {"do": "undo", "decision": made.uuid})
    post(cast.chair, series, typed(cast, cast.amara))
    minuted = Decision.objects.standing().get()
    Decision.objects.filter(pk=minuted.pk).update(meeting=ahead(cast, series=series))
    page = post(cast.chair, series, {"do": "undo", "decision": minuted.uuid})
    assert "stands in minutes" in page and Decision.objects.standing().count() == 1
    assert "No decision between meetings waits for the minutes" in page


def test_an_interest_hides_the_child(cast: Cast, series: MeetingSeries) -> None:
    post(cast.service_manager, series, typed(cast, cast.amara))
    member = series.members.create(user=cast.chair, seat="care", starts_on=series.starts_on)
    member.interests.create(child=cast.amara, reason="Aunt", starts_on=series.starts_on)
    client = signed_in(cast.chair)
    assert "Amara" not in client.get(address(series)).content.decode()
    assert client.post(address(series), typed(cast, cast.amara)).status_code == 404
    page = post(cast.chair, series, {"do": "choose", "reference": "A1", "kind": "advice"})
    assert "You reach no child with this reference" in page
    undo = {"do": "undo", "decision": Decision.objects.get().uuid}
    assert "undone already" in post(cast.chair, series, undo)


def test_whoever_reads_minutes_sees_it_and_nobody_else(cast: Cast, series: MeetingSeries) -> None:
    for user, answer in ((cast.chair, 200), (cast.social_worker, 403), (cast.stranger, 404)):
        assert signed_in(user).get(address(series)).status_code == answer
