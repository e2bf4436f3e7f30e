"""The pages of the pathways: the frame that all of them share, whatever the pathway."""

import csv
import io
import re
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from casetrack.audit import AuditEvent
from casetrack.models import Child, RoleAssignment
from casetrack.record import registry
from oversight import tracker as showing
from oversight.clocks.registry import CLOCKS
from oversight.models import SavedView
from oversight.pathways.filters import Filters, marks
from oversight.pathways.registry import PATHWAYS
from oversight.tests.pathways import (
    DAY,
    Cast,
    a_child,
    days,
    every,
    names,
    page,
    planned,
    said,
    signed_in,
    timeline,
)
from permanence import routes
from permanence.models import Review
from placements.models import HomeWorry
from tests.cast import WAITING, a_user

pytestmark = pytest.mark.django_db
AS_AT = f"as_at={DAY}"
NOT_COUNTED = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")


# What is defined


@pytest.mark.parametrize("pathway", PATHWAYS.values(), ids=list(PATHWAYS))
def test_a_pathway_names_only_what_there_is(pathway: Any) -> None:
    codes = [stage.code for stage in pathway.stages]
    assert len(set(codes)) == len(codes)
    assert len({mark.code for mark in marks(pathway)}) == len(marks(pathway))
    assert set(pathway.clocks) - CLOCKS.keys() == set()
    steps = {code for code, _ in routes.titles()}
    for stage in pathway.stages:
        kind = registry.named(stage.kind or "milestone")
        assert kind is not None, stage.kind
        assert stage.step in {"", *steps}
        assert bool(stage.change) == (stage.fact is not None)
        assert stage.change in {"", *(change.code for change in kind.changes)}


# Who sees what


def test_all_pathways_with_what_was_found(cast: Cast) -> None:
    text = signed_in(cast.chair).get("/pathways/").content.decode()
    for pathway in PATHWAYS.values():
        assert f'href="/pathways/{pathway.code}/">{pathway.title}</a>' in text
    assert "2 children on the way to adoption, 2 with a placement order and no link" in text
    assert "Bello" not in text
    assert not AuditEvent.objects.filter(kind="read").exists()


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("manager", ["Amara Bello"]),
        ("social_worker", ["Amara Bello"]),
        ("iro", ["Amara Bello", "Tomas Bello"]),
        ("stranger", ["Noor Bello"]),
    ],
)
def test_each_sees_their_own_children(cast: Cast, who: str, seen: list[str]) -> None:
    assert names(page(getattr(cast, who), "adoption")) == seen


@pytest.mark.parametrize("address", ["/pathways/", "/pathways/adoption/"])
def test_who_is_refused(cast: Cast, client: Any, address: str) -> None:
    assert signed_in(cast.board_member).get(address).status_code == 403
    assert client.get(address)["Location"].startswith("/sign-in/")
    assert signed_in(cast.chair).post(address).status_code == 405


def test_a_pathway_that_there_is_not(cast: Cast) -> None:
    for address in ("/pathways/nonsense/", "/pathways/nonsense/export/"):
        assert signed_in(cast.chair).get(address).status_code == 404


def test_reading_the_list_is_written_down_once(cast: Cast) -> None:
    page(cast.chair, "adoption")
    event = AuditEvent.objects.get(kind="read")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])
    assert (event.what, event.details) == (
        "pathway",
        {"pathway": "adoption", "as_at": DAY.isoformat()},
    )


def test_those_who_are_not_on_the_page_are_not_said_to_be_seen(cast: Cast) -> None:
    page(cast.chair, "adoption", "only=five")
    assert AuditEvent.objects.get(kind="read").children == [cast.tomas.pk]


# A row


def test_a_row_says_what_the_manager_needs(cast: Cast) -> None:
    words = said(page(cast.manager, "adoption"))
    for part in (
        "4 y 8 m · in care 1 y 3 m",
        "Placement order 1 Oct 2025",
        "contingency: long-term fostering",
        "Foster home 1 y 3 m · 1st home",
        "122 days over",
        "Placement order to match",
        "No next step is dated",
        "N. Okafor",
        "Agency told no day recorded Decision 15 Sep 2025 Placement order 1 Oct 2025",
        "Family finding now Link to come Match to come",
    ):
        assert part in words, part


