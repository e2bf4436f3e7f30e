"""A sealed record's rows go with it, and a return that still has the child brings nothing back."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from adoption.actions import sealing, unsealing
from adoption.actions.sealing import SealingRefused
from adoption.models import SealedRecord
from casetrack.actions import authorities
from casetrack.models import CarePeriod, Child, RoleAssignment, User
from permanence.models import LifeStory
from returns.models import ImportRun, ReturnRow, Upload
from returns.report_page import ReportPage
from returns.tests import record
from returns.tests.conftest import TODAY, load
from returns.tests.files import episode, header, write

pytestmark = pytest.mark.django_db
ADOPTED = "QZADOPTED"
ON = date(2018, 3, 1)


@pytest.fixture
def keepers(authority: Any) -> list[User]:
    found = [User.objects.create_user(f"keeper-{number}") for number in (1, 2)]
    for user in found:
        RoleAssignment.objects.create(
            user=user, authority=authority, role="adoption-records", starts_on=date(2015, 1, 1)
        )
    return found


def a_return(folder: Path, **more: Any) -> Path:
    """Two children in care; one was adopted, of whom one row more cannot be held."""
    return write(
        folder,
        Header=header(ADOPTED, "STAYS", UPN="A123456789012"),
        Episodes=[
            episode(ADOPTED, "01/05/2017", "01/12/2017", REC="X1", PL_POST="QZ9 9ZQ"),
            episode(ADOPTED, "01/12/2017", "01/03/2018", LS="E1", PLACE="A3", REC="E12"),
            episode(ADOPTED, "32/05/2017"),
            episode("STAYS", "01/05/2017"),
        ],
        **more,
    )


def seal(authority: Any) -> SealedRecord:
    child = Child.objects.get(authority=authority, reference=ADOPTED)
    for kind in ("book", "letter"):
        LifeStory.objects.create(child=child, kind=kind, done_on=ON)
    return sealing.seal(
        child=child,
        reported_on=TODAY,
        staying_in_touch="",
        after=None,
        on=TODAY,
        by=service_manager(),
    )


def service_manager() -> User:
    return User.objects.get_or_create(username="service-manager")[0]


def quoted() -> list[str]:
    """Where rows and reports speak of the child."""
    rows = [f"{row.reference} {row.values}" for row in ReturnRow.objects.all()]
    runs = [f"{run.report} {run.refused_rows} {run.message}" for run in ImportRun.objects.all()]
    return [text for text in rows + runs if ADOPTED in text or "QZ9 9ZQ" in text]


def test_rows_and_reports_speak_of_it_no_more(authority: Any, keepers: Any, tmp_path: Path) -> None:
    load(authority, a_return(tmp_path))
    assert len(quoted()) >= 4
    kept = ReturnRow.objects.filter(reference="STAYS").count()
    seal(authority)
    assert quoted() == []
    assert ReturnRow.objects.filter(reference="STAYS").count() == kept
    run = ImportRun.objects.get()
    assert [entry["line"] for entry in run.report["refused"]] == [4], "the place stays"
    assert ReportPage(run, None).refused[0]["child"] == ""


def test_the_return_loaded_again_is_held_back(authority: Any, keepers: Any, tmp_path: Path) -> None:
    load(authority, a_return(tmp_path))
    seal(authority)
    before = record.of(authority)
    report = load(authority, a_return(tmp_path))
    assert record.of(authority) == before
    assert report.as_json()["tables"]["Episodes"] == {
        "read": 4,
        "stored": 0,
        "unchanged": 1,
        "superseded": 0,
        "repaired": 0,
        "refused": 0,
        "held back": 3,
    }
    assert quoted() == []
    places = [one["line"] for one in report.warnings if "held back" in one["reason"]]
    assert sorted(places) == [2, 2, 3, 4]
    page = ReportPage(ImportRun.objects.order_by("pk").last(), None)
    assert ("held back", "Not looked at: the child’s record was sealed after an adoption.") in (
        page.fates
    )


def test_a_later_return_brings_nothing_back(authority: Any, keepers: Any, tmp_path: Path) -> None:
    load(authority, a_return(tmp_path / "a"))
    sealed = seal(authority)
    care = list(CarePeriod.objects.filter(child=sealed.child).values())
    later = write(
        tmp_path / "b",
        Header=header(ADOPTED, "STAYS"),
        Episodes=[episode(ADOPTED, "01/05/2018"), episode("STAYS", "01/05/2018")],
    )
    load(authority, later)
    assert not Child.objects.filter(reference=ADOPTED).exists()
    assert list(CarePeriod.objects.filter(child=sealed.child).values()) == care
    assert quoted() == []


def test_another_authority_may_have_the_same_reference(
    authority: Any, keepers: Any, tmp_path: Path
) -> None:
    other_authority = authorities.start(code="ELSE", name="Elsewhere", by=None)
    load(authority, a_return(tmp_path))
    seal(authority)
    load(other_authority, a_return(tmp_path))
    assert Child.objects.get(reference=ADOPTED).authority == other_authority


def test_what_is_put_back_has_its_rows(authority: Any, keepers: Any, tmp_path: Path) -> None:
    load(authority, a_return(tmp_path))
    before = list(ReturnRow.objects.order_by("pk").values())
    sealed = seal(authority)
    asked = unsealing.ask(sealed=sealed, reason="mistake", words="Not her.", by=keepers[0])
    unsealing.answer(asked=asked, agreed=True, by=keepers[1])
    assert list(ReturnRow.objects.order_by("pk").values()) == before
    report = load(authority, a_return(tmp_path))
    assert report.changes_nothing


def test_files_that_wait_are_decided_on_first(authority: Any, keepers: Any, tmp_path: Path) -> None:
    load(authority, a_return(tmp_path))
    Upload.objects.create(by=service_manager(), files=[])
    with pytest.raises(SealingRefused, match="wait for a decision"):
        seal(authority)
