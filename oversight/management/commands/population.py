from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casetrack.models.codes import HOME_TYPE, LEGAL_STATUS
from oversight.management.arguments import chosen_authorities, printed
from oversight.population import population


class Command(BaseCommand):
    help = (
        "Count the children in care on a day, by home and by legal status; short breaks left out."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as-at", required=True, type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--authority", default="", metavar="CODE")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        counted = population(options["as_at"], chosen_authorities(options["authority"]))
        if options["json"]:
            self.stdout.write(printed(counted))
            return
        number = counted["looked_after"]
        children = "1 child" if number == 1 else f"{number} children"
        self.stdout.write(f"{children} in care on {options['as_at']}")
        for name, codes in (("by_place", HOME_TYPE), ("by_legal_status", LEGAL_STATUS)):
            for code, count in counted[name].items():
                label = codes.label(code) if code else "not recorded"
                self.stdout.write(f"{count:>7}  {code:<3} {label}")
