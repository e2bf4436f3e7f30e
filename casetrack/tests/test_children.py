"""Saying who a child is: described, put right, born; and what is decided for a family together."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from casetrack.actions import authorities, care, children
from casetrack.models import AuditEvent, Authority, Child, SiblingDecision, User

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


def decided(family: list[Child], **changes: object) -> list[SiblingDecision]:
    said = {
        "decision": "together",
        "on": DAY("2026-02-01"),
        "decided_by": "Permanence panel",
        "reason": "They look after each other.",
    }
    return children.decide_siblings(children=family, by=None, **said | changes)


def test_one_decision_is_written_for_each_of_them(family):
    decided(family)
    written = SiblingDecision.objects.order_by("child")
    assert [each.child_id for each in written] == sorted(child.pk for child in family)
    assert {(each.decision, each.decided_by) for each in written} == {
        ("together", "Permanence panel")
    }
    assert last_event().what == "siblings.decided"
    assert last_event().children == sorted(child.pk for child in family)


def test_a_later_decision_is_a_new_fact(family):
    decided(family)
    decided(family[:2], decision="apart", on=DAY("2026-08-01"))
    first, _, third = family
    assert [d.decision for d in first.siblingdecision_facts.order_by("decided_on")] == [
        "together",
        "apart",
    ]
    assert third.siblingdecision_facts.count() == 1


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"decision": "perhaps"}, "live together"),
        ({"decided_by": " "}, "who decided"),
        ({"reason": ""}, "why"),
    ],
)
def test_a_decision_is_whole(family, changes, words):
    with pytest.raises(children.SiblingsRefused, match=words):
        decided(family, **changes)
    assert not SiblingDecision.objects.exists()


def test_a_decision_is_for_brothers_and_sisters(family, child):
    with pytest.raises(children.SiblingsRefused, match="not recorded as brothers and sisters"):
        decided([family[0], child])
    with pytest.raises(children.SiblingsRefused, match="two children"):
        decided([family[0], family[0]])


def test_two_decisions_of_one_day_would_contradict_each_other(family):
    decided(family)
    with pytest.raises(children.SiblingsRefused, match="already recorded"):
        decided(family[1:], decision="apart")
