"""Why children wait: the days past a limit by what they are put down to, in one statement.

A day is lost where a wait is past its limit on it, justified or not; a day on which two waits are
is lost twice. It belongs to the team of the child's social worker on that day. Days that nobody
has put down to anything are unexplained, and stand before everything else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from casetrack import dates, words
from casetrack.models import Child, Team
from oversight.clocks.registry import CLOCKS
from oversight.models import Cause
from oversight.models.states import known_day
from oversight.suppression import suppressed_sums

UNEXPLAINED = "unexplained"
NO_TEAM = "none"
MONTHS = 12
SAID = {UNEXPLAINED: "Unexplained"} | {
    cause.value: f"{cause.label[:1].upper()}{cause.label[1:]}" for cause in Cause
}

# What is past its limit in the months asked for, cut by cause, by team and by month; what no cause
# and no allocation covers is a part of its own. What is materialized would else be worked out anew
# for every month that it is compared with.
LOST = """
WITH child AS ({children}),
past AS (
    SELECT row.child_id, row.clock, row.subject, row.started_on, days
    FROM oversight_clockrow AS row
    JOIN child ON child.id = row.child_id
    CROSS JOIN LATERAL (
        SELECT greatest(row.due_on + 1, row.runs_from, %(first)s::date) AS lost_from,
            least(row.stopped_on, child.on_day + 1, %(end)s::date) AS lost_to
    ) AS lost
    CROSS JOIN LATERAL (
        SELECT daterange(lost_from, greatest(lost_from, lost_to)) AS days
    ) AS lost_days
    WHERE row.due_on IS NOT NULL AND NOT isempty(days) AND row.clock = ANY(%(clocks)s)
),
said AS (
    SELECT past.*, cause, days * daterange(starts_on, ends_on) AS part
    FROM past
    JOIN oversight_delaycause USING (child_id, clock, subject, started_on)
    WHERE days && daterange(starts_on, ends_on)
),
explained AS (
    SELECT child_id, clock, subject, started_on, days, range_agg(part) AS parts
    FROM said GROUP BY child_id, clock, subject, started_on, days
),
by_cause AS (
    SELECT child_id, clock, cause, part FROM said
    UNION ALL
    SELECT child_id, clock, %(unexplained)s,
        unnest(datemultirange(days) - coalesce(parts, '{{}}'))
    FROM past LEFT JOIN explained USING (child_id, clock, subject, started_on, days)
),
allocated AS (
    SELECT child_id, team_id, daterange(starts_on, ends_on) AS with_team
    FROM casetrack_allocation
    JOIN casetrack_worker ON casetrack_worker.id = worker_id
    WHERE role = 'social-worker' AND child_id IN (SELECT child_id FROM past)
),
by_team AS (
    SELECT * FROM allocated
    UNION ALL
    SELECT child_id, NULL, unnest(
        '{{(,)}}'::datemultirange - coalesce(range_agg(with_team), '{{}}')
    )
    FROM (SELECT DISTINCT child_id FROM past) AS late
    LEFT JOIN allocated USING (child_id)
    GROUP BY child_id
),
held AS MATERIALIZED (
    SELECT child_id, clock, cause, team_id, lower(piece) AS lost_from, upper(piece) AS lost_to
    FROM by_cause
    JOIN by_team USING (child_id)
    CROSS JOIN LATERAL (SELECT part * with_team AS piece) AS pieces
    WHERE NOT isempty(piece)
),
by_month AS MATERIALIZED (
    SELECT day::date AS month, (day + interval '1 month')::date AS month_end
    FROM generate_series(%(first)s::date, %(end)s::date - 1, interval '1 month') AS day
),
lost AS (
    SELECT child_id, clock, cause, team_id, month,
        least(lost_to, month_end) - greatest(lost_from, month) AS days
    FROM held JOIN by_month ON lost_from < month_end AND lost_to > month
)
"""
COUNTED = """
SELECT grouping(cause, team_id, clock, month), cause, team_id, clock, month,
    coalesce(sum(days), 0)::int,
    coalesce(sum(days) FILTER (WHERE cause = %(unexplained)s), 0)::int,
    count(DISTINCT child_id)::int
