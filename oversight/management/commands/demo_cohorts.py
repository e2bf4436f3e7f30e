"""Give a demo authority the four cohorts of a commissioned team, with their children.

What becomes of them is told by the story that the demo has recorded of each. The demo authority is
made below this floor, which does not know cohorts; it calls this by its name.
"""

from argparse import ArgumentParser
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db.models import QuerySet

from casetrack.models import Authority, Child, RoleAssignment
from oversight.actions import cohorts
from oversight.cohorts.aims import AIMS
from oversight.homes import HOME_GROUPS
from oversight.models import Cohort, CohortAim
from placements.models import HomeWorry, Placement

AGO = 400
MOST = 15
# By when each child's aim would have been reached without the team; for some nobody has said.
EXPECTED = (300, 420, None, 520)
BECAUSE = "As long as it took other children before there was the team."
LIVED = {
    CohortAim.FAMILY: "residential",
    CohortAim.DISCHARGE: "parents",
    CohortAim.GUARDIANSHIP: "relatives",
    CohortAim.LASTING: "foster",
}


class Command(BaseCommand):
    help = "Give a demo authority the four cohorts of a commissioned team, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if Cohort.objects.filter(authority=authority).exists():
            return
        held = RoleAssignment.objects.filter(authority=authority, role="service-manager")
        by = held.order_by("pk")[0].user if held.exists() else None
        if by is not None:
            for aim in LIVED:
                _cohort(authority, aim, options["today"] - timedelta(days=AGO), by)


def _cohort(authority: Authority, aim: CohortAim, on: date, by: Any) -> None:
    """Children who lived so on the day on which the team began."""
    preset = AIMS[aim]
    cohort = cohorts.start(
        authority=authority, name=preset.suggested, aim=aim, about=preset.about, on=on, by=by
    )
    found = list(_children(authority, aim, on)[:MOST])
    for place, days in enumerate(EXPECTED):
        cohorts.add(
            cohort=cohort,
            children=found[place :: len(EXPECTED)],
            starts_on=on,
            expected_on=on + timedelta(days=days) if days else None,
            expected_because=BECAUSE if days else "",
            by=by,
        )


def _children(authority: Authority, aim: CohortAim, on: date) -> QuerySet[Child]:
    types = HOME_GROUPS[LIVED[aim]][1]
    there = Placement.objects.on(on).filter(type__in=types).values("child")
    found = Child.objects.filter(authority=authority, pk__in=there)
    if aim == CohortAim.LASTING:
        found = found.filter(pk__in=HomeWorry.objects.overlapping(on, None).values("child"))
    return found.order_by("reference")
