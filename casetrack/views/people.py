"""Who holds which role; giving roles and ending them. No way from here to a child."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import authorities
from casetrack.actions import people as giving
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes
from casetrack.models import Authority, RoleAssignment, Team, User

PAGE = 100


class GiveForm(forms.Form):
    """A role, where, for which team, and from when."""

    authority = forms.ModelChoiceField(
        Authority.objects.none(), label="Authority", empty_label=None
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[("", "Choose one"), *[(role.code, role.title) for role in ROLES.values()]],
        error_messages={"required": "Choose a role"},
    )
    team = forms.ModelChoiceField(
        Team.objects.none(),
        label="Team",
        required=False,
        empty_label="No team",
        help_text="For a team manager who sees the children of one team alone.",
    )
    starts_on = DateBoxes(label="From", hint="For example 27 3 2027")

    def __init__(self, user: User, by: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.by = user, by
        served = Authority.objects.filter(
            pk__in=[each.pk for each in authorities(by, Permission.MANAGE_PEOPLE)]
        )
        self.fields["authority"].queryset = served
        self.fields["team"].queryset = Team.objects.filter(authority__in=served)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if {"authority", "role", "starts_on"} <= found.keys():
            given = {"user": self.user, "by": self.by, "on": found["starts_on"]}
            given |= {name: found.get(name) for name in ("authority", "role", "team")}
            if reason := giving.why_not_assign_role(**given):
                self.add_error("role", reason)
        return found


class EndForm(forms.Form):
    """The first day on which the role is no longer held."""

    ends_on = DateBoxes(label="First day without the role", hint="For example 27 3 2027")


@needs(Permission.MANAGE_PEOPLE)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    found = _reached(request).prefetch_related(
        Prefetch("roles", _roles(request).on(today), to_attr="held")
    )
    page = Paginator(found.order_by("last_name", "first_name", "pk"), PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "casetrack/people.html", {"page": page, "today": today})


@needs(Permission.MANAGE_PEOPLE)
def person(request: HttpRequest, uuid: UUID) -> HttpResponse:
    user = get_object_or_404(_reached(request), uuid=uuid)
    form = GiveForm(user, request.user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = dict(form.cleaned_data)
        try:
            giving.assign_role(user=user, on=given.pop("starts_on"), by=request.user, **given)
        except Refused as refused:
            form.add_error("role", str(refused))
        else:
            messages.success(request, "The role is given.")
            return redirect("person", user.uuid)
    roles = list(_roles(request).filter(user=user).order_by("ends_on", "-starts_on"))
    context = {"person": user, "roles": roles, "form": form, "today": timezone.localdate()}
    return render(request, "casetrack/person.html", context)


@needs(Permission.MANAGE_PEOPLE)
def end_role(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    user = get_object_or_404(_reached(request), uuid=uuid)
    held = get_object_or_404(_roles(request), pk=number, user=user, ends_on=None)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            giving.end_role(assignment=held, on=form.cleaned_data["ends_on"], by=request.user)
        except Refused as refused:
            form.add_error("ends_on", str(refused))
        else:
            messages.success(request, "The end of the role is noted.")
            return redirect("person", user.uuid)
    return render(request, "casetrack/end_role.html", {"person": user, "held": held, "form": form})


def _reached(request: HttpRequest) -> QuerySet[User]:
    """Those who hold or held a role where the reader manages people, and those who never did."""
    served = authorities(request.user, Permission.MANAGE_PEOPLE)
    return User.objects.filter(Q(roles__authority__in=served) | Q(roles=None)).distinct()


def _roles(request: HttpRequest) -> Any:
    served = authorities(request.user, Permission.MANAGE_PEOPLE)
    found = RoleAssignment.objects.filter(authority__in=served)
    return found.select_related("authority", "team")
