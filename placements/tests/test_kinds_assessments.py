"""Assessments of parents, relatives and friends, and whether an order at home is still needed."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.models import Relative
from casetrack.record import registry
from casetrack.record.reading import newest
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


@pytest.fixture
def gran(cast) -> Relative:
    return put_forward(cast.amara)


def put_forward(child, name: str = "Ada Bello") -> Relative:
    return Relative.objects.create(
        child=child, name=name, kinship="grandparent", put_forward_on="2026-01-05"
    )


LOOK = {"kind": "viability", **day("started_on", "2026-02-02")}


def test_an_assessment_may_be_of_somebody_who_was_put_forward(cast, worker, gran):
    recorded(worker, cast.amara, "home-assessment", relative=gran.pk, **LOOK)
    assert (
        "2 February 2026 A first look at a relative or friend as carers began: "
        "Ada Bello (grandparent)." in told(worker, cast.amara)
    )
    twice = refused(worker, cast.amara, "home-assessment", relative=gran.pk, **LOOK)
    assert "That assessment is already recorded." in twice
    uncle = put_forward(cast.amara, "Ben Bello").pk
    recorded(worker, cast.amara, "home-assessment", relative=uncle, people="his wife", **LOOK)
    assert "began: Ben Bello (grandparent), his wife." in told(worker, cast.amara)


def test_an_assessment_is_of_somebody(cast, worker):
    words = refused(worker, cast.amara, "home-assessment", **LOOK)
    assert "Choose or enter who is assessed." in words
    with pytest.raises(IntegrityError, match="is_of_somebody"), transaction.atomic():
        HomeAssessment.objects.create(child=cast.amara, kind="full", started_on="2026-02-02")


def test_a_first_look_that_is_known_is_not_recorded_again(cast, worker, gran):
    recorded(worker, cast.amara, "home-assessment", relative=gran.pk, **LOOK)
    Relative.objects.filter(pk=gran.pk).update(viability_done_on="2026-01-20", viability="positive")
    words = refused(
        worker,
        cast.amara,
        "home-assessment",
        relative=gran.pk,
        **LOOK | day("started_on", "2026-03-02"),
    )
    assert "The first look at them is recorded where they were put forward." in words
    recorded(worker, cast.amara, "home-assessment", relative=gran.pk, **LOOK | {"kind": "full"})
    look = HomeAssessment.objects.get(child=cast.amara, kind="viability")
    typed = LOOK | {"relative": gran.pk, **day("started_on", "2026-02-03")}
    assert corrected(worker, cast.amara, look, **typed).status_code == 302, "it is not new"


def test_only_those_put_forward_for_the_child_are_offered(cast, worker, gran):
    other = put_forward(cast.tomas)
    page = worker.get(reverse("child-enter", args=[cast.amara.uuid, "home-assessment"]))
    assert page.content.decode().count("Ada Bello") == 1
    words = refused(worker, cast.amara, "home-assessment", relative=other.pk, **LOOK)
    assert "Select a valid choice" in words
    with pytest.raises(IntegrityError, match="of_the_same_child"), transaction.atomic():
        HomeAssessment.objects.create(
            child=cast.amara, kind="full", relative=other, started_on="2026-02-02"
        )


def test_for_a_brother_it_is_of_his_own_relative(cast, somebody, gran):
    client = somebody("fostering")
    typed = LOOK | {"relative": gran.pk, "also": str(cast.tomas.uuid)}
    words = refused(client, cast.amara, "home-assessment", **typed)
    assert "Not recorded for this child yet: this person. Record that first." in words
    own = put_forward(cast.tomas)
    recorded(client, cast.amara, "home-assessment", **typed)
    assert HomeAssessment.objects.get(child=cast.tomas).relative == own


def test_somebody_whom_an_assessment_is_of_is_not_taken_back(cast, worker, gran):
    recorded(worker, cast.amara, "home-assessment", relative=gran.pk, **LOOK)
    address = reverse("child-take-back", args=[cast.amara.uuid, "relative", gran.pk])
    typed = {"version": newest(registry.of(gran), gran.pk), "why": "a slip"}
    assert "Other entries rest on this one." in said(worker.post(address, typed))


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
