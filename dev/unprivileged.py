"""How to run PostgreSQL, which refuses to run as root, when the user is root.

Its own packages solve this by adding a system user and opening every parent folder to the world.
We do neither. In this order: become `nobody`, if that user can reach the files; take another user
id in a namespace of our own, where the files stay root's; copy the programs to a place that
`nobody` can reach and keep the database there too.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from dev.places import CHECKOUT

NOBODY = "nobody"


@dataclass(frozen=True)
class Identity:
    """Who runs the server: a command put before its own, or a user to become."""

    prefix: tuple[str, ...] = ()
    user: int | None = None
    group: int | None = None

    @property
    def owner(self) -> int:
        """The owner that the server's files must have, seen from here."""
        return os.getuid() if self.user is None else self.user

    def options(self) -> dict[str, object]:
        if self.user is None:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def give(self, folder: Path) -> None:
        """Hand a folder, not what is in it, to this identity."""
        folder.chmod(0o700)
        if self.user is not None:
            os.chown(folder, self.user, self.group if self.group is not None else -1)

    def can_run(self, program: Path, folder: Path) -> bool:
        """Tried, not guessed from permission bits: namespaces and mounts have the last word."""
        try:
            for command in ([str(program), "--version"], ["/usr/bin/test", "-x", str(folder)]):
                subprocess.run(
                    [*self.prefix, *command],
                    cwd="/",
                    check=True,
                    stdin=subprocess.DEVNULL,
                    capture_output=True,
                    **self.options(),
                )
        except (OSError, subprocess.SubprocessError):
            return False
        return True


def nobody() -> Identity | None:
    try:
        entry = pwd.getpwnam(NOBODY)
    except KeyError:
        return None
    return Identity(user=entry.pw_uid, group=entry.pw_gid)


def namespaced() -> Identity | None:
    unshare = shutil.which("unshare")
    return Identity(prefix=(unshare, "-U", "--map-user=1000")) if unshare else None


def identities() -> list[Identity]:
    """Those to try, best first."""
    if os.getuid() != 0:
        return [Identity()]
    return [identity for identity in (nobody(), namespaced()) if identity]


def outside_home() -> Path:
    """A folder that `nobody` can reach, for programs and data, when the checkout is not."""
    folder = Path("/var/tmp") / f"casetrack-{CHECKOUT}"
    folder.mkdir(mode=0o755, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != 0:
        raise PermissionError(f"{folder} belongs to somebody else")
    return folder