def test_the_next_step_is_the_nearest_that_is_open(cast: Cast) -> None:
    planned(cast.amara, "introductions", days(-60))
    planned(cast.amara, "matching-panel", days(-6), owner=cast.north_worker)
    planned(cast.amara, "matching-meeting", days(20), actual_on=days(10))
    words = said(page(cast.manager, "adoption"))
    assert "Adoption panel considers the match 7 Jun 2026, due in 6 days N. Okafor" in words


def test_a_step_that_is_late_says_so_and_who_usually_sees_to_it(cast: Cast) -> None:
    step = planned(cast.amara, "matching-panel", days(50))
    step.revised_on, step.revised_because = days(12), "The panel was full"
    step.save()
    text = page(cast.manager, "adoption")
    assert "20 May 2026, 12 days late nobody named, usually: regional adoption agency" in said(text)
    assert 'class="small late">20 May 2026' in text


def test_a_step_that_another_fact_shows_done_is_not_next(cast: Cast) -> None:
    planned(cast.amara, "second-review", days(40))
    planned(cast.amara, "match", days(-9))
    words = said(page(cast.manager, "adoption"))
    assert "Decision on the match 10 Jun 2026, due in 9 days" in words
    Review.objects.filter(child=cast.amara).latest("held_on").delete()
    words = said(page(cast.manager, "adoption"))
    assert "Second review 22 Apr 2026, 40 days late" in words


def test_a_step_done_later_is_open_on_the_day(cast: Cast) -> None:
    planned(cast.amara, "matching-panel", days(3), actual_on=days(-5))
    assert "Adoption panel considers the match 29 May 2026, 3 days late" in said(
        page(cast.manager, "adoption")
    )


def test_the_steps_are_those_of_the_plan_that_the_pathway_is_about(cast: Cast) -> None:
    child = a_child(
        f"plan long-term-fostering {days(90)}; contingency adoption {days(90)}",
        reference="BOTH",
    )
    planned(child, "matching-panel", days(-9))
    Child.objects.filter(pk=child.pk).update(authority=cast.authority)
    assert "Adoption panel considers the match 10 Jun" in said(page(cast.chair, "adoption"))


def test_the_clock_that_matters_is_the_worst_then_the_first_of_the_pathway() -> None:
    late = a_child(f"plan adoption {days(400)}; decision {days(395)}; status E1 {days(390)}")
    found = {row.facts["id"]: row for row in every("adoption")}[late.pk]
    assert found.wait is not None
    assert (found.wait.row.clock, found.wait.state) == ("placement-order-to-match", "red")


def test_the_worst_wait_stands_first_and_no_wait_last() -> None:
    ordered = "plan adoption {0}; decision {0}; status E1 {0}; match {1}"
    matched = f"plan adoption {days(9)}; decision {days(9)}; match {days(8)}; home A4 {days(5)}"
    none = a_child(matched, care=20, reference="A1")
    green = a_child(ordered.format(days(40), days(30)), care=50, reference="A2")
    red = a_child(ordered.format(days(800), days(600)), reference="A3")
    waits = [row.wait.state if row.wait else "none" for row in every("adoption")]
    assert [row.facts["id"] for row in every("adoption")] == [red.pk, green.pk, none.pk], waits


def test_a_child_leads_back_to_the_list(cast: Cast) -> None:
    client = signed_in(cast.chair)
    text = page(cast.chair, "adoption", "only=five")
    (address,) = re.findall(r'class="child-name" href="([^"]*)"', text)
    text = client.get(address.replace("&amp;", "&")).content.decode()
    assert f'href="/pathways/adoption/?only=five&amp;{AS_AT}">Back to the pathway</a>' in text


# The one button


def test_the_button_records_the_stage_that_is_next(cast: Cast) -> None:
    text = page(cast.manager, "adoption")
    address = f"/children/{cast.amara.uuid}/record/family-finding/"
    assert re.findall(r'class="button" href="(/children[^"]*)"', text) == [address]
    assert "Record the search for a family for Amara Bello" in said(text)
    assert signed_in(cast.manager).get(address).status_code == 200


@pytest.mark.parametrize("who", ["chair", "iro"])
def test_who_may_not_record_has_no_button(cast: Cast, who: str) -> None:
    text = page(getattr(cast, who), "adoption")
    assert names(text) and not re.findall(r'class="button" href="/children', text)


def test_the_button_is_there_only_for_children_whom_the_right_reaches(cast: Cast) -> None:
    """A chair of the authority who is one child's social worker records of that child alone."""
    RoleAssignment.objects.create(
        user=cast.social_worker, authority=cast.authority, role="chair", starts_on=days(9)
    )
    text = page(cast.social_worker, "adoption")
    assert names(text) == ["Amara Bello", "Tomas Bello"]
    buttons = re.findall(r'class="button" href="/children/([^/]*)', text)
    assert buttons == [str(cast.amara.uuid)]


