"""Count indicators of an authority as at any days, in two statements whatever the number of days.

A row of an indicator's select is in the window of every day from some day on up to some other, so
with the days in order it is a stretch of their places: +1 where it comes in, -1 where it goes out,
and the sums up to each place are the counts. No row is joined with every day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from casetrack import dates
from casetrack.models import Authority
from oversight.clocks.engine import FACTS as CLOCK_FACTS
from oversight.clocks.registry import CLOCKS
from oversight.indicators.given import Entered, needed
from oversight.indicators.indicator import (
    OPTIONAL,
    TIMES,
    By,
    Counted,
    Given,
    How,
    Indicator,
    Over,
    Shape,
)

EPOCH = date(2000, 1, 1)
NUMBER, OF = "n", "d"


RULES = {f"wait_{code.replace('-', '_')}": clock for code, clock in CLOCKS.items()}
"""Of each clock the waits as its rule has them, computed already whenever facts change."""


def _facts() -> dict[str, str]:
    """Those of the clocks, the waits that these give, and those that indicators share.

    Waits are looked up child by child: the index that finds them begins with the child, and of all
    waits that there ever were a clock has few.
    """
    text = (Path(__file__).parent / "facts.sql").read_text()
    own = dict(re.findall(r"^(\w+) AS \(\n(.*?)^\)", text, flags=re.DOTALL | re.MULTILINE))
    waits = {
        name: f"""
    SELECT child_id, started_on, start_known, runs_from, stopped_on, stopped_by, due_on
    FROM oversight_clockrow
    WHERE clock = '{clock.code}' AND child_id = ANY(ARRAY(SELECT child_id FROM scope))
