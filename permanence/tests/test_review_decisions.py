"""What a review decides, the plan it ratifies or does not, and what the manager answers."""

from datetime import date

import pytest
from django.urls import reverse

from casetrack.actions import facts
from casetrack.actions.facts import FactRefused
from casetrack.audit import AuditEvent
from casetrack.models import User, Worker
from casetrack.record.reading import newest
from casetrack.record.registry import named
from permanence.actions import plans, review_decisions, reviews
from permanence.actions.plans import PlanRefused
from permanence.actions.review_decisions import DecisionRefused
from permanence.models import AgreedAction, Disagreement, PermanencePlan, Review
from permanence.tests.telling import told
from tests.cast import Cast, signed_in

HELD = date(2026, 5, 20)
DUE = date(2026, 7, 1)
SENT = date(2026, 5, 21)
LAST = date(2026, 5, 29)
"""The fifth working day after it: 25 May is a bank holiday."""


@pytest.fixture
def review(cast: Cast) -> Review:
    return Review.objects.get(child=cast.amara, held_on=HELD)


def decide(cast: Cast, review: Review, text: str = "Take Amara to see Gran") -> AgreedAction:
    return review_decisions.decide(
        review=review, text=text, owner=cast.north_worker, due_on=DUE, by=cast.iro
    )


def sent(review: Review) -> Review:
    reviews.follow(review=review, what="decisions-sent", decisions_sent_on=SENT, by=None)
    review.refresh_from_db()
    return review


def answer(cast: Cast, review: Review, on: date = LAST, **against: str) -> None:
    actions = {action.text: action for action in review.actions.all()}
    disagreements = {actions[text]: because for text, because in against.items()}
    review_decisions.answer(review=review, disagreements=disagreements, on=on, by=cast.manager)


def plan(cast: Cast, rank: str = "primary") -> PermanencePlan:
    return PermanencePlan.objects.get(child=cast.amara, rank=rank)


# Decisions


def test_a_decision_is_an_action_of_the_review_agreed_on_its_day(cast, review) -> None:
    action = decide(cast, review, " Take Amara to see Gran ")
    assert (action.review, action.agreed_on, action.due_on) == (review, HELD, DUE)
    assert "20 May 2026 The review decided that this is done: Take Amara to see Gran" in told(
        cast.amara
    )
    assert AuditEvent.objects.latest("at").what == "review.decided"


def test_of_a_review_that_went_on_it_is_agreed_when_that_was_finished(cast, review) -> None:
    finish(review)
    assert decide(cast, review).agreed_on == date(2026, 5, 27)


def finish(review: Review) -> None:
    happened = {"adjourned_on": HELD, "completed_on": date(2026, 5, 27)}
    reviews.follow(review=review, what="finished", by=None, **happened)
    review.refresh_from_db()


@pytest.mark.parametrize(
    ("text", "due_on", "field"),
    [(" ", DUE, "text"), ("x" * 501, DUE, "text"), ("Call", date(2026, 5, 19), "due_on")],
)
def test_a_decision_says_what_and_by_when(cast, review, text, due_on, field) -> None:
    with pytest.raises(FactRefused) as refused:
        review_decisions.decide(
            review=review, text=text, owner=cast.north_worker, due_on=due_on, by=cast.iro
        )
    assert set(refused.value.fields) == {field}
    assert not AgreedAction.objects.exists()


def test_an_owner_of_another_authority_decides_nothing(cast, review) -> None:
    far = Worker.objects.create(authority=cast.elsewhere, reference="F", name="F. Far")
    with pytest.raises(DecisionRefused, match="own authority"):
        review_decisions.decide(review=review, text="Call", owner=far, due_on=DUE, by=cast.iro)


def test_nothing_is_decided_once_the_decisions_are_sent(cast, review) -> None:
    sent(review)
    with pytest.raises(DecisionRefused, match="The decisions were sent out"):
        decide(cast, review)


# The plan


def test_both_plans_are_ratified_at_once(cast, review) -> None:
    both = review_decisions.to_judge(review)
    assert [each.rank for each in both] == ["primary", "contingency"]
    review_decisions.judge(review=review, ratified=both, because="", by=cast.iro)
    assert {plan(cast, rank).ratified_on for rank in ("primary", "contingency")} == {HELD}
    assert review_decisions.to_judge(review) == []


def test_a_plan_that_is_not_ratified_has_a_reason(cast, review) -> None:
    primary, second = review_decisions.to_judge(review)
    for ratified in ([], [primary]):
        with pytest.raises(FactRefused) as refused:
            review_decisions.judge(review=review, ratified=ratified, because=" ", by=cast.iro)
        assert refused.value.fields == {"because": "Write why the plan is not ratified"}
    review_decisions.judge(
        review=review, ratified=[primary], because="Nobody asked Gran.", by=cast.iro
    )
    review.refresh_from_db()
    assert review.not_ratified_because == "Nobody asked Gran."
    assert plan(cast).ratified_on == HELD
    assert plan(cast, "contingency").ratified_on is None
    review_decisions.judge(review=review, ratified=[second], because="Left over", by=cast.iro)
    review.refresh_from_db()
    assert review.not_ratified_because == "", "there is no plan that it would be said of"


