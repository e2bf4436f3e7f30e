"""What a tracker queue shows, read from the address and written back to it.

Everything is in the address, so that the back button, a saved view and a link in a mail all lead to
the same list; only for what is looked for, which may be a name, a mark stands there instead (see
`oversight.finds`). What cannot be understood is left out, except a date, which is named as wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from casetrack.typed import as_at, mark, number
from oversight.clocks.registry import CLOCKS
from oversight.homes import HOME_GROUPS
from permanence.models import Route

SHOW = {
    "red": "Past limit",
    "30": "Due in 30 days",
    "60": "Due in 60 days",
    "90": "Due in 90 days",
    "justified": "Delay justified",
    "cannot-tell": "Cannot tell",
    "amber": "Limit is near",
    "green": "In time",
}
NO_FINDS: Mapping[str, str] = {}
NO_PLAN = "none"
ROUTES = dict(Route.choices) | {NO_PLAN: "No agreed plan"}
HOMES = {group: label for group, (label, _) in HOME_GROUPS.items()}
AGES: dict[str, tuple[str, int, int]] = {
    "0": ("Under 1", 0, 0),
    "1-4": ("1 to 4", 1, 4),
    "5-9": ("5 to 9", 5, 9),
    "10-15": ("10 to 15", 10, 15),
    "16-17": ("16 and 17", 16, 17),
    "18": ("18 and over", 18, 200),
}
AGE_WORDS = {band: label for band, (label, _, _) in AGES.items()}
SORTS = {
    "serious": "most serious first",
    "name": "by last name, A to Z",
    "-name": "by last name, Z to A",
    "-age": "youngest first",
    "age": "oldest first",
    "care": "longest in care first",
    "-care": "newest in care first",
    "worker": "by worker, A to Z",
    "-worker": "by worker, Z to A",
}
COLUMNS = {
    "route": "Route and order",
    "home": "Home",
    "flags": "Further flags",
    "worker": "Worker",
    "iro": "Reviewing officer",
    "reference": "Reference",
}
USUAL_COLUMNS = ("route", "home", "flags", "worker")
NOT_SO_IN_THE_ADDRESS = ("today", "words", "columns", "wrong_date", "forgotten", "day", "whole")
CHOICES: dict[str, Mapping[str, Any]] = {
    "clock": CLOCKS,
    "show": SHOW,
    "route": ROUTES,
    "home": HOMES,
    "age": AGES,
    "sort": SORTS,
}


@dataclass(frozen=True)
class Filters:
    """One list: on which day, which children, in which order, with which columns, from where.

    `find` is the mark of what is looked for, `words` what that is; `forgotten` says that the
    address has a mark which means nothing here.
    """

    day: date
    today: date
    find: str = ""
    words: str = ""
    team: int | None = None
    worker: UUID | None = None
    clock: str = ""
    show: str = ""
    route: str = ""
    home: str = ""
    age: str = ""
    sort: str = "serious"
    columns: tuple[str, ...] = USUAL_COLUMNS
    after: UUID | None = None
    before: UUID | None = None
    whole: bool = False
    wrong_date: str = field(default="", compare=False)
    forgotten: bool = field(default=False, compare=False)

    @classmethod
    def read(cls, query: QueryDict, today: date, finds: Mapping[str, str] = NO_FINDS) -> "Filters":
        day, wrong_date = as_at(query.dict(), today)
        find = query.get("find", "")
        chosen = {
            name: query.get(name, "") for name, known in CHOICES.items() if query.get(name) in known
        }
        columns = tuple(column for column in COLUMNS if column in query.getlist("column"))
        return cls(
            day=day,
            today=today,
            find=find if find in finds else "",
            words=finds.get(find, ""),
            forgotten=bool(find) and find not in finds,
            team=number(query.get("team", "")),
            worker=mark(query.get("worker", "")),
            columns=columns if "columns" in query else USUAL_COLUMNS,
            after=mark(query.get("after", "")),
            before=mark(query.get("before", "")),
            whole=query.get("whole") == "yes",
            wrong_date=wrong_date,
            **chosen,
        )

    def query(self, *leave_out: str, **changes: Any) -> str:
        """The address of this list with `changes`, from its first page unless told otherwise."""
        changed = replace(self, **{"after": None, "before": None, "whole": False, **changes})
        return urlencode([pair for pair in changed.pairs() if pair[0] not in leave_out])

    @property
    def here(self) -> str:
        """The address of this very page of the list."""
        return urlencode(self.pairs())

    @property
    def kept(self) -> str:
        """What a saved view keeps: neither what is looked for nor a place or a day."""
        return self.query("find", "as_at")

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of everything that differs from the usual list."""
        pairs = []
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name in NOT_SO_IN_THE_ADDRESS:
                continue
            if value not in (each.default, None):
                pairs.append((each.name, str(value)))
        if self.day != self.today:
            pairs.append(("as_at", self.day.isoformat()))
        if self.columns != USUAL_COLUMNS:
            pairs += [("columns", "chosen"), *[("column", column) for column in self.columns]]
        if self.whole:
            pairs.append(("whole", "yes"))
        return pairs

    @property
    def matching(self) -> bool:
        """Whether the list is narrowed to children with a certain wait."""
        return bool(self.show or self.clock)

    def narrowed(self) -> list[tuple[str, str]]:
        """The filters that stand, as (name, words); the page names the team and the worker."""
        words = {
            "find": f"“{self.words}”" if self.words else "",
            "show": SHOW.get(self.show, ""),
            "clock": CLOCKS[self.clock].title if self.clock else "",
            "route": ROUTES.get(self.route, ""),
            "home": HOMES.get(self.home, ""),
            "age": f"Age {AGE_WORDS[self.age].lower()}" if self.age else "",
        }
        return [(name, text) for name, text in words.items() if text]
