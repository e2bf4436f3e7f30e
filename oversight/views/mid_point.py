"""The mid-point between two reviews, made for a telephone: what is recorded stands beside each
question, and what the officer types is kept as they type it.
"""

import uuid as uuids
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.record.entry import EntryForm, entry_form
from casetrack.views.entry import record
from casetrack.views.of_child import the_child
from oversight.child_record import ChildRecord
from oversight.mid_point import Beside, looking, recorded_meanwhile
from permanence.actions import mid_points
from permanence.kinds.mid_points import KINDS
from permanence.models import QUESTIONS, MidPoint, MidPointDraft

(KIND,) = KINDS
PARTS = ("day", "month", "year")
TWICE = (
    "More was typed on another device since you opened this page. It is here now: look through it, "
    "then record."
)


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters()
def mid_point(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child, today = the_child(request, uuid, Permission.RECORD_REVIEWS), timezone.localdate()
    shown = looking(ChildRecord(child, today))
    begun = MidPointDraft.objects.filter(child=child, written_by=request.user).first()
    kept: Mapping[str, str] = begun.typed if begun else {}
    missed = _typed_elsewhere(request, begun)
    typed = None if request.method != "POST" else {**request.POST.dict(), **missed}
    form = _form(child, today, typed, {**_suggested(shown.beside), **kept})
    for name in ("still_needed", "reason"):
        form.fields[name].required, form.fields[name].help_text = shown.asks_order, ""
    if missed:
        form.add_error(None, TWICE)
    elif form.is_valid() and record(request, form, KIND, [child]):
        on = form.cleaned_data["held_on"]
        made = MidPoint.objects.filter(child=child, held_on=on).values_list("pk", flat=True)
        return redirect("child-mid-point-held", uuid, made[0])
    audit.looked(request, "mid-point", [child.pk], record=child.pk)
    context = {
        "child": child,
        "today": today,
        "shown": shown,
        "form": form,
        "questions": [
            (form[name], form[f"{name}_words"], shown.beside[name]) for name in QUESTIONS
        ],
        "another_day": any(name.startswith("held_") for name in typed or kept),
        "draft": begun,
        "kept_days": mid_points.DRAFTS_KEPT.days,
        "as_kept": begun.saved_at.isoformat() if begun else "",
        "meanwhile": recorded_meanwhile(shown.earlier, begun),
        "number": request.POST.get("number") or uuids.uuid4(),
    }
    return render(request, "oversight/mid_point.html", context)


@needs(Permission.RECORD_REVIEWS)
@require_POST
@sensitive_post_parameters()
def draft(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """What was typed is kept: by the page's script as it is typed, else by a button."""
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    by_script = request.headers.get("Draft") == "yes"
    try:
        if request.POST.get("do") == "discard":
            mid_points.discard_draft(child=child, by=request.user)
            messages.success(request, "What you had typed is thrown away.")
            return redirect("child", uuid)
        typed = {name: said for name, said in request.POST.items() if name in NAMES}
        kept = mid_points.keep_draft(child=child, typed=typed, by=request.user)
    except Refused as refused:
        if by_script:
            return HttpResponse(str(refused), status=409, content_type="text/plain")
        messages.error(request, str(refused))
        return redirect("child-mid-point", uuid)
    if by_script:
        at = timezone.localtime(kept.saved_at)
        mark = kept.saved_at.isoformat()
        return JsonResponse({"at": f"{at:%H:%M}", "draft": mark, "typed": kept.typed})
    messages.success(request, "Kept. You can go on with it on any device on which you sign in.")
    return redirect("child-mid-point", uuid)


def _names() -> frozenset[str]:
    """What a box of the form is called: of a day there are three."""
    found = []
    for ask in KIND.asks:
        name = ask if isinstance(ask, str) else ask.name
        found += [f"{name}-{part}" for part in PARTS] if name == "held_on" else [name]
    return frozenset(found)


def _form(child: Child, today: date, typed: Any, kept: Mapping[str, str]) -> EntryForm:
    form = entry_form(KIND, KIND.asks, child=child, today=today, typed=typed, initial=dict(kept))
    boxes = {f"held_on-{part}": str(getattr(today, part)) for part in PARTS}
    form.initial["held_on"] = boxes | {name: kept[name] for name in boxes if name in kept}
    return form


def _suggested(beside: Mapping[str, Beside]) -> dict[str, str]:
    return {
        name: said
        for question, each in beside.items()
        for name, said in ((question, each.answer), (f"{question}_words", each.words))
        if said
    }


def _typed_elsewhere(request: HttpRequest, draft: MidPointDraft | None) -> dict[str, str]:
    """What another device has kept since this page was opened, where nothing is typed here."""
    if request.method != "POST" or draft is None:
        return {}
    if request.POST.get("draft", "") == draft.saved_at.isoformat():
        return {}
    return {name: said for name, said in draft.typed.items() if said and not request.POST.get(name)}


NAMES = _names()
