"""Give the published year what papers printed of it; see `oversight.demo.printed`."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack.models import Authority
from oversight.demo import printed


class Command(BaseCommand):
    help = "Enter the figures that papers printed of the published year, once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--today", required=True, type=date.fromisoformat)

    def handle(self, *args: Any, **options: Any) -> None:
        authority = Authority.objects.filter(code=options["authority"]).first()
        if authority is None:
            raise CommandError(f"There is no authority {options['authority']}.")
        if not printed.is_made(authority):
            printed.make(authority, options["today"])
