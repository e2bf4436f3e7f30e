"""Every figure about the reviewing officers equals a count made another way, child by child.

The other way reads one child's facts after another with the ORM, in plain Python, and takes no row
of a clock: limits are counted here, or by the reference that the clocks are held against.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean, median
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from casetrack.dates import add_months, add_working_days
from casetrack.models import Allocation, Authority, Child
from casetrack.models.codes import PARTICIPATION
from oversight.clocks.engine import refresh
from oversight.officers.figures import (
    Figure,
    Figures,
    Months,
    Split,
    Workload,
    figures,
    last_twelve,
    of_year,
)
from oversight.officers.measures import MEASURES
from oversight.officers.publishing import published
from permanence.models import Challenge, MidPoint, PermanencePlan, Review, Stage
from returns.demo.authority import Making, make
from tests import timeline
from tests.reference.clocks import Row, bank_holidays, rows_of_child
from tests.reference.spells import OPEN, Spell, shared, without
from tests.reference.story import Story

TODAY = date(2026, 11, 23)
MAKING = Making(children=150, seed=3, today=TODAY)
PERIODS = [
    pytest.param(last_twelve(TODAY), id="twelve months"),
    pytest.param(of_year(2025, TODAY), id="the year 2025"),
    pytest.param(of_year(2026, TODAY), id="this year so far"),
]


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """One demo authority for all tests here, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        folder = tmp_path_factory.mktemp("returns")
        make(code="DEMO", making=MAKING, folder=folder, say=lambda step: None)
        _mishaps()
        refresh()
        yield
        transaction.set_rollback(True)
    connection.close()


def _mishaps() -> None:
    """What a demo has little of: no officer for a while, a review adjourned, a stage unanswered."""
    held = Allocation.objects.filter(role="iro", ends_on=None, starts_on__lt=date(2026, 9, 1))
    Allocation.objects.filter(pk__in=held.order_by("pk").values("pk")[:8]).update(
        ends_on=date(2026, 9, 1)
    )
    for review in Review.objects.filter(held_on__gte=date(2026, 5, 1)).order_by("pk")[:12]:
        Review.objects.filter(pk=review.pk).update(
            adjourned_on=review.held_on,
            completed_on=review.held_on + timedelta(days=14),
            decisions_sent_on=review.held_on + timedelta(days=20),
            answered_on=None,
        )
    for challenge in Challenge.objects.filter(raised_on__gte=date(2025, 12, 1)).order_by("pk")[:4]:
        challenge.stages.filter(stage="informal").update(
            answered_on=None, answered_by="", answer=""
        )
        challenge.stages.create(
            child=challenge.child,
            stage="stage-3",
            began_on=challenge.raised_on + timedelta(days=40),
        )
        Challenge.objects.filter(pk=challenge.pk).update(
            closed_on=challenge.raised_on + timedelta(days=80),
            cafcass_on=challenge.raised_on + timedelta(days=50),
            outcome="not-settled",
            effect="Nothing yet.",
        )


@pytest.fixture
def demo(council: None, db: None) -> Authority:
    return Authority.objects.get(code="DEMO")


@dataclass
class Owed:
    """Something that is to be done by a day, the days on which it waits, and when it was done."""

    starts_on: date
    due_on: date
    done_on: date
    known: bool = True

    def counts(self, allowed: Iterable[Spell], months: Months) -> str:
        """In time, late or not known, where its limit fell in the months while it waited."""
        if not months.first <= self.due_on <= months.last:
            return ""
        for spell in allowed:
            first, over = max(self.starts_on, spell.starts_on), min(self.done_on, spell.ends_on)
            at_once = self.starts_on == self.done_on and spell.starts_on <= first <= spell.ends_on
            if not at_once and not first < over or first > self.due_on:
                continue
            if over > self.due_on:
                return "late"
            if over == self.done_on:
                return "in-time" if self.known else "unknown"
        return ""


