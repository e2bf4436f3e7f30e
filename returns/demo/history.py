"""A made-up child's life in care: two timelines, and the episodes that a return makes of them.

Legal status and home change independently; an SSDA903 episode is a stretch in which neither does.
Why a home ended stands on the home that follows it here, and on the ending episode in the return.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Stay:
    """A home as the return sees it, and the identity of its carers, which the return lacks."""

    carer: int
    type: str
    provider: str
    postcode: str
    urn: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Home:
    """From `on` the child stays there; `why` the stay before it ended (a change code, or none)."""

    on: date
    stay: Stay
    why: str = ""


@dataclass(frozen=True, slots=True)
class Episode:
    """One row of the episodes table."""

    decom: date
    rne: str
    legal: str
    need: str
    stay: Stay
    dec: date | None
    rec: str
    why: str


@dataclass(slots=True)
class Care:
    """One period of care; `legal` and `homes` both begin on the day it starts."""

    starts_on: date
    need: str
    legal: list[tuple[date, str]]
    homes: list[Home]
    ends_on: date | None = None
    reason: str = ""

    @property
    def short_break(self) -> bool:
        return self.legal[0][1] in ("V3", "V4")

    def since(self, *codes: str) -> date | None:
        """The day on which one of these legal statuses began."""
        return next((on for on, code in self.legal if code in codes), None)

    def placed_since(self) -> date | None:
        """The day of the move into the first adoptive home."""
        return next((home.on for home in self.homes if home.stay.type.startswith("A")), None)

    def episodes(self) -> Iterator[Episode]:
        """The two timelines cut at every change of either."""
        legal, homes = dict(self.legal), {home.on: home for home in self.homes}
        cuts = sorted(set(legal) | set(homes))
        code, home = self.legal[0][1], self.homes[0]
        rne = "S"
        for number, on in enumerate(cuts):
            code, home = legal.get(on, code), homes.get(on, home)
            if number + 1 == len(cuts):
                yield Episode(on, rne, code, self.need, home.stay, self.ends_on, self.reason, "")
                return
            after = cuts[number + 1]
            following = homes.get(after, home)
            changed = legal.get(after, code) != code
            why = following.why if following.on == after else ""
            yield Episode(on, rne, code, self.need, home.stay, after, "X1", why)
            rne = _reason_for_new(changed, home.stay, following.stay)


def _reason_for_new(legal_changed: bool, before: Stay, after: Stay) -> str:
    """L, P, T, B or U, by which of legal status, home and carer changed."""
    if before == after:
        return "L"
    if before.carer == after.carer:
        return "U" if legal_changed else "T"
    return "B" if legal_changed else "P"


@dataclass(slots=True)
class Spell:
    """Somebody works with the child from one day to another; `why` they took over."""

    worker: str
    starts_on: date
    ends_on: date | None
    why: str


@dataclass(slots=True)
class Life:
    """All that is made up about one child."""

    reference: str
    born_on: date
    sex: str
    ethnicity: str
    upn: str
    family: int
    postcode: str
    unaccompanied: bool = False
    trait: str = ""
    cares: list[Care] = field(default_factory=list)
    decisions: list[tuple[date, date | None, str]] = field(default_factory=list)
    matches: list[tuple[date, date | None]] = field(default_factory=list)
    reviews: list[tuple[date, str]] = field(default_factory=list)
    missing: list[tuple[str, date, date | None]] = field(default_factory=list)
    previous: tuple[str, str, str] = ("Z1", "", "")
    child_born_on: date | None = None
    adopters: tuple[str, str, str] = ("", "", "")
    deprived: list[tuple[date, date | None]] = field(default_factory=list)
    workers: list[Spell] = field(default_factory=list)
    officers: list[Spell] = field(default_factory=list)

    @property
    def care(self) -> Care:
        """The latest period of care."""
        return self.cares[-1]

    @property
    def short_breaks(self) -> bool:
        return self.cares[0].short_break

    def in_care_on(self, day: date) -> bool:
        """Counted as looked after on `day`: short breaks are not."""
        return any(
            not care.short_break
            and care.starts_on <= day
            and (care.ends_on is None or day < care.ends_on)
            for care in self.cares
        )
