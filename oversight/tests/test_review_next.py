"""The next review before it is held: its day, what is there before it, who is invited."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.models import ImportantPerson
from oversight.models import ClockRow
from oversight.tests.reviewed import day, held, planned, recorded
from permanence.models import PlannedReview, ReviewInvitation
from tests.boxes import boxes
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def iro(cast: Cast) -> Client:
    recorded(cast)
    return signed_in(cast.iro)


def page(client: Client, cast: Cast) -> str:
    return client.get(reverse("review-next", args=[cast.amara.uuid])).content.decode()


def take(client: Client, cast: Cast, step: str, **typed: Any) -> str:
    to = reverse("review-next-step", args=[cast.amara.uuid, step])
    answer = client.post(to, typed, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_without_a_day_it_says_by_when_it_is_due_and_on_whose_word(cast, iro) -> None:
    last = ClockRow.objects.get(child=cast.amara, clock="review-due", started_on="2026-05-20")
    said = page(iro, cast)
    assert f"It is due by {last.due_on.day} {last.due_on:%B %Y}, which is required by law" in said
    assert "No day is set." in said and "Set the day" in said


def test_it_is_planned_moved_and_called_off(cast, iro) -> None:
    typed = boxes("planned_on", day(-60)) | {"planned_at": "9:30", "place": "At school"}
    said = take(iro, cast, "plan", **typed, child_wants="No teachers")
    assert "9:30" in said and "At school" in said and "No teachers" in said
    take(iro, cast, "move", **boxes("planned_on", day(-70)), planned_at="", place="At home")
    found = PlannedReview.objects.to_come().get()
    assert (found.planned_on, found.place) == (day(-70), "At home")
    assert "Answer “Why was it called off?”" in take(iro, cast, "call-off")
    said = take(iro, cast, "call-off", called_off_because="The school is shut.")
    assert "No day is set." in said
    assert PlannedReview.objects.get().called_off_on == day(0)


@pytest.mark.parametrize(
    ("ahead", "why"), [(-3, "before the day on which it is set"), (None, "Enter a date")]
)
def test_a_day_that_cannot_be_is_refused_in_words(cast, iro, ahead, why) -> None:
    typed = boxes("planned_on", day(-ahead)) if ahead else {}
    assert why in take(iro, cast, "plan", **typed)
    assert not PlannedReview.objects.exists()


def test_what_is_there_before_it_is_noted_and_late_where_it_is(cast, iro) -> None:
    planned(cast, ahead=2, ago=40)
    said = page(iro, cast)
    assert "15 working days before the review (statutory guidance)" in said
    assert "3 working days before the review (statutory guidance)" in said
    late = '<strong class="late">late</strong>'
    assert said.count(late) == 3, "the talk, the reports, and the review itself"
    typed = {"child_wants": "Cake", "reports_missing": "The health plan"}
    said = take(iro, cast, "before", **typed, **boxes("contact_on", day(1)))
    assert "Missing: The health plan" in said and "Cake" in said
    assert said.count(late) == 3, "the talk was late too"
    PlannedReview.objects.update(contact_on=day(30))
    assert page(iro, cast).count(late) == 2


def test_people_are_invited_noted_and_struck_off(cast, iro) -> None:
    planned(cast)
    typed = {"name": "Gran", "part": "family"}
    take(iro, cast, "invite", **typed, **boxes("invited_on", day(0)))
    assert "They are invited already." in take(iro, cast, "invite", **typed)
    gran = ReviewInvitation.objects.get()
    to = reverse("review-invitation", args=[cast.amara.uuid, gran.pk])
    assert "Gran, family" in iro.get(to).content.decode()
    said = iro.post(to, {"took": "coming"}, follow=True).content.decode()
    assert "Is coming" in said
    said = iro.post(to, {"do": "remove"}, follow=True).content.decode()
    assert "They are not invited any more." in said
    assert not ReviewInvitation.objects.exists()


def test_of_one_that_was_held_nobody_is_struck_off(cast, iro) -> None:
    gran = planned(cast, ago=9).invitations.create(child=cast.amara, name="Gran", part="family")
    review = held(cast)
    to = reverse("review-invitation", args=[cast.amara.uuid, gran.pk])
    said = iro.post(to, {"do": "remove"}, follow=True).content.decode()
    assert "That review was held already." in said
    said = iro.post(to, {"took": "views"}, follow=True)
    assert said.redirect_chain[-1][0].startswith(
        reverse("review", args=[cast.amara.uuid, review.pk])
    )
    assert "sends what they think" in said.content.decode()


def test_everybody_reads_it_and_only_officers_write(cast) -> None:
    gran = planned(cast).invitations.create(child=cast.amara, name="Gran", part="family")
    for who in (cast.social_worker, cast.manager):
        client = signed_in(who)
        assert "Gran" in page(client, cast) and "Move it" not in page(client, cast)
        for name, more in (("review-next-step", "move"), ("review-invitation", gran.pk)):
            to = reverse(name, args=[cast.amara.uuid, more])
            assert client.get(to).status_code == client.post(to, {}).status_code == 403


def test_there_is_nothing_to_move_where_nothing_is_planned(cast, iro) -> None:
    for step in ("move", "call-off", "before", "invite", "nothing"):
        to = reverse("review-next-step", args=[cast.amara.uuid, step])
        assert iro.get(to).status_code == 404


def test_it_says_who_must_not_be_told_where_the_child_lives(cast, iro) -> None:
    planned(cast)
    review = held(cast, ago=90)
    assert "Must not be told" not in page(iro, cast)
    ImportantPerson.objects.create(
        child=cast.amara,
        name="R. Bello",
        relationship="father",
        not_to_know=True,
        starts_on=day(400),
    )
    assert "R. Bello (father)" in page(iro, cast)
    write = reverse("review-record-write", args=[cast.amara.uuid, review.pk])
    assert "Must not be told where Amara lives" in iro.get(write).content.decode()
