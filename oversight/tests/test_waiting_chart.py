"""The drawing of a wait: what it shows is what the curve says, and in public no child's own day."""

from xml.etree import ElementTree

import pytest

from oversight.charts.chart import NARROW, WIDE, Frame, wide
from oversight.charts.svg import drawn
from oversight.charts.waiting import GRID, WaitingCurve, curve_of
from oversight.indicators.waiting_words import Words
from oversight.indicators.waits import KINDS
from oversight.tests.test_waiting import HUNDRED, Told, made

SVG = "{http://www.w3.org/2000/svg}"
SPREAD: Told = [
    *[(364 - day, day, "done") for day in range(3, 180, 3)],
    *[(700, 380 + day, "changed") for day in range(0, 60, 5)],
    *[(370, None, "")] * 12,
]


def curve(waits: Told, *, public: bool = False, code: str = "order-to-match") -> WaitingCurve:
    found = curve_of(Words(made(code, waits), public=public))
    assert found is not None
    return found


def test_its_steps_are_those_of_the_curve() -> None:
    waits = made("order-to-match", HUNDRED)
    chart = curve(HUNDRED)
    assert chart.title == Words(waits).sentence
    assert [day for day, _ in chart.done] == [0, 40, 121, 200, 365]
    assert [share for _, share in chart.done] == pytest.approx([0, 0, 0.41, 0.41, 0.73])
    assert [share for _, share in chart.otherwise] == pytest.approx([0, 0.01, 0.01, 0.17, 0.17])
    assert chart.labels == ("73 matched", "10 still waiting", "17 plan changed")
    assert [(line.day, line.words) for line in chart.lines] == [(121, "121 days"), (365, "a year")]
    assert (chart.until, chart.reach) == (365, 365)


def test_the_table_says_the_same() -> None:
    table = curve(HUNDRED).table
    assert table.head[0] == "Days since the placement order"
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["0"] == ("0", "–", "0", "100", "100")
    assert rows["121"][0] == "41"
    assert rows["121"][2:] == ("1", "58", "99")
    assert rows["365"][2:] == ("17", "10", "42")
    assert set(rows["730"]) == {"not known"}
    low, high = (int(part) for part in rows["121"][1].split(" to "))
    assert low < 41 < high


def test_in_public_it_steps_on_no_childs_own_day() -> None:
    chart = curve(SPREAD, public=True)
    own = {day for day, _ in curve(SPREAD).done}
    days = [day for day, _ in chart.done]
    assert len(days) > 4
    assert {day % GRID for day in days} == {0}
    assert len(own - set(days)) > 20
    assert all(number.startswith("under ") or int(number) % 5 == 0 for _, number in chart.followed)


def test_in_public_it_ends_where_few_are_followed() -> None:
    waits: Told = [(364, None, "")] * 9 + [(364, 200, "done")] * 20
    assert curve(waits).until == 364
    public = curve(waits, public=True)
    assert public.until == 180
    assert {row[0]: row[1] for row in public.table.rows}["365"] == "not known"


def test_in_public_a_few_changed_plans_are_one_with_who_waits() -> None:
    chart = curve(HUNDRED[:73] + HUNDRED[-1:] + [(365, None, "")] * 26, public=True)
    assert chart.otherwise == ()
    assert chart.labels[1:] == ("59 still waiting, or plan changed", "")
    assert {row[0]: row[3:5] for row in chart.table.rows}["180"] == ("hidden", "hidden")


def test_of_few_nothing_is_drawn() -> None:
    assert curve_of(Words(made("order-to-match", [(100, 50, "done")] * 10))) is None
    assert curve_of(Words(made("order-to-match", [(700, None, "")] * 20))) is None


@pytest.mark.parametrize("frame", [WIDE, NARROW], ids=lambda frame: frame.name)
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("code", [kind.code for kind in KINDS])
def test_it_is_drawn_whole(code: str, public: bool, frame: Frame) -> None:
    """In the frame, with a name and words, with its looks in attributes and a number for no gap."""
    svg = str(drawn(curve(SPREAD, public=public, code=code), frame))
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title")
    assert "95 times in 100" in root.findtext(f"{SVG}desc", "")
    assert "style" not in svg
    assert "None" not in svg
    width, height = (float(root.get(side, "0")) for side in ("width", "height"))
    for text in root.iter(f"{SVG}text"):
        x = float(text.get("x", "nan")) + float(text.get("dx", "0"))
        y = float(text.get("y", "nan")) + float(text.get("dy", "0"))
        long = wide("".join(text.itertext()), int(text.get("font-size", "14")))
        before = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
        assert x - before * long >= -8, text.text
        assert x + (1 - before) * long <= width + 8, text.text
        assert 0 < y <= height, text.text


def test_marks_that_lie_close_stand_in_two_rows() -> None:
    far, near = (
        curve(SPREAD, code=code).drawing(NARROW).uprights
        for code in ("order-to-match", "match-to-placed")
    )
    assert len({mark.words_y for mark in far}) == 1
    assert len({mark.words_y for mark in near}) == 2
