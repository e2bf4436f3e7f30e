"""What the reviewing officer does with a review once it is held, one step at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.forms import question
from casetrack.models import CalendarDay, Worker
from casetrack.record.entry import EntryForm, entry_form
from casetrack.views.of_child import the_child
from oversight.reviews import due
from oversight.views.review_forms import answered, form_of, numbered
from permanence.actions import review_decisions, reviews
from permanence.kinds.reviews import REVIEW
from permanence.models import (
    AgreedAction,
    Disagreement,
    PlannedReview,
    Rank,
    Review,
    ReviewMeeting,
)

PLAN = "plan_"
NOT_FINISHED = "The review is not finished yet."


@dataclass(frozen=True)
class Step:
    """What is asked, what is done with the answers, and why not; empty where it can be done.

    `part` is where on the page of the review it belongs.
    """

    title: str
    button: str
    part: str
    form: Callable[[Review, date, Any], EntryForm]
    act: Callable[[Review, Mapping[str, Any], Any], Any]
    why_not: Callable[[Review], str]
    hint: str = ""
    permissions: tuple[Permission, ...] = (Permission.RECORD_REVIEWS,)


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters()
def step(request: HttpRequest, uuid: UUID, number: int, step: str) -> HttpResponse:
    wanted = STEPS.get(step)
    if wanted is None:
        raise Http404
    child = the_child(request, uuid, *wanted.permissions)
    reviewed = Review.objects.filter(child=child).select_related("child")
    review = get_object_or_404(reviewed, pk=number)
    typed = request.POST if request.method == "POST" else None
    closed = "" if typed else wanted.why_not(review)
    return answered(
        request,
        child,
        wanted.form(review, timezone.localdate(), typed),
        lambda values: wanted.act(review, values, request.user),
        back=f"{reverse('review', args=[uuid, number])}#{wanted.part}",
        title=wanted.title,
        button=wanted.button,
        hint=closed or wanted.hint,
    )


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters("reply")
def reply(request: HttpRequest, uuid: UUID, number: int, disagreement: int) -> HttpResponse:
    """The officer's answer to a manager who could not agree to a decision."""
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    of_review = Disagreement.objects.filter(child=child, action__review=number)
    found = get_object_or_404(of_review.select_related("action"), pk=disagreement)
    typed = request.POST if request.method == "POST" else None
    asked = {"required": True}
    today = timezone.localdate()
    return answered(
        request,
        child,
        form_of(
            Disagreement,
            ("reply", "replied_on"),
            child,
            typed,
            initial={"replied_on": today},
            reply=asked,
            replied_on=asked,
        ),
        lambda values: review_decisions.reply(
            disagreement=found, on=values["replied_on"], reply=values["reply"], by=request.user
        ),
        back=f"{reverse('review', args=[uuid, number])}#decided",
        title="Reply to the manager",
        button="Reply",
        hint=f"The review decided: {found.action.text} The manager cannot agree: {found.because}",
    )


# What a day alone is asked of: as the kind of fact asks it


def _of_kind(code: str, button: str, part: str, why_not: Callable[[Review], str]) -> Step:
    change = REVIEW.change(code)
    assert change is not None

    def form(review: Review, today: date, typed: Any) -> EntryForm:
        return numbered(
            entry_form(
                REVIEW,
                change.asks,
                child=review.child,
                today=today,
                typed=typed,
                initial={"on": today},
            )
        )

    return Step(
        title=change.title,
        button=button,
        part=part,
        form=form,
        act=lambda review, values, by: change.act(review, by, values),
        why_not=lambda review: (
            why_not(review) or ("" if change.offered(review) else "That is recorded already.")
        ),
    )


def _once_finished(review: Review) -> str:
    return "" if reviews.is_finished(review) else NOT_FINISHED


def _nothing(review: Review) -> str:
    return ""


# A meeting of a review in parts


def _meeting(review: Review, today: date, typed: Any) -> EntryForm:
    names = ("held_on", "with_whom", "about")
    return form_of(ReviewMeeting, names, review.child, typed, initial={"held_on": today})


def _meet(review: Review, values: Mapping[str, Any], by: Any) -> None:
    about, whom = values["about"], values["with_whom"]
    reviews.meet(review=review, on=values["held_on"], with_whom=whom, about=about, by=by)


def _why_not_meet(review: Review) -> str:
    if not review.in_parts:
        return "It was not held as several meetings. Correct the review if it was."
    return "The review is finished." if review.completed_on is not None else ""


