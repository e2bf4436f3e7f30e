"""Every address there is, as it is asked for: of which child, by which reader, with what typed.

An address that is added is met by itself where it takes nothing, or a child's mark alone. What else
an address takes is said here; one of which it is not said fails by name.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from casetrack.access.permissions import Permission as P
from casetrack.record import identity as described
from casetrack.record import registry
from casetrack.record.entry import entry_form
from casetrack.record.kind import Kind
from casetrack.record.reading import newest
from oversight.pathways.registry import PATHWAYS
from tests.access.guesses import typed
from tests.access.standing import CHILDREN, SURNAME, Standing
from tests.boxes import boxes

OF_A_CHILD = "children/<uuid:uuid>/"
# The kind that stands for all whose facts are recorded with these permissions: it is asked for of
# every child, the others of one whom every reader reaches who reads records at all.
STANDS_FOR: dict[tuple[P, ...], str] = {
    (P.RECORD_CHILD,): "important-person",
    (P.RECORD_CHILD, P.ALLOCATE_IRO): "allocation",
    (P.RECORD_LEGAL,): "legal-gateway",
    (P.RECORD_HOMES,): "home-worry",
    (P.APPROVE_HOMES,): "long-term-match",
    (P.RECORD_PLANS,): "relative",
    (P.RECORD_REVIEWS,): "review",
    (P.RECORD_ADOPTION,): "child-permanence-report",
    (P.DECIDE_ADOPTION,): "adoption-decision",
    (P.RECORD_VISITS,): "visit",
    (P.RECORD_VOICE,): "words",
    (P.ASSIGN_ACTIONS,): "agreed-action",
    (P.MANAGE_COHORTS,): "cohort-member",
    (P.NOTE_REASONS,): "delay-cause",
    (P.NOTE_REASONS, P.ASK_TO_JUSTIFY, P.JUSTIFY_DELAY, P.JUSTIFY_DELAY): "answer",
    (P.PREPARE_MEETINGS,): "group-decision",
    (P.ANSWER_CHALLENGES,): "disagreement",
}
NO_PAGE = ("answer", "delay-cause", "group-decision", "disagreement")
"""What is said of waits, in meetings and of reviews, which has pages of its own."""
# Whose facts are there to be changed, corrected and taken back: a visit of every child, of the
# other kinds that stand for some one of the child whom all reach.
OF_ALL = ("visit",)
OF_ONE = tuple(sorted({*STANDS_FOR.values()} - {*OF_ALL, *NO_PAGE, "allocation"}))
# The reviewing officer's own, which no manager may touch.
OF_ONE += ("challenge", "mid-point")
# Recorded with the child. That of the reviewing officer is not the managers' to say.
FACTS = {
    "plan": ("plan",),
    "allocation": ("allocation", "allocation iro"),
    "answer": ("answer asked", "answer justified"),
    "delay-cause": ("delay-cause",),
}
NOBODYS = UUID(int=1)
NAMED = ("named",)
"""Whom every reader reaches who reads records at all."""


@dataclass(frozen=True)
class Asked:
    """What stands in an address, and what is sent with it."""

    kwargs: dict[str, Any]
    read: dict[str, Any]
    written: dict[str, Any]


@dataclass(frozen=True)
class Address:
    """One line of the matrix: `about` are the children of whom it is asked, none for a page that
    is about no one child. `ask(standing, reader, child)` fills it; None where there is no such.
    """

    name: str
    which: str
    about: tuple[str, ...]
    ask: Callable[[Standing, str, str], Asked | None]
    ways: tuple[str, ...] = ("read", "write")

    @property
    def label(self) -> str:
        return f"{self.name} {self.which}".strip()

    def path(self, asked: Asked) -> str:
        return reverse(self.name, kwargs=asked.kwargs)


def every() -> Iterator[Address]:
    for name, route, takes in routes(get_resolver()):
        if name in OTHERS:
            yield from OTHERS[name](name)
        elif name in KINDS:
            yield from KINDS[name](name)
        elif not takes:
            yield Address(name, "", (), _page(name))
        elif takes == {"uuid"} and OF_A_CHILD in route:
            yield Address(name, "", tuple(CHILDREN), _of_the_child(name))
        else:
            raise AssertionError(f"say in {__name__} what {name} takes")


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, str, set[str]]]:
    """Name, route and parameters of every address that has a name."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, route)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield pattern.name, route, set(pattern.pattern.converters)


