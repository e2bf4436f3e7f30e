"""What groups agreed that somebody does: what is late, to whom it went up, and what was done."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import QueryDict

from casetrack import words
from casetrack.access.permissions import Permission
from casetrack.models import CalendarDay, Child
from casetrack.typed import mark, number
from oversight.meetings.last_time import Agreed
from permanence.actions import agreed_actions
from permanence.models import AgreedAction, Escalation, Interest, Level

PAGE = 50
DONE_SHOWN = 50
LATELY = timedelta(days=90)
LEVELS = {
    str(level.value): "Its owner" if level == Level.OWNER else words.capital(str(level.label))
    for level in Level
}
"""With whom an action is, in words."""


@dataclass(frozen=True)
class Filters:
    """What of the list is shown, read from the address and written back to it."""

    group: UUID | None = None
    owner: UUID | None = None
    level: int | None = None
    late: bool = False
    page: int = 1

    @classmethod
    def read(cls, query: QueryDict) -> "Filters":
        level = query.get("level", "")
        return cls(
            group=mark(query.get("group", "")),
            owner=mark(query.get("owner", "")),
            level=number(level) if level in LEVELS else None,
            late=query.get("late") == "yes",
            page=number(query.get("page", "")) or 1,
        )

    def query(self, **changes: Any) -> str:
        """The address of the list with `changes`, from its first page unless told otherwise."""
        changed = replace(self, **{"page": 1} | changes)
        pairs = [(each.name, getattr(changed, each.name)) for each in fields(changed)]
        return urlencode(
            [
                (name, "yes" if value is True else str(value))
                for name, value in pairs
                if value is not None and value is not False and (name, value) != ("page", 1)
            ]
        )


@dataclass(frozen=True)
class Row(Agreed):
    """An action of a group, and how high it has gone since it is late."""

    level: Level = Level.OWNER
    raised_on: date | None = None

    @property
    def decision(self) -> Any:
        return self.action.decision

    @property
    def group(self) -> str:
        return str(self.decision.series.name)

    @property
    def meeting(self) -> UUID | None:
        """The meeting that decided it; none where the chair did between two of them."""
        return self.decision.meeting.uuid if self.decision.item_id else None

    @property
    def decided(self) -> str:
        between = "" if self.decision.item_id else "between meetings, "
        return f"{between}{words.short_day(self.decision.decided_on)}"

    @property
    def held_by(self) -> str:
        return LEVELS[str(self.level.value)]

    @property
    def late(self) -> bool:
        return bool(self.action.due_on < self.today)

    @property
    def working_days(self) -> str:
        """4 working days late."""
        days: int = self.action.working_days  # type: ignore[attr-defined]
        return f"{words.count(days, 'working day')} late" if days > 0 else ""

    @property
    def unreached(self) -> str:
        """Why no mail can tell the owner; empty where one can."""
        user = self.action.owner.user
        if user is None or not user.is_active:
            return "has no account"
        return "" if user.email else "has no mail address"

    @property
    def told(self) -> str:
        """What the owner knows of it by mail."""
        if self.unreached:
            return f"{self.unreached}: tell them yourself"
        if self.action.told_on is not None:
            return f"told {words.short_day(self.action.told_on)}"
        if self.decision.item_id and self.decision.meeting.closed_at is None:
            return "is told once the meeting is closed"
        return "is told by the next mail"

    @property
    def in_time(self) -> str:
        """In time; 9 days late: of what is done."""
        if self.action.done_on is None or self.action.done_on <= self.action.due_on:
            return "in time"
        return f"{words.stretch(self.action.due_on, self.action.done_on)} late"


@dataclass(frozen=True)
class Owner:
    """Somebody who is to do something, with how much of it is late."""

    name: str
    uuid: UUID
    open: int
    late: int


@dataclass(frozen=True)
class ToDo:
    """The list: a page of it, what was done lately, and whose what is open is."""

    page: Page
    total: int
    late: int
    done: list[Row]
    done_more: int
    owners: list[Owner]
    groups: dict[str, str]

    @property
    def children(self) -> set[int]:
        return {row.action.child_id for row in (*self.page.object_list, *self.done)}


def reached(user: Any, permission: Permission, today: date) -> QuerySet[AgreedAction]:
    """What groups agreed for the children whom the reader reaches, but not for those in whom the
    reader, as a member of the group, has an interest of their own.
    """
    own = Interest.objects.on(today).filter(
        member__user=user, member__series=OuterRef("decision__series"), child=OuterRef("child")
    )
    of_groups = AgreedAction.objects.filter(
        decision__isnull=False, child__in=Child.objects.visible_to(user, permission)
    )
    found: QuerySet[AgreedAction] = of_groups.exclude(Exists(own))
    return found


def to_do(actions: QuerySet[AgreedAction], filters: Filters, today: date) -> ToDo:
    """Of these actions, what is late first: three queries."""
    every = _rows(actions.filter(pk__in=agreed_actions.of_groups()).order_by("due_on", "pk"), today)
    shown = [row for row in every if _is_of(row, filters)]
    done = actions.filter(done_on__gt=today - LATELY).order_by("-done_on", "-pk")
    lately = [row for row in _read(done, today) if _is_of(row, replace(filters, level=None))]
    return ToDo(
        page=Paginator(shown, PAGE).get_page(filters.page),
        total=len(shown),
        late=sum(row.late for row in shown),
        done=lately[:DONE_SHOWN],
        done_more=max(len(lately) - DONE_SHOWN, 0),
        owners=_owners(every),
        groups={
            str(series.uuid): series.name
            for series in sorted({row.decision.series for row in every}, key=str)
        },
    )


def late_of(actions: QuerySet[AgreedAction], filters: Filters, today: date) -> list[Row]:
    """What of the list is late, whether or not there is room to show it."""
    late = actions.filter(pk__in=agreed_actions.of_groups(), due_on__lt=today)
    return [row for row in _rows(late, today) if _is_of(row, filters)]


def _is_of(row: Row, filters: Filters) -> bool:
    action: Any = row.action
    return (
        filters.group in (None, row.decision.series.uuid)
        and filters.owner in (None, action.owner.uuid)
        and filters.level in (None, row.level)
        and (row.late or not filters.late or action.done_on is not None)
    )


def _rows(actions: QuerySet[AgreedAction], today: date) -> list[Row]:
    """With the level that each has come to."""
    found = _read(actions, today)
    children = {row.action.child_id for row in found}
    of_these = Escalation.objects.filter(child__in=children)
    raised = of_these.filter(action__in=[row.action.pk for row in found])
    levels = {
        action: (Level(level), day)
        for action, level, day in raised.order_by("level").values_list(
            "action", "level", "escalated_on"
        )
    }
    return [
        replace(row, level=levels[row.action.pk][0], raised_on=levels[row.action.pk][1])
        if row.action.pk in levels
        else row
        for row in found
    ]


def _read(actions: QuerySet[AgreedAction], today: date) -> list[Row]:
    days = CalendarDay.objects.values("working_number")
    until = Subquery(days.filter(day=today)[:1])
    counted = actions.annotate(
        working_days=until - Subquery(days.filter(day=OuterRef("due_on"))[:1])
    )
    related = counted.select_related(
        "child", "owner__user", "chased_by", "decision__series", "decision__meeting"
    )
    return [Row(action, today) for action in related]


def _owners(rows: Iterable[Row]) -> list[Owner]:
    """Who has most that is late first."""
    owners = {row.action.owner_id: row.action.owner for row in rows}
    open_ = Counter(row.action.owner_id for row in rows)
    late = Counter(row.action.owner_id for row in rows if row.late)
    found = [Owner(each.name, each.uuid, open_[pk], late[pk]) for pk, each in owners.items()]
    return sorted(found, key=lambda each: (-each.late, -each.open, each.name))
