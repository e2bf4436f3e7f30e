"""Writes facts as if they had been recorded as they happened: each version on its day, by somebody.

History stamps what it remembers with the moment of writing, and never changes afterwards. Years of
records made up in a second would all be late, and nothing would have been known before today. So
here the triggers that remember rest, and what they would have remembered, step by step, is written
beside the facts. Nothing else does so, and no demo is made where real records are kept.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any

import pgtrigger
from django.db import connection

from casetrack.access.permissions import Permission
from casetrack.access.roles import (
    AdoptionAgencyWorker,
    AgencyDecisionMaker,
    Legal,
    Manager,
    NominatedOfficer,
    Secretary,
)
from casetrack.record import registry
from casetrack.recording import recording
from returns.demo import sign_ins
from returns.demo.lives.council import Council, Story, at_work
from returns.demo.lives.entries import LATER, Entry, once
from returns.demo.timelines import days

LAGS = (0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6)
"""Days until something is entered; a few entries come weeks late."""
LATE = 0.015
LATE_DAYS = (18, 50)
NOTICED_DAYS = (2, 21)
WORKING_MINUTES = 540
BY_ROLE = {
    Permission.ANSWER_CHALLENGES: Manager,
    Permission.APPROVE_HOMES: NominatedOfficer,
    Permission.ASSIGN_ACTIONS: Secretary,
    Permission.DECIDE_ADOPTION: AgencyDecisionMaker,
    Permission.RECORD_ADOPTION: AdoptionAgencyWorker,
    Permission.RECORD_LEGAL: Legal,
}
"""Who enters what; all else is entered by the child's social worker, reviews by the officer."""

Row = tuple[Any, ...]


def resting(*models: Any) -> AbstractContextManager[None]:
    """Let the history of these tables rest; what is written meanwhile has to be remembered here."""
    events = ("insert_insert", "update_update")
    return pgtrigger.ignore(
        *(f"{model._meta.label}:{event}" for model in models for event in events)
    )


