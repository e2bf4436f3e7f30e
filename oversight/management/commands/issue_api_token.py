from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from casetrack.actions.refusal import Refused
from casetrack.models import User
from oversight.actions import api_tokens


class Command(BaseCommand):
    help = "Print a token with which a program reads the API as this person; an earlier one ends."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")
        parser.add_argument("--end", action="store_true", help="end the token, issue none")

    def handle(self, **options: Any) -> None:
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"Nobody signs in as {options['username']}.")
        if options["end"]:
            ended = api_tokens.end(user=user, by=None)
            self.stdout.write("The token is ended." if ended else "There was no token.")
            return
        try:
            token = api_tokens.issue(user=user, on=timezone.localdate(), by=None)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        self.stdout.write(token)
