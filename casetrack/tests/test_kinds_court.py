"""Orders, proceedings and what leads to them: recorded, refused, changed, and told."""

import re
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casetrack.actions import changes, legal
from casetrack.actions.facts import FactRefused
from casetrack.models import (
    CourtOrder,
    DeprivationOfLiberty,
    DischargeApplication,
    Hearing,
    LegalGateway,
    OrderExtension,
    PreProceedings,
    PreProceedingsMeeting,
    Proceedings,
    ProceedingsExtension,
)
from casetrack.record import registry
from casetrack.tests.test_record_pages import day, enter, history
from tests.cast import Cast, assemble, signed_in

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


def change(client: Client, fact, code: str, /, **typed):
    kind = registry.of(fact)
    return client.post(
        reverse("child-change", args=[fact.child.uuid, kind.code, fact.pk, code]), typed
    )


def shown(page) -> str:
    """What a page says that was not accepted."""
    assert page.status_code == 200
    return re.sub(r"\s+", " ", page.content.decode())


def lines(client: Client, child) -> str:
    return history(client, child, about="court")


@pytest.fixture
def proceedings(cast: Cast) -> Proceedings:
    return Proceedings.objects.create(
        child=cast.amara, kind="care", issued_on=DAY("2025-03-10"), reference="ZC25C00001"
    )


@pytest.mark.parametrize(
    "code",
    [
        "order-extension",
        "discharge-application",
        "deprivation-of-liberty",
        "deprivation-of-liberty-review",
        "legal-gateway",
        "pre-proceedings",
        "pre-proceedings-meeting",
        "proceedings",
        "hearing",
        "proceedings-extension",
    ],
)
def test_a_reviewing_officer_does_not_record_for_the_court(cast, code) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, code])
    assert signed_in(cast.iro).get(address).status_code == 403
    assert signed_in(cast.social_worker).get(address).status_code == 200


def test_an_order_has_the_last_day_that_the_court_set(cast, worker) -> None:
    typed = {**day("made_on", "2026-03-04"), **day("expires_on", "2027-03-03")}
    page = enter(worker, cast.amara, "order", kind="supervision", **typed)
    assert page.status_code == 302, page.content.decode()
    told = lines(worker, cast.amara)
    assert "4 March 2026 The court made a supervision order, until 3 March 2027." in told


def test_a_supervision_order_is_made_for_a_year_at_most(cast, worker) -> None:
    typed = {**day("made_on", "2026-03-04"), **day("expires_on", "2027-03-04")}
    page = enter(worker, cast.amara, "order", kind="supervision", **typed)
    assert "A supervision order is made for a year at most" in shown(page)
    with pytest.raises(IntegrityError, match="supervision_order_for_a_year"):
        CourtOrder.objects.create(
            child=cast.amara,
            kind="supervision",
            made_on=DAY("2026-03-04"),
            expires_on=DAY("2027-03-04"),
        )


def test_the_year_of_an_order_made_on_29_february_ends_on_28_february(cast) -> None:
    made = {"child": cast.amara, "kind": "supervision", "made_on": DAY("2024-02-29")}
    assert CourtOrder.objects.create(**made, expires_on=DAY("2025-02-28")).pk


def test_an_emergency_order_comes_with_its_status_and_ends_with_it(cast) -> None:
    child = cast.noor
    legal.start(child=child, code="L2", on=DAY("2026-02-01"), by=None)
    legal.start(child=child, code="C1", on=DAY("2026-02-08"), by=None)
    emergency = CourtOrder.objects.get(child=child, kind="emergency-protection")
    assert (emergency.made_on, emergency.ended_on) == (DAY("2026-02-01"), DAY("2026-02-08"))


@pytest.fixture
def supervision(cast: Cast) -> CourtOrder:
    return CourtOrder.objects.create(
        child=cast.amara,
        kind="supervision",
        made_on=DAY("2025-06-04"),
        expires_on=DAY("2026-06-03"),
    )


def test_an_order_is_made_longer(cast, worker, supervision) -> None:
    typed = {**day("ordered_on", "2026-05-01"), **day("until_on", "2027-06-03")}
    page = enter(worker, cast.amara, "order-extension", order=supervision.pk, **typed)
    assert page.status_code == 302, page.content.decode()
    told = lines(worker, cast.amara)
    assert "1 May 2026 The court made the supervision order longer, until 3 June 2027." in told


