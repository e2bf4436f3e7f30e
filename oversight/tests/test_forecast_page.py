"""What is to be expected, on its page: numbers with their range, what if, pounds, and no child."""

from datetime import date
from decimal import Decimal

import pytest

from casetrack.models import Authority, Child
from oversight.models import WeeklyRate
from tests import timeline
from tests.cast import Cast, signed_in

PAGE = "/measures/ahead/"
AS_AT = "as_at=2026-05-31"
FOSTERED = (
    "born 2014-03-{n:02d}; care 2022-01-10; status C2 2022-01-10; home U4 2022-01-10 provider=PR1"
)
IN_A_HOME = (
    "born 2012-03-{n:02d}; care 2022-01-10; status C2 2022-01-10; home K2 2022-01-10 provider=PR4"
)


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Four years of history: 20 children with foster carers, 8 in residential homes."""
    Authority.objects.update(records_live=True, recorded_from=date(2021, 4, 1))
    timeline.child(
        "born 2015-01-01; care 2021-04-01 .. 2021-05-01; status C2 2021-04-01 .. 2021-05-01",
        authority=cast.authority,
    )
    for n in range(1, 21):
        timeline.child(FOSTERED.format(n=n), authority=cast.authority)
    for n in range(1, 9):
        timeline.child(IN_A_HOME.format(n=n), authority=cast.authority)
    return cast


def page(user: object, query: str = AS_AT) -> str:
    answer = signed_in(user).get(f"{PAGE}?{query}")  # type: ignore[arg-type]
    assert answer.status_code == 200
    text = answer.content.decode()
    return text[text.index("<main") : text.index("</main>")]


def row(text: str, head: str) -> str:
    start = text.index(f'<th role="rowheader" scope="row">{head}')
    return text[start : text.index("</tr>", start)]


def test_numbers_are_told_with_their_range(cast: Cast) -> None:
    text = page(cast.chair)
    fostered = row(text, "In our own foster homes")
    assert 'data-label="Now"><strong>20</strong>' in fostered
    assert " to " in fostered
    assert "30 children in care; in 12 months about" in text


def test_of_fewer_than_five_no_line_is_drawn(cast: Cast) -> None:
    timeline.child(
        "born 2013-01-01; care 2022-01-10; status C2 2022-01-10; home P1 2022-01-10",
        authority=cast.authority,
    )
    parents = row(page(cast.chair), "With parents")
    assert parents.count(">–</td>") == 3


def test_of_fewer_than_five_in_all_the_heading_says_so(cast: Cast) -> None:
    Child.objects.filter(authority=cast.authority).exclude(
        pk__in=[cast.amara.pk, cast.tomas.pk]
    ).delete()
    timeline.child(
        "born 2015-01-01; care 2021-04-01 .. 2021-05-01; status C2 2021-04-01 .. 2021-05-01",
        authority=cast.authority,
    )
    text = page(cast.chair)
    heading = text[text.index("<h1") : text.index("</h1>")]
    assert "2 children in care" in heading


def test_what_would_be_if_children_lived_elsewhere(cast: Cast) -> None:
    asked = f"{AS_AT}&number=4&out_of=external&into=in-house"
    text = page(cast.chair, asked)
    assert "In 12 months, if so" in text
    without, supposed = (row(page(cast.chair, q), "In external") for q in (AS_AT, asked))
    assert without != supposed


def test_what_cannot_be_supposed_is_said(cast: Cast) -> None:
    text = page(cast.chair, f"{AS_AT}&number=400&out_of=external&into=in-house")
    assert "Only about 8 children live" in text
    assert "In 12 months, if so" not in text
    assert "Enter a whole number" in page(cast.chair, f"{AS_AT}&number=x&out_of=in-house")


def test_pounds_are_told_where_a_rate_is_entered(cast: Cast) -> None:
    assert "No weekly rate is entered yet" in page(cast.chair)
    for type_code, provider, pounds in (("U4", "PR1", 500), ("K2", "PR4", 5600), ("U6", "", 600)):
        WeeklyRate.objects.create(
            authority=cast.authority,
            type=type_code,
            provider=provider,
            pounds=Decimal(pounds),
            source="Finance, May 2026",
            starts_on=date(2020, 1, 1),
        )
    text = page(cast.chair)
    assert "£" in text
    assert "in 12 months, four times out of five" in text


def test_waits_are_counted_and_no_child_is_foretold(cast: Cast) -> None:
    text = page(cast.chair)
    assert "If nobody acts" in text
    for child in (cast.amara, cast.tomas):
        assert child.name not in text
    assert "/children/" not in text


def test_with_too_little_history_nothing_is_forecast(cast: Cast) -> None:
    assert "Nothing can be forecast yet" in page(cast.chair, "as_at=2021-08-31")


@pytest.mark.parametrize("who", ["social_worker", "iro", "board_member", "nobody"])
def test_who_does_not_see_it(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(PAGE).status_code == 403
