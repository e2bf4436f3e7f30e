"""The first text of a letter: what is recorded, said to the child as old as the child is."""

import pytest

from casetrack.dates import add_months
from casetrack.models.codes import PARTICIPATION
from oversight.reviews.letter import PART, PLANS, letter, record
from oversight.reviews.page import ReviewPage
from oversight.reviews.plain import hard_words
from oversight.reviews.text import Block, blocks
from oversight.tests.reviewed import day, decided, held
from permanence.actions import review_decisions, reviews
from permanence.models import ChildsWords, PermanencePlan, Review, Route
from tests.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def review(cast: Cast) -> Review:
    """With all that a letter may tell of."""
    words = ChildsWords(
        child=cast.amara,
        said_on=day(3),
        words="Can Gran come?",
        gathered="talking",
        shared_with="readers",
    )
    found = held(cast, in_parts=True, with_whom="you and Mel", about="school", words=words)
    reviews.meet(review=found, on=day(1), with_whom="your teacher", by=cast.iro)
    reviews.follow(review=found, what="finished", completed_on=day(1), by=cast.iro)
    found.refresh_from_db()
    decided(cast, found, "take you to see Gran")
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    because = "Nobody has asked Gran yet"
    review_decisions.judge(review=found, ratified=[plan], because=because, by=cast.iro)
    reviews.close(
        review=found,
        mid_point_on=day(-60),
        next_on=day(-150),
        place="at school",
        on=day(0),
        by=cast.iro,
    )
    found.refresh_from_db()
    cast.iro.first_name, cast.iro.last_name = "Ines", "Ashdown"
    cast.iro.save()
    return found


def written(review: Review, age: int, make=letter) -> str:
    review.child.born_on = add_months(review.held_on, -12 * age - 1)
    return make(ReviewPage(review, day(0)))


def long(ago: int) -> str:
    return f"{day(ago).day} {day(ago):%B %Y}"


def test_to_an_older_child_all_is_told(review) -> None:
    said = written(review, 12)
    assert said.startswith("Dear Amara,\n\n")
    for words in (
        f"On {long(3)} we met to talk about you",
        f"It went on until {long(1)}.",
        "You were there, and you told us what you think.",
        "You said: “Can Gran come?”",
        f"- {long(1)}, with your teacher.",
        f"- Take you to see Gran. N. Okafor does this by {long(-30)}.",
        "Your plan is that you grow up in a new family who adopts you",
        "I have not said yes to the whole plan yet: nobody has asked Gran yet.",
        f"I look again how things are about {long(-60)}.",
        f"The next time we meet is {long(-150)}, at school.",
        "ask for an advocate",
        "Ines Ashdown",
    ):
        assert words in said, words
    assert hard_words(said) == []


def test_to_a_young_child_little_is_told(review) -> None:
    young, old = written(review, 6), written(review, 12)
    assert len(young) < len(old)
    assert "Can Gran come?" in young and "You can always tell me things." in young
    assert "I have not said yes" not in young and "advocate" not in young
    assert hard_words(young) == []


def test_to_a_baby_it_is_written_for_later(review) -> None:
    said = written(review, 2)
    assert "this letter is kept for you until you are older" in said
    assert "you are 2 years old" in said and "You were there" not in said
    assert hard_words(said) == []


def test_the_record_tells_all_of_it_under_headings(review) -> None:
    said = written(review, 6, record)
    headings = [" ".join(block.lines) for block in blocks(said) if block.heading]
    assert headings[1:] == [
        "Who was there",
        "What you said",
        "What was decided",
        "Your plan",
        "What comes next",
    ]
    assert "N. Okafor does this" in said and "I have not said yes" in said
    assert hard_words(said) == []


@pytest.mark.parametrize("shared_with", ["workers", "meetings", "family"])
def test_what_the_child_said_is_quoted_only_as_shared(review, shared_with) -> None:
    ChildsWords.objects.filter(child=review.child).update(shared_with=shared_with)
    for make in (letter, record):
        assert "Can Gran come?" not in written(review, 12, make)


def test_what_a_baby_shows_is_not_said_as_spoken(review) -> None:
    ChildsWords.objects.update(gathered="observed", is_observed=True, words="Smiles at Mel")
    assert "What you showed us: Smiles at Mel." in written(review, 2)


def test_of_a_bare_review_nothing_is_made_up(cast) -> None:
    cast.amara.born_on = add_months(day(3), -150)
    cast.amara.save()
    found = reviews.record(
        child=cast.amara, on=day(3), participation="PN7", without_meeting=True, by=cast.iro
    )
    page = ReviewPage(Review.objects.select_related("child").get(pk=found.pk), day(0))
    said = letter(page)
    for words in ("decided", "Your plan is", "You said", "next time", "None", "we met"):
        assert words not in said, words
    assert "The plan that people are working on is that you grow up in a new family" in said
    assert "Nothing new was decided." in record(page)


def test_every_route_and_every_part_has_its_words() -> None:
    assert set(PLANS) == set(Route)
    assert set(PART) == set(PARTICIPATION) - {"PN0"}
    assert [each for words in (*PLANS.values(), *PART.values()) for each in hard_words(words)] == []


def test_a_text_is_paragraphs_headings_and_lists() -> None:
    typed = "Dear Amara,\r\nhello\n\n# School\nIt is good.\n- One\n- Two\n\n\n-no point"
    assert blocks(typed) == [
        Block(lines=["Dear Amara,", "hello"]),
        Block(heading=True, lines=["School"]),
        Block(lines=["It is good."]),
        Block(points=["One", "Two"]),
        Block(lines=["-no point"]),
    ]
    assert blocks(" \n\n") == []
