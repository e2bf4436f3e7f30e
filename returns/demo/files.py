"""Writes made-up lives as SSDA903 returns: one folder a year, CSV files in that year's layout.

A return is written as the council would have sent it then: a row that ends after the cut-off is
still open, a code that came later is the older one. The running year is cut off today.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random

from casetrack.dates import add_months, age_on, birthday
from returns.demo.history import Care, Episode, Life
from returns.demo.timelines import pick
from returns.ssda903 import years
from returns.ssda903.tables import TABLES

SEX_IN_FIGURES = {"M": "1", "F": "2"}
LAST_YEAR_OF_FIGURES = 2024
OLDER_CODES = (("K3", "H5", 2024), ("Z11", "Z1", 2025))
"""The code since, the code before, and the last year of the code before."""

FILE_NAMES = {
    "Header": "header.csv",
    "Episodes": "episodes.csv",
    "Reviews": "reviews.csv",
    "UASC": "uasc.csv",
    "OC2": "oc2.csv",
    "OC3": "oc3.csv",
    "AD1": "ad1.csv",
    "PlacedAdoption": "placed_adoption.csv",
    "PrevPerm": "previous_permanence.csv",
    "Missing": "missing.csv",
    "SWEpisodes": "sw_episodes.csv",
    "DoLo": "dolo.csv",
}
NOT_IN_TOUCH = {"NO": 5, "REFU": 3, "NREQ": 2, "RHOM": 1}
ACTIVITY = {"F1": 6, "F2": 20, "F4": 5, "F5": 18, "P2": 4, "P5": 6, "G4": 12, "G5": 24, "G6": 5}
ACCOMMODATION = {
    "B1": 10,
    "D1": 18,
    "E1": 6,
    "K1": 8,
    "U1": 36,
    "Z1": 14,
    "X2": 3,
    "Y1": 3,
    "S2": 2,
}

Rows = dict[str, list[tuple[str, ...]]]


@dataclass(frozen=True)
class Window:
    """The year of a return, by its end, and the last day it tells of."""

    year: int
    cut_off: date

    @cached_property
    def start(self) -> date:
        return years.starts_on(self.year)

    @property
    def whole(self) -> bool:
        return self.cut_off == years.ends_on(self.year)

    def holds(self, starts_on: date, ends_on: date | None) -> bool:
        """Whether a stretch is open on any day of the year; ending on 1 April still counts."""
        return starts_on <= self.cut_off and (ends_on is None or ends_on >= self.start)

    def within(self, day: date) -> bool:
        return self.start <= day <= self.cut_off

    def end(self, day: date | None) -> date | None:
        """An end, where it had come by the cut-off."""
        return day if day is not None and day <= self.cut_off else None

    @property
    def label(self) -> str:
        return years.label(self.year).replace("/", "-")


def windows(today: date, count: int) -> list[Window]:
    """The last `count` years, the running one as an extract to today."""
    last = years.year_of(today)
    ended = [Window(year, years.ends_on(year)) for year in range(last - count + 1, last)]
    return [*ended, Window(last, today)]


class ReturnFiles:
    """Gathers the rows of one return after the other and writes them."""

    def __init__(self, random: Random, folder: Path) -> None:
        self.random = random
        self.folder = folder

    def write(self, window: Window, lives: Iterable[Life]) -> Path:
        rows: Rows = {name: [] for name, table in TABLES.items() if table.first <= window.year}
        for life in lives:
            for table, row in self._rows(window, life):
                if table in rows:
                    rows[table].append(row)
        folder = self.folder / window.label
        folder.mkdir(parents=True, exist_ok=True)
        for name, found in rows.items():
            with (folder / FILE_NAMES[name]).open("w", newline="") as lines:
                writer = csv.writer(lines)
                writer.writerow(TABLES[name].names)
                writer.writerows(found)
        return folder

    def _rows(self, window: Window, life: Life) -> Iterator[tuple[str, tuple[str, ...]]]:
        cares = [care for care in life.cares if window.holds(care.starts_on, care.ends_on)]
        leaver = list(self._leaver(window, life))
        if not cares and not leaver:
            return
        yield "Header", _header(window, life)
        yield from leaver
        if not cares:
            return
        for care in cares:
            for episode in care.episodes():
                if window.holds(episode.decom, episode.dec):
                    yield "Episodes", _episode(window, life, care, episode)
        if not life.short_breaks:
            yield from self._beside(window, life, cares)

    def _beside(
        self, window: Window, life: Life, cares: list[Care]
    ) -> Iterator[tuple[str, tuple[str, ...]]]:
        who = life.reference, _text(life.born_on)
        if life.unaccompanied:
            leaves = _text(birthday(life.born_on, 18))
            yield "UASC", (who[0], _sex(window, life), who[1], leaves)
        if any(window.within(care.starts_on) for care in cares):
            yield "PrevPerm", (*who, *life.previous)
        yield from _incidents(window, life)
        yield from _adoption(window, life)
        yield from _workers(window, life)
        if window.whole and self._all_year(window, cares):
            yield "OC2", (*who, *self._outcomes(window, life))

    def _all_year(self, window: Window, cares: list[Care]) -> bool:
        """In care for the whole of the year, short breaks aside: whom OC2 asks about."""
        return any(
            care.starts_on <= window.start
            and (care.ends_on is None or care.ends_on >= window.cut_off)
            for care in cares
        )

    def _outcomes(self, window: Window, life: Life) -> tuple[str, ...]:
        age = age_on(life.born_on, window.cut_off)
        chance = self.random.random
        score = reason = ""
        if 4 <= age <= 16:
            answered = chance() < 0.8
            score = str(min(40, round(self.random.triangular(0, 34, 12)))) if answered else ""
            reason = "" if answered else self.random.choice(("SDQ2", "SDQ4", "SDQ5"))
        misuse = str(int(chance() < 0.04)) if age >= 10 else ""
        received = str(int(chance() < 0.5)) if misuse == "1" else ""
        return (
            score,
            reason,
            str(int(chance() < 0.03)) if age >= 10 else "",
            str(int(chance() < 0.9)) if age < 5 else "",
            str(int(chance() < 0.85)),
            str(int(chance() < 0.72)),
            str(int(chance() < 0.9)),
            misuse,
            received,
            str(int(chance() < 0.7)) if received == "0" else "",
        )

    def _leaver(self, window: Window, life: Life) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Whoever left at 16 or later is asked about at each birthday from 17 to 21."""
        care = life.care
        left = care.ends_on
        if left is None or care.short_break or left > window.cut_off:
            return
        if left < birthday(life.born_on, 16) or (left - care.starts_on).days < 91:
            return
        for age in range(17, 22):
            day = birthday(life.born_on, age)
            if window.within(day) and day >= left:
                yield "OC3", (life.reference, _text(life.born_on), *self._since_leaving(care))
                return

    def _since_leaving(self, care: Care) -> tuple[str, str, str]:
        if care.reason == "E2":
            return "DIED", "0", "0"
        if self.random.random() < 0.9:
            return "YES", pick(self.random, ACTIVITY), pick(self.random, ACCOMMODATION)
        return pick(self.random, NOT_IN_TOUCH), "0", "0"


