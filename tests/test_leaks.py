"""A sealed record stands nowhere: every page, API answer, file, mail, log and table is searched.

A child of whom everything is recorded, each text with an unmistakable mark, is sealed; then every
role asks for everything. That the same walk finds the marks before is the proof that it looks.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection
from django.utils import timezone
from openpyxl import load_workbook

from adoption.actions import sealing
from adoption.actions.sealing import NewName
from adoption.models import SealedRecord
from casetrack.access.roles import ROLES
from casetrack.models import Child, SiblingGroup, User
from casetrack.recording import recording
from oversight.actions import digests, sightings
from oversight.clocks.engine import refresh
from permanence.models import LifeStory
from tests import timeline
from tests.cast import DAY, Cast, a_user, assemble, one_of_each_role, signed_in
from tests.marked import LATER, MARK, POSTCODE, everything
from tests.papers import content_of
from tests.test_hidden_children import addresses

pytestmark = pytest.mark.django_db
REFERENCE = "ZZMARK1"
NEW = NewName(reference="NEW-77", first_name="Wrenalda", last_name="Osterhout")
# Those who may record nearly everything ask for the page of every kind of fact.
WORKING = ("service-manager", "social-worker", "adoption-records")
MARKS = [MARK.lower(), REFERENCE.lower(), POSTCODE.lower()]


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def everybody(cast: Cast) -> dict[str, User]:
    assert cast.north_worker.team is not None
    a_user("second-keeper", cast.authority, "adoption-records")
    return one_of_each_role(cast.authority, cast.north_worker.team)


@pytest.fixture
def adopted(cast: Cast, everybody: dict[str, User]) -> Child:
    """The marked child: with a brother on record, and adopted."""
    child = timeline.child("born 2021-09-10", authority=cast.authority, reference=REFERENCE)
    names = {"first_name": f"{MARK}a", "last_name": f"{MARK}b", "known_as": f"{MARK}c"}
    with recording("child.named", by=None, children=[child.pk]):
        Child.objects.filter(pk=child.pk).update(
            **names, language=f"{MARK}d", religion=f"{MARK}e", needs=f"{MARK}f", upn="ZZMARK1UPN000"
        )
        family = SiblingGroup.objects.create(authority=cast.authority)
        Child.objects.filter(pk__in=[child.pk, cast.tomas.pk]).update(siblings=family)
        child.refresh_from_db()
        everything(child, cast.service_manager, cast.chair, cast.north_worker)
        LifeStory.objects.create(child=child, kind="letter", done_on=LATER)
    return child


def seal(cast: Cast, child: Child, **given: Any) -> SealedRecord:
    asked = {"reported_on": LATER, "staying_in_touch": "Letters in May.", "after": None} | given
    return sealing.seal(child=child, on=timezone.localdate(), by=cast.service_manager, **asked)


def found(text: str) -> list[str]:
    return [mark for mark in MARKS if mark in text.lower()]


def asked(user: User, child: Child, brother: Child) -> Iterator[tuple[str, str]]:
    """Everything that one may ask for of the child, of a brother, and at large, with the answer."""
    client = signed_in(user)
    every_kind = set(WORKING) & {held.role for held in user.roles.all()}
    both = [*addresses(child.uuid, bool(every_kind)), *addresses(brother.uuid, False)]
    for address in sorted(set(both)):
        yield address, _text(client.get(address, {"child": str(child.uuid)}))
    for words in (MARK, REFERENCE, "ZZMARK1UPN000", "10/9/2021"):
        for address in ("/search/", f"/tracker/?as_at={DAY}"):
            yield address, _text(client.post(address, {"words": words}, follow=True), of=words)
    for form in ("csv", "xlsx"):
        taken = client.post("/tracker/export/", {"format": form, "back": f"as_at={DAY}"})
        yield f"export {form}", _cells(taken.content) if form == "xlsx" else _text(taken)


def _text(answer: Any, of: str = "") -> str:
    """What an answer says, but for what was typed, which is shown again where it was typed."""
    content = b"".join(answer) if answer.streaming else content_of(answer)
    assert answer.status_code < 500
    return str(content.decode("utf-8", "replace")).replace(of, "") if of else content.decode()


def _cells(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return content.decode()
    book = load_workbook(BytesIO(content))
    return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)


def leaks(user: User, child: Child, brother: Child) -> dict[str, list[str]]:
    return {where: marks for where, text in asked(user, child, brother) if (marks := found(text))}


def test_the_walk_finds_what_is_there(
    cast: Cast, adopted: Child, everybody: dict[str, User]
) -> None:
    shown = leaks(everybody["service-manager"], adopted, cast.tomas)
    assert f"/children/{adopted.uuid}/" in shown
    assert f"/children/{adopted.uuid}/history/" in shown
    assert "/search/" in shown and "/adopted/" in shown


@pytest.mark.parametrize("role", ROLES)
def test_no_role_is_shown_anything(
    cast: Cast, adopted: Child, everybody: dict[str, User], role: str
) -> None:
    seal(cast, adopted)
    assert leaks(everybody[role], adopted, cast.tomas) == {}


def test_no_table_holds_it(cast: Cast, adopted: Child) -> None:
    assert len(_tables(MARK)) > 90
    seal(cast, adopted, after=NEW)
    for mark in MARKS:
        assert _tables(mark) == [], mark


def test_no_mail_and_no_line_of_the_log_speaks_of_it(
    cast: Cast, adopted: Child, everybody: dict[str, User], caplog: pytest.LogCaptureFixture
) -> None:
    User.objects.update(email="somebody@castle.example")
    with caplog.at_level(logging.DEBUG):
        seal(cast, adopted, after=NEW)
        for role in ("service-manager", "guardian", "adoption-records"):
            leaks(everybody[role], adopted, cast.tomas)
        refresh([adopted.pk, cast.tomas.pk])
        for days in (0, 7):
            sightings.record(on=DAY + timedelta(days=days), by=None)
            digests.send(on=DAY + timedelta(days=days), by=None)
    assert mail.outbox, "some mails were sent"
    said = [f"{each.subject} {each.body} {each.to}" for each in mail.outbox]
    logged = [record.getMessage() + str(record.__dict__) for record in caplog.records]
    assert [text for text in [*said, *logged] if found(text) or NEW.last_name in text] == []


def test_no_session_remembers_what_was_looked_for(
    cast: Cast, adopted: Child, everybody: dict[str, User]
) -> None:
    client = signed_in(everybody["service-manager"])
    client.post(f"/tracker/?as_at={DAY}", {"words": MARK})
    assert MARK in str([session.get_decoded() for session in Session.objects.all()])
    seal(cast, adopted)
    assert MARK not in str([session.get_decoded() for session in Session.objects.all()])
    assert client.get("/tracker/").status_code == 200, "nobody is signed out by it"


def test_the_new_record_leads_nowhere_back(
    cast: Cast, adopted: Child, everybody: dict[str, User]
) -> None:
    sealed = seal(cast, adopted, after=NEW)
    begun = Child.objects.get(reference=NEW.reference)
    old = Child.objects.get(pk=adopted.pk)
    assert begun.siblings_id is None and old.siblings_id is None
    assert (begun.born_on, begun.sex) == (adopted.born_on, adopted.sex)
    for mark in (str(begun.uuid), NEW.last_name, NEW.reference):
        assert _tables(mark) == ["casetrack_child", "casetrack_childevent"], mark
    assert _both(old.pk, begun.pk) == 0, "no event of the audit names the two"
    for text in dict(asked(everybody["service-manager"], begun, cast.tomas)).values():
        assert str(old.uuid) not in text and str(sealed.uuid) not in text
        assert old.reference not in text


def test_a_brother_keeps_that_she_was_adopted_and_nothing_more(
    cast: Cast, adopted: Child, everybody: dict[str, User]
) -> None:
    seal(cast, adopted, after=NEW)
    page = signed_in(everybody["service-manager"]).get(f"/children/{cast.tomas.uuid}/history/")
    text = page.content.decode()
    assert "was adopted" in text and "Letters in May." in text
    assert (
        NEW.first_name not in text and NEW.last_name not in text and str(adopted.uuid) not in text
    )


def _tables(mark: str) -> list[str]:
    """The tables in which the mark stands, whatever the column; what has an index is in a table."""
    with connection.cursor() as cursor:
        hits = []
        for name in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(
                f'SELECT EXISTS (SELECT FROM "{name}" AS t WHERE t::text ILIKE %s)', [f"%{mark}%"]
            )
            if cursor.fetchone()[0]:
                hits.append(name)
        return hits


def _both(first: int, second: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM casetrack_auditevent WHERE children @> ARRAY[%s, %s]::bigint[]",
            [first, second],
        )
        return int(cursor.fetchone()[0])
