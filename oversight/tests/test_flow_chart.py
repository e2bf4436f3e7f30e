"""The way of children drawn: every child in it, to scale, legible; and for the public nobody's."""

import json
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from random import Random
from xml.etree import ElementTree

import numpy as np
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from oversight.charts.chart import NARROW, SMALL, WIDE, Frame, wide
from oversight.charts.flow import FlowChart, FlowDrawing, Look, flow_chart
from oversight.charts.svg import drawn
from oversight.disclosure.cells import HOUSE
from oversight.disclosure.ways import Ways, published, whole
from oversight.indicators.journey import HOMES, LAST, LEFT, Journey, State, Way
from oversight.tests.attack import Puzzle, recovered

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2020, 10, 31)
F, R, H, CARE, NOT_YET = (
    State.FOSTER,
    State.RELATIVES,
    State.HOME,
    State.IN_CARE,
    State.NOT_YET,
)
SOME: dict[Way, int] = {
    (F, F, F, F, CARE): 60,
    (F, R, R, R, CARE): 21,
    (R, R, R, R, State.GUARDIANSHIP): 40,
    (F, H, H, H, H): 30,
    (F, F, H, H, H): 18,
    (F, F, State.ADOPTIVE, State.ADOPTIVE, State.ADOPTED): 12,
    (State.RESIDENTIAL, *(State.EIGHTEEN,) * 4): 3,
    (R, H, R, R, CARE): 1,
}
LATELY: dict[Way, int] = {(F, F, NOT_YET, NOT_YET, CARE): 9, (F, NOT_YET, NOT_YET, NOT_YET, H): 11}


