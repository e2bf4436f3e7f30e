"""The commands: flags and population as at any day, and the check of the clocks."""

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from casetrack.models import Authority, Team, User, Worker
from oversight.clocks.engine import refresh
from oversight.indicators.compute import mark
from oversight.indicators.registry import INDICATORS
from oversight.models import ClockRow, ClockSetting
from tests import timeline
from tests.answered import justified

pytestmark = pytest.mark.django_db

FIELDS = {"child", "clock", "subject", "started_on", "runs_from", "stopped_on", "warn_on", "due_on"}
FIELDS |= {"days", "state", "start_known"}


def said(command: str, *words: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out)
    return out.getvalue()


def flags(day: str, *words: str) -> list[dict]:
    return json.loads(said("flags", "--as-at", day, "--json", *words))


def waiting(history: str, **who) -> None:
    refresh([timeline.child(history, **who).pk])


ORDER = "care 2024-01-01; status E1 2024-03-01; home U4 2024-01-01; decision 2024-02-01"
MATCH = ("--clock", "placement-order-to-match")


def test_a_flag_tells_its_wait_as_at_the_day():
    waiting(ORDER, reference="A7")
    (flag,) = flags("2024-07-01", *MATCH)
    assert flag.keys() == FIELDS
    assert flag == {
        "child": "A7",
        "clock": "placement-order-to-match",
        "subject": "child",
        "started_on": "2024-03-01",
        "runs_from": "2024-03-01",
        "stopped_on": None,
        "warn_on": "2024-05-30",
        "due_on": "2024-06-30",
        "days": 122,
        "state": "red",
        "start_known": True,
    }


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2024-02-29", None),
        ("2024-03-01", "green"),
        ("2024-05-29", "green"),
        ("2024-05-30", "amber"),
        ("2024-06-30", "amber"),
        ("2024-07-01", "red"),
    ],
)
def test_the_state_is_that_of_the_day_asked_for(day, state):
    waiting(ORDER)
    assert [flag["state"] for flag in flags(day, *MATCH)] == ([state] if state else [])
    assert len(flags(day, *MATCH, "--state", "red")) == (state == "red")


def test_an_old_return_turns_nobody_red():
    waiting(ORDER + "; known 2024-03-31")
    (flag,) = flags("2026-11-22", *MATCH)
    assert (flag["state"], flag["days"]) == ("green", 30)


def test_where_people_record_live_the_day_itself_counts():
    waiting(ORDER + "; known 2024-03-31")
    Authority.objects.update(records_live=True)
    (flag,) = flags("2024-08-01", *MATCH)
    assert flag["state"] == "red"


@pytest.mark.parametrize(
    ("day", "state"), [("2024-04-02", "cannot-tell"), ("2024-07-02", "cannot-tell")]
)
def test_a_start_on_or_before_cannot_tell_until_its_limit_has_passed(day, state):
    waiting("care ~2024-03-04; status ~E1 2024-03-04; home U4 2024-03-04")
    assert [flag["state"] for flag in flags(day, *MATCH)] == [state]
    after = date(2024, 3, 4) + timedelta(days=122)
    assert [flag["state"] for flag in flags(str(after), *MATCH)] == ["red"]


def test_a_justified_delay_holds_until_its_day_and_ends_by_itself():
    waiting(ORDER)
    row = ClockRow.objects.get(clock=MATCH[1])
    chair = User.objects.create_user("chair")
    justified(row, on=date(2024, 7, 10), until=date(2024, 9, 1), by=chair)
    states = [flags(day, *MATCH)[0]["state"] for day in ("2024-07-09", "2024-08-31", "2024-09-01")]
    assert states == ["red", "justified", "red"]


def test_an_authority_sets_its_own_limit_for_waits_that_start_from_a_day():
    for started in ("2024-03-01", "2024-05-01"):
        waiting(f"care 2024-01-01; status E1 {started}; home U4 2024-01-01")
    setting = ClockSetting.objects.create(
        authority=timeline.an_authority(),
        clock=MATCH[1],
        starts_on=date(2024, 4, 1),
        limit=60,
        warning=30,
    )
    refresh()
    rows = [(flag["warn_on"], flag["due_on"]) for flag in flags("2024-05-02", *MATCH)]
    assert rows == [("2024-05-30", "2024-06-30"), ("2024-05-31", "2024-06-30")]
    setting.enabled = False
    setting.save()
    refresh()
    assert [flag["started_on"] for flag in flags("2024-05-02", *MATCH)] == ["2024-03-01"]


def test_section_20_runs_for_those_whom_the_authority_switches_on():
    waiting("unaccompanied; care 2024-01-01; status V2 2024-01-01")
    waiting("born 2007-06-01; care 2024-01-01; status V2 2024-01-01")
    section_20 = ("--clock", "section-20-without-plan")
    assert flags("2024-02-01", *section_20) == []
    ClockSetting.objects.create(
        authority=timeline.an_authority(),
        clock="section-20-without-plan",
        starts_on=date(2024, 1, 1),
        options={"unaccompanied": True, "from-sixteen": True},
    )
    refresh()
    assert len(flags("2024-02-01", *section_20)) == 2


