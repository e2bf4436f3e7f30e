"""A reviewing officer is away, and another stands in for a time; no allocation changes."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.actions.facts import fitting
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Allocation,
    AllocationRole,
    Authority,
    Cover,
    RoleAssignment,
    Worker,
)
from casetrack.recording import recording

REVIEWERS = with_permission(Permission.RECORD_REVIEWS)


class CoverRefused(Refused):
    """Nobody can stand in so, or the cover is over already."""


def officers(authority: Authority, on: date) -> Any:
    """The workers who review children on that day: by their role, or by a child allocated."""
    roles = RoleAssignment.objects.on(on).filter(
        authority=authority, role=AllocationRole.IRO, user_id=OuterRef("user_id")
    )
    held = Allocation.objects.on(on).filter(role=AllocationRole.IRO, worker_id=OuterRef("pk"))
    return Worker.objects.filter(Exists(roles) | Exists(held), authority=authority)


def standing_in(authority: Authority, on: date) -> Any:
    """The workers who may stand in from that day: they sign in, and may record reviews."""
    held = RoleAssignment.objects.on(on).filter(authority=authority, role__in=REVIEWERS)
    return Worker.objects.filter(
        authority=authority, user__in=held.values("user_id"), user__is_active=True
    )


def why_not_arrange(absent: Worker, stands_in: Worker, starts_on: date, ends_on: date) -> str:
    """Why the one cannot stand in for the other then; empty where they can."""
    if absent.pk == stands_in.pk:
        return "Nobody stands in for themselves. Choose another officer."
    if absent.authority_id != stands_in.authority_id:
        return "Choose two officers of one authority."
    if ends_on <= starts_on:
        return "The first day back must be after the first day away."
    if not standing_in(absent.authority, starts_on).filter(pk=stands_in.pk).exists():
        return "Who stands in must be a reviewing officer who signs in to Casetrack by that day."
    away = Cover.objects.overlapping(starts_on, ends_on)
    if away.filter(absent=absent).exists():
        return "Somebody stands in for that officer in that time already."
    if away.filter(absent=stands_in).exists():
        return "Who is to stand in is away in that time. Choose another officer."
    return ""


def arrange(*, absent: Worker, stands_in: Worker, starts_on: date, ends_on: date, by: Any) -> Cover:
    """`absent` is away from `starts_on` and back on `ends_on`; `stands_in` reaches their children
    meanwhile.
    """
    with recording("cover.arranged", by=by, absent=absent.pk, stands_in=stands_in.pk):
        _hold(absent, stands_in)
        if reason := why_not_arrange(absent, stands_in, starts_on, ends_on):
            raise CoverRefused(reason)
        cover = Cover(absent=absent, stands_in=stands_in, starts_on=starts_on, ends_on=ends_on)
        with fitting():
            cover.save()
        return cover


def end(*, cover: Cover, on: date, by: Any) -> None:
    """The officer is back on `on`, sooner than was arranged.

    Cover that had not begun leaves no period behind; the history and the audit remember it.
    """
    with recording("cover.ended", by=by, absent=cover.absent_id, stands_in=cover.stands_in_id):
        stands = Cover.objects.select_for_update().filter(pk=cover.pk, ends_on__gt=on).first()
        if stands is None:
            raise CoverRefused("That cover is over already.")
        if on <= stands.starts_on:
            stands.delete()
        else:
            stands.ends_on = on
            stands.save(update_fields=["ends_on"])


def _hold(*workers: Worker) -> None:
    """Two who arrange cover at once wait for each other, so that neither overlooks the other's."""
    ids = [worker.pk for worker in workers]
    list(Worker.objects.select_for_update().filter(pk__in=ids).order_by("pk").values("pk"))
