"""What an indicator is: a question about many children, defined once, in one file, without Django.

A file in `defs/` makes one `Indicator`. Its SQL selects, from the facts of `facts.sql` here and of
the clocks alone, rows that do not depend on the day that is asked about, and the engine does the
rest: it counts them as at any days, for any group of children, and leads to the children behind.

Rows of `ON_DAY` and `DURING` are stretches: `child_id`, `starts_on` and `ends_on` (null while it
lasts; half-open). Stretches of one child in one select never overlap. Rows of `EVENTS` and
`CHILDREN` are what happened on a day: `child_id` and `on_day`. A select may give besides

    value   of an event: what is averaged, in the indicator's unit           (1)
    since   of a stretch: the day from which the days so far are averaged    (starts_on)
    known   false where that rests on a start known only as "on or before": it is left out of the
            average and counted apart                                        (true)

Windows end with the day asked about and are whole months: the year to 31 October begins on
1 November.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

OPTIONAL = {"value": "1", "since": "starts_on", "known": "true"}


class Polarity(StrEnum):
    """Which way is better; NEUTRAL where neither is."""

    LOWER = "lower is better"
    HIGHER = "higher is better"
    NEUTRAL = "neither way is better"


class Shape(StrEnum):
    """What the value is made of: numerator n, denominator d, the values of the numerator."""

    COUNT = "a number"
    PERCENT = "a percentage"  # 100 n / d
    RATIO = "a ratio"  # n / d
    RATE = "a rate per 10,000"  # 10,000 n / d
    DIFFERENCE = "a difference"  # n - d
    MEAN = "an average"  # the sum of the values / n


TIMES = {Shape.PERCENT: 100, Shape.RATIO: 1, Shape.RATE: 10_000}
"""What a number divided by a whole is multiplied with, to be a figure of that shape."""


class Over(StrEnum):
    """The months to the day asked about over which events are counted; DAY where it is a stock."""

    DAY = "on the day"
    MONTH = "the month"
    QUARTER = "three months"
    HALF_YEAR = "six months"
    YEAR = "twelve months"
    THREE_YEARS = "three years"

    @property
    def said(self) -> str:
        """On the day; over twelve months."""
        return str(self) if self == Over.DAY else f"over {self}"

    @property
    def months(self) -> int:
        return {"DAY": 0, "MONTH": 1, "QUARTER": 3, "HALF_YEAR": 6, "YEAR": 12}.get(self.name, 36)


class How(StrEnum):
    """What is counted of the rows."""

    ON_DAY = "children for whom it holds on the day"
    DURING = "children for whom it held on some day of the months"
    EVENTS = "how often it happened in the months"
    CHILDREN = "children to whom it happened in the months"


class Chart(StrEnum):
    """How it is drawn over time. Only the first three go on a process-control chart."""

    FLOW = "flow"
    PERCENTAGE = "percentage"
    TIMELINESS = "timeliness"
    STOCK = "stock"


class Group(StrEnum):
    """Where an indicator is looked for."""

    CARE = "Children in care"
    HOMES = "Where children live"
    STABILITY = "Staying put"
    PERMANENCE = "Plans and permanence"
    ADOPTION = "Adoption"
    STAGES = "Stages of adoption"
    QUALITY = "Health, learning and being seen"
    LEAVING = "Moving on from care"
    SERVICE = "Staff, money and support"


class By(StrEnum):
    """What the children may be told apart by: as on the day asked about, or as when it happened."""

    TEAM = "team"
    AGE = "age"
    SEX = "sex"
    ETHNICITY = "ethnicity"
    ROUTE = "route"


@dataclass(frozen=True)
class Counted:
    """One side of an indicator: in words, and the select whose rows are counted.

    `gives` are the optional columns that it has. `at_once` says of events that a child is of the
    group that she belongs to on that very day, not on the day before: of what begins then, such as
    coming into care. `after_care` are the months for which its rows may go on, or happen, after the
    child's care has ended; None where they may at any time after it, or of a child never in care.
    Children who left care before that are not looked at.
    """

    words: str
    sql: str
    how: How = How.ON_DAY
    gives: frozenset[str] = frozenset()
    at_once: bool = False
    after_care: int | None = 0

    def __post_init__(self) -> None:
        if unknown := self.gives - OPTIONAL.keys():
            raise ValueError(f"{self.words}: unknown columns {sorted(unknown)}")

    @property
    def stretches(self) -> bool:
        return self.how in (How.ON_DAY, How.DURING)


@dataclass(frozen=True)
class Given:
    """A figure that somebody enters, such as the population: the newest that is in force."""

    code: str
    words: str


@dataclass(frozen=True)
class Example:
    """A worked example: what it shows, the children's histories as `tests/timeline.py` reads them,
    the day, and what must come out. `value` is rounded to one decimal; `given` are entered figures.
    """

    shows: str
    histories: tuple[str, ...]
    day: str
    number: int
    of: int | None = None
    value: float | None = None
    unknown: int = 0
    given: tuple[tuple[str, float], ...] = ()

    @property
    def on_day(self) -> date:
        return date.fromisoformat(self.day)


@dataclass(frozen=True)
class Indicator:
    """The definition of one indicator; see the module for the SQL.

    `called` are its numbers on the scorecards that councils use. `question` stands under every
    title, because titles are misread. `kind` says whose definition it is, and `source` where it is
    published. `numerator` is None where nothing here can count it: then it is entered each month.
    `less` is subtracted from the value (the gap to another's rate). `recorded` says that it counts
    what is in no return: nothing is shown of days before people recorded here. `looks_back` are the
    months before the day from which what is counted must be known. `curve` is the code
    of the wait whose curve belongs beside it. `traps` are how it has been misread.
    """

    code: str
    title: str
    question: str
    shape: Shape
    unit: str
    polarity: Polarity
    chart: Chart
    group: Group
    source: str
    kind: str
    reviewed_on: date
    numerator: Counted | None = None
    denominator: Counted | Given | None = None
    over: Over = Over.DAY
    less: Given | None = None
    called: tuple[str, ...] = ()
    by: tuple[By, ...] = tuple(By)
    recorded: bool = False
    looks_back: int = 0
    curve: str = ""
    traps: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    def __post_init__(self) -> None:
        needs_whole = self.shape not in (Shape.COUNT, Shape.MEAN)
        if self.own and needs_whole != (self.denominator is not None):
            raise ValueError(f"{self.code}: {self.shape} of what?")
        for side in self.sides:
            if (side.how == How.ON_DAY) != (self.over == Over.DAY) and side is self.numerator:
                raise ValueError(f"{self.code} counts {side.how} over {self.over}")

    @property
    def own(self) -> bool:
        """Whether it is counted here, from the facts; else it is entered."""
        return self.numerator is not None

    @property
    def is_count(self) -> bool:
        return self.shape == Shape.COUNT

    @property
    def adds_up(self) -> bool:
        """Whether it is a number of all children that is made of those of their groups."""
        return self.shape in (Shape.COUNT, Shape.DIFFERENCE)

    @property
    def goes_on(self) -> bool:
        """Whether months share most of what they count: children on a day, or windows that overlap.

        Then what a month shows is mostly what the one before it showed, and no control chart can
        tell chance from change.
        """
        return self.chart == Chart.STOCK or (self.own and self.over != Over.MONTH)

    @property
    def sides(self) -> tuple[Counted, ...]:
        """What is counted of it: the numerator, and the denominator if it is not given."""
        return tuple(
            side for side in (self.numerator, self.denominator) if isinstance(side, Counted)
        )

    @property
    def titled(self) -> str:
        """Children in care (CP1, P2)."""
        return f"{self.title} ({', '.join(self.called)})" if self.called else self.title

    def digest(self, facts: Iterable[str]) -> str:
        """The mark of this very definition, with the text of the facts that it counts from.

        Words on screen are no part of it: it changes where a figure could.
        """
        sides = [
            (side.sql, str(side.how), str(side.at_once)) if isinstance(side, Counted) else str(side)
            for side in (self.numerator, self.denominator)
        ]
        parts = (self.code, str(self.shape), str(self.over), str(self.less), repr(sides), *facts)
        return sha256("\0".join(parts).encode()).hexdigest()
