"""One mail a person a day: what is newly amber or red among the children they may see.

A flag is news for everybody who may see the child when it is first handed out, and for two weeks
more to whoever comes to see the child later: a worker allocated late is told, and a colleague who
is new is not sent years of old flags but finds them in the tracker. Each is told of a flag once,
and only while it stands: a wait that was answered for or has ended before the mail went is no news,
and amber is not said any more where red is.

A reviewing officer is told as well of each delay that was justified for a child of theirs, once,
while it holds; a social worker of each update that is asked of them for a meeting, and once more
where they are reminded of it. Whoever is to do what a group agreed is told once the meeting is
closed, and again where they are chased; those of a level, of what has gone up to them; whoever is
to do what a review decided or its officer asked for; and managers, of each challenge that is put to
their level and waits for an answer.

A mail carries references and initials, never names. A mail that cannot be sent stops nobody
else's; its flags stay untold and go into the next. It is sent last, just before what was told is
committed: should the process be killed in between, the mail goes twice under one Message-ID.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now

from casetrack import audit
from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.models import Child, RoleAssignment, User
from casetrack.recording import recording
from oversight.actions.sightings import NEWS
from oversight.challenges import Ladder, ladders, of
from oversight.delays import justified as justified_delays
from oversight.digest import digest
from oversight.models import Answer, JustifiedNotice, Notice, Sighting, StageNotice
from oversight.waits import Wait, running
from permanence.actions import agreed_actions, escalations
from permanence.actions.updates import tell
from permanence.answering import waits_for
from permanence.models import (
    AgendaUpdate,
    AgreedAction,
    ChallengeStage,
    EscalationNotice,
    Interest,
)

logger = logging.getLogger(__name__)

NEWS_DAYS = 14
TOLD = ("manager", "social-worker", "iro", "chair")
ANSWER = with_permission(Permission.ANSWER_CHALLENGES)


@dataclass(frozen=True)
class Sent:
    """How many mails went, how many could not be sent, and how many people have no address."""

    mails: int = 0
    failed: int = 0
    without_address: int = 0


def send(*, on: date, by: Any) -> Sent:
    """Hand out what is new and mail it. Sent twice on a day, nobody is mailed twice."""
    people = _people(on)
    hand_out(people, on=on, by=by)
    sent = [_sent(person, on) for person in _waiting(people, on)]
    return Sent(
        mails=sent.count(True),
        failed=sent.count(None),
        without_address=_told(on).filter(email="").count(),
    )


def hand_out(people: Sequence[User], *, on: date, by: Any) -> None:
    """Give every person a notice of each flag that is news and whose child they may see now."""
    with recording("flags.handed-out", by=by, day=on.isoformat()):
        fresh = list(
            Sighting.objects.select_for_update()
            .filter(reported_at=None)
            .values_list("pk", flat=True)
        )
        news = Sighting.objects.filter(
            Q(pk__in=fresh) | Q(seen_on__gt=on - timedelta(days=NEWS_DAYS))
        )
        for person in people:
            _give(person, news)
        Sighting.objects.filter(pk__in=fresh).update(reported_at=Now())


def _told(on: date) -> QuerySet[User]:
    held = RoleAssignment.objects.on(on).filter(role__in=TOLD)
    return User.objects.filter(is_active=True, pk__in=held.values("user_id"))


def _people(on: date) -> list[User]:
    """Those who work with children and can be reached by mail."""
    return list(_told(on).exclude(email="").order_by("pk"))


def _tracked(person: User) -> QuerySet[Child]:
    """Those in the person's tracker; a record opened in an emergency is no news to them."""
    return Child.objects.visible_to(person, Permission.SEE_TRACKER)


