"""Who may read who the adopters are: those who work on adoption for a child linked with them."""

from datetime import date

import pytest

from adoption.access import adopters_known_to
from adoption.models import AdopterFamily, AdoptionLink, Match
from adoption.tests.recording import somebody
from casetrack.models import Child
from tests.cast import Cast, assemble

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return assemble()


def known(user) -> set[str]:
    return {family.reference for family in adopters_known_to(user)}


def family(child: Child, reference: str) -> AdopterFamily:
    made = AdopterFamily.objects.create(authority=child.authority, reference=reference)
    AdoptionLink.objects.create(child=child, family=made, linked_on=date(2026, 3, 2))
    return made


def test_adopters_are_known_to_those_who_work_on_adoption_for_the_child(cast) -> None:
    family(cast.amara, "ATV 1")
    family(cast.tomas, "ATV 2")
    assert known(cast.social_worker) == {"ATV 1"}, "her brother has another worker"
    for role in ("adoption-agency-worker", "agency-decision-maker"):
        assert known(somebody(role, cast.authority)) == {"ATV 1", "ATV 2"}


def test_others_who_read_the_record_do_not_learn_who_they_are(cast) -> None:
    family(cast.amara, "ATV 1")
    for reader in (cast.iro, cast.chair, cast.data_officer, cast.stranger, cast.nobody):
        assert known(reader) == set()


def test_a_match_alone_is_enough(cast) -> None:
    made = AdopterFamily.objects.create(authority=cast.authority, reference="ATV 3")
    Match.objects.create(child=cast.amara, decided_on=date(2026, 3, 2), family=made)
    assert known(cast.social_worker) == {"ATV 3"}
