"""The embedded PostgreSQL survives what laptops do to it."""

import os
import shutil
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from dev import postgres
from dev.trouble import Trouble


@pytest.fixture(scope="module")
def cluster() -> Iterator[postgres.Server]:
    """A second cluster beside the one that the suite runs on."""
    ours = postgres.server()
    data = ours.data.with_name(f"test-cluster-{os.getpid()}")
    second = replace(ours, data=data, name=f"test{os.getpid()}-")
    yield second
    for folder in (data, second.sockets):
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def server(cluster) -> Iterator[postgres.Server]:
    yield cluster
    cluster.stop()


def answer(server: postgres.Server, query: str) -> object:
    with psycopg.connect(server.url(), autocommit=True) as connection:
        row = connection.execute(query).fetchone()
        return row and row[0]


def test_it_is_made_started_and_stopped_once_each(server):
    assert not server.is_running()
    assert server.start() is True
    assert server.start() is False
    assert answer(server, "SELECT current_database()") == "casetrack"
    assert server.stop() is True
    assert server.stop() is False
    assert not server.is_running()


def test_it_listens_to_nobody_else(server):
    server.start()
    assert answer(server, "SHOW listen_addresses") == ""
    assert server.sockets.stat().st_mode & 0o077 == 0


def test_names_change_case_and_sort_by_unicode(server):
    server.start()
    assert answer(server, "SELECT upper('zoë ōtani')") == "ZOË ŌTANI"


def test_the_extensions_that_the_tables_need_are_there(server):
    server.start()
    query = "SELECT count(*) FROM pg_available_extensions WHERE name = ANY(%s)"
    with psycopg.connect(server.url()) as connection:
        found = connection.execute(query, [["btree_gist", "pg_trgm", "unaccent"]]).fetchone()
    assert found == (3,)


def test_a_killed_server_starts_again_with_all_that_was_committed(server):
    server.start()
    with psycopg.connect(server.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS n")
    killed = int((server.data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(killed, signal.SIGKILL)
    assert postgres._wait(lambda: not server.is_running())
    assert server.start() is True
    assert answer(server, "SELECT n FROM kept") == 1


def test_it_counts_its_other_clients(server):
    server.start()
    assert server.others_connected() == 0
    with psycopg.connect(server.url()):
        assert server.others_connected() == 1


def test_a_stale_lock_file_never_gets_a_stranger_stopped(server):
    server.start()
    server.stop()
    lock = server.data / "postmaster.pid"
    lock.write_text(f"{os.getpid()}\n{server.data}\n")
    assert server.stop() is False  # and this process is still here to say so
    lock.unlink()


def test_where_nothing_is_installed_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(postgres, "installed", lambda: iter(()))
    with pytest.raises(Trouble, match="make setup"):
        postgres.server()


def test_programs_that_do_not_run_are_passed_over(monkeypatch, tmp_path):
    broken = tmp_path / "postgres"
    broken.write_text("not a program")
    broken.chmod(0o755)
    good = postgres.server().programs
    found = [postgres.Programs("broken", tmp_path), good]
    monkeypatch.setattr(postgres, "installed", lambda: iter(found))
    assert postgres.server().programs == good


def test_a_named_folder_of_programs_is_the_only_one_looked_at(monkeypatch):
    monkeypatch.setenv("CASETRACK_POSTGRES", "/nowhere/bin")
    assert [programs.folder for programs in postgres.installed()] == [Path("/nowhere/bin")]
