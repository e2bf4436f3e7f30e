"""Load SSDA903 returns from the command line; see `returns.actions.imports`."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from casetrack.actions import authorities
from casetrack.models import Authority
from returns.actions.imports import CannotImport, Report, import_returns, read_files


class Command(BaseCommand):
    help = "Load SSDA903 returns from folders, zips, workbooks or CSV files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--authority", required=True, metavar="CODE")
        parser.add_argument("--year", type=int, help="the year in which the return ends")
        parser.add_argument("--accept-closures", action="store_true")
        parser.add_argument("--dry-run", action="store_true", help="report, and store nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = self._load(options)
        except CannotImport as why:
            raise CommandError(str(why)) from None
        if options["json"]:
            self.stdout.write(json.dumps(report.as_json(), indent=2, ensure_ascii=False))
            return
        for line in report.lines():
            self.stdout.write(line)
        if report.dry_run:
            self.stdout.write("This was a trial: nothing is stored.")

    def _load(self, options: dict[str, Any]) -> Report:
        on = timezone.localdate()
        known = Authority.objects.filter(code=options["authority"]).first()

        def progress(step: str, count: int) -> None:
            if not options["json"] and options["verbosity"] > 0:
                print(f"{step} ({count:,} rows)", file=sys.stderr)

        load = read_files(
            options["paths"], on=on, year=options["year"], authority=known, progress=progress
        )
        with transaction.atomic():
            code = options["authority"]
            authority = known or authorities.start(code=code, name=code, by=None)
            report = import_returns(
                load,
                authority=authority,
                by=None,
                on=on,
                accept_closures=options["accept_closures"],
                dry_run=options["dry_run"],
                progress=progress,
            )
            if options["dry_run"]:
                transaction.set_rollback(True)
        return report
