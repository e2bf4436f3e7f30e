"""Which servers are installed when the first choice is not to be had."""

import pytest

from dev import environment
from dev.trouble import Trouble


@pytest.fixture
def offered(monkeypatch):
    """The names of the files whose packages can be installed."""
    names: set[str] = set()

    def install(name: str) -> str:
        if name not in names:
            raise Trouble(f"{name} cannot be installed")
        return "done"

    monkeypatch.setattr(environment, "install", install)
    return names


def test_the_first_choice_is_taken(offered):
    offered.update({"requirements-laptop", "requirements-laptop-fallback"})
    assert environment.install_servers() == "done"


def test_the_second_is_taken_where_there_is_no_first(offered):
    offered.add("requirements-laptop-fallback")
    assert environment.install_servers() == "done, the second choice"


def test_the_systems_own_does_where_there_is_neither(offered, monkeypatch):
    monkeypatch.setattr(environment.postgres, "installed", lambda: iter(["one"]))
    assert "system" in environment.install_servers()


def test_with_nothing_at_all_the_first_reason_is_given(offered, monkeypatch):
    monkeypatch.setattr(environment.postgres, "installed", lambda: iter([]))
    with pytest.raises(Trouble, match="requirements-laptop cannot"):
        environment.install_servers()