# Pages about no one child, and pages of one child


def _page(name: str) -> Callable[..., Asked]:
    def ask(standing: Standing, reader: str, child: str) -> Asked:
        every_child = [str(each.uuid) for each in standing.children.values()]
        read: dict[str, Any] = {"child": every_child} if name in TICKED else {}
        written = WRITTEN[name](standing) if name in WRITTEN else {}
        return Asked({}, read, read | written)

    return ask


def _of_the_child(name: str) -> Callable[..., Asked]:
    def ask(standing: Standing, reader: str, child: str) -> Asked:
        written = WRITTEN[name](standing) if name in WRITTEN else {}
        return Asked({"uuid": standing.children[child].uuid}, {}, written)

    return ask


TICKED = ("tracker-agenda", "tracker-assign", "tracker-cohort", "tracker-reason")
# What is typed, where an empty form would be asked again of all who may fill it in.
WRITTEN: dict[str, Callable[[Standing], dict[str, Any]]] = {
    "search": lambda standing: {"words": SURNAME},
    "tracker-export": lambda standing: {"format": "csv"},
    "tracker-assign": lambda standing: {
        "text": "Ring the school.",
        "owner": "own",
        # Ahead, so that it is still ahead where midnight passes meanwhile.
        **boxes("due_on", standing.today + timedelta(days=7)),
    },
    "action-done": lambda standing: boxes("on", standing.today),
    "tracker-reason": lambda standing: {"clock": "most-serious", "reason": "The judge is away."},
    # What is typed is shown again: of a child whom every reader reaches.
    "agency-list": lambda standing: {
        "text": f"Reference,Notified\n{standing.children['named'].reference},"
    },
    "agency-list-decide": lambda standing: {
        "difference": standing.things["agency difference", "mine"],
        "decision": "refuse",
        "reason": "The record is right.",
    },
    "limit": lambda standing: {
        "enabled": "on",
        "limit": "5",
        "warning": "4",
        "why": "To see who would be late.",
        **boxes("starts_on", standing.today.replace(year=2020)),
    },
    "figures": lambda standing: {
        "population-under-18-value": "30,000",
        "population-under-18-source": "Estimates",
        **boxes("population-under-18-as_at", standing.today),
    },
    "target": lambda standing: {
        "whose": "target",
        "value": "100",
        "source": "Strategy",
        **boxes("starts_on", standing.today),
    },
    "rates": lambda standing: {
        "type": "K2",
        "provider": "any",
        "pounds": "5,000",
        "source": "Contract",
        **boxes("starts_on", standing.today),
    },
    "savings-work": lambda standing: {
        "name": "Hub",
        "pounds": "60,000",
        "source": "Budget",
        **boxes("starts_on", standing.today.replace(day=1)),
        **boxes("ends_on", date(standing.today.year + 1, 4, 1)),
    },
    "child-feared-homes": lambda standing: {
        "type": "K2",
        "provider": "any",
        "low": "10",
        "central": "20",
        "high": "30",
        "most_weeks": "26",
        "why": "The carers were worn out.",
        "judged_by": "the panel",
        **boxes("from_on", standing.today - timedelta(days=30)),
    },
    "measure-rebase": lambda standing: {
        "reason": "A panel began to meet.",
        **boxes("from_on", standing.today.replace(day=1)),
    },
    **dict.fromkeys(
        ("plan-theme", "plan-theme-new"),
        lambda standing: {"place": "9", "title": "Moves", "lead": "Head"},
    ),
    **dict.fromkeys(
        ("plan-action", "plan-action-new"),
        lambda standing: {"words": "Meet", "lead": "Head", **boxes("due_on", standing.today)},
    ),
    "plan-done": lambda standing: boxes("done_on", standing.today),
    "plan-progress": lambda standing: {
        "standing": "on-track",
        "words": "It goes well.",
        **boxes("written_on", standing.today),
    },
    "recording-begins": lambda standing: {
        "why": "To see who would wait.",
        **boxes("on", standing.today),
    },
    "tracker-agenda": lambda standing: {"meeting": str(standing.things["meeting", "my own"])},
    "meeting": lambda standing: {"do": "choose"},
    "meeting-attendance": lambda standing: {"do": "guest", "guest": "N. Ray"},
    "meeting-updates": lambda standing: {"do": "ask"},
    "group": lambda standing: {"do": "date", "days": f"{standing.today:%d %m} 2049"},
    "officer-report": lambda standing: {"section": "next", "text": "We will listen.", "seen": "0"},
    "tracker-cohort": lambda standing: {
        "cohort": str(standing.things["cohort", "my own"]),
        **boxes("starts_on", standing.today),
    },
    "returns-keep": lambda standing: {
        "difference": standing.things["difference", standing.children["mine"].reference]
    },
    "child-mid-point-draft": lambda standing: {"moving_words": "Nobody looks for a family."},
    "child-restrict": lambda standing: {
        "kind": "excluded",
        "reason": "A threat.",
        "people": [str(standing.readers["chair"].uuid)],
    },
    "child-restrict-lift": lambda standing: {"kind": "excluded"},
    "child-born": lambda standing: boxes("born_on", standing.today),
    "child-seal": lambda standing: {"sure": "on", **boxes("reported_on", standing.today)},
    "sealed": lambda standing: {"reference": standing.marks["sealed"][1].decode()},
}