class Counted:
    """The figures of the months, counted child by child."""

    def __init__(
        self, authority: Authority, months: Months, rows: Mapping[Child, list[Row]]
    ) -> None:
        self.months, self.authority = months, authority
        self.owed: dict[str, Counter[str]] = {}
        self.held: dict[str, Counter[str]] = {"reviews": Counter(), "mid-points": Counter()}
        self.number: Counter[str] = Counter()
        self.late: Counter[str] = Counter()
        self.participation: Counter[str] = Counter()
        self.judgements: Counter[str] = Counter()
        self.raised: Counter[str] = Counter()
        self.stages: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.closed_formally: Counter[str] = Counter()
        self.load: Counter[int] = Counter()
        self.days: list[int] = []
        for child, told in rows.items():
            self._by_reference(child, told)
            self._child(child)

    def _child(self, child: Child) -> None:
        story = Story(child, bank_holidays())
        recorded = Spell(self.authority.recorded_from or OPEN)
        remand = story.days(remand=True, adult=False)
        self._reviews(child, shared(remand, [recorded]))
        self._challenges(child, remand)
        self._officer(child, story, recorded, remand)
        self._plan(child, story, shared(story.days(remand=False, adult=False), [recorded]))
        for look in MidPoint.objects.filter(child=child):
            if self._within(look.held_on):
                self.judgements[look.judgement] += 1

    def _within(self, day: date | None) -> bool:
        return day is not None and self.months.first <= day <= self.months.last

    def _note(self, what: str, owed: Owed, allowed: Iterable[Spell]) -> str:
        outcome = owed.counts(allowed, self.months)
        self.owed.setdefault(what, Counter())[outcome] += 1
        return outcome

    def _by_reference(self, child: Child, rows: Iterable[Row]) -> None:
        """Reviews and mid-points: a row that stops on the day of one was stopped by it."""
        reviews = {each.held_on for each in Review.objects.filter(child=child)}
        looks = {each.held_on for each in MidPoint.objects.filter(child=child)}
        for row in rows:
            if row.clock not in ("review-due", "mid-point") or row.due_on is None:
                continue
            stopped, due = row.stopped_on or OPEN, row.due_on
            what = "reviews" if row.clock == "review-due" else "mid-points"
            if what == "reviews" and row.runs_from <= self.months.last < stopped:
                self.number["reviews-overdue"] += due < self.months.last
            if not self._within(row.stopped_on):
                continue
            if stopped in (reviews if what == "reviews" else looks):
                outcome = "late" if stopped > due else "in-time" if row.start_known else "unknown"
                self.held[what][outcome] += 1
            elif what == "mid-points" and stopped in reviews:
                self.number["mid-points-none"] += stopped > due

    def _reviews(self, child: Child, allowed: list[Spell]) -> None:
        begun = self.authority.recorded_from or OPEN
        for review in Review.objects.filter(child=child):
            if self._within(review.held_on):
                self.participation[review.participation] += 1
            on_a_day_of_its_own = review.adjourned_on is not None or review.in_parts
            ended = review.completed_on if on_a_day_of_its_own else review.held_on
            if ended is None:
                continue
            for what, days, done in (
                ("decisions", 5, review.decisions_sent_on),
                ("record", 15, review.record_made_on),
                ("sent", 20, review.record_sent_on),
            ):
                due = add_working_days(ended, days, bank_holidays())
                if due >= begun and (done is None or done >= ended):
                    self._note(what, Owed(ended, due, done or OPEN), allowed)

    def _challenges(self, child: Child, allowed: list[Spell]) -> None:
        for challenge in Challenge.objects.filter(child=child):
            stages = list(challenge.stages.order_by("began_on", "stage"))
            self.number["cafcass"] += self._within(challenge.cafcass_on)
            if self._within(challenge.raised_on):
                self.raised[challenge.theme] += 1
            closed = challenge.closed_on or OPEN
            formal = [stage.began_on for stage in stages if stage.stage != "informal"]
            if self._within(challenge.closed_on):
                self.stages[stages[-1].stage] += 1
                self.outcomes[challenge.outcome] += 1
                self.days.append((closed - challenge.raised_on).days)
                if formal and any(spell.holds_on(closed) for spell in allowed):
                    due = add_working_days(min(formal), 20, bank_holidays())
                    self.closed_formally["late" if closed > due else "in-time"] += 1
            for place, stage in enumerate(stages):
                after = stages[place + 1].began_on if place + 1 < len(stages) else OPEN
                over = min(after, closed)
                answered = stage.answered_on or OPEN
                due = add_working_days(stage.began_on, 5, bank_holidays())
                # What is put on or closed in time needs no answer.
                if answered > over and over <= due:
                    continue
                owed = Owed(stage.began_on, due, min(answered, over))
                if self._note("answers", owed, allowed) == "late":
                    self.late[stage.stage] += 1

    def _officer(self, child: Child, story: Story, recorded: Spell, allowed: list[Spell]) -> None:
        last = self.months.last
        named = [
            Spell(each.starts_on, each.ends_on or OPEN)
            for each in Allocation.objects.filter(child=child, role="iro")
        ]
        gaps = without(shared(story.care, [recorded]), named)
        for gap in gaps:
            due = add_working_days(gap.starts_on, 5, bank_holidays())
            known = gap.starts_on > recorded.starts_on or any(
                care.starts_on == gap.starts_on and care.start_known for care in story.care
            )
            left = any(care.ends_on == gap.ends_on for care in story.care)
            if not (left and gap.ends_on <= due):
                self._note("named", Owed(gap.starts_on, due, gap.ends_on, known), allowed)
            in_it = any(spell.holds_on(last) for spell in shared([gap], allowed))
            self.number["without-officer"] += in_it and due < last
        if any(care.holds_on(last) for care in story.care):
            self.number["children"] += 1
            for each in Allocation.objects.filter(child=child, role="iro"):
                if each.holds_on(last):
                    self.load[each.worker_id] += 1

    def _plan(self, child: Child, story: Story, allowed: list[Spell]) -> None:
        begun = self.authority.recorded_from or OPEN
        for care in story.care:
            start = max(care.starts_on, begun)
            known = care.start_known and care.starts_on >= begun
            plans = PermanencePlan.objects.filter(child=child, rank="primary")
            ratified = min(
                (
                    plan.ratified_on
                    for plan in plans
                    if plan.ratified_on and (plan.ends_on or OPEN) > care.starts_on
                ),
                default=OPEN,
            )
            if ratified < start or care.ends_on <= start:
                continue
            held = [day for day in story.reviews if care.holds_on(day)]
            due = add_months(start, 4)
            if known and len(held) > 1:
                due = min(due, held[1])
            if not (care.ends_on < ratified and care.ends_on <= due):
                done = min(ratified, care.ends_on) if ratified != care.ends_on else ratified
                self._note("ratified", Owed(start, due, done, known), allowed)

    def share(self, key: str) -> tuple[int, int]:
        """Those in time, of those of which it can be told."""
        found = self.held.get(key) or self.owed.get(key) or Counter()
        return found["in-time"], found["in-time"] + found["late"]