"""
        for name, clock in RULES.items()
    }
    return {**CLOCK_FACTS, **waits, **own}


FACTS = _facts()


@dataclass(frozen=True)
class Figure:
    """An indicator as at a day: `number`, `of` where there is a whole, and the value made of them.

    `unknown` were left out because the start of what is averaged is not known. `value` is None
    where there is nothing to divide by, and `why` then says so. `number` is None where the day is
    one that nothing is known of.
    """

    indicator: Indicator
    on_day: date
    number: int | None
    of: float | None = None
    value: float | None = None
    unknown: int = 0
    why: str = ""


@dataclass(frozen=True)
class Asked:
    """What is asked of an authority: as at which days (in order), told apart by what, of whom."""

    authority: Authority
    days: tuple[date, ...]
    by: By | None = None
    only: tuple[tuple[By, str], ...] = ()

    def first(self, over: Over) -> list[date]:
        """Of each day the first of the window that ends with it."""
        eve = timedelta(days=1)
        return [dates.add_months(day + eve, -over.months) for day in self.days]


ALL = "*"
"""The group of everybody, where figures are told apart."""


def figures(asked: Asked, indicators: Sequence[Indicator]) -> dict[str, dict[str, list[Figure]]]:
    """By code and group the figure of each day; the group of everybody is `ALL`.

    A fixed number of statements: the days that are known, what was entered, and what is counted of
    children in care of late, and of all where it may lie after care.
    """
    own = [each for each in indicators if each.own]
    entered = Entered.of(asked.authority, indicators, asked.days)
    counted = _counted(asked, own)
    known = Known.of(asked.authority)
    found: dict[str, dict[str, list[Figure]]] = {}
    for indicator in indicators:
        groups = {group for code, _, group in counted if code == indicator.code} | {ALL}
        found[indicator.code] = {
            group: [
                known.unless_unknown(_unless_apart(figure, bool(asked.only) or group != ALL))
                for figure in (
                    _figure(indicator, day, (number, of), entered)
                    for day, number, of in _by_day(asked, counted, indicator, group)
                )
            ]
            for group in sorted(groups)
        }
    return found


@cache
def mark(indicator: Indicator) -> str:
    """The digest of the definition, with the text of the facts and rules that it counts from."""
    needed = _needed({str(place): side.sql for place, side in enumerate(indicator.sides)})
    texts = FACTS | {name: clock.sql for name, clock in RULES.items()}
    return indicator.digest(texts[name] for name in sorted(needed & texts.keys()))


def series(asked: Asked, indicator: Indicator) -> list[Figure]:
    return figures(asked, [indicator])[indicator.code][ALL]


Sums = tuple[int, float, int]
"""How many rows, the sum of their values, and of how many the value is not known."""


def _by_day(
    asked: Asked, counted: Mapping[tuple[str, str, str], list[Sums]], of: Indicator, group: str
) -> Iterable[tuple[date, Sums, Sums]]:
    nothing: list[Sums] = [(0, 0.0, 0)] * len(asked.days)
    number, whole = (counted.get((of.code, side, group), nothing) for side in (NUMBER, OF))
    return zip(asked.days, number, whole, strict=True)


def _figure(indicator: Indicator, day: date, sums: tuple[Sums, Sums], entered: Entered) -> Figure:
    if not indicator.own:
        return _entered(indicator, day, entered)
    (number, total, unknown), (of, _, _) = sums
    made = Figure(indicator, day, number, unknown=unknown)
    if indicator.shape == Shape.COUNT:
        return replace(made, value=float(number))
    if indicator.shape == Shape.MEAN:
        return _averaged(made, total)
    if indicator.shape == Shape.DIFFERENCE:
        return replace(made, of=of, value=float(number - of))
    if isinstance(indicator.denominator, Given):
        return _divided(made, entered.newest(indicator.denominator.code, day), entered)
    return _divided(made, of, entered)


def _averaged(made: Figure, total: float) -> Figure:
    """Of stretches the days so far: `total` is what their days are short of, from `EPOCH` on."""
    averaged = (made.number or 0) - made.unknown
    if not averaged:
        return replace(made, why="none to average")
    so_far = (made.on_day - EPOCH).days if made.indicator.over == Over.DAY else 0
    return replace(made, value=so_far + total / averaged)


def _unless_apart(figure: Figure, is_apart: bool) -> Figure:
    """What is entered is of the whole council: a team or an age group has no such figure."""
    if not (is_apart and needed(figure.indicator)):
        return figure
    number = figure.number if figure.indicator.own else None
    why = "known of the whole council only"
    return replace(figure, number=number, of=None, value=None, why=why)


def _divided(made: Figure, whole: float | None, entered: Entered) -> Figure:
    indicator, less = made.indicator, 0.0
    if whole is None and isinstance(indicator.denominator, Given):
        return replace(made, why=f"{indicator.denominator.words} not entered")
    if not whole:
        return replace(made, of=whole, why="there were none")
    if indicator.less is not None:
        known = entered.newest(indicator.less.code, made.on_day)
        if known is None:
            return replace(made, of=whole, why=f"{indicator.less.words} not entered")
        less = known
    value = TIMES[indicator.shape] * (made.number or 0) / whole - less
    return replace(made, of=whole, value=value)


def remade(figure: Figure, number: int, of: float | None) -> Figure:
    """The figure as other numbers make it; an average stays, for it is made of what is not told."""
    if (number, of) == (figure.number, figure.of):
        return figure
    shape = figure.indicator.shape
    if shape == Shape.COUNT:
        return replace(figure, number=number, value=float(number))
    if shape == Shape.DIFFERENCE and of is not None:
        return replace(figure, number=number, of=of, value=number - of)
    if shape not in TIMES or not (of and figure.of) or figure.value is None:
        return replace(figure, number=number, of=of)
    less = TIMES[shape] * (figure.number or 0) / figure.of - figure.value
    return replace(figure, number=number, of=of, value=TIMES[shape] * number / of - less)


def _entered(indicator: Indicator, day: date, entered: Entered) -> Figure:
    found = entered.on(indicator.code, day)
    if found is None:
        return Figure(indicator, day, None, why="not entered")
    return Figure(indicator, day, found.number, found.of, found.value)


@dataclass(frozen=True)
class Known:
    """From which day an authority's facts are whole, up to which, and from which people record.

    A return names everybody who left in its year, and of those who left before nobody; so the facts
    are whole from the first day of the year in which the first period of care ended.
    """

    since: date | None
    until: date | None
    recorded_from: date | None

    @classmethod
    def of(cls, authority: Authority) -> "Known":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT coalesce(min(ends_on), min(starts_on))"
                " FROM casetrack_careperiod JOIN casetrack_child ON casetrack_child.id = child_id"
                " WHERE authority_id = %s",
                [authority.pk],
            )
            (first,) = cursor.fetchone()
        since = first and dates.financial_year(first)
        until = None if authority.records_live else authority.known_to
        return cls(since, until, authority.recorded_from)

    def unless_unknown(self, figure: Figure) -> Figure:
        """The figure, or one without numbers where its day or its months are not all known."""
        why = self._why(figure.indicator, figure.on_day)
        if not (figure.indicator.own and why):
            return figure
        return replace(figure, number=None, of=None, value=None, unknown=0, why=why)

    def why(self, first: date, last: date) -> str:
        """Why the days from `first` to `last` are not all known; '' where they are."""
        if self.until is not None and last > self.until:
            return "nothing is known of that day yet"
        if self.since is None or first < self.since:
            return "nothing is known of all those days"
        return ""

    def _why(self, indicator: Indicator, day: date) -> str:
        months = max(indicator.over.months, indicator.looks_back)
        first = dates.add_months(day + timedelta(days=1), -months) if months else day
        if why := self.why(first, day):
            return why
        if indicator.recorded and (self.recorded_from is None or first < self.recorded_from):
            return "people did not record it here yet"
        return ""


def _counted(
    asked: Asked, indicators: Sequence[Indicator]
) -> dict[tuple[str, str, str], list[Sums]]:
    """By code, side and group what is counted as at each day."""
    sides = _sides(indicators) if asked.days else {}
    nothing: Sums = (0, 0.0, 0)
    counted = {}
    for some in _of_like_scope(sides):
        steps: dict[tuple[Side, str], dict[int, Sums]] = defaultdict(dict)
        with counting() as cursor:
            cursor.execute(_statement(some, asked.by, asked.only), _params(asked, some))
            for number, group, place, *sums in cursor.fetchall():
                steps[some[number], group][place] = tuple(sums)
        for (counted_side, group), changes in steps.items():
            each = [changes.get(place, nothing) for place in range(1, len(asked.days) + 1)]
            for code, side in sides[counted_side]:
                counted[code, side, group] = list(accumulate(each, _add))
    return counted


@contextmanager
def counting() -> Iterator[CursorWrapper]:
    """A cursor whose statements put all rows of two facts together at once.

    Of how many rows a fact gives the planner knows nothing. It takes them for few, and would read
    those of one fact again for every row of another, which of many takes ten times as long.
    """
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        yield cursor
        cursor.execute("SET LOCAL enable_nestloop = DEFAULT")


def _add(one: Sums, other: Sums) -> Sums:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2]


@dataclass(frozen=True)
class Side:
    """One side of indicators that is counted: several may share it, in whatever words."""

    counted: Counted
    over: Over

    @property
    def scope(self) -> str:
        return SCOPE if self.counted.after_care is None else IN_CARE_SINCE


def _of_like_scope(sides: Iterable[Side]) -> list[tuple[Side, ...]]:
    """Those that are counted of children in care of late, and those of all, where there are any."""
    found = [
        tuple(side for side in sides if side.scope == scope) for scope in (IN_CARE_SINCE, SCOPE)
    ]
    return [some for some in found if some]


def _since(asked: Asked, sides: Sequence[Side]) -> date:
    """Whose care ended before it counts on none of the days."""
    months = max(side.over.months + (side.counted.after_care or 0) for side in sides)
    return dates.add_months(asked.days[0] + timedelta(days=1), -months)


def _params(asked: Asked, sides: Sequence[Side] = ()) -> dict[str, Any]:
    firsts = {f"first_{over.months}": asked.first(over) for over in Over if over.months}
    only = {f"only_{by}": value for by, value in asked.only}
    since = {"since": _since(asked, sides)} if sides else {}
    return {"authority": asked.authority.pk, "days": list(asked.days), **firsts, **only, **since}


def _sides(indicators: Sequence[Indicator]) -> dict[Side, list[tuple[str, str]]]:
    """Each that is counted, with the code and the side of the indicators that it is of."""
    found: dict[Side, list[tuple[str, str]]] = defaultdict(list)
    for indicator in indicators:
        for side, counted in ((NUMBER, indicator.numerator), (OF, indicator.denominator)):
            if isinstance(counted, Counted):
                over = indicator.over if counted.how != How.ON_DAY else Over.DAY
                found[Side(replace(counted, words=""), over)].append((indicator.code, side))
    return found


@cache
def _statement(sides: tuple[Side, ...], by: By | None, only: tuple[tuple[By, str], ...]) -> str:
    """Of each side: its number, group, place, and what changes there of the three sums. All are of
    the same scope.
    """
    asked_of = tuple(each for each, _ in only)
    parts: dict[str, str] = {}
    selects = []
    for number, side in enumerate(sides):
        for group in (None, by) if by else (None,):
            told_by = tuple(dict.fromkeys([*asked_of, *([group] if group else [])]))
            name = f"placed_{number}{'_apart' if group else ''}"
            parts[name] = placed(side.counted, side.over, told_by)
            selects.append(_stepped(number, group, name, asked_of))
    return f"{with_facts(parts, sides[0].scope)} {' UNION ALL '.join(selects)}"


def _stepped(number: int, group: By | None, name: str, asked_of: Sequence[By]) -> str:
    told = f"group_{group}" if group else f"'{ALL}'"
    return f"""
