"""Each month's forecast is kept once, and a year later stands beside what happened."""

from datetime import date

import pytest

from casetrack.models import Authority, CarePeriod
from oversight.actions.forecasts import keep
from oversight.actions.jobs import run
from oversight.models import StoredForecast
from tests import timeline
from tests.cast import Cast, signed_in

ORIGIN = date(2025, 5, 31)
FOSTERED = "care 2022-01-10; status C2 2022-01-10; home U4 2022-01-10 provider=PR1"


@pytest.fixture
def cast(cast: Cast) -> Cast:
    """Twenty children in care since 2022, in an authority that knows of four years."""
    Authority.objects.filter(pk=cast.authority.pk).update(records_live=True)
    Authority.objects.filter(pk=cast.elsewhere.pk).update(
        known_to=date(2024, 3, 31), records_live=False
    )
    timeline.child(
        "care 2021-04-01 .. 2021-05-01; status C2 2021-04-01 .. 2021-05-01",
        authority=cast.authority,
    )
    for day in range(1, 21):
        timeline.child(f"born 2014-03-{day:02d}; {FOSTERED}", authority=cast.authority)
    return cast


def test_it_is_kept_once_however_often_the_night_comes(cast: Cast) -> None:
    assert keep(on=date(2025, 6, 1), by=None) == 1
    assert keep(on=date(2025, 6, 1), by=None) == 0
    assert keep(on=date(2025, 6, 30), by=None) == 0
    kept = StoredForecast.objects.get()
    assert (kept.authority, kept.origin_on) == (cast.authority, ORIGIN)
    assert kept.body["origin"] == "2025-05-31"


def test_who_does_not_know_of_the_month_yet_is_left_for_later(cast: Cast) -> None:
    keep(on=date(2025, 6, 1), by=None)
    assert not StoredForecast.objects.filter(authority=cast.elsewhere).exists()


def test_it_is_a_job_of_the_night(cast: Cast) -> None:
    assert run("keep-forecasts", night=date(2025, 6, 2))
    assert StoredForecast.objects.count() == 1


def test_a_year_later_it_stands_beside_what_happened(cast: Cast) -> None:
    keep(on=date(2025, 6, 1), by=None)
    gone = CarePeriod.objects.filter(child__authority=cast.authority, ends_on=None).exclude(
        child__in=[cast.amara, cast.tomas]
    )
    for care in gone[:6]:
        CarePeriod.objects.filter(pk=care.pk).update(ends_on=date(2026, 2, 1))
    answer = signed_in(cast.chair).get("/measures/ahead/?as_at=2026-05-31")
    page = " ".join(answer.content.decode().split())
    assert "On 31 May 2025 the forecast that was kept said" in page
    assert "there are 16." in page


def test_where_none_was_kept_it_says_so(cast: Cast) -> None:
    answer = signed_in(cast.chair).get("/measures/ahead/?as_at=2026-05-31")
    assert "No forecast was kept a year ago" in answer.content.decode()
