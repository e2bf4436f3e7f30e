"""What a page leaves in the audit, and what it does where it cannot leave it."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection
from django.http import Http404, HttpResponse
from django.test import Client, RequestFactory

from casetrack import audit
from casetrack.models import AuditEvent, Child, User
from casetrack.recording import recording
from casetrack.requests import Refusals, numbered
from tests.cast import PASSWORD, Cast, signed_in

NAMES = ("Amara", "Tomas")
DAY = "as_at=2026-06-01"


def refusals() -> list[AuditEvent]:
    return list(AuditEvent.objects.filter(kind="refused").order_by("at"))


# Who, what, why, from which request


def test_a_look_says_why_it_was_allowed(cast: Cast) -> None:
    answer = signed_in(cast.manager).get(f"/children/{cast.amara.uuid}/")
    event = AuditEvent.objects.get(kind="read")
    assert event.allowed_by == ["manager:North"]
    assert str(event.request_id) == answer["X-Request-Id"]
    assert event.details["record"] == cast.amara.pk


def test_an_export_says_why_it_was_allowed(cast: Cast) -> None:
    signed_in(cast.chair).post("/tracker/export/", {"format": "csv", "back": DAY})
    assert AuditEvent.objects.get(kind="export").allowed_by == ["chair"]


def test_a_write_knows_its_request_and_why_it_was_allowed(cast: Cast) -> None:
    form = {
        "child": str(cast.amara.uuid),
        "clock": "most-serious",
        "reason": "The judge is away.",
    }
    answer = signed_in(cast.manager).post("/tracker/reason/", form)
    assert answer.status_code == 302
    event = AuditEvent.objects.get(kind="write")
    assert str(event.request_id) == answer["X-Request-Id"]
    assert event.allowed_by == ["manager:North"]


def test_a_write_of_a_job_has_no_request(db: None) -> None:
    with recording("test.wrote", by=None):
        pass
    event = AuditEvent.objects.get()
    assert (event.request_id, event.allowed_by) == (None, [])


def test_a_request_is_forgotten_once_it_is_answered(db: None) -> None:
    def fail(request: Any) -> HttpResponse:
        assert audit.serving.get() is request
        raise ValueError

    with pytest.raises(ValueError):
        numbered(fail)(RequestFactory().get("/"))
    assert audit.serving.get() is None


def test_a_list_costs_one_insert(cast: Cast, django_assert_num_queries: Any) -> None:
    request = SimpleNamespace(user=cast.chair, request_id=uuid4(), allowed_by=["chair"])
    with django_assert_num_queries(1):
        audit.looked(request, "tracker", range(1, 2000), as_at="2026-06-01")  # type: ignore[arg-type]


# What cannot be written down is not shown


PAGES = {
    "tracker": f"/tracker/?{DAY}",
    "child": "/children/{uuid}/",
    "looked": "/children/{uuid}/looked/",
    "reason": "/tracker/reason/?child={uuid}",
    "api": "/api/v1/children/",
    "api child": "/api/v1/children/{uuid}/",
}
HINDRANCES = {
    "a trigger that raises": """
        CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'disk full'; END $$;
        CREATE TRIGGER hindrance BEFORE INSERT ON casetrack_auditevent
            FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse()""",
    "a full column": "ALTER TABLE casetrack_auditevent ADD CHECK (kind = 'none') NOT VALID",
    "no queue": "ALTER TABLE casetrack_auditunsealed RENAME TO casetrack_elsewhere",
    "no table": "ALTER TABLE casetrack_auditevent RENAME TO casetrack_elsewhere",
    "no right": """
        CREATE ROLE audit_reader_of_a_test;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public
            TO audit_reader_of_a_test;
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO audit_reader_of_a_test;
        REVOKE INSERT ON casetrack_auditevent FROM audit_reader_of_a_test;
        SET LOCAL ROLE audit_reader_of_a_test""",
}


def hinder(how: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(HINDRANCES[how])


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("how", HINDRANCES)
def test_a_page_whose_look_cannot_be_written_down_is_refused(
    cast: Cast, page: str, how: str
) -> None:
    address = PAGES[page].format(uuid=cast.amara.uuid)
    client = signed_in(cast.iro)
    assert client.get(address).status_code == 200
    hinder(how)
    answer = client.get(address)
    assert answer.status_code == 503
    assert not any(name in answer.content.decode() for name in (*NAMES, "A1"))
    assert "written down" in answer.content.decode()


@pytest.mark.parametrize("how", HINDRANCES)
def test_an_export_that_cannot_be_written_down_is_refused(cast: Cast, how: str) -> None:
    client = signed_in(cast.chair)
    hinder(how)
    answer = client.post("/tracker/export/", {"format": "csv", "back": DAY})
    assert (answer.status_code, "Content-Disposition" in answer) == (503, False)
    assert not any(name in answer.content.decode() for name in NAMES)


@pytest.mark.parametrize("how", HINDRANCES)
def test_a_write_that_cannot_be_written_down_is_undone(cast: Cast, how: str) -> None:
    hinder(how)
    with pytest.raises(audit.NotWritten), recording("test.wrote", by=None):
        Child.objects.filter(pk=cast.amara.pk).update(first_name="Nobody")
    assert Child.objects.get(pk=cast.amara.pk).first_name == "Amara"


@pytest.mark.django_db(transaction=True)
def test_a_look_that_is_not_committed_is_not_shown(client: Client) -> None:
    """A constraint that is only checked at the commit, when the page is rendered already."""
    from tests import cast as casting

    cast = casting.assemble()
    client = signed_in(cast.chair)
    with deferred_refusal():
        answer = client.get(f"/children/{cast.amara.uuid}/")
    assert answer.status_code == 503
    assert "Amara" not in answer.content.decode()


@contextmanager
def deferred_refusal() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("""
            CREATE FUNCTION refuse_of_a_test() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION USING ERRCODE = 'disk_full'; END $$;
            CREATE CONSTRAINT TRIGGER hindrance AFTER INSERT ON casetrack_auditevent
                DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION refuse_of_a_test()""")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP FUNCTION refuse_of_a_test() CASCADE")


# Refusals


def test_a_hidden_child_is_answered_as_a_made_up_one_and_the_asking_is_kept(cast: Cast) -> None:
    client = signed_in(cast.manager)
    made_up = uuid4()
    hidden, nobody = (client.get(f"/children/{one}/") for one in (cast.tomas.uuid, made_up))
    assert (hidden.status_code, nobody.status_code) == (404, 404)
    assert hidden.content == nobody.content
    first, second = refusals()
    assert (first.what, first.username, first.children) == ("child", "manager", [cast.tomas.pk])
    assert first.details == {"status": 404, "asked_for": str(cast.tomas.uuid)}
    assert first.request_id == UUID(hidden["X-Request-Id"])
    assert (second.children, second.details["asked_for"]) == ([], str(made_up))


@pytest.mark.parametrize("address", ["/children/{}/", "/api/v1/children/{}/"])
def test_a_role_that_may_not_read_records_is_kept(cast: Cast, address: str) -> None:
    answer = signed_in(cast.board_member).get(address.format(cast.amara.uuid))
    assert answer.status_code == 403
    event = refusals()[0]
    assert (event.username, event.children) == ("board-member", [cast.amara.pk])
    assert event.details["status"] == 403


def test_a_page_without_a_child_that_is_forbidden_is_kept(cast: Cast) -> None:
    assert signed_in(cast.board_member).get("/tracker/?q=amara").status_code == 403
    event = refusals()[0]
    assert (event.what, event.children, event.details) == ("tracker", [], {"status": 403})


def test_an_address_that_leads_nowhere_is_no_refusal(cast: Cast) -> None:
    assert signed_in(cast.manager).get("/nowhere/").status_code == 404
    assert refusals() == []


def test_somebody_who_is_not_signed_in_is_no_event(cast: Cast) -> None:
    answer = Client().get(f"/children/{cast.amara.uuid}/")
    assert answer.status_code == 302
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_refusal_outlives_the_transaction_of_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests import cast as casting

    cast = casting.assemble()
    before = User.objects.count()

    def write_and_refuse(*_: Any, **__: Any) -> None:
        User.objects.create_user("written-by-the-page")
        raise Http404

    monkeypatch.setattr("oversight.views.child._with_family", write_and_refuse)
    assert signed_in(cast.chair).get(f"/children/{cast.amara.uuid}/").status_code == 404
    assert User.objects.count() == before
    assert [event.what for event in refusals()] == ["child"]


def test_a_refusal_that_cannot_be_written_down_stands_and_is_logged(
    cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    client = signed_in(cast.manager)
    hinder("a trigger that raises")
    with caplog.at_level(logging.ERROR, "casetrack.requests"):
        assert client.get(f"/children/{cast.tomas.uuid}/").status_code == 404
    assert "A refusal could not be written down" in caplog.text


def test_what_the_database_refuses_in_another_place_is_no_missing_audit(cast: Cast) -> None:
    """Only what the audit cannot write is NotWritten; a mistake elsewhere stays a mistake."""
    with pytest.raises(DatabaseError), recording("test.wrote", by=None):
        Child.objects.filter(pk=cast.amara.pk).update(reference="lower case")


def test_a_refusal_is_about_an_address_of_ours(cast: Cast) -> None:
    request = RequestFactory().get("/")
    request.user = cast.manager
    refused = Refusals(lambda _: HttpResponse(status=403))(request)
    assert (refused.status_code, refusals()) == (403, [])


# Signing in


def enter(username: str, password: str) -> Any:
    return Client().post("/sign-in/", {"username": username, "password": password})


@pytest.mark.parametrize(
    ("typed", "kept"), [("manager", "manager"), ("correct horse battery staple", "")]
)
def test_a_wrong_password_is_kept_without_what_was_typed(cast: Cast, typed: str, kept: str) -> None:
    enter(typed, "wrong password")
    event = AuditEvent.objects.get()
    assert (event.kind, event.what, event.username) == ("sign-in", "sign-in-failed", kept)
    assert event.details == {}


def test_an_account_that_is_closed_is_kept(cast: Cast, settings: Any) -> None:
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 2
    for _ in range(2):
        enter("manager", "wrong password")
    assert enter("manager", PASSWORD).status_code == 429
    told = list(AuditEvent.objects.order_by("at").values_list("what", flat=True))
    assert told == ["sign-in-failed", "locked-out", "locked-out"]
