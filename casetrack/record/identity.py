"""Who a child is, in words: as it stands, and how it came to be so.

A child is no dated fact of her own record. What changed about her is read out of the versions of
her row, and told on the day on which somebody recorded it; only a birth has a day of its own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from casetrack import words
from casetrack.access.permissions import Permission
from casetrack.models import Child, Origin
from casetrack.record import telling
from casetrack.record.kind import Group, Kind, Told
from casetrack.record.reading import Version
from casetrack.record.telling import Line

WORDS = {
    "reference": "Reference",
    "first_name": "First name",
    "last_name": "Last name",
    "known_as": "Known as",
    "born_on": "Date of birth",
    "expected_on": "Expected date of birth",
    "sex": "Sex",
    "ethnicity": "Ethnicity",
    "disabled": "Disabled",
    "disability": "Disability, in words",
    "language": "First language",
    "religion": "Religion",
    "needs": "Identity and diversity needs",
    "upn": "Unique pupil number (UPN)",
    "unaccompanied": "Came to this country without a parent",
}
KIND = Kind(
    code="identity",
    title="Who the child is",
    group=Group.CHILD,
    model=Child,
    permission=Permission.RECORD_CHILD,
    tell=lambda child: (),
)
"""Not registered: it has pages and sentences of its own."""
BORN = "child.born"
# What an import of returns calls itself ends so (`ssda903.imported`).
IMPORTED = ".imported"


def said(child: Child, name: str) -> str:
    """What the record says, in words; empty where it says nothing."""
    value: Any = getattr(child, name)
    field: Any = Child._meta.get_field(name)
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, date):
        return words.long_day(value)
    return str(dict(field.flatchoices).get(value, value) if field.choices else value or "")


def newest(child: Child) -> int:
    """The number of the newest version of the child: what a form was filled in against."""
    return int(_events([child.pk]).values_list("pgh_id", flat=True).last() or 0)


def once_joined(child: int) -> QuerySet:
    """Ids of all who were ever recorded as brothers or sisters of the child, herself among them."""
    events = Child.pgh_event_model.objects
    groups = events.filter(pgh_obj_id=child, siblings__isnull=False).values("siblings_id")
    return events.filter(siblings_id__in=groups).values("pgh_obj_id")


def history(child: int, until: datetime | None, kin: Mapping[int, str]) -> list[Line]:
    """The whole history, newest day first, with what changed about the child herself.

    `kin` are the names, by id, of the brothers and sisters of whom the reader may know.
    """
    own = [*_changes(child, until), *(_joined(child, until, kin) if kin else ())]
    telling.mark_late(own)
    return telling.in_order([*telling.history(child, until), *own])


def _changes(child: int, until: datetime | None) -> list[Line]:
    lines: list[Line] = []
    before, birth = None, None
    for event in _events([child], until):
        version = _version(event)
        if birth is not None and version.fact.born_on != birth.told.on:
            birth.ended, birth = version, None
        if told := list(_told(before, version)):
            lines.append(_line(version, told))
        if version.what == BORN:
            birth = Line(
                KIND, version.fact, Told(version.fact.born_on, "The child was born."), version
            )
            lines.append(birth)
        before = version.fact
    return lines


def _told(before: Child | None, version: Version) -> Iterator[str]:
    """What one version of the child says that the one before did not."""
    now = version.fact
    if before is None:
        day = "born" if now.born_on else "expected on"
        name = "" if now.name.endswith(now.reference) else f"{now.name}, "
        yield (
            f"The record was started: {name}reference {now.reference}, {day}"
            f" {words.long_day(now.born_on or now.expected_on)}."
        )
        return
    name, named = _name(before), _name(now)
    yield from _change("Name", name, named)
    for field, label in WORDS.items():
        if field in ("first_name", "last_name") or (field == "born_on" and version.what == BORN):
            continue
        yield from _change(label, said(before, field), said(now, field))


def _change(label: str, before: str, now: str) -> Iterator[str]:
    if before == now:
        return
    if not before:
        yield words.sentence(f"{label}: {now}")
    elif not now:
        yield words.sentence(f"{label} taken out: {before}")
    else:
        yield words.sentence(f"{label} changed from {before} to {now}")


def _joined(child: int, until: datetime | None, kin: Mapping[int, str]) -> list[Line]:
    """Since when, and until when, the child was recorded as a brother or sister of whom."""
    lines = []
    groups: dict[int, int | None] = {}
    mates: set[int] = set()
    events = _events([child, *kin], until)
    for _, together in groupby(events, key=lambda each: each.pgh_context_id or each.pgh_id):
        for event in together:
            groups[event.pgh_obj_id] = event.siblings_id
        own = groups.get(child)
        now = {number for number in kin if own is not None and groups.get(number) == own}
        told = [
            f"{said} {words.listed(sorted(kin[number] for number in which))}."
            for said, which in (
                ("Recorded as brother or sister of", now - mates),
                ("No longer recorded as brother or sister of", mates - now),
            )
            if which
        ]
        if told:
            lines.append(_line(_version(event), told))
        mates = now
    return lines


def _line(version: Version, told: Sequence[str]) -> Line:
    """What changed at once, as one entry with its reason, on the day it was recorded."""
    why = [f"Why: {words.sentence(version.why)}"] if version.why else []
    return Line(
        KIND,
        version.fact,
        Told(telling.day_of(version), " ".join([*told, *why])),
        version,
        leads=False,
    )


def _name(child: Child) -> str:
    return f"{child.first_name} {child.last_name}".strip()


def _events(children: Iterable[int], until: datetime | None = None) -> QuerySet:
    found = Child.pgh_event_model.objects.filter(pgh_obj_id__in=list(children))
    if until is not None:
        found = found.filter(pgh_created_at__lt=until)
    return found.order_by("pgh_created_at", "pgh_id")


def _version(event: Any) -> Version:
    context = event.pgh_context or {}
    kept = [field.attname for field in Child._meta.concrete_fields if not field.generated]
    child = Child(**{name: getattr(event, name) for name in kept})
    what = str(context.get("what", ""))
    # As facts have it, so that the history can say what came from a return.
    child.origin = Origin.RETURN if what.endswith(IMPORTED) else Origin.PERSON
    return Version(
        kind=KIND,
        fact_id=child.pk,
        number=event.pgh_id,
        at=event.pgh_created_at,
        by=str(context.get("by", "")),
        what=what,
        why=str(context.get("why", "")),
        fact=child,
    )
