"""Agreements of parents, the family's own meeting, who could care, and who works with the child."""

import re
from datetime import date

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse

from casetrack.kinds.previous_permanence import ordered
from casetrack.models import (
    AdoptionConsent,
    Allocation,
    AuditEvent,
    FamilyMeeting,
    PreviousPermanence,
    Relative,
    RoleAssignment,
    Section20Agreement,
    Section20Review,
    User,
    Worker,
)
from casetrack.tests.test_kinds_court import change, shown
from casetrack.tests.test_record_pages import day, enter, history
from tests.cast import LONG_AGO, Cast, assemble, signed_in

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


@pytest.mark.parametrize(
    "code",
    [
        "section-20-agreement",
        "section-20-review",
        "adoption-consent",
        "family-meeting",
        "family-meeting-not-offered",
        "relative",
        "previous-permanence",
        "allocation",
    ],
)
def test_a_reviewing_officer_records_other_things(cast, code) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, code])
    assert signed_in(cast.iro).get(address).status_code == 403
    assert signed_in(cast.social_worker).get(address).status_code == 200


def test_parents_agree_to_care_and_withdraw(cast, worker) -> None:
    typed = {"agreed_by": "mother", "way_out": "home by the summer"}
    page = enter(
        worker, cast.amara, "section-20-agreement", **typed, **day("agreed_on", "2024-05-01")
    )
    assert page.status_code == 302, page.content.decode()
    page = enter(
        worker, cast.amara, "section-20-agreement", **typed, **day("agreed_on", "2024-06-01")
    )
    assert "They have agreed already." in shown(page)
    agreement = Section20Agreement.objects.get()
    looked = {"agreement": agreement.pk, "outcome": "advice", "words": "home is not near"}
    page = enter(
        worker, cast.amara, "section-20-review", **looked, **day("reviewed_on", "2024-04-01")
    )
    assert "Nobody had agreed yet on that day." in shown(page)
    page = enter(
        worker, cast.amara, "section-20-review", **looked, **day("reviewed_on", "2024-08-01")
    )
    assert page.status_code == 302, page.content.decode()
    page = change(worker, agreement, "ended", outcome="withdrawn", **day("ended_on", "2024-04-30"))
    assert "An agreement cannot end before the day of the agreement." in shown(page)
    page = change(worker, agreement, "ended", outcome="withdrawn", **day("ended_on", "2024-09-02"))
    assert page.status_code == 302
    told = history(worker, cast.amara, about="care")
    assert "1 May 2024 The mother agreed to care by the council (section 20)." in told
    assert (
        "1 August 2024 Care by agreement was looked at: lawyers are to be asked. Home is not near."
    ) in told
    assert (
        "2 September 2024 Care by agreement (section 20) ended: the agreement was withdrawn."
    ) in told


def test_a_review_of_an_agreement_is_about_its_own_child(cast) -> None:
    agreement = Section20Agreement.objects.create(
        child=cast.amara, agreed_on=DAY("2024-05-01"), agreed_by="mother"
    )
    with pytest.raises(IntegrityError, match="section20review_of_the_same_child"):
        Section20Review.objects.create(
            child=cast.tomas, agreement=agreement, reviewed_on=DAY("2024-06-01"), outcome="right"
        )


def test_a_parent_consents_to_adoption_and_withdraws(cast, worker) -> None:
    typed = {"given_by": "father", "to_order": "on", "witnessed_by": "A. Witness"}
    page = enter(worker, cast.amara, "adoption-consent", **typed, **day("given_on", "2025-09-01"))
    assert page.status_code == 302, page.content.decode()
    consent = AdoptionConsent.objects.get()
    page = change(worker, consent, "withdrawn", **day("withdrawn_on", "2025-08-31"))
    assert "Consent cannot be withdrawn before the day it was given." in shown(page)
    page = change(worker, consent, "withdrawn", **day("withdrawn_on", "2025-11-03"))
    assert page.status_code == 302
    told = history(worker, cast.amara, about="adoption")
    assert (
        "1 September 2025 The father consented to placing for adoption, and in advance to the "
        "adoption order."
    ) in told
    assert "3 November 2025 The father withdrew the consent to adoption." in told


