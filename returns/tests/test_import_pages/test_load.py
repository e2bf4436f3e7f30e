"""Handing over files: what is taken, what is refused, and that nothing needs choosing twice."""

import re
import zipfile
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from casetrack.audit import AuditEvent
from casetrack.models import Child, RoleAssignment
from returns.actions import uploads
from returns.models import ImportRun, Return, Step, Upload
from returns.tests.test_import_pages.conftest import Post, a_return, chosen, shown
from tests.cast import Cast


def the_run() -> ImportRun:
    return ImportRun.objects.get()


def token(page: str) -> str:
    found = re.search(r'name="upload" value="([^"]+)"', page)
    assert found
    return found.group(1)


def test_the_form_says_what_it_takes(officer: Client) -> None:
    page = shown(officer, "/returns/load/")
    for words in ("A zip", "workbook (.xlsx)", "Up to 400 MB", "Castle Council"):
        assert words in page
    assert "Elsewhere" not in page


def test_files_are_tried_and_nothing_is_stored(
    cast: Cast, officer: Client, hand_over: Post, small_return: Path
) -> None:
    answer = hand_over(officer, small_return)
    run = the_run()
    assert answer["Location"] == f"/returns/runs/{run.uuid}/"
    assert (run.state, run.by, run.authority) == ("previewed", cast.data_officer, cast.authority)
    assert not Return.objects.exists()
    assert not Child.objects.filter(reference="X1").exists()


@pytest.mark.parametrize("kind", ["zip", "CSV files"])
def test_a_zip_or_files(
    officer: Client, hand_over: Post, small_return: Path, tmp_path: Path, kind: str
) -> None:
    handed = small_return
    if kind == "zip":
        handed = tmp_path / "return.zip"
        with zipfile.ZipFile(handed, "w") as archive:
            for path in small_return.iterdir():
                archive.write(path, path.name)
    hand_over(officer, handed)
    report = the_run().report or {}
    assert [one["label"] for one in report["returns"]] == ["2023/24"]
    assert report["tables"]["Episodes"]["stored"] == 2


def test_the_year_may_be_given(officer: Client, hand_over: Post, small_return: Path) -> None:
    hand_over(officer, small_return, year="2025")
    assert [one["label"] for one in (the_run().report or {})["returns"]] == ["2024/25"]


def test_handing_over_is_written_down(officer: Client, checked: Upload) -> None:
    event = AuditEvent.objects.get(what="return.uploaded")
    assert event.details == {"authority": "CAST", "run": str(checked.uuid)}


def test_no_file(officer: Client, hand_over: Post) -> None:
    page = hand_over(officer).content.decode()
    assert '<a href="#files">Choose the files of the return</a>' in page
    assert not Upload.objects.exists()


def test_a_wrong_file_is_named_and_the_right_ones_are_kept(
    officer: Client, hand_over: Post, small_return: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "notes.pdf"
    wrong.write_text("nothing")
    page = hand_over(officer, small_return, wrong, year="2024").content.decode()
    assert "notes.pdf is not a zip, a workbook (.xlsx) or a CSV file" in page
    assert "header.csv" in page and "episodes.csv" in page
    assert '<option value="2024" selected>' in page
    assert not ImportRun.objects.exists()
    hand_over(officer, upload=token(page))
    assert [one["rows"] for one in (the_run().report or {})["returns"]] == [4]


def test_an_old_workbook_is_told_how_to_be_saved(
    officer: Client, hand_over: Post, tmp_path: Path
) -> None:
    old = tmp_path / "return.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0")
    page = hand_over(officer, old).content.decode()
    assert "return.xls cannot be read: save it as .xlsx or .csv first" in page


