"""Managers answer what reviews decided: they agree, or say of which decision they cannot."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.forms import choice, question
from casetrack.models import CalendarDay, Child
from casetrack.record.entry import EntryForm
from casetrack.views.of_child import the_child
from oversight.reviews.page import ReviewPage
from oversight.views.review_forms import numbered
from permanence.actions import review_decisions
from permanence.models import AgreedAction, Disagreement, Review

AGREES, AGAINST = "agrees_", "against_"
NOT_AGREED = "no"
ANSWERS = (("yes", "I agree"), (NOT_AGREED, "I cannot agree"))
LONGEST = timedelta(days=31)
"""Five working days are never longer, whatever holidays there are."""
NONE = "No review waits for your answer"


@dataclass(frozen=True)
class Line:
    """A review whose decisions wait for an answer, and until when."""

    review: Review
    until: date
    decisions: int
    today: date

    @property
    def left(self) -> str:
        return words.due_in(self.until, self.today)


@needs(Permission.ANSWER_CHALLENGES)
@require_safe
def to_answer(request: HttpRequest) -> HttpResponse:
    """Those of the children whom the reader reaches, the first to be agreed by silence first."""
    today = timezone.localdate()
    children = Child.objects.visible_to(request.user, Permission.ANSWER_CHALLENGES)
    lines = _waiting(children, today)
    audit.looked(request, "reviews.to-answer", {line.review.child_id for line in lines})
    heading = f"{words.count(len(lines), 'review')} to answer" if lines else NONE
    return render(request, "oversight/reviews_to_answer.html", {"lines": lines, "heading": heading})


def _waiting(children: Any, today: date) -> list[Line]:
    holidays = CalendarDay.objects.holidays()
    sent = Review.objects.filter(
        child__in=children,
        answered_on=None,
        decisions_sent_on__gte=today - LONGEST,
    ).select_related("child")
    found = list(sent.prefetch_related("actions"))
    untils = [(review, review_decisions.answer_by(review, holidays)) for review in found]
    lines = [
        Line(review, until, len(review.actions.all()), today)
        for review, until in untils
        if until is not None and until >= today
    ]
    return sorted(lines, key=lambda line: (line.until, line.review.pk))


@needs(Permission.ANSWER_CHALLENGES)
@sensitive_post_parameters()
def answer(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    child = the_child(request, uuid, Permission.ANSWER_CHALLENGES)
    found = Review.objects.filter(child=child).select_related("child", "held_by", "answered_by")
    review, today = get_object_or_404(found, pk=number), timezone.localdate()
    page = ReviewPage(review, today)
    form = _form(page.decisions, request.POST if request.method == "POST" else None)
    if form.is_bound and _answered(request, page, form):
        return redirect("reviews-to-answer")
    audit.looked(request, "review.answer", [child.pk])
    context = {
        "child": child,
        "review": review,
        "page": page,
        "form": form,
        "asked": [(each, _of(form, each)) for each in page.decisions],
        "closed": "" if form.is_bound else review_decisions.why_not_answer(review, today),
        "today": today,
    }
    return render(request, "oversight/review_answer.html", context)


def _form(decisions: list[AgreedAction], typed: Any) -> EntryForm:
    because = Disagreement._meta.get_field("because")
    form = EntryForm(typed)
    form.today, form.earliest = timezone.localdate(), None
    for each in decisions:
        form.fields[f"{AGREES}{each.pk}"] = choice(ANSWERS, label="Do you agree?")
        label = "If you cannot, why?"
        form.fields[f"{AGAINST}{each.pk}"] = question(because, label=label, required=False)
    return numbered(form)


def _of(form: EntryForm, decision: AgreedAction) -> list[Any]:
    return [form[f"{AGREES}{decision.pk}"], form[f"{AGAINST}{decision.pk}"]]


def _answered(request: HttpRequest, page: ReviewPage, form: EntryForm) -> bool:
    """With one press to all of it, or to each on its own."""
    to_all = request.POST.get("do") == "all"
    against = {} if to_all else _against(page.decisions, form)
    if not to_all and not form.is_valid():
        return False
    try:
        review_decisions.answer(
            review=page.review,
            disagreements=against,
            on=page.today,
            by=request.user,
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, "Your answer is recorded. The reviewing officer sees it.")
    return True


def _against(decisions: list[AgreedAction], form: EntryForm) -> dict[AgreedAction, str]:
    """Each decision that is not agreed to, with the reason; the form has what is missing."""
    found: dict[AgreedAction, str] = {}
    if not form.is_valid():
        return found
    for each in decisions:
        if form.cleaned_data[f"{AGREES}{each.pk}"] == NOT_AGREED:
            because = form.cleaned_data[f"{AGAINST}{each.pk}"]
            if not because:
                form.add_error(f"{AGAINST}{each.pk}", "Write why you cannot agree")
            found[each] = because
    return found
