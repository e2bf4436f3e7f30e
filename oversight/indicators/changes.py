"""How much a number of children changed: from which month to which, and what a printed percentage
was counted from.

A percentage without its base month cannot be checked, so a change always names both. No Django: a
series is the days and numbers that somebody counted.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from casetrack import words
from casetrack.words import MINUS

Level = tuple[date, int]
"""A day, mostly a month end, and how many children there were."""

NEAR = 1
"""A base this many months off the one that was named is still what somebody may have meant."""


@dataclass(frozen=True)
class Change:
    """From the number of one day to that of a later one."""

    base: Level
    now: Level

    @property
    def more(self) -> int:
        """How many more, below 0 where there are fewer."""
        return self.now[1] - self.base[1]

    @property
    def percent(self) -> Fraction | None:
        """Of the number at the base; None where there was nobody then."""
        return Fraction(100 * self.more, self.base[1]) if self.base[1] else None

    @property
    def months(self) -> int:
        """Calendar months from the one day to the other, of whatever length."""
        (base, _), (now, _) = self.base, self.now
        return 12 * (now.year - base.year) + now.month - base.month

    def is_printed_as(self, percent: int) -> bool:
        """Whether it rounds to that many percent; a half may have been rounded either way."""
        return self.percent is not None and abs(self.percent - percent) <= Fraction(1, 2)

    def __str__(self) -> str:
        """87 at the end of October 2020, 16 more than at the end of November 2019 (+22.5%)."""
        now, base = f"{self.now[1]:,} {at(self.now[0])}", at(self.base[0])
        if not self.more:
            return f"{now}, as many as {base}"
        how = "more" if self.more > 0 else "fewer"
        share = "" if self.percent is None else f" ({signed(self.percent)})"
        return f"{now}, {abs(self.more):,} {how} than {base}{share}"


def at(day: date) -> str:
    """At the end of October 2020; on 15 October 2020, where that is not the end of the month."""
    if day.day == monthrange(day.year, day.month)[1]:
        return f"at the end of {_month(day)}"
    return f"on {words.long_day(day)}"


def signed(percent: Fraction | int) -> str:
    """+22.5%, −5.4%, 0%, and +20% of a whole number."""
    shown = f"{percent:+d}" if isinstance(percent, int) else f"{float(percent):+.1f}"
    if not float(shown):
        return "0%"
    return f"{shown.replace('-', MINUS)}%"


def change(series: Sequence[Level], months: int) -> Change | None:
    """To the last day of the series from so many months before; None where it does not go back."""
    return next((each for each in changes_to_last(series) if each.months == months), None)


def changes_to_last(series: Sequence[Level]) -> list[Change]:
    """From every earlier day of the series to its last, the newest first."""
    ordered = sorted(series)
    return [Change(base, ordered[-1]) for base in ordered[-2::-1]]


@dataclass(frozen=True)
class Printed:
    """A change in percent as somebody printed it: over so many months, to the last of a series."""

    percent: int
    months: int
    source: str = ""


WITH_PARENTS = tuple(
    Printed(percent, months, "scrutiny panel, papers of 7 December 2020, line 420")
    for percent, months in ((20, 12), (13, 6), (-1, 3))
)
"""Of the 87 children with parents at the end of October 2020."""


@dataclass(frozen=True)
class Reading:
    """What a series gives where a percentage was printed.

    `meant` are its changes over about those months, the nearest first, or over the longest there
    is; `giving` all that round to what was printed, over whatever months; `bases` the numbers of
    children that would give it, none where no whole number does.
    """

    printed: Printed
    meant: tuple[Change, ...]
    giving: tuple[Change, ...]
    bases: tuple[int, ...]

    def __str__(self) -> str:
        over = words.count(self.printed.months, "month")
        said = f"Printed {signed(self.printed.percent)} over {over}."
        given = "; ".join(_from(each) for each in self.meant)
        longest = max(each.months for each in self.meant)
        short = "" if longest >= self.printed.months else ", and does not go back further"
        return " ".join([said, f"The series gives {given}{short}.", self._giving()])

    def _giving(self) -> str:
        printed = signed(self.printed.percent)
        if any(each.months == self.printed.months for each in self.giving):
            return "So the two agree."
        if self.giving:
            found = " and ".join(f"the end of {_month(each.base[0])}" for each in self.giving)
            return f"What was printed is counted from {found}."
        return f"No month of it gives {printed}, {self._if_bases()}."

    def _if_bases(self) -> str:
        if self.bases:
            some = " or ".join(f"{number:,}" for number in self.bases)
            return f"which takes {some} children at the start"
        now = self.meant[0].now
        if not now[1] or self.printed.percent <= -100:
            return "and no number of children does"
        low, high = _around(now, self.printed.percent)
        return (
            f"and no number of children does: {low.base[1]:,} would be {_share(low)} and "
            f"{high.base[1]:,} {_share(high)}"
        )


def changes(
    series: Sequence[Level], printed: Iterable[Printed] = WITH_PARENTS
) -> tuple[Reading, ...]:
    """What the series really gives for each printed percentage, with every base that was meant."""
    all_of_them = changes_to_last(series)
    if not all_of_them:
        raise ValueError("Two days at least are needed to tell a change.")
    return tuple(_reading(all_of_them, each) for each in printed)


def _reading(all_of_them: Sequence[Change], printed: Printed) -> Reading:
    near = [each for each in all_of_them if abs(each.months - printed.months) <= NEAR]
    meant = sorted(near, key=lambda each: abs(each.months - printed.months)) or all_of_them[-1:]
    giving = [each for each in all_of_them if each.is_printed_as(printed.percent)]
    return Reading(printed, tuple(meant), tuple(giving), _bases(meant[0].now, printed.percent))


def _bases(now: Level, percent: int) -> tuple[int, ...]:
    """The numbers of children from which it is so many percent to now."""
    if percent <= -100:
        return ()
    # The base is about 100 / (100 + percent) of now, and off by a half percent at the most.
    first = 200 * now[1] // (200 + 2 * percent + 1)
    last = 200 * now[1] // (200 + 2 * percent - 1) + 1 if percent > -99 else first
    tried = ((number, Change((now[0], number), now)) for number in range(max(first, 1), last + 1))
    return tuple(number for number, each in tried if each.is_printed_as(percent))


def _around(now: Level, percent: int) -> tuple[Change, Change]:
    """From the two whole numbers between which the base would lie."""
    low = 100 * now[1] // (100 + percent)
    return Change((now[0], low), now), Change((now[0], low + 1), now)


def _from(each: Change) -> str:
    over = words.count(each.months, "month")
    return f"{_share(each)} from the end of {_month(each.base[0])} ({over})"


def _share(each: Change) -> str:
    return "no percentage" if each.percent is None else signed(each.percent)


def _month(day: date) -> str:
    return f"{day:%B} {day.year}"
