"""Taking the list out: exactly that list, safe to open, and written down."""

import csv
import io
import re
from datetime import datetime
from typing import Any

import openpyxl
import pytest

from casetrack.audit import AuditEvent
from casetrack.models import Child
from tests.cast import DAY, Cast, signed_in

AS_AT = f"as_at={DAY.isoformat()}"


def take(user: Any, form: str, query: str = "") -> Any:
    return signed_in(user).post("/tracker/export/", {"format": form, "back": f"{AS_AT}&{query}"})


def rows_of_csv(answer: Any) -> list[list[str]]:
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_count_is_shown_before(cast: Cast) -> None:
    page = signed_in(cast.chair).get(f"/tracker/export/?{AS_AT}&show=red").content.decode()
    assert "Export 2 rows" in page
    assert "Shown: past limit, 2 children, as at 1 June 2026" in page
    assert not AuditEvent.objects.filter(kind="export").exists()


def test_csv_is_exactly_the_list(cast: Cast) -> None:
    header, *rows = rows_of_csv(take(cast.chair, "csv", "sort=-name"))
    assert header[:2] == ["Reference", "Name"]
    assert [row[1] for row in rows] == ["Tomas Bello", "Amara Bello"]
    found = dict(zip(header, rows[1], strict=True))
    assert found["State"] == "122 days over"
    assert found["Arithmetic"] == "243 days of 121"
    assert found["Counts from"] == "2025-10-01"
    assert found["Due"] == "2026-01-30"
    assert found["Worker"] == "N. Okafor"


def test_the_filters_hold(cast: Cast) -> None:
    assert len(rows_of_csv(take(cast.chair, "csv", "age=1-4"))) == 2
    assert len(rows_of_csv(take(cast.manager, "csv"))) == 2
    assert len(rows_of_csv(take(cast.chair, "csv", "columns=chosen&column=iro"))[0]) == 11


def test_what_was_looked_for_narrows_the_file_too(cast: Cast) -> None:
    client = signed_in(cast.chair)
    back = client.post(f"/tracker/?{AS_AT}", {"words": "Amarra"})["Location"].partition("?")[2]
    page = client.get(f"/tracker/export/?{back}").content.decode()
    assert "Export 1 row<" in page and "Shown: “Amarra”, 1 child" in page
    given = {"format": "csv", "back": back}
    assert [row[1] for row in rows_of_csv(client.post("/tracker/export/", given))[1:]] == [
        "Amara Bello"
    ]
    again = signed_in(cast.chair).post("/tracker/export/", given)
    assert "Export 2 rows" in again.content.decode(), "no longer that list, so it is shown first"


def test_a_workbook_has_real_dates_and_says_what_it_is(cast: Cast) -> None:
    answer = take(cast.chair, "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    header = [cell.value for cell in book["Tracker"][1]]
    row = dict(zip(header, [cell.value for cell in book["Tracker"][2]], strict=True))
    assert row["Due"] == datetime(2026, 1, 30)
    assert row["Name"] == "Amara Bello"
    about = book["About this list"]["A1"].value
    assert about == "Shown: everybody, 2 children, as at 1 June 2026"


@pytest.mark.parametrize("name", ["=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\tx"])
def test_a_name_is_never_a_formula(cast: Cast, name: str) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(first_name=name, last_name="")
    rows = rows_of_csv(take(cast.manager, "csv"))
    assert rows[1][1] == f"'{name.strip()}" if name.startswith("\t") is False else True
    assert not rows[1][1].startswith(("=", "+", "-", "@", "\t"))
    book = openpyxl.load_workbook(io.BytesIO(take(cast.manager, "xlsx").content))
    cell = book["Tracker"]["B2"]
    assert cell.data_type == "s"


def test_taking_out_is_written_down(cast: Cast) -> None:
    take(cast.chair, "csv")
    event = AuditEvent.objects.get(kind="export")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])
    assert (event.username, event.details["format"]) == ("chair", "csv")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_file_name_holds_queue_date_and_time_and_no_name(cast: Cast, form: str) -> None:
    given = take(cast.manager, form)["Content-Disposition"]
    assert re.fullmatch(rf'attachment; filename="tracker-\d{{4}}-\d\d-\d\d-\d{{4}}\.{form}"', given)


def test_an_unknown_format_asks_again(cast: Cast) -> None:
    answer = take(cast.chair, "exe")
    assert "Export 2 rows" in answer.content.decode()
    assert not AuditEvent.objects.filter(kind="export").exists()


@pytest.mark.parametrize("who", ["social_worker", "board_member"])
def test_who_may_not_take_out(cast: Cast, who: str) -> None:
    assert take(getattr(cast, who), "csv").status_code == 403


def test_somebody_elsewhere_takes_out_their_own(cast: Cast) -> None:
    assert [row[1] for row in rows_of_csv(take(cast.stranger, "csv"))[1:]] == ["Noor Bello"]