def test_a_mother_does_not_consent_to_the_order_within_six_weeks_of_the_birth(cast, worker) -> None:
    born = cast.amara.born_on
    assert born == DAY("2021-09-10")
    typed = {"given_by": "mother", "to_order": "on"}
    page = enter(worker, cast.amara, "adoption-consent", **typed, **day("given_on", "2021-10-21"))
    assert "A mother cannot consent to an adoption order before her child is six weeks" in shown(
        page
    )
    page = enter(worker, cast.amara, "adoption-consent", **typed, **day("given_on", "2021-10-22"))
    assert page.status_code == 302


def test_a_family_meeting_is_offered_and_held(cast, worker) -> None:
    page = enter(
        worker, cast.amara, "family-meeting", kind="conference", **day("offered_on", "2024-11-04")
    )
    assert page.status_code == 302, page.content.decode()
    meeting = FamilyMeeting.objects.get()
    page = change(worker, meeting, "held", **day("held_on", "2024-11-03"))
    assert "The meeting cannot be held before the day of the offer." in shown(page)
    typed = {"came_of_it": "grandmother would help", **day("held_on", "2024-11-25")}
    assert change(worker, meeting, "held", **typed).status_code == 302
    told = history(worker, cast.amara, about="people")
    assert "4 November 2024 The family was offered a family group conference." in told
    assert (
        "25 November 2024 The family met in a family group conference. Grandmother would help."
    ) in told
    meeting.refresh_from_db()
    meeting.declined_on = DAY("2024-12-01")
    with pytest.raises(IntegrityError, match="family_meeting_held_or_declined"):
        meeting.save()


def test_a_family_may_decline_and_a_meeting_may_not_be_offered(cast, worker) -> None:
    meeting = FamilyMeeting.objects.create(
        child=cast.amara, kind="decision-making", offered_on=DAY("2024-11-04")
    )
    assert (
        change(worker, meeting, "declined", **day("declined_on", "2024-11-10")).status_code == 302
    )
    typed = {"decided_by": "Head of service", "reason": "it would not be safe"}
    page = enter(
        worker,
        cast.amara,
        "family-meeting-not-offered",
        **typed,
        **day("decided_on", "2025-02-01"),
    )
    assert page.status_code == 302, page.content.decode()
    told = history(worker, cast.amara, about="people")
    assert (
        "10 November 2024 The family said no to the family group decision-making meeting." in told
    )
    assert (
        "1 February 2025 It was decided not to offer a family meeting. It would not be safe."
        in told
    )


def test_why_brothers_and_sisters_live_apart_is_told(cast, worker) -> None:
    typed = {"decision": "apart", "decided_by": "The review", "reason": "each needs a rest"}
    page = enter(worker, cast.amara, "sibling-decision", **typed, **day("decided_on", "2025-06-02"))
    assert page.status_code == 302, page.content.decode()
    assert (
        "2 June 2025 It was decided that brothers and sisters live apart (The review). Each needs "
        "a rest."
    ) in history(worker, cast.amara, about="people")


def put_forward(client: Client, child, name: str, **typed) -> Relative:
    answers = {"kinship": "grandparent", "put_forward_by": "mother", "name": name} | typed
    page = enter(client, child, "relative", **answers, **day("put_forward_on", "2025-03-10"))
    assert page.status_code == 302, page.content.decode()
    return Relative.objects.get(name=name)


def test_relatives_are_looked_at_side_by_side(cast, worker) -> None:
    first = put_forward(worker, cast.amara, "Ada Bello")
    second = put_forward(worker, cast.amara, "Ben Bello", put_forward_by="themselves")
    steps = [
        (first, "contacted", day("contacted_on", "2025-03-12")),
        (second, "contacted", day("contacted_on", "2025-03-13")),
        (first, "viability-started", day("viability_started_on", "2025-03-14")),
        (second, "stood-back", day("stood_back_on", "2025-03-17")),
        (
            first,
            "viability-done",
            {"viability": "positive", **day("viability_done_on", "2025-03-24")},
        ),
        (first, "assessment-started", day("assessment_started_on", "2025-04-01")),
        (
            first,
            "assessment-done",
            {"assessment": "negative", **day("assessment_done_on", "2025-06-30")},
        ),
        (
            first,
            "ruled-out",
            {"ruled_out_because": "her health", **day("ruled_out_on", "2025-07-04")},
        ),
    ]
    for relative, code, typed in steps:
        page = change(worker, relative, code, **typed)
        assert page.status_code == 302, (code, page.content.decode())
    told = history(worker, cast.amara, about="people")
    for sentence in (
        "Ada Bello (grandparent) was put forward by the mother to care for the",
        "Ben Bello (grandparent) came forward to care for the child.",
        "12 March 2025 The council first spoke to Ada Bello about caring for the child.",
        "14 March 2025 A first look at whether Ada Bello could care began.",
        "17 March 2025 Ben Bello stood back from caring for the child.",
        "24 March 2025 The first look at whether Ada Bello could care ended with yes.",
        "1 April 2025 The full assessment of Ada Bello began.",
        "30 June 2025 The full assessment of Ada Bello ended with no.",
        "4 July 2025 It was decided that Ada Bello would not care for the child. Her health.",
    ):
        assert sentence in told
    page = change(worker, second, "viability-started", **day("viability_started_on", "2025-03-20"))
    assert page.status_code == 404, "who stood back is not looked at any more"


