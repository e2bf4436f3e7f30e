"""Indicators of the sample returns beside the reference: one child after another in Python."""

from datetime import date
from pathlib import Path
from statistics import fmean

import pytest
from django.conf import settings
from django.core.management import call_command

from casetrack.models import Authority, Child
from oversight.indicators.compute import ALL, Asked, Figure, figures
from oversight.indicators.indicator import Shape
from oversight.indicators.registry import INDICATORS
from tests.reference.measures import MEASURES, Life, Told
from tests.reference.story import Story

SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples" / "ssda903-2017-2022"
DAYS = tuple(
    map(
        date.fromisoformat,
        ("2020-03-31", "2020-06-30", "2020-11-30", "2021-02-28", "2021-09-30", "2022-03-31"),
    )
)
TIMES = {Shape.PERCENT: 100, Shape.RATIO: 1}


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample returns are not beside the checkout")
@pytest.mark.django_db
def test_the_sample_returns_have_the_figures_of_the_reference() -> None:
    call_command("import_ssda903", str(SAMPLES), authority="SAMPLE", accept_closures=True)
    authority = Authority.objects.get(code="SAMPLE")
    lives = [Life(Story(child, ())) for child in Child.objects.filter(authority=authority)]
    counted = figures(Asked(authority, DAYS), [INDICATORS[code] for code in MEASURES])
    seen: dict[str, float] = {}
    for code, measure in MEASURES.items():
        for figure in counted[code][ALL]:
            assert not figure.why or figure.why == "none to average", (code, figure.why)
            told = measure(lives, figure.on_day)
            assert _counts(figure) == _told(told), (code, figure.on_day)
            assert figure.value == pytest.approx(_value(figure, told)), (code, figure.on_day)
            seen[code] = max(seen.get(code, 0), figure.number or 0)
    assert len(seen) >= 25 and sum(number > 1 for number in seen.values()) >= 20


def _counts(figure: Figure) -> tuple[int | None, float | None, int]:
    return figure.number, figure.of, figure.unknown


def _told(told: Told) -> tuple[int, int | None, int]:
    return told.number, told.of, (told.values or ()).count(None)


def _value(figure: Figure, told: Told) -> float | None:
    if told.values is not None:
        known = [value for value in told.values if value is not None]
        return fmean(known) if known else None
    if told.of is None:
        return told.number
    return TIMES[figure.indicator.shape] * told.number / told.of
