"""The board's page: totals, small numbers hidden, and never a child."""

import re
from datetime import date

import pytest

from casetrack.models import Child
from oversight.clocks.engine import refresh
from oversight.models import ClockRow
from oversight.totals import totals
from tests import timeline
from tests.answered import justified
from tests.cast import DAY, WAITING, Cast, signed_in


def text(user: object) -> str:
    answer = signed_in(user).get("/totals/")  # type: ignore[arg-type]
    assert answer.status_code == 200
    return answer.content.decode()


def fill(cast: Cast, number: int, history: str) -> None:
    for _ in range(number):
        timeline.child(history, authority=cast.authority)


@pytest.mark.parametrize("who", ["board_member", "manager", "chair", "data_officer"])
def test_who_may_see_totals(cast: Cast, who: str) -> None:
    assert "Castle Council" in text(getattr(cast, who))


@pytest.mark.parametrize("who", ["social_worker", "iro", "nobody"])
def test_who_may_not(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get("/totals/").status_code == 403


def test_two_children_are_too_few_to_show(cast: Cast) -> None:
    page = text(cast.board_member)
    assert "a number too small to show" in page
    main = page[page.index("<main") : page.index("</main>")]
    cells = re.findall(r'<td class="number">([^<]*)</td>', main)
    assert cells
    assert set(cells) == {"hidden"}


def test_no_name_reference_or_link_to_a_child(cast: Cast) -> None:
    fill(cast, 10, WAITING)
    page = text(cast.board_member)
    for hidden in ("Amara", "Bello", ">A1<", "/children/", "/tracker/"):
        assert hidden not in page


def test_totals_add_up(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 7, "care 2026-01-01; status V2 2026-01-01; home K2 2026-01-01")
    found = totals(cast.authority, DAY)
    assert found.children == 17
    tables = {table.title: dict(table.parts) for table in found.tables}
    assert tables["By legal status"] == {"Placement order": 10, "Section 20": 7}
    assert tables["By kind of home"] == {
        "Foster home": 10,
        "Children's or residential home": 7,
    }


def test_one_small_part_hides_another(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 3, "care 2026-01-01; status V2 2026-01-01")
    found = totals(cast.authority, DAY)
    legal = next(table for table in found.tables if table.title == "By legal status")
    assert [number for _, number in legal.parts] == [None, None]


def test_short_breaks_and_others_are_left_out(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 9, "care 2026-01-01; status V4 2026-01-01")
    assert totals(cast.authority, DAY).children == 10


def test_past_a_limit_is_split_by_the_most_serious_kind(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 7, "care 2026-05-20; status V2 2026-05-20")
    refresh(list(Child.objects.values_list("pk", flat=True)))
    found = totals(cast.authority, DAY)
    past = next(table for table in found.tables if "limit" in table.title)
    assert dict(past.parts) == {"A national target": 10, "No limit passed": 7}
    assert found.past == 10


def test_a_justified_delay_is_past_its_limit(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 7, "care 2026-05-20; status V2 2026-05-20")
    refresh(list(Child.objects.values_list("pk", flat=True)))
    before = totals(cast.authority, DAY)
    for wait in ClockRow.objects.as_at(DAY).filter(state="red"):
        justified(wait, on=DAY, until=date(2026, 8, 1), by=cast.chair)
    assert not ClockRow.objects.as_at(DAY).filter(state="red").exists()
    assert totals(cast.authority, DAY) == before


def test_hidden_parts_stand_in_an_order_that_says_nothing(cast: Cast) -> None:
    fill(cast, 8, WAITING)
    fill(cast, 1, "care 2026-01-01; status V2 2026-01-01")
    fill(cast, 4, "care 2026-01-01; status C2 2026-01-01")
    found = totals(cast.authority, DAY)
    legal = next(table for table in found.tables if table.title == "By legal status")
    hidden = [words for words, number in legal.parts if number is None]
    assert hidden == sorted(hidden)
