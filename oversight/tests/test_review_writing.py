"""The letter and the record of a review: drafted, written on, sent, read and taken out."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.audit import AuditEvent
from oversight.tests.reviewed import day, decided, held
from permanence.models import ChildsWords, Review, ReviewWriting
from tests.boxes import boxes
from tests.cast import Cast, signed_in
from tests.papers import content_of

pytestmark = pytest.mark.django_db
FORMS = ("letter", "record")


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


@pytest.fixture
def review(cast: Cast) -> Review:
    found = held(cast)
    decided(cast, found)
    return found


def address(review: Review, name: str) -> str:
    return reverse(f"review-{name}", args=[review.child.uuid, review.pk])


def press(client: Client, review: Review, do: str, form: str = "letter", **typed: Any) -> str:
    to = address(review, f"{form}-write")
    return client.post(to, {"do": do} | typed, follow=True).content.decode()


def kept(review: Review, form: str = "letter") -> list[str]:
    return list(review.writings.filter(form=form).values_list("text", flat=True))


@pytest.mark.parametrize("form", FORMS)
def test_it_is_drafted_written_on_sent_and_stays_as_it_was_sent(cast, iro, review, form) -> None:
    page = press(iro, review, "draft", form)
    assert "Drafted from the record." in page and "Amara" in kept(review, form)[0]
    page = press(iro, review, "keep", form, text="Dear Amara", version=1)
    assert "Version 2 is kept, and not sent." in page
    press(iro, review, "keep", form, text="Dear Amara", version=2)
    assert len(kept(review, form)) == 2, "nothing was changed"
    sending = {"text": "Dear Amara, we met.", "version": 2, **boxes("on", day(1))}
    assert "It is sent, and stays as it is." in press(iro, review, "send", form, **sending)
    found = ReviewWriting.objects.get(review=review, form=form, version=3)
    assert (found.text, found.sent_on) == ("Dear Amara, we met.", day(1))
    review.refresh_from_db()
    assert (review.record_sent_on == day(1)) is (form == "record")
    page = iro.get(address(review, form)).content.decode()
    assert "Dear Amara, we met." in page and "Version 1" in page
    assert (
        "Dear Amara, we met." not in iro.get(f"{address(review, form)}?version=2").content.decode()
    )
    assert iro.get(f"{address(review, form)}?version=9").status_code == 404


def test_what_somebody_kept_meanwhile_is_not_lost(cast, iro, review) -> None:
    press(iro, review, "draft")
    press(iro, review, "keep", text="Mine", version=1)
    page = press(iro, review, "keep", text="Yours", version=1)
    assert "Somebody kept another version" in page and "Yours" in page
    assert kept(review)[1:] == ["Mine"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"text": ""}, "Enter what you write"),
        ({"text": "Dear Amara", **boxes("on", day(9))}, "before the day it was held"),
        ({"text": "Dear Amara", **boxes("on", day(-9))}, "not in the future"),
    ],
)
def test_what_cannot_be_sent_is_refused_in_words(cast, iro, review, typed, why) -> None:
    assert why in press(iro, review, "send", **typed)
    assert not ReviewWriting.objects.filter(sent_on__isnull=False).exists()


def test_others_read_what_was_sent_and_no_draft(cast, iro, review) -> None:
    worker = signed_in(cast.social_worker)
    press(iro, review, "draft")
    page = worker.get(address(review, "letter")).content.decode()
    assert "None was sent yet." in page and "Dear Amara" not in page
    assert worker.get(address(review, "letter-pdf")).status_code == 404
    assert worker.get(address(review, "letter-write")).status_code == 403
    assert worker.post(address(review, "letter-write"), {"do": "send"}).status_code == 403
    press(iro, review, "send", text="Dear Amara, we met.", version=1)
    press(iro, review, "keep", text="Dear Amara, I forgot the swing.", version=2)
    page = worker.get(address(review, "letter")).content.decode()
    assert "we met." in page and "the swing" not in page
    assert worker.get(f"{address(review, 'letter')}?version=3").status_code == 404


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["pdf", "word"])
def test_taken_out_it_says_the_same_and_its_name_names_nobody(
    cast, iro, review, form, kind
) -> None:
    text = "Dear Amara,\n\n# School\n\nYou like it.\n- Sam takes you.\n- Gran comes."
    press(iro, review, "keep", form, text=text)
    answer = iro.get(address(review, f"{form}-{kind}"))
    said = content_of(answer).decode()
    for words in ("Dear Amara,", "School", "Sam takes you.", "A draft that was not sent."):
        assert words in said, words
    assert "# School" not in said and "- Gran" not in said
    name = answer["Content-Disposition"]
    assert f"{form}-{review.held_on.isoformat()}-1" in name and "mara" not in name.lower()
    event = AuditEvent.objects.get(kind="export")
    assert (event.what, event.children) == (f"review.{form}.file", [cast.amara.pk])


def test_hard_words_are_said_with_what_to_write_instead(cast, iro, review) -> None:
    page = press(iro, review, "keep", text="Your LAC review ratified the placement.")
    for word in ("LAC", "ratified", "placement"):
        assert f"“{word}”: rather" in page
    assert "Words that a child may not know" not in press(
        iro, review, "keep", text="We said yes to your plan.", version=1
    )


def test_it_says_that_some_words_are_kept_back(cast, iro, review) -> None:
    ChildsWords.objects.create(
        child=cast.amara,
        said_on=review.held_on,
        words="I do not like him.",
        gathered="talking",
        shared_with="workers",
    )
    page = press(iro, review, "draft")
    assert "1 of the things that Amara said that day is shared with fewer people" in page
    assert "I do not like him." not in kept(review)[0]
