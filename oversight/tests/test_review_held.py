"""A review was held: how, with whom, and what the child said at it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from oversight.tests.reviewed import day, planned
from permanence.models import ChildsWords, Review
from tests.boxes import boxes
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db
SAID = {"words": "I like it here.", "gathered": "talking", "shared_with": "readers"}


@pytest.fixture
def iro(cast: Cast) -> Client:
    return signed_in(cast.iro)


def hold(client: Client, cast: Cast, **typed: Any) -> Any:
    given = {"participation": "PN1", "how": "one", **boxes("held_on", day(2))} | typed
    return client.post(reverse("review-held", args=[cast.amara.uuid]), given, follow=True)


def newest(cast: Cast) -> Review:
    return Review.objects.filter(child=cast.amara).latest("held_on")


def test_held_it_is_the_review_that_was_planned(cast, iro) -> None:
    before = planned(cast, ago=9)
    gran, school = (
        before.invitations.create(child=cast.amara, name=name, part="other")
        for name in ("Gran", "School")
    )
    form = iro.get(reverse("review-held", args=[cast.amara.uuid])).content.decode()
    assert "Who took part?" in form and "Gran (somebody else)" in form
    page = hold(iro, cast, **SAID, **{f"came_{gran.pk}": "on"})
    assert page.redirect_chain[-1][0] == reverse("review", args=[cast.amara.uuid, newest(cast).pk])
    review = newest(cast)
    assert review.planned == before and review.held_by == cast.iro
    assert dict(before.invitations.values_list("name", "took")) == {
        "Gran": "came",
        "School": "absent",
    }
    assert school.pk and "“I like it here.”" in page.content.decode()


def test_as_several_meetings_it_says_who_was_at_the_first(cast, iro) -> None:
    page = hold(iro, cast, how="parts").content.decode()
    assert "Write who was at the first meeting" in page
    hold(iro, cast, how="parts", with_whom="Amara and her carer", about="School")
    review = newest(cast)
    assert review.in_parts
    assert review.meetings.get().with_whom == "Amara and her carer"


def test_without_a_meeting(cast, iro) -> None:
    hold(iro, cast, how="without", with_whom="Nobody")
    review = newest(cast)
    assert review.without_meeting and not review.meetings.exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"participation": ""}, "Answer “How did the child take part?”"),
        ({"how": ""}, "Answer “How was it held?”"),
        (SAID | {"gathered": ""}, "Choose how you learnt it"),
        (SAID | {"shared_with": ""}, "Choose who may read it"),
        (SAID | {"is_observed": "on"}, "not an observation"),
        (boxes("held_on", day(-2)), "not in the future"),
    ],
)
def test_it_is_refused_in_words_and_nothing_is_kept(cast, iro, typed, why) -> None:
    page = hold(iro, cast, **typed).content.decode()
    assert why in page
    assert newest(cast).held_on.isoformat() == "2026-05-20"
    assert not ChildsWords.objects.filter(child=cast.amara).exists()


def test_words_that_are_shared_with_fewer_are_kept_and_not_shown(cast, iro) -> None:
    page = hold(iro, cast, **SAID | {"shared_with": "workers"}).content.decode()
    assert ChildsWords.objects.get(child=cast.amara).shared_with == "workers"
    assert "I like it here." not in page


def test_only_an_officer_says_that_it_was_held(cast) -> None:
    for who in (cast.manager, cast.social_worker, cast.service_manager):
        assert hold(signed_in(who), cast).status_code == 403