def test_the_days_of_a_relative_keep_their_order(cast, worker) -> None:
    relative = put_forward(worker, cast.amara, "Ada Bello")
    page = change(worker, relative, "contacted", **day("contacted_on", "2025-03-09"))
    assert "That cannot be before the day they were put forward." in shown(page)
    assert (
        change(
            worker, relative, "assessment-done", **day("assessment_done_on", "2025-05-01")
        ).status_code
        == 404
    ), "a full assessment starts first"
    relative.assessment_done_on, relative.assessment = DAY("2025-05-01"), "positive"
    with pytest.raises(IntegrityError, match="relative_assessment_is_started_first"):
        relative.save()


@pytest.mark.parametrize(
    "text, found",
    [
        ("27/03/2018", (DAY("2018-03-27"), True)),
        ("zz/02/2020", (DAY("2020-02-29"), False)),
        ("zz/zz/2018", (DAY("2018-12-31"), False)),
        ("zz/zz/zzzz", None),
        ("", None),
    ],
)
def test_the_last_day_on_which_an_earlier_order_can_have_been_made(text, found) -> None:
    assert ordered(text) == found


def test_permanence_before_this_care_is_told_on_its_day_or_by_then(cast, worker) -> None:
    typed = {"kind": "P2", "ordering_authority": "806"}
    page = enter(worker, cast.amara, "previous-permanence", **typed, ordered_on="zz/05/2023")
    assert page.status_code == 302, page.content.decode()
    told = history(worker, cast.amara, about="care")
    assert "31 May 2023" in told
    assert "Before this time in care special guardianship was ordered." in told


@pytest.mark.parametrize(
    "kind, ordered_on, reason",
    [
        ("P1", "2018", "Write the day of the order like 27/03/2018"),
        ("P1", "31/02/2022", "Enter a real day of the order"),
        ("P1", "01/01/2020", "The order cannot have been made before the child was born."),
        ("Z1", "01/01/2022", "Leave the day out where there was no order before."),
    ],
)
def test_there_was_no_such_order_before(cast, worker, kind, ordered_on, reason) -> None:
    page = enter(worker, cast.amara, "previous-permanence", kind=kind, ordered_on=ordered_on)
    assert reason in shown(page)
    assert not PreviousPermanence.objects.exists()


def somebody(role: str, cast: Cast) -> User:
    user = User.objects.create_user(role)
    RoleAssignment.objects.create(
        user=user, authority=cast.authority, role=role, starts_on=LONG_AGO
    )
    return user


def enter_page(client: Client, child) -> str:
    return client.get(reverse("child-enter", args=[child.uuid, "allocation"])).content.decode()


def test_somebody_else_takes_over_as_social_worker(cast) -> None:
    client = signed_in(cast.data_officer)
    now = Allocation.objects.get(child=cast.amara, role="social-worker")
    page = change(client, now, "taken-over", worker=cast.south_worker.pk, **day("on", "2026-02-02"))
    assert page.status_code == 302, page.content.decode()
    told = history(client, cast.amara, about="people")
    assert "N. Okafor became the child’s social worker." in told
    assert "N. Okafor stopped being the child’s social worker." in told
    assert "S. Farrell became the child’s social worker." in told
    new = Allocation.objects.get(child=cast.amara, role="social-worker", ends_on=None)
    page = change(client, new, "ended", **day("on", "2026-02-02"))
    assert "Nobody is allocated in that role before that day." in shown(page)
    assert change(client, new, "ended", **day("on", "2026-04-01")).status_code == 302
    assert not Allocation.objects.filter(child=cast.amara, role="social-worker", ends_on=None)


