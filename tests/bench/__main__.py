"""How fast it is, at the size of a large council's history. `make bench` prints the figures.

Ratios are what to trust: seconds depend on the machine and on what else it does.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

from tests.bench.database import fresh_database

AUTHORITY = "BENCH"
YEARS_AUTHORITY = "YEARS"
QUEUE_AUTHORITY = "QUEUE"
SEARCH_AUTHORITY = "CROWD"
RECORD_AUTHORITY = "LONG"
PACK_AUTHORITY = "PACK"
ROOM_AUTHORITY = "ROOM"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--children", type=int, default=20_000, help="children in the returns")
    parser.add_argument("--open", type=int, default=2_500, help="children in care in the queue")
    parser.add_argument("--names", type=int, default=100_000, help="children to search among")
    parser.add_argument("--events", type=int, default=10_000, help="events to seal")
    parser.add_argument("--pack", type=int, default=40, help="children in the pack of a meeting")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="these parts")
    chosen = parser.parse_args()
    with fresh_database("casetrack_bench"):
        import django

        django.setup()
        for part in chosen.only:
            PARTS[part](chosen, date.today())


def _returns(chosen: Namespace, today: date) -> None:
    from tests.bench import measures

    with tempfile.TemporaryDirectory() as folder:
        made = measures.written(Path(folder), chosen.children, today)
        _import(Path(folder), made.rows)
    _clocks(today)


def _import(folder: Path, rows: int) -> None:
    """In a process of its own, so that the peak of memory is the import's alone."""
    command = [sys.executable, "manage.py", "import_ssda903", str(folder)]
    with timed() as took:
        subprocess.run(
            [*command, "--authority", AUTHORITY, "--accept-closures", "--json"],
            check=True,
            stdout=subprocess.DEVNULL,
        )
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    tell("import", f"{rows:,} rows in {took[0]:.1f} s, {rows / took[0]:,.0f} rows/s")
    tell("import, peak memory", f"{peak:,.0f} MB")


def _clocks(today: date) -> None:
    from tests.bench import measures

    counts = measures.sizes()
    tell("children, facts, clock rows", ", ".join(f"{count:,}" for count in counts))
    tell("refresh of all clocks, every row written", f"{measures.refresh_all():.2f} s")
    everything = measures.refresh_unchanged()
    tell("refresh of all clocks, nothing to change", f"{everything:.2f} s")
    tell("refresh of one child, median of 50", f"{measures.refresh_one() * 1000:.1f} ms")
    for back in (0, 900):
        day = today - timedelta(days=back)
        flags, took = measures.flags(day)
        tell(f"flags as at {day}", f"{flags:,} waits in {took * 1000:.0f} ms")
    loop, children = measures.plain_loop()
    ratio = loop * counts[0] / everything
    tell(f"plain loop over {children} children", f"{loop * 1000:.1f} ms a child")
    tell("plain loop : set-based, no row written", f"{ratio:,.0f} : 1")


def _years(chosen: Namespace, today: date) -> None:
    from tests.bench import measures, years

    facts = years.record(YEARS_AUTHORITY, chosen.children, today)
    tell(f"{chosen.children:,} children, {years.YEARS} years", f"{facts:,} facts")
    tell("refresh of all clocks, every row written", f"{measures.refresh_all():.1f} s")
    tell("refresh of all clocks, nothing to change", f"{measures.refresh_unchanged():.1f} s")
    tell("clock rows", f"{measures.sizes()[2]:,}")
    first, later = measures.refresh_first()
    tell("refresh of one child, first of a connection", f"{first * 1000:.0f} ms")
    tell("refresh of one child, median of 50", f"{later * 1000:.1f} ms")
    for back in (0, 3650):
        day = today - timedelta(days=back)
        flags, took = measures.flags(day)
        tell(f"flags as at {day}", f"{flags:,} waits in {took * 1000:.0f} ms")
    followed, took = measures.curves(YEARS_AUTHORITY, today)
    tell("all waiting curves, 12 months", f"{followed:,} waits in {took * 1000:.0f} ms")
    for waits in (40, 1_500, 15_000):
        tell(f"  the arithmetic of {waits:,}", f"{measures.one_curve(waits) * 1000:.2f} ms")


def _queue(chosen: Namespace, today: date) -> None:
    from tests.bench import measures

    page = measures.queue(QUEUE_AUTHORITY, chosen.open, today)
    tell(f"queue page, {page.children:,} children open", f"{page.seconds * 1000:.0f} ms")
    tell("queue page, queries", str(page.queries))


