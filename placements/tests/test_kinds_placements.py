"""Recording where a child lives: a move, the same carers, a home that is on record already."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.tests.test_record_pages import day
from placements.models import Carer, Home, Placement, PlacementPlan
from placements.tests.pages import changed, corrected, recorded, refused, told

MOVE = {"type": "U4", "carers_stay": "another", **day("starts_on", "2026-03-02")}
HALLS = {"carers": "Sue Hall, Tom Hall", "postcode": "zz11aa"}


def test_a_move_is_recorded_to_a_new_home_and_its_carers(cast, worker):
    typed = HALLS | {"reason": "CARPL", "planned": "yes", "meant_for": "until-18"}
    recorded(worker, cast.amara, "home", **MOVE, **typed, provider="PR1", distance_miles="3.5")
    before, now = Placement.objects.filter(child=cast.amara).order_by("starts_on")
    assert (before.ends_on, before.end_reason, before.end_planned) == (
        date(2026, 3, 2),
        "CARPL",
        "yes",
    )
    assert (now.home.name, now.postcode) == ("Sue Hall and Tom Hall", "ZZ1 1AA")
    assert (now.provider, str(now.distance_miles), now.meant_for) == ("PR1", "3.5", "until-18")
    carers = Carer.objects.filter(home=now.home).values_list("name", flat=True)
    assert set(carers) == {"Sue Hall", "Tom Hall"}
    story = told(worker, cast.amara)
    assert "2 March 2026 Home: foster home, long-term, Sue Hall and Tom Hall." in story
    assert "2 March 2026 This home ended: planned move, as planned." in story
    assert "1 March 2025 Home: foster home." in story


def test_a_home_of_the_same_name_and_postcode_is_the_same_home(cast, worker):
    known = Home.objects.create(
        authority=cast.authority, name="sue hall and tom hall", postcode="ZZ11AA", urn="SC12"
    )
    Home.objects.create(authority=cast.elsewhere, name="Sue Hall and Tom Hall", postcode="ZZ1 1AA")
    recorded(worker, cast.amara, "home", **MOVE, **HALLS)
    now = Placement.objects.get(child=cast.amara, ends_on=None)
    assert (now.home, now.urn) == (known, "SC12")


def test_the_same_name_at_another_postcode_is_another_home(cast, worker):
    known = Home.objects.create(
        authority=cast.authority, name="Sue Hall and Tom Hall", postcode="ZZ9 9ZZ"
    )
    recorded(worker, cast.amara, "home", **MOVE, **HALLS)
    assert Placement.objects.get(child=cast.amara, ends_on=None).home != known


def test_the_same_carers_home_becomes_of_another_kind(cast, worker):
    typed = MOVE | {"carers_stay": "same", "reason": "PLACE"}
    recorded(worker, cast.amara, "home", **typed)
    before, now = Placement.objects.filter(child=cast.amara).order_by("starts_on")
    assert (before.home, before.type, now.type) == (now.home, "U6", "U4")


def test_brothers_and_sisters_move_into_one_home(cast, somebody):
    typed = {"also": str(cast.tomas.uuid), **HALLS}
    recorded(somebody("service-manager"), cast.amara, "home", **MOVE, **typed)
    homes = Placement.objects.filter(ends_on=None, child__in=[cast.amara, cast.tomas])
    assert homes.count() == 2 and len({placement.home_id for placement in homes}) == 1


@pytest.mark.parametrize(
    "typed, words",
    [
        ({}, "Enter a name, a postcode or an Ofsted number for the home."),
        ({"carers": "Sue Hall", "postcode": "ZZ1"}, "Enter a whole postcode, for example TS1 2AB."),
        ({"carers_stay": "same", "type": "U6"}, "The child already lives there."),
        ({"carers": "Sue Hall", **day("starts_on", "2025-03-01")}, "moved on that day already"),
        ({"carers": "Sue Hall", **day("starts_on", "2025-02-01")}, "not in care on that day"),
        (
            {"carers": "A", "reason": "CARPL", **day("starts_on", "2025-02-01")},
            "No home is recorded for the child on that day, so none ended then.",
        ),
        (
            {"carers_stay": "same", **day("starts_on", "2025-02-01")},
            "No home is recorded for the child on that day.",
        ),
    ],
)
def test_a_home_is_refused_in_words(cast, worker, typed, words):
    assert words in refused(worker, cast.amara, "home", **MOVE | typed)
    assert not Home.objects.exclude(name="").exists(), "and no home is left over"


def test_a_home_ends_and_no_other_follows(cast, worker):
    home = Placement.objects.get(child=cast.amara)
    typed = {"reason": "CHILD", "planned": "no", **day("on", "2026-04-01")}
    assert changed(worker, cast.amara, home, "ended", **typed).status_code == 302
    assert "1 April 2026 This home ended: child asked, not planned." in told(worker, cast.amara)


def test_a_correction_moves_the_home_before_along(cast, worker):
    recorded(worker, cast.amara, "home", **MOVE, **HALLS, reason="CARPL")
    before, now = Placement.objects.filter(child=cast.amara).order_by("starts_on")
    typed = {"type": "U4", "start_known": "on", **day("starts_on", "2026-03-09")}
    page = corrected(worker, cast.amara, now, **typed)
    assert page.status_code == 302, page.content.decode()
    before.refresh_from_db()
    assert before.ends_on == date(2026, 3, 9)


@pytest.mark.parametrize(
    "typed, words",
    [
        (day("starts_on", "2024-03-09"), "The child is not in care on that day."),
        (
            day("starts_on", "2025-03-01") | day("ends_on", "2025-03-01"),
            "A home must end after the day it started.",
        ),
        ({"end_planned": "yes"}, "Only a home that has ended can have a planned end."),
    ],
)
def test_a_correction_is_refused_in_words(cast, worker, typed, words):
    home = Placement.objects.get(child=cast.amara)
    typed = {"type": "U6", "start_known": "on", **day("starts_on", "2025-03-01"), **typed}
    assert words in corrected(worker, cast.amara, home, **typed).content.decode()


def test_the_plan_for_a_home_is_agreed_and_people_are_told(cast, worker):
    home = Placement.objects.get(child=cast.amara).home
    recorded(worker, cast.amara, "placement-plan", home=home.pk, **day("agreed_on", "2025-03-03"))
    plan = PlacementPlan.objects.get(child=cast.amara)
    typed = day("notified_on", "2025-03-05")
    assert changed(worker, cast.amara, plan, "told", **typed).status_code == 302
    story = told(worker, cast.amara)
    assert "3 March 2025 The plan for living in this home was agreed." in story
    assert "5 March 2025 Everybody who must know of the move had been told." in story


def test_a_home_in_which_the_child_never_lived_is_not_offered(cast, worker):
    other = Placement.objects.get(child=cast.noor).home
    words = refused(
        worker, cast.amara, "placement-plan", home=other.pk, **day("agreed_on", "2025-03-03")
    )
    assert "Select a valid choice" in words


@pytest.mark.parametrize("role", ["legal", "nominated-officer"])
def test_who_may_not_record_homes_is_refused(cast, somebody, role):
    address = reverse("child-enter", args=[cast.amara.uuid, "home"])
    assert somebody(role).get(address).status_code == 403


def test_the_database_refuses_a_planned_end_of_a_home_that_goes_on(cast):
    with pytest.raises(IntegrityError, match="end_is_planned"), transaction.atomic():
        Placement.objects.filter(child=cast.amara).update(end_planned="yes")
