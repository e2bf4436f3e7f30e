"""What every page's frame needs: where the reader may go, and on what footing they are here."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import assignments, emergencies, may
from casetrack.navigation import PAGES

register = template.Library()


@register.simple_tag
def navigation(user: Any, path: str) -> list[dict[str, Any]]:
    """The pages that `user` may open, with the one that `path` is in marked."""
    found = []
    for name, words, permission in PAGES:
        if not may(user, permission):
            continue
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        found.append({"words": words, "address": address, "current": path.startswith(address)})
    return found


@register.simple_tag
def footing(user: Any) -> str:
    """Looked After North, Team manager: the roles held today."""
    held = [
        f"{role.team.name if role.team else role.authority.name}, {ROLES[role.role].title}"
        for role in assignments(user)
    ]
    return " · ".join(held)


@register.simple_tag
def opened_in_emergency(user: Any) -> list[Any]:
    """The records that `user` has opened in an emergency and that are open now."""
    return emergencies(user)


@register.filter
def allowed(user: Any, permission: str) -> bool:
    """`{% if user|allowed:"export-lists" %}`: the button is there only for who may use it."""
    return may(user, Permission(permission))


@register.filter
def item(mapping: Mapping[str, Any], key: str) -> Any:
    return mapping.get(key, "")
