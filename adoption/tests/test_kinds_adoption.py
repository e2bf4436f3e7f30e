"""What is recorded of adoption: each kind through its page, its refusals and its sentences."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from adoption.models import (
    AdopterFamily,
    AdoptionApplication,
    AdoptionDecision,
    AdoptionDisruption,
    AdoptionLink,
    AdoptionNotification,
    AdoptionPanel,
    AdoptionReexamination,
    AdoptionSupportPlan,
    ChildPermanenceReport,
    EarlyPermanence,
    FamilyFinding,
    Introductions,
    Match,
    MatchingMeeting,
    Profiling,
)
from adoption.tests.recording import change, correct, entered, somebody, told
from casetrack.record import registry
from tests import timeline
from tests.cast import Cast, assemble, signed_in

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


@pytest.fixture
def link(cast: Cast, worker: Client) -> AdoptionLink:
    page = entered(worker, cast.amara, "adoption-link", reference="atv 12", linked_on="2026-03-02")
    assert page.status_code == 302, page.content.decode()
    return AdoptionLink.objects.get(child=cast.amara)


SIMPLE = [
    (
        AdoptionNotification,
        {"notified_on": "2025-06-02"},
        "The regional adoption agency was told that adoption might become the plan.",
    ),
    (
        EarlyPermanence,
        {
            "considered_on": "2025-06-02",
            "outcome": "no-carers",
            "reason": "Nobody lived near enough to her school.",
        },
        "Living early with carers who may later adopt (early permanence) was considered: it would "
        "be right, but no carers were found. Why: Nobody lived near enough to her school.",
    ),
    (
        ChildPermanenceReport,
        {"started_on": "2025-06-02"},
        "Work began on the report about the child for the adoption decision.",
    ),
    (
        AdoptionReexamination,
        {
            "held_on": "2025-06-02",
            "occasion": "not-placed",
            "outcome": "still-right",
            "reason": "A family was seen last week",
        },
        "The plan for adoption was looked at again because the child has a placement order and no "
        "adoptive home yet: adoption is still the right plan. Why: A family was seen last week.",
    ),
    (FamilyFinding, {"starts_on": "2025-06-02"}, "The search for an adoptive family began."),
    (
        Profiling,
        {"profiled_on": "2025-06-02", "shown": "exchange-day"},
        "The child’s profile was shown at an exchange day.",
    ),
    (
        MatchingMeeting,
        {"held_on": "2025-06-02", "outcome": "look-further"},
        "A meeting about families for the child agreed to look further.",
    ),
    (
        AdoptionPanel,
        {"held_on": "2025-06-02", "question": "plan", "recommendation": "yes"},
        "The adoption panel was asked whether the child should be placed for adoption, and "
        "recommended it.",
    ),
    (
        AdoptionSupportPlan,
        {"agreed_on": "2025-06-02"},
        "The plan of support for the child and the adoptive family was agreed.",
    ),
    (
        AdoptionApplication,
        {"applied_on": "2025-06-02"},
        "The adoptive family applied to the court to adopt the child.",
    ),
]


@pytest.mark.parametrize(("model", "typed", "says"), SIMPLE, ids=lambda each: str(each)[:40])
def test_it_is_recorded_told_and_not_recorded_twice(cast, worker, model, typed, says) -> None:
    kind = registry.of(model()).code
    assert entered(signed_in(cast.iro), cast.amara, kind, **typed).status_code == 403
    page = entered(worker, cast.amara, kind, **typed)
    assert page.status_code == 302, page.content.decode()
    fact = model.objects.get(child=cast.amara)
    assert told(fact) == [(DAY("2025-06-02"), says)]
    again = entered(worker, cast.amara, kind, **typed)
    assert again.status_code == 200 and "already recorded" in again.content.decode()
    with pytest.raises(IntegrityError), transaction.atomic():
        fact.pk = None
        fact.save(force_insert=True)


def test_a_report_is_signed_off_and_reaches_the_decision_maker(cast, worker) -> None:
    entered(worker, cast.amara, "child-permanence-report", started_on="2025-06-02")
    report = ChildPermanenceReport.objects.get(child=cast.amara)
    early = change(worker, report, "received", received_on="2025-07-01")
    assert "Record first when the report was signed off." in early.content.decode()
    assert change(worker, report, "completed", completed_on="2025-06-30").status_code == 302
    before = change(worker, report, "received", received_on="2025-06-29")
    assert "after it is signed off" in before.content.decode()
    assert change(worker, report, "received", received_on="2025-07-01").status_code == 302
    assert told(report)[1:] == [
        (
            DAY("2025-06-30"),
            "The report about the child for the adoption decision was signed off.",
        ),
        (
            DAY("2025-07-01"),
            "The agency decision maker had the report about the child for the adoption decision.",
        ),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildPermanenceReport.objects.filter(pk=report.pk).update(completed_on=DAY("2025-06-01"))


def test_only_the_decision_maker_records_the_decision_and_its_reversal(cast, worker) -> None:
    decision = AdoptionDecision.objects.get(child=cast.amara)
    maker = signed_in(somebody("agency-decision-maker", cast.authority))
    reversal = {"reversed_on": "2026-04-01", "reversal_reason": "RD3"}
    assert change(worker, decision, "reversed", **reversal).status_code == 403
    assert entered(worker, cast.amara, "adoption-decision").status_code == 403
    again = entered(maker, cast.amara, "adoption-decision", decided_on="2026-04-01")
    assert "already stands" in again.content.decode()
    half = change(maker, decision, "reversed", reversed_on="2026-04-01")
    assert "Answer “Why was it reversed?”" in half.content.decode()
    assert change(maker, decision, "reversed", **reversal).status_code == 302
    assert told(decision) == [
        (
            DAY("2025-09-15"),
            "The agency decision maker decided that the child should be placed for adoption.",
        ),
        (
            DAY("2026-04-01"),
            "The decision that the child should be placed for adoption was reversed: "
            "no adopters were found.",
        ),
    ]
    page = entered(maker, cast.amara, "adoption-decision", decided_on="2026-05-01")
    assert page.status_code == 302, page.content.decode()


def test_the_search_ends_with_a_reason(cast, worker) -> None:
    entered(worker, cast.amara, "family-finding", starts_on="2025-10-01")
    search = FamilyFinding.objects.get(child=cast.amara)
    half = change(worker, search, "ended", ends_on="2026-01-05")
    assert "Answer “Why?”" in half.content.decode()
    none = change(worker, search, "ended", ends_on="2025-10-01", end_reason="found")
    assert "Family finding must end after the day it began." in none.content.decode()
    assert (
        change(worker, search, "ended", ends_on="2026-01-05", end_reason="found").status_code == 302
    )
    assert told(search)[1] == (
        DAY("2026-01-05"),
        "The search for an adoptive family ended: a family was found.",
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        FamilyFinding.objects.filter(pk=search.pk).update(end_reason="")


def test_a_mistaken_end_is_corrected_away(cast, worker) -> None:
    search = FamilyFinding.objects.create(
        child=cast.amara, starts_on=DAY("2025-10-01"), ends_on=DAY("2026-01-05"), end_reason="found"
    )
    page = correct(worker, search, starts_on="2025-10-01", start_known="on", end_reason="")
    assert page.status_code == 302, page.content.decode()
    search.refresh_from_db()
    assert (search.ends_on, search.end_reason) == (None, "")


def test_a_family_is_known_by_its_reference_only(cast, worker) -> None:
    page = entered(
        worker, cast.amara, "adoption-link", reference="The Carters", linked_on="2026-03-02"
    )
    assert "which has a number in it" in page.content.decode()
    assert not AdopterFamily.objects.exists()


def test_links_run_side_by_side_and_end_with_a_reason(cast, worker, link) -> None:
    assert (link.family.reference, link.family.authority) == ("ATV 12", cast.authority)
    twice = entered(worker, cast.amara, "adoption-link", reference="ATV 12", linked_on="2026-03-09")
    assert "already linked with that family" in twice.content.decode()
    entered(worker, cast.amara, "adoption-link", reference="ATV 13", linked_on="2026-03-09")
    assert AdoptionLink.objects.filter(child=cast.amara, ended_on=None).count() == 2
    assert change(worker, link, "visited", visited_on="2026-03-16").status_code == 302
    assert (
        change(
            worker, link, "ended", ended_on="2026-04-01", end_reason="family-withdrew"
        ).status_code
        == 302
    )
    assert told(link) == [
        (DAY("2026-03-02"), "The child was linked with the adoptive family ATV 12."),
        (DAY("2026-03-16"), "A social worker visited the adoptive family ATV 12."),
        (
            DAY("2026-04-01"),
            "The link with the adoptive family ATV 12 ended: the family decided against it.",
        ),
    ]
    assert change(worker, link, "visited", visited_on="2026-05-01").status_code == 404
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptionLink.objects.filter(pk=link.pk).update(ended_on=DAY("2026-03-01"))


def test_who_the_family_is_is_recorded_bit_by_bit_and_never_told(worker, link) -> None:
    typed = {"names": "Jo and Sam Carter", "makeup": "FF", "approved_on": "2026-01-10"}
    assert change(worker, link, "described", **typed).status_code == 302
    assert change(worker, link, "described", status="L12").status_code == 302
    family = AdopterFamily.objects.get()
    assert (family.names, family.makeup, family.status, family.approved_on) == (
        "Jo and Sam Carter",
        "FF",
        "L12",
        DAY("2026-01-10"),
    )
    nothing = change(worker, link, "described")
    assert "Enter what is known of the family." in nothing.content.decode()
    wrong = change(worker, link, "described", registered_on="2026-02-01")
    assert "The adopters registered before anything else" in wrong.content.decode()
    assert not any("Carter" in sentence for _, sentence in told(link))


def test_a_meeting_goes_ahead_with_a_linked_family(cast, worker, link) -> None:
    typed = {"held_on": "2026-04-02", "outcome": "go-ahead"}
    alone = entered(worker, cast.amara, "matching-meeting", **typed)
    assert "Choose a family where it was agreed to go ahead" in alone.content.decode()
    page = entered(worker, cast.amara, "matching-meeting", family=link.family_id, **typed)
    assert page.status_code == 302, page.content.decode()
    meeting = MatchingMeeting.objects.get(child=cast.amara)
    assert told(meeting) == [
        (
            DAY("2026-04-02"),
            "A meeting about families for the child agreed to go ahead with the adoptive family "
            "ATV 12.",
        )
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        MatchingMeeting.objects.filter(pk=meeting.pk).update(family=None)


def test_a_family_that_is_not_linked_is_not_offered(cast, worker) -> None:
    other = AdopterFamily.objects.create(authority=cast.authority, reference="ATV 99")
    page = entered(worker, cast.amara, "match", family=other.pk, decided_on="2026-05-01")
    assert page.status_code == 200
    assert not Match.objects.filter(child=cast.amara).exists()


def test_the_panel_and_its_minutes(cast, worker, link) -> None:
    typed = {"held_on": "2026-04-20", "recommendation": "yes", "family": link.family_id}
    odd = entered(worker, cast.amara, "adoption-panel", question="plan", **typed)
    assert "only where the panel was asked about a match" in odd.content.decode()
    page = entered(worker, cast.amara, "adoption-panel", question="match", **typed)
    assert page.status_code == 302, page.content.decode()
    panel = AdoptionPanel.objects.get(child=cast.amara)
    assert change(worker, panel, "received", received_on="2026-04-24").status_code == 302
    assert told(panel) == [
        (
            DAY("2026-04-20"),
            "The adoption panel was asked whether the child should be matched with the adoptive "
            "family ATV 12, and recommended it.",
        ),
        (
            DAY("2026-04-24"),
            "The agency decision maker had what the adoption panel recommended, with its minutes.",
        ),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptionPanel.objects.filter(pk=panel.pk).update(received_on=DAY("2026-04-19"))


def test_from_match_to_introductions(cast, worker, link) -> None:
    early = entered(worker, cast.amara, "introductions", agreed_on="2026-05-02")
    assert "Introductions follow the match. Record the match first." in early.content.decode()
    page = entered(worker, cast.amara, "match", family=link.family_id, decided_on="2026-05-01")
    assert page.status_code == 302, page.content.decode()
    match = Match.objects.get(child=cast.amara)
    assert told(match) == [
        (
            DAY("2026-05-01"),
            "The agency decision maker decided to match the child with the adoptive family ATV 12.",
        )
    ]
    assert entered(worker, cast.amara, "introductions", agreed_on="2026-05-02").status_code == 302
    meeting = Introductions.objects.get(child=cast.amara)
    assert change(worker, meeting, "started", started_on="2026-05-10").status_code == 302
    assert (
        change(worker, meeting, "ended", ended_on="2026-05-20", end_reason="moved").status_code
        == 302
    )
    assert told(meeting) == [
        (
            DAY("2026-05-02"),
            "It was agreed how the child and the adoptive family would meet each other.",
        ),
        (DAY("2026-05-10"), "The child and the adoptive family began to meet each other."),
        (DAY("2026-05-20"), "These introductions ended: the child moved in."),
    ]
    assert change(worker, match, "withdrawn", withdrawn_on="2026-06-01").status_code == 302
    assert told(match)[1] == (
        DAY("2026-06-01"),
        "The match with the adoptive family ATV 12 was withdrawn.",
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        Introductions.objects.filter(pk=meeting.pk).update(ended_on=DAY("2026-05-09"))


def test_a_match_of_a_return_names_no_family(cast) -> None:
    match = Match.objects.create(child=cast.amara, decided_on=DAY("2026-05-01"), origin="return")
    assert told(match) == [
        (
            DAY("2026-05-01"),
            "The agency decision maker decided to match the child with an adoptive family.",
        )
    ]


def test_a_correction_leaves_one_match_standing(cast, worker) -> None:
    first = Match.objects.create(
        child=cast.amara, decided_on=DAY("2026-01-05"), withdrawn_on=DAY("2026-02-05")
    )
    Match.objects.create(child=cast.amara, decided_on=DAY("2026-03-05"))
    page = correct(worker, first, decided_on="2026-01-05")
    assert "The child has another match that stands." in page.content.decode()
    page = correct(worker, first, decided_on="2025-01-05", withdrawn_on="2026-02-05")
    assert "only after the decision" in page.content.decode()


def test_an_application_is_withdrawn(cast, worker) -> None:
    entered(worker, cast.amara, "adoption-application", applied_on="2026-05-01")
    application = AdoptionApplication.objects.get(child=cast.amara)
    early = change(worker, application, "withdrawn", withdrawn_on="2026-04-01")
    assert "cannot be withdrawn before it was made" in early.content.decode()
    assert change(worker, application, "withdrawn", withdrawn_on="2026-05-09").status_code == 302
    assert told(application)[1] == (
        DAY("2026-05-09"),
        "The application to adopt the child was withdrawn.",
    )


def test_a_home_that_did_not_last_ends_its_match(cast, worker) -> None:
    typed = {"disrupted_on": "2026-05-25", "reason": "circumstances"}
    early = entered(worker, cast.amara, "adoption-disruption", **typed)
    assert "had not moved to an adoptive home by that day" in early.content.decode()
    cast.amara.placement_facts.update(ends_on=DAY("2026-02-01"))
    timeline.record(cast.amara, "match 2026-01-05; home A6 2026-02-01")
    page = entered(worker, cast.amara, "adoption-disruption", **typed)
    assert page.status_code == 302, page.content.decode()
    assert Match.objects.get(child=cast.amara).withdrawn_on == DAY("2026-05-25")
    disruption = AdoptionDisruption.objects.get(child=cast.amara)
    assert change(worker, disruption, "meeting", meeting_held_on="2026-06-20").status_code == 302
    assert told(disruption) == [
        (
            DAY("2026-05-25"),
            "Living with the adoptive family ended before the adoption: the family’s life changed.",
        ),
        (
            DAY("2026-06-20"),
            "A meeting looked at why living with the adoptive family had ended.",
        ),
    ]
    with pytest.raises(IntegrityError), transaction.atomic():
        AdoptionDisruption.objects.filter(pk=disruption.pk).update(
            meeting_held_on=DAY("2026-05-01")
        )