SELECT {number}, {told}, place, sum(sign)::int,
    coalesce(sum(sign * value) FILTER (WHERE known), 0)::float,
    coalesce(sum(sign) FILTER (WHERE NOT known), 0)::int
FROM {name}
CROSS JOIN LATERAL (VALUES (place_from, 1), (place_to, -1)) AS steps (place, sign)
WHERE place_from < place_to AND place <= cardinality(%(days)s::date[]) AND {of_groups(asked_of)}
GROUP BY {"2, 3" if group else "3"}"""


def of_groups(asked_of: Iterable[By]) -> str:
    return " AND ".join(f"group_{each} = %(only_{each})s" for each in asked_of) or "true"


SCOPE = "SELECT id AS child_id FROM casetrack_child WHERE authority_id = %(authority)s"
"""All children whom the authority ever had."""
IN_CARE_SINCE = f"""{SCOPE} AND id IN (
    SELECT child_id FROM casetrack_careperiod WHERE coalesce(ends_on >= %(since)s, true)
)"""
"""Those of them whose care lasts, or ended on that day or later: of a long history a few."""


def with_facts(parts: Mapping[str, str], scope: str = SCOPE) -> str:
    """WITH, the children of the scope, the facts that the parts need, and the parts."""
    steps = {"scope": scope, **FACTS, **parts}
    needed = _needed(parts)
    named = ",\n".join(f"{name} AS ({step})" for name, step in steps.items() if name in needed)
    return f"WITH {named}"


def _needed(parts: Mapping[str, str]) -> set[str]:
    """The parts, and the names of all steps that they are made of."""
    steps = {"scope": SCOPE, **FACTS, **parts}
    needed = set(parts)
    for name in reversed(steps):
        if name in needed:
            needed |= set(re.findall(r"\w+", steps[name])) & steps.keys()
    return needed


def placed(counted: Counted, over: Over, told_by: tuple[By, ...]) -> str:
    """The rows with the place of the first day that they count for and of the next they do not.

    Columns: `child_id`, `group_<by>` of each, `place_from`, `place_to`, `value`, `known`.
    """
    rows = (_stretches if counted.stretches else _events)(counted, over, told_by)
    if counted.how not in (How.DURING, How.CHILDREN):
        return rows
    groups = "".join(f", group_{by}" for by in told_by)
    return f"""
