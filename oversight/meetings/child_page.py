"""What a group sees of a child in its meeting, on one page: in the pack, and on the screen.

It is asked for all children of an agenda at once. How many questions that takes depends on the
steps of their plans, never on how many children there are.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casetrack import living, words
from casetrack.models import Allocation, AllocationRole, CarePeriod, Child, LegalStatus
from casetrack.models.codes import LEGAL_STATUS
from casetrack.models.siblings import SiblingDecision
from oversight.clocks.clock import Kind
from oversight.homes import home_words
from oversight.meetings.agenda import OF_PATHWAYS, OWN_PART, again_words, reason_words
from oversight.meetings.last_decided import last_decided
from oversight.pathways.next_step import NextStep, open_steps_of
from oversight.queue_row import Stay, stay_on
from oversight.waits import Wait, by_child, running, with_answers
from permanence.actions import escalations
from permanence.models import (
    AgendaItem,
    AgendaUpdate,
    AgreedAction,
    ChildsWords,
    Decision,
    Meeting,
    PermanencePlan,
    Rank,
)
from permanence.voice import latest_words
from placements.models import Placement

# The checks that come round by themselves are the tracker's; a group looks at these.
LOOKED_AT = (*OF_PATHWAYS, *OWN_PART)
LIMIT_IS = {
    Kind.STATUTORY: "law",
    Kind.GUIDANCE: "guidance",
    Kind.NATIONAL_TARGET: "target",
    Kind.LOCAL: "local",
    Kind.PROPOSED: "proposed",
}


@dataclass(frozen=True)
class Sibling:
    """A brother or sister whom the reader reaches, with where they live."""

    child: Child
    age: str
    lives: str
    together: bool


@dataclass(frozen=True)
class ChildPage:
    """A child on an agenda as at `day`, the last that the authority knows of."""

    item: AgendaItem
    day: date
    voice: ChildsWords | None
    plan: PermanencePlan | None
    contingency: PermanencePlan | None
    care: CarePeriod | None
    legal: LegalStatus | None
    home: Placement | None
    stay: Stay | None
    worker: str
    officer: str
    family: list[Sibling]
    decided: SiblingDecision | None
    waits: list[Wait]
    step: NextStep | None
    actions: list[AgreedAction]
    reasons: list[str]
    last_decided: list[Decision]

    @property
    def update(self) -> AgendaUpdate | None:
        """What her social worker sent for this meeting."""
        written: AgendaUpdate | None = getattr(self.item, "update", None)
        return written if written and written.sent_at else None

    @property
    def child(self) -> Child:
        child: Child = self.item.child
        return child

    @property
    def age(self) -> str:
        return words.age(self.child.born_on, self.day)

    @property
    def in_care(self) -> str:
        """Since 3 Mar 2025, 1 y 3 m."""
        if self.care is None:
            return "not in care"
        since = words.since(self.care.starts_on, self.care.start_known)
        return f"since {since}, {words.briefly(self.care.starts_on, self.day)}"

    @property
    def legal_words(self) -> str:
        if self.legal is None:
            return "not known"
        since = words.since(self.legal.starts_on, self.legal.start_known)
        return f"{LEGAL_STATUS.label(self.legal.code)}, since {since}"

    @property
    def home_words(self) -> str:
        """Foster home, in-house, since 3 Mar 2025: the 2nd home in care.

        A temporary stay is said with its own first day, and no home is counted by it.
        """
        if self.home is None:
            return "no home recorded"
        kind = home_words(self.home.type, self.home.provider)
        stay = None if self.home.type.startswith("T") else self.stay
        start = stay.since if stay else self.home.starts_on
        known = stay.known if stay else self.home.start_known
        number = f": the {words.ordinal(stay.number)} home in care" if stay else ""
        return f"{kind}, since {words.since(start, known)}{number}"

    @property
    def together(self) -> str:
        """What was decided of brothers and sisters, and when."""
        if self.decided is None:
            return "Whether they are to live together is not decided."
        day = words.long_day(self.decided.decided_on)
        return f"They are to live {self.decided.get_decision_display()}, decided on {day}."


def limit_words(wait: Wait) -> str:
    """121 days (target); none (proposed)."""
    return f"{wait.limit_words} ({LIMIT_IS[wait.clock.kind]})"


def pages(meeting: Meeting, reached: QuerySet[Child], today: date) -> list[ChildPage]:
    """A page of each child on the agenda whom the reader reaches, in the order of the agenda."""
    day = meeting.series.authority.known_day(today)
    on_it = meeting.items.filter(child__in=reached)
    items = list(on_it.select_related("child", "added_by", "update__sent_by"))
    ids = [item.child_id for item in items]
    codes = {*LOOKED_AT, *(code for item in items for code in item.because)}
    waits = by_child(with_answers(running(today).filter(child__in=ids, clock__in=codes)))
    voices = latest_words(ids, day)
    plans = _newest(PermanencePlan.objects.on(day).filter(child__in=ids), "rank")
    care = _newest(CarePeriod.objects.on(day).filter(child__in=ids))
    legal = _newest(LegalStatus.objects.on(day).filter(child__in=ids))
    held = Allocation.objects.on(day).filter(child__in=ids).select_related("worker")
    workers = _newest(held, "role")
    homes = _listed(
        Placement.objects.filter(child__in=ids, starts_on__lte=day).order_by("starts_on")
    )
    steps = open_steps_of(
        {plan.pk: plan for (_, rank), plan in plans.items() if rank == Rank.PRIMARY},
        dict.fromkeys(ids, day),
    )
    actions = _listed(_to_do(ids, day))
    families = _families([item.child for item in items], reached, day)
    last = last_decided(meeting, ids)
    decided = _newest(
        SiblingDecision.objects.filter(child__in=ids, decided_on__lte=day).order_by("decided_on")
    )
    meetings = escalations.running(items)
    return [
        ChildPage(
            item=item,
            day=day,
            voice=voices.get(item.child_id),
            plan=plans.get((item.child_id, Rank.PRIMARY)),
            contingency=plans.get((item.child_id, Rank.CONTINGENCY)),
            care=care.get(item.child_id),
            legal=legal.get(item.child_id),
            home=next((each for each in lived if each.holds_on(day)), None),
            stay=_stay(lived, care.get(item.child_id), day),
            worker=_name(workers.get((item.child_id, AllocationRole.SOCIAL_WORKER))),
            officer=_name(workers.get((item.child_id, AllocationRole.IRO))),
            family=families[item.child_id],
            decided=decided.get(item.child_id),
            waits=[each for each in waits.get(item.child_id, []) if each.row.clock in LOOKED_AT],
            step=next(iter(steps.get(item.child_id, [])), None),
            actions=actions.get(item.child_id, []),
            reasons=[
                *reason_words(item.because, waits.get(item.child_id, ())),
                *again_words(meetings[item.pk]),
            ],
            last_decided=last.get(item.child_id, []),
        )
        for item in items
        for lived in [homes.get(item.child_id, [])]
    ]


def _newest(facts: Iterable[Any], field: str = "") -> dict[Any, Any]:
    """By child, or by child and `field` of the fact: the last of these facts."""
    return {
        (fact.child_id, getattr(fact, field)) if field else fact.child_id: fact for fact in facts
    }


def _listed(facts: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for fact in facts:
        found.setdefault(fact.child_id, []).append(fact)
    return found


def _to_do(children: Collection[int], day: date) -> QuerySet[AgreedAction]:
    """What was agreed up to the day and not done then, the nearest first."""
    agreed = AgreedAction.objects.filter(child__in=children, agreed_on__lte=day)
    undone = agreed.filter(Q(done_on=None) | Q(done_on__gt=day))
    return undone.select_related("owner").order_by("due_on", "pk")


def _stay(lived: Iterable[Placement], care: CarePeriod | None, day: date) -> Stay | None:
    return stay_on(lived, care.starts_on, day) if care else None


def _name(held: Allocation | None) -> str:
    return held.worker.name if held else "none recorded"


def _families(
    children: Collection[Child], reached: QuerySet[Child], day: date
) -> dict[int, list[Sibling]]:
    """By child, the brothers and sisters whom the reader reaches, the eldest first."""
    groups = {child.siblings_id for child in children} - {None}
    found = list(reached.filter(siblings__in=groups).order_by("born_on", "reference"))
    lives = living.lives([each.pk for each in (*children, *found)], day)
    return {
        child.pk: [
            _sibling(each, lives, child, day)
            for each in found
            if each.siblings_id == child.siblings_id and each.pk != child.pk
        ]
        for child in children
    }


def _sibling(each: Child, lives: Any, child: Child, day: date) -> Sibling:
    own, home = lives.get(child.pk), lives.get(each.pk)
    together = own is not None and own.together(home)
    said = home.words if home else "no home recorded"
    return Sibling(each, words.age(each.born_on, day), said, together)