def test_population_counts_each_child_once_and_leaves_short_breaks_out():
    timeline.child("care 2024-01-01; status C2 2024-01-01; home U4 2024-01-01")
    timeline.child("care 2024-01-01; status C2 2024-01-01; home P1 2024-01-01")
    timeline.child("care 2024-01-01; status V3 2024-01-01; home U4 2024-01-01")
    timeline.child("care 2024-01-01 .. 2024-02-01; status V2 2024-01-01 .. 2024-02-01")
    told = json.loads(said("population", "--as-at", "2024-01-31", "--json"))
    assert told == {
        "looked_after": 3,
        "by_place": {"": 1, "P1": 1, "U4": 1},
        "by_legal_status": {"C2": 2, "V2": 1},
    }
    told = json.loads(said("population", "--as-at", "2024-02-01", "--json"))
    assert told["looked_after"] == 2


def test_an_authority_that_is_not_there_is_told_with_those_that_are():
    timeline.an_authority()
    with pytest.raises(CommandError, match="no authority with the code NOWHERE.*TEST"):
        said("flags", "--as-at", "2024-01-01", "--authority", "NOWHERE")


def test_without_json_the_commands_speak_in_words():
    waiting(ORDER, reference="A7")
    assert "A7           red          Placement order to match: 122 days" in said(
        "flags", "--as-at", "2024-07-01"
    )
    assert "1 child in care on 2024-07-01" in said("population", "--as-at", "2024-07-01")


def test_verification_finds_a_wrong_row_and_mends_it_when_asked():
    waiting(ORDER)
    assert "as the facts give them" in said("verify_clocks")
    ClockRow.objects.filter(clock=MATCH[1]).update(due_on=date(2030, 1, 1))
    with pytest.raises(CommandError, match="2 rows differ"):
        said("verify_clocks")
    said("verify_clocks", "--mend")
    assert "as the facts give them" in said("verify_clocks")


def counted(day: str, *words: str) -> list[dict]:
    return json.loads(said("indicators", "--as-at", day, "--json", *words))


def test_every_indicator_is_counted_with_the_mark_of_its_definition():
    for history in ("2010-01-01 .. 2010-01-02", "2024-01-01", "2024-03-01 .. 2024-06-10"):
        timeline.child(f"care {history}; status C2 {history}; home P1 {history}")
    (told,) = counted("2024-06-30", "--authority", "TEST")
    assert (told["authority"], told["as_at"]) == ("TEST", "2024-06-30") and told["computed_at"]
    by_code = {each["code"]: each for each in told["indicators"]}
    assert by_code.keys() == INDICATORS.keys()
    share = by_code["placed-with-parents"]
    assert (share["called"], share["number"], share["of"], share["value"]) == (["CP9"], 1, 1, 100.0)
    assert share["definition"] == mark(INDICATORS["placed-with-parents"])
    assert (by_code["weeks-in-care"]["value"], by_code["weeks-in-care"]["unknown"]) == (101 / 7, 0)
    posts = by_code["agency-social-workers"]
    assert (posts["value"], posts["why"], posts["counted_here"]) == (None, "not entered", False)
    seen = by_code["seen-in-six-weeks"]
    assert (seen["number"], seen["why"]) == (None, "people did not record it here yet")


def test_indicators_are_told_apart_and_of_one_team():
    for number in range(3):
        timeline.child(
            f"born 201{number}-01-01; care 2020-01-01; status C2 2020-01-01; worker A 2020-01-01"
        )
    timeline.child("born 2021-05-01; care 2021-06-01; status C2 2021-06-01; worker B 2021-06-01")
    timeline.child("care 2010-01-01 .. 2010-01-02")
    authority = Authority.objects.get(code="TEST")
    for name, worker in (("East", "A"), ("West", "B")):
        team = Team.objects.create(authority=authority, name=name)
        Worker.objects.filter(reference=worker).update(team=team)
    (apart,) = counted("2024-06-30", "--by", "age")
    (children,) = (each for each in apart["indicators"] if each["code"] == "children-in-care")
    groups = {group: each["number"] for group, each in children["groups"].items()}
    assert (children["number"], groups) == (4, {"1-4": 1, "10-15": 3})
    (east,) = counted("2024-06-30", "--team", "East")
    (of_east,) = (each for each in east["indicators"] if each["code"] == "children-in-care")
    assert of_east["number"] == 3
    with pytest.raises(CommandError, match="no team with the name North"):
        said("indicators", "--as-at", "2024-06-30", "--team", "North")


def test_indicators_are_listed_in_words():
    timeline.child("care 2010-01-01 .. 2010-01-02; care 2024-01-01; status C2 2024-01-01")
    lines = said("indicators", "--as-at", "2024-06-30").splitlines()
    assert lines[0] == "TEST as at 2024-06-30" and len(lines) == len(INDICATORS) + 1
    assert any(line.split() == ["1", "Children", "in", "care"] for line in lines)
