"""Children themselves: recorded, described, born, and joined to their brothers and sisters."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Min

from casetrack import upn
from casetrack.access import visibility
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Authority,
    CarePeriod,
    Child,
    SiblingGroup,
    YesNoNotKnown,
)
from casetrack.recording import recording

MOST_NAMES = 20_000
DESCRIBED = (
    "first_name",
    "last_name",
    "known_as",
    "sex",
    "ethnicity",
    "born_on",
    "expected_on",
    "upn",
    "unaccompanied",
    "disabled",
    "disability",
    "language",
    "religion",
    "needs",
)
"""What `describe` may change: all that says who a child is, save the reference."""


NO_DAY = "Enter the date of birth, or the date the baby is expected."


class ChildRefused(Refused):
    """A child cannot be recorded so; `about` is the field of which that is said, if any."""

    def __init__(self, message: str, about: str = "") -> None:
        super().__init__(message)
        self.about = about


class ReferenceTaken(ChildRefused):
    """Says no more than that, because whose reference it is may be hidden from whoever asks."""

    def __init__(self) -> None:
        super().__init__(
            "That reference is not free. Check it against the letter or return that it comes from,"
            " or ask a data officer for another.",
            "reference",
        )


class ChangedMeanwhile(ChildRefused):
    """Somebody else has said otherwise since the form was opened."""


class SiblingsRefused(Refused):
    """These children cannot be recorded as brothers and sisters."""


def record(
    *,
    authority: Authority,
    reference: str,
    by: Any,
    born_on: date | None = None,
    expected_on: date | None = None,
    **known: Any,
) -> Child:
    """Begin a record: `known` may hold whatever else `describe` may change later."""
    known = _tidied(known)
    if not reference.strip():
        raise ChildRefused("Enter the child's reference.", "reference")
    if not (born_on or expected_on):
        raise ChildRefused(NO_DAY, "born_on")
    _check_each(known)
    if visibility.sealed_references(authority.pk, [_reference(reference)]):
        raise ReferenceTaken
    child = Child(
        authority=authority,
        reference=_reference(reference),
        born_on=born_on,
        expected_on=expected_on,
        **known,
    )
    with recording("child.recorded", by=by) as now:
        try:
            with transaction.atomic():
                child.save()
        except IntegrityError:
            # Asked of the database alone, so that two who begin the same record are told alike.
            if not Child.objects.filter(authority=authority, reference=child.reference).exists():
                raise
            raise ReferenceTaken from None
        now.touch([child.pk])
        return child


def describe(
    *, child: Child, by: Any, why: str = "", seen: int | None = None, **values: Any
) -> Child:
    """Say more of who the child is, or put it right; `values` are fields of DESCRIBED.

    A change of the date of birth needs a `why`, because clocks move with it. `seen` is the number
    of the version that the person had before them, where they filled in a form.
    """
    with recording("child.described", by=by, why=why.strip(), children=[child.pk]):
        child.refresh_from_db()
        _check_unchanged(child, values, seen)
        changed = _changed(child, values)
        _check_described(child, changed, why)
        for name, value in changed.items():
            setattr(child, name, value)
        child.save(update_fields=list(changed))
        return child


def _check_unchanged(child: Child, names: Iterable[str], seen: int | None) -> None:
    if seen is None:
        return
    model: Any = Child
    version = model.pgh_event_model.objects.filter(pgh_id=seen, pgh_obj_id=child.pk).first()
    if version is None or any(getattr(version, name) != getattr(child, name) for name in names):
        raise ChangedMeanwhile(
            "Somebody changed this while you had it open. What stands now is shown below, with what"
            " you entered: change it where it is still wrong."
        )


def _check_described(child: Child, changed: Mapping[str, Any], why: str) -> None:
    """Raises ChildRefused where the child cannot be described so."""
    new = {name: getattr(child, name) for name in DESCRIBED} | dict(changed)
    if not changed:
        raise ChildRefused("Nothing was changed.")
    _check_each(changed)
    if child.first_name + child.last_name and not new["first_name"] + new["last_name"]:
        raise ChildRefused("Enter the child's name.", "first_name")
    if new["disability"] and new["disabled"] != YesNoNotKnown.YES:
        raise ChildRefused("A disability is described only of a disabled child.", "disability")
    if new["born_on"] is None and new["expected_on"] is None:
        raise ChildRefused(NO_DAY, "born_on")
    if "born_on" not in changed:
        return
    if not why.strip():
        raise ChildRefused(
            "Write why the date of birth changes: every date that depends on age moves with it.",
            "why",
        )
    if reason := _why_not_born(child, new["born_on"]):
        raise ChildRefused(reason, "born_on")


def why_not_born(child: Child, on: date) -> str:
    """Why the birth cannot be recorded on that day; empty where it can."""
    if child.born_on is not None:
        return "The birth of this child is already recorded."
    return _why_not_born(child, on)


def born(*, child: Child, on: date, by: Any) -> Child:
    """The baby who was expected is born; the date that was expected is kept."""
    with recording("child.born", by=by, children=[child.pk]):
        child.refresh_from_db()
        if reason := why_not_born(child, on):
            raise ChildRefused(reason, "born_on")
        child.born_on = on
        child.save(update_fields=["born_on"])
        return child


def name_all(
    *, authority: Authority, names: Mapping[str, tuple[str, str]], by: Any
) -> dict[str, int]:
    """Enter many names at once, by reference; the ids of those that were found, by reference.

    A child who already has a name keeps it.
    """
    references = sorted(names)
    found: dict[str, int] = {}
    with recording("children.named", by=by, authority=authority.code) as now:
        for start in range(0, len(references), MOST_NAMES):
            found |= _ids(authority, references[start : start + MOST_NAMES])
        now.touch(found.values())
        ids = list(found.items())
        for start in range(0, len(ids), MOST_NAMES):
            part = ids[start : start + MOST_NAMES]
            with connection.cursor() as cursor:
                cursor.execute(
                    "UPDATE casetrack_child SET first_name = n.first, last_name = n.last"
                    " FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS n(id, first, last)"
                    " WHERE casetrack_child.id = n.id AND first_name = '' AND last_name = ''",
                    [
                        [number for _, number in part],
                        [names[reference][0] for reference, _ in part],
                        [names[reference][1] for reference, _ in part],
                    ],
                )
    return found


@dataclass(frozen=True)
class Description:
    """What is said of who a child (their id) is."""

    child: int
    known_as: str = ""
    unaccompanied: bool = False
    disabled: str = YesNoNotKnown.NOT_KNOWN
    disability: str = ""
    language: str = ""
    religion: str = ""
    needs: str = ""


def describe_all(*, authority: Authority, told: Iterable[Description], by: Any) -> None:
    """Say of many children at once who they are, in place of what was said before."""
    rows = list(told)
    names = [field.name for field in fields(Description)]
    types = ("bigint", "text", "bool", "text", "text", "text", "text", "text")
    given = ", ".join(f"%s::{type}[]" for type in types)
    with (
        recording(
            "children.described",
            by=by,
            children=_of(authority, [row.child for row in rows]),
            authority=authority.code,
        ),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"UPDATE casetrack_child SET {', '.join(f'{name} = n.{name}' for name in names[1:])}"
            f" FROM unnest({given}) AS n({', '.join(names)})"
            " WHERE casetrack_child.id = n.child AND authority_id = %s",
            [*([getattr(row, name) for row in rows] for name in names), authority.pk],
        )


def _of(authority: Authority, children: Sequence[int]) -> Iterable[int]:
    mine = Child.objects.filter(authority=authority, pk__in=children)
    return mine.values_list("pk", flat=True)


def why_not_join(children: Sequence[Child]) -> str:
    """Why these children cannot be recorded as brothers and sisters; empty where they can."""
    if len({child.pk for child in children}) < 2:
        return "Choose at least two children."
    if len({child.authority_id for child in children}) > 1:
        return "Brothers and sisters can only be joined within one authority."
    return ""


def join_siblings(*, children: Sequence[Child], by: Any) -> SiblingGroup:
    """These children are brothers and sisters, with all who were already joined to one of them."""
    if reason := why_not_join(children):
        raise SiblingsRefused(reason)
    ids = _with_joined(children)
    with recording("siblings.joined", by=by, children=ids):
        if _with_joined(children) != ids:
            raise SiblingsRefused(
                "Somebody joined one of these children to others meanwhile. Look at them again."
            )
        held = set(Child.objects.filter(pk__in=ids).values_list("siblings_id", flat=True))
        if len(held) == 1 and None not in held:
            raise SiblingsRefused("They are already recorded as brothers and sisters.")
        groups = held - {None}
        if groups:
            group = SiblingGroup.objects.get(pk=min(groups))
        else:
            group = SiblingGroup.objects.create(authority_id=children[0].authority_id)
        Child.objects.filter(pk__in=ids).update(siblings=group)
        SiblingGroup.objects.filter(pk__in=groups - {group.pk}).delete()
    for child in children:
        child.siblings = group
    return group


def join_all(*, authority: Authority, groups: Sequence[Collection[int]], by: Any) -> None:
    """Record many groups of brothers and sisters at once, none of them joined before."""
    ids = [number for group in groups for number in group]
    with recording("siblings.joined", by=by, children=ids, authority=authority.code):
        made = SiblingGroup.objects.bulk_create([SiblingGroup(authority=authority) for _ in groups])
        of = [row.pk for row, group in zip(made, groups, strict=True) for _ in group]
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE casetrack_child SET siblings_id = n.siblings"
                " FROM unnest(%s::bigint[], %s::bigint[]) AS n(id, siblings)"
                " WHERE casetrack_child.id = n.id",
                [ids, of],
            )


def leave_siblings(*, child: Child, by: Any, why: str = "") -> None:
    """The child was joined to others by mistake."""
    with recording("siblings.left", by=by, why=why.strip(), children=[child.pk]):
        child.refresh_from_db(fields=["siblings"])
        if child.siblings_id is None:
            raise SiblingsRefused("No brothers or sisters are recorded for this child.")
        child.siblings = None
        child.save(update_fields=["siblings"])


def _with_joined(children: Sequence[Child]) -> set[int]:
    """The ids of these children, and of all who are joined to one of them."""
    ids = {child.pk for child in children}
    groups = Child.objects.filter(pk__in=ids, siblings__isnull=False).values("siblings_id")
    joined = Child.objects.filter(siblings_id__in=groups)
    return ids | set(joined.values_list("pk", flat=True))


def _changed(child: Child, values: Mapping[str, Any]) -> dict[str, Any]:
    """Those of `values` that say otherwise than the record."""
    if strange := set(values) - set(DESCRIBED):
        raise TypeError(f"{', '.join(sorted(strange))} cannot be described")
    return {name: value for name, value in _tidied(values).items() if value != getattr(child, name)}


def _tidied(values: Mapping[str, Any]) -> dict[str, Any]:
    tidied = {
        name: value.strip() if isinstance(value, str) else value for name, value in values.items()
    }
    return tidied | {"upn": upn.tidy(tidied["upn"])} if "upn" in tidied else tidied


def _check_each(values: Mapping[str, Any]) -> None:
    """Raises ChildRefused where one of these values is wrong by itself."""
    for name, value in values.items():
        if reason := _wrong(name, value):
            raise ChildRefused(reason, name)


def _wrong(name: str, value: Any) -> str:
    field: Any = Child._meta.get_field(name)
    if field.choices and value and value not in dict(field.flatchoices):
        return f"Choose one of the answers offered for {field.verbose_name}."
    if isinstance(value, str) and field.max_length and len(value) > field.max_length:
        return f"Enter no more than {field.max_length} characters for {field.verbose_name}."
    if name == "disabled" and not value:
        return "Choose whether the child is disabled."
    return upn.why_not(value) if name == "upn" else ""


def _why_not_born(child: Child, on: date | None) -> str:
    first = CarePeriod.objects.filter(child=child).aggregate(day=Min("starts_on"))["day"]
    if on is not None and first is not None and first < on:
        return "The child came into care before that day."
    return ""


def _ids(authority: Authority, references: Sequence[str]) -> dict[str, int]:
    rows = Child.objects.filter(authority=authority, reference__in=references)
    return dict(rows.values_list("reference", "pk"))


def _reference(text: str) -> str:
    return text.strip().upper()
