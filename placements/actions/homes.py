"""Households and settings: recorded, named, and who cares for children there."""

from collections.abc import Mapping
from typing import Any

from django.db import connection

from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from placements.models import Carer, Home


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
