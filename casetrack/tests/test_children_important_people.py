"""The people who matter in a child's life: recorded, changed, ended, and who must not know."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions import authorities, children, important_people
from casetrack.actions.important_people import PersonRefused
from casetrack.models import AuditEvent, Child, ImportantPerson

DAY = date.fromisoformat


@pytest.fixture
def child(db: None) -> Child:
    authority = authorities.start(code="TEST", name="Testshire", by=None)
    return children.record(authority=authority, reference="a1", born_on=DAY("2015-03-02"), by=None)


@pytest.fixture
def gran(child: Child) -> ImportantPerson:
    return important_people.start(
        child=child,
        name=" Rose Moss ",
        relationship="grandparent",
        on=DAY("2024-01-10"),
        by=None,
        telephone="0113 496 0000",
        not_to_know=True,
    )


def last_event() -> AuditEvent:
    return AuditEvent.objects.order_by("-at").first()


def test_a_person_is_recorded_with_what_is_known(gran):
    gran.refresh_from_db()
    assert (gran.name, gran.telephone, gran.not_to_know) == ("Rose Moss", "0113 496 0000", True)
    assert gran.parental_responsibility == "not-known"
    assert last_event().what == "important_person.started"
    assert "Rose" not in str(vars(last_event()))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"name": " "}, "name"),
        ({"name": "x" * 121}, "no more than 120"),
        ({"relationship": "neighbour"}, "Choose who"),
        ({"parental_responsibility": "some"}, "parental responsibility"),
        ({"name": "Rose Moss", "relationship": "grandparent"}, "already recorded"),
    ],
)
def test_a_person_is_not_recorded_so(child, gran, values, words):
    given = {"name": "Ann Moss", "relationship": "mother", "on": DAY("2024-06-01")} | values
    with pytest.raises(PersonRefused, match=words):
        important_people.start(child=child, by=None, **given)
    assert ImportantPerson.objects.count() == 1


def test_one_person_may_be_two_things_to_a_child(child, gran):
    important_people.start(
        child=child, name="Rose Moss", relationship="former-carer", on=DAY("2024-06-01"), by=None
    )
    assert ImportantPerson.objects.count() == 2


def test_what_changes_about_a_person(gran):
    important_people.change(person=gran, by=None, parental_responsibility="yes", notes=" Writes. ")
    gran.refresh_from_db()
    assert (gran.parental_responsibility, gran.notes) == ("yes", "Writes.")
    assert last_event().what == "important_person.changed"
    with pytest.raises(PersonRefused, match="Nothing was changed"):
        important_people.change(person=gran, by=None, notes="Writes.")


def test_that_somebody_may_know_after_all_needs_a_reason(gran):
    with pytest.raises(PersonRefused, match="may now be told"):
        important_people.change(person=gran, by=None, not_to_know=False)
    important_people.change(person=gran, by=None, not_to_know=False, why="The court allowed it.")
    assert not ImportantPerson.objects.get().not_to_know


def test_that_somebody_must_not_know_needs_none(gran):
    important_people.change(person=gran, by=None, not_to_know=False, why="The court allowed it.")
    important_people.change(person=gran, by=None, not_to_know=True)
    assert ImportantPerson.objects.get().not_to_know


def test_a_change_does_not_make_one_person_two(child, gran):
    other = important_people.start(
        child=child, name="Rose Moss", relationship="relative", on=DAY("2024-06-01"), by=None
    )
    with pytest.raises(PersonRefused, match="already recorded"):
        important_people.change(person=other, by=None, relationship="grandparent")


def test_only_what_is_told_of_a_person_can_be_changed(gran):
    with pytest.raises(TypeError, match="child"):
        important_people.change(person=gran, by=None, child=None)


def test_a_person_stops_being_part_of_the_childs_life_and_may_come_back(child, gran):
    with pytest.raises(PersonRefused, match="after the day it began"):
        important_people.end(person=gran, on=DAY("2024-01-10"), by=None)
    important_people.end(person=gran, on=DAY("2025-01-10"), by=None)
    with pytest.raises(PersonRefused, match="already ended"):
        important_people.end(person=gran, on=DAY("2025-02-10"), by=None)
    important_people.start(
        child=child, name="Rose Moss", relationship="grandparent", on=DAY("2025-06-01"), by=None
    )
    assert ImportantPerson.objects.on(DAY("2025-03-01")).count() == 0
    assert ImportantPerson.objects.on(DAY("2025-07-01")).count() == 1


def test_the_database_refuses_a_person_without_a_name(child):
    with pytest.raises(IntegrityError, match="has_a_name"), transaction.atomic():
        ImportantPerson.objects.create(
            child=child, name=" ", relationship="friend", starts_on=DAY("2024-01-01")
        )
