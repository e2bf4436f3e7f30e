"""Every clock's worked examples, and what every definition must have."""

import re
from datetime import date

import pytest

from oversight.clocks import engine
from oversight.clocks.clock import Clock, Example
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from oversight.clocks.rulebook import RULES
from oversight.models import ClockRow, ClockSetting
from tests import timeline

EXAMPLES = [
    pytest.param(clock, example, id=f"{clock.code}: {example.shows}")
    for clock in CLOCKS.values()
    for example in clock.examples
]


def switched_on(clock: Clock) -> None:
    ClockSetting.objects.create(
        authority=timeline.an_authority(), clock=clock.code, starts_on=date(2000, 1, 1)
    )


@pytest.mark.django_db
@pytest.mark.parametrize(("clock", "example"), EXAMPLES)
def test_a_worked_example_holds(clock: Clock, example: Example) -> None:
    child = timeline.child(example.history)
    if not clock.usual:
        switched_on(clock)
    refresh([child.pk])
    found = [
        (
            (row.started_on, row.runs_from, row.stopped_on, row.warn_on, row.due_on),
            row.start_known,
            bool(row.missing),
        )
        for row in ClockRow.objects.filter(child=child, clock=clock.code)
    ]
    # Rows of several subjects of one day come in no order.
    expected = [(row.dates(), row.known, row.missing) for row in example.rows]
    assert sorted(found, key=repr) == sorted(expected, key=repr)
    assert refresh([child.pk]) == 0


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS.keys())
def test_a_clock_is_fully_defined(clock: Clock) -> None:
    assert len(clock.examples) >= 5
    assert any(example.rows for example in clock.examples)
    for words in (clock.title, clock.why, clock.source, clock.owner, clock.counting, clock.stops):
        assert words.strip()
    assert clock.limit or clock.warning or clock.limit_words
    assert all(rule in RULES for rule in clock.rules)


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS.keys())
def test_what_is_proposed_is_never_called_statutory(clock: Clock) -> None:
    said = " ".join((clock.title, clock.why, clock.counting, clock.source)).lower()
    assert clock.statutory or "statutory" not in said


@pytest.mark.parametrize("clock", CLOCKS.values(), ids=CLOCKS.keys())
def test_whose_setting_a_clock_reads_it_heeds(clock: Clock) -> None:
    read = set(re.findall(r"\bclock = '([a-z-]+)'", clock.sql)) - {clock.code}
    assert read == set(clock.heeds) <= CLOCKS.keys()


def test_no_sql_has_a_sign_that_the_driver_reads() -> None:
    """Inside a recording every statement is sent with parameters, where % is a placeholder."""
    assert "%" not in engine.WRITTEN + "".join(engine._steps().values())
