"""What is measured, each the way that the product does it."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casetrack.models import Authority, Child, RoleAssignment, User
from oversight.clocks import engine
from oversight.flags import as_flags, running
from oversight.indicators.survival import Curve, Followed
from oversight.indicators.waiting import waiting
from oversight.models import ClockRow
from returns.demo import generate, make_up
from tests.reference.clocks import rows_of_child

YEARS = 2


@dataclass(frozen=True)
class Written:
    rows: int


@dataclass(frozen=True)
class Page:
    children: int
    seconds: float
    queries: int


def written(folder: Path, children: int, today: date) -> Written:
    """This year's return and the last, of about `children` children in all."""
    sample = len(make_up(children=500, seed=1, today=today, years=YEARS).lives)
    in_care = children * 500 // sample
    generate(children=in_care, seed=1, today=today, folder=folder, years=YEARS)
    return Written(sum(_rows(path) for path in folder.rglob("*.csv")))


def _rows(path: Path) -> int:
    with path.open(newline="") as lines:
        return sum(1 for _ in csv.reader(lines)) - 1


def sizes() -> tuple[int, int, int]:
    """Children, facts that clocks may use, clock rows."""
    settle()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM casetrack_careperiod)"
            " + (SELECT count(*) FROM casetrack_legalstatus)"
            " + (SELECT count(*) FROM placements_placement)"
            " + (SELECT count(*) FROM permanence_review)"
        )
        facts = cursor.fetchone()[0]
    return Child.objects.count(), facts, ClockRow.objects.count()


def refresh_all() -> float:
    """Compute and write every row, as after a first import; the median of three."""
    return median(_refreshed_anew() for _ in range(3))


def _refreshed_anew() -> float:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE oversight_clockrow")
    return seconds(engine.refresh)


def refresh_unchanged() -> float:
    """As every night, when the rows are right already; the median of three."""
    settle()
    return median(seconds(engine.refresh) for _ in range(3))


def settle() -> None:
    """What autovacuum does within a minute of a large change."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def refresh_one() -> float:
    children = list(Child.objects.values_list("pk", flat=True)[:5000:100])
    return median(seconds(lambda child=child: engine.refresh([child])) for child in children)


def refresh_first() -> tuple[float, float]:
    """On a new connection: the first refresh, which plans the statement, and those after it."""
    connection.close()
    child = Child.objects.values_list("pk", flat=True)[0]
    return seconds(lambda: engine.refresh([child])), refresh_one()


def flags(day: date) -> tuple[int, float]:
    """How many waits run on the day, and the seconds to list them; the median of nine."""
    authorities = list(Authority.objects.all())
    found = len(as_flags(running(day, authorities)))
    return found, median(seconds(lambda: as_flags(running(day, authorities))) for _ in range(9))


def curves(code: str, day: date) -> tuple[int, float]:
    """How many waits of an authority its curves follow, and the seconds for all of them."""
    authority = Authority.objects.get(code=code)
    authority.records_live = True
    followed = sum(len(each.followed) for each in waiting(authority, day).values())
    return followed, median(seconds(lambda: waiting(authority, day)) for _ in range(3))


def one_curve(waits: int) -> float:
    """Seconds for the arithmetic of one curve of so many waits, a year of them followed."""
    random = np.random.default_rng(waits)
    began = random.integers(0, 1_000, waits)
    stopped, ended = began + random.integers(0, 600, waits), random.integers(0, 3, waits)
    return median(
        seconds(lambda: Curve.of(Followed.within(635, 1_000, began, began, stopped, ended)))
        for _ in range(50)
    )


def plain_loop() -> tuple[float, int]:
    """Seconds a child when each child's facts are read and her clocks computed one by one."""
    children = list(Child.objects.all()[:5000:25])
    start = perf_counter()
    for child in children:
        rows_of_child(child)
    return (perf_counter() - start) / len(children), len(children)


def queue(code: str, children: int, today: date) -> Page:
    """The tracker of a chair who sees the whole authority; the median of nine views."""
    from returns.demo.authority import Making, make

    with TemporaryDirectory() as folder:
        making = Making(children, 2, today)
        make(code=code, making=making, folder=Path(folder), say=lambda *_: None)
    user = User.objects.create_user("bench", password="bench")
    authority = Authority.objects.get(code=code)
    RoleAssignment.objects.create(user=user, authority=authority, role="chair", starts_on=today)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    page = client.get("/tracker/")
    assert page.status_code == 200, page
    settle()
    with CaptureQueriesContext(connection) as captured:
        client.get("/tracker/")
    queries = len(captured)  # the next request empties the record
    shown = median(seconds(lambda: client.get("/tracker/")) for _ in range(9))
    open_now = Child.objects.filter(authority=authority, careperiod_facts__ends_on=None).count()
    return Page(open_now, shown, queries)


def seconds(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
