"""What pytest must have before Django reads its settings: a running PostgreSQL and test mode.

Loaded by `-p dev.testing` in pyproject.toml, because a conftest.py comes too late for that. Each
run takes a test database of its own, so that two runs in one checkout do not drop each other's. It
is copied from one that is migrated once and kept until a migration changes.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO

import psycopg
from psycopg import sql

from dev import laptop
from dev.places import LOCAL, PYTHON, ROOT
from dev.trouble import Trouble

SLOTS = 20
LOCKS = LOCAL / "test-databases"
TEMPLATE = "template_casetrack_"
# Held open, and so locked, until the run ends, however it ends.
_held: list[IO[str]] = []


def _prepare() -> None:
    os.environ["CASETRACK_MODE"] = "test"
    # Where nothing was collected yet, the static files' middleware would warn of it.
    (LOCAL / "static").mkdir(parents=True, exist_ok=True)
    try:
        laptop.prepare()
        if "TEST_DATABASE" not in os.environ:
            LOCKS.mkdir(parents=True, exist_ok=True)
            os.environ["TEST_TEMPLATE"] = _migrated_template()
            os.environ["TEST_DATABASE"] = f"test_casetrack_{_free_slot()}"
    except Trouble as trouble:
        sys.exit(str(trouble))


def _free_slot() -> int:
    for slot in range(1, SLOTS + 1):
        lock = (LOCKS / str(slot)).open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            continue
        _held.append(lock)
        return slot
    raise Trouble(f"{SLOTS} test runs are going on in this checkout already.")


def _migrated_template() -> str:
    """The name of a database that holds just what the migrations make."""
    name = f"{TEMPLATE}{_fingerprint()}"
    with _one_at_a_time(), psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        rows = server.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [TEMPLATE]
        )
        found = {row[0] for row in rows}
        if name not in found:
            for old in [*found, f"making_{name}"]:
                # One that another run is copying at this moment is dropped another time.
                with suppress(psycopg.errors.ObjectInUse):
                    _execute(server, "DROP DATABASE IF EXISTS {}", old)
            _execute(server, "CREATE DATABASE {}", f"making_{name}")
            _migrate(f"making_{name}")
            _execute(server, "ALTER DATABASE {} RENAME TO {}", f"making_{name}", name)
    return name


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in [*sorted(ROOT.glob("*/migrations/*.py")), ROOT / "requirements.txt"]:
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _migrate(database: str) -> None:
    parts = psycopg.conninfo.conninfo_to_dict(os.environ["DATABASE_URL"])
    url = psycopg.conninfo.make_conninfo(**parts | {"dbname": database})
    done = subprocess.run(
        [PYTHON, "manage.py", "migrate", "--no-input"],
        cwd=ROOT,
        env=dict(os.environ) | {"DATABASE_URL": url},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Trouble(f"The migrations fail:\n{done.stderr}")


def _execute(server: "psycopg.Connection[tuple[str]]", statement: str, *names: str) -> None:
    server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with (LOCKS / "template").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


_prepare()