@pytest.fixture(scope="module")
def counted(council: None, django_db_blocker: Any) -> dict[Months, Counted]:
    with django_db_blocker.unblock():
        demo = Authority.objects.get(code="DEMO")
        children = Child.objects.filter(authority=demo)
        rows = {child: rows_of_child(child) for child in children}
        return {each.values[0]: Counted(demo, each.values[0], rows) for each in PERIODS}


@pytest.fixture(params=PERIODS)
def both(request: Any, demo: Authority, counted: dict[Months, Counted]) -> tuple[Figures, Counted]:
    """The figures of some months, and the count of the same months."""
    return figures(demo, request.param), counted[request.param]


@pytest.mark.parametrize(
    "key",
    [
        *("reviews", "mid-points", "decisions", "record", "sent"),
        *("named", "ratified", "answers"),
    ],
)
def test_what_was_done_in_time(both: tuple[Figures, Counted], key: str) -> None:
    found, other = both
    figure = found.one[f"{key}-in-time"]
    assert (figure.number, figure.of) == other.share(key)
    if f"{key}-unknown" in found.one:
        unknown = (other.held.get(key) or other.owed.get(key) or Counter())["unknown"]
        assert found.one[f"{key}-unknown"].number == unknown


@pytest.mark.parametrize(
    "code", ["children", "cafcass", "without-officer", "reviews-overdue", "mid-points-none"]
)
def test_what_stands_alone(both: tuple[Figures, Counted], code: str) -> None:
    found, other = both
    assert found.one[code].number == other.number[code]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("participation", "participation"),
        ("judgements", "judgements"),
        ("raised", "raised"),
        ("stages", "stages"),
        ("outcomes", "outcomes"),
        ("late-answers", "late"),
    ],
)
def test_what_is_split(both: tuple[Figures, Counted], code: str, name: str) -> None:
    found, other = both
    told = {part: number for part, number in found.split[code].numbers.items() if number}
    assert told == {part: number for part, number in getattr(other, name).items() if number}
    assert found.split[code].whole == sum(told.values())