# What it decides, and the plan


def _decision(review: Review, today: date, typed: Any) -> EntryForm:
    workers = Worker.objects.filter(authority=review.child.authority_id)
    return form_of(
        AgreedAction,
        ("text", "owner", "due_on"),
        review.child,
        typed,
        ahead=("due_on",),
        text={"help_text": "Say it so that the child may read it one day."},
        owner={"queryset": workers},
    )


def _decide(review: Review, values: Mapping[str, Any], by: Any) -> None:
    review_decisions.decide(review=review, by=by, **values)


def _plans(review: Review, today: date, typed: Any) -> EntryForm:
    """A tick for each plan of that day, and why not the others."""
    form = EntryForm(typed)
    form.today, form.earliest = today, None
    for plan in review_decisions.to_judge(review):
        second = " (second plan)" if plan.rank == Rank.CONTINGENCY else ""
        label = f"Ratify: {plan.get_route_display()}{second}"
        form.fields[f"{PLAN}{plan.pk}"] = forms.BooleanField(label=label, required=False)
    because = Review._meta.get_field("not_ratified_because")
    form.fields["because"] = question(because, label="If you do not ratify all, why not?")
    return numbered(form)


def _judge(review: Review, values: Mapping[str, Any], by: Any) -> None:
    ratified = [
        plan for plan in review_decisions.to_judge(review) if values.get(f"{PLAN}{plan.pk}")
    ]
    review_decisions.judge(review=review, ratified=ratified, because=values["because"], by=by)


# Closing


def _closing(review: Review, today: date, typed: Any) -> EntryForm:
    """With the days that Casetrack proposes; where the next review is planned, its own alone."""
    holidays, child = CalendarDay.objects.holidays(), review.child
    form = form_of(
        Review,
        ("mid_point_planned_on",),
        child,
        typed,
        initial={"mid_point_planned_on": due.proposed_mid_point(review, holidays)},
        ahead=("mid_point_planned_on", "planned_on"),
        mid_point_planned_on={
            "required": True,
            "help_text": "Half-way to the next review. Casetrack proposes the day in the middle; "
            "that is its own default.",
        },
    )
    if not PlannedReview.objects.to_come().filter(child=child).exists():
        form.initial["planned_on"] = due.proposed_next(child, today, holidays)
        form.fields |= _of_the_next(child, today)
    return form


def _of_the_next(child: Any, today: date) -> dict[str, forms.Field]:
    last = due.next_review(child, today)
    until = f" It is due by {last.on:%-d %B %Y}, {last.says}." if last else ""
    hint = f"Casetrack proposes two weeks before the last day, its own default.{until} "
    given = {
        "planned_on": {
            "label": "When is the next review?",
            "required": False,
            "help_text": f"{hint}Leave it empty if the child will have left care by then.",
        },
        "planned_at": {},
        "place": {},
    }
    return {
        name: question(PlannedReview._meta.get_field(name), **asked)
        for name, asked in given.items()
    }


def _close(review: Review, values: Mapping[str, Any], by: Any) -> None:
    reviews.close(
        review=review,
        mid_point_on=values["mid_point_planned_on"],
        next_on=values.get("planned_on"),
        next_at=values.get("planned_at"),
        place=values.get("place", ""),
        on=timezone.localdate(),
        by=by,
    )


STEPS = {
    "meeting": Step(
        "Another meeting of the review", "Add the meeting", "finish", _meeting, _meet, _why_not_meet
    ),
    "adjourned": _of_kind("adjourned", "Adjourn the review", "finish", _nothing),
    "finished": _of_kind("finished", "Finish the review", "finish", _nothing),
    "decision": Step(
        "A decision of the review",
        "Add the decision",
        "decided",
        _decision,
        _decide,
        review_decisions.why_not_decide,
    ),
    "plan": Step(
        "Is the plan ratified?",
        "Record it",
        "plan",
        _plans,
        _judge,
        _once_finished,
        "To ratify is to say, as the reviewing officer, that the plan is right for the child.",
        (Permission.RECORD_REVIEWS, Permission.RATIFY_PLANS),
    ),
    "close": Step(
        "Close the review", "Close the review", "close", _closing, _close, reviews.why_not_close
    ),
    "decisions-sent": _of_kind("decisions-sent", "They were sent", "after", _once_finished),
    "record-made": _of_kind("record-made", "It was finished", "after", _once_finished),
    "record-sent": _of_kind("record-sent", "It was sent", "after", _once_finished),
}
