"""How the tests of this floor record facts through their pages."""

import re
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from casetrack.models import Authority, Child, RoleAssignment, User
from casetrack.record import registry
from tests.cast import LONG_AGO

__all__ = ["change", "correct", "entered", "somebody", "told"]


def somebody(role: str, authority: Authority) -> User:
    """Somebody with one role from long ago on, named after it."""
    user = User.objects.create_user(f"the-{role}")
    RoleAssignment.objects.create(user=user, authority=authority, role=role, starts_on=LONG_AGO)
    return user


def dated(values: dict[str, Any]) -> dict[str, str]:
    """`2026-03-04` as the three boxes in which it is typed; anything else as it is."""
    typed: dict[str, str] = {}
    for name, value in values.items():
        if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
            parts = zip(("year", "month", "day"), value.split("-"), strict=True)
            typed |= {f"{name}-{part}": text for part, text in parts}
        else:
            typed[name] = value
    return typed


def entered(client: Client, child: Child, kind: str, /, **values: Any) -> HttpResponse:
    """Send the page that records a fact of this kind."""
    return client.post(reverse("child-enter", args=[child.uuid, kind]), dated(values))


def change(client: Client, fact: Any, code: str, /, **values: Any) -> HttpResponse:
    """Send the page of something that became of the fact."""
    kind = registry.of(fact).code
    address = reverse("child-change", args=[fact.child.uuid, kind, fact.pk, code])
    return client.post(address, dated(values))


def correct(client: Client, fact: Any, /, **values: Any) -> HttpResponse:
    """Send the page that puts the fact right, opened just before."""
    kind = registry.of(fact).code
    address = reverse("child-correct", args=[fact.child.uuid, kind, fact.pk])
    seen = re.search(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert seen, "the form carries the version"
    return client.post(address, {"version": seen[1], "why": "A slip", **dated(values)})


def told(fact: Any) -> list[tuple[date, str]]:
    """The sentences of a fact as it stands in the database."""
    fact = type(fact).objects.get(pk=fact.pk)
    return [(each.on, each.sentence) for each in registry.of(fact).tell(fact)]