def test_what_follows_from_them(both: tuple[Figures, Counted]) -> None:
    found, other = both
    took = sum(other.participation[code] for code in ("PN1", "PN2", "PN3", "PN5", "PN6"))
    known = took + other.participation["PN4"] + other.participation["PN7"]
    early = other.stages["informal"] + other.stages["stage-1"]
    for code, share in {
        "took-part": (took, known),
        "early": (early, len(other.days)),
        "closed-in-time": (
            other.closed_formally["in-time"],
            other.closed_formally.total(),
        ),
    }.items():
        assert (found.one[code].number, found.one[code].of) == share, code
    if other.days:
        assert found.days_to_close == (round(mean(other.days)), round(median(other.days)))
    assert found.workload is not None
    assert list(found.workload.each) == sorted(other.load.values())
    assert found.one["officers"].number == len(other.load)


def test_the_demo_has_something_of_nearly_everything(demo: Authority) -> None:
    """Two counts of nothing are equal, and prove nothing."""
    found = figures(demo, last_twelve(TODAY))
    never = {code for code, each in found.one.items() if not (each.number or each.of)}
    assert all(code.endswith("-unknown") for code in never)
    some_late = {code for code, each in found.one.items() if each.of and each.number != each.of}
    assert some_late >= {f"{key}-in-time" for key in ("reviews", "decisions", "sent", "answers")}
    assert some_late >= {"named-in-time", "closed-in-time", "mid-points-in-time", "early"}
    assert all(each.whole for each in found.split.values())
    assert figures(demo, of_year(2025, TODAY)).one["mid-points-unknown"].number


def test_every_figure_is_defined_and_every_definition_counted(demo: Authority) -> None:
    found = figures(demo, last_twelve(TODAY))
    assert {*found.one, *found.split, "days-to-close"} == MEASURES.keys()
    assert all(each.counted.endswith(".") and each.source for each in MEASURES.values())


def test_it_asks_as_much_for_few_as_for_many(demo: Authority) -> None:
    few = timeline.an_authority()
    asked = []
    for authority in (few, demo):
        with CaptureQueriesContext(connection) as queries:
            figures(authority, last_twelve(TODAY))
        asked.append(len(queries))
    assert asked[0] <= asked[1] <= 11


def test_an_authority_without_a_child_has_figures_of_nothing(db: None) -> None:
    found = figures(timeline.an_authority(), last_twelve(TODAY))
    assert {each.said for each in found.one.values()} == {"0", "none"}
    assert found.workload is not None and found.workload.said == "No officer has a child."
    assert found.days_to_close is None
    assert published(found).one["reviews-in-time"].said == "none"


# Months


@pytest.mark.parametrize(
    ("today", "first", "last"),
    [
        ("2026-11-23", "2025-11-01", "2026-10-31"),
        ("2026-03-01", "2025-03-01", "2026-02-28"),
        ("2028-03-31", "2027-03-01", "2028-02-29"),
        ("2026-01-01", "2025-01-01", "2025-12-31"),
    ],
)
def test_the_last_twelve_months_end_with_last_month(today: str, first: str, last: str) -> None:
    months = last_twelve(date.fromisoformat(today))
    assert (months.first.isoformat(), months.last.isoformat()) == (first, last)


def test_a_year_is_from_april_to_march_or_so_far() -> None:
    assert of_year(2025, TODAY) == Months(date(2025, 4, 1), date(2026, 3, 31))
    assert of_year(2026, TODAY) == Months(date(2026, 4, 1), date(2026, 10, 31))
    assert of_year(2026, date(2026, 5, 1)) == Months(date(2026, 4, 1), date(2026, 4, 30))
    assert of_year(2026, date(2026, 4, 30)) is None
    assert of_year(2027, TODAY) is None


# Workload in a sentence


@pytest.mark.parametrize(
    ("each", "said"),
    [
        ((), "No officer has a child."),
        ((1,), "One officer has 1 child."),
        ((12, 81), "From 12 to 81 children an officer."),
        (
            (12, 48, 55, 66, 81),
            "From 12 to 81 children an officer; the middle half of the officers have 48 to 66.",
        ),
        (
            (59, 59, 59, 59),
            "From 59 to 59 children an officer; the middle half of the officers have about 59.",
        ),
    ],
)
def test_evenness_is_one_sentence(each: tuple[int, ...], said: str) -> None:
    assert Workload(each).said == said


def test_the_bands_are_those_of_the_guidance() -> None:
    load = Workload((49, 50, 70, 71, 72))
    assert load.bands == [("fewer than 50", 1), ("50 to 70", 2), ("more than 70", 2)]


