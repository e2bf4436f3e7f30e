"""A record begins, within the reach of whoever begins it.

Some roles reach only the children allocated to them or to their team. There the child is allocated
in the same step, or else nobody could go on with what was begun.
"""

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Reach
from casetrack.access.visibility import carrying
from casetrack.actions import children, people
from casetrack.actions.refusal import Refused
from casetrack.models import AllocationRole, Authority, Child, Worker
from casetrack.recording import recording


class StartRefused(Refused):
    """The record cannot begin so."""


def reaches_everybody(user: Any, authority: Authority) -> bool:
    """Whether whoever starts a record there reaches it without an allocation."""
    return any(
        ROLES[held.role].reach is Reach.AUTHORITY
        or (ROLES[held.role].reach is Reach.TEAM and held.team_id is None)
        for held in carrying(user, Permission.RECORD_CHILD)
        if held.authority_id == authority.pk
    )


def workers_for(user: Any) -> QuerySet[Worker]:
    """Those to whom `user` may allocate a child and reach her then: themselves, or their team."""
    found = Q(pk__in=[])
    for held in carrying(user, Permission.RECORD_CHILD):
        if ROLES[held.role].reach is Reach.ALLOCATED:
            found |= Q(user=user.pk, authority=held.authority_id)
        elif ROLES[held.role].reach is Reach.TEAM and held.team_id is not None:
            found |= Q(team=held.team_id)
    return Worker.objects.filter(found)


def start(
    *,
    authority: Authority,
    reference: str,
    worker: Worker | None,
    on: date,
    by: Any,
    **known: Any,
) -> Child:
    """Begin the record of a child, and allocate her to `worker` as social worker from `on`.

    `known` is what `children.record` takes.
    """
    with recording("record.started", by=by):
        child = children.record(authority=authority, reference=reference, by=by, **known)
        if worker is not None:
            people.allocate(
                child=child, worker=worker, role=AllocationRole.SOCIAL_WORKER, on=on, by=by
            )
        reached = Child.objects.visible_to(by, Permission.RECORD_CHILD)
        if not reached.filter(pk=child.pk).exists():
            raise StartRefused(
                "You would not reach this record afterwards. Choose a social worker whose children"
                " you reach."
            )
        return child
