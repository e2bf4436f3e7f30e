"""The highlight report: its finding, actions and words as at the day, and figures as published."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from casetrack.models import Authority
from oversight.indicators.registry import INDICATORS
from oversight.models import Benchmark, PlanTheme, Standing
from oversight.packs.highlights import ACTIONS, IMPACT, highlights
from oversight.packs.pack import Pack
from oversight.tests.test_action_plan import act, write
from tests import timeline
from tests.cast import Cast

AS_AT = date(2026, 5, 31)
BEFORE = AS_AT - timedelta(60)
HOME = "care {0}; status C2 {0}; home {1} {0}"


@pytest.fixture
def authority(cast: Cast) -> Authority:
    """With the cast's two 30 in care on the day, of whom 8 came since a year before; 3 at home."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    for number in range(28):
        since = "2024-01-10" if number < 20 else "2026-01-10"
        timeline.child(HOME.format(since, "P1" if number < 3 else "U4"), authority=cast.authority)
    return cast.authority


def made(authority: Authority) -> Pack:
    return highlights(authority, AS_AT, timezone.localdate()).pack


def grids(pack: Pack, theme: PlanTheme) -> dict[tuple[str, ...], Any]:
    sheet = next(each for each in pack.sheets if each.title.startswith(f"{theme.number}. "))
    return {grid.head: grid.rows for grid in sheet.grids}


def test_without_a_theme_it_says_so(authority: Authority) -> None:
    pack = made(authority)
    assert pack.finding == "No theme is written yet."
    assert pack.sheets == ()


def test_finding_and_summary_are_of_the_day(authority: Authority) -> None:
    first = write(authority, 1, [(BEFORE, "on-track", "Begun."), (AS_AT, "off-track", "Stuck.")])
    second = write(
        authority, 2, [(BEFORE, "on-track", "Well."), (date(2026, 6, 1), "done", "Done.")]
    )
    act(first, BEFORE)
    act(second, BEFORE, on=date(2026, 6, 1))
    act(second, AS_AT, "Meet", on=AS_AT)
    pack = made(authority)
    assert pack.finding == "2 themes: 1 on track, 1 off track; 2 actions are late."
    assert pack.summary.rows == (
        ("1. Title 1", "Head of service", "Off track", "0 of 1"),
        ("2. Title 2", "Head of service", "On track", "1 of 2"),
    )


def test_a_theme_says_its_newest_words_of_the_day_and_what_is_late(authority: Authority) -> None:
    said = [(BEFORE, Standing.ON_TRACK, "Begun."), (date(2026, 6, 2), Standing.DONE, "Done.")]
    theme = write(authority, 1, said)
    act(theme, AS_AT - timedelta(3), "Train")
    act(theme, AS_AT + timedelta(9), "Meet")
    act(theme, BEFORE, "Write", on=BEFORE)
    unsaid = write(authority, 2)
    pack = made(authority)
    assert pack.sheets[0].said == ("Begun. (1 April 2026)",)
    assert pack.sheets[1].said == ("Nothing is written of it yet.",)
    assert grids(pack, theme)[ACTIONS] == (
        ("Write", "Academy", "1 Apr", "done 1 Apr"),
        ("Train", "Academy", "28 May", "3 days late"),
        ("Meet", "Academy", "9 Jun", "due in 9 days"),
    )
    assert grids(pack, unsaid) == {}


def test_its_figures_are_counted_a_year_before_and_now_beside_the_target(
    authority: Authority,
) -> None:
    Benchmark.objects.create(
        authority=authority,
        indicator="children-in-care",
        whose="target",
        value=28,
        source="Strategy",
        starts_on=BEFORE,
    )
    theme = write(authority, 1, indicators=["children-in-care"])
    PlanTheme.objects.filter(pk=theme.pk).update(indicators=["gone", "children-in-care"])
    titled = INDICATORS["children-in-care"].titled
    assert grids(made(authority), theme)[IMPACT] == ((titled, "22", "30", "28"),)


def test_a_small_number_is_hidden_in_it_now_and_a_year_before(authority: Authority) -> None:
    theme = write(authority, 1, indicators=["placed-with-parents-number"])
    titled = INDICATORS["placed-with-parents-number"].titled
    pack = made(authority)
    assert grids(pack, theme)[IMPACT] == ((titled, "hidden", "hidden", "none set"),)
    assert pack.hidden
