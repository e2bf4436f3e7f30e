"""Loading returns: what is kept, what is refused, what a person said, and what a stop leaves."""

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from adoption.models import AdoptionDecision, Match
from casetrack import recording as door
from casetrack.actions import care
from casetrack.models import (
    Allocation,
    AuditEvent,
    Authority,
    CarePeriod,
    Child,
    CourtOrder,
    Worker,
)
from casetrack.recording import recording
from permanence.actions import reviews
from permanence.models import Review
from placements.actions import placements
from placements.models import Home, MissingEpisode, Placement
from returns.actions.imports import CannotImport, read_files
from returns.models import Difference, ImportRun, Return, ReturnRow
from returns.tests import record
from returns.tests.conftest import TODAY, load
from returns.tests.files import episode, header, write

pytestmark = pytest.mark.django_db


def counts(report, table="Episodes"):
    return {name: n for name, n in report.as_json()["tables"][table].items() if n}


# Keeping


def test_rows_of_tables_without_facts_are_kept_word_for_word(authority, tmp_path):
    write(
        tmp_path,
        Header=header("A"),
        Episodes=[episode("A", "01/05/2017")],
        UASC=[{"CHILD": "a ", "SEX": "1", "DOB": "01/01/2010", "DUC": "01/01/2028"}],
    )
    load(authority, tmp_path)
    kept = ReturnRow.objects.get(table="UASC")
    assert kept.values == {"CHILD": "a ", "SEX": "1", "DOB": "01/01/2010", "DUC": "01/01/2028"}
    assert (kept.reference, kept.file, kept.line, kept.fate) == ("A", "uasc.csv", 2, "stored")


def test_the_cut_off_is_31_march_or_the_day_of_the_last_new_rows(authority, tmp_path):
    old = write(tmp_path / "a", Header=header("A"), Episodes=[episode("A", "01/05/2017")])
    new = write(tmp_path / "b", Header=header("A"), Episodes=[episode("A", "01/05/2024")])
    load(authority, new, on=date(2024, 9, 1))
    load(authority, old, new, on=date(2024, 10, 1))
    assert list(Return.objects.order_by("year").values_list("year", "cut_off_on")) == [
        (2018, date(2018, 3, 31)),
        (2025, date(2024, 9, 1)),
    ]
    authority.refresh_from_db()
    assert authority.known_to == date(2024, 9, 1)
    episodes = [episode("A", "01/05/2024", "20/10/2024"), episode("A", "20/10/2024", RNE="P")]
    write(new, Header=header("A"), Episodes=episodes)
    load(authority, new, on=date(2024, 11, 1))
    authority.refresh_from_db()
    assert authority.known_to == date(2024, 11, 1)


def test_where_people_record_live_the_facts_stay_known_to_today(authority, tmp_path):
    authority.records_live = True
    authority.save()
    load(authority, write(tmp_path, Header=header("A"), Episodes=[episode("A", "01/05/2017")]))
    authority.refresh_from_db()
    assert authority.known_to is None


def test_a_corrected_return_replaces_its_rows(authority, tmp_path):
    given = [episode("A", "01/05/2017"), episode("B", "01/06/2017")]
    load(authority, write(tmp_path, Header=header("A", "B"), Episodes=given))
    given[0] = episode("A", "03/05/2017")
    report = load(authority, write(tmp_path, Episodes=given))
    assert counts(report) == {"read": 2, "stored": 1, "unchanged": 1}
    starts = CarePeriod.objects.order_by("starts_on").values_list("starts_on", flat=True)
    assert list(starts) == [date(2017, 5, 3), date(2017, 6, 1)]
    old = ReturnRow.objects.get(values__DECOM="01/05/2017")
    assert (old.fate, old.rule, old.replaced_by_id) == ("superseded", "replaced", report.run_id)


