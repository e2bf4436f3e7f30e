"""Which children somebody may see: role, then relationship, then restriction; judged as now.

A child who is adopted is kept at once to the roles that have something left to do for her, and once
her record is sealed it exists for nobody.

What was true on a past day is read from the facts; what a person may see of it is decided by the
roles and allocations they hold today, so a former worker does not keep a former view.

A person may hold several roles with different reach. Every question therefore names a permission,
and only the roles that carry it count: who reviews two children and loads the returns of all does
not review them all. `children()` is one condition on Child, all of it asked in the same statement.

Some reaches depend on facts of upper floors (an adoption plan); the floor that holds the facts
says how they are asked with `register_reach`, and with `register_sealed` which records are sealed.
"""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.utils import timezone

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Reach

NO_CHILD = Q(pk__in=[])
IRO = "iro"
# The codes of the return for care that ended with an adoption.
ADOPTED = ("E11", "E12")

# Emergency access opens a record for reading. A visit made or a child reported missing that night
# may be recorded; whatever else is found is recorded by those whose child it is.
EMERGENCY = frozenset({Permission.SEE_CHILDREN, Permission.SEE_HISTORY, Permission.RECORD_VISITS})

ChildIds = Callable[[date], Any]
_reaches: dict[Reach, ChildIds] = {}
_sealed: list[ChildIds] = []
SealedReferences = Callable[[int, Collection[str]], set[str]]
_sealed_references: list[SealedReferences] = []


def register_reach(reach: Reach, ids: ChildIds) -> None:
    """Have `reach` mean the children, of any authority, that the queryset `ids(today)` gives."""
    _reaches[reach] = ids


def register_sealed(ids: ChildIds) -> None:
    """Have the children whose ids the queryset `ids(today)` gives hidden from everybody."""
    if ids not in _sealed:
        _sealed.append(ids)


def register_sealed_references(among: SealedReferences) -> None:
    """`among(authority, references)`: those that a sealed record had before it was sealed."""
    if among not in _sealed_references:
        _sealed_references.append(among)


def sealed_references(authority: int, references: Collection[str]) -> set[str]:
    """Those of the references that are never given again: a sealed record bore them."""
    return {each for among in _sealed_references for each in among(authority, references)}


def assignments(user: Any) -> list[Any]:
    """The role assignments that `user` holds today, read once a request (kept on the user)."""
    if not user.is_authenticated:
        return []
    if not hasattr(user, "_assignments_today"):
        user._assignments_today = list(
            user.roles.on(timezone.localdate()).select_related("authority", "team")
        )
    held: list[Any] = user._assignments_today
    return held


def carrying(user: Any, permission: Permission) -> list[Any]:
    """Those of the role assignments held today that carry `permission`."""
    return [held for held in assignments(user) if permission in ROLES[held.role].permissions]


def may(user: Any, permission: Permission) -> bool:
    """Whether any role that `user` holds today carries `permission`."""
    return bool(carrying(user, permission))


def authorities(user: Any, permission: Permission | None = None) -> list[Any]:
    """The authorities in which `user` holds a role today (that carries `permission`), each once."""
    held = assignments(user) if permission is None else carrying(user, permission)
    return list({each.authority_id: each.authority for each in held}.values())


def emergencies(user: Any) -> list[Any]:
    """The records that `user` has opened in an emergency and that are still open, with the child.

    Asked of the database once a request, and only for those who could have opened one.
    """
    if not may(user, Permission.BREAK_GLASS):
        return []
    if not hasattr(user, "_emergencies_now"):
        opened = _model("BreakGlass").objects.in_force().filter(user=user)
        user._emergencies_now = list(opened.select_related("child").order_by("until"))
    found: list[Any] = user._emergencies_now
    return found


def allowed_by(user: Any, permission: Permission) -> list[str]:
    """Why `user` holds `permission` now, for the audit: `manager:North`, `break-glass:<uuid>`;
    `cover:I. Ashdown` of a reviewing officer who stands in for another today.
    """
    roles = [
        f"{held.role}:{held.team.name}" if held.team else held.role
        for held in carrying(user, permission)
    ]
    if IRO in roles:
        roles += [f"cover:{name}" for name in covering(user).values_list("absent__name", flat=True)]
    if permission not in EMERGENCY:
        return roles
    return roles + [f"break-glass:{opened.uuid}" for opened in emergencies(user)]


def children(user: Any, permission: Permission = Permission.SEE_CHILDREN) -> Q:
    """A condition on Child: the children with whom `permission` lets `user` work now.

    A restricted child is reached by the named people alone, through any role of theirs that reads
    records, so that those who were named to watch her waits do see them. Nobody who is excluded
    reaches the child, except in an emergency that will be reviewed.
    """
    allowed = NO_CHILD
    for held in carrying(user, permission):
        allowed |= _reach(user, held)
    return ((allowed & ~Q(pk__in=_excluded(user))) | _opened(user, permission)) & ~sealed()