def _header(window: Window, life: Life) -> tuple[str, ...]:
    """A child's number for school appears once the child is of an age for it."""
    young = age_on(life.born_on, window.cut_off) < 5
    upn = "UN1" if young else life.upn
    mother = first = ""
    if life.sex == "F" and not life.short_breaks and age_on(life.born_on, window.cut_off) >= 12:
        is_mother = life.child_born_on is not None and life.child_born_on <= window.cut_off
        mother, first = str(int(is_mother)), _text(life.child_born_on) if is_mother else ""
    who = life.reference, _sex(window, life), _text(life.born_on), life.ethnicity
    return (*who, upn, mother, first)


def _episode(window: Window, life: Life, care: Care, episode: Episode) -> tuple[str, ...]:
    stay, end = episode.stay, window.end(episode.dec)
    plain = care.short_break
    return (
        life.reference,
        _text(episode.decom),
        episode.rne,
        episode.legal,
        episode.need,
        _place(window, stay.type),
        stay.provider,
        _text(end),
        episode.rec if end else "",
        episode.why if end else "",
        "" if plain else life.postcode,
        "" if plain else stay.postcode,
        "" if plain else stay.urn,
    )


def _incidents(window: Window, life: Life) -> Iterator[tuple[str, tuple[str, ...]]]:
    who = life.reference, _text(life.born_on)
    for held, code in life.reviews:
        if window.within(held):
            yield "Reviews", (*who, _text(held), code)
    for kind, start, back in life.missing:
        if window.holds(start, back):
            yield "Missing", (*who, kind, _text(start), _text(window.end(back)))
    for start, end in life.deprived:
        if window.holds(start, end):
            yield "DoLo", (*who, _text(start), _text(window.end(end)))


def _adoption(window: Window, life: Life) -> Iterator[tuple[str, tuple[str, ...]]]:
    who = life.reference, _text(life.born_on)
    for decided, reversed_on, why in life.decisions:
        if window.holds(decided, reversed_on):
            end = window.end(reversed_on)
            yield "PlacedAdoption", (*who, _text(decided), _text(end), why if end else "")
    care = life.care
    if care.reason in ("E11", "E12") and care.ends_on and window.within(care.ends_on):
        fostered = str(int(care.homes[-1].stay.type in ("A3", "A5")))
        decided, matched = life.decisions[-1][0], life.matches[-1][0]
        yield "AD1", (*who, _text(decided), _text(matched), fostered, *life.adopters)


def _workers(window: Window, life: Life) -> Iterator[tuple[str, tuple[str, ...]]]:
    """One year of social workers when the return first asked for them, two years since."""
    since = window.start if window.year <= LAST_YEAR_OF_FIGURES else add_months(window.start, -12)
    who = life.reference, _text(life.born_on)
    for spell in life.workers:
        if spell.starts_on <= window.cut_off and (spell.ends_on is None or spell.ends_on >= since):
            end = _text(window.end(spell.ends_on))
            yield "SWEpisodes", (*who, spell.worker, _text(spell.starts_on), end, spell.why)


def _sex(window: Window, life: Life) -> str:
    return SEX_IN_FIGURES[life.sex] if window.year <= LAST_YEAR_OF_FIGURES else life.sex


def _place(window: Window, type: str) -> str:
    for since, before, last in OLDER_CODES:
        if type == since and window.year <= last:
            return before
    return type


def _text(day: date | None) -> str:
    return "" if day is None else f"{day.day:02}/{day.month:02}/{day.year}"
