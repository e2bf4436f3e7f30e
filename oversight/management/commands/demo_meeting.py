"""Date a meeting of a demo authority's group today, with an agenda, so that it can be tried."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from casetrack.audit import AuditEvent
from oversight.demo import agendas, group
from oversight.demo.group import People
from permanence.actions import meetings
from permanence.models import Meeting, MeetingSeries


class Command(BaseCommand):
    help = "Date a meeting of a demo authority's group today, with children on its agenda."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", default="DEMO", metavar="CODE")
        parser.add_argument("--children", type=int, default=10)
        parser.add_argument("--today", type=date.fromisoformat, help="default: today")

    def handle(self, *args: Any, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        if settings.PRODUCTION:
            raise CommandError("CASETRACK_MODE is production: no meeting is made up here.")
        series = MeetingSeries.objects.filter(authority__code=options["authority"]).first()
        people = group.people_of(series.authority) if series else None
        if series is None or people is None or not _made_up(series):
            raise CommandError(f"{options['authority']} is no demo authority with a group.")
        meeting = _dated(series, people, options["children"], today)
        self.stdout.write(
            f"{series.name}, {today}: {meeting.items.count()} children. Sign in as the chair:"
            f" {settings.SITE_ADDRESS}/meetings/{meeting.uuid}/"
        )


@transaction.atomic
def _dated(series: MeetingSeries, people: People, children: int, today: date) -> Meeting:
    """The meeting of today; one that is there already stays as it is."""
    held: Meeting | None = series.meetings.filter(held_on=today).first()
    if held is not None:
        return held
    (meeting,) = meetings.schedule(series=series, days=[today], by=people.secretary)
    agendas.make(meeting, people, today, children)
    return meeting


def _made_up(series: MeetingSeries) -> bool:
    """Whether the authority was made up, as its audit event tells."""
    made = AuditEvent.objects.filter(what="demo.made", details__authority_id=series.authority_id)
    return made.exists()