def test_an_earlier_return_mends_an_unknown_start_and_the_home_keeps_its_name(authority, tmp_path):
    still = episode("A", "01/06/2017", RNE="L")
    load(authority, write(tmp_path / "b", Header=header("A"), Episodes=[still]), year=2019)
    home = Home.objects.get()
    with recording("home.named", by=None):
        Home.objects.update(name="Oak House")
    assert not CarePeriod.objects.get().start_known
    entry = episode("A", "01/04/2017", "01/06/2017")
    load(authority, write(tmp_path / "a", Header=header("A"), Episodes=[entry, still]), year=2018)
    period, stay = CarePeriod.objects.get(), Placement.objects.get()
    assert (period.start_known, period.starts_on) == (True, date(2017, 4, 1))
    assert (stay.home, stay.home.name, Home.objects.count()) == (home, "Oak House", 1)


def test_a_newer_return_closes_those_it_no_longer_has_and_asks_first(authority, tmp_path):
    many = [str(number) for number in range(30)]
    old = [episode(child, "01/05/2017") for child in many]
    write(tmp_path / "a", Header=header(*many), Episodes=old)
    write(
        tmp_path / "b", Header=header(*many), Episodes=[episode(c, "01/05/2017") for c in many[2:]]
    )
    load(authority, tmp_path / "a", year=2018)
    before = record.of(authority)
    with pytest.raises(CannotImport, match=r"2 of 30 children in care \(7%\)"):
        load(authority, tmp_path / "b", year=2019, accept_closures=False)
    assert record.of(authority) == before
    tried = load(authority, tmp_path / "b", year=2019, accept_closures=False, dry_run=True)
    assert tried.needs_accepting and (tried.closed, tried.open_before) == (2, 30)
    assert record.of(authority) == before
    load(authority, tmp_path / "b", year=2019, accept_closures=True)
    closed = CarePeriod.objects.filter(ends_on=date(2018, 4, 1))
    assert sorted(closed.values_list("child__reference", flat=True)) == ["0", "1"]
    assert set(closed.values_list("end_reason", flat=True)) == {""}
    # Those closed before are not asked about again.
    report = load(authority, tmp_path / "b", year=2019, accept_closures=False)
    assert (report.closed, report.open_before) == (0, 28)


def test_facts_of_the_other_tables(authority, tmp_path):
    worker = Worker.objects.create(authority=authority, reference="SW1", name="W")
    write(
        tmp_path,
        Header=header("A"),
        Episodes=[episode("A", "01/05/2023", "01/02/2024", LS="E1", PLACE="A6", REC="E11")],
        PlacedAdoption=[{"CHILD": "A", "DATE_PLACED": "01/06/2023"}],
        AD1=[{"CHILD": "A", "DATE_INT": "01/06/2023", "DATE_MATCH": "01/08/2023"}],
        Missing=[{"CHILD": "A", "MISSING": "M", "MIS_START": "01/07/2023"}],
        PrevPerm=[{"CHILD": "A", "PREV_PERM": "P1", "DATE_PERM": "zz/05/2015"}],
        SWEpisodes=[
            {"CHILD": "A", "SW_ID": "SW1", "SW_DECOM": "01/05/2023"},
            {"CHILD": "A", "SW_ID": "SW9", "SW_DECOM": "01/09/2023"},
        ],
    )
    load(authority, tmp_path)
    assert AdoptionDecision.objects.get().decided_on == date(2023, 6, 1)
    assert Match.objects.get().decided_on == date(2023, 8, 1)
    assert MissingEpisode.objects.get().ends_on is None
    allocation = Allocation.objects.get()
    assert (allocation.worker, allocation.ends_on) == (worker, date(2023, 9, 1))
    orders = CourtOrder.objects.values_list("kind", "made_on")
    assert set(orders) == {("placement", date(2023, 5, 1)), ("adoption", date(2024, 2, 1))}


# Refusing


