"""Note reasons for some late waits of a demo authority, as its people would have.

The demo authority is made below this floor, which does not know waits; it calls this by its name.
"""

from argparse import ArgumentParser
from datetime import date
from random import Random
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.models import Authority, RoleAssignment
from oversight.actions.answers import note_reason
from oversight.models import Answer, ClockRow, State

SHARE = 5  # one late wait in so many has its reason noted
MOST = 60
REASONS = {
    "placement-order-to-match": (
        "Two families were approached and decided not to go ahead; a national search began.",
        "We look for a family that can take all brothers and sisters together.",
    ),
    "placed-with-parents": (
        "The parents' new assessment is due next month; the application follows it.",
        "The court has listed the application to discharge the order.",
    ),
    "care-order-to-permanence": (
        "The carers want more time before the matching panel.",
        "The family wishes to see what support would follow a special guardianship order.",
    ),
    "review-due": ("The review was put off because the young person asked for another day.",),
    "section-20-without-plan": ("The family group conference is booked.",),
}
OTHERWISE = ("Talked about in supervision; the plan is being brought up to date.",)


class Command(BaseCommand):
    help = "Note reasons for some late waits of a demo authority, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if Answer.objects.filter(child__authority=authority).exists():
            return
        today = options["today"]
        for number, wait in enumerate(self._late(authority, today)):
            reasons = REASONS.get(wait.clock, OTHERWISE)
            note_reason(
                waits=[wait],
                reason=reasons[number % len(reasons)],
                on=today,
                by=self._somebody(authority),
            )

    def _late(self, authority: Authority, today: date) -> list[ClockRow]:
        waits = ClockRow.objects.as_at(today).filter(child__authority=authority, state=State.RED)
        found = list(waits.order_by("child__reference", "clock", "subject"))
        return Random(0).sample(found, min(len(found) // SHARE, MOST))

    def _somebody(self, authority: Authority) -> Any:
        """The manager notes the reasons."""
        held = RoleAssignment.objects.filter(authority=authority, role="manager")
        return held.select_related("user").earliest("pk").user