# What becomes of a child's facts


def _once_a_child(ask: Callable[..., Asked | None]) -> Callable[..., Any]:
    """What is typed is the same whoever types it."""
    asked: dict[str, Asked | None] = {}

    def kept(standing: Standing, reader: str, child: str) -> Asked | None:
        if child not in asked:
            asked[child] = ask(standing, reader, child)
        return asked[child]

    return kept


def _enter(name: str) -> Iterator[Address]:
    for kind in registry.every():
        if kind.asks:
            asking = _entering(kind)
            yield Address(name, kind.code, NAMED, asking, ("read",))
            if kind.code in STANDS_FOR.values():
                yield Address(name, kind.code, tuple(CHILDREN), asking, ("write",))


def _entering(kind: Kind) -> Callable[..., Asked]:
    @_once_a_child
    def ask(standing: Standing, reader: str, child: str) -> Asked:
        about, day = standing.children[child], standing.today
        form = entry_form(kind, kind.asks, child=about, today=day)
        return Asked({"uuid": about.uuid, "code": kind.code}, {}, typed(form, kind.code, day))

    return ask


def _amend(name: str) -> Iterator[Address]:
    for kind, fact, where in _amended():
        yield Address(name, fact, ask=_amending(kind, fact, kind.mended, why="Why?"), **where)


def _change(name: str) -> Iterator[Address]:
    for kind, fact, where in _amended():
        for change in kind.changes:
            asking = _amending(kind, fact, change.asks, change=change.code)
            yield Address(name, f"{fact} {change.code}", ask=asking, **where)


def _amended() -> Iterator[tuple[Kind, str, dict[str, Any]]]:
    """The kinds that stand for the others, by the facts that are there, of whom, and how asked."""
    for code in sorted({*FACTS, *OF_ALL, *OF_ONE}):
        kind = registry.named(code)
        assert kind is not None
        of_one: dict[str, Any] = {"about": NAMED, "ways": ("write",)}
        for fact in FACTS.get(code, (code,)):
            yield kind, fact, {"about": tuple(CHILDREN)} if code in OF_ALL else of_one


def _amending(
    kind: Kind, fact: str, asks: Any, *, why: str = "", **also: str
) -> Callable[..., Asked | None]:
    @_once_a_child
    def ask(standing: Standing, reader: str, child: str) -> Asked | None:
        about, number = standing.children[child], standing.facts.get((fact, child))
        if number is None:
            return None
        form = entry_form(kind, asks, child=about, today=standing.today, why=why)
        code = " ".join([kind.code, *also.values()])
        written = typed(form, code, standing.today) | {"version": newest(kind, number)}
        kwargs = {"uuid": about.uuid, "code": kind.code, "number": number} | also
        return Asked(kwargs, {}, written)

    return ask


KINDS: dict[str, Callable[[str], Iterator[Address]]] = {
    "child-enter": _enter,
    "child-correct": _amend,
    "child-take-back": _amend,
    "child-change": _change,
}


