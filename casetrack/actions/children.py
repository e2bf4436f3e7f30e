"""Children themselves: recorded, described, born, and joined to their brothers and sisters."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Min

from casetrack import upn
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Authority,
    CarePeriod,
    Child,
    SiblingDecision,
    SiblingGroup,
    Together,
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


class ChildRefused(Refused):
    """A child cannot be recorded so."""


class SiblingsRefused(Refused):
    """These children cannot be recorded as brothers and sisters."""


def why_not_record(authority: Authority, reference: str, born_on: date | None) -> str:
    """Why no child can be recorded under this reference; empty where one can."""
    if not reference.strip():
        return "Enter the child's reference."
    if Child.objects.filter(authority=authority, reference=_reference(reference)).exists():
        return "There is already a child with that reference."
    return "" if born_on else "Enter the date of birth, or the date the baby is expected."


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
    if reason := why_not_record(authority, reference, born_on or expected_on) or _wrong(known):
        raise ChildRefused(reason)
    with recording("child.recorded", by=by) as now:
        child = Child.objects.create(
            authority=authority,
            reference=_reference(reference),
            born_on=born_on,
            expected_on=expected_on,
            **known,
        )
        now.touch([child.pk])
        return child


def why_not_describe(child: Child, values: Mapping[str, Any], why: str = "") -> str:
    """Why the child cannot be described so; empty where they can."""
    changed = _changed(child, values)
    new = {name: getattr(child, name) for name in DESCRIBED} | changed
    if not changed:
        return "Nothing was changed."
    if reason := _wrong(changed):
        return reason
    if child.first_name + child.last_name and not new["first_name"] + new["last_name"]:
        return "Enter the child's name."
    if new["disability"] and new["disabled"] != YesNoNotKnown.YES:
        return "A disability is described only of a disabled child."
    if new["born_on"] is None and new["expected_on"] is None:
        return "Enter the date of birth, or the date the baby is expected."
    if "born_on" not in changed:
        return ""
    if not why.strip():
        return "Write why the date of birth changes: every date that depends on age moves with it."
    return _why_not_born(child, new["born_on"])


def describe(*, child: Child, by: Any, why: str = "", **values: Any) -> Child:
    """Say more of who the child is, or put it right; `values` are fields of DESCRIBED.

    A change of the date of birth needs a `why`, because clocks move with it.
    """
    with recording("child.described", by=by, why=why.strip(), children=[child.pk]):
        child.refresh_from_db()
        if reason := why_not_describe(child, values, why):
            raise ChildRefused(reason)
        changed = _changed(child, values)
        for name, value in changed.items():
            setattr(child, name, value)
        child.save(update_fields=list(changed))
        return child


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
            raise ChildRefused(reason)
        child.born_on = on
        child.save(update_fields=["born_on"])
        return child


def rename(*, child: Child, first_name: str, last_name: str, by: Any) -> None:
    """Enter or change how the child is called."""
    if not (first_name.strip() and last_name.strip()):
        raise ChildRefused("Enter a first name and a last name.")
    with recording("child.renamed", by=by, children=[child.pk]):
        child.first_name, child.last_name = first_name.strip(), last_name.strip()
        child.save(update_fields=["first_name", "last_name"])


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
    groups = {child.siblings_id for child in children if child.siblings_id}
    joined = Child.objects.filter(siblings__in=groups)
    ids = {child.pk for child in children} | set(joined.values_list("pk", flat=True))
    with recording("siblings.joined", by=by, children=ids):
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


def leave_siblings(*, child: Child, by: Any) -> None:
    """The child was joined to others by mistake."""
    with recording("siblings.left", by=by, children=[child.pk]):
        if child.siblings_id is None:
            raise SiblingsRefused("No brothers or sisters are recorded for this child.")
        child.siblings = None
        child.save(update_fields=["siblings"])


def why_not_decide_siblings(
    children: Sequence[Child], decision: str, on: date, decided_by: str, reason: str
) -> str:
    """Why this cannot be recorded as decided for these brothers and sisters; empty where it can."""
    if len({child.pk for child in children}) < 2:
        return "Choose at least two children."
    groups = {child.siblings_id for child in children}
    if len(groups) > 1 or None in groups:
        return "These children are not recorded as brothers and sisters."
    if decision not in Together.values:
        return "Choose whether they are to live together."
    if not decided_by.strip():
        return "Enter who decided."
    if not reason.strip():
        return "Write why it was decided so."
    if SiblingDecision.objects.filter(child__in=children, decided_on=on).exists():
        return "A decision of that day is already recorded."
    return ""


def decide_siblings(
    *,
    children: Sequence[Child],
    decision: str,
    on: date,
    decided_by: str,
    reason: str,
    by: Any,
) -> list[SiblingDecision]:
    """It is decided whether these brothers and sisters live together: written for each of them."""
    ids = {child.pk for child in children}
    with recording("siblings.decided", by=by, children=ids, decision=decision):
        held = list(Child.objects.filter(pk__in=ids).order_by("pk"))
        if refusal := why_not_decide_siblings(held, decision, on, decided_by, reason):
            raise SiblingsRefused(refusal)
        return SiblingDecision.objects.bulk_create(
            SiblingDecision(
                child=child,
                decision=decision,
                decided_on=on,
                decided_by=decided_by.strip(),
                reason=reason.strip(),
            )
            for child in held
        )


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


def _wrong(values: Mapping[str, Any]) -> str:
    """What is wrong with one of these values by itself."""
    for name, value in values.items():
        field: Any = Child._meta.get_field(name)
        if field.choices and value and value not in dict(field.flatchoices):
            return f"Choose one of the answers offered for {field.verbose_name}."
        if isinstance(value, str) and field.max_length and len(value) > field.max_length:
            return f"Enter no more than {field.max_length} characters for {field.verbose_name}."
        if name == "disabled" and not value:
            return "Choose whether the child is disabled."
        if name == "upn" and (reason := upn.why_not(value)):
            return reason
    return ""


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
