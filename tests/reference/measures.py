"""Indicators told again, each from its words: child by child in plain Python, as at one day.

Nothing of the SQL of the indicators is used. A measure gives what an indicator's figure has: how
many, of how many, and of averages the values, None where the start of one is not known.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from casetrack.dates import add_months
from casetrack.models import CarePeriod
from permanence.models import Review
from placements.models import MissingEpisode
from tests.reference.spells import OPEN, Spell, joined, shared, without
from tests.reference.story import SHORT_BREAKS, TEMPORARY, Stay, Story

ADOPTED = ("E11", "E12")
SUPPORTED = ("H5", "K3")


class Told(NamedTuple):
    """The number, the whole (None where there is none), and the values where it is an average."""

    number: int
    of: int | None = None
    values: tuple[float | None, ...] | None = None


@dataclass(frozen=True)
class Cared:
    """Days in care without short breaks, the period of care they are of, and why that ended."""

    days: Spell
    period: Spell
    why: str


@dataclass(frozen=True)
class Adopted:
    """An adoption, and the spells in the adoptive home and with those carers before it."""

    on_day: date
    period: Spell
    placed: Spell
    with_them: Spell


class Life:
    """One child: the story, and what of it only measures ask for."""

    def __init__(self, story: Story) -> None:
        self.story = story

    @cached_property
    def cared(self) -> list[Cared]:
        found = CarePeriod.objects.filter(child=self.story.child)
        reasons = {period.ends_on or OPEN: period.end_reason for period in found}
        return [
            Cared(piece, period, reasons[period.ends_on] if piece.ends_on == period.ends_on else "")
            for period in self.story.care
            for piece in without([period], self.story.under(*SHORT_BREAKS))
        ]

    def in_care(self, day: date) -> bool:
        return any(cared.days.holds_on(day) for cared in self.cared)

    def in_care_since(self, day: date) -> date:
        """The first day of the period of care of a day on which the child is in care."""
        (found,) = (cared for cared in self.cared if cared.days.holds_on(day))
        return found.period.starts_on

    def lives(self, day: date) -> Stay | None:
        if not self.in_care(day):
            return None
        return next((stay for stay in self.story.stays if stay.spell.holds_on(day)), None)

    def aged(self, day: date, since: int, until: int) -> bool:
        return self.story.comes_to(since) <= day < self.story.comes_to(until)

    @cached_property
    def with_carers(self) -> list[Spell]:
        """Unbroken spells with one carer, whatever kind of home it was."""
        return self._by_carer(self.story.stays)

    @cached_property
    def homes(self) -> list[Spell]:
        """The same without temporary stays, and without those wholly within short breaks."""
        spells = self._by_carer(s for s in self.story.stays if s.type not in TEMPORARY)
        breaks = self.story.under(*SHORT_BREAKS)
        return [spell for spell in spells if not any(_within(spell, each) for each in breaks)]

    def _by_carer(self, stays: Iterable[Stay]) -> list[Spell]:
        carers: dict[int, list[Spell]] = {}
        for stay in stays:
            carers.setdefault(stay.home, []).append(stay.spell)
        return sorted(spell for spells in carers.values() for spell in joined(spells))

    def homes_in_a_year(self, day: date) -> int:
        """How many homes until the day that had not ended a year before it, to the same date."""
        return sum(
            home.starts_on <= day and (home.ends_on == OPEN or add_months(home.ends_on, 12) > day)
            for home in self.homes
        )

    @cached_property
    def adoptions(self) -> list[Adopted]:
        return [
            Adopted(cared.days.ends_on, cared.period, placed, with_them)
            for cared in self.cared
            if cared.why in ADOPTED
            for placed in self.story.adoptive_homes
            if placed.starts_on < cared.days.ends_on <= placed.ends_on
            for with_them in self.with_carers
            if with_them.holds_on(placed.starts_on)
        ]

    @cached_property
    def with_parents(self) -> list[Spell]:
        """With parents under a care order, the interim one and the full one together."""
        at_home, ordered = self.story.living_at("P1"), self.story.under("C1", "C2")
        return shared(at_home, ordered)


def _within(one: Spell, other: Spell) -> bool:
    return other.starts_on <= one.starts_on and one.ends_on <= other.ends_on


def _first(day: date, months: int) -> date:
    return add_months(day + timedelta(days=1), -months)


Lives = list[Life]
Measure = Callable[[Lives, date], Told]


def _share(lives: Lives, day: date, holds: Callable[[Life], bool]) -> Told:
    """Of the children in care on the day, how many of whom it holds."""
    cared_for = [life for life in lives if life.in_care(day)]
    return Told(sum(holds(life) for life in cared_for), len(cared_for))


def _living(types: tuple[str, ...], providers: tuple[str, ...] = ()) -> Measure:
    def counted(lives: Lives, day: date) -> Told:
        stays = [stay for life in lives if (stay := life.lives(day)) and stay.type in types]
        return Told(sum(not providers or stay.provider in providers for stay in stays))

    return counted


def _starts(lives: Lives, day: date, months: int) -> Iterator[Cared]:
    for life in lives:
        for cared in life.cared:
            known = cared.days.start_known or cared.days.starts_on > cared.period.starts_on
            if known and _first(day, months) <= cared.days.starts_on <= day:
                yield cared


def _ends(life: Life, day: date, months: int) -> list[Cared]:
    first = _first(day, months)
    return [cared for cared in life.cared if first <= cared.days.ends_on <= day]


def _coming(lives: Lives, day: date) -> Told:
    return Told(sum(1 for _ in _starts(lives, day, 1)))


def _leaving(lives: Lives, day: date) -> Told:
    return Told(sum(len(_ends(life, day, 1)) for life in lives))


def _coming_to_leaving(lives: Lives, day: date) -> Told:
    return Told(_coming(lives, day).number, _leaving(lives, day).number)


def _weeks(lives: Lives, day: date) -> Told:
    values = [
        (cared.days.ends_on - cared.period.starts_on).days / 7 if cared.period.start_known else None
        for life in lives
        for cared in _ends(life, day, 1)
    ]
    return Told(len(values), values=tuple(values))


def _left_adopted(lives: Lives, day: date) -> Told:
    left = [why for life in lives if (why := {c.why for c in _ends(life, day, 12)})]
    return Told(sum(not why.isdisjoint(ADOPTED) for why in left), len(left))


def _one_home(lives: Lives, day: date) -> Told:
    def only(life: Life) -> bool:
        lives_now = any(home.holds_on(day) for home in life.homes)
        return lives_now and life.homes_in_a_year(day) == 1

    return _share(lives, day, only)


def _three_homes(lives: Lives, day: date) -> Told:
    return _share(lives, day, lambda life: life.homes_in_a_year(day) >= 3)


def _settled(lives: Lives, day: date) -> Told:
    """Under 16 and in care for two and a half years; of them two years or longer in one home."""
    long = [
        life
        for life in lives
        if life.in_care(day)
        and day < life.story.comes_to(16)
        and add_months(life.in_care_since(day), 30) <= day
    ]
    return Told(
        sum(
            any(add_months(home.starts_on, 24) <= day < home.ends_on for home in life.homes)
            for life in long
        ),
        len(long),
    )


def _parents(lives: Lives, day: date) -> Told:
    return _share(lives, day, lambda life: any(s.holds_on(day) for s in life.with_parents))


def _parents_so_far(lives: Lives, day: date) -> Told:
    now = [spell for life in lives for spell in life.with_parents if spell.holds_on(day)]
    days = (float((day - s.starts_on).days) if s.start_known else None for s in now)
    return Told(len(now), values=tuple(days))


def _adopted(lives: Lives, day: date, months: int) -> Iterator[tuple[Life, Adopted]]:
    first = _first(day, months)
    for life in lives:
        for adopted in life.adoptions:
            if first <= adopted.on_day <= day:
                yield life, adopted


def _adoptions(lives: Lives, day: date) -> Told:
    ends = (cared.why in ADOPTED for life in lives for cared in _ends(life, day, 12))
    return Told(sum(ends))


def _to_adopters(spell_of: Callable[[Adopted], Spell]) -> Measure:
    def counted(lives: Lives, day: date) -> Told:
        values = tuple(
            float(max((spell_of(adopted).starts_on - adopted.period.starts_on).days, 0))
            if adopted.period.start_known and spell_of(adopted).start_known
            else None
            for _, adopted in _adopted(lives, day, 36)
        )
        return Told(len(values), values=values)

    return counted


def _placed_to_adopted(lives: Lives, day: date) -> Told:
    values = tuple(
        float((adopted.on_day - max(adopted.placed.starts_on, adopted.period.starts_on)).days)
        if adopted.placed.start_known
        else None
        for _, adopted in _adopted(lives, day, 12)
    )
    return Told(len(values), values=values)


def _order_to_adopted(lives: Lives, day: date) -> Told:
    values = tuple(
        float((adopted.on_day - orders[-1].starts_on).days) if orders[-1].start_known else None
        for life, adopted in _adopted(lives, day, 12)
        if (orders := [o for o in life.story.under("E1") if o.starts_on < adopted.on_day])
    )
    return Told(len(values), values=values)


def _orders(lives: Lives, day: date) -> Told:
    first = _first(day, 12)
    return Told(
        sum(
            order.start_known and first <= order.starts_on <= day
            for life in lives
            for order in life.story.under("E1")
        )
    )


def _ordered_not_placed(lives: Lives, day: date) -> Told:
    return Told(
        sum(
            life.in_care(day)
            and any(order.holds_on(day) for order in life.story.under("E1"))
            and not any(home.holds_on(day) for home in life.story.adoptive_homes)
            for life in lives
        )
    )


def _missing(lives: Lives, day: date) -> Told:
    children = [life.story.child.pk for life in lives]
    found = MissingEpisode.objects.filter(
        child__in=children, starts_on__gte=_first(day, 1), starts_on__lte=day
    )
    return Told(len({episode.child_id for episode in found}))


def _took_part(lives: Lives, day: date) -> Told:
    children = [life.story.child.pk for life in lives]
    found = Review.objects.filter(child__in=children, held_on__gte=_first(day, 1), held_on__lte=day)
    told = [review.participation for review in found if review.participation not in ("", "PN0")]
    return Told(sum(code not in ("PN4", "PN7") for code in told), len(told))


def _supported(lives: Lives, day: date) -> Told:
    of_age = [life for life in lives if life.in_care(day) and life.aged(day, 16, 18)]
    stays = [stay for life in of_age if (stay := life.lives(day))]
    return Told(sum(stay.type in SUPPORTED for stay in stays), len(of_age))


MEASURES: dict[str, Measure] = {
    "children-in-care": lambda lives, day: Told(sum(life.in_care(day) for life in lives)),
    "coming-into-care": _coming,
    "leaving-care": _leaving,
    "entering-to-leaving": _coming_to_leaving,
    "weeks-in-care": _weeks,
    "left-care-adopted": _left_adopted,
    "one-home-in-a-year": _one_home,
    "three-homes-in-a-year": _three_homes,
    "same-home-for-two-years": _settled,
    "placed-with-parents": _parents,
    "with-parents-so-far": _parents_so_far,
    "in-house-foster": _living(("U4", "U5", "U6"), ("PR1",)),
    "agency-foster": _living(("U4", "U5", "U6"), ("PR4", "PR5")),
    "connected-carers": _living(("U1", "U2", "U3")),
    "in-house-residential": _living(("K1", "K2", "R1"), ("PR1",)),
    "external-residential": _living(("K1", "K2", "R1"), ("PR0", "PR2", "PR3", "PR4", "PR5")),
    "adoptions-in-a-year": _adoptions,
    "entry-to-placed": _to_adopters(lambda adopted: adopted.placed),
    "entry-to-adopters-home": _to_adopters(lambda adopted: adopted.with_them),
    "stage-placed-to-adopted": _placed_to_adopted,
    "stage-order-to-adopted": _order_to_adopted,
    "placement-orders": _orders,
    "ordered-not-placed": _ordered_not_placed,
    "missing-in-the-month": _missing,
    "took-part-in-review": _took_part,
    "supported-accommodation": _supported,
}
