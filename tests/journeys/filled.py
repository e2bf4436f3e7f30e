"""Amara's record with something in every part, as her workers would have written it."""

from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from adoption.actions import sealing, unsealing
from adoption.models import (
    AdopterFamily,
    AdoptionLink,
    ChildPermanenceReport,
    FamilyFinding,
    SealedRecord,
    Unsealing,
)
from casetrack.actions import break_glass, facts, legal, restrictions
from casetrack.models import (
    AuditEvent,
    BreakGlass,
    Child,
    CourtOrder,
    Hearing,
    ImportantPerson,
    Proceedings,
    Relative,
    SiblingDecision,
    User,
)
from casetrack.record.reading import newest
from casetrack.record.registry import of
from oversight.actions import justify
from oversight.models import Answer
from permanence.actions import challenges as raising
from permanence.actions import milestones, plans
from permanence.models import AgreedAction, Challenge, ChildsWords, LifeStory, PermanencePlan, Visit
from placements.models import CarerApproval, HomeMeeting, HomeWorry, Placement
from tests import timeline
from tests.cast import Cast, a_user

SAID = "I want to live where Tomas lives, and have a garden."
PEOPLE = {
    "manager": ("Priya", "Lindqvist"),
    "chair": ("Grace", "Mbeki"),
    "iro": ("Ian", "Ashdown"),
    "social_worker": ("Nneka", "Okafor"),
    "service_manager": ("Stephen", "Hargreave"),
    "guardian": ("Dilys", "Bello"),
    "administrator": ("Adam", "Whitfield"),
    "data_officer": ("Dana", "Rahman"),
}


def fill(cast: Cast) -> None:
    """The story of the cast told in full; a brother's record kept to named people."""
    name_everybody(cast)
    for fact in _facts(cast):
        facts.record(fact=fact, what=of(fact).code, by=cast.social_worker)
    _correct_the_order(cast)
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    plans.ratify(plan=plan, on=date(2025, 12, 20), by=cast.iro)
    milestones.lay_out(plan=plan, on=timezone.localdate(), by=cast.social_worker)
    _said_of_waits(cast)
    emergencies(cast)
    keep_to_named_people(cast)


def name_everybody(cast: Cast) -> None:
    for part, (first, last) in PEOPLE.items():
        user = getattr(cast, part)
        user.first_name, user.last_name = first, last
        user.save(update_fields=["first_name", "last_name"])
    cast.amara.known_as, cast.amara.language = "Ami", "Igbo"
    cast.amara.save(update_fields=["known_as", "language"])


def emergencies(cast: Cast) -> None:
    """One that waits for its review, one that is reviewed, and one that is open now."""
    for hours in (50, 26):
        opened = _opened(cast)
        ago = timedelta(hours=hours)
        BreakGlass.objects.filter(pk=opened.pk).update(
            opened_at=F("opened_at") - ago, until=F("until") - ago
        )
    first = BreakGlass.objects.order_by("opened_at")[0]
    break_glass.review(
        opened=first, outcome="justified", words="The police asked that night.", by=cast.guardian
    )
    _opened(cast)


def keep_to_named_people(cast: Cast) -> None:
    today = timezone.localdate()
    given = {"child": cast.tomas, "on": today, "by": cast.service_manager}
    restrictions.restrict(
        kind="restricted",
        reason="His father works for the council.",
        people=[cast.manager, cast.chair, cast.iro, cast.service_manager],
        **given,
    )
    restrictions.restrict(
        kind="excluded", reason="A cousin of the family.", people=[cast.data_officer], **given
    )


def odd_looks(cast: Cast) -> None:
    """By somebody who does not work with her, at night; and many in a row."""
    night = timezone.now().replace(hour=2, minute=14) - timedelta(days=2)
    for user, at in ((cast.chair, night), (cast.service_manager, night + timedelta(hours=9))):
        AuditEvent.objects.create(
            at=at,
            kind="read",
            what="child",
            username=user.username,
            user_id=user.pk,
            children=[cast.amara.pk],
            details={"record": cast.amara.pk},
            allowed_by=["chair"],
        )


