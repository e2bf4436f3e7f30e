"""The aims a cohort may have, and how the facts tell of each child whether it was reached.

The first four are the cohorts of a team that an authority commissioned in 2020 to work with ninety
children under care orders: children in residential homes; with parents, where the care order should
be discharged; with connected carers, where a special guardianship order is the plan; and with
foster carers who needed support so that the home would not end.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from casetrack import dates
from casetrack.models import (
    CarePeriod,
    Child,
    CourtOrder,
    DischargeApplication,
    DischargeOutcome,
    OrderKind,
)
from casetrack.models.codes import END_OF_CARE
from oversight.homes import GROUP_OF, LIVES
from oversight.models import CohortAim, CohortMember
from placements.models import Placement

LEFT_CARE, LEFT_FOR_A_FAMILY = "left care", "left care for a family"
FAMILY = ("parents", "relatives", "foster", "adoptive", LEFT_FOR_A_FAMILY)
HOME = ("E4A", "E4B", "E4")
GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
TO_A_FAMILY = (*HOME, *GUARDIANSHIP, "E41", "E11", "E12")
ENDED = (DischargeOutcome.DISCHARGED, DischargeOutcome.REPLACED)


@dataclass(frozen=True)
class Event:
    """What happened to a child on a day, in words; from then on she lived in such a home."""

    on: date
    words: str
    group: str = ""
    home: int | None = None

    @property
    def left(self) -> bool:
        return self.group in (LEFT_CARE, LEFT_FOR_A_FAMILY)


Events = Mapping[int, Sequence[Event]]
"""By child (id), in the order of their days."""


@dataclass(frozen=True)
class Aim:
    """How an aim is asked for and found.

    `found(events, member, until)` gives the event by which it was reached by `until`. Where the aim
    `lasts`, it gives the event by which that came to an end.
    """

    code: CohortAim
    suggested: str
    about: str
    read: Callable[[Iterable[int]], Events]
    found: Callable[[Sequence[Event], CohortMember, date], Event | None]
    lasts: bool = False


def _ordered(pairs: Iterable[tuple[int, Event]]) -> Events:
    found: dict[int, list[Event]] = defaultdict(list)
    for child, event in sorted(pairs, key=lambda pair: pair[1].on):
        found[child].append(event)
    return found


def _ends_of_care(ids: Iterable[int], reasons: Sequence[str] | None = None) -> Iterable[Any]:
    """The ends of care of these children, for these reasons or for any."""
    ended = CarePeriod.objects.filter(child__in=ids, ends_on__isnull=False)
    if reasons is not None:
        ended = ended.filter(end_reason__in=reasons)
    for child, on, reason in ended.values_list("child_id", "ends_on", "end_reason"):
        why = END_OF_CARE.label(reason) if reason else "why is not recorded"
        group = LEFT_FOR_A_FAMILY if reason in TO_A_FAMILY else LEFT_CARE
        yield child, Event(on, f"left care: {why}", group=group)


def _homes(ids: Iterable[int]) -> Iterable[Any]:
    """Each move; temporary stays are neither homes nor the end of one."""
    lived = Placement.objects.filter(child__in=ids).exclude(type__startswith="T")
    for child, on, kind, home in lived.values_list("child_id", "starts_on", "type", "home_id"):
        group = GROUP_OF.get(kind, "other")
        yield child, Event(on, LIVES.get(group, "lives elsewhere"), group=group, home=home)


def _moves(ids: Iterable[int]) -> Events:
    ids = list(ids)
    return _ordered([*_homes(ids), *_ends_of_care(ids)])


def _orders_ended(ids: Iterable[int]) -> Events:
    """Care orders that ended before the child was 18, as the court decided or as is recorded."""
    ids = list(ids)
    asked = DischargeApplication.objects.filter(
        child__in=ids, order__kind=OrderKind.CARE, outcome__in=ENDED
    )
    orders = CourtOrder.objects.filter(child__in=ids, kind=OrderKind.CARE, ended_on__isnull=False)
    found = [
        *((each.child, each.decided_on, each.get_outcome_display()) for each in _of(asked)),
        *((each.child, each.ended_on, "the care order ended") for each in _of(orders)),
    ]
    ended = [(child.pk, Event(on, said)) for child, on, said in found if not _grown_up(child, on)]
    return _ordered([*ended, *_ends_of_care(ids, HOME)])


def _of(facts: QuerySet) -> QuerySet:
    return facts.select_related("child")


def _grown_up(child: Child, on: date) -> bool:
    """An order that ends at 18 ends by itself."""
    return child.born_on is not None and on >= dates.birthday(child.born_on, 18)


def _guardians(ids: Iterable[int]) -> Events:
    ids = list(ids)
    orders = CourtOrder.objects.filter(child__in=ids, kind=OrderKind.SPECIAL_GUARDIANSHIP)
    made = [
        (each.child_id, Event(each.made_on, "special guardianship order made")) for each in orders
    ]
    return _ordered([*made, *_ends_of_care(ids, GUARDIANSHIP)])


def _nothing(ids: Iterable[int]) -> Events:
    return {}


def _while_in(events: Sequence[Event], member: CohortMember, until: date) -> list[Event]:
    """Those that came after the child had joined."""
    return [event for event in events if member.starts_on < event.on <= until]


def _first(events: Sequence[Event], member: CohortMember, until: date) -> Event | None:
    return next(iter(_while_in(events, member, until)), None)


def _in_a_family(events: Sequence[Event], member: CohortMember, until: date) -> Event | None:
    """The move to a family that holds: who went back to a children's home has not arrived."""
    arrived = None
    for event in _while_in(events, member, until):
        if event.group in FAMILY:
            arrived = arrived or event
        elif not event.left:
            arrived = None
    return arrived


def _moved_on(events: Sequence[Event], member: CohortMember, until: date) -> Event | None:
    """The move away from where the child lived when she joined, or the end of care."""
    before = [event for event in events if event.on <= member.starts_on]
    home = before[-1].home if before else None
    after = _while_in(events, member, until)
    return next((event for event in after if event.home != home), None)


AIMS: dict[str, Aim] = {
    str(aim.code): aim
    for aim in (
        Aim(
            CohortAim.FAMILY,
            "From children’s homes into families",
            "Children in residential homes who could live in a family.",
            _moves,
            _in_a_family,
        ),
        Aim(
            CohortAim.DISCHARGE,
            "At home with parents, order to be ended",
            "Children placed with parents whose care order should be discharged.",
            _orders_ended,
            _first,
        ),
        Aim(
            CohortAim.GUARDIANSHIP,
            "Connected carers to guardianship",
            "Children with connected foster carers, where special guardianship is the plan.",
            _guardians,
            _first,
        ),
        Aim(
            CohortAim.LASTING,
            "Fragile foster homes",
            "Children with foster carers who need support so that the home does not end.",
            _moves,
            _moved_on,
            lasts=True,
        ),
        Aim(CohortAim.OTHER, "", "", _nothing, _first),
    )
}