class Chronicle:
    """Writes entries and what is remembered of them."""

    def __init__(self, council: Council) -> None:
        self.council = council
        self.stories = {story.child: story for story in council.stories}
        self.random = council.random("chronicle", council.authority.code)

    def write(self, entries: Iterable[Entry]) -> None:
        """Facts and their history; a fact that another one names comes before it."""
        by_model: dict[Any, list[Entry]] = {}
        for entry in once(entries):
            by_model.setdefault(type(entry.fact), []).append(entry)
        with self._recording(), resting(*by_model):
            for model, told in by_model.items():
                _number(model, told)
                _copy_facts(model, [entry.fact for entry in told if not entry.never])
                self._remember(model, told)

    def remember(self, entries: Sequence[Entry]) -> None:
        """The history of facts of one kind that an action wrote while theirs rested."""
        if entries:
            self._remember(type(entries[0].fact), entries)

    def _recording(self) -> Any:
        return recording(
            "demo.lived",
            by=None,
            children=self.stories,
            authority=self.council.authority.code,
        )

    def _remember(self, model: Any, told: Sequence[Entry]) -> None:
        event = model.pgh_event_model
        held = {field.name for field in event._meta.concrete_fields}
        fields = [field for field in model._meta.concrete_fields if field.name in held]
        columns = [field.column for field in fields]
        columns += ["pgh_obj_id", "pgh_label", "pgh_created_at", "pgh_context"]
        names = [field.attname for field in fields]
        writing = Writing(model, names)
        rows = (row for entry in told for row in self._versions(entry, writing))
        _copy(event._meta.db_table, columns, rows)

    def _versions(self, entry: Entry, writing: "Writing") -> Iterator[Row]:
        """The fact as it was first entered, then as each later step and correction left it."""
        whole = writing.values(entry.fact)
        values = dict(whole)
        at = self._moment(entry.on)
        later = [step for step in writing.later(entry, whole) if step[0] > at.date()]
        for _, answers in later:
            values.update(writing.blanks[answers])
        who = self._who(entry, writing, at)
        first = {**values, **entry.mistaken}
        yield self._row(entry, first, "insert", at, _context(who, writing.code, "recorded"))
        if entry.why:
            at = self._after(at, days(self.random.randint(*NOTICED_DAYS)))
            label, how = ("delete", "taken-back") if entry.never else ("update", "corrected")
            who = self._who(entry, writing, at)
            yield self._row(entry, values, label, at, _context(who, writing.code, how, entry.why))
        for on, answers in later:
            at = max(self._moment(on), self._after(at))
            values.update({name: whole[name] for name in answers})
            who = self._who(entry, writing, at, answers[0])
            yield self._row(entry, values, "update", at, _context(who, writing.code, "changed"))

    def _row(
        self, entry: Entry, values: dict[str, Any], label: str, at: datetime, context: str
    ) -> Row:
        return (*values.values(), entry.fact.pk, label, f"{at.isoformat()}+00", context)

    def _moment(self, on: date) -> datetime:
        """When something of that day was entered: soon after it, and before the demo was made."""
        chance = self.random.random()
        lag = LAGS[int(chance * 1_000) % len(LAGS)]
        if chance < LATE:
            lag = LATE_DAYS[0] + int(chance / LATE * (LATE_DAYS[1] - LATE_DAYS[0]))
        today = self.council.today
        if on >= today:
            return datetime(today.year, today.month, today.day)
        entered = on + timedelta(lag)
        entered = min(at_work(entered, entered), today - days(1))
        minute = int(chance * 1_000_000) % WORKING_MINUTES
        return datetime(entered.year, entered.month, entered.day, 8 + minute // 60, minute % 60)

    def _after(self, at: datetime, wait: timedelta = timedelta(0)) -> datetime:
        """A while after `at`, and before the demo was made."""
        last = datetime.combine(self.council.today, time(0))
        return at + (last - at) / 2 if at + wait >= last else at + max(wait, (last - at) / 1_000)

    def _who(self, entry: Entry, writing: "Writing", at: datetime, step: str = "") -> str:
        story = self.stories.get(getattr(entry.fact, "child_id", 0))
        permission = writing.needed(entry.fact)
        if step == "ratified_on" or permission == Permission.RECORD_REVIEWS:
            return self._username(story, at, officer=True)
        role = Secretary if step == "endorsed_on" else BY_ROLE.get(permission)
        if role is not None:
            return sign_ins.username_of(role.code, self.council.authority)
        return self._username(story, at)

    def _username(self, story: Story | None, at: datetime, officer: bool = False) -> str:
        if story is None or not story.life.workers:
            return sign_ins.username_of(Manager.code, self.council.authority)
        who = self.council.officer if officer else self.council.social_worker
        name = who(story, at.date())
        return self.council.usernames.get(name, name)


class Writing:
    """What is the same for every fact of one table."""

    def __init__(self, model: Any, names: list[str]) -> None:
        self.names = names
        self.steps = LATER.get(model, ())
        self.blanks = {answers: _blanks(model, answers) for answers in self.steps}
        kind = next((kind for kind in registry.every() if kind.model is model), None)
        self.code = kind.code if kind else str(model._meta.model_name)
        self.permission = kind.permission if kind else Permission.RECORD_ADOPTION
        self.owned = kind.owned if kind else None

    def values(self, fact: Any) -> dict[str, Any]:
        return {name: _value(fact, name) for name in self.names}

    def needed(self, fact: Any) -> Permission:
        """What whoever entered it may do: what a review decided is the officer's."""
        own = self.owned(self.values(fact)) if self.owned else None
        return own or self.permission

    def later(self, entry: Entry, values: dict[str, Any]) -> list[tuple[date, tuple[str, ...]]]:
        """The steps that have been taken, by the day on which each could be entered."""
        found = []
        for answers in self.steps:
            if (on := values[answers[0]]) is not None:
                moved = entry.moved_on if answers[0] == "revised_on" else None
                found.append((moved or on, answers))
        return sorted(found)


@cache
def _context(who: str, code: str, how: str, why: str = "") -> str:
    return json.dumps({"by": who, "what": f"{code}.{how}", "why": why})


def _blanks(model: Any, answers: tuple[str, ...]) -> dict[str, Any]:
    fields = (model._meta.get_field(name) for name in answers)
    return {field.name: None if field.null else "" for field in fields}


def _value(fact: Any, name: str) -> Any:
    """A field's value; of a fact that was written since this one was made, its id."""
    value = fact.__dict__[name]
    if value is None and name.endswith("_id"):
        other = fact._state.fields_cache.get(name.removesuffix("_id"))
        return other and other.pk
    return value


def _number(model: Any, told: Sequence[Entry]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, len(told)],
        )
        for entry, (number,) in zip(told, cursor.fetchall(), strict=True):
            entry.fact.pk = number


def _copy_facts(model: Any, facts: Sequence[Any]) -> None:
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    names = [field.attname for field in fields]
    rows = (tuple(_value(fact, name) for name in names) for fact in facts)
    _copy(model._meta.db_table, [field.column for field in fields], rows)


def _copy(table: str, columns: Sequence[str], rows: Iterable[Row]) -> None:
    quoted = ", ".join(connection.ops.quote_name(column) for column in columns)
    into = f"COPY {connection.ops.quote_name(table)} ({quoted}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)
