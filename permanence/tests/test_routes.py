"""The routes as data: each step counts from something, means one thing, and names its source."""

from datetime import date

import pytest

from permanence import found, routes
from permanence.models import Route
from permanence.routes import done
from permanence.routes.step import BEGINNINGS, ENTRY, OURS, PROPOSED, Source, Unit

DAY = date.fromisoformat


def test_every_route_has_its_file() -> None:
    assert set(routes.ROUTES) == set(Route.values)


@pytest.mark.parametrize("route", Route.values)
def test_a_step_comes_once_and_counts_from_one_before_it(route: str) -> None:
    known = set(BEGINNINGS)
    for step in routes.whole(route):
        assert step.code not in known, "twice"
        assert step.within.after in known, f"{step.code} counts from what comes later or never"
        known.add(step.code)


def test_a_code_means_the_same_on_every_route() -> None:
    titles: dict[str, set[str]] = {}
    for route in routes.ROUTES:
        for step in routes.whole(route):
            titles.setdefault(step.code, set()).add(step.title)
    assert [code for code, said in titles.items() if len(said) > 1] == []
    assert len(titles) == len(routes.titles())


@pytest.mark.parametrize("route", Route.values)
def test_only_what_somebody_else_asks_for_names_a_source(route: str) -> None:
    for step in routes.whole(route):
        ours = step.within.kind is Source.PROPOSED
        assert (step.within.source == OURS) == ours, step.code
        assert step.owner and step.title[0].isupper()


def test_a_step_that_this_floor_finds_is_a_fact_elsewhere() -> None:
    steps = {step.code: step for route in routes.ROUTES for step in routes.whole(route)}
    for code in found.FINDERS:
        assert steps[code].fact, code
        assert done.is_found(code)


def test_nobody_finds_a_step_in_two_ways() -> None:
    with pytest.raises(ValueError, match="two ways"):
        done.register("first-review", lambda plans: {})


def test_days_count_on_from_one_another_and_never_lie_in_the_past() -> None:
    days = routes.suggested(
        "adoption",
        {ENTRY: DAY("2026-01-05"), PROPOSED: DAY("2026-02-02"), "first-review": DAY("2026-01-30")},
        [],
        earliest=DAY("2026-02-02"),
    )
    assert "first-review" not in days, "it is done"
    assert days["second-review"] == DAY("2026-04-30")
    assert days["planning-meeting"] == DAY("2026-02-02"), "it should have been on 19 January"
    assert days["adoption-decision"] == DAY("2026-07-07")
    assert days["placement-order-applied"] == DAY("2026-07-14")


def test_a_step_that_counts_from_an_unknown_day_is_not_suggested() -> None:
    days = routes.suggested("independence", {PROPOSED: DAY("2026-02-02")}, [], earliest=date.min)
    assert "pathway-plan" not in days and "permanence-achieved" in days


def test_working_days_leave_out_holidays() -> None:
    step = routes.step("adoption", "agency-told")
    assert step is not None and step.within.unit is Unit.WORKING_DAYS
    assert step.within.day(DAY("2026-12-24"), [DAY("2026-12-25"), DAY("2026-12-28")]) == DAY(
        "2027-01-04"
    )
