"""What is recorded beside each question of a mid-point, and the answer that it suggests.

An answer is suggested only where the facts decide it. It says that it is suggested and is the
officer's to change, and how it stands in all is judged by nobody but the officer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from casetrack import words
from oversight.child_record import ChildRecord
from oversight.clocks.clock import Group, Kind
from oversight.meetings.child_page import LIMIT_IS, LOOKED_AT, limit_words
from oversight.models import ClockRow, State
from oversight.pathways.next_step import NextStep, open_steps_of
from oversight.since_review import Decided, SinceReview, Visits, since_review
from oversight.waits import Wait
from permanence.models import InOrder, MidPoint, MidPointDraft, PermanencePlan, Route
from placements.models import OrderQuestion

CARE_ORDERS = ("C1", "C2")
WITH_PARENTS = "P1"
LATELY = timedelta(days=14)
"""An answer of so long before stands for the mid-point as well, as its clock has it."""
LONGEST = 300
"""So many characters the words of an answer may have."""
WEEKS_FROM = 14
"""From so many days on, what is left of an approval is said in weeks."""


@dataclass(frozen=True)
class Fact:
    """Something recorded, in a line, with what a reader must know about it."""

    words: str
    small: str = ""


@dataclass(frozen=True)
class Beside:
    """What bears on one question; `answer` and `words` where that decides it."""

    facts: list[Fact]
    answer: str = ""
    words: str = ""

    @property
    def suggests(self) -> str:
        """yes, partly, no; empty where the facts do not decide it."""
        return InOrder(self.answer).label if self.answer else ""


@dataclass(frozen=True)
class Special:
    """What is looked at for some children only, such as the weeks left of an approval."""

    title: str
    facts: list[Fact]
    note: str = ""


@dataclass(frozen=True)
class Looking:
    """Everything that stands on the page of a mid-point beside its questions."""

    record: ChildRecord
    since: SinceReview | None
    beside: dict[str, Beside]
    special: list[Special]
    asks_order: bool
    """Whether the child is at home under a care order of which nobody has asked lately whether it
    is still needed."""
    earlier: MidPoint | None
    """The last one since the review, whoever held it."""

    @property
    def window(self) -> Wait | None:
        """The wait for it, from the day from which it is time to look to the last of its days."""
        return next((wait for wait in self.record.waits if wait.row.clock == "mid-point"), None)

    @property
    def when(self) -> str:
        """To be held between 24 June 2026 and 24 July 2026."""
        if self.window is None:
            return ""
        row = self.window.row
        return f"To be held between {words.long_day(row.warn_on)} and {words.long_day(row.due_on)}"

    @property
    def booked_on(self) -> date | None:
        return self.since.review.mid_point_planned_on if self.since else None


def looking(record: ChildRecord) -> Looking:
    """In a few questions, and one or two more for a child at home or matched."""
    since = since_review(record)
    at_home = _under_an_order_at_home(record)
    asked = _last_asked(record) if at_home else None
    return Looking(
        record=record,
        since=since,
        beside={
            "plan_right": _plan(record),
            "actions_done": _decisions(since),
            "child_heard": _heard(record, since),
            "moving": _moving(record),
            "second_plan": _second_plan(record),
        },
        special=[*_order(at_home, asked), *_approval(record), *_adoption(record)],
        asks_order=at_home and (asked is None or asked.asked_on < record.day - LATELY),
        earlier=_earlier(record, since),
    )


def recorded_meanwhile(earlier: MidPoint | None, draft: MidPointDraft | None) -> bool:
    """Whether that mid-point was recorded after somebody began to type another."""
    if earlier is None or draft is None:
        return False
    events = MidPoint.pgh_event_model.objects.filter(pgh_obj_id=earlier.pk, pgh_label="insert")
    return bool(events.filter(pgh_created_at__gt=draft.begun_at).exists())


def _plan(record: ChildRecord) -> Beside:
    """Whether it is right for the child no fact decides; only that there is none, or it is not
    ratified.
    """
    plan = record.plan_now
    if plan is None:
        said = "No agreed plan is recorded."
        return Beside([Fact("No agreed plan is recorded")], InOrder.NO, said)
    facts = [_said(plan), _step(next(iter(_steps(plan, record)), None))]
    if plan.ratified_on is None:
        return Beside(facts, InOrder.PARTLY, "The plan is not ratified yet.")
    return Beside(facts)


def _said(plan: PermanencePlan) -> Fact:
    ratified = f"ratified {words.short_day(plan.ratified_on)}" if plan.ratified_on else ""
    since = f"since {words.since(plan.starts_on, plan.start_known)}"
    return Fact(f"{Route(plan.route).label}, {since}", ratified or "not ratified yet")


def _steps(plan: PermanencePlan, record: ChildRecord) -> list[NextStep]:
    return open_steps_of({plan.pk: plan}, {record.child.pk: record.day}).get(record.child.pk, [])


def _step(step: NextStep | None) -> Fact:
    if step is None:
        return Fact("No next step is planned")
    return Fact(f"Next: {words.uncapital(step.title)}", f"{step.when} · {step.owner}")


def _decisions(since: SinceReview | None) -> Beside:
    """In time while none of them is late; what was written as words alone cannot be counted."""
    if since is None:
        return Beside([Fact("No review is recorded")])
    decided = since.decided
    if not decided:
        said = since.review.decisions
        return Beside([Fact(words.sentence(said)) if said else Fact("No decision is recorded")])
    done = sum(each.done for each in decided)
    late = [each for each in decided if each.late]
    over = f", {len(late)} late" if late else ""
    facts = [Fact(f"{done} of {words.count(len(decided), 'decision')} done{over}")]
    if not late:
        return Beside(facts, InOrder.YES)
    answer = InOrder.PARTLY if len(late) < len(decided) else InOrder.NO
    return Beside(facts, answer, _clipped("Late", (_late(each) for each in late)))


def _late(decided: Decided) -> str:
    return f"{decided.action.text.rstrip('. ')} ({decided.action.owner.name}, {decided.tag})"


def _heard(record: ChildRecord, since: SinceReview | None) -> Beside:
    """By the visits since the review; that there was none says nothing while none is late."""
    visits = since.visits if since else Visits()
    waits = [wait for wait in record.waits if wait.row.clock.startswith("visit-")]
    own = record.voice
    voice = f"Own words last recorded on {words.long_day(own.said_on)}" if own else NO_WORDS
    facts = [Fact(visits.words), Fact(voice), *map(_wait, waits)]
    late = [wait.sentence for wait in waits if wait.past]
    if late:
        answer = InOrder.PARTLY if visits.seen else InOrder.NO
        return Beside(facts, answer, _clipped("Late", late))
    if visits.seen == 0:
        return Beside(facts)
    if visits.alone == 0:
        return Beside(facts, InOrder.PARTLY, "Not seen alone since the review.")
    return Beside(facts, InOrder.YES)


NO_WORDS = "No words of the child’s own that may be shown are recorded"


def _moving(record: ChildRecord) -> Beside:
    """By the waits of pathways and those for plans that stand still. Past a limit that is this
    product's own, or with the delay justified, it is partly so.
    """
    waits = [wait for wait in record.waits if wait.serious and _of_the_planning(wait)]
    facts = [_wait(wait) for wait in waits] or [Fact("No limit is near or past")]
    late = [wait for wait in waits if wait.past]
    if not late:
        return Beside(facts, InOrder.YES)
    drifts = any(wait.state == State.RED and wait.clock.kind != Kind.PROPOSED for wait in late)
    answer = InOrder.NO if drifts else InOrder.PARTLY
    return Beside(facts, answer, _clipped("", (wait.sentence for wait in late)))


def _of_the_planning(wait: Wait) -> bool:
    standing = wait.clock.group == Group.DRIFT and wait.row.clock != "agreed-action"
    return standing or wait.row.clock in LOOKED_AT


def _wait(wait: Wait) -> Fact:
    return Fact(wait.sentence, f"{wait.arithmetic} · {LIMIT_IS[wait.clock.kind]}")


def _second_plan(record: ChildRecord) -> Beside:
    plan = record.contingency_now
    if plan is None:
        said = "No second plan is recorded."
        return Beside([Fact("No second plan is recorded")], InOrder.NO, said)
    return Beside([_said(plan)], InOrder.YES)


def _under_an_order_at_home(record: ChildRecord) -> bool:
    home, legal = record.home_now, record.legal_now
    at_home = home is not None and home.type == WITH_PARENTS
    return at_home and legal is not None and legal.code in CARE_ORDERS


def _last_asked(record: ChildRecord) -> OrderQuestion | None:
    asked = OrderQuestion.objects.filter(child=record.child, asked_on__lte=record.day)
    return asked.order_by("asked_on").last()


def _order(at_home: bool, asked: OrderQuestion | None) -> list[Special]:
    if not at_home:
        return []
    if asked is None:
        return [Special("The care order", [Fact("It was never asked whether it is still needed")])]
    answer = f"Asked on {words.long_day(asked.asked_on)}: {asked.get_answer_display()}"
    return [Special("The care order", [Fact(answer, words.sentence(asked.reason))])]


def _approval(record: ChildRecord) -> list[Special]:
    waits = [wait for wait in record.waits if wait.row.clock in APPROVALS]
    return [
        Special("Temporary approval of the carers", [Fact(_left(wait), limit_words(wait))])
        for wait in waits
    ]


APPROVALS = ("temporary-approval", "temporary-approval-expired")


def _left(wait: Wait) -> str:
    """5 weeks left: it ends on 3 July 2026; it has run out."""
    due_on = wait.row.due_on
    if wait.row.clock == "temporary-approval-expired" or wait.past:
        return f"It has run out: {wait.tag}"
    left = (due_on - wait.on_day).days
    said = words.count(left // 7, "week") if left >= WEEKS_FROM else words.count(left, "day")
    return f"{said} left: it ends on {words.long_day(due_on)}"


def _adoption(record: ChildRecord) -> list[Special]:
    """The days since the placement order while no match is made, and those it took."""
    waits = [wait for wait in record.waits if wait.row.clock in TO_A_FAMILY]
    facts = [_family(wait) for wait in waits]
    if record.matches:
        facts = [*_matched(record), *facts]
    note = AVERAGE if any(wait.row.clock == ORDER_TO_MATCH for wait in waits) else ""
    return [Special("Adoption", facts, note)] if facts else []


def _family(wait: Wait) -> Fact:
    """303 days under a placement order without a match."""
    limit = f"{wait.tag} · {limit_words(wait)}"
    if wait.row.clock != ORDER_TO_MATCH:
        return Fact(wait.sentence, limit)
    known = "" if wait.row.start_known else "at least "
    waited = words.count((wait.on_day - wait.row.started_on).days, "day")
    return Fact(f"{known}{waited} under a placement order without a match".capitalize(), limit)


ORDER_TO_MATCH = "placement-order-to-match"
TO_A_FAMILY = (ORDER_TO_MATCH, "match-to-placed")
AVERAGE = (
    "121 days is what the national scorecard asks of the average of many children. No law sets it "
    "for one child."
)


def _matched(record: ChildRecord) -> list[Fact]:
    rows = ClockRow.objects.filter(
        child=record.child, clock=ORDER_TO_MATCH, stopped_by="match", stopped_on__lte=record.day
    )
    row = rows.order_by("stopped_on").last()
    if row is None or row.stopped_on is None:
        return []
    days = words.count((row.stopped_on - row.started_on).days, "day")
    known = "" if row.start_known else "at least "
    on = words.long_day(row.stopped_on)
    return [Fact(f"Matched on {on}, {known}{days} after the placement order")]


def _earlier(record: ChildRecord, since: SinceReview | None) -> MidPoint | None:
    held = MidPoint.objects.filter(child=record.child, held_on__lte=record.day)
    if since is not None:
        held = held.filter(held_on__gt=since.review.held_on)
    return held.select_related("held_by").order_by("held_on", "pk").last()


def _clipped(before: str, said: Iterable[str]) -> str:
    """What is late in one sentence, as long as an answer may be."""
    listed = "; ".join(said)
    whole = words.sentence(f"{before}: {listed}" if before else listed)
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1]}…"
