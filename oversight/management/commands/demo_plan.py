"""Give a demo authority an action plan, and the figures that people enter; see `oversight.demo`.

The demo authority is made below this floor, which does not know measures; it calls this by its
name.
"""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.models import Authority
from oversight.demo import figures, plan


class Command(BaseCommand):
    help = "Give a demo authority an action plan, targets, weekly rates and entered figures, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        for made in (plan, figures):
            if not made.is_made(authority):
                made.make(authority, options["today"])
