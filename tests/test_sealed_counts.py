"""What was counted before a record was sealed is counted the same after it, each month's end."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from adoption.actions import sealing
from casetrack.models import Authority, CarePeriod, Child, User
from oversight.clocks.engine import refresh
from oversight.flags import as_flags, running
from oversight.population import population
from oversight.totals import totals
from permanence.models import LifeStory
from tests import timeline
from tests.cast import a_user

pytestmark = pytest.mark.django_db
LEFT = date(2025, 6, 20)
ADOPTED = (
    "care 2023-03-14 .. 2025-06-20; status C1 2023-03-14 .. 2024-02-10;"
    " status E1 2024-02-10 .. 2025-06-20; home U1 2023-03-14 .. 2024-09-03;"
    " home A3 2024-09-03 .. 2025-06-20; decision 2024-01-15; match 2024-08-01;"
    " plan adoption 2024-01-15 .. 2025-06-20; review 2023-04-05; review 2023-07-01;"
    " review 2024-03-01"
)
STAYING = "care 2022-05-05; status C2 2022-05-05; home U4 2022-05-05; review 2022-06-01"
BIRTHDAYS = ("2020-01-31", "2020-02-29", "2021-12-01", "2019-06-30")


@pytest.fixture
def authority(db: None) -> Authority:
    authority = Authority.objects.create(code="CNT", name="Counted Council", records_live=True)
    for number, born in enumerate(BIRTHDAYS):
        child = timeline.child(
            f"born {born}; {ADOPTED}", authority=authority, reference=f"A{number}"
        )
        LifeStory.objects.create(child=child, kind="book", done_on=LEFT)
        LifeStory.objects.create(child=child, kind="letter", done_on=LEFT)
        timeline.child(f"born {born}; {STAYING}", authority=authority, reference=f"S{number}")
    CarePeriod.objects.filter(ends_on=LEFT).update(end_reason="E11")
    for number in (1, 2):
        a_user(f"keeper-{number}", authority, "adoption-records")
    refresh()
    return authority


def month_ends() -> Iterator[date]:
    for year in (2023, 2024, 2025):
        for month in range(1, 13):
            yield date(year, month, monthrange(year, month)[1])


def counted(authority: Authority) -> dict[date, Any]:
    """All that is published of a day: who was in care and where, totals by age, waits by state."""
    return {
        day: (
            population(day, [authority]),
            totals(authority, day),
            Counter((flag["clock"], flag["state"]) for flag in as_flags(running(day, [authority]))),
        )
        for day in month_ends()
    }


def test_every_month_s_end_is_counted_the_same(authority: Authority) -> None:
    before = counted(authority)
    assert any(waits for _, _, waits in before.values())
    seals = Child.objects.filter(reference__startswith="A")
    by: User = a_user("service-manager", authority, "service-manager")
    for child in seals:
        sealing.seal(
            child=child,
            reported_on=date(2025, 7, 1),
            staying_in_touch="",
            after=None,
            on=date(2026, 1, 5),
            by=by,
        )
    assert Child.objects.filter(reference__startswith="SEALED-").count() == len(BIRTHDAYS)
    assert counted(authority) == before
    refresh()
    assert counted(authority) == before
