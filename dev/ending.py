"""`make stop` and `make clean`."""

import shutil
from pathlib import Path

from dev import children, postgres
from dev.places import CHECKOUT, LOCAL, VENV, temporary_folder
from dev.steps import say
from dev.trouble import Trouble


def stop() -> int:
    stopped = ["the demo"] if children.end_recorded() else []
    if _stop_database():
        stopped.append("PostgreSQL")
    say(f"Stopped {' and '.join(stopped)}." if stopped else "Nothing was running.")
    return 0


def clean() -> int:
    """Everything that make has written, the demo's records with it."""
    stop()
    sockets = Path(temporary_folder()).glob(f"casetrack-{CHECKOUT}-*")
    for folder in (LOCAL, VENV, Path("/var/tmp") / f"casetrack-{CHECKOUT}", *sockets):
        shutil.rmtree(folder, ignore_errors=True)
    say("Removed .venv and .local, the demo's database included.")
    return 0


def _stop_database() -> bool:
    try:
        return postgres.server().stop()
    except Trouble:
        return False  # nothing installed that could run
