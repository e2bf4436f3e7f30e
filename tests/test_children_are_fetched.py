"""A page fetches a child, and what hangs on her, through `visible_to` and in no other way.

Every function is read that a page or the API calls upon: whoever asks a table of children, or of
what belongs to children, says whose rows it wants. Those that do not are named with the reason.
"""

import pytest
from django.apps import apps

from casetrack.models import Child
from tests.source import Module, fetches, reached_from_pages

OF_CHILDREN = {
    model.__name__
    for model in apps.get_models()
    if any(field.related_model is Child for field in model._meta.concrete_fields)
} | {"Child"}
ALLOWED = {
    "adoption.access.adopters_known_to": "the condition it filters by is that of visibility itself",
    "adoption.access.sealed_children": "which records are sealed, for visibility to hide them",
    "adoption.access.sealed_references": "which references sealed records had, never to give again",
    "adoption.access.with_adoption_plan": "a reach, for visibility to narrow",
    "adoption.views.seal.seal": "asked of the child who was fetched through visible_to",
    "casetrack.oddities.oddities": "which records are sealed, to leave them out",
    "casetrack.views.break_glass.close": "the reader's own emergency, by whom it was opened",
    "casetrack.views.oddities.oddities": "ids for the audit, of what the guardian is shown",
    "casetrack.views.of_child.the_child": "narrowed by visible_to for every permission in turn",
    "casetrack.views.start._of_reference": "narrowed by its callers; else told to the audit alone",
    "oversight.legal.court._facts": "joined to proceedings of children whom the page has fetched",
    "oversight.legal.part.with_worker": "joined to facts of children whom the page has fetched",
    "oversight.legal.supervision._facts": "joined to orders of children whom the page has fetched",
    "oversight.meetings.agenda._decided": "narrowed to the children whom the page has fetched",
    "oversight.meetings.agenda._in_care": "narrows the children whom the page has fetched",
    "oversight.meetings.agenda.new_to_the_group": "narrowed to children whom the page has fetched",
    "oversight.meetings.effect._first_seen": "when she first stood on an agenda, to be compared",
    "oversight.meetings.entries.entries": "at the items of children whom the page has fetched",
    "oversight.meetings.last_decided.last_decided": "for the children whom the page has fetched",
    "oversight.meetings.page.lines": "joined to the children whom the page has fetched",
    "oversight.meetings.pack.to_hide": "names that are hidden in what somebody typed, never shown",
    "oversight.meetings.since._left": "narrowed to children whom the page has fetched or counts",
    "oversight.meetings.since.since_last": "narrowed to children whom the page fetched or counts",
    "oversight.officers.desk.in_care": "narrows the children whom the page has fetched",
    "oversight.officers.figures._late_answers": "at which stages, counted for totals, not whose",
    "oversight.packs.delays.why_children_wait": "whom it counts for totals, small numbers hidden",
    "oversight.regional.children": "joined to the children whom the page has fetched or counts",
    "oversight.tracker._facts": "joined to the children whom the page has fetched",
    "oversight.tracker._sql_of_waits": "joined to the children whom the page has fetched",
    "oversight.views.causes._totals_alone": "whom it counts for totals with small numbers hidden",
    "oversight.views.forecast._passing": "whose waits it counts for totals of the authority",
    "oversight.views.regional.regional": "whom it counts for totals with small numbers hidden",
    "oversight.views.meetings._without_interests": "the reader's own interests, to leave out",
    "oversight.views.meetings.counted_in": "whom it counts without naming: those adopted since",
    "oversight.views.queue._choices": "which workers have children at all, not whom",
    "oversight.waits._running": "narrowed by its callers to the children they have fetched",
    "oversight.views.room_record.of_plan": "at the item of a child whom the page has fetched",
    "oversight.views.room_record.undo": "at an item of a child whom the page reaches",
    "returns.access._kept_from": "which references to leave out, because they are not visible",
    "returns.agency.fields._order": "narrowed by Field.held to children whom the page has fetched",
    "returns.views.download._children": "ids for the audit, of those in the file",
    "returns.views.run._report": "ids for the audit, of those on the page",
}
READ = reached_from_pages()


@pytest.mark.parametrize("name", sorted(READ))
def test_a_child_is_fetched_through_visible_to(name: str) -> None:
    found = set(fetches(READ[name], OF_CHILDREN)) - set(ALLOWED)
    assert not found, "fetch through visible_to(user, permission), or say whose rows are wanted"


def test_what_is_allowed_is_still_needed() -> None:
    found = {name for module in READ.values() for name in fetches(module, OF_CHILDREN)}
    assert set(ALLOWED) - found == set(), "take it off the list"


def test_the_pages_are_read() -> None:
    assert {"casetrack.views.entry", "oversight.api.children", "oversight.tracker"} <= set(READ)
    assert {"Child", "Visit", "ClockRow", "Restriction"} <= OF_CHILDREN


# It can fail

MADE_UP = """
from django.shortcuts import get_object_or_404


def by_object(request, uuid):
    return get_object_or_404(Child, uuid=uuid)


def by_manager(request, uuid):
    return Child.objects.select_related("authority").get(uuid=uuid)


def a_fact(request, number):
    return Visit.objects.get(pk=number)


def all_of_them(request):
    return [child for child in Child.objects.order_by("reference")]


def as_it_should_be(request, uuid):
    visible = Child.objects.visible_to(request.user)
    child = get_object_or_404(visible, uuid=uuid)
    one = get_object_or_404(Child.objects.visible_to(request.user), uuid=uuid)
    return child, one, Visit.objects.filter(child=child), Visit.objects.filter(child__in=visible)


def of_nobody(request):
    return Authority.objects.all(), Child.objects.none()
"""


def test_a_view_that_fetches_a_child_itself_fails_by_name() -> None:
    found = list(fetches(Module.of("made.up", MADE_UP), {"Child", "Visit"}))
    names = ["by_object", "by_manager", "a_fact", "all_of_them"]
    assert found == [f"made.up.{name}" for name in names]
