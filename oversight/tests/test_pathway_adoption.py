"""Adoption: the stage that a history shows, who stands on top, who waits longer, for whom it is."""

from datetime import date

import pytest

from adoption.models import (
    AdopterFamily,
    AdoptionLink,
    AdoptionNotification,
    FamilyFinding,
    LinkEnded,
    Match,
)
from casetrack.models import AdoptionConsent, CourtOrder, SiblingDecision
from oversight.models import Answer
from oversight.tests.pathways import (
    DAY,
    Cast,
    a_child,
    add,
    days,
    every,
    justified,
    marked,
    names,
    page,
    said,
    signed_in,
    stands,
    timeline,
    without_a_day,
)
from tests.cast import a_user

pytestmark = pytest.mark.django_db
PLANNED = f"plan adoption {days(400)}; home U6 {days(900)}"
DECIDED = f"{PLANNED}; decision {days(380)}"
ORDERED = f"{DECIDED}; status E1 {days(200)}"


def told() -> AdoptionNotification:
    return AdoptionNotification(notified_on=days(390))


def family() -> AdopterFamily:
    return AdopterFamily.objects.create(authority=timeline.an_authority(), reference="F1")


def a_link(**more: object) -> AdoptionLink:
    return AdoptionLink(family=family(), linked_on=days(100), **more)


def test_each_stage_of_the_road_is_shown_by_its_own_fact() -> None:
    child = a_child(PLANNED)
    assert stands("adoption", child) == "told"
    for fact, then in (
        (told(), "decision"),
        (f"decision {days(380)}", "placement-order"),
        (f"status E1 {days(200)}", "family-finding"),
        (FamilyFinding(starts_on=days(190)), "link"),
        (a_link(), "match"),
        (f"match {days(60)}", "placed"),
    ):
        timeline.record(child, fact) if isinstance(fact, str) else add(child, fact)
        assert stands("adoption", child) == then
    child.placement_facts.update(ends_on=days(30))
    timeline.record(child, f"home A4 {days(30)}")
    assert stands("adoption", child) == "order"
    add(child, CourtOrder(kind="adoption", made_on=days(1)))
    assert stands("adoption", child) == "ended"
    assert without_a_day("adoption", child) == []


def test_every_stage_is_as_at_the_day_asked_for() -> None:
    child = a_child(f"{ORDERED}; match {days(60)}", told(), a_link())
    for ago, stage in ((395, "told"), (385, "decision"), (300, "placement-order"), (61, "match")):
        assert stands("adoption", child, days(ago)) == stage
    assert stands("adoption", child, days(401)) == ""


def test_nothing_is_shown_that_the_authority_does_not_know_of_yet() -> None:
    child = a_child(f"{ORDERED}; match {days(60)}; known {days(61)}", told(), a_link())
    assert stands("adoption", child) == "match"
    timeline.record(child, f"known {days(60)}")
    assert stands("adoption", child) == "placed"


def test_what_was_not_recorded_has_gone_by() -> None:
    child = a_child(f"{ORDERED}; match {days(60)}")
    assert stands("adoption", child) == "placed"
    assert without_a_day("adoption", child) == ["told", "family-finding", "link"]


def test_a_matched_child_whose_parents_consented_needs_no_order() -> None:
    child = a_child(f"{DECIDED}; match {days(60)}", told())
    assert without_a_day("adoption", child) == ["placement-order", "family-finding", "link"]
    add(child, AdoptionConsent(given_on=days(300), given_by="mother"))
    assert without_a_day("adoption", child) == ["family-finding", "link"]
    assert stands("adoption", child, days(61)) == "placement-order"
    AdoptionConsent.objects.update(withdrawn_on=days(1))
    assert "placement-order" in without_a_day("adoption", child)


def test_a_search_that_began_early_does_not_stand_for_the_order() -> None:
    child = a_child(DECIDED, told(), FamilyFinding(starts_on=days(370)))
    assert stands("adoption", child) == "placement-order"
    assert without_a_day("adoption", child) == []


@pytest.mark.parametrize(
    ("history", "stage"),
    [
        (f"{PLANNED}; decision {days(380)} reversed {days(50)}", "decision"),
        (f"{PLANNED}; decision {days(380)} reversed {DAY}", "decision"),
        (f"{ORDERED}; match {days(60)} withdrawn {days(20)}", "family-finding"),
        (f"{DECIDED}; status E1 {days(200)} .. {days(30)}", "placement-order"),
    ],
)
def test_what_was_undone_no_longer_counts(history: str, stage: str) -> None:
    assert stands("adoption", a_child(history, told())) == stage


