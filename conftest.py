"""The whole suite: real PostgreSQL, no network, every warning an error.

What has to happen before Django reads its settings is in dev/testing.py.
"""

import gc
import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from django.db.backends.postgresql.operations import DatabaseOperations
from django.middleware import csrf
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent
MOST_PROCESSES = 8
HINT = "no Chromium found (Debian: apt install chromium; elsewhere set CHROMIUM to its path)"

settings.register_profile(
    "laptop", max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "ci", settings.get_profile("laptop"), max_examples=60, derandomize=True, print_blob=True
)
settings.load_profile("ci" if os.environ.get("CI") else "laptop")


@pytest.fixture(autouse=True, scope="session")
def emptying_between_tests() -> Iterator[None]:
    """Tests that commit are followed by emptying all tables, which the audit's refuse.

    Few tables have rows: to delete those takes a fraction of the time of a TRUNCATE of all of them.
    """
    emptied, truncated = DatabaseOperations.execute_sql_flush, DatabaseOperations.sql_flush

    def flush(self: DatabaseOperations, statements: list[str]) -> None:
        unguarded = ["SET LOCAL session_replication_role = replica", *statements]
        emptied(self, unguarded)

    def delete(self: Any, style: Any, tables: list[str], **how: Any) -> list[str]:
        if how.get("reset_sequences"):
            return truncated(self, style, tables, **how)
        filled = [
            f"SELECT {n} WHERE EXISTS (SELECT FROM {self.quote_name(table)})"
            for n, table in enumerate(tables)
        ]
        with self.connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(filled))
            return [f"DELETE FROM {self.quote_name(tables[n])}" for (n,) in cursor.fetchall()]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush)
        patch.setattr(DatabaseOperations, "sql_flush", delete)
        yield


@pytest.fixture(autouse=True, scope="session")
def tokens_that_say_nothing() -> Iterator[None]:
    """A form's token is drawn by chance, and now and then would hold the "L7" that a test says is
    not on the page.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csrf, "CSRF_ALLOWED_CHARS", "q")
        yield


def chromium_path() -> str | None:
    return shutil.which(os.environ.get("CHROMIUM") or "chromium")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser that journeys drive: never one that a test tool has downloaded."""
    # Playwright keeps an event loop running, and Django would take our plain calls for async ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = chromium_path()
    assert path, HINT
    return path


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """`make test` takes every core for the whole suite; for a part, starting them would not pay."""
    chosen = config.option.keyword or config.args_source != pytest.Config.ArgsSource.TESTPATHS
    return 0 if chosen else min(os.cpu_count() or 1, MOST_PROCESSES)


class OneByOne(LoadScopeScheduling):
    """Each test goes to whichever process is free, but one process runs all tests of a file in
    which something is made once for all of them.
    """

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return path if _makes_once(path) else nodeid


@cache
def _makes_once(path: str) -> bool:
    return 'scope="module"' in (ROOT / path).read_text()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadScopeScheduling | None:
    return OneByOne(config, log) if config.option.dist == "load" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last, and only where there is a browser."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is not None)
    if chromium_path() is None:
        for item in items:
            if item.get_closest_marker("journey"):
                item.add_marker(pytest.mark.skip(reason=HINT))


def pytest_collection_finish() -> None:
    """What is there by now stays: to look through it for what could go, again and again, takes a
    tenth of the time of the suite.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    journeys = sum("journey" in report.keywords for report in skipped)
    if journeys:
        terminalreporter.write_line(f"{journeys} browser journeys skipped: {HINT}", yellow=True)


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where journeys are required, a run without them has failed."""
    in_a_part = hasattr(session.config, "workerinput")
    if os.environ.get("JOURNEYS") != "required" or exitstatus or in_a_part:
        return
    reporter = session.config.pluginmanager.getplugin("terminalreporter")
    passed = [report for report in reporter.stats.get("passed", []) if "journey" in report.keywords]
    skipped = [
        report for report in reporter.stats.get("skipped", []) if "journey" in report.keywords
    ]
    if skipped or not passed:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
