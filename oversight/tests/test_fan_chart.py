"""The fan: its words, its table, and where what lies."""

from datetime import date
from xml.etree import ElementTree

import pytest

from oversight.charts.chart import NARROW, WIDE, Frame
from oversight.charts.fan import FanChart, fan_chart
from oversight.charts.svg import drawn
from oversight.indicators.forecast.forecast import (
    EVERYBODY,
    CannotForecast,
    Forecast,
    Point,
    Series,
    forecast,
)
from oversight.tests.forecasts import ORIGIN, months_of, steady_months

DAYS = [date(2024 + (10 + month) // 12, (10 + month) % 12 + 1, 1) for month in range(37)]
PAST = tuple(zip(DAYS[:25], range(100, 125), strict=True))
AHEAD = tuple(
    Point(month, DAYS[24 + month], 124 + month / 2, 124 - month, 126 + 2 * month)
    for month in range(1, 13)
)
THEN = tuple(
    Point(month, DAYS[12 + month], 112 + month / 2, 112 - month, 112 + month)
    for month in range(1, 13)
)


def chart(**changes: object) -> FanChart:
    given = {"of": "agency", "past": PAST, "points": AHEAD, "a_year_ago": THEN, "said": ""}
    series = Series(**given | changes)  # type: ignore[arg-type]
    return fan_chart(
        series, Forecast(ORIGIN, ORIGIN, "So.", "Of 36 months.", False, (series,), "Not known.")
    )


def test_the_title_is_the_finding() -> None:
    assert chart().title == (
        "124 children in agency foster homes; in 12 months about 130, between 112 and 150."
    )


def test_last_years_forecast_and_the_window_are_said() -> None:
    assert chart().notes[:2] == (
        "A year ago this method would have said 118, between 100 and 124: the 124 of today are"
        " within that range.",
        "Of 36 months.",
    )
    missed = (*THEN[:-1], Point(12, DAYS[24], 118, 110, 123))
    assert "the 124 of today are outside that range" in chart(a_year_ago=missed).notes[0]
    assert chart(a_year_ago=()).notes[0] == "Not known."


def test_what_was_and_what_is_expected_are_in_one_table() -> None:
    table = chart().table
    assert len(table.rows) == 25 + 12
    assert table.rows[24] == ("1 Nov 2026", "124", "", "118 (100 to 124)")
    assert table.rows[25] == ("1 Dec 2026", "", "124 (123 to 128)", "")
    assert table.rows[12] == ("1 Nov 2025", "112", "", "")


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_the_fan_opens_from_what_there_is_now(frame: Frame) -> None:
    made = chart().drawing(frame)
    high, low = (
        [tuple(map(float, point.split(","))) for point in side.split()] for side in made.edges
    )
    assert high[0] == low[0] == made.dots[0]
    gaps = [below - above for (_, above), (_, below) in zip(high, low, strict=True)]
    assert gaps[0] == 0 and gaps == sorted(gaps)
    assert [x for x, _ in high] == sorted(x for x, _ in high)
    assert made.past.split()[-1] == made.ahead.split()[0] == made.edges[0].split()[0]
    # What was forecast a year ago begins on the line, twelve months back, and ends today.
    assert made.then.split()[0] == made.past.split()[12]
    assert float(made.then.split()[-1].split(",")[0]) == made.dots[0][0]
    for label in made.sides:
        assert label.x + 8 * len(label.words) <= frame.width
        assert made.axes.top <= label.y <= made.axes.bottom


def test_without_a_year_ago_there_is_no_dashed_line() -> None:
    made = chart(a_year_ago=()).drawing(WIDE)
    assert (made.then, made.key) == ("", None)


@pytest.mark.parametrize("frame", [WIDE, NARROW])
def test_it_is_whole_and_reads_without_colour(frame: Frame) -> None:
    svg = drawn(chart(), frame)
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert root.find("{*}title").text == chart().title
    assert "between 112 and 150" in root.find("{*}desc").text
    assert "style=" not in svg and "{{" not in svg
    dashes = {line.get("stroke-dasharray") for line in root.iter() if line.tag.endswith("polyline")}
    assert dashes == {None, "6 4", "0.1 5"}
    said = [text.text for text in root.iter() if text.tag.endswith("text")]
    assert {"124", "130", "150", "112", "1 Nov 2026"} <= set(said)


def test_few_children_have_words_and_no_chart() -> None:
    made = forecast(steady_months(agency=40, own=4), ORIGIN)
    with pytest.raises(CannotForecast, match="Few children: between 4 and 4"):
        fan_chart(made.of("own"), made)


def test_a_flat_line_and_a_short_one_can_be_drawn() -> None:
    flat = forecast(steady_months(13, agency=40), ORIGIN)
    made = fan_chart(flat.of(EVERYBODY), flat)
    assert len(made.ahead) == 4
    assert "in 4 months about 40, between 40 and 40" in made.title
    assert "A year ago too little was known" in made.notes[0]
    assert 'points="' in drawn(made, NARROW)
    changed = forecast(months_of([20] * 42 + [45] * 6, [10] * 48), ORIGIN)
    assert "A change was found" in fan_chart(changed.of(EVERYBODY), changed).notes[1]
