"""One child's facts, read with the ORM in the ordinary way: a query for each kind of fact."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from adoption.models import AdoptionDecision, Match
from casetrack.dates import birthday
from casetrack.models import Allocation, Authority, CarePeriod, Child, LegalStatus, Proceedings
from casetrack.periods import Period
from oversight.models import ClockSetting
from permanence.models import MidPoint, PermanencePlan, PlannedReview, Review, Visit
from placements.models import (
    ApprovalDecision,
    CarerApproval,
    HomeAssessment,
    LongTermMatch,
    Placement,
)
from tests.reference.spells import OPEN, Spell, joined, shared, without

ADOPTIVE = ("A3", "A4", "A5", "A6")
MAY_ADOPT = ("U2", "U5")
TEMPORARY = ("T0", "T1", "T2", "T3", "T4")
SHORT_BREAKS = ("V3", "V4")
REMAND = ("J1", "J2", "J3")


def spell_of(period: Period) -> Spell:
    return Spell(period.starts_on, period.ends_on or OPEN, period.start_known)


@dataclass(frozen=True)
class Stay:
    """A placement: what kind of home, whose, when, why it ended, and how long it was meant for."""

    type: str
    home: int
    spell: Spell
    end_reason: str
    meant_for: str
    provider: str


@dataclass(frozen=True)
class Standing:
    """A decision or a match, until it is undone."""

    decided_on: date
    undone_on: date = OPEN

    def stands_on(self, day: date) -> bool:
        return self.decided_on <= day < self.undone_on


@dataclass(frozen=True)
class LongTerm:
    """A long-term match with a carer, and the day on which the child agreed to fewer visits."""

    home: int
    decided_on: date
    fewer_on: date
    ended_on: date


class Story:
    """What is known of one child; each kind of fact is read when a clock first asks for it."""

    def __init__(self, child: Child, holidays: Collection[date]) -> None:
        self.child = child
        self.holidays = holidays

    def comes_to(self, age: int) -> date:
        """The birthday; never, for a child not born yet."""
        return birthday(self.child.born_on, age) if self.child.born_on else OPEN

    @cached_property
    def care(self) -> list[Spell]:
        return sorted(map(spell_of, CarePeriod.objects.filter(child=self.child)))

    @cached_property
    def _statuses(self) -> list[tuple[str, Spell]]:
        found = LegalStatus.objects.filter(child=self.child)
        return [(status.code, spell_of(status)) for status in found]

    def under(self, *codes: str) -> list[Spell]:
        """The unbroken spells under any of these legal statuses."""
        return joined(spell for code, spell in self._statuses if code in codes)

    @cached_property
    def before_court(self) -> list[Spell]:
        """When care proceedings were running; those concluded on the day of issue never were."""
        found = Proceedings.objects.filter(child=self.child, kind="care")
        spells = [Spell(case.issued_on, case.concluded_on or OPEN) for case in found]
        return joined(spell for spell in spells if spell.starts_on < spell.ends_on)

    @cached_property
    def placements(self) -> list[Stay]:
        found = Placement.objects.filter(child=self.child).order_by("starts_on")
        return [
            Stay(
                placed.type,
                placed.home_id,
                spell_of(placed),
                placed.end_reason,
                placed.meant_for,
                placed.provider,
            )
            for placed in found
        ]

    @cached_property
    def stays(self) -> list[Stay]:
        """The placements, but a temporary stay that ends with a return is part of what it broke."""
        stays: list[Stay] = []
        waiting: list[Stay] = []
        for stay in self.placements:
            if stay.type in TEMPORARY and stays:
                waiting.append(stay)
                continue
            if waiting and _came_back(stays[-1], waiting, stay):
                whole = replace(stays[-1].spell, ends_on=stay.spell.starts_on)
                stays[-1] = replace(stays[-1], spell=whole)
            else:
                stays += waiting
            waiting = []
            stays.append(stay)
        return stays + waiting

    def living_at(self, *types: str) -> list[Spell]:
        """The unbroken spells in homes of these types, whoever the carers are."""
        return joined(stay.spell for stay in self.stays if stay.type in types)

    @cached_property
    def adoptive_homes(self) -> list[Spell]:
        """Placed for adoption, a spell for each adoptive family."""
        families: dict[int, list[Spell]] = {}
        for stay in self.stays:
            if stay.type in ADOPTIVE:
                families.setdefault(stay.home, []).append(stay.spell)
        return sorted(spell for spells in families.values() for spell in joined(spells))

    @cached_property
    def decisions(self) -> list[Standing]:
        found = AdoptionDecision.objects.filter(child=self.child).order_by("decided_on")
        return [Standing(made.decided_on, made.reversed_on or OPEN) for made in found]

    @cached_property
    def matches(self) -> list[Standing]:
        found = Match.objects.filter(child=self.child).order_by("decided_on")
        return [Standing(made.decided_on, made.withdrawn_on or OPEN) for made in found]

    @cached_property
    def reviews(self) -> list[date]:
        found = Review.objects.filter(child=self.child).order_by("held_on")
        return [review.held_on for review in found]

    @cached_property
    def mid_points(self) -> list[date]:
        return [look.held_on for look in MidPoint.objects.filter(child=self.child)]

    def planned_after(self, review: date) -> list[tuple[date, date]]:
        """On which day the day of a review was set, and that day; but not of what was held then."""
        found = PlannedReview.objects.filter(child=self.child, called_off_on=None)
        return [
            (planned.set_on, planned.planned_on)
            for planned in found.select_related("review")
            if planned.review is None or planned.review.held_on != review
        ]

    def quarterly_on(self, day: date) -> int | None:
        """In how many months the authority wants the next review of a child under five, if it does.

        It does where it switched that on for what begins on the day.
        """
        wanted = ClockSetting.objects.filter(
            authority=self.child.authority_id, clock="review-under-fives", starts_on__lte=day
        )
        for setting in wanted.filter(enabled=True):
            if setting.ends_on is None or day < setting.ends_on:
                return setting.limit or 3
        return None

    @cached_property
    def recorded_from(self) -> date:
        """From when people record what is in no return; never, where they do not."""
        return Authority.objects.get(pk=self.child.authority_id).recorded_from or OPEN

    @cached_property
    def visits(self) -> list[date]:
        """The days on which the child was seen by somebody of the council, in person."""
        seen = Visit.objects.filter(child=self.child).exclude(seen="not-seen")
        found = seen.exclude(visitor="iro").exclude(place="online")
        return sorted({visit.visited_on for visit in found})

    @cached_property
    def temporary(self) -> list[tuple[int, Spell]]:
        """Temporary approvals: of which carer, and when."""
        found = CarerApproval.objects.filter(child=self.child, kind="temporary")
        return [(approval.home_id, spell_of(approval)) for approval in found]

    @cached_property
    def at_once(self) -> list[date]:
        """When it was agreed that the child moves to parents who are not assessed yet."""
        agreed = ApprovalDecision.objects.filter(child=self.child, decision="approved")
        found = agreed.filter(request__kind="parents-at-once")
        return sorted(decision.decided_on for decision in found)

    @cached_property
    def parents_assessed(self) -> list[date]:
        done = HomeAssessment.objects.filter(child=self.child, kind="parents")
        return [assessed.completed_on for assessed in done if assessed.completed_on]

    @cached_property
    def long_term(self) -> list[LongTerm]:
        return [
            LongTerm(
                match.home_id,
                match.decided_on,
                match.fewer_visits_on or OPEN,
                match.ended_on or OPEN,
            )
            for match in LongTermMatch.objects.filter(child=self.child)
        ]

    @cached_property
    def matched_homes(self) -> list[Spell]:
        """With carers while the child is matched with them for good."""
        matched = [
            (match.home, Spell(match.decided_on, match.ended_on)) for match in self.long_term
        ]
        return [
            spell
            for stay in self.stays
            for home, days in matched
            if stay.home == home
            for spell in shared([stay.spell], [days])
        ]

    def planned(self, *routes: str) -> list[Spell]:
        """When one of these routes (any, when none is named) was current, first or contingency."""
        found = PermanencePlan.objects.filter(child=self.child)
        return joined(spell_of(plan) for plan in found if not routes or plan.route in routes)

    @cached_property
    def allocations(self) -> list[tuple[int, Spell]]:
        found = Allocation.objects.filter(child=self.child, role="social-worker")
        return [(held.worker_id, spell_of(held)) for held in found.order_by("starts_on")]

    def days(self, *, remand: bool = False, adult: bool = False) -> list[Spell]:
        """The days on which clocks may run: in care, and neither on short breaks nor grown up."""
        grown_up = [] if adult else [Spell(self.comes_to(18))]
        left_out = SHORT_BREAKS if remand else SHORT_BREAKS + REMAND
        return without(joined(self.care), [*self.under(*left_out), *grown_up])


def _came_back(left: Stay, between: Iterable[Stay], back: Stay) -> bool:
    """Whether the child left a home for temporary stays alone, and came back to it from them."""
    days = [left.spell, *(stay.spell for stay in between), back.spell]
    touching = all(before.ends_on == after.starts_on for before, after in pairwise(days))
    return left.home == back.home and touching and left.type not in TEMPORARY


def since(days: Iterable[date], start: date) -> date:
    """The first of the days that is not before `start`; never, where there is none."""
    return min((day for day in days if day >= start), default=OPEN)


def starts(spells: Iterable[Spell]) -> Iterator[date]:
    return (spell.starts_on for spell in spells)
