"""The engine's rows beside those of the reference: one child after another in plain Python."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from casetrack.models import Authority, CalendarDay, Child
from oversight.clocks import engine
from oversight.clocks.clock import Clock
from oversight.clocks.registry import CLOCKS
from oversight.models import ClockRow
from oversight.tests.histories import histories
from tests import timeline
from tests.reference.clocks import CLOCKS as TOLD_AGAIN
from tests.reference.clocks import Row, bank_holidays, rows_of_child

SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples" / "ssda903-2017-2022"

pytestmark = pytest.mark.django_db

# What happens often in a child's life and seldom in random histories, several clocks at a time.
INTERPLAYS = {
    "matches that overlap, and a family that follows another": (
        "care 2022-01-01; status C1 2022-01-01 .. 2022-06-01; status E1 2022-06-01;"
        " home U5 2022-01-01 .. 2022-12-01 a; home A5 2022-12-01 .. 2023-03-01 a;"
        " home A6 2023-03-01 .. 2023-09-01 b; home U6 2023-09-01 c; decision 2022-05-10;"
        " match 2022-08-01 withdrawn 2022-10-20; match 2022-09-01 withdrawn 2022-09-20;"
        " match 2022-11-01; plan adoption 2022-03-01; review 2022-01-28; review 2022-04-25;"
        " review 2022-12-20; review 2023-03-20; born 2021-11-30"
    ),
    "home on an order, to hospital, away for a while and back, and a short break": (
        "care 2020-03-02; status C1 2020-03-02 .. 2020-09-01; status C2 2020-09-01 .. 2022-05-01;"
        " status V4 2022-05-01 .. 2022-06-01; status C2 2022-06-01;"
        " home U6 2020-03-02 .. 2020-07-01; home P1 2020-07-01 .. 2021-01-10 a;"
        " home T1 2021-01-10 .. 2021-02-01;"
        " home P1 2021-02-01 .. 2021-06-30 a; home U6 2021-06-30 .. 2021-09-30 CREQB;"
        " home P1 2021-09-30 a; review 2020-03-27; review 2020-06-20; born 2005-02-28"
    ),
    "a stay with return that says until 18, in a home that does not": (
        "recorded 2019-01-01; born 2002-01-02; care 2019-01-01; status C1 2019-01-01;"
        " home U1 2019-01-01 .. 2019-01-03 b;"
        " home T1 2019-01-03 .. 2019-01-04 c meant_for=until-18;"
        " home U1 2019-01-04 b; worker A 2019-01-01; visit 2019-01-01; visit 2019-02-01;"
        " review 2019-01-29; plan adoption 2019-01-01"
    ),
    "adoption given up, then decided again, from an unknown start": (
        "care ~2018-04-01; status ~E1 2018-04-01 .. 2020-02-01; status C2 2020-02-01 .. 2020-08-01;"
        " status E1 2020-08-01; home ~A6 2018-04-01 .. 2019-05-01; home U2 2019-05-01;"
        " decision 2017-11-01 reversed 2019-06-10; decision 2020-07-01; match 2018-01-15;"
        " match 2019-05-20 withdrawn 2019-07-01; plan adoption 2020-05-01; review 2018-08-01;"
        " review 2019-01-20; born 2016-02-29"
    ),
}


def stored(child: Child) -> list[Row]:
    found = ClockRow.objects.filter(child=child, clock__in=TOLD_AGAIN).order_by(
        "clock", "runs_from"
    )
    columns = [name for name in Row._fields if name != "missing"]
    return [Row(*(getattr(row, name) for name in columns), bool(row.missing)) for row in found]


def assert_as_the_reference_says(children: Iterable[Child]) -> None:
    for child in children:
        assert stored(child) == rows_of_child(child), f"child {child.reference}"


def test_what_is_told_again_is_a_clock() -> None:
    assert TOLD_AGAIN.keys() <= CLOCKS.keys()


@hypothesis_settings(suppress_health_check=list(HealthCheck))
@given(history=histories())
def test_any_history_has_the_rows_of_the_reference(history: str) -> None:
    child = timeline.child(history)
    engine.refresh([child.pk])
    assert_as_the_reference_says([child])


@pytest.mark.parametrize("history", INTERPLAYS.values(), ids=INTERPLAYS.keys())
def test_facts_that_bear_on_each_other(history: str) -> None:
    child = timeline.child(history)
    engine.refresh([child.pk])
    assert len(stored(child)) > 5
    assert_as_the_reference_says([child])


@pytest.mark.parametrize("clock", [CLOCKS[code] for code in TOLD_AGAIN], ids=TOLD_AGAIN.keys())
def test_the_worked_examples_have_the_rows_of_the_reference(clock: Clock) -> None:
    # Of what an authority may ask for, the reference knows the reviews of those under five.
    known = [
        example.history
        for example in clock.examples
        if "switched " not in example.history or clock.code == "mid-point"
    ]
    children = [
        timeline.child(history, authority=Authority.objects.create(code=f"T{number}", name="T"))
        for number, history in enumerate(known)
    ]
    engine.refresh([child.pk for child in children])
    assert_as_the_reference_says(children)


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not beside the checkout")
def test_every_child_of_the_sample_returns_has_the_rows_of_the_reference() -> None:
    call_command("import_ssda903", str(SAMPLES), authority="SAMPLE", accept_closures=True)
    children = Child.objects.filter(authority__code="SAMPLE")
    assert children.count() > 100
    assert_as_the_reference_says(children)


def test_the_bank_holidays_are_those_of_the_calendar() -> None:
    known = CalendarDay.objects.exclude(holiday="").values_list("day", flat=True)
    assert bank_holidays() == set(known)
