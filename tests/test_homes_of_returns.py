"""A home that only returns knew is let go when nobody lives there, unless somebody spoke of it."""

from datetime import date

import pytest

from placements.models import CarerApproval, Home, Placement
from returns.ssda903.homes import clear
from tests import timeline

pytestmark = pytest.mark.django_db


def test_a_home_is_kept_where_a_person_recorded_something_of_it() -> None:
    child = timeline.child("care 2025-03-01; home U3 2025-03-01 .. 2025-06-01; home U6 2025-06-01")
    approved, forgotten = Home.objects.order_by("pk")
    CarerApproval.objects.create(
        child=child, home=approved, kind="foster", starts_on=date(2025, 4, 1), approved_by="Panel"
    )
    Placement.objects.filter(child=child).delete()
    clear([approved.pk, forgotten.pk])
    assert Home.objects.get() == approved
