"""The tracker queue's questions: one statement lists a page of children, one counts the chips.

The SQL here names no tables. It joins queries that the models have written (who may be seen, what
holds on the day, which waits run) so that one pass over them finds each child's most serious wait.
`on_day` is the day asked for, or the last that the child's authority knows of.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateField, F, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Lower

from casetrack import search
from casetrack.models import Allocation, CarePeriod, Child, LegalStatus
from casetrack.models.codes import SHORT_BREAKS
from oversight.clocks.registry import CLOCKS
from oversight.homes import HOME_GROUPS
from oversight.models import ClockRow
from oversight.models.states import known_day
from oversight.queue_filters import AGES, NO_PLAN, SHOW, Filters
from oversight.queue_row import QueueRow, stays
from oversight.waits import IN_TIME, NEVER_DUE, STATE_ORDER, by_child, running, with_answers
from permanence.models import PermanencePlan, Rank
from placements.models import Placement

PAGE = 50
# A page for print or export is whole; beyond this a browser has no pleasure in it.
WHOLE = 1000

# What a list may be sorted by: expressions over `listed`, each without nulls, all one way.
SERIOUS = ["coalesce(seriousness, 10)", "coalesce(state_order, 10)", "coalesce(days_left, 200000)"]
SORT_KEYS = {
    "serious": [*SERIOUS, "coalesce(clock, '')", "reference", "id"],
    "name": ["last", "first", "reference", "id"],
    "age": ["coalesce(born_on, expected_on)", "reference", "id"],
    "care": ["care_since", "reference", "id"],
    "worker": ["coalesce(lower(worker), '')", "reference", "id"],
}
# What makes a wait belong to each choice of `show`.
SHOWN = {
    "red": "state = 'red'",
    "30": "state <> 'red' AND days_left BETWEEN 0 AND 30",
    "60": "state <> 'red' AND days_left BETWEEN 0 AND 60",
    "90": "state <> 'red' AND days_left BETWEEN 0 AND 90",
    "justified": "state = 'justified'",
    "cannot-tell": "state = 'cannot-tell'",
    "amber": "state = 'amber'",
    "green": "state = 'green'",
}
assert SHOWN.keys() == SHOW.keys()


@dataclass
class Chips:
    """How many children are in the list, and how many each choice would show."""

    total: int
    of_clock: int
    listed: int
    past: int
    show: dict[str, int]
    clock: dict[str, int]


@dataclass
class Page:
    """One page of the list; `lost` where the child it should follow is no longer in the list."""

    rows: list[QueueRow]
    chips: Chips
    earlier: bool = False
    later: bool = False
    lost: bool = False


NO_CHIPS = Chips(0, 0, 0, 0, dict.fromkeys(SHOWN, 0), dict.fromkeys(CLOCKS, 0))


def listed_children(children: QuerySet[Child], filters: Filters) -> QuerySet[Child]:
    """The children with what is needed of themselves, and the day their facts are shown for."""
    if filters.words:
        children = search.matching(children, search.read(filters.words))
    return children.annotate(
        on_day=known_day(filters.day, "authority"),
        last=Lower("last_name"),
        first=Lower("first_name"),
    ).values(
        "id",
        "uuid",
        "reference",
        "first_name",
        "last_name",
        "born_on",
        "expected_on",
        "authority_id",
        "on_day",
        "last",
        "first",
    )


def _facts() -> dict[str, QuerySet]:
    """Each kind of fact of which one holds at a time, by the name it has in the list."""
    period = ("child_id", "starts_on", "ends_on", "start_known")
    plans = PermanencePlan.objects.values(*period, "route", "ratified_on")
    workers = Allocation.objects.annotate(
        name=F("worker__name"), who=F("worker__uuid"), team=F("worker__team_id")
    ).values(*period, "name", "who", "team")
    return {
        "care": CarePeriod.objects.values(*period),
        "legal": LegalStatus.objects.values(*period, "code"),
        "home": Placement.objects.values(*period, "type", "provider"),
        "plan": plans.filter(rank=Rank.PRIMARY),
        "second": plans.filter(rank=Rank.CONTINGENCY),
        "sw": workers.filter(role="social-worker"),
        "iro": workers.filter(role="iro"),
    }


# What each of them gives to the list.
GIVES = {
    "care": "care.starts_on AS care_since, care.start_known AS care_known",
    "legal": "legal.code AS legal, legal.starts_on AS legal_since,"
    " legal.start_known AS legal_known",
    "home": "home.type AS home, home.provider AS provider",
    "plan": "plan.route AS route, plan.ratified_on AS ratified_on",
    "second": "second.route AS contingency",
    "sw": "sw.name AS worker",
    "iro": "iro.name AS iro",
}
# Who is in care on the day, and on what footing, is asked of every child; the rest of the page's.
ALWAYS = ("care", "legal")


@cache
def _sql_of_facts() -> dict[str, tuple[str, tuple[Any, ...]]]:
    """`_facts()` as SQL, put together once: it is the same for every list."""
    return {name: facts.query.sql_with_params() for name, facts in _facts().items()}


class Question:
    """A statement that grows: SQL and its parameters, kept together."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.parameters: list[Any] = []

    def say(self, sql: str, *parameters: Any) -> "Question":
        self.parts.append(sql)
        self.parameters.extend(parameters)
        return self

    def embed(self, before: str, queryset: QuerySet, after: str = "") -> "Question":
        sql, parameters = queryset.query.sql_with_params()
        return self.say(f"{before}({sql}){after}", *parameters)

    def ask(self) -> list[dict[str, Any]]:
        with connection.cursor() as cursor:
            cursor.execute("\n".join(self.parts), self.parameters)
            names = [column.name for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@cache
def _sql_of_waits() -> tuple[str, tuple[Any, ...]]:
    """The waits of one listed child that run on her day, as SQL put together once."""
    waits = ClockRow.objects.as_at(on_day=RawSQL("listed.on_day", [], DateField()))
    of_child = waits.filter(child_id=RawSQL("listed.id", [])).annotate(wait=F("id"))
    return of_child.values("wait", "child_id", "clock", "state", "due_on").query.sql_with_params()


def _listed(children: QuerySet[Child], filters: Filters) -> Question:
    """WITH the children who are in care on the day and pass every filter but those on waits."""
    question = Question()
    needed = [*ALWAYS, *_facts_needed(filters)]
    gives = ", ".join(GIVES[name] for name in needed)
    question.say(f"WITH listed AS MATERIALIZED (SELECT child.*, {gives} FROM")
    question.embed("", listed_children(children, filters), " AS child")
    _join(question, "child", needed)
    question.say("WHERE coalesce(legal.code, '') <> ALL(%s)", list(SHORT_BREAKS))
    _narrow(question, filters)
    question.say(")")
    ranks = ", ".join("(%s, %s::int)" for _ in CLOCKS)
    waits, parameters = _sql_of_waits()
    # OFFSET 0 has the state worked out once a row, not once for every place that names it. A wait
    # of a clock that is no longer defined has no rank, and is left out.
    return question.say(
        f""", wait AS MATERIALIZED (SELECT *,
            CASE WHEN state = 'green' THEN %s ELSE rank END AS seriousness,
            array_position(%s, state::text) AS state_order,
            coalesce(due_on - on_day, %s) AS days_left
            FROM (SELECT listed.on_day, wait.*
                FROM listed CROSS JOIN LATERAL ({waits}) AS wait OFFSET 0) AS wait
            JOIN (VALUES {ranks}) AS ranked (clock, rank) USING (clock))""",
        IN_TIME,
        list(STATE_ORDER),
        NEVER_DUE,
        *parameters,
        *[part for code, clock in CLOCKS.items() for part in (code, clock.rank)],
    )


def _facts_needed(filters: Filters) -> set[str]:
    """The kinds of fact by which the list is narrowed or sorted."""
    needed = set()
    if filters.team is not None or filters.sort.endswith("worker"):
        needed.add("sw")
    if filters.worker is not None:
        needed |= {"sw", "iro"}
    if filters.route:
        needed.add("plan")
    if filters.home:
        needed.add("home")
    return needed


def _join(question: Question, to: str, names: Iterable[str]) -> None:
    """Join what holds on the child's day; each kind of fact holds one at a time."""
    for name in names:
        sql, parameters = _sql_of_facts()[name]
        question.say(
            f"{'JOIN' if name == 'care' else 'LEFT JOIN'} ({sql}) AS {name}"
            f" ON {name}.child_id = {to}.id AND {name}.starts_on <= {to}.on_day"
            f" AND ({name}.ends_on IS NULL OR {name}.ends_on > {to}.on_day)",
            *parameters,
        )


def _narrow(question: Question, filters: Filters) -> None:
    if filters.team is not None:
        question.say("AND sw.team = %s", filters.team)
    if filters.worker is not None:
        question.say("AND %s IN (sw.who, iro.who)", filters.worker)
    if filters.route == NO_PLAN:
        question.say("AND plan.route IS NULL")
    elif filters.route:
        question.say("AND plan.route = %s", filters.route)
    if filters.home:
        question.say("AND coalesce(home.type, '') = ANY(%s)", list(HOME_GROUPS[filters.home][1]))
    if filters.age:
        _, youngest, oldest = AGES[filters.age]
        question.say(
            "AND date_part('year', age(child.on_day, child.born_on)) BETWEEN %s AND %s",
            youngest,
            oldest,
        )


def _matches(filters: Filters, *, clock: bool = True, show: bool = True) -> tuple[str, list[Any]]:
    """The condition on a wait that the list is narrowed to."""
    conditions, parameters = ["true"], []
    if clock and filters.clock:
        conditions.append("clock = %s")
        parameters.append(filters.clock)
    if show and filters.show:
        conditions.append(SHOWN[filters.show])
    return " AND ".join(conditions), parameters


def _in_order(children: QuerySet[Child], filters: Filters) -> Question:
    """WITH the children of the list, the wait that places each, and `place`, the sort key."""
    question = _listed(children, filters)
    condition, parameters = _matches(filters)
    question.say(
        f""", worst AS (
            SELECT DISTINCT ON (child_id) * FROM wait WHERE {condition}
            ORDER BY child_id, seriousness, state_order, days_left, clock, wait)""",
        *parameters,
    )
    key = ", ".join(SORT_KEYS[filters.sort.lstrip("-")])
    join = "JOIN" if filters.matching else "LEFT JOIN"
    return question.say(
        f""", placed AS MATERIALIZED (
            SELECT listed.*, wait, row({key}) AS place
            FROM listed {join} worst ON child_id = listed.id)"""
    )


def _with_facts(question: Question, found: str, down: bool) -> None:
    """SELECT the rows of `found` with the facts that are shown of each child."""
    shown = [name for name in GIVES if name not in ALWAYS]
    gives = ", ".join(GIVES[name] for name in shown)
    own = "id, uuid, reference, first_name, last_name, born_on, authority_id, on_day"
    question.say(
        f"""SELECT {", ".join(f"{found}.{name}" for name in own.split(", "))}, care_since,
            care_known, legal, legal_since, legal_known, wait, {gives} FROM {found}"""
    )
    _join(question, found, shown)
    question.say(f"ORDER BY place {_direction(down)}")


def _direction(down: bool) -> str:
    return "DESC" if down else "ASC"


def page_of(children: QuerySet[Child], filters: Filters) -> Page:
    """The page that follows `filters.after` or leads up to `filters.before`, and the counts."""
    backwards = filters.before is not None
    anchor = filters.before or filters.after
    limit = WHOLE if filters.whole else PAGE
    down = filters.sort.startswith("-") != backwards
    try:
        question = _in_order(children, filters)
    except EmptyResultSet:
        return Page([], NO_CHIPS)
    question.say(", page AS MATERIALIZED (SELECT * FROM placed")
    if anchor:
        question.say(
            f"WHERE place {'<' if down else '>'} (SELECT place FROM placed WHERE uuid = %s)", anchor
        )
    question.say(f"ORDER BY place {_direction(down)} LIMIT %s)", limit + 1)
    _count(question, filters)
    question.say("SELECT * FROM counted LEFT JOIN (")
    _with_facts(question, "page", down)
    question.say(") AS shown ON true")
    answer = question.ask()
    found = [row for row in answer if row["id"] is not None]
    if anchor and not found:
        return _from_the_start(children, filters)
    more, found = len(found) > limit, found[:limit]
    if backwards:
        found.reverse()
    return Page(
        queue_rows(found, filters.day),
        _chips(answer[0], filters),
        earlier=more if backwards else anchor is not None,
        later=backwards or more,
    )


def _from_the_start(children: QuerySet[Child], filters: Filters) -> Page:
    """The child that the page should follow has left the list, or the list has ended there."""
    page = page_of(children, replace(filters, after=None, before=None))
    page.lost = bool(page.rows)
    return page


def whole_list(children: QuerySet[Child], filters: Filters) -> list[QueueRow]:
    """Every row of the list in its order, for export."""
    try:
        question = _in_order(children, filters)
    except EmptyResultSet:
        return []
    _with_facts(question, "placed", filters.sort.startswith("-"))
    return queue_rows(question.ask(), filters.day)


def _count(question: Question, filters: Filters) -> None:
    """`counted`: how many children each choice would list, the other filters standing."""
    of_clock, clock_parameters = _matches(filters, show=False)
    of_show, _ = _matches(filters, clock=False)
    of_both, both_parameters = _matches(filters)
    choices = ", ".join(
        f'bool_or({of_clock} AND {condition}) AS "show-{name}"' for name, condition in SHOWN.items()
    )
    counts = ", ".join(f'count(*) FILTER (WHERE "show-{name}") AS "show-{name}"' for name in SHOWN)
    question.say(
        f""", counted AS (SELECT (SELECT count(*) FROM listed) AS total, {counts},
            count(*) FILTER (WHERE "show-red" OR "show-justified") AS past,
            count(*) FILTER (WHERE both_hold) AS both, count(*) FILTER (WHERE of_clock) AS of_clock,
            (SELECT json_object_agg(clock, n) FROM (
                SELECT clock, count(*) AS n
                FROM (SELECT clock FROM wait WHERE {of_show} GROUP BY clock, child_id) AS each
                GROUP BY clock) AS by_clock) AS clocks
            FROM (SELECT {choices}, bool_or({of_both}) AS both_hold,
                bool_or({of_clock}) AS of_clock FROM wait GROUP BY child_id) AS by_child)""",
        *clock_parameters * len(SHOWN),
        *both_parameters,
        *clock_parameters,
    )


def _chips(row: dict[str, Any], filters: Filters) -> Chips:
    show = {name: row[f"show-{name}"] for name in SHOWN}
    clocks = row["clocks"] or {}
    return Chips(
        total=row["total"],
        of_clock=row["of_clock"] if filters.clock else row["total"],
        listed=row["both"] if filters.matching else row["total"],
        past=row["past"],
        show=show,
        clock={code: clocks.get(code, 0) for code in CLOCKS},
    )


def queue_rows(found: list[dict[str, Any]], day: date) -> list[QueueRow]:
    """The children found, each with its waits and its stay: two queries for the whole page."""
    ids = [facts["id"] for facts in found]
    waits = by_child(with_answers(running(day).filter(child_id__in=ids)))
    homes = stays(found)
    return [QueueRow(facts, waits.get(facts["id"], []), homes.get(facts["id"])) for facts in found]
