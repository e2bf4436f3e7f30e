"""Words about to be published: small numbers of children are found, and little else."""

from pathlib import Path

import pytest

from oversight.disclosure.cells import Rule
from oversight.disclosure.narrative import findings

PAPERS = Path(__file__).resolve().parents[3] / "shared" / "sources"

SMALL = """\
000 178 three children had six|182 two in-house|182 two independent|182 two external
000 182 one connected persons|202 two IFA|202 two in-house|204 five young people
000 275 3 young|279 4 young|283 5 young|369 4 siblings|369 3 whom|369 one remaining
001 282 four to children from|282 four to sibling|282 four to children over|285 two children
001 319 4 (25|320 2 (13|743 three children|745 two in-house|745 two independent
001 745 one connected|771 1 – fost|776 two mainstream|776 four connected|777 one approved
001 777 four IFA|854 two further BAME|884 five children|884 five sibling|884 two sibling
001 964 3) or|964 3) and|966 three had|972 Three children|976 four young|980 two children
001 1376 1 is|1380 5 women|1380 1), **2|1380 2** had|1380 1** still|1380 1** moved
001 1380 1** of|1382 5 women|1386 1 woman
002 14 Two member|50 two members
003 106 4 children|107 4 sibling|109 2 aged|113 2 children
004 286 One of|289 2 of our|313 5 young|361 5- 6|363 5 members|363 3 consistent|687 3 young
004 746 4 short|748 2 foster|773 4 made|773 2 made|856 2 children|1425 3 young|1427 2 young
004 1492 two young
"""
"""Where the papers tell of one to five children, or of few who have children behind them: the
paper, then each line and the words there. Found by reading; what stands in tables is left out."""


@pytest.mark.parametrize(
    "words",
    [
        "Only 2 children do not have confirmed links.",
        "This includes:\n- 4 sibling groups of 2\n\n- 2 aged 4+",
        "Five young people moved into their own homes.",
        "A single child waited longer than a year.",
        "Both boys returned to their mother.",
        "A couple of teenagers went missing.",
        "None but one of the children had been seen.",
        "One in three of the girls has a mentor.",
        "Three to five babies are expected to come into care.",
        "Of the 38 children, two were still waiting and the rest were matched.",
        "Two brothers live with their aunt.",
        "25% of 16 children were not seen.",
        "There was 1 care leaver without a home.",
        "The twins stay together.",
        "We closed two homes; four of our children had to move.",
        "Children in care moved home (3) or to a carer (12).",
        "All but two of the 41 young people are in school.",
        "There were 3 adoption orders in the quarter.",
        "Fewer than three siblings were placed apart.",
        "In May two pupils were excluded.",
        "Only one unaccompanied asylum-seeking child arrived.",
        "One\nchild has waited for 412 days.",
        "4 new-born babies came into care.",
        "Four of them are children with a disability.",
    ],
)
def test_a_small_number_of_children(words: str) -> None:
    assert findings(words)


@pytest.mark.parametrize(
    "words",
    [
        "87 children were placed with parents.",
        "Children aged 4 or over wait longer.",
        "The children waited on average 3 months.",
        "On 5 November 2020 the panel heard about children in care.",
        "Stage 2 complaints by children are answered in 20 days.",
        "CP5 counts children in care; see section 3 and page 4.",
        "£2 million was spent on children's homes.",
        "5% of children had moved.",
        "Two children's homes were opened.",
        "The two Children in Care Council meetings were full.",
        "Children are seen within 5 days, and again after 3 weeks.",
        "147 children had experienced two placement moves.",
        "Families of three and four year olds may ask for a place.",
        "Children with two or more moves are reviewed.",
        "1. Children in care\n2. Young people leaving care",
        "A single social work team supports families.",
        "Support for both children and their carers was thin.",
        "For every 0.8 children who came into care one left.",
        "In Q3 children waited less than in Q2.",
        "Children were asked about (1) school, (2) home and (3) friends.",
        "The ratio of 3:1 staff to young people was kept.",
        "Of every 100 children given a placement order, 41 are matched within 121 days.",
        "One of the aims is that children are heard.",
        "12 children live with foster carers who have five years of experience.",
    ],
)
def test_no_small_number_of_children(words: str) -> None:
    assert not findings(words)


def test_where_it_stands_and_why() -> None:
    text = "In all **38** children wait.\nOf these only **2 children** have no link."
    (found,) = findings(text)
    assert text[found.start : found.end] == "2"
    assert found.why == "counts children"
    assert "only **2 children** have no link" in found.snippet
    assert not found.weaker


def test_who_has_children_behind_them_is_weaker() -> None:
    assert [each.weaker for each in findings("Two foster carers left; two children moved.")] == [
        True,
        False,
    ]


def test_an_authority_may_ask_for_larger_numbers() -> None:
    assert not findings("Nine children wait.")
    assert findings("Nine children wait.", Rule(small=9))


@pytest.mark.skipif(not PAPERS.is_dir(), reason="the papers of the council are not here")
def test_in_the_papers_of_a_council() -> None:
    """Of the small numbers that five real papers print, at least 95 in 100 are found; of what is
    found, at least 70 in 100 are such numbers."""
    labelled, found = set(), set()
    for line in SMALL.splitlines():
        paper, places = line.split(" ", 1)
        for place in places.split("|"):
            number, words = place.split(" ", 1)
            labelled.add((paper, _starts(paper)[int(number) - 1], words))
    at = {}
    for paper, start, words in labelled:
        begins = _read(paper).find(words, start)
        assert 0 <= begins - start < 3000, (paper, words)
        at[paper, begins] = words
    for paper in ("000", "001", "002", "003", "004"):
        found |= {(paper, each.start) for each in findings(_read(paper))}
    assert len(at) == len(labelled)
    assert len(at.keys() & found) >= 0.95 * len(at), sorted(at.keys() - found)
    assert len(at.keys() & found) >= 0.70 * len(found), sorted(found - at.keys())


def _read(paper: str) -> str:
    (path,) = PAPERS.glob(f"{paper}_*.txt")
    return path.read_text()


def _starts(paper: str) -> list[int]:
    """Where each line of a paper begins."""
    starts = [0]
    for line in _read(paper).splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    return starts
