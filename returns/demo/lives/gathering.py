"""Brings a council together: the lives that were made up, with the rows that became of them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from casetrack.models import Authority, CalendarDay, CarePeriod, Child, CourtOrder, Worker
from permanence.models import PermanencePlan
from placements.models import Placement
from returns.demo import names
from returns.demo.generator import Population
from returns.demo.history import Care, Home
from returns.demo.lives.council import Council, Story
from returns.demo.workforce import TEAMS


def gather(
    authority: Authority,
    population: Population,
    called: Mapping[int, str],
    workers: dict[str, Worker],
    seed: int,
) -> Council:
    """Children who only stay short breaks are left out: nobody records them here."""
    lives = {life.reference: life for life in population.lives if not life.short_breaks}
    found = Child.objects.filter(authority=authority, reference__in=lives).order_by("reference")
    periods: dict[int, dict[date | None, date]] = {}
    for child, start, end in CarePeriod.objects.filter(child__authority=authority).values_list(
        "child_id", "starts_on", "ends_on"
    ):
        periods.setdefault(child, {})[end] = start
    stories = {
        child: Story(
            child,
            lives[reference],
            called[child],
            population.today,
            [
                known_since(care, periods[child][care.ends_on])
                for care in lives[reference].cares
                if care.ends_on in periods[child]
            ],
        )
        for child, reference in found.values_list("pk", "reference")
    }
    _add(stories, "homes", Placement.objects.select_related("home"), "starts_on", authority)
    _add(stories, "orders", CourtOrder.objects.all(), "made_on", authority)
    _add(stories, "plans", PermanencePlan.objects.all(), "starts_on", authority)
    for story in stories.values():
        began = story.care.starts_on
        story.homes = [home for home in story.homes if home.starts_on >= began]
    signing_in = (
        Worker.objects.filter(authority=authority).exclude(user=None).select_related("user")
    )
    council = Council(
        authority,
        population.today,
        seed,
        list(stories.values()),
        {who: one.name for who, one in population.workforce.people.items()},
        workers,
        [],
        frozenset(CalendarDay.objects.exclude(holiday="").values_list("day", flat=True)),
        dict(signing_in.values_list("name", "user__username")),
    )
    random = council.random("managers", len(TEAMS))
    council.managers = [names.adult(random) for _ in TEAMS]
    return council


def known_since(care: Care, start: date) -> Care:
    """A time in care as the record has it, which may begin with the oldest return."""
    return replace(
        care, starts_on=start, legal=_clipped(care.legal, start), homes=_homes(care.homes, start)
    )


def _clipped(legal: list[tuple[date, str]], start: date) -> list[tuple[date, str]]:
    before = [code for on, code in legal if on <= start]
    first = [(start, before[-1])] if before else []
    return first + [(on, code) for on, code in legal if on > start]


def _homes(homes: list[Home], start: date) -> list[Home]:
    before = [home for home in homes if home.on <= start]
    first = [replace(before[-1], on=start)] if before else []
    return first + [home for home in homes if home.on > start]


def _add(
    stories: Mapping[int, Story], where: str, rows: Any, day: str, authority: Authority
) -> None:
    for row in rows.filter(child__authority=authority).order_by(day, "pk"):
        if (story := stories.get(row.child_id)) is not None:
            getattr(story, where).append(row)
