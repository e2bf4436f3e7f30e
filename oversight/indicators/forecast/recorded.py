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
from oversight.indicators.forecast.forecast import CannotForecast
from oversight.indicators.forecast.histories import Histories, HomeType
from oversight.indicators.forecast.model import AHEAD, WINDOW
from oversight.indicators.forecast.monthly import Monthly, counted

MOST = WINDOW + ORIGINS + 2 * AHEAD
"""Months that the forecast of a year ago, its intervals and its rates can make use of."""

IN_HOUSE = "PR1"
RESIDENTIAL = ("K1", "K2", "R1")
FOSTER = ("U4", "U5", "U6", "Q2", "F6")
OF_TYPE = {
    HomeType.CONNECTED: ("U1", "U2", "U3", "Q1"),
    HomeType.PARENTS: ("P1",),
    HomeType.SUPPORTED: ("K3", "H5", "P2", "P3"),
    HomeType.ADOPTIVE: ("A1", "A2", "A3", "A4", "A5", "A6"),
}

# Returns leave the provider of a temporary stay empty: while a child is away from home, her home's
# counts. Days in care on which no home is recorded count as another home. A child whose birth
# nobody recorded is taken for newborn on coming into care.
LIVED = """
SELECT
    child_id, type,
    coalesce(nullif(provider, ''), max(provider) OVER (PARTITION BY child_id, home_id)) AS provider,
    starts_on, ends_on
FROM lives_in
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
CROSS JOIN LATERAL unnest(cared - coalesce(housed, '{}')) AS days
"""


@cache
def _statement() -> str:
    return f"""{with_facts({"lived": LIVED, "born": "SELECT child_id, born_on FROM child"})}
SELECT child_id, coalesce(born_on, min(starts_on) OVER (PARTITION BY child_id)), type, provider,
    starts_on, ends_on
FROM lived JOIN born USING (child_id)
WHERE coalesce(starts_on < ends_on, true)"""


def home_type(type_code: str, provider: str) -> HomeType:
    """Of the codes of the return. Homes of any other provider than the council's own are agency or
    external ones; hospitals, family centres, residential schools and custody are other homes.
    """
    if type_code in FOSTER:
        return HomeType.IN_HOUSE if provider == IN_HOUSE else HomeType.AGENCY
    if type_code in RESIDENTIAL:
        return HomeType.OWN if provider == IN_HOUSE else HomeType.EXTERNAL
    found = (home for home, codes in OF_TYPE.items() if type_code in codes)
    return next(found, HomeType.OTHER)


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


Mix = Counter[tuple[str, str]]
"""How many children live in homes of a code and provider of the return."""


def mix(authority: Authority, day: date) -> Mix:
    """Which homes the children in care live in on the day."""
    return Counter(
        (type_code, provider)
        for _, _, type_code, provider, since, to in _rows(authority)
        if since <= day and (to is None or day < to)
    )


def _rows(authority: Authority) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(_statement(), {"authority": authority.pk})
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
