"""Keeping a record to named people or from them, and the guardian's page of all that is kept so.

Both speak of a child by reference alone: who restricts a record need not be able to read it.
"""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.actions import restrictions as keeping
from casetrack.actions.refusal import Refused
from casetrack.forms import choice, text
from casetrack.models import Child, Restriction, User
from casetrack.people_in_roles import with_titles
from casetrack.views.of_child import the_child
from casetrack.views.sent import version_seen


class RestrictionForm(forms.Form):
    """Who may or may not see the record, and why."""

    kind = choice(Restriction.Kind.choices, label="Who may see this record?")
    reason = text(max_length=500, label="Why?", help_text="Up to 500 characters.")
    people = forms.MultipleChoiceField(
        label="The people I name",
        error_messages={
            "required": "Name at least one person",
            "invalid_choice": "Choose from the people on this page",
        },
    )

    def __init__(self, child: Child, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child, self.today = child, today
        self.nameable = with_titles(keeping.nameable(child, today), child.authority, today)
        self.fields["people"].choices = [(str(each.uuid), each) for each, _ in self.nameable]

    def offered(self) -> list[tuple[User, str, bool]]:
        """Each who may be named, with their roles, and whether they were ticked."""
        ticked = self["people"].value() or []
        return [(each, titles, str(each.uuid) in ticked) for each, titles in self.nameable]

    def clean_people(self) -> list[User]:
        chosen = set(self.cleaned_data["people"])
        return [each for each, _ in self.nameable if str(each.uuid) in chosen]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"kind", "reason", "people"} <= found.keys():
            reasons = keeping.why_not_restrict(child=self.child, on=self.today, **found)
            for field, reason in reasons.items():
                self.add_error(field, reason)
        return found


@needs(Permission.RESTRICT_CHILDREN)
def restrict(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.RESTRICT_CHILDREN)
    today = timezone.localdate()
    form = RestrictionForm(child, today, request.POST if request.method == "POST" else None)
    version = request.POST.get("version") or keeping.version(child)
    if form.is_valid():
        seen = version_seen(request)
        try:
            keeping.restrict(child=child, on=today, by=request.user, seen=seen, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
            version = keeping.version(child)
        else:
            messages.success(request, f"Who may see the record {child.reference} is changed.")
            return _onwards(request, child)
    audit.looked(request, "child.restrict", [child.pk])
    held = Restriction.objects.on(today).filter(child=child).select_related("set_by")
    context = {"child": child, "form": form, "version": version}
    context["held"] = held.prefetch_related("people__user")
    return render(request, "casetrack/restrict.html", context)


@needs(Permission.RESTRICT_CHILDREN)
@require_POST
def lift(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.RESTRICT_CHILDREN)
    kind = request.POST.get("kind", "")
    try:
        keeping.lift(child=child, kind=kind, on=timezone.localdate(), by=request.user)
        messages.success(request, f"The restriction of the record {child.reference} is lifted.")
    except Refused as refused:
        messages.error(request, str(refused))
    return _onwards(request, child)


@needs(Permission.REVIEW_ACCESS)
@require_safe
def restrictions(request: HttpRequest) -> HttpResponse:
    """Those whose waits nobody watches first; then every restriction in force."""
    today = timezone.localdate()
    watched = Child.objects.visible_to(request.user, Permission.REVIEW_ACCESS)
    held = Restriction.objects.on(today).filter(child__in=watched).with_watchers(today)
    held = held.select_related("child", "child__authority", "set_by")
    shown = list(held.prefetch_related("people__user").order_by("child__reference", "kind"))
    audit.looked(request, "restrictions", {each.child_id for each in shown})
    context = {"held": shown, "unwatched": [each for each in shown if each.missing]}
    return render(request, "casetrack/restrictions.html", context)


def _onwards(request: HttpRequest, child: Child) -> HttpResponse:
    """Back to the page, unless what was done keeps the record from whoever did it."""
    if may(request.user, Permission.REVIEW_ACCESS):
        return redirect("restrictions")
    reached = Child.objects.visible_to(request.user, Permission.RESTRICT_CHILDREN)
    if reached.filter(pk=child.pk).exists():
        return redirect("child-restrict", child.uuid)
    return redirect("home")