def _opened(cast: Cast) -> BreakGlass:
    return break_glass.open_record(
        child=cast.tomas,
        reason="harm",
        words="A neighbour called: he is alone in the street, and his worker cannot be reached.",
        on=timezone.localdate(),
        by=cast.social_worker,
    )


def _facts(cast: Cast) -> list[Any]:
    child, today = cast.amara, timezone.localdate()
    home = Placement.objects.get(child=child).home
    home.name = "Ruth and Paul Marsh"
    home.save(update_fields=["name"])
    family = AdopterFamily.objects.create(
        authority=cast.authority, reference="F17", names="Hannah and Joel Carver"
    )
    court = Proceedings.objects.create(
        child=child, kind="care", issued_on="2025-03-03", reference="TS25C00017", court="Teesside"
    )
    return [
        Hearing(
            child=child,
            proceedings=court,
            purpose="final",
            listed_on="2025-10-01",
            held_on="2025-10-01",
            decided="The court made care and placement orders.",
        ),
        Hearing(
            child=child,
            proceedings=court,
            purpose="issues-resolution",
            listed_on=today + timedelta(days=20),
        ),
        ImportantPerson(
            child=child,
            name="Chidi Bello",
            relationship="father",
            starts_on="2021-09-10",
            parental_responsibility="yes",
            not_to_know=True,
        ),
        Relative(
            child=child,
            name="Adaeze Bello",
            kinship="grandparent",
            put_forward_by="family",
            put_forward_on="2025-03-20",
            contacted_on="2025-03-24",
        ),
        SiblingDecision(
            child=child,
            decision="together",
            decided_on="2025-05-02",
            decided_by="Priya Lindqvist",
            reason="They ask for one another every day, and comfort each other.",
        ),
        CarerApproval(
            child=child,
            home=home,
            kind="foster",
            starts_on="2025-03-01",
            approved_by="Fostering panel",
        ),
        HomeWorry(
            child=child,
            worry="Ruth is tired; both children wake at night.",
            starts_on=today - timedelta(days=9),
        ),
        HomeMeeting(
            child=child,
            home=home,
            kind="stability",
            held_on=today - timedelta(days=3),
            outcome="A break each month, and a sleep clinic.",
        ),
        ChildPermanenceReport(child=child, started_on="2025-06-10", completed_on="2025-08-29"),
        FamilyFinding(child=child, starts_on="2025-10-06"),
        AdoptionLink(child=child, family=family, linked_on=today - timedelta(days=4)),
        Visit(
            child=child,
            visited_on=today - timedelta(days=2),
            visitor="social-worker",
            visited_by="Nneka Okafor",
            place="home",
            seen="alone",
        ),
        ChildsWords(
            child=child,
            said_on=today - timedelta(days=2),
            words=SAID,
            gathered="play",
            gathered_by="Nneka Okafor",
            shared_with="readers",
        ),
    ]


def _correct_the_order(cast: Cast) -> None:
    """Entered a week wrong, and put right; another that never was, taken back."""
    order = legal.record_order(
        child=cast.amara,
        kind="placement",
        made_on=date(2025, 10, 8),
        expires_on=None,
        by=cast.social_worker,
    )
    order = CourtOrder.objects.get(child=cast.amara, kind="placement")
    facts.correct(
        fact=order,
        values={"made_on": date(2025, 10, 1)},
        what="order",
        by=cast.manager,
        why="The sealed order says 1 October.",
        seen=newest(of(order), order.pk),
    )
    wrong = facts.record(
        fact=CourtOrder(child=cast.amara, kind="supervision", made_on="2025-11-03"),
        what="order",
        by=cast.social_worker,
    )
    facts.take_back(
        fact=wrong,
        what="order",
        why="It was made about another child.",
        by=cast.social_worker,
        seen=newest(of(wrong), wrong.pk),
    )


def _said_of_waits(cast: Cast) -> None:
    AgreedAction.objects.create(
        child=cast.amara,
        text="Refresh the profile",
        owner=cast.north_worker,
        agreed_on=date(2026, 5, 1),
        due_on=timezone.localdate(),
    )
    Answer.objects.create(
        child=cast.amara,
        clock="placement-order-to-match",
        started_on=date(2025, 10, 1),
        kind="reason",
        reason="Two families withdrew",
        answered_on=date(2026, 5, 1),
        answered_by=cast.chair,
    )


