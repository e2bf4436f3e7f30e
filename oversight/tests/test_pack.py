"""The pack of a meeting: one child a page, the same on the screen, as a PDF and as a Word file."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from docx.oxml.ns import qn
from pypdf import PdfReader

from casetrack.audit import AuditEvent
from casetrack.models import ImportantPerson, SiblingDecision, User
from oversight.meetings.child_page import ChildPage, pages
from oversight.meetings.pack import Naming, Pack, Table, made
from oversight.meetings.pdf import pdf
from oversight.views.meetings import reached_in
from permanence.models import (
    AgendaUpdate,
    AgreedAction,
    ChildsWords,
    Decision,
    Meeting,
    MeetingSeries,
    Milestone,
    PermanencePlan,
)
from placements.models import Placement
from tests import papers, timeline
from tests.cast import WAITING, Cast, signed_in

pytestmark = pytest.mark.django_db
SAID = "I miss Tomas and amara’s garden."
FORMS = ("", "pdf/", "word/")


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def meeting(cast: Cast, today: date) -> Meeting:
    """Amara is on it by a rule, Tomas was put on by somebody."""
    series = MeetingSeries.objects.create(
        authority=cast.authority,
        name="The group",
        place="Room 2",
        starts_at=time(9, 30),
        chair=cast.chair,
        starts_on=date(2026, 1, 1),
    )
    meeting = series.meetings.create(held_on=date(2026, 12, 10))
    rule = {"part": "late", "because": ["placement-order-to-match", "adoption-plan"]}
    meeting.items.create(child=cast.amara, place=1, minutes=10, **rule)
    asked = {"part": "added", "why": "Is Tomas to stay?", "added_by": cast.chair}
    meeting.items.create(child=cast.tomas, place=2, minutes=5, **asked)
    return meeting


def page_of(cast: Cast, meeting: Meeting, today: date) -> ChildPage:
    return pages(meeting, reached_in(cast.chair, meeting.series), today)[0]


def pack_of(cast: Cast, meeting: Meeting, *, initials: bool = False) -> Pack:
    reached = reached_in(cast.chair, meeting.series)
    return made(meeting, reached, timezone.localdate(), by=cast.chair, initials=initials)


def part(pack: Pack, code: str) -> Table:
    """Of the page of the first child."""
    (table,) = [each for each in pack.sheets[0].tables if each.code == code]
    return table


def text_of(user: User, meeting: Meeting, form: str, query: str = "") -> str:
    """What somebody reads of it."""
    answer = signed_in(user).get(f"/meetings/{meeting.uuid}/pack/{form}{query}")
    assert answer.status_code == 200
    text = papers.content_of(answer).decode()
    return unescape(re.sub(r"<[^>]*>", " ", text.partition("<main")[2])) if not form else text


def say(cast: Cast, today: date, **other: Any) -> None:
    given = {"said_on": today, "words": SAID, "gathered": "talking", "shared_with": "readers"}
    ChildsWords.objects.create(child=cast.amara, **given | other)


def agree(cast: Cast, text: str, due_on: date, done_on: date | None = None) -> None:
    given = {"child": cast.amara, "text": text, "owner": cast.north_worker}
    AgreedAction.objects.create(
        agreed_on=due_on - timedelta(days=30), due_on=due_on, done_on=done_on, **given
    )


# What stands on a child's page


def test_who_she_is_and_who_works_for_her(cast: Cast, meeting: Meeting, today: date) -> None:
    facts = dict(pack_of(cast, meeting).sheets[0].facts)
    assert facts["Social worker"] == "N. Okafor" and facts["Reviewing officer"] == "I. Ashdown"
    assert facts["Legal status"] == "Placement order, since 1 Oct 2025"
    assert facts["Home"].endswith("since 1 Mar 2025: the 1st home in care")
    assert facts["In care"].startswith("since 1 Mar 2025, ")
    assert "2021" not in text_of(cast.chair, meeting, ""), "her age, not her birthday"


def test_a_temporary_stay_is_no_home(cast: Cast, meeting: Meeting, today: date) -> None:
    left = date(2026, 5, 4)
    home = Placement.objects.get(child=cast.amara).home
    Placement.objects.filter(child=cast.amara).update(ends_on=left)
    Placement.objects.create(child=cast.amara, home=home, type="T2", starts_on=left)
    said = page_of(cast, meeting, today).home_words
    assert said.endswith("since 4 May 2026") and "home in care" not in said


def test_what_is_not_recorded_is_said(cast: Cast, meeting: Meeting, today: date) -> None:
    alone = timeline.child("born 2021-09-10; care 2025-03-01", authority=cast.authority)
    meeting.items.create(child=alone, part="added", place=3, minutes=5)
    sheet = pack_of(cast, meeting).sheets[2]
    facts = dict(sheet.facts)
    assert (facts["Home"], facts["Legal status"]) == ("no home recorded", "not known")
    assert facts["Social worker"] == "none recorded"
    assert sheet.said == "" and sheet.said_how.startswith("No words of the child’s own")
    plans, _, last, update, to_come, family = sheet.tables
    assert [row[:2] for row in plans.rows] == [
        ("Plan", "none agreed"),
        ("Contingency", "none agreed"),
    ]
    assert not to_come.rows and not family.rows and not last.rows and not update.rows
    assert update.nothing == "The social worker’s update was not sent."


def test_her_own_words_come_first(cast: Cast, meeting: Meeting, today: date) -> None:
    say(cast, today)
    say(cast, today - timedelta(days=1), words="Older.")
    sheet = pack_of(cast, meeting).sheets[0]
    assert sheet.said == f"“{SAID}”"
    assert sheet.said_how.startswith("The child’s own words, ")
    text = text_of(cast.chair, meeting, "")
    assert text.rindex(SAID) < text.rindex("Plan and contingency")


def test_words_that_are_not_for_all_are_not_there(
    cast: Cast, meeting: Meeting, today: date
) -> None:
    say(cast, today, shared_with="workers")
    for form in FORMS:
        assert "garden" not in text_of(cast.chair, meeting, form)


def test_what_a_baby_shows_us_is_not_quoted(cast: Cast, meeting: Meeting, today: date) -> None:
    say(cast, today, words="Laughs.", is_observed=True, gathered="observed")
    sheet = pack_of(cast, meeting).sheets[0]
    assert sheet.said == "Laughs." and sheet.said_how.startswith("What the child shows us, ")


def test_plans_with_their_days(cast: Cast, meeting: Meeting, today: date) -> None:
    agreed = {"endorsed_on": date(2025, 10, 3), "ratified_on": date(2025, 12, 20)}
    PermanencePlan.objects.filter(child=cast.amara, rank="primary").update(**agreed)
    primary, contingency = pack_of(cast, meeting).sheets[0].tables[0].rows
    assert primary == ("Plan", "Adoption", "15 Sep 2025", "3 Oct 2025", "20 Dec 2025")
    assert contingency[:2] == ("Contingency", "Long-term fostering")
    assert contingency[3] == "not yet"


def test_waits_with_their_arithmetic_and_where_the_limit_comes_from(
    cast: Cast, meeting: Meeting, today: date
) -> None:
    rows = {row[0]: row for row in pack_of(cast, meeting).sheets[0].tables[1].rows}
    passed = (today - date(2025, 10, 1)).days
    _, stands, counted, limit = rows["Placement order to match"]
    assert stands.endswith("over") and counted.startswith(f"{passed} days of 121")
    assert limit == "121 days (target)"
    assert "Visit" not in " ".join(rows), "what comes round by itself is the tracker's"


def test_why_she_is_on_it(cast: Cast, meeting: Meeting) -> None:
    amara, tomas = pack_of(cast, meeting).sheets
    assert amara.why[0].startswith("Placement order to match: ")
    assert amara.why[1] == "Adoption is the plan"
    assert tomas.why == ["Is Tomas to stay?", f"Put on by {cast.chair}"]
    rows = pack_of(cast, meeting).agenda.rows
    assert rows[0][:3] == ("1", "Amara Bello, A1", "Past a limit") and rows[0][4] == "10"
    assert rows[0][3].endswith("over, and 1 more")


def test_the_next_step_and_what_was_agreed(cast: Cast, meeting: Meeting, today: date) -> None:
    plan = PermanencePlan.objects.get(child=cast.amara, rank="primary")
    second = PermanencePlan.objects.get(child=cast.amara, rank="contingency")
    for code, of, days in (
        ("family-finding", plan, 40),
        ("placement-order-applied", plan, 20),
        ("carer-in-mind", second, 10),
    ):
        given = {"plan": of, "code": code, "planned_on": today + timedelta(days=days)}
        Milestone.objects.create(child=cast.amara, owner=cast.north_worker, **given)
    agree(cast, "ring the school", today - timedelta(days=3))
    agree(cast, "Done already", today, done_on=today)
    step, action = part(pack_of(cast, meeting), "to-come").rows
    assert step[0].startswith("Next step: ") and step[1] == "N. Okafor"
    assert step[2].endswith("due in 20 days")
    assert action[:2] == ("Ring the school.", "N. Okafor") and action[2].endswith(", 3 days late")


def test_brothers_and_sisters_together_or_apart(cast: Cast, meeting: Meeting, today: date) -> None:
    def family() -> Any:
        return part(pack_of(cast, meeting), "family")

    ((who, together, lives),) = family().rows
    assert who.startswith("Tomas Bello, ") and together == "Apart"
    assert lives.endswith("since 1 Mar 2025")
    assert family().note == "Whether they are to live together is not decided."
    home = Placement.objects.get(child=cast.amara).home
    Placement.objects.filter(child=cast.tomas).update(home=home)
    assert family().rows[0][1] == "Together"
    given = {"decided_on": today, "decided_by": "The review", "reason": "They ask for it."}
    SiblingDecision.objects.create(child=cast.amara, decision="together", **given)
    assert family().note.startswith("They are to live together, decided on ")


@pytest.fixture
def ahead(meeting: Meeting, today: date) -> Meeting:
    meeting.held_on = today + timedelta(days=14)
    meeting.save()
    return meeting


def last_time(cast: Cast, meeting: Meeting, held_on: date, kind: str, **more: Any) -> Decision:
    """The group decided for Amara at a meeting before."""
    before, _ = meeting.series.meetings.get_or_create(held_on=held_on)
    item, _ = before.items.get_or_create(
        child=cast.amara, defaults={"place": 1, "minutes": 5, "part": "late"}
    )
    people = {"decided_by": cast.chair, "recorded_by": cast.chair}
    own = {"child": cast.amara, "series": meeting.series, "meeting": before, "item": item}
    return Decision.objects.create(kind=kind, decided_on=held_on, **own, **people, **more)


def to_do(cast: Cast, decision: Decision, **more: Any) -> None:
    given = {"child": cast.amara, "decision": decision, "owner": cast.north_worker}
    AgreedAction.objects.create(
        text=decision.text, agreed_on=decision.decided_on, due_on=decision.due_on, **given, **more
    )


def decided_last(cast: Cast, meeting: Meeting) -> list[tuple[str, ...]]:
    return part(pack_of(cast, meeting), "last-decision").rows


def test_what_the_group_last_decided_and_whether_it_was_done(
    cast: Cast, ahead: Meeting, today: date
) -> None:
    long_ago, held_on = today - timedelta(days=60), today - timedelta(days=30)
    last_time(cast, ahead, long_ago, "noted", text="Older")
    owned = {"owner": cast.north_worker}
    for text, days, done in (
        ("ask counsel", -9, {}),
        ("ring the school", 6, {}),
        ("see Tomas", -2, {"done_on": today, "evidence": "Tomas’s note"}),
    ):
        due = {"due_on": today + timedelta(days=days)}
        made = last_time(cast, ahead, held_on, "advice", text=text, **owned, **due)
        to_do(cast, made, **done)
    last_time(cast, ahead, held_on, "back", text="The team sees to it", reason="It goes well")
    counsel, school, tomas, back = decided_last(cast, ahead)
    assert counsel == (
        "Require legal advice: Ask counsel.",
        f"{held_on:%-d %b %Y}",
        f"N. Okafor, {today - timedelta(days=9):%-d %b %Y}",
        "9 days over",
    )
    assert school[3] == "Due in 6 days"
    assert tomas[3] == f"Done {today:%-d %b %Y} (Tomas’s note)"
    assert back[2:] == ("The group", "Done by being decided")
    to_come = part(pack_of(cast, ahead), "to-come")
    assert not to_come.rows and "nothing else is agreed" in to_come.nothing, "none stands twice"
    hidden = part(pack_of(cast, ahead, initials=True), "last-decision").rows[2]
    assert hidden[0].endswith("See T.") and hidden[3].endswith("(T.’s note)")


def test_carried_over_is_not_looked_at_and_what_was_undone_is_gone(
    cast: Cast, ahead: Meeting, today: date
) -> None:
    looked, put_off = today - timedelta(days=60), today - timedelta(days=30)
    last_time(cast, ahead, looked, "noted", text="Looked at")
    last_time(cast, ahead, put_off, "carry", text="Carried over", reason="No time")
    gone = last_time(cast, ahead, put_off, "noted", text="Undone")
    Decision.objects.filter(pk=gone.pk).update(undone_at=timezone.now(), undone_by=cast.chair)
    between = last_time(cast, ahead, looked, "noted", text="Between")
    since = {"meeting": None, "item": None, "decided_on": today}
    Decision.objects.filter(pk=between.pk).update(**since)
    last_time(cast, ahead, ahead.held_on, "noted", text="At this one")
    found = decided_last(cast, ahead)
    assert [row[0].partition(": ")[2] for row in found] == [
        "Looked at.",
        "Carried over.",
        "Between.",
    ]
    assert [row[3] for row in found] == [
        "There was nothing to do",
        "Carried over",
        "There was nothing to do",
    ]


def test_the_update_as_it_was_sent(cast: Cast, meeting: Meeting) -> None:
    item = meeting.items.get(child=cast.amara)
    written = {"child_says": "I like Tomas", "next_step": "A panel", "held_up": ""}
    given = {"next_step_on": date(2027, 1, 12)}
    update = AgendaUpdate.objects.create(child=cast.amara, item=item, **written, **given)
    assert not part(pack_of(cast, meeting), "update").rows, "begun is not sent"
    update.sent_at, update.sent_by = timezone.now(), cast.social_worker
    update.save()
    table = part(pack_of(cast, meeting, initials=True), "update")
    assert table.rows[0] == ("What does the child say now?", "I like T.")
    said = dict(table.rows)
    assert said["What holds it up?"] == "Left blank."
    assert said["What is the next step?"] == "A panel. By 12 January 2027."
    assert table.note == f"Sent by {cast.social_worker}."


# The three forms


def whole(pack: Pack) -> Iterator[str]:
    """Everything that is said in a pack."""
    yield from (pack.title, pack.marked, *pack.notes)
    yield from (said for pair in pack.cover for said in pair)
    tables = [pack.agenda]
    for sheet in pack.sheets:
        yield from (sheet.title, sheet.said, sheet.said_how, *sheet.why)
        yield from (said for pair in sheet.facts for said in pair)
        tables += sheet.tables
    for table in tables:
        yield from (table.title, table.note)
        yield from (said for row in table.rows for said in row)
        yield from table.head if table.rows else [table.nothing]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_all_of_it(cast: Cast, meeting: Meeting, today: date, form: str) -> None:
    say(cast, today)
    agree(cast, "Ring the school", today)
    said = list(whole(pack_of(cast, meeting)))
    text = "".join(text_of(cast.chair, meeting, form).split())
    assert len(said) > 120
    assert [each for each in said if "".join(each.split()) not in text] == []


@pytest.mark.parametrize("form", FORMS)
def test_what_somebody_typed_is_only_said(cast: Cast, meeting: Meeting, form: str) -> None:
    typed = "#panic() *two* _lines_ <b> {{ x }} \\ $1$\x0b\x07"
    meeting.items.update(why=typed)
    answer = signed_in(cast.chair).get(f"/meetings/{meeting.uuid}/pack/{form}")
    text = unescape(papers.content_of(answer).decode())
    assert typed[:-2] in text


def test_a_file_is_called_after_the_day_of_the_meeting(cast: Cast, meeting: Meeting) -> None:
    client = signed_in(cast.chair)
    for form, end in (("pdf", "pdf"), ("word", "docx")):
        answer = client.get(f"/meetings/{meeting.uuid}/pack/{form}/")
        assert answer["Content-Disposition"] == (f'attachment; filename="meeting-2026-12-10.{end}"')


def test_an_empty_agenda_and_a_meeting_put_off_are_said(cast: Cast, meeting: Meeting) -> None:
    meeting.items.all().delete()
    Meeting.objects.update(put_off_because="Snow")
    for form in FORMS:
        text = text_of(cast.chair, meeting, form)
        assert "Nobody stands on the agenda yet." in text and "Snow" in text


# The PDF


def a_pdf(cast: Cast, meeting: Meeting) -> PdfReader:
    return PdfReader(BytesIO(pdf(pack_of(cast, meeting))))


def test_the_pdf_says_what_it_is(cast: Cast, meeting: Meeting) -> None:
    read = a_pdf(cast, meeting)
    root: Any = read.trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert read.metadata and read.metadata.title == "The group, 10 December 2026"
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def tags(node: Any) -> Iterator[Any]:
    """Every element of the tree of tags, in the order in which it is read out."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from tags(kid)


