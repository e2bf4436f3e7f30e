"""The pack of a board for a day: the scorecard, each measure with its trend and the wait behind it.

Of ten measures a board reads what each asks, where it stands, what it is held against, whether the
months differ by more than chance, and how long children wait, those who still wait among them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casetrack import words
from casetrack.models import Authority
from oversight.charts.waiting import curve_of
from oversight.disclosure.release import Release, Shown
from oversight.disclosure.said import averages, sentences
from oversight.disclosure.said import number as say
from oversight.indicators import said, scorecard
from oversight.indicators.chosen import Chosen
from oversight.indicators.homes_counted import MOST as MOST_HOMES
from oversight.indicators.homes_counted import HomesCounted, Within, homes_counted
from oversight.indicators.homes_counted import said as said_homes
from oversight.indicators.indicator import Counted, Indicator, Shape
from oversight.indicators.pictures import drawn
from oversight.indicators.scorecard import Card, Line
from oversight.indicators.trend_words import NOT_KNOWN
from oversight.indicators.waiting import waiting
from oversight.indicators.waiting_words import Words
from oversight.indicators.waits import KINDS
from oversight.packs.delays import why_children_wait
from oversight.packs.pack import Grid, Pack, Sheet
from oversight.packs.pictures import pictured
from oversight.packs.public import (
    HIDDEN,
    Earlier,
    Public,
    begun,
    key_of,
    published_before,
    released,
)
from oversight.packs.way import way_sheet

MARKED = "For the board. Names nobody; small numbers are hidden."
COUNTED = (
    "Every child of the council is counted, whoever may see the record. A month is called better "
    "or worse than usual only where chance alone would hardly have put it there; numbers that go "
    "on from month to month are drawn as a plain line."
)
NOT_SET = "none set"
NOT_TOLD = "Not told: more was recorded of that day since an earlier pack told of it."


@dataclass(frozen=True)
class Made:
    """A pack, and the figures in it as they are shown, to be kept with it."""

    pack: Pack
    public: Public


def board(authority: Authority, as_at: date, today: date) -> Made:
    """As at a day; what is drawn are the thirteen months up to it."""
    chosen = Chosen(authority, as_at, as_at)
    card = scorecard.headlines(chosen)
    earlier = published_before(authority)
    release = begun(earlier, chosen.days)
    homes = _join_homes(release, homes_counted(authority, as_at), card.lines)
    found = made(
        chosen,
        card.lines,
        title=f"Children in care in {authority.name}: the board’s pack",
        today=today,
        earlier=earlier,
        release=release,
    )
    more = (
        _homes_sheet(homes, found.public.shown),
        way_sheet(authority, as_at, release),
        why_children_wait(authority, as_at),
    )
    return replace(found, pack=replace(found.pack, sheets=(*found.pack.sheets, *more)))


def _join_homes(release: Release, homes: HomesCounted, lines: Sequence[Line]) -> HomesCounted:
    """By number of homes; all together they are the children in care, under the measure's key.

    Nothing is told of them where an earlier pack told of fewer or more children on that day.
    """
    counted = next((line.now for line in lines if "CP1" in line.indicator.called), None)
    if homes.why or counted is None or counted.number != homes.in_care:
        return replace(homes, why=homes.why or NOT_TOLD)
    whole = key_of(counted, 0)
    if release.numbers.get(whole, homes.in_care) != homes.in_care:
        return replace(homes, why=NOT_TOLD)
    release.add(whole, homes.in_care)
    for within, numbers in homes.children.items():
        for number, children in enumerate(numbers):
            release.add(("homes", within, number), children)
        release.add_up([whole], [("homes", within, number) for number in range(len(numbers))])
    return homes


def _homes_sheet(homes: HomesCounted, shown: Shown) -> Sheet:
    rows = tuple(
        (said_homes(number), *(say(shown[("homes", within, number)]) for within in Within))
        for number in range(MOST_HOMES + 1)
        if not homes.why and any(homes.children[within][number] for within in Within)
    )
    return Sheet(
        "How many homes",
        "How many homes have children in care had?",
        homes.why,
        grids=(Grid("", ("Homes", *(words.capital(within) for within in Within)), rows),)
        if rows
        else (),
    )


def made(
    chosen: Chosen,
    lines: Sequence[Line],
    *,
    title: str,
    today: date,
    earlier: Earlier | None = None,
    release: Release | None = None,
) -> Made:
    """`release`, where it is begun already, with what `earlier` packs told."""
    indicators = [line.indicator for line in lines]
    before = earlier if earlier is not None else published_before(chosen.authority)
    public = released(chosen.authority, lines, before, release or begun(before, chosen.days))
    waits = _waits(chosen, indicators, today)
    sheets = tuple(_sheet(line, waits) for line in public.lines)
    averaged = any(each.own and each.shape == Shape.MEAN for each in indicators)
    pack = Pack(
        title=title,
        authority=chosen.authority.name,
        as_at=words.long_day(chosen.day),
        marked=MARKED,
        finding=f"{Card(chosen, public.lines).finding}.",
        summary=_summary(public.lines),
        sheets=sheets,
        methods=tuple(_method(indicator) for indicator in indicators),
        hidden=(*sentences(public.shown), *([averages()] if averaged else [])),
        notes=[COUNTED],
    )
    return Made(pack, public)


def _summary(lines: Sequence[Line]) -> Grid:
    return Grid(
        "The measures",
        ("Measure", "Now", "Target", "What the months say"),
        tuple(
            (
                line.indicator.titled,
                value(line),
                said.amount(line.indicator, line.target.value) if line.target else NOT_SET,
                line.reading or said.NOTHING,
            )
            for line in lines
        ),
        (3, 1.1, 1.1, 3.6),
    )


def value(line: Line) -> str:
    """As it may be told: 14.0%; hidden; – where there is none."""
    return "hidden" if line.now.why == HIDDEN else line.value


def _sheet(line: Line, waits: dict[str, Words]) -> Sheet:
    indicator = line.indicator
    wait = waits.get(indicator.curve)
    charts = [drawn(line, _missing(line)), curve_of(wait) if wait else None]
    finding = f"{value(line)} on {words.long_day(line.now.on_day)}."
    unseen = wait is not None and charts[1] is None
    return Sheet(
        title=indicator.titled,
        question=indicator.question,
        finding=f"{finding} {line.reading}".strip(),
        facts=tuple(_facts(line)),
        said=(wait.sentence,) if wait is not None and unseen else (),
        pictures=tuple(pictured(chart) for chart in charts if chart is not None),
    )


def _missing(line: Line) -> str:
    """Where a month is hidden, every one without a number says so: which are is not told apart."""
    hides = any(figure.why == HIDDEN for figure in line.figures)
    return "hidden" if hides else NOT_KNOWN


def _facts(line: Line) -> list[tuple[str, str]]:
    told = [("Made of", line.made_of)] if line.made_of and not line.now.why else []
    told += [(words.capital(name), amount) for name, amount, _ in line.compared]
    if line.assurance is not None:
        told.append(("Against the target", str(line.assurance)))
    return told


def _waits(chosen: Chosen, indicators: Sequence[Indicator], today: date) -> dict[str, Words]:
    """By code the waits behind the measures, in words that tell no small number."""
    codes = {indicator.curve for indicator in indicators}
    kinds = [kind for kind in KINDS if kind.code in codes]
    if not kinds:
        return {}
    found = waiting(chosen.authority, chosen.day, kinds=kinds)
    known = chosen.authority.known_day(today - timedelta(days=1))
    return {
        code: Words(each, public=True, today=chosen.day >= known) for code, each in found.items()
    }


def _method(indicator: Indicator) -> Sheet:
    sides = [side for side in (indicator.numerator, indicator.denominator) if side is not None]
    told = [
        f"{name}: {side.words}"
        for name, side in zip(("Counted", "Of"), sides, strict=False)
        if isinstance(side, Counted)
    ]
    return Sheet(
        title=indicator.titled,
        question=indicator.question,
        finding="",
        said=(
            *(told or ["Entered by the council from another source."]),
            f"Counted {indicator.over.said}; {indicator.polarity}.",
            f"{words.capital(indicator.kind)}. {indicator.source}",
            *indicator.traps,
        ),
    )
