"""Families who may adopt: known by a reference, linked with a child, and described."""

from datetime import date
from typing import Any

from adoption.models import AdopterFamily, AdoptionLink
from casetrack.actions import facts
from casetrack.actions.facts import FactRefused
from casetrack.actions.refusal import Refused
from casetrack.models import Authority, Child
from casetrack.recording import recording

# A reference without a number would be a name, which everybody who reads the record would see.
NOT_A_REFERENCE = "Enter the agency’s reference of the family, which has a number in it"


class AdoptersRefused(Refused):
    """The family cannot be recorded, linked or described so."""


def why_not_name(child: Child, family: AdopterFamily | None) -> str:
    """Why the family cannot be named beside the child; empty where it can, or none is named."""
    if family is None or AdoptionLink.objects.filter(child=child, family=family).exists():
        return ""
    return "That family is not linked with the child. Record the link first."


def link(*, child: Child, reference: str, on: date, by: Any) -> AdoptionLink:
    """The child is linked with the family that the adoption agency knows by `reference`."""
    with recording("adoption-link.recorded", by=by, children=[child.pk]):
        family = _known_as(child.authority, reference)
        made = AdoptionLink(child=child, family=family, linked_on=on)
        facts.check(made, facts.no_rule)
        made.save()
        return made


def describe(*, family: AdopterFamily, by: Any, **known: Any) -> None:
    """What is known of the family: names, who they are, the days of their assessment.

    What is empty in `known` stays as it was. Raises FactRefused where the days cannot be so.
    """
    told = {name: value for name, value in known.items() if value not in (None, "")}
    if not told:
        raise AdoptersRefused("Enter what is known of the family.")
    linked = AdoptionLink.objects.filter(family=family).values_list("child_id", flat=True)
    with recording("adopters.described", by=by, children=set(linked)):
        family.refresh_from_db()
        for name, value in told.items():
            setattr(family, name, value)
        facts.check(family, facts.no_rule)
        family.save(update_fields=list(told))


def _known_as(authority: Authority, reference: str) -> AdopterFamily:
    """The family of that reference, recorded now where the authority did not know it."""
    reference = " ".join(reference.split()).upper()
    if not any(character.isdigit() for character in reference):
        raise FactRefused(fields={"reference": NOT_A_REFERENCE})
    found, _ = AdopterFamily.objects.get_or_create(authority=authority, reference=reference)
    return found
