"""Recording: what may be recorded for a child, and the page that records one fact."""

import uuid as uuids
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may, permitted
from casetrack.actions import facts, submissions
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.record import registry
from casetrack.record.entry import EntryForm, entry_form
from casetrack.record.kind import Group, Kind
from casetrack.recording import hold
from casetrack.views.of_child import family, once_done, the_child, the_kind, to_enter
from casetrack.views.sent import number_of
from casetrack.words import uncapital


@needs(Permission.SEE_CHILDREN)
@require_safe
def choose(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Everything that this reader may record for the child, by group."""
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    allowed = permitted(request.user, child)
    groups: dict[Group, list[Kind]] = {}
    for kind in registry.every():
        if kind.asks and allowed.intersection(kind.permissions):
            groups.setdefault(kind.group, []).append(kind)
    audit.looked(request, "child.record", [child.pk])
    context = {
        "child": child,
        "groups": groups.items(),
        "describes": Permission.RECORD_CHILD in allowed,
    }
    return render(request, "casetrack/choose.html", context)


@needs(Permission.SEE_CHILDREN)
def enter(request: HttpRequest, uuid: UUID, code: str) -> HttpResponse:
    """One fact, for the child and any of her brothers and sisters who are ticked."""
    kind = the_kind(request, code)
    if not kind.asks:
        raise Http404
    permission = to_enter(request, kind)
    child = the_child(request, uuid, permission)
    typed = request.POST if request.method == "POST" else None
    form = entry_form(kind, kind.asks, child=child, today=timezone.localdate(), typed=typed)
    offer_held(form, kind, request.user)
    others = family(request, child, permission) if kind.for_family else []
    ticked = {str(each.uuid) for each in others} & set(request.POST.getlist("also"))
    if typed is not None and form.is_valid():
        wanted = [child, *(each for each in others if str(each.uuid) in ticked)]
        if record(request, form, kind, wanted):
            return once_done(request, child)
    audit.looked(request, "child.record", [child.pk, *(each.pk for each in others)], kind=kind.code)
    context = {
        "child": child,
        "kind": kind,
        "title": f"Record: {uncapital(kind.title)}",
        "hint": kind.hint,
        "form": form,
        "family": [(each, str(each.uuid) in ticked) for each in others],
        "number": request.POST.get("number") or uuids.uuid4(),
        "button": "Record",
        "back": reverse("child-record", args=[uuid]),
    }
    return render(request, "casetrack/entry.html", context)


def offer_held(form: EntryForm, kind: Kind, user: Any) -> None:
    """Offer no code that this reader may not record."""
    if kind.apart is None:
        return
    name = kind.apart.field
    asked: Any = form.fields[name]
    asked.choices = [
        pair for pair in asked.choices if not pair[0] or may(user, kind.needs({name: pair[0]}))
    ]


def record(request: HttpRequest, form: EntryForm, kind: Kind, children: list[Child]) -> bool:
    """Write the fact for every child or for none; False where the form has the reason instead."""
    prefix = ""

    def act() -> None:
        nonlocal prefix
        hold(child.pk for child in children)
        for child in children:
            prefix = f"{child.name}: " if len(children) > 1 else ""
            write(kind, child, request.user, form.cleaned_data)

    return once(request, form, act, whose=lambda: prefix)


def once(
    request: HttpRequest,
    form: forms.Form,
    act: Callable[[], Any],
    *,
    done: str = "Recorded.",
    whose: Callable[[], str] = str,
) -> bool:
    """Do it, all or nothing, and once however often the form is sent; False where the form has the
    reason instead, which begins with `whose` it is.
    """
    try:
        with transaction.atomic():
            submissions.claim(number_of(request))
            act()
    except submissions.AlreadySent as sent:
        messages.info(request, str(sent))
    except Refused as refused:
        say(form, refused, whose())
        return False
    else:
        messages.success(request, done)
    return True


def write(kind: Kind, child: Child, by: Any, values: dict[str, Any]) -> None:
    if kind.act is not None:
        kind.act(child, by, values)
        return
    fact = kind.model(child=child, **values)
    facts.record(fact=fact, what=kind.code, by=by, rule=kind.rule or facts.no_rule)


def say(form: forms.Form, refused: Refused, prefix: str = "") -> None:
    """Put the reason of a refusal beside its question, or at the head of the page."""
    for name, reason in refused.fields.items():
        form.add_error(name if name in form.fields else None, prefix + reason)
    if not refused.fields or refused.message:
        form.add_error(None, prefix + (refused.message or str(refused)))
