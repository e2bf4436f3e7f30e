"""The pages of those who look after Casetrack have no barrier either: jobs, and the API."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from oversight.models import JobRun
from oversight.tasks import verify_clocks
from tests.cast import Cast
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.journey


def test_jobs_and_api_have_no_barrier(cast: Cast, visit: Visit) -> None:
    a_month()
    for address in ("/jobs/", "/api/v1/"):
        page = visit(cast.manager, address)
        assert barriers(page) == [], address
        page.close()


def test_a_job_is_run_by_its_button(cast: Cast, visit: Visit) -> None:
    assert verify_clocks  # it is done at once here, because it is known in this process
    page = visit(cast.data_officer, "/jobs/")
    button = re.compile("^Run now.*Check every clock$")
    page.get_by_role("button", name=button).click()
    assert "handed to a worker" in page.get_by_role("status").inner_text()
    assert page.get_by_role("button", name=button).count() == 0


def a_month() -> None:
    """A job that is in order, one that failed and has missed nights, one that never ran."""
    now, today = timezone.now(), timezone.localdate()
    for job, ago, outcome, message in (
        ("verify-clocks", 0, "done", ""),
        ("record-sightings", 5, "done", ""),
        ("record-sightings", 1, "failed", "Stopped by an error (OperationalError); the log says."),
    ):
        JobRun.objects.create(
            job=job,
            for_day=today - timedelta(days=ago),
            started_at=now - timedelta(days=ago),
            ended_at=now - timedelta(days=ago),
            outcome=outcome,
            rows=12,
            message=message,
        )
