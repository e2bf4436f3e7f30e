"""What the group of a demo authority decides for a child, and finds of her plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from random import Random
from typing import Any
from uuid import uuid4

from adoption.models import AdoptionLink
from casetrack.models import Allocation, AllocationRole, Worker
from oversight.actions import cohorts, justify
from oversight.clocks.clock import Group
from oversight.clocks.registry import CLOCKS
from oversight.demo.group import People
from oversight.demo.words import FOUND, REASONS, TEXTS
from oversight.models import Answer, Cause, Cohort
from permanence.actions.decisions import Typed
from permanence.models import (
    TO_DO,
    AgendaItem,
    Answered,
    DecisionKind,
    Finding,
    Level,
    Part,
    PermanencePlan,
    Question,
    Rank,
    Route,
)
from permanence.voice import latest_words
from placements.models import Placement

K = DecisionKind
OF_A_PART = {
    Part.NEW: (K.ENDORSE, K.CONTINGENCY),
    Part.NO_PLAN: (K.REVIEW, K.REFER, K.ESCALATE),
    Part.NO_CONTINGENCY: (K.CONTINGENCY, K.REFER, K.ESCALATE),
    Part.UNAPPROVED: (K.ADVICE, K.ACTION, K.ESCALATE),
    Part.ACHIEVED: (K.BACK, K.NOTED),
}
OF_A_GROUP = {
    Group.ADOPTION: (K.MATCH, K.FINDING, K.JUSTIFY, K.ESCALATE),
    Group.PARENTS: (K.DISCHARGE, K.ADVICE, K.JUSTIFY, K.ESCALATE),
    Group.APPROVALS: (K.GUARDIANSHIP, K.ACTION, K.ESCALATE),
    Group.GUARDIANSHIP: (K.GUARDIANSHIP, K.JUSTIFY, K.ADVICE),
    Group.COURT: (K.JUSTIFY, K.ADVICE, K.REFER),
    Group.HOMES: (K.ACHIEVED, K.COHORT, K.REVIEW, K.ACTION),
    Group.DRIFT: (K.REVIEW, K.ESCALATE),
}
OF_A_ROUTE = {
    Route.HOME: Group.PARENTS,
    Route.ADOPTION: Group.ADOPTION,
    Route.SPECIAL_GUARDIANSHIP: Group.GUARDIANSHIP,
    Route.CHILD_ARRANGEMENTS: Group.GUARDIANSHIP,
    Route.CONNECTED: Group.APPROVALS,
    Route.LONG_TERM_FOSTERING: Group.HOMES,
}
OTHERWISE = (K.ACTION, K.ENDORSE, K.REFER)
"""By the part of the agenda, or the group of the wait or of the child's route: the first time, the
second, and so on.
"""

LASTING_HOMES = ("U1", "U4")
DUE_IN = (14, 21, 28, 42)
JUSTIFIED_FOR = (35, 56, 84)
LOOKED_AT_AGAIN = timedelta(weeks=8)
ASKED_LATELY = timedelta(days=150)
SECOND = 0.25
"""The share of the children for whom an action is agreed beside what was decided first."""
PARTLY = 0.3


@dataclass
class Case:
    """A child on an agenda, as her record stands on the day of the meeting."""

    item: AgendaItem
    people: People
    before: int
    """At how many meetings she stood before."""

    @cached_property
    def chance(self) -> Random:
        return Random(f"{self.item.child.reference} {self.day}")

    @property
    def day(self) -> date:
        return self.item.meeting.held_on

    @cached_property
    def plans(self) -> dict[str, PermanencePlan]:
        held = PermanencePlan.objects.on(self.day).filter(child=self.item.child_id)
        return {plan.rank: plan for plan in held}

    @cached_property
    def workers(self) -> dict[str, Worker]:
        held = Allocation.objects.on(self.day).filter(child=self.item.child_id)
        return {each.role: each.worker for each in held.select_related("worker")}

    def decisions(self) -> Iterator[Typed]:
        kinds = self._kinds()
        at = self.before + self.chance.randrange(2)
        yield self._first([*kinds[at:], *kinds[:at]])
        if self.chance.random() < SECOND:
            yield self.action()

    def action(self) -> Typed:
        return self._first([K.ACTION])

    def findings(self) -> Iterator[Finding]:
        """On all questions of a plan that is new to the group, on two of another."""
        new = self.item.part == Part.NEW
        asked = list(Question) if new else self.chance.sample(list(Question), 2)
        for question in asked:
            answered = self._answered(question)
            yield Finding(
                child_id=self.item.child_id,
                item=self.item,
                plan=self.plans.get(Rank.PRIMARY),
                question=question,
                answered=answered,
                found=FOUND[question][answered],
                recheck_on=None if answered == Answered.WELL else self.day + LOOKED_AT_AGAIN,
                found_on=self.day,
                recorded_by=self.people.secretary,
            )

    def _kinds(self) -> list[DecisionKind]:
        """In the order in which they would be decided, if the child came again and again."""
        part = Part(self.item.part)
        groups = [CLOCKS[code].group for code in self.item.because if code in CLOCKS]
        if Rank.PRIMARY in self.plans:
            groups += [OF_A_ROUTE.get(Route(self.plans[Rank.PRIMARY].route), Group.WORKER)]
        kinds = next((OF_A_GROUP[group] for group in groups if group in OF_A_GROUP), OTHERWISE)
        return list(OF_A_PART.get(part, kinds))

    def _first(self, kinds: list[DecisionKind]) -> Typed:
        """The first of these that her record allows."""
        for kind in [*kinds, K.ACTION]:
            given = self._given(kind)
            if given is not None:
                return self._typed(kind, given)
        return self._typed(K.NOTED, {})

    def _typed(self, kind: DecisionKind, given: dict[str, Any]) -> Typed:
        text, reason = self.chance.choice(TEXTS[kind]), REASONS.get(kind, "")
        return Typed(uuid=uuid4(), kind=kind, text=text, reason=reason, **given)

    def _given(self, kind: DecisionKind) -> dict[str, Any] | None:
        """What a decision of this kind needs; None where the record does not have it."""
        if kind == K.MATCH and not self._linked():
            return None
        if kind == K.CONTINGENCY and Rank.CONTINGENCY in self.plans:
            return None
        if kind in TO_DO:
            return self._to_do(kind)
        needs = {
            K.ENDORSE: self._unendorsed,
            K.ACHIEVED: self._lasting,
            K.JUSTIFY: self._delayed,
            K.COHORT: self._cohort,
        }
        if kind == K.ESCALATE:
            return {"level": Level.SERVICE}
        return needs[kind]() if kind in needs else {}

    def _to_do(self, kind: DecisionKind) -> dict[str, Any] | None:
        role = AllocationRole.IRO if kind in (K.REVIEW, K.REFER) else AllocationRole.SOCIAL_WORKER
        owner = self.workers.get(role)
        due_on = self.day + timedelta(days=self.chance.choice(DUE_IN))
        return {"owner": owner, "due_on": due_on} if owner else None

    def _linked(self) -> bool:
        links = AdoptionLink.objects.filter(child=self.item.child_id, linked_on__lte=self.day)
        return links.exclude(ended_on__lte=self.day).exists()

    def _unendorsed(self) -> dict[str, Any] | None:
        plan = self.plans.get(Rank.PRIMARY)
        return {"plan": plan} if plan is not None and plan.endorsed_on is None else None

    def _lasting(self) -> dict[str, Any] | None:
        """A plan to stay in a long-term foster home in which the child lives, and which holds."""
        plan = self.plans.get(Rank.PRIMARY)
        if plan is None or plan.route != Route.LONG_TERM_FOSTERING or plan.ends_on is not None:
            return None
        if plan.ratified_on is None or plan.achieved_on is not None:
            return None
        homes = Placement.objects.on(self.day).filter(child=self.item.child_id)
        stays = homes.filter(type__in=LASTING_HOMES, ends_on=None).exists()
        return {"plan": plan} if stays else None

    def _delayed(self) -> dict[str, Any] | None:
        """The first of her late waits of which nobody has said anything."""
        for row, refusal in justify.to_ask(self.item.child_id, self.day):
            episode = {"clock": row.clock, "subject": row.subject, "started_on": row.started_on}
            said = Answer.objects.filter(child=self.item.child_id, **episode)
            if not refusal and not said.exists():
                return {
                    "wait": (row.clock, row.subject, row.started_on),
                    "cause": Cause.ASSESSMENT,
                    "until": self.day + timedelta(days=self.chance.choice(JUSTIFIED_FOR)),
                    "asked_by": self.people.manager,
                }
        return None

    def _cohort(self) -> dict[str, Any] | None:
        child, day = self.item.child, self.day
        running = Cohort.objects.filter(authority=child.authority_id, aim="lasting", ends_on=None)
        cohort = running.filter(starts_on__lte=day).first()
        free = cohort is not None and not cohorts.already_in(cohort, [child], day)
        return {"cohort": cohort} if free else None

    def _answered(self, question: Question) -> Answered:
        if question == Question.CONTINGENCY:
            return Answered.WELL if Rank.CONTINGENCY in self.plans else Answered.NOT
        if question == Question.CHILD_SAYS:
            words = latest_words([self.item.child_id], self.day).get(self.item.child_id)
            lately = words is not None and words.said_on >= self.day - ASKED_LATELY
            return Answered.WELL if lately else Answered.NOT
        if question == Question.ROUTE and Rank.PRIMARY not in self.plans:
            return Answered.NOT
        return Answered.PARTLY if self.chance.random() < PARTLY else Answered.WELL