@pytest.mark.parametrize(
    "ordered, until, reason",
    [
        ("2025-06-03", "2027-06-03", "An order cannot be made longer before it is made."),
        ("2026-05-01", "2026-06-03", "The order lasts until 3 June 2026 already."),
        (
            "2026-05-01",
            "2028-06-04",
            "A supervision order lasts three years at most: this one until 3 June 2028.",
        ),
        ("2026-05-01", "2026-04-30", "The new last day is not before the day the court decided."),
    ],
)
def test_an_order_is_not_made_longer_so(cast, worker, supervision, ordered, until, reason) -> None:
    typed = {**day("ordered_on", ordered), **day("until_on", until)}
    page = enter(worker, cast.amara, "order-extension", order=supervision.pk, **typed)
    assert reason in shown(page)
    assert not OrderExtension.objects.exists()


def test_what_belongs_to_an_order_is_about_its_own_child(cast, supervision) -> None:
    with pytest.raises(IntegrityError, match="orderextension_of_the_same_child"):
        OrderExtension.objects.create(
            child=cast.tomas,
            order=supervision,
            ordered_on=DAY("2026-05-01"),
            until_on=DAY("2027-06-03"),
        )


def test_the_court_ends_an_order_that_it_was_asked_to_end(cast, worker, supervision) -> None:
    page = enter(
        worker,
        cast.amara,
        "discharge-application",
        order=supervision.pk,
        applied_by="mother",
        **day("applied_on", "2025-12-01"),
    )
    assert page.status_code == 302, page.content.decode()
    application = DischargeApplication.objects.get()
    page = change(
        worker, application, "decided", outcome="discharged", **day("decided_on", "2026-02-02")
    )
    assert page.status_code == 302, page.content.decode()
    supervision.refresh_from_db()
    assert supervision.ended_on == DAY("2026-02-02")
    told = lines(worker, cast.amara)
    assert "1 December 2025 The mother asked the court to end the supervision order." in told
    assert "The court agreed to end the supervision order." in told
    assert "The supervision order ended." in told and "2 February 2026" in told


def test_an_order_stays_where_the_court_refuses_to_end_it(cast, worker, supervision) -> None:
    application = DischargeApplication.objects.create(
        child=cast.amara, order=supervision, applied_on=DAY("2025-12-01"), applied_by="authority"
    )
    typed = day("decided_on", "2026-02-02")
    assert change(worker, application, "decided", outcome="refused", **typed).status_code == 302
    supervision.refresh_from_db()
    assert supervision.ended_on is None
    assert "The court decided that the supervision order stays." in lines(worker, cast.amara)


def test_the_court_does_not_decide_before_it_was_asked(cast, worker, supervision) -> None:
    application = DischargeApplication.objects.create(
        child=cast.amara, order=supervision, applied_on=DAY("2025-12-01"), applied_by="authority"
    )
    typed = day("decided_on", "2025-11-30")
    page = change(worker, application, "decided", outcome="discharged", **typed)
    assert "The court cannot decide before the day of the application." in shown(page)
    supervision.refresh_from_db()
    assert supervision.ended_on is None, "all of it or nothing"


def test_a_deprivation_of_liberty_gives_way_to_the_next(cast, worker) -> None:
    first = {**day("starts_on", "2026-01-10"), **day("expires_on", "2026-02-09")}
    second = {**day("starts_on", "2026-03-01"), **day("expires_on", "2027-02-28")}
    words = {"court": "High Court", "allows": "an adult is always near"}
    for typed in (first, second):
        page = enter(worker, cast.amara, "deprivation-of-liberty", **typed, **words)
        assert page.status_code == 302, page.content.decode()
    ends = DeprivationOfLiberty.objects.order_by("starts_on").values_list("ends_on", flat=True)
    assert list(ends) == [DAY("2026-02-10"), None], "the first had run out before"
    told = lines(worker, cast.amara)
    assert (
        "10 January 2026 A court allowed limits on the child’s freedom (deprivation of liberty "
        "order), until 9 February 2026. An adult is always near."
    ) in told
    assert "10 February 2026 The deprivation of liberty order ended." in told


