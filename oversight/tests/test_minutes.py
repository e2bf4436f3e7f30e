"""The minutes of a meeting: read, put right, approved and locked; on paper as on the screen."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from oversight.actions import decisions
from oversight.meetings.kept import as_sheet, as_text
from oversight.meetings.minutes import read
from oversight.meetings.pdf import pdf
from permanence.actions import held, meetings
from permanence.actions.decisions import find_of_plan
from permanence.models import (
    AgreedAction,
    ChildsWords,
    Decision,
    Finding,
    Meeting,
    MeetingStage,
    Minutes,
    PermanencePlan,
)
from tests import papers, timeline
from tests.cast import DAY, WAITING, Cast, a_user, signed_in
from tests.sittings import decided, group, item, sitting, typed

pytestmark = pytest.mark.django_db
DUE = date(2026, 7, 1)
SAID = "I want to stay near Tomas."


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    """Amara was looked at, for Tomas there was no time, and the meeting is closed."""
    given = {"gathered": "talking", "shared_with": "readers"}
    ChildsWords.objects.create(child=cast.amara, said_on=DAY, words=SAID, **given)
    later = DAY + timedelta(days=1)
    ChildsWords.objects.create(child=cast.amara, said_on=later, words="Since then.", **given)
    found = sitting(cast, cast.amara, cast.tomas)
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    decided(cast, found, cast.amara, "endorse", plan=plan)
    to_do = {"owner": cast.north_worker, "due_on": DUE}
    decided(cast, found, cast.amara, "action", text="ring the school", **to_do)
    gone = decided(cast, found, cast.amara, "noted", text="Said in haste")
    decisions.undo(decision=gone, by=cast.chair)
    values = {"answered": "not", "found": "no second plan for Amara", "recheck_on": DUE}
    about = item(found, cast.amara)
    find_of_plan(item=about, question="contingency", values=values, by=cast.chair)
    held.close_meeting(meeting=found, on=DAY, by=cast.chair)
    found.refresh_from_db()
    return found


@pytest.fixture
def secretary(cast: Cast, meeting: Meeting) -> User:
    return User.objects.get(username="secretary")


def address(meeting: Meeting, more: str = "") -> str:
    return f"/meetings/{meeting.uuid}/minutes/{more}"


def text_of(answer: Any) -> str:
    assert answer.status_code == 200
    text = papers.content_of(answer).decode()
    main = text.partition("<main")[2] or text
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", main)).split())


def page(user: User, meeting: Meeting, more: str = "") -> str:
    return text_of(signed_in(user).get(address(meeting, more)))


def press(user: User, meeting: Meeting, do: str) -> str:
    return text_of(signed_in(user).post(address(meeting), {"do": do}, follow=True))


def keep_out(cast: Cast) -> None:
    """Amara’s record is kept from the chair."""
    given = {"kind": "excluded", "reason": "A threat.", "people": [cast.chair]}
    restrictions.restrict(
        child=cast.amara, on=timezone.localdate(), by=cast.service_manager, **given
    )


def locked(cast: Cast, meeting: Meeting) -> Meeting:
    press(cast.chair, meeting, "approve")
    signed_in(cast.chair).post(address(meeting, "lock/"))
    meeting.refresh_from_db()
    assert meeting.stage == MeetingStage.LOCKED
    return meeting


# What is read


def test_each_child_has_her_words_what_was_decided_and_what_was_found(
    cast: Cast, meeting: Meeting
) -> None:
    text = page(cast.chair, meeting)
    assert text.index("Amara Bello") < text.index(SAID) < text.index("Endorse the plan")
    assert "The group endorses the plan: adoption" in text
    assert "Ring the school. N. Okafor, by 1 Jul 2026 Agreed as an action" in text
    assert "Is there a contingency plan? Not answered No second plan for Amara. 1 Jul 2026" in text
    assert "Why on the agenda Placement order to match: 122 days over" in text
    assert text.index("Tomas Bello") < text.index("There was no time for this child.")
    assert "Since then." not in text, "her words as they were on the day"
    assert "in haste" not in text, "what was undone was never decided"


def test_who_was_there_and_whether_they_could_decide(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara)
    first, second, third, _ = meeting.attendance.order_by("pk")
    given = {"meeting": meeting, "by": cast.chair}
    held.mark(member=first.member, presence="apologies", **given)
    held.mark(member=second.member, presence="there", stood_in="B. Quist", **given)
    held.welcome(name="T. Guest", **given)
    about = item(meeting, cast.amara)
    held.step_out(attendance=third, item=about, out=True, by=cast.chair)
    text = page(cast.chair, meeting)
    assert "Fostering Member for fostering Sent apologies" in text
    assert "The regional adoption agency Member for adoption B. Quist stood in" in text
    assert "Guest T. Guest There" in text
    assert "3 members were there and 4 are needed, so it could not decide" in text
    assert "2 members; 4 are needed to decide, so they were too few" in text
    assert "Not in the room Member for reviewing (the reviewing officers)" in text


def test_an_interest_is_told_by_its_seat_and_to_nobody_who_has_it(cast: Cast) -> None:
    meeting = sitting(cast, cast.amara, cast.tomas)
    row = meeting.attendance.order_by("pk").first()
    about = item(meeting, cast.amara)
    held.step_out(attendance=row, item=about, out=True, by=cast.chair)
    given = {"reason": "Her aunt", "on": DAY - timedelta(days=9), "by": cast.chair}
    meetings.declare(member=row.member, child=cast.amara, **given)
    secretary = User.objects.get(username="secretary")
    text = page(secretary, meeting)
    assert "Took no part, for an interest of their own The member for fostering" in text
    assert "aunt" not in text and "Not in the room" not in text
    assert "3 members; 4 are needed" in text
    member = row.member
    member.user, member.name = secretary, ""
    member.save()
    text = page(secretary, meeting)
    assert "Amara" not in text and "interest" not in text and "Tomas Bello" in text


def test_between_meetings_stands_with_the_next_minutes(cast: Cast, meeting: Meeting) -> None:
    said = typed("action", "see the aunt", owner=cast.north_worker, due_on=DUE)
    series, before = meeting.series, DAY - timedelta(days=2)
    alone = timeline.child(WAITING, authority=cast.authority, reference="Z9")
    for child in (cast.amara, alone):
        given = {"series": series, "child": child, "on": before, "by": cast.chair}
        decisions.decide_between(typed=typed(said.kind, said.text, **_owned(cast)), **given)
    late = {"series": series, "child": cast.tomas, "on": DAY + timedelta(days=1), "by": cast.chair}
    decisions.decide_between(typed=typed("noted", "After the meeting"), **late)
    text = page(cast.chair, meeting)
    assert text.count("Decided between meetings, and reported to this one") == 4, "and its caption"
    assert "See the aunt. chair, 30 May 2026 N. Okafor, by 1 Jul 2026" in text
    assert "After the meeting" not in text
    assert text.index("Tomas Bello") < text.index("Something was decided between meetings")
    press(cast.chair, meeting, "approve")
    assert "See the aunt." in page(cast.chair, meeting)
    assert Decision.objects.filter(item=None, meeting=meeting).count() == 2
    signed_in(cast.chair).post(address(meeting, "lock/"))
    text = page(cast.chair, meeting)
    assert text.index("Tomas Bello") < text.index("Something was decided between meetings")


def _owned(cast: Cast) -> dict[str, Any]:
    return {"owner": cast.north_worker, "due_on": DUE}


def test_before_a_meeting_begins_it_has_no_minutes(cast: Cast) -> None:
    (ahead,) = meetings.schedule(series=group(cast), days=[DAY], by=cast.chair)
    for more in ("", "lock/", "note/", "pdf/", "word/"):
        assert signed_in(cast.chair).get(address(ahead, more)).status_code == 404


@pytest.mark.parametrize(
    ("who", "reads"),
    [
        ("chair", True),
        ("service_manager", True),
        ("manager", False),
        ("board_member", False),
        ("social_worker", False),
    ],
)
def test_who_reads_them(cast: Cast, meeting: Meeting, who: str, reads: bool) -> None:
    answer = signed_in(getattr(cast, who)).get(address(meeting))
    assert answer.status_code == (200 if reads else 403)
    assert signed_in(cast.stranger).get(address(meeting)).status_code == 404


def test_whom_a_reader_may_not_see_is_not_in_them(cast: Cast, meeting: Meeting) -> None:
    keep_out(cast)
    for form in ("", "pdf/", "word/"):
        text = page(cast.chair, meeting, form)
        assert "Amara" not in text and "Tomas" in text


def test_every_look_is_written_down(cast: Cast, meeting: Meeting) -> None:
    page(cast.chair, meeting)
    page(cast.chair, meeting, "pdf/?initials=yes")
    seen = AuditEvent.objects.filter(what="meeting.minutes").get()
    assert seen.children == sorted([cast.amara.pk, cast.tomas.pk])
    taken = AuditEvent.objects.filter(what="meeting.minutes.file").get()
    assert taken.details == {"format": "pdf", "initials": True}


def test_however_many_children_the_questions_are_the_same(cast: Cast) -> None:
    few = sitting(cast, cast.amara, cast.tomas)
    children = [timeline.child(WAITING, authority=cast.authority) for _ in range(25)]
    many = sitting(cast, *children, on=DAY + timedelta(days=30), series=few.series)
    for each in (*children, cast.amara):
        at = few if each == cast.amara else many
        decided(cast, at, each, "action", owner=cast.north_worker, due_on=DAY + timedelta(days=60))
        values = {"answered": "well", "found": "", "recheck_on": None}
        find_of_plan(item=item(at, each), question="route", values=values, by=cast.chair)
    client, asked = signed_in(cast.chair), []
    for meeting in (few, many):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(meeting)).status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1]


# They are put right


def correct(user: User, meeting: Meeting, made: Decision, **sent: str) -> Any:
    where = address(meeting, f"decisions/{made.uuid}/")
    return signed_in(user).post(where, sent, follow=True)


def words(cast: Cast, **changes: str) -> dict[str, str]:
    due = {"due_on-day": "8", "due_on-month": "7", "due_on-year": "2026"}
    return {"text": "Ring the new school", "owner": str(cast.south_worker.pk)} | due | changes


def test_words_owner_and_day_are_put_right(cast: Cast, meeting: Meeting, secretary: User) -> None:
    made = Decision.objects.get(kind="action")
    assert "Correct the decision: agree an action" in text_of(
        signed_in(secretary).get(address(meeting, f"decisions/{made.uuid}/"))
    )
    text = text_of(correct(secretary, meeting, made, **words(cast)))
    assert "corrected, not yet approved" in text
    assert "Ring the new school. S. Farrell, by 8 Jul 2026" in text
    action = AgreedAction.objects.get()
    assert (action.text, action.owner) == ("Ring the new school", cast.south_worker)


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"text": " "}, "Enter"),
        ({"owner": ""}, "Answer"),
        ({"due_on-year": "2025"}, "before it is decided"),
        ({"due_on-day": "99"}, "Enter a real date"),
    ],
)
def test_what_was_typed_wrongly_is_said_and_kept(
    cast: Cast, meeting: Meeting, changes: dict[str, str], says: str
) -> None:
    made = Decision.objects.get(kind="action")
    answer = correct(cast.chair, meeting, made, **words(cast, reason="Because", **changes))
    assert says in text_of(answer) and "Because</textarea>" in answer.content.decode()
    assert Decision.objects.get(pk=made.pk).text == "ring the school"


def test_a_decision_without_an_owner_asks_for_none(cast: Cast, meeting: Meeting) -> None:
    made = Decision.objects.get(kind="endorse")
    text = text_of(signed_in(cast.chair).get(address(meeting, f"decisions/{made.uuid}/")))
    assert "By when" not in text
    correct(cast.chair, meeting, made, text="The plan is right.")
    assert Decision.objects.get(pk=made.pk).text == "The plan is right."


def test_what_was_found_is_put_right(cast: Cast, meeting: Meeting) -> None:
    found = Finding.objects.get()
    where = address(meeting, f"findings/{found.pk}/")
    text = text_of(signed_in(cast.chair).get(where))
    assert "Correct what the group found" in text and "Is there a contingency plan?" in text
    lacks = {"answered": "partly", "found": "A carer is asked."}
    text = text_of(signed_in(cast.chair).post(where, lacks))
    assert "Say when it is looked at again." in text and "A carer is asked." in text
    day = {f"recheck_on-{part}": str(getattr(DUE, part)) for part in ("day", "month", "year")}
    assert "A carer is asked." in text_of(
        signed_in(cast.chair).post(where, lacks | day, follow=True)
    )


def test_who_only_reads_corrects_nothing(cast: Cast, meeting: Meeting) -> None:
    made = Decision.objects.get(kind="action")
    answer = correct(cast.service_manager, meeting, made, **words(cast))
    assert answer.status_code == 403
    assert "Put right" not in page(cast.service_manager, meeting)


def test_what_was_undone_is_not_there_to_be_put_right(cast: Cast, meeting: Meeting) -> None:
    gone = Decision.objects.exclude(undone_at=None).get()
    assert correct(cast.chair, meeting, gone, text="Again").status_code == 404


# Approved and locked


def test_the_chair_approves_and_sends_back(cast: Cast, meeting: Meeting, secretary: User) -> None:
    text = press(secretary, meeting, "approve")
    assert "approved and locked by the chair or the deputy" in text and "in draft" in text
    text = press(cast.chair, meeting, "approve")
    assert "approved, not yet locked" in text and "Put right" not in text
    made = Decision.objects.get(kind="action")
    refused = text_of(correct(cast.chair, meeting, made, **words(cast)))
    assert "until they are approved" in refused
    shown = text_of(signed_in(cast.chair).get(address(meeting, f"decisions/{made.uuid}/")))
    assert "until they are approved" in shown and "By when" not in shown
    assert "Put right" in press(cast.chair, meeting, "send-back")


def test_the_deputy_may_sign_too(cast: Cast, meeting: Meeting) -> None:
    assert "not yet locked" in press(cast.service_manager, meeting, "approve")


def test_locking_says_first_what_it_means(cast: Cast, meeting: Meeting, secretary: User) -> None:
    assert "Only approved minutes are locked." in page(cast.chair, meeting, "lock/")
    press(cast.chair, meeting, "approve")
    assert "This cannot be undone." in page(cast.chair, meeting, "lock/")
    refused = page(secretary, meeting, "lock/")
    assert "by the chair or the deputy" in refused and "cannot be undone" not in refused
    signed_in(secretary).post(address(meeting, "lock/"))
    assert not Minutes.objects.exists()
    answer = signed_in(cast.chair).post(address(meeting, "lock/"), follow=True)
    assert "Each child’s record has its page." in text_of(answer)


def test_locked_they_are_what_was_kept(cast: Cast, meeting: Meeting) -> None:
    before = page(cast.chair, meeting).partition("Who was there")[2]
    locked(cast, meeting)
    Child.objects.filter(pk=cast.amara.pk).update(first_name="Ada")
    cast.north_worker.name = "N. Married"
    cast.north_worker.save()
    after = page(cast.chair, meeting).partition("Who was there")[2]
    strip = re.compile(
        r"Put right:.*?(?=Official)|Add a note about \w+ \w+ |Official.*?Minutes of 1 June.*?\."
    )
    assert strip.sub("", after) == strip.sub("", before)
    assert "Amara Bello" in after and "N. Okafor" in after


def test_whoever_locks_locks_the_pages_of_those_they_do_not_see(
    cast: Cast, meeting: Meeting
) -> None:
    keep_out(cast)
    locked(cast, meeting)
    assert "Amara" not in page(cast.chair, meeting)
    assert SAID in page(cast.service_manager, meeting)


def test_a_page_comes_back_as_it_was_kept(cast: Cast, meeting: Meeting) -> None:
    everybody = Child.objects.filter(authority=cast.authority)
    for each in read(meeting, everybody).children:
        kept = as_text(each.sheet)
        assert as_text(as_sheet(kept)) == kept
        assert as_sheet(kept).tables[0].rows == each.sheet.tables[0].rows


def test_initials_hide_every_name(cast: Cast, meeting: Meeting) -> None:
    for _ in range(2):
        for form in ("", "pdf/", "word/"):
            text = page(cast.chair, meeting, f"{form}?initials=yes")
            assert not re.search("Amara|Tomas|Bello", text)
            assert "A. B." in text and "stay near T." in text
        if meeting.stage != MeetingStage.LOCKED:
            locked(cast, meeting)
            Child.objects.filter(pk=cast.amara.pk).update(first_name="Abi")


# Notes


def test_a_note_stands_with_the_page_and_for_the_meeting(
    cast: Cast, meeting: Meeting, secretary: User
) -> None:
    assert signed_in(secretary).get(address(meeting, "note/")).status_code == 404, "not locked yet"
    locked(cast, meeting)
    client, where = signed_in(secretary), address(meeting, "note/")
    asked = client.get(f"{where}?child={cast.amara.uuid}").content.decode()
    assert f'value="{cast.amara.uuid}" selected' in asked
    client.post(where, {"child": str(cast.amara.uuid), "text": "It was the other school"})
    client.post(where, {"text": "It began at ten"})
    assert "Answer “What is wrong" in text_of(client.post(where, {"text": " "}))
    for form in ("", "pdf/", "word/"):
        text = page(cast.chair, meeting, form)
        assert "by secretary: It began at ten." in text
        assert text.index("Notes since the minutes were locked") < text.index("other school")
        assert text.index("other school") < text.rindex("Tomas Bello")
    assert signed_in(cast.service_manager).get(where).status_code == 403


# On paper


def whole(meeting: Meeting, cast: Cast) -> Iterator[str]:
    """Everything that is said in them."""
    pack = read(meeting, Child.objects.filter(authority=cast.authority)).pack()
    yield from (pack.title, pack.marked, *pack.notes)
    yield from (said for pair in pack.cover for said in pair)
    tables = [pack.agenda]
    for sheet in pack.sheets:
        yield from (sheet.title, sheet.said, sheet.said_how)
        yield from (said for pair in sheet.facts for said in pair)
        tables += sheet.tables
    for table in tables:
        yield from (table.title, table.note)
        yield from (said for row in table.rows for said in row)
        yield from table.head if table.rows else [table.nothing]


@pytest.mark.parametrize("form", ["pdf/", "word/"])
@pytest.mark.parametrize("stage", ["draft", "locked"])
def test_every_form_says_all_of_it(cast: Cast, meeting: Meeting, form: str, stage: str) -> None:
    if stage == "locked":
        locked(cast, meeting)
    said = list(whole(meeting, cast))
    text = "".join(page(cast.chair, meeting, form).split())
    assert len(said) > 60
    assert [each for each in said if "".join(each.split()) not in text] == []


def a_pdf(cast: Cast, meeting: Meeting) -> PdfReader:
    return PdfReader(BytesIO(signed_in(cast.chair).get(address(meeting, "pdf/")).content))


def tags(node: Any) -> Iterator[str]:
    """The kind of every element of the tree of tags, in the order in which it is read out."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid["/S"]
            yield from tags(kid)


