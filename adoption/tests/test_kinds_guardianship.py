"""Special guardianship: people are looked at side by side, each step with its day."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from adoption.found import FINDERS
from adoption.models import GuardianshipSupportReview, ProspectiveGuardian
from adoption.tests.recording import change, correct, entered, somebody, told
from casetrack.models import Relative
from casetrack.record import registry
from permanence.models import PermanencePlan
from tests.cast import Cast, assemble, signed_in

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat
NAMED = {
    "name": "Grace Bello",
    "relationship": "grandmother on her dad’s side",
    "order_sought": "special-guardianship",
    "named_on": "2026-01-05",
}
PATH = [
    ("viability-began", {"viability_started_on": "2026-01-12"}),
    ("viability", {"viability_concluded_on": "2026-01-26", "viability": "positive"}),
    ("assessment-began", {"assessment_started_on": "2026-02-02"}),
    ("assessment", {"assessment_completed_on": "2026-04-20", "assessed": "recommended"}),
    ("confirmed", {"intention_confirmed_on": "2026-04-21"}),
    ("support-drafted", {"support_plan_drafted_on": "2026-04-22"}),
    ("support-agreed", {"support_plan_agreed_on": "2026-04-28"}),
    ("notice", {"notice_given_on": "2026-05-01"}),
    ("report-asked", {"report_asked_on": "2026-05-02"}),
    ("report-filed", {"report_filed_on": "2026-05-20"}),
    ("applied", {"applied_on": "2026-05-21"}),
    ("withdrew", {"withdrew_on": "2026-05-30"}),
]
TOLD = [
    "they were named as somebody who might care for the child under a special guardianship order.",
    "a first assessment (viability assessment) began.",
    "the first assessment (viability assessment) was finished: a full assessment should follow.",
    "the full assessment began.",
    "the full assessment was finished: recommended.",
    "they confirmed that they want a special guardianship order.",
    "a plan of support was drafted.",
    "the plan of support was agreed.",
    "they told the local authority that they intend to apply to the court.",
    "the court asked for a report about them.",
    "the report about them was given to the court.",
    "they applied to the court for a special guardianship order.",
    "they decided not to go on.",
]


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


@pytest.fixture
def grandmother(cast: Cast, worker: Client) -> ProspectiveGuardian:
    page = entered(worker, cast.amara, "prospective-guardian", **NAMED)
    assert page.status_code == 302, page.content.decode()
    return ProspectiveGuardian.objects.get(child=cast.amara)


def test_every_step_is_told_on_its_day_and_never_by_name(worker, grandmother) -> None:
    for code, typed in PATH:
        page = change(worker, grandmother, code, **typed)
        assert page.status_code == 302, page.content.decode()
        assert change(worker, grandmother, code, **typed).status_code == 404, "taken once"
    days = [DAY(NAMED["named_on"]), *(DAY(next(iter(typed.values()))) for _, typed in PATH)]
    who = "Grandmother on her dad’s side: "
    assert told(grandmother) == [
        (day, who + sentence) for day, sentence in zip(days, TOLD, strict=True)
    ]


@pytest.fixture
def gran(cast: Cast) -> Relative:
    return Relative.objects.create(
        child=cast.amara, name="Grace Bello", kinship="grandparent", put_forward_on="2026-01-05"
    )


def looked(gran: Relative, **known: str) -> None:
    Relative.objects.filter(pk=gran.pk).update(**known)


def test_who_was_put_forward_is_named_where_they_are_thought_of(cast, worker, gran) -> None:
    page = entered(worker, cast.amara, "prospective-guardian", relative=gran.pk, **NAMED)
    assert page.status_code == 302, page.content.decode()
    assert told(ProspectiveGuardian.objects.get()) == [
        (DAY(NAMED["named_on"]), f"Grandmother on her dad’s side (Grace Bello): {TOLD[0]}")
    ]


@pytest.mark.parametrize(
    "known, asked",
    [
        ({}, ["viability-began", "viability"]),
        ({"viability_started_on": "2026-01-07"}, ["viability"]),
        ({"viability_done_on": "2026-01-20", "viability": "positive"}, []),
    ],
)
def test_what_is_known_of_a_relative_is_not_asked_again(cast, worker, gran, known, asked) -> None:
    looked(gran, **known)
    entered(worker, cast.amara, "prospective-guardian", relative=gran.pk, **NAMED)
    guardian = ProspectiveGuardian.objects.get()
    offered = [change.code for change in registry.of(guardian).offers(guardian)]
    assert [code for code in offered if code.startswith("viability")] == asked
    assert "assessment-began" in offered
    typed = {"viability_concluded_on": "2026-01-26", "viability": "positive"}
    opens = change(worker, guardian, "viability", **typed).status_code
    assert opens == (302 if "viability" in asked else 404)


def test_a_first_look_at_a_relative_shows_the_step_to_be_done(cast, worker, gran) -> None:
    looked(gran, viability_done_on="2026-01-20", viability="positive")
    entered(worker, cast.amara, "prospective-guardian", relative=gran.pk, **NAMED)
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    assert FINDERS["viability"]([plan]) == {plan.pk: DAY("2026-01-20")}


def test_a_guardian_is_a_relative_of_the_same_child(cast, worker, gran) -> None:
    other = Relative.objects.create(
        child=cast.tomas, name="Grace Bello", kinship="grandparent", put_forward_on="2026-01-05"
    )
    page = entered(worker, cast.amara, "prospective-guardian", relative=other.pk, **NAMED)
    assert "Select a valid choice" in page.content.decode()
    with pytest.raises(IntegrityError, match="of_the_same_child"), transaction.atomic():
        ProspectiveGuardian.objects.create(child=cast.amara, relative=other, **NAMED)


def test_nothing_follows_once_they_withdrew(worker, grandmother) -> None:
    assert change(worker, grandmother, "withdrew", withdrew_on="2026-02-01").status_code == 302
    for code, typed in PATH:
        assert change(worker, grandmother, code, **typed).status_code == 404


def test_several_are_looked_at_side_by_side_each_once(cast, worker, grandmother) -> None:
    twice = entered(worker, cast.amara, "prospective-guardian", **NAMED | {"name": "grace bello"})
    assert "They are already recorded for that order." in twice.content.decode()
    uncle = NAMED | {"name": "Ade Bello", "relationship": "uncle"}
    assert entered(worker, cast.amara, "prospective-guardian", **uncle).status_code == 302
    other = NAMED | {"order_sought": "child-arrangements"}
    assert entered(worker, cast.amara, "prospective-guardian", **other).status_code == 302
    assert ProspectiveGuardian.objects.filter(child=cast.amara).count() == 3


def test_a_step_before_they_were_named_is_refused(worker, grandmother) -> None:
    page = change(worker, grandmother, "notice", notice_given_on="2026-01-04")
    assert "They were named before any of this happened." in page.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        ProspectiveGuardian.objects.filter(pk=grandmother.pk).update(applied_on=DAY("2026-01-04"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"viability_concluded_on": DAY("2026-02-01")},
        {"assessed": "recommended"},
        {"assessment_started_on": DAY("2026-03-02"), "assessment_completed_on": DAY("2026-03-01")},
        {
            "support_plan_drafted_on": DAY("2026-03-02"),
            "support_plan_agreed_on": DAY("2026-03-01"),
        },
        {"report_asked_on": DAY("2026-03-02"), "report_filed_on": DAY("2026-03-01")},
    ],
)
def test_the_database_refuses_what_cannot_be(grandmother, wrong) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ProspectiveGuardian.objects.filter(pk=grandmother.pk).update(**wrong)


def test_a_conclusion_that_was_a_mistake_is_corrected_away(worker, grandmother) -> None:
    typed = {"viability_concluded_on": "2026-01-26", "viability": "negative"}
    change(worker, grandmother, "viability", **typed)
    page = correct(worker, grandmother, **NAMED, viability="", assessed="")
    assert page.status_code == 302, page.content.decode()
    grandmother.refresh_from_db()
    assert (grandmother.viability_concluded_on, grandmother.viability) == (None, "")


def test_the_adoption_agency_does_not_record_guardians(cast) -> None:
    agency = signed_in(somebody("adoption-agency-worker", cast.authority))
    assert entered(agency, cast.amara, "prospective-guardian", **NAMED).status_code == 403


def test_support_is_reviewed_after_the_order(cast, worker) -> None:
    typed = {"held_on": "2026-05-04"}
    page = entered(worker, cast.amara, "guardianship-support-review", **typed)
    assert page.status_code == 302, page.content.decode()
    assert told(GuardianshipSupportReview.objects.get(child=cast.amara)) == [
        (DAY("2026-05-04"), "The support for the child and the special guardian was reviewed.")
    ]
    again = entered(worker, cast.amara, "guardianship-support-review", **typed)
    assert "A review of that day is already recorded." in again.content.decode()
