"""The published cs-demand-model 0.5.1, in an environment of its own, on files of ours.

Its forecast of everybody leaves out the columns of children who have left, which it keeps adding
to; that is the reading kindest to it.
"""

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from dev.environment import EXACTLY, PIP
from dev.places import LOCAL
from dev.steps import run, unless_unchanged
from oversight.indicators.forecast.histories import Histories
from tests.bench_forecast import returns

HERE = Path(__file__).parent
PLACE = LOCAL / "cs-demand-model"
PYTHON = PLACE / "bin" / "python"
PACKAGES = HERE / "requirements-cs-demand-model.txt"
WINDOWS = (6, 24)
"""Months that its rates are made of: six as its command line does, and as many as ours."""

Forecast = dict[int, dict[str, float]]
"""By months ahead the children in each of its categories."""


def install() -> None:
    """Raises Trouble where it cannot be had."""
    unless_unchanged("cs-demand-model", [PACKAGES], _install, product=PYTHON)


def _install() -> None:
    base = getattr(sys, "_base_executable", sys.executable)
    run([base, "-m", "venv", "--clear", PLACE], "Its environment cannot be made.")
    run([PYTHON, *PIP, *EXACTLY, "-r", PACKAGES], "cs-demand-model cannot be installed.")


def forecasts(histories: Histories, origins: list[date]) -> list[dict[int, Forecast]]:
    """For each origin, by window, what it says of files that end there."""
    with tempfile.TemporaryDirectory() as made:
        folders = [Path(made) / origin.isoformat() for origin in origins]
        for origin, folder in zip(origins, folders, strict=True):
            folder.mkdir()
            returns.write(histories, origin, folder)
        command = [PYTHON, "-W", "ignore", HERE / "cs_demand_worker.py", *folders]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
    return [
        {
            int(window): {int(ahead): by_category for ahead, by_category in months.items()}
            for window, months in each.items()
        }
        for each in json.loads(done.stdout)
    ]