# Addresses that name something else


def _thing(kind: str, *, by_child: bool = False) -> Callable[[str], Iterator[Address]]:
    """One that hangs on a child, or on whoever reads."""

    def addresses(name: str) -> Iterator[Address]:
        def ask(standing: Standing, reader: str, child: str) -> Asked | None:
            uuid = standing.things.get((kind, child if by_child else reader))
            written = WRITTEN[name](standing) if name in WRITTEN else {}
            return Asked({"uuid": uuid or NOBODYS}, {}, written)

        yield Address(name, "", tuple(CHILDREN) if by_child else (), ask)

    return addresses


def _whose(kind: str, **also: Any) -> Callable[[str], Iterator[Address]]:
    """One of my own, or of my own authority, and another's."""

    def addresses(name: str) -> Iterator[Address]:
        for whose in ("my own", "another’s"):

            def ask(standing: Standing, reader: str, child: str, whose: str = whose) -> Asked:
                things = standing.things
                uuid = things.get((kind, whose)) or things.get((f"{kind} {whose}", reader))
                written = WRITTEN[name](standing) if name in WRITTEN else {}
                return Asked({"uuid": uuid or NOBODYS} | also, {}, written)

            yield Address(name, whose, (), ask)

    return addresses


def _pack(name: str) -> Iterator[Address]:
    """A pack of the authority, looked at; what is sent does not say that it was."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        code, day = standing.authority.code, standing.today - timedelta(days=1)
        asked = {"council": code, "kind": "board", "as_at": day.isoformat()}
        return Asked({}, asked, asked)

    yield Address(name, "", (), ask)


def _as_they_moved(name: str) -> Iterator[Address]:
    """As at the day on which all moved, so that it is in the year whenever this is asked."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        return Asked({}, {"as_at": standing.moved_on.isoformat()}, {})

    yield Address(name, "", (), ask)


def _member(name: str) -> Iterator[Address]:
    for whose in ("my own", "another’s"):

        def ask(standing: Standing, reader: str, child: str, whose: str = whose) -> Asked:
            things = standing.things
            named = {"uuid": things["group", whose], "member": things["member", whose]}
            return Asked(named, {}, {})

        yield Address(name, whose, (), ask)


def _update(name: str) -> Iterator[Address]:
    """Of every child, who stands on the agenda of a meeting."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        named = {"uuid": standing.children[child].uuid, "item": standing.things["item", child]}
        return Asked(named, {}, {"do": "send", "happened": "They met."})

    yield Address(name, "", tuple(CHILDREN), ask)


def _with(**kwargs: Any) -> Callable[[str], Iterator[Address]]:
    def addresses(name: str) -> Iterator[Address]:
        def ask(standing: Standing, reader: str, child: str) -> Asked:
            return Asked(kwargs, {}, WRITTEN[name](standing) if name in WRITTEN else {})

        yield Address(name, "", (), ask)

    return addresses


def _set_before(kind: str, **also: Any) -> Callable[[str], Iterator[Address]]:
    """What was entered, set or planned of my own authority, and of another’s."""

    def addresses(name: str) -> Iterator[Address]:
        for whose in ("my own", "another’s"):

            def ask(standing: Standing, reader: str, child: str, whose: str = whose) -> Asked:
                number = {"number": standing.things[kind, whose]}
                back = {"do": "take-back", "why": "By mistake."}
                return Asked(
                    number | also, {}, WRITTEN[name](standing) if name in WRITTEN else back
                )

            yield Address(name, whose, (), ask)

    return addresses


def _cover(name: str) -> Iterator[Address]:
    for whose in ("my own", "another’s"):

        def ask(standing: Standing, reader: str, child: str, whose: str = whose) -> Asked:
            return Asked({"number": standing.things["cover", whose]}, {}, {})

        yield Address(name, whose, (), ask)


def _pathway(name: str) -> Iterator[Address]:
    written = {"format": "csv"} if name == "pathway-export" else {}
    for code in PATHWAYS:

        def ask(standing: Standing, reader: str, child: str, code: str = code) -> Asked:
            return Asked({"pathway": code}, {}, written)

        yield Address(name, code, (), ask)


def _reading(**read: Any) -> Callable[[str], Iterator[Address]]:
    """A page of no child, asked for with this."""

    def addresses(name: str) -> Iterator[Address]:
        yield Address(name, "", (), lambda standing, reader, child: Asked({}, read, {}), ("read",))

    return addresses


def _person(name: str) -> Iterator[Address]:
    for whose in ("my own", "another’s"):

        def ask(standing: Standing, reader: str, child: str, whose: str = whose) -> Asked:
            user = standing.recorder if whose == "my own" else standing.stranger
            number = {"number": user.roles.get().pk} if name == "role-end" else {}
            return Asked({"uuid": user.uuid} | number, {}, {})

        yield Address(name, whose, (), ask)


def _describe(name: str) -> Iterator[Address]:
    """One part stands for all: which is asked makes no difference to who may."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        about = standing.children[child]
        written = {"language": "Igbo", "version": described.newest(about)}
        return Asked({"uuid": about.uuid, "part": "beliefs"}, {}, written)

    yield Address(name, "beliefs", tuple(CHILDREN), ask)


