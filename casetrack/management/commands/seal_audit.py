from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from casetrack.actions.sealing import seal


class Command(BaseCommand):
    help = "Link into the chain the events of the audit that are not in it yet."

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"{seal(now=timezone.now())} events sealed.")
