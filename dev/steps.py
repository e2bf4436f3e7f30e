"""Progress told step by step, and steps skipped whose inputs have not changed."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dev.places import LOGS, ROOT, STAMPS
from dev.trouble import Trouble

OFFLINE = (
    "network is unreachable",
    "temporary failure in name resolution",
    "name or service not known",
    "failed to establish a new connection",
    "enotfound",
    "eai_again",
    "econnrefused",
    "enetunreach",
    "etimedout",
)


class Steps:
    """Numbers the steps of one command and says how each went."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.began = time.monotonic()

    def step(self, title: str, work: Callable[[], str | None]) -> None:
        self.done += 1
        print(f"  {self.done}/{self.total}  {title:<28} ", end="", flush=True)
        began = time.monotonic()
        try:
            note = work()
        except BaseException:
            print("failed", flush=True)
            raise
        seconds = time.monotonic() - began
        print(f"{note or 'done'}{f' ({seconds:.0f} s)' if seconds >= 1 else ''}", flush=True)


def unless_unchanged(
    name: str, inputs: Iterable[Path | str], work: Callable[[], object], product: Path | None = None
) -> str:
    """Do the work if its inputs differ from last time, or if what it made is gone."""
    stamp = STAMPS / name
    fingerprint = _fingerprint(inputs)
    made = product is None or os.path.exists(product)  # False also if another user's
    if made and stamp.exists() and stamp.read_text() == fingerprint:
        return "unchanged"
    stamp.unlink(missing_ok=True)
    work()
    STAMPS.mkdir(parents=True, exist_ok=True)
    stamp.write_text(fingerprint)
    return "done"


def _fingerprint(inputs: Iterable[Path | str]) -> str:
    digest = hashlib.sha256()
    for item in inputs:
        digest.update(f"{item}\0".encode())
        if isinstance(item, Path):
            digest.update(item.read_bytes())
    return digest.hexdigest()


def run(command: Sequence[str | Path], failure: str, **options: object) -> str:
    """Run quietly, the output kept in a log; a failure is one line that says where to look."""
    LOGS.mkdir(parents=True, exist_ok=True)
    log = LOGS / "setup.log"
    done = subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        **options,
    )
    with log.open("a") as output:
        output.write(f"$ {' '.join(str(word) for word in command)}\n{done.stdout}\n")
    if done.returncode:
        if any(sign in done.stdout.lower() for sign in OFFLINE):
            raise Trouble(f"{failure} The package registry cannot be reached: is there a network?")
        raise Trouble(f"{failure} The reason is at the end of {log}.")
    return done.stdout


def say(line: str = "") -> None:
    print(line, flush=True)


def complain(trouble: Trouble) -> int:
    print(f"\n{trouble}", file=sys.stderr, flush=True)
    return 1
