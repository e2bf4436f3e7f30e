"""The weekly mail to the guardians of data: how many unusual looks there were, and where to read.

It holds numbers alone, no child and no reader.
"""

import logging
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse

from casetrack.access.permissions import Permission
from casetrack.access.roles import with_permission
from casetrack.audit import AuditEvent
from casetrack.models import RoleAssignment, User
from casetrack.oddities import oddities, week_before
from casetrack.recording import recording

logger = logging.getLogger(__name__)

SENT = "oddities.sent"
GUARDIANS = with_permission(Permission.REVIEW_ACCESS)


def send(*, on: date, by: Any) -> int:
    """Mail each guardian of data about the week before the Monday of `on`; how many mails went.

    Each is mailed once about a week, however often this is called. A mail that cannot be sent stops
    nobody else's, and is tried again at the next call.
    """
    monday = on - timedelta(days=on.weekday())
    held = RoleAssignment.objects.on(on).filter(role__in=GUARDIANS)
    guardians = User.objects.filter(is_active=True, pk__in=held.values("user_id"))
    sent = 0
    for guardian in guardians.exclude(email="").order_by("pk"):
        theirs = list(held.filter(user=guardian).values_list("authority_id", flat=True))
        try:
            sent += _send_once(guardian.pk, theirs, monday, by)
        except Exception:
            logger.exception("A mail about unusual looks could not be sent")
    return sent


@transaction.atomic
def _send_once(user_id: int, authorities: list[int], monday: date, by: Any) -> bool:
    """Locked, so that two who send at once do not both find it unsent."""
    guardian = User.objects.select_for_update().get(pk=user_id)
    since, until = week_before(monday)
    already = AuditEvent.objects.filter(
        at__gte=until, what=SENT, details__week=monday.isoformat(), details__to=user_id
    )
    if already.exists():
        return False
    with recording(SENT, by=by, week=monday.isoformat(), to=user_id):
        found = oddities(authorities=authorities, since=since, until=until)
        _mail(guardian, found, monday).send()
    return True


def _mail(guardian: User, found: list[Any], monday: date) -> EmailMessage:
    whole = sum(each.count for each in found)
    address = f"{settings.SITE_ADDRESS}{reverse('oddities')}?until={monday.isoformat()}"
    body = render_to_string(
        "mail/oddities.txt", {"found": found, "monday": monday, "address": address}
    )
    return EmailMessage(
        subject=f"Casetrack: {whole} unusual look{'' if whole == 1 else 's'} at records last week",
        body=body,
        to=[guardian.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
