"""The people who matter in a child's life: who they are, what changes about them, when it ends."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import Child, ImportantPerson, Relationship, YesNoNotKnown
from casetrack.recording import recording

CHANGED = (
    "name",
    "relationship",
    "parental_responsibility",
    "not_to_know",
    "telephone",
    "notes",
)
"""What `change` may change."""


class PersonRefused(Refused):
    """The person cannot be recorded, changed or ended so."""


def why_not_start(child: Child, name: str, relationship: str, on: date) -> str:
    """Why the person cannot be recorded as important to the child; empty where they can."""
    if reason := _wrong({"name": name.strip(), "relationship": relationship}):
        return reason
    return _why_not_twice(child.pk, name.strip(), relationship, on)


def start(
    *,
    child: Child,
    name: str,
    relationship: str,
    on: date,
    by: Any,
    start_known: bool = True,
    **known: Any,
) -> ImportantPerson:
    """Somebody matters to the child from `on`; `known` may hold the other fields of CHANGED."""
    known = _tidied(known)
    with recording("important_person.started", by=by, children=[child.pk]):
        if reason := why_not_start(child, name, relationship, on) or _wrong(known):
            raise PersonRefused(reason)
        return ImportantPerson.objects.create(
            child=child,
            name=name.strip(),
            relationship=relationship,
            starts_on=on,
            start_known=start_known,
            **known,
        )


def why_not_change(person: ImportantPerson, values: Mapping[str, Any], why: str = "") -> str:
    """Why this cannot be changed; empty where it can."""
    changed = _changes(person, values)
    if not changed:
        return "Nothing was changed."
    if reason := _wrong(changed):
        return reason
    if changed.get("not_to_know") is False and not why.strip():
        return "Write why this person may now be told where the child lives."
    name, relationship = (changed.get(key, getattr(person, key)) for key in CHANGED[:2])
    return _why_not_twice(person.child_id, name, relationship, person.starts_on, person)


def change(*, person: ImportantPerson, by: Any, why: str = "", **values: Any) -> ImportantPerson:
    """Something about the person is different now, or was wrong; `values` are fields of CHANGED.

    That somebody may be told where the child lives after all needs a `why`.
    """
    recorded = recording(
        "important_person.changed", by=by, why=why.strip(), children=[person.child_id]
    )
    with recorded:
        person.refresh_from_db()
        if reason := why_not_change(person, values, why):
            raise PersonRefused(reason)
        changed = _changes(person, values)
        for name, value in changed.items():
            setattr(person, name, value)
        person.save(update_fields=list(changed))
        return person


def why_not_end(person: ImportantPerson, on: date) -> str:
    """Why the person cannot stop being important on `on`; empty where they can."""
    if person.ends_on is not None:
        return "That has already ended."
    return "" if on > person.starts_on else "It must end after the day it began."


def end(*, person: ImportantPerson, on: date, by: Any) -> ImportantPerson:
    """The person no longer has this part in the child's life from `on`."""
    with recording("important_person.ended", by=by, children=[person.child_id]):
        person.refresh_from_db()
        if reason := why_not_end(person, on):
            raise PersonRefused(reason)
        person.ends_on = on
        person.save(update_fields=["ends_on"])
        return person


def _why_not_twice(
    child: int, name: str, relationship: str, on: date, but: ImportantPerson | None = None
) -> str:
    ends_on = but.ends_on if but else None
    same = ImportantPerson.objects.filter(child=child, name=name, relationship=relationship)
    others = same.overlapping(on, ends_on).exclude(pk=but.pk if but else None)
    return "That person is already recorded for that time." if others.exists() else ""


def _changes(person: ImportantPerson, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `values` that say otherwise than the record."""
    return {
        name: value for name, value in _tidied(values).items() if value != getattr(person, name)
    }


def _tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    if strange := set(values) - set(CHANGED):
        raise TypeError(f"{', '.join(sorted(strange))} cannot be changed")
    return {
        name: value.strip() if isinstance(value, str) else value for name, value in values.items()
    }


def _wrong(values: Mapping[str, Any]) -> str:
    """What is wrong with one of these values by itself."""
    for name, value in values.items():
        field: Any = ImportantPerson._meta.get_field(name)
        longest = field.max_length
        if longest and len(value) > longest:
            return f"Enter no more than {longest} characters for the {name}."
    if not values.get("name", "some"):
        return "Enter the person's name."
    if values.get("relationship", Relationship.OTHER) not in Relationship.values:
        return "Choose who this is to the child."
    if values.get("parental_responsibility", YesNoNotKnown.NO) not in YesNoNotKnown.values:
        return "Choose whether this person has parental responsibility."
    return ""
