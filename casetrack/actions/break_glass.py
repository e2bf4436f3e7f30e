"""Opening one record in an emergency, for a few hours, and the review of it afterwards.

The guardians of data of the authority are told at once, by a mail without the child's name or
reference; what cannot be mailed is still on their page of reviews.
"""

import logging
from datetime import date
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models.functions import Now
from django.template.loader import render_to_string
from django.urls import reverse

from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.access.visibility import authorities, sealed
from casetrack.actions.refusal import Refused
from casetrack.models import BreakGlass, Child, Restriction, RoleAssignment, User
from casetrack.models.restrictions import LONGEST
from casetrack.recording import recording

logger = logging.getLogger(__name__)

NO_SUCH_RECORD = "No record can be opened under that reference."
GUARDIANS = with_permission(Permission.REVIEW_ACCESS)


class EmergencyRefused(Refused):
    """The record cannot be opened so, or what was opened cannot be closed or reviewed so."""


def find(*, reference: str, authority: Any, by: Any) -> Child | None:
    """The child of an authority where `by` may break the glass, by her exact reference.

    None where there is none or the record is sealed: nothing tells the two apart.
    """
    served = authorities(by, Permission.BREAK_GLASS)
    found = Child.objects.filter(authority__in=served, authority=authority).exclude(sealed())
    child: Child | None = found.filter(reference=reference.strip().upper()).first()
    return child


def why_not_open(reason: str, words: str) -> dict[str, str]:
    """Why a record cannot be opened so, by field; empty where it can."""
    reasons = {}
    if reason not in BreakGlass.Reason.values:
        reasons["reason"] = "Choose why you need the record now."
    if not words.strip():
        reasons["words"] = "Write what has happened."
    elif len(words.strip()) > 500:
        reasons["words"] = "What has happened may have up to 500 characters."
    return reasons


def refused(*, by: Any) -> None:
    """Write down that no record could be opened under the reference that `by` typed.

    The reference itself is not kept: it may be part of a child's identity.
    """
    with recording("emergency.not-found", by=by):
        pass  # nothing is stored but who tried


def open_record(*, child: Child, reason: str, words: str, on: date, by: Any) -> BreakGlass:
    """Let `by` read the record for four hours, and tell the guardians of data once it is so."""
    with recording("emergency.opened", by=by, children=[child.pk], why=words, reason=reason):
        if reasons := why_not_open(reason, words):
            raise EmergencyRefused(next(iter(reasons.values())))
        if find(reference=child.reference, authority=child.authority, by=by) is None:
            raise EmergencyRefused(NO_SUCH_RECORD)
        if Child.objects.visible_to(by).filter(pk=child.pk).exists():
            raise EmergencyRefused("You can read this record as it is.")
        opened = BreakGlass.objects.create(
            user=by,
            child=child,
            reason=reason,
            words=words.strip(),
            barrier=_barrier(child, by, on),
            opened_at=Now(),
            until=Now() + LONGEST,
        )
        opened.refresh_from_db()
        transaction.on_commit(partial(_tell_guardians, opened, on))
        return opened


def close(*, opened: BreakGlass, by: Any) -> None:
    """The emergency is over before its time."""
    with recording("emergency.closed", by=by, children=[opened.child_id]):
        if opened.user_id != by.pk:
            raise EmergencyRefused("Only the person who opened the record can close it.")
        if not BreakGlass.objects.in_force().filter(pk=opened.pk).update(closed_at=Now()):
            raise EmergencyRefused("This emergency access has ended already.")


def why_not_review(opened: BreakGlass, by: Any) -> str:
    """Why `by` cannot review it; empty where they can."""
    if opened.user_id == by.pk:
        return "Nobody reviews their own emergency access."
    if opened.reviewed_at is not None:
        return "This emergency access is reviewed already."
    if not BreakGlass.objects.over().filter(pk=opened.pk).exists():
        return "It is still open. Review it once it has ended."
    return ""


def review(*, opened: BreakGlass, outcome: str, words: str, by: Any) -> None:
    """Whether it was justified that the record was opened, and why."""
    with recording("emergency.reviewed", by=by, children=[opened.child_id], outcome=outcome):
        opened = BreakGlass.objects.select_for_update().get(pk=opened.pk)
        if reason := why_not_review(opened, by):
            raise EmergencyRefused(reason)
        if outcome not in BreakGlass.Outcome.values or not words.strip():
            raise EmergencyRefused("Choose whether it was justified, and write why.")
        if len(words.strip()) > 500:
            raise EmergencyRefused("Your words may have up to 500 characters.")
        opened.outcome, opened.review_words = outcome, words.strip()
        opened.reviewed_by, opened.reviewed_at = by, Now()
        opened.save(update_fields=["outcome", "review_words", "reviewed_by", "reviewed_at"])


def guardians(authority: int, on: date) -> Any:
    """Who reviews access in the authority on that day and can be reached by mail."""
    held = RoleAssignment.objects.on(on).filter(authority=authority, role__in=GUARDIANS)
    people = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    return people.exclude(email="").order_by("pk")


def _barrier(child: Child, user: Any, on: date) -> str:
    """What kept the person from the record; being excluded weighs most."""
    restrictions = Restriction.objects.on(on).filter(child=child)
    if restrictions.excluded().filter(people__user=user).exists():
        return BreakGlass.Barrier.EXCLUDED
    if restrictions.restricted().exclude(people__user=user).exists():
        return BreakGlass.Barrier.RESTRICTED
    return BreakGlass.Barrier.NOT_THEIRS


def _tell_guardians(opened: BreakGlass, on: date) -> None:
    """One mail to each. The record is open by now, so a mail that fails is logged and no more."""
    context = {
        "opened": opened,
        "reviews": f"{settings.SITE_ADDRESS.rstrip('/')}{reverse('break-glass-reviews')}",
    }
    for guardian in guardians(opened.child.authority_id, on):
        try:
            EmailMessage(
                subject="Casetrack: a record was opened in an emergency",
                body=render_to_string("mail/emergency.txt", context),
                to=[guardian.email],
                headers={"Auto-Submitted": "auto-generated"},
            ).send()
        except Exception:
            logger.exception("A guardian of data could not be told of emergency access")
