"""The histories of an authority's children, read from the record in one statement."""

from collections import Counter
from datetime import date
from functools import cache
from typing import Any

from django.db import connection

from casetrack import dates
from casetrack.models import Authority
from oversight.indicators.compute import Known, with_facts
from oversight.indicators.forecast.backtest import ORIGINS
from oversight.indicators.forecast.costs import Mix
from oversight.indicators.forecast.forecast import CannotForecast
from oversight.indicators.forecast.histories import Histories, home_type
from oversight.indicators.forecast.model import AHEAD, WINDOW
from oversight.indicators.forecast.monthly import Monthly, counted
from oversight.models import WeeklyRate
from oversight.weekly_rates import Prices, Rate

MOST = WINDOW + ORIGINS + 2 * AHEAD
"""Months that the forecast of a year ago, its intervals and its rates can make use of."""

# Returns leave the provider of a temporary stay empty: while a child is away from home, her home's
# counts.
HOMES = """
SELECT
    child_id, home_id, began_on, type,
    coalesce(nullif(provider, ''), max(provider) OVER (PARTITION BY child_id, home_id)) AS provider,
    starts_on, ends_on
FROM lives_in
"""

# Days in care on which no home is recorded count as another home. A child whose birth nobody
# recorded is taken for newborn on coming into care.
LIVED = f"""
SELECT child_id, type, provider, starts_on, ends_on FROM ({HOMES}) AS homes
UNION ALL
SELECT child_id, '', '', lower(days), upper(days)
FROM (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS cared
    FROM looked_after GROUP BY child_id
) AS care_days
LEFT JOIN (
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS housed
    FROM lives_in GROUP BY child_id
) AS home_days USING (child_id)
CROSS JOIN LATERAL unnest(cared - coalesce(housed, '{{}}')) AS days
"""


@cache
def _statement() -> str:
    return f"""{with_facts({"lived": LIVED, "born": "SELECT child_id, born_on FROM child"})}
SELECT child_id, coalesce(born_on, min(starts_on) OVER (PARTITION BY child_id)), type, provider,
    starts_on, ends_on
FROM lived JOIN born USING (child_id)
WHERE coalesce(starts_on < ends_on, true)"""


def histories(authority: Authority) -> Histories:
    """Of all children of the authority, short breaks left out."""
    return Histories.of(
        (child, born, home_type(type_code, provider), since, to)
        for child, born, type_code, provider, since, to in _rows(authority)
    )


def months_known(authority: Authority, day: date) -> Monthly:
    """The months up to the day, or up to the last day that is known of, as far as all is known."""
    known = Known.of(authority)
    origin = day if known.until is None else min(day, known.until)
    months = dates.whole_months(known.since, origin) if known.since else 0
    if not months:
        raise CannotForecast("Too little is known of who lived where for a forecast.")
    return counted(histories(authority), origin, min(months, MOST))


def mix(authority: Authority, day: date) -> Mix:
    """Which homes the children in care live in on the day."""
    return Counter(
        (type_code, provider)
        for _, _, type_code, provider, since, to in _rows(authority)
        if dates.holds_on(since, to, day)
    )


def prices(authority: Authority) -> Prices:
    """All weekly rates that were entered."""
    rows = WeeklyRate.objects.filter(authority=authority).order_by("type", "provider", "starts_on")
    values = rows.values_list("type", "provider", "pounds", "starts_on", "ends_on", "source")
    return Prices(tuple(Rate(*each) for each in values))


def _rows(authority: Authority) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_statement(), {"authority": authority.pk})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