def permitted(user: Any, child: Any) -> frozenset[Permission]:
    """What `user` may do with this child's record now, asked in one statement.

    Each counts only where a role that carries it reaches the child, or an emergency does.
    """
    by_roles: dict[Any, list[Permission]] = {}
    for permission in Permission:
        held = tuple(each.pk for each in carrying(user, permission))
        if held:
            by_roles.setdefault((held, permission in EMERGENCY), []).append(permission)
    groups = list(by_roles.values())
    reached = [
        Case(When(children(user, group[0]), then=Value(True)), default=Value(False))
        for group in groups
    ]
    row = _model("Child").objects.filter(pk=child.pk).values_list(*reached).first() or ()
    return frozenset(
        permission for group, yes in zip(groups, row, strict=False) if yes for permission in group
    )


def sealed() -> Q:
    """A condition on Child: the record is sealed, so that no role, name or emergency opens it."""
    found = NO_CHILD
    for ids in _sealed:
        found |= Q(pk__in=ids(timezone.localdate()))
    return found


def adopted() -> Q:
    """A condition on Child: an adoption order is made, or care ended with one, and no care since.

    From that moment only roles with something left to do reach the record, until it is sealed.
    """
    of_child, periods = {"child_id": OuterRef("pk")}, _model("CarePeriod").objects
    since = periods.filter(child_id=OuterRef("child_id"))
    orders = _model("CourtOrder").objects.filter(**of_child, kind="adoption", ended_on=None)
    ordered = orders.filter(~Exists(since.filter(starts_on__gt=OuterRef("made_on"))))
    ended = periods.filter(**of_child, end_reason__in=ADOPTED)
    left = ended.filter(~Exists(since.filter(starts_on__gte=OuterRef("ends_on"))))
    # Asked of each child, not as a list of all: of one record that is one look into an index.
    return Q(Exists(ordered)) | Q(Exists(left))


def is_adopted(child: Any) -> bool:
    """Whether `adopted` holds of this one child."""
    found: bool = _model("Child").objects.filter(adopted(), pk=child.pk).exists()
    return found


def _reach(user: Any, held: Any) -> Q:
    """The children that one role assignment reaches, restricted ones through being named."""
    reach = ROLES[held.role].reach
    everyone = Q(authority_id=held.authority_id)
    if reach is Reach.NOBODY:
        return NO_CHILD
    if reach is Reach.WATCH:
        return everyone
    restricted = Q(pk__in=_restricted())
    named = Q(pk__in=_restricted().filter(people__user_id=user.pk))
    closed = restricted if ROLES[held.role].after_adoption else restricted | adopted()
    return everyone & ((_related(user, held, reach) & ~closed) | named)


def _related(user: Any, held: Any, reach: Reach) -> Q:
    """The children of the authority with whom the role has to do."""
    if reach in _reaches:
        return Q(pk__in=_reaches[reach](timezone.localdate()))
    if reach is Reach.ALLOCATED:
        own = Q(pk__in=_allocated(role=held.role, worker__user_id=user.pk))
        return own | _covered(user) if held.role == IRO else own
    if reach is Reach.TEAM and held.team_id is not None:
        return Q(pk__in=_allocated(role="social-worker", worker__team_id=held.team_id))
    return Q() if reach in (Reach.AUTHORITY, Reach.TEAM) else NO_CHILD


def _allocated(**whose: Any) -> Any:
    """Ids of the children with such an allocation today; also the last one after care has ended."""
    return _model("Allocation").objects.on(timezone.localdate()).filter(**whose).values("child_id")


def _covered(user: Any) -> Q:
    """The children of the reviewing officers who are away, for whom `user` stands in today."""
    return Q(pk__in=_allocated(role=IRO, worker__in=covering(user).values("absent_id")))


def covering(user: Any) -> Any:
    """The cover that `user` gives today; it is not passed on to who covers them."""
    return _model("Cover").objects.on(timezone.localdate()).filter(stands_in__user_id=user.pk)


def _restricted() -> Any:
    """Ids of the children whose record only named people may see today."""
    return _model("Restriction").objects.on(timezone.localdate()).restricted().values("child_id")


def _excluded(user: Any) -> Any:
    """Ids of the children whose record is kept from `user` today."""
    found = _model("Restriction").objects.on(timezone.localdate()).excluded()
    return found.filter(people__user_id=user.pk).values("child_id")


def _opened(user: Any, permission: Permission) -> Q:
    """The children that an emergency has opened, as far as the user's own roles go there."""
    if permission not in EMERGENCY:
        return NO_CHILD
    own = {held.authority_id for held in carrying(user, permission)}
    served = [held for held in carrying(user, Permission.BREAK_GLASS) if held.authority_id in own]
    if not served:
        return NO_CHILD
    opened = _model("BreakGlass").objects.in_force().filter(user_id=user.pk).values("child_id")
    return Q(authority_id__in={held.authority_id for held in served}, pk__in=opened)


def _model(name: str) -> Any:
    return apps.get_model("casetrack", name)  # the access room stands below the models
