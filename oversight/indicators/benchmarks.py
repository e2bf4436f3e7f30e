"""What a figure is held against on a day: the authority's own target, and what others reached."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casetrack.models import Authority
from oversight.indicators.national import NATIONAL
from oversight.models import Benchmark, Whose

ORDER = {whose: place for place, whose in enumerate(Whose.values)}


@dataclass(frozen=True)
class Comparison:
    """One figure to hold an indicator against; `since` is the first day on which it is in force."""

    indicator: str
    whose: str
    value: float
    source: str
    since: date

    @property
    def is_target(self) -> bool:
        return self.whose in (Whose.TARGET, Whose.NATIONAL)

    @property
    def words(self) -> str:
        return str(Whose(self.whose).label)


def held_against(
    authority: Authority, codes: Iterable[str], day: date
) -> dict[str, list[Comparison]]:
    """By code what is in force on the day, the target first; an own figure before the national."""
    wanted = set(codes)
    found: dict[tuple[str, str], Comparison] = {}
    for national in NATIONAL:
        if national.indicator in wanted and national.holds_on(day):
            found[national.indicator, national.whose] = Comparison(
                national.indicator,
                national.whose,
                national.value,
                national.source,
                national.starts_on,
            )
    for own in Benchmark.objects.filter(
        authority=authority, indicator__in=wanted, starts_on__lte=day
    ).order_by("starts_on"):
        if own.holds_on(day):
            found[own.indicator, own.whose] = Comparison(
                own.indicator, own.whose, float(own.value), own.source, own.starts_on
            )
    by_code: dict[str, list[Comparison]] = defaultdict(list)
    for each in sorted(found.values(), key=lambda each: ORDER[each.whose]):
        by_code[each.indicator].append(each)
    return dict(by_code)
