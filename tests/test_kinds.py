"""No kind of fact is forgotten: each has a page, a permission, questions in words, sentences."""

from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import FieldDoesNotExist

from casetrack.access.roles import ROLES
from casetrack.models import Child, Fact
from casetrack.record import registry
from casetrack.record.entry import entry_form
from casetrack.record.kind import Ask
from tests import timeline
from tests.cast import DAY

FACTS = [
    pytest.param(model, id=model._meta.label)
    for model in apps.get_models()
    if issubclass(model, Fact)
]
KINDS = [pytest.param(kind, id=kind.code) for kind in registry.every()]


@pytest.mark.parametrize("model", FACTS)
def test_a_fact_has_a_kind(model: type[Fact]) -> None:
    assert registry.of(model), "add one to the kinds of its floor"


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_may_record_it(kind) -> None:
    permissions = {kind.permission, *(change.permission for change in kind.changes)} - {None}
    held = frozenset().union(*(role.permissions for role in ROLES.values()))
    assert permissions <= held


@pytest.mark.parametrize("kind", KINDS)
def test_what_it_names_is_there(kind) -> None:
    names = {name for name in kind.asks if isinstance(name, str)} | set(kind.mended)
    names |= {name for change in kind.changes for name in change.asks if isinstance(name, str)}
    names |= set(kind.labels) | set(kind.choices) | set(kind.related) | set(kind.chain or ())
    for name in names:
        try:
            kind.model._meta.get_field(name)
        except FieldDoesNotExist:
            pytest.fail(f"{kind.model.__name__} has no field {name}")
    assert kind.asks or kind.model.__doc__, kind.code


@pytest.mark.django_db
@pytest.mark.parametrize("kind", KINDS)
def test_its_questions_are_in_words(kind) -> None:
    child = timeline.child("care 2024-01-01")
    forms = [kind.asks, kind.mended, *(change.asks for change in kind.changes)]
    for asks in forms:
        form = entry_form(kind, asks, child=child, today=DAY)
        for name, field in form.fields.items():
            label = str(field.label or "")
            assert label, f"{name} has no label"
            assert "_" not in label and label != _raw(name), f"{name} is asked as {label!r}"


@pytest.mark.parametrize("kind", KINDS)
def test_its_questions_are_not_taken_for_what_the_page_itself_sends(kind) -> None:
    asked = [kind.asks, kind.mended, *(change.asks for change in kind.changes)]
    sent = {"csrfmiddlewaretoken", "number", "version", "also", "why"}
    assert not sent & {_named(ask) for asks in asked for ask in asks}


def _raw(name: str) -> str:
    """The label that Django makes of a field's name where nobody gave it words."""
    return name.replace("_", " ").capitalize() if name.endswith(("_on", "_by", "_at")) else ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_change_is_named_in_words(kind) -> None:
    codes = [change.code for change in kind.changes]
    assert len(codes) == len(set(codes)), "two changes with one code"
    assert not {"correct", "take-back"} & set(codes), "these addresses are taken"
    for change in kind.changes:
        assert change.title and all(_named(ask) for ask in change.asks)


def _named(ask: str | Ask) -> Any:
    return ask if isinstance(ask, str) else ask.name


def test_a_child_is_not_a_fact() -> None:
    with pytest.raises(LookupError):
        registry.of(Child)
