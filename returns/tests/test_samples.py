"""Five real-looking returns of 2017/18 to 2021/22, with every row accounted for."""

from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from django.apps import apps

from casetrack.models import AuditEvent, Authority, CarePeriod
from returns.tests import daybyday, record
from returns.tests.conftest import SAMPLES, load

pytestmark = pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not beside this")

YEARS = range(2018, 2023)
READ = {
    "Header": 2123,
    "Episodes": 3737,
    "Reviews": 11038,
    "UASC": 82,
    "OC2": 1974,
    "OC3": 357,
    "PrevPerm": 2123,
    "Missing": 7,
}


def of_year(year: int) -> list[Path]:
    """The samples name a return by the year in which it starts."""
    return sorted(SAMPLES.glob(f"{year - 1}-*.csv"))


def counted(report):
    return report.as_json()["tables"]


def test_every_row_is_counted_once_and_a_second_run_changes_nothing(authority: Authority):
    first = load(authority, SAMPLES)
    assert [one["year"] for one in first.returns] == list(YEARS)
    before = record.of(authority)
    second = load(authority, SAMPLES)
    for report in (first, second):
        tables = counted(report)
        assert {name: counts["read"] for name, counts in tables.items()} == READ
        for counts in tables.values():
            assert counts["read"] == sum(counts.values()) - counts["read"]
    assert all(counts["unchanged"] == counts["read"] for counts in counted(second).values())
    assert not second.repaired and not second.refused and second.changes_nothing
    assert record.of(authority) == before
    assert authority.known_to == date(2022, 3, 31)


def test_a_second_run_writes_no_history_of_facts(authority: Authority):
    load(authority, SAMPLES)
    events = apps.get_model("casetrack", "CarePeriodEvent").objects
    before = AuditEvent.objects.count()
    ids = set(CarePeriod.objects.values_list("pk", flat=True))
    load(authority, SAMPLES)
    assert AuditEvent.objects.count() == before + 1
    assert set(CarePeriod.objects.values_list("pk", flat=True)) == ids
    assert events.count() == len(ids)


def test_populations_are_those_of_a_stitching_written_apart(authority: Authority):
    load(authority, SAMPLES)
    files = {year: SAMPLES / f"{year - 1}-episodes.csv" for year in YEARS}
    children = daybyday.read(files)
    random = Random(903)
    days = [date(year, 3, 31) for year in range(2016, 2024)]
    days += [date(2016, 1, 1) + timedelta(random.randrange(2400)) for _ in range(10)]
    for day in days:
        expected = daybyday.population(children, day, max(YEARS))
        assert record.population(authority, day) == expected, day


def test_returns_loaded_one_by_one_end_in_the_same_record(authority: Authority):
    together = Authority.objects.create(code="OTHER", name="Othershire")
    load(together, SAMPLES)
    for year in (2020, 2018, 2022, 2019, 2021):
        load(authority, *of_year(year))
    assert record.of(authority) == record.of(together)
