"""The report of a trial and of an import, and the files that are taken out of it."""

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import CarePeriod, Child, Restriction, RoleAssignment, User
from returns.models import ImportRun, Return, Upload
from returns.tests.files import episode, header, write
from returns.tests.test_import_pages.conftest import Post, a_return, heading, shown
from tests.cast import Cast, signed_in


@pytest.fixture
def flawed(tmp_path: Path) -> Path:
    """X1 can be held; X2 has a day that no calendar has, X3 a formula for a legal status."""
    rows = [
        episode("X1", "01/05/2023"),
        episode("X2", "31/02/2024"),
        episode("X3", "01/05/2023", LS='=HYPERLINK("x")'),
    ]
    return write(tmp_path / "flawed", Header=header("X1", "X2", "X3"), Episodes=rows)


def hand_over_for(hand_over: Post, client: Client, folder: Path) -> tuple[str, ImportRun]:
    answer = hand_over(client, folder)
    return shown(client, answer["Location"]), ImportRun.objects.latest("pk")


def test_the_heading_is_the_finding(officer: Client, hand_over: Post, flawed: Path) -> None:
    page, _ = hand_over_for(hand_over, officer, flawed)
    assert heading(page) == "1 return read, 2 rows refused"


def test_a_trial_shows_what_was_recognised(officer: Client, checked: Upload) -> None:
    page = shown(officer, f"/returns/runs/{checked.uuid}/")
    for words in (
        "Nothing is stored yet.",
        "Are these the returns you mean?",
        "2023/24",
        "31 March 2024",
        "header.csv",
        "Import this return",
    ):
        assert words in page


def test_each_row_is_counted_once(officer: Client, hand_over: Post, flawed: Path) -> None:
    page, run = hand_over_for(hand_over, officer, flawed)
    table = (run.report or {})["tables"]["Episodes"]
    assert table["read"] == sum(number for fate, number in table.items() if fate != "read")
    assert page.index(">Header ") < page.index(">Episodes ") < page.index("All tables")


def test_a_refused_row_is_shown_with_its_reason(
    officer: Client, hand_over: Post, flawed: Path
) -> None:
    page, _ = hand_over_for(hand_over, officer, flawed)
    for words in ("line 3", "X2", "DECOM", "31/02/2024", "is not a date in the calendar"):
        assert words in page


def test_only_the_first_refused_rows_are_shown(
    officer: Client, hand_over: Post, tmp_path: Path
) -> None:
    many = [f"X{number}" for number in range(60)]
    rows = [episode(child, "31/02/2024") for child in many] + [episode("X0", "01/05/2023")]
    folder = write(tmp_path / "many", Header=header(*many), Episodes=rows)
    page, _ = hand_over_for(hand_over, officer, folder)
    assert "The first 50 of 60" in page
    assert page.count("is not a date in the calendar") == 50


def test_refused_rows_are_taken_out_whole(officer: Client, hand_over: Post, flawed: Path) -> None:
    _, run = hand_over_for(hand_over, officer, flawed)
    answer = officer.get(f"/returns/runs/{run.uuid}/refused.csv")
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [line[3:6] for line in lines[1:]] == [
        ["3", "DECOM", "is not a date in the calendar"],
        ["4", "LS", "is not a code of any year"],
    ]
    assert "X2" not in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith('attachment; filename="refused-')


def test_no_cell_is_taken_for_a_formula(officer: Client, hand_over: Post, flawed: Path) -> None:
    _, run = hand_over_for(hand_over, officer, flawed)
    text = officer.get(f"/returns/runs/{run.uuid}/refused.csv").content.decode("utf-8-sig")
    cells = [cell for line in csv.reader(io.StringIO(text)) for cell in line]
    assert '\'=HYPERLINK("x")' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    book = openpyxl.load_workbook(
        io.BytesIO(officer.get(f"/returns/runs/{run.uuid}/refused.xlsx").content)
    )
    assert {cell.data_type for row in book["Rows"] for cell in row} <= {"s", "n"}
    assert book["Rows"]["E2"].value == "DECOM"


