"""The server is killed in the middle of a meeting and started again: nothing lost or doubled."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from permanence.models import Decision
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.test_room import PROJECTOR
from tests.sittings import sitting

pytestmark = pytest.mark.journey
ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60
Start = Callable[[], subprocess.Popen[bytes]]


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number: int = free.getsockname()[1]
        return number


@pytest.fixture
def start(port: int, transactional_db: None, tmp_path: Path) -> Iterator[Start]:
    """Starts a server process of its own on the database of this test, with the files of pages."""
    call_command("collectstatic", interactive=False, verbosity=0)
    own = {"dbname": connection.settings_dict["NAME"]}
    address = make_conninfo(**conninfo_to_dict(settings.DATABASE_URL) | own)
    started: list[subprocess.Popen[bytes]] = []
    log = (tmp_path / "server.log").open("wb")

    def run() -> subprocess.Popen[bytes]:
        command = [sys.executable, "manage.py", "runserver", str(port), "--noreload", "--nostatic"]
        environment = os.environ | {"DATABASE_URL": address}
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        started.append(server)
        _wait_for(f"http://127.0.0.1:{port}/health", tmp_path)
        return server

    yield run
    for server in started:
        server.kill()
        server.wait()
    log.close()


def _wait_for(address: str, tmp_path: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError((tmp_path / "server.log").read_text()[-2000:])


@pytest.mark.unconnected
def test_killed_and_started_again(cast: Cast, visit: Visit, start: Start, port: int) -> None:
    meeting = sitting(cast, cast.amara, cast.tomas, on=timezone.localdate())
    server = start()
    address = f"http://localhost:{port}"
    room = f"{address}{reverse('meeting-room', args=[meeting.uuid])}"
    page = visit(cast.chair, room, viewport=PROJECTOR)
    recorded = page.locator(".is-shown [data-recorded]")
    for key in ("d", "e", "Enter"):
        page.keyboard.press(key)
    expect(recorded).to_contain_text("Endorse the plan", timeout=8000)

    page.keyboard.press("n")
    page.keyboard.press("d")
    page.keyboard.press("n")
    page.keyboard.type("The foster carers wou")
    server.kill()
    server.wait()
    page.keyboard.type("ld keep both.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#unsent")).to_contain_text("1 entry is kept here", timeout=8000)
    page.keyboard.press("p")
    page.keyboard.press("a")
    page.keyboard.type("Book the panel.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#unsent")).to_contain_text("2 entries are kept here", timeout=8000)
    assert Decision.objects.count() == 1

    start()
    expect(page.locator("#unsent")).to_be_hidden(timeout=15_000)
    expect(recorded).to_contain_text("Book the panel.")
    page.keyboard.press("n")
    expect(recorded).to_contain_text("The foster carers would keep both.")
    assert list(Decision.objects.values_list("kind", flat=True)) == ["endorse", "noted", "action"]
