"""Which children a meeting should look at, by rules: each with the reasons, the weightiest first.

The rules are those by which such groups work: whom they carried over; who is new to them since they
last met; who is past a limit of a pathway; whose plan they look at again; who passes a limit before
they meet again with nothing booked in time; who has no agreed plan after the second review, no
second plan, or a home that nobody approved or registered; whose planning the reviewing officer
judged off track at a mid-point; and for whom permanence was achieved.
A child stands in the first of these parts that she belongs to, with every reason. Checks that come
round by themselves (visits, health, reviews) are the tracker's, and put nobody on an agenda; nor do
waits with which the group sent the child back to the supervision of her team.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import QuerySet

from casetrack.models import CarePeriod, Child, CourtOrder, OrderKind
from casetrack.words import ordinal
from oversight.clocks.registry import CLOCKS
from oversight.coming import Asked, coming
from oversight.models.states import PAST
from oversight.pathways.registry import PATHWAYS
from oversight.waits import Wait, by_child, running, with_answers
from permanence.actions.agendas import Choice
from permanence.actions.held import NO_TIME
from permanence.models import (
    Answered,
    Decision,
    DecisionKind,
    Finding,
    Judgement,
    Meeting,
    MidPoint,
    Part,
    PermanencePlan,
    Question,
    Rank,
    Route,
)
from placements.models import ApprovedAs, CarerApproval, Placement

USUAL_GAP = timedelta(days=31)
"""How far a first meeting looks back, and a last one ahead: groups meet monthly."""

NO_PLAN = ("plan-by-second-review",)
NO_CONTINGENCY = ("no-contingency",)
UNAPPROVED = (
    "unregistered-home",
    "unregistered-supported",
    "under-sixteen-unsuitable",
    "carers-not-approved",
    "temporary-approval-expired",
)
OF_PATHWAYS = tuple(dict.fromkeys(code for pathway in PATHWAYS.values() for code in pathway.clocks))
OWN_PART = {
    **dict.fromkeys(NO_PLAN, Part.NO_PLAN),
    **dict.fromkeys(NO_CONTINGENCY, Part.NO_CONTINGENCY),
    **dict.fromkeys(UNAPPROVED, Part.UNAPPROVED),
}
NEW = {
    "care-order": "care order made",
    "adoption-plan": "adoption is the plan",
    "with-parents": "came to live with parents",
    "connected": "relatives or friends approved as carers",
}
OFF_TRACK = {"off-track": "the reviewing officer judges it off track"}
ACHIEVED = {"achieved": "permanence achieved"}
CARRIED = {
    "carried-no-time": "carried over: there was no time",
    "carried": "carried over: the group decided so",
}
LOOKED_AT_AGAIN = {
    Question.ROUTE: ("the route", "no answer to why this route"),
    Question.CONTINGENCY: ("the contingency plan", "no contingency plan"),
    Question.NEXT_STEP: ("the next step", "no next step with a day and an owner"),
    Question.CHILD_SAYS: ("what the child says", "nothing of what the child says"),
    Question.DRIFT: ("what would stop the drift", "nothing that would stop the drift"),
}
"""By question: what is looked at again, and what was lacking where nothing answered it."""
AGAIN = {
    f"again-{question}{lacking}": f"to be looked at again: {words}"
    for question, pair in LOOKED_AT_AGAIN.items()
    for lacking, words in zip(("", "-lacking"), pair, strict=True)
}
ORDER = [part.value for part in Part]


@dataclass(frozen=True)
class Reason:
    """Why a child should be looked at: the part it puts her in, a code, and its weight there."""

    part: Part
    code: str
    weight: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Candidate:
    """A child (id) with her reasons, in the order of the agenda."""

    child: int
    reasons: tuple[Reason, ...]

    @property
    def key(self) -> tuple[Any, ...]:
        first = self.reasons[0]
        return (ORDER.index(first.part), first.weight, -len(self.reasons), self.child)

    @property
    def choice(self) -> Choice:
        codes = tuple(dict.fromkeys(reason.code for reason in self.reasons))
        return Choice(self.child, self.reasons[0].part, codes)


def candidates(meeting: Meeting, children: QuerySet[Child], today: date) -> list[Candidate]:
    """Those of these children whom a rule chooses, as known today: the same few questions always.

    `children` are those of the group's authority that the reader reaches.
    """
    found: dict[int, dict[Reason, None]] = defaultdict(dict)
    sent_back = _sent_back(meeting, children)
    between = Between(meeting, last_time(meeting), today, next_time(meeting), sent_back)
    for rule in RULES:
        for child, reason in rule(children, between):
            found[child][reason] = None
    chosen = (
        Candidate(child, tuple(sorted(reasons, key=_by_weight))) for child, reasons in found.items()
    )
    return sorted(chosen, key=lambda each: each.key)


def _by_weight(reason: Reason) -> tuple[Any, ...]:
    """Reasons that weigh the same stay in the order of the rules."""
    return (ORDER.index(reason.part), reason.weight)


def fitting(meeting: Meeting, found: list[Candidate]) -> list[Candidate]:
    """As many of them, in order, as the meeting has time for beside who stands on it already."""
    items = list(meeting.items.all())
    on_it = {item.child_id for item in items}
    left = meeting.minutes - sum(item.minutes for item in items)
    room = max(0, left // meeting.series.minutes_a_child)
    return [each for each in found if each.child not in on_it][:room]


def last_time(meeting: Meeting) -> date:
    """The day on which the group met before."""
    before = meeting.before
    return before.held_on if before else meeting.held_on - USUAL_GAP


def next_time(meeting: Meeting) -> date:
    """The day on which the group meets again."""
    after = meeting.after
    return after.held_on if after else meeting.held_on + USUAL_GAP


@dataclass(frozen=True)
class Between:
    """A meeting, with the day on which the group last met, the day as at which it is asked, that on
    which it meets again, and when it last sent each child back to her team.
    """

    meeting: Meeting
    last: date
    today: date
    next: date
    sent_back: Mapping[int, date]


Found = Iterator[tuple[int, Reason]]
Rule = Callable[[QuerySet[Child], Between], Found]


def _carried(children: QuerySet[Child], between: Between) -> Found:
    """Whom the group carried over when it last met, in the order of that agenda."""
    decided = _decided(between.meeting, children, DecisionKind.CARRY)
    last = decided.filter(meeting__held_on=between.last, meeting__put_off_because="")
    for child, reason, place in last.values_list("child", "reason", "item__place"):
        code = "carried-no-time" if reason == NO_TIME else "carried"
        yield child, Reason(Part.CARRIED, code, (place or 0,))


def _recheck(children: QuerySet[Child], between: Between) -> Found:
    """Of whose plan the group found something that it looks at again by this meeting, and has not
    since.
    """
    of_group = {"item__meeting__series": between.meeting.series_id}
    found = Finding.objects.filter(child__in=_in_care(children, between.today), **of_group)
    newest = found.order_by("child", "question", "-found_on", "-pk").distinct("child", "question")
    for each in newest:
        if each.recheck_on and each.recheck_on <= between.meeting.held_on:
            lacking = "-lacking" if each.answered == Answered.NOT else ""
            weight = (each.recheck_on, Question.values.index(each.question))
            yield each.child_id, Reason(Part.RECHECK, f"again-{each.question}{lacking}", weight)


def _off_track(children: QuerySet[Child], between: Between) -> Found:
    """Whom the reviewing officer judged off track since the group last met, and not better since;
    nobody whom it sent back to her team knowing of it.
    """
    held = MidPoint.objects.filter(
        child__in=_in_care(children, between.today), held_on__lte=between.today
    )
    newest = held.order_by("child", "-held_on", "-pk").distinct("child")
    for each in newest.only("child_id", "held_on", "judgement"):
        new = between.last <= each.held_on > between.sent_back.get(each.child_id, date.min)
        if new and each.judgement == Judgement.OFF_TRACK:
            weight = (each.held_on, len(Question.values))
            yield each.child_id, Reason(Part.RECHECK, "off-track", weight)


def new_to_the_group(children: QuerySet[Child], between: Between) -> Found:
    """Who has become one of the group's children since it last met."""
    since, today = between.last, between.today
    own: dict[str, Any] = {"child__in": _in_care(children, today)}
    begun = {"starts_on__gte": since, "starts_on__lte": today}
    orders = CourtOrder.objects.filter(kind=OrderKind.CARE, made_on__range=(since, today), **own)
    plans = PermanencePlan.objects.filter(route=Route.ADOPTION, rank=Rank.PRIMARY, **begun, **own)
    homes = Placement.objects.filter(type="P1", **begun, **own)
    carers = CarerApproval.objects.filter(kind=ApprovedAs.TEMPORARY, **begun, **own)
    facts = {"care-order": orders, "adoption-plan": plans, "with-parents": homes}
    for code, those in {**facts, "connected": carers}.items():
        for child in those.values_list("child", flat=True):
            yield child, Reason(Part.NEW, code)


