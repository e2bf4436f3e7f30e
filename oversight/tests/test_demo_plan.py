"""The demo authority has an action plan, targets, rates and entered figures, made once."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casetrack.models import Authority, Child
from casetrack.models.codes import HOME_TYPE
from oversight.action_plan import plan_on, themes_of
from oversight.demo import figures, plan
from oversight.disclosure.narrative import findings
from oversight.indicators.benchmarks import held_against
from oversight.indicators.forecast.recorded import prices
from oversight.indicators.inputs import INPUTS
from oversight.indicators.registry import INDICATORS, called
from oversight.indicators.scorecard import HEADLINES
from oversight.models import (
    Benchmark,
    EnteredFigure,
    FearedHome,
    PlanTheme,
    SavingsWork,
    ThemeProgress,
    WeeklyRate,
)
from oversight.packs.scrutiny import PROXIES
from oversight.savings.ledger import Year
from oversight.savings.recorded import judged, moves
from tests import timeline
from tests.cast import a_user

TODAY = date(2026, 11, 23)

pytestmark = pytest.mark.django_db


def run(code: str = "TEST") -> None:
    call_command("demo_plan", authority=code, today=TODAY, stdout=StringIO())


@pytest.fixture
def authority() -> Authority:
    """Ten children in care."""
    authority = timeline.an_authority()
    for _ in range(10):
        timeline.child("care 2024-01-01; status C2 2024-01-01; home U6 2024-01-01 provider=PR1")
    a_user("manager", authority, "service-manager")
    return authority


def test_the_plan_has_six_themes_of_which_some_do_not_go_well(authority: Authority) -> None:
    plan.make(authority, TODAY)
    found = plan_on(authority, themes_of(authority), {}, TODAY)
    assert found.finding == "6 themes: 4 on track, 1 at risk, 1 off track; 3 actions are late"
    assert all(theme.earlier and theme.actions for theme in found.themes)
    assert {each.written_by.username for each in ThemeProgress.objects.all()} == {"manager"}


def test_its_measures_are_there_and_its_words_tell_of_no_few_children() -> None:
    for theme in plan.THEMES:
        assert set(theme.indicators) <= set(INDICATORS)
        words = [
            theme.aim,
            *(each.words for each in theme.actions),
            *(said[2] for said in theme.said),
        ]
        assert [each for text in words for each in findings(text)] == []


def test_what_people_enter_and_set_is_there_for_every_page(authority: Authority) -> None:
    figures.make(authority, TODAY)
    _has_targets(authority)
    _has_rates()
    _has_figures(authority)
    _has_savings(authority)


def _has_targets(authority: Authority) -> None:
    """For every measure of the scorecard and of a scrutiny panel."""
    codes = [called(number).code for number in (*HEADLINES, *PROXIES)]
    held = held_against(authority, codes, TODAY)
    assert all(held[code][0].source == figures.SOURCE for code in codes)
    assert {each.source for each in Benchmark.objects.all()} == {figures.SOURCE}


def _has_rates() -> None:
    """Of every kind of home."""
    in_force = [each for each in WeeklyRate.objects.all() if each.holds_on(TODAY)]
    assert {each.type for each in in_force} >= {value for value, _ in HOME_TYPE.current}
    external = WeeklyRate.objects.filter(type="K2", provider="").order_by("starts_on")
    assert [(each.starts_on, each.ends_on, int(each.pounds)) for each in external] == [
        (date(2024, 4, 1), date(2026, 4, 1), 4807),
        (date(2026, 4, 1), None, 5200),
    ]


def _has_figures(authority: Authority) -> None:
    """Of three months whatever nothing here can count, and the population."""
    entered = EnteredFigure.objects.filter(authority=authority)
    assert set(entered.values_list("code", flat=True)) == {
        *(each.code for each in INPUTS),
        *(each.code for each in INDICATORS.values() if not each.own),
    }
    days = entered.filter(code="agency-social-workers").values_list("on_day", flat=True)
    assert sorted(days) == [date(2026, 8, 31), date(2026, 9, 30), date(2026, 10, 31)]
    people = entered.filter(code="population-under-18").latest("on_day")
    assert (people.on_day, int(people.value)) == (date(2026, 6, 30), 600)


def _has_savings(authority: Authority) -> None:
    """Work of the year, and for the first two children a home that was feared, with its pounds."""
    year, rates = Year.of(TODAY), prices(authority)
    assert [work.pounds for work in moves(authority, year, rates).works] == [60_000]
    found = judged(authority, year, rates)
    first = Child.objects.order_by("reference").values_list("pk", flat=True)[:2]
    assert [each.feared.child_id for each in found] == list(first)
    assert all(each.pounds.low > 0 for each in found)


def test_run_again_it_changes_nothing(authority: Authority) -> None:
    run()
    models = (PlanTheme, EnteredFigure, WeeklyRate, Benchmark, SavingsWork, FearedHome)
    counted = {model: model.objects.count() for model in models}
    assert all(counted.values())
    run()
    assert {model: model.objects.count() for model in counted} == counted


def test_an_authority_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="There is no authority NONE"):
        run("NONE")