def test_a_link_that_ended_is_none() -> None:
    ended = {"ended_on": days(10), "end_reason": LinkEnded.NOT_RIGHT}
    child = a_child(ORDERED, told(), FamilyFinding(starts_on=days(190)), a_link(**ended))
    assert stands("adoption", child) == "link"
    assert marked("adoption", child) == {"no-link"}
    assert stands("adoption", child, days(11)) == "match"


def test_after_an_adoptive_home_ended_a_family_is_sought_anew() -> None:
    history = (
        f"plan adoption {days(400)}; decision {days(380)}; status E1 {days(200)};"
        f" match {days(150)}; home U6 {days(900)} .. {days(120)};"
        f" home A4 {days(120)} .. {days(30)} a; home U6 {days(30)}"
    )
    child = a_child(history, told())
    assert stands("adoption", child, days(31)) == "order"
    assert stands("adoption", child) == "family-finding"
    assert "no-link" in marked("adoption", child)


def test_a_stay_elsewhere_ends_no_adoptive_home() -> None:
    history = (
        f"{DECIDED.replace(f'home U6 {days(900)}', '')}; status E1 {days(200)}; match {days(150)};"
        f" home U6 {days(900)} .. {days(120)}; home A4 {days(120)} .. {days(30)} a;"
        f" home T1 {days(30)} .. {days(20)} b; home A4 {days(20)} a"
    )
    child = a_child(history)
    assert {stands("adoption", child, days(ago)) for ago in (31, 25, 0)} == {"order"}


def test_what_an_earlier_care_brought_is_not_counted() -> None:
    child = timeline.child(
        f"care {days(2000)} .. {days(1500)}; decision {days(1700)}; match {days(1600)};"
        f" care {days(300)}; plan adoption {days(100)}"
    )
    assert stands("adoption", child) == "told"


@pytest.mark.parametrize(
    ("history", "on_it"),
    [
        (PLANNED, True),
        (f"contingency adoption {days(400)}", True),
        (f"decision {days(380)}", True),
        (f"status E1 {days(200)}", True),
        (f"decision {days(380)} reversed {days(100)}", False),
        (f"plan adoption {days(400)} .. {days(1)}", False),
        (f"plan home {days(400)}", False),
    ],
)
def test_who_is_on_it(history: str, on_it: bool) -> None:
    assert bool(stands("adoption", a_child(history))) is on_it


def test_who_has_left_care_or_is_on_a_short_break_is_not() -> None:
    left = timeline.child(f"care {days(900)} .. {days(5)}; plan adoption {days(400)}")
    break_ = timeline.child(f"care {days(9)}; status V4 {days(9)}; plan adoption {days(8)}")
    assert stands("adoption", left) == stands("adoption", break_) == ""
    assert stands("adoption", left, days(6)) == "told"


def test_orders_without_a_link_stand_on_top_whatever_is_late() -> None:
    late = a_child(f"{DECIDED}; status E1 {days(400)}", a_link())
    new = a_child(f"{DECIDED}; status E1 {days(3)}")
    assert [row.facts["id"] for row in every("adoption")] == [new.pk, late.pk]
    matched = a_child(f"{ORDERED}; match {days(60)}")
    assert marked("adoption", new) == {"no-link"}
    assert marked("adoption", matched) == marked("adoption", late) == set()


@pytest.mark.parametrize(
    ("own", "mark"),
    [
        ({"disabled": "yes"}, {"disabled"}),
        ({"disabled": "no"}, set()),
        ({"ethnicity": "BCRB"}, {"ethnicity"}),
        ({"ethnicity": "WIRI"}, {"ethnicity"}),
        ({"ethnicity": "WBRI"}, set()),
        ({"ethnicity": "REFU"}, set()),
        ({"ethnicity": "NOBT"}, set()),
        ({"born_on": date(2021, 6, 1)}, {"five"}),
        ({"born_on": date(2021, 6, 2)}, set()),
    ],
)
def test_who_waits_longer(own: dict[str, object], mark: set[str]) -> None:
    assert marked("adoption", a_child(PLANNED, **own)) == mark


