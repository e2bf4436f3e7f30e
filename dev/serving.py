"""`make demo`: prepares everything, then runs broker, web, worker and beat until Ctrl-C.

One supervisor with four children. A child that ends by itself is started again, a few times; what
is started here is stopped here, the database too unless somebody else uses it.
"""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

from dev import broker, children, laptop, postgres, preparing
from dev.places import LOGS, PYTHON, ROOT
from dev.steps import say
from dev.trouble import Trouble

RESTARTS = 3
PATIENCE_SECONDS = 60


class Supervisor:
    """Starts its children in the order given, and ends them in the opposite one."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.commands: dict[str, list[str]] = {}
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.restarts: dict[str, int] = {}

    def start(self, name: str, command: list[str]) -> None:
        self.commands[name] = command
        LOGS.mkdir(parents=True, exist_ok=True)
        with (LOGS / f"{name}.log").open("ab") as log:
            # A session of its own, or Ctrl-C would reach it before we can end things in order.
            self.running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._record()

    def watch(self) -> None:
        """Until a signal raises KeyboardInterrupt, or a child cannot be kept alive."""
        while True:
            for name, child in list(self.running.items()):
                if child.poll() is not None:
                    self._again(name)
            time.sleep(0.5)

    def ready(self, name: str, is_ready: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not is_ready():
            if self.running[name].poll() is not None or time.monotonic() > deadline:
                raise Trouble(f"The {name} process does not start; see {LOGS / name}.log.")
            time.sleep(0.1)

    def end(self) -> None:
        for child in reversed(self.running.values()):
            if child.poll() is None:
                child.terminate()
        deadline = time.monotonic() + 15
        for child in reversed(self.running.values()):
            try:
                child.wait(max(deadline - time.monotonic(), 0.1))
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        children.RECORD.unlink(missing_ok=True)

    def _again(self, name: str) -> None:
        self.restarts[name] = self.restarts.get(name, 0) + 1
        if self.restarts[name] > RESTARTS:
            raise Trouble(f"The {name} process ends again and again; see {LOGS / name}.log.")
        say(f"The {name} process ended; starting it again.")
        self.start(name, self.commands[name])

    def _record(self) -> None:
        processes = {name: child.pid for name, child in self.running.items()}
        children.record({"supervisor": os.getpid()} | processes, self.environment["SITE_ADDRESS"])


def demo() -> int:
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _interrupt)
    if _already_running():
        say(f"The demo is running already: {children.address()} (make stop ends it).")
        return 0
    children.end_recorded()
    port = _free_port()
    had_database = "DATABASE_URL" in os.environ or _database_runs()
    supervisor = Supervisor({})
    try:
        say("Preparing Casetrack")
        preparing.take(preparing.steps(for_developers=False))
        supervisor.environment = preparing.environment_of_commands()
        _serve(supervisor, port)
        supervisor.watch()
    except KeyboardInterrupt:
        say("\nStopping.")
    finally:
        supervisor.end()
        if not had_database:
            _stop_database()
    say("Stopped. `make demo` goes on where you left off.")
    return 0


def _serve(supervisor: Supervisor, port: int) -> None:
    programs = Path(PYTHON).parent
    message_server = broker.command()
    if message_server:
        broker.socket_path().unlink(missing_ok=True)
        supervisor.start("broker", message_server)
        supervisor.ready("broker", broker.socket_path().exists)
    size = ["--workers", "2", "--threads", "4", "--no-control-socket"]
    web = [str(programs / "gunicorn"), "casetrack.wsgi", "--bind", f"127.0.0.1:{port}", *size]
    supervisor.start("web", web)
    celery = [str(programs / "celery"), "-A", "casetrack"]
    supervisor.start("worker", [*celery, "worker", "--concurrency", "1", "--hostname", "demo@%h"])
    supervisor.start("beat", [*celery, "beat"])
    supervisor.ready("web", lambda: _answers(f"http://127.0.0.1:{port}/health"))
    say(f"\nCasetrack is at {laptop.address()}\n")
    say(preparing.manage("demo_sign_ins").strip())
    say("\nCtrl-C stops it (or `make stop` elsewhere); logs are in .local/logs.")


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status < 500
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False


def _already_running() -> bool:
    return "supervisor" in children.recorded()


def _free_port() -> int:
    written = os.environ.get("PORT", "8000")
    if not written.isdigit() or not 0 < int(written) < 65536:
        raise Trouble(f"PORT is {written!r}; it must be a number, such as 8000.")
    with socket.socket() as probe:
        # As the web server does: a port that only waits for old connections to die is free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(written)))
        except PermissionError:
            raise Trouble(f"Port {written} is for root only; try `make demo PORT=8000`.") from None
        except OSError:
            other = int(written) + 1
            raise Trouble(f"Port {written} is in use; try `make demo PORT={other}`.") from None
    return int(written)


def _database_runs() -> bool:
    try:
        return postgres.server().is_running()
    except Trouble:
        return False  # not installed yet


def _stop_database() -> None:
    try:
        server = postgres.server()
    except Trouble:
        return
    if server.is_running() and server.others_connected():
        say("PostgreSQL goes on, because something else uses it; `make stop` ends it.")
        return
    server.stop()


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