SELECT child_id{groups}, lower(places) AS place_from, upper(places) AS place_to,
    1 AS value, true AS known
FROM (
    SELECT child_id{groups}, range_agg(int4range(place_from, place_to)) AS held
    FROM ({rows}) AS rows WHERE place_from < place_to GROUP BY child_id{groups}
) AS merged
CROSS JOIN LATERAL unnest(held) AS places"""


def _stretches(counted: Counted, over: Over, told_by: tuple[By, ...]) -> str:
    """Cut to the days of each group; in the months after it a stretch counts with its last one."""
    joins = " ".join(
        f"JOIN by_{by} ON by_{by}.child_id = counted.child_id"
        f" AND coalesce(by_{by}.starts_on < counted.ends_on, true)"
        f" AND coalesce(counted.starts_on < by_{by}.ends_on, true)"
        for by in told_by
    )
    starts = ", ".join(["counted.starts_on", *(f"by_{by}.starts_on" for by in told_by)])
    ends = ", ".join(["counted.ends_on", *(f"by_{by}.ends_on" for by in told_by)])
    place_to = "width_bucket(to_day - 1, %(days)s::date[]) + 1"
    if counted.how == How.DURING:
        last = f"width_bucket(to_day - 1, %(first_{over.months})s::date[]) + 1"
        place_to = f"CASE WHEN is_last THEN {last} ELSE {place_to} END"
    return f"""