def _item(name: str) -> Iterator[Address]:
    """Of every child, who stands on the agenda of a meeting: what is recorded there of her."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        own = standing.children[child].authority_id == standing.authority.pk
        meeting = standing.things["meeting", "my own" if own else "another’s"]
        named = {"uuid": meeting, "item": standing.things["item", child]}
        if name == "meeting-undo":
            named = {"uuid": meeting, "decision": standing.things["decision", child]}
        return Asked(named, {}, {"kind": "noted", "text": "They met.", "question": "route"})

    yield Address(name, "", tuple(CHILDREN), ask)


def _minuted(name: str) -> Iterator[Address]:
    """Of every child, of whom something was decided and found, and locked minutes have a page."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        things, draft = standing.things, standing.things["draft of", child]
        named: dict[str, Any] = {
            "meeting-minutes-correct": {
                "uuid": draft,
                "decision": things["minuted decision", child],
            },
            "meeting-minutes-finding": {
                "uuid": draft,
                "number": things["minuted finding", child],
            },
            "child-minutes": {
                "uuid": standing.children[child].uuid,
                "number": things["page of minutes", child],
            },
        }
        return Asked(named[name], {}, {"text": "Right.", "answered": "well", "found": "Right."})

    ways = ("read",) if name == "child-minutes" else ("read", "write")
    yield Address(name, "", tuple(CHILDREN), ask, ways)


def _review(name: str) -> Iterator[Address]:
    """Of every child, of whom a review was held and answered, another waits for the answer, and
    the next is planned.
    """

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        things = standing.things
        named: dict[str, Any] = {"uuid": standing.children[child].uuid}
        if name == "review-next-step":
            named["step"] = "before"
        else:
            which = "invitation" if name == "review-invitation" else "review"
            named["number"] = things[which, child]
        if name == "review-step":
            named["step"] = "decision"
        if name == "review-reply":
            named |= {
                "number": things["answered review", child],
                "disagreement": things["disagreement", child],
            }
        written = {"do": "all"} if name == "review-answer" else {"child_wants": "Cake."}
        return Asked(named, {}, written)

    reads = name.endswith(("pdf", "word")) or name in ("review", "review-letter", "review-record")
    yield Address(name, "", tuple(CHILDREN), ask, ("read",) if reads else ("read", "write"))


def _challenge(name: str) -> Iterator[Address]:
    """Of every child, of whom a challenge waits for an answer at stage 1: answered, and closed."""
    sent = {
        "answer": ("answered_on", {"do": "answered", "answered_by": "P. Ray", "answer": "Yes."}),
        "close": ("closed_on", {"do": "closed", "outcome": "as-asked", "effect": "A worker."}),
    }
    for which, (day, written) in sent.items():

        def ask(
            standing: Standing, reader: str, child: str, day: str = day, written: Any = written
        ) -> Asked:
            number = standing.things["challenge", child]
            kwargs = {"uuid": standing.children[child].uuid, "number": number}
            return Asked(kwargs, {}, written | boxes(day, standing.today))

        ways = ("read", "write") if which == "answer" else ("write",)
        yield Address(name, which, tuple(CHILDREN), ask, ways)


