"""The scorecard and the board's pack of a large council, as a page and as files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median
from time import perf_counter
from urllib.request import Request, urlopen

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casetrack.models import Authority, RoleAssignment, User
from oversight.indicators.chosen import MONTHS, Chosen
from oversight.indicators.compute import ALL, Asked, figures
from oversight.indicators.indicator import Counted, Indicator
from oversight.indicators.registry import called
from oversight.indicators.scorecard import HEADLINES
from oversight.packs.board import board
from oversight.packs.files import pdf, workbook
from tests.bench.measures import seconds
from tests.bench.served import started

TIMES = 5
SCORECARD = f"/measures/?months={MONTHS[-1]}"


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
    _opened(client, "/health")  # reads all pages, as a server does when it starts
    for name, address in (
        (f"scorecard, {MONTHS[-1]} months", SCORECARD),
        ("scorecard of those aged 10 to 15", f"{SCORECARD}&age=10-15"),
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


def first_page(client: Client) -> tuple[float, float]:
    """Seconds for the scorecard as the first page of a server just started, and opened again."""
    session = client.cookies["sessionid"].value
    with started() as address:
        asked = Request(f"{address}{SCORECARD}", headers={"Cookie": f"sessionid={session}"})
        first = seconds(lambda: urlopen(asked).read())
        return first, median(seconds(lambda: urlopen(asked).read()) for _ in range(TIMES))


def counted(code: str, today: date) -> tuple[float, float]:
    """Seconds to count the scorecard's months of the children in care of late, as it is done, and
    of all whom the council ever had. The figures are the same.
    """
    chosen = Chosen.read({}, [Authority.objects.get(code=code)], today)
    headlines = [called(number) for number in HEADLINES]
    whole = [_of_everybody(indicator) for indicator in headlines]
    if _told(chosen.asked, headlines) != _told(chosen.asked, whole):
        raise RuntimeError("Of children who left long ago some count, and were left out.")
    late, all_of_them = (
        min(seconds(lambda those=those: figures(chosen.asked, those)) for _ in range(TIMES))
        for those in (headlines, whole)
    )
    return late, all_of_them


def _of_everybody(indicator: Indicator) -> Indicator:
    numerator, denominator = (
        replace(side, after_care=None) if isinstance(side, Counted) else side
        for side in (indicator.numerator, indicator.denominator)
    )
    return replace(indicator, numerator=numerator, denominator=denominator)


def _told(asked: Asked, indicators: Sequence[Indicator]) -> list[tuple[int | None, float | None]]:
    return [
        (figure.number, figure.value)
        for groups in figures(asked, indicators).values()
        for figure in groups[ALL]
    ]


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
