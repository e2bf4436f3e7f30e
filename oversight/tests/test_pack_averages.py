"""Averages in packs: rounded, and one pack after another tells nobody's days."""

from datetime import date, timedelta

import pytest

from casetrack.models import Authority
from oversight.indicators import scorecard
from oversight.indicators.chosen import Chosen
from oversight.indicators.indicator import Indicator
from oversight.indicators.registry import INDICATORS, called
from oversight.models import PackKind, PublishedFigure
from oversight.packs.board import Made, board, made
from oversight.packs.public import HIDDEN
from oversight.tests.test_packs import published
from tests import timeline
from tests.cast import Cast

APRIL, MAY, TODAY = date(2026, 4, 30), date(2026, 5, 31), date(2026, 11, 1)
ORDER = date(2024, 3, 1)
LEFT = "care 2021-04-01 .. 2021-05-01; status C2 2021-04-01 .. 2021-05-01"
MATCHED = called("A2")


def adopted(days: int, on: str) -> str:
    """Matched so many days after the placement order."""
    match = ORDER + timedelta(days=days)
    return (
        f"care 2024-01-01 .. {on} E11; status E1 {ORDER} .. {on}; match {match};"
        f" home A6 2024-09-01 .. {on}"
    )


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """40 children adopted by April after 62.6 days on average, and one in May after none."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    waits = [62] * 16 + [63] * 24
    for history in (LEFT, *[adopted(days, "2026-02-10") for days in waits]):
        timeline.child(history, authority=cast.authority)
    timeline.child(adopted(0, "2026-05-20"), authority=cast.authority)
    return cast


def told(pack: Made, indicator: Indicator = MATCHED) -> dict[date, float | None]:
    line = next(each for each in pack.public.lines if each.indicator == indicator)
    return {figure.on_day: figure.value for figure in line.figures}


def test_the_newest_average_is_told_and_the_one_before_withheld(cast: Cast) -> None:
    """40 rounded to 65 and 41 to 60: together they would tell that the last waited at most 62."""
    pack = board(cast.authority, MAY, TODAY)
    found = told(pack)
    assert (found[APRIL], found[MAY]) == (None, 60)
    line = next(each for each in pack.public.lines if each.indicator == MATCHED)
    assert [figure.why for figure in line.figures if figure.on_day == APRIL] == [HIDDEN]
    sheet = next(each for each in pack.pack.sheets if each.title == MATCHED.titled)
    assert sheet.finding.startswith("60 days on 31 May 2026")
    assert any("average is rounded" in each for each in pack.pack.hidden)


def test_what_one_pack_told_binds_the_next(cast: Cast) -> None:
    published(cast, as_at=APRIL)
    kept = PublishedFigure.objects.get(indicator=MATCHED.code, on_day=APRIL)
    assert (kept.number, kept.value) == (40, 65)
    found = told(board(cast.authority, MAY, TODAY))
    assert (found[APRIL], found[MAY]) == (65, None)
    published(cast, as_at=MAY)
    assert PublishedFigure.objects.filter(
        indicator=MATCHED.code, on_day=MAY, hidden=True, number=None
    ).exists()


def test_days_of_packs_between_the_ends_of_months_bind_as_well(cast: Cast) -> None:
    published(cast, PackKind.BOARD, date(2026, 5, 10))
    found = told(board(cast.authority, MAY, TODAY))
    assert found[MAY] is None


def test_days_so_far_of_those_who_are_there(cast: Cast) -> None:
    """20 with parents since January; in May one of them leaves and one comes."""
    stays = [("2026-01-05", "")] * 19 + [("2026-01-05", " .. 2026-05-20"), ("2026-05-11", "")]
    for first, until in stays:
        history = f"care {first}{until}; status C2 {first}{until}; home P1 {first}{until}"
        timeline.child(history, authority=cast.authority)
    indicator = INDICATORS["with-parents-so-far"]
    lines = scorecard.lines(Chosen(cast.authority, MAY, MAY), [indicator])
    found = told(
        made(Chosen(cast.authority, MAY, MAY), lines, title="Some", today=TODAY), indicator
    )
    # 146 days of 19 and 20 days of one are 139.7; a month before it was 115 of 20.
    assert (found[APRIL], found[MAY]) == (115, 140)
