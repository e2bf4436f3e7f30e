"""The demo's supervisor: one clear line in the way, and nothing left behind."""

import os
import signal
import socket
import subprocess
import sys
import time

import pytest

from dev import children, serving
from dev.trouble import Trouble

SLEEP = [sys.executable, "-c", "import time; time.sleep(600)"]


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(children, "RECORD", tmp_path / "demo.json")
    monkeypatch.setattr(serving, "LOGS", tmp_path)


@pytest.fixture
def supervisor():
    made = serving.Supervisor(dict(os.environ) | {"SITE_ADDRESS": "http://127.0.0.1:8000"})
    yield made
    made.end()
    for child in made.running.values():
        child.wait()


def test_a_port_in_use_is_named_with_another_to_try(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(Trouble, match=f"Port {port} is in use; try `make demo PORT="):
            serving._free_port()


@pytest.mark.parametrize("written", ["eighty", "0", "70000", ""])
def test_a_port_that_is_none_is_refused(monkeypatch, written):
    monkeypatch.setenv("PORT", written)
    with pytest.raises(Trouble, match="must be a number"):
        serving._free_port()


def test_what_was_started_is_remembered_and_ended(supervisor):
    supervisor.start("web", SLEEP)
    assert children.recorded()["web"] == supervisor.running["web"].pid
    supervisor.end()
    assert supervisor.running["web"].returncode is not None
    assert not children.RECORD.exists()


def test_a_child_that_dies_is_started_again_but_not_for_ever(supervisor, capsys):
    supervisor.start("web", [sys.executable, "-c", "pass"])
    with pytest.raises(Trouble, match="again and again"):
        supervisor.watch()
    assert capsys.readouterr().out.count("starting it again") == serving.RESTARTS


def test_a_child_that_never_gets_ready_is_told_with_its_log(supervisor):
    supervisor.start("web", [sys.executable, "-c", "pass"])
    with pytest.raises(Trouble, match=r"web\.log"):
        supervisor.ready("web", lambda: False)


def test_what_a_killed_supervisor_left_is_ended_by_the_next(supervisor):
    supervisor.start("web", SLEEP)
    left = supervisor.running.pop("web")
    children.record({"web": left.pid}, "http://127.0.0.1:8000")
    assert children.end_recorded() is True
    assert left.wait(5) == -signal.SIGTERM
    assert children.end_recorded() is False


def test_a_number_given_to_another_process_since_is_left_alone(supervisor):
    stranger = subprocess.Popen(SLEEP)
    children.record({"web": stranger.pid}, "http://127.0.0.1:8000")
    record = children.RECORD.read_text()
    children.RECORD.write_text(record.replace(str(children.started(stranger.pid)), "1"))
    assert children.end_recorded() is False
    time.sleep(0.1)
    assert stranger.poll() is None
    stranger.kill()
    stranger.wait()
