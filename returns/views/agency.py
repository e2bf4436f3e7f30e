"""The regional agency's own list: handed over, compared, and decided child by child."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.actions.refusal import Refused
from casetrack.lists import MOST_BYTES, MOST_ROWS, ListRefused
from returns.actions import agency
from returns.agency import compare, read
from returns.agency.fields import TITLES
from returns.models import AgencyDifference

NOT_YOURS = "You may not record that. Ask somebody who records it."


class ListForm(forms.Form):
    """The list, pasted or as a file; what of it cannot be read at all is said beside it."""

    text = forms.CharField(
        label="Paste the list",
        required=False,
        max_length=MOST_BYTES,
        help_text="With its headings in the first line. Cells copied from a spreadsheet will do.",
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    file = forms.FileField(label="Or choose a file", required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        file, text = found.get("file"), found.get("text", "")
        if not file and not text.strip():
            self.add_error("text", "Paste the list, or choose a file")
        elif file and text.strip():
            self.add_error("text", "Paste the list or choose a file, not both")
        else:
            self._read(file.read(MOST_BYTES + 1) if file else text)
        return found

    def _read(self, data: bytes | str) -> None:
        try:
            self.found = read.read(data, timezone.localdate())
        except ListRefused as refused:
            self.add_error("file" if isinstance(data, bytes) else "text", str(refused))


@needs(Permission.RECORD_ADOPTION)
@sensitive_post_parameters("text")
def agency_list(request: HttpRequest) -> HttpResponse:
    """What is handed over is answered at once and not kept, but for the days that differ."""
    children = compare.reached(request.user)
    typed = request.POST if request.method == "POST" else None
    form = ListForm(typed, request.FILES if typed is not None else None)
    compared = None
    if form.is_valid():
        today = timezone.localdate()
        compared = compare.compare(form.found, children, today)
        agency.keep(compared=compared, on=today, by=request.user)
    waiting, refused = compare.waiting(children), compare.decided(children)
    shown = {each.child.pk for each in (*waiting, *refused)}
    if compared is not None:
        shown |= {child.pk for child in (*compared.children, *compared.only_recorded)}
    audit.looked(request, "agency-list", shown)
    context = {
        "form": form,
        "compared": compared,
        "waiting": waiting,
        "refused": refused,
        "titles": TITLES,
        "most": MOST_ROWS,
    }
    return render(request, "returns/agency_list.html", context)


@needs(Permission.RECORD_ADOPTION)
@require_POST
def decide(request: HttpRequest) -> HttpResponse:
    """Which one stands in the form, not in the address: it has no number that may be shown."""
    difference = _asked(request)
    today = timezone.localdate()
    try:
        if request.POST.get("decision") == "refuse":
            reason = request.POST.get("reason", "")
            agency.refuse(difference=difference, reason=reason, on=today, by=request.user)
            messages.success(request, "The record stands. The list is not asked about it again.")
        elif not _may_accept(request.user, difference):
            messages.error(request, NOT_YOURS)
        else:
            agency.accept(difference=difference, on=today, by=request.user)
            messages.success(request, "The record has the day of the agency’s list now.")
    except Refused as why:
        messages.error(request, " ".join([str(why), *getattr(why, "fields", {}).values()]).strip())
    return redirect("agency-list")


def _asked(request: HttpRequest) -> AgencyDifference:
    asked: Any = request.POST.get("difference", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 18 else 0
    reached = AgencyDifference.objects.filter(child__in=compare.reached(request.user))
    return get_object_or_404(reached.select_related("child"), pk=number)


def _may_accept(user: Any, difference: AgencyDifference) -> bool:
    fact = compare.field_held(difference.field, [difference]).get(difference.child_id)
    return agency.needed(difference, fact) <= permitted(user, difference.child)
