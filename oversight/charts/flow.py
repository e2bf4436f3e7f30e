"""Children who go from one place to the next, column by column: a bar for each place, and bands as
wide as the children are many who go from one to another.

A wide frame has all columns side by side. In a narrow one each step is drawn by itself, beneath the
one before, so that every bar has its words beside it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import ceil
from typing import ClassVar

from casetrack import words
from oversight.charts.chart import SMALL, Chart, Drawing, Frame, Label, Table, wide
from oversight.disclosure import said as told
from oversight.disclosure.cells import HOUSE, Rule
from oversight.disclosure.ways import Ways, published, whole
from oversight.indicators.journey import COLUMNS, LAST, Journey, State

BAR = 12
SLOT, GAP = 16, 6
"""The least height of a place with its words, and what lies between two (pixels)."""
ALL_WIDE, ALL_NARROW = 300, 240
"""The height of all children together."""
HEAD, BENEATH = 26, 28
"""Room for the words above columns, and between the steps of a narrow frame."""
STUB = 9
"""How far what is hidden stands out from its bar."""
BESIDE = 10
"""Between a bar and its words, and beyond them."""
TWO_LINES = 31
"""A bar so high has its number on a line of its own."""


OUT, INTO = "out", "into"
"""The sides of a bar."""


class Look(StrEnum):
    """How bars look, so that they are told apart without colour."""

    CARED_FOR = "cared for"
    LEFT = "left"
    LATER = "later"
    SEVERAL = "several"


@dataclass(frozen=True)
class Node:
    """A place in a column: beside its bar, in a sentence, how many children, and its look."""

    label: str
    words: str
    number: int
    look: Look


@dataclass(frozen=True)
class Column:
    """`head` stands above it; `when` begins a sentence."""

    head: str
    when: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Flow:
    """So many children go from one place of a column (by its index) to one of the next; None where
    that is hidden."""

    column: int
    here: int
    there: int
    number: int | None


@dataclass(frozen=True)
class Bar:
    """`label` is where the words stand: the number, and beneath it or after it the place."""

    x: float
    y: float
    height: float
    node: Node
    label: Label
    two_lines: bool

    @property
    def number(self) -> str:
        return f"{self.node.number:,}"


@dataclass(frozen=True)
class Band:
    """A band as an SVG path has it, its words, and the look of where it leads."""

    path: str
    words: str
    look: Look


@dataclass(frozen=True)
class Stub:
    """Beside a bar, as high as the children are many whose ways from there, or to there, are
    hidden."""

    x: float
    y: float
    height: float


@dataclass(frozen=True)
class FlowDrawing(Drawing):
    heads: tuple[Label, ...]
    bars: tuple[Bar, ...]
    bands: tuple[Band, ...]
    stubs: tuple[Stub, ...]
    thick: int = BAR
    stub: int = STUB


@dataclass(frozen=True, kw_only=True)
class FlowChart(Chart):
    """No columns where nothing can be told."""

    kind: ClassVar[str] = "flow"

    columns: tuple[Column, ...]
    flows: tuple[Flow, ...]

    def drawing(self, frame: Frame) -> FlowDrawing:
        pieces = list(self._narrow(frame) if frame.narrow else self._wide(frame))
        return FlowDrawing(
            width=frame.width,
            height=ceil(max((piece.bottom for piece in pieces), default=1)),
            heads=tuple(head for piece in pieces for head in piece.heads),
            bars=tuple(bar for piece in pieces for bar in piece.bars),
            bands=tuple(band for piece in pieces for band in piece.bands),
            stubs=tuple(stub for piece in pieces for stub in piece.stubs),
        )

    @property
    def _beside(self) -> float:
        """Room for the longest words beside a bar."""
        said = [f"{node.number:,} {node.label}" for each in self.columns for node in each.nodes]
        return max((wide(each, SMALL) for each in said), default=0.0) + BESIDE

    def _wide(self, frame: Frame) -> Iterator["Piece"]:
        if self.columns:
            step = (frame.width - BAR - self._beside) / (len(self.columns) - 1)
            places = {column: round(column * step, 1) for column in range(len(self.columns))}
            yield Piece(self, places, 0, ALL_WIDE)

    def _narrow(self, frame: Frame) -> Iterator["Piece"]:
        left, top = round(self._beside, 1), 0.0
        for column in range(len(self.columns) - 1):
            places = {column: left, column + 1: round(frame.width - left - BAR, 1)}
            yield (piece := Piece(self, places, top, ALL_NARROW, outwards=True))
            top = piece.bottom + BENEATH


@dataclass(frozen=True)
class Piece:
    """Columns side by side: by their index their left edges; `height` is that of all children.

    Words stand to the right of their bars, or `outwards` those of the first column to the left.
    """

    chart: FlowChart
    places: dict[int, float]
    top: float
    height: float
    outwards: bool = False

    @property
    def scale(self) -> float:
        return self.height / sum(node.number for node in self.chart.columns[0].nodes)

    @cached_property
    def tops(self) -> dict[tuple[int, int], float]:
        """The upper edge of each bar, by column and index: a bar lies in the middle of its slot."""
        found = {}
        for column in self.places:
            y = self.top + HEAD
            for place, node in enumerate(self.chart.columns[column].nodes):
                slot = max(node.number * self.scale, SLOT)
                found[column, place] = y + (slot - node.number * self.scale) / 2
                y += slot + GAP
        return found

    @property
    def bottom(self) -> float:
        return max(
            self.tops[column, len(nodes) - 1] + max(nodes[-1].number * self.scale, SLOT)
            for column in self.places
            if (nodes := self.chart.columns[column].nodes)
        )

    @property
    def heads(self) -> Iterator[Label]:
        for column, x in self.places.items():
            end = self._to_the_left(column)
            head = self.chart.columns[column].head
            yield Label(x + BAR if end else x, self.top + 14, head, "", "end" if end else "start")

    @property
    def bars(self) -> Iterator[Bar]:
        for (column, place), y in self.tops.items():
            node, x = self.chart.columns[column].nodes[place], self.places[column]
            height = node.number * self.scale
            end = self._to_the_left(column)
            label = Label(
                round(x - 6 if end else x + BAR + 6, 1),
                round(y + height / 2 + (-2 if height >= TWO_LINES else 4), 1),
                node.label,
                "",
                "end" if end else "start",
            )
            yield Bar(x, round(y, 1), round(height, 1), node, label, height >= TWO_LINES)

    def _to_the_left(self, column: int) -> bool:
        return self.outwards and column == min(self.places)

    @cached_property
    def flows(self) -> list[tuple[Flow, int]]:
        """Those of these columns that are told, with their numbers."""
        within = [
            flow for flow in self.chart.flows if {flow.column, flow.column + 1} <= {*self.places}
        ]
        return [(flow, flow.number) for flow in within if flow.number is not None]

    @property
    def bands(self) -> Iterator[Band]:
        """In the order of the bars at either end, so that bands of one bar do not cross there."""
        used: Counter[tuple[int, int, str]] = Counter()
        for flow, number in self.flows:
            ends = (flow.column, flow.here, OUT), (flow.column + 1, flow.there, INTO)
            y, to_y = (self.tops[end[:2]] + used[end] * self.scale for end in ends)
            used.update(dict.fromkeys(ends, number))
            x, to_x = self.places[flow.column] + BAR, self.places[flow.column + 1]
            look = self.chart.columns[flow.column + 1].nodes[flow.there].look
            path = _band((x, to_x), (y, to_y), number * self.scale)
            yield Band(path, _said(self.chart.columns, flow), look)

    @property
    def stubs(self) -> Iterator[Stub]:
        """What no band takes up of either side of a bar, at its lower end."""
        used: Counter[tuple[int, int, str]] = Counter()
        for flow, number in self.flows:
            used[flow.column, flow.here, OUT] += number
            used[flow.column + 1, flow.there, INTO] += number
        for (column, place), top in self.tops.items():
            for side, onward in ((OUT, column + 1), (INTO, column - 1)):
                drawn = used[column, place, side]
                left = self.chart.columns[column].nodes[place].number - drawn
                if left and onward in self.places:
                    x = self.places[column] + (BAR if side == OUT else -STUB)
                    y = top + drawn * self.scale
                    yield Stub(round(x, 1), round(y, 1), round(left * self.scale, 1))


def _band(xs: tuple[float, float], ys: tuple[float, float], height: float) -> str:
    """From one bar to the other in a bow, `height` pixels high at either end."""
    (x, to_x), (y, to_y), middle = xs, ys, sum(xs) / 2
    return (
        f"M{x:.1f} {y:.1f}C{middle:.1f} {y:.1f} {middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
        f"v{height:.1f}C{middle:.1f} {to_y + height:.1f} {middle:.1f} {y + height:.1f}"
        f" {x:.1f} {y + height:.1f}z"
    )


def _said(columns: Sequence[Column], flow: Flow) -> str:
    here, there = columns[flow.column], columns[flow.column + 1]
    number = told.HIDDEN if flow.number is None else words.children(flow.number)
    return (
        f"{here.when} {here.nodes[flow.here].words}, {words.uncapital(there.when)}"
        f" {there.nodes[flow.there].words}: {number}"
    )


# The way of children who came into care.


def flow_chart(
    found: Journey, *, public: bool = False, rule: Rule = HOUSE, secret: bytes = b""
) -> FlowChart:
    """In `public` no way of 1 to 5 children is told, nor can it be worked out."""
    if not found.children:
        return _nothing(found)
    if public:
        ways = published(found.onwards, tuple(State), KINDS, rule, secret)
    else:
        ways = whole(found.onwards, tuple(State))
    if ways is None:
        return _nothing(found)
    told_of = zip(found.columns, ways.groups, strict=True)
    columns = tuple(_column(found, column, groups) for column, groups in told_of)
    drawn = tuple(_flows(ways))
    return FlowChart(
        title=_finding(found, columns),
        description=_described(columns),
        table=Table(HEADS, tuple(_rows(columns, drawn)), words=(1,)),
        notes=tuple(_notes(found, columns, ways, rule if public else None)),
        columns=columns,
        flows=drawn,
    )


Group = tuple[State, ...]
HEADS = ("Where", "And next", "Children")
LABELS = {
    State.RELATIVES: "relatives",
    State.FOSTER: "foster home",
    State.PARENTS: "with parents",
    State.RESIDENTIAL: "children’s home",
    State.SUPPORTED: "supported",
    State.ADOPTIVE: "adoptive home",
    State.ELSEWHERE: "elsewhere",
    State.IN_CARE: "still in care",
    State.HOME: "went home",
    State.GUARDIANSHIP: "guardianship",
    State.ARRANGEMENTS: "arrangements",
    State.ADOPTED: "adopted",
    State.EIGHTEEN: "turned 18",
    State.OTHERWISE: "otherwise",
    State.NOT_YET: "not yet",
}
SHORT = (
    "Relatives are relatives or friends; guardianship is special guardianship; arrangements are a"
    " child arrangements order; elsewhere are other homes, and where none is recorded."
)
KINDS = {
    state: Look.CARED_FOR if state.cared_for else Look.LEFT if state.left else Look.LATER
    for state in State
}
SEVERAL = {
    (Look.CARED_FOR, True): ("in care", "in care"),
    (Look.CARED_FOR, False): ("other homes", "in other homes"),
    (Look.LEFT, True): ("left care", "no longer in care"),
    (Look.LEFT, False): ("other endings", "left in other ways"),
}
"""What places of one look are called together, whether they are all of it in the column or not."""
OTHERS = {label for (_, is_whole), (label, _) in SEVERAL.items() if not is_whole}
WHOLE = {label for (_, is_whole), (label, _) in SEVERAL.items() if is_whole}
SPANS = {12: "twelve months", 36: "three years"}
ENOUGH = 2
"""What came after a year is the finding where at least one of so many children came so long ago."""
YEAR = COLUMNS.index(12)


def _nothing(found: Journey) -> FlowChart:
    few = f"Too few children came into care in the {_months(found)} to be told of."
    none = f"No child came into care in the {_months(found)}."
    title = few if found.children else none
    return FlowChart(
        title=title,
        description="Nothing is drawn.",
        table=Table(HEADS, (), words=(1,)),
        columns=(),
        flows=(),
    )


def _column(found: Journey, column: int, groups: Mapping[State, Group]) -> Column:
    at = found.at(column)
    nodes = [
        Node(*_called(group, at), sum(at[state] for state in group), _look(group))
        for group in dict.fromkeys(groups.values())
    ]
    if column == LAST:
        day = found.day
        return Column(words.short_day(day), f"On {words.long_day(day)}", tuple(nodes))
    months = COLUMNS[column]
    if not months:
        return Column("On coming", "On the day they came", tuple(nodes))
    return Column(f"{months} months", f"After {months} months", tuple(nodes))


def _look(group: Group) -> Look:
    looks = {KINDS[state] for state in group}
    return looks.pop() if len(looks) == 1 else Look.SEVERAL


def _called(group: Group, at: Mapping[State, int]) -> tuple[str, str]:
    """Beside the bar, and in a sentence."""
    if len(group) == 1:
        return LABELS[group[0]], group[0].words
    look = _look(group)
    if look == Look.SEVERAL:
        return "other", "in one of several places"
    return SEVERAL[look, set(group) == {state for state in at if KINDS[state] == look}]


def _flows(ways: Ways[State]) -> Iterator[Flow]:
    for column, each in enumerate(ways.flows):
        here, there = (
            list(dict.fromkeys(ways.groups[end].values())) for end in (column, column + 1)
        )
        yield from (
            Flow(column, place, other, each[one, next_one])
            for place, one in enumerate(here)
            for other, next_one in enumerate(there)
            if (one, next_one) in each
        )


def _rows(columns: Sequence[Column], flows: Sequence[Flow]) -> Iterator[tuple[str, ...]]:
    """A row for each, but one for all from one place that are hidden."""
    for column, place in dict.fromkeys((flow.column, flow.here) for flow in flows):
        here, there = columns[column], columns[column + 1]
        onwards = [flow for flow in flows if (flow.column, flow.here) == (column, place)]
        shown = [(flow.number, [flow]) for flow in onwards if flow.number is not None]
        hidden = [flow for flow in onwards if flow.number is None]
        for number, to in [*shown, *([(None, hidden)] if hidden else [])]:
            yield (
                f"{here.when} {here.nodes[place].words}",
                f"{words.uncapital(there.when)} "
                f"{words.listed([there.nodes[flow.there].words for flow in to])}",
                told.number(number),
            )


def _months(found: Journey) -> str:
    span = SPANS.get(found.months, words.count(found.months, "month"))
    return f"{span} to {words.long_day(found.last)}"


def _finding(found: Journey, columns: Sequence[Column]) -> str:
    """Of so many who came, so many lived there a year later, and so many had left so."""
    came = sum(node.number for node in columns[0].nodes)
    begun = f"Of {words.children(came)} who came into care in the {_months(found)}"
    year = columns[found.columns.index(YEAR)].nodes if YEAR in found.columns else ()
    later = sum(node.number for node in year if node.look in (Look.LATER, Look.SEVERAL))
    if not year or (came - later) * ENOUGH < came:
        return f"{begun}, {_most(columns[-1].nodes, 'on that day')}."
    if later:
        some = f"{came - later:,} came a year ago or longer"
        return f"{begun}, {some}: of these {_most(year, 'a year later')}."
    return f"{begun}, {_most(year, 'a year later')}."


def _most(nodes: Sequence[Node], when: str) -> str:
    """Where most of those in care were, and how most of the others had left it."""
    said: list[str] = []
    for look in (Look.CARED_FOR, Look.LEFT):
        of = [node for node in nodes if node.look == look]
        if of:
            most = max(of, key=lambda node: (node.label not in OTHERS, node.number))
            had = most.words.startswith(("turned", "left"))
            verb = "had" if had else "was" if most.number == 1 else "were"
            said.append(f"{most.number:,} {verb} {most.words}{'' if said else f' {when}'}")
    return words.listed(said)


def _described(columns: Sequence[Column]) -> str:
    each = [
        f"{column.when}: {words.listed([f'{n.number:,} {n.words}' for n in column.nodes])}."
        for column in columns
    ]
    return f"Bars for where children were, and bands from each to the next. {' '.join(each)}"


def _notes(
    found: Journey, columns: Sequence[Column], ways: Ways[State], rule: Rule | None
) -> Iterator[str]:
    """`rule` is that of what is published, None where all is shown."""
    yield SHORT
    if any(node.look == Look.LATER for column in columns for node in column.nodes):
        yield "Not yet: children who came too lately for that column."
    together = [
        f"{words.uncapital(column.when)} {words.listed([state.words for state in group], 'or')}"
        for column, groups in zip(columns, ways.groups, strict=True)
        for node, group in zip(column.nodes, dict.fromkeys(groups.values()), strict=True)
        if len(group) > 1 and node.label not in WHOLE
    ]
    if together:
        yield f"Others are put together: {'; '.join(together)}."
    if rule:
        yield (
            f"Dotted beside a bar: ways that 1 to {rule.small} children went, and those that would"
            f" tell of them. Smaller places are put together."
        )
    if found.unknown:
        left_out = (
            "children" if rule and rule.is_small(found.unknown) else words.children(found.unknown)
        )
        yield f"Left out: {left_out} of whom it is only known that they came on or before a day."