def test_who_hands_a_child_over_is_told_that_the_record_is_out_of_reach(cast) -> None:
    client = signed_in(cast.social_worker)
    now = Allocation.objects.get(child=cast.amara, role="social-worker")
    page = change(client, now, "taken-over", worker=cast.south_worker.pk, **day("on", "2026-02-02"))
    assert page.status_code == 302 and str(cast.amara.uuid) not in page["Location"]
    told = client.get(page["Location"], follow=True).content.decode()
    assert "You do not reach this record any more." in told and "after the adoption" not in told


def test_a_child_is_allocated_from_the_page(cast) -> None:
    client = signed_in(cast.data_officer)
    typed = {"role": "social-worker", "worker": cast.north_worker.pk}
    page = enter(client, cast.amara, "allocation", **typed, **day("starts_on", "2026-02-02"))
    assert "The child is already allocated to this worker." in shown(page)
    typed["worker"] = cast.south_worker.pk
    page = enter(client, cast.amara, "allocation", **typed, **day("starts_on", "2026-02-02"))
    assert page.status_code == 302, page.content.decode()


def test_only_their_manager_says_who_the_reviewing_officer_is(cast) -> None:
    client = signed_in(somebody("iro-manager", cast))
    page = enter_page(client, cast.amara)
    assert "Independent Reviewing Officer" in page and "Social worker" not in page
    now = Allocation.objects.get(child=cast.amara, role="iro")
    other = Worker.objects.create(authority=cast.authority, reference="I2", name="I. Second")
    page = change(client, now, "taken-over", worker=other.pk, **day("on", "2026-02-02"))
    assert page.status_code == 302, page.content.decode()
    typed = {"role": "iro", "worker": now.worker_id, **day("starts_on", "2026-03-02")}
    page = enter(client, cast.amara, "allocation", **typed)
    assert page.status_code == 302, page.content.decode()
    about = client.get(reverse("child-history", args=[cast.amara.uuid]), {"about": "people"})
    assert f"/allocation/{now.pk}/correct" in about.content.decode()
    told = history(client, cast.amara, about="people")
    assert "I. Second became the child’s Independent Reviewing Officer." in told
    assert "2 March 2026 I. Ashdown became the child’s Independent Reviewing Officer." in told
    worker = Allocation.objects.get(child=cast.amara, role="social-worker")
    assert change(client, worker, "ended", **day("on", "2026-04-01")).status_code == 403


@pytest.mark.parametrize("who", ["manager", "service_manager", "social_worker", "data_officer"])
def test_nobody_else_ends_or_changes_who_the_reviewing_officer_is(cast, who) -> None:
    client = signed_in(getattr(cast, who))
    now = Allocation.objects.get(child=cast.amara, role="iro")
    assert "Reviewing Officer" not in enter_page(client, cast.amara)
    doors = {"role": "iro", "worker": cast.south_worker.pk, **day("starts_on", "2026-03-02")}
    asked = [reverse("child-enter", args=[cast.amara.uuid, "allocation"])]
    about = [cast.amara.uuid, "allocation", now.pk]
    asked += [reverse("child-change", args=[*about, code]) for code in ("taken-over", "ended")]
    asked += [reverse(name, args=about) for name in ("child-correct", "child-take-back")]
    for address in asked:
        assert client.post(address, doors).status_code == 403, address
    assert AuditEvent.objects.filter(kind="refused", children=[cast.amara.pk]).count() == len(asked)
    page = client.get(reverse("child-history", args=[cast.amara.uuid]), {"about": "people"})
    assert f"/allocation/{now.pk}/" not in page.content.decode(), "nor is it offered there"
    assert list(Allocation.objects.filter(child=cast.amara, role="iro")) == [now]


def test_a_child_one_may_not_see_has_no_reviewing_officer(cast) -> None:
    """A hidden child's allocation answers like one that is not there."""
    hidden = Allocation.objects.get(child=cast.tomas, role="iro")
    client = signed_in(cast.social_worker)
    for number in (hidden.pk, 10**9):
        address = reverse("child-correct", args=[cast.tomas.uuid, "allocation", number])
        assert client.get(address).status_code == 404


def test_workers_of_another_authority_are_not_offered(cast) -> None:
    client = signed_in(cast.data_officer)
    page = client.get(reverse("child-enter", args=[cast.amara.uuid, "allocation"]))
    offered = re.findall(r"<option[^>]*>\s*([^<]+?)\s*<", page.content.decode())
    assert offered == ["Choose one", "I. Ashdown", "N. Okafor", "S. Farrell"]