def _give(person: User, news: QuerySet[Sighting]) -> None:
    seen = news.filter(child__in=_tracked(person)).values("id")
    try:
        sightings, parameters = seen.query.sql_with_params()
    except EmptyResultSet:  # the person sees no child at all
        return
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO oversight_notice (user_id, sighting_id)
            SELECT %s, id FROM ({sightings}) AS news ON CONFLICT DO NOTHING""",
            [person.pk, *parameters],
        )


def _waiting(people: Sequence[User], on: date) -> QuerySet[User]:
    """Those of the people with something untold who have not had a mail today.

    Whoever is told of a justified delay, asked for an update or for an answer to a challenge, to do
    what was agreed or of a level to which something went up is one of them, whatever their role is.
    """
    flags = Notice.objects.filter(user=OuterRef("pk"))
    justified = JustifiedNotice.objects.filter(user=OuterRef("pk"))
    asked = AgendaUpdate.objects.filter(told=OuterRef("pk"), told_on=on)
    agreed = AgreedAction.objects.filter(told=OuterRef("pk"), told_on=on)
    raised = EscalationNotice.objects.filter(user=OuterRef("pk"), told_on=on)
    put = StageNotice.objects.filter(user=OuterRef("pk"), told_on=on)
    listed = Q(pk__in=[person.pk for person in people])
    asked_to_answer = [person.pk for person in _managers(on) if _to_answer(person, on).exists()]
    return (
        User.objects.filter(
            (Exists(flags.filter(told_on=None)) & listed)
            | Exists(justified.filter(told_on=None))
            | Q(pk__in=AgendaUpdate.objects.untold(on).values("writer"))
            | Q(pk__in=agreed_actions.untold().values("owner__user"))
            | Q(pk__in=escalations.untold().values("user"))
            | Q(pk__in=asked_to_answer),
            ~Exists(flags.filter(told_on=on)),
            ~Exists(justified.filter(told_on=on)),
            ~Exists(asked),
            ~Exists(agreed),
            ~Exists(raised),
            ~Exists(put),
            is_active=True,
        )
        .exclude(email="")
        .order_by("pk")
    )


def _sent(person: User, on: date) -> bool | None:
    """Whether there was something to send; None where sending failed."""
    try:
        with transaction.atomic():
            return _tell(person, on)
    except Exception:
        logger.exception("A digest could not be sent")
        return None


def _tell(person: User, on: date) -> bool:
    notices = list(
        Notice.objects.select_for_update(of=("self",))
        .select_related("sighting")
        .filter(user=person, told_on=None)
        .filter(sighting__child__in=_tracked(person))
    )
    waits = _standing(notices, on)
    justified, updates = list(_justified(person, on)), list(_updates(person, on))
    actions, raised = list(_actions(person)), list(_raised(person, on))
    stages = list(_to_answer(person, on))
    if not any((waits, justified, updates, actions, raised, stages)):
        return False
    said = {_wait_of(wait.row) for wait in waits}
    told = [notice.pk for notice in notices if _wait_of(notice.sighting) in said]
    Notice.objects.filter(pk__in=told).update(told_on=on)
    JustifiedNotice.objects.filter(user=person, answer__in=justified).update(told_on=on)
    if updates:
        tell(updates=updates, person=person, on=on)
    if actions:
        agreed_actions.tell(actions=actions, person=person, on=on)
    EscalationNotice.objects.filter(pk__in=[each.pk for each in raised]).update(told_on=on)
    StageNotice.objects.bulk_create(
        StageNotice(user=person, stage=stage, told_on=on) for stage in stages
    )
    gone_up = [notice.escalation for notice in raised]
    rows = (*(wait.row for wait in waits), *justified, *updates, *actions, *gone_up, *stages)
    children = {each.child_id for each in rows}
    audit.wrote("digest.sent", by=None, children=children, to=person.pk, day=on.isoformat())
    put = _put(stages, on)
    digest(person, waits, on, justified, updates, actions, gone_up, put).send()
    return True


def _justified(person: User, on: date) -> QuerySet[Answer]:
    """The delays justified on that day of which the person, who reaches the child, is untold."""
    untold = JustifiedNotice.objects.filter(user=person, told_on=None)
    found: QuerySet[Answer] = justified_delays(_tracked(person), on)
    return found.filter(pk__in=untold.values("answer_id")).select_related("child")


def _updates(person: User, on: date) -> QuerySet[AgendaUpdate]:
    """The updates asked of the person, who may write them, and of which they are untold."""
    reached = Child.objects.visible_to(person, Permission.WRITE_UPDATES)
    found: QuerySet[AgendaUpdate] = AgendaUpdate.objects.untold(on).filter(writer=person.pk)
    return found.filter(child__in=reached).select_related("child", "item__meeting__series")


def _actions(person: User) -> QuerySet[AgreedAction]:
    """What was agreed that the person does, for children whom they reach, and is not told."""
    own = agreed_actions.untold().filter(owner__user=person.pk, child__in=_tracked(person))
    found: QuerySet[AgreedAction] = own.select_related("child", "decision__series", "review")
    return found.order_by("due_on", "child__reference", "pk")


def _raised(person: User, on: date) -> QuerySet[EscalationNotice]:
    """What went up to the person, but not of children in whom they have an interest of their own as
    a member of a group.
    """
    own = Interest.objects.on(on).filter(member__user=person.pk)
    untold = escalations.untold().filter(user=person, escalation__child__in=_tracked(person))
    found: QuerySet[EscalationNotice] = untold.exclude(escalation__child__in=own.values("child"))
    return found.select_related(
        "escalation__child",
        "escalation__action",
        "escalation__item__meeting__series",
        "escalation__decision__series",
    ).order_by("-escalation__level", "escalation__child__reference", "pk")


def _managers(on: date) -> QuerySet[User]:
    """Those who answer challenges."""
    held = RoleAssignment.objects.on(on).filter(role__in=ANSWER)
    return User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("pk")


def _to_answer(person: User, on: date) -> QuerySet[ChallengeStage]:
    """The stages put to the person's level lately that wait for an answer, and are not told."""
    told = StageNotice.objects.filter(user=person)
    lately = waits_for(person).filter(began_on__gt=on - timedelta(days=NEWS_DAYS))
    return lately.filter(child__in=_tracked(person)).exclude(pk__in=told.values("stage"))


def _put(stages: Sequence[ChallengeStage], on: date) -> list[Ladder]:
    """The challenges of these stages, what is due first before the others."""
    wanted = of(Child.objects.filter(pk__in=[stage.child_id for stage in stages]))
    found = wanted.filter(pk__in=[stage.challenge_id for stage in stages])
    return sorted(ladders(found, on), key=lambda each: (each.due_on, each.challenge.pk))


def _standing(notices: Sequence[Notice], on: date) -> list[Wait]:
    """The waits that are on that day still in the state in which they were sighted."""
    sighted = {(*_wait_of(each.sighting), each.sighting.state) for each in notices}
    rows: Any = running(on)  # annotated, which the type checker does not see
    rows = rows.filter(child__in={wait[0] for wait in sighted}, state__in=NEWS)
    return [
        Wait(row)
        for row in rows.select_related("child")
        if (*_wait_of(row), str(row.state)) in sighted
    ]


def _wait_of(row: Any) -> tuple[int, str, str, date]:
    """What makes a wait the same wait, in a computed row and in a sighting."""
    return (row.child_id, row.clock, row.subject, row.started_on)
