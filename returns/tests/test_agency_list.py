"""The agency's own list: read whatever way it was written, compared, accepted or refused."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from adoption.models import (
    AdopterFamily,
    AdoptionDecision,
    AdoptionLink,
    AdoptionNotification,
    FamilyFinding,
    Match,
)
from casetrack.audit import AuditEvent
from casetrack.lists import ListRefused, day_of
from casetrack.models import Child, CourtOrder
from placements.models import Placement
from returns.agency.fields import column_of
from returns.agency.read import read
from returns.models import AgencyDifference
from tests import timeline
from tests.cast import Cast, a_user, assemble, signed_in

TODAY = date(2026, 11, 26)
HEAD = "Reference,Decision,Link,Placed"


@pytest.fixture
def cast(db: None) -> Cast:
    """Amara and Tomas have a decision of 15 September 2025."""
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Any:
    """Of the agency: reaches the children with an adoption plan, in this authority alone."""
    return a_user("agency", cast.authority, "adoption-agency-worker")


def text(page: Any) -> str:
    body = page.content.decode()
    said = re.sub(r"<[^>]*>", " ", body[body.index("<main") : body.index("</main")])
    return re.sub(r"\s+", " ", said)


def hand_over(user: Any, *lines: str) -> str:
    answer = signed_in(user).post("/returns/agency-list/", {"text": "\n".join(lines)})
    assert answer.status_code == 200
    return text(answer)


def decide(user: Any, decision: str, reason: str = "") -> str:
    given = {"difference": AgencyDifference.objects.get().pk, "decision": decision}
    answer = signed_in(user).post(
        "/returns/agency-list/decide/", given | {"reason": reason}, follow=True
    )
    return text(answer)


# Reading


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Reference", "reference"),
        ("CHILD'S REFERENCE", "reference"),
        ("child_id", "reference"),
        ("Own ID", "reference"),
        ("UPN", "upn"),
        ("Local authority", "council"),
        ("Date of ADM decision", "decided"),
        ("decision_date", "decided"),
        ("Placement Order (date)", "placement-order"),
        ("Date placed", "placed"),
        ("Date of placement order", "placement-order"),
        ("Adoption order date", "ordered"),
        ("Family finding start date", "finding"),
        ("Early notification", "notified"),
        ("Date of link", "linked"),
        ("Match date", "matched"),
        ("Name", ""),
        ("", ""),
        ("Date", ""),
    ],
)
def test_columns_are_found_by_their_headings(heading: str, code: str) -> None:
    assert column_of(heading) == code


@pytest.mark.parametrize(
    "value",
    ["03/02/2026", "3/2/2026", "3/2/26", "03-02-2026", "03.02.2026", "2026-02-03", "3 Feb 2026"]
    + ["3 February 2026", "3-Feb-2026", "03/02/2026 00:00", "2026-02-03T00:00:00"],
)
def test_days_are_read_day_before_month(value: str) -> None:
    assert day_of(value, TODAY) == (date(2026, 2, 3), "")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("02/31/2026", "This is no date"),
        ("31/02/2026", "This is no date"),
        ("soon", "This is no date"),
        ("46056", "This is no date"),
        ("27/11/2026", "has not come yet"),
        ("03/02/1926", "too long ago"),
    ],
)
def test_what_is_no_day_says_why(value: str, reason: str) -> None:
    day, said = day_of(value, TODAY)
    assert day is None and reason in said


AWKWARD = {
    "commas": b"Reference,Decision\nA1,03/02/2026\n",
    "semicolons": b"Reference;Decision\r\nA1;03/02/2026\r\n",
    "tabs": b"Reference\tDecision\nA1\t03/02/2026",
    "mark": b"\xef\xbb\xbfReference,Decision\nA1,03/02/2026",
    "excel": b"\xef\xbb\xbfsep=;\r\nReference;Decision\r\nA1;03/02/2026\r\n",
    "sixteen": "Reference\tDecision\r\nA1\t03/02/2026\r\n".encode("utf-16"),
    "latin": "Reference,Decision,Note é\na1,03/02/2026,José".encode("cp1252"),
    "quotes": b'"Reference","Decision","Note"\n"A1","03/02/2026","a, b; c"',
    "blanks": b"\n\n , ,\nReference , Decision\n\n  a1 , 03/02/2026 \n,,\n;\n"[:-2],
    "order": b"Decision,Name,Reference\n03/02/2026,Amara,A1",
    "lines": b'Reference,Note,Decision\nA1,"two\nlines",03/02/2026',
    "nulls": b"Reference,Decision\nA\x001,03/02/2026",
}


@pytest.mark.parametrize("data", AWKWARD.values(), ids=AWKWARD)
def test_a_list_is_read_whatever_way_it_was_written(data: bytes) -> None:
    found = read(data, TODAY)
    assert [(row.reference, row.days) for row in found.rows] == [
        ("A1", {"decided": date(2026, 2, 3)})
    ]
    assert not found.faults


def test_columns_that_are_not_compared_are_named() -> None:
    found = read("Reference,Name,Decision,Notes,\nA1,Amara,,x,", TODAY)
    assert (found.columns, found.not_read) == (["decided"], ["Name", "Notes"])


def test_nothing_of_what_cannot_be_read_is_lost() -> None:
    found = read(
        "Reference,UPN,Decision,Link\n"
        "A1,,32/01/2026,03/02/2026\n"
        "\n"
        ",,03/02/2026,\n"
        "A2,,-,n/a,surplus\n"
        "A3,,tomorrow,TBC\n",
        TODAY,
    )
    assert [(row.line, row.who, row.days) for row in found.rows] == [
        (2, "A1", {"linked": date(2026, 2, 3)}),
        (5, "A2", {}),
        (6, "A3", {}),
    ]
    told = [(fault.line, fault.column, fault.value) for fault in found.faults]
    assert told == [
        (2, "Decision to place for adoption", "32/01/2026"),
        (4, "", "03/02/2026"),
        (5, "", "surplus"),
        (6, "Decision to place for adoption", "tomorrow"),
    ]
    assert all(fault.reason.endswith(".") for fault in found.faults)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("", "The list is empty"),
        (" \n\n", "The list is empty"),
        ("Name,Decision\nAmara,03/02/2026", "No column says which child it is"),
        ("Reference,Name\nA1,Amara", "No column holds a day that is compared"),
        ("Reference,Decision,ADM decision\nA1,,", "Two columns have the same heading"),
        ('Reference,Decision\nA1,"03/02/2026', "Line 2 of the list cannot be taken apart"),
        (b"PK\x03\x04", "This is a workbook"),
        (b"x" * (2 * 1024 * 1024 + 1), "larger than 2 MB"),
        ("Reference,Decision\n" + "A1,\n" * 5001, "more than 5,000 children"),
    ],
)
def test_what_is_no_list_is_refused_whole(data: Any, said: str) -> None:
    with pytest.raises(ListRefused, match=said):
        read(data, TODAY)


# Comparing


def test_days_are_compared_child_by_child(cast: Cast, worker: Any) -> None:
    said = hand_over(worker, HEAD, "A1,15/09/2025,03/11/2025,", "A2,16/09/2025,,")
    assert "2 differences from the adoption agency’s list" in said
    assert "Amara Bello A1 Link with a family Not recorded 3 Nov 2025" in said
    assert "Tomas Bello A2 Decision to place for adoption 15 Sep 2025 16 Sep 2025" in said
    assert "2 children compared, 0 without a difference" in said
    assert "0 on the list alone, 0 on record alone" in said


def test_a_list_that_says_the_same(cast: Cast, worker: Any) -> None:
    said = hand_over(worker, "Reference,Decision", "A1,15/09/2025", "A2,2025-09-15")
    assert "The adoption agency’s list says the same" in said
    assert "2 children compared, 2 without a difference" in said
    assert not AgencyDifference.objects.exists()


def test_who_stands_on_one_list_alone(cast: Cast, worker: Any) -> None:
    timeline.child("born 2020-01-01; plan adoption 2025-01-01", authority=cast.authority)
    said = hand_over(worker, "Reference,Decision", "A1,15/09/2025", "Z99,01/02/2026")
    assert "1 on the list alone, 2 on record alone" in said
    assert "3 Z99 You reach no child who is known so." in said
    assert "Tomas Bello A2" in said


def test_what_the_list_leaves_empty_is_told_and_not_asked(cast: Cast, worker: Any) -> None:
    said = hand_over(worker, "Reference,Decision,Match", "A1,,")
    assert "left empty in the list" in said
    assert "Amara Bello Decision to place for adoption 15 Sep 2025" in said
    assert not AgencyDifference.objects.exists()


def test_every_day_is_found_where_it_is_recorded(cast: Cast, worker: Any) -> None:
    """The one that stands: not what was reversed, withdrawn or ended."""
    child = cast.amara
    family = AdopterFamily.objects.create(authority=cast.authority, reference="F1")
    AdoptionNotification.objects.create(child=child, notified_on="2025-05-01")
    AdoptionNotification.objects.create(child=child, notified_on="2025-06-01")
    AdoptionDecision.objects.create(child=child, decided_on="2025-08-01", reversed_on="2025-08-20")
    CourtOrder.objects.create(child=child, kind="placement", made_on="2025-10-01")
    FamilyFinding.objects.create(child=child, starts_on="2025-10-02")
    AdoptionLink.objects.create(
        child=child,
        family=family,
        linked_on="2025-10-20",
        ended_on="2025-10-30",
        end_reason="other",
    )
    AdoptionLink.objects.create(child=child, family=family, linked_on="2025-11-03")
    Match.objects.create(child=child, decided_on="2025-12-01", withdrawn_on="2025-12-02")
    Match.objects.create(child=child, decided_on="2026-01-05")
    Placement.objects.filter(child=child).update(ends_on="2026-02-02")
    home = Placement.objects.get(child=child).home
    Placement.objects.create(child=child, home=home, type="A6", starts_on="2026-02-02")
    said = hand_over(
        worker,
        "Ref;Notified;Decision;PO;Family finding;Link;Match;Placed;Order",
        "a1;1/5/25;15/9/25;1/10/25;2/10/25;3/11/25;5/1/26;2/2/26;",
    )
    assert "1 child compared, 1 without a difference" in said, said


def test_a_child_is_known_by_her_upn_too(cast: Cast, worker: Any) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(upn="A123456789012")
    said = hand_over(worker, "UPN,Decision", "a123456789012,16/09/2025")
    assert "1 difference from" in said
    both = hand_over(worker, "Reference,UPN,Decision", "A2,A123456789012,16/09/2025")
    assert "1 on the list alone" in both, "they are two children"


def test_the_same_child_twice(cast: Cast, worker: Any) -> None:
    said = hand_over(
        worker, "Reference,Decision", "A1,16/09/2025", "A1,16/09/2025", "A1,17/09/2025"
    )
    assert "1 difference from" in said
    assert "4 The whole line A1 Line 2 says otherwise of the same child. Line 2 counts." in said
    assert "1 value or line could not be read" in said
    assert AgencyDifference.objects.get().stated_on == date(2025, 9, 16)


def test_two_councils_with_the_same_reference(cast: Cast) -> None:
    user = a_user("both", cast.authority, "adoption-agency-worker")
    user.roles.create(
        authority=cast.elsewhere, role="adoption-agency-worker", starts_on="2020-01-01"
    )
    Child.objects.filter(pk=cast.noor.pk).update(reference="A1")
    said = hand_over(user, "Reference,Decision", "A1,16/09/2025")
    assert "Several children are known so" in said and not AgencyDifference.objects.exists()
    hand_over(user, "Reference,Council,Decision", "A1,Elsewhere Council,16/09/2025")
    assert AgencyDifference.objects.get().child == cast.noor
    hand_over(user, "Reference,LA,Decision", "A1,cast,16/09/2025")
    assert set(AgencyDifference.objects.values_list("child", flat=True)) == {
        cast.noor.pk,
        cast.amara.pk,
    }


def test_nothing_is_kept_of_whom_the_reader_does_not_reach(cast: Cast, worker: Any) -> None:
    other = timeline.child("born 2020-01-01", authority=cast.authority, reference="Q1")
    said = hand_over(worker, "Reference,Decision", "B1,16/09/2025", "Q1,16/09/2025", "X,1/2/2026")
    assert "0 children compared" in said and "3 on the list alone" in said
    assert "Noor" not in said and other.name not in said.replace("Q1", "")
    assert not AgencyDifference.objects.exists()
    for event in AuditEvent.objects.all():
        assert "B1" not in str(event.details) and cast.noor.pk not in event.children


def test_a_new_list_takes_the_place_of_the_old(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Decision,Link", "A1,16/09/2025,03/11/2025", "A2,16/09/2025,")
    hand_over(worker, "Reference,Decision", "A1,17/09/2025")
    kept = AgencyDifference.objects.order_by("child__reference", "field")
    assert [(each.child.reference, each.field, each.stated_on.day) for each in kept] == [
        ("A1", "decided", 17),
        ("A1", "linked", 3),
        ("A2", "decided", 16),
    ]


def test_a_difference_goes_once_the_record_says_the_same(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Decision", "A1,16/09/2025")
    AdoptionDecision.objects.filter(child=cast.amara).update(decided_on="2025-09-16")
    page = text(signed_in(worker).get("/returns/agency-list/"))
    assert "difference" not in page.partition("Compare a list")[0]


def test_a_file_is_read_as_what_is_pasted(cast: Cast, worker: Any) -> None:
    file = SimpleUploadedFile("list.csv", b"\xef\xbb\xbfReference;Decision\r\nA1;16/09/2025\r\n")
    answer = signed_in(worker).post("/returns/agency-list/", {"file": file})
    assert "1 difference from" in text(answer)


def test_a_form_without_a_list_says_so(cast: Cast, worker: Any) -> None:
    client = signed_in(worker)
    assert "Paste the list, or choose a file" in text(client.post("/returns/agency-list/", {}))
    file = SimpleUploadedFile("list.csv", b"x")
    both = client.post("/returns/agency-list/", {"text": "x", "file": file})
    assert "not both" in text(both)
    page = client.post("/returns/agency-list/", {"text": "Name\nAmara"})
    assert "No column says which child it is" in text(page)


# Deciding


@pytest.mark.parametrize(
    ("column", "model", "day"),
    [
        ("Notified", AdoptionNotification, "notified_on"),
        ("Family finding", FamilyFinding, "starts_on"),
        ("Match", Match, "decided_on"),
    ],
)
def test_what_is_accepted_is_recorded_as_its_kind_is(
    cast: Cast, worker: Any, column: str, model: Any, day: str
) -> None:
    hand_over(worker, f"Reference,{column}", "A1,03/11/2025")
    said = decide(worker, "accept")
    assert "The record has the day of the agency’s list now." in said
    fact = model.objects.get(child=cast.amara)
    assert getattr(fact, day) == date(2025, 11, 3)
    event = fact.events.get()
    assert event.pgh_context["why"] == "accepted from the agency’s list"
    assert event.pgh_context["by"] == "agency"
    whats = set(AuditEvent.objects.filter(kind="write").values_list("what", flat=True))
    assert "agency-list.accepted" in whats
    kept = AgencyDifference.objects.get()
    assert (kept.decision, kept.decided_by) == ("accepted", worker)


def test_a_day_that_was_wrong_is_corrected(cast: Cast, worker: Any) -> None:
    FamilyFinding.objects.create(child=cast.amara, starts_on="2025-10-02")
    hand_over(worker, "Reference,Family finding", "A1,06/10/2025")
    decide(worker, "accept")
    fact = FamilyFinding.objects.get(child=cast.amara)
    assert fact.starts_on == date(2025, 10, 6)
    event = fact.events.latest("pgh_id")
    assert event.pgh_context["why"] == "accepted from the agency’s list"
    assert AuditEvent.objects.filter(what="family-finding.corrected").exists()


def test_whoever_may_not_record_it_may_not_accept_it(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Decision", "A1,16/09/2025")
    assert "You may not record that" in decide(worker, "accept")
    assert AgencyDifference.objects.get().decision == ""
    assert AdoptionDecision.objects.get(child=cast.amara).decided_on == date(2025, 9, 15)


def test_an_order_is_accepted_by_those_who_record_orders(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Placement order", "A1,01/10/2025")
    assert "You may not record that" in decide(worker, "accept")
    decide(cast.service_manager, "accept")
    assert CourtOrder.objects.get(child=cast.amara).made_on == date(2025, 10, 1)


def test_what_needs_more_than_a_day_is_recorded_elsewhere(cast: Cast, worker: Any) -> None:
    said = hand_over(worker, "Reference,Link", "A1,03/11/2025")
    assert "A link needs the reference of the family." in said
    assert "Not done: A link needs the reference of the family." in decide(worker, "accept")
    assert not AdoptionLink.objects.exists()


def test_what_the_record_does_not_allow_is_refused_in_words(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Match", "A1,01/09/2025")
    said = decide(worker, "accept")
    assert "Not done: A child can be matched only after the decision" in said
    assert AgencyDifference.objects.get().decision == ""


def test_no_day_before_birth_is_accepted(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Placement order", "A1,01/02/2020")
    assert "The child was not born on that day." in decide(cast.service_manager, "accept")


def test_what_is_refused_is_remembered(cast: Cast, worker: Any) -> None:
    rows = ["Reference,Family finding", "A1,03/11/2025"]
    hand_over(worker, *rows)
    assert "Write why the record stands." in decide(worker, "refuse", "  ")
    said = decide(worker, "refuse", "The agency has typed the wrong child.")
    assert "The record stands. The list is not asked about it again." in said
    again = hand_over(worker, *rows)
    assert "To decide" not in again
    assert "The agency has typed the wrong child. agency" in again
    assert "already" in decide(worker, "accept")
    hand_over(worker, "Reference,Family finding", "A1,04/11/2025")
    assert AgencyDifference.objects.filter(decision="").count() == 1, "another day is asked about"


def test_what_was_accepted_and_differs_again_is_asked_again(cast: Cast, worker: Any) -> None:
    rows = ["Reference,Family finding", "A1,03/11/2025"]
    hand_over(worker, *rows)
    decide(worker, "accept")
    FamilyFinding.objects.filter(child=cast.amara).update(starts_on="2025-11-05")
    assert "5 Nov 2025 3 Nov 2025" in hand_over(worker, *rows)


def test_another_readers_children_are_not_decided(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Family finding", "A2,03/11/2025")
    given = {"difference": AgencyDifference.objects.get().pk, "decision": "accept"}
    stranger = a_user("other", cast.elsewhere, "adoption-agency-worker")
    for user in (stranger, cast.social_worker):
        answer = signed_in(user).post("/returns/agency-list/decide/", given)
        assert answer.status_code == 404
    for wrong in ("", "x", "0", "9" * 30):
        answer = signed_in(worker).post("/returns/agency-list/decide/", {"difference": wrong})
        assert answer.status_code == 404
    assert "Tomas" not in text(signed_in(cast.social_worker).get("/returns/agency-list/"))


@pytest.mark.parametrize("who", ["board_member", "chair", "iro", "data_officer", "nobody"])
def test_who_may_not_compare(cast: Cast, who: str) -> None:
    client = signed_in(getattr(cast, who))
    assert client.get("/returns/agency-list/").status_code == 403
    assert client.post("/returns/agency-list/decide/", {}).status_code == 403


def test_comparing_is_written_down(cast: Cast, worker: Any) -> None:
    hand_over(worker, "Reference,Decision", "A1,16/09/2025")
    looked = AuditEvent.objects.get(kind="read")
    assert looked.what == "agency-list"
    assert set(looked.children) == {cast.amara.pk, cast.tomas.pk}, "also those on record alone"
    wrote = AuditEvent.objects.get(kind="write")
    assert (wrote.what, wrote.children) == ("agency-list.compared", [cast.amara.pk])


def test_a_long_list_asks_no_more_than_a_short_one(cast: Cast, worker: Any) -> None:
    client = signed_in(worker)

    def asked(rows: list[str]) -> int:
        with CaptureQueriesContext(connection) as found:
            given = {"text": "\n".join(["Reference,Decision,Link", *rows])}
            assert client.post("/returns/agency-list/", given).status_code == 200
        return len(found)

    asked(["A1,16/09/2025,1/10/2025"])
    few = asked(["A1,16/09/2025,1/10/2025"])
    rows = []
    for number in range(12):
        history = "born 2020-01-01; plan adoption 2025-01-01"
        timeline.child(history, authority=cast.authority, reference=f"L{number}")
        rows.append(f"L{number},16/09/2025,1/10/2025")
    assert asked(rows) <= few


def test_words_of_the_list_are_words_and_no_marks(cast: Cast, worker: Any) -> None:
    given = {"text": "Reference,Decision\n<b>x</b>,<i>y</i>"}
    page = signed_in(worker).post("/returns/agency-list/", given).content.decode()
    report = page.partition("known-note")[2].partition("hand-over")[0]
    assert "<b>" not in report and "&lt;B&gt;X" in report and "&lt;i&gt;y" in report


def test_an_adopted_child_is_not_missed_on_the_list(cast: Cast, worker: Any) -> None:
    CourtOrder.objects.create(child=cast.tomas, kind="adoption", made_on="2026-02-02")
    said = hand_over(worker, "Reference,Decision", "A1,15/09/2025")
    assert "0 on record alone" in said


def test_links_stand_side_by_side_and_none_is_corrected(cast: Cast, worker: Any) -> None:
    for number, day in ((1, "2025-10-20"), (2, "2025-11-03"), (3, "2025-12-01")):
        family = AdopterFamily.objects.create(authority=cast.authority, reference=f"F{number}")
        AdoptionLink.objects.create(child=cast.amara, family=family, linked_on=day)
    for day in ("20/10/2025", "03/11/2025", "01/12/2025"):
        assert "says the same" in hand_over(worker, "Reference,Link", f"A1,{day}")
    said = hand_over(worker, "Reference,Link", "A1,04/11/2025")
    assert "1 difference" in said and "A link needs the reference of the family." in said
    assert "Not done: A link needs the reference" in decide(worker, "accept")


@pytest.mark.parametrize("page", ["/pathways/adoption/", "/regional/"])
def test_the_agencys_pages_lead_to_it(cast: Cast, worker: Any, page: str) -> None:
    assert "/returns/agency-list/" in signed_in(worker).get(page).content.decode()