# For publishing


def told(**parts: int) -> Figures:
    """Figures of which a few are given: challenges closed by stage, reviews by how children took
    part, and shares as "in time" and "late".
    """
    stages = [(stage, stage, parts.get(stage.replace("-", "_"), 0)) for stage in Stage.values]
    taking = [(code, code, parts.get(code, 0)) for code in (*PARTICIPATION, "")]
    took, no_view = parts.get("PN1", 0), parts.get("PN4", 0) + parts.get("PN7", 0)
    early = parts.get("informal", 0) + parts.get("stage_1", 0)
    closed = sum(number for _, _, number in stages)
    answered, late = parts.get("answered", 0), parts.get("late", 0)
    tables = (
        Split("stages", "Stage", tuple(stages), closed),
        Split("participation", "How", tuple(taking), sum(number for _, _, number in taking)),
        Split("outcomes", "How", (("as-asked", "As asked", closed),), closed),
        Split("late-answers", "Stage", (("informal", "Informal", late),), late),
    )
    shares = {
        "early": (early, closed),
        "took-part": (took, took + no_view),
        "closed-in-time": (closed - early, closed),
        "answers-in-time": (answered, answered + late),
    }
    return Figures(
        authority=Authority(code="X", name="X"),
        months=last_twelve(TODAY),
        one={code: Figure(code, number, of) for code, (number, of) in shares.items()}
        | {code: Figure(code, parts.get(code, 0), alone=True) for code in ("cafcass", "officers")},
        split={each.code: each for each in tables},
        workload=Workload((parts.get("least", 50), 60)),
        days_to_close=(9, 8),
        ended=(1, 2),
    )


def test_small_numbers_are_hidden_and_officers_are_not() -> None:
    shown = published(told(cafcass=3, officers=4))
    assert shown.one["cafcass"].said == "hidden"
    assert shown.one["officers"].said == "4"
    assert shown.ended == ()
    assert published(told(cafcass=6)).one["cafcass"].said == "6"


def test_a_share_hides_its_number_where_either_part_is_small() -> None:
    assert published(told(answered=40, late=3)).one["answers-in-time"].said == "hidden of 43"
    assert published(told(answered=3, late=40)).one["answers-in-time"].said == "hidden of 43"
    assert published(told(answered=40, late=7)).one["answers-in-time"].said == "40 of 47"
    assert published(told(answered=3, late=1)).one["answers-in-time"].said == "hidden"


def test_what_a_share_hides_its_table_does_not_tell() -> None:
    shown = published(told(answered=3, late=40))
    assert shown.split["late-answers"].whole is None
    assert set(shown.split["late-answers"].numbers.values()) == {None}


def test_a_table_of_small_numbers_is_told_in_larger_parts() -> None:
    shown = published(told(informal=17, stage_1=8, stage_2=3, stage_3=4))
    assert shown.split["stages"].numbers == {"early": 25, "later": 7}
    assert shown.one["early"].said == "25 of 32"
    # All but those that had an informal alert alone: with it the alerts could be worked out.
    assert shown.one["closed-in-time"].said == "hidden"


def test_what_larger_parts_hide_no_figure_tells() -> None:
    shown = published(told(informal=17, stage_1=8, stage_2=5))
    assert shown.split["stages"].numbers == {"early": None, "later": None}
    assert shown.split["stages"].whole == 30
    assert shown.one["early"].said == "hidden"
    assert shown.one["closed-in-time"].said == "hidden"


def test_tables_that_split_the_same_challenges_hide_their_whole_together() -> None:
    shown = published(told(informal=3))
    assert shown.split["stages"].whole is None and shown.split["outcomes"].whole is None
    assert shown.days_to_close is None
    assert published(told(informal=9)).days_to_close == (9, 8)


def test_taking_part_follows_its_table() -> None:
    shown = published(told(PN0=20, PN1=40, PN4=4, PN7=9))
    assert shown.split["participation"].numbers == {
        "took-part": 40,
        "no-view": 13,
        "young": 20,
        "unknown": 0,
    }
    assert shown.one["took-part"].said == "40 of 53"
    few = published(told(PN0=20, PN1=40, PN4=1, PN7=2))
    assert few.split["participation"].numbers["no-view"] is None
    assert few.one["took-part"].of is None


def test_an_officer_with_few_children_hides_the_spread() -> None:
    assert published(told(least=3)).workload is None
    assert published(told(least=6)).workload == Workload((6, 60))
