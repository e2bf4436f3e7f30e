"""What a kind of fact is: defined once, in one file of its floor's `kinds` room.

From the definition come the page that records one, the pages that change, correct or take one back,
its place in the child's history, and the tests that no kind is forgotten.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django import forms

from casetrack.access.permissions import Permission

Values = Mapping[str, Any]


class Group(StrEnum):
    """The parts of a record, in the order in which a reader looks for them."""

    CHILD = "The child"
    PEOPLE = "People important to the child"
    CARE = "In and out of care"
    COURT = "Courts and orders"
    HOME = "Homes"
    PLAN = "Plans and reviews"
    ADOPTION = "Adoption"
    GUARDIANSHIP = "Special guardianship"
    SEEN = "Visits, health and school"
    VOICE = "The child’s voice"


@dataclass(frozen=True)
class Told:
    """One sentence of a fact, on its day; `known` is False where it was on or before that day.

    What is `standing` has been so since long before anybody could record it, such as who the
    mother is: it is never late.
    """

    on: date
    sentence: str
    known: bool = True
    standing: bool = False


@dataclass(frozen=True)
class Ask:
    """A question that is not simply a field of the model."""

    name: str
    field: Callable[[Any], forms.Field]
    """Makes the form field for a child."""


@dataclass(frozen=True, kw_only=True)
class Change:
    """What may become of a recorded fact: an order ends, a decision is reversed, a plan ratified.

    A change is a new fact of its own date; putting a mistake right is a correction, which every
    kind has. `act(fact, by, values)` calls one action; `offered(fact)` says whether it makes sense.
    """

    code: str
    title: str
    asks: tuple[str | Ask, ...]
    act: Callable[[Any, Any, Values], Any]
    offered: Callable[[Any], bool]
    permission: Permission | None = None
    """Where it is not the permission of the kind itself: only a reviewing officer ratifies."""
    owned: Callable[[Any], Permission] | None = None
    """Where it depends on the fact, which is then asked: who answers a challenge at its stage. It
    takes the place of `permission`, which whoever may do it of some fact holds."""

    def needs(self, fact: Any) -> Permission | None:
        """The permission to record it of this fact; None where it is that of the fact's kind."""
        return self.owned(fact) if self.owned is not None else self.permission


@dataclass(frozen=True)
class Apart:
    """Facts of a kind that others record than the rest of it: those with these codes in a field."""

    field: str
    permissions: Mapping[str, Permission]


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of fact.

    `asks` are the questions on its page: names of the model's fields, or an `Ask`. `act(child, by,
    values)` calls the action where recording one has consequences; without it the fact is simply
    written by `casetrack.actions.facts`. `rule(fact)` says why a fact cannot be so, empty where it
    can; dates lie in the past except those named in `ahead`, and not before birth unless
    `before_birth`. `tell(fact)` gives its sentences. By name of the field, `labels` are the words
    of a question where the model's own would not do, and `choices` make what it may offer for a
    child: rows for a foreign key, pairs for a code. `mends` are the fields that a correction may
    change.
    """

    code: str
    title: str
    group: Group
    model: Any
    permission: Permission
    tell: Callable[[Any], Iterable[Told]]
    asks: tuple[str | Ask, ...] = ()
    hint: str = ""
    act: Callable[[Any, Any, Values], Any] | None = None
    rule: Callable[[Any], str] | None = None
    ahead: tuple[str, ...] = ()
    before_birth: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    related: tuple[str, ...] = ()
    """Foreign keys whose rows the sentences name; read in one query a table."""
    mends: tuple[str, ...] = ()
    holds: Callable[[Any], str] | None = None
    """Why a fact cannot be taken back, because something else rests on it; empty where it can."""
    apart: Apart | None = None
    """Where the permission depends on a code: who a child's reviewing officer is, no manager says.

    The field is none of those that a correction may change."""
    owned: Callable[[Values], Permission | None] | None = None
    """The permission to amend a fact that somebody made their own, asked of what it holds: what a
    review decided is the officer's, though others agree actions too. None: the kind's."""
    chain: tuple[str, ...] | None = None
    """For periods that follow one another: the fields, beside the child, that one chain shares."""
    changes: tuple[Change, ...] = ()
    page: tuple[str, str] | None = None
    """The address, by its name on any floor, of the child's page that has more of it, in words."""
    for_family: bool = True
    """Whether it may be recorded for brothers and sisters in one go."""

    @property
    def mended(self) -> tuple[str, ...]:
        return self.mends or tuple(name for name in self.asks if isinstance(name, str))

    @property
    def permissions(self) -> tuple[Permission, ...]:
        """The permissions of which one at least is needed to record facts of the kind."""
        return (self.permission, *(self.apart.permissions.values() if self.apart else ()))

    def needs(self, values: Values) -> Permission:
        """The permission to write a fact with these values."""
        if self.owned is not None and (own := self.owned(values)):
            return own
        if self.apart is None:
            return self.permission
        return self.apart.permissions.get(values.get(self.apart.field, ""), self.permission)

    def change(self, code: str) -> Change | None:
        return next((change for change in self.changes if change.code == code), None)

    def offers(self, fact: Any) -> list[Change]:
        return [change for change in self.changes if change.offered(fact)]


def period(fact: Any, began: str, ended: str = "") -> Iterable[Told]:
    """The two sentences of a fact with `starts_on` and `ends_on`."""
    yield Told(fact.starts_on, began, fact.start_known)
    if fact.ends_on is not None and ended:
        yield Told(fact.ends_on, ended)
