"""What nobody did, or what stands on agenda after agenda, goes up a level by itself.

The ladder is a default of this product, after the way such groups work: an action that is late goes
to the team manager, the service manager, the chair and the director of children's services, each so
many working days after its day as the group has set; a reason for which a child stood on the agenda
before as well goes up with every meeting.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from casetrack import dates
from casetrack.access.visibility import sealed
from casetrack.models import Allocation, CalendarDay, Child, RoleAssignment
from casetrack.recording import recording
from permanence.models import (
    AgendaItem,
    AgreedAction,
    Decision,
    Escalation,
    EscalationNotice,
    Level,
    Meeting,
    MeetingSeries,
)

ROLES = {Level.TEAM: "manager", Level.SERVICE: "service-manager", Level.DIRECTOR: "director"}


def level_of(series: MeetingSeries, due_on: date, on: date, holidays: Collection[date]) -> Level:
    """To whom an action that was due on that day, and is not done on `on`, has gone up."""
    after = (
        (Level.DIRECTOR, series.director_after),
        (Level.CHAIR, series.chair_after),
        (Level.SERVICE, series.service_after),
        (Level.TEAM, series.team_after),
    )
    for level, working_days in after:
        if on > dates.add_working_days(due_on, working_days, holidays):
            return level
    return Level.OWNER


def climb(*, on: date, by: Any) -> int:
    """Every late action of a group goes up to where it belongs on that day; how many did.

    Done twice on a day it comes to the same. A day on which it was missed is made up for by doing
    it for that day, so that no level is left out.
    """
    children = {action.child_id for action, _ in _risen(on)}
    with recording("actions.escalated", by=by, children=children, day=on.isoformat()):
        # Asked again under the lock: somebody may have done one meanwhile.
        new = [
            Escalation(child_id=action.child_id, action=action, level=level, escalated_on=on)
            for action, level in _risen(on)
            if action.child_id in children
        ]
        _raise(new, on)
        return len(new)


def _risen(on: date) -> list[tuple[AgreedAction, Level]]:
    """Each late action of a group with the level it has come to, where it was lower before."""
    late = AgreedAction.objects.filter(decision__isnull=False, done_on=None, due_on__lt=on)
    late = late.exclude(child__in=Child.objects.filter(sealed()))
    found = list(late.select_related("decision__series").order_by("pk"))
    known = Escalation.objects.filter(action__in=found).order_by("level")
    highest = dict(known.values_list("action_id", "level"))
    holidays = CalendarDay.objects.holidays()
    risen = []
    for action in found:
        assert action.decision is not None
        level = level_of(action.decision.series, action.due_on, on, holidays)
        if level > highest.get(action.pk, Level.OWNER):
            risen.append((action, level))
    return risen


def running(items: Iterable[AgendaItem]) -> dict[int, int]:
    """By item (id), at how many meetings running a reason put the child on the agenda of the group.

    One where no reason of the meeting before holds still; meetings that were put off do not count.
    """
    items = list(items)
    series = {item.meeting.series_id for item in items}
    children = {item.child_id for item in items}
    held = Meeting.objects.filter(series__in=series, put_off_because="").order_by("-held_on")
    meetings: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in held:
        meetings[meeting.series_id].append(meeting)
    stood = AgendaItem.objects.filter(meeting__series__in=series, child__in=children)
    because = {(each.meeting_id, each.child_id): set(each.because) for each in stood}
    found = {}
    for item in items:
        codes, count = set(item.because), 1
        for meeting in meetings[item.meeting.series_id]:
            if meeting.held_on >= item.meeting.held_on:
                continue
            codes &= because.get((meeting.pk, item.child_id), set())
            if not codes:
                break
            count += 1
        found[item.pk] = count
    return found


def raised_again(*, meeting: Meeting, on: date, by: Any) -> int:
    """Who stood on the agenda before for the same reason goes up: the second time to the service
    manager, the third to the chair, from the fourth to the director; how many did.
    """
    of_open = meeting.items.exclude(child__in=Child.objects.filter(sealed()))
    items = list(of_open.select_related("meeting"))
    again = {pk: count for pk, count in running(items).items() if count > 1}
    with recording("flags.raised-again", by=by, meeting=str(meeting.uuid)):
        Escalation.objects.filter(item__in=items).exclude(item__in=again).delete()
        known = set(Escalation.objects.filter(item__in=again).values_list("item_id", flat=True))
        new = [
            Escalation(
                child_id=item.child_id,
                item=item,
                level=min(again[item.pk], Level.DIRECTOR),
                escalated_on=on,
            )
            for item in items
            if item.pk in again and item.pk not in known
        ]
        _raise(new, on)
        return len(new)


def decided(*, decision: Decision, level: int, by: Any) -> None:
    """The group takes it to that level."""
    with recording("decision.escalated", by=by, children=[decision.child_id], level=level):
        on = decision.decided_on
        new = Escalation(
            child_id=decision.child_id, decision=decision, level=level, escalated_on=on
        )
        _raise([new], on)


def untold() -> QuerySet[EscalationNotice]:
    """Of what somebody is still to be told: an action that is not done, and what a meeting raised
    or decided once it is closed.
    """
    notices = EscalationNotice.objects.filter(told_on=None)
    return notices.filter(
        Q(escalation__action__isnull=False, escalation__action__done_on=None)
        | Q(escalation__item__meeting__closed_at__isnull=False)
        | Q(escalation__decision__meeting__closed_at__isnull=False)
        | Q(escalation__decision__isnull=False, escalation__decision__item=None)
    )


def _raise(new: list[Escalation], on: date) -> None:
    """Write them, and have those of each level told in the next digest."""
    made = Escalation.objects.bulk_create(new)
    people = _people({each.child_id for each in made}, on)
    EscalationNotice.objects.bulk_create(
        EscalationNotice(user_id=user, escalation=each)
        for each in made
        for user in sorted(people[each.child_id, each.level] | _chair(each))
    )


def _chair(escalation: Escalation) -> set[int]:
    if escalation.level != Level.CHAIR:
        return set()
    decision = escalation.decision or (escalation.action and escalation.action.decision)
    item = escalation.item
    series = decision.series if decision else item.meeting.series if item else None
    return {series.chair_id} if series else set()


def _people(children: Collection[int], on: date) -> dict[tuple[int, int], set[int]]:
    """By child and level, the users who hold its role for the child's team or authority."""
    found: dict[tuple[int, int], set[int]] = defaultdict(set)
    working = Allocation.objects.on(on).filter(child__in=children, role="social-worker")
    teams = dict(working.values_list("child_id", "worker__team_id"))
    held = RoleAssignment.objects.on(on).filter(role__in=ROLES.values(), user__is_active=True)
    assigned = list(held.values_list("role", "authority_id", "team_id", "user_id"))
    levels = {role: level for level, role in ROLES.items()}
    for child, authority in _authorities(children):
        for role, serves, team, user in assigned:
            if serves == authority and (team is None or team == teams.get(child)):
                found[child, levels[role]].add(user)
    return found


def _authorities(children: Collection[int]) -> Any:
    return Child.objects.filter(pk__in=children).values_list("pk", "authority_id")
