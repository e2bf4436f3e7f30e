"""Work is skipped while its inputs are unchanged, and failures are one line."""

import sys

import pytest

from dev import steps
from dev.trouble import Trouble


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr(steps, "STAMPS", tmp_path / "stamps")
    monkeypatch.setattr(steps, "LOGS", tmp_path / "logs")


@pytest.fixture
def work():
    done = []
    return lambda: done.append(1), done


def test_the_second_time_nothing_is_done(tmp_path, work):
    act, done = work
    source = tmp_path / "input"
    source.write_text("a")
    assert steps.unless_unchanged("x", [source], act) == "done"
    assert steps.unless_unchanged("x", [source], act) == "unchanged"
    source.write_text("b")
    assert steps.unless_unchanged("x", [source], act) == "done"
    assert len(done) == 2


def test_a_lost_product_is_made_again(tmp_path, work):
    act, done = work
    product = tmp_path / "product"
    product.touch()
    steps.unless_unchanged("x", ["a"], act, product)
    product.unlink()
    assert steps.unless_unchanged("x", ["a"], act, product) == "done"


def test_work_that_fails_is_tried_again():
    def fail():
        raise Trouble("no")

    with pytest.raises(Trouble):
        steps.unless_unchanged("x", ["a"], fail)
    assert steps.unless_unchanged("x", ["a"], lambda: None) == "done"


def test_a_failed_command_says_where_to_look(tmp_path):
    with pytest.raises(Trouble, match=r"It broke\. The reason is at the end of .*setup\.log"):
        steps.run([sys.executable, "-c", "raise SystemExit('because')"], "It broke.")
    assert "because" in (tmp_path / "logs" / "setup.log").read_text()


def test_no_network_is_said_in_one_line():
    code = "raise SystemExit('Temporary failure in name resolution')"
    with pytest.raises(Trouble, match="is there a network"):
        steps.run([sys.executable, "-c", code], "Not installed.")


def test_progress_is_told_step_by_step(capsys):
    told = steps.Steps(2)
    told.step("One", lambda: "unchanged")
    with pytest.raises(Trouble):
        told.step("Two", lambda: (_ for _ in ()).throw(Trouble("no")))
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("  1/2  One") and first.endswith("unchanged")
    assert second.startswith("  2/2  Two") and second.endswith("failed")
