"""Files as they come: cut short, boundless, mislabelled. Each has its sentence, none its half."""

import io
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from casetrack.models import Authority, CarePeriod, Child
from returns.actions.imports import CannotImport, read_files
from returns.models import ReturnRow
from returns.ssda903 import files
from returns.ssda903.read import read
from returns.ssda903.report import harmless
from returns.ssda903.tables import EPISODES, HEADER
from returns.tests.conftest import TODAY, load
from returns.tests.files import episode, header, write


def given(folder: Path) -> Path:
    return write(folder, Header=header("A", "B"), Episodes=[episode("A", "01/05/2017")])


def refusals(*paths: Path) -> dict[str, str]:
    return {one.name: one.reason for one in read(paths).refused}


def rows(*paths: Path) -> list[tuple[str, str]]:
    return sorted((row.table.name, row.child) for row in read(paths).rows if not row.fault)


WHOLE = [("Episodes", "A"), ("Header", "A"), ("Header", "B")]


def zipped(folder: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in folder.rglob("*.csv"):
            archive.write(path, path.relative_to(folder))
    return target


def workbook(target: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, lines in sheets.items():
        sheet = book.create_sheet(name)
        for line in lines:
            sheet.append(line)
    book.save(target)
    return target


def test_a_folder_a_zip_and_a_workbook_say_the_same(tmp_path):
    folder = given(tmp_path / "in")
    book = workbook(
        tmp_path / "book.xlsx",
        Kopf=[["Return of Testshire"], [], [*HEADER.names], ["A", 2, date(2010, 1, 1), "WBRI"]]
        + [["B", 2.0, "01/01/2010", "WBRI", "UN4"], [], ["Total", 2]],
        Episodes=[
            [name.lower() for name in reversed(EPISODES.names)],
            [None, "AB1 2CD", None, None, None, None, "PR1", "U6", "N1", "C2", "S"]
            + [datetime(2017, 5, 1), "a"],
        ],
        Notes=[["nothing"], ["of use"]],
    )
    assert rows(folder) == rows(zipped(folder, tmp_path / "in.zip")) == rows(book) == WHOLE
    (junk,) = [row for row in read([book]).rows if row.fault]
    assert (junk.file, junk.line, junk.fault.column) == ("book.xlsx, sheet Kopf", 7, "DOB")
    assert refusals(book) == {"book.xlsx, sheet Notes": "has no columns of the return"}


def test_the_same_rows_from_a_csv_and_a_workbook_are_the_same_rows(tmp_path):
    folder = write(tmp_path, Header=header("A"))
    book = workbook(
        tmp_path / "h.xlsx",
        Header=[[*HEADER.names], ["A", 2, date(2010, 1, 1), "WBRI", "UN4"]],
    )
    (one,), (other,) = (list(read([path]).rows) for path in (folder / "header.csv", book))
    assert one.hash == other.hash


def test_a_zip_cut_short_is_refused_whole(tmp_path):
    whole = zipped(given(tmp_path / "in"), tmp_path / "whole.zip").read_bytes()
    short = tmp_path / "short.zip"
    short.write_bytes(whole[: len(whole) // 2])
    assert refusals(short) == {"short.zip": "is not a whole zip file; it may have been cut short"}
    with pytest.raises(CannotImport, match=r"short\.zip is not a whole zip file"):
        read_files([short], on=TODAY)


def test_a_zip_with_a_damaged_file_in_it_is_refused_whole(tmp_path):
    whole = bytearray(zipped(given(tmp_path / "in"), tmp_path / "whole.zip").read_bytes())
    at = whole.index(b"header.csv") + 40
    whole[at : at + 4] = b"\xff\xff\xff\xff"
    bad = tmp_path / "bad.zip"
    bad.write_bytes(whole)
    assert not rows(bad)
    assert refusals(bad) == {"bad.zip": "header.csv in it is damaged or protected"}


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "MAX_FILE", 1000)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("header.csv", "A" * 5000)
    assert "unpacks to more than" in refusals(bomb)["bomb.zip"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not much", b"\x00" * 100])
def test_a_workbook_that_is_none_is_refused(tmp_path, content):
    path = tmp_path / "book.xlsx"
    path.write_bytes(content)
    assert set(refusals(path)) == {"book.xlsx"}


def test_a_workbook_with_a_sheet_cut_short_gives_no_rows_at_all(tmp_path):
    lines = [["A", 2, date(2010, 1, 1), "WBRI", "UN4"]] * 50
    book = workbook(tmp_path / "b.xlsx", Header=[[*HEADER.names], *lines])
    out = io.BytesIO()
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename.endswith("sheet1.xml"):
                content = content[: len(content) // 2]
            new.writestr(item.filename, content)
    book.write_bytes(out.getvalue())
    assert not rows(book)
    assert "not a whole workbook" in refusals(book)["b.xlsx"]


def test_a_formula_is_not_a_value(tmp_path):
    book = workbook(
        tmp_path / "b.xlsx",
        Episodes=[
            [*EPISODES.names],
            ["A", "=TODAY()", "S", "C2", "N1", "U6"],
            ["A", "01/05/2017", "S", "C2", "N1", "U6", None, None, None, None, "=1+1"],
        ],
    )
    first, second = read([book]).rows
    assert first.fault.column == "DECOM"
    assert second.fault is None and second.doubts[0].column == "HOME_POST"


def test_a_line_of_50_megabytes_is_one_refused_row(tmp_path):
    folder = given(tmp_path)
    with (folder / "episodes.csv").open("a") as stream:
        stream.write("B," + "x" * 50_000_000 + "\n")
        stream.write("B,01/06/2017,S,C2,N1,U6,PR1,,,,,,\n")
    read_rows = [row for row in read([folder]).rows if row.table is EPISODES]
    assert [(row.line, row.fault.reason if row.fault else "") for row in read_rows] == [
        (2, ""),
        (3, "is longer than 20000 characters"),
        (4, ""),
    ]


def test_a_lost_quotation_mark_takes_no_other_rows_with_it(tmp_path):
    lines = [",".join(HEADER.names)] + [f"C{n},1,01/01/2010,WBRI,UN4,," for n in range(60)]
    lines[10] = 'X,1,"01/01/2010,WBRI,UN4,,'
    (tmp_path / "h.csv").write_text("\n".join(lines))
    found = list(read([tmp_path]).rows)
    assert [row.line for row in found if row.fault] == [11]
    assert len(found) == 41 and "quotation mark" in found[9].fault.reason


def test_a_line_with_a_value_too_few_is_refused(tmp_path):
    given(tmp_path)
    with (tmp_path / "episodes.csv").open("a") as stream:
        stream.write("B,01/06/2017,S,C2,N1,U6,PR1,01/0")
    (cut,) = [row.fault.reason for row in read([tmp_path]).rows if row.fault]
    assert cut == "has 8 values where there are 13 columns"


def test_a_file_without_a_column_is_refused_by_name(tmp_path):
    (tmp_path / "e.csv").write_text("CHILD,RNE,LS,CIN,PLACE,DEC,REC\nA,S,C2,N1,U6,,\n")
    assert refusals(tmp_path) == {"e.csv": "looks like Episodes, but lacks the column DECOM"}


def test_a_column_twice_is_refused(tmp_path):
    (tmp_path / "h.csv").write_text("CHILD,SEX,DOB,ETHNIC,UPN,DOB\nA,1,01/01/2010,,,\n")
    assert refusals(tmp_path) == {"h.csv": "looks like Header, but has the column DOB twice"}


def test_columns_too_many_and_files_of_other_kinds_are_noted(tmp_path):
    given(tmp_path)
    (tmp_path / "more.csv").write_text("CHILD,SEX,DOB,ETHNIC,UPN,SHOE\nC,1,01/01/2010,WBRI,,41\n")
    (tmp_path / "readme.pdf").write_bytes(b"%PDF")
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf")
    found = read([tmp_path])
    assert ("more.csv", "columns that Header does not have: SHOE") in found.notes
    reasons = {one.name: (one.reason, one.ignored) for one in found.refused}
    assert reasons == {
        "old.xls": ("is a .xls file; save it as .xlsx or .csv", False),
        "readme.pdf": ("is not a table of the return", True),
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    text = "CHILD;SEX;DOB;ETHNIC;UPN;Né\r\nA;1;01/01/2010;WBRI;;é\r\n"
    (tmp_path / "h.csv").write_bytes(text.encode(encoding))
    found = read([tmp_path])
    assert [row.values[-1] for row in found.rows] == ["é"]
    notes = [note for _, note in found.notes if "Windows-1252" in note]
    assert bool(notes) == (encoding == "cp1252")


def test_files_belong_to_a_return_by_folder_else_by_the_year_of_their_name(tmp_path):
    given(tmp_path / "one")
    given(tmp_path / "two")
    together = tmp_path / "together"
    for year in ("2017", "2018"):
        for path in given(tmp_path / "one").glob("*.csv"):
            target = together / f"{year}-{path.name}"
            target.parent.mkdir(exist_ok=True)
            target.write_bytes(path.read_bytes())
    assert len(read([tmp_path / "one", tmp_path / "two"]).parts) == 2
    assert [part.group[1] for part in read([together]).parts] == ["2017", "2018"]
    assert len(read(sorted((tmp_path / "one").glob("*.csv"))).parts) == 1


def test_a_year_is_for_one_return(tmp_path):
    given(tmp_path / "one")
    write(tmp_path / "two", Header=header("A"), Episodes=[episode("A", "01/05/2018")])
    with pytest.raises(CannotImport, match="several returns"):
        read_files([tmp_path], on=TODAY, year=2018)
    assert [part.year for part in read_files([tmp_path / "one"], on=TODAY, year=2019).parts] == [
        2019
    ]


def test_what_a_spreadsheet_would_run_is_made_harmless():
    assert [harmless(text) for text in ("=1+1", "@x", "-1", "fine", 3)] == [
        "'=1+1",
        "'@x",
        "'-1",
        "fine",
        3,
    ]


def test_a_bad_file_beside_good_ones_keeps_none_of_its_rows(authority: Authority, tmp_path):
    given(tmp_path)
    (tmp_path / "bad.xlsx").write_bytes(b"PK")
    (tmp_path / "reviews.csv").write_text("CHILD,DOB,REVIEW_CODE\nA,01/01/2010,PN1\n")
    report = load(authority, tmp_path)
    assert {one["file"]: one["reason"] for one in report.refused} == {
        "bad.xlsx": "is not a whole workbook; it may be damaged or protected",
        "reviews.csv": "looks like Reviews, but lacks the column REVIEW",
    }
    assert set(ReturnRow.objects.values_list("table", flat=True)) == {"Header", "Episodes"}
    assert (Child.objects.count(), CarePeriod.objects.count()) == (2, 1)


def test_refused_rows_can_be_taken_out_for_correction(authority: Authority, tmp_path):
    write(
        tmp_path,
        Header=header("A"),
        Episodes=[episode("A", "01/05/2017"), episode("A", "soon", URN="=HYPERLINK(1)")],
    )
    lines = load(authority, tmp_path).refused_csv().splitlines()
    assert lines[0].startswith("Return,Table,File,Line,Column,Reason,Value 1")
    assert lines[1].startswith(
        "2017/18,Episodes,episodes.csv,3,DECOM,is not a date (dd/mm/yyyy),A,"
    )
    assert lines[1].endswith("'=HYPERLINK(1)")
