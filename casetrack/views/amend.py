"""What becomes of a recorded fact: it changes, it is corrected, or it is taken back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.actions import changes, facts
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.record.entry import EntryForm, entry_form
from casetrack.record.kind import Change, Kind
from casetrack.record.reading import newest
from casetrack.views.entry import say
from casetrack.views.of_child import once_done, the_child, the_fact, the_kind, to_amend, way_on
from casetrack.views.sent import version_seen
from casetrack.words import uncapital

WHY = "Why was the record wrong?"


@needs(Permission.SEE_CHILDREN)
def change(request: HttpRequest, uuid: UUID, code: str, number: int, change: str) -> HttpResponse:
    """Something new happened to it: an order ended, a plan was ratified."""
    kind = the_kind(request, code, Permission.SEE_CHILDREN)
    wanted = kind.change(change)
    if wanted is None:
        raise Http404
    permission = _to_change(request, uuid, kind, number, wanted)
    child = the_child(request, uuid, permission)
    fact = the_fact(child, kind, number)
    if not wanted.offered(fact) and not _written_since(request, kind, fact):
        raise Http404
    form = _form(request, kind, wanted.asks, child)

    def act() -> Any:
        if not wanted.offered(fact):
            raise facts.FactRefused(changes.RECORDED)
        return wanted.act(fact, request.user, form.cleaned_data)

    return _answer(
        request,
        child,
        kind,
        fact,
        form,
        title=wanted.title,
        button="Record",
        act=act,
    )


@needs(Permission.CORRECT_FACTS)
def correct(request: HttpRequest, uuid: UUID, code: str, number: int) -> HttpResponse:
    """A mistake is put right; what was believed before stays in the history."""
    kind = the_kind(request, code)
    permission = to_amend(request, uuid, kind, number)
    child = the_child(request, uuid, Permission.CORRECT_FACTS, permission)
    fact = the_fact(child, kind, number)
    initial = {name: _shown(getattr(fact, name)) for name in kind.mended}
    form = _form(request, kind, kind.mended, child, initial=initial, why=WHY)

    def act() -> Any:
        values = {name: form.cleaned_data[name] for name in kind.mended}
        return facts.correct(
            fact=fact,
            values=values,
            what=kind.code,
            why=form.cleaned_data["why"],
            seen=version_seen(request),
            by=request.user,
            rule=kind.rule or facts.no_rule,
            chain=kind.chain,
        )

    title = f"Correct: {uncapital(kind.title)}"
    return _answer(request, child, kind, fact, form, title=title, button="Correct", act=act)


@needs(Permission.CORRECT_FACTS)
def take_back(request: HttpRequest, uuid: UUID, code: str, number: int) -> HttpResponse:
    """It never happened, or not to this child."""
    kind = the_kind(request, code)
    permission = to_amend(request, uuid, kind, number)
    child = the_child(request, uuid, Permission.CORRECT_FACTS, permission)
    fact = the_fact(child, kind, number)
    form = _form(request, kind, (), child, why="What was the mistake?")

    def act() -> None:
        facts.take_back(
            fact=fact,
            what=kind.code,
            why=form.cleaned_data["why"],
            seen=version_seen(request),
            by=request.user,
            rule=kind.holds or facts.no_rule,
        )

    title = f"Entered by mistake: {uncapital(kind.title)}"
    button = "Remove from the record"
    return _answer(request, child, kind, fact, form, title=title, button=button, act=act)


def _to_change(
    request: HttpRequest, uuid: UUID, kind: Kind, number: int, wanted: Change
) -> Permission:
    """The permission for this change of this fact, for somebody who holds it."""
    permission = wanted.permission or to_amend(request, uuid, kind, number)
    if wanted.owned is not None and may(request.user, permission):
        about = the_child(request, uuid, Permission.SEE_CHILDREN)
        permission = wanted.owned(the_fact(about, kind, number))
    if not may(request.user, permission):
        raise PermissionDenied
    return permission


def _written_since(request: HttpRequest, kind: Kind, fact: Any) -> bool:
    """Whether somebody wrote it anew after the form that was sent had been opened."""
    return 0 < version_seen(request) < newest(kind, fact.pk)


def _form(request: HttpRequest, kind: Kind, asks: Any, child: Child, **given: Any) -> EntryForm:
    typed = request.POST if request.method == "POST" else None
    return entry_form(kind, asks, child=child, today=timezone.localdate(), typed=typed, **given)


def _answer(
    request: HttpRequest,
    child: Child,
    kind: Kind,
    fact: Any,
    form: EntryForm,
    *,
    title: str,
    button: str,
    act: Callable[[], Any],
) -> HttpResponse:
    """The page, or the way on once the action is done."""
    back = way_on(request, child)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                act()
        except Refused as refused:
            say(form, refused)
        else:
            messages.success(request, "Recorded.")
            return once_done(request, child)
    audit.looked(request, "child.record", [child.pk], kind=kind.code)
    context = {
        "child": child,
        "kind": kind,
        "title": title,
        "told": list(kind.tell(fact)),
        "form": form,
        "version": request.POST.get("version") or newest(kind, fact.pk),
        "button": button,
        "back": back,
    }
    return render(request, "casetrack/entry.html", context)


def _shown(value: Any) -> Any:
    return value.pk if hasattr(value, "pk") else value
