"""Finding children by what somebody knows of them: names, numbers, a date of birth.

What is typed goes through the same functions of the database that made `Child.search_text`, so
accents, capitals, apostrophes, hyphens and "Mc" make no difference. Every word typed must be found,
in any order: as the beginning of a word, by its sound, or spelled nearly so (more than half of its
trigrams). Words with a digit in them are numbers, and those must be right; the year alone is the
beginning of a date of birth.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import add, and_, or_
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import connection
from django.db.models import (
    Case,
    Count,
    Exists,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
    Window,
)
from django.db.models.functions import Greatest, Lower

from casetrack import words
from casetrack.models import CarePeriod, Child, LegalStatus
from casetrack.models.codes import SHORT_BREAKS

PAGE = 20
NEAR = 0.52  # more than half of the trigrams: one wrong letter in a name of six
MOST_WORDS = 8
SHORTEST_SOUND = 2  # one consonant would be half of all short names
LIKE_NAME, SAME_DAY = "a name like it", "the same day of birth"
CENTURY = 50  # 14/9/15 is of 2015, 14/9/98 of 1998

MONTHS = "january february march april may june july august september october november december"
DATES = (
    re.compile(r"\b(?P<day>\d\d?)(?P<by>[/.\- ])(?P<month>\d\d?)(?P=by)(?P<year>\d{4}|\d\d)\b"),
    re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)\b"),
    re.compile(
        r"\b(?P<day>\d\d?)(?:st|nd|rd|th)? (?P<month>[a-z]{3,9}),? (?P<year>\d{4})\b", re.IGNORECASE
    ),
)

Reading = tuple[tuple[str, str], ...]
"""Words to be found together, each with its sound."""


@dataclass(frozen=True)
class Sought:
    """What was typed, as it is looked for: `number` whole, or all words of one of the readings."""

    number: str
    readings: tuple[Reading, ...]

    @property
    def too_little(self) -> bool:
        """Whether it would find half of everybody: nothing, or single letters only."""
        return not any(len(word) > 1 for reading in self.readings for word, _ in reading)

    @property
    def too_much(self) -> bool:
        return any(len(reading) > MOST_WORDS for reading in self.readings)

    @property
    def kind(self) -> str:
        """For the audit, which must not hold a name: name, number, or both."""
        words = [word for reading in self.readings for word, _ in reading]
        kinds = {"number" if _is_number(word) else "name" for word in words}
        return " and ".join(sorted(kinds))


@dataclass(frozen=True)
class Page:
    """One page of what was found, the nearest first; `total` counts all that the reader may see."""

    children: Sequence[Child]
    total: int
    number: int

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.children) - 1

    @property
    def more(self) -> bool:
        return self.last < self.total


@dataclass(frozen=True)
class Found:
    """A child as one is told from another: when born, how old today, and since when in care."""

    child: Child
    born: str
    age: str
    care: str


def read(typed: str) -> Sought:
    """Understand what somebody typed. For the rest of the transaction, NEAR is what "near" means.

    A hyphen may divide two names or join one, so a hyphened word is read both ways.
    """
    dated = reduce(lambda text, pattern: pattern.sub(_as_number, text), DATES, typed)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true),"
            " words, casetrack_sounds(words)"
            " FROM unnest(%s::text[]) AS way, casetrack_plain_words(way) AS words",
            [str(NEAR), sorted({dated, dated.replace("-", "")})],
        )
        rows = cursor.fetchall()
    return Sought(
        number="".join(typed.upper().split()),
        readings=tuple(
            tuple(zip(words.split(), sounds.split(), strict=True))
            for _, words, sounds in rows
            if words
        ),
    )


def matching(children: QuerySet[Child], sought: Sought) -> QuerySet[Child]:
    """Those of `children` that were meant."""
    return children.filter(reduce(or_, map(_has, sought.readings)))


def page_of(children: QuerySet[Child], sought: Sought, number: int) -> Page:
    """The page `number` of those of `children` that were meant, from 1."""
    nearness = [reduce(add, map(_nearness, reading)) for reading in sought.readings]
    ranked = (
        matching(children, sought)
        .annotate(
            whole=Case(When(Q(reference=sought.number) | Q(upn=sought.number), then=1), default=0),
            nearness=Greatest(*nearness) if len(nearness) > 1 else nearness[0],
            total=Window(Count("*")),
        )
        .order_by("-whole", "-nearness", Lower("last_name"), Lower("first_name"), "pk")
        .defer("search_text", "needs", "disability")
        .select_related("authority")
    )
    start = (number - 1) * PAGE
    found = list(ranked[start : start + PAGE])
    if not found and number > 1:
        return page_of(children, sought, 1)
    return Page(found, found[0].total if found else 0, number)


def alike(
    children: QuerySet[Child], names: Sequence[str], days: Sequence[date]
) -> list[tuple[Child, list[str]]]:
    """Those of `children` who may be the one of whom this is known, with what they have of it.

    `names` are whole names by which the child may go, `days` when she was born or is expected. Who
    has both comes first.
    """
    found: dict[int, tuple[Child, list[str]]] = {}
    for what, typed in [
        *((LIKE_NAME, " ".join(name.split()[:MOST_WORDS])) for name in names),
        *((SAME_DAY, f"{day:%d/%m/%Y}") for day in days),
    ]:
        sought = read(typed)
        if sought.too_little:
            continue
        for child in page_of(children, sought, 1).children:
            _, reasons = found.setdefault(child.pk, (child, []))
            if what not in reasons:
                reasons.append(what)
    return sorted(found.values(), key=lambda each: -len(each[1]))[:PAGE]


def described(children: Sequence[Child], today: date) -> list[Found]:
    """The children with what tells one from another, in one more query."""
    short_breaks = LegalStatus.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=OuterRef("starts_on")),
        child=OuterRef("child"),
        code__in=SHORT_BREAKS,
        starts_on__lte=OuterRef("starts_on"),
    )
    periods = (
        CarePeriod.objects.filter(child__in=[child.pk for child in children], starts_on__lte=today)
        .annotate(is_short_breaks=Exists(short_breaks))
        .order_by("child", "-starts_on")
        .distinct("child")
    )
    newest = {period.child_id: period for period in periods}
    return [_described(child, newest.get(child.pk), today) for child in children]


def _described(child: Child, period: Any, today: date) -> Found:
    born = child.born_on or child.expected_on
    day = child.authority.known_day(today)
    if period is None:
        care = "No time in care recorded"
    elif period.ends_on is not None and period.ends_on <= day:
        care = f"Left care {words.short_day(period.ends_on)}"
    else:
        since = words.since(period.starts_on, period.start_known)
        care = f"{'Short breaks' if period.is_short_breaks else 'In care'} since {since}"
    return Found(
        child=child,
        born=words.short_day(born) if child.born_on else f"Expected {words.short_day(born)}",
        age=words.age(child.born_on, today),
        care=care if day == today else f"{care}, as known on {words.short_day(day)}",
    )


def _as_number(found: re.Match[str]) -> str:
    """A typed date as it stands in the search text; what is no date is left as it was."""
    month = found["month"]
    if not month.isdigit():
        names = [name[: len(month)] for name in MONTHS.split()]
        month = str(names.index(month.lower()) + 1) if month.lower() in names else "0"
    year = int(found["year"])
    if year < 100:
        year += 2000 if year < CENTURY else 1900
    try:
        return f"{date(year, int(month), int(found['day'])):%Y%m%d}"
    except ValueError:
        return found[0]


def _is_number(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _has(reading: Reading) -> Q:
    return reduce(and_, (_has_word(word, sound) for word, sound in reading))


def _has_word(word: str, sound: str) -> Q:
    found = Q(search_text__contains=f" {word}")
    if _is_number(word):
        return found
    if len(sound) >= SHORTEST_SOUND:
        found |= Q(search_text__contains=f" {sound} ")
    if len(word) > 2:
        found |= Q(search_text__trigram_word_similar=word)
    return found


def _nearness(each: tuple[str, str]) -> Any:
    """How well a word is met: wholly, as a beginning, by its sound, or only nearly.

    How near is worked out only where nothing better is known, because it takes long: thousands of
    children may bear a name that sounds like Mohammed.
    """
    word, sound = each
    return Case(
        When(search_text__contains=f" {word} ", then=Value(4.0)),
        When(search_text__contains=f" {word}", then=Value(3.0)),
        When(search_text__contains=f" {sound} ", then=Value(2.0)),
        default=TrigramWordSimilarity(word, "search_text"),
        output_field=FloatField(),
    )