def _late(children: QuerySet[Child], between: Between) -> Found:
    """Who is past a limit: the pathways in the order in which they are looked at, then the days."""
    codes = {*OF_PATHWAYS, *OWN_PART}
    rows = running(between.today).filter(child__in=children, clock__in=codes, state__in=PAST)
    for wait in map(Wait, rows):
        code = wait.row.clock
        if _known_then(wait, between):
            continue
        part = OWN_PART.get(code, Part.LATE)
        place = OF_PATHWAYS.index(code) if code in OF_PATHWAYS else len(OF_PATHWAYS)
        yield wait.row.child_id, Reason(part, code, (place, wait.days_left))


def _near(children: QuerySet[Child], between: Between) -> Found:
    """Who passes a limit before the group meets again, where nothing is booked in time."""
    if between.next <= between.today:
        return
    found = coming(children, Asked(day=between.today, meeting=between.next), most=None)
    for each in found.rows:
        code = each.wait.row.clock
        if code in OF_PATHWAYS and not each.in_time and not _known_then(each.wait, between):
            yield each.child.pk, Reason(Part.NEAR, code, (each.wait.days_left,))


def _achieved(children: QuerySet[Child], between: Between) -> Found:
    """For whom permanence was achieved since the group last met: they leave its list."""
    achieved = PermanencePlan.objects.filter(
        child__in=children, achieved_on__gte=between.last, achieved_on__lte=between.today
    )
    for child, day in achieved.values_list("child", "achieved_on"):
        yield child, Reason(Part.ACHIEVED, "achieved", (day,))


