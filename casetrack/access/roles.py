"""Roles as plain classes: what each may do and whose records it reaches, in words to sign off."""

from enum import StrEnum
from typing import ClassVar

from casetrack.access.permissions import Permission as P


class Reach(StrEnum):
    """Whose records a role reaches; restriction is applied on top."""

    NOBODY = "nobody"
    ALLOCATED = "the children allocated to this person"
    TEAM = "the children allocated to the workers of the team"
    AUTHORITY = "all children of the authority"


class Role:
    """One role. `code` is stored; everything else is read from the class."""

    code: ClassVar[str]
    title: ClassVar[str]
    description: ClassVar[str]
    reach: ClassVar[Reach]
    permissions: ClassVar[frozenset[P]]


class Manager(Role):
    code = "manager"
    title = "Team manager"
    description = (
        "Runs a team. Sees the tracker and the records of the children whose social worker is in "
        "the team (of the whole authority when no team is named), assigns actions, notes reasons "
        "and takes lists out."
    )
    reach = Reach.TEAM
    permissions = frozenset(
        {
            P.SEE_CHILDREN,
            P.SEE_TRACKER,
            P.SEE_CATALOGUE,
            P.EXPORT_LISTS,
            P.ASSIGN_ACTIONS,
        }
        | {P.NOTE_REASONS, P.SEE_TOTALS, P.SEE_JOBS}
    )


class Chair(Role):
    code = "chair"
    title = "Chair of the Permanence Monitoring Group"
    description = (
        "Chairs the Permanence Monitoring Group (PMG). Sees every child of the authority, assigns "
        "actions, notes reasons and takes lists out."
    )
    reach = Reach.AUTHORITY
    permissions = Manager.permissions


class IRO(Role):
    code = "iro"
    title = "Independent Reviewing Officer (IRO)"
    description = (
        "Reviews the plans of the children allocated to them and challenges delay. Sees those "
        "children's records and nobody else's."
    )
    reach = Reach.ALLOCATED
    permissions = frozenset(
        {
            P.SEE_CHILDREN,
            P.SEE_TRACKER,
            P.SEE_CATALOGUE,
            P.EXPORT_LISTS,
            P.ASSIGN_ACTIONS,
        }
        | {P.NOTE_REASONS}
    )


class SocialWorker(Role):
    code = "social-worker"
    title = "Social worker"
    description = "Works with the children allocated to them and sees those children's records."
    reach = Reach.ALLOCATED
    permissions = frozenset({P.SEE_CHILDREN, P.SEE_TRACKER, P.SEE_CATALOGUE, P.NOTE_REASONS})


class DataOfficer(Role):
    code = "data-officer"
    title = "Data officer"
    description = (
        "Loads the returns, mends their errors and watches the jobs. Sees every child of the "
        "authority, because a row can only be mended by someone who may read it."
    )
    reach = Reach.AUTHORITY
    permissions = frozenset(
        {P.SEE_CHILDREN, P.SEE_TRACKER, P.SEE_CATALOGUE, P.SEE_TOTALS, P.EXPORT_LISTS}
        | {P.LOAD_RETURNS, P.SEE_JOBS}
    )


class BoardMember(Role):
    code = "board-member"
    title = "Board member"
    description = (
        "Sees totals only, with numbers from 1 to 5 hidden. Never sees a child's record or a list "
        "of children."
    )
    reach = Reach.NOBODY
    permissions = frozenset({P.SEE_TOTALS, P.SEE_CATALOGUE})


ROLES: dict[str, type[Role]] = {
    role.code: role for role in (Manager, Chair, IRO, SocialWorker, DataOfficer, BoardMember)
}
