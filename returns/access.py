"""Whose returns somebody may load: those of the authorities where their role says so, today."""

from typing import Any

from django.db.models import QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities as held_in
from casetrack.models import Authority, Child
from returns.models import Difference, ImportRun, Return


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
