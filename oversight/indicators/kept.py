"""What was counted is kept until something is written: a figure depends on facts, not on the hour.

Every write adds a row to `FactsChanged`, in its own transaction. Which there are of an authority
tells whether anything was written since, also by who began earlier and was slower to finish. What
is kept are totals, never a child.
"""

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

from django.core.cache import cache
from django.db import connection

from casetrack.models import Authority
from oversight.indicators.compute import Asked, Figure, figures, mark
from oversight.indicators.indicator import Indicator

Made = TypeVar("Made")
FOR = 24 * 60 * 60
"""Seconds after which it is counted anew even so."""


def changed(children: Iterable[int]) -> None:
    """Something was written about these children (ids): called before the write is committed."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO oversight_factschanged (authority_id)"
            " SELECT DISTINCT authority_id FROM casetrack_child WHERE id = ANY(%s)",
            [list(children)],
        )


def state(authority: Authority) -> str:
    """What changes with every write to the facts of the authority."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), sum(id), max(id) FROM oversight_factschanged WHERE authority_id = %s",
            [authority.pk],
        )
        written = cursor.fetchone()
    return f"{written} {authority.known_to} {authority.records_live} {authority.recorded_from}"


def kept(authority: Authority, what: str, make: Callable[[], Made]) -> Made:
    """What `make` gives, made once for as long as nothing is written; `what` tells it from others'.

    It may depend on facts alone, which is every count and forecast, and no wait with a limit.
    """
    told = f"{authority.pk} {state(authority)} {what}"
    key = f"measures:{sha256(told.encode()).hexdigest()}"
    found: Made | None = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, FOR)
    return found


def kept_figures(
    asked: Asked, indicators: Sequence[Indicator]
) -> dict[str, dict[str, list[Figure]]]:
    """The same as `figures`, counted once for as long as nothing is written."""
    what = f"{asked!r} {[mark(each) for each in indicators]}"
    return kept(asked.authority, what, lambda: figures(asked, indicators))


def forget_old() -> int:
    """Take away what is older than a day, all but the newest of each authority; how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM oversight_factschanged WHERE at < now() - interval '1 day' AND id NOT IN"
            " (SELECT max(id) FROM oversight_factschanged GROUP BY authority_id)"
        )
        return int(cursor.rowcount)
