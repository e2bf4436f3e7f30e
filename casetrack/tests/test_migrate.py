"""Migrating quicker than Django does changes nothing of what comes of it."""

from io import StringIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db.migrations import AddField, CreateModel, Migration
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import Field, ForeignKey, TextField

from casetrack.management.commands.migrate import CreateTogether, drawn_less_often, together
from casetrack.models import Child


def test_only_tables_in_a_row_are_created_together() -> None:
    first, second, third = (CreateModel(name, []) for name in ("A", "B", "C"))
    added = AddField("A", "words", TextField())
    found = list(together([first, second, added, third]))
    assert [type(each) for each in found] == [CreateTogether, AddField, CreateTogether]
    assert [_tables(each) for each in found] == [[first, second], [], [third]]


def _tables(operation: Operation) -> list[CreateModel]:
    return operation.operations if isinstance(operation, CreateTogether) else []


def test_taken_together_the_migrations_end_in_the_same_models() -> None:
    loader = MigrationLoader(None)
    leaves = sorted(loader.graph.leaf_nodes())
    plan = dict.fromkeys(key for leaf in leaves for key in loader.graph.forwards_plan(leaf))
    quick = loader.project_state([])
    for key in plan:
        for operation in together(loader.graph.nodes[key].operations):
            operation.state_forwards(key[0], quick)
    assert len(quick.models) > 100
    for states in ((quick, loader.project_state()), (loader.project_state(), quick)):
        assert MigrationAutodetector(*states).changes(loader.graph) == {}


def test_a_field_copied_while_a_migration_is_applied_is_one_of_its_own() -> None:
    field = Child._meta.get_field("authority")
    copied = []

    class Copying(Operation):
        def state_forwards(self, app_label: str, state: ProjectState) -> None:
            copied.append(field.clone())

        def database_forwards(self, *args: Any) -> None:
            pass

    migration = Migration("copies", "casetrack")
    migration.operations = [Copying()]
    with drawn_less_often():
        migration.apply(ProjectState(), SimpleNamespace(atomic_migration=True, collect_sql=False))
        assert not hasattr(field.clone(), "model"), "elsewhere Django’s own way holds"
    (copy,) = copied
    assert isinstance(copy, ForeignKey) and copy is not field
    assert copy.deconstruct()[1:] == field.deconstruct()[1:]
    assert copy.remote_field is not field.remote_field and copy.remote_field.field is copy


@pytest.mark.django_db
def test_nothing_to_migrate_is_said_and_no_more() -> None:
    said = StringIO()
    call_command("migrate", stdout=said)
    assert "No migrations to apply." in said.getvalue()


def test_django_is_as_before_afterwards() -> None:
    apply, clone = Migration.apply, Field.clone
    with drawn_less_often():
        assert Migration.apply is not apply
    assert (Migration.apply, Field.clone) == (apply, clone)
