"""What happens to a child along the way: reviews, times missing, permanence before, the rest."""

import csv
from bisect import bisect_right
from datetime import date, timedelta
from pathlib import Path
from random import Random

import casetrack
from casetrack.dates import add_months, age_on, birthday, is_working_day
from returns.demo import shape
from returns.demo.history import Care, Life
from returns.demo.timelines import days, pick

HOLIDAYS = Path(casetrack.__file__).parent / "bank_holidays.csv"
PARTICIPATION = {"PN1": 52, "PN2": 6, "PN3": 3, "PN4": 8, "PN5": 7, "PN6": 14, "PN7": 10}
PREVIOUS = {"Z1": 930, "P1": 20, "P2": 35, "P3": 10, "P4": 5}
AUTHORITIES = ("806", "808", "841", "383", "WAL", "999")
FIRST_REVIEW_WORKING_DAYS = 20


class Events:
    """Adds to a life what happens between coming into care and leaving it."""

    def __init__(self, random: Random, today: date, first_day: date) -> None:
        self.random = random
        self.today = today
        self.first_day = first_day
        with HOLIDAYS.open() as lines:
            holidays = {date.fromisoformat(row["day"]) for row in csv.DictReader(lines)}
        start = date(first_day.year - 20, 1, 1)
        every = (start + timedelta(days=n) for n in range((today - start).days + 400))
        self._working = [day for day in every if is_working_day(day, holidays)]

    def add(self, life: Life) -> None:
        if life.short_breaks:
            return
        for care in life.cares:
            life.reviews += self._reviews(life, care)
            if age_on(life.born_on, care.ends_on or self.today) > 11:
                life.missing += self._missing(life, care)
        self._permanence_before(life)
        self._motherhood(life)
        self._deprivation(life)

    # Reviews

    def _reviews(self, life: Life, care: Care) -> list[tuple[date, str]]:
        """Held a little before they are due, and now and then late; old ones are left out."""
        end = care.ends_on or self.today + days(1)
        last = care.starts_on
        due = self._after_working_days(last, FIRST_REVIEW_WORKING_DAYS)
        older = add_months(self.first_day, -12)
        if last < older:
            last = older + days(self.random.randint(0, 170))
            due = self._next(care, last, 3)
        found: list[tuple[date, str]] = []
        while (held := self._held(last, due, len(found) == 0)) < end:
            if held >= self.first_day:
                found.append((held, self._took_part(life, held)))
            due = self._next(care, held, 2 if last == care.starts_on else 3)
            last = held
        return found

    def _held(self, last: date, due: date, first: bool) -> date:
        if self.random.random() < shape.LATE_REVIEWS:
            return due + days(self.random.randint(2, 50))
        early = self.random.randint(0, 4 if first else 12)
        held = max(last + days(1), due - days(early))
        return held - days(held.weekday() - 4) if held.weekday() > 4 else held

    def _next(self, care: Care, held: date, number: int) -> date:
        """When the next review is due after one held on that day."""
        placed = care.placed_since()
        if placed is not None and held >= placed:
            first = held < placed + days(28) + days(60) and (held - placed).days < 60
            return add_months(held, 3 if first else 6)
        due = add_months(held, 3 if number == 2 else 6)
        order = care.since("E1")
        if order is not None and order <= held:
            first = held <= add_months(order, 3)
            due = min(due, add_months(held, 6)) if not first else min(due, add_months(order, 9))
        elif order is not None:
            due = min(due, add_months(order, 3))
        if placed is not None:
            due = min(due, placed + days(28)) if due > placed else due
        return due

    def _took_part(self, life: Life, held: date) -> str:
        if age_on(life.born_on, held) < 4:
            return "PN0"
        return pick(self.random, PARTICIPATION)

    def _after_working_days(self, day: date, count: int) -> date:
        return self._working[bisect_right(self._working, day) + count - 1]

    # The rest

    def _missing(self, life: Life, care: Care) -> list[tuple[str, date, date | None]]:
        if self.random.random() > shape.MISSING:
            return []
        start = max(care.starts_on, birthday(life.born_on, 11), self.first_day)
        end = care.ends_on or self.today
        found: list[tuple[str, date, date | None]] = []
        on = start + days(self.random.randint(5, 120))
        while on < end - days(4) and len(found) < 12:
            back = on + days(self.random.choice((0, 0, 1, 1, 1, 2, 3)))
            found.append((self.random.choice("MMA"), on, back))
            on = back + days(self.random.triangular(3, 200, 20))
        return found

    def _permanence_before(self, life: Life) -> None:
        came = life.cares[0].starts_on
        room = (came - life.born_on).days - 400
        kind = pick(self.random, PREVIOUS)
        if kind == "Z1" or room < 30 or life.unaccompanied:
            return
        ordered = f"{came - days(self.random.randint(30, room)):%d/%m/%Y}"
        hidden = self.random.random()
        if hidden < 0.25:
            ordered = "zz" + ordered[2:]
        elif hidden < 0.45:
            ordered = "zz/zz" + ordered[5:]
        elif hidden < 0.55:
            ordered = "zz/zz/zzzz"
        life.previous = kind, self.random.choice(AUTHORITIES), ordered

    def _motherhood(self, life: Life) -> None:
        if life.sex != "F" or self.random.random() > 0.04:
            return
        born = birthday(life.born_on, 15) + days(self.random.randint(0, 900))
        if life.care.starts_on < born < (life.care.ends_on or self.today):
            life.child_born_on = born

    def _deprivation(self, life: Life) -> None:
        """A court may authorise depriving a child of liberty; the return asks since 2026/27."""
        care = life.care
        home = care.homes[-1]
        if home.stay.type not in ("K2", "Z13") or care.legal[-1][1] != "C2":
            return
        if care.ends_on is None and self.random.random() < 0.1:
            start = self.today - days(self.random.randint(5, 150))
            if start > home.on and age_on(life.born_on, start) >= 11:
                life.deprived.append((start, None))