@pytest.mark.parametrize(
    ("row", "column", "reason"),
    [
        (episode("A", "31/06/2017"), "DECOM", "is not a date in the calendar"),
        (episode("A", ""), "DECOM", "is blank"),
        (episode("A", "01/06/2017", "2017-08-01"), "DEC", "is not a date (dd/mm/yyyy)"),
        (episode("A", "01/06/2017", "01/06/2017"), "DEC", "ends on or before it starts (DECOM)"),
        (episode("A", "01/06/2017", RNE="X"), "RNE", "is not a code of any year"),
        (episode("A", "01/06/2017", LS="Z9"), "LS", "is not a code of any year"),
        (episode("A", "01/06/2017", PLACE="Q9"), "PLACE", "is not a code of any year"),
        (episode("NOBODY", "01/06/2017"), "CHILD", "is in no Header that can be read"),
        (episode("A", "01/06/2009"), "DECOM", "is before the child was born (01/01/2010)"),
        (episode("A", "01/06/2017", URN="a\x00b"), "", "holds a NUL byte"),
    ],
)
def test_a_row_that_cannot_be_held_is_refused_and_listed(authority, tmp_path, row, column, reason):
    write(tmp_path, Header=header("A"), Episodes=[row, episode("A", "01/05/2017")])
    for _ in range(2):
        report = load(authority, tmp_path)
        (said,) = report.refused
        assert (said["file"], said["line"]) == ("episodes.csv", 2)
        assert (said["column"], said["reason"]) == (column, reason)
        assert CarePeriod.objects.count() == 1
    assert counts(report) == {"read": 2, "unchanged": 1, "refused": 1}
    assert ReturnRow.objects.filter(fate="refused").count() == 1


def test_the_file_of_refused_rows_has_each_reason_beside_its_row(authority, tmp_path):
    rows = [episode("A", "31/06/2017"), episode("A", "01/05/2017"), episode("A", "", LS="C2")]
    write(tmp_path, Header=header("A"), Episodes=rows)
    (tmp_path / "short.zip").write_bytes(b"PK\x03\x04 cut short")
    report = load(authority, tmp_path)
    assert len(report.refused) == 3  # the zip comes first, and has no row
    lines = list(csv.reader(StringIO(report.refused_csv())))[1:]
    told = [(line[3], line[4], line[5]) for line in lines]
    assert told == [("2", "DECOM", "is not a date in the calendar"), ("4", "DECOM", "is blank")]


def test_a_child_in_no_header_is_mended_when_the_header_comes(authority, tmp_path):
    write(tmp_path / "a", Header=header("B"), Episodes=[episode("A", "01/05/2017")])
    load(authority, tmp_path / "a", year=2018)
    assert not CarePeriod.objects.exists()
    write(tmp_path / "b", Header=header("A"))
    load(authority, tmp_path / "b", year=2019)
    assert CarePeriod.objects.count() == 1


def test_other_unknown_codes_are_stored_as_not_known(authority, tmp_path):
    row = episode("A", "01/05/2017", "01/06/2017", CIN="N9", REC="E99", PLACE_PROVIDER="PR9")
    report = load(authority, write(tmp_path, Header=header("A"), Episodes=[row]))
    assert counts(report) == {"read": 1, "stored": 1}
    period = CarePeriod.objects.get()
    assert (period.category_of_need, period.end_reason) == ("", "")
    rules = {one["column"]: one["rule"] for one in report.warnings if one["value"]}
    assert rules == {"CIN": "145", "REC": "149", "PLACE_PROVIDER": "178"}


def test_doubts_carry_the_number_of_the_departments_check(authority, tmp_path):
    write(
        tmp_path,
        Header=header("A"),
        Episodes=[
            episode("A", "01/05/2017", "01/06/2017", PLACE="A5"),
            episode("A", "01/06/2017", "01/07/2017", PLACE="P1", PLACE_PROVIDER="PR0", LS="V2"),
            episode("A", "01/07/2017", REC="X1", PLACE="K3", RNE="P"),
        ],
        Reviews=[{"CHILD": "A", "REVIEW": "01/01/2016"}],
    )
    report = load(authority, tmp_path)
    assert {one["rule"] for one in report.warnings} >= {"408", "378", "148", "146"}
    assert Review.objects.count() == 1
    assert "is outside every period of care" in {one["reason"] for one in report.warnings}


# What a person recorded


@pytest.fixture
def loaded(authority: Authority, tmp_path: Path) -> Path:
    given = [episode("A", "01/05/2017")]
    held = [{"CHILD": "A", "REVIEW": "20/05/2017"}]
    write(tmp_path / "a", Header=header("A"), Episodes=given, Reviews=held)
    load(authority, tmp_path / "a", year=2018)
    write(tmp_path / "b", Header=header("A"), Episodes=given, Reviews=held)
    return tmp_path / "b"


