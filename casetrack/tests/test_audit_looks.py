"""Who has looked at a child's record, in words, for those who may ask."""

import ast
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casetrack.looks import described, looks_at, why_allowed
from casetrack.models import AuditEvent, Child, User
from tests.cast import Cast, signed_in

APPS = ("casetrack", "placements", "permanence", "adoption", "oversight", "returns")


def look(child: Child, user: User, at: str, what: str = "child", **fields: Any) -> AuditEvent:
    return AuditEvent.objects.create(
        at=datetime.fromisoformat(at).replace(tzinfo=UTC),
        kind=fields.pop("kind", "read"),
        what=what,
        username=user.username,
        user_id=user.pk,
        children=[child.pk],
        **fields,
    )


@pytest.fixture
def guardian(cast: Cast) -> User:
    cast.guardian.email = "guardian@castle.example"
    cast.guardian.save()
    return cast.guardian


def page(user: User, child: Child, status: int = 200, query: str = "") -> str:
    answer = signed_in(user).get(f"/children/{child.uuid}/looked/{query}")
    assert answer.status_code == status
    return answer.content.decode()


def test_each_person_and_day_in_words(cast: Cast) -> None:
    cast.chair.first_name, cast.chair.last_name = "Petra", "Moss"
    cast.chair.save()
    look(cast.amara, cast.chair, "2026-01-10T09:02", allowed_by=["chair"])
    look(cast.amara, cast.chair, "2026-01-10T16:40", allowed_by=["chair"])
    look(cast.amara, cast.manager, "2026-01-10T10:00", "tracker", allowed_by=["manager:North"])
    look(cast.amara, cast.manager, "2026-07-11T10:00", "tracker.export", kind="export")
    look(cast.amara, cast.iro, "2026-01-09T10:00", "child", kind="refused")
    look(cast.tomas, cast.data_officer, "2026-01-09T10:00")
    shown = " ".join(page(cast.social_worker, cast.amara).split())
    days = [shown.index(words) for words in ("11 July 2026", "10 January 2026", "9 January 2026")]
    assert days == sorted(days)
    assert "Petra Moss" in shown
    assert "Opened the record 2 times from 09:02 to 16:40." in shown
    assert "Allowed as: Chair of the Permanence Monitoring Group" in shown
    assert "Saw in the tracker at 10:00." in shown and "Team manager, North" in shown
    assert "Took out in a list at 11:00." in shown  # summer time
    assert "Asked for it and was refused at 10:00." in shown
    assert "data-officer" not in shown


def test_looking_at_who_looked_is_a_look(cast: Cast) -> None:
    assert "Saw who has looked" in page(cast.iro, cast.amara)
    event = AuditEvent.objects.get(kind="read")
    assert (event.what, event.children) == ("child.looked", [cast.amara.pk])


def test_the_guardian_is_told_by_reference_alone(cast: Cast, guardian: User) -> None:
    shown = page(guardian, cast.amara)
    assert "child A1" in shown and "Amara" not in shown
    page(guardian, cast.noor, 404)


@pytest.mark.parametrize("who", ["manager", "chair", "data_officer", "board_member"])
def test_nobody_else_is_told(cast: Cast, who: str) -> None:
    page(getattr(cast, who), cast.amara, 403)


def test_another_worker_is_not_told(cast: Cast) -> None:
    page(cast.social_worker, cast.tomas, 404)
    unknown = signed_in(cast.social_worker).get(f"/children/{uuid4()}/looked/")
    assert unknown.status_code == 404


def test_as_many_questions_for_many_looks_a_page_at_a_time(cast: Cast) -> None:
    asked = []
    for start in (1, 2):
        for day in range(start, 80, 2):
            for user in (cast.chair, cast.manager):
                look(cast.amara, user, f"2026-01-{day % 28 + 1:02}T10:{day % 60:02}", f"page{day}")
        with CaptureQueriesContext(connection) as queries:
            page(cast.social_worker, cast.amara)
        asked.append(len(queries))
    assert asked[0] == asked[1]
    assert "page=2" in page(cast.social_worker, cast.amara)
    assert "page=1" in page(cast.social_worker, cast.amara, query="?page=2")


def test_the_index_finds_the_looks_at_one_child(cast: Cast) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "audit_event_children" in looks_at(cast.amara.pk).explain()


def test_why_allowed_in_words() -> None:
    assert why_allowed(["iro", "break-glass:1234", "gone"]) == (
        "Independent Reviewing Officer (IRO); Emergency access; gone"
    )


# Codes that are put together where they are used, and what they come to.
PUT_TOGETHER = {
    "f'return.{name}'": {"return.refused", "return.repaired", "return.warnings"},
    "f'review.{form}'": {"review.letter", "review.record"},
    "f'review.{form}.write'": {"review.letter.write", "review.record.write"},
    "f'review.{form}.file'": {"review.letter.file", "review.record.file"},
}


def codes_in(source: str) -> set[str]:
    """The codes of the looks that are written in a module."""
    return {
        code
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("looked", "took_out")
        for code in _code(call.args[1])
    }


def _code(said: ast.expr) -> set[str]:
    if isinstance(said, ast.Constant):
        return {said.value}
    return PUT_TOGETHER.get(ast.unparse(said), {ast.unparse(said)})


def looked_at_codes() -> set[str]:
    """The code of every look that is written in the sources."""
    found = set()
    for app in APPS:
        for path in (Path(settings.BASE_DIR) / app).rglob("*.py"):
            if "tests" not in path.parts and "migrations" not in path.parts:
                found |= codes_in(path.read_text())
    return found


def test_every_look_has_words() -> None:
    codes = looked_at_codes()
    assert {"child", "tracker.export", "return.report", "return.warnings"} <= codes
    assert codes - described() == set(), "say it in <app>/looks.py, as oversight/looks.py does"


def test_a_look_without_words_fails_by_name() -> None:
    source = """
audit.looked(request, "child", [child.pk])
audit.took_out(request, "child.everything", ids, format=form)
audit.looked(request, what, ids)
"""
    assert codes_in(source) - described() == {"child.everything", "what"}


def test_dates_are_those_of_london(cast: Cast) -> None:
    look(cast.amara, cast.chair, "2026-07-10T23:30")
    assert looks_at(cast.amara.pk).get()["day"] == date(2026, 7, 11)
