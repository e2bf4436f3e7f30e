from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from casetrack.documents import documents


class Command(BaseCommand):
    help = "Write the pages of docs/ that are made from the code; --check only compares."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, **options: Any) -> None:
        folder = Path(settings.BASE_DIR) / "docs"
        stale = []
        for path, text in documents().items():
            written = folder / path
            if not written.exists() or written.read_text() != text:
                stale.append(path)
                if not options["check"]:
                    written.write_text(text)
        if options["check"] and stale:
            raise CommandError(f"Not up to date: {', '.join(stale)}. Run manage.py docs.")
        self.stdout.write(f"{len(stale)} written" if stale else "docs are up to date")
