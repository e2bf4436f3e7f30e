"""The page of one review: where it stands, what is next, and each step of the officer."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.audit import AuditEvent
from oversight.models import ClockRow
from oversight.reviews import due
from oversight.reviews.page import ReviewPage
from oversight.tests.reviewed import day, decided, held, planned, recorded, sent
from permanence.actions import review_decisions, reviews
from permanence.models import AgreedAction, PermanencePlan, PlannedReview, Review
from tests.boxes import boxes
from tests.cast import Cast, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def iro(cast: Cast) -> Client:
    recorded(cast)
    return signed_in(cast.iro)


def address(review: Review, step: str = "") -> str:
    about = [review.child.uuid, review.pk]
    return reverse("review-step", args=[*about, step]) if step else reverse("review", args=about)


def take(client: Client, review: Review, step: str, **typed: Any) -> str:
    answer = client.post(address(review, step), typed, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def standing(review: Review) -> str:
    review.refresh_from_db()
    return ReviewPage(review, day(0)).where


def test_it_says_where_it_stands_and_what_is_next(cast, iro) -> None:
    review = held(cast)
    page = iro.get(address(review)).content.decode()
    assert "Next: say whether the plan is ratified." in page
    for said in ("attended and spoke", "required by law", "Statutory guidance", "Add a decision"):
        assert said.lower() in page.lower(), said
    assert AuditEvent.objects.filter(what="review", children=[cast.amara.pk]).exists()


def test_from_held_to_done(cast, iro) -> None:
    """Every step by the form that the page has for it."""
    review = held(cast)
    owner = cast.north_worker.pk
    take(iro, review, "decision", text="See Gran", owner=owner, **boxes("due_on", day(-30)))
    action = AgreedAction.objects.get(review=review)
    assert (action.text, action.agreed_on) == ("See Gran", review.held_on)
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    take(iro, review, "plan", **{f"plan_{plan.pk}": "on"}, because="Nobody asked Gran.")
    plan.refresh_from_db()
    assert plan.ratified_on == review.held_on
    assert "send its decisions out, by" in standing(review)
    take(iro, review, "decisions-sent", **boxes("on", day(0)))
    assert "Next: close it." in standing(review)
    closing = boxes("mid_point_planned_on", day(-60)) | boxes("planned_on", day(-150))
    page = take(iro, review, "close", **closing, planned_at="15:30", place="At school")
    assert PlannedReview.objects.to_come().get().place == "At school"
    assert "the manager answers, by" in page
    review_decisions.answer(review=review, disagreements={}, on=day(0), by=cast.manager)
    assert "Next: write the record" in standing(review)
    take(iro, review, "record-made", **boxes("on", day(0)))
    take(iro, review, "record-sent", **boxes("on", day(0)))
    assert "Next: send the child the letter." in standing(review)


def test_what_was_done_after_its_day_is_late_and_silence_is_not(cast, iro) -> None:
    review = held(cast, ago=60)
    sent(cast, review, ago=40)
    steps = {step.code: step for step in ReviewPage(review, day(0)).steps}
    assert (steps["decisions-sent"].done != "", steps["decisions-sent"].late) == (True, True)
    assert steps["answered"].done.startswith("no answer by") and not steps["answered"].late
    assert (steps["record-made"].done, steps["record-made"].late) == ("", True)
    page = iro.get(address(review)).content.decode()
    assert page.count('<strong class="late">late</strong>') == 3, "and the record to send"


def test_what_is_recorded_once_is_not_recorded_twice(cast, iro) -> None:
    review = held(cast)
    typed = {"text": "See Gran", "owner": cast.north_worker.pk, **boxes("due_on", day(-30))}
    number = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"
    for _ in range(2):
        page = take(iro, review, "decision", number=number, **typed)
    assert "That was already recorded." in page
    assert AgreedAction.objects.filter(review=review).count() == 1


@pytest.mark.parametrize(
    ("step", "typed", "why"),
    [
        ("decision", {"text": ""}, "Answer “What is to be done?”"),
        ("plan", {}, "Write why the plan is not ratified"),
        ("adjourned", {"because": ""}, "Answer “What was missing?”"),
        ("decisions-sent", {"on-day": 1, "on-month": 1, "on-year": 2020}, "on or after the birth"),
        ("close", {}, "Enter a date"),
        ("meeting", {"with_whom": "School"}, "not one that is held as several meetings"),
    ],
)
def test_a_step_is_refused_in_words_and_keeps_what_was_typed(cast, iro, step, typed, why) -> None:
    review = held(cast)
    typed = boxes("on", day(0)) | boxes("due_on", day(-3)) | boxes("held_on", day(0)) | typed
    page = take(iro, review, step, **typed)
    assert why in page
    assert typed.get("with_whom", "") in page


def test_an_adjourned_review_is_finished_within_twenty_working_days(cast, iro) -> None:
    review = held(cast)
    page = take(iro, review, "adjourned", because="The health report", **boxes("on", day(3)))
    limit = ClockRow.objects.get(child=cast.amara, clock="review-adjourned").due_on
    assert f"Next: finish it, by {limit.day} {limit:%B %Y}." in page
    assert "The health report" in page and "It was finished" in page
    assert "Required by law" in page
    page = take(iro, review, "finished", **boxes("on", day(0)))
    assert "Next: say whether the plan is ratified." in page


def test_a_review_in_parts_goes_on_until_it_is_finished(cast, iro) -> None:
    review = held(cast, in_parts=True, with_whom="Amara and her carer")
    page = take(iro, review, "meeting", with_whom="The school", **boxes("held_on", day(1)))
    assert "Amara and her carer" in page and "The school" in page
    assert "hold its other meetings, and finish it" in page
    take(iro, review, "finished", **boxes("on", day(0)))
    assert reviews.is_finished(Review.objects.get(pk=review.pk))


def test_the_days_that_are_proposed_lie_on_working_days(cast, iro) -> None:
    review = held(cast)
    middle = due.proposed_mid_point(review, frozenset())
    row = ClockRow.objects.get(child=cast.amara, clock="mid-point", started_on=review.held_on)
    assert row.warn_on <= middle <= row.due_on and middle.weekday() < 5
    ahead = due.proposed_next(cast.amara, day(0), frozenset())
    last = due.next_review(cast.amara, day(0)).on
    assert timedelta(days=14) <= last - ahead <= timedelta(days=16) and ahead.weekday() < 5
    form = iro.get(address(review, "close")).content.decode()
    assert 'name="planned_on-day" type="text" inputmode="numeric"' in form
    assert f'value="{middle.month}"' in form and f'value="{ahead.month}"' in form


def test_past_its_last_day_tomorrow_is_proposed(cast) -> None:
    """Tomas had no review for half a year."""
    last = due.next_review(cast.tomas, day(0))
    assert last is not None and last.says == "required by law"
    assert due.proposed_next(cast.tomas, last.on, frozenset()) > last.on


def test_where_the_next_is_planned_no_day_is_asked(cast, iro) -> None:
    review = held(cast)
    planned(cast)
    assert "When is the next review?" not in iro.get(address(review, "close")).content.decode()


def test_a_disagreement_is_replied_to(cast, iro) -> None:
    review = held(cast)
    action = decided(cast, review)
    sent(cast, review)
    against = {action: "She lives too far away."}
    review_decisions.answer(review=review, disagreements=against, on=day(0), by=cast.manager)
    page = iro.get(address(review)).content.decode()
    assert "She lives too far away." in page and "could not agree to 1 decision" in page
    to = reverse("review-reply", args=[cast.amara.uuid, review.pk, action.disagreement.pk])
    assert "Answer “What is the officer’s reply?”" in iro.post(to, {}).content.decode()
    typed = {"reply": "It stands: she asks for Gran.", **boxes("replied_on", day(0))}
    page = iro.post(to, typed, follow=True).content.decode()
    assert "It stands: she asks for Gran." in page


def test_silence_has_agreed(cast, iro) -> None:
    review = held(cast, ago=40)
    sent(cast, review, ago=30)
    page = iro.get(address(review)).content.decode()
    assert "so they count as agreed" in page


def test_after_the_next_review_it_says_so(cast, iro) -> None:
    review = Review.objects.filter(child=cast.amara).earliest("held_on")
    page = iro.get(address(review)).content.decode()
    assert "The review after it was held on 20 May 2026." in page
    assert "Next:" not in page


def test_everybody_reads_it_and_only_officers_write(cast) -> None:
    review = held(cast)
    for who in (cast.social_worker, cast.manager):
        page = signed_in(who).get(address(review))
        assert page.status_code == 200
        assert '<form method="post" action="/children/' not in page.content.decode()
        assert signed_in(who).get(address(review, "decision")).status_code == 403
        assert signed_in(who).post(address(review, "close"), {}).status_code == 403
    for who in (cast.board_member, cast.administrator):
        assert signed_in(who).get(address(review)).status_code == 403
    assert signed_in(cast.stranger).get(address(review)).status_code == 404


def test_a_review_of_another_child_is_none_of_hers(cast, iro) -> None:
    theirs = Review.objects.filter(child=cast.tomas).first()
    for name, more in (("review", []), ("review-step", ["decision"])):
        there = reverse(name, args=[cast.amara.uuid, theirs.pk, *more])
        assert iro.get(there).status_code == 404
    there = reverse("review-step", args=[cast.tomas.uuid, theirs.pk, "nothing"])
    assert iro.get(there).status_code == 404


def test_the_child_page_and_the_simple_form_lead_to_it(cast, iro) -> None:
    review = held(cast)
    page = iro.get(reverse("child", args=[cast.amara.uuid])).content.decode()
    assert f'href="{address(review)}"' in page
    to_next = reverse("review-next", args=[cast.amara.uuid])
    assert f'href="{to_next}"' in page
    form = iro.get(reverse("child-enter", args=[cast.amara.uuid, "review"])).content.decode()
    assert f'href="{to_next}"' in form
    other = iro.get(reverse("child-enter", args=[cast.amara.uuid, "words"])).content.decode()
    assert to_next not in other
