"""How each measure is counted: on its page and in docs/, all that its file says."""

import re
from html import unescape

import pytest

from oversight.indicators.compute import mark
from oversight.indicators.documents import defined, measures
from oversight.indicators.indicator import Counted, Given, Group
from oversight.indicators.registry import INDICATORS, called
from tests.cast import Cast, signed_in

PAGE = "/measures/definitions/"


def page(user: object) -> str:
    answer = signed_in(user).get(PAGE)  # type: ignore[arg-type]
    assert answer.status_code == 200
    return unescape(answer.content.decode())


@pytest.mark.parametrize("who", ["manager", "social_worker", "board_member"])
def test_every_measure_is_defined_for_all_roles(cast: Cast, who: str) -> None:
    text = page(getattr(cast, who))
    assert f"{len(INDICATORS)} measures, and how each is counted" in text
    assert text.count('<article class="definition"') == len(INDICATORS)
    assert ("Scorecard" in text[text.index("<main") :]) == (who == "manager")


def test_somebody_without_a_role_is_refused(cast: Cast) -> None:
    assert signed_in(cast.nobody).get(PAGE).status_code == 403


def test_all_that_its_file_says(cast: Cast) -> None:
    text = page(cast.board_member)
    for code, indicator in INDICATORS.items():
        part = text.split(f'<article class="definition" id="{code}">')[1].split("</article>")[0]
        assert indicator.titled in part and indicator.question in part
        for side in indicator.sides:
            assert side.words in part
        if isinstance(indicator.denominator, Given):
            assert indicator.denominator.words.lower() in part.lower()
        for said in (indicator.source, *indicator.traps):
            assert said in part
        for said in (indicator.kind, str(indicator.polarity), str(indicator.shape)):
            assert said.lower() in part.lower()
        if indicator.own:
            assert str(indicator.over).lower() in part.lower() or indicator.over.months == 0
        assert ("counted" if indicator.own else "entered") in part.split("</h3>")[0]
        assert f"<code>{mark(indicator)[:12]}</code>" in part
        assert f"{indicator.reviewed_on.day} {indicator.reviewed_on:%B %Y}" in part
        for example in indicator.examples:
            assert example.shows.lower() in part.lower()
            assert all(history in part for history in example.histories)


def test_measures_stand_in_their_groups(cast: Cast) -> None:
    text = page(cast.board_member)
    headings = [text.index(f">{group}</h2>") for group in Group]
    assert headings == sorted(headings)
    for code, indicator in INDICATORS.items():
        place = text.index(f'<article class="definition" id="{code}">')
        assert (
            max(each for each in headings if each < place)
            == headings[list(Group).index(indicator.group)]
        )


def test_what_comes_out_of_an_example_is_said() -> None:
    definition = defined(called("CP3"))
    assert [comes_out for _, _, comes_out in definition.examples] == [
        "As at 30 June 2024: 2 of 1, 2.0 to 1",
        "As at 30 June 2024: 1 of 0",
    ]
    terms = dict(definition.terms)
    assert terms["Counted"] == "Periods of care that began in the month, short breaks left out."
    assert terms["Over"] == "The month to a day: how often it happened in the months."
    assert terms["Value"] == "A ratio; lower is better."


def test_the_document_has_every_measure() -> None:
    text = measures()
    sections = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert sorted(sections) == sorted(each.titled for each in INDICATORS.values())
    for indicator in INDICATORS.values():
        assert f"| `{indicator.code}` |" in text
        assert f"- Mark: `{mark(indicator)[:12]}`" in text
        assert all(side.words in text for side in indicator.sides if isinstance(side, Counted))
