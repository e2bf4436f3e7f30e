"""Where the laptop's files live: all in one git-ignored folder, but for the sockets."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from dev.trouble import Trouble

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCAL = ROOT / ".local"
LOGS = LOCAL / "logs"
STAMPS = LOCAL / "stamps"

# Names everything of this checkout that has to live outside it.
CHECKOUT = hashlib.sha256(str(ROOT).encode()).hexdigest()[:10]


def installed_wheels(package: str) -> list[Path]:
    """The package's folder in the virtual environment, also when another Python asks."""
    return sorted(VENV.glob(f"lib/python3.*/site-packages/{package}"))


def socket_folder(name: str, owner: int | None = None) -> Path:
    """A short private folder for one server's socket.

    A socket's path may have about 100 characters, which a checkout deep in a home folder exceeds,
    so sockets live under the system's temporary folder. Others may write there too: a folder that
    somebody else has put in our place is refused.
    """
    owner = os.getuid() if owner is None else owner
    folder = Path(temporary_folder()) / f"casetrack-{CHECKOUT}-{os.getuid()}-{name}"
    try:
        folder.mkdir(mode=0o700)
        os.chown(folder, owner, -1)
    except FileExistsError:
        _claim(folder, owner)
    return folder


def _claim(folder: Path, owner: int) -> None:
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.getuid()):
        raise Trouble(f"{folder} belongs to somebody else. Remove it and try again.")
    if found.st_uid != owner:
        os.chown(folder, owner, -1)
    folder.chmod(0o700)


def temporary_folder() -> str:
    """The system's own, if its name is short enough for a socket."""
    chosen = tempfile.gettempdir()
    return chosen if len(chosen) <= 40 else "/tmp"
