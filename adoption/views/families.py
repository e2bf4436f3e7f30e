"""The families linked or matched with a child: by reference, and by name for those who may know.

A sentence of the history names no adopters, because many read it. Here those who work on adoption
for a child linked with the family read who they are; everybody else reads the reference.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from adoption.access import adopters_known_to
from adoption.models import AdopterFamily, AdoptionLink, Match
from casetrack import audit, words
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import permitted
from casetrack.models import Child
from casetrack.record import registry
from casetrack.record.kind import Told
from casetrack.views.of_child import the_child

DAYS = {
    "registered_on": "Registered",
    "stage_one_ended_on": "Stage one ended",
    "stage_two_on": "Stage two began",
    "approved_on": "Approved to adopt",
    "left_on": "Left the process",
}


@dataclass(frozen=True)
class Family:
    """One family with what happened between it and the child; `known` says whether by name."""

    family: AdopterFamily
    told: list[Told]
    known: bool
    link: AdoptionLink | None
    """The link that is open, on which more can be said of the family."""

    @property
    def who(self) -> list[tuple[str, str]]:
        """What is recorded of them, in words; empty for those who may not know."""
        if not self.known:
            return []
        days = [(label, getattr(self.family, name)) for name, label in DAYS.items()]
        said = [
            ("Names", self.family.names or "not recorded"),
            ("Who would adopt", self.family.get_makeup_display()),
            ("Legal status", self.family.get_status_display()),
            *((label, words.long_day(day) if day else "") for label, day in days),
        ]
        return [(label, text) for label, text in said if text]


@needs(Permission.SEE_HISTORY)
@require_safe
def families(request: HttpRequest, uuid: UUID) -> HttpResponse:
    child = the_child(request, uuid, Permission.SEE_HISTORY)
    found = _families(request.user, child)
    named = [each.family.pk for each in found if each.known]
    audit.looked(request, "child.families", [child.pk], named=named)
    allowed = permitted(request.user, child)
    context = {
        "child": child,
        "families": found,
        "hidden": len(named) < len(found),
        "may_describe": Permission.RECORD_ADOPTION in allowed,
    }
    return render(request, "adoption/families.html", context)


def _families(user: Any, child: Child) -> list[Family]:
    """The newest first."""
    links = AdoptionLink.objects.filter(child=child).select_related("family")
    matches = Match.objects.filter(child=child, family__isnull=False).select_related("family")
    facts = [*links, *matches]
    families = {fact.family_id: fact.family for fact in facts}
    known = set(adopters_known_to(user).filter(pk__in=families).values_list("pk", flat=True))
    found = []
    for number, family in families.items():
        own = [fact for fact in facts if fact.family_id == number]
        opened = (each for each in own if isinstance(each, AdoptionLink) and not each.ended_on)
        found.append(Family(family, _told(own), number in known, next(opened, None)))
    return sorted(found, key=lambda each: each.told[0].on, reverse=True)


def _told(facts: Iterable[Any]) -> list[Told]:
    told = [each for fact in facts for each in registry.of(fact).tell(fact)]
    return sorted(told, key=lambda each: each.on)
