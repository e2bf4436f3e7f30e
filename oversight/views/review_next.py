"""The next review before it is held: its day, who is invited, and what the officer has by then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.actions.refusal import Refused
from casetrack.models import CalendarDay, Child
from casetrack.record.entry import EntryForm
from casetrack.views.of_child import the_child
from oversight.reviews import due
from oversight.views.review_forms import answered, form_of, not_to_know
from permanence.actions import planned_reviews
from permanence.models import PlannedReview, ReviewInvitation

WHEN = ("planned_on", "planned_at", "place")
NOTED = planned_reviews.NOTED
WHOM = ("name", "part", "invited_on")
SAYS_WHY = {"called_off_because": {"required": True}}


@needs(Permission.SEE_CHILDREN)
@require_safe
def upcoming(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    planned, today = _planned(child), timezone.localdate()
    may_do = permitted(request.user, child)
    dues = due.of_planned(planned) if planned else {}
    audit.looked(request, "review.next", [child.pk])
    context = {
        "child": child,
        "planned": planned,
        "invited": list(planned.invitations.all()) if planned else [],
        "last": due.next_review(child, today),
        "contact": dues.get("review-contact"),
        "reports": dues.get("review-reports"),
        "today": today,
        "may_record": Permission.RECORD_REVIEWS in may_do,
        "not_to_know": not_to_know(child),
        "invite": form_of(ReviewInvitation, WHOM, child) if planned else None,
    }
    return render(request, "oversight/review_next.html", context)


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters()
def step(request: HttpRequest, uuid: UUID, step: str) -> HttpResponse:
    """A day is set, moved or called off; something is noted; somebody is invited."""
    wanted = STEPS.get(step)
    if wanted is None:
        raise Http404
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    planned = _planned(child)
    if planned is None and step != "plan":
        raise Http404
    typed = request.POST if request.method == "POST" else None
    return answered(
        request,
        child,
        _form(wanted, child, planned, typed),
        lambda values: wanted.act(child, planned, values, timezone.localdate(), request.user),
        back=f"{reverse('review-next', args=[uuid])}#{wanted.part}",
        title=wanted.title,
        button=wanted.button,
        hint=wanted.hint,
    )


@needs(Permission.RECORD_REVIEWS)
def invitation(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    """What became of one: they were invited, they come, they are not to come after all."""
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    found = get_object_or_404(
        ReviewInvitation.objects.filter(child=child).select_related("planned"), pk=number
    )
    review = found.planned.review_id
    home = reverse("review", args=[uuid, review]) if review else reverse("review-next", args=[uuid])
    if request.method == "POST" and request.POST.get("do") == "remove":
        return _removed(request, found, home)
    typed = request.POST if request.method == "POST" else None
    initial = {"invited_on": found.invited_on, "took": found.took}
    return answered(
        request,
        child,
        form_of(ReviewInvitation, ("invited_on", "took"), child, typed, initial=initial),
        lambda values: planned_reviews.note_invitation(invitation=found, by=request.user, **values),
        back=f"{home}#invited",
        title="An invitation",
        button="Save",
        hint=f"{found.name}, {found.get_part_display()}",
    )


def _planned(child: Child) -> PlannedReview | None:
    return PlannedReview.objects.to_come().filter(child=child).first()


def _removed(request: HttpRequest, found: ReviewInvitation, home: str) -> HttpResponse:
    try:
        planned_reviews.uninvite(invitation=found, by=request.user)
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "They are not invited any more.")
    return redirect(f"{home}#invited")


@dataclass(frozen=True)
class Step:
    """What is asked of which model, and what is done with the answers."""

    title: str
    button: str
    part: str
    model: Any
    asks: tuple[str, ...]
    act: Any
    hint: str = ""
    given: Mapping[str, Any] | None = None


def _form(step: Step, child: Child, planned: PlannedReview | None, typed: Any) -> EntryForm:
    initial: dict[str, Any] = {}
    if planned is not None and step.model is PlannedReview:
        initial = {name: getattr(planned, name) for name in step.asks}
    elif planned is None:
        holidays, today = CalendarDay.objects.holidays(), timezone.localdate()
        initial = {"planned_on": due.proposed_next(child, today, holidays)}
    given = step.given or {}
    return form_of(
        step.model, step.asks, child, typed, initial=initial, ahead=("planned_on",), **given
    )


def _plan(child: Child, planned: Any, values: Any, today: date, by: Any) -> None:
    planned_reviews.plan(child=child, on=today, by=by, **values)


def _move(child: Child, planned: Any, values: Any, today: date, by: Any) -> None:
    planned_reviews.move(planned=planned, on=today, by=by, **values)


def _call_off(child: Child, planned: Any, values: Any, today: date, by: Any) -> None:
    because = values["called_off_because"]
    planned_reviews.call_off(planned=planned, on=today, because=because, by=by)


def _note(child: Child, planned: Any, values: Any, today: date, by: Any) -> None:
    planned_reviews.note(planned=planned, by=by, **values)


def _invite(child: Child, planned: Any, values: Any, today: date, by: Any) -> None:
    planned_reviews.invite(planned=planned, by=by, **values)


STEPS = {
    "plan": Step(
        "Set the day of the next review",
        "Set the day",
        "day",
        PlannedReview,
        (*WHEN, "child_wants"),
        _plan,
        "Casetrack proposes a day two weeks before the last one, its own default.",
    ),
    "move": Step("Move the next review", "Move it", "day", PlannedReview, WHEN, _move),
    "call-off": Step(
        "Call the next review off",
        "Call it off",
        "day",
        PlannedReview,
        ("called_off_because",),
        _call_off,
        "It is still due by the same day. Set another day once this one is called off.",
        SAYS_WHY,
    ),
    "before": Step("Before the review", "Save", "before", PlannedReview, NOTED, _note),
    "invite": Step(
        "Invite somebody", "Add to those invited", "invited", ReviewInvitation, WHOM, _invite
    ),
}