def _mid_point(name: str) -> Iterator[Address]:
    """Of every child, at whose mid-point something was found."""

    def ask(standing: Standing, reader: str, child: str) -> Asked:
        about = standing.children[child]
        named = {"uuid": about.uuid, "number": standing.things["mid-point", child]}
        written = {"do": "alert", "theme": "drift", "concern": "Nobody looks for a family."}
        return Asked(named, {}, written)

    yield Address(
        name, "", tuple(CHILDREN), ask, ("read",) if name.endswith("held") else ("write",)
    )


OTHERS: dict[str, Callable[[str], Iterator[Address]]] = {
    **dict.fromkeys(
        (
            "review",
            "review-answer",
            "review-invitation",
            "review-next-step",
            "review-reply",
            "review-step",
            *(
                f"review-{form}{what}"
                for form in ("letter", "record")
                for what in ("", "-write", "-pdf", "-word")
            ),
        ),
        _review,
    ),
    "action-done": _thing("action", by_child=True),
    "break-glass-review": _thing("emergency", by_child=True),
    "break-glass-close": _thing("my emergency"),
    "saved-view-delete": _whose("view"),
    "regional-children": _reading(of="CAST"),
    **dict.fromkeys(("savings", "savings-children"), _as_they_moved),
    "pack-preview": _pack,
    **dict.fromkeys(("pack-read", "pack-pdf", "pack-workbook"), _whose("pack")),
    "cohort": _whose("cohort"),
    "cohort-end": _whose("cohort"),
    "cover-end": _cover,
    "meeting": _whose("meeting"),
    "meeting-room": _whose("meeting"),
    "meeting-attendance": _whose("meeting"),
    "meeting-entries": _whose("meeting"),
    "meeting-decide": _item,
    "meeting-undo": _item,
    "meeting-plan": _item,
    "meeting-who": _item,
    "meeting-pack": _whose("meeting"),
    "meeting-pack-pdf": _whose("meeting"),
    "meeting-pack-word": _whose("meeting"),
    "meeting-updates": _whose("meeting"),
    "child-update": _update,
    "child-mid-point-held": _mid_point,
    "child-mid-point-raise": _mid_point,
    "child-challenge": _challenge,
    "group": _whose("group"),
    "group-change": _whose("group"),
    "group-leave": _member,
    "group-interests": _whose("group"),
    "group-between": _whose("group"),
    "group-effect": _whose("group"),
    "meeting-since": _whose("meeting"),
    "meeting-put-off": _whose("meeting"),
    "meeting-minutes": _whose("draft"),
    "meeting-minutes-pdf": _whose("draft"),
    "meeting-minutes-word": _whose("draft"),
    "meeting-minutes-lock": _whose("draft"),
    "meeting-minutes-note": _whose("locked"),
    "meeting-minutes-correct": _minuted,
    "meeting-minutes-finding": _minuted,
    "child-minutes": _minuted,
    "meeting-exceptions": _whose("draft"),
    "meeting-exceptions-pdf": _whose("draft"),
    "pathway": _pathway,
    "pathway-export": _pathway,
    "person": _person,
    "role-end": _person,
    "limit": _with(code="placement-order-to-match"),
    "measure": _with(code="children-in-care"),
    "measure-children": _with(code="children-in-care"),
    "measure-rebase": _with(code="weeks-in-care"),
    "measure-sources": _with(code="children-in-care"),
    "figure-back": _set_before("figure"),
    **dict.fromkeys(("plan-theme", "plan-action-new", "plan-progress"), _set_before("theme")),
    **dict.fromkeys(("plan-action", "plan-done"), _set_before("planned")),
    "target": _with(code="order-to-match"),
    "target-amend": _set_before("target", code="order-to-match"),
    "rate-amend": _set_before("rate"),
    "job-run": _with(code="verify"),
    "api-nothing": _with(rest="nowhere"),
    **{
        f"returns-{step}": _whose("run")
        for step in ("run", "progress", "confirm", "put-aside", "again")
    },
    "sealed-ask": _whose("sealed record"),
    "sealed-answer": _whose("request"),
    "sealed-read": _whose("opening"),
    "sealed-close": _whose("opening"),
    "child-describe": _describe,
    "returns-download": _whose("run", name="refused", form="csv"),
}
