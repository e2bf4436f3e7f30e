"""The database refuses the impossible, and remembers every change with who and why."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from casetrack.models import CarePeriod, Child, CourtOrder, LegalStatus
from casetrack.recording import recording
from placements.models import Home, Placement
from tests import timeline

pytestmark = pytest.mark.django_db
D = date.fromisoformat


def refused(name: str):
    return pytest.raises(IntegrityError, match=name)


def test_one_legal_status_at_a_time():
    child = timeline.child("care 2024-01-01; status C1 2024-01-01 .. 2024-06-01")
    LegalStatus.objects.create(child=child, code="C2", starts_on=D("2024-06-01"))
    with refused("legal_status_one_at_a_time"):
        LegalStatus.objects.create(child=child, code="E1", starts_on=D("2024-07-01"))


def test_one_period_of_care_and_one_home_at_a_time():
    child = timeline.child("care 2024-01-01; home U4 2024-01-01")
    with refused("care_period_one_at_a_time"), transaction.atomic():
        CarePeriod.objects.create(child=child, starts_on=D("2024-02-01"))
    home = Home.objects.create(authority=child.authority)
    with refused("placement_one_at_a_time"), transaction.atomic():
        Placement.objects.create(child=child, home=home, type="K2", starts_on=D("2024-02-01"))


def test_an_overlap_may_pass_inside_a_transaction_that_defers_it():
    child = timeline.child("care 2024-01-01; status C1 2024-01-01")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS legal_status_one_at_a_time DEFERRED")
        LegalStatus.objects.create(child=child, code="C2", starts_on=D("2024-06-01"))
        LegalStatus.objects.filter(child=child, code="C1").update(ends_on=D("2024-06-01"))
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert LegalStatus.objects.filter(child=child).count() == 2


@pytest.mark.parametrize("ends_on", ["2024-01-01", "2023-12-31"])
def test_a_period_has_a_positive_length(ends_on):
    child = timeline.child()
    with refused("care_period_is_not_empty"):
        CarePeriod.objects.create(child=child, starts_on=D("2024-01-01"), ends_on=D(ends_on))


def test_an_order_ends_after_it_is_made():
    child = timeline.child()
    with refused("court_order_ends_after_it_is_made"):
        CourtOrder.objects.create(
            child=child, kind="care", made_on=D("2024-01-02"), ended_on=D("2024-01-02")
        )


def test_a_reference_is_unique_in_its_authority_trimmed_and_upper_case():
    child = timeline.child(reference="A1")
    for reference in ("A1", " A2", "a3", ""):
        with pytest.raises(IntegrityError), transaction.atomic():
            Child.objects.create(
                authority=child.authority, reference=reference, born_on=D("2012-01-01")
            )


def test_periods_are_found_by_a_day_and_by_overlap():
    child = timeline.child("care 2024-01-01 .. 2024-03-01; care 2024-05-01")
    periods = CarePeriod.objects.filter(child=child)
    assert periods.on(D("2024-02-29")).count() == 1
    assert periods.on(D("2024-03-01")).count() == 0
    assert periods.overlapping(D("2024-03-01"), D("2024-05-01")).count() == 0
    assert periods.overlapping(D("2024-02-29"), None).count() == 2


def test_every_change_is_remembered_with_who_and_why():
    child = timeline.child("care 2024-01-01")
    with recording("care.mended", by=None, why="typed wrongly", children=[child.pk]):
        CarePeriod.objects.filter(child=child).update(starts_on=D("2024-01-02"))
        CarePeriod.objects.filter(child=child).delete()
    events = CarePeriod.pgh_event_models["insert"].objects.filter(child_id=child.pk)
    told = list(events.order_by("pgh_id").values_list("pgh_label", "starts_on"))
    assert told == [
        ("insert", D("2024-01-01")),
        ("update", D("2024-01-02")),
        ("delete", D("2024-01-02")),
    ]
    context = events.order_by("pgh_id").last().pgh_context
    assert context == {"by": "system", "what": "care.mended", "why": "typed wrongly"}
