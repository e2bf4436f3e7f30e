"""Brothers and sisters: who they are, where they live, what is decided for them together.

Whom the reader may not see is not there: not in the list, not in a number, not in what is found,
and a child whose brothers and sisters are all hidden is to the reader a child without any.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from casetrack import audit, living, search, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.actions import children
from casetrack.actions.refusal import Refused
from casetrack.forms import text
from casetrack.models import Child, ImportantPerson, Relationship, SiblingDecision
from casetrack.record import registry
from casetrack.record.kind import Kind
from casetrack.views.of_child import family as brothers_and_sisters
from casetrack.views.of_child import the_child
from casetrack.views.search import SearchForm

FOR_SEVERAL = ("home", "legal-status", "order", "hearing", "plan", "review", "visit")
"""Of the kinds of fact that brothers and sisters often share; each page offers all of them."""


class LeaveForm(forms.Form):
    why = text(max_length=300, label="Why was the child joined by mistake?")


@dataclass(frozen=True)
class Sibling:
    """One of them, with where they live, as far as it is known."""

    child: Child
    age: str
    lives: str
    together: bool


@needs(Permission.SEE_CHILDREN)
@sensitive_post_parameters("words")
def family(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The page; a search for a child to be joined is posted, because it may hold a name."""
    child = the_child(request, uuid, Permission.SEE_CHILDREN)
    today = timezone.localdate()
    allowed = permitted(request.user, child)
    siblings = brothers_and_sisters(request, child, Permission.SEE_CHILDREN)
    looks_for = request.method == "POST" and Permission.RECORD_CHILD in allowed
    form = SearchForm(request.POST if looks_for else None)
    page = search.page_of(_to_join(request, child), form.sought, 1) if form.is_valid() else None
    found = page.children if page else []
    joined = _joined_already(request, found)
    seen = [child, *siblings, *(each for each, _ in joined)]
    audit.looked(request, "child.family", {each.pk for each in seen}, record=child.pk)
    if page is not None:
        ids = [each.pk for each in found]
        letters = len(form.cleaned_data["words"])
        audit.looked(request, "search", ids, letters=letters, kind=form.sought.kind)
    context = {
        "child": child,
        "siblings": _where(child, siblings, today),
        "decided": SiblingDecision.objects.filter(child=child).order_by("-decided_on").first(),
        "others": _not_in_care(child, today) if Permission.SEE_HISTORY in allowed else [],
        "may_join": Permission.RECORD_CHILD in allowed,
        "may_decide": Permission.RECORD_PLANS in allowed,
        "kinds": _for_several(allowed) if siblings else [],
        "form": form,
        "page": page,
        "found": _with_joined(search.described(found, today), joined),
    }
    return render(request, "casetrack/family.html", context)


@needs(Permission.RECORD_CHILD)
@require_POST
def join(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.RECORD_CHILD)
    reached = Child.objects.visible_to(request.user, Permission.RECORD_CHILD)
    other = get_object_or_404(reached, uuid=_uuid(request.POST.get("child", "")))
    if child.siblings_id is not None and other.siblings_id == child.siblings_id:
        messages.info(request, "They are already recorded as brothers and sisters.")
        return redirect("child-family", child.uuid)
    try:
        children.join_siblings(children=[child, other], by=request.user)
        messages.success(request, "They are recorded as brothers and sisters.")
    except Refused as refused:
        messages.error(request, str(refused))
    return redirect("child-family", child.uuid)


@needs(Permission.RECORD_CHILD)
def leave(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """The child was joined to the others by mistake."""
    child = the_child(request, uuid, Permission.RECORD_CHILD)
    siblings = brothers_and_sisters(request, child, Permission.SEE_CHILDREN)
    if not siblings:
        raise Http404
    form = LeaveForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            children.leave_siblings(child=child, by=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, "The child is no longer joined to them.")
            return redirect("child-family", child.uuid)
    seen = [child.pk, *(each.pk for each in siblings)]
    audit.looked(request, "child.family", seen, record=child.pk)
    context = {"child": child, "siblings": siblings, "form": form}
    return render(request, "casetrack/family_leave.html", context)


def _where(child: Child, siblings: Sequence[Child], today: date) -> list[Sibling]:
    day = child.authority.known_day(today)
    lives = living.lives([child.pk, *(each.pk for each in siblings)], day)
    own = lives.get(child.pk)
    return [
        Sibling(
            child=each,
            age=words.age(each.born_on, today),
            lives=lives[each.pk].words if each.pk in lives else "",
            together=own is not None and own.together(lives.get(each.pk)),
        )
        for each in siblings
    ]


def _not_in_care(child: Child, today: date) -> list[str]:
    """Brothers and sisters who have no record here, but are important to the child."""
    people = ImportantPerson.objects.on(today).filter(
        child=child, relationship=Relationship.SIBLING
    )
    return list(people.order_by("name").values_list("name", flat=True))


def _for_several(allowed: Iterable[Permission]) -> list[Kind]:
    kinds = [kind for code in FOR_SEVERAL if (kind := registry.named(code)) is not None]
    return [kind for kind in kinds if kind.for_family and kind.permission in allowed]


def _to_join(request: HttpRequest, child: Child) -> QuerySet[Child]:
    """Those with whom the reader may join the child."""
    reached = Child.objects.visible_to(request.user, Permission.RECORD_CHILD)
    reached = reached.filter(authority=child.authority_id).exclude(pk=child.pk)
    if child.siblings_id is None:
        return reached
    return reached.exclude(siblings=child.siblings_id)


def _joined_already(request: HttpRequest, found: Sequence[Child]) -> list[tuple[Child, int]]:
    """Those, with their group, who would be joined along with one that was found."""
    groups = {each.siblings_id for each in found} - {None}
    visible = Child.objects.visible_to(request.user).filter(siblings__in=groups)
    return [(each, each.siblings_id) for each in visible.order_by("born_on", "reference")]


def _with_joined(found: Sequence[Any], joined: Sequence[tuple[Child, int]]) -> list[Any]:
    return [
        (
            each,
            words.listed(
                [
                    other.name
                    for other, group in joined
                    if group == each.child.siblings_id and other.pk != each.child.pk
                ]
            ),
        )
        for each in found
    ]


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