def test_what_a_person_ended_stays_ended_and_is_listed(authority, loaded):
    child = Child.objects.get()
    placements.end(child=child, on=date(2018, 5, 1), by=None)
    report = load(authority, loaded, year=2019)
    assert Placement.objects.get().ends_on == date(2018, 5, 1)
    found = Difference.objects.get()
    assert (found.fact, found.field) == ("placement", "ends_on")
    assert (found.recorded, found.returned) == ("01/05/2018", "nothing")
    (said,) = [one for one in report.warnings if one["child"] == "A" and "recorded" in one]
    assert said["column"] == "ends_on"
    load(authority, loaded, year=2019)
    assert Difference.objects.count() == 1


def test_a_difference_goes_when_both_agree(authority, loaded):
    child = Child.objects.get()
    with recording("care.ended", by=None, children=[child.pk]):
        placements.end(child=child, on=date(2018, 5, 1), by=None)
        care.end(child=child, on=date(2018, 5, 1), reason="E4A", by=None)
    load(authority, loaded, year=2019)
    assert Difference.objects.count() == 3
    ended = [episode("A", "01/05/2017", "01/05/2018", REC="E4A")]
    load(authority, write(loaded, Episodes=ended), year=2019)
    assert not Difference.objects.exists()


def test_a_period_that_a_person_recorded_stands_where_the_return_overlaps_it(authority, tmp_path):
    child = Child.objects.create(authority=authority, reference="A", born_on=date(2010, 1, 1))
    care.start(child=child, on=date(2017, 6, 1), category_of_need="N1", by=None)
    given = write(tmp_path, Header=header("A"), Episodes=[episode("A", "01/05/2017")])
    load(authority, given)
    period = CarePeriod.objects.get()
    assert (period.origin, period.starts_on) == ("person", date(2017, 6, 1))
    assert Difference.objects.get(fact="care period").recorded.startswith("01/06/2017")
    assert Placement.objects.count() == 1


def test_a_review_that_a_person_withdrew_does_not_come_back(authority, loaded):
    reviews.withdraw(review=Review.objects.get(), why="entered by mistake", by=None)
    load(authority, loaded, year=2019)
    assert not Review.objects.exists()
    assert Difference.objects.get().recorded == "deleted"


def test_a_child_keeps_what_a_person_entered_field_by_field(authority, loaded):
    child = Child.objects.get()
    with recording("child.corrected", by=None, children=[child.pk]):
        child.ethnicity, child.first_name = "BCRB", "Ann"
        child.save()
    write(loaded, Header=header("A", ETHNIC="MOTH", UPN="UN5"))
    load(authority, loaded, year=2019)
    child.refresh_from_db()
    assert (child.ethnicity, child.first_name, child.upn) == ("BCRB", "Ann", "UN5")
    found = Difference.objects.get()
    assert (found.fact, found.field, found.recorded) == ("child", "ethnicity", "BCRB")


# One transaction


def test_an_import_killed_halfway_leaves_all_as_it_was(authority, loaded, monkeypatch):
    before = record.of(authority)
    runs, events = ImportRun.objects.count(), AuditEvent.objects.count()

    def kill(children: list[int]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "_callbacks", [kill])
    with pytest.raises(KeyboardInterrupt):
        load(authority, write(loaded, Episodes=[episode("A", "02/06/2017")]), year=2019)
    assert record.of(authority) == before
    assert (ImportRun.objects.count(), AuditEvent.objects.count()) == (runs, events)


def test_history_says_who_and_why(authority, loaded):
    from django.apps import apps

    for name in ("CarePeriodEvent", "ChildEvent", "LegalStatusEvent"):
        for event in apps.get_model("casetrack", name).objects.all():
            assert event.pgh_context["what"] == "ssda903.imported"


def test_the_children_are_told_to_whoever_computes_on_them(authority, loaded, monkeypatch):
    told: list[list[int]] = []
    monkeypatch.setattr(door, "_callbacks", [told.append])
    load(authority, loaded, year=2019)
    assert told == [[Child.objects.get().pk]]