def delays(cast: Cast) -> dict[str, int]:
    """One delay of hers is justified and holds, another is asked to be: the numbers of both."""
    today = timezone.localdate()
    held, asked = [row for row, why in justify.to_ask(cast.amara.pk, today) if not why][:2]
    found = {}
    for name, row in (("justified", held), ("asked", asked)):
        found[name] = justify.ask(
            wait=row,
            cause="matching",
            reason="Two families are being assessed; the panel sits next month.",
            until=today + timedelta(days=10),
            on=today,
            by=cast.manager,
        )
    justify.agree(answer=found["justified"], on=today, by=cast.chair)
    return {name: answer.pk for name, answer in found.items()}


def challenges(cast: Cast) -> dict[str, int]:
    """One whose alert was answered late and that waits at stage 1; one that was closed, after it
    was passed to Cafcass: the numbers of both.
    """
    today = timezone.localdate()
    found = {}
    begun = (("challenge", "drift", "informal"), ("closed", "practice", "stage-3"))
    for name, theme, stage in begun:
        raised = Challenge(
            child=cast.amara,
            raised_on=today - timedelta(days=20),
            theme=theme,
            concern="No family has been asked since the spring. A plan for it is asked for.",
        )
        raising.raise_at(challenge=raised, stage=stage, by=cast.iro)
        raised.stages.update(
            answered_on=today - timedelta(days=2),
            answered_by="Stephen Hargreave, Service manager",
            answer="The search is widened to the whole country, and the profile is written anew.",
        )
        found[name] = raised.pk
        if stage == "informal":
            asked = "Which agencies are asked, and by when"
            put = {"stage": "stage-1", "on": today - timedelta(days=1), "asked": asked}
            raising.take_further(challenge=raised, by=cast.iro, **put)
    Challenge.objects.filter(pk=found["closed"]).update(
        cafcass_on=today - timedelta(days=4),
        closed_on=today,
        outcome="in-part",
        effect="Two families have asked about her.",
    )
    return {"challenge": found["challenge"], "closed_challenge": found["closed"]}


# Children who come into the world, or leave care by adoption


def expected(cast: Cast) -> Child:
    """A baby who is not born yet."""
    return Child.objects.create(
        authority=cast.authority,
        reference="E5",
        last_name="Marsh",
        expected_on=timezone.localdate() + timedelta(days=60),
    )


def adopted(cast: Cast, reference: str, first_name: str) -> Child:
    """A child who was adopted last year, with all done that goes before sealing."""
    history = "born 2023-02-11; care 2024-05-01 .. 2025-11-03"
    child = timeline.child(history, authority=cast.authority, reference=reference)
    child.first_name, child.last_name = first_name, "Marsh"
    child.save(update_fields=["first_name", "last_name"])
    CourtOrder.objects.create(child=child, kind="adoption", made_on="2025-11-03")
    for kind in ("book", "letter"):
        LifeStory.objects.create(child=child, kind=kind, done_on="2025-12-01")
    return child


def keepers(cast: Cast) -> tuple[User, User]:
    """The two who open a sealed record together."""
    first, second = (
        a_user(name, cast.authority, "adoption-records") for name in ("keeper-one", "keeper-two")
    )
    for keeper, name in ((first, "Ruth"), (second, "Paul")):
        keeper.first_name, keeper.last_name = name, "Archer"
        keeper.save(update_fields=["first_name", "last_name"])
    return first, second


def sealed(cast: Cast, child: Child) -> SealedRecord:
    return sealing.seal(
        child=child,
        reported_on=date(2025, 12, 15),
        staying_in_touch="",
        after=None,
        on=timezone.localdate(),
        by=cast.service_manager,
    )


def opening(record: SealedRecord, by: User, answered_by: User | None = None) -> Unsealing:
    """Asked for, and where somebody answers, open to the two."""
    asked = unsealing.ask(
        sealed=record, reason=Unsealing.Reason.values[0], words="She wrote to us.", by=by
    )
    if answered_by is None:
        return asked
    return unsealing.answer(asked=asked, agreed=True, by=answered_by)
