"""What all charts share: a finding, a drawing in whatever width there is, and the same in a table.

A chart is a frozen dataclass of plain numbers and words, a `Chart` without Django, made by a
function of its module. Adding one is

1. `oversight/charts/<kind>.py`: a subclass that names its `kind` and whose `drawing(frame)` says
   where everything lies in a frame of so many pixels: a `Drawing` with places of its own;
2. `templates/charts/<kind>.html`: `{% extends "charts/frame.html" %}` and, in its block `drawing`,
   shapes from `chart` (the numbers and words) and `drawing` (their places).

Pages show it by `{% load charts %}{% chart c %}`: title, drawing, notes and table. It is drawn
twice, `WIDE` and `NARROW`, and the page, which links charts.css, shows whichever fits the column it
stands in, so that letters are never shrunk. `drawn(c)` of `svg.py` is the bare SVG for a PDF.

A drawing carries its looks in attributes (`stroke="{{ teal }}"`; the template is given all of
COLOURS by name): pages allow no inline style, and a PDF knows no sheet of ours. It has to read
without colour: dashes, `fill="url(#{{ id }}-hatch)"`, marks of different shapes, and words beside
lines instead of a key.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10
from typing import ClassVar

from casetrack.words import MONTHS

TEXT = 14
"""Height of letters in pixels; no letter is smaller than SMALL."""
SMALL = 12
LETTER = 0.57
"""About the width of a letter of our typeface, of its height: what the margins are made for."""
HEAD, FOOT = 26, 40
"""Room above the ground for a line of words, and under it for two."""

COLOURS = {
    "ink": "#14212b",
    "soft": "#46545d",
    "line": "#d4dbe0",
    "edge": "#6b7780",
    "teal": "#0b4f5c",
    "wash": "#e3eff1",
    "red": "#a3160f",
    "amber": "#8a5300",
    "green": "#1c6b3c",
}
"""Those of static/casetrack.css."""


@dataclass(frozen=True)
class Frame:
    """How wide there is to draw, in pixels, which are the units of every drawing."""

    name: str
    width: int

    @property
    def narrow(self) -> bool:
        return self.width < 480


WIDE = Frame("wide", 720)
NARROW = Frame("narrow", 350)


@dataclass(frozen=True)
class Table:
    """What a chart shows, to be read: the first cell of each row is its heading. Columns hold
    numbers but for those (counted from 0) that hold `words`.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    words: tuple[int, ...] = ()


@dataclass(frozen=True)
class Drawing:
    """Places in pixels, from the left and from the top; subclasses hold what there is to draw."""

    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Chart:
    """`title` is the finding, a sentence; `description` says in words what is drawn, for whoever
    does not see it; `notes` stand beneath.
    """

    kind: ClassVar[str]

    title: str
    description: str
    table: Table
    notes: tuple[str, ...] = ()

    def drawing(self, frame: Frame) -> Drawing:
        raise NotImplementedError(f"{self.kind} says nowhere how it is drawn")


