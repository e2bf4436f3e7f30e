"""The list of challenges: those that wait for the reader's answer, the open, and the closed."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import QueryDict

from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.models import Child
from casetrack.typed import number
from oversight.challenges import Ladder, ladders, of
from permanence.answering import waits_for
from permanence.models import Settled, Stage, Theme

PAGE = 50
PARTS = (Permission.RECORD_REVIEWS, Permission.ANSWER_CHALLENGES)


@dataclass(frozen=True)
class Filters:
    """What of the list is shown, read from the address and written back to it."""

    theme: str = ""
    stage: str = ""
    outcome: str = ""
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        def chosen(name: str, choices: Any) -> str:
            code = query.get(name, "")
            return code if code in choices.values else ""

        return cls(
            theme=chosen("theme", Theme),
            stage=chosen("stage", Stage),
            outcome=chosen("outcome", Settled),
            page=number(query.get("page", "")) or 1,
        )

    def query(self, **changes: Any) -> str:
        """The address of the list with `changes`, from its first page unless told otherwise."""
        changed = replace(self, **{"page": 1} | changes)
        pairs = [(each.name, getattr(changed, each.name)) for each in fields(changed)]
        return urlencode([(name, value) for name, value in pairs if value not in ("", 1)])

    @property
    def narrowed(self) -> list[tuple[str, str]]:
        """The filters that stand, in words, each with the address without it."""
        named = (("theme", Theme), ("stage", Stage), ("outcome", Settled))
        return [
            (str(choices(code).label), self.query(**{name: ""}))
            for name, choices in named
            if (code := getattr(self, name))
        ]


@dataclass(frozen=True)
class Listed:
    """What is to be answered by the reader, what else is open, and a page of what is closed."""

    to_answer: Sequence[Ladder]
    open: Sequence[Ladder]
    closed: Sequence[Ladder]
    page: Page

    @property
    def late(self) -> int:
        return sum(each.late for each in (*self.to_answer, *self.open))

    @property
    def children(self) -> set[int]:
        return {each.challenge.child_id for each in (*self.to_answer, *self.open, *self.closed)}


def has_part(user: Any) -> bool:
    """Whether the list is theirs at all; others read a challenge with the child it is about."""
    return any(may(user, permission) for permission in PARTS)


def listed(user: Any, filters: Filters, today: date) -> Listed:
    """Of the children for whom the reader raises or answers them; what is late comes first."""
    reached = Child.objects.visible_to(user, PARTS[0]) | Child.objects.visible_to(user, PARTS[1])
    found = of(reached)
    if filters.theme:
        found = found.filter(theme=filters.theme)
    if filters.stage:
        found = found.filter(came_to=filters.stage)
    ended = found.filter(closed_on__isnull=False)
    if filters.outcome:
        ended = ended.filter(outcome=filters.outcome)
    page = Paginator(ended.order_by("-closed_on", "-pk"), PAGE).get_page(filters.page)
    going = [] if filters.outcome else list(found.filter(closed_on=None))
    every = ladders([*going, *page.object_list], today)
    open_now = sorted((each for each in every if each.open), key=_late_first)
    mine = set(waits_for(user).values_list("challenge_id", flat=True))
    return Listed(
        to_answer=[each for each in open_now if each.challenge.pk in mine],
        open=[each for each in open_now if each.challenge.pk not in mine],
        closed=[each for each in every if not each.open],
        page=page,
    )


def _late_first(ladder: Ladder) -> tuple[bool, date, str, int]:
    child = ladder.challenge.child
    return (not ladder.late, ladder.due_on, child.reference, ladder.challenge.pk)
