"""Saying who a child is: described, put right, born; and what is decided for a family together."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from casetrack.actions import authorities, care, children
from casetrack.models import AuditEvent, Authority, Child, User

DAY = date.fromisoformat


@pytest.fixture
def authority(db: None) -> Authority:
    return authorities.start(code="TEST", name="Testshire", by=None)


@pytest.fixture
def child(authority: Authority) -> Child:
    return children.record(
        authority=authority,
        reference="a1",
        born_on=DAY("2015-03-02"),
        first_name="Kai",
        last_name="Moss",
        by=None,
    )


@pytest.fixture
def baby(authority: Authority) -> Child:
    return children.record(
        authority=authority, reference="b1", expected_on=DAY("2026-05-04"), by=None
    )


def last_event() -> AuditEvent:
    return AuditEvent.objects.order_by("-at").first()


def last_of_history(child: Child) -> tuple[str, str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pgh_context->>'by', pgh_context->>'what', pgh_context->>'why'"
            " FROM casetrack_childevent WHERE pgh_obj_id = %s ORDER BY pgh_id DESC LIMIT 1",
            [child.pk],
        )
        return cursor.fetchone()


def test_a_new_child_may_be_described_from_the_start(authority):
    made = children.record(
        authority=authority,
        reference="c1",
        born_on=DAY("2015-03-02"),
        by=None,
        known_as=" Kit ",
        upn="b801200005001",
        disabled="yes",
        disability="Hears with one ear",
        language="Polish",
    )
    made.refresh_from_db()
    assert (made.known_as, made.upn, made.language) == ("Kit", "B801200005001", "Polish")
    assert made.disability == "Hears with one ear"


def test_nothing_is_assumed_of_a_child_of_whom_nothing_was_said(child):
    child.refresh_from_db()
    assert (child.known_as, child.disabled, child.needs) == ("", "not-known", "")


def test_a_child_is_described_and_the_history_tells_who(child):
    user = User.objects.create(username="vera")
    children.describe(child=child, by=user, known_as="Kit", religion="none", needs="Her own room.")
    child.refresh_from_db()
    assert (child.known_as, child.religion, child.needs) == ("Kit", "none", "Her own room.")
    assert child.name == "Kai Moss"
    assert last_event().what == "child.described" and last_event().children == [child.pk]
    assert last_of_history(child)[:2] == ("vera", "child.described")


def test_what_is_described_stands_in_no_audit(child):
    children.describe(child=child, by=None, last_name="Verysecret")
    assert "erysecret" not in str(vars(last_event()))


def test_a_date_of_birth_changes_only_with_a_reason(child):
    born_on = DAY("2015-03-12")
    with pytest.raises(children.ChildRefused, match="Write why the date of birth changes"):
        children.describe(child=child, by=None, born_on=born_on, why=" ")
    children.describe(child=child, by=None, born_on=born_on, why="The certificate was seen.")
    child.refresh_from_db()
    assert child.born_on == born_on
    assert last_of_history(child)[2] == "The certificate was seen."


def test_nobody_is_born_after_coming_into_care(child):
    care.start(child=child, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    with pytest.raises(children.ChildRefused, match="into care before that day"):
        children.describe(child=child, by=None, born_on=DAY("2024-01-11"), why="Mistyped.")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"known_as": ""}, "Nothing was changed"),
        ({"first_name": " ", "last_name": ""}, "child's name"),
        ({"sex": "X"}, "answers offered"),
        ({"ethnicity": "NONE"}, "answers offered"),
        ({"disabled": "maybe"}, "answers offered"),
        ({"disabled": ""}, "whether the child is disabled"),
        ({"disability": "Hears with one ear"}, "only of a disabled child"),
        ({"upn": "A801200005001"}, "does not go with its digits"),
        ({"language": "x" * 61}, "no more than 60 characters"),
        ({"born_on": None}, "date the baby is expected"),
    ],
)
def test_a_child_is_not_described_so(child, values, words):
    with pytest.raises(children.ChildRefused, match=words):
        children.describe(child=child, by=None, **values)
    assert Child.objects.get().first_name == "Kai"


def test_a_child_may_have_one_name_alone(child):
    children.describe(child=child, by=None, last_name="")
    assert child.name == "Kai"


def test_only_what_says_who_a_child_is_can_be_described(child):
    with pytest.raises(TypeError, match="reference"):
        children.describe(child=child, by=None, reference="Z9")


def test_the_database_refuses_a_disability_of_a_child_who_is_not_disabled(child):
    with pytest.raises(IntegrityError, match="child_disability"), transaction.atomic():
        Child.objects.update(disability="Hears with one ear", disabled="no")


def test_a_baby_is_born_and_the_expected_date_is_kept(baby):
    children.born(child=baby, on=DAY("2026-05-09"), by=None)
    baby.refresh_from_db()
    assert (baby.born_on, baby.expected_on) == (DAY("2026-05-09"), DAY("2026-05-04"))
    assert last_event().what == "child.born"
    with pytest.raises(children.ChildRefused, match="already recorded"):
        children.born(child=baby, on=DAY("2026-05-10"), by=None)


# Brothers and sisters


@pytest.fixture
def family(authority: Authority) -> list[Child]:
    made = [
        children.record(authority=authority, reference=r, born_on=DAY("2015-01-01"), by=None)
        for r in ("F1", "F2", "F3")
    ]
    children.join_siblings(children=made, by=None)
    return made


def groups() -> dict[str, int | None]:
    return dict(Child.objects.values_list("reference", "siblings_id"))


def test_whoever_is_joined_to_one_is_joined_to_all(family, child):
    children.join_siblings(children=[child, family[1]], by=None)
    assert len(set(groups().values())) == 1
    assert last_event().children == sorted([child.pk, *(each.pk for each in family)])


def test_a_group_that_somebody_changed_meanwhile_is_not_joined(family, child, monkeypatch):
    asked = iter([{child.pk, family[0].pk}, {child.pk, *(each.pk for each in family)}])
    monkeypatch.setattr(children, "_with_joined", lambda joined: next(asked))
    with pytest.raises(children.SiblingsRefused, match="meanwhile"):
        children.join_siblings(children=[child, family[0]], by=None)
    assert groups()["A1"] is None


def test_a_child_joined_by_mistake_leaves_and_the_history_keeps_why(family):
    children.leave_siblings(child=family[0], by=None, why=" Cousins. ")
    assert groups()["F1"] is None and groups()["F2"] == groups()["F3"] is not None
    assert last_of_history(family[0])[1:] == ("siblings.left", "Cousins.")
    with pytest.raises(children.SiblingsRefused, match="No brothers or sisters"):
        children.leave_siblings(child=family[0], by=None, why="Cousins.")


# A form that was open for a while


def newest(child: Child) -> int:
    return Child.pgh_event_model.objects.filter(pgh_obj_id=child.pk).latest("pgh_id").pgh_id


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(child):
    seen = newest(child)
    children.describe(child=child, by=None, seen=seen, last_name="Fern")
    with pytest.raises(children.ChangedMeanwhile, match="while you had it open"):
        children.describe(child=child, by=None, seen=seen, last_name="Hill")
    children.describe(child=child, by=None, seen=seen, language="Polish")
    child.refresh_from_db()
    assert (child.last_name, child.language) == ("Fern", "Polish"), "another field is no conflict"


def test_a_version_of_another_child_is_none(child, baby):
    with pytest.raises(children.ChangedMeanwhile):
        children.describe(child=child, by=None, seen=newest(baby), last_name="Hill")


@pytest.mark.parametrize(
    ("values", "about"),
    [
        ({"first_name": "", "last_name": ""}, "first_name"),
        ({"upn": "A801200005001"}, "upn"),
        ({"disability": "Hears with one ear"}, "disability"),
        ({"born_on": DAY("2015-03-12")}, "why"),
        ({"born_on": None}, "born_on"),
    ],
)
def test_a_refusal_says_of_which_field_it_is(child, values, about):
    with pytest.raises(children.ChildRefused) as refused:
        children.describe(child=child, by=None, **values)
    assert refused.value.about == about


def test_a_reference_is_taken_once_and_nothing_more_is_said(child, authority):
    with pytest.raises(children.ReferenceTaken, match="That reference is not free") as refused:
        children.record(authority=authority, reference=" a1 ", born_on=DAY("2016-01-01"), by=None)
    assert refused.value.about == "reference"
    assert not AuditEvent.objects.filter(what="child.recorded").exclude(children=[child.pk])


def test_what_the_database_refuses_for_another_reason_is_no_taken_reference(authority):
    with pytest.raises(IntegrityError):
        children.record(
            authority=authority,
            reference="Z1",
            born_on=DAY("2016-01-01"),
            disability="Hears with one ear",
            by=None,
        )


def test_many_are_described_at_once_those_of_the_authority_alone(authority, child, baby):
    other = authorities.start(code="OTHER", name="Otherham", by=None)
    told = [
        children.Description(child.pk, known_as="K", language="Welsh", unaccompanied=True),
        children.Description(baby.pk, needs="Soft music."),
    ]
    children.describe_all(authority=other, told=told, by=None)
    child.refresh_from_db()
    assert child.language == "" and not child.unaccompanied
    children.describe_all(authority=authority, told=told, by=None)
    child.refresh_from_db()
    baby.refresh_from_db()
    assert (child.known_as, child.language, child.unaccompanied) == ("K", "Welsh", True)
    assert baby.needs == "Soft music." and child.first_name == "Kai"
    assert last_event().what == "children.described" and last_event().children == [
        child.pk,
        baby.pk,
    ]
