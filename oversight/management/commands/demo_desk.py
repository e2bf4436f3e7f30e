"""Lay out the desk of a demo authority's reviewing officer; see `oversight.demo.desk`.

The demo authority is made below this floor, which does not know it; it calls this by its name.
"""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.models import Authority
from oversight.demo import desk


class Command(BaseCommand):
    help = "Lay out the desk of a demo authority's reviewing officer, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if not desk.is_made(authority):
            desk.make(authority, options["today"])
