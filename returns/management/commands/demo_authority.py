"""Make the demo authority; see `returns.demo`."""

import tempfile
import time
from argparse import ArgumentParser
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casetrack.models import Authority
from returns.demo import sign_ins
from returns.demo.authority import Making, how_made, make
from returns.demo.removal import remove


class Command(BaseCommand):
    help = (
        "Make up an authority of the size and shape of the published figures: five years of"
        " returns, imported, and what returns lack added. Made once; run again, it changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--children", type=int, default=530, help="in care today")
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--code", default=sign_ins.DEMO_CODE)
        parser.add_argument("--today", type=date.fromisoformat, help="default: today")
        parser.add_argument("--returns-to", type=Path, metavar="DIR", help="keep the files there")
        parser.add_argument("--fresh", action="store_true", help="make an older demo anew")

    def handle(self, *args: Any, **options: Any) -> None:
        today = options["today"] or timezone.localdate()
        making = Making(options["children"], options["seed"], today)
        try:
            sign_ins.refuse_in_production()
            if self._is_there(options["code"], making, options["fresh"]):
                return
            self._make(options["code"], making, options["returns_to"])
        except sign_ins.NotHere as why:
            raise CommandError(str(why)) from None

    def _is_there(self, code: str, making: Making, fresh: bool) -> bool:
        """Whether the authority is there and stays."""
        authority = Authority.objects.filter(code=code).first()
        if authority is None:
            return False
        made = how_made(authority)
        if made is None:
            raise CommandError(f"{code} is a real authority, not a demo: choose another code.")
        if fresh:
            remove(authority)
            return False
        self._look_across(code, made.today)
        self.stdout.write(
            f"{code} is there: {made.children} children, seed {made.seed}, made on {made.today}."
            + ("" if made == making else " It stays as it is; --fresh makes it anew.")
        )
        return True

    def _make(self, code: str, making: Making, kept: Path | None) -> None:
        began = time.monotonic()
        with nullcontext(kept) if kept else tempfile.TemporaryDirectory() as folder:
            report = make(code=code, making=making, folder=Path(folder), say=self._say)
        self._look_across(code, making.today)
        self.stdout.write(
            f"{code} is made: {making.children} children in care on {making.today},"
            f" {len(report.refused)} rows refused, {len(report.warnings)} warnings,"
            f" {time.monotonic() - began:.0f} s."
        )

    def _look_across(self, code: str, today: date) -> None:
        """Waits, cohorts and what groups decide belong to the floor that looks across, which makes
        its own.
        """
        for command in ("demo_reasons", "demo_cohorts", "demo_group", "demo_desk"):
            call_command(command, authority=code, today=today, verbosity=0)

    def _say(self, step: str) -> None:
        self.stdout.write(f"{step} ...")
