import argparse
import resource
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from tests.bench.database import fresh_database

AUTHORITY = "BENCH"
QUEUE_AUTHORITY = "QUEUE"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--children", type=int, default=20_000, help="children in the returns")
    parser.add_argument("--open", type=int, default=2_500, help="children in care in the queue")
    chosen = parser.parse_args()
    with fresh_database("casetrack_bench"):
        import django

        django.setup()
        from tests.bench import measures

        today = date.today()
        with tempfile.TemporaryDirectory() as folder:
            made = measures.written(Path(folder), chosen.children, today)
            _import(Path(folder), made.rows)
        _clocks(measures, today)
        _queue(measures, chosen.open, today)


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


def _clocks(measures, today: date) -> None:
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


def _queue(measures, children: int, today: date) -> None:
    page = measures.queue(QUEUE_AUTHORITY, children, today)
    tell(f"queue page, {page.children:,} children open", f"{page.seconds * 1000:.0f} ms")
    tell("queue page, queries", str(page.queries))


@contextmanager
def timed():
    from time import perf_counter

    took: list[float] = []
    start = perf_counter()
    yield took
    took.append(perf_counter() - start)


def tell(what: str, figure: str) -> None:
    print(f"{what:<44} {figure}", flush=True)


main()
