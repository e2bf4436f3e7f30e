"""Sealing the record of a child who is adopted: one action, after which it exists for nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from adoption import archive, escrow, ready
from adoption.models import AdoptedSibling, SealedRecord, Sibling
from casetrack import audit, dates
from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.actions import children
from casetrack.actions.refusal import Refused
from casetrack.models import BreakGlass, Child, RoleAssignment, Sex
from casetrack.recording import hold, recording

KEPT_FOR_YEARS = 100
KEEPERS = 2
KEEPING = with_permission(Permission.UNSEAL_RECORDS)
RELATION: dict[str, Sibling] = {Sex.MALE: Sibling.BROTHER, Sex.FEMALE: Sibling.SISTER}


class SealingRefused(Refused):
    """The record cannot be sealed so."""


@dataclass(frozen=True)
class NewName:
    """Who the child is from now on, in a record of its own."""

    reference: str
    first_name: str
    last_name: str


def why_not_seal(child: Child, on: date) -> list[str]:
    """Everything that stands against sealing the record on that day; nothing where it can be."""
    adopted = Child.objects.filter(visibility.adopted(), pk=child.pk)
    if not adopted.exclude(visibility.sealed()).exists():
        return ["The child is not recorded as adopted."]
    found = [step.lacks for step in ready.steps(_with_days(child)) if step.on is None]
    if BreakGlass.objects.filter(child=child, reviewed_at=None).exists():
        found.append("The guardian of data has yet to review an emergency access to this record.")
    if len(keepers(child.authority_id, on)) < KEEPERS:
        found.append(
            "Nobody could open it again: at least two people must hold the role Adoption records."
        )
    return found + [why for holder in archive.holders() if (why := holder.why_not(child))]


def keepers(authority: int, on: date) -> set[int]:
    """Ids of those who keep the authority's sealed records on that day and can sign in."""
    held = RoleAssignment.objects.on(on).filter(authority=authority, role__in=KEEPING)
    return set(held.filter(user__is_active=True).values_list("user_id", flat=True))


def brothers_and_sisters(child: Child) -> list[Child]:
    """All of them, also those whom whoever seals the record may not see."""
    if child.siblings_id is None:
        return []
    others = Child.objects.filter(siblings=child.siblings_id).exclude(pk=child.pk)
    return list(others.exclude(visibility.sealed()).order_by("pk"))


def seal(
    *,
    child: Child,
    reported_on: date,
    staying_in_touch: str,
    after: NewName | None,
    on: date,
    by: Any,
) -> SealedRecord:
    """Seal the record: its words and names are locked away, and what is left names nobody.

    `reported_on` is the day the statutory return that tells of the adoption was handed in. `after`
    begins a record under the new name, which nothing but the locked archive joins to the old one:
    its event is not of the same request and names no child but itself. Brothers and sisters keep
    that one of them was adopted, and `staying_in_touch`. Raises SealingRefused.
    """
    others = brothers_and_sisters(child)
    with transaction.atomic():
        hold(each.pk for each in (child, *others))
        child.refresh_from_db()
        if reasons := why_not_seal(child, on):
            raise SealingRefused(reasons[0])
        ordered = _with_days(child).order_day
        if not ordered <= reported_on <= on:
            raise SealingRefused("The return was handed in after the order, and not after today.")
        relation = RELATION.get(child.sex, Sibling.NOT_SAID)
        follows = _begun(child, after, by) if after else None
        sealed = _locked_away(child, reported_on, ordered, after, follows, by)
        if others:
            _tell_family(others, relation, ordered, staying_in_touch, by)
        return sealed


def _begun(child: Child, after: NewName, by: Any) -> dict[str, str]:
    """The record under the new name; its event is of no request, which would join the two."""
    before = audit.serving.set(None)
    try:
        begun = children.record(
            authority=child.authority,
            reference=after.reference,
            first_name=after.first_name,
            last_name=after.last_name,
            born_on=child.born_on,
            sex=child.sex,
            by=by,
        )
    finally:
        audit.serving.reset(before)
    return {"name": begun.name, "reference": begun.reference, "uuid": str(begun.uuid)}


def _locked_away(
    child: Child,
    reported_on: date,
    ordered: date,
    after: NewName | None,
    follows: dict[str, str] | None,
    by: Any,
) -> SealedRecord:
    with recording("record.sealed", by=by, children=[child.pk], reported_on=str(reported_on)):
        marks = _marks(child, after)
        kept = archive.take(child) | {"after": follows, "reported_on": str(reported_on)}
        return SealedRecord.objects.create(
            authority_id=child.authority_id,
            child=child,
            sealed_by=by,
            keep_until=dates.add_months(ordered, KEPT_FOR_YEARS * 12),
            archive=escrow.lock(kept),
            found_by=marks,
        )


def _marks(child: Child, after: NewName | None) -> list[str]:
    """Digests of all that somebody may know the record by, before and after."""
    names = [(child.first_name, child.last_name), (child.known_as, child.last_name)]
    marks = {escrow.mark_of_reference(child.authority_id, child.reference)}
    if after is not None:
        names.append((after.first_name, after.last_name))
        marks.add(escrow.mark_of_reference(child.authority_id, after.reference, new=True))
    born = child.born_on or child.expected_on
    assert born is not None
    whole = {f"{first} {last}" for first, last in names if first and last}
    return sorted(marks | {escrow.mark_of_name(name, born) for name in whole})


def _tell_family(
    others: Sequence[Child], relation: Sibling, ordered: date, words: str, by: Any
) -> None:
    """Each brother's and sister's record keeps that it was so, in an event of its own."""
    if not words.strip():
        raise SealingRefused("Write how the brothers and sisters stay in touch.")
    for other in others:
        with recording("adopted-sibling.recorded", by=by, children=[other.pk]):
            AdoptedSibling.objects.create(
                child=other, relation=relation, adopted_on=ordered, staying_in_touch=words.strip()
            )


def _with_days(child: Child) -> Any:
    return ready.with_days(Child.objects.filter(pk=child.pk)).get()
