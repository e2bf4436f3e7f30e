"""Which children somebody may see: role, then relationship. Judged as now, always.

What was true on a past day is read from the facts; what a person may see of it is decided by the
roles and allocations they hold today, so a former worker does not keep a former view.
"""

from typing import Any

from django.db.models import Q
from django.utils import timezone

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Reach

NO_CHILD = Q(pk__in=[])


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


def may(user: Any, permission: Permission) -> bool:
    """Whether any role that `user` holds today carries `permission`."""
    return any(permission in ROLES[held.role].permissions for held in assignments(user))


def authorities(user: Any) -> list[Any]:
    """The authorities in which `user` holds a role today, each once."""
    return list({held.authority_id: held.authority for held in assignments(user)}.values())


def children(user: Any) -> Q:
    """A condition on Child: the children whose record `user` may read now."""
    allowed = NO_CHILD
    for held in assignments(user):
        allowed |= _reach(user, held)
    return allowed


def _reach(user: Any, held: Any) -> Q:
    """The children that one role assignment reaches."""
    reach = ROLES[held.role].reach
    if reach is Reach.NOBODY:
        return NO_CHILD
    everyone = Q(authority_id=held.authority_id)
    if reach is Reach.AUTHORITY or (reach is Reach.TEAM and held.team_id is None):
        return everyone
    if reach is Reach.TEAM:
        return everyone & Q(pk__in=_allocated(role="social-worker", worker__team_id=held.team_id))
    return everyone & Q(pk__in=_allocated(role=held.role, worker__user_id=user.pk))


def _allocated(**whose: Any) -> Any:
    """Ids of the children with such an allocation today; also the last one after care has ended."""
    from django.apps import apps  # the access room stands below the models

    allocation = apps.get_model("casetrack", "Allocation")
    return allocation.objects.on(timezone.localdate()).filter(**whose).values("child_id")
