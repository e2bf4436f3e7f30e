"""Who has looked at a child's record, in words.

An event says `what` was looked at in a short code. What the code means is said by the floor whose
page it is: `describe` takes the words, each completing "They ...". A test fails for a page whose
code has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any

from django.db.models import Count, Max, Min, QuerySet
from django.db.models.functions import TruncDate
from django.utils.timezone import get_default_timezone

from casetrack.access.roles import ROLES
from casetrack.audit import AuditEvent
from casetrack.models import User

Kind = AuditEvent.Kind
LOOKS = (Kind.READ, Kind.EXPORT, Kind.REFUSED)

_words: dict[str, str] = {
    "child.history": "Read how the record stood before",
    "child.family": "Saw among brothers and sisters",
    "child.identity": "Read who the child is",
    "child.looked": "Saw who has looked",
    "child.record": "Opened a form to record something",
    "child.restrict": "Saw who the record is kept from",
    "child.start": "Saw among those who may be the child of a new record",
    "restrictions": "Saw in the list of restrictions",
    "break-glass.reviews": "Saw in the list of emergency access",
    "break-glass.review": "Opened the review of an emergency access",
    "search": "Saw in what a search found",
    "oddities": "Saw in the list of unusual looks",
}
# The pages that show one child's record as a whole: what somebody opens out of curiosity.
_records: set[str] = {"child.history"}


def describe(words: Mapping[str, str], *, records: tuple[str, ...] = ()) -> None:
    """Have these codes said so; those among `records` are pages of one child's whole record."""
    _words.update(words)
    _records.update(records)


def described() -> frozenset[str]:
    """The codes that have words."""
    return frozenset(_words)


def records() -> list[str]:
    """The codes of looks that open one child's record."""
    return sorted(_records)


@dataclass(frozen=True)
class Look:
    """What one person did in one way on one day, `times` times, first and last at these moments."""

    day: date
    who: str
    kind: str
    what: str
    allowed_by: list[str]
    times: int
    first: datetime
    last: datetime

    @property
    def words(self) -> str:
        if self.kind == Kind.REFUSED:
            return "Asked for it and was refused"
        return _words.get(self.what, f"Looked at “{self.what}”")

    @property
    def when(self) -> str:
        """at 09:02; 3 times from 09:02 to 16:40."""
        zone = get_default_timezone()
        first, last = (f"{at.astimezone(zone):%H:%M}" for at in (self.first, self.last))
        if self.times == 1:
            return f"at {first}"
        return f"{self.times} times " + (
            f"from {first} to {last}" if first != last else f"at {first}"
        )

    @property
    def why(self) -> str:
        return why_allowed(self.allowed_by)


def why_allowed(allowed_by: list[str]) -> str:
    """Team manager, North; Emergency access: the codes of an event, in words."""
    return "; ".join(_reason(code) for code in allowed_by)


def _reason(code: str) -> str:
    name, _, detail = code.partition(":")
    if name == "break-glass":
        return "Emergency access"
    if name == "cover":
        return f"Standing in for {detail}"
    title = ROLES[name].title if name in ROLES else name
    return f"{title}, {detail}" if detail else title


def looks_at(child_id: int) -> QuerySet[Any]:
    """Everybody's looks at a child, newest day first; one row a person, day, page and reason.

    The index of `children` finds them among all events.
    """
    found = AuditEvent.objects.filter(children__contains=[child_id], kind__in=LOOKS)
    return (
        found.annotate(day=TruncDate("at"))
        .values("day", "user_id", "username", "kind", "what", "allowed_by")
        .annotate(times=Count("pk"), first=Min("at"), last=Max("at"))
        .order_by("-day", "username", "user_id", "-last", "what", "kind", "allowed_by")
    )


def by_day_and_person(
    rows: list[dict[str, Any]],
) -> list[tuple[date, list[tuple[str, list[Look]]]]]:
    """A page of `looks_at`: each day, in it each person, in it what they did."""
    people = User.objects.in_bulk({row["user_id"] for row in rows} - {None})
    looks = [_look(row, people) for row in rows]
    return [
        (day, [(who, list(theirs)) for who, theirs in groupby(of_day, lambda look: look.who)])
        for day, of_day in groupby(looks, lambda look: look.day)
    ]


def _look(row: dict[str, Any], people: dict[int, User]) -> Look:
    known = people.get(row["user_id"])
    told = {name: row[name] for name in row if name not in ("user_id", "username")}
    return Look(who=str(known) if known else row["username"], **told)