def test_together_is_what_was_decided_last() -> None:
    child = a_child(
        PLANNED,
        SiblingDecision(decision="together", decided_on=days(90), decided_by="A", reason="Close"),
        SiblingDecision(decision="apart", decided_on=days(40), decided_by="A", reason="Safer"),
    )
    assert marked("adoption", child, days(41)) == {"together"}
    assert marked("adoption", child) == set()


def test_adoption_as_contingency_is_told_apart() -> None:
    assert marked("adoption", a_child(f"contingency adoption {days(400)}")) == {"contingency"}


def test_the_heading_is_the_finding_and_the_chips_count(cast: Cast) -> None:
    add(cast.tomas, AdoptionLink(family=family(), linked_on=days(20)))
    text = page(cast.chair, "adoption")
    assert (
        "2 children on the way to adoption, 1 with a placement order and no link with a family"
        "</h1>" in text
    )
    assert names(text) == ["Amara Bello", "Tomas Bello"]
    for chip in ("Family finding <strong>1</strong>", "Match <strong>1</strong>"):
        assert chip in text
    for chip in (
        "Placement order, no link <strong>1",
        "Five and over <strong>1",
        "Past a limit <strong>2",
    ):
        assert chip in text


@pytest.mark.parametrize(
    ("query", "seen"),
    [
        ("only=no-link", ["Amara Bello"]),
        ("only=five", ["Tomas Bello"]),
        ("only=five&only=no-link", []),
        ("only=past", ["Amara Bello", "Tomas Bello"]),
        ("stage=match", ["Tomas Bello"]),
        ("stage=family-finding", ["Amara Bello"]),
        ("stage=ended", []),
        ("stage=nonsense&only=nonsense", ["Amara Bello", "Tomas Bello"]),
    ],
)
def test_the_chips_narrow_the_list(cast: Cast, query: str, seen: list[str]) -> None:
    add(cast.tomas, AdoptionLink(family=family(), linked_on=days(20)))
    assert names(page(cast.chair, "adoption", query)) == seen


def test_a_justified_delay_is_past_a_limit_all_the_same(cast: Cast) -> None:
    for child in (cast.amara, cast.tomas):
        justified(child, by=cast.chair, asked_by=cast.manager, on=DAY)
    assert Answer.objects.filter(kind="justified", child__in=[cast.amara, cast.tomas]).count() >= 2
    assert names(page(cast.chair, "adoption", "only=past")) == ["Amara Bello", "Tomas Bello"]


def test_it_says_nothing_of_the_families(cast: Cast) -> None:
    add(cast.amara, AdoptionLink(family=family(), linked_on=days(20)))
    add(cast.amara, Match(family=AdopterFamily.objects.get(), decided_on=days(10)))
    AdopterFamily.objects.update(names="The Quills")
    assert "Quills" not in page(cast.service_manager, "adoption")


@pytest.mark.parametrize("role", ["fostering", "virtual-school", "legal", "nominated-officer"])
def test_whose_work_adoption_is_not_sees_nothing_of_it(cast: Cast, role: str) -> None:
    user = a_user("other", cast.authority, role)
    client = signed_in(user)
    assert client.get("/pathways/adoption/").status_code == 403
    assert "adoption" not in client.get("/pathways/").content.decode().lower()


def test_the_regional_agency_sees_the_children_of_every_authority_it_serves(cast: Cast) -> None:
    agency = a_user("agency", cast.authority, "adoption-agency-worker")
    assert names(page(agency, "adoption")) == ["Amara Bello", "Tomas Bello"]
    agency.roles.create(authority=cast.elsewhere, role="adoption-agency-worker", starts_on=days(9))
    assert names(page(agency, "adoption")) == ["Amara Bello", "Tomas Bello", "Noor Bello"]
    assert "Elsewhere Council" in page(agency, "adoption")
    theirs = page(agency, "adoption", "authority=ELSE")
    assert names(theirs) == ["Noor Bello"]
    assert "Shown: adoption, Elsewhere Council, 1 child, as at" in said(theirs)


def test_a_second_role_elsewhere_opens_no_list_here(cast: Cast) -> None:
    """Fostering worker here and chair there: adoption is read there alone."""
    user = a_user("both", cast.authority, "fostering")
    user.roles.create(authority=cast.elsewhere, role="chair", starts_on=days(9))
    assert names(page(user, "adoption")) == ["Noor Bello"]
