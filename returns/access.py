"""Whose returns somebody may load: those of the authorities where their role says so, today."""

from typing import Any

from django.db.models import QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities as held_in
from casetrack.models import Authority, Child
from returns.models import Difference, ImportRun, Return
from returns.ssda903.report import LISTS, rows_without


def authorities(user: Any) -> list[Authority]:
    """The authorities in which `user` may load returns, each once, by name."""
    return sorted(held_in(user, Permission.LOAD_RETURNS), key=lambda authority: authority.name)


def runs(user: Any) -> QuerySet[ImportRun]:
    return ImportRun.objects.filter(authority__in=authorities(user))


def loaded(user: Any) -> QuerySet[Return]:
    return Return.objects.filter(authority__in=authorities(user))


def differences(user: Any) -> QuerySet[Difference]:
    """What returns say otherwise than people recorded, undecided, where `user` loads returns."""
    reached = Child.objects.visible_to(user, Permission.LOAD_RETURNS)
    return Difference.objects.filter(child__in=reached, decided_on=None)


def as_read_by(user: Any, run: ImportRun) -> ImportRun:
    """The run, its report without what it says of children whose record is kept from `user`.

    Its counts stay: they name nobody. It is for showing, not for saving.
    """
    report = run.report or {}
    named = {one["child"] for name in LISTS for one in report.get(name, [])} - {""}
    hidden = _kept_from(user, run, named)
    if hidden:
        run.report = report | {
            name: [one for one in report.get(name, []) if one["child"] not in hidden]
            for name in LISTS
        }
        run.refused_rows = rows_without(run.refused_rows, hidden)
    return run


def _kept_from(user: Any, run: ImportRun, references: set[str]) -> set[str]:
    """Of these references those of children on record whom `user` may not see."""
    held = Child.objects.filter(authority=run.authority_id, reference__in=references)
    reached = Child.objects.visible_to(user, Permission.LOAD_RETURNS)
    return set(held.exclude(pk__in=reached.values("pk")).values_list("reference", flat=True))
