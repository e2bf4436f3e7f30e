"""The digest mail: references and initials, never names, by clock, with the way to the tracker."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from casetrack import words
from casetrack.models import Child, User
from oversight.challenges import Ladder
from oversight.clocks.clock import Clock
from oversight.meetings.updates import AskedFor, by_meeting
from oversight.models import Answer, State
from oversight.said import Said
from oversight.waits import Wait
from permanence.models import AgendaUpdate, AgreedAction, Escalation, Level


@dataclass(frozen=True)
class Line:
    """A1 (A. B.): 122 days over, 243 days of 121."""

    wait: Wait
    day: date

    def __str__(self) -> str:
        said = f"{_named(self.wait.row.child)}: {self.wait.tag}"
        said += f", {self.wait.counted}" if self.wait.limited else ""
        known = self.wait.on_day
        return said if known == self.day else f"{said}, as known on {words.short_day(known)}"


@dataclass(frozen=True)
class Group:
    """The waits of one clock, and the list of them in the tracker."""

    clock: Clock
    lines: list[Line]
    address: str


def digest(
    person: User,
    waits: Sequence[Wait],
    day: date,
    justified: Sequence[Answer] = (),
    updates: Sequence[AgendaUpdate] = (),
    actions: Sequence[AgreedAction] = (),
    raised: Sequence[Escalation] = (),
    put: Sequence[Ladder] = (),
) -> EmailMessage:
    """The mail that tells `person` of these waits, each of which is amber or red on `day`, of
    delays that were justified, of updates that they are asked to write for a meeting, of what was
    agreed that they do, of what has gone up to them, and of challenges that are put to them.
    """
    of_groups = [action for action in actions if action.decision_id is not None]
    of_officers = [action for action in actions if action.decision_id is None]
    context = {
        "day": f"{day:%A} {words.long_day(day)}",
        "groups": _groups(waits, day),
        "tracker": _address("tracker"),
        "justified": [_justified(answer) for answer in justified],
        "delays": _address("delays"),
        "asked_for": [_asked(each, day) for each in by_meeting(updates)],
        "updates": _address("updates"),
        "actions": [(_agreed(each, day), _page(each.child)) for each in of_groups],
        "decided": [(_decided(each, day), _page(each.child)) for each in of_officers],
        "raised": [(_raised(each, day), _page(each.child)) for each in raised],
        "put": [(_put(each), _challenge(each)) for each in put],
    }
    told = [_counted(waits)] if waits else []
    told += [f"{words.count(len(justified), 'delay')} justified"] if justified else []
    told += [f"{words.count(len(updates), 'update')} to write"] if updates else []
    told += [f"{words.count(len(actions), 'action')} to do"] if actions else []
    told += [f"{words.count(len(raised), 'matter')} gone up to you"] if raised else []
    told += [f"{words.count(len(put), 'challenge')} to answer"] if put else []
    return EmailMessage(
        subject=f"Casetrack: {', '.join(told)}",
        body=render_to_string("mail/digest.txt", context),
        to=[person.email],
        headers={"Message-ID": _message_id(person, day), "Auto-Submitted": "auto-generated"},
    )


def _justified(answer: Answer) -> str:
    """A1 (A. B.): Placement order to match, justified to 14 Feb 2027 (health)."""
    said = Said(answer, None, answer.answered_on)
    state = words.uncapital(said.state)
    return f"{_named(answer.child)}: {said.about}, {state} ({said.cause})"


def _asked(asked: AskedFor, day: date) -> str:
    """Permanence Monitoring Group, 17 June 2026: 2 updates, due by 10 June 2026: A1 (A. B.), A2."""
    meeting, late = asked.meeting, ", LATE" if day > asked.due_on else ""
    count = words.count(len(asked.updates), "update")
    due = f"{count}, due by {words.long_day(asked.due_on)}{late}"
    named = ", ".join(_named(update.child) for update in asked.updates)
    return f"{meeting.series.name}, {words.long_day(meeting.held_on)}: {due}: {named}"


def _agreed(action: AgreedAction, day: date) -> str:
    """A1 (A. B.): agreed on 17 June 2026, due by 8 July 2026, LATE; you are asked again."""
    decision = action.decision
    assert decision is not None
    group, late = decision.series.name, ", LATE" if day > action.due_on else ""
    again = "; you are asked again" if action.chased_at else ""
    agreed, due = words.long_day(action.agreed_on), words.long_day(action.due_on)
    return f"{_named(action.child)}: {group}, {agreed}: due by {due}{late}{again}"


def _raised(escalation: Escalation, day: date) -> str:
    """A1 (A. B.): due by 8 July 2026 and not done, 9 days over: with the service manager now."""
    level = Level(escalation.level).label
    if action := escalation.action:
        due = words.long_day(action.due_on)
        why = f"agreed by a group, due by {due}, {words.over(action.due_on, day)}"
    elif item := escalation.item:
        held = words.long_day(item.meeting.held_on)
        why = f"{item.meeting.series.name}, {held}: there for the same reason as the time before"
    else:
        assert escalation.decision is not None
        decided = words.long_day(escalation.decision.decided_on)
        why = f"{escalation.decision.series.name}, {decided}: the group decided to take it up"
    return f"{_named(escalation.child)}: {why}: now with {level}"


def _decided(action: AgreedAction, day: date) -> str:
    """A1 (A. B.): the review of 17 June 2026: due by 8 July 2026, LATE."""
    on = words.long_day(action.review.held_on if action.review else action.agreed_on)
    whose = "the review" if action.review else "the mid-point"
    due, late = words.long_day(action.due_on), ", LATE" if day > action.due_on else ""
    return f"{_named(action.child)}: {whose} of {on}: due by {due}{late}"


def _put(ladder: Ladder) -> str:
    """A1 (A. B.): drift and delay, stage 2, the service manager: answer by 8 July 2026, LATE."""
    rung, late = ladder.present, ", LATE" if ladder.present.late else ""
    due = f": answer by {words.long_day(rung.limit.due_on)}{late}" if rung.limit else ""
    about = words.uncapital(ladder.title)
    return f"{_named(ladder.challenge.child)}: {about}, {words.uncapital(rung.title)}{due}"


def _challenge(ladder: Ladder) -> str:
    challenge = ladder.challenge
    page = reverse("child-challenge", args=[challenge.child.uuid, challenge.pk])
    return f"{settings.SITE_ADDRESS.rstrip('/')}{page}"


def _page(child: Child) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('child', args=[child.uuid])}"


def _named(child: Child) -> str:
    """The reference, and the initials of a child who has a name."""
    initials = f" ({child.initials})" if child.initials != child.reference else ""
    return f"{child.reference}{initials}"


def _groups(waits: Sequence[Wait], day: date) -> list[Group]:
    """The most serious clock first, and in it the wait that is longest past its limit."""
    found: dict[str, Group] = {}
    for wait in sorted(waits, key=lambda wait: (*wait.key[:4], wait.row.child.reference)):
        clock = wait.clock
        address = f"{_address('tracker')}?clock={clock.code}"
        group = found.setdefault(clock.code, Group(clock, [], address))
        group.lines.append(Line(wait, day))
    return sorted(found.values(), key=lambda group: (group.clock.rank, group.clock.title))


def _counted(waits: Sequence[Wait]) -> str:
    """2 waits newly past their limit, 1 near it."""
    red = sum(wait.state == State.RED for wait in waits)
    near = len(waits) - red
    past = f"{words.count(red, 'wait')} newly past {'its' if red == 1 else 'their'} limit"
    if not near:
        return past
    if not red:
        return f"{words.count(near, 'wait')} newly near {'its' if near == 1 else 'their'} limit"
    return f"{past}, {near} near it"


def _address(name: str) -> str:
    return f"{settings.SITE_ADDRESS.rstrip('/')}{reverse(name)}"


def _message_id(person: User, day: date) -> str:
    """The same for a mail that is sent again, so that mail systems know it as one."""
    host = urlsplit(settings.SITE_ADDRESS).hostname or "localhost"
    return f"<digest-{day.isoformat()}-{person.uuid}@{host}>"
