"""Assigning an action for several children."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child
from permanence.models import AgreedAction
from tests.cast import Cast, signed_in


def typed(*children: Child, **changes: Any) -> dict[str, Any]:
    due_on = timezone.localdate() + timedelta(days=14)
    return {
        "child": [str(child.uuid) for child in children],
        "text": "Refresh the family-finding profile",
        "owner": "own",
        "due_on-day": due_on.day,
        "due_on-month": due_on.month,
        "due_on-year": due_on.year,
        "back": "show=red",
    } | changes


def assign(user: Any, *children: Child, **changes: Any) -> Any:
    return signed_in(user).post("/tracker/assign/", typed(*children, **changes), follow=True)


def test_the_step_shows_who_was_ticked(cast: Cast) -> None:
    page = signed_in(cast.chair).get(
        f"/tracker/assign/?child={cast.amara.uuid}&child={cast.tomas.uuid}"
    )
    assert "Assign an action for 2 children" in page.content.decode()
    assert AuditEvent.objects.get(kind="read").what == "tracker.assign"


def test_each_own_worker_gets_it(cast: Cast) -> None:
    answer = assign(cast.chair, cast.amara, cast.tomas)
    assert "Action assigned for 2 children." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/tracker/?show=red"
    owners = dict(AgreedAction.objects.values_list("child_id", "owner__name"))
    assert owners == {cast.amara.pk: "N. Okafor", cast.tomas.pk: "S. Farrell"}
    event = AuditEvent.objects.get(kind="write")
    assert (event.what, event.username) == ("action.agreed", "chair")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])


def test_one_owner_for_all(cast: Cast) -> None:
    assign(cast.chair, cast.amara, cast.tomas, owner=str(cast.south_worker.uuid))
    owners = AgreedAction.objects.values_list("owner", flat=True)
    assert set(owners) == {cast.south_worker.pk}


def test_a_child_without_a_worker_is_named_and_the_others_done(cast: Cast) -> None:
    Allocation.objects.filter(child=cast.tomas, role="social-worker").delete()
    page = assign(cast.chair, cast.amara, cast.tomas).content.decode()
    assert "Action assigned for 1 child." in page
    assert "Not assigned for Tomas Bello: no social worker is allocated." in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": " "}, "Write what is to be done"),
        ({"due_on-day": ""}, "Enter the day, month and year in numbers"),
        ({"due_on-day": "", "due_on-month": "", "due_on-year": ""}, "Enter a date"),
        ({"due_on-day": "31", "due_on-month": "2"}, "Enter a real date"),
        ({"due_on-year": "2020"}, "The day it is due must be today or later"),
        ({"owner": "somebody"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    cast: Cast, changes: dict[str, str], said: str
) -> None:
    page = assign(cast.chair, cast.amara, **changes).content.decode()
    assert said in page
    assert "There is a problem" in page
    assert f'value="{cast.amara.uuid}"' in page
    assert 'value="show=red"' in page
    if "text" not in changes:
        assert "Refresh the family-finding profile</textarea>" in page
    assert not AgreedAction.objects.exists()


def test_nobody_ticked_is_said(cast: Cast) -> None:
    answer = signed_in(cast.chair).get("/tracker/assign/?back=show%3Dred", follow=True)
    assert "Tick at least one child on the page first." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/tracker/?show=red"


def test_a_child_one_may_not_see_is_left_out(cast: Cast) -> None:
    assign(cast.manager, cast.amara, cast.tomas, cast.noor)
    assert list(AgreedAction.objects.values_list("child", flat=True)) == [cast.amara.pk]


@pytest.mark.parametrize("who", ["social_worker", "data_officer", "board_member"])
def test_who_may_not_assign(cast: Cast, who: str) -> None:
    assert assign(getattr(cast, who), cast.amara).status_code == 403
