"""The measures of an authority as a reader chose them: headlines, all of them, one in full."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casetrack import words
from casetrack.models import Authority, Child
from oversight.charts.spark import Spark, spark
from oversight.indicators import groups, said, trend_words
from oversight.indicators.benchmarks import Comparison, held_against
from oversight.indicators.chosen import Chosen
from oversight.indicators.compute import ALL, Asked, Figure
from oversight.indicators.indicator import By, Group, Indicator, Polarity, Shape
from oversight.indicators.kept import kept_figures
from oversight.indicators.registry import INDICATORS, called
from oversight.indicators.trend import Assurance, Kind, Trend, xmr
from oversight.indicators.trend import Rebase as CountedAnew
from oversight.models import Rebase

YEAR = 13
"""The place, from the end, of the same month a year before."""
HEADLINES = ("CP1", "CP3", "CP7", "CP9", "CP8", "A2", "CP17", "CP12", "CP16", "CP19")
"""By their numbers, the ten measures of the scorecard, in the order in which a child's way goes."""


@dataclass(frozen=True)
class Line:
    """One measure as at the day: its figures month by month, of which the last `months` are shown,
    and what they are held against.
    """

    indicator: Indicator
    figures: tuple[Figure, ...]
    comparisons: tuple[Comparison, ...]
    trend: Trend | None
    months: int
    rebases: tuple[CountedAnew, ...] = ()

    @property
    def now(self) -> Figure:
        return self.figures[-1]

    @property
    def value(self) -> str:
        return said.value(self.now)

    @property
    def made_of(self) -> str:
        return said.made_of(self.now)

    @property
    def target(self) -> Comparison | None:
        return next((each for each in self.comparisons if each.is_target), None)

    @property
    def compared(self) -> list[tuple[str, str, str]]:
        """Our target 12.0%, with its source; England 7.0%."""
        return [
            (each.words, said.amount(self.indicator, each.value), each.source)
            for each in self.comparisons
        ]

    @property
    def misses(self) -> bool | None:
        """Whether the target is missed on the day; None without one, or where neither is better."""
        target, value = self.target, self.now.value
        if target is None or value is None or self.indicator.polarity == Polarity.NEUTRAL:
            return None
        if self.indicator.polarity == Polarity.HIGHER:
            return value < target.value
        return value > target.value

    @property
    def kind(self) -> Kind:
        """How the newest month stands beside the others; as usual where no limits tell."""
        return self.trend.points[-1].kind if self.trend else Kind.COMMON

    @property
    def reading(self) -> str:
        """What the months say, in a sentence: of a control chart, or of a year where none tells."""
        if self.trend is not None:
            return trend_words.reading(self.trend)
        return self._beside_last_year()

    def _beside_last_year(self) -> str:
        """71 more than at the end of Nov 2019, a year before (16); '' where either is not known."""
        before = self.figures[-YEAR] if len(self.figures) >= YEAR else None
        if before is None or before.value is None or self.now.value is None:
            return ""
        was = f"{said.value(before)} on {words.long_day(before.on_day)}"
        if said.value(before) == said.value(self.now):
            return f"The same as a year before: {was}."
        change = said.change(self.indicator, self.now.value, before.value)
        less = "fewer" if self.indicator.is_count else "less"
        way = "more" if self.now.value > before.value else less
        return f"{change} {way} than a year before: {was}."

    @property
    def spark(self) -> Spark | None:
        """The months that are shown, as small as a word."""
        shown = [figure.value for figure in self.figures[-self.months :]]
        return spark(shown, self.target.value if self.target else None)

    @property
    def assurance(self) -> Assurance | None:
        return self.trend.assurance if self.trend else None


@dataclass(frozen=True)
class Card:
    """Some measures of one authority on one day."""

    chosen: Chosen
    lines: tuple[Line, ...]

    def of_kind(self, kind: Kind) -> int:
        return sum(line.kind == kind for line in self.lines)

    @property
    def finding(self) -> str:
        """Ten measures: 1 worse than usual, 2 better than usual; 3 miss their target."""
        told = [
            f"{number} {kind}"
            for kind in (Kind.CONCERN, Kind.IMPROVEMENT)
            if (number := self.of_kind(kind))
        ]
        missed = sum(line.misses is True for line in self.lines)
        head = words.count(len(self.lines), "measure")
        standing = words.listed(told) if told else "none other than usual"
        target = f"; {missed} {'misses' if missed == 1 else 'miss'} the target" if missed else ""
        return f"{head}: {standing}{target}"


