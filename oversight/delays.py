"""The delays that somebody asked to be justified, or that are justified now, of waits that run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.models import Child
from oversight.models import Answer, AnswerKind
from oversight.said import Said
from oversight.waits import running

# A page of them; nobody reads further down.
MOST = 100


@dataclass(frozen=True)
class Delay:
    """One such answer, with the child it is about."""

    child: Child
    said: Said


@dataclass(frozen=True)
class Delays:
    asked: Sequence[Delay]
    justified: Sequence[Delay]
    more: bool
    """Whether there are more than a page of one of them."""

    @property
    def children(self) -> list[int]:
        return [each.child.pk for each in (*self.asked, *self.justified)]


def asked(children: QuerySet[Child], day: date) -> QuerySet[Answer]:
    """What waits to be decided, the oldest first."""
    return _of_waits(children, day).filter(kind=AnswerKind.ASKED).order_by("asked_on", "pk")


def justified(children: QuerySet[Child], day: date) -> QuerySet[Answer]:
    """What is justified on the day, what ends soonest first."""
    return _of_waits(children, day).standing(day).order_by("until", "pk")


def of(children: QuerySet[Child], day: date) -> Delays:
    found = [_read(answers(children, day), day) for answers in (asked, justified)]
    more = any(len(each) > MOST for each in found)
    return Delays(found[0][:MOST], found[1][:MOST], more)


def to_see(user: Any, day: date) -> tuple[int, int]:
    """How many requests `user` may decide, and how many justified delays are theirs to dispute.

    The first are for whoever decides what others asked; the second for reviewing officers.
    """
    to_decide = _theirs(asked, user, day, Permission.JUSTIFY_DELAY).exclude(asked_by=user.pk)
    to_dispute = _theirs(justified, user, day, Permission.RECORD_REVIEWS).filter(dissent=None)
    return to_decide.count(), to_dispute.count()


def _theirs(answers: Any, user: Any, day: date, permission: Permission) -> Any:
    """Of the children with whom the permission lets `user` work; none without it, unasked."""
    if not may(user, permission):
        return Answer.objects.none()
    return answers(Child.objects.visible_to(user, permission), day)


def _of_waits(children: QuerySet[Child], day: date) -> Any:
    key = {name: OuterRef(name) for name in ("child_id", "clock", "subject", "started_on")}
    return Answer.objects.filter(Exists(running(day).filter(**key)), child__in=children)


def _read(answers: QuerySet[Answer], day: date) -> list[Delay]:
    related = answers.select_related("child", "asked_by", "answered_by", "dissent__dissented_by")
    return [
        Delay(answer.child, Said(answer, getattr(answer, "dissent", None), day))
        for answer in related[: MOST + 1]
    ]
