"""Fragile homes: worries that have not ended, the support, the meeting, the homes of a year."""

import pytest

from casetrack.models import Child
from oversight.tests.pathways import (
    Cast,
    a_child,
    add,
    days,
    every,
    home_of,
    marked,
    names,
    page,
    row,
    said,
    stands,
)
from placements.models import HomeMeeting, HomeWorry

pytestmark = pytest.mark.django_db
CODE = "fragile-homes"
HOME = f"home U6 {days(900)}"


def a_worry(ago: int = 20, **more: object) -> HomeWorry:
    return HomeWorry(starts_on=days(ago), worry="The carers are very tired", **more)


def a_meeting(child: Child, ago: int, kind: str = "stability") -> None:
    add(child, HomeMeeting(home=home_of(child), kind=kind, held_on=days(ago), outcome="More help"))


def test_each_stage_is_shown_by_its_own_fact() -> None:
    child = a_child(HOME, a_worry())
    assert stands(CODE, child) == "support"
    HomeWorry.objects.update(support_offered_on=days(15), support="A break")
    assert stands(CODE, child) == "meeting"
    a_meeting(child, 10)
    assert stands(CODE, child) == "settled"
    assert [stands(CODE, child, days(ago)) for ago in (11, 16, 21)] == ["meeting", "support", ""]
    HomeWorry.objects.update(ends_on=days(2), outcome="settled")
    assert stands(CODE, child) == ""
    assert stands(CODE, child, days(3)) == "settled"


def test_a_meeting_does_not_stand_for_support() -> None:
    child = a_child(HOME, a_worry())
    a_meeting(child, 10)
    assert stands(CODE, child) == "support"
    assert marked(CODE, child) == {"no-support"}


@pytest.mark.parametrize(("ago", "kind"), [(30, "stability"), (10, "planning"), (10, "disruption")])
def test_which_meetings_do_not_count(ago: int, kind: str) -> None:
    child = a_child(HOME, a_worry(support_offered_on=days(15), support="A break"))
    a_meeting(child, ago, kind)
    assert stands(CODE, child) == "meeting"
    assert marked(CODE, child) == {"no-meeting"}


def test_to_whom_nothing_was_offered_stands_on_top(cast: Cast) -> None:
    bare = a_child(HOME, a_worry(), reference="Z1")
    a_child(HOME, a_worry(support_offered_on=days(15), support="A break"), reference="M1")
    assert every(CODE)[0].facts["id"] == bare.pk
    Child.objects.filter(pk__in=[each.facts["id"] for each in every(CODE)]).update(
        authority=cast.authority
    )
    text = page(cast.chair, CODE)
    assert "2 children whose home may not last, 1 to whom no support was offered</h1>" in text
    assert "The carers are very tired since 12 May 2026, 20 days" in said(text)
    assert names(page(cast.chair, CODE, "only=no-support")) == ["Child Z1"]
    assert 'stage=ended"' not in text


@pytest.mark.parametrize(("ago", "old"), [(28, False), (29, True)])
def test_a_worry_is_old_after_four_weeks(ago: int, old: bool) -> None:
    child = a_child(HOME, a_worry(ago))
    assert ("old" in marked(CODE, child)) is old


@pytest.mark.parametrize(
    ("homes", "count"),
    [
        (HOME, 1),
        (f"home U6 {days(900)} .. {days(100)}; home U6 {days(100)}", 2),
        (f"home U6 {days(900)} .. {days(365)} a; home U6 {days(365)} b", 1),
        (f"home U6 {days(900)} .. {days(364)} a; home U6 {days(364)} b", 2),
        (
            f"home U6 {days(900)} .. {days(9)} a; home T1 {days(9)} .. {days(5)} b;"
            f" home U6 {days(5)} a",
            1,
        ),
        (
            f"home U6 {days(900)} .. {days(99)} a; home U6 {days(99)} .. {days(50)} b;"
            f" home U6 {days(50)} .. {days(20)} a; home U6 {days(20)} c",
            3,
        ),
    ],
)
def test_the_homes_of_a_year_are_counted_once_each(homes: str, count: int) -> None:
    child = a_child(homes, a_worry(4))
    assert row(CODE, child).facts["homes"] == count
    assert ("three-homes" in marked(CODE, child)) is (count > 2)


def test_three_homes_are_said_in_red(cast: Cast) -> None:
    child = a_child(
        f"home U6 {days(300)} .. {days(99)} a; home U6 {days(99)} .. {days(50)} b;"
        f" home K2 {days(50)} c",
        a_worry(4),
    )
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert '<strong class="late">3 homes</strong>' in page(cast.chair, CODE)


def test_the_button_records_the_next_change_of_the_worry(cast: Cast) -> None:
    add(cast.amara, a_worry())
    worry = HomeWorry.objects.get()
    address = f"/children/{cast.amara.uuid}/record/home-worry/{worry.pk}"
    assert f'href="{address}/support/">Record the support' in page(cast.manager, CODE)
    HomeWorry.objects.update(support_offered_on=days(15), support="A break")
    a_meeting(cast.amara, 10)
    assert f'href="{address}/ended/">Record how it ended' in page(cast.manager, CODE)
