"""What clocks of steps know of the day on which a step was done, and of who sees to it."""

import pytest

from oversight.clocks import engine
from oversight.models import ClockRow
from permanence.models import Milestone, PermanencePlan
from permanence.routes import done
from tests import timeline

pytestmark = pytest.mark.django_db

UNKNOWN_TO_CLOCKS = {"fostering-panel", "matching-meeting", "child-told", "viability"}

# Every fact that shows a step, once in each of two times in care; what was undone comes first.
FACTS = (
    " care {0}-01-01 .. {0}-12-31; review {0}-01-28; review {0}-04-20; review {0}-10-10;"
    " sibling-decision {0}-02-01; notification {0}-02-02; early-permanence {0}-02-03;"
    " report {0}-02-04 completed={0}-02-20; family-finding {0}-02-05 .. {0}-08-01 end_reason=found;"
    " decision {0}-02-06 reversed {0}-02-10; decision {0}-02-24 {1};"
    " order placement {0}-03-01; order adoption {0}-11-01; order special-guardianship {0}-11-02;"
    " order child-arrangements {0}-11-03; order care {0}-03-02 ended={0}-11-04;"
    " discharge {0}-06-20; order-question not-yet {0}-06-01; order-question apply {0}-06-10;"
    " home-assessment viability {0}-02-08 completed={0}-02-09 finding=suitable people=x;"
    " home-assessment parents {0}-02-10 completed={0}-03-10 finding=suitable people=x;"
    " request out-of-area {0}-03-01; request-decided approved {0}-03-09 decided_by=x;"
    " request parents {0}-03-11; request-decided refused {0}-03-12 decided_by=x;"
    " request parents-at-once {0}-03-14; request-decided approved {0}-03-16 decided_by=x;"
    " home U4 {0}-01-01 .. {0}-05-01 a; home P1 {0}-05-01 .. {0}-06-01;"
    " home A6 {0}-09-01 .. {0}-12-01;"
    " approval temporary {0}-05-02 .. {0}-06-01 a expires={0}-08-01 end_reason=moved;"
    " approval foster {0}-07-01 .. {0}-07-20 a end_reason=moved;"
    " long-term-match {0}-08-01 a ended={0}-08-20 end_reason=x;"
    " link {0}-05-20 ended={0}-06-20 end_reason=child-changed;"
    " panel plan {0}-02-21; panel match {0}-07-01; match {0}-07-02 withdrawn {0}-07-10;"
    " match {0}-07-20 {2}; support-plan {0}-08-02;"
    " introductions {0}-08-10 started={0}-08-12 ended={0}-08-30 end_reason=moved;"
    " life-story part {0}-02-11; life-story book {0}-11-10; life-story letter {0}-11-20;"
    " application {0}-10-20 withdrawn={0}-10-21; application {0}-10-25 {3};"
    " guardian {0}-04-01 name=A{0} order_sought=special-guardianship"
    " assessment_started={0}-04-02 assessment_completed={0}-04-30 assessed=recommended"
    " intention={0}-05-03 support_plan_drafted={0}-05-04 support_plan_agreed={0}-05-10"
    " notice={0}-05-12 report_asked={0}-05-11 report_filed={0}-06-30;"
    " guardian {0}-03-20 name=B{0} order_sought=special-guardianship withdrew={0}-03-25;"
    " guardian {0}-04-03 name=A{0} order_sought=child-arrangements applied={0}-05-15;"
    " support-review {0}-12-10;"
)


def test_a_step_is_done_on_the_day_that_the_pages_say() -> None:
    child = timeline.child(
        FACTS.format(2020, "reversed 2020-12-01", "withdrawn 2020-12-01", "withdrawn=2020-12-01")
        + FACTS.format(2022, "", "", "")
        + "plan adoption 2022-01-01 endorsed=2022-02-14 ratified=2022-04-20 achieved=2022-12-30"
    )
    plan = PermanencePlan.objects.get(child=child)
    codes = sorted(done.codes())
    found = done.found([plan], codes)
    assert {code for _, code in found} >= done.codes() - UNKNOWN_TO_CLOCKS
    steps = {
        Milestone.objects.create(
            child=child, plan=plan, code=code, planned_on="2022-01-10"
        ).pk: code
        for code in codes
    }
    engine.refresh([child.pk])
    rows = ClockRow.objects.filter(child=child, clock="step-overdue")
    assert {steps[int(row.subject.split()[1])]: row.stopped_on for row in rows} == {
        code: found[plan.pk, code] for code in codes if code not in UNKNOWN_TO_CLOCKS
    }


def test_a_step_that_is_somebodys_is_not_unowned() -> None:
    told = "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; worker A 2024-01-02;"
    child = timeline.child(
        f"{told} plan home 2024-02-01; step planning-meeting 2024-02-15; step closing-check"
        " 2024-03-01; step look-again 2024-04-01"
    )
    rows = ClockRow.objects.filter(child=child, clock="step-unowned")
    for code, are_unowned in (("closing-check", True), ("planning-meeting", False)):
        step = Milestone.objects.get(child=child, code=code)
        step.owner = child.allocation_facts.get().worker
        step.save()
        engine.refresh([child.pk])
        assert rows.exists() is are_unowned, code
    step.actual_on = timeline.DAY("2024-02-12")
    step.save()
    engine.refresh([child.pk])
    assert not rows.exists()
    Milestone.objects.filter(child=child, code="closing-check").update(
        actual_on=timeline.DAY("2024-02-28")
    )
    engine.refresh([child.pk])
    assert rows.get().started_on == timeline.DAY("2024-02-28")
