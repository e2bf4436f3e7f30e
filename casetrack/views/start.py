"""Starting the record of a child, once it is sure that there is none.

What is typed travels in the body of the request alone. Children whom the reader may not see are
never offered as the same child, and a reference that is theirs is refused as any other.
"""

import uuid as uuids
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit, search, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from casetrack.actions import children, starting, submissions
from casetrack.actions.refusal import Refused
from casetrack.forms import question
from casetrack.models import Authority, Child, Worker
from casetrack.record.identity import WORDS
from casetrack.views.sent import number_of

NOT_TYPED = ("csrfmiddlewaretoken", "number", "shown", "none", "change")
ASKED = ("first_name", "last_name", "known_as", "sex", "born_on", "expected_on")
HINTS = {
    "born_on": "For example 27 3 2026. Leave it empty before the birth.",
    "expected_on": "Only for a baby who is not born yet, or was born early or late.",
}


class StartForm(forms.Form):
    """What is known of the child at first, and who will work with her where that must be said."""

    authority = forms.ModelChoiceField(
        Authority.objects.none(), label="Authority", empty_label=None
    )
    reference = forms.CharField(
        label="Reference",
        max_length=20,
        help_text="The council’s own number for the child, as in its other systems.",
        error_messages={"required": "Enter the child’s reference"},
    )

    def __init__(self, user: Any, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.today = user, today
        served = authorities(user, Permission.RECORD_CHILD)
        self.fields["authority"].queryset = Authority.objects.filter(
            pk__in=[each.pk for each in served]
        )
        self.only = served[0] if len(served) == 1 else None
        if self.only is not None:
            del self.fields["authority"]
        for name in ASKED:
            given = {"help_text": HINTS[name]} if name in HINTS else {}
            field: Any = Child._meta.get_field(name)
            self.fields[name] = question(field, label=WORDS[name], required=False, **given)
        self.own = list(starting.workers_for(user))
        self.anybody = [each for each in served if starting.reaches_everybody(user, each)]
        self.stuck = not self.own and not self.anybody
        if len(self.own) > 1:
            self.fields["worker"] = _worker(self.own, required=len(self.anybody) < len(served))

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        born, expected = found.get("born_on"), found.get("expected_on")
        if born is not None and born > self.today:
            self.add_error("born_on", "Enter a date that is not in the future")
        if {"born_on", "expected_on"} <= found.keys() and born is None and expected is None:
            self.add_error("born_on", children.NO_DAY)
        if born is not None and not (found.get("first_name") or found.get("last_name")):
            self.add_error("first_name", "Enter the child’s name")
        return found

    def known(self) -> dict[str, Any]:
        """What the action takes; the only worker there can be is not asked for."""
        known = dict(self.cleaned_data)
        known.setdefault("authority", self.only)
        if known["authority"] in self.anybody:
            known.setdefault("worker", None)
        elif len(self.own) == 1:
            known["worker"] = self.own[0]
        return {"worker": None} | known

    def entered(self) -> list[tuple[str, str]]:
        """What was typed, in words, to be looked over."""
        return [
            (str(self.fields[name].label), _words(self.fields[name], value))
            for name, value in self.cleaned_data.items()
            if value
        ]

    def may_be(self) -> list[tuple[Child, list[str]]]:
        """Those among the children the reader may see who may be this one."""
        said = self.cleaned_data
        names = {f"{said['first_name']} {said['last_name']}".strip()} - {""}
        if said["known_as"]:
            names.add(f"{said['known_as']} {said['last_name']}")
        days = {said[name] for name in ("born_on", "expected_on")} - {None}
        visible = Child.objects.visible_to(self.user)
        return search.alike(visible, sorted(names), sorted(days))


def _words(field: forms.Field, value: Any) -> str:
    if isinstance(value, date):
        return words.long_day(value)
    offered = dict(field.choices) if type(field) is forms.ChoiceField else {}
    return str(offered.get(value, value))


def _worker(workers: list[Worker], required: bool) -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        required=required,
        queryset=Worker.objects.filter(pk__in=[each.pk for each in workers]),
        label="Who will be the child’s social worker?",
        help_text="From today. You reach the record through this allocation.",
        empty_label="Choose one",
        error_messages={"required": "Answer “Who will be the child’s social worker?”"},
    )


@needs(Permission.RECORD_CHILD)
@sensitive_post_parameters()
def start(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    form = StartForm(request.user, today, request.POST if request.method == "POST" else None)
    ruled_out = set(request.POST.getlist("shown")) if "none" in request.POST else set()
    same: list[tuple[Child, list[str]]] = []
    if form.is_valid() and not form.stuck and "change" not in request.POST:
        same = [each for each in form.may_be() if str(each[0].uuid) not in ruled_out]
        if not same and (way_on := _record(request, form, today)):
            return way_on
    audit.looked(request, "child.start", [child.pk for child, _ in same])
    found = search.described([child for child, _ in same], today)
    context = {
        "form": form,
        "same": [(each, reasons) for each, (_, reasons) in zip(found, same, strict=True)],
        "shown": ruled_out | {str(child.uuid) for child, _ in same},
        "entered": form.entered() if same else [],
        "typed": [pair for pair in request.POST.items() if pair[0] not in NOT_TYPED],
        "number": request.POST.get("number") or uuids.uuid4(),
    }
    return render(request, f"casetrack/start{'_same' if same else ''}.html", context)


def _record(request: HttpRequest, form: StartForm, today: date) -> HttpResponse | None:
    """The way on once the record is started, or None, with the reason on the form."""
    known = form.known()
    try:
        with transaction.atomic():
            submissions.claim(number_of(request))
            child = starting.start(on=today, by=request.user, **known)
    except submissions.AlreadySent as sent:
        messages.info(request, str(sent))
        return _to_what_was_started(request, known)
    except Refused as refused:
        about = getattr(refused, "about", "")
        form.add_error(about if about in form.fields else None, str(refused))
        if isinstance(refused, children.ReferenceTaken):
            _write_down(request, known)
        return None
    worker = known["worker"]
    allocated = f" The child is allocated to {worker.name}." if worker else ""
    messages.success(request, f"The record is started.{allocated}")
    return redirect("child", child.uuid)


def _to_what_was_started(request: HttpRequest, known: dict[str, Any]) -> HttpResponse:
    child = _of_reference(known).visible_to(request.user).first()
    return redirect("child", child.uuid) if child else redirect("search")


def _of_reference(known: dict[str, Any]) -> Any:
    return Child.objects.filter(
        authority=known["authority"], reference=known["reference"].strip().upper()
    )


def _write_down(request: HttpRequest, known: dict[str, Any]) -> None:
    """Somebody who tries references out, to learn which there are, is seen by who watches."""
    taken = _of_reference(known).values_list("pk", flat=True)
    audit.refused(request, "child-start", taken, reference="taken")
