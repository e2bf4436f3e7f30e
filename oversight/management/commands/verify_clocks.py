from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from oversight.clocks.engine import differences, refresh


class Command(BaseCommand):
    help = "Compute all clocks again and compare; --mend writes what differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--mend", action="store_true", help="write the rows that differ")

    def handle(self, **options: Any) -> None:
        found = differences()
        for sign, child_id, clock, *_ in found[:20]:
            self.stdout.write(f"{sign} child {child_id} {clock}")
        if not found:
            self.stdout.write("All clocks are as the facts give them.")
        elif options["mend"]:
            self.stdout.write(f"{refresh()} rows written or removed.")
        else:
            raise CommandError(f"{len(found)} rows differ from the facts. Run with --mend.")
