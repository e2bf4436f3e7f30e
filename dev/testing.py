"""What pytest must have before Django reads its settings: a running PostgreSQL and test mode.

Loaded by `-p dev.testing` in pyproject.toml, because a conftest.py comes too late for that. Each
run takes a test database of its own, so that two runs in one checkout do not drop each other's.
"""

import fcntl
import os
import sys
from typing import IO

from dev import laptop
from dev.places import LOCAL
from dev.trouble import Trouble

SLOTS = 20
# Held open, and so locked, until the run ends, however it ends.
_held: list[IO[str]] = []


def _prepare() -> None:
    os.environ["CASETRACK_MODE"] = "test"
    try:
        laptop.prepare()
    except Trouble as trouble:
        sys.exit(str(trouble))
    os.environ.setdefault("TEST_DATABASE", f"test_casetrack_{_free_slot()}")


def _free_slot() -> int:
    folder = LOCAL / "test-databases"
    folder.mkdir(parents=True, exist_ok=True)
    for slot in range(1, SLOTS + 1):
        lock = (folder / str(slot)).open("w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.close()
            continue
        _held.append(lock)
        return slot
    sys.exit(f"{SLOTS} test runs are going on in this checkout already.")


_prepare()
