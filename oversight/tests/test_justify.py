"""What becomes of a delay that is asked to be justified, and what is refused, whoever asks."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from casetrack.actions.facts import FactRefused
from casetrack.audit import AuditEvent
from casetrack.models import Allocation, LegalStatus, RoleAssignment, User
from casetrack.recording import recording
from oversight.actions import justify
from oversight.actions.justify import JustificationRefused
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from oversight.episodes import Episode
from oversight.flags import as_flags
from oversight.flags import running as flags
from oversight.models import Answer, ClockRow, DelayCause, Dissent, JustifiedNotice
from oversight.waits import Wait, running, with_answers
from tests.answered import justified
from tests.cast import DAY, LONG_AGO, Cast, a_user

MATCH = "placement-order-to-match"
UNTIL = date(2026, 8, 31)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def wait_of(cast: Cast, clock: str = MATCH) -> ClockRow:
    return ClockRow.objects.get(child=cast.amara, clock=clock)


def ask(cast: Cast, wait: ClockRow | None = None, **changes: Any) -> Answer:
    given: dict[str, Any] = {
        "wait": wait or wait_of(cast),
        "cause": "matching",
        "reason": "Two families are being assessed.",
        "until": UNTIL,
        "on": DAY,
        "by": cast.manager,
    }
    return justify.ask(**given | changes)


def agree(cast: Cast, answer: Answer, on: date = DAY, by: User | None = None) -> Answer:
    return justify.agree(answer=answer, on=on, by=by or cast.chair)


def state(cast: Cast, day: date, clock: str = MATCH) -> tuple[str, str]:
    row = with_answers(running(day)).get(child=cast.amara, clock=clock)
    return str(row.state), Wait(row).tag


def past(cast: Cast, day: date) -> int:
    """How many waits of hers are past their limits, as every count has them."""
    rows = as_flags(flags(day, [cast.authority]))
    due = [row for row in rows if row["child"] == "A1" and row["clock"] == MATCH]
    return sum(row["due_on"] < day for row in due)


def test_asked_it_changes_nothing(cast: Cast) -> None:
    answer = ask(cast, reason="  Two families are being assessed. ")
    assert (answer.kind, answer.reason) == ("asked", "Two families are being assessed.")
    assert state(cast, DAY)[0] == "red"
    assert not DelayCause.objects.exists()
    event = AuditEvent.objects.get(what="delay.asked")
    assert (event.children, event.username) == ([cast.amara.pk], "manager")


def test_agreed_to_red_is_amber_until_its_day_and_then_red_again(cast: Cast) -> None:
    answer = agree(cast, ask(cast), after(2))
    assert (answer.answered_by, answer.answered_as) == (cast.chair, "chair")
    assert (answer.asked_by, answer.asked_on) == (cast.manager, DAY)
    assert state(cast, after(1))[0] == "red"
    assert state(cast, after(2)) == ("justified", "justified to 31 Aug")
    assert state(cast, date(2026, 8, 17))[1] == "justified to 31 Aug, 14 days left"
    assert state(cast, date(2026, 8, 30)) == ("justified", "justified to 31 Aug, 1 day left")
    assert state(cast, UNTIL)[0] == "red"
    assert AuditEvent.objects.filter(what="delay.justified").count() == 1


def test_it_is_past_its_limit_in_every_count_all_the_while(cast: Cast) -> None:
    assert past(cast, after(2)) == 1
    agree(cast, ask(cast))
    assert past(cast, after(2)) == 1


def test_its_days_are_put_down_to_the_cause(cast: Cast) -> None:
    agree(cast, ask(cast), after(2))
    said = DelayCause.objects.get()
    assert (said.cause, said.starts_on, said.ends_on) == ("matching", after(2), UNTIL)


def test_refused_it_stays_red_and_is_asked_again(cast: Cast) -> None:
    answer = justify.refuse(answer=ask(cast), because="It drifted.", on=after(1), by=cast.chair)
    assert (answer.kind, answer.because, answer.answered_as) == ("refused", "It drifted.", "chair")
    assert state(cast, after(2))[0] == "red"
    with pytest.raises(JustificationRefused, match="Somebody recorded this"):
        agree(cast, answer, after(2))
    assert ask(cast, on=after(2)).kind == "asked"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until": DAY}, "Enter a day that is still to come."),
        ({"until": date(2026, 9, 2)}, "up to 1 September 2026: three months at most"),
        ({"cause": ""}, "Say what holds it up"),
        ({"reason": " "}, "This field cannot be blank"),
        ({"cause": "the weather"}, "not a valid choice"),
        ({"on": date(2026, 1, 30), "until": date(2026, 4, 1)}, "nothing to justify yet"),
    ],
)
def test_what_cannot_be_asked(cast: Cast, changes: dict[str, Any], said: str) -> None:
    with pytest.raises((JustificationRefused, FactRefused)) as refused:
        ask(cast, **changes)
    fields = getattr(refused.value, "fields", {})
    assert said in f"{refused.value} {' '.join(fields.values())}"
    assert not Answer.objects.exists()


def test_three_months_end_with_the_last_day_of_a_short_month(cast: Cast) -> None:
    on = date(2026, 8, 31)
    assert justify.why_not_until(date(2026, 11, 30), on) == ""
    assert "30 November 2026" in justify.why_not_until(date(2026, 12, 1), on)


def test_it_is_asked_once_at_a_time(cast: Cast) -> None:
    ask(cast)
    with pytest.raises(JustificationRefused, match="asked already, and nobody has decided"):
        ask(cast, on=after(1))


def test_what_the_law_sets_is_never_justified(cast: Cast) -> None:
    statutory = {code for code, clock in CLOCKS.items() if clock.statutory}
    assert "review-due" in statutory
    row = wait_of(cast)
    for code in statutory:
        assert "nobody here can put it off" in justify.why_never(CLOCKS[code])
    ClockRow.objects.filter(pk=row.pk).update(clock="review-due", subject="late")
    row.refresh_from_db()
    with pytest.raises(JustificationRefused, match="set by law or statutory guidance"):
        ask(cast, row)


def test_a_wait_that_has_ended_is_not_justified(cast: Cast) -> None:
    row, answer = wait_of(cast), ask(cast)
    ClockRow.objects.filter(pk=row.pk).update(stopped_on=DAY)
    with pytest.raises(JustificationRefused, match="has ended"):
        ask(cast, row)
    with pytest.raises(JustificationRefused, match="has ended"):
        agree(cast, answer)


def test_whoever_asks_does_not_agree(cast: Cast) -> None:
    answer = ask(cast, by=cast.service_manager)
    with pytest.raises(JustificationRefused, match="You asked for this yourself"):
        agree(cast, answer, by=cast.service_manager)
    assert agree(cast, answer).answered_as == "chair"


@pytest.mark.parametrize("role", ["social-worker", "iro"])
def test_whoever_works_with_the_child_does_not_agree(cast: Cast, role: str) -> None:
    who = cast.social_worker if role == "social-worker" else cast.iro
    RoleAssignment.objects.create(
        user=who, authority=cast.authority, role="chair", starts_on=LONG_AGO
    )
    with pytest.raises(JustificationRefused, match="You work with this child"):
        agree(cast, ask(cast), by=who)


@pytest.mark.parametrize(("team", "may"), [("north", False), ("south", True), ("every", False)])
def test_the_manager_of_her_worker_does_not_agree_and_of_another_does(
    cast: Cast, team: str, may: bool
) -> None:
    teams = {"north": cast.north_worker.team, "south": cast.south_worker.team, "every": None}
    both = a_user("both", cast.authority, "manager", teams[team])
    RoleAssignment.objects.create(
        user=both, authority=cast.authority, role="chair", starts_on=LONG_AGO
    )
    answer = ask(cast)
    if may:
        assert agree(cast, answer, by=both).kind == "justified"
        return
    with pytest.raises(JustificationRefused, match="You manage this child’s social worker"):
        agree(cast, answer, by=both)


@pytest.mark.parametrize("who", ["manager", "iro", "data_officer", "stranger", "nobody"])
def test_a_role_that_decides_nothing_does_not_agree(cast: Cast, who: str) -> None:
    answer = ask(cast, by=cast.service_manager)
    with pytest.raises(JustificationRefused):
        agree(cast, answer, by=getattr(cast, who))


def test_it_cannot_be_agreed_to_before_it_was_asked(cast: Cast) -> None:
    with pytest.raises(FactRefused, match="not asked for yet on that day"):
        agree(cast, ask(cast), DAY - timedelta(days=1))


def test_it_cannot_be_agreed_to_after_its_day(cast: Cast) -> None:
    with pytest.raises(FactRefused, match="has passed"):
        agree(cast, ask(cast), UNTIL)


# Renewed, once


def test_it_is_renewed_in_its_last_two_weeks_and_not_sooner(cast: Cast) -> None:
    agree(cast, ask(cast, until=after(30)))
    with pytest.raises(JustificationRefused, match="justified until 1 Jul 2026. Ask to renew it"):
        ask(cast, on=after(15), until=after(60))
    again = agree(cast, ask(cast, on=after(16), until=after(90)), after(20))
    first = Answer.objects.exclude(pk=again.pk).get()
    assert (first.ended_on, first.because) == (after(20), "It was renewed.")
    for day in (after(19), after(20), after(89)):
        assert state(cast, day)[0] == "justified"
    assert state(cast, after(90))[0] == "red"
    spells = DelayCause.objects.order_by("starts_on").values_list("starts_on", "ends_on")
    assert list(spells) == [(DAY, after(20)), (after(20), after(90))]


@pytest.mark.parametrize("early", [False, True])
def test_a_third_is_refused_also_where_one_ended_early(cast: Cast, early: bool) -> None:
    first = agree(cast, ask(cast, until=after(10)))
    if early:
        justify.end_early(answer=first, on=after(5), because="Not so.", by=cast.chair)
    agree(cast, ask(cast, on=after(12), until=after(20)), after(12))
    with pytest.raises(JustificationRefused, match="justified and renewed already"):
        ask(cast, on=after(21), until=after(30))


def test_one_that_was_refused_is_not_counted(cast: Cast) -> None:
    justify.refuse(answer=ask(cast), because="Not so.", on=DAY, by=cast.chair)
    agree(cast, ask(cast, until=after(10)))
    agree(cast, ask(cast, on=after(12), until=after(20)), after(12))
    assert Answer.objects.filter(kind="justified").count() == 2


# Ended early


def test_it_is_ended_early(cast: Cast) -> None:
    answer = agree(cast, ask(cast))
    justify.end_early(answer=answer, on=after(7), because="The family withdrew.", by=cast.chair)
    assert state(cast, after(6))[0] == "justified"
    assert state(cast, after(7))[0] == "red"
    assert DelayCause.objects.get().ends_on == after(7)
    with pytest.raises(JustificationRefused):
        justify.end_early(answer=answer, on=after(8), because="Again.", by=cast.chair)


def test_ended_on_the_day_it_began_it_never_held(cast: Cast) -> None:
    answer = agree(cast, ask(cast))
    justify.end_early(answer=answer, on=DAY, because="It was another child.", by=cast.chair)
    assert state(cast, DAY)[0] == "red"
    assert not DelayCause.objects.exists()


@pytest.mark.parametrize(
    ("on", "because", "said"),
    [
        (after(-1), "Why not.", "It was not justified on that day."),
        (UNTIL, "Why not.", "It has ended by itself"),
        (after(3), " ", "Write why."),
    ],
)
def test_what_is_no_early_end(cast: Cast, on: date, because: str, said: str) -> None:
    answer = agree(cast, ask(cast))
    with pytest.raises((JustificationRefused, FactRefused), match=said):
        justify.end_early(answer=answer, on=on, because=because, by=cast.chair)
    assert Answer.objects.get().ended_on is None


def test_what_was_decided_is_not_taken_back(cast: Cast) -> None:
    answer = ask(cast)
    assert justify.why_not_take_back(answer) == ""
    assert "End a justified delay early" in justify.why_not_take_back(agree(cast, answer))


# The reviewing officer


def test_the_reviewing_officer_is_told_and_may_dissent(cast: Cast) -> None:
    answer = agree(cast, ask(cast))
    notice = JustifiedNotice.objects.get()
    assert (notice.user, notice.answer, notice.told_on) == (cast.iro, answer, None)
    said = justify.dissent(answer=answer, reason="No family yet.", on=after(3), by=cast.iro)
    assert said.dissented_by == cast.iro
    assert state(cast, after(4))[0] == "justified"
    with pytest.raises(FactRefused):
        justify.dissent(answer=answer, reason="Again.", on=after(4), by=cast.iro)
    assert Dissent.objects.count() == 1


def test_where_no_officer_signs_in_their_manager_is_told(cast: Cast) -> None:
    Allocation.objects.filter(child=cast.amara, role="iro").delete()
    leader = a_user("leader", cast.authority, "iro-manager")
    a_user("elsewhere", cast.elsewhere, "iro-manager")
    agree(cast, ask(cast))
    assert JustifiedNotice.objects.get().user == leader


@pytest.mark.parametrize("what", ["asked", "too early", "no reason"])
def test_what_is_no_dissent(cast: Cast, what: str) -> None:
    answer = ask(cast)
    if what != "asked":
        agree(cast, answer)
    on = DAY if what != "too early" else after(-1)
    reason = " " if what == "no reason" else "No."
    with pytest.raises((JustificationRefused, FactRefused)):
        justify.dissent(answer=answer, reason=reason, on=on, by=cast.iro)
    assert not Dissent.objects.exists()


# The episode


def test_an_answer_survives_its_clock_being_computed_again(cast: Cast) -> None:
    agree(cast, ask(cast))
    ClockRow.objects.all().delete()
    refresh()
    assert state(cast, after(2))[0] == "justified"


def test_where_the_start_moves_the_answer_is_of_a_wait_that_is_no_more(cast: Cast) -> None:
    answer = agree(cast, ask(cast))
    with recording("order.corrected", by=None, children=[cast.amara.pk]):
        order = LegalStatus.objects.filter(child=cast.amara, code="E1")
        order.update(starts_on=date(2025, 10, 2))
    moved = wait_of(cast)
    assert moved.started_on == date(2025, 10, 2)
    assert state(cast, after(2))[0] == "red"
    assert Episode.of(moved) != Episode.of(Answer.objects.get(pk=answer.pk))
    assert Episode.of(moved).mark != Episode.of(answer).mark


# What the database itself refuses


def held(cast: Cast, **changes: Any) -> Answer:
    given: dict[str, Any] = {"on": DAY, "until": UNTIL, "by": cast.chair}
    return justified(wait_of(cast), **given | changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"cause": ""}, "answer_weighed_is_whole"),
        ({"reason": "  "}, "answer_weighed_is_whole"),
        ({"asked_by": None}, "answer_weighed_is_whole"),
        ({"until": DAY}, "answer_justified_has_an_end"),
        ({"until": date(2026, 9, 2)}, "answer_justified_for_so_long_at_most"),
        ({"asked_on": after(1)}, "answer_answered_after_it_is_asked"),
        ({"ended_on": after(1)}, "answer_ends_early_in_words"),
        ({"because": "Why."}, "answer_ends_early_in_words"),
        ({"kind": "refused"}, "answer_ends_early_in_words"),
        ({"ended_on": after(-1), "because": "Why."}, "answer_ends_early_within_its_days"),
    ],
)
def test_the_database_refuses_what_cannot_be(
    cast: Cast, changes: dict[str, Any], constraint: str
) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        held(cast, **changes)


def test_the_database_lets_nobody_agree_with_themselves(cast: Cast) -> None:
    with pytest.raises(IntegrityError, match="answer_agreed_by_another"), transaction.atomic():
        held(cast, asked_by=cast.chair)


def test_the_database_lets_no_two_hold_on_a_day(cast: Cast) -> None:
    first = held(cast, until=after(30))
    with pytest.raises(IntegrityError, match="once_at_a_time"), transaction.atomic():
        held(cast, on=after(29))
    first.ended_on, first.because = after(10), "Not so."
    first.save()
    assert held(cast, on=after(10)).pk


def test_the_database_keeps_a_dissent_with_the_child(cast: Cast) -> None:
    answer = held(cast)
    with (
        pytest.raises(IntegrityError, match="dissent_of_the_same_child"),
        transaction.atomic(),
    ):
        Dissent.objects.create(
            child=cast.tomas,
            answer=answer,
            dissented_on=DAY,
            dissented_by=cast.iro,
            reason="No.",
        )