def test_the_pdf_is_tagged(cast: Cast, meeting: Meeting, today: date) -> None:
    say(cast, today)
    found = list(tags(a_pdf(cast, meeting).trailer["/Root"]["/StructTreeRoot"]))  # type: ignore[index]
    kinds = [tag["/S"] for tag in found]
    assert kinds.count("/H1") == 1 and kinds.count("/H2") == 3 and kinds.count("/H3") == 14
    assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/H3")
    assert {"/Table", "/THead", "/TH", "/TD", "/L", "/LI", "/P", "/BlockQuote"} <= set(kinds)
    heads = [tag for tag in found if tag["/S"] == "/TH"]
    assert heads and all("Scope" in str(tag.get("/A")) for tag in heads)


def test_the_pdf_has_bookmarks_and_a_child_a_page(cast: Cast, meeting: Meeting) -> None:
    read = a_pdf(cast, meeting)
    title, (agenda, amara, _, tomas, _) = read.outline
    assert title["/Title"] == "The group, 10 December 2026" and agenda["/Title"] == "Agenda"
    numbers = [read.get_destination_page_number(each) for each in (amara, tomas)]
    assert (amara["/Title"], tomas["/Title"], numbers) == ("Amara Bello", "Tomas Bello", [1, 2])
    for number, page in enumerate(read.pages, start=1):
        text = " ".join(page.extract_text().split())
        assert f"Page {number} of 3" in text and "Official-Sensitive" in text
        assert f"As at {timezone.localdate():%-d %B %Y}" in text


