"""Sources side by side: every printed figure beside the facts, and nothing smoothed."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from casetrack.models import Authority
from oversight.actions import figures
from oversight.actions.figures import Reported
from oversight.indicators.beside import Beside, beside
from oversight.indicators.inputs import named
from oversight.models import EnteredFigure, Publication
from tests import timeline
from tests.cast import Cast, signed_in

ADDRESS = "/measures/of/children-in-care/sources/"
MAY, APRIL = date(2026, 5, 31), date(2026, 4, 30)
ON = date(2026, 6, 20)


def say(
    cast: Cast,
    value: str,
    source: str,
    day: date = MAY,
    code: str = "children-in-care",
    **also: Any,
) -> None:
    figure = Reported(code, day, source, ON, value=Decimal(value), **also)
    figures.enter(authority=cast.authority, figures=[figure], by=cast.data_officer, on=ON)


def shown(authority: Authority, code: str = "children-in-care") -> Beside:
    asked = named(code)
    assert asked is not None
    return beside(authority, asked)


@pytest.fixture
def known(cast: Cast) -> Cast:
    """Two children are in care since March 2025; the facts are known from long before."""
    timeline.child("born 2010-01-01; care 2010-01-01 .. 2010-01-02", authority=cast.authority)
    return cast


def test_two_sources_of_a_day_stand_beside_the_facts(known: Cast) -> None:
    say(known, "3", "Scrutiny report, page 19", caveat="Without a day")
    say(known, "5", "Board minutes, line 424")
    (day,) = shown(known.authority).days
    assert day.counted is not None and day.counted.number == 2
    assert [(each.source, each.words, each.differs, each.caveat) for each in day.sources] == [
        ("Board minutes, line 424", "5", "3 more", ""),
        ("Scrutiny report, page 19", "3", "1 more", "Without a day"),
    ]
    assert shown(known.authority).apart(day) == "from 3 to 5, 2 apart"
    assert EnteredFigure.objects.count() == 2


def test_days_come_newest_first_and_those_that_differ_are_counted(known: Cast) -> None:
    say(known, "2", "Return")
    say(known, "1", "Return", APRIL)
    found = shown(known.authority)
    assert [day.on_day for day in found.days] == [MAY, APRIL]
    assert [day.contradicted for day in found.days] == [False, True]
    assert found.days[1].sources[0].differs == "1 less"
    page = signed_in(known.data_officer).get(ADDRESS).content.decode()
    assert "Children in care (CP1, P2): sources differ on 1 of 2 days" in page


@pytest.mark.parametrize(
    ("printed", "differs"),
    [
        ("66.6667", "the same"),
        ("67", "the same, to the digits printed"),
        ("66.7", "the same, to the digits printed"),
        ("66", "0.7 points less"),
        ("73.5", "6.8 points more"),
    ],
)
def test_a_share_differs_in_points_and_by_the_digits_that_were_printed(
    known: Cast, printed: str, differs: str
) -> None:
    timeline.child(
        "care 2025-03-01; status C2 2025-03-01; home U6 2025-03-01 .. 2026-01-10;"
        " home U6 2026-01-10",
        authority=known.authority,
    )
    say(known, printed, "Board paper", code="one-home-in-a-year")
    (day,) = shown(known.authority, "one-home-in-a-year").days
    assert day.counted is not None and (day.counted.number, day.counted.of) == (2, 3)
    assert day.sources[0].differs == differs
    assert day.contradicted is not differs.startswith("the same")


def test_of_a_day_of_which_nothing_is_known_that_is_said(cast: Cast) -> None:
    say(cast, "702", "Scrutiny report", date(2020, 9, 30))
    (day,) = shown(cast.authority).days
    assert day.sources[0].differs == ""
    assert not day.contradicted
    page = signed_in(cast.data_officer).get(ADDRESS).content.decode()
    assert "Nothing is known of all those days" in page


def test_what_a_source_said_before_it_was_corrected_stays_to_be_read(known: Cast) -> None:
    say(known, "702", "Minutes")
    say(known, "692", "Minutes")
    say(known, "692", "Minutes", caveat="Read again")
    (source,) = shown(known.authority).days[0].sources
    assert source.words == "692"
    assert len(source.earlier) == 1 and source.earlier[0].startswith("702 until ")


def test_what_was_taken_back_stays_with_its_reason(known: Cast) -> None:
    say(known, "702", "Minutes")
    say(known, "692", "Report")
    figure = EnteredFigure.objects.get(source="Minutes")
    figures.take_back(figure=figure, why="Of another council", by=known.data_officer)
    found = shown(known.authority)
    assert [each.source for each in found.days[0].sources] == ["Report"]
    (said,) = found.taken_back
    assert said.startswith("702 of 31 May 2026, Minutes: taken back on ")
    assert said.endswith("because: Of another council")


def test_what_was_published_stands_as_its_readers_saw_it(known: Cast) -> None:
    pack = Publication.objects.create(
        authority=known.authority,
        kind="board",
        as_at=MAY,
        body={},
        published_at=datetime(2026, 6, 10, 23, 30, tzinfo=UTC),
        published_by=known.data_officer,
    )
    common = {"indicator": "children-in-care", "digest": "0" * 64}
    pack.figures.create(on_day=MAY, number=7, value=7, **common)
    pack.figures.create(on_day=APRIL, hidden=True, **common)
    pack.figures.create(on_day=APRIL, group="North", number=6, value=6, **common)
    may, april = shown(known.authority).days
    assert may.sources[0].source == "Our board pack, published on 11 June 2026"
    assert (may.sources[0].words, may.sources[0].differs) == ("7", "5 more")
    assert [(each.words, each.differs) for each in april.sources] == [("hidden", "")]


def test_an_input_has_sources_and_no_facts(cast: Cast) -> None:
    code = "population-under-18"
    say(cast, "32794", "Estimates 2020", code=code)
    say(cast, "34228", "Board paper, implied", code=code)
    found = shown(cast.authority, code)
    assert found.contradicted == 1
    assert found.apart(found.days[0]) == "from 32,794 to 34,228, 1,434 apart"
    page = signed_in(cast.data_officer).get(f"/measures/of/{code}/sources/").content.decode()
    assert "Counted here" not in page and "Beside the facts" not in page


def test_what_is_asked_of_the_database_does_not_grow(
    known: Cast, django_assert_max_num_queries: Any
) -> None:
    for month in range(1, 6):
        say(known, "3", "Return", date(2026, month, 20))
        say(known, "4", "Paper", date(2026, month, 20))
    with django_assert_max_num_queries(7):
        assert len(shown(known.authority).days) == 5


def test_who_may_enter_is_led_to_it_and_who_may_not_reads(known: Cast) -> None:
    say(known, "3", "Return")
    assert "Take back" in signed_in(known.data_officer).get(ADDRESS).content.decode()
    page = signed_in(known.chair).get(ADDRESS).content.decode()
    assert "Return" in page
    assert "Take back" not in page and "Enter what a source prints" not in page


def test_others_are_refused(cast: Cast) -> None:
    for who in (cast.social_worker, cast.iro, cast.board_member, cast.administrator):
        assert signed_in(who).get(ADDRESS).status_code == 403
    browser = signed_in(cast.data_officer)
    assert browser.post(ADDRESS).status_code == 405
    assert browser.get("/measures/of/no-such/sources/").status_code == 404
    assert browser.get(ADDRESS, {"council": "ELSE"}).status_code == 404


def test_another_councils_figures_are_not_shown(cast: Cast) -> None:
    EnteredFigure.objects.create(
        authority=cast.elsewhere,
        code="children-in-care",
        on_day=MAY,
        as_at=ON,
        value=1,
        source="Theirs",
    )
    assert "no other source is entered" in signed_in(cast.chair).get(ADDRESS).content.decode()
