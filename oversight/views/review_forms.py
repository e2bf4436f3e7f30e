"""What the small forms of a review share: their questions, and how one is answered."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from casetrack import audit
from casetrack.forms import question
from casetrack.models import Child, ImportantPerson
from casetrack.record.entry import EntryForm
from casetrack.views.entry import once


def form_of(
    model: Any,
    names: Iterable[str],
    child: Child,
    typed: Any = None,
    *,
    initial: Mapping[str, Any] | None = None,
    ahead: tuple[str, ...] = (),
    **given: Mapping[str, Any],
) -> EntryForm:
    """The questions of these fields; `given` has what a question is asked with, by its name."""
    form = EntryForm(typed, initial=dict(initial or {}))
    form.today, form.ahead, form.earliest = timezone.localdate(), ahead, child.born_on
    for name in names:
        form.fields[name] = question(model._meta.get_field(name), **given.get(name, {}))
    return numbered(form)


def numbered(form: EntryForm) -> EntryForm:
    """With a number of its own: pressed twice it records once."""
    form.number = uuid.uuid4()  # type: ignore[attr-defined]
    return form


def not_to_know(child: Child) -> list[ImportantPerson]:
    """Who must not be told where the child lives, as at today."""
    people = ImportantPerson.objects.on(timezone.localdate()).filter(child=child, not_to_know=True)
    return list(people.order_by("name"))


def done(request: HttpRequest, form: EntryForm, act: Callable[[dict[str, Any]], Any]) -> bool:
    """Whether what was sent is recorded; where it is not, the form has the reason."""
    if not form.is_bound or not form.is_valid():
        return False
    return once(request, form, lambda: act(form.cleaned_data))


def answered(
    request: HttpRequest,
    child: Child,
    form: EntryForm,
    act: Callable[[dict[str, Any]], Any],
    *,
    back: str,
    **shown: Any,
) -> HttpResponse:
    """The form on a page of its own, with its title and button; or back once it is recorded."""
    if done(request, form, act):
        return redirect(back)
    audit.looked(request, "review.form", [child.pk])
    number = request.POST.get("number") or getattr(form, "number", "")
    context = {"child": child, "form": form, "number": number, "back": back} | shown
    return render(request, "casetrack/entry.html", context)
