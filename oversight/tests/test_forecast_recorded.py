"""Who lived where, as the record has it: types of home, gaps, stays, short breaks."""

from datetime import date
from decimal import Decimal

import pytest

from casetrack.models import Authority
from casetrack.models.codes import HOME_TYPE
from oversight.homes import HOME_GROUPS
from oversight.indicators.forecast.forecast import CannotForecast, forecast
from oversight.indicators.forecast.histories import TYPES, HomeType, home_type
from oversight.indicators.forecast.recorded import histories, mix, months_known, prices
from oversight.models import WeeklyRate
from oversight.weekly_rates import Prices, Rate
from tests import timeline

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


def spells(*told: str) -> list[str]:
    """`born type from to` of each spell that is found, of children told in the timeline's way."""
    for each in told:
        timeline.child(each)
    made = histories(timeline.an_authority())
    listed = zip(made.born, made.home, made.since, made.to, strict=True)
    return [f"{born} {TYPES[home]} {since} {to}" for born, home, since, to in listed]


def test_a_child_moves_through_kinds_of_home() -> None:
    assert spells(
        "born 2015-02-03; care 2024-01-01 .. 2026-01-01;"
        " home U6 2024-01-01 .. 2024-03-01 provider=PR1;"
        " home U4 2024-03-01 .. 2024-06-01 provider=PR4;"
        " home U6 2024-06-01 .. 2024-09-01 provider=PR4;"
        " home K2 2024-09-01 .. 2025-09-01 provider=PR4;"
        " home P1 2025-09-01 .. 2026-01-01 provider=PR0"
    ) == [
        "2015-02-03 in-house 2024-01-01 2024-03-01",
        "2015-02-03 agency 2024-03-01 2024-09-01",
        "2015-02-03 external 2024-09-01 2025-09-01",
        "2015-02-03 parents 2025-09-01 2026-01-01",
    ]


def test_days_without_a_home_are_another_home_and_care_that_ended_is_none() -> None:
    assert spells(
        "born 2015-02-03; care 2024-01-01 .. 2024-05-01; care 2025-01-01;"
        " home U3 2024-01-01 .. 2024-02-01; home U3 2024-03-01 .. 2024-05-01; home A6 2025-02-01"
    ) == [
        "2015-02-03 connected 2024-01-01 2024-02-01",
        "2015-02-03 other 2024-02-01 2024-03-01",
        "2015-02-03 connected 2024-03-01 2024-05-01",
        "2015-02-03 other 2025-01-01 2025-02-01",
        "2015-02-03 adoptive 2025-02-01 9999-01-01",
    ]


def test_a_stay_with_return_is_no_move_and_one_without_is() -> None:
    assert spells(
        "born 2015-02-03; care 2024-01-01;"
        " home U6 2024-01-01 .. 2024-03-01 a provider=PR1; home T1 2024-03-01 .. 2024-03-20;"
        " home U6 2024-03-20 .. 2024-07-01 a provider=PR1; home T1 2024-07-01 .. 2024-07-20;"
        " home K2 2024-07-20 provider=PR1"
    ) == [
        "2015-02-03 in-house 2024-01-01 2024-07-01",
        "2015-02-03 other 2024-07-01 2024-07-20",
        "2015-02-03 own 2024-07-20 9999-01-01",
    ]


def test_short_breaks_are_left_out() -> None:
    assert spells(
        "born 2015-02-03; care 2024-01-01 .. 2024-06-01; status V4 2024-01-01 .. 2024-04-01;"
        " status V2 2024-04-01 .. 2024-06-01; home U6 2024-01-01 .. 2024-06-01 provider=PR1"
    ) == ["2015-02-03 in-house 2024-04-01 2024-06-01"]


def test_who_has_no_day_of_birth_is_newborn_on_coming_into_care() -> None:
    assert spells("care 2024-01-01; home U6 2024-01-01 provider=PR1") == [
        "2024-01-01 in-house 2024-01-01 9999-01-01"
    ]


def test_children_of_another_authority_are_not_counted() -> None:
    other = Authority.objects.create(code="ELSE", name="Elsewhere")
    timeline.child("born 2015-02-03; care 2024-01-01; home U6 2024-01-01", authority=other)
    assert spells() == []


def test_every_code_of_a_home_has_its_type() -> None:
    """As in the groups of every list; homes of the groups that forecasts do not tell are others."""
    types = {
        "adoptive": {HomeType.ADOPTIVE},
        "parents": {HomeType.PARENTS},
        "relatives": {HomeType.CONNECTED},
        "foster": {HomeType.AGENCY},
        "residential": {HomeType.EXTERNAL, HomeType.OTHER},
        "supported": {HomeType.SUPPORTED},
        "temporary": {HomeType.OTHER},
        "other": {HomeType.OTHER},
    }
    for group, (_, codes) in HOME_GROUPS.items():
        assert {home_type(code, "PR4") for code in codes} == types[group]
    ours = {code for code in HOME_TYPE if home_type(code, "PR1") != home_type(code, "PR4")}
    assert ours == {"U4", "U5", "U6", "Q2", "F6", "K1", "K2", "R1"}


def test_the_mix_is_who_lives_where_on_the_day() -> None:
    spells(
        "born 2015-02-03; care 2024-01-01; home U6 2024-01-01 provider=PR4",
        "born 2016-02-03; care 2024-01-01; home U6 2024-01-01 .. 2024-06-01 provider=PR4;"
        " home K2 2024-06-01 provider=PR1",
        "born 2016-02-03; care 2024-01-01 .. 2024-03-01; home U3 2024-01-01 .. 2024-03-01",
    )
    authority = timeline.an_authority()
    assert mix(authority, DAY("2024-02-01")) == {("U6", "PR4"): 2, ("U3", ""): 1}
    assert mix(authority, DAY("2024-06-01")) == {("U6", "PR4"): 1, ("K2", "PR1"): 1}


def test_months_begin_where_all_is_known_and_end_with_what_is() -> None:
    """Of a return whose first year is 2023/24, known to 31 March 2025."""
    spells(
        "born 2015-02-03; known 2025-03-31; care 2020-01-01 .. 2023-09-01;"
        " home U6 2020-01-01 .. 2023-09-01",
        *["born 2016-02-03; care 2021-01-01; home U3 2021-01-01"] * 6,
    )
    Authority.objects.update(records_live=False)
    months = months_known(timeline.an_authority(), DAY("2026-11-01"))
    assert months.days[-1].item() == DAY("2025-03-31")
    assert months.months == 23
    made = forecast(months, DAY("2026-11-01"))
    assert (made.origin, made.of("all").now) == (DAY("2025-03-31"), 6)


def test_of_no_history_nothing_is_forecast() -> None:
    with pytest.raises(CannotForecast, match="Too little is known"):
        months_known(timeline.an_authority(), DAY("2026-11-01"))


def test_it_asks_one_question(django_assert_num_queries) -> None:
    spells(*["born 2016-02-03; care 2021-01-01; home U3 2021-01-01"] * 3)
    authority = timeline.an_authority()
    with django_assert_num_queries(1):
        assert len(histories(authority).child) == 3


def test_rates_are_those_that_were_entered() -> None:
    authority = timeline.an_authority()
    given = {"type": "K2", "provider": "PR4", "pounds": Decimal("5600.50"), "source": "Contract"}
    period = {"starts_on": DAY("2025-04-01"), "ends_on": DAY("2026-04-01")}
    WeeklyRate.objects.create(authority=authority, **given, **period)
    assert prices(authority) == Prices((Rate(**given, **period),))
