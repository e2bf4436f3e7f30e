from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.core.serializers.json import DjangoJSONEncoder

from oversight.clocks.registry import CLOCKS
from oversight.flags import as_flags, running
from oversight.management.arguments import chosen_authorities, printed
from oversight.models import State


class Command(BaseCommand):
    help = "List the waits that run on a day, for any day in history."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as-at", required=True, type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--authority", default="", metavar="CODE")
        parser.add_argument("--clock", default="", choices=["", *CLOCKS], metavar="CODE")
        parser.add_argument("--state", default="", choices=["", *State.values])
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        rows = running(
            options["as_at"],
            chosen_authorities(options["authority"]),
            clock=options["clock"],
            state=options["state"],
        )
        flags = as_flags(rows)
        if options["json"]:
            self.stdout.write(printed(flags, DjangoJSONEncoder))
            return
        for flag in flags:
            self.stdout.write(
                f"{flag['child']:<12} {flag['state']:<12} {CLOCKS[flag['clock']].title}: "
                f"{flag['days']} days since {flag['started_on']}"
            )
        self.stdout.write(f"{len(flags)} waits run on {options['as_at']}")
