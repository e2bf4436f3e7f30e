"""What every page about one child begins with."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from casetrack.access.permissions import Permission
from casetrack.access.visibility import is_adopted, may
from casetrack.models import Child
from casetrack.record import registry
from casetrack.record.kind import Kind

KEPT_NOW = "The record is now kept to those who have something left to do after the adoption."
OUT_OF_REACH = "You do not reach this record any more."


def the_child(request: HttpRequest, uuid: UUID, *permissions: Permission) -> Child:
    """The child, for somebody who may do all this with her record; to others she does not exist.

    Each permission must come from a role that reaches her: one may correct in one part and record
    reviews in another, and yet not correct the reviews of a child.
    """
    found = Child.objects.select_related("authority")
    for permission in permissions:
        found = found.visible_to(request.user, permission)
    return get_object_or_404(found, uuid=uuid)


def the_kind(request: HttpRequest, code: str, permission: Permission | None = None) -> Kind:
    """The kind of fact, for somebody who may record it (or has the `permission` named)."""
    kind = registry.named(code)
    if kind is None:
        raise Http404
    wanted = (permission,) if permission else kind.permissions
    if not any(may(request.user, each) for each in wanted):
        raise PermissionDenied
    return kind


def to_enter(request: HttpRequest, kind: Kind) -> Permission:
    """The permission to record a fact with the code that was chosen; before that, one held."""
    held = [each for each in kind.permissions if may(request.user, each)]
    chosen = request.POST.get(kind.apart.field) if kind.apart else ""
    wanted = kind.needs(request.POST) if chosen else held[0]
    if wanted not in held:
        raise PermissionDenied
    return wanted


def to_amend(request: HttpRequest, uuid: UUID, kind: Kind, number: int) -> Permission:
    """The permission to write this fact anew, for somebody who holds it."""
    wanted = kind.permission
    if kind.apart is not None or kind.owned is not None:
        child = the_child(request, uuid, Permission.SEE_CHILDREN)
        wanted = kind.needs(vars(the_fact(child, kind, number)))
    if not may(request.user, wanted):
        raise PermissionDenied
    return wanted


def the_fact(child: Child, kind: Kind, number: int) -> Any:
    return get_object_or_404(kind.model, child=child, pk=number)


def family(request: HttpRequest, child: Child, permission: Permission) -> list[Child]:
    """The brothers and sisters for whom the same person may record the same."""
    if child.siblings_id is None:
        return []
    visible = Child.objects.visible_to(request.user, permission).filter(siblings=child.siblings_id)
    return list(visible.exclude(pk=child.pk).order_by("born_on", "reference"))


def way_on(request: HttpRequest, child: Child) -> str:
    """To the history for those who may read it, else back to what may be recorded."""
    reads = may(request.user, Permission.SEE_HISTORY)
    return reverse("child-history" if reads else "child-record", args=[child.uuid])


def once_done(request: HttpRequest, child: Child) -> HttpResponse:
    """The way on, unless what was recorded keeps the record from whoever recorded it."""
    if not Child.objects.visible_to(request.user).filter(pk=child.pk).exists():
        messages.info(request, KEPT_NOW if is_adopted(child) else OUT_OF_REACH)
        return redirect("home")
    return redirect(way_on(request, child))