@dataclass(frozen=True)
class Scale:
    """From values to pixels, evenly: `low` lies at `start` and `high` at `end`.

    Upright scales start at the bottom, whose number of pixels is the greater one.
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return round(self.start + share * (self.end - self.start), 1)


@dataclass(frozen=True)
class Tick:
    """A place on an axis and its words; `below` is a second line (the year under a month)."""

    at: float
    words: str
    below: str = ""


@dataclass(frozen=True)
class Axes:
    """The ground of a drawing, for `charts/axes.html`: where values lie, and the ticks of both axes
    (`up` on the left, with lines across; `along` at the bottom).
    """

    left: float
    right: float
    top: float
    bottom: float
    up: tuple[Tick, ...]
    along: tuple[Tick, ...]

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def height(self) -> float:
        return round(self.bottom - self.top, 1)


@dataclass(frozen=True)
class Label:
    """Words at a place; `below` is a second line. `anchor` is that of SVG: start, middle, end."""

    x: float
    y: float
    words: str
    below: str = ""
    anchor: str = "start"


def nice(low: float, high: float, most: int = 6, *, whole: bool = False) -> list[float]:
    """Round values (steps of 1, 2 or 5 and their tens) that reach from below `low` to above `high`.

    About `most` of them at most; `whole` ones where fractions would make no sense.
    """
    if high <= low:
        high = low + 1
    step = _step((high - low) / max(most - 1, 1))
    if whole:
        step = max(1.0, step)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(number * step, 10) for number in range(first, last + 1)]


def axis_of(drawn: Sequence[float], most: int = 5, *, whole: bool = False) -> list[float]:
    """Values of an axis for all that is drawn: from 0 where that is not far off, and else a step
    lower where something would lie on the very floor.
    """
    low, high = min(drawn, default=0.0), max(drawn, default=1.0)
    if low == high or 0 < low <= high - low:
        low, high = min(low, 0.0), max(high, 0.0)
    values = nice(low, high, most, whole=whole)
    if 0 < low == values[0]:
        values.insert(0, round(2 * values[0] - values[1], 10))
    return values


def _step(least: float) -> float:
    ten = 10.0 ** floor(log10(least))
    return next(step * ten for step in (1, 2, 5, 10) if step * ten >= least * (1 - 1e-9))


def number(value: float) -> str:
    """1,200; 0.5; 12.25: as an axis says it."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.10g}"


def up_axis(scale: Scale, values: Sequence[float], ending: str = "") -> list[Tick]:
    """Ticks of an upright axis; `ending` follows each number (%)."""
    return [Tick(scale.at(value), f"{number(value)}{ending}") for value in values]


def months_axis(months: Sequence[date], scale: Scale, most: int = 13) -> list[Tick]:
    """Ticks for months in a row, of which the first lies at 0 of the scale and each a step on.

    Months are left out evenly where there are more than `most`, so that the last is always said;
    the year stands under the first of it that is said.
    """
    every = next(step for step in (1, 2, 3, 4, 6, 12, 24, 60, 120) if len(months) <= step * most)
    said = list(range((len(months) - 1) % every, len(months), every))
    ticks, year = [], 0
    for place in said:
        month = months[place]
        below = str(month.year) if month.year != year else ""
        ticks.append(Tick(scale.at(place), MONTHS[month.month - 1], below))
        year = month.year
    return ticks


def days_axis(days: Sequence[date], scale: Scale, most: int = 8) -> list[Tick]:
    """Ticks as `months_axis` has them, for days of which each lies a step on, whatever the time."""
    every = ceil(len(days) / most)
    ticks, year = [], 0
    for place in range((len(days) - 1) % every, len(days), every) if days else ():
        day = days[place]
        below = str(day.year) if day.year != year else ""
        ticks.append(Tick(scale.at(place), f"{day.day} {MONTHS[day.month - 1]}", below))
        year = day.year
    return ticks


def through(points: Sequence[tuple[float, float]]) -> str:
    """Points as an SVG polyline has them."""
    return " ".join(f"{x},{y}" for x, y in points)


def apart(places: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The places, in their order, moved as little as it takes for labels `gap` high not to overlap
    and to lie between `low` and `high` (pixels). Where there is no room for all they do overlap.
    """
    order = sorted(range(len(places)), key=lambda each: places[each])
    moved = [min(max(places[each], low), high) for each in order]
    for place in range(1, len(moved)):
        moved[place] = max(moved[place], moved[place - 1] + gap)
    if moved and moved[-1] > high:
        moved[-1] = high
        for place in range(len(moved) - 2, -1, -1):
            moved[place] = min(moved[place], moved[place + 1] - gap)
    found = dict(zip(order, moved, strict=True))
    return [round(found[each], 1) for each in range(len(places))]


def wide(text: str, size: int = TEXT) -> float:
    """About how many pixels the words take."""
    return round(len(text) * size * LETTER, 1)
