"""A mid-point that was recorded: what was found, and what the officer raises from it."""

import uuid as uuids
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from casetrack import audit, dates
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.forms import DateBoxes, question, text
from casetrack.models import Allocation, AllocationRole, CalendarDay, Child, Worker
from casetrack.views.entry import once
from casetrack.views.of_child import the_child
from casetrack.words import sentence
from permanence.actions import agreed_actions, challenges
from permanence.models import (
    QUESTIONS,
    AgreedAction,
    Challenge,
    InOrder,
    Judgement,
    MidPoint,
    Stage,
    Theme,
)

DUE_WITHIN = 10
"""Working days within which an action is asked for, unless the officer says another day."""
ABOUT = {
    "moving": Theme.DRIFT,
    "actions_done": Theme.CARRYING_OUT,
    "child_heard": Theme.PARTICIPATION,
    "plan_right": Theme.CARE_PLAN,
    "second_plan": Theme.CARE_PLAN,
}
"""What a concern is about, by the question that is not in order; of several the first here."""


class ActionForm(forms.Form):
    """What the officer asks somebody to do."""

    def __init__(self, child: Child, found: str, today: date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"] = question(AgreedAction._meta.get_field("text"))
        workers = Worker.objects.filter(authority=child.authority_id).order_by("name")
        self.fields["owner"] = question(AgreedAction._meta.get_field("owner"), queryset=workers)
        self.fields["due_on"] = DateBoxes(label="By which day?")
        holidays = CalendarDay.objects.holidays()
        self.initial = {
            "text": found,
            "owner": _social_worker(child, today),
            "due_on": dates.add_working_days(today, DUE_WITHIN, holidays),
        }


class ConcernForm(forms.Form):
    """What the officer puts to managers, informally or as a challenge."""

    def __init__(self, about: str, found: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["theme"] = question(Challenge._meta.get_field("theme"))
        self.fields["concern"] = text(
            label="What is the concern, and what should happen?",
            help_text="Say what happened. The child may read this one day.",
        )
        self.initial = {"theme": about, "concern": found}


def _social_worker(child: Child, today: date) -> int | None:
    held = Allocation.objects.on(today).filter(child=child, role=AllocationRole.SOCIAL_WORKER)
    return held.values_list("worker_id", flat=True).first()


@needs(Permission.SEE_HISTORY)
@require_safe
def held(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_HISTORY)
    found = get_object_or_404(MidPoint, child=child, pk=number)
    return _page(request, child, found)


@needs(Permission.RECORD_REVIEWS)
@require_POST
@sensitive_post_parameters("text", "concern")
def raised(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """An action, an informal alert or a challenge, in one press."""
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    found = get_object_or_404(MidPoint, child=child, pk=number)
    do = request.POST.get("do", "")
    form = _form_of(do, child, found, request.POST)
    if form.is_valid() and _raised(request, found, do, form):
        return redirect("child-mid-point-held", uuid, number)
    return _page(request, child, found, **{"action" if do == "action" else "concern": form})


def _form_of(do: str, child: Child, found: MidPoint, typed: Any = None) -> Any:
    if do == "action":
        return ActionForm(child, not_in_order(found), timezone.localdate(), typed)
    return ConcernForm(_theme(found), not_in_order(found), typed)


def _raised(request: HttpRequest, found: MidPoint, do: str, form: Any) -> bool:
    """False where the form has the reason instead; a second press raises nothing more."""
    given, by, today = form.cleaned_data, request.user, timezone.localdate()

    def act() -> None:
        if do == "action":
            agreed_actions.ask(mid_point=found, on=today, by=by, **given)
            return
        challenge = Challenge(child=found.child, raised_on=today, mid_point=found, **given)
        stage = Stage.ONE if do == "challenge" else Stage.INFORMAL
        challenges.raise_at(challenge=challenge, stage=stage, by=by)

    return once(request, form, act, done=DONE.get(do, DONE["alert"]))


DONE = {
    "action": "The action is asked for.",
    "alert": "The informal alert is raised.",
    "challenge": "The challenge is raised at stage 1.",
}


def not_in_order(found: MidPoint) -> str:
    """What is not in order, in the officer's own words; why they judge so where nothing is said."""
    said = [
        sentence(getattr(found, f"{name}_words"))
        for name in QUESTIONS
        if getattr(found, name) != InOrder.YES
    ]
    return " ".join(said) or sentence(found.judgement_because)


def _theme(found: MidPoint) -> str:
    return next((ABOUT[name] for name in ABOUT if getattr(found, name) != InOrder.YES), "")


def _page(request: HttpRequest, child: Child, found: MidPoint, **forms_: Any) -> HttpResponse:
    may_do = permitted(request.user, child)
    raises = Permission.RECORD_REVIEWS in may_do
    audit.looked(request, "mid-point.held", [child.pk], record=child.pk)
    context = {
        "child": child,
        "mid_point": found,
        "answers": [
            (
                MidPoint._meta.get_field(name).verbose_name,
                getattr(found, f"get_{name}_display")(),
                sentence(getattr(found, f"{name}_words")),
            )
            for name in QUESTIONS
        ],
        "actions": found.actions.select_related("owner").order_by("due_on", "pk"),
        "challenges": found.challenges.prefetch_related("stages").order_by("pk"),
        "raises": raises,
        "may_do": may_do,
        "all_well": _theme(found) == "" and found.judgement == Judgement.IN_TIME,
        "action": forms_.get("action") or _form_of("action", child, found),
        "concern": forms_.get("concern") or _form_of("", child, found),
        "form": next(iter(forms_.values()), None),
        "action_number": uuids.uuid4(),
        "concern_number": uuids.uuid4(),
        "today": timezone.localdate(),
    }
    return render(request, "oversight/mid_point_held.html", context)
