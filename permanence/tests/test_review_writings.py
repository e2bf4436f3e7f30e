"""The letter and the record of a review: drafted, kept in versions, sent once and for all."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions.facts import FactRefused
from permanence.actions import review_writings, reviews
from permanence.actions.review_writings import WritingRefused
from permanence.models import Review, ReviewWriting, WritingForm
from tests.cast import Cast

HELD = date(2026, 5, 20)
SENT = date(2026, 6, 10)
LETTER, RECORD = WritingForm.LETTER, WritingForm.RECORD


@pytest.fixture
def review(cast: Cast) -> Review:
    return Review.objects.get(child=cast.amara, held_on=HELD)


def draft(cast: Cast, review: Review, form: str = LETTER) -> ReviewWriting:
    return review_writings.draft(review=review, form=form, text="Dear Amara", by=cast.iro)


def keep(cast: Cast, review: Review, text: str, seen: int, form: str = LETTER) -> ReviewWriting:
    return review_writings.keep(review=review, form=form, text=text, seen=seen, by=cast.iro)


def test_it_is_drafted_once(cast, review) -> None:
    first = draft(cast, review)
    assert (first.version, first.written_by, first.sent_on) == (1, cast.iro, None)
    again = review_writings.draft(review=review, form=LETTER, text="Other", by=cast.iro)
    assert again == first
    assert draft(cast, review, RECORD) != first


def test_what_is_kept_is_a_version_only_where_it_is_another_text(cast, review) -> None:
    draft(cast, review)
    assert keep(cast, review, " Dear Amara ", 1).version == 1
    assert keep(cast, review, "Hello Amara", 1).version == 2
    assert [each.text for each in review.writings.all()] == ["Dear Amara", "Hello Amara"]


def test_nobody_writes_over_what_another_kept_meanwhile(cast, review) -> None:
    draft(cast, review)
    keep(cast, review, "Hello Amara", 1)
    with pytest.raises(WritingRefused, match="Somebody kept another version"):
        keep(cast, review, "Good day", 1)
    with pytest.raises(FactRefused):
        keep(cast, review, " ", 2)
    assert review.writings.count() == 2


def test_sent_it_stays_as_it_is_whoever_writes(cast, review) -> None:
    letter = draft(cast, review)
    review_writings.send(writing=letter, on=SENT, by=cast.iro)
    mine = ReviewWriting.objects.filter(pk=letter.pk)
    for change in (
        lambda: mine.update(text="Other"),
        lambda: mine.update(sent_on=None),
        mine.delete,
        lambda: Review.objects.filter(pk=review.pk).delete(),
    ):
        with pytest.raises(IntegrityError, match="stays as it is"), transaction.atomic():
            change()
    assert mine.get().text == "Dear Amara"
    assert keep(cast, review, "Dear Amara, I forgot the swing.", 1).version == 2


def test_only_the_newest_is_sent_and_once(cast, review) -> None:
    first = draft(cast, review)
    second = keep(cast, review, "Hello Amara", 1)
    with pytest.raises(WritingRefused, match="There is a newer version"):
        review_writings.send(writing=first, on=SENT, by=cast.iro)
    with pytest.raises(WritingRefused, match="before the day it was held"):
        review_writings.send(writing=second, on=date(2026, 5, 19), by=cast.iro)
    review_writings.send(writing=second, on=SENT, by=cast.iro)
    with pytest.raises(WritingRefused, match="sent already"):
        review_writings.send(writing=second, on=SENT, by=cast.iro)


def test_with_the_record_the_days_of_the_review_are_set(cast, review) -> None:
    review_writings.send(writing=draft(cast, review), on=SENT, by=cast.iro)
    review.refresh_from_db()
    assert review.record_sent_on is None, "the letter is not the record"
    reviews.follow(review=review, what="record-made", record_made_on=date(2026, 6, 1), by=None)
    review_writings.send(writing=draft(cast, review, RECORD), on=SENT, by=cast.iro)
    review.refresh_from_db()
    assert (review.record_made_on, review.record_sent_on) == (date(2026, 6, 1), SENT)


def test_the_record_of_an_unfinished_review_is_not_sent(cast, review) -> None:
    reviews.follow(
        review=review, what="adjourned", adjourned_on=HELD, adjourned_because="A report", by=None
    )
    with pytest.raises(WritingRefused, match="not finished"):
        review_writings.send(writing=draft(cast, review, RECORD), on=SENT, by=cast.iro)
