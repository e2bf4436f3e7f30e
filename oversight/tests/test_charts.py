"""Charts: the arithmetic of their axes, and what every drawing owes to whoever reads it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
import typst
from django.template import Context, Template
from hypothesis import given, settings
from hypothesis import strategies as st

from casetrack import dates
from oversight.charts.bars import Bar, bars_chart
from oversight.charts.chart import (
    NARROW,
    SMALL,
    WIDE,
    Chart,
    Frame,
    Scale,
    Table,
    apart,
    axis_of,
    days_axis,
    months_axis,
    nice,
    number,
    wide,
)
from oversight.charts.line import LineChart, line_chart
from oversight.charts.svg import drawn
from oversight.charts.trend import Mark, TrendChart, trend_chart
from oversight.indicators.indicator import Chart as Drawn
from oversight.indicators.indicator import Polarity
from oversight.indicators.trend import Kind, Rebase, days_between, xmr

SVG = "{http://www.w3.org/2000/svg}"


def plain(value: float) -> str:
    return f"{value:,.0f}"


def percent(value: float) -> str:
    return f"{value:.1f}%"


def monthly(values: Sequence[float | None], first: date = date(2020, 7, 31)) -> list:
    return [(dates.add_months(first, number), value) for number, value in enumerate(values)]


STARTS = [18, 21, 17, 22, 19, 20, 18, 21, 19, 22, 41, 20, 17]
SEEN = [83, 80, 86, 82, 79, 85, 84, 81, 83, 86, 82, 80, 60, 95, 92, 97, 100, 94, 96, 93, 98]


def starts(values: Sequence[float | None] = STARTS, **options: object) -> TrendChart:
    found = xmr(Drawn.FLOW, monthly(values), Polarity.LOWER, **options)
    return trend_chart(found, "Children who came into care each month", plain)


def seen() -> TrendChart:
    anew = [Rebase(date(2021, 8, 1), "visits are booked by the clerk")]
    found = xmr(Drawn.PERCENTAGE, monthly(SEEN), Polarity.HIGHER, target=85, rebases=anew)
    return trend_chart(found, "Children seen within six weeks", percent, ending="%")


def gaps() -> TrendChart:
    days = [date(2020, 1, 1), date(2020, 1, 31), date(2020, 2, 3), date(2020, 5, 9)]
    days += [date(2020, 6, 1), date(2020, 8, 20), date(2020, 9, 1), date(2020, 12, 24)]
    return trend_chart(days_between(days, Polarity.NEUTRAL), "Days between moves", plain)


def care(
    values: Sequence[float | None] = (692, 698, 702, None, 684, 540), **more: float
) -> LineChart:
    months = [day for day, _ in monthly(values)]
    return line_chart(months, values, "Children in care", plain, **more)


def teams() -> Chart:
    bars = [
        Bar("Safeguarding North", 14.2, "14.2%"),
        Bar("Children with disabilities", None, "hidden"),
        Bar("Leaving care", 21, "21.0%"),
    ]
    over_all = Bar("all", 13.9, "13.9%")
    return bars_chart(bars, "Placed with parents", by="Team", head="Share", over_all=over_all)


CHARTS = {
    "trend": starts(),
    "trend of 36 months": starts([*STARTS, None, *STARTS, *STARTS[:9]], target=30),
    "trend with new limits": seen(),
    "trend of few months": starts([3, 4]),
    "trend of nothing": starts([]),
    "trend of one month": starts([7]),
    "days between": gaps(),
    "line": care(),
    "line with a target": care(target=500.0),
    "line of one month": care([4.0]),
    "line of nothing": care([None, None]),
    "bars": teams(),
    "bars with long words": bars_chart(
        [Bar("a team whose name is longer than any page would like it", 3, "3")], "Moves", by="Team"
    ),
    "no bars": bars_chart([], "Moves", by="Team"),
}
EACH = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
FRAMED = pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])


# The arithmetic.


@pytest.mark.parametrize(
    ("low", "high", "most", "whole", "found"),
    [
        (0, 41, 6, False, [0, 10, 20, 30, 40, 50]),
        (0.12, 0.47, 5, False, [0.1, 0.2, 0.3, 0.4, 0.5]),
        (0, 2, 6, True, [0, 1, 2]),
        (540, 702, 5, False, [500, 550, 600, 650, 700, 750]),
        (-3, 4, 5, False, [-4, -2, 0, 2, 4]),
        (5, 5, 5, False, [5, 5.5, 6]),
    ],
)
def test_round_values(low: float, high: float, most: int, whole: bool, found: list[float]) -> None:
    assert nice(low, high, most, whole=whole) == found


@settings(max_examples=80, deadline=None)
@given(st.floats(-1e5, 1e5), st.floats(0.01, 1e5), st.integers(2, 9))
def test_round_values_hold_what_is_drawn(low: float, width: float, most: int) -> None:
    values = nice(low, low + width, most)
    step = values[1] - values[0]
    assert values[0] <= low + step * 1e-6 and low + width <= values[-1] + step * 1e-6
    assert len(values) <= most + 2
    assert [b - a for a, b in pairwise(values)] == pytest.approx([step] * (len(values) - 1))


@pytest.mark.parametrize(
    ("drawn", "first"),
    [([10, 41], 0), ([540, 702], 500), ([500, 702], 400), ([7], 0), ([], 0), ([-3, 5], -4)],
)
def test_an_axis_begins_at_nothing_or_below_what_is_drawn(drawn: list[float], first: float) -> None:
    assert axis_of(drawn)[0] == first


def test_numbers_on_an_axis() -> None:
    assert [number(value) for value in (0, 1200, 0.5, -2)] == ["0", "1,200", "0.5", "-2"]


def test_months_are_left_out_evenly_and_the_last_is_said() -> None:
    scale = Scale(0, 35, 0, 350)
    ticks = months_axis([day for day, _ in monthly([None] * 36)], scale, 13)
    assert [tick.words for tick in ticks] == ["Sep", "Dec", "Mar", "Jun"] * 3
    assert [tick.below for tick in ticks[:6]] == ["2020", "", "2021", "", "", ""]
    assert ticks[-1].at == 350
    assert months_axis([], scale) == []


def test_days_that_lie_a_step_apart() -> None:
    days = [date(2020, 12, 24), date(2021, 1, 2), date(2021, 3, 3)]
    ticks = days_axis(days, Scale(0, 2, 0, 100), 2)
    assert [(tick.at, tick.words, tick.below) for tick in ticks] == [
        (0, "24 Dec", "2020"),
        (100, "3 Mar", "2021"),
    ]
    assert days_axis([], Scale(0, 1, 0, 1)) == []


@settings(max_examples=80, deadline=None)
@given(st.lists(st.floats(0, 300), max_size=8))
def test_labels_are_moved_apart(places: list[float]) -> None:
    found = apart(places, 16, 0, 300)
    assert all(-0.1 <= each <= 300.1 for each in found)
    ordered = [each for _, each in sorted(zip(places, found, strict=True))]
    assert all(b - a >= 15.8 for a, b in pairwise(sorted(found)))
    assert ordered == sorted(ordered)


def test_a_label_alone_stays() -> None:
    assert apart([10, 200, 100], 16, 0, 300) == [10, 200, 100]


# The drawings.


def svg(chart: Chart, frame: Frame = WIDE) -> ElementTree.Element:
    return ElementTree.fromstring(drawn(chart, frame))


@EACH
@FRAMED
def test_a_drawing_stays_in_its_frame_and_is_told_in_words(chart: Chart, frame: Frame) -> None:
    root = svg(chart, frame)
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    assert root.get("viewBox") == f"0 0 {width:.0f} {height:.0f}"
    assert width == frame.width
    assert root.get("role") == "img"
    title, told = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None and told is not None
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == told.get("id")
    assert (title.text, told.text) == (chart.title, chart.description)
    for each in root.iter():
        assert not {"style", "onload", "href"} & each.attrib.keys()
        for name in ("x", "x1", "x2", "cx"):
            assert -0.1 <= float(each.get(name, 0)) <= width
        for name in ("y", "y1", "y2", "cy"):
            assert -0.1 <= float(each.get(name, 0)) <= height
        for pair in each.get("points", "").split():
            x, y = map(float, pair.split(","))
            assert 0 <= x <= width and 0 <= y <= height


@EACH
@FRAMED
def test_words_are_large_enough_and_stay_in_the_frame(chart: Chart, frame: Frame) -> None:
    for each in svg(chart, frame).iter(f"{SVG}text"):
        size = int(each.get("font-size", 14))
        assert size >= SMALL
        x = float(each.get("x", 0)) + float(each.get("dx", 0))
        length = 0.9 * wide(each.text or "", size)
        start = {"middle": x - length / 2, "end": x - length}.get(each.get("text-anchor", ""), x)
        assert start >= -2, each.text
        assert start + length <= frame.width + 2, each.text


def test_nothing_is_told_by_colour_alone() -> None:
    """Each kind of point has its own shape, and each line across its own dashes."""
    assert len({Mark(0, 0, kind).path for kind in Kind}) == len(Kind)
    assert Mark(0, 0, Kind.NEUTRAL, up=True).path != Mark(0, 0, Kind.NEUTRAL, up=False).path
    lines = {
        each.get("stroke-dasharray")
        for each in svg(seen()).iter(f"{SVG}line")
        if "y1" in each.attrib
    }
    usual, target, anew = "5 4", "12 3 2 3", "1 3"
    assert lines == {None, usual, target, anew}


@EACH
def test_on_a_page(chart: Chart) -> None:
    page = Template("{% load charts %}{% chart c %}{% chart c 'again' %}").render(
        Context({"c": chart})
    )
    root = ElementTree.fromstring(f"<main>{page}</main>")
    ids = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    figure = root[0]
    assert figure.findtext("figcaption") == chart.title
    assert [each.get("class") for each in figure.iter(f"{SVG}svg")] == [
        "chart-drawing chart-wide",
        "chart-drawing chart-narrow",
    ]
    rows = [
        tuple("".join(cell.itertext()) for cell in row) for row in figure.iterfind(".//tbody/tr")
    ]
    assert rows == list(chart.table.rows)
    assert [each.text for each in figure.iterfind(".//thead/tr/th")] == list(chart.table.head)
    assert [each.text for each in figure.iterfind("p")] == list(chart.notes)


def test_a_chart_is_marked_the_same_whenever_it_is_drawn_and_otherwise_than_any_other() -> None:
    assert drawn(starts()) == drawn(starts())
    assert drawn(starts()) != drawn(starts([*STARTS[:-1], 18]))


def test_a_chart_without_a_drawing_says_so() -> None:
    @dataclass(frozen=True, kw_only=True)
    class Bare(Chart):
        kind = "bare"

    chart = Bare(title="One.", description="Two.", table=Table((), ()))
    with pytest.raises(NotImplementedError, match="bare"):
        chart.drawing(WIDE)


def test_what_somebody_typed_is_no_markup() -> None:
    anew = [Rebase(date(2021, 1, 1), "<b>more</b> workers & cars")]
    chart = starts([*STARTS], rebases=anew)
    page = Template("{% load charts %}{% chart c %}").render(Context({"c": chart}))
    assert "<b>" not in page
    assert "&lt;b&gt;more&lt;/b&gt; workers &amp; cars." in page


def test_files_are_set_with_the_same_drawings() -> None:
    """As tagged PDF, which refuses a drawing that it cannot set."""
    files = {f"{place}.svg": drawn(chart).encode() for place, chart in enumerate(CHARTS.values())}
    lines = [
        f'#image("{place}.svg", width: 100%, alt: {json.dumps(chart.title)})'
        for place, chart in enumerate(CHARTS.values())
    ]
    files["main.typ"] = "\n".join(['#set document(title: "Charts")', *lines]).encode()
    made = typst.compile(files, pdf_standards="ua-1")
    assert made.startswith(b"%PDF")


# What each shows.


def test_a_control_chart_by_hand() -> None:
    """The mean of the 13 is 275/13. The 12 changes add up to 69; two of them, 19 and 21, are above
    3.267 times 69/12 and left out, so that the average change is 29/10.
    """
    chart = starts(target=12)
    limits = chart.trend.limits
    assert limits
    assert limits.mean == pytest.approx(275 / 13)
    assert limits.upper - limits.mean == pytest.approx(2.66 * 2.9)
    drawing = chart.drawing(WIDE)
    assert [mark.kind.name for mark in drawing.marks].count("CONCERN") == 1
    assert [label.words for label in drawing.labels] == ["41", "17"]
    (usual,) = drawing.usual
    assert usual.top < usual.mean < usual.top + usual.height
    assert [label.words for label in drawing.sides] == [
        "average 21",
        "upper limit 29",
        "lower limit 13",
        "target 12",
    ]
    assert chart.title == (
        "Children who came into care each month: higher than usual in May 2021 (worse); "
        "otherwise no change that could not be chance."
    )
    assert chart.table.rows[10] == ("May 2021", "41", "worse than usual: outside the limits")


def test_no_limit_is_drawn_where_no_value_can_be() -> None:
    rare = starts([0, 4, 1, 5, 0, 3, 1, 4, 0, 5, 2, 4, 1])
    assert rare.trend.limits and rare.trend.limits.lower < 0
    drawing = rare.drawing(WIDE)
    (usual,) = drawing.usual
    assert len(usual.edges) == 1
    assert usual.top + usual.height == drawing.axes.bottom
    assert [label.words.rsplit(" ", 1)[0] for label in drawing.sides] == ["average", "upper limit"]
    best = seen()
    assert best.trend.limits and best.trend.limits.upper > 100
    assert best.drawing(WIDE).usual[-1].top >= best.drawing(WIDE).axes.top
    assert not any("upper" in label.words for label in best.drawing(WIDE).sides)
    assert best.drawing(WIDE).axes.up[-1].words == "100%"


def test_new_limits_are_marked_and_the_line_is_broken() -> None:
    drawing = seen().drawing(WIDE)
    assert [label.words for label in drawing.anew] == ["new limits from Aug 2021"]
    assert len(drawing.lines) == len(drawing.usual) == 2
    assert drawing.usual[0].end == drawing.usual[1].x == drawing.anew[0].x
    assert "New limits from Aug 2021: Visits are booked by the clerk." in seen().notes


def test_a_month_not_known_breaks_the_line() -> None:
    chart = starts([*STARTS[:5], None, *STARTS[5:8]])
    drawing = chart.drawing(NARROW)
    assert [len(line.split()) for line in drawing.lines] == [5, 3]
    assert len(drawing.marks) == 8
    assert chart.table.rows[5] == ("Dec 2020", "not known", "")


def test_a_month_that_is_hidden_is_said_to_be() -> None:
    found = xmr(Drawn.FLOW, monthly([18, None, 20]), Polarity.LOWER)
    chart = trend_chart(found, "Starts", plain, missing="hidden")
    assert chart.table.rows[1] == ("Aug 2020", "hidden", "")
    assert "Hidden: Aug 2020." in chart.notes


def test_days_between_are_of_events() -> None:
    chart = gaps()
    assert chart.table.head == ("Event", "Days since the one before", "Stands out")
    assert chart.table.rows[0] == ("31 Jan 2020", "30", "")
    assert [label.words for label in chart.drawing(WIDE).sides][0].startswith("typical")


def test_a_plain_line_says_first_last_highest_and_lowest() -> None:
    chart = care()
    assert chart.title == "Children in care: 540 in Dec 2020; it was 692 in Jul 2020."
    assert chart.description == (
        "A line from 692 in Jul 2020 to 540 in Dec 2020. Its highest point is 702 in Sep 2020, "
        "its lowest 540 in Dec 2020."
    )
    drawing = chart.drawing(WIDE)
    assert sorted(label.words for label in drawing.labels) == ["540", "692", "702"]
    assert [len(line.split()) for line in drawing.lines] == [3, 2]
    assert chart.notes == ("The vertical axis begins at 500, not at 0.",)
    assert care([40, 20, 30]).notes == ()


def test_a_target_is_drawn_above_the_floor() -> None:
    drawing = care(target=500.0).drawing(WIDE)
    assert drawing.target
    assert drawing.target.words == "target 500"
    assert drawing.target.y < drawing.axes.bottom


def test_nothing_known_is_said() -> None:
    assert care([None]).title == "Children in care: nothing is known yet."
    assert starts([]).title.endswith("each month: nothing is known yet.")
    assert bars_chart([], "Moves", by="Team").title == "Moves: nothing can be shown."


def test_bars_are_to_scale() -> None:
    drawing = teams().drawing(WIDE)
    known = [bar for bar in drawing.bars if bar.known]
    assert known[0].width / known[1].width == pytest.approx(14.2 / 21, abs=1e-3)
    assert drawing.over_all
    across = drawing.over_all.x - (drawing.base or 0)
    assert across / known[1].width == pytest.approx(13.9 / 21, abs=1e-3)
    assert [bar.known for bar in drawing.bars] == [True, False, True]
    assert teams().notes == ("1 value not shown.",)
    assert teams().table.rows[1] == ("Children with disabilities", "hidden")


def test_bars_say_where_there_are_most() -> None:
    assert teams().title == "Placed with parents: most for Leaving care (21.0%)."
    alike = [Bar("North", 3, "3"), Bar("South", 3, "3"), Bar("West", 1, "1")]
    assert bars_chart(alike, "Moves", by="Team").title == "Moves: most for North and South (3)."
    assert bars_chart(alike[:2], "Moves", by="Team").title == "Moves: 3 everywhere."


def test_words_stand_above_bars_in_a_narrow_frame() -> None:
    drawing = teams().drawing(NARROW)
    assert drawing.base is None
    assert all(bar.lines[0].y < bar.y and bar.x == 0 for bar in drawing.bars)
    (long,) = CHARTS["bars with long words"].drawing(NARROW).bars
    assert [line.words for line in reversed(long.lines)] == [
        "a team whose name is longer than any page",
        "would like it",
    ]
    assert all(bar.lines[0].x < bar.x for bar in teams().drawing(WIDE).bars)
