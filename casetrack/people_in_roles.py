"""People with the titles of the roles they hold, for lists of whom to choose or to look after."""

from datetime import date
from typing import Any

from django.db.models import QuerySet

from casetrack.access.roles import ROLES
from casetrack.models import RoleAssignment, User


def with_titles(people: QuerySet[User], authority: Any, day: date) -> list[tuple[User, str]]:
    """Each with "Team manager, North; Social worker": what they are in the authority on `day`."""
    held: dict[int, list[str]] = {}
    roles = RoleAssignment.objects.on(day).filter(authority=authority, user__in=people)
    for each in roles.select_related("team").order_by("role"):
        title = ROLES[each.role].title
        held.setdefault(each.user_id, []).append(f"{title}, {each.team}" if each.team else title)
    named = sorted(people, key=lambda person: (person.last_name, person.first_name, person.pk))
    return [(person, "; ".join(held.get(person.pk, []))) for person in named]
