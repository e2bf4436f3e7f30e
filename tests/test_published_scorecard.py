"""The scorecard of the published year says what was printed: measures as at the days of the papers,
beside the plain counts of `returns/demo/tests/test_published.py`.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from casetrack.dates import add_months
from casetrack.models import Authority
from oversight.indicators.beside import beside
from oversight.indicators.changes import changes
from oversight.indicators.compute import Asked, Figure, series
from oversight.indicators.homes_counted import MOST, Within, homes_counted
from oversight.indicators.inputs import named
from oversight.indicators.registry import INDICATORS, called
from oversight.indicators.waiting import waiting
from oversight.population import population
from returns.demo.published import targets
from returns.demo.published.targets import AS_AT, CONNECTED, WITH_PARENTS
from tests.cast import a_user, signed_in

ENDS = tuple(add_months(date(2019, 12, 1), n) - timedelta(days=1) for n in range(12))
LATER = date(2026, 11, 27)


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        told = StringIO()
        call_command("demo_authority", published=True, stdout=told)
        assert "PUBLISHED is made: 683 children in care on 2020-10-31, 0 rows" in told.getvalue()
        yield
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def published(made: None, db: None) -> Authority:
    return Authority.objects.get(code="PUBLISHED")


def figures(authority: Authority, name: str, *days: date) -> list[Figure]:
    return series(Asked(authority, days), called(name))


@pytest.mark.parametrize(("name", "expected"), [("CP9", WITH_PARENTS), ("CP14", CONNECTED)])
def test_the_series_are_the_printed_ones_at_all_twelve_month_ends(published, name, expected):
    found = figures(published, name, *ENDS)
    assert tuple(figure.number for figure in found) == expected
    assert found[-1].of == targets.IN_CARE


def test_children_in_care_are_the_printed_totals(published):
    days = (*targets.OTHER_TOTALS, AS_AT)
    expected = [*(printed.value for printed in targets.OTHER_TOTALS.values()), targets.IN_CARE]
    assert [figure.value for figure in figures(published, "CP1", *days)] == expected


def test_so_many_have_had_one_home_in_twelve_months(published):
    (figure,) = figures(published, "CP17", AS_AT)
    assert (figure.number, figure.of) == (targets.HOMES[1], targets.IN_CARE)


def test_children_by_number_of_homes_in_both_readings(published):
    found = homes_counted(published, AS_AT)
    expected = (0, *(targets.HOMES.get(number, 0) for number in range(1, MOST + 1)))
    assert found.children == dict.fromkeys(Within, expected)
    assert found.in_care == targets.IN_CARE


def test_the_average_from_order_to_match_is_the_printed_one(published):
    (figure,) = figures(published, "A2", AS_AT)
    assert (figure.value, figure.unknown) == (targets.ORDER_TO_MATCH_DAYS, 0)


def test_so_many_have_kept_their_home_for_two_years(published):
    (figure,) = series(Asked(published, (AS_AT,)), INDICATORS["same-home-for-two-years"])
    assert figure.number == targets.STEADY.value
    assert round(figure.value or 0) == targets.STEADY_SHARE.value


def test_how_long_children_have_been_with_their_parents_so_far(published):
    found = waiting(published, AS_AT)["placed-with-parents"].running
    assert len(found) == WITH_PARENTS[-1]
    assert {n: found.over_years(n) for n in (1, 2, 3)} == targets.LONGER_WITH_PARENTS
    assert found.mean and round(found.mean / (365.25 / 12)) == targets.MONTHS_WITH_PARENTS
    assert found.unknown == 0


def test_what_the_printed_percentages_were_counted_from(published):
    counted = [(each.on_day, each.number or 0) for each in figures(published, "CP9", *ENDS)]
    twelve, six, three = changes(counted)
    assert not twelve.giving and not twelve.bases
    assert not six.giving and six.bases == (77,)
    assert [each.base for each in three.giving] == [(date(2020, 8, 31), 88)]


def test_on_later_days_the_tracker_shows_the_last_and_measures_know_nothing(published):
    assert population(LATER, [published]) == population(AS_AT, [published])
    assert population(LATER, [published])["looked_after"] == targets.IN_CARE
    (figure,) = figures(published, "CP1", LATER)
    assert figure.value is None and figure.why


def test_of_days_before_the_first_return_measures_know_nothing(published):
    before, first = figures(published, "CP1", date(2016, 3, 30), date(2016, 4, 1))
    assert before.value is None and before.why
    assert first.value


def test_what_papers_printed_otherwise_stands_beside_what_is_counted(published):
    """Three papers say 99 with parents in September 2020, the series says 93: all are shown."""
    asked = named("placed-with-parents-number")
    day = next(each for each in beside(published, asked).days if each.on_day == date(2020, 9, 30))
    assert [source.words for source in day.sources] == ["99", "99", "99"]
    assert len({source.source for source in day.sources}) == 3
    assert day.counted is not None and day.counted.number == 93
    assert day.contradicted
    assert beside(published, named("children-in-care")).contradicted >= 2


@pytest.mark.parametrize(
    ("printed", "over", "given"),
    [
        (20, 12, "+22.5% from the end of November 2019"),
        (13, 6, "+14.5% from the end of April 2020"),
        (-1, 3, "−5.4% from the end of July 2020"),
    ],
)
def test_the_page_says_of_each_printed_percentage_what_the_series_gives(
    published, printed, over, given
):
    reader = a_user("reads", published, "chair")
    address = "/measures/of/placed-with-parents-number/?council=PUBLISHED&as_at=2020-10-31"
    answer = signed_in(reader).get(f"{address}&printed={printed}&over={over}")
    page = answer.content.decode()
    assert f"over {over} months." in page
    assert given in page
