"""In whom the members of a group have an interest of their own: declared, and taken back."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.typed import number
from oversight.chosen import ReferenceForm
from oversight.views.meetings import reached_in, the_group
from permanence.actions import meetings as actions
from permanence.models import GroupMember, Interest


class InterestForm(ReferenceForm):
    """Which member, in which child, and what the interest is."""

    def __init__(self, members: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["member"] = forms.ModelChoiceField(
            members,
            label="Which member?",
            to_field_name="uuid",
            empty_label="Choose one",
            error_messages={"required": "Choose a member"},
        )
        self.fields["member"].label_from_instance = lambda member: member.called
        self.fields["reason"] = question(Interest._meta.get_field("reason"))
        self.order_fields(["member", "reference", "reason"])


@needs(Permission.PREPARE_MEETINGS)
@sensitive_post_parameters("reference", "reason")
def interests(request: HttpRequest, uuid: UUID) -> HttpResponse:
    series, today = the_group(request, uuid), timezone.localdate()
    reached = reached_in(request.user, series)
    listed = Interest.objects.on(today).filter(member__series=series, child__in=reached)
    listed = listed.select_related("member__user", "child").order_by("child__reference")
    step = request.POST.get("do", "") if request.method == "POST" else ""
    members = GroupMember.objects.on(today).filter(series=series).select_related("user")
    form = InterestForm(members, request.POST if step == "declare" else None)
    if step == "withdraw":
        _withdraw(request, listed)
        return redirect("group-interests", series.uuid)
    if step == "declare" and form.is_valid() and _declare(request, reached, form):
        return redirect("group-interests", series.uuid)
    audit.looked(request, "interests", {interest.child_id for interest in listed})
    context = {"series": series, "listed": listed, "form": form}
    return render(request, "oversight/interests.html", context)


def _declare(request: HttpRequest, reached: Any, form: InterestForm) -> bool:
    typed = form.cleaned_data
    child = form.child(reached)
    if child is None:
        return False
    given = {"member": typed["member"], "reason": typed["reason"], "on": timezone.localdate()}
    try:
        actions.declare(child=child, by=request.user, **given)
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "The interest is recorded. The member sees nothing of the child.")
    return True


def _withdraw(request: HttpRequest, listed: Any) -> None:
    found = listed.filter(pk=number(request.POST.get("interest", "")) or 0).first()
    try:
        if found is None:
            raise actions.MeetingRefused("That interest was taken back already.")
        actions.withdraw(interest=found, on=timezone.localdate(), by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The interest is taken back.")
