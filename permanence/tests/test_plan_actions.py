"""Plans and reviews: what is proposed, what only a review may ratify, and what is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions import authorities, care, children
from casetrack.models import Authority, Child
from permanence.actions import plans, reviews
from permanence.models import PermanencePlan, Review

DAY = date.fromisoformat


@pytest.fixture
def authority(db: None) -> Authority:
    return authorities.start(code="TEST", name="Testshire", by=None)


@pytest.fixture
def child(authority: Authority) -> Child:
    made = children.record(authority=authority, reference="A1", born_on=DAY("2015-03-02"), by=None)
    care.start(child=made, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    return made


@pytest.fixture
def plan(child: Child) -> PermanencePlan:
    return plans.start(child=child, route="home", on=DAY("2024-02-01"), by=None)


def test_a_new_plan_replaces_the_one_of_its_rank_alone(child, plan):
    plans.start(child=child, route="connected", rank="contingency", on=DAY("2024-02-01"), by=None)
    plans.start(child=child, route="adoption", on=DAY("2024-05-01"), by=None)
    current = PermanencePlan.objects.on(DAY("2024-06-01")).values_list("route", "rank")
    assert set(current) == {("adoption", "primary"), ("connected", "contingency")}
    plan.refresh_from_db()
    assert plan.ends_on == DAY("2024-05-01")


@pytest.mark.parametrize(
    "route, rank, on, words",
    [
        ("moon", "primary", "2024-03-01", "Choose a route"),
        ("adoption", "best", "2024-03-01", "Choose a route"),
        ("adoption", "primary", "2023-03-01", "not in care"),
        ("adoption", "primary", "2024-02-01", "later day"),
        ("home", "contingency", "2024-03-01", "already being worked"),
    ],
)
def test_a_plan_does_not_start_so(child, plan, route, rank, on, words):
    with pytest.raises(plans.PlanRefused, match=words):
        plans.start(child=child, route=route, rank=rank, on=DAY(on), by=None)


def test_only_a_review_held_while_the_plan_is_current_ratifies_it(child, plan):
    for on, words in (("2024-03-01", "Only a review"), ("2024-01-20", "not current")):
        with pytest.raises(plans.PlanRefused, match=words):
            plans.ratify(plan=plan, on=DAY(on), by=None)
    reviews.record(child=child, on=DAY("2024-03-01"), participation="PN1", by=None)
    plans.ratify(plan=plan, on=DAY("2024-03-01"), by=None)
    plan.refresh_from_db()
    assert plan.ratified_on == DAY("2024-03-01")
    with pytest.raises(plans.PlanRefused, match="already ratified"):
        plans.ratify(plan=plan, on=DAY("2024-03-01"), by=None)


def test_a_plan_ends_once_and_after_it_began(plan):
    with pytest.raises(plans.PlanRefused, match="after the day"):
        plans.end(plan=plan, on=DAY("2024-02-01"), by=None)
    plans.end(plan=plan, on=DAY("2024-04-01"), by=None)
    with pytest.raises(plans.PlanRefused, match="already ended"):
        plans.end(plan=plan, on=DAY("2024-05-01"), by=None)


def test_many_plans_at_once_are_held_to_one_of_a_rank(child, authority):
    new = [plans.NewPlan(child.pk, "home", "primary", DAY("2024-02-01"))]
    assert plans.start_all(authority=authority, plans=new, by=None) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        plans.start_all(authority=authority, plans=new, by=None)


def test_a_review_is_recorded_once_a_day_in_care(child):
    reviews.record(child=child, on=DAY("2024-02-06"), participation="PN1", by=None)
    for on, words in (("2024-02-06", "already recorded"), ("2023-02-06", "not in care")):
        with pytest.raises(reviews.ReviewRefused, match=words):
            reviews.record(child=child, on=DAY(on), participation="PN1", by=None)
    with pytest.raises(reviews.ReviewRefused, match="took part"):
        reviews.record(child=child, on=DAY("2024-05-06"), participation="PN9", by=None)


def test_what_followed_many_reviews_is_entered_for_those_of_the_authority_alone(child, authority):
    mine = reviews.record(child=child, on=DAY("2024-02-06"), participation="PN1", by=None)
    other = authorities.start(code="OTHER", name="Otherham", by=None)
    told = reviews.Followed(mine.pk, "Stay at this school.", DAY("2024-02-12"), DAY("2024-02-14"))
    reviews.follow_all(authority=other, followed=[told], by=None)
    mine.refresh_from_db()
    assert mine.decisions == "" and mine.decisions_sent_on is None
    reviews.follow_all(authority=authority, followed=[told], by=None)
    mine.refresh_from_db()
    assert mine.decisions == "Stay at this school." and mine.answered_on == DAY("2024-02-14")
    assert mine.record_made_on is None
    early = reviews.Followed(mine.pk, "", DAY("2024-02-01"))
    with pytest.raises(IntegrityError), transaction.atomic():
        reviews.follow_all(authority=authority, followed=[early], by=None)


def test_a_review_recorded_by_mistake_is_withdrawn_unless_it_ratified_a_plan(child, plan):
    review = reviews.record(child=child, on=DAY("2024-03-01"), participation="PN1", by=None)
    plans.ratify(plan=plan, on=DAY("2024-03-01"), by=None)
    with pytest.raises(reviews.ReviewRefused, match="must stand"):
        reviews.withdraw(review=review, why="Wrong child", by=None)
    other = reviews.record(child=child, on=DAY("2024-06-01"), participation="PN1", by=None)
    reviews.withdraw(review=other, why="Wrong child", by=None)
    assert Review.objects.get() == review
