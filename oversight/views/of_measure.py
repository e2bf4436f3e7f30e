"""Of which measure a page is, and as at which day and of whom it is shown: what an address says."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from casetrack.access.permissions import Permission
from casetrack.access.visibility import authorities
from oversight.indicators.chosen import Chosen
from oversight.indicators.indicator import Indicator
from oversight.indicators.registry import INDICATORS


def chosen_by(request: HttpRequest) -> Chosen:
    served = authorities(request.user, Permission.SEE_MEASURES)
    return Chosen.read(request.GET.dict(), served, timezone.localdate())


def measure_named(code: str) -> Indicator:
    if code not in INDICATORS:
        raise Http404
    return INDICATORS[code]