def test_the_pdf_is_for_everybody(cast: Cast, meeting: Meeting) -> None:
    paper = a_pdf(cast, meeting)
    root: Any = paper.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert paper.metadata and paper.metadata.title == (
        "Minutes: Permanence Monitoring Group, 1 June 2026"
    )
    kinds = list(tags(root["/StructTreeRoot"]))
    assert kinds.count("/H1") == 1 and kinds.count("/H2") == 3 and kinds.count("/H3") == 4
    assert {"/Table", "/THead", "/TH", "/TD", "/P", "/BlockQuote"} <= set(kinds)


def test_a_child_a_page_with_what_she_says_first(cast: Cast, meeting: Meeting) -> None:
    paper = a_pdf(cast, meeting)
    texts = [" ".join(each.extract_text().split()) for each in paper.pages]
    assert len(texts) == 3
    assert texts[1].index("Amara Bello") < texts[1].index(SAID) < texts[1].index("Decided")
    assert texts[2].startswith("Tomas Bello")
    assert all(f"Page {number} of 3" in text for number, text in enumerate(texts, start=1))


def test_in_word_headings_are_headings(cast: Cast, meeting: Meeting) -> None:
    answer = signed_in(cast.chair).get(address(meeting, "word/"))
    assert answer["Content-Disposition"] == 'attachment; filename="minutes-2026-06-01.docx"'
    lines = Document(BytesIO(answer.content)).paragraphs
    headed = [line.text for line in lines if line.style and line.style.name == "Heading 2"]
    assert headed == ["Who was there", "Amara Bello", "Tomas Bello"]


def test_the_set_paper_is_made_of_what_was_kept(cast: Cast, meeting: Meeting) -> None:
    everybody = Child.objects.filter(authority=cast.authority)
    before = papers.of_pdf(pdf(read(meeting, everybody).pack()))
    after = papers.of_pdf(pdf(read(locked(cast, meeting), everybody).pack()))
    assert after == before.replace("in draft", "locked")


# Where they are found


def test_the_list_names_every_meeting_that_has_begun(cast: Cast, meeting: Meeting) -> None:
    meetings.schedule(series=meeting.series, days=[DAY + timedelta(days=30)], by=cast.chair)
    director = a_user("director", cast.authority, "director")
    text = text_of(signed_in(director).get("/meetings/minutes/"))
    assert "Minutes of 1 meeting" in text and "1 June 2026" in text and "In draft" in text
    assert "No meeting has begun yet" in text_of(signed_in(cast.stranger).get("/meetings/minutes/"))
    assert "/meetings/minutes/" in signed_in(director).get("/tracker/").content.decode()


def test_the_agenda_and_the_meetings_lead_to_them(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.chair)
    for where in (f"/meetings/{meeting.uuid}/", "/meetings/"):
        assert f'href="{address(meeting)}"' in client.get(where).content.decode()