def test_a_deprivation_of_liberty_is_looked_at_again_and_ends(cast, worker) -> None:
    order = DeprivationOfLiberty.objects.create(child=cast.amara, starts_on=DAY("2026-01-10"))
    code = "deprivation-of-liberty-review"
    typed = {"deprivation": order.pk, "outcome": "less", "reviewed_by": "The court"}
    page = enter(worker, cast.amara, code, **typed, **day("reviewed_on", "2026-01-09"))
    assert "The order did not hold yet on that day." in shown(page)
    page = enter(worker, cast.amara, code, **typed, **day("reviewed_on", "2026-02-09"))
    assert page.status_code == 302, page.content.decode()
    page = change(worker, order, "ended", **day("ends_on", "2026-01-10"))
    assert "The order must end after its first day." in shown(page)
    assert change(worker, order, "ended", **day("ends_on", "2026-04-01")).status_code == 302
    told = lines(worker, cast.amara)
    assert "9 February 2026 The limits on the child’s freedom were looked at: less is" in told
    assert "1 April 2026 The deprivation of liberty order ended." in told


def test_two_deprivations_of_liberty_do_not_share_a_day(cast) -> None:
    DeprivationOfLiberty.objects.create(child=cast.amara, starts_on=DAY("2026-01-10"))
    with pytest.raises(IntegrityError, match="one_at_a_time"):
        DeprivationOfLiberty.objects.create(child=cast.amara, starts_on=DAY("2026-02-10"))


def test_the_panel_is_asked_and_decides(cast, worker) -> None:
    assert "Enter the day the panel was asked" in shown(enter(worker, cast.amara, "legal-gateway"))
    page = enter(worker, cast.amara, "legal-gateway", **day("referred_on", "2025-02-03"))
    assert page.status_code == 302, page.content.decode()
    asked = LegalGateway.objects.get()
    typed = {"decision": "issue", "words": "within two weeks", **day("decided_on", "2025-02-10")}
    assert change(worker, asked, "decided", **typed).status_code == 302
    told = lines(worker, cast.amara)
    assert "3 February 2025 A panel with lawyers (legal gateway) was asked what to do" in told
    assert (
        "10 February 2025 The panel with lawyers decided: go to court now. Within two weeks."
    ) in told
    with pytest.raises(IntegrityError), transaction.atomic():
        LegalGateway.objects.create(child=cast.amara, decided_on=DAY("2025-02-11"))


def test_a_letter_before_proceedings_meetings_and_the_end(cast, worker) -> None:
    child = cast.amara
    page = enter(worker, child, "pre-proceedings", **day("letter_sent_on", "2024-11-04"))
    assert page.status_code == 302, page.content.decode()
    page = enter(worker, child, "pre-proceedings", **day("letter_sent_on", "2024-12-04"))
    assert "Pre-proceedings are going on already." in shown(page)
    letter = PreProceedings.objects.get()
    met = {"pre_proceedings": letter.pk, "purpose": "review", "agreed": "weekly visits"}
    page = enter(worker, child, "pre-proceedings-meeting", **met, **day("held_on", "2024-11-03"))
    assert "The letter before proceedings had not been sent on that day." in shown(page)
    page = enter(worker, child, "pre-proceedings-meeting", **met, **day("held_on", "2024-12-16"))
    assert page.status_code == 302, page.content.decode()
    typed = day("ended_on", "2025-03-10")
    assert change(worker, letter, "ended", outcome="issued", **typed).status_code == 302
    told = lines(worker, child)
    assert "4 November 2024 The parents were sent a letter about what had to change" in told
    assert (
        "16 December 2024 The parents and the council met to see what had changed. Weekly visits."
    ) in told
    assert "10 March 2025 Pre-proceedings ended: the council went to court." in told


def test_pre_proceedings_begin_before_the_birth(cast, worker) -> None:
    early = day("letter_sent_on", "2021-08-01")
    assert enter(worker, cast.amara, "pre-proceedings", **early).status_code == 302


def test_proceedings_from_issue_to_conclusion(cast, worker) -> None:
    typed = {"kind": "care", "reference": "ZC25C00001", "court": "Family Court at Castle"}
    page = enter(worker, cast.amara, "proceedings", **typed, **day("issued_on", "2025-03-10"))
    assert page.status_code == 302, page.content.decode()
    court = Proceedings.objects.get()
    page = change(worker, court, "concluded", outcome="order", **day("concluded_on", "2025-03-09"))
    assert "Proceedings cannot be concluded before the day they were issued." in shown(page)
    page = change(worker, court, "concluded", outcome="order", **day("concluded_on", "2025-10-03"))
    assert page.status_code == 302
    told = lines(worker, cast.amara)
    assert "10 March 2025 Court proceedings began: care or supervision order." in told
    assert "3 October 2025 The court proceedings ended: the court made an order." in told