def test_what_the_record_cannot_hold_stops_the_import_without_naming_anybody(
    authority, tmp_path, monkeypatch
):
    given = write(tmp_path, Header=header("SECRET"), Episodes=[episode("SECRET", "01/05/2017")])

    def collide(children: list[int]) -> None:
        child = Child.objects.get(pk__in=children)
        Child.objects.create(authority=authority, reference=child.reference, born_on=TODAY)

    monkeypatch.setattr(door, "_callbacks", [collide])
    with pytest.raises(CannotImport) as stopped:
        load(authority, given)
    assert "child_reference_unique_in_authority" in str(stopped.value)
    assert "SECRET" not in str(stopped.value)
    assert not Child.objects.exists()


# The steps of a page


def test_a_page_tries_and_then_stores_in_one_run(authority, tmp_path):
    write(tmp_path, Header=header("A"), Episodes=[episode("A", "01/05/2017"), episode("A", "x")])
    run = ImportRun.objects.create(authority=authority, on=TODAY)
    steps: list[str] = []
    tried = load(
        authority, tmp_path, run=run, dry_run=True, progress=lambda step, _: steps.append(step)
    )
    run.refresh_from_db()
    assert (run.state, run.report) == ("previewed", tried.as_json())
    assert "is not a date" in run.refused_rows
    assert steps[0] == "comparing with what is held" and len(steps) > 5
    assert not ReturnRow.objects.exists() and not Return.objects.exists()
    stored = load(authority, tmp_path, run=run)
    run.refresh_from_db()
    assert (run.state, run.report["tables"]) == ("stored", tried.as_json()["tables"])
    assert stored.run_id == run.pk


def test_a_run_that_stops_says_why(authority, tmp_path):
    load(
        authority, write(tmp_path / "a", Header=header("A"), Episodes=[episode("A", "01/05/2017")])
    )
    newer = write(tmp_path / "b", Header=header("B"), Episodes=[episode("B", "01/05/2018")])
    run = ImportRun.objects.create(authority=authority, on=TODAY)
    with pytest.raises(CannotImport):
        load(authority, newer, run=run, accept_closures=False)
    run.refresh_from_db()
    assert run.state == "failed" and "1 of 2 children" in run.message


# The command


def run(*arguments: object) -> str:
    out = StringIO()
    call_command("import_ssda903", *map(str, arguments), stdout=out, verbosity=0)
    return out.getvalue()


def test_the_command_makes_an_authority_and_prints_the_report(db, tmp_path):
    given = write(tmp_path, Header=header("A"), Episodes=[episode("A", "01/05/2017")])
    said = json.loads(run(given, "--authority", "NEW", "--json"))
    assert list(said) == [
        "returns",
        "tables",
        "children",
        "care_periods",
        "placements",
        "legal_statuses",
        "repaired",
        "refused",
        "warnings",
    ]
    assert said["tables"]["Episodes"] == {
        "read": 1,
        "stored": 1,
        "unchanged": 0,
        "superseded": 0,
        "repaired": 0,
        "refused": 0,
    }
    assert [said[name] for name in ("children", "care_periods", "placements")] == [1, 1, 1]
    assert Authority.objects.get().code == "NEW"


def test_a_trial_by_the_command_leaves_nothing(db, tmp_path):
    given = write(tmp_path, Header=header("A"), Episodes=[episode("A", "01/05/2017")])
    assert "This was a trial" in run(given, "--authority", "NEW", "--dry-run")
    assert not Authority.objects.exists() and not ReturnRow.objects.exists()


def test_the_command_stops_with_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match="There is no table of a return to read"):
        run(tmp_path / "missing", "--authority", "NEW")


def test_the_year_is_that_of_the_latest_start_that_can_be_believed(tmp_path):
    given = [
        episode("A", "01/05/2017"),
        episode("A", "01/05/2030"),
        episode("NOBODY", "01/05/2022"),
        episode("A", "01/05/2021", "01/04/2021"),
    ]
    read = read_files([write(tmp_path, Header=header("A"), Episodes=given)], on=TODAY)
    assert [part.year for part in read.parts] == [2018]
