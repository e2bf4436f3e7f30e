"""A reader of every role, and children who stand to them in every way there is.

One set of children serves all readers: who is "mine" is allocated to the social worker and to the
reviewing officer, and the team manager's team is that of the social worker. Her record, and every
other that is then closed to a reader, would be open to all of them but for what closes it.
"""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from adoption.actions import sealing, unsealing
from adoption.models import SealedRecord
from casetrack.access.permissions import Permission
from casetrack.access.visibility import may
from casetrack.actions import break_glass, restrictions
from casetrack.models import (
    Allocation,
    AuditEvent,
    Authority,
    BreakGlass,
    Child,
    CourtOrder,
    Cover,
    Proceedings,
    Team,
    User,
    Worker,
)
from casetrack.record import registry
from oversight.actions import justify
from oversight.clocks.engine import refresh
from oversight.models import (
    Benchmark,
    Cohort,
    EnteredFigure,
    FearedHome,
    PlanTheme,
    Publication,
    SavedView,
    ThemeAction,
    WeeklyRate,
)
from oversight.packs.pack import Grid, Pack
from permanence.models import (
    QUESTIONS,
    AgreedAction,
    Challenge,
    Disagreement,
    LifeStory,
    MeetingSeries,
    MidPoint,
    Minutes,
    PlannedReview,
    Review,
    WritingForm,
)
from returns.models import AgencyDifference, Difference, ImportRun, State, Upload
from tests import cast as casting
from tests import timeline
from tests.access.guesses import fill

CHILDREN = {
    "mine": "my own",
    "team": "my team’s",
    "other": "another team’s",
    "covered": "another team’s, whose officer I stand in for",
    "adoption": "another team’s, the plan is adoption",
    "elsewhere": "another authority’s",
    "restricted": "my own, restricted to others",
    "named": "another team’s, restricted, and I am named",
    "excluded": "my own, and I am excluded",
    "emergency": "another team’s, opened in an emergency",
    "adopted": "my own, adopted and not yet sealed",
    "sealed": "my own, sealed",
}
NAMES = dict(
    zip(
        CHILDREN,
        ("Quilla", "Quenby", "Quorra", "Quelin", "Quade", "Quimby", "Quincy", "Quenna", "Quasim")
        + ("Quoba", "Quartus", "Quaid"),
        strict=True,
    )
)
SURNAME = "Vanterpool"
NO_ROLE, NOT_SIGNED_IN = "no-role", "not-signed-in"
GONE = ("adopted", "sealed")
LEFT_AGO = timedelta(days=20)
CLOSED = ("restricted", "excluded", *GONE)
"""Beside what closes them, these would be open to every role there is."""


