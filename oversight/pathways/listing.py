"""Who is on a pathway and how far: two questions over all its children, whatever their number.

They find the stages and the waits by which a list is counted, narrowed and put in order; what is
shown of the children on a page is asked in `oversight.pathways.page`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import F, QuerySet

from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.models import states
from oversight.pathways import facts as asked
from oversight.pathways.filters import ENDED, PAST, Filters, marks
from oversight.pathways.pathway import Pathway, Stage
from oversight.pathways.progress import Place, now, progress
from oversight.waits import STATE_ORDER, Wait, running, with_answers

OWN = (
    "id",
    "uuid",
    "reference",
    "born_on",
    "disabled",
    "ethnicity",
    "unaccompanied",
    "on_day",
    "care_since",
    "legal",
    "lives",
)


@dataclass(frozen=True)
class Listed:
    """A child of the pathway: what is asked of every one of them."""

    facts: dict[str, Any]
    places: tuple[Place, ...]
    wait: Wait | None
    past: bool
    on_top: bool

    @cached_property
    def now(self) -> Stage | None:
        return now(self.places)

    @property
    def key(self) -> tuple[Any, ...]:
        """Who stands on top first, then the most serious of the waits that matter here."""
        state = STATE_ORDER[self.wait.state] if self.wait else len(STATE_ORDER)
        left = self.wait.days_left if self.wait else 0
        return (not self.on_top, state, left, self.facts["reference"], self.facts["id"])

    def has(self, code: str, pathway: Pathway) -> bool:
        """Whether the mark holds."""
        if code == PAST:
            return self.past
        return any(mark.holds(self.facts) for mark in marks(pathway) if mark.code == code)


def reached(user: Any, permission: Permission, pathway: Pathway) -> QuerySet[Child]:
    """The children with whom `permission` lets `user` work, as far as the pathway is for them."""
    children = Child.objects.visible_to(user, permission)
    if not pathway.only_for:
        return children
    wanted = visibility.NO_CHILD
    for each in pathway.only_for:
        wanted |= visibility.children(user, each)
    return children.filter(wanted)


def is_for(user: Any, pathway: Pathway) -> bool:
    """Whether the pathway's page is there for this reader at all."""
    return not pathway.only_for or any(visibility.may(user, each) for each in pathway.only_for)


def listed(children: QuerySet[Child], filters: Filters) -> list[Listed]:
    """Every child of the pathway in the order of the list, narrowed by nothing: two questions."""
    found = _found(children, filters)
    waits = _waits(filters, [facts["id"] for facts in found])
    past = {wait.row.child_id for wait in waits if wait.state in states.PAST}
    chosen: dict[int, Wait] = {}
    for wait in waits:
        chosen.setdefault(wait.row.child_id, wait)
    return sorted(_rows(filters.pathway, found, chosen, past), key=lambda row: row.key)


def counted(children: QuerySet[Child], filters: Filters) -> list[Listed]:
    """The same children in no order and without their waits: one question."""
    return _rows(filters.pathway, _found(children, filters), {}, set())


def _found(children: QuerySet[Child], filters: Filters) -> list[dict[str, Any]]:
    pathway = filters.pathway
    stages = {stage.key: stage.on for stage in pathway.stages}
    on_it = pathway.who(asked.in_care(children, filters.day)).annotate(
        council=F("authority__code"),
        who=asked.first(asked.WORKER, "worker__uuid"),
        team=asked.first(asked.WORKER, "worker__team"),
        **pathway.listed,
        **stages,
    )
    return list(on_it.values(*OWN, "council", "who", "team", *pathway.listed, *stages))


def _rows(
    pathway: Pathway, found: list[dict[str, Any]], waits: dict[int, Wait], past: set[int]
) -> list[Listed]:
    return [
        Listed(
            facts,
            progress(pathway, facts),
            waits.get(facts["id"]),
            facts["id"] in past,
            pathway.top.holds(facts),
        )
        for facts in found
    ]


def _waits(filters: Filters, ids: list[int]) -> list[Wait]:
    """Those that matter here, first of each child: the worst state, then the pathway's order."""
    rank = {code: place for place, code in enumerate(filters.pathway.clocks) if code in CLOCKS}
    rows = with_answers(running(filters.day).filter(child_id__in=ids, clock__in=rank))
    return sorted(map(Wait, rows), key=lambda each: _weight(each, rank))


def _weight(wait: Wait, rank: dict[str, int]) -> tuple[int, int, int, int]:
    return (STATE_ORDER[wait.state], rank[wait.row.clock], wait.days_left, wait.row.pk)


def narrowed(rows: Iterable[Listed], filters: Filters, *leave_out: str) -> list[Listed]:
    """The rows that pass every filter but those named."""
    tests: dict[str, Callable[[Listed], bool]] = {
        "stage": lambda row: filters.stage == (row.now.code if row.now else ENDED),
        "only": lambda row: all(row.has(code, filters.pathway) for code in filters.only),
        "authority": lambda row: row.facts["council"] == filters.authority,
        "team": lambda row: row.facts["team"] == filters.team,
        "worker": lambda row: row.facts["who"] == filters.worker,
    }
    wanted = [
        test for name, test in tests.items() if getattr(filters, name) and name not in leave_out
    ]
    return [row for row in rows if all(test(row) for test in wanted)]
