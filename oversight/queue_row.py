"""One child of the tracker queue, with every cell in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from casetrack import words
from casetrack.models.codes import LEGAL_STATUS
from oversight.homes import home_words
from oversight.waits import Wait
from permanence.models import Route
from placements.models import Placement


@dataclass(frozen=True)
class Stay:
    """Since when the child lives in the present home, and its number among the homes in care."""

    since: date
    known: bool
    number: int


@dataclass
class QueueRow:
    """One child of the list, with the facts of the day and the waits that run."""

    facts: dict[str, Any]
    waits: list[Wait]
    stay: Stay | None = None

    @property
    def worst(self) -> Wait | None:
        """The wait that put the child where it stands in this list."""
        chosen = [wait for wait in self.waits if wait.row.pk == self.facts["wait"]]
        return chosen[0] if chosen else None

    @property
    def flags(self) -> list[Wait]:
        """The others that are not in time."""
        return [wait for wait in self.waits if wait.serious and wait is not self.worst]

    @property
    def first_flags(self) -> list[Wait]:
        return self.flags[:2]

    @property
    def more_flags(self) -> int:
        return len(self.flags[2:])

    @property
    def uuid(self) -> Any:
        return self.facts["uuid"]

    @property
    def reference(self) -> str:
        return self.facts["reference"]

    @property
    def day(self) -> date:
        return self.facts["on_day"]

    @property
    def name(self) -> str:
        """The name, or the reference until one is entered."""
        name = f"{self.facts['first_name']} {self.facts['last_name']}".strip()
        return name or f"Child {self.reference}"

    @property
    def age(self) -> str:
        return words.age(self.facts["born_on"], self.day)

    @property
    def in_care(self) -> str:
        return words.for_long(self.facts["care_since"], self.facts["care_known"], self.day)

    @property
    def route(self) -> str:
        return Route(self.facts["route"]).label if self.facts["route"] else ""

    @property
    def contingency(self) -> str:
        return Route(self.facts["contingency"]).label if self.facts["contingency"] else ""

    @property
    def legal(self) -> str:
        """Placement order 3 Mar 2026."""
        if not self.facts["legal"]:
            return "Legal status not known"
        since = words.since(self.facts["legal_since"], self.facts["legal_known"])
        return f"{LEGAL_STATUS.label(self.facts['legal'])} {since}"

    @property
    def home(self) -> str:
        return home_words(self.facts["home"], self.facts["provider"])

    @property
    def stayed(self) -> str:
        """11 months · 2nd home."""
        if self.stay is None:
            return ""
        long = words.for_long(self.stay.since, self.stay.known, self.day)
        return f"{long} · {words.ordinal(self.stay.number)} home"

    @property
    def worker(self) -> str:
        return self.facts["worker"] or "No worker recorded"

    @property
    def iro(self) -> str:
        return self.facts["iro"] or "None recorded"


def stays(found: list[dict[str, Any]]) -> dict[int, Stay]:
    """The present stay of each child; temporary stays are neither homes nor the end of one."""
    lived: dict[int, list[Placement]] = {}
    ids = [facts["id"] for facts in found]
    for placement in Placement.objects.filter(child_id__in=ids).order_by("starts_on"):
        lived.setdefault(placement.child_id, []).append(placement)
    return {
        facts["id"]: stay
        for facts in found
        if (stay := stay_on(lived.get(facts["id"], []), facts["care_since"], facts["on_day"]))
    }


def stay_on(lived: Iterable[Placement], care_since: date, day: date) -> Stay | None:
    """The stay that `day` falls in, from the placements in their order."""
    homes: list[Any] = []
    stay = None
    for placement in lived:
        if not care_since <= placement.starts_on <= day or placement.type.startswith("T"):
            continue
        if not homes or homes[-1] != placement.home_id:
            homes.append(placement.home_id)
            stay = Stay(placement.starts_on, placement.start_known, len(homes))
    return stay