def test_a_row_is_never_split_between_two_pages(cast: Cast, meeting: Meeting) -> None:
    rows = [(f"First{n} {'and so on ' * 60} Last{n}.", "") for n in range(40)]
    long = Table("Long", ("What", "When"), (1, 1), rows, "Nothing.")
    pages = PdfReader(BytesIO(pdf(replace(pack_of(cast, meeting), agenda=long)))).pages
    texts = [page.extract_text() for page in pages]
    assert sum("First" in text for text in texts) > 3, "the table goes over several pages"
    for n in range(40):
        first, last = ([said in text for text in texts] for said in (f"First{n} ", f"Last{n}."))
        assert any(a and b for a, b in zip(first, last, strict=True)), n


def test_letters_of_other_languages_are_there(cast: Cast, meeting: Meeting) -> None:
    cast.amara.first_name = "Łucja-Şirin Софія"
    cast.amara.save()
    text = papers.of_pdf(pdf(pack_of(cast, meeting)))
    assert "Łucja-Şirin Софія" in text and "cannot show" not in text


def test_what_no_typeface_here_has_is_said_not_to_be_there(
    cast: Cast, meeting: Meeting, today: date
) -> None:
    say(cast, today, words="Home 🏡 家 بيت.")
    text = " ".join(text_of(cast.chair, meeting, "pdf/").split())
    assert "“Home □ □" in text and "cannot show" in text
    assert "Home 🏡 家 بيت." in text_of(cast.chair, meeting, "word/")


