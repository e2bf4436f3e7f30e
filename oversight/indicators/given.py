"""What was entered for an authority: figures that nothing here can count, as the population."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from casetrack.models import Authority
from oversight.indicators.indicator import Given, Indicator
from oversight.models import EnteredFigure


@dataclass(frozen=True)
class Entry:
    """One figure of one source, of a day."""

    on_day: date
    value: float
    number: int | None
    of: float | None
    source: str


@dataclass(frozen=True)
class Entered:
    """By code the figures that were entered, the oldest day first; of one day the newest last."""

    by_code: dict[str, list[Entry]]

    @classmethod
    def of(
        cls, authority: Authority, indicators: Iterable[Indicator], days: Sequence[date]
    ) -> "Entered":
        codes = {code for indicator in indicators for code in needed(indicator)}
        if not codes or not days:
            return cls({})
        rows = EnteredFigure.objects.filter(
            authority=authority, code__in=codes, on_day__lte=max(days)
        )
        found: dict[str, list[Entry]] = defaultdict(list)
        for row in rows.order_by("on_day", "as_at", "pk"):
            number = None if row.number is None else int(row.number)
            of = None if row.of is None else float(row.of)
            found[row.code].append(Entry(row.on_day, float(row.value), number, of, row.source))
        return cls(dict(found))

    def newest(self, code: str, day: date) -> float | None:
        """What is in force on the day: of the last day not after it, as its source last had it."""
        known = [entry.value for entry in self.by_code.get(code, ()) if entry.on_day <= day]
        return known[-1] if known else None

    def on(self, code: str, day: date) -> Entry | None:
        """The figure of that very day; of several sources the one that had it last."""
        found = [entry for entry in self.by_code.get(code, ()) if entry.on_day == day]
        return found[-1] if found else None


def needed(indicator: Indicator) -> set[str]:
    """The codes of what must be entered for an indicator."""
    given = {
        each.code for each in (indicator.denominator, indicator.less) if isinstance(each, Given)
    }
    return given if indicator.own else {*given, indicator.code}
