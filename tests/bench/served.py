"""The site as the demo serves it, for what only a server shows."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from urllib.request import urlopen

STARTED = 5.0
"""Seconds in which a process has started that nobody has asked anything."""


@contextmanager
def started() -> Iterator[str]:
    """Its address on a port that is free, once it has had time to start; no page was asked for."""
    with create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    program = str(Path(sys.executable).parent / "gunicorn")
    command = [program, "casetrack.wsgi", "--bind", f"127.0.0.1:{port}", "--no-control-socket"]
    server = subprocess.Popen([*command, "--threads", "4", "--log-level", "error"])
    try:
        time.sleep(STARTED)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def served() -> Iterator[str]:
    """Its address, once it answers."""
    with started() as address:
        _wait_for(f"{address}/health")
        yield address


def _wait_for(address: str, patience: int = 200) -> None:
    for _ in range(patience):
        try:
            urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")
