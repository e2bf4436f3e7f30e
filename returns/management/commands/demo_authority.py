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
from returns.demo.published.making import CODE, PUBLISHED
from returns.demo.published.making import make as make_published
from returns.demo.removal import remove


class Command(BaseCommand):
    help = (
        "Make up an authority of the size and shape of the published figures: five years of"
        " returns, imported, and what returns lack added. Made once; run again, it changes nothing."
        " With --published, one whose dated facts add up to the series printed for the year to"
        " October 2020, known to the end of that month."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--children", type=int, help="in care today; default: 530")
        parser.add_argument("--seed", type=int, help="default: 1")
        parser.add_argument("--code", help=f"default: {sign_ins.DEMO_CODE}, {CODE} if --published")
        parser.add_argument("--today", type=date.fromisoformat, help="default: today")
        parser.add_argument("--returns-to", type=Path, metavar="DIR", help="keep the files there")
        parser.add_argument("--fresh", action="store_true", help="make an older demo anew")
        parser.add_argument("--published", action="store_true", help="the year that was printed")

    def handle(self, *args: Any, **options: Any) -> None:
        published = options["published"]
        making = PUBLISHED if published else self._asked_for(options)
        code = options["code"] or (CODE if published else sign_ins.DEMO_CODE)
        if published and any(options[each] is not None for each in ("children", "seed", "today")):
            raise CommandError("--published has its own children, seed and day: leave those out.")
        try:
            sign_ins.refuse_in_production()
            if self._is_there(code, making, options["fresh"]):
                return
            self._make(code, making, options["returns_to"])
        except sign_ins.NotHere as why:
            raise CommandError(str(why)) from None

    def _asked_for(self, options: dict[str, Any]) -> Making:
        children, seed = options["children"], options["seed"]
        return Making(
            530 if children is None else children,
            1 if seed is None else seed,
            options["today"] or timezone.localdate(),
        )

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
        self._look_across(code, made)
        self.stdout.write(
            f"{code} is there: {made.children} children, seed {made.seed}, made on {made.today}."
            + ("" if made == making else " It stays as it is; --fresh makes it anew.")
        )
        return True

    def _make(self, code: str, making: Making, kept: Path | None) -> None:
        began = time.monotonic()
        with nullcontext(kept) if kept else tempfile.TemporaryDirectory() as folder:
            into = Path(folder)
            if making == PUBLISHED:
                report = make_published(code=code, folder=into, say=self._say)
            else:
                report = make(code=code, making=making, folder=into, say=self._say)
        self._look_across(code, making)
        self.stdout.write(
            f"{code} is made: {making.children} children in care on {making.today},"
            f" {len(report.refused)} rows refused, {len(report.warnings)} warnings,"
            f" {time.monotonic() - began:.0f} s."
        )

    def _look_across(self, code: str, making: Making) -> None:
        """Waits, cohorts, group decisions and measures belong to the floor that looks across,
        which makes its own. The published year has none of it but what papers printed beside it.
        """
        if making == PUBLISHED:
            today = timezone.localdate()
            call_command("demo_sources", authority=code, today=today, verbosity=0)
            return
        for command in ("demo_reasons", "demo_cohorts", "demo_group", "demo_desk", "demo_plan"):
            call_command(command, authority=code, today=making.today, verbosity=0)

    def _say(self, step: str) -> None:
        self.stdout.write(f"{step} ...")
