"""Who the child is: everything that is said of her, and a form for each part of it."""

import uuid as uuids
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.actions import children, submissions
from casetrack.forms import question, text
from casetrack.models import Child
from casetrack.models.codes import ETHNICITY
from casetrack.record.identity import WORDS, newest, said
from casetrack.views.of_child import the_child
from casetrack.views.sent import number_of, version_seen


@dataclass(frozen=True)
class Part:
    """What is asked together; `why` is the question after the reason for a change."""

    code: str
    title: str
    asks: Sequence[str]
    why: str = ""

    def asked(self, child: Child) -> Sequence[str]:
        """A baby who is expected has no date of birth to change: the birth is recorded instead."""
        if child.born_on is None and self.code == "birth":
            return ("expected_on",)
        return self.asks


PARTS = {
    part.code: part
    for part in (
        Part("names", "Names", ("first_name", "last_name", "known_as"), "Why do the names change?"),
        Part("birth", "Birth", ("born_on", "expected_on"), "If the date of birth changes, why?"),
        Part("origin", "Sex and ethnicity", ("sex", "ethnicity", "unaccompanied")),
        Part("disability", "Disability", ("disabled", "disability")),
        Part("beliefs", "Language, religion and needs", ("language", "religion", "needs")),
        Part("school", "School", ("upn",)),
    )
}
BIRTH_IS_RECORDED = "born"


class PartForm(forms.Form):
    """The questions of one part; a birth lies in the past."""

    def __init__(
        self, child: Child, asks: Sequence[str], today: date, *args: Any, why: str = "", **how: Any
    ) -> None:
        super().__init__(*args, **how)
        self.today = today
        for name in asks:
            self.fields[name] = _question(name)
        if why:
            self.fields["why"] = text(max_length=300, label=why, required=False)
        if child.born_on is not None and "born_on" in self.fields:
            self.fields["born_on"].required = True

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if (born := found.get("born_on")) is not None and born > self.today:
            self.add_error("born_on", "Enter a date that is not in the future")
        return found


def _question(name: str) -> forms.Field:
    field: Any = Child._meta.get_field(name)
    given: dict[str, Any] = {"label": WORDS[name]}
    if name == "ethnicity":
        given["choices"] = ETHNICITY.current
    if name == "disabled":
        given["label"] = "Is the child disabled?"
    if name == "upn":
        given["help_text"] = "A letter and 12 digits, for example B801200005001"
    return question(field, **given)


@needs(Permission.SEE_CHILDREN)
@require_safe
def identity(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    audit.looked(request, "child.identity", [child.pk])
    context = {
        "child": child,
        "parts": [(part, _rows(child, part.asks)) for part in PARTS.values()],
        "may_change": Permission.RECORD_CHILD in permitted(request.user, child),
    }
    return render(request, "casetrack/identity.html", context)


@needs(Permission.RECORD_CHILD)
def describe(request: HttpRequest, uuid: UUID, part: str) -> HttpResponse:
    """One part of who the child is, said anew."""
    wanted = PARTS.get(part)
    if wanted is None:
        raise Http404
    child = the_child(request, uuid, Permission.RECORD_CHILD)
    asks = wanted.asked(child)
    form = PartForm(
        child,
        asks,
        timezone.localdate(),
        request.POST if request.method == "POST" else None,
        initial={name: getattr(child, name) for name in asks},
        why=wanted.why if asks == wanted.asks else "",
    )

    def act() -> None:
        values = {name: form.cleaned_data[name] for name in asks}
        why = form.cleaned_data.get("why", "")
        seen = version_seen(request)
        children.describe(child=child, by=request.user, why=why, seen=seen, **values)

    return _answer(request, child, form, f"Change: {wanted.title.lower()}", act)


@needs(Permission.RECORD_CHILD)
def born(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The baby who was expected is born."""
    child = the_child(request, uuid, Permission.RECORD_CHILD)
    if child.born_on is not None and request.method != "POST":
        raise Http404
    typed = request.POST if request.method == "POST" else None
    form = PartForm(child, ("born_on",), timezone.localdate(), typed)
    form.fields["born_on"].required = True
    form.fields["born_on"].label = "When was the baby born?"

    def act() -> None:
        children.born(child=child, on=form.cleaned_data["born_on"], by=request.user)

    return _answer(request, child, form, "Record the birth", act)


def _answer(
    request: HttpRequest, child: Child, form: PartForm, title: str, act: Any
) -> HttpResponse:
    """The page of a form, or the way back once it is recorded."""
    back = reverse("child-identity", args=[child.uuid])
    version, stands = request.POST.get("version") or newest(child), []
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                submissions.claim(number_of(request))
                act()
        except submissions.AlreadySent as sent:
            messages.info(request, str(sent))
            return redirect(back)
        except children.ChildRefused as refused:
            form.add_error(refused.about if refused.about in form.fields else None, str(refused))
            if isinstance(refused, children.ChangedMeanwhile):
                version, stands = newest(child), _rows(child, form.fields)
        else:
            messages.success(request, "Recorded.")
            return redirect(back)
    audit.looked(request, "child.record", [child.pk], kind="identity")
    context = {
        "child": child,
        "title": title,
        "form": form,
        "stands": stands,
        "version": version,
        "number": request.POST.get("number") or uuids.uuid4(),
        "back": back,
    }
    return render(request, "casetrack/identity_form.html", context)


def _rows(child: Child, names: Any) -> list[tuple[str, str]]:
    """What the record says of each, with its words."""
    return [(WORDS[name], said(child, name)) for name in names if name in WORDS]
