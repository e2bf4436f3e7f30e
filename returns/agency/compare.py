"""The list beside the record: whose days differ, and who stands on one of the two alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from adoption.access import with_adoption_plan
from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.lists import Fault
from casetrack.models import Child
from returns.agency.fields import FIELDS, TITLES
from returns.agency.read import AgencyList, Row
from returns.models import AgencyDifference


@dataclass(frozen=True)
class Differs:
    """A day of the list that is not the one on record; `fact` holds that, None where there is none.

    `saved` is the difference as it waits for a decision, or was decided.
    """

    child: Child
    code: str
    stated_on: date
    fact: Any
    saved: AgencyDifference | None = None

    @property
    def title(self) -> str:
        return TITLES[self.code]

    @property
    def recorded_on(self) -> date | None:
        return FIELDS[self.code].on(self.fact)

    @property
    def elsewhere(self) -> str:
        return FIELDS[self.code].why_elsewhere(self.fact)


@dataclass
class Compared:
    """Everything that came of a list, for its reader alone."""

    found: AgencyList
    children: list[Child]
    differs: list[Differs]
    silent: list[tuple[Child, str, date]]
    only_listed: list[Row]
    only_recorded: list[Child]

    @property
    def faults(self) -> list[Fault]:
        return sorted(self.found.faults, key=lambda fault: fault.line)

    @property
    def agreed(self) -> int:
        """Children of whom the list says nothing else than the record."""
        return len({child.pk for child in self.children} - {each.child.pk for each in self.differs})


def reached(user: Any) -> QuerySet[Child]:
    return Child.objects.visible_to(user, Permission.RECORD_ADOPTION)


def compare(found: AgencyList, children: QuerySet[Child], today: date) -> Compared:
    """Compare the rows with those of `children` whom they name; others do not exist for them."""
    rows, only_listed = _matched(found, children)
    held = {
        code: field.held(list(rows), {pk: row.days.get(code) for pk, (_, row) in rows.items()})
        for code, field in FIELDS.items()
        if code in found.columns
    }
    differs, silent = [], []
    for child, row in rows.values():
        for code in found.columns:
            fact = held[code].get(child.pk)
            stated, recorded = row.days.get(code), FIELDS[code].on(fact)
            if stated is None:
                if recorded is not None:
                    silent.append((child, TITLES[code], recorded))
            elif stated != recorded:
                differs.append(Differs(child, code, stated, fact))
    planned = children.filter(pk__in=with_adoption_plan(today)).exclude(pk__in=list(rows))
    planned = planned.exclude(visibility.adopted())
    return Compared(
        found=found,
        children=[child for child, _ in rows.values()],
        differs=differs,
        silent=silent,
        only_listed=only_listed,
        only_recorded=list(planned.order_by("reference")),
    )


def _matched(
    found: AgencyList, children: QuerySet[Child]
) -> tuple[dict[int, tuple[Child, Row]], list[Row]]:
    """The rows by the child whom they name, in their order, and the rows that name none."""
    known = _known(found.rows, children)
    rows: dict[int, tuple[Child, Row]] = {}
    unknown = []
    for row in found.rows:
        named = _named(row, known)
        if len(named) > 1:
            reason = "Several children are known so. Add a column with the council, or the UPN."
            found.faults.append(Fault(row.line, "", row.who, reason))
        elif not named:
            unknown.append(row)
        elif (child := named[0]).pk not in rows:
            rows[child.pk] = (child, row)
        elif rows[child.pk][1].days != row.days:
            first = rows[child.pk][1].line
            reason = f"Line {first:,} says otherwise of the same child. Line {first:,} counts."
            found.faults.append(Fault(row.line, "", row.who, reason))
    return rows, unknown


Known = Mapping[tuple[str, str], list[Child]]


def _known(rows: list[Row], children: QuerySet[Child]) -> Known:
    """The children by their reference and by their UPN."""
    named = Q(reference__in=[row.reference for row in rows if row.reference])
    named |= Q(upn__in=[row.upn for row in rows if row.upn])
    known: dict[tuple[str, str], list[Child]] = defaultdict(list)
    for child in children.filter(named).select_related("authority"):
        known["reference", child.reference].append(child)
        if child.upn:
            known["upn", child.upn.upper()].append(child)
    return known


def _named(row: Row, known: Known) -> list[Child]:
    """Who is known by all that the row says; the council by its code or its name."""
    ways = [
        known.get((way, said), [])
        for way, said in (("reference", row.reference), ("upn", row.upn))
        if said
    ]
    found = [child for child in ways[0] if all(child in others for others in ways[1:])]
    if row.council:
        found = [
            child
            for child in found
            if row.council in (child.authority.code.upper(), child.authority.name.upper())
        ]
    return found


def waiting(children: QuerySet[Child]) -> list[Differs]:
    """What waits for a decision and still differs, child by child."""
    return _still(AgencyDifference.objects.filter(child__in=children, decision=""))


def decided(children: QuerySet[Child]) -> list[Differs]:
    """What was refused and still differs: the same day is not asked about again."""
    refused = AgencyDifference.objects.filter(child__in=children, decision="refused")
    return _still(refused.select_related("decided_by"))


def _still(saved: QuerySet[AgencyDifference]) -> list[Differs]:
    found = list(saved.select_related("child").order_by("child__reference", "pk"))
    held = {code: field_held(code, found) for code in {each.field for each in found}}
    differs = [
        Differs(each.child, each.field, each.stated_on, held[each.field].get(each.child_id), each)
        for each in found
    ]
    return [each for each in differs if each.recorded_on != each.stated_on]


def field_held(code: str, differences: Iterable[AgencyDifference]) -> dict[int, Any]:
    """By child, the fact that holds the day which these differences are about."""
    stated = {each.child_id: each.stated_on for each in differences if each.field == code}
    return FIELDS[code].held(list(stated), stated)
