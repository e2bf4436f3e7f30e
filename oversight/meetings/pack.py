"""The pack of a meeting: a cover, the agenda, and one child a page, in words.

The screen, the PDF and the Word file are made of the same `Pack`, so that they hold the same.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casetrack import words
from casetrack.models import Child, ImportantPerson, Relationship
from oversight.meetings.child_page import LIMIT_IS, ChildPage, limit_words, pages
from oversight.meetings.last_decided import carried_out, evidence
from oversight.meetings.updates import answers
from permanence.models import Decision, Meeting, PermanencePlan

MARKED = (
    "Official-Sensitive: personal information about children. "
    "For the members of the group alone; to be destroyed after the meeting."
)
LIMITS = (
    "Each limit says where it comes from: law; guidance, which is statutory; target, which is "
    "national; local practice; or proposed by Casetrack."
)
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
"""What may be typed or pasted and is no letter: no file can hold it."""
assert set(LIMIT_IS.values()) == {"law", "guidance", "target", "local", "proposed"}


@dataclass(frozen=True)
class Table:
    """A part of a page; `nothing` is said where it has no rows. On paper each column has its
    share, of `widths`; by its `code` a part of a child's page is found.
    """

    title: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: list[tuple[str, ...]]
    nothing: str
    note: str = ""
    code: str = ""

    @property
    def cells(self) -> list[list[tuple[str, str]]]:
        """Each row with the head of every cell."""
        return [list(zip(self.head, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Sheet:
    """The page of one child. What she says comes first; where she says nothing, `said_how` says so.

    In a report, which is of no child, that is where words stand, in paragraphs.
    """

    title: str
    said: str
    said_how: str
    why: list[str]
    facts: list[tuple[str, str]]
    tables: list[Table]
    minutes: int

    @property
    def on_screen(self) -> list[tuple[str, str]]:
        """Her facts for the room, where she is not looked up by her reference and her minutes
        stand beside her name.
        """
        return [fact for fact in self.facts if fact[0] not in ("Reference", "Minutes")]


@dataclass(frozen=True)
class Pack:
    """All of it in words; `children` are the ids of those who stand in it."""

    title: str
    cover: list[tuple[str, str]]
    marked: str
    notes: list[str]
    agenda: Table
    sheets: list[Sheet]
    as_at: str
    children: set[int]


@dataclass(frozen=True)
class Naming:
    """How children are called: by their names or, where `parts` of names are to be hidden, by
    initials, in what somebody typed as well."""

    initials: bool = False
    parts: frozenset[str] = field(default_factory=frozenset)

    def of(self, child: Child) -> str:
        return child.initials if self.initials else child.name

    def within(self, typed: str) -> str:
        """I miss T., for I miss Tomas. A name that ends a sentence ends it with its own stop."""
        if not self.parts:
            return typed
        longest = sorted(self.parts, key=len, reverse=True)
        hidden = rf"\b(?:{'|'.join(map(re.escape, longest))})\b\.?"
        return re.sub(hidden, lambda found: f"{found[0][0]}.", typed, flags=re.IGNORECASE)


def naming(children: Collection[Child], *, initials: bool) -> Naming:
    """How these children, and their brothers and sisters, are called."""
    return Naming(True, to_hide(children)) if initials else Naming()


def made(
    meeting: Meeting, reached: QuerySet[Child], today: date, *, by: Any, initials: bool = False
) -> Pack:
    """The pack of those whom the reader reaches."""
    found = pages(meeting, reached, today)
    called = naming([each.child for each in found], initials=initials)
    seen = {each.child.pk for each in found}
    seen |= {sibling.child.pk for each in found for sibling in each.family}
    as_at = words.long_day(meeting.series.authority.known_day(today))
    pack = Pack(
        title=f"{meeting.series.name}, {words.long_day(meeting.held_on)}",
        cover=_cover(meeting, found, called, as_at, f"{words.long_day(today)}, by {by}"),
        marked=MARKED,
        notes=[LIMITS, *(["Children are named by their initials."] if initials else [])],
        agenda=_agenda(found, called),
        sheets=[_sheet(each, called) for each in found],
        as_at=as_at,
        children=seen,
    )
    readable: Pack = without_unseen(pack)
    return readable


def without_unseen(said: Any) -> Any:
    if isinstance(said, str):
        return UNSEEN.sub("", said)
    if isinstance(said, (list, tuple)):
        return type(said)(map(without_unseen, said))
    if is_dataclass(said) and not isinstance(said, type):
        parts = {each.name: without_unseen(getattr(said, each.name)) for each in fields(said)}
        return replace(said, **parts)
    return said


def to_hide(children: Collection[Child]) -> frozenset[str]:
    """Every part of the names of these children and of their brothers and sisters, whether the
    reader reaches them or they are not in care."""
    groups = {child.siblings_id for child in children} - {None}
    own = {"pk__in": [child.pk for child in children]}
    named = Child.objects.filter(Q(**own) | Q(siblings__in=groups))
    names = [name for row in named.values_list(*NAMES) for name in row]
    others = ImportantPerson.objects.filter(child__in=children, relationship=Relationship.SIBLING)
    names += others.values_list("name", flat=True)
    return frozenset(part for name in names for part in re.findall(r"\w{2,}", name))


NAMES = ("first_name", "last_name", "known_as")


def _cover(
    meeting: Meeting, found: list[ChildPage], naming: Naming, as_at: str, made_by: str
) -> list[tuple[str, str]]:
    series = meeting.series
    minutes = words.count(sum(page.item.minutes for page in found), "minute")
    why = naming.within(meeting.put_off_because)
    put_off = [("Put off", why)] if why else []
    return [
        ("Group", f"{series.name}, {series.authority.name}"),
        *put_off,
        ("When", f"{words.long_day(meeting.held_on)}, {meeting.starts_at:%H:%M}"),
        ("Where", meeting.place),
        ("Chair", str(series.chair)),
        ("Children", f"{len(found)}, who are given {minutes} of {meeting.minutes}"),
        ("As at", as_at),
        ("Made on", made_by),
    ]


def _agenda(found: list[ChildPage], naming: Naming) -> Table:
    rows = [
        (
            str(page.item.place),
            f"{naming.of(page.child)}, {page.child.reference}",
            words.capital(page.item.get_part_display()),
            _briefly(_why(page, naming)),
            str(page.item.minutes),
        )
        for page in found
    ]
    head = ("No.", "Child", "Part", "Why now", "Minutes")
    widths = (0.6, 2.1, 1.5, 3.9, 1)
    return Table("Agenda", head, widths, rows, "Nobody stands on the agenda yet.")


def _briefly(why: list[str]) -> str:
    """The weightiest reason, for all of them stand on her page."""
    more = f", and {len(why) - 1} more" if len(why) > 1 else ""
    return f"{why[0]}{more}" if why else ""


def _why(page: ChildPage, naming: Naming) -> list[str]:
    """The reasons of the rules, then what somebody wrote who put her on."""
    item = page.item
    asked = [words.capital(naming.within(item.why))] if item.why else []
    by = [f"Put on by {item.added_by}"] if item.added_by else []
    return [*map(words.capital, page.reasons), *asked, *by]


def _sheet(page: ChildPage, naming: Naming) -> Sheet:
    said, how = _voice(page, naming)
    return Sheet(
        title=naming.of(page.child),
        said=said,
        said_how=how,
        why=_why(page, naming),
        facts=[
            ("Reference", page.child.reference),
            ("Age", page.age),
            ("Social worker", page.worker),
            ("Reviewing officer", page.officer),
            ("In care", page.in_care),
            ("Legal status", page.legal_words),
            ("Home", page.home_words),
            ("Minutes", str(page.item.minutes)),
        ],
        tables=[
            _plans(page),
            _waits(page),
            _last_decided(page, naming),
            _update(page, naming),
            _to_come(page, naming),
            _family(page, naming),
        ],
        minutes=page.item.minutes,
    )


def _voice(page: ChildPage, naming: Naming) -> tuple[str, str]:
    """A blank is said as a blank."""
    voice = page.voice
    if voice is None:
        return "", "No words of the child’s own that may be shown are recorded."
    how = "What the child shows us" if voice.is_observed else "The child’s own words"
    said = naming.within(voice.words)
    day = words.long_day(voice.said_on)
    return (
        said if voice.is_observed else f"“{said}”",
        f"{how}, {day}, {voice.get_gathered_display()}",
    )


def _plans(page: ChildPage) -> Table:
    rows = [
        _plan("Plan", page.plan, page.day),
        _plan("Contingency", page.contingency, page.day),
    ]
    head = ("Plan", "Route", "Proposed", "Endorsed by the group", "Ratified by a review")
    widths = (1.1, 2, 1.2, 1.7, 1.7)
    return Table("Plan and contingency", head, widths, rows, "", code="plans")


def _plan(rank: str, plan: PermanencePlan | None, day: date) -> tuple[str, ...]:
    if plan is None:
        return (rank, "none agreed", "", "", "")
    proposed = words.since(plan.starts_on, plan.start_known)
    endorsed, ratified = (
        words.short_day(agreed) if agreed and agreed <= day else "not yet"
        for agreed in (plan.endorsed_on, plan.ratified_on)
    )
    return (rank, plan.get_route_display(), proposed, endorsed, ratified)


def _waits(page: ChildPage) -> Table:
    rows = [
        (each.title, words.capital(each.tag), each.arithmetic, limit_words(each))
        for each in page.waits
    ]
    head = ("Wait", "How it stands", "Counted", "Limit")
    widths = (2.4, 1.4, 2.2, 1.9)
    nothing = "No wait of a pathway is running."
    return Table("Waits of the pathways", head, widths, rows, nothing, code="waits")


def _to_come(page: ChildPage, naming: Naming) -> Table:
    """The next step of the plan, then what was agreed and is not done, but for what the group last
    decided, which stands above.
    """
    step, above = page.step, {each.pk for each in page.last_decided}
    rows = [(f"Next step: {step.title}", step.owner, words.capital(step.when))] if step else []
    rows += [
        (
            words.sentence(naming.within(action.text)),
            action.owner.name,
            f"{words.short_day(action.due_on)}, {_due(action.due_on, page.day)}",
        )
        for action in page.actions
        if action.decision_id not in above
    ]
    head = ("What", "Who", "By when")
    agreed = "nothing else" if above else "nothing"
    nothing = f"No step of the plan is dated, and {agreed} is agreed that is not done."
    title = "Next step and agreed actions"
    return Table(title, head, (3, 1.7, 2), rows, nothing, code="to-come")


def _due(due_on: date, day: date) -> str:
    if due_on < day:
        return f"{words.stretch(due_on, day)} late"
    return words.due_in(due_on, day)


def _family(page: ChildPage, naming: Naming) -> Table:
    rows = [
        (
            f"{naming.of(each.child)}, {each.age}",
            "Together" if each.together else "Apart",
            words.capital(each.lives),
        )
        for each in page.family
    ]
    head = ("Who", "Together or apart", "Lives")
    note = page.together if rows else ""
    nothing = "None recorded that the maker of this may see."
    return Table("Brothers and sisters", head, (2, 1.4, 3), rows, nothing, note, code="family")


def _last_decided(page: ChildPage, naming: Naming) -> Table:
    """What the group decided when it last looked at her, and whether it was done."""
    rows = [
        (
            f"{words.capital(each.get_kind_display())}: {words.sentence(naming.within(each.text))}",
            words.short_day(each.decided_on),
            _to_do_by(each),
            _whether_done(each, page, naming),
        )
        for each in page.last_decided
    ]
    head = ("What", "Decided", "Who, and by when", "Whether it was done")
    nothing = "The group has decided nothing for the child yet."
    return Table("Last decided", head, (3, 1.1, 1.6, 1.8), rows, nothing, code="last-decision")


def _to_do_by(decision: Decision) -> str:
    if decision.owner is None or decision.due_on is None:
        return "The group"
    return f"{decision.owner.name}, {words.short_day(decision.due_on)}"


def _whether_done(decision: Decision, page: ChildPage, naming: Naming) -> str:
    """Done 12 Jan 2027 (what shows it)."""
    said = words.capital(carried_out(decision, page.day))
    shown = evidence(decision)
    return f"{said} ({naming.within(shown)})" if shown else said


def _update(page: ChildPage, naming: Naming) -> Table:
    """What the social worker sent, what the child says first; a blank is said as a blank."""
    update = page.update
    written = answers(update) if update else []
    rows = [(asked, naming.within(said) or "Left blank.") for asked, said in written]
    sent = f"Sent by {update.sent_by}." if update else ""
    nothing = "The social worker’s update was not sent."
    title = "The social worker’s update"
    return Table(title, ("Asked", "Written"), (2, 4.5), rows, nothing, sent, code="update")
