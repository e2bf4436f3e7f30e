"""The demo authority has the four cohorts of a commissioned team, made once."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from casetrack.actions import people
from casetrack.models import Authority
from oversight.models import Cohort
from placements.models import HomeWorry
from tests.timeline import an_authority, child

TODAY = date(2026, 11, 23)  # 400 days after 19 October 2025


def run() -> None:
    call_command("demo_cohorts", authority="TEST", today=TODAY, stdout=StringIO())


@pytest.fixture
def authority(db: None) -> Authority:
    """Somebody in every kind of home; of the foster homes one is worried about."""
    for kind in ("K2", "P1", "Q1", "U6", "U6"):
        made = child(f"care 2024-01-01; home {kind} 2024-01-01")
    HomeWorry.objects.create(child=made, starts_on="2025-09-01", worry="The carer is ill.")
    child("care 2024-01-01; home K2 2024-01-01 .. 2025-10-19; home P1 2026-01-01")
    return an_authority()


def manager(authority: Authority) -> None:
    user = people.start_sign_in(
        username="m", first_name="Jo", last_name="Hill", email="", password="x", by=None
    )
    people.assign_role(
        user=user, authority=authority, role="service-manager", on=date(2025, 1, 1), by=None
    )


def test_children_are_in_the_cohort_of_the_home_they_lived_in(authority: Authority) -> None:
    manager(authority)
    run()
    found = {
        cohort.aim: [member.child.placement_facts.get().type for member in cohort.members.all()]
        for cohort in Cohort.objects.all()
    }
    assert found == {
        "family": ["K2"],
        "discharge": ["P1"],
        "guardianship": ["Q1"],
        "lasting": ["U6"],
    }
    assert {cohort.starts_on for cohort in Cohort.objects.all()} == {date(2025, 10, 19)}


def test_they_are_made_once(authority: Authority) -> None:
    manager(authority)
    run()
    run()
    assert Cohort.objects.count() == 4


def test_where_nobody_manages_there_is_none(authority: Authority) -> None:
    run()
    assert not Cohort.objects.exists()


def test_an_authority_that_is_not_there_is_named(db: None) -> None:
    with pytest.raises(CommandError, match="There is no authority NONE"):
        call_command("demo_cohorts", authority="NONE", today=TODAY)