def headlines(chosen: Chosen) -> Card:
    return Card(chosen, lines(chosen, [called(number) for number in HEADLINES]))


def lines(
    chosen: Chosen, indicators: Sequence[Indicator], asked: Asked | None = None
) -> tuple[Line, ...]:
    """Of a fixed number of questions, however many months and measures.

    What is set for a number of all children says nothing of a number of some of them.
    """
    found = kept_figures(asked or chosen.asked, indicators)
    codes = [indicator.code for indicator in indicators]
    comparisons = held_against(chosen.authority, codes, chosen.day)
    anew = _rebases(chosen.authority, codes)
    return tuple(
        _line(
            indicator,
            found[indicator.code][ALL],
            [] if chosen.only and indicator.adds_up else comparisons.get(indicator.code, []),
            anew.get(indicator.code, []),
            chosen.months,
        )
        for indicator in indicators
    )


def _line(
    indicator: Indicator,
    figures: Sequence[Figure],
    comparisons: Sequence[Comparison],
    rebases: Sequence[CountedAnew],
    months: int,
) -> Line:
    return judged(Line(indicator, tuple(figures), tuple(comparisons), None, months, tuple(rebases)))


def judged(line: Line) -> Line:
    """The measure with what limits say of the months that are shown, where they say anything."""
    indicator = line.indicator
    if indicator.goes_on:
        return line
    series = [(figure.on_day, figure.value) for figure in line.figures[-line.months :]]
    target = line.target.value if line.target else None
    trend = xmr(indicator.chart, series, indicator.polarity, target=target, rebases=line.rebases)
    return replace(line, trend=trend)


def _rebases(authority: Authority, codes: Sequence[str]) -> dict[str, list[CountedAnew]]:
    found: dict[str, list[CountedAnew]] = {}
    for each in Rebase.objects.filter(authority=authority, indicator__in=codes).order_by("from_on"):
        found.setdefault(each.indicator, []).append(CountedAnew(each.from_on, each.reason))
    return found


def everything(chosen: Chosen) -> list[tuple[Group, tuple[Line, ...]]]:
    """All measures as at the day alone, by group, as far as there is any of it."""
    every = lines(chosen, list(INDICATORS.values()), chosen.on_day())
    found = {line.indicator.code: line for line in every}
    told = [
        (group, tuple(line for line in found.values() if line.indicator.group == group))
        for group in Group
    ]
    return [(group, those) for group, those in told if those]


def in_full(chosen: Chosen, indicator: Indicator) -> Line:
    (line,) = lines(chosen, [indicator])
    return line


@dataclass(frozen=True)
class Apart:
    """A measure as at the day for one group of children."""

    words: str
    figure: Figure
    query: str

    @property
    def value(self) -> str:
        return said.value(self.figure)

    @property
    def made_of(self) -> str:
        return said.made_of(self.figure)


def apart(chosen: Chosen, indicator: Indicator, by: By) -> list[Apart]:
    """By group, in their order; those of no group are missing."""
    found = kept_figures(chosen.on_day(by), [indicator])[indicator.code]
    return [
        Apart(title, found[group][0], chosen.of(by, group).query)
        for group, title in groups.words(by, chosen.authority).items()
        if group in found
    ]


@dataclass(frozen=True)
class Counted:
    """A child whom a measure counts, and what of her is averaged where it is an average."""

    child: Child
    amounts: tuple[str, ...]


def of_children(
    indicator: Indicator,
    counted: Sequence[tuple[int, float, bool]],
    children: Sequence[Child],
    *,
    waiting: bool = False,
) -> list[Counted]:
    """In the order of the children; one who is counted twice has two amounts. Of those who are
    `waiting` in the wait behind it the amounts are days so far.
    """
    told: dict[int, list[str]] = {}
    for pk, value, known in counted:
        if waiting:
            amount = f"{'' if known else 'at least '}{words.count(int(value), 'day')}"
        else:
            amount = said.amount(indicator, value) if known else "not known"
        told.setdefault(pk, []).append(amount)
    averaged = waiting or indicator.shape == Shape.MEAN
    return [Counted(child, tuple(told.get(child.pk, ())) if averaged else ()) for child in children]
