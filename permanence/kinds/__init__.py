"""The kinds of fact of this floor: plans and their steps, reviews, visits, the child's voice."""

from typing import Any

from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.models import User

OFFICERS = with_permission(Permission.RECORD_REVIEWS)


def officers(child: Any) -> Any:
    """Those who are or were reviewing officers of the child's authority, or lead them."""
    held = User.objects.filter(roles__authority=child.authority_id, roles__role__in=OFFICERS)
    return held.distinct().order_by("last_name", "username")


def the_officer(user: Any) -> str:
    """As a sentence begins with them."""
    return f"The reviewing officer, {user}," if user else "The reviewing officer"