def test_an_adjourned_review_ratifies_when_it_is_finished(cast, review) -> None:
    """The plan that was missing may be newer than the day on which the review was held."""
    reviews.follow(
        review=review, what="adjourned", adjourned_on=HELD, adjourned_because="No plan", by=None
    )
    with pytest.raises(DecisionRefused, match="not finished"):
        review_decisions.judge(review=review, ratified=[plan(cast)], because="", by=cast.iro)
    started = plans.start(
        child=cast.amara, route="special-guardianship", on=date(2026, 5, 22), by=cast.manager
    )
    reviews.follow(review=review, what="finished", completed_on=date(2026, 5, 27), by=None)
    review.refresh_from_db()
    assert started in review_decisions.to_judge(review)
    review_decisions.judge(review=review, ratified=[started], because="Not yet", by=cast.iro)
    started.refresh_from_db()
    assert started.ratified_on == date(2026, 5, 27)
    with pytest.raises(FactRefused, match="its day must stand"):
        facts.correct(
            fact=review,
            values={"completed_on": date(2026, 5, 28)},
            what="review",
            why="A slip",
            seen=newest(named("review"), review.pk),
            by=cast.iro,
            rule=reviews.why_not_so,
        )


def test_a_plan_of_another_day_is_not_ratified(cast, review) -> None:
    late = plans.start(
        child=cast.amara, route="special-guardianship", on=date(2026, 5, 22), by=cast.manager
    )
    with pytest.raises(PlanRefused, match="not current on that day"):
        review_decisions.judge(review=review, ratified=[late], because="Not yet", by=cast.iro)


# The manager's answer


def test_a_manager_agrees_to_all_with_one_press(cast, review) -> None:
    decide(cast, review)
    answer(cast, sent(review))
    review.refresh_from_db()
    assert (review.answered_on, review.answered_by) == (LAST, cast.manager)
    assert not Disagreement.objects.exists()


def test_a_manager_disagrees_with_one_and_the_officer_replies(cast, review) -> None:
    first = decide(cast, review, "Gran")
    decide(cast, review, "School")
    answer(cast, sent(review), Gran=" She lives too far away. ")
    found = Disagreement.objects.get()
    assert (found.action, found.because) == (first, "She lives too far away.")
    assert (found.disagreed_by, found.disagreed_on) == (cast.manager, LAST)
    review_decisions.reply(disagreement=found, on=LAST, reply="It stands.", by=cast.iro)
    found.refresh_from_db()
    assert (found.reply, found.replied_by) == ("It stands.", cast.iro)
    assert review_decisions.why_not_withdraw_disagreement(found)


def test_without_a_reason_nothing_is_answered(cast, review) -> None:
    decide(cast, review, "Gran")
    with pytest.raises(FactRefused):
        answer(cast, sent(review), Gran=" ")
    review.refresh_from_db()
    assert review.answered_on is None


def test_silence_has_agreed_after_five_working_days(cast, review) -> None:
    decide(cast, review)
    with pytest.raises(DecisionRefused, match="not sent out yet"):
        answer(cast, review)
    sent(review)
    with pytest.raises(DecisionRefused, match="silence has agreed"):
        answer(cast, review, on=date(2026, 6, 1))
    answer(cast, review)
    with pytest.raises(DecisionRefused, match="answered already"):
        answer(cast, review)


def test_a_decision_of_another_review_is_not_answered_with_it(cast, review) -> None:
    other = Review.objects.get(child=cast.tomas, held_on=HELD)
    strange = decide(cast, other)
    with pytest.raises(DecisionRefused, match="not a decision of this review"):
        review_decisions.answer(
            review=sent(review), disagreements={strange: "No"}, on=LAST, by=cast.manager
        )


def test_a_disagreement_does_not_go_with_the_decision(cast, review) -> None:
    action = decide(cast, review, "Gran")
    answer(cast, sent(review), Gran="Too far away.")
    with pytest.raises(FactRefused, match="A manager could not agree to it"):
        facts.take_back(
            fact=action,
            what="agreed-action",
            why="A slip",
            seen=newest(named("agreed-action"), action.pk),
            by=cast.iro,
            rule=named("agreed-action").holds,
        )


def test_each_keeps_to_what_is_theirs(cast, review) -> None:
    """The manager mends the reason, the officer replies; neither does what is the other's."""
    decide(cast, review, "Gran")
    answer(cast, sent(review), Gran="Too far away.")
    number = Disagreement.objects.get().pk
    about = [cast.amara.uuid, "disagreement", number]
    mend = [reverse(name, args=about) for name in ("child-correct", "child-take-back")]
    to_reply = reverse("child-change", args=[*about, "replied"])
    officer, manager = signed_in(cast.iro), signed_in(cast.manager)
    assert [officer.get(each).status_code for each in mend] == [403, 403]
    assert [manager.get(each).status_code for each in mend] == [200, 200]
    assert manager.get(to_reply).status_code == 403
    assert officer.get(to_reply).status_code == 200
    another = signed_in(User.objects.create_user("another"))
    assert another.get(to_reply).status_code == 403