def test_what_is_too_large_is_not_kept(
    officer: Client,
    hand_over: Post,
    tmp_path: Path,
    files_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(uploads, "MOST", uploads.MEGABYTE)
    large = tmp_path / "large.csv"
    large.write_bytes(b"CHILD,\n" * 600_000)
    page = hand_over(officer, large).content.decode()
    assert "The files are larger than 1 MB together" in page
    assert not files_folder.exists()
    assert not Upload.objects.exists()


def test_too_many_files_are_asked_for_in_a_zip(officer: Client, cast: Cast) -> None:
    many = [SimpleUploadedFile(f"{number}.csv", b"CHILD\n") for number in range(101)]
    answer = officer.post("/returns/load/", {"authority": "CAST", "files": many}, follow=True)
    assert "Put them into a zip" in answer.content.decode()


def test_the_form_sent_twice_is_one_upload(
    officer: Client, hand_over: Post, small_return: Path
) -> None:
    given = token(shown(officer, "/returns/load/"))
    first = hand_over(officer, small_return, upload=given)
    second = hand_over(officer, small_return, upload=given)
    assert first["Location"] == second["Location"]
    assert ImportRun.objects.count() == 1


def test_files_of_somebody_else_are_not_there(
    cast: Cast, officer: Client, officer_elsewhere: Client, hand_over: Post, small_return: Path
) -> None:
    upload = Upload.objects.create(uuid=uuid4(), by=cast.data_officer)
    answer = hand_over(officer_elsewhere, small_return, upload=str(upload.uuid), authority="ELSE")
    assert answer.status_code == 404


def test_an_authority_that_is_not_theirs(
    officer: Client, hand_over: Post, small_return: Path
) -> None:
    page = hand_over(officer, small_return, authority="ELSE").content.decode()
    assert "There is a problem" in page
    assert not ImportRun.objects.exists()


def test_a_name_leads_nowhere_else(cast: Cast, db: None, files_folder: Path) -> None:
    sly = SimpleUploadedFile("x", b"CHILD\n")
    sly._name = "..\\..//.../etc/..csv"  # past Django's own cleaning
    upload = uploads.keep(uuid=uuid4(), files=[sly], by=cast.data_officer)
    assert [path.parent for path in files_folder.rglob("*") if path.is_file()] == [upload.folder]


def test_kept_files_are_for_the_server_alone(checked: Upload) -> None:
    assert checked.folder.stat().st_mode & 0o077 == 0
    assert checked.step == Step.CHECK


def test_a_zip_cut_short(
    officer: Client, hand_over: Post, small_return: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "return.zip"
    with zipfile.ZipFile(cut, "w") as archive:
        for path in small_return.iterdir():
            archive.write(path, path.name)
    cut.write_bytes(cut.read_bytes()[:200])
    answer = hand_over(officer, cut)
    page = shown(officer, answer["Location"])
    assert "Nothing was imported" in page
    assert "return.zip is not a whole zip file; it may have been cut short" in page
    assert not Upload.objects.get().folder.exists()


def test_a_zip_cut_short_beside_whole_files(
    officer: Client, hand_over: Post, small_return: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "older.zip"
    cut.write_bytes(b"PK\x03\x04 and no more")
    page = shown(officer, hand_over(officer, small_return, cut)["Location"])
    assert "1 return read, 0 rows refused, 1 file not read" in page


def test_a_file_that_is_no_return(officer: Client, hand_over: Post, tmp_path: Path) -> None:
    other = tmp_path / "shopping.csv"
    other.write_text("item,price\nmilk,1\n")
    page = shown(officer, hand_over(officer, other)["Location"])
    assert "There is no table of a return to read. shopping.csv has no columns" in page


def test_a_form_from_elsewhere_is_refused(cast: Cast, small_return: Path) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.data_officer, backend="django.contrib.auth.backends.ModelBackend")
    sent: dict[str, Any] = {"authority": "CAST", "files": chosen(small_return)}
    assert strict.post("/returns/load/", sent).status_code == 403
    assert not Upload.objects.exists()


def test_several_authorities_are_offered(cast: Cast, officer: Client, tmp_path: Path) -> None:
    RoleAssignment.objects.create(
        user=cast.data_officer,
        authority=cast.elsewhere,
        role="data-officer",
        starts_on="2020-01-01",
    )
    sent: dict[str, Any] = {"files": chosen(a_return(tmp_path / "r", "X1"))}
    page = officer.post("/returns/load/", sent).content.decode()
    assert "Elsewhere Council" in page
    assert '<a href="#id_authority">Choose an authority</a>' in page
    assert "header.csv" in page
