"""How many children were in care on a day.

Whoever may read the record of every child of an authority is given the numbers as they are. For
everybody else those of the totals page hold, hidden as they are hidden there: grouped and hidden in
another way, the two together would give numbers away. So would two days that lie close together:
they are given for today and for the last days of months only.

Everybody is counted, children whose record is restricted as well: a total names nobody.
"""

from datetime import date, timedelta
from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from casetrack import audit
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Reach
from casetrack.access.visibility import carrying
from casetrack.models import Authority
from casetrack.models.codes import LEGAL_STATUS
from oversight.api.access import Guarded
from oversight.api.asked import AS_AT, AUTHORITY, read
from oversight.api.shapes import PopulationShape, answers
from oversight.homes import HOME_GROUPS
from oversight.population import population
from oversight.totals import totals

LEGAL_CODES = {code.label: code.value for code in LEGAL_STATUS.values()}
HOME_CODES = {label: group for group, (label, _) in HOME_GROUPS.items()}


class Population(Guarded):
    """How many children were in care on a day, by home and by legal status."""

    permission = Permission.SEE_TOTALS
    serializer_class = PopulationShape

    @extend_schema(
        operation_id="population",
        summary="Count the children in care on a day",
        description="The same as `manage.py population --json`, by the codes of the return; short"
        " breaks are left out. Readers who may not read the record of every child are given what"
        " the totals page shows: homes in groups, numbers from 1 to 5 hidden (null) with as many"
        " others as it takes, for today and the last days of months.",
        parameters=[AS_AT, AUTHORITY],
        responses=answers(PopulationShape, 400, 404),
    )
    def get(self, request: Request) -> Response:
        asked = read(request)
        day = asked["as_at"]
        served = _served(request, asked.get("authority"))
        hiding = [each for each in served if not _sees_everyone(request.user, each)]
        if hiding and len(served) > 1:
            raise ValidationError({"authority": ["Name one of your authorities."]})
        if hiding:
            _refuse_near_days(day, read_on=asked["today"])
        audit.looked(request, "api.population", [], as_at=day.isoformat())
        counted = _hidden(hiding[0], day) if hiding else population(day, served)
        return Response(PopulationShape(counted).data)


def _served(request: Request, named: Authority | None) -> list[Authority]:
    """The authorities whose totals the reader may see, or the one that was named if it is one."""
    found = {
        held.authority_id: held.authority for held in carrying(request.user, Permission.SEE_TOTALS)
    }
    if named is None:
        return list(found.values())
    if named.pk not in found:
        raise NotFound("There is no such authority.")
    return [named]


def _sees_everyone(user: Any, authority: Authority) -> bool:
    return any(
        ROLES[held.role].reach is Reach.AUTHORITY
        or (ROLES[held.role].reach is Reach.TEAM and held.team_id is None)
        for held in carrying(user, Permission.SEE_CHILDREN)
        if held.authority_id == authority.pk
    )


def _refuse_near_days(day: date, *, read_on: date) -> None:
    month_ends = (day + timedelta(days=1)).day == 1
    if day != read_on and not (month_ends and day < read_on):
        raise ValidationError(
            {"as_at": ["Totals are given for today and for the last days of past months."]}
        )


def _hidden(authority: Authority, day: date) -> dict[str, Any]:
    """What the totals page shows, under codes."""
    shown = totals(authority, day)
    legal, homes = shown.tables[:2]
    return {
        "looked_after": shown.children,
        "by_place": {HOME_CODES[words]: number for words, number in homes.parts},
        "by_legal_status": {LEGAL_CODES.get(words, ""): number for words, number in legal.parts},
    }
