"""A challenge of the reviewing officer: read alike by both sides, led by one, answered by one.

What may be recorded of it here are the changes that its kinds define, each for whoever holds the
permission for it, as in the child's history.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from casetrack import audit
from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES
from casetrack.access.visibility import carrying, permitted
from casetrack.actions import changes, facts
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.record.entry import EntryForm, entry_form
from casetrack.record.kind import Change, Kind
from casetrack.views.entry import say
from casetrack.views.history import by_day, recorders
from oversight.challenges import Ladder, ladders, of
from permanence.answering import needed, who_answers
from permanence.kinds.challenges import CHALLENGE, STAGE


@dataclass(frozen=True)
class Words:
    """What a step is called, what its button says, what is said once it is done, and before it."""

    title: str
    button: str
    done: str
    hint: str = ""


SAID = {
    "answered": Words(
        "Answer it",
        "Record the answer",
        "The answer is recorded. The reviewing officer reads it here.",
    ),
    "taken-further": Words(
        "Put it to another stage",
        "Put it to this stage",
        "The challenge is put further. Those who answer there find it in their list.",
    ),
    "cafcass": Words(
        "Pass it to Cafcass",
        "Record that it was passed on",
        "It is recorded that the challenge was passed to Cafcass.",
        "Cafcass is the Children and Family Court Advisory and Support Service. You may refer a "
        "child at any time while the challenge is open, whatever its stage (regulation 45 of the "
        "Care Planning, Placement and Case Review Regulations 2010). The stages go on beside it.",
    ),
    "closed": Words(
        "Close it",
        "Close the challenge",
        "The challenge is closed.",
        "A closed challenge goes no further, and its answers stand.",
    ),
}
PUT_FURTHER = (
    "The challenge was put to another stage while you had it open, so this answer is not recorded. "
    "Look at it as it stands now."
)
DAYS = ("answered_on", "began_on", "cafcass_on", "closed_on")
SIGNATURE = 120
"""Characters of who answered."""


@dataclass(frozen=True)
class Step:
    """Something that this reader may record of the challenge, with its questions."""

    kind: Kind
    change: Change
    fact: Any
    form: EntryForm

    @property
    def code(self) -> str:
        return self.change.code

    @property
    def said(self) -> Words:
        return SAID[self.code]

    def record(self, ladder: Ladder, by: Any) -> bool:
        """Whether it was recorded; where it was not, the form has the reason."""
        try:
            with transaction.atomic():
                if self.kind is STAGE and self.fact != ladder.present.put:
                    raise facts.FactRefused(PUT_FURTHER)
                if not self.change.offered(self.fact):
                    raise facts.FactRefused(changes.RECORDED)
                self.change.act(self.fact, by, self.form.cleaned_data)
        except Refused as refused:
            say(self.form, refused)
            return False
        return True


@dataclass(frozen=True)
class Desk:
    """A challenge before somebody who may do this much with the child's record."""

    ladder: Ladder
    user: Any
    allowed: frozenset[Permission]
    today: date

    def offered(self) -> dict[str, Step]:
        """What makes sense now and this reader may do."""
        return {
            change.code: self._step(kind, change, fact)
            for kind, change, fact in self._changes(self.ladder.present.put)
            if self.ladder.open and change.offered(fact) and self._may(kind, change, fact)
            if change.code != "taken-further" or self.ladder.further
        }

    def sent(self, typed: QueryDict) -> Step:
        """What was sent, by whoever may record it, even where somebody else did so meanwhile."""
        put = [rung.put for rung in self.ladder.rungs if rung.put is not None]
        stage = next((each for each in put if str(each.pk) == typed.get("put")), put[-1])
        for kind, change, fact in self._changes(stage):
            if change.code == typed.get("do"):
                if not self._may(kind, change, fact):
                    raise PermissionDenied
                return self._step(kind, change, fact, typed)
        raise Http404

    def _changes(self, stage: Any) -> Iterator[tuple[Kind, Change, Any]]:
        for kind, fact in ((STAGE, stage), (CHALLENGE, self.ladder.challenge)):
            yield from ((kind, change, fact) for change in kind.changes if change.code in SAID)

    def _may(self, kind: Kind, change: Change, fact: Any) -> bool:
        return (change.needs(fact) or kind.permission) in self.allowed

    def _step(self, kind: Kind, change: Change, fact: Any, typed: Any = None) -> Step:
        child, usual = self.ladder.challenge.child, dict.fromkeys(DAYS, self.today)
        form = entry_form(
            kind,
            change.asks,
            child=child,
            today=self.today,
            typed=typed,
            initial=usual | {"answered_by": self._signature()},
        )
        if "stage" in form.fields:
            offered: Any = form.fields["stage"]
            offered.choices = self.ladder.further
        return Step(kind, change, fact, form)

    def _signature(self) -> str:
        """Priya Lindqvist, Team manager."""
        held = carrying(self.user, needed(self.ladder.present.stage))
        own = [
            each for each in held if each.authority_id == self.ladder.challenge.child.authority_id
        ]
        titles = (ROLES[each.role].title for each in own[:1])
        return ", ".join([str(self.user), *titles])[:SIGNATURE]


@needs(Permission.SEE_HISTORY)
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("asked", "answered_by", "answer", "effect")
def challenge(request: HttpRequest, uuid: UUID, number: int) -> HttpResponse:
    today = timezone.localdate()
    ladder = _ladder(request, uuid, number, today)
    child = ladder.challenge.child
    allowed = permitted(request.user, child)
    desk = Desk(ladder, request.user, allowed, today)
    sent = desk.sent(request.POST) if request.method == "POST" else None
    if sent is not None and sent.form.is_valid() and sent.record(desk.ladder, request.user):
        messages.success(request, sent.said.done)
        return redirect("child-challenge", uuid=child.uuid, number=number)
    audit.looked(request, "challenge", [child.pk])
    if sent is not None:
        ladder = _ladder(request, uuid, number, today)
    steps = desk.offered() | ({sent.code: sent} if sent is not None else {})
    lines = ladder.story()
    context = {
        "child": child,
        "challenge": ladder.challenge,
        "ladder": ladder,
        "answer": steps.pop("answered", None),
        "leads": list(steps.values()),
        "sent": sent,
        "form": sent.form if sent is not None else None,
        "who": who_answers(ladder.present.stage),
        "may_withdraw": ladder.open and needed(ladder.present.stage) in allowed,
        "may_correct": Permission.RECORD_REVIEWS in allowed,
        "days": by_day(lines, frozenset()),
        "people": recorders(lines),
    }
    return render(request, "oversight/challenge.html", context)


def _ladder(request: HttpRequest, uuid: UUID, number: int, today: date) -> Ladder:
    """The challenge, for whoever reads the child's history; to others it does not exist."""
    read = of(Child.objects.visible_to(request.user, Permission.SEE_HISTORY))
    return ladders([get_object_or_404(read, child__uuid=uuid, pk=number)], today)[0]
