"""Who the adopters are: read by name where somebody works on it, by reference everywhere else."""

import re
from datetime import date
from typing import Any

import pytest

from adoption.models import AdopterFamily, AdoptionLink, Match
from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from tests.cast import Cast, a_user, assemble, signed_in

pytestmark = pytest.mark.django_db
NAMES = "Quillon and Zed Harrow"


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def family(cast: Cast) -> AdopterFamily:
    made = AdopterFamily.objects.create(
        authority=cast.authority,
        reference="ATV 1",
        names=NAMES,
        makeup="MF",
        approved_on=date(2025, 9, 1),
    )
    AdoptionLink.objects.create(child=cast.amara, family=made, linked_on=date(2026, 3, 2))
    return made


def read(user: User, child: Child) -> str:
    answer = signed_in(user).get(f"/children/{child.uuid}/families/")
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_who_works_on_adoption_for_the_child_reads_who_they_are(cast: Cast, family: Any) -> None:
    for user in (
        cast.social_worker,
        a_user("raa", cast.authority, "adoption-agency-worker"),
        a_user("adm", cast.authority, "agency-decision-maker"),
    ):
        page = read(user, cast.amara)
        assert "Family ATV 1 " in page and f"Names {NAMES}" in page, user
        assert "Who would adopt A man and a woman" in page
        assert "Approved to adopt 1 September 2025" in page
        assert "2 March 2026" in page
        assert "Where only a reference stands" not in page


def test_everybody_else_reads_the_reference_only(cast: Cast, family: Any) -> None:
    for user in (cast.chair, cast.iro, cast.data_officer):
        page = read(user, cast.amara)
        assert "Family ATV 1 " in page and "Where only a reference stands" in page
        assert NAMES not in page and "man and a woman" not in page
        assert "Approved" not in page


def test_a_family_known_through_another_child_is_known_here(cast: Cast, family: Any) -> None:
    other = AdopterFamily.objects.create(authority=cast.authority, reference="ATV 2", names="Y. Z.")
    Match.objects.create(child=cast.tomas, family=other, decided_on=date(2026, 4, 1))
    assert "Y. Z." not in read(cast.iro, cast.tomas)
    assert "Y. Z." in read(cast.service_manager, cast.tomas)


def test_a_family_linked_twice_stands_once_with_all_that_happened(cast: Cast, family: Any) -> None:
    AdoptionLink.objects.update(ended_on=date(2026, 3, 9), end_reason="other")
    AdoptionLink.objects.create(child=cast.amara, family=family, linked_on=date(2026, 4, 1))
    Match.objects.create(child=cast.amara, family=family, decided_on=date(2026, 5, 1))
    page = read(cast.social_worker, cast.amara)
    assert page.count("Family ATV 1 ") == 1
    days = re.findall(r"\d+ (?:March|April|May) 2026", page)
    assert days[:4] == ["2 March 2026", "9 March 2026", "1 April 2026", "1 May 2026"]


def test_more_is_said_of_them_from_here_while_the_link_is_open(cast: Cast, family: Any) -> None:
    link = AdoptionLink.objects.get()
    change = f"/children/{cast.amara.uuid}/record/adoption-link/{link.pk}/described/"
    client = signed_in(cast.social_worker)
    address = f"/children/{cast.amara.uuid}/families/"
    assert change in client.get(address).content.decode()
    assert client.get(change).status_code == 200
    assert change not in signed_in(cast.chair).get(address).content.decode()
    AdoptionLink.objects.update(ended_on=date(2026, 3, 9), end_reason="other")
    assert change not in client.get(address).content.decode()


def test_a_child_without_a_family(cast: Cast) -> None:
    assert "No family is linked with Amara." in read(cast.social_worker, cast.amara)


def test_reading_who_they_are_is_written_down(cast: Cast, family: Any) -> None:
    read(cast.social_worker, cast.amara)
    read(cast.chair, cast.amara)
    named = AuditEvent.objects.filter(what="child.families").order_by("at")
    assert [event.details["named"] for event in named] == [[family.pk], []]
    assert not [event for event in named if "Quillon" in str(vars(event))]


def test_the_child_page_leads_here_those_who_may_know(cast: Cast, family: Any) -> None:
    here = f"/children/{cast.amara.uuid}/families/"
    page = f"/children/{cast.amara.uuid}/"
    assert here in signed_in(cast.social_worker).get(page).content.decode()
    assert here not in signed_in(cast.chair).get(page).content.decode()


def test_a_child_one_may_not_see_has_no_such_page(cast: Cast, family: Any) -> None:
    for user in (cast.social_worker, cast.stranger):
        address = f"/children/{cast.tomas.uuid}/families/"
        assert signed_in(user).get(address).status_code == 404
    assert signed_in(cast.board_member).get(address).status_code == 403