# The Word file


def test_headings_are_headings_and_tables_say_their_head_again(
    cast: Cast, meeting: Meeting
) -> None:
    answer = signed_in(cast.chair).get(f"/meetings/{meeting.uuid}/pack/word/")
    document = Document(BytesIO(answer.content))
    headed = [
        (line.style.name, line.text)
        for line in document.paragraphs
        if line.style and (line.style.name or "").startswith("Heading")
    ]
    assert headed[:3] == [
        ("Heading 1", "The group, 10 December 2026"),
        ("Heading 2", "Agenda"),
        ("Heading 2", "Amara Bello"),
    ]
    assert sum(name == "Heading 3" for name, _ in headed) == 14
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"} and document.core_properties.language == "en-GB"
    fields = document.sections[0].footer._element.iter(qn("w:fldSimple"))
    assert [each.get(qn("w:instr")) for each in fields] == ["PAGE", "NUMPAGES"]


# Initials


@pytest.mark.parametrize("form", FORMS)
def test_with_initials_no_child_is_named(
    cast: Cast, meeting: Meeting, today: date, form: str
) -> None:
    meeting.items.filter(child=cast.tomas).delete()
    ImportantPerson.objects.create(
        child=cast.amara, name="Zuri Adeyemi", relationship="sibling", starts_on=today
    )
    say(cast, today, words=f"{SAID} And Zuri.")
    agree(cast, "Ask Amara and Mrs BELLO", today)
    meeting.items.update(why="Amara’s plan")
    named = text_of(cast.chair, meeting, form)
    assert all(name in named for name in ("Amara", "Tomas", "Zuri", "BELLO"))
    hidden = text_of(cast.chair, meeting, form, "?initials=yes")
    for name in ("amara", "tomas", "bello", "zuri", "adeyemi"):
        assert name not in hidden.lower()
    assert "A. B." in hidden and "T. B." in hidden and "N. Okafor" in hidden
    assert "I miss T. and a.’s garden. And Z." in " ".join(hidden.split())


