"""`make requirements`: resolves requirements*.in into exact versions with their hashes.

For any platform, so that a lock made on one machine installs on another. The resolver itself is
fetched for the moment only.
"""

import subprocess
import sys

from dev.places import LOCAL, ROOT
from dev.steps import run, say

FILES = (
    "requirements",
    "requirements-dev",
    "requirements-laptop",
    "requirements-laptop-fallback",
    "requirements-build",
)
HEADER = "# Exact versions and hashes of {name}.in, made by `make requirements`: edit that file.\n"
OPTIONS = ("--generate-hashes", "--universal", "--python-version", "3.11", "--no-header")


def pin() -> int:
    place = LOCAL / "uv"
    run([sys.executable, "-m", "venv", place], "The resolver cannot be installed.")
    run([place / "bin/pip", "install", "--quiet", "uv"], "The resolver cannot be installed.")
    for name in FILES:
        target = ROOT / f"{name}.txt"
        command = [place / "bin/uv", "pip", "compile", "--quiet", "--no-annotate", *OPTIONS]
        # Versions already pinned stay, unless the .in file asks for others.
        subprocess.run([*command, f"{name}.in", "-o", target], cwd=ROOT, check=True)
        target.write_text(HEADER.format(name=name) + target.read_text())
        say(f"  {target.name}")
    return 0
