"""Sealing the record of a child who is adopted: what is done, what will happen, and the one button.

Brothers and sisters whom the reader may not see keep the plan for staying in touch as well; the
page does not say how many there are.
"""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from adoption import ready
from adoption.actions import sealing
from adoption.actions.sealing import NewName
from adoption.mentions import mentions
from casetrack import audit
from casetrack.access import visibility
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, text
from casetrack.models import Child
from casetrack.views.of_child import family, the_child

NEW = ("reference", "first_name", "last_name")


class SealForm(forms.Form):
    """The day of the return, the family's plan, the new name if there is to be a record of it."""

    reported_on = DateBoxes(
        label="When was the statutory return handed in that tells of the adoption?",
        hint="The record cannot be put right in a return afterwards.",
    )
    staying_in_touch = text(
        max_length=500,
        label="How do the brothers and sisters stay in touch?",
        help_text="This stays on the records of the brothers and sisters. Never write the new name,"
        " and never where the adopted child lives.",
    )
    first_name = text(max_length=100, label="New first name", required=False)
    last_name = text(max_length=100, label="New last name", required=False)
    reference = text(
        max_length=20, label="New reference", required=False, help_text="The authority’s own number"
    )
    sure = forms.BooleanField(
        label="Seal this record now",
        error_messages={"required": "Tick that the record is to be sealed now"},
    )

    def __init__(self, has_family: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_family:
            del self.fields["staying_in_touch"]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        given = [name for name in NEW if found.get(name)]
        if given and len(given) < len(NEW):
            for name in set(NEW) - set(given):
                self.add_error(name, "Enter all three for a record under the new name, or none")
        return found

    def after(self) -> NewName | None:
        values = {name: self.cleaned_data[name] for name in NEW}
        return NewName(**values) if values["reference"] else None


@needs(Permission.SEAL_RECORDS)
@sensitive_post_parameters()
def seal(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEAL_RECORDS)
    today = timezone.localdate()
    if not visibility.is_adopted(child):
        raise Http404
    others = sealing.brothers_and_sisters(child)
    form = SealForm(bool(others), request.POST if request.method == "POST" else None)
    if form.is_valid() and _sealed(request, child, form):
        messages.success(request, "The record is sealed.")
        return redirect("adopted")
    visible = family(request, child, Permission.SEAL_RECORDS)
    audit.looked(request, "child.seal", [child.pk, *(each.pk for each in visible)])
    context = {
        "child": child,
        "form": form,
        "steps": ready.steps(ready.with_days(Child.objects.filter(pk=child.pk)).get()),
        "lacks": sealing.why_not_seal(child, today),
        "mentions": mentions(child, visible),
    }
    return render(request, "adoption/seal.html", context)


def _sealed(request: HttpRequest, child: Child, form: SealForm) -> bool:
    try:
        sealing.seal(
            child=child,
            reported_on=form.cleaned_data["reported_on"],
            staying_in_touch=form.cleaned_data.get("staying_in_touch", ""),
            after=form.after(),
            on=timezone.localdate(),
            by=request.user,
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    return True