def test_a_word_that_holds_a_name_stays_whole() -> None:
    naming = Naming(True, frozenset({"Ann", "Annabel"}))
    assert naming.within("Annabel, Ann and the annual cannon") == "A., A. and the annual cannon"
    assert naming.within("I miss Ann. Ann is kind.") == "I miss A. A. is kind."
    assert Naming().within("Ann") == "Ann"


# Who sees whom


def test_whom_the_reader_does_not_reach_is_in_no_form(cast: Cast, meeting: Meeting) -> None:
    member = meeting.series.members.create(user=cast.chair, seat="care", starts_on=date(2026, 1, 1))
    member.interests.create(child=cast.tomas, reason="Uncle", starts_on=date(2026, 1, 1))
    for form in FORMS:
        text = text_of(cast.chair, meeting, form)
        assert "Amara" in text and "Tomas" not in text and "A2" not in text


def test_the_pack_is_for_those_who_prepare_meetings(cast: Cast, meeting: Meeting) -> None:
    for form in FORMS:
        address = f"/meetings/{meeting.uuid}/pack/{form}"
        assert signed_in(cast.social_worker).get(address).status_code == 403
        assert signed_in(cast.stranger).get(address).status_code == 404
        assert signed_in(cast.chair).post(address).status_code == 405


def test_every_look_is_written_down(cast: Cast, meeting: Meeting) -> None:
    meeting.items.filter(child=cast.tomas).delete()
    seen = sorted([cast.amara.pk, cast.tomas.pk])
    for form, kind, what in (
        ("", "read", "meeting.pack"),
        ("pdf/", "export", "meeting.pack.file"),
        ("word/", "export", "meeting.pack.file"),
    ):
        text_of(cast.chair, meeting, form, "?initials=yes")
        event = AuditEvent.objects.filter(kind=kind, what=what).latest("at")
        assert event.children == seen, "her brother stands on her page"
        assert "Amara" not in str(event.details)


def test_more_children_are_no_more_questions(cast: Cast, meeting: Meeting) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            pack_of(cast, meeting)
        return len(queries)

    pack_of(cast, meeting)
    before = asked()
    for place in range(3, 15):
        child = timeline.child(WAITING, authority=cast.authority)
        meeting.items.create(child=child, part="late", place=place, minutes=5)
    assert asked() == before
    assert len(pack_of(cast, meeting).sheets) == 14
