"""The moves of an authority's children in a year, and the homes that were feared, from the record.

Each is read in one statement. They are two kinds of pounds: nothing here gives both.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.db import connection

from casetrack import dates
from casetrack.models import Authority
from oversight.indicators.compute import with_facts
from oversight.indicators.forecast.recorded import HOMES
from oversight.models import FearedHome, SavingsWork
from oversight.pathways.facts import STAYS
from oversight.savings.ledger import (
    NOTHING,
    Avoided,
    Home,
    Line,
    Move,
    Moves,
    Part,
    Supposed,
    Work,
    Year,
    avoided,
    moves_of,
    stops_on,
)
from oversight.weekly_rates import NoRate, Prices

BEGAN_ONE = "SELECT child_id FROM homes WHERE starts_on BETWEEN %(first)s AND %(day)s"
NAMED = "SELECT unnest(%(children)s::bigint[])"


@dataclass(frozen=True)
class Lived:
    """A child's homes in order, temporary stays among them, and when the care began they are of."""

    born_on: date | None
    homes: tuple[tuple[Home, date], ...]

    def on(self, day: date) -> Home | None:
        """The home of the day."""
        for home, _ in self.homes:
            if dates.holds_on(home.starts_on, home.ends_on, day):
                return home
        return None

    def moves(self, prices: Prices, year: Year) -> tuple[list[Move], int]:
        """Hers in the year; a temporary stay is no home to move to, or from."""
        homes = [each for each in self.homes if each[0].parts[0].type not in STAYS]
        return moves_of(homes, self.born_on, prices, year)


def moves(authority: Authority, year: Year, prices: Prices) -> Moves:
    """All of the year, and what the work towards them cost."""
    made: list[Move] = []
    apart = 0
    for lived in _lived(authority, BEGAN_ONE, first=year.starts_on, day=year.day).values():
        hers, hers_apart = lived.moves(prices, year)
        made += hers
        apart += hers_apart
    return Moves(year, tuple(made), works(authority, year), apart)


def works(authority: Authority, year: Year) -> tuple[Work, ...]:
    """What was paid for on some day of the year, in the order in which it began."""
    rows = SavingsWork.objects.filter(
        authority=authority, starts_on__lt=year.until, ends_on__gt=year.starts_on
    )
    values = rows.order_by("starts_on", "name")
    return tuple(
        Work(*each)
        for each in values.values_list("name", "pounds", "starts_on", "ends_on", "source")
    )


@dataclass(frozen=True)
class Judged:
    """A home that was feared, and what it comes to in the year; None where that is not known.

    `why_not` says why it is not.
    """

    feared: FearedHome
    lines: tuple[Line, ...] = ()
    pounds: Avoided | None = None
    why_not: str = ""


def judged(authority: Authority, year: Year, prices: Prices) -> list[Judged]:
    """All homes that were feared on some day of the year."""
    rows = FearedHome.objects.filter(child__authority=authority, from_on__lte=year.day)
    pairs = [(each, _supposed(each)) for each in rows.order_by("from_on", "pk")]
    pairs = [pair for pair in pairs if pair[1].ends_on > year.starts_on]
    lived = _lived(authority, NAMED, children=[feared.child_id for feared, _ in pairs])
    return [
        _judged(feared, supposed, lived.get(feared.child_id), year, prices)
        for feared, supposed in pairs
    ]


def total(all_judged: Iterable[Judged]) -> Avoided:
    """At the lowest, the central and the highest chance; what is not known is left out."""
    known = [each.pounds for each in all_judged if each.pounds is not None]
    return sum(known, Avoided(NOTHING, NOTHING, NOTHING))


def _supposed(feared: FearedHome) -> Supposed:
    return Supposed(
        feared.type,
        feared.provider,
        feared.from_on,
        (feared.low, feared.central, feared.high),
        feared.most_weeks,
        feared.judged_by,
    )


def _judged(
    feared: FearedHome, supposed: Supposed, lived: Lived | None, year: Year, prices: Prices
) -> Judged:
    home = lived.on(feared.from_on) if lived else None
    if lived is None or home is None:
        return Judged(feared, why_not="No home is recorded for that day.")
    until = stops_on(home, lived.born_on, year.until)
    try:
        lines, pounds = avoided(home, supposed, prices, year.starts_on, until)
    except NoRate as missing:
        return Judged(feared, why_not=str(missing))
    return Judged(feared, lines, pounds)


@cache
def _statement(of: str) -> str:
    """The homes of the children that `of` selects, in order."""
    facts = with_facts({"homes": HOMES, "born": "SELECT child_id, born_on FROM child"})
    return f"""{facts}
SELECT child_id, home_id, born_on, began_on, type, provider, starts_on, ends_on
FROM homes JOIN born USING (child_id)
WHERE child_id IN ({of}) AND coalesce(starts_on < ends_on, true)
ORDER BY child_id, starts_on"""


def _lived(authority: Authority, of: str, **params: Any) -> dict[int, Lived]:
    with connection.cursor() as cursor:
        cursor.execute(_statement(of), {"authority": authority.pk, **params})
        rows = cursor.fetchall()
    by_child = groupby(rows, key=itemgetter(0))
    return {child: _of_child(child, list(hers)) for child, hers in by_child}


def _of_child(child: int, rows: list[tuple[Any, ...]]) -> Lived:
    return Lived(rows[0][2], tuple(_homes(child, rows)))


def _homes(child: int, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Home, date]]:
    """One after the other, those that follow each other with one carer taken together."""
    parts: list[Part] = []
    for at, (_, home, _, began_on, *part) in enumerate(rows):
        parts.append(Part(*part))
        after = rows[at + 1] if at + 1 < len(rows) else None
        if after is None or (after[1], after[3], after[6]) != (home, began_on, part[3]):
            yield Home(child, tuple(parts)), began_on
            parts = []
