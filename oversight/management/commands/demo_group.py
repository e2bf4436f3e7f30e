"""Give a demo authority its Permanence Monitoring Group; see `oversight.demo`.

The demo authority is made below this floor, which does not know waits; it calls this by its name.
"""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from casetrack.models import Authority
from casetrack.recording import recording
from oversight.demo import group, meetings
from oversight.demo.group import People
from permanence.models import MeetingSeries

LONG_AGO = 6
"""So many children stood on the agendas when the group was young; its last two are full."""


class Command(BaseCommand):
    help = "Give a demo authority a group that has met for half a year, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if MeetingSeries.objects.filter(authority=authority).exists():
            return
        people = group.people_of(authority)
        if people is not None:
            _meet(authority, people, options["today"])


@transaction.atomic
def _meet(authority: Authority, people: People, today: date) -> None:
    """Half a year of meetings; the chair decided something between the last and those around."""
    with recording("demo.group", by=people.secretary, authority=authority.code):
        series = group.start(authority, people, today)
    *old, recent, last = series.meetings.filter(held_on__lt=today).order_by("held_on")
    for meeting in old:
        meetings.hold(meeting, people, most=LONG_AGO, approved=True)
        meetings.lock(meeting, people, today)
    meetings.hold(recent, people, approved=True)
    meetings.decide_between(recent, people)
    meetings.hold(last, people, approved=False)
    with recording("demo.group", by=people.secretary, authority=authority.code):
        meetings.carry_out(series, people, today)
    following = series.meetings.filter(held_on__gt=today).order_by("held_on")[0]
    meetings.prepare(following, people, today)
