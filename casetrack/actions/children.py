"""Children themselves: recorded, named, and joined to their brothers and sisters."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from casetrack.actions.refusal import Refused
from casetrack.models import Authority, Child, SiblingGroup
from casetrack.recording import recording

MOST_NAMES = 20_000


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
    """Begin a record: `known` may hold names, sex, ethnicity, UPN and `unaccompanied`."""
    if reason := why_not_record(authority, reference, born_on or expected_on):
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


def _ids(authority: Authority, references: Sequence[str]) -> dict[str, int]:
    rows = Child.objects.filter(authority=authority, reference__in=references)
    return dict(rows.values_list("reference", "pk"))


def _reference(text: str) -> str:
    return text.strip().upper()