def journey(ways: dict[Way, int], months: int = 36, unknown: int = 0) -> Journey:
    return Journey(date(2020 - months // 12, 11, 1), DAY, DAY, ways, unknown)


STATES = [list(HOMES), *[[*HOMES, *LEFT, NOT_YET]] * (LAST - 1), [*LEFT, CARE]]
JOURNEYS = st.dictionaries(
    st.tuples(*(st.sampled_from(states) for states in STATES)), st.integers(1, 90), max_size=24
).map(journey)
CHARTS = {
    "some": flow_chart(journey(SOME)),
    "some lately": flow_chart(journey({**SOME, **LATELY}, unknown=3)),
    "all lately": flow_chart(journey(LATELY, 12)),
    "public": flow_chart(journey({**SOME, **LATELY}, unknown=3), public=True),
    "one child": flow_chart(journey({(F, F, F, F, CARE): 1})),
    "many": flow_chart(journey({way: 100 * number for way, number in SOME.items()})),
    "nobody": flow_chart(journey({})),
}
EACH = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS.keys())
FRAMED = pytest.mark.parametrize("frame", [WIDE, NARROW], ids=["wide", "narrow"])


@pytest.mark.parametrize(
    ("ways", "months", "title"),
    [
        (
            SOME,
            36,
            "Of 185 children who came into care in the three years to 31 October 2020, 62 were"
            " with relatives or friends a year later and 48 were home with family.",
        ),
        (
            {**SOME, **LATELY},
            36,
            "Of 205 children who came into care in the three years to 31 October 2020, 185 came a"
            " year ago or longer: of these 62 were with relatives or friends a year later and 48"
            " were home with family.",
        ),
        (
            LATELY,
            12,
            "Of 20 children who came into care in the twelve months to 31 October 2020, 9 were"
            " still in care on that day and 11 were home with family.",
        ),
        (
            {(F, *(State.EIGHTEEN,) * 4): 1},
            36,
            "Of 1 child who came into care in the three years to 31 October 2020, 1 had turned 18"
            " a year later.",
        ),
        ({}, 12, "No child came into care in the twelve months to 31 October 2020."),
    ],
)
def test_the_finding(ways: dict[Way, int], months: int, title: str) -> None:
    assert flow_chart(journey(ways, months)).title == title


def test_the_table_has_every_flow() -> None:
    chart = CHARTS["some lately"]
    rows = chart.table.rows
    said = "After 3 months home with family", "after 6 months home with family", "30"
    assert said in rows
    said = (
        "After 12 months not yet: they came too lately",
        "on 31 October 2020 home with family",
        "11",
    )
    assert said in rows
    for when in ("On the day they came", "After 3 months", "After 6 months", "After 12 months"):
        assert sum(int(row[-1]) for row in rows if row[0].startswith(when)) == 205
    assert chart.notes[-1].startswith("Left out: 3 children")


def test_what_is_drawn_by_hand() -> None:
    """300 pixels for 185 children: 60 of them are 97 high, and go straight on."""
    drawing = CHARTS["some"].drawing(WIDE)
    first = [bar for bar in drawing.bars if bar.x == 0]
    assert [(bar.node.label, bar.node.number) for bar in first] == [
        ("relatives", 41),
        ("foster home", 141),
        ("children’s home", 3),
    ]
    assert [bar.height for bar in first] == [66.5, 228.6, 4.9]
    assert [head.words for head in drawing.heads] == [
        "On coming",
        "3 months",
        "6 months",
        "12 months",
        "31 Oct 2020",
    ]
    said = "After 6 months in a foster home, after 12 months in a foster home: 60 children"
    (band,) = [each for each in drawing.bands if each.words == said]
    assert "v97.3" in band.path
    assert not drawing.stubs


def sides(drawing: FlowDrawing) -> list[tuple[float, float, float]]:
    """Where bands and stubs touch bars, and how high they are there."""
    found = []
    for band in drawing.bands:
        start = re.match(
            r"M([\d.]+) ([\d.]+)C\S+ \S+ \S+ \S+ ([\d.]+) ([\d.]+)v([\d.]+)C", band.path
        )
        assert start
        x, y, to_x, to_y, height = map(float, start.groups())
        found += [(x, y, height), (to_x, to_y, height)]
    for stub in drawing.stubs:
        touches = {bar.x + drawing.thick for bar in drawing.bars}
        x = stub.x if any(abs(stub.x - each) < 0.2 for each in touches) else stub.x + drawing.stub
        found.append((x, stub.y, stub.height))
    return found


@settings(max_examples=40, deadline=None)
@given(JOURNEYS, st.booleans(), st.sampled_from([WIDE, NARROW]))
def test_every_child_is_drawn_to_scale(found: Journey, public: bool, frame: Frame) -> None:
    """What leaves and what reaches a bar lies side by side on it, and is as high as it is."""
    chart = flow_chart(found, public=public)
    drawing = chart.drawing(frame)
    touching = sides(drawing)
    for bar in drawing.bars:
        for edge in (bar.x, bar.x + drawing.thick):
            at = sorted(
                (y, height)
                for x, y, height in touching
                if abs(x - edge) < 0.2 and bar.y - 0.2 <= y <= bar.y + bar.height + 0.2
            )
            assert not at or sum(height for _, height in at) == pytest.approx(bar.height, abs=1.5)
            for (y, height), (below, _) in pairwise(at):
                assert below == pytest.approx(y + height, abs=0.3)
    for column in range(len(chart.columns)):
        assert sum(node.number for node in chart.columns[column].nodes) == found.children


@EACH
@FRAMED
def test_a_drawing_is_told_in_words_and_stays_in_its_frame(chart: FlowChart, frame: Frame) -> None:
    root = ElementTree.fromstring(drawn(chart, frame))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.description
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    assert width == frame.width
    for each in root.iter():
        assert not {"style", "onload", "href"} & each.attrib.keys()
    for path in root.iter(f"{SVG}path"):
        assert path.findtext(f"{SVG}title")
        numbers = [float(each) for each in re.findall(r"[\d.]+", path.get("d", ""))]
        assert max(numbers) <= max(width, height)
    for rect in root.iter(f"{SVG}rect"):
        if rect.get("y"):
            assert 0 <= float(rect.get("y", 0)) + float(rect.get("height", 0)) <= height
            assert 0 <= float(rect.get("x", 0)) + float(rect.get("width", 0)) <= width
    for text in root.iter(f"{SVG}text"):
        size = int(text.get("font-size", 14))
        assert size >= SMALL
        length, x = 0.9 * wide("".join(text.itertext()), size), float(text.get("x", 0))
        start = x - length if text.get("text-anchor") == "end" else x
        assert start >= -2 and start + length <= width + 2, "".join(text.itertext())
        assert 0 <= float(text.get("y", 0)) + float(text.get("dy", 0)) <= height


@EACH
@FRAMED
def test_words_beside_bars_do_not_overlap(chart: FlowChart, frame: Frame) -> None:
    by_side: dict[tuple[float, str], list[float]] = {}
    drawing = chart.drawing(frame)
    for bar in drawing.bars:
        side = by_side.setdefault((bar.label.x, bar.label.anchor), [])
        side.append(bar.y + bar.height / 2)
    for ys in by_side.values():
        assert all(below - y >= SMALL for y, below in pairwise(sorted(ys)))


def test_nothing_is_told_by_colour_alone() -> None:
    """Bars of each look have a filling or an edge of their own, whatever its colour."""
    root = ElementTree.fromstring(drawn(CHARTS["public"]))
    colour = re.compile(r"#[0-9a-f]{3,6}")
    looks = {
        (colour.sub("some", each.get("fill", "")), each.get("stroke-dasharray"))
        for each in root.iter(f"{SVG}rect")
        if each.get("width") == "12"
    }
    hatch = next(each.get("id") for each in root.iter(f"{SVG}pattern"))
    assert looks >= {("some", None), (f"url(#{hatch})", None), ("none", "3 2")}


def test_files_are_set_with_it() -> None:
    files = {f"{n}.svg": drawn(chart).encode() for n, chart in enumerate(CHARTS.values())}
    lines = [
        f'#image("{n}.svg", width: 100%, alt: {json.dumps(chart.title)})'
        for n, chart in enumerate(CHARTS.values())
    ]
    files["main.typ"] = "\n".join(['#set document(title: "Ways")', *lines]).encode()
    assert typst.compile(files, pdf_standards="ua-1").startswith(b"%PDF")


# In public.


def told(chart: FlowChart) -> list[int]:
    """Every number that somebody can read off the chart, days and sizes of its rules apart."""
    nodes = [node.number for column in chart.columns for node in column.nodes]
    flows = [flow.number for flow in chart.flows if flow.number is not None]
    rows = [int(row[-1].replace(",", "")) for row in chart.table.rows if row[-1] != "hidden"]
    plain = re.sub(
        r"(after|After|in|to|On|on) \d+ (months|\w+ \d{4})",
        "",
        f"{chart.title} {chart.description}",
    )
    said = re.findall(r"(?<!turned )\b\d[\d,]*", plain)
    bands = [each.words for each in chart.drawing(WIDE).bands]
    drawn = [int(re.findall(r"(\d+) child", words)[-1]) for words in bands]
    return [*nodes, *flows, *rows, *(int(each.replace(",", "")) for each in said), *drawn]


@settings(max_examples=40, deadline=None)
@given(JOURNEYS)
def test_no_small_number_is_published_and_no_child_is_left_out(found: Journey) -> None:
    chart = flow_chart(found, public=True)
    assert not any(HOUSE.is_small(number) for number in told(chart))
    if found.children <= HOUSE.small:
        assert not chart.columns and not chart.table.rows
    else:
        for column in chart.columns:
            assert sum(node.number for node in column.nodes) == found.children


def test_small_places_of_one_kind_are_put_together() -> None:
    chart = CHARTS["public"]
    ends = chart.columns[LAST].nodes
    assert [(node.label, node.number, node.look) for node in ends] == [
        ("still in care", 91, Look.CARED_FOR),
        ("went home", 59, Look.LEFT),
        ("guardianship", 40, Look.LEFT),
        ("other endings", 15, Look.LEFT),
    ]
    assert "on 31 October 2020 adopted or turned 18" in " ".join(chart.notes)
    assert chart.notes[-1].startswith("Left out: children of whom")


def test_too_few_children_are_nobody() -> None:
    chart = flow_chart(journey({(F, F, F, F, CARE): 4}), public=True)
    assert chart.title == (
        "Too few children came into care in the three years to 31 October 2020 to be told of."
    )
    assert not chart.table.rows and "children" not in chart.description
    root = ElementTree.fromstring(drawn(chart))
    assert not list(root.iter(f"{SVG}path")) and not list(root.iter(f"{SVG}text"))


def random_ways(seed: int) -> Journey:
    random = Random(seed)
    ways: Counter[Way] = Counter()
    for _ in range(random.randint(2, 30)):
        way = tuple(random.choice(states[: random.randint(1, len(states))]) for states in STATES)
        ways[way] += random.choice((1, 2, 3, 5, 6, 8, 20, 60))
    return journey(dict(ways))


def test_nobody_gets_at_a_hidden_number() -> None:
    """An attack by linear programs, which knows every place and every flow that is told."""
    kinds = {state: "left" if state.left else "in care" for state in State}
    puzzles = []
    for seed in range(60):
        found = random_ways(seed)
        ways = published(found.onwards, tuple(State), kinds)
        if ways is not None:
            puzzles += [puzzle for puzzle in of_steps(found, ways) if puzzle.totals.size]
    assert len(puzzles) > 80
    assert not any(recovered(puzzles))


def test_the_attack_finds_what_is_only_hidden_itself() -> None:
    """It sees through a chart in which the small flows alone are hidden."""
    found = journey(SOME)
    ways = whole(found.onwards, tuple(State))
    for each in ways.flows:
        each |= {ends: None for ends, n in each.items() if n and HOUSE.is_small(n)}
    puzzles = [puzzle for puzzle in of_steps(found, ways) if puzzle.totals.size]
    assert any(recovered(puzzles))


def of_steps(found: Journey, ways: Ways[State]) -> Sequence[Puzzle]:
    """From each column to the next: flows, and the places that they are the sums of."""
    puzzles = []
    for column, flows in enumerate(ways.flows):
        ends = [list(dict.fromkeys(ways.groups[column + side].values())) for side in (0, 1)]
        sums = np.zeros((sum(map(len, ends)), len(flows) + sum(map(len, ends))), dtype=np.int64)
        numbers = list(flows.values())
        lines = [(side, group) for side in (0, 1) for group in ends[side]]
        for line, (side, group) in enumerate(lines):
            for place, flow in enumerate(flows):
                sums[line, place] = flow[side] == group
            sums[line, len(flows) + line] = -1
            at = found.at(found.columns[column + side])
            numbers.append(sum(at[state] for state in group))
        puzzles.append(Puzzle.of(numbers, sums))
    return puzzles