def test_proceedings_are_not_concluded_without_an_outcome(cast, proceedings) -> None:
    proceedings.concluded_on = DAY("2025-10-03")
    with pytest.raises(IntegrityError, match="proceedings_outcome_has_its_day"):
        proceedings.save()


def test_a_hearing_is_listed_and_held(cast, worker, proceedings) -> None:
    listed = {"proceedings": proceedings.pk, "purpose": "final"}
    page = enter(worker, cast.amara, "hearing", **listed, **day("listed_on", "2027-01-12"))
    assert page.status_code == 302, "a hearing may lie ahead"
    Hearing.objects.update(listed_on=DAY("2025-09-29"))
    hearing = Hearing.objects.get()
    page = change(worker, hearing, "held", **day("held_on", "2025-09-28"))
    assert "A hearing is held on the day it is listed for, or ends later." in shown(page)
    typed = {"decided": "a placement order", **day("held_on", "2025-10-03")}
    assert change(worker, hearing, "held", **typed).status_code == 302
    told = lines(worker, cast.amara)
    assert "29 September 2025 The final hearing was planned for this day." in told
    assert "3 October 2025 The final hearing was held. A placement order." in told
    assert change(worker, hearing, "vacated", **typed).status_code == 404


def test_a_hearing_that_is_called_off_is_listed_anew(cast, worker, proceedings) -> None:
    listed = {"proceedings": proceedings.pk, "purpose": "case-management"}
    assert (
        enter(worker, cast.amara, "hearing", **listed, **day("listed_on", "2025-03-25")).status_code
        == 302
    )
    off = {"vacated_because": "a report was late", **day("vacated_on", "2025-03-20")}
    assert change(worker, Hearing.objects.get(), "vacated", **off).status_code == 302
    page = enter(worker, cast.amara, "hearing", **listed, **day("listed_on", "2025-03-25"))
    assert page.status_code == 302, "on the same day once more, even"
    told = lines(worker, cast.amara)
    assert (
        "20 March 2025 The case management hearing planned for 25 March 2025 was called off. "
        "A report was late."
    ) in told


def test_a_hearing_is_not_before_the_proceedings(cast, worker, proceedings) -> None:
    listed = {"proceedings": proceedings.pk, "purpose": "first"}
    page = enter(worker, cast.amara, "hearing", **listed, **day("listed_on", "2025-03-09"))
    assert "A hearing cannot be before the proceedings were issued." in shown(page)


def test_a_hearing_is_in_proceedings_of_its_own_child(cast, worker, proceedings) -> None:
    with pytest.raises(IntegrityError, match="hearing_of_the_same_child"), transaction.atomic():
        Hearing.objects.create(
            child=cast.tomas, proceedings=proceedings, purpose="first", listed_on="2025-03-12"
        )
    others = Proceedings.objects.create(child=cast.tomas, kind="care", issued_on=DAY("2025-03-10"))
    typed = {"proceedings": others.pk, "purpose": "first", **day("listed_on", "2025-03-12")}
    assert "Select a valid choice" in shown(enter(worker, cast.amara, "hearing", **typed))


def test_a_hearing_of_brothers_and_sisters_is_entered_once(cast, proceedings) -> None:
    child, brother = cast.amara, cast.tomas
    client = signed_in(cast.manager)
    brother.allocation_facts.filter(role="social-worker").update(worker=cast.north_worker)
    typed = {
        "proceedings": proceedings.pk,
        "purpose": "first",
        "also": str(brother.uuid),
        **day("listed_on", "2025-03-12"),
    }
    page = enter(client, child, "hearing", **typed)
    assert "care or supervision order, issued on 10 March 2025. Record that first." in shown(page)
    assert not Hearing.objects.exists(), "for all of them or for none"
    own = Proceedings.objects.create(child=brother, kind="care", issued_on=DAY("2025-03-10"))
    assert enter(client, child, "hearing", **typed).status_code == 302
    assert Hearing.objects.get(child=brother).proceedings == own


