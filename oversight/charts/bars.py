"""A whole split into groups, or a measure told apart by them: a bar each, with its value."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import ClassVar

from casetrack import words
from oversight.charts.chart import SMALL, Chart, Drawing, Frame, Label, Table, wide

BAR, GAP, LINE = 18, 12, 18
MOST_WORDS = 260
"""Words wider than this stand above their bars, as all do in a narrow frame (pixels)."""


@dataclass(frozen=True)
class Bar:
    """One group: its words, its value, None where it is hidden or not known, and that in words."""

    words: str
    value: float | None
    said: str


@dataclass(frozen=True)
class Drawn:
    """A bar from `x`, and where its words, on a line or several, and its value stand."""

    x: float
    y: float
    width: float
    known: bool
    lines: tuple[Label, ...]
    value: Label


@dataclass(frozen=True)
class BarsDrawing(Drawing):
    """`base` is the line where bars begin beside their words; `over_all` that of all together."""

    bars: tuple[Drawn, ...]
    base: float | None
    top: float
    over_all: Label | None


@dataclass(frozen=True, kw_only=True)
class BarsChart(Chart):
    """`over_all` is the same measure of all groups together, drawn across the bars."""

    kind: ClassVar[str] = "bars"

    bars: tuple[Bar, ...]
    over_all: Bar | None

    @property
    def highest(self) -> float:
        drawn = [bar.value for bar in (*self.bars, self.over_all) if bar and bar.value is not None]
        return max(drawn, default=0.0) or 1.0

    def drawing(self, frame: Frame) -> BarsDrawing:
        widest = max((wide(bar.words) for bar in self.bars), default=0.0)
        above = frame.narrow or widest > MOST_WORDS
        base = 0.0 if above else round(widest + 12, 1)
        room = frame.width - base - max((wide(bar.said) for bar in self.bars), default=0.0) - 12
        top = y = 24.0 if self.over_all else 4.0
        drawn = []
        for bar in self.bars:
            lines = wrap(bar.words, int(frame.width / wide("n"))) if above else []
            y += LINE * len(lines)
            width = round(max(bar.value or 0, 0) / self.highest * room, 1)
            beside = 6 if width or not above else 0
            told = [
                Label(0, y - 5 - LINE * place, line) for place, line in enumerate(reversed(lines))
            ]
            drawn.append(
                Drawn(
                    base,
                    y,
                    width,
                    bar.value is not None,
                    tuple(told) or (Label(base - 8, y + 14, bar.words, "", "end"),),
                    Label(round(base + width + beside, 1), y + 14, bar.said),
                )
            )
            y += BAR + GAP
        return BarsDrawing(
            width=frame.width,
            height=int(y + 4),
            bars=tuple(drawn),
            base=None if above else base,
            top=top,
            over_all=self._over_all(base, room, frame),
        )

    def _over_all(self, base: float, room: float, frame: Frame) -> Label | None:
        """Its words stand on whichever side of the line there is room."""
        if self.over_all is None or self.over_all.value is None:
            return None
        x = round(base + self.over_all.value / self.highest * room, 1)
        said = f"{self.over_all.words} {self.over_all.said}"
        return Label(x, 14, said, "", "end" if x + wide(said, SMALL) > frame.width else "start")


def bars_chart(
    bars: Sequence[Bar],
    what: str,
    *,
    by: str,
    head: str = "Value",
    over_all: Bar | None = None,
) -> BarsChart:
    """`what` is split, or measured, `by` which the groups are: their heading in the table. The
    finding is the group with the most, where one has.
    """
    known = [bar for bar in bars if bar.value is not None]
    rows = [(bar.words, bar.said) for bar in (*bars, *([over_all] if over_all else []))]
    told = words.listed([f"{bar.words} {bar.said}" for bar in bars])
    hidden = len(bars) - len(known)
    return BarsChart(
        title=f"{what}: {_finding(known)}.",
        description=f"A bar for each {words.uncapital(by)}: {told}." if bars else "No bars.",
        table=Table((by, head), tuple(rows)),
        notes=(f"{words.capital(words.count(hidden, 'value'))} not shown.",) if hidden else (),
        bars=tuple(bars),
        over_all=over_all,
    )


def _finding(known: Sequence[Bar]) -> str:
    if not known:
        return "nothing can be shown"
    most = max(known, key=lambda bar: bar.value or 0.0)
    alike = [bar.words for bar in known if bar.value == most.value]
    if len(alike) == len(known) > 1:
        return f"{most.said} everywhere"
    return f"most for {words.listed(alike)} ({most.said})"
