"""Figures that people enter: what is refused, what the form and a list do, and what is kept."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack import typed
from casetrack.audit import AuditEvent
from casetrack.lists import ListRefused
from oversight.actions import figures
from oversight.actions.figures import FigureRefused, Reported, why_not
from oversight.figure_list import COLUMNS, read
from oversight.indicators.indicator import Chart, Given, Group, Indicator, Polarity, Shape
from oversight.indicators.inputs import INPUTS, asked_each_month, named
from oversight.indicators.registry import INDICATORS
from oversight.models import EnteredFigure, FactsChanged
from tests.cast import Cast, signed_in

ADDRESS = "/measures/figures/"
ON, DAY = date(2026, 6, 20), date(2026, 5, 31)
POPULATION = Reported("population-under-18", DAY, "Estimates, table 2", ON, value=Decimal(32794))
SHARE = Reported("made-up-share", DAY, "Budget, page 3", ON)


@pytest.fixture(autouse=True)
def entered() -> Iterator[None]:
    """Two indicators that are entered: a share and an average."""
    for code, shape, unit in (
        ("made-up-share", Shape.PERCENT, "%"),
        ("made-up-wait", Shape.MEAN, "days"),
    ):
        INDICATORS[code] = Indicator(
            code=code,
            title=code.replace("-", " ").capitalize(),
            question="How much of it is made up?",
            shape=shape,
            unit=unit,
            polarity=Polarity.LOWER,
            chart=Chart.PERCENTAGE,
            group=Group.SERVICE,
            source="The budget.",
            kind="our own definition",
            reviewed_on=date(2026, 11, 27),
        )
    yield
    del INDICATORS["made-up-share"], INDICATORS["made-up-wait"]


def enter(cast: Cast, *reported: Reported) -> list[figures.Foretold]:
    return figures.enter(authority=cast.authority, figures=reported, by=cast.data_officer, on=ON)


def last_month() -> date:
    return timezone.localdate().replace(day=1) - timedelta(days=1)


def boxes(code: str, **said: str) -> dict[str, str]:
    today = timezone.localdate()
    sent = {f"{code}-as_at-{part}": str(getattr(today, part)) for part in ("day", "month", "year")}
    return sent | {f"{code}-{name}": value for name, value in said.items()}


def sent(*parts: dict[str, str]) -> dict[str, Any]:
    together: dict[str, Any] = {"number": str(uuid4())}
    for part in parts:
        together |= part
    return together


# What is refused


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"code": "no-such-figure", "value": Decimal(1)}, "code", "no figure of that name"),
        ({}, "value", "Enter the figure."),
        ({"value": Decimal(5), "source": " "}, "source", "Say where the figure is from."),
        ({"value": Decimal(5), "source": "x" * 201}, "source", "200 characters"),
        ({"value": Decimal(5), "caveat": "x" * 301}, "caveat", "300 characters"),
        ({"value": Decimal(5), "on_day": date(2026, 6, 30)}, "on_day", "not come yet"),
        ({"value": Decimal(5), "as_at": date(2026, 6, 21)}, "as_at", "not come yet"),
        ({"value": Decimal(5), "as_at": date(2026, 5, 30)}, "as_at", "before the day it is of"),
        ({"number": Decimal(5)}, "of", "Enter what it is divided by."),
        ({"of": Decimal(5)}, "number", "Enter what is divided."),
        ({"number": Decimal(5), "of": Decimal("0.001")}, "of", "two digits after the point"),
        (
            {"code": "region-rate", "number": Decimal(10**9), "of": Decimal("0.01")},
            "number",
            "Enter a smaller number.",
        ),
        ({"number": Decimal(5), "of": Decimal(0)}, "of", "divided by nothing"),
        ({"number": Decimal(-1), "of": Decimal(5)}, "number", "less than nothing"),
        ({"number": Decimal(6), "of": Decimal(5)}, "number", "more than 100%"),
        ({"value": Decimal(101)}, "value", "more than 100%"),
        ({"value": Decimal(-1)}, "value", "less than nothing"),
        (
            {"value": Decimal(73), "number": Decimal(51), "of": Decimal(69)},
            "value",
            "51 of 69 is 73.91%.",
        ),
    ],
)
def test_what_cannot_be_is_said_by_its_field(
    changes: dict[str, Any], field: str, said: str
) -> None:
    reasons = why_not(replace(SHARE, **changes), ON)
    assert list(reasons) == [field]
    assert said in reasons[field]


def test_where_one_is_refused_none_is_entered(cast: Cast) -> None:
    assert why_not(POPULATION, ON) == {}
    with pytest.raises(FigureRefused, match="Enter the figure."):
        enter(cast, POPULATION, SHARE)
    assert not EnteredFigure.objects.exists()
    assert not AuditEvent.objects.filter(what="figures.entered").exists()


@pytest.mark.parametrize(
    ("figure", "field"),
    [
        (replace(POPULATION, number=Decimal(3)), "number"),
        (replace(POPULATION, value=Decimal(10**10)), "value"),
        (replace(POPULATION, of=Decimal(3)), "of"),
        (replace(SHARE, code="made-up-wait", value=Decimal(9), of=Decimal(3)), "of"),
    ],
)
def test_what_a_figure_has_no_room_for_is_refused(figure: Reported, field: str) -> None:
    assert list(why_not(figure, ON)) == [field]


def test_a_source_may_print_another_share_than_its_parts_give_where_it_is_said(cast: Cast) -> None:
    """The papers print 73 per cent of 51 of 69, which is 73.9."""
    printed = replace(SHARE, value=Decimal(73), number=Decimal(51), of=Decimal(69))
    assert why_not(replace(printed, value=Decimal("73.9")), ON) == {}
    assert why_not(replace(printed, value=Decimal(74)), ON) == {}
    enter(cast, replace(printed, caveat="The paper cuts the digits off"))
    kept = EnteredFigure.objects.get()
    assert (kept.value, kept.number, kept.of) == (73, 51, 69)


def test_the_same_figure_of_the_same_source_is_not_given_twice(cast: Cast) -> None:
    with pytest.raises(FigureRefused, match="given twice"):
        enter(cast, POPULATION, replace(POPULATION, value=Decimal(1)))


# What is kept


def test_a_share_is_worked_out_of_its_parts(cast: Cast) -> None:
    enter(cast, replace(SHARE, number=Decimal(51), of=Decimal(69)))
    kept = EnteredFigure.objects.get()
    assert kept.value == Decimal("73.9130")
    assert kept.entered_by == cast.data_officer


def test_a_count_is_its_own_number_and_an_average_says_of_how_many(cast: Cast) -> None:
    wait = replace(SHARE, code="made-up-wait", value=Decimal("192.5"), number=Decimal(23))
    enter(cast, POPULATION, wait)
    kept = {each.code: (each.value, each.number, each.of) for each in EnteredFigure.objects.all()}
    assert kept["population-under-18"] == (32794, 32794, None)
    assert kept["made-up-wait"] == (Decimal("192.5"), 23, None)


def test_another_source_stands_beside_it_and_the_same_source_corrects_it(cast: Cast) -> None:
    first = replace(SHARE, value=Decimal("41.8"))
    enter(cast, first, replace(first, source="Board paper", value=Decimal(44)))
    done = enter(cast, replace(first, value=Decimal("41.9")), replace(first, source="Press"))
    assert [(each.corrects, each.was is None) for each in done] == [(True, False), (False, True)]
    kept = EnteredFigure.objects.order_by("source").values_list("source", "value")
    assert [(source, float(value)) for source, value in kept] == [
        ("Board paper", 44.0),
        ("Budget, page 3", 41.9),
        ("Press", 41.8),
    ]
    history = EnteredFigure.pgh_event_model.objects.filter(source="Budget, page 3")
    assert [float(each.value) for each in history.order_by("pgh_id")] == [41.8, 41.9]
    assert {each.pgh_context["by"] for each in history} == {"data-officer"}


def test_entering_is_audited_without_a_figure_and_tells_what_is_kept(cast: Cast) -> None:
    enter(cast, POPULATION, replace(SHARE, value=Decimal(5)))
    event = AuditEvent.objects.get(what="figures.entered")
    assert event.details == {
        "authority": "CAST",
        "codes": ["made-up-share", "population-under-18"],
        "new": 2,
        "corrected": 0,
    }
    assert FactsChanged.objects.filter(authority=cast.authority).count() == 1
    enter(cast, POPULATION)
    assert AuditEvent.objects.filter(what="figures.entered").count() == 1
    assert FactsChanged.objects.count() == 1


def test_what_is_taken_back_stays_in_the_history(cast: Cast) -> None:
    enter(cast, POPULATION)
    figure = EnteredFigure.objects.get()
    with pytest.raises(FigureRefused, match="Say why"):
        figures.take_back(figure=figure, why=" ", by=cast.data_officer)
    figures.take_back(figure=figure, why="Of another year", by=cast.data_officer)
    assert not EnteredFigure.objects.exists()
    last = EnteredFigure.pgh_event_model.objects.order_by("pgh_id").last()
    assert (last.pgh_label, last.pgh_context["why"]) == ("delete", "Of another year")
    assert FactsChanged.objects.count() == 2


# What is asked


def test_whatever_an_indicator_is_divided_by_is_asked() -> None:
    asked = {each.code for _, some in asked_each_month() for each in some}
    given = {
        each.code
        for indicator in INDICATORS.values()
        for each in (indicator.denominator, indicator.less)
        if isinstance(each, Given)
    }
    assert given <= {each.code for each in INPUTS}
    assert asked == {each.code for each in INPUTS} | {
        code for code, indicator in INDICATORS.items() if not indicator.own
    }
    for each in INPUTS:
        assert each.question.endswith("?") and each.source.endswith(".")
        assert each.code not in INDICATORS


# The form of a month


def test_only_what_is_filled_in_is_entered(cast: Cast) -> None:
    browser = signed_in(cast.data_officer)
    page = browser.get(ADDRESS).content.decode()
    assert f"0 of {page.count('figure-entry')} figures of {last_month():%B %Y} are entered" in page
    form = sent(boxes("made-up-share", number="51", of="69", source="Budget, page 3"))
    page = browser.post(ADDRESS, form, follow=True).content.decode()
    assert f"1 figure of {last_month():%B %Y} entered." in page
    assert "<strong>73.913%</strong>" in page
    kept = EnteredFigure.objects.get()
    assert (kept.on_day, kept.as_at) == (last_month(), timezone.localdate())
    again = browser.post(ADDRESS, form, follow=True).content.decode()
    assert "That was already recorded." in again
    assert EnteredFigure.objects.count() == 1


def test_the_source_is_kept_from_last_time_and_the_figure_before_stands_beside(cast: Cast) -> None:
    enter(cast, replace(SHARE, value=Decimal("41.8"), on_day=date(2026, 4, 30)))
    page = signed_in(cast.service_manager).get(ADDRESS, {"month": "2026-05"}).content.decode()
    assert "figures of May 2026" in page
    assert "Before: 41.8% of 30 April 2026, Budget, page 3" in page
    assert 'name="made-up-share-source" value="Budget, page 3"' in page
    earlier = signed_in(cast.service_manager).get(ADDRESS, {"month": "2026-03"}).content.decode()
    assert "41.8%" not in earlier


def test_what_was_wrong_is_said_by_the_field_and_all_that_was_typed_is_kept(cast: Cast) -> None:
    form = sent(
        boxes("made-up-share", value="41,8", source="Budget, page 3", caveat="Draft"),
        boxes("population-under-18", value="32,794", source="Estimates"),
    )
    page = signed_in(cast.data_officer).post(ADDRESS, form).content.decode()
    assert "There is a problem" in page
    assert "Made up share: Enter a number, such as 41.8 or 1,234" in page
    assert 'id="id_made-up-share-value-error"' in page
    for kept in ('value="41,8"', 'value="32,794"', 'value="Draft"', 'value="Estimates"'):
        assert kept in page
    assert not EnteredFigure.objects.exists()


def test_a_form_with_nothing_in_it_says_so(cast: Cast) -> None:
    page = signed_in(cast.data_officer).post(ADDRESS, sent(boxes("made-up-share"))).content.decode()
    assert "Fill in at least one figure." in page


def test_a_caveat_without_a_figure_is_asked_for_the_figure(cast: Cast) -> None:
    form = sent(boxes("made-up-share", caveat="Late", source="Budget"))
    page = signed_in(cast.data_officer).post(ADDRESS, form).content.decode()
    assert "Made up share: Enter the figure." in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"month": "2049-01"}, "This month has not ended yet"),
        ({"on-month": "13", "on-year": "2025"}, "Enter the month and year in numbers"),
        ({"on-month": "x", "on-year": "2025"}, "Enter the month and year in numbers"),
        ({"month": "2025-02-30-1"}, "Enter the month and year in numbers"),
    ],
)
def test_a_month_that_is_none_is_the_last_one(cast: Cast, query: dict[str, str], said: str) -> None:
    page = signed_in(cast.data_officer).get(ADDRESS, query).content.decode()
    assert said in page
    assert f"figures of {last_month():%B %Y}" in page


def test_what_another_source_prints_of_what_is_counted_here_can_be_entered(cast: Cast) -> None:
    address = f"{ADDRESS}?month=2026-05&also=children-in-care"
    browser = signed_in(cast.data_officer)
    assert "What another source prints" in browser.get(address).content.decode()
    assert 'id="figure-children-in-care"' not in browser.get(ADDRESS).content.decode()
    browser.post(address, sent(boxes("children-in-care", value="702", source="Minutes, line 424")))
    kept = EnteredFigure.objects.get()
    assert (kept.code, kept.on_day, kept.value) == ("children-in-care", DAY, 702)


# A list


LIST = (
    "code,on_day,value,number,of,source,as_at,caveat,colour\n"
    'population-under-18,31/05/2026,"32,794",,,Estimates,20/06/2026,,red\n'
    "made-up-share,2026-05-31,,51,69,Budget,,,\n"
    "made-up-share,2026-05-31,44,,,Budget,,,\n"
    "made-up-share,2026-04-30,,,,Budget,,,\n"
    "made-up-share,soon,44,,,Budget,,,\n"
    "made-up-share,2026-03-31,44 or so,,,Budget,,,\n"
    "no-such-thing,2026-03-31,44,,,Budget,,,\n"
    "made-up-share,2026-03-31,44,,,,,,\n"
    "made-up-share,2026-02-28,44,,,Budget,,,,lost\n"
)


def test_every_line_is_taken_or_told_with_its_line_its_value_and_the_reason() -> None:
    found = read(LIST, ON)
    assert [line for line, _ in found.by_line] == [2, 3]
    assert found.said[0] == replace(POPULATION, source="Estimates")
    assert (found.said[1].number, found.said[1].as_at) == (51, DAY)
    assert found.empty == 1
    assert found.not_read == ["colour"]
    assert [(each.line, each.column, each.value, each.reason) for each in found.faults] == [
        (4, "code", "made-up-share", "Line 3 has this figure already."),
        (6, "on_day", "soon", "This is no date. Write it like 27/03/2026."),
        (7, "value", "44 or so", "Enter a number, such as 41.8 or 1,234."),
        (8, "code", "no-such-thing", "There is no figure of that name."),
        (9, "source", "", "Say where the figure is from."),
        (10, "", "lost", "The line has more values than there are headings."),
    ]
    lines = LIST.count("\n") - 1
    assert len(found.by_line) + len(found.faults) + found.empty == lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "No column has the heading code"),
        ("code,on_day,value\n", "No column has the heading source"),
        ("code,on_day,source,On day\n", "Two columns have the heading on_day"),
        ('code,on_day,source\n"a\n', "cannot be taken apart"),
    ],
)
def test_a_list_that_is_none_is_refused_whole(text: str, said: str) -> None:
    with pytest.raises(ListRefused, match=said):
        read(text, ON)


def test_a_list_is_looked_at_first_and_then_taken_once(cast: Cast) -> None:
    browser = signed_in(cast.data_officer)
    file = SimpleUploadedFile("figures.csv", LIST.encode("utf-8-sig"))
    looked = browser.post(ADDRESS, sent({"do": "look"}) | {"file": file}).content.decode()
    assert "2 new, 0 to correct, 6 that cannot be taken" in looked
    assert "There is no figure of that name." in looked
    assert not EnteredFigure.objects.exists()
    take = sent({"do": "take", "text": LIST})
    taken = browser.post(ADDRESS, take).content.decode()
    assert "2 entered, 0 corrected, 6 not taken" in taken
    assert EnteredFigure.objects.count() == 2
    browser.post(ADDRESS, take)
    again = browser.post(ADDRESS, sent({"do": "look", "text": LIST})).content.decode()
    assert "0 new, 0 to correct, 6 that cannot be taken" in again
    assert "2 say what is entered already." in again
    other = LIST.replace("32,794", "32,795")
    assert (
        "0 new, 1 to correct"
        in browser.post(ADDRESS, sent({"do": "look", "text": other})).content.decode()
    )
    assert EnteredFigure.objects.count() == 2


def test_a_list_that_cannot_be_read_is_asked_for_again(cast: Cast) -> None:
    page = signed_in(cast.data_officer).post(ADDRESS, sent({"do": "look", "text": "a,b\n"}))
    assert "The list cannot be read" in page.content.decode()
    assert "No column has the heading code" in page.content.decode()
    both = signed_in(cast.data_officer).post(ADDRESS, sent({"do": "look"}))
    assert "Paste the list, or choose a file" in both.content.decode()


def test_the_list_to_fill_in_says_nothing_new_when_it_comes_back(cast: Cast) -> None:
    enter(
        cast,
        POPULATION,
        replace(SHARE, number=Decimal(51), of=Decimal(69), source="=Budget"),
        replace(SHARE, code="made-up-wait", value=Decimal(9), number=Decimal(3)),
    )
    answer = signed_in(cast.data_officer).get(f"{ADDRESS}list/", {"month": "2026-05"})
    text = answer.content.decode("utf-8-sig")
    heads, *lines = csv.reader(io.StringIO(text))
    assert tuple(heads[: len(COLUMNS)]) == COLUMNS
    assert {line[0] for line in lines} == {
        each.code for _, some in asked_each_month() for each in some
    }
    found = read(text, timezone.localdate())
    assert not found.faults and not found.not_read
    done = figures.foretell(authority=cast.authority, figures=found.said)
    assert len(done) == 3 and all(each.same for each in done)


@pytest.mark.parametrize("who", ["manager", "social_worker", "board_member", "iro", "chair"])
def test_others_are_refused(cast: Cast, who: str) -> None:
    browser = signed_in(getattr(cast, who))
    for address in (ADDRESS, f"{ADDRESS}list/"):
        assert browser.get(address).status_code == 403
    assert browser.post(ADDRESS, sent(boxes("made-up-share", value="5"))).status_code == 403
    assert not EnteredFigure.objects.exists()


def test_another_council_is_not_there(cast: Cast) -> None:
    theirs = EnteredFigure.objects.create(
        authority=cast.elsewhere,
        code="population-under-18",
        on_day=DAY,
        as_at=ON,
        value=1,
        source="Estimates",
    )
    browser = signed_in(cast.data_officer)
    assert browser.get(ADDRESS, {"council": "ELSE"}).status_code == 404
    assert browser.get(f"{ADDRESS}{theirs.pk}/").status_code == 404
    assert browser.post(f"{ADDRESS}{theirs.pk}/", sent({"why": "No"})).status_code == 404
    assert EnteredFigure.objects.count() == 1


def test_a_figure_is_taken_back_with_a_reason_on_its_page(cast: Cast) -> None:
    enter(cast, POPULATION)
    address = f"{ADDRESS}{EnteredFigure.objects.get().pk}/"
    browser = signed_in(cast.data_officer)
    assert "Take back 32,794 of 31 May 2026" in browser.get(address).content.decode()
    assert "Answer “Why?”" in browser.post(address, sent()).content.decode()
    page = browser.post(address, sent({"why": "Of another year"}), follow=True).content.decode()
    assert "The figure is taken back." in page
    assert "because: Of another year" in page


# Numbers as people write them


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("", None),
        (" 41.8 % ", "41.8"),
        ("£3,300", "3300"),
        ("1,234,567.25", "1234567.25"),
        ("−3.2", "-3.2"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_as_people_write_it(said: str, meant: str | None) -> None:
    assert typed.decimal(said) == (None if meant is None else Decimal(meant))


@pytest.mark.parametrize(
    "said", ["41,8", "1,23", "1.2.3", "٣", "1e5", "--2", "0.00001", "12345678901"]
)
def test_what_is_no_number_is_never_taken_for_one(said: str) -> None:
    with pytest.raises(typed.WrongNumber):
        typed.decimal(said)


@settings(max_examples=60)
@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_is_read_back_as_it_is_said(value: Decimal) -> None:
    asked = named("region-rate")
    assert asked is not None
    assert typed.decimal(asked.said(value)) == value