def test_the_court_gives_itself_more_time(cast, worker, proceedings) -> None:
    within = {"proceedings": proceedings.pk, "reason": "an assessment abroad"}
    decided = day("ordered_on", "2025-08-20")
    page = enter(
        worker,
        cast.amara,
        "proceedings-extension",
        **within,
        **decided,
        **day("until_on", "2025-09-07"),
    )
    assert "The 26 weeks last until 7 September 2025 anyway." in shown(page)
    page = enter(
        worker,
        cast.amara,
        "proceedings-extension",
        **within,
        **decided,
        **day("until_on", "2025-11-02"),
    )
    assert page.status_code == 302, page.content.decode()
    assert (
        "20 August 2025 The court gave itself more time, until 2 November 2025. An assessment "
        "abroad."
    ) in lines(worker, cast.amara)
    again = {**within, **day("ordered_on", "2025-10-20"), **day("until_on", "2025-11-01")}
    page = enter(worker, cast.amara, "proceedings-extension", **again)
    assert "The court had given as much time already." in shown(page)
    with pytest.raises(IntegrityError, match="has_a_reason"):
        ProceedingsExtension.objects.create(
            child=cast.amara,
            proceedings=proceedings,
            ordered_on=DAY("2025-10-20"),
            until_on=DAY("2025-12-01"),
            reason=" ",
        )


def test_proceedings_with_hearings_are_not_taken_back(cast, worker, proceedings) -> None:
    Hearing.objects.create(
        child=cast.amara, proceedings=proceedings, purpose="first", listed_on=DAY("2025-03-12")
    )
    address = reverse("child-take-back", args=[cast.amara.uuid, "proceedings", proceedings.pk])
    seen = re.search(r'name="version" value="(\d+)"', worker.get(address).content.decode())
    page = worker.post(address, {"version": seen[1], "why": "It was about another child"})
    assert "Other entries rest on this one. Take those back first." in shown(page)


def test_a_correction_keeps_the_days_in_order(cast, worker, proceedings) -> None:
    Hearing.objects.create(
        child=cast.amara, proceedings=proceedings, purpose="first", listed_on=DAY("2025-03-12")
    )
    address = reverse("child-correct", args=[cast.amara.uuid, "proceedings", proceedings.pk])
    seen = re.search(r'name="version" value="(\d+)"', worker.get(address).content.decode())
    typed = {"version": seen[1], "why": "a slip", "kind": "care", **day("issued_on", "2025-03-13")}
    assert "A hearing is recorded for a day before" in shown(worker.post(address, typed))


def test_a_step_that_somebody_took_in_the_meantime_is_refused(cast, worker, proceedings) -> None:
    stale = Proceedings.objects.get()
    typed = {"outcome": "order", **day("concluded_on", "2025-10-01")}
    assert change(worker, proceedings, "concluded", **typed).status_code == 302
    with pytest.raises(FactRefused, match="Somebody recorded this"):
        changes.record(
            fact=stale, what="x", by=None, concluded_on=DAY("2025-11-01"), outcome="refused"
        )
    Proceedings.objects.all().delete()
    with pytest.raises(FactRefused, match="took this entry back"):
        changes.record(fact=stale, what="x", by=None, concluded_on=DAY("2025-11-01"))


def test_a_meeting_belongs_to_a_letter_to_the_same_family(cast) -> None:
    letter = PreProceedings.objects.create(child=cast.amara, letter_sent_on=DAY("2024-11-04"))
    with pytest.raises(IntegrityError, match="preproceedingsmeeting_of_the_same_child"):
        PreProceedingsMeeting.objects.create(
            child=cast.tomas, pre_proceedings=letter, purpose="first", held_on=DAY("2024-11-20")
        )


@pytest.mark.parametrize(
    ("made_on", "last_day"),
    [
        ("2023-03-01", "2024-02-29"),
        ("2024-02-29", "2025-02-28"),
        ("2024-03-01", "2025-02-28"),
        ("2023-08-31", "2024-08-30"),
    ],
)
def test_a_supervision_order_lasts_a_year_to_the_day(
    cast: Cast, made_on: str, last_day: str
) -> None:
    def order(expires_on: date) -> CourtOrder:
        return CourtOrder(
            child=cast.amara, kind="supervision", made_on=made_on, expires_on=expires_on
        )

    order(date.fromisoformat(last_day)).full_clean()
    with pytest.raises(ValidationError, match="for a year at most"):
        order(date.fromisoformat(last_day) + timedelta(days=1)).full_clean()
