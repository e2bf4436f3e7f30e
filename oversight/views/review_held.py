"""A review was held: how the child took part, who came, what the child said."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.forms import choice, question
from casetrack.models import Child
from casetrack.record.entry import EntryForm
from casetrack.views.of_child import the_child
from oversight.views.review_forms import done, form_of
from permanence.actions import reviews
from permanence.kinds import officers
from permanence.models import ChildsWords, PlannedReview, Review, ReviewInvitation, ReviewMeeting

CAME = "came_"
HOW = (
    ("one", "In one meeting"),
    ("parts", "As several meetings, of which this was the first"),
    ("without", "Without a meeting"),
)
ABOUT_FIRST = ("with_whom", "about")
SAID = ("words", "is_observed", "gathered", "shared_with")
OPTIONAL: dict[str, Any] = {"required": False}


@needs(Permission.RECORD_REVIEWS)
@sensitive_post_parameters()
def held(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.RECORD_REVIEWS)
    planned = PlannedReview.objects.to_come().filter(child=child).first()
    invited = list(planned.invitations.all()) if planned else []
    hears = Permission.RECORD_VOICE in permitted(request.user, child)
    typed = request.POST if request.method == "POST" else None
    form = _form(child, planned, invited, typed, hears=hears)
    if form.is_bound and form.is_valid() and _whole(form):
        kept: list[Review] = []
        if done(request, form, lambda values: kept.append(_hold(child, values, request.user))):
            return redirect(_way_on(child, kept))
    audit.looked(request, "review.form", [child.pk])
    context = {
        "child": child,
        "form": form,
        "number": request.POST.get("number") or getattr(form, "number", ""),
        "came": [form[f"{CAME}{each.pk}"] for each in invited],
        "said": [form[name] for name in SAID if name in form.fields],
        "about_first": [form[name] for name in ABOUT_FIRST],
        "first": [form[name] for name in ("held_on", "held_by", "participation", "how")],
        "planned": planned,
    }
    return render(request, "oversight/review_held.html", context)


def _form(
    child: Child,
    planned: PlannedReview | None,
    invited: list[ReviewInvitation],
    typed: Any,
    *,
    hears: bool,
) -> EntryForm:
    today = timezone.localdate()
    day = planned.planned_on if planned and planned.planned_on <= today else today
    form = form_of(
        Review,
        ("held_on", "held_by", "participation"),
        child,
        typed,
        initial={"held_on": day},
        held_by={"queryset": officers(child)},
        participation={"required": True},
    )
    form.fields["how"] = choice(HOW, label="How was it held?")
    for name in ABOUT_FIRST:
        label = {"with_whom": "Who was at the first meeting?", "about": "What was it about?"}[name]
        field = ReviewMeeting._meta.get_field(name)
        form.fields[name] = question(field, label=label, **OPTIONAL)
    for each in invited:
        label = f"{each.name} ({each.get_part_display()})"
        form.fields[f"{CAME}{each.pk}"] = forms.BooleanField(label=label, required=False)
    for name in SAID if hears else ():
        form.fields[name] = question(ChildsWords._meta.get_field(name), **OPTIONAL)
    return form


def _whole(form: EntryForm) -> bool:
    """What belongs together is given together; the form has the reasons where it is not."""
    given = form.cleaned_data
    if given["how"] == "parts" and not given["with_whom"]:
        form.add_error("with_whom", "Write who was at the first meeting")
    if given.get("words"):
        for name, missing in (
            ("gathered", "Choose how you learnt it"),
            ("shared_with", "Choose who may read it"),
        ):
            if not given[name]:
                form.add_error(name, missing)
    return form.is_valid()


def _hold(child: Child, values: Mapping[str, Any], by: Any) -> Review:
    came = [int(name.removeprefix(CAME)) for name in values if name.startswith(CAME)]
    in_parts = values["how"] == "parts"
    return reviews.hold(
        child=child,
        on=values["held_on"],
        held_by=values["held_by"],
        participation=values["participation"],
        in_parts=in_parts,
        without_meeting=values["how"] == "without",
        with_whom=values["with_whom"] if in_parts else "",
        about=values["about"] if in_parts else "",
        came=[pk for pk in came if values[f"{CAME}{pk}"]],
        words=_words(child, values),
        by=by,
    )


def _words(child: Child, values: Mapping[str, Any]) -> ChildsWords | None:
    if not values.get("words"):
        return None
    said = {name: values[name] for name in SAID}
    return ChildsWords(child=child, said_on=values["held_on"], **said)


def _way_on(child: Child, kept: list[Review]) -> str:
    """To the review; pressed twice, to where it is found."""
    if kept:
        return reverse("review", args=[child.uuid, kept[0].pk])
    return reverse("review-next", args=[child.uuid])
