"""A review of Amara as its pages' tests want it: held lately, and what follows it."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from casetrack.models import Authority
from permanence.actions import planned_reviews, review_decisions, reviews
from permanence.models import AgreedAction, PlannedReview, Review
from tests.cast import Cast


def day(ago: int) -> date:
    return timezone.localdate() - timedelta(days=ago)


def recorded(cast: Cast) -> None:
    """People record here what no return carries, so that the clocks of it run."""
    Authority.objects.filter(pk=cast.authority.pk).update(recorded_from="2020-01-01")


def held(cast: Cast, ago: int = 3, **given: Any) -> Review:
    return reviews.hold(child=cast.amara, on=day(ago), participation="PN1", by=cast.iro, **given)


def decided(cast: Cast, review: Review, text: str = "Take Amara to see Gran") -> AgreedAction:
    return review_decisions.decide(
        review=review, text=text, owner=cast.north_worker, due_on=day(-30), by=cast.iro
    )


def sent(cast: Cast, review: Review, ago: int = 0) -> Review:
    reviews.follow(review=review, what="decisions-sent", decisions_sent_on=day(ago), by=cast.iro)
    review.refresh_from_db()
    return review


def planned(cast: Cast, ahead: int = 60, ago: int = 0) -> PlannedReview:
    return planned_reviews.plan(child=cast.amara, planned_on=day(-ahead), on=day(ago), by=cast.iro)
