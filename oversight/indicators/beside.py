"""Sources side by side: of each day what every source has, and what the facts give on that day.

Nothing is averaged and none is taken for the true one. What differs is said.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from casetrack.models import Authority
from casetrack.words import long_day
from oversight.indicators import said
from oversight.indicators.compute import ALL, Asked, Figure, series
from oversight.indicators.indicator import Shape
from oversight.indicators.inputs import PLACES, Input
from oversight.indicators.registry import INDICATORS
from oversight.models import EnteredFigure, PackKind, PublishedFigure


@dataclass(frozen=True)
class Source:
    """What one source has of a day; `earlier` is what it said before it was corrected.

    `value` is None where readers of a published pack saw none, because it was hidden.
    """

    source: str
    as_at: date
    value: Decimal | None
    words: str
    made_of: str = ""
    caveat: str = ""
    entered: int | None = None
    earlier: tuple[str, ...] = ()
    differs: str = ""


@dataclass(frozen=True)
class Day:
    """A day: what its sources have, and what is counted here (None of what is not)."""

    on_day: date
    sources: list[Source]
    counted: Figure | None = None

    @property
    def counted_words(self) -> str:
        return "" if self.counted is None else said.value(self.counted)

    @property
    def counted_of(self) -> str:
        return "" if self.counted is None else said.made_of(self.counted)

    @property
    def values(self) -> set[Decimal]:
        """What is said, each once; what the facts give is one more where it is not the same."""
        return {each.value for each in self.sources if each.value is not None}

    @property
    def contradicted(self) -> bool:
        """Whether two sources differ, or one differs from the facts."""
        return len(self.values) > 1 or any(each.differs not in SAME for each in self.sources)


SAME = ("", "the same", "the same, to the digits printed")


@dataclass(frozen=True)
class Beside:
    asked: Input
    days: list[Day]
    taken_back: list[str] = field(default_factory=list)

    @property
    def contradicted(self) -> int:
        return sum(day.contradicted for day in self.days)

    def apart(self, day: Day) -> str:
        """From 93 to 99, 6 apart: of sources that differ among themselves."""
        if len(day.values) < 2:
            return ""
        least, most = min(day.values), max(day.values)
        unit = " points" if self.asked.shape == Shape.PERCENT else ""
        digits = f"{(most - least).normalize():,f}"
        return f"from {self.asked.said(least)} to {self.asked.said(most)}, {digits}{unit} apart"


def beside(authority: Authority, asked: Input) -> Beside:
    """Of an indicator or an input: all that is entered and published, the newest day first."""
    entered = list(
        EnteredFigure.objects.filter(authority=authority, code=asked.code).order_by("source")
    )
    published = list(
        PublishedFigure.objects.filter(
            publication__authority=authority, indicator=asked.code, group__in=("", ALL)
        ).select_related("publication")
    )
    days = sorted({each.on_day for each in entered} | {each.on_day for each in published})
    counted = _counted(authority, asked, days)
    versions = _versions(authority, asked)
    by_day: dict[date, list[Source]] = defaultdict(list)
    for figure in entered:
        earlier = _earlier(asked, versions.get(figure.pk, []))
        by_day[figure.on_day].append(_entered(asked, figure, earlier, counted.get(figure.on_day)))
    for each in published:
        by_day[each.on_day].append(_published(asked, each, counted.get(each.on_day)))
    return Beside(
        asked,
        [Day(day, by_day[day], counted.get(day)) for day in reversed(days)],
        _taken_back(asked, versions, {figure.pk for figure in entered}),
    )


def _counted(authority: Authority, asked: Input, days: Sequence[date]) -> dict[date, Figure]:
    if not asked.own or not days:
        return {}
    found = series(Asked(authority, tuple(days)), INDICATORS[asked.code])
    return {figure.on_day: figure for figure in found}


def _entered(
    asked: Input, figure: EnteredFigure, earlier: tuple[str, ...], counted: Figure | None
) -> Source:
    return Source(
        source=figure.source,
        as_at=figure.as_at,
        value=figure.value.normalize(),
        words=asked.said(figure.value),
        made_of=_made_of(asked, figure.number, figure.of),
        caveat=figure.caveat,
        entered=figure.pk,
        earlier=earlier,
        differs=_differs(asked, figure.value, counted),
    )


def _published(asked: Input, figure: PublishedFigure, counted: Figure | None) -> Source:
    """What a pack showed stands for ever as its readers saw it."""
    publication = figure.publication
    pack = PackKind(publication.kind).label
    return Source(
        source=f"Our {pack}, published on {long_day(_day_of(publication.published_at))}",
        as_at=publication.as_at,
        value=None if figure.value is None else figure.value.normalize(),
        words="hidden" if figure.value is None else asked.said(figure.value),
        made_of=_made_of(asked, figure.number, figure.of),
        differs="" if figure.value is None else _differs(asked, figure.value, counted),
    )


def _made_of(asked: Input, number: Any, of: Any) -> str:
    """51 of 69; of 23; '' where the figure says it all."""
    if number is None or asked.shape == Shape.COUNT:
        return ""
    digits = f"{Decimal(number).normalize():,f}"
    return f"of {digits}" if of is None else f"{digits} of {Decimal(of).normalize():,f}"


def _differs(asked: Input, value: Decimal, counted: Figure | None) -> str:
    """6 more; the same, to the digits printed; '' where nothing is counted to hold it against."""
    if counted is None or counted.value is None:
        return ""
    fact = Decimal(str(counted.value)).quantize(PLACES)
    places = max(0, -int(value.normalize().as_tuple().exponent))
    if value == fact:
        return "the same"
    if round(fact, places) == value:
        return "the same, to the digits printed"
    return asked.apart(round(value - fact, places if asked.shape == Shape.COUNT else places or 1))


def _versions(authority: Authority, asked: Input) -> dict[int, list[Any]]:
    """Of each figure all that was ever written of it, the oldest first."""
    model: Any = EnteredFigure
    events = model.pgh_event_model.objects.filter(authority=authority, code=asked.code)
    found: dict[int, list[Any]] = defaultdict(list)
    for event in events.order_by("pgh_id"):
        found[event.pgh_obj_id].append(event)
    return found


def _earlier(asked: Input, versions: Sequence[Any]) -> tuple[str, ...]:
    return tuple(
        f"{asked.said(was.value)} until {long_day(_day_of(then.pgh_created_at))}"
        for was, then in zip(versions, versions[1:], strict=False)
        if was.value != then.value
    )


def _taken_back(asked: Input, versions: dict[int, list[Any]], held: Iterable[int]) -> list[str]:
    """What was entered and taken back, with the reason that was given."""
    ended = [some[-1] for number, some in versions.items() if number not in set(held)]
    return [
        f"{asked.said(each.value)} of {long_day(each.on_day)}, {each.source}: taken back on "
        f"{long_day(_day_of(each.pgh_created_at))}, because: {(each.pgh_context or {}).get('why')}"
        for each in ended
        if (each.pgh_context or {}).get("why")
    ]


def _day_of(moment: datetime) -> date:
    return moment.astimezone(timezone.get_default_timezone()).date()
