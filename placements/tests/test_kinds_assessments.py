"""Assessments of parents, relatives and friends, and whether an order at home is still needed."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.tests.test_record_pages import day
from placements.models import HomeAssessment
from placements.tests.pages import changed, corrected, recorded, refused, said, told
from tests.cast import signed_in

MUM = {"kind": "parents", "people": "Mum", **day("started_on", "2026-02-02")}


def test_an_assessment_begins_and_is_completed(cast, worker):
    recorded(worker, cast.amara, "home-assessment", **MUM)
    assessment = HomeAssessment.objects.get(child=cast.amara)
    typed = {"finding": "with-support", "summary": "mum has made changes"}
    early = changed(
        worker, cast.amara, assessment, "completed", **typed, **day("completed_on", "2026-02-01")
    )
    assert "An assessment cannot be completed before it started." in said(early)
    typed |= day("completed_on", "2026-03-02")
    assert changed(worker, cast.amara, assessment, "completed", **typed).status_code == 302
    story = told(worker, cast.amara)
    assert "2 February 2026 An assessment of living with parents began: Mum." in story
    assert (
        "2 March 2026 The assessment was completed. Mum: suitable with support."
        " Mum has made changes." in story
    )


def test_what_was_found_is_asked_for(cast, worker):
    recorded(worker, cast.amara, "home-assessment", **MUM)
    assessment = HomeAssessment.objects.get(child=cast.amara)
    page = changed(worker, cast.amara, assessment, "completed", **day("completed_on", "2026-03-02"))
    assert said(page).count("Answer “What was found?”") == 2
    typed = MUM | {"finding": "suitable"}
    words = said(corrected(worker, cast.amara, assessment, **typed))
    assert "Enter both when it was completed and what was found." in words


def test_an_assessment_is_recorded_once(cast, worker):
    recorded(worker, cast.amara, "home-assessment", **MUM)
    assert "That assessment is already recorded." in refused(
        worker, cast.amara, "home-assessment", **MUM
    )


def test_the_reviewing_officer_asks_whether_the_order_is_still_needed(cast):
    iro = signed_in(cast.iro)
    typed = {"answer": "apply", "reason": "all is well at home", **day("asked_on", "2026-05-20")}
    recorded(iro, cast.amara, "order-question", **typed)
    assert (
        "20 May 2026 Asked whether the care order is still needed: no, and we apply to end it."
        " All is well at home." in told(iro, cast.amara)
    )
    assert "The answer of that day is already recorded." in refused(
        iro, cast.amara, "order-question", **typed
    )


@pytest.mark.parametrize(
    "role, kind", [("social-worker", "order-question"), ("iro", "home-assessment")]
)
def test_who_may_not_record_it_is_refused(cast, role, kind):
    user = {"social-worker": cast.social_worker, "iro": cast.iro}[role]
    page = signed_in(user).get(reverse("child-enter", args=[cast.amara.uuid, kind]))
    assert page.status_code == 403


@pytest.mark.parametrize(
    "wrong, name",
    [
        ({"completed_on": "2026-02-01", "finding": "suitable"}, "in_order"),
        ({"completed_on": "2026-02-03"}, "has_a_finding"),
        ({"finding": "suitable"}, "has_a_finding"),
    ],
)
def test_the_database_refuses_an_assessment_that_cannot_be(cast, wrong, name):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        HomeAssessment.objects.create(
            child=cast.amara, kind="full", people="Aunt", started_on="2026-02-02", **wrong
        )
