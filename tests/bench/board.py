"""The scorecard and the board's pack of a large council, as a page and as files."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from time import perf_counter

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casetrack.models import Authority, RoleAssignment, User
from oversight.indicators.chosen import MONTHS
from oversight.packs.board import board
from oversight.packs.files import pdf, workbook

TIMES = 5


@dataclass(frozen=True)
class Opened:
    queries: int
    seconds: float


def reader(code: str, today: date) -> Client:
    """A service manager of the authority, signed in."""
    user, _ = User.objects.get_or_create(username=f"bench-{code}", defaults={"is_active": True})
    RoleAssignment.objects.get_or_create(
        user=user,
        role="service-manager",
        authority=Authority.objects.get(code=code),
        defaults={"starts_on": today - timedelta(days=1)},
    )
    client = Client(SERVER_NAME="localhost")
    client.force_login(user)
    return client


def pages(client: Client) -> Iterator[tuple[str, Opened]]:
    """Each page first with nothing kept, then as it is opened again."""
    for name, address in (
        (f"scorecard, {MONTHS[-1]} months", f"/measures/?months={MONTHS[-1]}"),
        ("all measures on a day", "/measures/all/"),
        ("a measure with its curve, by age", "/measures/of/placed-with-parents/?by=age"),
        ("what is to be expected", "/measures/ahead/"),
    ):
        cache.clear()
        yield f"{name}, cold", _opened(client, address)
        yield (
            f"{name}, warm",
            min((_opened(client, address) for _ in range(TIMES)), key=lambda each: each.seconds),
        )


def _opened(client: Client, address: str) -> Opened:
    with CaptureQueriesContext(connection) as asked:
        start = perf_counter()
        answer = client.get(address)
        took = perf_counter() - start
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return Opened(len(asked), took)


def pack(code: str, today: date) -> Iterator[tuple[str, float]]:
    """The whole pack with nothing kept, then its files."""
    authority = Authority.objects.get(code=code)
    cache.clear()
    start = perf_counter()
    made = board(authority, today.replace(day=1) - timedelta(days=1), today).pack
    yield "board pack, cold", perf_counter() - start
    for name, write in (("as a PDF", pdf), ("as a workbook", workbook)):
        start = perf_counter()
        write(made)
        yield f"board pack {name}", perf_counter() - start