@dataclass
class Standing:
    """Everybody, and of every child how she is known and what hangs on her."""

    authority: Authority
    elsewhere: Authority
    readers: dict[str, User]
    recorder: User
    stranger: User
    own_worker: Worker
    today: date
    children: dict[str, Child] = field(default_factory=dict)
    marks: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    """By what her record is known in an answer: her name and her reference."""
    facts: dict[tuple[str, str], int] = field(default_factory=dict)
    """Numbers of facts, by the code of their kind and the child."""
    things: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What else an address may name: by what it is, and the child or whose it is."""

    @property
    def moved_on(self) -> date:
        """On which those who are in care moved from one foster home to another."""
        return self.today - LEFT_AGO


def assemble(of_all: Iterable[str], of_one: Iterable[str]) -> Standing:
    """With a fact of each kind (by code) about every child, and of others about the one whom every
    reader reaches who reads records at all.
    """
    standing = _people()
    for code in CHILDREN:
        _child(standing, code)
    for kind in of_all:
        for code in CHILDREN:
            _fact(standing, kind, code)
    for kind in of_one:
        _fact(standing, kind, "named")
    refresh([child.pk for child in standing.children.values()])
    _things(standing)
    _close(standing)
    return standing


def _fact(standing: Standing, code: str, child: str) -> None:
    kind = registry.named(code)
    assert kind is not None
    before = standing.today - timedelta(days=7)
    made = fill(kind, standing.children[child], standing.recorder, before)
    standing.facts[code, child] = made.pk


def _people() -> Standing:
    authority = Authority.objects.create(code="CAST", name="Castle Council", records_live=True)
    elsewhere = Authority.objects.create(code="ELSE", name="Elsewhere Council", records_live=True)
    north = Team.objects.create(authority=authority, name="North")
    readers = casting.one_of_each_role(authority, north)
    for council in (authority, elsewhere):
        Cohort.objects.create(
            authority=council, name="All", aim="other", starts_on=date(2020, 1, 1)
        )
    readers[NO_ROLE] = User.objects.create_user(NO_ROLE)
    return Standing(
        authority=authority,
        elsewhere=elsewhere,
        readers=readers,
        recorder=casting.a_user("recorder", authority, "service-manager"),
        stranger=casting.a_user("stranger", elsewhere, "data-officer"),
        own_worker=_worker(authority, "N. Okafor", team=north, user=readers["social-worker"]),
        today=timezone.localdate(),
    )


def _child(standing: Standing, code: str) -> None:
    own = code == "mine" or code in CLOSED
    adopting = code in ("adoption", "elsewhere", *CLOSED)
    authority = standing.elsewhere if code == "elsewhere" else standing.authority
    began = standing.today - timedelta(days=600)
    left = standing.today - LEFT_AGO
    route = "adoption" if adopting else "long-term-fostering"
    decision = f"; decision {began}" if code in GONE else ""
    period = f"{began} .. {left}" if code in GONE else f"{began}"
    homes = f"home U6 {began} .. {left}" + ("" if code in GONE else f"; home U6 {left}")
    history = (
        f"born {began - timedelta(days=900)}; care {period}; status C1 {period};"
        f" {homes}; plan {route} {period}; review {began + timedelta(days=90)}{decision}"
    )
    child = timeline.child(history, authority=authority, reference=f"REF-{code.upper()}")
    child.first_name, child.last_name = NAMES[code], SURNAME
    child.save()
    standing.children[code] = child
    standing.marks[code] = (child.first_name.encode(), child.reference.encode())
    for role, worker in _workers(standing, code, own):
        held = Allocation.objects.create(child=child, worker=worker, role=role, starts_on=began)
        standing.facts["allocation" if role != "iro" else "allocation iro", code] = held.pk
    standing.facts["plan", code] = child.permanenceplan_facts.get().pk


def _workers(standing: Standing, code: str, own: bool) -> list[tuple[str, Worker]]:
    authority = standing.elsewhere if code == "elsewhere" else standing.authority
    if own:
        officer = _worker(authority, "I. Ashdown", user=standing.readers["iro"])
        return [("social-worker", standing.own_worker), ("iro", officer)]
    name = "North" if code == "team" else "South"
    team, _ = Team.objects.get_or_create(authority=authority, name=name)
    worker = _worker(authority, f"W. {name}", team=team)
    officer = _worker(authority, "A. Away" if code == "covered" else "I. Other")
    return [("social-worker", worker), ("iro", officer)]


def _worker(authority: Authority, name: str, **known: Any) -> Worker:
    given = known | {"name": name}
    return Worker.objects.get_or_create(
        authority=authority, reference=name.upper(), defaults=given
    )[0]


def _things(standing: Standing) -> None:
    """What the other addresses name: an action, a difference and an emergency of every child."""
    _returns(standing)
    _set_of_measures(standing)
    nosy = casting.a_user("nosy", standing.authority, "social-worker")
    elsewhere = casting.a_user("nosy-elsewhere", standing.elsewhere, "social-worker")
    day = standing.today
    for code, child in standing.children.items():
        action = AgreedAction.objects.create(
            child=child, text="Ring.", owner=standing.own_worker, agreed_on=day, due_on=day
        )
        standing.things["action", code] = action.uuid
        held = {"held_on": day - timedelta(days=30), "judgement_because": "It moves on."}
        found = dict.fromkeys(QUESTIONS, "yes") | {"judgement": "in-time", **held}
        mid_point = MidPoint.objects.create(child=child, looked="visit", seen="alone", **found)
        standing.things["mid-point", code] = mid_point.pk
        by = elsewhere if code == "elsewhere" else nosy
        opened = _open(child, by, day)
        standing.things["emergency", code] = opened.uuid
        if code in GONE:
            break_glass.close(opened=opened, by=by)
            reviewer = standing.readers["guardian"]
            break_glass.review(opened=opened, outcome="justified", words="Yes.", by=reviewer)
        _reviews(standing, code, child)
        FearedHome.objects.create(
            child=child,
            from_on=standing.moved_on,
            type="K2",
            most_weeks=26,
            why="The carers were worn out.",
            judged_by="the panel",
            low=10,
            central=20,
            high=30,
        )
    _cohorts(standing)
    _packs(standing)
    _covers(standing)
    _meetings(standing)
    _agency_differences(standing)
    _challenges(standing)
    _courts(standing)
    _delays(standing)
    for whose, user in (("my own", None), ("another’s", nosy)):
        for code, reader in standing.readers.items():
            view = SavedView.objects.create(user=user or reader, name=f"{whose} {code}")
            standing.things["view " + whose, code] = view.uuid
    for child in standing.children.values():
        _look_at_night(child, nosy, day)


def _reviews(standing: Standing, code: str, child: Child) -> None:
    """A review that was answered with a disagreement and whose letters were sent, one that waits
    for an answer, and one that is planned.
    """
    day, by = standing.today, standing.recorder
    reviewed, waiting = (
        Review.objects.create(child=child, held_on=day - timedelta(days=days), **more)
        for days, more in (
            (90, {"decisions_sent_on": day - timedelta(days=90), "answered_on": day}),
            (60, {"decisions_sent_on": day}),
        )
    )
    owned = {"child": child, "owner": standing.own_worker, "agreed_on": day, "due_on": day}
    decision = AgreedAction.objects.create(text="Ring Gran.", review=reviewed, **owned)
    against = Disagreement.objects.create(
        child=child, action=decision, disagreed_on=day, disagreed_by=by, because="Too far."
    )
    for form in WritingForm.values:
        writing = {"form": form, "version": 1, "text": f"Dear {child.first_name}"}
        sent = waiting.writings.create(child=child, written_by=by, **writing)
        sent.sent_on = day
        sent.save()
    planned = PlannedReview.objects.create(child=child, planned_on=day, set_on=day)
    invited = planned.invitations.create(child=child, name="Gran", part="family")
    for what, row in (
        ("review", waiting),
        ("answered review", reviewed),
        ("disagreement", against),
        ("invitation", invited),
    ):
        standing.things[what, code] = row.pk


def _agency_differences(standing: Standing) -> None:
    for code, child in standing.children.items():
        found = AgencyDifference.objects.create(
            child=child,
            field="notified",
            stated_on=standing.today - timedelta(days=9),
            found_on=standing.today,
            found_by=standing.recorder,
        )
        standing.things["agency difference", code] = found.pk


def _challenges(standing: Standing) -> None:
    """Of every child one waits for an answer at stage 1."""
    day = standing.today - timedelta(days=9)
    for code, child in standing.children.items():
        raised = Challenge.objects.create(
            child=child, raised_on=day, theme="drift", concern="It drifts."
        )
        raised.stages.create(child=child, stage="stage-1", began_on=day)
        standing.things["challenge", code] = raised.pk


def _courts(standing: Standing) -> None:
    """Of every child there is a hearing today."""
    for child in standing.children.values():
        issued_on = standing.today - timedelta(days=30)
        court = Proceedings.objects.create(child=child, kind="care", issued_on=issued_on)
        court.hearings.create(child=child, purpose="first", listed_on=standing.today)


def _covers(standing: Standing) -> None:
    """Whose officer is away is reached by the one who stands in; one of another authority."""
    week = timedelta(days=7)
    for authority, whose, officer in (
        (standing.authority, "my own", "I. Ashdown"),
        (standing.elsewhere, "another’s", "I. Other"),
    ):
        cover = Cover.objects.create(
            absent=_worker(authority, "A. Away"),
            stands_in=_worker(authority, officer),
            starts_on=standing.today - week,
            ends_on=standing.today + week,
        )
        standing.things["cover", whose] = cover.pk


def _set_of_measures(standing: Standing) -> None:
    """Of each authority a figure that was entered, a target, a rate and a planned action."""
    began = standing.today.replace(year=2020)
    for authority, whose in ((standing.authority, "my own"), (standing.elsewhere, "another’s")):
        given: dict[str, Any] = {"authority": authority, "source": "Board paper"}
        figure = EnteredFigure.objects.create(
            code="population-under-18", on_day=began, as_at=began, value=30_000, **given
        )
        target = Benchmark.objects.create(
            indicator="order-to-match", whose="target", value=121, starts_on=began, **given
        )
        rate = WeeklyRate.objects.create(type="K2", pounds=5_000, starts_on=began, **given)
        WeeklyRate.objects.create(type="U6", pounds=500, starts_on=began, **given)
        theme = PlanTheme.objects.create(authority=authority, number=1, title="Moves", lead="Head")
        action = ThemeAction.objects.create(
            theme=theme, words="Train", lead="Head", due_on=standing.today
        )
        made = {"figure": figure, "target": target, "rate": rate, "theme": theme}
        for kind, each in (made | {"planned": action}).items():
            standing.things[kind, whose] = each.pk


def _packs(standing: Standing) -> None:
    """A published pack of each authority, which says little."""
    for authority, whose in ((standing.authority, "my own"), (standing.elsewhere, "another’s")):
        pack = Pack(
            title="A pack",
            authority=authority.name,
            as_at="31 May 2026",
            marked="For the board.",
            finding="One measure.",
            summary=Grid("The measures", ("Measure", "Now"), (("Children in care", "540"),)),
            sheets=(),
            methods=(),
            hidden=(),
        )
        published = Publication.objects.create(
            authority=authority,
            kind="board",
            as_at=date(2026, 5, 31),
            body=pack.body,
            published_by=standing.recorder,
        )
        standing.things["pack", whose] = published.uuid


def _cohorts(standing: Standing) -> None:
    """One of each authority with every child of it."""
    for authority, whose in ((standing.authority, "my own"), (standing.elsewhere, "another’s")):
        began = standing.today - timedelta(days=90)
        cohort = Cohort.objects.create(
            authority=authority, name="Every child", aim="family", starts_on=began
        )
        standing.things["cohort", whose] = cohort.uuid
        for child in standing.children.values():
            if child.authority_id == authority.pk:
                cohort.members.create(child=child, starts_on=began, added_by=standing.recorder)


def _meetings(standing: Standing) -> None:
    """A group of each authority, whose last and next meetings have every child of it on the
    agenda.
    """
    for authority, whose in ((standing.authority, "my own"), (standing.elsewhere, "another’s")):
        series = MeetingSeries.objects.create(
            authority=authority,
            name="The group",
            place="Room 2",
            starts_at=time(9, 30),
            chair=standing.recorder,
            starts_on=standing.today - timedelta(days=90),
        )
        member = series.members.create(name="N. Ray", seat="health", starts_on=series.starts_on)
        before = series.meetings.create(held_on=standing.today - timedelta(days=14))
        meeting = series.meetings.create(held_on=standing.today + timedelta(days=14))
        standing.things["group", whose] = series.uuid
        standing.things["member", whose] = member.uuid
        standing.things["meeting", whose] = meeting.uuid
        children = [
            (code, each)
            for code, each in standing.children.items()
            if each.authority_id == authority.pk
        ]
        for place, (code, child) in enumerate(children, start=1):
            before.items.create(child=child, part="late", place=place, minutes=5)
            item = meeting.items.create(child=child, part="late", place=place, minutes=5)
            standing.things["item", code] = item.uuid
            decision = series.decisions.create(
                child=child,
                meeting=meeting,
                item=item,
                kind="noted",
                text="They met.",
                decided_on=standing.today,
                decided_by=standing.recorder,
                recorded_by=standing.recorder,
            )
            standing.things["decision", code] = decision.uuid
            member.interests.create(child=child, reason="Uncle", starts_on=series.starts_on)
        _minutes(standing, whose, series, children)


def _minutes(
    standing: Standing, whose: str, series: MeetingSeries, children: list[tuple[str, Child]]
) -> None:
    """A meeting whose minutes are in draft, and one whose minutes are locked."""
    people = {"decided_by": standing.recorder, "recorded_by": standing.recorder}
    begun = {"opened_at": timezone.now(), "chaired_by": standing.recorder}
    draft, locked = (
        series.meetings.create(held_on=standing.today - timedelta(days=days), **begun)
        for days in (28, 42)
    )
    kept = Minutes.objects.create(meeting=locked, head=HEAD, digest="0" * 64)
    for place, (code, child) in enumerate(children, start=1):
        item = draft.items.create(child=child, part="late", place=place, minutes=5)
        said = {"kind": "noted", "text": "They met.", "decided_on": draft.held_on}
        own = {"child": child, "series": series, "item": item}
        decision = draft.decisions.create(**own, **said, **people)
        finding = item.findings.create(
            child=child,
            question="route",
            answered="well",
            found_on=draft.held_on,
            recorded_by=standing.recorder,
        )
        page = kept.pages.create(child=child, page=json.dumps(PAGE_KEPT), digest="0" * 64)
        standing.things["minuted decision", code] = decision.uuid
        standing.things["minuted finding", code] = finding.pk
        standing.things["page of minutes", code] = page.pk
        standing.things["draft of", code] = draft.uuid
    for meeting, stages in ((draft, ("closed",)), (locked, ("closed", "approved", "locked"))):
        for stage in stages:
            setattr(meeting, f"{stage}_at", timezone.now())
        meeting.save()
    standing.things["draft", whose] = draft.uuid
    standing.things["locked", whose] = locked.uuid


TABLE: dict[str, Any] = {"title": "T", "head": [], "widths": [], "rows": [], "nothing": "None."}
HEAD = {"title": "Minutes", "held_on": "1 June 2026", "cover": [], "attendance": TABLE} | {
    "locked_on": "2026-06-02"
}
PAGE_KEPT = {"title": "", "said": "", "said_how": "", "why": [], "facts": [], "tables": []} | {
    "minutes": 5
}


def _delays(standing: Standing) -> None:
    """A delay that is justified for some days yet, and is asked to be renewed."""
    child, before = standing.children["named"], standing.today - timedelta(days=7)
    row = next(row for row, why in justify.to_ask(child.pk, before) if not why)
    said = {"wait": row, "cause": "health", "reason": "An operation.", "on": before}
    soon, later = (standing.today + timedelta(days=days) for days in (5, 30))
    answer = justify.ask(until=soon, by=standing.recorder, **said)
    justify.agree(
        answer=answer, on=before, by=casting.a_user("decider", standing.authority, "chair")
    )
    asked = justify.ask(until=later, by=standing.recorder, **said)
    standing.facts["answer justified", "named"] = answer.pk
    standing.facts["answer asked", "named"] = asked.pk
    standing.facts["delay-cause", "named"] = answer.causes.get().pk


def _look_at_night(child: Child, user: User, day: date) -> None:
    AuditEvent.objects.create(
        at=timezone.make_aware(datetime.combine(day - timedelta(days=2), time(2, 14))),
        kind="read",
        what="child",
        username=user.username,
        user_id=user.pk,
        children=[child.pk],
        allowed_by=["social-worker"],
        details={"record": child.pk},
    )


def _returns(standing: Standing) -> None:
    """A run of each authority whose report speaks of every child of it."""
    for authority, whose in ((standing.authority, "my own"), (standing.elsewhere, "another’s")):
        mine = [each for each in standing.children.values() if each.authority_id == authority.pk]
        said = {"rule": "", "return": 2024, "table": "Episodes", "file": "episodes.csv"}
        said |= {"line": 2, "column": "LS", "value": "?", "reason": "not a legal status"}
        run = ImportRun.objects.create(
            authority=authority,
            by=standing.recorder,
            on=standing.today,
            state=State.STORED,
            report={
                "returns": [],
                "tables": {},
                "refused": [said | {"child": child.reference} for child in mine],
                "repaired": [],
                "warnings": [],
            },
            refused_rows="Child\n" + "".join(f"{child.reference}\n" for child in mine),
        )
        Upload.objects.create(uuid=run.uuid, run=run, by=standing.recorder)
        standing.things["run", whose] = run.uuid
        for child in mine:
            given = {"fact": "LegalStatus", "field": "LS", "recorded": "E1", "returned": "C2"}
            found = Difference.objects.create(child=child, found_by=run, **given)
            standing.things["difference", child.reference] = found.pk


def _open(child: Child, by: User, day: date) -> BreakGlass:
    return break_glass.open_record(child=child, reason="harm", words="A call.", on=day, by=by)


def _close(standing: Standing) -> None:
    """Restrict, exclude, open in an emergency, have adopted, seal."""
    by, day = standing.recorder, standing.today
    others = [
        casting.a_user(f"other-{role}", standing.authority, role)
        for role in ("manager", "iro", "chair")
    ]
    able = [user for user in standing.readers.values() if may(user, Permission.SEE_CHILDREN)]
    for code, kind, people in (
        ("restricted", "restricted", others),
        ("named", "restricted", able),
        ("excluded", "excluded", able),
    ):
        child = standing.children[code]
        restrictions.restrict(
            child=child, kind=kind, reason="A threat.", people=people, on=day, by=by
        )
    for code, user in standing.readers.items():
        if may(user, Permission.BREAK_GLASS):
            # Who may read it as it is needs no emergency.
            with suppress(break_glass.EmergencyRefused):
                opened = _open(standing.children["emergency"], user, day)
                standing.things["my emergency", code] = opened.uuid
    _seal(standing)


def _seal(standing: Standing) -> None:
    """One is sealed, another could be; of the sealed one an opening is agreed, the next asked."""
    keepers = (
        standing.readers["adoption-records"],
        casting.a_user("keeper", standing.authority, "adoption-records"),
    )
    for code in GONE:
        child, day = standing.children[code], standing.today - timedelta(days=20)
        CourtOrder.objects.create(child=child, kind="adoption", made_on=day)
        for kind in ("book", "letter"):
            LifeStory.objects.create(child=child, kind=kind, done_on=day)
    sealed = sealing.seal(
        child=standing.children["sealed"],
        reported_on=standing.today,
        staying_in_touch="",
        after=None,
        on=standing.today,
        by=standing.recorder,
    )
    left = Child.objects.get(pk=sealed.child_id).reference.encode()
    standing.marks["sealed"] += (left,)
    _open_again(standing, sealed, "my own", keepers)
    others = [
        casting.a_user(f"keeper-{number}", standing.elsewhere, "adoption-records")
        for number in (1, 2)
    ]
    child = Child.objects.create(
        authority=standing.elsewhere, reference="GONE", born_on=standing.today
    )
    theirs = SealedRecord.objects.create(
        authority=standing.elsewhere,
        child=child,
        sealed_by=others[0],
        keep_until=standing.today,
        archive=b"locked",
    )
    _open_again(standing, theirs, "another’s", others)


def _open_again(
    standing: Standing, sealed: SealedRecord, whose: str, keepers: Sequence[User]
) -> None:
    given = {"sealed": sealed, "reason": "adult", "words": "She asked for it."}
    opening = unsealing.ask(by=keepers[0], **given)
    unsealing.answer(asked=opening, agreed=True, by=keepers[1])
    standing.things["sealed record", whose] = sealed.uuid
    standing.things["opening", whose] = opening.uuid
    standing.things["request", whose] = unsealing.ask(by=keepers[1], **given).uuid
