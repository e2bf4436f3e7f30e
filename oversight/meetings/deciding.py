"""What a group may decide for a child, as a form: at an item of its agenda or between meetings.

Each kind of decision asks only what it needs, and proposes words, whoever does it and the day, so
that most are typed by choosing the kind.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django import forms

from casetrack import dates, words
from casetrack.forms import DateBoxes, choice, text
from casetrack.models import Allocation, AllocationRole, User, Worker
from oversight.actions.justify import why_not_ask
from oversight.episodes import Episode
from oversight.models import Answer, AnswerKind, Cohort
from oversight.models.answers import MOST_MONTHS, WEIGHED
from oversight.models.causes import Cause
from oversight.models.states import PAST
from oversight.waits import Wait, running, with_answers
from permanence.actions.decisions import Typed
from permanence.actions.held import chairing
from permanence.models import (
    OF_A_PLAN,
    TO_DO,
    WITH_A_REASON,
    DecisionKind,
    Level,
    Meeting,
    MeetingSeries,
    PermanencePlan,
)

USUALLY_DUE = timedelta(days=28)
"""By then what is agreed should be done, where the group's next meeting has no date yet."""

WORDS = {
    DecisionKind.ENDORSE: "The group endorses the plan.",
    DecisionKind.REVIEW: "Hold a review to consider a change of route.",
    DecisionKind.CONTINGENCY: "Agree a contingency plan and record it.",
    DecisionKind.MATCH: "Take the match to panel. The group recommends it.",
    DecisionKind.DISCHARGE: "Prepare the application to end the care order. The group supports it.",
    DecisionKind.GUARDIANSHIP: "Prepare the special guardianship application. The group supports "
    "it, and its support package in principle.",
    DecisionKind.FINDING: "Carry out the family-finding strategy that was agreed.",
    DecisionKind.JUSTIFY: "The delay is justified.",
    DecisionKind.ADVICE: "Get legal advice.",
    DecisionKind.COHORT: "The team of the cohort works with the child.",
    DecisionKind.REFER: "Look at what the group refers to the reviewing officer.",
    DecisionKind.ESCALATE: "The group takes this up a level.",
    DecisionKind.ACHIEVED: "Permanence is achieved.",
    DecisionKind.BACK: "The team goes on in supervision; the group has nothing to add.",
    DecisionKind.ACTION: "",
    DecisionKind.CARRY: "The group comes to it next time.",
    DecisionKind.NOTED: "",
}
KEYS = {
    DecisionKind.ENDORSE: "e",
    DecisionKind.REVIEW: "r",
    DecisionKind.CONTINGENCY: "c",
    DecisionKind.MATCH: "m",
    DecisionKind.DISCHARGE: "d",
    DecisionKind.GUARDIANSHIP: "g",
    DecisionKind.FINDING: "f",
    DecisionKind.JUSTIFY: "j",
    DecisionKind.ADVICE: "l",
    DecisionKind.COHORT: "t",
    DecisionKind.REFER: "i",
    DecisionKind.ESCALATE: "x",
    DecisionKind.ACHIEVED: "p",
    DecisionKind.BACK: "b",
    DecisionKind.ACTION: "a",
    DecisionKind.CARRY: "o",
    DecisionKind.NOTED: "n",
}
"""The letter that chooses each kind in the room."""
TO_THE_OFFICER = (DecisionKind.REVIEW, DecisionKind.REFER)
ITS_OWN: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(OF_A_PLAN, ("plan",)),
    **dict.fromkeys(TO_DO, ("owner", "due_on")),
    DecisionKind.JUSTIFY: ("wait", "cause", "until", "asked_by"),
    DecisionKind.COHORT: ("cohort",),
    DecisionKind.ESCALATE: ("level",),
}
"""What a kind asks beside its words and the reason."""


def asks(kind: str) -> tuple[str, ...]:
    """The questions of a kind, in order."""
    own = ITS_OWN.get(kind, ())
    first = own if kind not in TO_DO else ()
    return (*first, "text", "reason", *(own if kind in TO_DO else ()))


@dataclass(frozen=True)
class Delay:
    """A wait past its limit whose delay the group may justify."""

    wait: Wait
    asked: Answer | None

    @property
    def mark(self) -> str:
        return Episode.of(self.wait.row).mark

    @property
    def words(self) -> str:
        asked = ", asked to be justified" if self.asked else ""
        return f"{self.wait.sentence}{asked}"

    @property
    def key(self) -> tuple[str, str, date]:
        row = self.wait.row
        return (row.clock, row.subject, row.started_on)


@dataclass
class About:
    """What a decision for one child may be about."""

    plans: list[PermanencePlan] = field(default_factory=list)
    delays: list[Delay] = field(default_factory=list)
    worker: Worker | None = None
    officer: Worker | None = None

    def usual_owner(self, kind: str) -> Worker | None:
        return self.officer if kind in TO_THE_OFFICER else self.worker


def about(children: Collection[int], on: date) -> dict[int, About]:
    """By child, what may be decided about on that day: four queries, however many they are."""
    found: dict[int, About] = {child: About() for child in children}
    plans = PermanencePlan.objects.on(on).filter(child__in=children)
    for plan in plans.order_by("-rank", "pk"):
        found[plan.child_id].plans.append(plan)
    for delay in _delays(children, on):
        found[delay.wait.row.child_id].delays.append(delay)
    held = Allocation.objects.on(on).filter(child__in=children).select_related("worker")
    for each in held:
        if each.role == AllocationRole.SOCIAL_WORKER:
            found[each.child_id].worker = each.worker
        if each.role == AllocationRole.IRO:
            found[each.child_id].officer = each.worker
    return found


