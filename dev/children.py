"""The processes that the demo runs: remembered on disk, so that none can be left behind."""

import json
import os
import signal
import time
from pathlib import Path

from dev.places import LOCAL

RECORD = LOCAL / "demo.json"


def record(processes: dict[str, int], address: str) -> None:
    kept = {name: [process, started(process)] for name, process in processes.items()}
    RECORD.write_text(json.dumps({"address": address, "processes": kept}))


def recorded() -> dict[str, int]:
    """Those still living. A number that another process has since been given does not count."""
    try:
        kept = json.loads(RECORD.read_text())["processes"]
    except (OSError, ValueError, KeyError):
        return {}
    return {name: number for name, (number, began) in kept.items() if began == started(number) != 0}


def address() -> str:
    return json.loads(RECORD.read_text())["address"]


def started(process: int) -> int:
    """When a process began, in the kernel's own count; 0 for one that is dead or unknown."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        return 0 if fields[0] == "Z" else int(fields[19])
    except (OSError, IndexError):
        return _started_without_proc(process)


def _started_without_proc(process: int) -> int:
    if Path("/proc/self").exists():
        return 0
    try:
        os.kill(process, 0)
    except OSError:
        return 0
    return 1


def end_recorded(patience: float = 20) -> bool:
    """End what a demo started here has left: its supervisor first, which ends the others."""
    if not recorded():
        RECORD.unlink(missing_ok=True)
        return False
    for number in recorded().values():
        _signal(number, signal.SIGTERM)
    deadline = time.monotonic() + patience
    while recorded() and time.monotonic() < deadline:
        time.sleep(0.05)
    for number in recorded().values():
        _signal(number, signal.SIGKILL)
    RECORD.unlink(missing_ok=True)
    return True


def _signal(process: int, number: int) -> None:
    try:
        os.kill(process, number)
    except ProcessLookupError:
        return
