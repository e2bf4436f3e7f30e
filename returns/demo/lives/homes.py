"""Homes before and while a child lives there: approvals, assessments, plans, long-term matches."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from placements.models import (
    ApprovalDecision,
    ApprovalEnded,
    ApprovalOf,
    ApprovalRequest,
    ApprovedAs,
    AssessmentOf,
    CarerApproval,
    ExtendedBecause,
    HomeAssessment,
    LongTermMatch,
    PlacementPlan,
    UnregisteredSetting,
)
from placements.models.approvals import DecidedAs, Decision
from placements.models.assessments import Finding
from placements.models.stability import NotRegistered, RegularAgain
from returns.demo.lives.council import RECENT, Council, Story
from returns.demo.lives.entries import Entry
from returns.demo.lives.relatives import CONNECTED, one_of
from returns.demo.timelines import days

OFFICER, PANEL, DIRECTOR = "Samir Qureshi", "Fostering panel", "Hilary Threlfall"
TEMPORARY, EXTENSION = 112, 56
RUNS_OUT = 0.06
AT_ONCE = 0.2
SOON = 60
WITH_PARENTS = "P1"
STAYS = ("T0", "T1", "T2", "T3", "T4")
ASKED_FOR = {
    WITH_PARENTS: (ApprovalOf.WITH_PARENTS, DecidedAs.NOMINATED_OFFICER, OFFICER),
    "U1": (ApprovalOf.CONNECTED, DecidedAs.NOMINATED_OFFICER, OFFICER),
    "U2": (ApprovalOf.CONNECTED, DecidedAs.NOMINATED_OFFICER, OFFICER),
    "U3": (ApprovalOf.CONNECTED, DecidedAs.NOMINATED_OFFICER, OFFICER),
    "K2": (ApprovalOf.RESIDENTIAL, DecidedAs.HEAD_OF_SERVICE, "Farida Rahman"),
    "R1": (ApprovalOf.OUT_OF_AREA, DecidedAs.NOMINATED_OFFICER, OFFICER),
    "S1": (ApprovalOf.DISTANT, DecidedAs.DIRECTOR, DIRECTOR),
    "Z11": (ApprovalOf.UNREGISTERED, DecidedAs.DIRECTOR, DIRECTOR),
}
BECAUSE = {
    ApprovalOf.WITH_PARENTS: (
        "The assessment shows that living at home with help is safe and what the children want.",
        "Overnight stays went well for six weeks. Help at home starts on the day of the move.",
    ),
    ApprovalOf.WITH_PARENTS_AT_ONCE: (
        "The foster home ended that day. The parents are ready, and a worker comes each day.",
    ),
    ApprovalOf.CONNECTED: (
        "The child knows them well. The first look was good, and they can start at once.",
        "The family asked for it at their meeting, and the child can stay at the same school.",
    ),
    ApprovalOf.RESIDENTIAL: (
        "A family was looked for and none was found that is right now. Look again in three months.",
        "The young person asked for a children’s home near college.",
    ),
    ApprovalOf.OUT_OF_AREA: ("The help that is needed is not to be had nearer.",),
    ApprovalOf.DISTANT: ("The school that fits is there; brothers and sisters visit monthly.",),
    ApprovalOf.UNREGISTERED: ("Nothing registered was free tonight. Looked at every day.",),
}
CONDITIONS = (
    "",
    "",
    "Visits each week for the first month.",
    "Written agreement with the parents before the first night.",
    "To be looked at again after three months.",
)
FOUND = {
    Finding.SUITABLE: ("They understand what the child needs and have the room and the help.",),
    Finding.WITH_SUPPORT: (
        "Good enough with help: a visit from family support twice a week.",
        "They can, with money for a bigger car and advice on family time.",
    ),
    Finding.NOT_SUITABLE: ("Not yet: the help has to begin first. To be looked at again.",),
}


@dataclass(frozen=True)
class Stretch:
    """Living with the same carers, whatever kind of home it was counted as meanwhile."""

    home: int
    name: str
    types: tuple[str, ...]
    starts_on: date
    ends_on: date | None


def stretches(story: Story) -> list[Stretch]:
    """The homes of the latest time in care by carer, short stays elsewhere left out."""
    found: list[Stretch] = []
    for home in story.homes:
        if home.type in STAYS:
            continue
        before = found.pop() if found and found[-1].home == home.home_id else None
        found.append(
            Stretch(
                home.home_id,
                home.home.name,
                (*(before.types if before else ()), home.type),
                before.starts_on if before else home.starts_on,
                home.ends_on,
            )
        )
    return found


def tell(council: Council) -> Iterator[Entry]:
    for story, random in council.each("homes"):
        for stretch in stretches(story):
            if stretch.starts_on > story.yesterday:
                continue
            if set(stretch.types) & set(CONNECTED):
                yield from _connected(story, stretch, random)
            if stretch.ends_on is None or stretch.ends_on > story.today - days(1_200):
                yield from _asked(story, stretch, random)
            if stretch.starts_on > story.today - days(800):
                yield _planned(story, stretch, random)
        yield from _may_adopt(story)
        yield from _matched(story, random)
        yield from _ending(council, story, random)


def _connected(story: Story, stretch: Stretch, random: Random) -> Iterator[Entry]:
    """Approved for sixteen weeks, mostly extended by some weeks, then in full."""
    began, expires = stretch.starts_on, stretch.starts_on + days(TEMPORARY)
    latest = expires + days(EXTENSION - 3)
    full = min(began + days(random.triangular(78, 168, 96)), latest)
    runs_out = random.random() < RUNS_OUT
    if runs_out:
        full = expires + days(random.randint(6, 16))
    left = stretch.ends_on is not None and stretch.ends_on < full
    ended = stretch.ends_on if left and stretch.ends_on else full
    why = _why_left(story, stretch) if left else ApprovalEnded.APPROVED
    if min(ended, story.today) > began:
        yield _temporary(story, stretch, expires, ended, why, runs_out, random)
    if runs_out and ended > expires:
        yield from _ran_out(story, expires, ended)
    yield from _full_look(story, stretch, full, random)
    if not left and full <= story.yesterday:
        yield from _lasting(story, stretch, full)


def _temporary(
    story: Story,
    stretch: Stretch,
    expires: date,
    ended: date,
    why: str,
    runs_out: bool,
    random: Random,
) -> Entry:
    longer: dict[str, Any] = {}
    asked = expires - days(random.randint(3, 14))
    if ended > expires and runs_out:
        ended, why = expires, ApprovalEnded.EXPIRED
    elif ended > expires:
        longer = {
            "extended_on": asked,
            "extended_until": expires + days(EXTENSION),
            "extended_because": ExtendedBecause.UNFINISHED,
            "extension_notes": "The panel agrees; medical report and one reference are missing. "
            "The reviewing officer was told.",
        }
    return story.entry(
        CarerApproval,
        stretch.starts_on,
        home_id=stretch.home,
        kind=ApprovedAs.TEMPORARY,
        starts_on=stretch.starts_on,
        expires_on=expires,
        approved_by=OFFICER,
        ends_on=ended,
        end_reason=why,
        **longer,
    )


def _lasting(story: Story, stretch: Stretch, full: date) -> Iterator[Entry]:
    """As foster carers, and as long-term ones once that was decided."""
    yield _approved(story, stretch, ApprovedAs.FOSTER, full)
    kept = next(
        (h.starts_on for h in story.homes if h.type == "U1" and h.home_id == stretch.home), None
    )
    if kept is not None and full < kept <= story.yesterday:
        yield _approved(story, stretch, ApprovedAs.LONG_TERM, kept)


def _ran_out(story: Story, on: date, until: date) -> Iterator[Entry]:
    """Carers who are not approved for a week or two, and are by the end of it."""
    if on <= story.yesterday:
        yield story.entry(
            UnregisteredSetting,
            on,
            kind=NotRegistered.CARERS,
            starts_on=on,
            reason="The temporary approval of the carers ran out before the panel could meet.",
            told="The director and the reviewing officer.",
            ends_on=until,
            end_reason=RegularAgain.REGISTERED,
        )


def _approved(story: Story, stretch: Stretch, kind: str, on: date) -> Entry:
    """In full, until the child moves or an order is made to the carers."""
    return story.entry(
        CarerApproval,
        on,
        home_id=stretch.home,
        kind=kind,
        starts_on=on,
        approved_by=PANEL,
        ends_on=stretch.ends_on if stretch.ends_on != on else None,
        end_reason=_why_left(story, stretch) if stretch.ends_on and stretch.ends_on != on else "",
    )


def _why_left(story: Story, stretch: Stretch) -> str:
    ordered = story.care.reason in ("E45", "E46", "E47", "E48", "E41")
    kept = ordered and stretch.ends_on == story.care.ends_on
    return ApprovalEnded.ORDER if kept else ApprovalEnded.MOVED


def _full_look(story: Story, stretch: Stretch, full: date, random: Random) -> Iterator[Entry]:
    """The full assessment; their first one is told where they were put forward."""
    began = stretch.starts_on + days(random.randint(5, 20))
    done: date | None = full - days(8)
    if began >= min(stretch.ends_on or story.today, story.today):
        return
    if stretch.ends_on is not None and done and stretch.ends_on < done:
        done = None
    finding = random.choice((Finding.SUITABLE, Finding.WITH_SUPPORT))
    yield assessed(story, AssessmentOf.FULL, stretch.name, began, done, finding, random)


def assessed(
    story: Story,
    kind: str,
    people: str,
    began: date,
    done: date | None,
    finding: str,
    random: Random,
) -> Entry:
    relative = story.carers if story.carers and story.carers.name == one_of(people) else None
    return story.entry(
        HomeAssessment,
        began,
        kind=kind,
        relative=relative,
        people="" if relative else people or "Relatives who came forward",
        started_on=began,
        completed_on=done,
        finding=finding,
        summary=random.choice(FOUND[Finding(finding)]),
    )


def _asked(story: Story, stretch: Stretch, random: Random) -> Iterator[Entry]:
    """Somebody senior agrees before the move; now and then days after it."""
    wanted = next((ASKED_FOR[type] for type in stretch.types if type in ASKED_FOR), None)
    if wanted is None or (wanted[0] == ApprovalOf.WITH_PARENTS and story.legal == "V2"):
        return
    kind, decided_as, who = wanted
    late = random.random() < 0.12
    if kind == ApprovalOf.WITH_PARENTS and _at_once(story, stretch, random):
        kind, late = ApprovalOf.WITH_PARENTS_AT_ONCE, False
    needed = stretch.starts_on
    asked = needed - days(0 if late else random.randint(3, 9))
    asked = max(asked, story.born_on)
    decided = needed + days(random.randint(1, 9)) if late else asked + days(random.randint(0, 2))
    request = story.entry(
        ApprovalRequest,
        asked,
        kind=kind,
        asked_on=asked,
        needed_on=needed,
        reason=random.choice(story.suiting(BECAUSE[kind], needed)),
    )
    yield request
    if max(decided, asked) <= story.yesterday:
        yield _decided(story, request, max(decided, asked), decided_as, who, random)
    if kind == ApprovalOf.WITH_PARENTS_AT_ONCE:
        yield from _decided_again(story, needed, random)


def _decided_again(story: Story, moved: date, random: Random) -> Iterator[Entry]:
    """Once the parents are assessed: whether the child stays."""
    asked = moved + days(random.randint(12, 14))
    if asked > story.yesterday:
        return
    request = story.entry(
        ApprovalRequest,
        asked,
        kind=ApprovalOf.WITH_PARENTS,
        asked_on=asked,
        needed_on=asked + days(7),
        reason=random.choice(story.suiting(BECAUSE[ApprovalOf.WITH_PARENTS], asked)),
    )
    yield request
    decided = asked + days(
        random.randint(9, 20) if random.random() < 0.15 else random.randint(1, 3)
    )
    if decided <= story.yesterday:
        yield _decided(story, request, decided, DecidedAs.NOMINATED_OFFICER, OFFICER, random)


def _at_once(story: Story, stretch: Stretch, random: Random) -> bool:
    """Few children go to their parents at once: those who moved lately, and for the first time."""
    first = next((h.starts_on for h in story.homes if h.type == WITH_PARENTS), None)
    newly = stretch.starts_on > story.today - days(RECENT) and stretch.starts_on == first
    if newly and random.random() < AT_ONCE:
        story.at_once.add(stretch.starts_on)
    return stretch.starts_on in story.at_once


def _decided(
    story: Story, request: Entry, on: date, decided_as: str, who: str, random: Random
) -> Entry:
    return story.entry(
        ApprovalDecision,
        on,
        request=request.fact,
        decision=Decision.APPROVED,
        decided_on=on,
        decided_by=who,
        decided_as=decided_as,
        conditions=random.choice(CONDITIONS),
    )


def _planned(story: Story, stretch: Stretch, random: Random) -> Entry:
    """Agreed by the day of the move or a few days later; who must know is told soon."""
    late = random.randint(6, 15) if random.random() < 0.08 else random.randint(-3, 4)
    on = max(stretch.starts_on + days(late), story.care.starts_on)
    on = min(on, story.last)
    told = random.randint(8, 24) if random.random() < 0.07 else random.randint(-2, 6)
    return story.entry(
        PlacementPlan,
        on,
        home_id=stretch.home,
        agreed_on=on,
        notified_on=max(on, stretch.starts_on + days(told)),
    )


def _may_adopt(story: Story) -> Iterator[Entry]:
    """Carers in an early-permanence home are approved to foster this child from the first day."""
    for stretch in stretches(story):
        if "U2" in stretch.types or "U5" in stretch.types:
            ended = stretch.ends_on
            yield story.entry(
                CarerApproval,
                stretch.starts_on,
                home_id=stretch.home,
                kind=ApprovedAs.MAY_ADOPT,
                starts_on=stretch.starts_on,
                approved_by=DIRECTOR,
                ends_on=ended,
                end_reason=""
                if ended is None
                else ApprovalEnded.ORDER
                if story.care.reason in ("E11", "E12") and ended == story.care.ends_on
                else ApprovalEnded.MOVED,
            )


def _matched(story: Story, random: Random) -> Iterator[Entry]:
    """From the day on which the home was counted as one for the long term, or some months on."""
    for home in story.homes:
        on = home.starts_on
        if on < story.care.starts_on + days(SOON):
            on += days(random.randint(110, 320))
        last = min(home.ends_on or story.today, story.today) - days(1)
        if home.type not in ("U1", "U4") or on > last or on < story.today - days(2_600):
            continue
        older = story.age(on) >= 10
        matched: dict[str, Any] = {
            "matters_recorded_on": on + days(random.randint(0, 20)),
            "child_told_on": on + days(random.randint(1, 12)),
        }
        if older and random.random() < 0.2:
            matched["fewer_visits_on"] = on + days(random.randint(100, 300))
        if random.random() < 0.1:
            del matched["matters_recorded_on"]
        if home.ends_on is not None and home.ends_on != story.care.ends_on:
            matched |= {
                "ended_on": home.ends_on,
                "end_reason": "Everybody had hoped that it would last; the child moved.",
            }
        if home.ends_on is not None:
            matched = {
                name: day
                for name, day in matched.items()
                if not isinstance(day, date) or day <= home.ends_on
            }
        yield story.entry(
            LongTermMatch,
            on,
            home_id=home.home_id,
            panel_on=on - days(random.randint(4, 12)),
            decided_on=on,
            decided_by=DIRECTOR,
            **matched,
        )


def _ending(council: Council, story: Story, random: Random) -> Iterator[Entry]:
    """Leaving care by agreement at sixteen or seventeen needs a director’s approval."""
    ended = story.care.ends_on
    if ended is None or story.age(ended) < 16 or ended < story.today - days(900):
        return
    asked = ended - days(random.randint(20, 45))
    if asked <= story.care.starts_on:
        return
    request = story.entry(
        ApprovalRequest,
        asked,
        kind=ApprovalOf.ENDING_CARE,
        asked_on=asked,
        needed_on=ended,
        reason="The young person moves on to a home of their own, with a personal adviser.",
    )
    yield request
    on = asked + days(random.choice((0, 1, 1, 2, 2, 5)))
    if random.random() < 0.93:
        yield _decided(story, request, on, DecidedAs.DIRECTOR, DIRECTOR, random)