def _delays(children: Collection[int], on: date) -> list[Delay]:
    answers: dict[Episode, list[Answer]] = defaultdict(list)
    for answer in Answer.objects.filter(child__in=children, kind__in=WEIGHED):
        answers[Episode.of(answer)].append(answer)
    rows: Any = with_answers(running(on))  # annotated, which the type checker does not see
    found = []
    for row in rows.filter(child__in=children, state__in=PAST):
        said = answers.get(Episode.of(row), [])
        asked = [each for each in said if each.kind == AnswerKind.ASKED]
        if not why_not_ask(row, [each for each in said if each not in asked], on):
            found.append(Delay(Wait(row), next(iter(asked), None)))
    return sorted(found, key=lambda each: each.wait.key)


@dataclass(frozen=True)
class Offered:
    """What decisions of a group may name, whoever the child is."""

    on: date
    due_on: date
    workers: list[Worker]
    askers: list[User]
    cohorts: list[Cohort]


def offered(
    series: MeetingSeries, on: date, meeting: Meeting | None = None, *, by: User | None = None
) -> Offered:
    """For decisions of this group on that day, at a meeting or, made `by` whom, between two."""
    after = series.meetings.filter(put_off_because="", held_on__gt=on).order_by("held_on").first()
    people = chairing(meeting) if meeting else [series.chair, series.deputy]
    decides = meeting.chaired_by if meeting else by
    open_ones = Cohort.objects.on(on).filter(authority=series.authority_id)
    return Offered(
        on=on,
        due_on=after.held_on if after else on + USUALLY_DUE,
        workers=list(Worker.objects.filter(authority=series.authority_id).order_by("name")),
        askers=[
            user for user in dict.fromkeys([*people, series.secretary]) if user and user != decides
        ],
        cohorts=list(open_ones),
    )


class DecisionForm(forms.Form):
    """One decision of a kind for a child; `about` is None where no child is chosen yet."""

    def __init__(
        self, kind: str, about: About | None, offered: Offered, *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, auto_id="decision-%s", **kwargs)
        self.kind, self.about, self.offered = kind, about or About(), offered
        self.owners = {str(worker.uuid): worker for worker in offered.workers}
        self.delays = {delay.mark: delay for delay in self.about.delays}
        for name in asks(kind):
            self.fields[name] = ASKED[name](self)
        self.initial |= self._proposed()

    def _proposed(self) -> dict[str, Any]:
        owner = self.about.usual_owner(self.kind)
        one = len(self.about.plans) == 1 or self.kind in OF_A_PLAN
        delay = self.about.delays[0] if len(self.about.delays) == 1 else None
        return {
            "text": WORDS.get(DecisionKind(self.kind), ""),
            "owner": str(owner.uuid) if owner else "",
            "due_on": self.offered.due_on,
            "plan": str(self.about.plans[0].pk) if self.about.plans and one else "",
            "wait": delay.mark if delay else "",
        }

    def typed(self, uuid: UUID) -> Typed:
        """What was typed, of which `uuid` is the mark."""
        said = self.cleaned_data
        delay = self.delays.get(said.get("wait", ""))
        plans = {str(plan.pk): plan for plan in self.about.plans}
        return Typed(
            uuid=uuid,
            kind=self.kind,
            text=said["text"],
            reason=said["reason"],
            owner=self.owners.get(said.get("owner", "")),
            due_on=said.get("due_on"),
            plan=plans.get(said.get("plan", "")),
            wait=delay.key if delay else None,
            cause=said.get("cause", ""),
            until=said.get("until"),
            asked_by=_by_number(self.offered.askers, said.get("asked_by", "")),
            cohort=_by_number(self.offered.cohorts, said.get("cohort", "")),
            level=int(said["level"]) if said.get("level") else None,
        )


def _by_number(rows: Collection[Any], number: str) -> Any:
    return next((row for row in rows if str(row.pk) == number), None)


def _list(label: str, choices: list[tuple[str, str]], **given: Any) -> forms.ChoiceField:
    required = {"required": f"Answer “{label}”"}
    return forms.ChoiceField(
        label=label, choices=[("", "Choose one"), *choices], error_messages=required, **given
    )


def _until(form: DecisionForm) -> forms.Field:
    latest = dates.add_months(form.offered.on, MOST_MONTHS)
    return DateBoxes(
        label="Until when?",
        hint=f"The group looks at it again then: {words.long_day(latest)} at the latest.",
    )


ASKED: Mapping[str, Any] = {
    "plan": lambda form: _list(
        "Which plan?",
        [
            (str(plan.pk), f"{words.capital(plan.rank)}: {plan.get_route_display()}")
            for plan in form.about.plans
        ],
    ),
    "wait": lambda form: _list(
        "Which delay?", [(delay.mark, delay.words) for delay in form.about.delays]
    ),
    "cause": lambda form: _list("What holds it up?", list(Cause.choices)),
    "text": lambda form: text(
        max_length=500, label="What is decided?", help_text="The child may read this one day."
    ),
    "reason": lambda form: text(max_length=500, label="Why?", required=form.kind in WITH_A_REASON),
    "owner": lambda form: _list(
        "Who does it?", [(uuid, worker.name) for uuid, worker in form.owners.items()]
    ),
    "due_on": lambda form: DateBoxes(label="By when?"),
    "until": _until,
    "asked_by": lambda form: _list(
        "Who asks for it?",
        [(str(user.pk), str(user)) for user in form.offered.askers],
        required=False,
        help_text="Only where nobody asked before. Not whoever is in the chair.",
    ),
    "cohort": lambda form: _list(
        "Which cohort?", [(str(each.pk), each.name) for each in form.offered.cohorts]
    ),
    "level": lambda form: choice(
        [(str(level.value), level.label) for level in Level if level > Level.OWNER],
        label="To whom?",
    ),
}
