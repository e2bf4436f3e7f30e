"""Keeping a child's record to named people, or from them.

Hiding a child never stops her waits from being watched: among the people to whom a record is kept
at least one holds each of the roles that watch over waits in her authority. Where one of them
leaves the role later, the guardian of data is shown the child on the page of restrictions.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from casetrack import words
from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.actions.refusal import Refused
from casetrack.models import Child, NamedPerson, Restriction, RoleAssignment, User
from casetrack.models.restrictions import WATCH_OVER
from casetrack.recording import recording

READERS = with_permission(Permission.SEE_CHILDREN)


class RestrictionRefused(Refused):
    """The record cannot be restricted so, or no such restriction is in force."""


def nameable(child: Child, on: date) -> Any:
    """The people who may be named: those whose role in her authority reads records on that day."""
    held = RoleAssignment.objects.on(on).filter(authority=child.authority_id, role__in=READERS)
    return User.objects.filter(is_active=True, pk__in=held.values("user_id"))


def why_not_restrict(
    child: Child, kind: str, reason: str, people: Collection[User], on: date
) -> dict[str, str]:
    """Why the record cannot be kept so, by field; empty where it can."""
    if kind not in Restriction.Kind.values:
        return {"kind": "Choose who may see the record."}
    reasons = {}
    if not reason.strip():
        reasons["reason"] = "Write why."
    elif len(reason.strip()) > 500:
        reasons["reason"] = "The reason may have up to 500 characters."
    if not people:
        reasons["people"] = "Name at least one person."
    elif strangers := {person.pk for person in people} - _ids(nameable(child, on)):
        reasons["people"] = (
            f"{words.count(len(strangers), 'person', 'people')} of those you named cannot read"
            " records of this authority. Name others."
        )
    elif missing := _unwatched(child, kind, people, on):
        reasons["people"] = (
            f"Somebody must go on watching the waits. Among those who may see the record, "
            f"there must be {words.listed(missing)}."
        )
    return reasons


def version(child: Child) -> int:
    """How often it was changed who may see the record: what a form was filled in against."""
    kept: Any = Restriction
    named: Any = NamedPerson
    changed = kept.pgh_event_model.objects.filter(child=child)
    of_people = named.pgh_event_model.objects.filter(restriction__in=changed.values("pgh_obj_id"))
    return int(changed.count() + of_people.count())


def restrict(
    *,
    child: Child,
    kind: str,
    reason: str,
    people: Collection[User],
    on: date,
    by: Any,
    seen: int | None = None,
) -> Restriction:
    """Keep the record to `people`, or from them, from `on`; who was named before no longer is.

    `seen` is the version that the person had before them, where they filled in a form.
    """
    named = sorted(_ids(people))
    with recording(
        "child.restricted", by=by, children=[child.pk], why=reason, kind=kind, people=named
    ):
        if seen is not None and seen != version(child):
            raise RestrictionRefused(
                "Somebody changed who may see this record while you had it open. Look at what"
                " holds now, then change it where it is still wrong."
            )
        if reasons := why_not_restrict(child, kind, reason, people, on):
            raise RestrictionRefused(next(iter(reasons.values())))
        restriction = _in_force(child, kind, on)
        if restriction is None:
            restriction = Restriction(child=child, kind=kind, starts_on=on)
        restriction.reason, restriction.set_by = reason.strip(), by
        restriction.save()
        restriction.people.exclude(user__in=named).delete()
        NamedPerson.objects.bulk_create(
            [NamedPerson(restriction=restriction, user_id=pk) for pk in named],
            ignore_conflicts=True,
        )
        return restriction


def lift(*, child: Child, kind: str, on: date, by: Any) -> None:
    """The restriction no longer holds on `on`.

    One that began that day leaves no period behind; the history and the audit remember it.
    """
    with recording("child.restriction-lifted", by=by, children=[child.pk], kind=kind):
        restriction = _in_force(child, kind, on)
        if restriction is None:
            raise RestrictionRefused("No such restriction is in force any more.")
        if restriction.starts_on == on:
            restriction.delete()
        else:
            restriction.ends_on = on
            restriction.save(update_fields=["ends_on"])


def _in_force(child: Child, kind: str, on: date) -> Restriction | None:
    found: Restriction | None = (
        Restriction.objects.select_for_update().on(on).filter(child=child, kind=kind).first()
    )
    return found


def _unwatched(child: Child, kind: str, people: Collection[User], on: date) -> list[str]:
    """Which of those who watch over waits would no longer be among the people that see her."""
    held = _named(child, Restriction.Kind.RESTRICTED, on)
    barred = _named(child, Restriction.Kind.EXCLUDED, on)
    if kind == Restriction.Kind.RESTRICTED:
        held = _ids(people)
    elif held:
        barred = _ids(people)
    else:
        return []
    roles = RoleAssignment.objects.on(on).filter(
        authority=child.authority_id, user__in=held - barred, user__is_active=True
    )
    present = set(roles.values_list("role", flat=True))
    return [title for role, title in WATCH_OVER.items() if role not in present]


def _named(child: Child, kind: str, on: date) -> set[int]:
    restrictions = Restriction.objects.on(on).filter(child=child, kind=kind)
    return set(
        NamedPerson.objects.filter(restriction__in=restrictions).values_list("user_id", flat=True)
    )


def _ids(people: Any) -> set[int]:
    return {person.pk for person in people}
