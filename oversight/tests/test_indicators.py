"""Every indicator's worked examples, what every definition must have, and the counting itself."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from django.db import connection

from casetrack.models import Authority
from oversight.clocks.clock import Clock
from oversight.clocks.engine import refresh
from oversight.indicators import compute
from oversight.indicators.compute import FACTS, RULES, Asked, mark, series, with_facts
from oversight.indicators.indicator import Example, Indicator
from oversight.indicators.national import NATIONAL
from oversight.indicators.registry import INDICATORS
from oversight.models import EnteredFigure
from tests import timeline

BEFORE = "born 2010-01-01; care 2010-01-01 .. 2010-01-02"
"""Of long ago, so that the days before the histories are known."""
EXAMPLES = [
    pytest.param(indicator, example, id=f"{indicator.code}: {example.shows}")
    for indicator in INDICATORS.values()
    for example in indicator.examples
]
OWN = [indicator for indicator in INDICATORS.values() if indicator.own]


@pytest.fixture
def authority(db: None) -> Authority:
    """One whose facts are known to the day, and that has recorded here for long."""
    authority = timeline.an_authority()
    authority.records_live, authority.recorded_from = True, date(2000, 1, 1)
    authority.save()
    timeline.child(BEFORE, authority=authority)
    return authority


def waits_of(indicator: Indicator) -> list[Clock]:
    """The clocks whose waits it counts."""
    sql = " ".join(side.sql for side in indicator.sides)
    return [clock for name, clock in RULES.items() if re.search(rf"\b{name}\b", sql)]


@pytest.mark.parametrize(("indicator", "example"), EXAMPLES)
def test_a_worked_example_holds(
    authority: Authority, indicator: Indicator, example: Example
) -> None:
    children = [timeline.child(history, authority=authority).pk for history in example.histories]
    if waits_of(indicator):
        refresh(children)
    for code, value in example.given:
        EnteredFigure.objects.create(
            authority=authority,
            code=code,
            on_day=example.on_day,
            as_at=example.on_day,
            value=value,
            source="worked example",
        )
    (found,) = series(Asked(authority, (example.on_day,)), indicator)
    assert (found.number, found.unknown) == (example.number, example.unknown), found.why
    assert found.of == example.of
    assert (None if found.value is None else round(found.value, 1)) == example.value


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS.keys())
def test_an_indicator_is_fully_defined(indicator: Indicator) -> None:
    said = (indicator.title, indicator.question, indicator.source, indicator.kind, indicator.unit)
    assert all(words.strip() for words in said)
    assert indicator.question.endswith("?")
    assert all(side.words.endswith(".") for side in indicator.sides)
    if indicator.own:
        assert len(indicator.examples) >= 2
        assert any(example.value is not None for example in indicator.examples)
        assert any(example.number > 1 for example in indicator.examples)


def test_no_two_indicators_have_one_number() -> None:
    numbers = [number for indicator in INDICATORS.values() for number in indicator.called]
    assert len(set(numbers)) == len(numbers)


def test_national_figures_are_of_a_measure_and_one_is_in_force_at_a_time() -> None:
    assert {each.indicator for each in NATIONAL} <= INDICATORS.keys()
    for each in NATIONAL:
        assert each.ends_on is None or each.starts_on < each.ends_on
        same = [o for o in NATIONAL if (o.indicator, o.whose) == (each.indicator, each.whose)]
        assert [other for other in same if other.holds_on(each.starts_on)] == [each]


def test_waits_are_counted_only_of_clocks_that_nobody_can_switch_off() -> None:
    counted = {clock.code: clock for each in OWN for clock in waits_of(each)}
    assert "review-due" in counted
    assert all(clock.statutory and not clock.recorded for clock in counted.values())


def test_a_mark_is_of_the_rule_of_the_clock_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    of, rule = INDICATORS["reviews-in-time"], RULES["wait_review_due"]
    before, beside = mark(of), mark(INDICATORS["children-in-care"])
    monkeypatch.setitem(RULES, "wait_review_due", replace(rule, sql=f"{rule.sql} "))
    mark.cache_clear()
    assert mark(of) != before
    assert mark(INDICATORS["children-in-care"]) == beside
    mark.cache_clear()


def test_no_sql_has_a_sign_that_the_driver_reads() -> None:
    sql = [side.sql for indicator in INDICATORS.values() for side in indicator.sides]
    assert "%" not in "".join([*sql, *FACTS.values()])


def test_a_definition_has_a_mark_that_changes_with_what_it_counts() -> None:
    marks = {compute.mark(indicator) for indicator in INDICATORS.values()}
    assert len(marks) == len(INDICATORS)


@pytest.mark.django_db
def test_stretches_of_a_child_never_overlap(authority: Authority) -> None:
    """In the histories of all examples: where they did, a child would be counted twice."""
    for example in {history for each in OWN for e in each.examples for history in e.histories}:
        timeline.child(example, authority=authority)
    sides = {side.sql: each.code for each in OWN for side in each.sides if side.stretches}
    for sql, code in sides.items():
        rows = f"SELECT child_id, starts_on, ends_on FROM ({sql}) AS counted"
        with connection.cursor() as cursor:
            cursor.execute(
                f"{with_facts({'stretches': rows})} SELECT child_id, starts_on, ends_on"
                " FROM stretches WHERE coalesce(ends_on > starts_on, true) ORDER BY 1, 2",
                {"authority": authority.pk},
            )
            for (one, _, ends_on), (other, starts_on, _) in pairwise(cursor.fetchall()):
                assert one != other or (ends_on is not None and ends_on <= starts_on), code


def test_what_looks_back_is_told_once_all_those_months_were_recorded(authority: Authority) -> None:
    authority.recorded_from = date(2023, 2, 1)
    timeline.child(
        "care 2020-01-01; status C2 2020-01-01; check dentist 2023-12-01", authority=authority
    )
    days = (date(2023, 12, 31), date(2024, 1, 31))
    early, whole = series(Asked(authority, days), INDICATORS["dentist-in-a-year"])
    assert (early.number, early.value) == (None, None) and "did not record" in early.why
    assert (whole.number, whole.of, whole.value) == (1, 1, 100.0)
