"""Every page and every answer that shows a child leaves an event of the audit that names her, and
where none can be written shows nothing.

What shows a child, to whom, is taken from the committed matrix: a page that is added is met here.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from casetrack.audit import AuditEvent
from casetrack.looks import described
from tests.access.addresses import Address, every
from tests.access.matrix import AGAIN, DONE, LISTED, PAGE, SHOWN, Asking, asking, read

pytestmark = pytest.mark.django_db
COMMITTED = Path(settings.BASE_DIR) / "docs" / "access.csv"
LOOKS = (AuditEvent.Kind.READ, AuditEvent.Kind.EXPORT)
# What is compared is kept, and shown in the same answer.
WRITES_AS_WELL = {("agency-list", "write")}
HINDRANCE = """
    CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'disk full'; END $$;
    CREATE TRIGGER hindrance BEFORE INSERT ON casetrack_auditevent
        FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse()"""


def cells(*outcomes: str) -> list[Any]:
    """One reader and child of each address and way that are answered so."""
    found: dict[tuple[str, str], Any] = {}
    for (label, way, reader, child), outcome in read(COMMITTED.read_text()).items():
        if outcome in outcomes and child != PAGE:
            given = pytest.param(label, way, reader, child, id=f"{label} {way}")
            found.setdefault((label, way), given)
    return list(found.values())


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Asking]:
    with asking(django_db_blocker) as made:
        yield made


@pytest.fixture(scope="module")
def addresses() -> dict[str, Address]:
    """By label; what is asked for of one child alone is another address than that of all."""
    return {f"{each.label} {way}": each for each in every() for way in each.ways}


def unsaid(everybody: Asking, answer: Any) -> set[str]:
    """The children who stand in an answer whose request left no look at them."""
    request = {"request_id": answer["X-Request-Id"], "kind__in": LOOKS}
    told = AuditEvent.objects.filter(**request).values_list("children", flat=True)
    seen = {pk for children in told for pk in children}
    return {
        code
        for code, child in everybody.standing.children.items()
        if everybody.marked(answer, code) and child.pk not in seen
    }


@pytest.mark.parametrize(("label", "way", "reader", "child"), cells(SHOWN, LISTED, AGAIN))
def test_whoever_is_shown_is_named_in_the_audit(
    everybody: Asking,
    addresses: dict[str, Address],
    label: str,
    way: str,
    reader: str,
    child: str,
) -> None:
    asked = addresses[f"{label} {way}"]
    about = child if child in asked.about else ""
    with everybody.asked(asked, way, reader, about) as answer:
        assert answer.status_code == 200
        assert not unsaid(everybody, answer), "call audit.looked(...) for them"
        events = AuditEvent.objects.filter(request_id=answer["X-Request-Id"])
        looks = [event for event in events if event.kind in LOOKS]
        # One for the page; what somebody looks for on it is a second.
        assert 1 <= len(looks) <= 2
        for event in looks:
            assert event.what in described(), "say it in <app>/looks.py"
            assert event.allowed_by and event.username
        more = label == "sealed" or (label, way) in WRITES_AS_WELL
        assert len(events) == len(looks) + more, "a page that shows writes no more"


@pytest.mark.parametrize(("label", "way", "reader", "child"), cells(SHOWN, LISTED, AGAIN, DONE))
def test_what_cannot_be_written_down_is_neither_shown_nor_done(
    everybody: Asking,
    addresses: dict[str, Address],
    label: str,
    way: str,
    reader: str,
    child: str,
) -> None:
    asked = addresses[f"{label} {way}"]
    with connection.cursor() as cursor:
        cursor.execute(HINDRANCE)
    with everybody.asked(asked, way, reader, child if child in asked.about else "") as answer:
        assert answer.status_code == 503
        assert not [code for code in everybody.standing.marks if everybody.marked(answer, code)]


def test_the_pages_of_a_child_are_among_them() -> None:
    met = {param.id for param in cells(SHOWN, LISTED, AGAIN, DONE)}
    assert {"child read", "api-child read", "tracker read", "search write"} <= met
    assert {"tracker-export write", "child-seal write", "sealed-read my own read"} <= met
    assert len(met) > 150


# It can fail


def test_a_page_that_leaves_no_event_fails_by_name(
    everybody: Asking, addresses: dict[str, Address], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("oversight.views.child.audit.looked", lambda *args, **more: None)
    with everybody.asked(addresses["child read"], "read", "chair", "mine") as answer:
        assert unsaid(everybody, answer) == {"mine"}
    with connection.cursor() as cursor:
        cursor.execute(HINDRANCE)
    with everybody.asked(addresses["child read"], "read", "chair", "mine") as answer:
        assert answer.status_code == 200 and everybody.marked(answer, "mine")