def _search(chosen: Namespace, today: date) -> None:
    from tests.bench import crowd

    authority = crowd.gather(SEARCH_AUTHORITY, chosen.names, today)
    tell("search page, children to search among", f"{chosen.names:,}")
    for found in crowd.searches(authority, today):
        middle, worst = found.middle * 1000, found.worst * 1000
        tell(f"  {found.what}", f"{middle:.0f} ms, at most {worst:.0f} ms, {found.most:,} found")


def _record(chosen: Namespace, today: date) -> None:
    from tests.bench import record

    long = record.long_record(RECORD_AUTHORITY, today)
    tell(f"a child with {record.YEARS} years of history", f"{long.facts:,} facts")
    for name, role, page in record.pages(long, today):
        tell(f"  {name}, {role}", f"{page.queries} queries, {page.seconds * 1000:.0f} ms")
    written, unwritten = record.audit_of_a_page(long, today)
    cost = (written - unwritten) * 1000
    tell("audit's cost a page", f"{cost:.1f} ms ({written * 1000:.1f}, {unwritten * 1000:.1f})")
    sealed, proved = record.sealing(chosen.events)
    tell(f"sealing {chosen.events:,} events", f"{sealed:.2f} s, proving the chain {proved:.2f} s")


def _pack(chosen: Namespace, today: date) -> None:
    from tests.bench import pack

    meeting = pack.meeting_of(PACK_AUTHORITY, chosen.pack, today)
    for name, page in pack.forms(meeting):
        size = f"{page.bytes / 1024:,.0f} KB"
        tell(f"pack of {meeting.items.count()} children, {name}", f"{page.seconds:.2f} s, {size}")


def _room(chosen: Namespace, today: date) -> None:
    from tests.bench import room

    series = room.group_of(ROOM_AUTHORITY, today)
    meeting = room.meeting_of(series, room.IN_THE_ROOM, today, today)
    client = room.opened(meeting)
    tell("meeting mode, children on the agenda", str(meeting.items.count()))
    for name, asked in room.answers(client, meeting):
        middle, worst = asked.middle * 1000, asked.worst * 1000
        figures = f"{asked.queries} queries, {middle:.0f} ms, at most {worst:.0f} ms"
        tell(f"  {name}", figures)
    pressed = room.keys(client, meeting)
    if pressed is None:
        tell("  a key answered", "not measured: no Chromium")
    else:
        middle, worst = pressed.middle * 1000, pressed.worst * 1000
        figures = f"{middle:.0f} ms, at most {worst:.0f} ms (aim: under 100 ms)"
        tell(f"  a key answered, {room.PRESSES} presses", figures)
    large = room.meeting_of(series, room.IN_THE_PACK, today + timedelta(days=1), today)
    took = room.pack(client, large)
    tell(f"  pack of {large.items.count()} children as a PDF", f"{took:.2f} s (aim: under 10 s)")


def _board(chosen: Namespace, today: date) -> None:
    """Of the council with many years of history; the part that makes it comes before this one."""
    from casetrack.models import Authority
    from oversight.clocks import engine
    from tests.bench import board, measures, years

    if not Authority.objects.filter(code=YEARS_AUTHORITY).exists():
        years.record(YEARS_AUTHORITY, chosen.children, today)
        engine.refresh()
    measures.settle()
    tell("measures, children", f"{chosen.children:,}, {years.YEARS} years")
    client = board.reader(YEARS_AUTHORITY, today)
    for name, opened in board.pages(client):
        tell(f"  {name}", f"{opened.queries} queries, {opened.seconds * 1000:,.0f} ms")
    first, again = board.first_page(client)
    figures = f"{first * 1000:,.0f} ms, again {again * 1000:.0f} ms"
    tell("  scorecard as a server's first page", figures)
    late, everybody = board.counted(YEARS_AUTHORITY, today)
    figures = f"{everybody / late:.1f} : 1 ({everybody * 1000:,.0f} and {late * 1000:,.0f} ms)"
    tell("  counted of all : of those in care of late", figures)
    for name, took in board.pack(YEARS_AUTHORITY, today):
        tell(f"  {name}", f"{took:.2f} s")


PARTS = {
    "returns": _returns,
    "years": _years,
    "board": _board,
    "queue": _queue,
    "search": _search,
    "record": _record,
    "pack": _pack,
    "room": _room,
}


@contextmanager
def timed() -> Iterator[list[float]]:
    took: list[float] = []
    start = perf_counter()
    yield took
    took.append(perf_counter() - start)


def tell(what: str, figure: str) -> None:
    print(f"{what:<44} {figure}", flush=True)


main()
