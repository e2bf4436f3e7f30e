"""Whose returns somebody may load: those of the authorities where their role says so, today."""

from typing import Any

from django.db.models import QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import assignments
from casetrack.models import Authority
from returns.models import Difference, ImportRun, Return


def authorities(user: Any) -> list[Authority]:
    """The authorities in which `user` may load returns, each once, by name."""
    found = {
        held.authority_id: held.authority
        for held in assignments(user)
        if Permission.LOAD_RETURNS in ROLES[held.role].permissions
    }
    return sorted(found.values(), key=lambda authority: authority.name)


def runs(user: Any) -> QuerySet[ImportRun]:
    return ImportRun.objects.filter(authority__in=authorities(user))


def loaded(user: Any) -> QuerySet[Return]:
    return Return.objects.filter(authority__in=authorities(user))


def differences(user: Any) -> QuerySet[Difference]:
    """What returns say otherwise than people recorded, and nobody has decided yet."""
    return Difference.objects.filter(child__authority__in=authorities(user), decided_on=None)
