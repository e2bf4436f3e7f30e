"""Sockets: short enough, private, and in nobody else's folder."""

import os

import pytest

from dev import places
from dev.trouble import Trouble


@pytest.fixture
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "temporary_folder", lambda: str(tmp_path))
    return lambda: places.socket_folder("test")


def test_a_socket_folder_is_private(folder):
    assert folder().stat().st_mode & 0o777 == 0o700


def test_one_left_open_is_closed_again(folder):
    folder().chmod(0o777)
    assert folder().stat().st_mode & 0o777 == 0o700


def test_a_long_temporary_folder_is_not_used(monkeypatch):
    monkeypatch.setattr(places.tempfile, "gettempdir", lambda: "/" + "long/" * 20)
    assert places.temporary_folder() == "/tmp"


def test_somebody_elses_folder_is_refused(folder, monkeypatch):
    made = folder()
    we, others = os.getuid(), os.getuid() + 1
    monkeypatch.setattr(places.os, "getuid", lambda: others)
    made.rename(str(made).replace(f"-{we}-test", f"-{others}-test"))
    with pytest.raises(Trouble, match="somebody else"):
        folder()


def test_a_link_in_our_place_is_refused(folder, tmp_path):
    made = folder()
    made.rmdir()
    os.symlink(tmp_path, made)
    with pytest.raises(Trouble, match="somebody else"):
        folder()
