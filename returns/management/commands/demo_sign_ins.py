"""Print who can sign in to the demo authority, one for each role."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from casetrack import words
from casetrack.models import Authority
from returns.demo import sign_ins
from returns.demo.authority import how_made


class Command(BaseCommand):
    help = "Print the demo sign-ins and their password. Refused in production."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--code", default=sign_ins.DEMO_CODE)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            sign_ins.refuse_in_production()
        except sign_ins.NotHere as why:
            raise CommandError(str(why)) from None
        authority = Authority.objects.filter(code=options["code"]).first()
        if authority is None or how_made(authority) is None:
            raise CommandError(f"{options['code']} is not made yet: manage.py demo_authority")
        self.stdout.write(f"Sign in with the password {sign_ins.PASSWORD} as:")
        people = sign_ins.listed(authority)
        wide = max(len(one.username) for one in people)
        for one in people:
            where = f", {one.where}" if one.where else ""
            sees = "no child" if one.children is None else words.children(one.children)
            self.stdout.write(f"  {one.username:<{wide}}  {one.title}{where}; sees {sees}")