RULES: tuple[Rule, ...] = (
    _carried,
    new_to_the_group,
    _late,
    _recheck,
    _off_track,
    _near,
    _achieved,
)


def _in_care(children: QuerySet[Child], day: date) -> QuerySet[Child]:
    return children.filter(pk__in=CarePeriod.objects.on(day).values("child"))


def _decided(meeting: Meeting, children: QuerySet[Child], kind: str) -> QuerySet[Decision]:
    """What the group decided for them of this kind, and did not undo."""
    of_group = Decision.objects.standing().filter(series=meeting.series_id, kind=kind)
    return of_group.filter(child__in=children)


def _sent_back(meeting: Meeting, children: QuerySet[Child]) -> dict[int, date]:
    """By child, when the group last sent her back to the supervision of her team."""
    decided = _decided(meeting, children, DecisionKind.BACK).order_by("decided_on")
    return dict(decided.values_list("child", "decided_on"))


def _known_then(wait: Wait, between: Between) -> bool:
    """Whether the wait was past its limit, or came to it that day, when the group sent the child
    back: it decided in spite of it.
    """
    due_on, day = wait.row.due_on, between.sent_back.get(wait.row.child_id)
    return due_on is not None and day is not None and due_on <= day


def reason_words(because: Iterable[str], waits: Iterable[Wait] = ()) -> list[str]:
    """Why a child stands on an agenda, in words: her waits with how they stand on their day.

    What waits no longer runs is said by its title, and a clock that is gone by its code.
    """
    known = {**CARRIED, **AGAIN, **OFF_TRACK, **NEW, **ACHIEVED}
    known |= {code: clock.title for code, clock in CLOCKS.items()}
    known |= {wait.row.clock: wait.sentence for wait in sorted(waits, key=_least_serious)}
    return [known.get(code, code) for code in because]


def again_words(meetings: int) -> list[str]:
    """For the 3rd meeting running; nothing where the child stands there for the first time."""
    return [f"for the {ordinal(meetings)} meeting running"] if meetings > 1 else []


def _least_serious(wait: Wait) -> tuple[Any, ...]:
    """So that of several waits of one clock the most serious is said."""
    return tuple(-part for part in wait.key[:3])


def reasons_of(items: Collection[tuple[int, Iterable[str]]], today: date) -> dict[int, list[str]]:
    """By child, `reason_words` of her reasons as they stand today: one query for all of them."""
    codes = {code for _, because in items for code in because if code in CLOCKS}
    children = [child for child, _ in items]
    rows = with_answers(running(today).filter(child__in=children, clock__in=codes))
    waits = by_child(rows) if codes else {}
    return {child: reason_words(because, waits.get(child, ())) for child, because in items}