@pytest.mark.parametrize("name", ["repaired", "warnings"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_other_lists_can_be_taken_out(
    officer: Client, checked: Upload, name: str, form: str
) -> None:
    answer = officer.get(f"/returns/runs/{checked.uuid}/{name}.{form}")
    assert answer.status_code == 200
    assert answer.content


@pytest.mark.parametrize("file", ["secrets.csv", "refused.pdf", "tables.csv"])
def test_nothing_else_can(officer: Client, checked: Upload, file: str) -> None:
    assert officer.get(f"/returns/runs/{checked.uuid}/{file}").status_code == 404


def test_reading_and_taking_out_are_written_down(
    cast: Cast, officer: Client, hand_over: Post, tmp_path: Path
) -> None:
    rows = [episode("A1", "31/02/2024"), episode("X1", "01/05/2023")]
    folder = write(tmp_path / "known", Header=header("A1", "X1"), Episodes=rows)
    _, run = hand_over_for(hand_over, officer, folder)
    read = AuditEvent.objects.get(kind="read", what="return.report")
    assert (read.children, read.details) == ([cast.amara.pk], {"run": str(run.uuid)})
    officer.get(f"/returns/runs/{run.uuid}/refused.xlsx")
    taken = AuditEvent.objects.get(kind="export")
    assert (taken.what, taken.children) == ("return.refused", [cast.amara.pk])


def test_confirming_imports_and_keeps_the_report(
    cast: Cast, officer: Client, checked: Upload, press: Post
) -> None:
    press(officer, checked.uuid, "import")
    run = ImportRun.objects.get()
    assert run.state == "stored"
    assert Child.objects.filter(authority=cast.authority, reference__in=["X1", "X2"]).count() == 2
    page = shown(officer, f"/returns/runs/{run.uuid}/")
    assert heading(page) == "1 return imported, 0 rows refused"
    assert "Import this return" not in page
    assert not checked.folder.exists()


def test_confirming_twice_imports_once(officer: Client, checked: Upload, press: Post) -> None:
    press(officer, checked.uuid, "import")
    press(officer, checked.uuid, "import")
    assert AuditEvent.objects.filter(what="return.confirmed").count() == 1
    assert ImportRun.objects.get().state == "stored"


def test_who_confirms_is_who_imported(
    cast: Cast, officer: Client, checked: Upload, press: Post
) -> None:
    colleague = User.objects.create_user("colleague")
    RoleAssignment.objects.create(
        user=colleague, authority=cast.authority, role="data-officer", starts_on="2020-01-01"
    )
    press(signed_in(colleague), checked.uuid, "import")
    assert ImportRun.objects.get().by == colleague


def test_loading_the_same_again_changes_nothing(
    officer: Client, checked: Upload, press: Post, hand_over: Post, small_return: Path
) -> None:
    press(officer, checked.uuid, "import")
    page, run = hand_over_for(hand_over, officer, small_return)
    assert "Every row that can be read is held already." in page
    assert (run.report or {})["tables"]["Episodes"]["unchanged"] == 2


def test_put_aside(officer: Client, checked: Upload, press: Post) -> None:
    press(officer, checked.uuid, "put-aside")
    assert ImportRun.objects.get().state == "failed"
    assert not Return.objects.exists()
    assert not checked.folder.exists()
    press(officer, checked.uuid, "import")
    assert not Return.objects.exists()
    assert "It was put aside" in shown(officer, f"/returns/runs/{checked.uuid}/")


@pytest.fixture
def shrunken(
    officer: Client, checked: Upload, press: Post, hand_over: Post, tmp_path: Path
) -> Upload:
    """A newer return that no longer has X2, who was in care: waiting for a decision."""
    press(officer, checked.uuid, "import")
    hand_over(officer, a_return(tmp_path / "newer", "X1", year=2025))
    return Upload.objects.latest("pk")


def test_closures_are_explained(officer: Client, shrunken: Upload) -> None:
    page = shown(officer, f"/returns/runs/{shrunken.uuid}/")
    assert "1 of 2 children in care (50%) are not in the newest return" in page
    assert 'name="accept_closures"' in page


def test_without_the_tick_nothing_is_imported(
    officer: Client, shrunken: Upload, press: Post
) -> None:
    answer = press(officer, shrunken.uuid, "import")
    page = shown(officer, answer["Location"])
    assert "Tick that these children have left care" in page
    assert not Return.objects.filter(year=2025).exists()


def test_with_the_tick_they_have_left(officer: Client, shrunken: Upload, press: Post) -> None:
    press(officer, shrunken.uuid, "import", accept_closures="yes")
    left = CarePeriod.objects.get(child__reference="X2")
    assert str(left.ends_on) == "2024-04-01"
    page = shown(officer, f"/returns/runs/{shrunken.uuid}/")
    assert "1 child whom the newest return no longer has was taken to have left care." in page


def test_a_run_of_another_authority_is_not_there(
    officer_elsewhere: Client, checked: Upload, press: Post
) -> None:
    for address in ("", "progress/", "refused.csv", "warnings.xlsx"):
        answer = officer_elsewhere.get(f"/returns/runs/{checked.uuid}/{address}")
        assert answer.status_code == 404
    for button in ("import", "put-aside", "again"):
        assert press(officer_elsewhere, checked.uuid, button).status_code == 404
    assert ImportRun.objects.get().state == "previewed"


def test_of_a_child_kept_from_them_a_report_says_nothing(
    cast: Cast, officer: Client, hand_over: Post, tmp_path: Path
) -> None:
    """The counts stay: they name nobody."""
    rows = [episode("X1", "01/05/2023"), *(episode(each, "31/02/2024") for each in ("A1", "A2"))]
    folder = write(tmp_path / "wrong", Header=header("X1", "A1", "A2"), Episodes=rows)
    before, run = hand_over_for(hand_over, officer, folder)
    assert "A1" in before and "A2" in before
    restrictions.restrict(
        child=cast.amara,
        kind=Restriction.Kind.EXCLUDED,
        reason="A cousin of the family.",
        people=[cast.data_officer],
        on=timezone.localdate(),
        by=cast.guardian,
    )
    page = shown(officer, f"/returns/runs/{run.uuid}/")
    assert "A1" not in page and "A2" in page
    assert heading(page) == heading(before)
    for name in ("refused", "repaired", "warnings"):
        taken = officer.get(f"/returns/runs/{run.uuid}/{name}.csv").content.decode()
        assert "A1" not in taken
    for event in AuditEvent.objects.filter(what="return.refused"):
        assert event.children == [cast.tomas.pk]


def test_nothing_is_inline(officer: Client, hand_over: Post, flawed: Path) -> None:
    page, _ = hand_over_for(hand_over, officer, flawed)
    for text in (page, shown(officer, "/returns/load/"), shown(officer, "/returns/")):
        assert "<style" not in text and " style=" not in text and "onclick" not in text
        assert text.count("<script") == text.count('<script src="/static/')


def test_doubts_are_one_group_a_rule(officer: Client, hand_over: Post, tmp_path: Path) -> None:
    rows = [
        episode("X1", "01/05/2023", PLACE="A5", LS="C2"),
        episode("X2", "01/05/2023", PLACE="A5", LS="V2"),
    ]
    folder = write(tmp_path / "doubtful", Header=header("X1", "X2"), Episodes=rows)
    page, _ = hand_over_for(hand_over, officer, folder)
    assert page.count("check 408") == 1
    assert "Word by word" in page


def test_a_repair_says_what_it_did(officer: Client, hand_over: Post, tmp_path: Path) -> None:
    rows = [episode("X1", "01/05/2023"), episode("X1", "01/08/2023", RNE="P", PLACE="U4")]
    folder = write(tmp_path / "open", Header=header("X1"), Episodes=rows)
    page, _ = hand_over_for(hand_over, officer, folder)
    assert "1 episode changed to fit together" in page
    assert "Child X1, from 01/05/2023: open in the file, now ends 01/08/2023" in page
