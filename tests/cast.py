"""A fixed cast: one user a role, a stranger, and three children whose stories the page tests know.

On `DAY` Amara's placement order is 243 days old and 122 days past the target; Tomas, her brother,
waits as long and has another team's worker; Noor belongs to another authority.
"""

from dataclasses import dataclass
from datetime import date

from django.test import Client

from casetrack.access.roles import ROLES, Reach
from casetrack.models import (
    Allocation,
    Authority,
    Child,
    RoleAssignment,
    SiblingGroup,
    Team,
    User,
    Worker,
)
from oversight.clocks.engine import refresh
from tests import timeline

DAY = date(2026, 6, 1)
LONG_AGO = date(2020, 1, 1)
PASSWORD = "correct horse battery staple"
WAITING = (
    "care 2025-03-01; status C1 2025-03-01 .. 2025-10-01; status E1 2025-10-01;"
    " home U6 2025-03-01; decision 2025-09-15; plan adoption 2025-09-15;"
    " contingency long-term-fostering 2025-09-15; review 2025-12-20; review 2026-05-20"
)


@dataclass
class Cast:
    """Everybody, by the part they play."""

    authority: Authority
    elsewhere: Authority
    manager: User
    chair: User
    iro: User
    social_worker: User
    data_officer: User
    board_member: User
    service_manager: User
    guardian: User
    administrator: User
    stranger: User
    nobody: User
    north_worker: Worker
    south_worker: Worker
    amara: Child
    tomas: Child
    noor: Child


def assemble() -> Cast:
    authority = Authority.objects.create(code="CAST", name="Castle Council", records_live=True)
    elsewhere = Authority.objects.create(code="ELSE", name="Elsewhere Council", records_live=True)
    north, south = (
        Team.objects.create(authority=authority, name=name) for name in ("North", "South")
    )
    social_worker = a_user("social-worker", authority, "social-worker")
    iro = a_user("iro", authority, "iro")
    north_worker = a_worker(authority, "N. Okafor", north, social_worker)
    south_worker = a_worker(authority, "S. Farrell", south, None)
    iro_worker = a_worker(authority, "I. Ashdown", None, iro)
    family = SiblingGroup.objects.create(authority=authority)
    amara = _child(authority, "A1", "Amara", f"born 2021-09-10; {WAITING}")
    tomas = _child(authority, "A2", "Tomas", f"born 2019-11-30; {WAITING}")
    noor = _child(elsewhere, "B1", "Noor", f"born 2020-02-02; {WAITING}")
    Child.objects.filter(pk__in=[amara.pk, tomas.pk]).update(siblings=family)
    for child, worker in ((amara, north_worker), (tomas, south_worker)):
        _allocate(child, worker, "social-worker")
        _allocate(child, iro_worker, "iro")
    refresh([amara.pk, tomas.pk, noor.pk])
    return Cast(
        authority=authority,
        elsewhere=elsewhere,
        manager=a_user("manager", authority, "manager", north),
        chair=a_user("chair", authority, "chair"),
        iro=iro,
        social_worker=social_worker,
        data_officer=a_user("data-officer", authority, "data-officer"),
        board_member=a_user("board-member", authority, "board-member"),
        service_manager=a_user("service-manager", authority, "service-manager"),
        guardian=a_user("guardian", authority, "guardian"),
        administrator=a_user("administrator", authority, "administrator"),
        stranger=a_user("stranger", elsewhere, "chair"),
        nobody=User.objects.create_user("nobody", password=PASSWORD),
        north_worker=north_worker,
        south_worker=south_worker,
        amara=amara,
        tomas=tomas,
        noor=noor,
    )


def one_of_each_role(authority: Authority, team: Team) -> dict[str, User]:
    """A user of every role there is, by its code: a role that is added is met wherever all are
    walked. Where a role reaches a team's children, it is this team's.
    """
    return {
        code: a_user(f"every-{code}", authority, code, team if role.reach is Reach.TEAM else None)
        for code, role in ROLES.items()
    }


def signed_in(user: User) -> Client:
    """A browser in which `user` has signed in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def a_user(name: str, authority: Authority, role: str, team: Team | None = None) -> User:
    user = User.objects.create_user(name, password=PASSWORD)
    RoleAssignment.objects.create(
        user=user, authority=authority, team=team, role=role, starts_on=LONG_AGO
    )
    return user


def a_worker(authority: Authority, name: str, team: Team | None, user: User | None) -> Worker:
    return Worker.objects.create(
        authority=authority, reference=name.upper(), name=name, team=team, user=user
    )


def _child(authority: Authority, reference: str, first_name: str, history: str) -> Child:
    child = timeline.child(history, authority=authority, reference=reference)
    child.first_name, child.last_name = first_name, "Bello"
    child.save()
    return child


def _allocate(child: Child, worker: Worker, role: str) -> None:
    Allocation.objects.create(child=child, worker=worker, role=role, starts_on=date(2025, 3, 1))