SELECT child_id{_names(told_by)}, width_bucket(from_day - 1, %(days)s::date[]) + 1 AS place_from,
    {place_to} AS place_to, '{EPOCH}'::date - since AS value, known
FROM (
    SELECT counted.child_id{_values(told_by)}, greatest({starts}) AS from_day,
        coalesce(least({ends}), 'infinity') AS to_day,
        least({ends}) IS NOT DISTINCT FROM counted.ends_on AS is_last,
        {_given(counted, "since")} AS since, {_given(counted, "known")} AS known
    FROM ({counted.sql}) AS counted {joins}
) AS cut
WHERE from_day < to_day"""


def _events(counted: Counted, over: Over, told_by: tuple[By, ...]) -> str:
    """Of the groups of the day before, or of the day itself where it is what begins then."""
    on_day = "counted.on_day" if counted.at_once else "counted.on_day - 1"
    joins = " ".join(
        f"JOIN by_{by} ON by_{by}.child_id = counted.child_id AND by_{by}.starts_on <= {on_day}"
        f" AND coalesce(by_{by}.ends_on > {on_day}, true)"
        for by in told_by
    )
    return f"""
SELECT counted.child_id{_values(told_by)},
    width_bucket(counted.on_day - 1, %(days)s::date[]) + 1 AS place_from,
    width_bucket(counted.on_day, %(first_{over.months})s::date[]) + 1 AS place_to,
    {_given(counted, "value")} AS value, {_given(counted, "known")} AS known
FROM ({counted.sql}) AS counted {joins}"""


def _names(told_by: Iterable[By]) -> str:
    return "".join(f", group_{by}" for by in told_by)


def _values(told_by: Iterable[By]) -> str:
    return "".join(f", by_{by}.value AS group_{by}" for by in told_by)


def _given(counted: Counted, column: str) -> str:
    default = OPTIONAL[column] if column != "since" else "counted.starts_on"
    return f"counted.{column}" if column in counted.gives else default


def behind(asked: Asked, indicator: Indicator) -> list[tuple[int, float, bool]]:
    """Of the one day that is asked about: the children counted, each with the value and whether it
    is known; a child may be there more than once. The value of a stretch is its days so far.
    """
    (day,) = asked.days
    counted = indicator.numerator
    if counted is None:
        return []
    asked_of = [each for each, _ in asked.only]
    side = Side(counted, indicator.over)
    rows = placed(counted, indicator.over, tuple(asked_of))
    statement = f"""{with_facts({"counted_rows": rows}, side.scope)}
SELECT child_id, value, known FROM counted_rows
WHERE place_from = 1 AND place_to > 1 AND {of_groups(asked_of)} ORDER BY child_id, value"""
    with counting() as cursor:
        cursor.execute(statement, _params(asked, [side]))
        found = cursor.fetchall()
    so_far = (day - EPOCH).days if counted.how == How.ON_DAY else 0
    return [(child, float(value) + so_far, known) for child, value, known in found]


def averaged(asked: Asked, indicator: Indicator) -> list[tuple[int, int, bool]]:
    """What is averaged, row by row: from the place of which of the days on it counts, up to which
    other, and whether its value is known.
    """
    counted = indicator.numerator
    if counted is None or not asked.days:
        return []
    statement = f"""{with_facts({"counted_rows": placed(counted, indicator.over, ())})}
SELECT place_from - 1, place_to - 1, known FROM counted_rows
WHERE place_from < place_to AND place_from <= cardinality(%(days)s::date[]) ORDER BY 1, 2"""
    with counting() as cursor:
        cursor.execute(statement, _params(asked))
        return [(first, end, known) for first, end, known in cursor.fetchall()]


def happened(authority: Authority, indicator: Indicator, first: date, last: date) -> list[date]:
    """The days on which what an indicator counts happened, from the first day to the last."""
    counted = indicator.numerator
    if counted is None or counted.how != How.EVENTS:
        return []
    statement = f"""{with_facts({"told": counted.sql})}
SELECT on_day FROM told WHERE on_day BETWEEN %(first)s AND %(last)s ORDER BY on_day"""
    with counting() as cursor:
        cursor.execute(statement, {"authority": authority.pk, "first": first, "last": last})
        return [day for (day,) in cursor.fetchall()]
