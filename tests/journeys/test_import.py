"""Loading a return in a browser: hand over, look at the trial, import, with and without scripts."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from casetrack.models import Child
from returns.models import Difference, ImportRun, Return, State, Step, Upload
from returns.tests.files import episode, header, write
from tests.cast import Cast
from tests.journeys.barriers import barriers
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def files_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "kept"


@pytest.fixture
def return_files(tmp_path: Path) -> list[Path]:
    """Two children who can be held, one row that cannot, and a doubt."""
    rows = [
        episode("X1", "01/05/2023", PLACE="A5"),
        episode("X1", "01/08/2023", RNE="P", PLACE="U4"),
        episode("X2", "01/05/2023"),
        episode("X2", "31/02/2024", RNE="P"),
    ]
    folder = write(tmp_path / "return", Header=header("X1", "X2"), Episodes=rows)
    return sorted(folder.iterdir())


def title(page: Page) -> Any:
    return expect(page.get_by_role("heading", level=1))


def hand_over(page: Page, files: list[Path]) -> None:
    page.get_by_role("link", name="Load a return").click()
    page.get_by_label("Files of the return").set_input_files(files)
    page.get_by_role("button", name="Check the files").click()
    title(page).to_have_text("1 return read, 1 row refused")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_from_the_files_to_the_record(
    cast: Cast, visit: Visit, return_files: list[Path], scripts: bool
) -> None:
    page = visit(cast.data_officer, "/returns/", java_script_enabled=scripts)
    hand_over(page, return_files)
    expect(page.get_by_text("31/02/2024")).to_be_visible()
    assert not Return.objects.exists()
    with page.expect_download() as taken:
        page.get_by_role("link", name=re.compile("^CSV of refused")).click()
    assert re.fullmatch(r"refused-[\d-]+\.csv", taken.value.suggested_filename)
    page.get_by_role("button", name="Import this return").click()
    title(page).to_have_text("1 return imported, 1 row refused")
    assert Child.objects.filter(reference__in=["X1", "X2"]).count() == 2
    page.get_by_role("link", name="Returns", exact=True).last.click()
    title(page).to_have_text("1 return loaded, facts known to 31 March 2024")


def test_files_need_not_be_chosen_twice(
    cast: Cast, visit: Visit, return_files: list[Path], tmp_path: Path
) -> None:
    wrong = tmp_path / "letter.pdf"
    wrong.write_text("no return")
    page = visit(cast.data_officer, "/returns/load/")
    page.get_by_label("Files of the return").set_input_files([*return_files, wrong])
    page.get_by_role("button", name="Check the files").click()
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_role("link", name=re.compile("letter.pdf is not a zip")).click()
    expect(page.get_by_label("Further files")).to_be_focused()
    page.get_by_role("button", name="Check the files").click()
    title(page).to_have_text("1 return read, 1 row refused")


def test_the_page_follows_the_work_by_itself(
    cast: Cast, visit: Visit, return_files: list[Path]
) -> None:
    page = visit(cast.data_officer, "/returns/")
    hand_over(page, return_files)
    ImportRun.objects.update(state=State.RUNNING, progress="keeping rows · 4 rows")
    page.reload()
    title(page).to_have_text("Checking 2 files")
    expect(page.get_by_role("status")).to_contain_text("Keeping rows · 4 rows")
    ImportRun.objects.update(progress="writing the report · 4 rows")
    expect(page.get_by_role("status")).to_contain_text("Writing the report")
    ImportRun.objects.update(state=State.PREVIEWED)
    title(page).to_have_text("1 return read, 1 row refused")


def test_no_page_has_a_barrier(cast: Cast, visit: Visit, return_files: list[Path]) -> None:
    page = visit(cast.data_officer, "/returns/")
    found = {"empty list": barriers(page)}
    page.goto("/returns/load/")
    found["form"] = barriers(page)
    page.get_by_role("button", name="Check the files").click()
    found["form with a problem"] = barriers(page)
    page.goto("/returns/")
    hand_over(page, return_files)
    found["trial"] = barriers(page)
    Upload.objects.update(needs_accepting=True, closed=3, in_care=20)
    page.reload()
    found["closures"] = barriers(page)
    Upload.objects.update(needs_accepting=False, closed=0)
    page.reload()
    page.get_by_role("button", name="Import this return").click()
    title(page).to_have_text("1 return imported, 1 row refused")
    found["imported"] = barriers(page)
    page.goto("/returns/")
    found["list"] = barriers(page)
    page.goto("/returns/differences/")
    found["no differences"] = barriers(page)
    list_a_difference()
    page.reload()
    found["differences"] = barriers(page)
    ImportRun.objects.update(state=State.RUNNING)
    page.goto(f"/returns/runs/{ImportRun.objects.get().uuid}/")
    found["progress"] = barriers(page)
    ImportRun.objects.update(state=State.FAILED, report=None, message="It cannot be read.")
    page.goto(f"/returns/runs/{ImportRun.objects.get().uuid}/")
    found["stopped"] = barriers(page)
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def list_a_difference() -> None:
    assert Upload.objects.get().step == Step.IMPORT
    Difference.objects.create(
        child=Child.objects.get(reference="X1"),
        fact="placement",
        key="01/08/2023",
        field="type, family_postcode",
        recorded="U6, nothing",
        returned="U4, AB1 2CD",
        found_by=ImportRun.objects.get(),
    )
