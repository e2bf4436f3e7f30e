"""The child's clocks drawn to scale on one line, over the bands of legal status and home.

Everything is a place or width in per cent of the drawing, as text for SVG attributes, so that the
page needs no script and no inline style. A table beneath the drawing says the same in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from casetrack import dates, words
from casetrack.models.codes import LEGAL_STATUS
from oversight.child_record import ChildRecord
from oversight.clock_bar import percent, tone
from oversight.homes import home_words
from oversight.waits import Wait

ROW = 44
TOP = 26
LABEL = 14
BAR = 21
# Days drawn beyond today and the limits, so that no mark stands on the edge.
MARGIN = 0.02
MOST_TICKS = 6
DRAWN = 8
"""The most serious clocks; the page tells every one in words beneath."""


@dataclass(frozen=True)
class Segment:
    """A stretch of a band with its words; `shade` alternates, so that neighbours are told apart."""

    x: str
    width: str
    words: str
    shade: int
    starts: str
    ends: str


@dataclass(frozen=True)
class Band:
    title: str
    y: int
    segments: list[Segment]

    @property
    def label_y(self) -> int:
        return self.y + LABEL

    @property
    def bar_y(self) -> int:
        return self.y + BAR


@dataclass(frozen=True)
class Stretch:
    """One clock on the line: its track, what has passed, and the marks."""

    wait: Wait
    y: int
    x: str
    filled: str
    past_x: str | None
    past_width: str | None
    warning: str | None
    limit: str | None
    track: str
    tone: str

    @property
    def label_y(self) -> int:
        return self.y + LABEL

    @property
    def bar_y(self) -> int:
        return self.y + BAR

    @property
    def tick_top(self) -> int:
        return self.y + BAR - 3

    @property
    def tick_bottom(self) -> int:
        return self.y + BAR + 15


@dataclass(frozen=True)
class Tick:
    x: str
    words: str


@dataclass(frozen=True)
class Timeline:
    """The whole drawing."""

    height: int
    today: str
    today_words: str
    ticks: list[Tick]
    bands: list[Band]
    stretches: list[Stretch]
    description: str


class Scale:
    """Days to per cent of the width."""

    def __init__(self, first: date, last: date) -> None:
        self.first = first
        self.days = max((last - first).days, 1) * (1 + MARGIN)

    def at(self, day: date) -> float:
        return max(0.0, min(100.0, (day - self.first).days * 100 / self.days))

    def x(self, day: date) -> str:
        return percent(self.at(day))

    def width(self, start: date, end: date) -> str:
        return percent(max(self.at(end) - self.at(start), 0.3))


def timeline(record: ChildRecord) -> Timeline | None:
    """The drawing of this time in care; None where the child is not in care on the day."""
    if record.in_care is None:
        return None
    first, last = _ends(record)
    scale = Scale(first, last)
    legal = [(each, LEGAL_STATUS.label(each.code)) for each in record.legal]
    homes = [(each, home_words(each.type, each.provider)) for each in record.homes]
    bands = [
        Band("Legal status", TOP, _segments(legal, scale, record.day)),
        Band("Home", TOP + ROW, _segments(homes, scale, record.day)),
    ]
    drawn = record.waits[:DRAWN]
    stretches = [
        _stretch(wait, scale, TOP + (len(bands) + place) * ROW) for place, wait in enumerate(drawn)
    ]
    return Timeline(
        height=TOP + (len(bands) + len(stretches)) * ROW + 8,
        today=scale.x(record.day),
        today_words=words.short_day(record.day),
        ticks=_ticks(scale, first, last),
        bands=bands,
        stretches=stretches,
        description="; ".join(wait.sentence for wait in drawn) or "No clock is running",
    )


def _ends(record: ChildRecord) -> tuple[date, date]:
    """From the first day that matters to today, or a little beyond where a limit lies ahead."""
    starts = [wait.row.started_on for wait in record.waits]
    first = min([record.in_care.starts_on, *starts]) if record.in_care else record.day
    ahead = max((record.day - first).days // 3, 60)
    limits = [wait.row.due_on for wait in record.waits if wait.limited]
    furthest = record.day + timedelta(days=ahead)
    return first, max([record.day, *[min(limit, furthest) for limit in limits]])


def _segments(periods: Iterable[tuple[Any, str]], scale: Scale, day: date) -> list[Segment]:
    found = []
    for period, label in periods:
        end = min(period.ends_on or day, day)
        if end < scale.first:
            continue
        found.append(
            Segment(
                x=scale.x(period.starts_on),
                width=scale.width(max(period.starts_on, scale.first), end),
                words=label,
                shade=len(found) % 2,
                starts=words.since(period.starts_on, period.start_known),
                ends=words.short_day(period.ends_on) if period.ends_on else "",
            )
        )
    return found


def _stretch(wait: Wait, scale: Scale, y: int) -> Stretch:
    row, today = wait.row, wait.on_day
    limit = row.due_on if wait.limited else None
    past = limit is not None and limit < today
    until = limit if past and limit else today
    marked = row.warn_on is not None and row.warn_on > row.started_on and row.warn_on != limit
    return Stretch(
        wait=wait,
        y=y,
        x=scale.x(row.started_on),
        filled=scale.width(row.started_on, until),
        past_x=scale.x(limit) if past and limit else None,
        past_width=scale.width(limit, today) if past and limit else None,
        warning=scale.x(row.warn_on) if marked else None,
        limit=scale.x(limit) if limit else None,
        track=scale.width(row.started_on, max(today, limit or today)),
        tone=tone(wait),
    )


def _ticks(scale: Scale, first: date, last: date) -> list[Tick]:
    """A few round days along the top: years, or months where the line is short."""
    months = dates.whole_months(first, last)
    step = next(step for step in (1, 2, 3, 6, 12, 24, 36, 60, 120) if months / step <= MOST_TICKS)
    start = date(first.year, 1, 1)
    ticks = []
    for number in range(MOST_TICKS * 14):
        day = dates.add_months(start, number * step)
        if first <= day <= last and 2 < scale.at(day) < 92:
            said = str(day.year) if step >= 12 else words.month(day)
            ticks.append(Tick(scale.x(day), said))
    return ticks
