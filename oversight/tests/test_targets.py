"""Targets, what measures are compared with, and from when a chart counts anew."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from casetrack.actions.facts import FactRefused
from casetrack.audit import AuditEvent
from oversight.actions import benchmarks, rebases
from oversight.actions.benchmarks import Wanted
from oversight.actions.in_force import SettingRefused
from oversight.indicators.benchmarks import held_against
from oversight.indicators.national import NATIONAL
from oversight.indicators.registry import INDICATORS
from oversight.models import Benchmark, FactsChanged, Rebase
from tests.boxes import boxes
from tests.cast import Cast, signed_in

ON = date(2026, 6, 20)
MATCH = "order-to-match"
PAGE = f"/measures/targets/{MATCH}/"
REBASE = "/measures/of/weeks-in-care/rebase/"
TARGET = Wanted(MATCH, "target", Decimal(150), "Strategy, page 12", date(2026, 4, 1))


def put(cast: Cast, wanted: Wanted, **changes: Any) -> bool:
    return benchmarks.set_benchmark(
        authority=cast.authority, wanted=replace(wanted, **changes), by=cast.service_manager, on=ON
    )


def held() -> list[tuple[str, str, float]]:
    return [
        (str(each.starts_on), str(each.ends_on), float(each.value))
        for each in Benchmark.objects.order_by("whose", "starts_on")
    ]


def typed(**changes: Any) -> dict[str, Any]:
    return {
        "whose": "target",
        "value": "150",
        "source": "Strategy, page 12",
        "number": str(uuid4()),
        **boxes("starts_on", date(2026, 4, 1)),
        **boxes("ends_on", None),
    } | changes


# What is in force


def test_what_is_set_ends_what_was_and_lasts_until_what_is_set_for_later(cast: Cast) -> None:
    put(cast, TARGET, value=Decimal(180), starts_on=date(2025, 4, 1))
    put(cast, TARGET, value=Decimal(121), starts_on=date(2027, 4, 1))
    assert put(cast, TARGET)
    assert held() == [
        ("2025-04-01", "2026-04-01", 180.0),
        ("2026-04-01", "2027-04-01", 150.0),
        ("2027-04-01", "None", 121.0),
    ]
    for day, value in ((date(2026, 3, 31), 180), (date(2026, 4, 1), 150), (date(2028, 1, 1), 121)):
        found = held_against(cast.authority, [MATCH], day)[MATCH]
        assert next(each.value for each in found if each.is_target) == value


def test_from_the_same_day_it_puts_right_what_was_set_and_the_history_keeps_it(cast: Cast) -> None:
    put(cast, TARGET)
    assert put(cast, TARGET, value=Decimal(140))
    assert not put(cast, TARGET, value=Decimal(140))
    assert held() == [("2026-04-01", "None", 140.0)]
    history = Benchmark.pgh_event_model.objects.order_by("pgh_id")
    assert [float(each.value) for each in history] == [150, 140]
    assert AuditEvent.objects.filter(what="benchmark.set").count() == 2
    assert FactsChanged.objects.filter(authority=cast.authority).count() == 2


def test_a_figure_of_others_is_beside_the_target_and_the_national_one(cast: Cast) -> None:
    put(cast, TARGET)
    put(cast, TARGET, whose="england", value=Decimal(216))
    found = held_against(cast.authority, [MATCH], ON)[MATCH]
    assert [each.value for each in found if each.whose in ("target", "england")] == [150, 216]
    assert {each.source for each in found} >= {
        each.source for each in NATIONAL if each.indicator == MATCH and each.holds_on(ON)
    }


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"indicator": "no-such"}, "indicator", "no measure of that name"),
        ({"whose": "press"}, "whose", "whose figure"),
        ({"source": ""}, "source", "where it is from"),
        ({"source": "x" * 201}, "source", "200 characters"),
        ({"value": Decimal(-1)}, "value", "less than nothing"),
        ({"indicator": "one-home-in-a-year", "value": Decimal(101)}, "value", "more than 100%"),
        ({"ends_on": date(2026, 4, 1)}, "ends_on", "end after the day it starts"),
        ({"starts_on": date(2037, 4, 1)}, "starts_on", "within 10 years"),
        ({"whose": "england", "starts_on": date(2026, 7, 1)}, "starts_on", "has not come yet"),
    ],
)
def test_what_cannot_be_set_is_said_by_its_field(
    changes: dict[str, Any], field: str, said: str
) -> None:
    reasons = benchmarks.why_not(replace(TARGET, **changes), ON)
    assert list(reasons) == [field]
    assert said in reasons[field]


def test_what_cannot_be_set_is_not(cast: Cast) -> None:
    with pytest.raises(SettingRefused, match="less than nothing"):
        put(cast, TARGET, value=Decimal(-1))
    assert not Benchmark.objects.exists()


def test_a_target_that_lasts_into_the_next_is_refused(cast: Cast) -> None:
    put(cast, TARGET, starts_on=date(2027, 4, 1))
    with pytest.raises(SettingRefused, match="set from an earlier day"):
        put(cast, TARGET, ends_on=date(2027, 4, 2))
    assert put(cast, TARGET, ends_on=date(2027, 4, 1))


def test_it_is_ended_and_taken_back(cast: Cast) -> None:
    put(cast, TARGET)
    put(cast, TARGET, starts_on=date(2027, 4, 1))
    first, second = Benchmark.objects.order_by("starts_on")
    by = {"by": cast.service_manager}
    for day, said in ((date(2026, 4, 1), "end after"), (date(2027, 4, 2), "earlier day")):
        with pytest.raises(SettingRefused, match=said):
            benchmarks.end(benchmark=first, ends_on=day, **by)
    benchmarks.end(benchmark=first, ends_on=date(2026, 10, 1), **by)
    with pytest.raises(SettingRefused, match="Say why"):
        benchmarks.take_back(benchmark=second, why="", **by)
    benchmarks.take_back(benchmark=second, why="Not agreed", **by)
    assert held() == [("2026-04-01", "2026-10-01", 150.0)]
    assert {"benchmark.ended", "benchmark.taken-back"} <= set(
        AuditEvent.objects.values_list("what", flat=True)
    )


# The pages


def test_all_targets_are_listed_by_measure(cast: Cast) -> None:
    put(cast, TARGET)
    page = signed_in(cast.service_manager).get("/measures/targets/").content.decode()
    assert f"1 of {len(INDICATORS)} measures have a target" in page
    assert "<strong>150 days</strong>" in page and "Strategy, page 12" in page
    for code in INDICATORS:
        assert f'href="/measures/targets/{code}/' in page
    for each in NATIONAL:
        if each.holds_on(timezone.localdate()):
            assert each.source in page.replace("&#x27;", "'")


def test_a_target_is_set_once_on_its_page_and_shown_with_what_was_before(cast: Cast) -> None:
    browser = signed_in(cast.service_manager)
    form = typed()
    page = browser.post(PAGE, form, follow=True).content.decode()
    assert "It is set." in page and "the target is 150 days" in page
    assert "That was already recorded." in browser.post(PAGE, form, follow=True).content.decode()
    assert Benchmark.objects.count() == 1
    later = typed(value="140", **boxes("starts_on", date(2026, 5, 1)))
    page = browser.post(PAGE, later, follow=True).content.decode()
    assert page.count("Our target</th>") == 2


def test_what_was_wrong_is_said_by_the_field_and_what_was_typed_is_kept(cast: Cast) -> None:
    page = signed_in(cast.service_manager).post(PAGE, typed(value="a lot", source="")).content
    said = page.decode()
    assert 'value="a lot"' in said
    assert "Enter a number, such as 41.8 or 1,234" in said and "Say where it is from" in said
    clash = typed(**boxes("ends_on", date(2026, 4, 1)))
    page = signed_in(cast.service_manager).post(PAGE, clash).content
    assert "It must end after the day it starts." in page.decode()
    assert not Benchmark.objects.exists()


def test_a_target_is_put_right_on_a_page_of_its_own(cast: Cast) -> None:
    put(cast, TARGET)
    address = f"{PAGE}{Benchmark.objects.get().pk}/"
    browser = signed_in(cast.service_manager)
    assert "150 days from 1 April 2026" in browser.get(address).content.decode()
    wrong = browser.post(address, {"do": "end", **boxes("ends_on", date(2026, 3, 1))})
    assert "It must end after the day it starts." in wrong.content.decode()
    browser.post(address, {"do": "end", **boxes("ends_on", date(2026, 9, 1))})
    assert held() == [("2026-04-01", "2026-09-01", 150.0)]
    page = browser.post(address, {"do": "take-back", "why": "Not agreed"}, follow=True)
    assert "no target is set" in page.content.decode()
    assert held() == []


def test_others_are_refused(cast: Cast) -> None:
    put(cast, TARGET)
    own = f"{PAGE}{Benchmark.objects.get().pk}/"
    for who in (cast.manager, cast.chair, cast.data_officer, cast.board_member):
        for address in ("/measures/targets/", PAGE, own, REBASE):
            assert signed_in(who).get(address).status_code == 403
            assert signed_in(who).post(address, typed()).status_code == 403
    assert held() == [("2026-04-01", "None", 150.0)]


def test_what_is_another_councils_is_not_there(cast: Cast) -> None:
    theirs = Benchmark.objects.create(
        authority=cast.elsewhere,
        indicator=MATCH,
        whose="target",
        value=1,
        source="Theirs",
        starts_on=date(2026, 1, 1),
    )
    browser = signed_in(cast.service_manager)
    for address in (
        f"{PAGE}{theirs.pk}/",
        f"{PAGE}?council=ELSE",
        "/measures/targets/no-such/",
        "/measures/of/no-such/rebase/",
    ):
        assert browser.get(address).status_code == 404
    assert "Theirs" not in browser.get(PAGE).content.decode()


# Counting anew


def anew(cast: Cast, **changes: Any) -> Rebase:
    wanted = {"indicator": "weeks-in-care", "from_on": date(2026, 2, 1), "reason": "A new panel"}
    return rebases.rebase(
        authority=cast.authority, by=cast.service_manager, on=ON, **wanted | changes
    )


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"indicator": "no-such"}, "no measure of that name"),
        ({"indicator": "children-in-care"}, "no usual range"),
        ({"indicator": "order-to-match"}, "no usual range"),
        ({"from_on": date(2026, 2, 2)}, "first day of a month"),
        ({"from_on": date(2026, 7, 1)}, "not come yet"),
        ({"reason": " "}, "what changed then"),
    ],
)
def test_a_chart_counts_anew_only_with_a_month_and_a_reason(
    cast: Cast, changes: dict[str, Any], said: str
) -> None:
    with pytest.raises(SettingRefused, match=said):
        anew(cast, **changes)
    assert not Rebase.objects.exists()


def test_a_chart_counts_anew_from_a_month_once_and_may_be_taken_back(cast: Cast) -> None:
    made = anew(cast)
    assert (made.decided_by, made.from_on) == (cast.service_manager, date(2026, 2, 1))
    with pytest.raises(FactRefused, match="counts anew from that month already"):
        anew(cast)
    with pytest.raises(SettingRefused, match="Say why"):
        rebases.take_back(rebase=made, why="", by=cast.service_manager)
    rebases.take_back(rebase=made, why="The panel never met", by=cast.service_manager)
    assert not Rebase.objects.exists()
    assert FactsChanged.objects.count() == 2
    assert AuditEvent.objects.get(what="chart.rebased").details["indicator"] == "weeks-in-care"


@pytest.mark.parametrize("code", ["children-in-care", "order-to-match"])
def test_what_goes_on_from_month_to_month_has_no_form_to_count_anew(cast: Cast, code: str) -> None:
    assert INDICATORS[code].goes_on
    page = signed_in(cast.service_manager).get(f"/measures/of/{code}/rebase/").content.decode()
    assert "there is no usual range to count anew" in page
    assert "Count anew from this month" not in page


def test_counting_anew_on_its_page(cast: Cast) -> None:
    browser = signed_in(cast.service_manager)
    form = {"reason": "A new panel", "number": str(uuid4())}
    wrong = browser.post(REBASE, form | boxes("from_on", date(2026, 2, 5))).content.decode()
    assert "first day of a month" in wrong and ">A new panel</textarea>" in wrong
    page = browser.post(REBASE, form | boxes("from_on", date(2026, 2, 1)), follow=True)
    said = page.content.decode()
    assert "counted anew from February 2026" in said
    assert "because: A new panel" in said
    mark = re.search(r'name="which" value="(\d+)"', said)
    assert mark
    taken = {"do": "take-back", "which": mark[1]}
    missing = browser.post(REBASE, taken).content.decode()
    assert missing.count("Say why it is taken back.") == 2
    browser.post(REBASE, taken | {"why": "It never met"})
    assert not Rebase.objects.exists()
    assert browser.post(REBASE, taken | {"why": "Twice"}).status_code == 404
