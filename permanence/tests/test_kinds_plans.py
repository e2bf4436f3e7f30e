"""Plans and their steps, as people record them, read them, and are refused."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from casetrack.actions.facts import FactRefused, check
from casetrack.models import Child
from casetrack.record.reading import newest
from casetrack.tests.test_record_pages import corrected, day, enter, history
from permanence.actions import milestones, plans
from permanence.kinds.milestones import KINDS as STEPS
from permanence.kinds.plans import KINDS as PLANS
from permanence.models import Milestone, PermanencePlan, Review
from permanence.routes import done
from permanence.tests.telling import told
from tests.cast import Cast, signed_in


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


@pytest.fixture
def plan(cast: Cast) -> PermanencePlan:
    return PermanencePlan.objects.get(child=cast.amara, rank="primary")


def change(client: Client, fact, kind: str, code: str, **typed):
    address = reverse("child-change", args=[fact.child.uuid, kind, fact.pk, code])
    return client.post(address, typed)


def a_step(plan: PermanencePlan, code: str = "placement-order-applied", **fields) -> Milestone:
    fields = {"planned_on": date(2025, 10, 1)} | fields
    return Milestone.objects.create(child=plan.child, plan=plan, code=code, **fields)


def test_a_plan_is_recorded_and_the_one_before_it_ends(cast, worker, plan) -> None:
    typed = {"route": "special-guardianship", "rank": "primary"}
    page = enter(worker, cast.amara, "plan", **typed, **day("starts_on", "2026-04-01"))
    assert page.status_code == 302, page.content.decode()
    plan.refresh_from_db()
    assert plan.ends_on == date(2026, 4, 1)
    sentences = told(cast.amara)
    assert "1 April 2026 Plan: special guardianship." in sentences
    assert "1 April 2026 The plan ended: adoption." in sentences
    assert (
        "15 September 2025 Second plan, in case the first cannot be: long-term fostering."
        in sentences
    )


def test_a_reviewing_officer_proposes_no_plan(cast) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "plan"])
    assert signed_in(cast.iro).get(address).status_code == 403


def test_a_group_endorses_and_only_a_reviewing_officer_ratifies(cast, worker, plan) -> None:
    assert change(worker, plan, "plan", "endorsed", **day("on", "2025-12-01")).status_code == 302
    assert change(worker, plan, "plan", "ratified", **day("on", "2025-12-20")).status_code == 403
    iro = signed_in(cast.iro)
    refused = change(iro, plan, "plan", "ratified", **day("on", "2025-12-21"))
    assert "Only a review ratifies a plan" in refused.content.decode()
    assert change(iro, plan, "plan", "ratified", **day("on", "2025-12-20")).status_code == 302
    sentences = told(cast.amara)
    assert "1 December 2025 A meeting of managers supported the plan: adoption." in sentences
    assert "20 December 2025 A review agreed the plan: adoption." in sentences


def test_a_ratification_by_mistake_is_withdrawn_by_the_reviewing_officer_alone(
    cast, worker, plan
) -> None:
    plans.ratify(plan=plan, on=date(2025, 12, 20), by=cast.iro)
    wrong = {"because": "It was another plan"}
    assert change(worker, plan, "plan", "not-ratified", **wrong).status_code == 403
    assert change(signed_in(cast.iro), plan, "plan", "not-ratified", **wrong).status_code == 302
    plan.refresh_from_db()
    assert plan.ratified_on is None
    assert "20 December 2025 A review agreed the plan: adoption." in told(
        cast.amara, believed=False
    )
    assert "It was another plan" in history(worker, cast.amara)
    with pytest.raises(plans.PlanRefused, match="not ratified"):
        plans.withdraw_ratification(plan=plan, why="Again", by=cast.iro)


def test_a_correction_cannot_ratify(cast, worker, plan) -> None:
    address = reverse("child-correct", args=[cast.amara.uuid, "plan", plan.pk])
    assert "ratif" not in worker.get(address).content.decode().split("<form")[-1]


def test_a_plan_is_achieved_and_ends_with_its_reason(cast, worker, plan) -> None:
    assert change(worker, plan, "plan", "achieved", **day("on", "2026-04-01")).status_code == 302
    early = change(worker, plan, "plan", "ended", **day("on", "2026-03-01"))
    assert "The plan was achieved after that day." in early.content.decode()
    ended = {"end_reason": "The court made the order.", **day("on", "2026-05-01")}
    assert change(worker, plan, "plan", "ended", **ended).status_code == 302
    sentences = told(cast.amara)
    assert "1 April 2026 What was planned came about: adoption." in sentences
    assert "1 May 2026 The plan ended: adoption. The court made the order." in sentences


def test_no_plan_replaces_one_before_the_day_it_was_achieved(cast, plan) -> None:
    plans.achieve(plan=plan, on=date(2026, 4, 1), by=cast.manager)
    with pytest.raises(plans.PlanRefused, match="achieved after that day"):
        plans.start(child=cast.amara, route="home", on=date(2026, 3, 1), by=cast.manager)
    with pytest.raises(plans.PlanRefused, match="already achieved"):
        plans.achieve(plan=plan, on=date(2026, 4, 2), by=cast.manager)


@pytest.mark.parametrize("act", [plans.endorse, plans.achieve])
def test_nothing_becomes_of_a_plan_before_it_was_proposed(cast, plan, act) -> None:
    with pytest.raises(plans.PlanRefused, match="not current"):
        act(plan=plan, on=date(2025, 9, 1), by=cast.manager)


def test_a_plan_is_endorsed_once(cast, plan) -> None:
    plans.endorse(plan=plan, on=date(2025, 12, 1), by=cast.manager)
    with pytest.raises(plans.PlanRefused, match="already endorsed"):
        plans.endorse(plan=plan, on=date(2025, 12, 2), by=cast.manager)


@pytest.mark.parametrize(
    "fields",
    [
        {"endorsed_on": date(2025, 9, 14)},
        {"achieved_on": date(2025, 9, 14)},
        {"achieved_on": date(2026, 2, 1), "ends_on": date(2026, 1, 1)},
        {"end_reason": "It changed."},
    ],
)
def test_the_database_refuses_an_impossible_plan(plan, fields) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PermanencePlan.objects.filter(pk=plan.pk).update(**fields)


def test_a_corrected_plan_fits_with_what_else_is_recorded(plan) -> None:
    a_step(plan)
    plan.route = "long-term-fostering"
    assert plans.why_not_so(plan) == "That route is the child’s other plan at that time."
    plan.route = "home"
    assert "Steps that this route does not have" in plans.why_not_so(plan)
    plan.route, plan.ends_on, plan.ratified_on = "adoption", date(2026, 1, 1), date(2026, 1, 1)
    assert plans.why_not_so(plan) == "A plan is endorsed and ratified while it is current."
    plan.ends_on = None
    assert plans.why_not_so(plan) == ""


# Steps


def test_a_step_is_planned_moved_and_done(cast, worker, plan) -> None:
    typed = {"plan": plan.pk, "code": "placement-order-applied", "owner": cast.north_worker.pk}
    page = enter(worker, cast.amara, "milestone", **typed, **day("planned_on", "2025-10-01"))
    assert page.status_code == 302, page.content.decode()
    step = Milestone.objects.get(plan=plan)
    moved = {"revised_because": "The report was late.", **day("revised_on", "2025-11-10")}
    assert change(worker, step, "milestone", "moved", **moved).status_code == 302
    late = change(worker, step, "milestone", "done", **day("actual_on", "2025-11-12"))
    assert "Write why it was later than planned." in late.content.decode()
    typed = {"missed_because": "The post took two days.", **day("actual_on", "2025-11-12")}
    assert change(worker, step, "milestone", "done", **typed).status_code == 302
    sentences = told(cast.amara)
    assert "1 October 2025 Planned for this day: Placement order applied for." in sentences
    assert (
        "10 November 2025 Planned for this day: Placement order applied for. First planned for "
        "1 October 2025, moved: The report was late." in sentences
    )
    assert (
        "12 November 2025 Done: Placement order applied for. Later than planned: The post took "
        "two days." in sentences
    )
    again = change(worker, step, "milestone", "moved", **moved)
    assert again.status_code == 404, "what is done is not planned"


def test_a_step_may_be_planned_ahead(cast, worker, plan) -> None:
    typed = {"plan": plan.pk, "code": "matching-meeting", **day("planned_on", "2049-10-01")}
    assert enter(worker, cast.amara, "milestone", **typed).status_code == 302


def test_a_step_that_another_entry_shows_is_not_marked_by_hand(cast, worker, plan) -> None:
    step = a_step(plan, "placement-order")
    refused = change(worker, step, "milestone", "done", **day("actual_on", "2025-10-01"))
    assert refused.status_code == 404
    with pytest.raises(milestones.MilestoneRefused, match="Another entry shows"):
        milestones.done(milestone=step, on=date(2025, 10, 1), by=cast.manager)


def test_a_step_is_not_moved_without_a_reason_or_to_the_same_day(cast, plan) -> None:
    step = a_step(plan)
    with pytest.raises(milestones.MilestoneRefused, match="why the day is moved"):
        milestones.move(milestone=step, to=date(2025, 12, 1), why=" ", by=cast.manager)
    with pytest.raises(milestones.MilestoneRefused, match="that day already"):
        milestones.move(milestone=step, to=date(2025, 10, 1), why="Late", by=cast.manager)
    milestones.done(milestone=step, on=date(2025, 10, 1), by=cast.manager)
    for act in (
        lambda: milestones.done(milestone=step, on=date(2025, 10, 1), by=cast.manager),
        lambda: milestones.move(milestone=step, to=date(2026, 1, 1), why="Late", by=cast.manager),
    ):
        with pytest.raises(milestones.MilestoneRefused, match="already done"):
            act()


def test_a_step_is_one_of_the_plan_and_the_plan_is_the_childs(cast, plan) -> None:
    rule = STEPS[0].rule
    wrong = Milestone(child=cast.amara, plan=plan, code="pathway-plan", planned_on=plan.starts_on)
    assert rule(wrong) == "That plan has no such step."
    other = Milestone(child=cast.tomas, plan=plan, code="match", planned_on=plan.starts_on)
    assert rule(other) == "That is the plan of another child."
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_a_step_is_recorded_once_and_moved_only_with_a_reason(plan) -> None:
    step = a_step(plan)
    twice = Milestone(child=plan.child, plan=plan, code=step.code, planned_on=plan.starts_on)
    with pytest.raises(FactRefused, match="That step of the plan is already recorded"):
        check(twice, STEPS[0].rule)
    for fields in ({"revised_on": date(2026, 1, 1)}, {"missed_because": "Late"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Milestone.objects.filter(pk=step.pk).update(**fields)


def test_what_a_review_ratified_no_manager_removes_or_makes_another_route(cast, plan) -> None:
    plans.ratify(plan=plan, on=date(2025, 12, 20), by=cast.iro)
    manager = signed_in(cast.manager)
    address = reverse("child-take-back", args=[cast.amara.uuid, "plan", plan.pk])
    typed = {"version": newest(PLANS[0], plan.pk), "why": "It was another"}
    words = "Only the reviewing officer can say that this was a mistake."
    assert words in manager.post(address, typed).content.decode()
    typed = {"route": "residential", "start_known": "on", **day("starts_on", "2025-09-15")}
    page = corrected(manager, cast.amara, plan, why="It was another", **typed)
    assert words in page.content.decode()
    typed |= {"route": "adoption", **day("starts_on", "2025-09-16")}
    assert corrected(manager, cast.amara, plan, why="A slip", **typed).status_code == 302
    plan.refresh_from_db()
    assert (plan.route, plan.ratified_on) == ("adoption", date(2025, 12, 20))
    plans.withdraw_ratification(plan=plan, why="Another child’s", by=cast.iro)
    typed |= {"route": "residential"}
    assert corrected(manager, cast.amara, plan, why="A slip", **typed).status_code == 302


def test_a_plan_with_steps_is_not_taken_back(cast, worker, plan) -> None:
    a_step(plan)
    address = reverse("child-take-back", args=[cast.amara.uuid, "plan", plan.pk])
    seen = worker.get(address).content.decode().split('name="version" value="')[1].split('"')[0]
    page = worker.post(address, {"version": seen, "why": "Wrong child"})
    assert "Other entries rest on this one." in page.content.decode()


def test_a_route_is_laid_out_from_what_is_done_and_never_into_the_past(cast, worker, plan) -> None:
    page = change(worker, plan, "plan", "laid-out", **day("on", "2026-05-20"))
    assert page.status_code == 302, page.content.decode()
    days = dict(Milestone.objects.filter(plan=plan).values_list("code", "planned_on"))
    assert "first-review" not in days and "second-review" not in days, "two reviews were held"
    assert min(days.values()) == date(2026, 5, 20)
    assert days["child-permanence-report"] == date(2026, 6, 9), "20 days after the review"
    assert days["permanence-achieved"] == date(2026, 9, 15), "twelve months after the plan"
    assert days["closing-check"] == date(2026, 10, 13)
    with pytest.raises(milestones.MilestoneRefused, match="already planned or done"):
        milestones.lay_out(plan=plan, on=date(2026, 5, 20), by=cast.manager)
    with pytest.raises(milestones.MilestoneRefused, match="not current"):
        milestones.lay_out(plan=plan, on=date(2025, 5, 20), by=cast.manager)


def test_a_contingency_plan_has_the_steps_of_its_route_alone(cast) -> None:
    second = PermanencePlan.objects.get(child=cast.amara, rank="contingency")
    laid = milestones.lay_out(plan=second, on=date(2025, 9, 15), by=cast.manager)
    codes = {step.code for step in laid}
    assert "long-term-match" in codes and "planning-meeting" not in codes


def test_steps_that_facts_show_are_found_for_many_plans_at_once(
    cast, plan, django_assert_num_queries
) -> None:
    Review.objects.create(child=cast.amara, held_on=date(2024, 1, 1))  # in no care of hers
    noors = PermanencePlan.objects.get(child=cast.noor, rank="primary")
    with django_assert_num_queries(1):
        found = done.found([plan, noors], ["first-review", "second-review", "planning-meeting"])
    assert found == {
        (plan.pk, "first-review"): date(2025, 12, 20),
        (plan.pk, "second-review"): date(2026, 5, 20),
        (noors.pk, "first-review"): date(2025, 12, 20),
        (noors.pk, "second-review"): date(2026, 5, 20),
    }


def test_a_child_one_does_not_reach_has_no_plan_to_change(cast, worker) -> None:
    theirs: Child = cast.tomas
    plan = PermanencePlan.objects.get(child=theirs, rank="primary")
    assert change(worker, plan, "plan", "endorsed", **day("on", "2025-12-01")).status_code == 404
