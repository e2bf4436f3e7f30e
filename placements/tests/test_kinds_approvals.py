"""Carers approved for a child, and approvals asked for by one person and decided by another."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from casetrack.record import registry
from casetrack.record.reading import newest
from casetrack.tests.test_record_pages import day
from placements.actions import approvals
from placements.models import ApprovalDecision, ApprovalRequest, CarerApproval, Home, Placement
from placements.tests.pages import changed, recorded, refused, said, told

WANTED = {
    "kind": "distant",
    "reason": "her aunt lives there",
    **day("asked_on", "2026-03-02"),
    **day("needed_on", "2026-03-09"),
}


@pytest.fixture
def home(cast) -> Home:
    return Placement.objects.get(child=cast.amara).home


@pytest.fixture
def approved(cast, officer, home) -> CarerApproval:
    """Relatives approved for a time, from 2 March 2026."""
    typed = {"home": home.pk, "kind": "temporary", "approved_by": "P. Lane"}
    recorded(officer, cast.amara, "carer-approval", **typed, **day("starts_on", "2026-03-02"))
    return CarerApproval.objects.get(child=cast.amara)


def test_a_temporary_approval_runs_sixteen_weeks_where_nothing_else_is_said(cast, worker, approved):
    assert approved.expires_on == date(2026, 6, 22)
    assert (
        "2 March 2026 Relatives or friends were approved to care for the child until 22 June 2026."
        in told(worker, cast.amara)
    )


def test_a_temporary_approval_is_extended_once(cast, worker, officer, approved):
    typed = {"extended_because": "unfinished", "extension_notes": "Panel agreed; told 12 June"}
    typed |= day("extended_on", "2026-06-15")
    page = changed(
        officer, cast.amara, approved, "extended", **typed, **day("extended_until", "2026-08-18")
    )
    assert "extends it by 8 weeks at most, here until 17 August 2026." in said(page)
    typed |= day("extended_until", "2026-08-17")
    assert changed(officer, cast.amara, approved, "extended", **typed).status_code == 302
    story = told(worker, cast.amara)
    assert (
        "15 June 2026 The approval was extended until 17 August 2026: the assessment is not"
        " finished." in story
    )
    assert "care for the child until 22 June 2026." in story
    address = reverse(
        "child-change", args=[cast.amara.uuid, "carer-approval", approved.pk, "extended"]
    )
    assert officer.get(address).status_code == 404


def test_an_independent_review_may_extend_it_for_longer(cast, officer, approved):
    typed = {"extended_because": "review", "extension_notes": "Review asked for on 1 June"}
    typed |= day("extended_on", "2026-06-15") | day("extended_until", "2026-11-30")
    assert changed(officer, cast.amara, approved, "extended", **typed).status_code == 302


def test_a_full_approval_ends_the_temporary_one(cast, worker, officer, home, approved):
    typed = {"home": home.pk, "kind": "foster", "approved_by": "Fostering panel"}
    recorded(officer, cast.amara, "carer-approval", **typed, **day("starts_on", "2026-06-01"))
    approved.refresh_from_db()
    assert (approved.ends_on, approved.end_reason) == (date(2026, 6, 1), "approved")
    story = told(worker, cast.amara)
    assert "1 June 2026 The carers were approved as foster carers." in story
    assert "1 June 2026 That approval ended: approved as foster carers." in story


def test_an_approval_ends(cast, worker, officer, approved):
    typed = {"end_reason": "moved", **day("ends_on", "2026-05-04")}
    assert changed(officer, cast.amara, approved, "ended", **typed).status_code == 302
    assert "4 May 2026 That approval ended: the child moved." in told(worker, cast.amara)


@pytest.mark.parametrize(
    "typed, words",
    [
        (
            {"kind": "temporary", **day("expires_on", "2026-06-23")},
            "A temporary approval lasts 16 weeks at most, here until 22 June 2026.",
        ),
        ({"kind": "foster", **day("expires_on", "2026-06-22")}, "A temporary approval, and no"),
        ({"kind": "temporary", "home": ""}, "Choose a home"),
    ],
)
def test_an_approval_is_refused_in_words(cast, officer, home, typed, words):
    typed = {"home": home.pk, "approved_by": "P. Lane", **day("starts_on", "2026-03-02"), **typed}
    assert words in refused(officer, cast.amara, "carer-approval", **typed)


def test_an_approval_of_a_home_the_child_never_lived_in_is_refused(cast):
    elsewhere = Placement.objects.get(child=cast.noor).home
    with pytest.raises(approvals.facts.FactRefused, match="has not lived in that home"):
        approvals.approve(
            child=cast.amara,
            home=elsewhere,
            kind="foster",
            on=date(2026, 3, 2),
            approved_by="Panel",
            by=None,
        )


@pytest.mark.parametrize("kind", ["carer-approval", "approval-decision", "long-term-match"])
def test_a_worker_approves_nothing(cast, worker, kind):
    assert worker.get(reverse("child-enter", args=[cast.amara.uuid, kind])).status_code == 403


def test_approval_is_asked_for_by_one_and_decided_by_another(cast, worker, officer):
    recorded(worker, cast.amara, "approval-request", **WANTED)
    asked = ApprovalRequest.objects.get(child=cast.amara)
    form = officer.get(reverse("child-enter", args=[cast.amara.uuid, "approval-decision"]))
    assert "A home far from the area, asked for on 2 March 2026" in said(form)
    typed = {"request": asked.pk, "decision": "approved", "decided_by": "D. Marsh"}
    typed |= {
        "decided_as": "director",
        "conditions": "weekly visits",
        **day("decided_on", "2026-03-11"),
    }
    recorded(officer, cast.amara, "approval-decision", **typed)
    story = told(worker, cast.amara)
    assert (
        "2 March 2026 Approval was asked for: a home far from the area, from 9 March 2026."
        " Her aunt lives there." in story
    )
    assert (
        "11 March 2026 Approved by the director of children’s services, D. Marsh: a home far from"
        " the area."
        " This was 2 days after it was needed. Weekly visits." in story
    )
    again = refused(officer, cast.amara, "approval-decision", **typed)
    assert "Select a valid choice" in again, "what is decided is not offered again"


def test_a_request_is_not_decided_before_it_was_made(cast, worker, officer):
    recorded(worker, cast.amara, "approval-request", **WANTED)
    typed = {"request": ApprovalRequest.objects.get().pk, "decision": "refused"}
    typed |= {"decided_as": "panel", "decided_by": "Panel", **day("decided_on", "2026-03-01")}
    words = refused(officer, cast.amara, "approval-decision", **typed)
    assert "It cannot be decided before it was asked for." in words


def test_a_request_that_was_decided_is_not_taken_back(cast, worker):
    asked = ApprovalRequest.objects.create(
        child=cast.amara, kind="solo", asked_on="2026-03-02", needed_on="2026-03-02", reason="Rest"
    )
    _decide(cast.amara, asked)
    address = reverse("child-take-back", args=[cast.amara.uuid, "approval-request", asked.pk])
    seen = newest(registry.of(asked), asked.pk)
    page = worker.post(address, {"version": seen, "why": "a slip"})
    assert "Other entries rest on this one." in said(page)


@pytest.mark.parametrize(
    "decided_on, late",
    [("2026-03-09", ""), ("2026-03-10", " This was 1 day after it was needed.")],
)
def test_an_approval_that_came_late_is_told_as_late(cast, worker, officer, decided_on, late):
    recorded(worker, cast.amara, "approval-request", **WANTED)
    typed = {"request": ApprovalRequest.objects.get().pk, "decision": "approved"}
    typed |= {"decided_as": "director", "decided_by": "D. Lane", **day("decided_on", decided_on)}
    recorded(officer, cast.amara, "approval-decision", **typed)
    approved = "Approved by the director of children’s services, D. Lane: a home far from the area."
    assert f"{approved}{late}\n" in told(worker, cast.amara) + "\n"


def test_a_decision_is_told_of_a_request_that_was_removed_after_it(cast, worker, officer):
    asked = ApprovalRequest.objects.create(
        child=cast.amara, kind="solo", asked_on="2026-03-02", needed_on="2026-03-02", reason="Rest"
    )
    decision = _decide(cast.amara, asked)
    for fact, client in ((decision, officer), (asked, worker)):
        kind = registry.of(fact)
        address = reverse("child-take-back", args=[cast.amara.uuid, kind.code, fact.pk])
        typed = {"version": newest(kind, fact.pk), "why": "a slip"}
        assert client.post(address, typed).status_code == 302
    story = said(worker.get(reverse("child-history", args=[cast.amara.uuid])))
    assert ": a home for one child alone." in story and story.count("Removed by") == 2


def test_the_database_refuses_approvals_that_cannot_be(cast, home):
    asked = ApprovalRequest.objects.create(
        child=cast.amara, kind="solo", asked_on="2026-03-02", needed_on="2026-03-02", reason="Rest"
    )
    with pytest.raises(IntegrityError, match="of_the_same_child"), transaction.atomic():
        _decide(cast.tomas, asked)
    _decide(cast.amara, asked)
    with pytest.raises(IntegrityError, match="request_id"), transaction.atomic():
        _decide(cast.amara, asked)
    given = {"child": cast.amara, "home": home, "approved_by": "Panel", "starts_on": "2026-03-02"}
    for name, wrong in {
        "expires_where_temporary": {"kind": "temporary"},
        "extension_is_whole": {
            "kind": "temporary",
            "expires_on": "2026-05-02",
            "extended_on": "2026-05-01",
            "extended_because": "review",
        },
        "end_has_its_reason": {"kind": "foster", "ends_on": "2026-04-02"},
        "is_not_empty": {"kind": "foster", "ends_on": "2026-03-02", "end_reason": "moved"},
    }.items():
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            CarerApproval.objects.create(**given, **wrong)
    CarerApproval.objects.create(**given, kind="foster")
    with pytest.raises(IntegrityError, match="one_at_a_time"), transaction.atomic():
        CarerApproval.objects.create(**given, kind="foster")


def _decide(child, asked) -> ApprovalDecision:
    return ApprovalDecision.objects.create(
        child=child,
        request=asked,
        decision="approved",
        decided_on="2026-03-03",
        decided_by="D. Marsh",
        decided_as="director",
    )
