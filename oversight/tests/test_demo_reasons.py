"""Reasons are noted for some late waits of the demo authority, once."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casetrack.actions import people
from oversight.clocks.engine import refresh
from oversight.models import Answer
from tests.timeline import an_authority, child

TODAY = date(2026, 11, 23)


def run() -> None:
    call_command("demo_reasons", authority="TEST", today=TODAY, stdout=StringIO())


def test_one_late_wait_in_five_has_a_reason(db):
    authority = an_authority()
    made = [child("care 2025-01-01; status V2 2025-01-01; home U6 2025-01-01") for _ in range(6)]
    refresh([one.pk for one in made])
    user = people.start_sign_in(
        username="manager", first_name="Jo", last_name="Hill", email="", password="x", by=None
    )
    people.assign_role(user=user, authority=authority, role="manager", on=date(2025, 1, 1), by=None)
    run()
    noted = Answer.objects.count()
    assert noted >= 1
    assert set(Answer.objects.values_list("answered_by", "answered_on")) == {(user.pk, TODAY)}
    run()
    assert Answer.objects.count() == noted


def test_it_says_when_there_is_no_such_authority(db):
    with pytest.raises(CommandError, match="no authority"):
        call_command("demo_reasons", authority="NONE", today=TODAY)