FROM lost
GROUP BY GROUPING SETS ((), (cause), (team_id), (clock), (month))
"""
BEHIND = """
SELECT child_id, sum(days)::int,
    coalesce(sum(days) FILTER (WHERE cause = %(unexplained)s), 0)::int
FROM lost
WHERE (%(cause)s = '' OR cause = %(cause)s)
    AND (%(team)s = '' OR coalesce(team_id::text, %(no_team)s) = %(team)s)
    AND (%(clock)s = '' OR clock = %(clock)s)
    AND (%(month)s::date IS NULL OR month = %(month)s)
GROUP BY child_id
ORDER BY 2 DESC, 1
"""
# Which column the bits of GROUPING leave: the others are rolled up.
WHOLE, OF_CAUSE, OF_TEAM, OF_CLOCK, OF_MONTH = 0b1111, 0b0111, 0b1011, 0b1101, 0b1110


@dataclass(frozen=True)
class Months:
    """Twelve months, the last of them that of `last` (its first day)."""

    last: date

    @classmethod
    def up_to(cls, day: date) -> "Months":
        return cls(day.replace(day=1))

    @property
    def first(self) -> date:
        return dates.add_months(self.last, 1 - MONTHS)

    @property
    def end(self) -> date:
        """The first day that is no longer in them."""
        return dates.add_months(self.last, 1)

    @property
    def end_day(self) -> date:
        """The last day that is in them."""
        return self.end - timedelta(days=1)

    @property
    def all(self) -> list[date]:
        return [dates.add_months(self.first, number) for number in range(MONTHS)]


@dataclass(frozen=True)
class Line:
    """One part of a table: `days` and what is `unexplained` of them; None where hidden.

    `code` is what the part is asked for by. For its bar, in per cent of the greatest in the table:
    `share` is all of it, `hatched` what is unexplained.
    """

    code: str
    words: str
    days: int | None
    unexplained: int | None
    children: int | None
    share: int = 0
    hatched: int = 0


@dataclass(frozen=True)
class Table:
    title: str
    by: str
    lines: list[Line]


@dataclass(frozen=True)
class Ledger:
    """What was lost in some months; the figures of a whole are those of each of its tables."""

    days: int | None
    unexplained: int | None
    children: int | None
    tables: list[Table]

    @property
    def share(self) -> str:
        """What part of the days is unexplained, in whole per cent; rounded, but never to none."""
        if not self.days or self.unexplained is None:
            return ""
        part = 100 * self.unexplained / self.days
        return "under 1%" if 0 < part < 0.5 else f"{part:.0f}%"


def ledger(children: QuerySet[Child], months: Months, day: date) -> Ledger:
    """The days that these children lost in these months, as known on `day`: two queries."""
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for which, *columns, days, unexplained, behind in _asked(COUNTED, children, months, day):
        code = next((str(column) for column in columns if column is not None), NO_TEAM)
        found.setdefault(which, []).append((code, days, unexplained, behind))
    _, days, unexplained, behind = found.get(WHOLE, [("", 0, 0, 0)])[0]
    teams = {str(team.pk): team.name for team in Team.objects.filter(pk__in=_ids(found, OF_TEAM))}
    by_month = {str(month): words.month(month) for month in months.all}
    return Ledger(
        days,
        unexplained,
        behind,
        [
            _table("What it is put down to", "cause", found.get(OF_CAUSE, []), SAID, first=True),
            _table(
                "Team of the social worker",
                "team",
                found.get(OF_TEAM, []),
                teams | {NO_TEAM: "No social worker, or none in a team"},
            ),
            _table(
                "Clock",
                "clock",
                found.get(OF_CLOCK, []),
                {code: clock.title for code, clock in CLOCKS.items()},
            ),
            _table("Month", "month", found.get(OF_MONTH, []), by_month, in_order=True),
        ],
    )


def without_small_numbers(whole: Ledger) -> Ledger:
    """The same for people who may see no child: what few children are behind is hidden."""
    tables = []
    known = True
    for table in whole.tables:
        parts = {line.code: (line.days or 0, line.children or 0) for line in table.lines}
        shown_whole, shown = suppressed_sums(parts, whole.children or 0)
        known = known and shown_whole is not None
        lines = [
            replace(line, days=shown[line.code], unexplained=None, children=None)
            for line in table.lines
        ]
        tables.append(replace(table, lines=_in_an_order_that_says_nothing(table, lines)))
    if not known:
        tables = [
            replace(table, lines=[replace(line, days=None) for line in table.lines])
            for table in tables
        ]
    causes = {line.code: line.days for line in tables[0].lines}
    unexplained = causes.get(UNEXPLAINED, 0)
    return Ledger(whole.days if known else None, unexplained, None, tables)


def behind(
    children: QuerySet[Child], months: Months, day: date, **chosen: Any
) -> list[tuple[int, int, int]]:
    """The children behind a figure, most days first: (id, days, unexplained)."""
    asked = {"cause": "", "team": "", "clock": "", "month": None, "no_team": NO_TEAM} | chosen
    return _asked(BEHIND, children, months, day, **asked)


def _asked(
    question: str, children: QuerySet[Child], months: Months, day: date, **more: Any
) -> list[tuple[Any, ...]]:
    on_day = known_day(day, "authority")
    named = children.annotate(on_day=on_day).order_by().values("id", "on_day")
    try:
        sql, parameters = named.query.sql_with_params()
    except EmptyResultSet:
        return []
    given = {
        "first": months.first,
        "end": months.end,
        "clocks": list(CLOCKS),
        "unexplained": UNEXPLAINED,
        **more,
    }
    # The children's own parameters stand by place: they are given names here.
    names = {f"child_{number}": each for number, each in enumerate(parameters)}
    first, *rest = sql.split("%s")
    inner = first + "".join(f"%({name})s{text}" for name, text in zip(names, rest, strict=True))
    with connection.cursor() as cursor:
        cursor.execute(LOST.format(children=inner) + question, given | names)
        return list(cursor.fetchall())


def _ids(found: dict[int, list[tuple[str, int, int, int]]], which: int) -> list[int]:
    return [int(code) for code, *_ in found.get(which, []) if code != NO_TEAM]


def _table(
    title: str,
    by: str,
    found: Sequence[tuple[str, int, int, int]],
    said: dict[str, str],
    *,
    first: bool = False,
    in_order: bool = False,
) -> Table:
    """Most days first; `first` has its first word always stand first, `in_order` keeps them all."""
    counted = {code: (days, unexplained, behind) for code, days, unexplained, behind in found}
    codes = [
        code for code in said if in_order or code in counted or (first and code == UNEXPLAINED)
    ]
    most = max((days for days, _, _ in counted.values()), default=0) or 1
    lines = [
        Line(
            code,
            said[code],
            days,
            unexplained,
            behind,
            share=round(100 * days / most),
            hatched=round(100 * unexplained / most),
        )
        for code in codes
        for days, unexplained, behind in [counted.get(code, (0, 0, 0))]
    ]
    if not in_order:
        lines.sort(key=lambda line: (line.code != UNEXPLAINED, -(line.days or 0), line.words))
    return Table(title, by, lines)


def _in_an_order_that_says_nothing(table: Table, lines: list[Line]) -> list[Line]:
    """What is shown by size, what is hidden by name; its bars too speak of what is shown alone."""
    most = max((line.days or 0 for line in lines), default=0) or 1
    drawn = [replace(line, share=round(100 * (line.days or 0) / most), hatched=0) for line in lines]
    if table.by == "month":
        return drawn
    return sorted(drawn, key=lambda line: (line.code != UNEXPLAINED, -(line.days or 0), line.words))
