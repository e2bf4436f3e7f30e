"""The way of children who came into care, on its page: who sees it, of whom, as at which day."""

import re

import pytest

from casetrack.audit import AuditEvent
from tests import timeline
from tests.cast import DAY, Cast, signed_in

PAGE = "/measures/journey/"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Since the first of the years that are known somebody has left; and two who came in 2023."""
    for history in (
        "born 2015-01-01; care 2020-04-01 .. 2020-05-01; status C2 2020-04-01 .. 2020-05-01",
        "care 2023-01-10; status C2 2023-01-10;"
        " home U6 2023-01-10 .. 2023-03-01; home U3 2023-03-01",
        "care 2023-02-10 .. 2023-03-10 E4A; status V2 2023-02-10 .. 2023-03-10;"
        " home U6 2023-02-10 .. 2023-03-10",
    ):
        timeline.child(history, authority=cast.authority)
    cast.authority.records_live = True
    cast.authority.save()
    return cast


def page(user: object, query: str) -> str:
    answer = signed_in(user).get(f"{PAGE}?{query}")  # type: ignore[arg-type]
    assert answer.status_code == 200
    text = answer.content.decode()
    return text[text.index("<main") : text.index("</main>")]


@pytest.mark.parametrize("who", ["manager", "chair", "service_manager", "data_officer"])
def test_who_sees_it(cast: Cast, who: str) -> None:
    assert "The chart as a table" in page(getattr(cast, who), f"as_at={DAY}")


@pytest.mark.parametrize("who", ["social_worker", "iro", "board_member", "guardian", "nobody"])
def test_who_does_not(cast: Cast, who: str) -> None:
    assert signed_in(getattr(cast, who)).get(PAGE).status_code == 403


def test_as_at_a_day_of_three_years_or_of_one(cast: Cast) -> None:
    text = page(cast.chair, "as_at=2024-02-09")
    assert "2 children came into care in three years" in text
    assert (
        "Of 2 children who came into care in the three years to 9 February 2024, 1 came a year ago"
        " or longer: of these 1 was with relatives or friends a year later"
    ) in text
    assert "1 child came into care in a year" in page(cast.chair, "as_at=2024-02-09&came=12")
    assert "2 children came into care in a year" in page(cast.chair, "as_at=2024-01-09&came=12")
    assert "in three years" in page(cast.chair, "as_at=2024-02-09&came=5")


def test_the_choice_is_kept_with_another_day(cast: Cast) -> None:
    text = page(cast.chair, "as_at=2024-02-09&came=12")
    assert '<input type="hidden" name="came" value="12">' in text
    assert re.search(r'href="\?council=\w+&amp;as_at=2024-02-09&amp;came=36"', text)


def test_by_number_of_homes_in_both_readings(cast: Cast) -> None:
    text = page(cast.chair, "as_at=2024-03-01")
    table = text[text.index("Children in care by number of homes</caption>") :]
    two = re.search(r"<th scope=\"row\">2 homes</th>(.*?)</tr>", table)
    assert two and re.findall(r">(\d+)<", two[1]) == ["0", "1"]


def test_of_days_that_are_not_known_nothing_is_shown(cast: Cast) -> None:
    text = page(cast.chair, "as_at=2022-03-30")
    assert "The way of a child: nothing is known of all those days" in text
    assert "<svg" not in text.partition("How many homes")[0]


def test_it_is_not_told_apart_by_groups(cast: Cast) -> None:
    assert "this page does not tell groups apart" in page(cast.chair, f"as_at={DAY}&sex=F")


def test_no_child_is_looked_at(cast: Cast) -> None:
    before = AuditEvent.objects.count()
    page(cast.chair, f"as_at={DAY}")
    assert AuditEvent.objects.count() == before
