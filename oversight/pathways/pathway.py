"""What a pathway is: which children are on it, its stages in order, what is shown and done there.

One file in `rules/` holds one pathway. Its expressions stand over the children of
`oversight.pathways.facts.in_care`; everything that is said of a child is computed from the answer,
so that a page asks the same few questions whatever the number of children.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from casetrack import dates, words
from casetrack.access.permissions import Permission
from casetrack.models.codes import LEGAL_STATUS
from oversight.homes import home_words
from permanence.models import Route

Facts = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Stage:
    """One fixed stage: done from the day that `on` gives, by a fact or, second, by a plan's step.

    `kind` is the kind of fact that records it; with `change`, what is recorded is that change of
    the fact whose id `fact` gives, and a new one where there is none. A stage that is done shows
    that all before it have gone by; one that may begin earlier says with `shows` of which it does.
    """

    code: str
    title: str
    on: Combinable
    step: str = ""
    kind: str = ""
    change: str = ""
    fact: Combinable | None = None
    button: str = ""
    shows: tuple[str, ...] | None = None
    needless: Callable[[Facts], bool] = lambda facts: False
    """Whether this child has no need of it; read from the facts of `listed`."""

    @property
    def key(self) -> str:
        return f"on_{self.code.replace('-', '_')}"


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A yes or no about a child on the way: a chip that narrows the list, or who stands on top.

    `means` says plainly what is asked. `holds` reads the facts of `listed`, which are asked of
    every child of the pathway.
    """

    code: str
    title: str
    means: str
    holds: Callable[[Facts], bool]


@dataclass(frozen=True)
class Cell:
    """What a column says of a child: a few words, smaller ones beneath, in red where it is late."""

    words: str
    small: tuple[str, ...] = ()
    late: bool = False

    @property
    def text(self) -> str:
        """For a file: all of it in one cell."""
        return "; ".join([self.words, *self.small])


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of the page; `facts` are asked of the children on the page alone."""

    title: str
    cell: Callable[[Facts], Cell]
    facts: Mapping[str, Combinable] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Pathway:
    """One pathway.

    `are` completes "38 children ..."; `who` narrows the children in care; `top` are those whose
    rows stand first; `clocks` are the codes of the waits that matter here, the first the most;
    `listed` are the facts of every child that marks read. `only_for` are permissions of which the
    reader must hold one to see a child here; without any the tracker's own is enough.
    """

    code: str
    place: int
    """Where it stands among the others: in the order of the routes, as a group looks at them."""
    title: str
    purpose: str
    are: str
    who: Callable[[QuerySet[Any]], QuerySet[Any]]
    stages: tuple[Stage, ...]
    ended: str
    """How it stands with a child who has every stage behind her; empty where she has left."""
    top: Mark
    marks: tuple[Mark, ...] = ()
    clocks: tuple[str, ...] = ()
    routes: tuple[str, ...] = ()
    """Routes whose plan has the next step, where the child has one of them."""
    columns: tuple[Column, ...] = ()
    listed: Mapping[str, Combinable] = field(default_factory=dict)
    only_for: Collection[Permission] = ()


def older_than(years: int) -> Callable[[Facts], bool]:
    """Whether the child has had that birthday by the day shown."""
    return lambda facts: bool(
        facts["born_on"] and dates.birthday(facts["born_on"], years) <= facts["on_day"]
    )


def in_short(said: str, most: int = 120) -> str:
    """What somebody wrote, cut off at a word where it is long."""
    return said if len(said) <= most else f"{said[:most].rsplit(' ', 1)[0]} …"


def _order(facts: Facts) -> Cell:
    if not facts["legal"]:
        return Cell("Legal status not known", late=True)
    since = words.since(facts["legal_since"], facts["legal_known"])
    return Cell(LEGAL_STATUS.label(facts["legal"]), (since,))


def _plan(facts: Facts) -> Cell:
    order = _order(facts)
    if facts["route"] is None:
        return Cell("No agreed plan", (f"{order.words} {order.small[0]}",) if order.small else ())
    small = [" ".join([order.words, *order.small])]
    if facts["contingency"]:
        small.append(f"contingency: {words.uncapital(Route(facts['contingency']).label)}")
    return Cell(Route(facts["route"]).label, tuple(small))


def _home(facts: Facts) -> Cell:
    stayed = facts["stayed"]
    return Cell(home_words(facts["home"], facts["provider"]), (stayed,) if stayed else ())


ORDER = Column(title="Order", cell=_order)
PLAN = Column(title="Plan and order", cell=_plan)
HOME = Column(title="Home", cell=_home)
