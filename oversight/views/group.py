"""A Permanence Monitoring Group: set up, changed, its members, the dates of its meetings."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, question, text
from casetrack.models import User
from casetrack.typed import WrongDate, typed_date
from oversight.views.meetings import the_group
from permanence.actions import meetings as actions
from permanence.models import GroupMember, MeetingSeries

USUAL_NAME = "Permanence Monitoring Group"
ASKED = ("name", "place", "starts_at", "minutes", "minutes_a_child", "quorum")
PEOPLE = ("chair", "deputy", "secretary")
LADDER = {
    "team_after": "Working days until the team manager is told",
    "service_after": "Working days until the service manager is told",
    "chair_after": "Working days until the chair of the group is told",
    "director_after": "Working days until the director of children’s services is told",
}
"""How an action that nobody did goes up, counted from the day by which it was to be done."""
NO_NUMBER = dict.fromkeys(("required", "invalid"), "Enter a number of working days, such as 5")


def _people(authority: Any) -> Any:
    """Those who hold a role in the authority today."""
    held = User.objects.filter(roles__in=authority.roleassignment_set.on(timezone.localdate()))
    return held.distinct().order_by("last_name", "first_name", "username")


class GroupForm(forms.Form):
    """What a group is; whose, where the reader serves several and it is new."""

    def __init__(self, series: MeetingSeries, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in (*ASKED, *PEOPLE):
            field = MeetingSeries._meta.get_field(name)
            people = {"queryset": _people(series.authority)} if name in PEOPLE else {}
            self.fields[name] = question(field, **people)
        for name, label in LADDER.items():
            field = MeetingSeries._meta.get_field(name)
            self.fields[name] = question(field, label=label, error_messages=NO_NUMBER)
        if not series.pk:
            self.fields["starts_on"] = DateBoxes(label="Since when?", hint="For example 27 3 2026")
        self.initial = {name: getattr(series, name) for name in (*ASKED, *LADDER, "starts_on")}
        self.initial |= {name: getattr(series, f"{name}_id") for name in PEOPLE}
        if series.starts_at:
            self.initial["starts_at"] = f"{series.starts_at:%H:%M}"

    @property
    def ladder(self) -> list[Any]:
        return [self[name] for name in LADDER]

    @property
    def others(self) -> list[Any]:
        return [field for field in self if field.name not in LADDER]


class MemberForm(forms.Form):
    """Somebody joins: chosen among those with an account, or by name."""

    def __init__(self, series: MeetingSeries, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = GroupMember._meta.get_field
        self.fields["user"] = question(field("user"), queryset=_people(series.authority))
        self.fields["name"] = question(field("name"))
        self.fields["seat"] = question(field("seat"))
        self.fields["on"] = DateBoxes(label="Since when?", hint="For example 27 3 2026")


class DatesForm(forms.Form):
    """Days on which the group meets, one to a line, as people write them."""

    days = text(
        label="On which days does it meet?",
        help_text="One to a line, for example 27 3 2026. Days it has already are left as they are.",
    )

    def clean_days(self) -> list[date]:
        found = []
        for line in self.cleaned_data["days"].splitlines():
            if parts := line.replace("/", " ").replace(".", " ").split():
                boxes = dict(zip(("d-day", "d-month", "d-year"), parts, strict=False))
                try:
                    if len(parts) != 3 or (day := typed_date(boxes, "d")) is None:
                        raise WrongDate("Enter each day as day, month and year, such as 27 3 2026")
                except WrongDate as wrong:
                    raise forms.ValidationError(f"{line.strip()}: {wrong}") from None
                found.append(day)
        return found


@needs(Permission.PREPARE_MEETINGS)
def start(request: HttpRequest) -> HttpResponse:
    """Set up a group of an authority for which the reader prepares meetings."""
    served = authorities(request.user, Permission.PREPARE_MEETINGS)
    code = request.GET.get("authority", "")
    authority = next((each for each in served if each.code == code), served[0])
    series = MeetingSeries(authority=authority, name=USUAL_NAME, starts_on=timezone.localdate())
    return _form(request, series, served)


@needs(Permission.PREPARE_MEETINGS)
def change(request: HttpRequest, uuid: UUID) -> HttpResponse:
    return _form(request, the_group(request, uuid), [])


def _form(request: HttpRequest, series: MeetingSeries, served: list[Any]) -> HttpResponse:
    form = GroupForm(series, request.POST if request.method == "POST" else None)
    if form.is_valid():
        for name, answer in form.cleaned_data.items():
            setattr(series, name, answer)
        try:
            actions.save_series(series=series, by=request.user)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The group is saved.")
            return redirect("group", series.uuid)
    context = {"form": form, "series": series, "served": served if len(served) > 1 else []}
    return render(request, "oversight/group_form.html", context)


@needs(Permission.PREPARE_MEETINGS)
def group(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """Its members and its dates; both forms stand on the page, and each keeps what was typed."""
    series = the_group(request, uuid)
    today = timezone.localdate()
    step = request.POST.get("do", "") if request.method == "POST" else ""
    member = MemberForm(series, request.POST if step == "join" else None, initial={"on": today})
    days = DatesForm(request.POST if step == "date" else None)
    try:
        if step == "join" and member.is_valid():
            actions.join(series=series, by=request.user, **member.cleaned_data)
            messages.success(request, "The member is added.")
            return redirect("group", series.uuid)
        if step == "date" and days.is_valid():
            made = actions.schedule(series=series, days=days.cleaned_data["days"], by=request.user)
            messages.success(request, f"Meetings added: {len(made)}.")
            return redirect("group", series.uuid)
    except Refused as refused:
        (member if step == "join" else days).add_error(None, str(refused))
    context = {
        "series": series,
        "member_form": member,
        "dates_form": days,
        "form": days if step == "date" else member,
        "members": series.members.on(today).select_related("user"),
        "meetings": series.meetings.all(),
        "today": today,
    }
    return render(request, "oversight/group.html", context)


@needs(Permission.PREPARE_MEETINGS)
def leave(request: HttpRequest, uuid: UUID, member: UUID) -> HttpResponse:
    """A member's last day is today."""
    series = the_group(request, uuid)
    found = get_object_or_404(GroupMember.objects.filter(series=series), uuid=member)
    if request.method == "POST":
        try:
            actions.leave(member=found, on=timezone.localdate(), by=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The member has left the group.")
        return redirect("group", series.uuid)
    return render(request, "oversight/group_leave.html", {"series": series, "member": found})
