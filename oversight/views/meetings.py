"""The groups that the reader prepares, and their meetings: the next of each first."""

from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from casetrack.access.decorators import needs
from casetrack.access.permissions import Permission
from casetrack.access.visibility import adopted, authorities, sealed
from casetrack.models import CalendarDay, Child
from permanence.models import Interest, Meeting, MeetingSeries


@needs(Permission.PREPARE_MEETINGS)
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    served = authorities(request.user, Permission.PREPARE_MEETINGS)
    groups = list(MeetingSeries.objects.filter(authority__in=served).select_related("authority"))
    reached = Child.objects.visible_to(request.user, Permission.PREPARE_MEETINGS)
    found = Meeting.objects.filter(series__in=groups).select_related("series")
    counted = found.annotate(children=Count("items", filter=Q(items__child__in=reached)))
    counted = counted.order_by("held_on", "pk")
    holidays = CalendarDay.objects.holidays()
    dated = [(meeting, meeting.papers_due_on(holidays)) for meeting in counted]
    context = {
        "groups": groups,
        "coming": [pair for pair in dated if pair[0].held_on >= today],
        "gone": [pair for pair in reversed(dated) if pair[0].held_on < today],
        "today": today,
        "several": len(served) > 1,
    }
    return render(request, "oversight/meetings.html", context)


def the_group(
    request: HttpRequest, uuid: UUID, permission: Permission = Permission.PREPARE_MEETINGS
) -> MeetingSeries:
    """A group of an authority for which the reader has the permission; no other exists."""
    served = authorities(request.user, permission)
    known = MeetingSeries.objects.filter(authority__in=served).select_related("authority")
    return get_object_or_404(known, uuid=uuid)


def reached_in(
    user: Any, series: MeetingSeries, permission: Permission = Permission.PREPARE_MEETINGS
) -> QuerySet[Child]:
    """The children of the group's authority whom this reader sees there: not those in whom the
    reader, as a member of the group, has an interest of their own.
    """
    visible = Child.objects.visible_to(user, permission)
    return _without_interests(visible, user, series)


def counted_in(user: Any, series: MeetingSeries, permission: Permission) -> QuerySet[Child]:
    """The same for figures, with those adopted since: what became of them is what a group is for,
    but nobody is named by it.
    """
    visible = Child.objects.visible_to(user, permission).values("pk")
    with_adopted = Child.objects.filter(Q(pk__in=visible) | (adopted() & ~sealed()))
    return _without_interests(with_adopted, user, series)


def _without_interests(
    children: QuerySet[Child], user: Any, series: MeetingSeries
) -> QuerySet[Child]:
    today = timezone.localdate()
    own = Interest.objects.on(today).filter(member__series=series, member__user=user)
    return children.filter(authority=series.authority_id).exclude(pk__in=own.values("child"))


def the_meeting(
    request: HttpRequest, uuid: UUID, permission: Permission = Permission.PREPARE_MEETINGS
) -> Meeting:
    """A meeting of such a group, or of one for which the reader has another permission."""
    served = authorities(request.user, permission)
    known = Meeting.objects.filter(series__authority__in=served)
    return get_object_or_404(known.select_related("series__authority"), uuid=uuid)
