"""Households and settings: recorded, named, and who cares for children there."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.db import connection
from django.db.models import QuerySet, Value
from django.db.models.functions import Replace, Upper

from casetrack import words
from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from placements.models import Carer, Home, Placement

POSTCODE = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}")


class HomeRefused(Refused):
    """The home cannot be recorded so."""


def record(
    *, authority: Authority, by: Any, name: str = "", postcode: str = "", urn: str = ""
) -> Home:
    """A household or setting that children may live in."""
    if not (name.strip() or postcode.strip() or urn.strip()):
        raise HomeRefused("Enter a name, a postcode or an Ofsted number for the home.")
    with recording("home.recorded", by=by, authority=authority.code):
        return Home.objects.create(
            authority=authority, name=name.strip(), postcode=postcode.strip(), urn=urn.strip()
        )


def found_or_recorded(
    *,
    authority: Authority,
    by: Any,
    name: str = "",
    carers: Sequence[str] = (),
    postcode: str = "",
    urn: str = "",
) -> Home:
    """The home of exactly this name and postcode, or a new one; its carers are added to it.

    Capitals and spaces make no difference. Carers' names stand in for a name that is not given.
    """
    name = " ".join((name or words.listed(list(carers))).split())
    postcode = _postcode(postcode)
    with recording("home.named", by=by, authority=authority.code):
        _hold(f"home {authority.pk} {name.casefold()} {postcode}")
        alike: QuerySet[Home] = Home.objects.alias(
            code=Replace(Upper("postcode"), Value(" "), Value("")),
        ).filter(authority=authority, name__iexact=name, code=postcode.replace(" ", ""))
        found: Home | None = alike.exclude(name="").order_by("pk").first()
        home = found or record(authority=authority, name=name, postcode=postcode, urn=urn, by=by)
        known = {carer.casefold() for carer in home.carers.values_list("name", flat=True)}
        for carer in carers:
            if carer.casefold() not in known:
                record_carer(home=home, name=carer, by=by)
        return home


def _hold(name: str) -> None:
    """Two who record the same new home at once would otherwise make two of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def _postcode(typed: str) -> str:
    """TS1 2AB, however it was typed; nothing where nothing was."""
    joined = "".join(typed.split()).upper()
    if joined and not POSTCODE.fullmatch(joined):
        raise HomeRefused("Enter a whole postcode, for example TS1 2AB.")
    return f"{joined[:-3]} {joined[-3:]}".strip()


def why_not_home(fact: Any) -> str:
    """Why a fact of a child cannot be about its home; empty where the child has lived there."""
    lived = Placement.objects.filter(child=fact.child_id, home=fact.home_id).exists()
    return "" if lived else "The child has not lived in that home."


def rename(*, home: Home, name: str, by: Any) -> None:
    """Give the home, which a return knows only as a stretch with one carer, its name."""
    if not name.strip():
        raise HomeRefused("Enter a name for the home.")
    with recording("home.renamed", by=by, home=home.pk):
        home.name = name.strip()
        home.save(update_fields=["name"])


def name_all(*, authority: Authority, names: Mapping[int, str], by: Any) -> None:
    """Give many homes their names at once; a home that has a name keeps it."""
    with (
        recording("homes.named", by=by, authority=authority.code, homes=len(names)),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE placements_home SET name = n.name"
            " FROM unnest(%s::bigint[], %s::text[]) AS n(id, name)"
            " WHERE placements_home.id = n.id AND authority_id = %s AND placements_home.name = ''",
            [list(names), list(names.values()), authority.pk],
        )


def record_carer(*, home: Home, name: str, by: Any) -> Carer:
    """An adult who cares for children in the home."""
    if not name.strip():
        raise HomeRefused("Enter the carer's name.")
    with recording("carer.recorded", by=by, home=home.pk):
        return Carer.objects.create(home=home, name=name.strip())
