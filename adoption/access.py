"""Whom those reach whose work is adoption, and who may read who the adopters are."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from adoption import escrow
from adoption.models import AdopterFamily, AdoptionDecision, AdoptionLink, Match, SealedRecord
from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.models import Child
from permanence.models import PermanencePlan, Route

KNOW_ADOPTERS = (Permission.RECORD_ADOPTION, Permission.DECIDE_ADOPTION)


def with_adoption_plan(day: date) -> QuerySet:
    """Ids of the children with adoption as primary or contingency plan, or a decision for it.

    A plan counts while it holds on `day`, a decision of the agency decision maker until reversed.
    """
    plans = PermanencePlan.objects.on(day).filter(route=Route.ADOPTION)
    decisions = AdoptionDecision.objects.filter(reversed_on=None)
    return plans.values("child_id").union(decisions.values("child_id"), all=True)


def sealed_children(day: date) -> QuerySet:
    """Ids of the children whose record is sealed; the day makes no difference."""
    return SealedRecord.objects.in_force().values("child_id")


def sealed_references(authority: int, references: Collection[str]) -> set[str]:
    """Those of the references that sealed records of the authority had before."""
    sealed = SealedRecord.objects.in_force().filter(authority=authority)
    marks = {mark for marks in sealed.values_list("found_by", flat=True) for mark in marks}
    if not marks:
        return set()
    return {each for each in references if escrow.mark_of_reference(authority, each) in marks}


def adopters_known_to(user: Any) -> QuerySet:
    """The families of whom `user` may read who they are; of all others, the reference only.

    They are the families linked or matched with a child for whom `user` works on adoption. Who
    reads the child's record for another reason, however good, does not learn who they are.
    """
    reached = Q(pk__in=[])
    for permission in KNOW_ADOPTERS:
        reached |= visibility.children(user, permission)
    children = Child.objects.filter(reached).values("pk")
    linked = AdoptionLink.objects.filter(child__in=children).values("family_id")
    matched = Match.objects.filter(child__in=children, family__isnull=False).values("family_id")
    return AdopterFamily.objects.filter(Q(pk__in=linked) | Q(pk__in=matched))
