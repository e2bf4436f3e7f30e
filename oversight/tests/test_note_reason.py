"""Noting a reason for a wait of several children."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Child
from oversight.episodes import Episode
from oversight.models import Answer, ClockRow, DelayCause
from tests.cast import Cast, signed_in

MATCH = "placement-order-to-match"


def note(user: Any, *children: Child, **changes: Any) -> Any:
    typed = {
        "child": [str(child.uuid) for child in children],
        "clock": "placement-order-to-match",
        "reason": "Two families withdrew in spring",
        "back": "sort=name",
    } | changes
    return signed_in(user).post("/tracker/reason/", typed, follow=True)


def test_the_step_offers_the_waits_that_run(cast: Cast) -> None:
    page = signed_in(cast.manager).get(f"/tracker/reason/?child={cast.amara.uuid}")
    assert "Placement order to match</option>" in page.content.decode()
    assert AuditEvent.objects.get(kind="read").what == "tracker.reason"


def test_a_reason_for_several(cast: Cast) -> None:
    answer = note(cast.chair, cast.amara, cast.tomas)
    assert "Reason noted for 2 children." in answer.content.decode()
    assert answer.redirect_chain[-1][0] == "/tracker/?sort=name"
    noted = Answer.objects.filter(kind="reason", clock="placement-order-to-match")
    assert noted.count() == 2
    assert {answer.answered_by for answer in noted} == {cast.chair}
    event = AuditEvent.objects.get(kind="write")
    assert (event.what, event.children) == (
        "reason.noted",
        sorted([cast.amara.pk, cast.tomas.pk]),
    )


def test_it_changes_no_state(cast: Cast) -> None:
    note(cast.chair, cast.amara)
    page = signed_in(cast.manager).get("/tracker/?show=red").content.decode()
    assert "Amara Bello" in page


def test_the_most_serious_of_each(cast: Cast) -> None:
    note(cast.chair, cast.amara, clock="most-serious")
    assert Answer.objects.count() == 1


def test_a_child_without_that_wait_is_named(cast: Cast) -> None:
    ClockRow.objects.filter(child=cast.tomas, clock="placement-order-to-match").delete()
    page = note(cast.chair, cast.amara, cast.tomas).content.decode()
    assert "Reason noted for 1 child." in page
    assert "Not noted for Tomas Bello: no such wait is running today." in page


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": ""}, "Write the reason in a sentence"),
        ({"reason": "x" * 501}, "at most 500 characters"),
        ({"clock": "nonsense"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    cast: Cast, changes: dict[str, str], said: str
) -> None:
    page = note(cast.chair, cast.amara, **changes).content.decode()
    assert said in page
    assert f'value="{cast.amara.uuid}"' in page
    assert not Answer.objects.exists()


def test_what_holds_it_up_is_noted_with_it_for_each(cast: Cast) -> None:
    note(cast.chair, cast.amara, cast.tomas, cause="court-listing", **since(date(2026, 5, 4)))
    found = DelayCause.objects.values_list("child", "cause", "starts_on", "ends_on")
    assert set(found) == {
        (child.pk, "court-listing", date(2026, 5, 4), None) for child in (cast.amara, cast.tomas)
    }


def test_without_a_day_it_is_since_today_and_of_a_younger_wait_since_it_began(cast: Cast) -> None:
    note(cast.chair, cast.amara, cause="health")
    assert DelayCause.objects.get().starts_on == timezone.localdate()
    note(cast.chair, cast.tomas, cause="health", **since(date(2020, 1, 1)))
    assert DelayCause.objects.get(child=cast.tomas).starts_on == date(2025, 10, 1)


def test_without_a_cause_the_days_stay_unexplained(cast: Cast) -> None:
    note(cast.chair, cast.amara)
    assert not DelayCause.objects.exists()


def since(day: date) -> dict[str, Any]:
    return {"since-day": day.day, "since-month": day.month, "since-year": day.year}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (since(date(2026, 5, 4)), "Choose what has held it up since that day"),
        ({"cause": "health"} | since(date(2049, 1, 1)), "Enter a day that is not in the future"),
        ({"cause": "health"} | since(date(2026, 5, 4)) | {"since-day": 99}, "Enter a real date"),
        ({"cause": "the weather"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_so_of_a_cause(cast: Cast, changes: dict[str, Any], said: str) -> None:
    assert said in note(cast.chair, cast.amara, **changes).content.decode()
    assert not Answer.objects.exists()


def test_of_several_waits_of_one_clock_one_is_chosen(cast: Cast) -> None:
    row = ClockRow.objects.as_at(timezone.localdate()).get(child=cast.amara, clock=MATCH)
    row.pk, row.subject = None, "another"
    row.started_on = row.runs_from = date(2025, 10, 8)
    row.save()
    mark = Episode.of(row).mark
    address = f"/tracker/reason/?child={cast.amara.uuid}&clock={MATCH}&wait={mark}"
    page = signed_in(cast.manager).get(address).content.decode()
    assert f'<option value="{mark}" selected>' in page
    assert "Placement order to match, since 8 October 2025</option>" in page
    assert f'value="{MATCH}"' not in page
    note(cast.chair, cast.amara, clock=mark, cause="health")
    assert Answer.objects.get().subject == "another"
    assert DelayCause.objects.get().subject == "another"


def test_nobody_ticked_is_said(cast: Cast) -> None:
    answer = signed_in(cast.chair).get("/tracker/reason/", follow=True)
    assert "Tick at least one child" in answer.content.decode()


def test_a_social_worker_may_for_their_own(cast: Cast) -> None:
    note(cast.social_worker, cast.amara, cast.tomas)
    assert list(Answer.objects.values_list("child", flat=True)) == [cast.amara.pk]


@pytest.mark.parametrize("who", ["data_officer", "board_member", "nobody"])
def test_who_may_not(cast: Cast, who: str) -> None:
    assert note(getattr(cast, who), cast.amara).status_code == 403
