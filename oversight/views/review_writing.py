"""The letter to the child and the record of a review: read, written, sent, taken out."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_safe

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.actions.refusal import Refused
from casetrack.forms import DateBoxes, text
from casetrack.models import Child
from casetrack.record.entry import EntryForm
from casetrack.views.entry import say
from casetrack.views.of_child import the_child
from casetrack.views.sent import version_seen
from oversight.reviews import files, letter
from oversight.reviews.page import ReviewPage
from oversight.reviews.plain import hard_words
from oversight.reviews.text import blocks
from oversight.views.export import as_file
from oversight.views.review_forms import not_to_know
from permanence.actions import review_writings
from permanence.models import Review, ReviewWriting, WritingForm

DRAFTS = {WritingForm.LETTER: letter.letter, WritingForm.RECORD: letter.record}
MADE = {"pdf": files.pdf, "docx": files.word_file}
LONGEST = 20_000
HINT = "A line that begins with # is a heading, one that begins with - a point of a list."


@needs(Permission.SEE_CHILDREN)
@require_safe
def read(request: HttpRequest, uuid: UUID, number: int, form: str) -> HttpResponse:
    """One version, the newest unless another is asked for, and the list of all."""
    child, page = _page(request, uuid, number)
    versions = _readable(request, child, page, form)
    shown = _asked_for(request, versions)
    audit.looked(request, f"review.{form}", [child.pk])
    context = {
        "child": child,
        "review": page.review,
        "form": form,
        "shown": shown,
        "blocks": blocks(shown.text) if shown else [],
        "versions": versions[::-1],
        "writes": Permission.RECORD_REVIEWS in permitted(request.user, child),
    }
    return render(request, "oversight/review_writing.html", context)


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters("text")
def write(request: HttpRequest, uuid: UUID, number: int, form: str) -> HttpResponse:
    """The officer drafts it from the record, writes on, and sends the newest version."""
    child, page = _page(request, uuid, number, Permission.RECORD_REVIEWS)
    versions = page.writings[form]
    newest = versions[-1] if versions else None
    typing = request.method == "POST" and request.POST.get("do") != "draft"
    asked = _form(page, newest, request.POST if typing else None)
    if request.method == "POST" and _written(request, page, form, asked):
        return redirect(f"review-{form}-write", uuid, number)
    audit.looked(request, f"review.{form}.write", [child.pk])
    said = asked["text"].value() or ""
    context = {
        "child": child,
        "review": page.review,
        "page": page,
        "written": form,
        "form": asked,
        "newest": newest,
        "version": request.POST.get("version") or (newest.version if newest else 0),
        "not_to_know": not_to_know(child),
        "hard": hard_words(str(said)),
        "unsendable": review_writings.why_not_send(newest, page.today) if newest else "",
    }
    return render(request, "oversight/review_writing_write.html", context)


@needs(Permission.SEE_CHILDREN)
@require_safe
def as_pdf(request: HttpRequest, uuid: UUID, number: int, form: str) -> HttpResponse:
    return _file(request, uuid, number, form, "pdf")


@needs(Permission.SEE_CHILDREN)
@require_safe
def as_word(request: HttpRequest, uuid: UUID, number: int, form: str) -> HttpResponse:
    return _file(request, uuid, number, form, "docx")


def _page(
    request: HttpRequest, uuid: UUID, number: int, permission: Permission = Permission.SEE_CHILDREN
) -> tuple[Child, ReviewPage]:
    child = the_child(request, uuid, permission)
    found = Review.objects.filter(child=child).select_related("child", "held_by")
    review = get_object_or_404(found, pk=number)
    return child, ReviewPage(review, timezone.localdate())


def _readable(
    request: HttpRequest, child: Child, page: ReviewPage, form: str
) -> list[ReviewWriting]:
    """To the officer every version; to others what was sent, for the rest is being written."""
    every = page.writings[form]
    if Permission.RECORD_REVIEWS in permitted(request.user, child):
        return every
    return [each for each in every if each.sent_on is not None]


def _asked_for(request: HttpRequest, versions: list[ReviewWriting]) -> ReviewWriting | None:
    asked = request.GET.get("version", "")
    if not asked:
        return versions[-1] if versions else None
    found = next((each for each in versions if str(each.version) == asked), None)
    if found is None:
        raise Http404
    return found


def _form(page: ReviewPage, newest: ReviewWriting | None, typed: Any) -> EntryForm:
    form = EntryForm(typed)
    form.today, form.earliest = page.today, page.review.child.born_on
    form.fields["text"] = text(max_length=LONGEST, label="What you write", help_text=HINT)
    form.fields["text"].widget = forms.Textarea(attrs={"rows": 24})
    form.fields["on"] = DateBoxes(label="If you send it now: when was it sent?", required=False)
    form.initial = {"text": newest.text if newest else "", "on": page.today}
    return form


def _written(request: HttpRequest, page: ReviewPage, form: str, asked: EntryForm) -> bool:
    """Drafted, kept or sent; False where the form has the reason instead."""
    about = {"review": page.review, "form": form, "by": request.user}
    do = request.POST.get("do", "")
    if do != "draft" and not asked.is_valid():
        return False
    try:
        if do == "draft":
            drafted = DRAFTS[WritingForm(form)](page)
            review_writings.draft(text=drafted, **about)
            messages.success(
                request, "Drafted from the record. Read it, and write it as you would."
            )
            return True
        given = asked.cleaned_data
        seen = version_seen(request)
        kept = review_writings.keep(text=given["text"], seen=seen, **about)
        if do == "send":
            sent_on = given["on"] or page.today
            review_writings.send(writing=kept, on=sent_on, by=request.user)
    except Refused as refused:
        say(asked, refused)
        return False
    messages.success(request, "It is sent, and stays as it is." if do == "send" else "Kept.")
    return True


def _file(request: HttpRequest, uuid: UUID, number: int, form: str, kind: str) -> HttpResponse:
    child, page = _page(request, uuid, number)
    shown = _asked_for(request, _readable(request, child, page, form))
    if shown is None:
        raise Http404
    about = {"format": kind, "version": shown.version}
    audit.took_out(request, f"review.{form}.file", [child.pk], **about)
    held_on = page.review.held_on
    content = MADE[kind](files.of(shown, held_on))
    return as_file(content, f"{form}-{held_on.isoformat()}-{shown.version}", kind, stamped=False)
