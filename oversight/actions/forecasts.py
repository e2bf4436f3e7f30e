"""A forecast is kept when a month is over, and held a year later against what happened."""

from datetime import date, timedelta
from typing import Any

from casetrack.models import Authority
from casetrack.recording import recording
from oversight.indicators.forecast.forecast import CannotForecast, forecast
from oversight.indicators.forecast.recorded import months_known
from oversight.models import StoredForecast


def keep(*, on: date, by: Any) -> int:
    """Of each authority that of the month before the day, once; how many were kept.

    An authority that knows too little, or whose facts do not reach to the month's end yet, is
    tried again the next night; one for which nothing was kept in its month has none of that month.
    """
    origin = on.replace(day=1) - timedelta(days=1)
    kept = 0
    for authority in Authority.objects.exclude(storedforecast__origin_on=origin):
        if authority.known_day(origin) < origin:
            continue
        try:
            made = forecast(months_known(authority, origin), on)
        except CannotForecast:
            continue
        with recording("forecast.kept", by=by, authority=authority.code, of=origin.isoformat()):
            _, added = StoredForecast.objects.get_or_create(
                authority=authority, origin_on=origin, defaults={"body": made.as_json()}
            )
            kept += added
    return kept
