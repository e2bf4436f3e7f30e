"""The people of the demo authority who sign in: at least one a role, with one password for all.

The password is printed and known to everybody, so they are made on a laptop or in a test alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.conf import settings
from django.db.models import Count

from casetrack.access.permissions import Permission
from casetrack.access.roles import IRO, ROLES, Manager, SocialWorker
from casetrack.actions import people
from casetrack.actions.refusal import Refused
from casetrack.models import Allocation, AllocationRole, Authority, Child, Team, User, Worker
from returns.demo.timelines import days
from returns.demo.workforce import PERMANENCE, REVIEWING, TEAMS

PASSWORD = "casetrack-demo"
DEMO_CODE = "DEMO"
TEAM = TEAMS[1]
HELD_SINCE_DAYS = 400


class NotHere(Refused):
    """A demo has no place where real records are kept."""


@dataclass(frozen=True)
class SignIn:
    """A line of the list: who signs in, in which role, and how many children they see.

    `children` is None for a role that reads no child's record.
    """

    username: str
    title: str
    where: str
    children: int | None


NAMES = {
    "manager": ("Joanne", "Ackroyd"),
    "service-manager": ("Delroy", "Sutcliffe"),
    "fostering": ("Bronwen", "Astley"),
    "adoption-agency-worker": ("Kiran", "Mistry"),
    "legal": ("Aoife", "Hennessy"),
    "court-progression-officer": ("Tom", "Garside"),
    "virtual-school": ("Yewande", "Coker"),
    "iro-manager": ("Judith", "Marsden"),
    "chair": ("Farida", "Rahman"),
    "secretary": ("Piotr", "Zielinski"),
    "director": ("Rosalind", "Peake"),
    "agency-decision-maker": ("Hilary", "Threlfall"),
    "nominated-officer": ("Samir", "Qureshi"),
    "data-officer": ("Owen", "Tranter"),
    "board-member": ("Marcia", "Dacre"),
    "guardian": ("Ngozi", "Eze"),
    "adoption-records": ("Winifred", "Lomax"),
    "administrator": ("Callum", "Bright"),
}
COLLEAGUES = 8
"""So many more social workers sign in, so that a group can ask them for updates."""
# A sealed record is opened by two together.
SECONDS = {"adoption-records": ("Bernard", "Tyldesley")}


def refuse_in_production() -> None:
    if settings.PRODUCTION:
        raise NotHere(
            "CASETRACK_MODE is production: the demo authority has a known password and is made on"
            " a laptop only."
        )


def make(authority: Authority, today: date) -> None:
    """One person a role; the social worker and the IRO are workers with children today."""
    refuse_in_production()
    team = Team.objects.get(authority=authority, name=TEAM)
    busiest = {
        SocialWorker.code: _busiest(authority, AllocationRole.SOCIAL_WORKER, TEAM, today),
        IRO.code: _busiest(authority, AllocationRole.IRO, REVIEWING, today),
    }
    for role in ROLES:
        worker = busiest.get(role)
        first, last = worker.name.split(" ", 1) if worker else NAMES[role]
        user = _sign_in(authority, role, username_of(role, authority), (first, last), team, today)
        if worker is not None:
            people.link_sign_in(worker=worker, user=user, by=None)
    for role, name in SECONDS.items():
        _sign_in(authority, role, f"{username_of(role, authority)}-2", name, team, today)
    for number, worker in enumerate(_colleagues(authority, today), start=3):
        _worker_signs_in(authority, SocialWorker.code, number, worker, today)
    if (officer := _busiest(authority, AllocationRole.IRO, REVIEWING, today)) is not None:
        _worker_signs_in(authority, IRO.code, 2, officer, today)


def _worker_signs_in(
    authority: Authority, role: str, number: int, worker: Worker, today: date
) -> None:
    """One more person of the role, who is a worker with children."""
    first, last = worker.name.split(" ", 1)
    team = Team.objects.get(authority=authority, name=TEAM)
    username = f"{username_of(role, authority)}-{number}"
    user = _sign_in(authority, role, username, (first, last), team, today)
    people.link_sign_in(worker=worker, user=user, by=None)


def _sign_in(
    authority: Authority, role: str, username: str, name: tuple[str, str], team: Team, today: date
) -> User:
    user = people.start_sign_in(
        username=username,
        first_name=name[0],
        last_name=name[1],
        email=f"{username}@demo.invalid",
        password=PASSWORD,
        by=None,
    )
    people.assign_role(
        user=user,
        authority=authority,
        role=role,
        team=team if role == Manager.code else None,
        on=today - days(HELD_SINCE_DAYS),
        by=None,
    )
    return user


def listed(authority: Authority) -> list[SignIn]:
    """Everybody who can sign in to this demo authority, in the order of the roles."""
    found = []
    for role, definition in ROLES.items():
        reads = Permission.SEE_CHILDREN in definition.permissions
        first = username_of(role, authority)
        for user in User.objects.filter(username__in=[first, f"{first}-2"]).order_by("pk"):
            held = user.roles.filter(authority=authority, role=role).select_related("team").first()
            where = held.team.name if held and held.team else ""
            seen = Child.objects.visible_to(user).filter(authority=authority).count()
            found.append(SignIn(user.username, definition.title, where, seen if reads else None))
    return found


def username_of(role: str, authority: Authority) -> str:
    """The role itself for the usual demo; another demo authority adds its code."""
    return role if authority.code == DEMO_CODE else f"{role}-{authority.code.lower()}"


def _busiest(authority: Authority, role: str, team: str, today: date) -> Worker | None:
    """The worker of the team with most children today, of those who do not sign in yet."""
    working = Allocation.objects.filter(worker__user=None, worker__team__name=team)
    return next(_by_children(working, authority, role, today), None)


def _colleagues(authority: Authority, today: date) -> list[Worker]:
    """Those of two teams who work with most children today and do not sign in yet."""
    teams = (PERMANENCE, TEAM)
    working = Allocation.objects.filter(worker__user=None, worker__team__name__in=teams)
    found = _by_children(working, authority, AllocationRole.SOCIAL_WORKER, today)
    return list(islice(found, COLLEAGUES))


def _by_children(working: Any, authority: Authority, role: str, today: date) -> Iterator[Worker]:
    present = working.on(today).filter(child__authority=authority, role=role)
    counted = present.values("worker_id").annotate(n=Count("pk")).order_by("-n", "worker_id")
    return (Worker.objects.get(pk=each["worker_id"]) for each in counted)
