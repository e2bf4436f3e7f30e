"""Steps of a plan that facts of adoption and guardianship show to be done."""

from datetime import date

import pytest

from adoption.found import FINDERS
from adoption.models import AdoptionNotification, Match, ProspectiveGuardian
from permanence.models import PermanencePlan
from permanence.routes import ROUTES, done
from tests import timeline

pytestmark = pytest.mark.django_db
DAY = date.fromisoformat


@pytest.fixture
def plan() -> PermanencePlan:
    child = timeline.child("care 2024-01-01; plan adoption 2024-04-01; decision 2024-04-02")
    return PermanencePlan.objects.get(child=child)


def test_every_finder_is_of_a_step_that_some_route_has() -> None:
    steps = {step.code for route in ROUTES.values() for step in route}
    assert set(FINDERS) <= steps


def test_a_fact_is_the_step(plan, django_assert_num_queries) -> None:
    AdoptionNotification.objects.create(child=plan.child, notified_on=DAY("2024-03-01"))
    AdoptionNotification.objects.create(child=plan.child, notified_on=DAY("2023-03-01"))
    with django_assert_num_queries(1):
        found = done.found([plan], ["agency-told", "adoption-decision", "match"])
    assert found == {
        (plan.pk, "agency-told"): DAY("2024-03-01"),
        (plan.pk, "adoption-decision"): DAY("2024-04-02"),
    }


def test_what_was_withdrawn_is_no_step(plan) -> None:
    Match.objects.create(
        child=plan.child, decided_on=DAY("2024-05-01"), withdrawn_on=DAY("2024-06-01")
    )
    assert done.found([plan], ["match"]) == {}
    Match.objects.create(child=plan.child, decided_on=DAY("2024-07-01"))
    assert done.found([plan], ["match"]) == {(plan.pk, "match"): DAY("2024-07-01")}


def test_notice_or_the_courts_request_whichever_came_first(plan) -> None:
    given = {
        "child": plan.child,
        "relationship": "aunt",
        "order_sought": "special-guardianship",
        "named_on": DAY("2024-02-01"),
    }
    ProspectiveGuardian.objects.create(name="A", notice_given_on=DAY("2024-05-09"), **given)
    ProspectiveGuardian.objects.create(name="B", report_asked_on=DAY("2024-05-04"), **given)
    withdrew = {"notice_given_on": DAY("2024-05-01"), "withdrew_on": DAY("2024-05-02")}
    ProspectiveGuardian.objects.create(name="C", **withdrew, **given)
    found = done.found([plan], ["guardian-notice", "guardian-report"])
    assert found == {(plan.pk, "guardian-notice"): DAY("2024-05-04")}
