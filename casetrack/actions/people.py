"""Teams, workers, the roles people hold, and who works with which child."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack.access.roles import ROLES, Reach
from casetrack.actions import changes
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Allocation,
    AllocationRole,
    Authority,
    Child,
    Origin,
    RoleAssignment,
    Team,
    User,
    Worker,
)
from casetrack.recording import recording

BATCH = 5_000


class AllocationRefused(Refused):
    """A child cannot be allocated to this worker, or the allocation cannot end, on this day."""


class RoleRefused(Refused):
    """A role cannot be assigned to this person, or cannot end, on this day."""


@dataclass(frozen=True)
class NewWorker:
    """A worker to be recorded: the registration number, the name, and the team if there is one."""

    reference: str
    name: str
    team: Team | None = None


@dataclass(frozen=True)
class NewAllocation:
    """Who works with a child in which role, from one day to another (none: still)."""

    child: int
    worker: int
    role: str
    starts_on: date
    ends_on: date | None = None


def start_team(*, authority: Authority, name: str, by: Any) -> Team:
    """A team begins; one that is already there under the name is returned as it is."""
    with recording("team.started", by=by, authority=authority.code):
        return Team.objects.get_or_create(authority=authority, name=name)[0]


def record_workers(
    *, authority: Authority, workers: Sequence[NewWorker], by: Any
) -> dict[str, Worker]:
    """Record workers who are not held yet, in one go; all of them by reference."""
    with recording("workers.recorded", by=by, authority=authority.code, workers=len(workers)):
        rows = [
            Worker(authority=authority, reference=w.reference, name=w.name, team=w.team)
            for w in workers
        ]
        Worker.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)
        held = Worker.objects.filter(
            authority=authority, reference__in=[worker.reference for worker in workers]
        )
        return {worker.reference: worker for worker in held}


def start_sign_in(
    *, username: str, first_name: str, last_name: str, email: str, password: str, by: Any
) -> User:
    """Let somebody sign in; what they may do comes from the roles they are given.

    Somebody who has the username already gets the new name and password.
    """
    with recording("sign_in.started", by=by):
        user, _made = User.objects.get_or_create(username=username)
        user.first_name, user.last_name, user.email = first_name, last_name, email
        user.set_password(password)
        user.save()
        return user


def link_sign_in(*, worker: Worker, user: User, by: Any) -> None:
    """The worker is the person who signs in as `user`."""
    with recording("worker.linked", by=by, worker=worker.pk, user_id=user.pk):
        worker.user = user
        worker.save(update_fields=["user"])


def why_not_assign_role(
    user: User, authority: Authority, role: str, on: date, by: Any, team: Team | None = None
) -> str:
    """Why `by` cannot give `user` the role from `on`; empty where they can."""
    if role not in ROLES:
        return "Choose one of the roles that Casetrack knows."
    if by is not None and by.pk == user.pk:
        return "Nobody gives themselves a role. Ask another administrator."
    if team is not None and team.authority_id != authority.pk:
        return "Choose a team of that authority."
    if team is not None and ROLES[role].reach is not Reach.TEAM:
        return "Only a team manager’s role is for one team. Leave the team out."
    held = user.roles.filter(authority=authority, role=role).overlapping(on, None)
    return "This person already holds that role from that day." if held.exists() else ""


def assign_role(
    *, user: User, authority: Authority, role: str, on: date, by: Any, team: Team | None = None
) -> RoleAssignment:
    """Let `user` act in a role from `on`; a manager's may be for one team alone."""
    with recording("role.assigned", by=by, user_id=user.pk, role=role):
        User.objects.select_for_update().get(pk=user.pk)
        if reason := why_not_assign_role(user, authority, role, on, by, team):
            raise RoleRefused(reason)
        return RoleAssignment.objects.create(
            user=user, authority=authority, role=role, team=team, starts_on=on
        )


def end_role(*, assignment: RoleAssignment, on: date, by: Any) -> None:
    """The person no longer holds the role on `on`."""
    with recording("role.ended", by=by, user_id=assignment.user_id, role=assignment.role):
        assignment = RoleAssignment.objects.select_for_update().get(pk=assignment.pk)
        if assignment.ends_on is not None:
            raise RoleRefused("That role has already ended.")
        if on <= assignment.starts_on:
            raise RoleRefused("A role must end after the day it began.")
        assignment.ends_on = on
        assignment.save(update_fields=["ends_on"])


def why_not_allocate(child: Child, worker: Worker, role: str, on: date) -> str:
    """Why the child cannot be allocated to the worker from `on`; empty where they can."""
    if worker.authority_id != child.authority_id:
        return "Choose a worker of the authority that looks after the child."
    if role not in AllocationRole.values:
        return "Choose whether this is the social worker or the reviewing officer."
    later = _allocations(child, role).filter(starts_on__gte=on)
    if later.exists():
        return "Somebody else was allocated on or after that day. Choose a later day."
    present = _allocations(child, role).on(on).first()
    if present is not None and present.worker_id == worker.pk:
        return "The child is already allocated to this worker."
    return ""


def allocate(
    *,
    child: Child,
    worker: Worker,
    role: str,
    on: date,
    by: Any,
    seen: Allocation | None = None,
) -> Allocation:
    """The worker works with the child from `on`; whoever did so before stops that day.

    `seen` is the allocation from which the worker takes over, which must be open still.
    """
    with recording("child.allocated", by=by, children=[child.pk], role=role, worker=worker.pk):
        if seen is not None:
            changes.check_open(seen)
        if reason := why_not_allocate(child, worker, role, on):
            raise AllocationRefused(reason)
        _allocations(child, role).on(on).update(ends_on=on)
        return Allocation.objects.create(child=child, worker=worker, role=role, starts_on=on)


def end_allocation(
    *, child: Child, role: str, on: date, by: Any, seen: Allocation | None = None
) -> None:
    """Nobody works with the child in that role from `on`; `seen`, if given, must be open still."""
    with recording("allocation.ended", by=by, children=[child.pk], role=role):
        if seen is not None:
            changes.check_open(seen)
        ended = _allocations(child, role).filter(ends_on=None, starts_on__lt=on).update(ends_on=on)
        if not ended:
            raise AllocationRefused("Nobody is allocated in that role before that day.")


def allocate_all(*, authority: Authority, allocations: Iterable[NewAllocation], by: Any) -> int:
    """Record many allocations in one go; the database refuses two at once in one role."""
    rows = [
        Allocation(
            child_id=new.child,
            worker_id=new.worker,
            role=new.role,
            starts_on=new.starts_on,
            ends_on=new.ends_on,
            origin=Origin.PERSON,
        )
        for new in allocations
    ]
    touched = {row.child_id for row in rows}
    with recording("children.allocated", by=by, children=touched, authority=authority.code):
        Allocation.objects.bulk_create(rows, batch_size=BATCH)
    return len(rows)


def _allocations(child: Child, role: str) -> Any:
    return Allocation.objects.filter(child=child, role=role)
