from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from casetrack.models import Authority, Team
from oversight.indicators import said
from oversight.indicators.compute import ALL, Asked, Figure, figures, mark
from oversight.indicators.indicator import By
from oversight.indicators.registry import INDICATORS
from oversight.management.arguments import chosen_authorities, printed


class Command(BaseCommand):
    help = "Count every indicator as at a day, for any day in history."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--as-at", required=True, type=date.fromisoformat, metavar="DATE")
        parser.add_argument("--authority", default="", metavar="CODE")
        parser.add_argument("--team", default="", metavar="NAME", help="its children alone")
        parser.add_argument("--by", default="", choices=["", *By], help="told apart by it as well")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        counted = [
            as_told(
                Asked(
                    authority,
                    (options["as_at"],),
                    By(options["by"]) if options["by"] else None,
                    _of_team(authority, options["team"]),
                )
            )
            for authority in chosen_authorities(options["authority"])
        ]
        if options["json"]:
            self.stdout.write(printed(counted, DjangoJSONEncoder))
            return
        for each in counted:
            self.stdout.write(f"{each['authority']} as at {each['as_at']}")
            for told in each["indicators"]:
                self.stdout.write(f"{told['said']:>20}  {told['title']}")


def _of_team(authority: Authority, name: str) -> tuple[tuple[By, str], ...]:
    if not name:
        return ()
    team = Team.objects.filter(authority=authority, name=name).first()
    if team is None:
        raise CommandError(f"{authority.name} has no team with the name {name}.")
    return ((By.TEAM, str(team.pk)),)


def as_told(asked: Asked) -> dict[str, Any]:
    """All that is counted of one authority on the one day, in plain values."""
    (day,) = asked.days
    found = figures(asked, list(INDICATORS.values()))
    return {
        "authority": asked.authority.code,
        "as_at": day,
        "computed_at": timezone.now(),
        "indicators": [_told(found[code], asked.by) for code in INDICATORS],
    }


def _told(found: dict[str, list[Figure]], by: By | None) -> dict[str, Any]:
    """An indicator: of everybody, and told apart by group where that is asked for."""
    (whole,) = found[ALL]
    indicator = whole.indicator
    told = {
        "code": indicator.code,
        "called": list(indicator.called),
        "title": indicator.title,
        "definition": mark(indicator),
        "shape": indicator.shape,
        "unit": indicator.unit,
        "counted_here": indicator.own,
        **_plain(whole),
    }
    if by is None:
        return told
    return {
        **told,
        "by": by,
        "groups": {group: _plain(found[group][0]) for group in found if group != ALL},
    }


def _plain(figure: Figure) -> dict[str, Any]:
    return {
        "number": figure.number,
        "of": figure.of,
        "value": figure.value,
        "unknown": figure.unknown,
        "why": figure.why,
        "said": said.value(figure),
    }
