"""Proceedings: care proceedings have 26 weeks, with the day of issue as their first day.

Children Act 1989, section 32(1)(a): the last day is 181 days after issue; section 32(5) lets the
court give more time, with its reason. Other proceedings are listed without a last day.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from casetrack import words
from casetrack.models import Hearing, Proceedings, ProceedingsExtension, ProceedingsKind
from casetrack.models.proceedings import FURTHER_DAYS
from oversight.export import Cell
from oversight.legal.part import Column, Part, Row, Tag, left, limit_of, not_over, those

NO_LIMIT = date.max


class Application(Row):
    """Proceedings that were not concluded, with their last day as the court has set it."""

    @property
    def issued_on(self) -> date:
        issued_on: date = self.fact.issued_on
        return issued_on

    @property
    def limited(self) -> bool:
        return bool(self.fact.kind == ProceedingsKind.CARE)

    @property
    def last_day(self) -> date:
        """Of the 26 weeks, or the authority's fewer, or of the last extension by the day."""
        if not self.limited:
            return NO_LIMIT
        own = self.issued_on + timedelta(days=FURTHER_DAYS)
        own = min(own, self.fact.limit_on or own)  # which may hold an extension of a later day
        return max(own, self.fact.until_on or own)

    @property
    def week(self) -> int:
        """The week that the day falls in; the day of issue begins the first."""
        return (self.day - self.issued_on).days // 7 + 1

    @property
    def weeks(self) -> int:
        """Those up to the last day, the last begun one included."""
        return (self.last_day - self.issued_on).days // 7 + 1

    @property
    def extensions(self) -> list[Any]:
        given = [each for each in self.fact.extensions.all() if each.ordered_on <= self.day]
        return sorted(given, key=lambda each: each.ordered_on)

    @property
    def order(self) -> tuple[Any, ...]:
        return (self.last_day, self.issued_on)

    @property
    def shows(self) -> set[str]:
        tone = self.tag.tone if self.tag else ""
        return those(
            over=tone == "red",
            near=tone == "amber",
            unlisted=self.fact.next_on is None,
            extended=self.fact.until_on is not None,
            care=self.limited,
        )

    @property
    def tag(self) -> Tag | None:
        return left(self.last_day, self.day) if self.limited else None

    @property
    def week_words(self) -> str:
        return f"Week {self.week} of {self.weeks}" if self.limited else f"Week {self.week}"

    @property
    def next_words(self) -> str:
        if self.fact.next_on is None:
            return "No hearing is listed"
        return words.short_day(self.fact.next_on)

    @property
    def columns(self) -> list[Column]:
        fact = self.fact
        purpose = [_hearing_words(fact.next_purpose)] if fact.next_on else []
        issued = f"issued {words.short_day(self.issued_on)}"
        until = [f"last day {words.short_day(self.last_day)}"] if self.limited else []
        return [
            Column("Proceedings", words.capital(fact.get_kind_display()), [issued]),
            Column("Week", self.week_words, until),
            Column("More time", *_more_time(self.extensions)),
            Column("Next hearing", self.next_words, purpose),
        ]

    @property
    def cells(self) -> list[tuple[str, Cell]]:
        given = "; ".join(_given(each) for each in self.extensions)
        fact = self.fact
        return [
            ("Proceedings", fact.get_kind_display()),
            ("Issued", self.issued_on),
            ("Week", self.week),
            ("Last day", self.last_day if self.limited else None),
            ("Days left", (self.last_day - self.day).days if self.limited else None),
            ("More time", given),
            ("Next hearing", fact.next_on),
            ("Which hearing", _hearing_words(fact.next_purpose) if fact.next_on else None),
            ("Court", fact.court),
        ]


def _given(extension: Any) -> str:
    """To 12 Mar 2027: The expert’s report is late."""
    return f"To {words.short_day(extension.until_on)}: {extension.reason}"


def _more_time(extensions: list[Any]) -> tuple[str, list[str]]:
    if not extensions:
        return "None", []
    times = {1: "Once", 2: "Twice"}.get(len(extensions), f"{len(extensions)} times")
    return times, [_given(each) for each in extensions]


def _hearing_words(purpose: str) -> str:
    return str(dict(Hearing._meta.get_field("purpose").flatchoices)[purpose])


def _facts(proceedings: QuerySet) -> QuerySet:
    """Those issued and not concluded, with the last extension and the hearing that comes next."""
    own = {"proceedings": OuterRef("pk")}
    standing = Q(vacated_on=None) | Q(vacated_on__gt=OuterRef("on_day"))
    ahead = Hearing.objects.filter(standing, listed_on__gte=OuterRef("on_day"), **own)
    ahead = ahead.filter(Q(held_on=None) | Q(held_on__gte=OuterRef("on_day")))
    ahead = ahead.order_by("listed_on", "pk")
    given = ProceedingsExtension.objects.filter(ordered_on__lte=OuterRef("on_day"), **own)
    until = given.values("proceedings").annotate(until=Max("until_on")).values("until")
    going = proceedings.filter(not_over("concluded_on"), issued_on__lte=F("on_day"))
    return going.annotate(
        until_on=Subquery(until),
        limit_on=limit_of("care-proceedings", "proceedings"),
        next_on=Subquery(ahead.values("listed_on")[:1]),
        next_purpose=Subquery(ahead.values("purpose")[:1]),
    )


def _heading(children: int, counts: Mapping[str, int]) -> str:
    late = f"{counts['over']} past the last day" if counts["over"] else "none past the last day"
    return f"{words.children(children)} before a court, {late}"


PART = Part(
    code="court",
    title="Proceedings",
    about="Care proceedings last 26 weeks, counted from the day of issue as the first day, or "
    "until the day to which the court has given more time (Children Act 1989, section 32).",
    model=Proceedings,
    row=Application,
    facts=_facts,
    shows={
        "over": "Past the last day",
        "near": "Last day in 28 days",
        "unlisted": "No hearing listed",
        "extended": "Given more time",
        "care": "Care proceedings",
    },
    heading=_heading,
    beside=("extensions",),
)
