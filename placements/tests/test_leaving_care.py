"""Leaving care ends the home and the legal status too, unless their ticks are taken out."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child, LegalStatus
from casetrack.tests.test_record_pages import day
from placements.models import Placement
from placements.tests.pages import changed, said, told

LEFT = {"reason": "E4A", **day("on", "2026-05-04")}
BOTH = {"status_ends": "on", "home_ends": "on"}


def left(worker: Client, child: Child, **typed: Any) -> Any:
    care = CarePeriod.objects.get(child=child)
    return changed(worker, child, care, "left", **LEFT, **typed)


def ends(model: Any, child: Child) -> date | None:
    return model.objects.filter(child=child).order_by("-starts_on").first().ends_on


def test_the_form_has_both_ticked(cast, worker):
    care = CarePeriod.objects.get(child=cast.amara)
    address = reverse("child-change", args=[cast.amara.uuid, "care", care.pk, "left"])
    page = worker.get(address).content.decode()
    assert page.count(" checked") == 2
    assert "The home in care ended on the same day" in page


def test_the_home_and_the_status_end_on_the_day_of_leaving(cast, worker):
    assert left(worker, cast.amara, **BOTH).status_code == 302
    for model in (CarePeriod, LegalStatus, Placement):
        assert ends(model, cast.amara) == date(2026, 5, 4), model
    home = Placement.objects.get(child=cast.amara)
    assert (home.end_reason, home.end_planned) == ("", ""), "the return has no reason for it"
    story = told(worker, cast.amara)
    assert "4 May 2026 Left care: returned home as planned." in story
    assert "4 May 2026 This home ended." in story
    written = AuditEvent.objects.filter(kind="write", children=[cast.amara.pk])
    assert {"care.ended", "placement.ended"} <= set(written.values_list("what", flat=True))


@pytest.mark.parametrize(
    ("tick", "stays"), [("home_ends", LegalStatus), ("status_ends", Placement)]
)
def test_without_its_tick_it_stays_open(cast, worker, tick, stays):
    assert left(worker, cast.amara, **{tick: "on"}).status_code == 302
    assert {model for model in (LegalStatus, Placement) if ends(model, cast.amara) is None} == {
        stays
    }


def test_a_home_that_ended_before_stays_as_it_ended(cast, worker):
    Placement.objects.filter(child=cast.amara).update(ends_on=date(2026, 4, 1), end_reason="CHILD")
    assert left(worker, cast.amara, **BOTH).status_code == 302
    home = Placement.objects.get(child=cast.amara)
    assert (home.ends_on, home.end_reason) == (date(2026, 4, 1), "CHILD")


def test_where_a_home_began_later_nothing_is_recorded_and_it_is_said(cast, worker):
    Placement.objects.filter(child=cast.amara).update(starts_on=date(2026, 5, 4))
    page = left(worker, cast.amara, **BOTH)
    assert "A home must end after the day it started." in said(page)
    assert ends(CarePeriod, cast.amara) is None and ends(LegalStatus, cast.amara) is None
