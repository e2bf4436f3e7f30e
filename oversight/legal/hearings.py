"""The hearings of a month, day by day, and as a calendar file that names nobody.

The file travels: to a telephone, to a calendar that colleagues see. It holds which hearing it is
and at which court, never who it is about; the address in it leads whoever may see her to the child.
Each hearing keeps its mark, so that a calendar that takes the file in again moves or removes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import uuid5

from django.db.models import QuerySet
from icalendar import Calendar, Event

from casetrack import dates, words
from casetrack.models import Child, Hearing
from casetrack.typed import EARLIEST, LATEST
from oversight.legal.part import with_worker
from oversight.models.states import known_day

CALENDAR = "text/calendar; charset=utf-8"
KEPT_PAST = timedelta(days=31)
"""How long a hearing stays in the file, so that one called off late is still taken out."""


@dataclass(frozen=True)
class Listed:
    """A hearing of the list, as it is known today."""

    hearing: Any
    today: date

    @property
    def child(self) -> Child:
        child: Child = self.hearing.child
        return child

    @property
    def what(self) -> str:
        return words.capital(str(self.hearing.get_purpose_display()))

    @property
    def about(self) -> str:
        """Of what the court was asked."""
        return str(self.hearing.proceedings.get_kind_display())

    @property
    def court(self) -> str:
        return self.hearing.proceedings.court or "Court not recorded"

    @property
    def called_off(self) -> bool:
        return self.hearing.vacated_on is not None

    @property
    def came(self) -> str:
        """Called off on 3 Jun 2026. No judge. Of one that is to come, nothing yet."""
        hearing = self.hearing
        if self.called_off:
            off = f"Called off on {words.short_day(hearing.vacated_on)}."
            return f"{off} {words.sentence(hearing.vacated_because)}".strip()
        if hearing.held_on is not None:
            until = f" until {words.short_day(hearing.held_on)}"
            held = f"Held{until * (hearing.held_on > hearing.listed_on)}."
            return f"{held} {words.sentence(hearing.decided)}".strip()
        if hearing.listed_on < self.today:
            return "Whether it was held is not recorded."
        return "Today." if hearing.listed_on == self.today else ""

    @property
    def worker(self) -> str:
        return self.hearing.worker or "No worker recorded"


def hearings(children: QuerySet[Child], today: date, team: int | None) -> QuerySet:
    """The hearings of these children in their order, each with who works with the child today."""
    found = Hearing.objects.filter(child__in=children).select_related("child", "proceedings")
    known = found.annotate(on_day=known_day(today, "child__authority"))
    return with_worker(known, team).order_by("listed_on", "child__reference", "pk")


def by_day(found: Iterable[Any], today: date) -> list[tuple[date, list[Listed]]]:
    listed = [Listed(hearing, today) for hearing in found]
    return [(day, list(those)) for day, those in groupby(listed, lambda it: it.hearing.listed_on)]


def month_of(text: str, today: date) -> date:
    """The first day of the month that an address names (2026-11), or of this one."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return first if EARLIEST <= first.year <= LATEST else today.replace(day=1)


def in_month(found: QuerySet, first: date) -> QuerySet:
    return found.filter(listed_on__gte=first, listed_on__lt=dates.add_months(first, 1))


def for_a_calendar(found: QuerySet, today: date) -> QuerySet:
    """Those to come, and those of the last month."""
    return found.filter(listed_on__gte=today - KEPT_PAST)


def calendar(found: Iterable[Any], *, made_at: datetime, site: str) -> bytes:
    """An iCalendar file (RFC 5545) of whole-day events; `site` is where the children are found."""
    file = Calendar()
    file.add("prodid", "-//Casetrack//Hearings//EN")
    file.add("version", "2.0")
    file.add("method", "PUBLISH")
    file.add("x-wr-calname", "Hearings")
    for hearing in found:
        file.add_component(_event(hearing, made_at, site))
    return bytes(file.to_ical())


def _event(hearing: Any, made_at: datetime, site: str) -> Event:
    event = Event()
    what = Listed(hearing, made_at.date()).what
    off = hearing.vacated_on is not None
    event.add("uid", f"{uuid5(hearing.child.uuid, f'hearing {hearing.pk}')}@casetrack")
    event.add("dtstamp", made_at)
    event.add("sequence", int(off))
    event.add("summary", f"Called off: {words.uncapital(what)}" if off else what)
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("dtstart", hearing.listed_on)
    event.add("dtend", (hearing.held_on or hearing.listed_on) + timedelta(days=1))
    event.add("class", "PRIVATE")
    event.add("url", f"{site}/children/{hearing.child.uuid}/")
    if hearing.proceedings.court:
        event.add("location", hearing.proceedings.court)
    return event
