"""The work of the reviewing officers in figures, over some months: a fixed number of questions.

Every child of the authority is counted, those whose record is restricted as well: a total that left
them out would be wrong, and names nobody. What is timed is read from the rows of clocks, so that a
figure never says anything else than the waits on a child's page.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from statistics import mean, median, quantiles
from typing import Any

from django.db.models import Count, F, Max, Q

from casetrack import dates, words
from casetrack.models import Allocation, AllocationRole, Authority, CarePeriod
from casetrack.models.codes import PARTICIPATION
from oversight.models import ClockRow
from oversight.models.states import PAST
from permanence.models import Challenge, ChallengeStage, MidPoint, Review, Stage
from permanence.models.challenges import Settled, Theme
from permanence.models.mid_points import Judgement

TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
NO_VIEW = ("PN4", "PN7")
EARLY = (Stage.INFORMAL, Stage.ONE)
LEAST, MOST = 50, 70
"""Children for an officer who works full time."""
HELD = {
    "reviews": ("review-due", "review"),
    "mid_points": ("mid-point", "mid-point held"),
    "closed": ("challenge-in-all", "challenge closed"),
}
"""The clocks of which those count that were stopped, as they should be, in the months."""
OWED = {
    "named": ("reviewing-officer-named", "officer named"),
    "decisions": ("review-decisions-sent", "decisions sent"),
    "record": ("review-record-made", "record finished"),
    "sent": ("review-record-sent", "record sent"),
    "ratified": ("plan-by-second-review", "plan ratified"),
    "answers": ("challenge-stage", "answered"),
    "alerts": ("informal-alert", "answered"),
}
"""The clocks of which those count whose limit fell in the months, and what stops each in time."""


@dataclass(frozen=True)
class Months:
    """From the first to the last day, both counted."""

    first: date
    last: date

    @property
    def days(self) -> tuple[date, date]:
        return self.first, self.last

    @property
    def said(self) -> str:
        return f"{words.long_day(self.first)} to {words.long_day(self.last)}"


def last_twelve(today: date) -> Months:
    """The twelve months to the end of last month."""
    this = today.replace(day=1)
    return Months(dates.add_months(this, -12), this - timedelta(days=1))


def of_year(year: int, today: date) -> Months | None:
    """From April of `year` to March, or to the end of last month; None before there is one."""
    ends = min(date(year + 1, 3, 31), today.replace(day=1) - timedelta(days=1))
    return Months(date(year, 4, 1), ends) if ends > date(year, 4, 1) else None


@dataclass(frozen=True)
class Figure:
    """So many, of how many where it is a part of them; None stands for a number that is hidden."""

    code: str
    number: int | None
    of: int | None = None
    alone: bool = False

    @property
    def said(self) -> str:
        """81 of 93; hidden of 93; 12; hidden; none where there was nothing to count."""
        number = "hidden" if self.number is None else f"{self.number:,}"
        if self.alone or (self.number is None and self.of is None):
            return number
        if self.of == 0:
            return "none"
        return f"{number} of {'hidden' if self.of is None else f'{self.of:,}'}"

    @property
    def share(self) -> str:
        if self.number is None or not self.of:
            return ""
        return f"{100 * self.number / self.of:.0f}%"


@dataclass(frozen=True)
class Split:
    """A whole split into parts: of each its code, its words and its number, None where hidden.

    It `is_coarse` where it is told in larger parts than it has, so that none has to be hidden.
    """

    code: str
    head: str
    parts: tuple[tuple[str, str, int | None], ...]
    whole: int | None
    is_coarse: bool = False

    @property
    def hides(self) -> bool:
        return any(number is None for _, _, number in self.parts)

    @property
    def numbers(self) -> dict[str, int | None]:
        return {code: number for code, _, number in self.parts}

    @property
    def counted(self) -> dict[str, int]:
        """The same of one in which nothing is hidden yet."""
        return {code: number or 0 for code, _, number in self.parts}


class Beside(StrEnum):
    """How many children an officer has, beside those for whom somebody works full time."""

    FEWER = "fewer than"
    WITHIN = "within"
    MORE = "more than"


def beside(children: int) -> Beside:
    if children < LEAST:
        return Beside.FEWER
    return Beside.MORE if children > MOST else Beside.WITHIN


@dataclass(frozen=True)
class Workload:
    """How many children each officer has, the fewest first."""

    each: tuple[int, ...]

    @property
    def children(self) -> int:
        return sum(self.each)

    @property
    def bands(self) -> list[tuple[str, int]]:
        """Officers with fewer than 50, 50 to 70, and more."""
        counted = Counter(map(beside, self.each))
        return [
            (f"fewer than {LEAST}", counted[Beside.FEWER]),
            (f"{LEAST} to {MOST}", counted[Beside.WITHIN]),
            (f"more than {MOST}", counted[Beside.MORE]),
        ]

    @property
    def said(self) -> str:
        """From 12 to 81 children; the middle half of the officers have 48 to 66."""
        if not self.each:
            return "No officer has a child."
        least, most = self.each[0], self.each[-1]
        if len(self.each) == 1:
            return f"One officer has {words.children(most)}."
        spread = f"From {least} to {words.children(most)} an officer"
        if len(self.each) < 4:
            return f"{spread}."
        low, _, high = (round(part) for part in quantiles(self.each, n=4, method="inclusive"))
        half = f"{low} to {high}" if low < high else f"about {low}"
        return f"{spread}; the middle half of the officers have {half}."


@dataclass(frozen=True)
class Figures:
    """All of them; `ended` are the challenges closed in the months, by id."""

    authority: Authority
    months: Months
    one: Mapping[str, Figure]
    split: Mapping[str, Split]
    workload: Workload | None
    days_to_close: tuple[int, int] | None
    ended: tuple[int, ...] = ()


def figures(authority: Authority, months: Months) -> Figures:
    timed = _timed(authority, months)
    past = _past(authority, months.last)
    ended = _ended(authority, months)
    taking = _participation(authority, months)
    load = workload(authority, months.last)
    single = {
        "children": _in_care(authority, months.last).count(),
        "officers": len(load.each),
        "cafcass": Challenge.objects.filter(
            child__authority=authority, cafcass_on__range=months.days
        ).count(),
        "reviews-overdue": past["review-due"],
        "without-officer": past["reviewing-officer-named"],
        "mid-points-none": timed.pop("none"),
        **{f"{key}-unknown": timed.pop(f"{key}-unknown") for key in CANNOT_TELL},
    }
    parts = {
        "early": (sum(each.highest in EARLY for each in ended), len(ended)),
        "took-part": (
            sum(taking[code] for code in TOOK_PART),
            sum(taking[code] for code in (*TOOK_PART, *NO_VIEW)),
        ),
        **{f"{key}-in-time": (timed[key], timed[f"{key}-of"]) for key in IN_TIME},
    }
    days = [(each.closed_on - each.raised_on).days for each in ended]
    splits = (
        _split("participation", "How the child took part", CODES, taking),
        _split("judgements", "Judgement", Judgement.choices, _judged(authority, months)),
        _split("raised", "Theme", Theme.choices, _raised(authority, months)),
        _split("stages", "Highest stage", Stage.choices, Counter(each.highest for each in ended)),
        _split("outcomes", "How it ended", Settled.choices, Counter(e.outcome for e in ended)),
        _split("late-answers", "Stage", Stage.choices, _late_answers(authority, months)),
    )
    return Figures(
        authority=authority,
        months=months,
        one={code: Figure(code, number, alone=True) for code, number in single.items()}
        | {code: Figure(code, number, of) for code, (number, of) in parts.items()},
        split={each.code: each for each in splits},
        workload=load,
        days_to_close=(round(mean(days)), round(median(days))) if days else None,
        ended=tuple(each.pk for each in ended),
    )


CODES = [
    *((code, f"{said} ({code})") for code, said in PARTICIPATION.choices),
    ("", "not recorded"),
]
CANNOT_TELL = ("named", "reviews", "ratified", "mid-points")
IN_TIME = (
    *("named", "reviews", "decisions", "record", "sent", "ratified"),
    *("mid-points", "closed", "answers"),
)


def workload(authority: Authority, day: date) -> Workload:
    """The children in care on the day of each officer who has any."""
    held = Allocation.objects.on(day).filter(
        role=AllocationRole.IRO, child__in=_in_care(authority, day).values("child")
    )
    counted = held.values("worker").annotate(children=Count("pk"))
    return Workload(tuple(sorted(counted.values_list("children", flat=True))))


def _in_care(authority: Authority, day: date) -> Any:
    return CarePeriod.objects.on(day).filter(child__authority=authority)


def _timed(authority: Authority, months: Months) -> Counter[str]:
    """What the rows of clocks tell, asked at once: by its key how many were in time, "-of" how many
    count, and "-unknown" of how many nobody can tell; "none" are the mid-points never held.
    """
    in_time, late = Q(stopped_on__lte=F("due_on")), Q(stopped_on__gt=F("due_on"))
    known, unknown = Q(start_known=True), Q(start_known=False)
    asked: dict[str, Q] = {}
    for key, (clock, stop) in HELD.items():
        held = Q(clock=clock, stopped_by=stop, stopped_on__range=months.days)
        asked |= {key: held & in_time & known, f"{key}_of": held & (late | known)}
        asked[f"{key}_unknown"] = held & in_time & unknown
    for key, (clock, stop) in OWED.items():
        # Of a wait that went on after some time out of care the part that ran at its limit counts.
        due = Q(clock=clock, due_on__range=months.days, runs_from__lte=F("due_on"))
        done = in_time & Q(stopped_by=stop)
        asked |= {key: due & done & known, f"{key}_unknown": due & done & unknown}
        asked[f"{key}_of"] = due & (late | Q(stopped_on=None) | (done & known))
    at_next = Q(clock="mid-point", stopped_by="next review", stopped_on__range=months.days)
    asked["none"] = at_next & late
    found = ClockRow.objects.filter(child__authority=authority).aggregate(
        **{key: Count("pk", filter=condition) for key, condition in asked.items()}
    )
    timed = Counter({key.replace("_", "-"): number for key, number in found.items()})
    for key in ("answers", "answers-of"):
        timed[key] += timed[key.replace("answers", "alerts")]
    return timed


def _past(authority: Authority, day: date) -> Counter[str]:
    """Past their limits on the day, whatever reason was given: reviews, and officers to name."""
    rows = ClockRow.objects.filter(
        child__authority=authority, clock__in=["review-due", "reviewing-officer-named"]
    )
    return Counter(rows.as_at(day).filter(state__in=PAST).values_list("clock", flat=True))


def _participation(authority: Authority, months: Months) -> Counter[str]:
    held = Review.objects.filter(child__authority=authority, held_on__range=months.days)
    return Counter(held.values_list("participation", flat=True))


def _judged(authority: Authority, months: Months) -> Counter[str]:
    held = MidPoint.objects.filter(child__authority=authority, held_on__range=months.days)
    return Counter(held.values_list("judgement", flat=True))


def _raised(authority: Authority, months: Months) -> Counter[str]:
    found = Challenge.objects.filter(child__authority=authority, raised_on__range=months.days)
    return Counter(found.values_list("theme", flat=True))


def _ended(authority: Authority, months: Months) -> list[Any]:
    """The challenges closed, each with the `highest` stage that it reached: by their order."""
    found = Challenge.objects.filter(child__authority=authority, closed_on__range=months.days)
    return list(found.annotate(highest=Max("stages__stage")).order_by("closed_on", "pk"))


def _late_answers(authority: Authority, months: Months) -> Counter[str]:
    """By stage: those with no answer by the last day of their limit."""
    late = Q(stopped_on=None) | Q(stopped_on__gt=F("due_on"))
    rows = ClockRow.objects.filter(
        late,
        child__authority=authority,
        clock__in=["challenge-stage", "informal-alert"],
        due_on__range=months.days,
        runs_from__lte=F("due_on"),
    )
    subjects = list(rows.values_list("clock", "subject"))
    numbers = [
        int(subject.split()[-1]) for clock, subject in subjects if clock == "challenge-stage"
    ]
    stages = dict(ChallengeStage.objects.filter(pk__in=numbers).values_list("pk", "stage"))
    return Counter(stages[number] for number in numbers) + Counter(
        {Stage.INFORMAL.value: len(subjects) - len(numbers)}
    )


def _split(
    code: str, head: str, choices: Iterable[tuple[str, Any]], counted: Mapping[str, int]
) -> Split:
    """Of every choice there is, in their order."""
    parts = [(value, words.capital(str(said)), counted.get(value, 0)) for value, said in choices]
    return Split(code, head, tuple(parts), sum(number for _, _, number in parts))
