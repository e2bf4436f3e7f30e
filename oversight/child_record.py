"""Everything the child page shows, read once: the dated facts, and what is said of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from adoption.models import AdoptionDecision, Match
from casetrack import dates, words
from casetrack.access.visibility import ADOPTED
from casetrack.models import (
    Allocation,
    CarePeriod,
    Child,
    CourtOrder,
    ImportantPerson,
    LegalStatus,
    OrderKind,
    Worker,
)
from casetrack.models.codes import LEGAL_STATUS
from casetrack.record import reading, registry
from oversight.challenges import Raised, raised
from oversight.episodes import Episode
from oversight.homes import GROUP_OF, LIVES
from oversight.models import Answer, Dissent
from oversight.queue_row import Stay, stay_on
from oversight.said import Said
from oversight.waits import Wait, by_child, running, with_answers
from permanence.models import (
    AgreedAction,
    Challenge,
    ChallengeStage,
    ChildsWords,
    PermanencePlan,
    Rank,
    Review,
    Route,
)
from permanence.voice import newest_shared
from placements.models import Placement

REVIEWS_SHOWN = 8
# The facts that the page shows, and what dates each.
DATED: dict[Any, str] = {
    CarePeriod: "starts_on",
    LegalStatus: "starts_on",
    CourtOrder: "made_on",
    Allocation: "starts_on",
    Placement: "starts_on",
    PermanencePlan: "starts_on",
    Review: "held_on",
    AgreedAction: "agreed_on",
    Challenge: "raised_on",
    ChallengeStage: "began_on",
    AdoptionDecision: "decided_on",
    Match: "decided_on",
    ChildsWords: "said_on",
    Answer: "said_on",
    Dissent: "dissented_on",
    ImportantPerson: "starts_on",
}
# The people that the page names beside them.
NAMED = [
    AgreedAction._meta.get_field("owner"),
    Answer._meta.get_field("answered_by"),
    Answer._meta.get_field("asked_by"),
    Dissent._meta.get_field("dissented_by"),
    Worker._meta.get_field("team"),
]


@dataclass
class ChildRecord:
    """A child as at `day`, the last that the authority knows of on the day asked for."""

    child: Child
    asked: date
    family: Sequence[Child] = ()
    """The brothers and sisters whom the reader may see."""

    @cached_property
    def day(self) -> date:
        return self.child.authority.known_day(self.asked)

    @cached_property
    def facts(self) -> dict[Any, list[Any]]:
        """By model, the facts that had happened by the day, oldest first: two queries for all."""
        found: dict[Any, list[Any]] = {model: [] for model in DATED}
        for fact in reading.facts([self.child.pk], map(registry.of, DATED), beside=NAMED):
            if getattr(fact, DATED[type(fact)]) <= self.day:
                found[type(fact)].append(fact)
        for model, facts in found.items():
            facts.sort(key=lambda fact: (getattr(fact, DATED[model]), fact.pk))
        return found

    @property
    def care(self) -> list[CarePeriod]:
        return self.facts[CarePeriod]

    @property
    def legal(self) -> list[LegalStatus]:
        return self.facts[LegalStatus]

    @property
    def homes(self) -> list[Placement]:
        return self.facts[Placement]

    @property
    def plans(self) -> list[PermanencePlan]:
        return self.facts[PermanencePlan]

    @property
    def orders(self) -> list[CourtOrder]:
        return self.facts[CourtOrder]

    @property
    def reviews(self) -> list[Review]:
        return self.facts[Review]

    @property
    def decisions(self) -> list[AdoptionDecision]:
        return self.facts[AdoptionDecision]

    @property
    def matches(self) -> list[Match]:
        return self.facts[Match]

    @property
    def may_be_adopted(self) -> bool:
        """Whether anything recorded so far speaks of adoption."""
        planned = any(plan.route == Route.ADOPTION for plan in self.plans)
        return planned or bool(self.decisions or self.matches)

    @property
    def allocations(self) -> list[Allocation]:
        return self.facts[Allocation]

    @property
    def actions(self) -> list[AgreedAction]:
        """What is still to do first, the nearest day before the others."""
        return sorted(
            self.facts[AgreedAction],
            key=lambda action: (action.done_on is not None, action.done_on or action.due_on),
        )

    @property
    def decided(self) -> list[AgreedAction]:
        """What the last review decided, and what of earlier ones is not done; to do comes first."""
        last = self.reviews[-1].pk if self.reviews else None
        return [
            action
            for action in self.actions
            if action.review_id and (action.review_id == last or action.done_on is None)
        ]

    @property
    def other_actions(self) -> list[AgreedAction]:
        """Those that no review decided."""
        return [action for action in self.actions if not action.review_id]

    @property
    def mid_point(self) -> Wait | None:
        """The wait for the look between two reviews, where one runs."""
        return next((wait for wait in self.waits if wait.row.clock == "mid-point"), None)

    @property
    def challenges(self) -> list[Raised]:
        """Those of the reviewing officer, the open ones first."""
        return raised(self.facts[Challenge], self.facts[ChallengeStage], self.waits, self.day)

    @property
    def answers(self) -> list[Answer]:
        """The newest first."""
        return self.facts[Answer][::-1]

    @property
    def voice(self) -> ChildsWords | None:
        return newest_shared(self.facts[ChildsWords])

    @cached_property
    def _waits(self) -> dict[int, list[Wait]]:
        """Those of the child and of the family, in one query."""
        children = [self.child.pk, *(each.pk for each in self.family)]
        return by_child(with_answers(running(self.asked).filter(child__in=children)))

    @property
    def waits(self) -> list[Wait]:
        return self._waits.get(self.child.pk, [])

    @property
    def most_serious(self) -> list[tuple[Child, list[Wait]]]:
        """Each brother and sister with the waits that are not in time."""
        return [
            (child, [wait for wait in self._waits.get(child.pk, []) if wait.serious])
            for child in self.family
        ]

    @property
    def people(self) -> list[ImportantPerson]:
        """Who matters in the child's life on the day, as they were recorded."""
        return [each for each in self.facts[ImportantPerson] if each.holds_on(self.day)]

    @property
    def not_to_know(self) -> list[ImportantPerson]:
        """Who must not be told where the child lives."""
        return [each for each in self.people if each.not_to_know]

    def _now(self, periods: Iterable[Any]) -> Any:
        return next((period for period in periods if period.holds_on(self.day)), None)

    @property
    def in_care(self) -> CarePeriod | None:
        return self._now(self.care)

    @property
    def adopted_on(self) -> date | None:
        """The day of the adoption, where the child has not been in care since."""
        ordered = [order.made_on for order in self.orders if _is_adoption(order)]
        left = [care.ends_on for care in self.care if care.end_reason in ADOPTED]
        day = max([*ordered, *left], default=None)
        since = any(day is not None and care.starts_on >= day for care in self.care)
        return None if since else day

    @property
    def legal_now(self) -> LegalStatus | None:
        return self._now(self.legal)

    @property
    def home_now(self) -> Placement | None:
        return self._now(self.homes)

    @property
    def plan_now(self) -> PermanencePlan | None:
        return self._now(plan for plan in self.plans if plan.rank == Rank.PRIMARY)

    @property
    def contingency_now(self) -> PermanencePlan | None:
        return self._now(plan for plan in self.plans if plan.rank == Rank.CONTINGENCY)

    def working(self, role: str) -> Allocation | None:
        return self._now(each for each in self.allocations if each.role == role)

    @property
    def social_worker(self) -> Allocation | None:
        return self.working("social-worker")

    @property
    def iro(self) -> Allocation | None:
        return self.working("iro")

    @property
    def stay(self) -> Stay | None:
        return stay_on(self.homes, self.in_care.starts_on, self.day) if self.in_care else None

    @property
    def worst(self) -> Wait | None:
        return self.waits[0] if self.waits and self.waits[0].serious else None

    @property
    def last_reviews(self) -> list[Review]:
        """The newest few, newest first."""
        return self.reviews[: -REVIEWS_SHOWN - 1 : -1]

    @property
    def earlier_reviews(self) -> int:
        return max(len(self.reviews) - REVIEWS_SHOWN, 0)

    @cached_property
    def said(self) -> dict[Episode, list[Said]]:
        """What was said of each wait, the newest first."""
        dissents = {dissent.answer_id: dissent for dissent in self.facts[Dissent]}
        found: dict[Episode, list[Said]] = {}
        for answer in self.answers:
            said = Said(answer, dissents.get(answer.pk), self.day)
            found.setdefault(Episode.of(answer), []).append(said)
        return found

    def said_of(self, wait: Wait) -> list[Said]:
        return self.said.get(Episode.of(wait.row), [])

    @property
    def said_before(self) -> list[Said]:
        """What was said of waits that do not run on the day: they ended, or their start moved."""
        runs = {Episode.of(wait.row) for wait in self.waits}
        return [
            replace(said, over=True)
            for episode, of_wait in self.said.items()
            if episode not in runs
            for said in of_wait
        ]

    @property
    def age(self) -> str:
        return words.age(self.child.born_on, self.day)

    @property
    def where_we_are(self) -> str:
        """Age and time in care, the order, the home, the plan, and what is late, in a sentence."""
        subject = self.child.first_name or self.child.name
        if self.in_care is None:
            return f"{subject} is not in care on {words.long_day(self.day)}."
        care = self.in_care
        long = words.years_and_months(dates.whole_months(care.starts_on, self.day))
        known = "" if care.start_known else "at least "
        order = f" under {_legal_words(self.legal_now)}" if self.legal_now else ""
        parts = [f"has been in care for {known}{long}{order}", *self._home(), self._plan()]
        late = f"; {words.uncapital(self.worst.sentence)}" if self.worst else ""
        age = words.age_in_sentence(self.child.born_on, self.day)
        return f"{subject}, {age}, {words.listed(parts)}{late}."

    def _home(self) -> list[str]:
        if self.home_now is None or GROUP_OF.get(self.home_now.type) not in LIVES:
            return []
        number = f" ({words.ordinal(self.stay.number)} home)" if self.stay else ""
        return [f"{LIVES[GROUP_OF[self.home_now.type]]}{number}"]

    def _plan(self) -> str:
        if self.plan_now is None:
            return "has no agreed plan"
        plan = words.uncapital(Route(self.plan_now.route).label)
        return f"the plan is {plan}{'' if self.plan_now.ratified_on else ', not yet ratified'}"


def _is_adoption(order: CourtOrder) -> bool:
    return order.kind == OrderKind.ADOPTION and order.ended_on is None


def _legal_words(status: LegalStatus) -> str:
    label = LEGAL_STATUS.label(status.code)
    article = "" if label[0].isdigit() or label.startswith("Section") else "a "
    article = "an " if article and label[0] in "AEIOU" else article
    return f"{article}{words.uncapital(label) if article else label}"