# The list


def test_filters_by_team_and_worker(cast: Cast) -> None:
    south, north = cast.south_worker, cast.north_worker
    assert names(page(cast.chair, "adoption", f"worker={south.uuid}")) == ["Tomas Bello"]
    assert names(page(cast.chair, "adoption", f"team={north.team_id}")) == ["Amara Bello"]
    assert names(page(cast.chair, "adoption", f"team={north.team_id}&worker={south.uuid}")) == []
    assert len(names(page(cast.chair, "adoption", "team=x&worker=x&authority=&page=x"))) == 2


def test_a_chip_keeps_what_else_the_list_is_narrowed_to(cast: Cast) -> None:
    filters = Filters.read(PATHWAYS["adoption"], QueryDict("only=five&stage=link&page=2"), DAY)
    assert filters.turned("five") == "stage=link"
    assert filters.turned("past") == "stage=link&only=five&only=past"
    assert filters.query(stage="") == "only=five"
    assert filters.here == "stage=link&only=five&page=2"


def test_a_wrong_date_is_said(cast: Cast) -> None:
    text = signed_in(cast.chair).get("/pathways/adoption/?as_at=2026-13-01").content.decode()
    assert "Enter a real date" in text


def test_pages_and_the_whole_list(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("oversight.views.pathways.PAGE", 1)
    first, last = (page(cast.chair, "adoption", f"page={number}") for number in (1, 9))
    assert names(first) == ["Amara Bello"] and "Page 1 of 2" in first
    assert names(last) == ["Tomas Bello"] and "page=1" in last
    seen = AuditEvent.objects.filter(kind="read").values_list("children", flat=True)
    assert sorted(seen) == [[cast.amara.pk], [cast.tomas.pk]]
    whole = page(cast.chair, "adoption", "whole=yes")
    assert len(names(whole)) == 2
    assert "Shown: adoption, 2 children, as at 1 June 2026." in said(whole)
    assert "page-printed" in whole and 'class="chip"' not in whole


def test_what_is_shown_is_said_for_paper(cast: Cast) -> None:
    words = said(page(cast.chair, "adoption", "stage=family-finding&only=five"))
    assert "Shown: adoption, next: family finding, five and over, 1 child, as at 1 Jun" in words


def test_a_list_without_children(cast: Cast) -> None:
    text = page(cast.chair, "adoption", "stage=ended")
    assert "No child matches." in text and "Export" not in said(text).split("No child")[0][-400:]


# A file


def take(user: Any, form: str, query: str = "", code: str = "adoption") -> Any:
    given = {"format": form, "back": f"{AS_AT}&{query}"}
    return signed_in(user).post(f"/pathways/{code}/export/", given)


def cells(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_count_is_shown_before(cast: Cast) -> None:
    client = signed_in(cast.chair)
    text = client.get(f"/pathways/adoption/export/?{AS_AT}&only=five").content.decode()
    assert "Export 1 row<" in text
    assert "Shown: adoption, five and over, 1 child, as at 1 June 2026" in text
    assert not AuditEvent.objects.filter(kind="export").exists()


def test_a_file_has_every_stage_with_its_day(cast: Cast) -> None:
    planned(cast.amara, "matching-panel", days(-6), owner=cast.north_worker)
    amara, tomas = cells(take(cast.chair, "csv"))
    for name, cell in {
        "Name": "Amara Bello",
        "Council": "Castle Council",
        "Placement order, no link": "yes",
        "Plan and order": "Adoption; Placement order 1 Oct 2025; contingency: long-term fostering",
        "Agency told": "no day recorded",
        "Decision": "2025-09-15",
        "Family finding": "now",
        "Match": "to come",
        "Clock": "Placement order to match",
        "State": "122 days over",
        "Due": "2026-01-30",
        "Next step": "Adoption panel considers the match",
        "Planned for": "2026-06-07",
        "Who sees to it": "N. Okafor",
        "Worker": "N. Okafor",
    }.items():
        assert amara[name] == cell, name
    assert tomas["Next step"] == ""


def test_the_filters_hold_in_the_file_and_each_takes_their_own(cast: Cast) -> None:
    assert [row["Name"] for row in cells(take(cast.chair, "csv", "only=five"))] == ["Tomas Bello"]
    assert [row["Name"] for row in cells(take(cast.manager, "csv"))] == ["Amara Bello"]
    assert take(cast.social_worker, "csv").status_code == 403
    assert take(a_user("f", cast.authority, "fostering"), "csv").status_code == 403


def test_a_workbook_has_real_dates_and_says_what_it_is(cast: Cast) -> None:
    book = openpyxl.load_workbook(io.BytesIO(take(cast.chair, "xlsx").content))
    header, amara, _ = book["Pathway"].iter_rows(values_only=True)
    row = dict(zip(header, amara, strict=True))
    assert (row["Decision"], row["Name"]) == (datetime(2025, 9, 15), "Amara Bello")
    about = book["About this list"]["A1"].value
    assert about == "Shown: adoption, 2 children, as at 1 June 2026"


def test_taking_out_is_written_down_and_the_file_has_no_name_of_a_child(cast: Cast) -> None:
    answer = take(cast.chair, "csv", "only=five")
    given = answer["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="adoption-\d{4}-\d\d-\d\d-\d{4}\.csv"', given)
    event = AuditEvent.objects.get(kind="export")
    assert event.children == [cast.tomas.pk]
    assert (event.what, event.details["pathway"]) == ("pathway.export", "adoption")


def test_a_name_is_never_a_formula(cast: Cast) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(first_name="=1+1", last_name="")
    assert cells(take(cast.manager, "csv"))[0]["Name"] == "'=1+1"


# A saved view


def test_a_list_is_kept_for_its_own_page(cast: Cast) -> None:
    client = signed_in(cast.manager)
    back = f"only=five&stage=match&{AS_AT}&page=2"
    given = {"name": "Five", "page": "adoption", "back": back}
    text = client.post("/tracker/views/", given, follow=True).content.decode()
    view = SavedView.objects.get()
    assert (view.page, view.query) == ("adoption", "stage=match&only=five")
    assert "Saved as “Five”." in text and "children on the way to adoption" in text
    assert f'href="?{view.query.replace("&", "&amp;")}">Five</a>' in text
    assert ">Five</a>" not in client.get("/tracker/").content.decode()
    client.post("/tracker/views/", {"name": "Five", "back": "show=red"})
    assert SavedView.objects.count() == 2
    given = {"page": "adoption"}
    text = client.post(f"/tracker/views/{view.uuid}/delete/", given, follow=True).content.decode()
    assert "“Five” is deleted." in text and "1 child on the way to adoption" in text


# How many questions

COUNTS = dict.fromkeys(PATHWAYS, 14) | {"adoption": 17}


def asked(user: Any, code: str) -> list[str]:
    client = signed_in(user)
    with CaptureQueriesContext(connection) as context:
        assert client.get(f"/pathways/{code}/?{AS_AT}").status_code == 200
    return [each["sql"] for each in context if not each["sql"].startswith(NOT_COUNTED)]


@pytest.mark.parametrize("code", PATHWAYS)
def test_the_number_of_questions_does_not_grow_with_the_children(cast: Cast, code: str) -> None:
    def another() -> None:
        child = timeline.child(EXAMPLES[code], authority=cast.authority)
        plan = child.permanenceplan_facts.earliest("pk")
        for step in routes.whole(plan.route):
            planned(child, step.code, days(-9))
        HomeWorry.objects.create(child=child, starts_on=days(9), worry="Tired")

    another()
    few = asked(cast.service_manager, code)
    for _ in range(6):
        another()
    many = asked(cast.service_manager, code)
    assert len(names(page(cast.service_manager, code))) >= 7
    assert len(many) == len(few) <= COUNTS[code], "\n".join(each[:120] for each in many)


EXAMPLES = {
    "adoption": WAITING,
    "guardianship": f"care {days(90)}; plan special-guardianship {days(80)}; home U1 {days(70)}",
    "with-parents": f"care {days(90)}; plan home {days(80)}; home P1 {days(70)}",
    "long-term-fostering": f"care {days(90)}; plan long-term-fostering {days(80)}",
    "residential": f"care {days(90)}; plan residential {days(80)}; home K2 {days(70)}",
    "fragile-homes": f"care {days(90)}; plan long-term-fostering {days(80)}; home U6 {days(70)}",
    "independence": f"born 2009-01-01; care {days(90)}; plan independence {days(80)}",
}


def test_every_pathway_has_its_figure() -> None:
    assert PATHWAYS.keys() == COUNTS.keys() == EXAMPLES.keys()
    assert showing.PAGE < showing.WHOLE
