"""Signing in and out, and where each role is led."""

import pytest
from django.test import Client

from casetrack.audit import AuditEvent
from tests.cast import PASSWORD, Cast, signed_in


def enter(username: str, password: str, wanted: str = "") -> tuple[Client, object]:
    client = Client()
    answer = client.post("/sign-in/", {"username": username, "password": password, "next": wanted})
    return client, answer


def test_the_right_password_opens_the_first_page(cast: Cast) -> None:
    _, answer = enter("manager", PASSWORD)
    assert answer.status_code == 302
    assert answer["Location"] == "/"


def test_signing_in_is_written_down(cast: Cast) -> None:
    enter("manager", PASSWORD)
    event = AuditEvent.objects.get(kind="sign-in")
    assert (event.username, event.user_id) == ("manager", cast.manager.pk)
    assert event.request_id is not None


def test_a_wrong_password_keeps_the_name_and_says_so(cast: Cast) -> None:
    _, answer = enter("manager", "wrong")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Check your user name and password" in page
    assert 'value="manager"' in page
    assert "wrong" not in page.replace("wrong tries", "")


def test_it_leads_to_the_page_that_was_wanted(cast: Cast) -> None:
    _, answer = enter("manager", PASSWORD, "/tracker/?show=red")
    assert answer["Location"] == "/tracker/?show=red"


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:1"])
def test_it_leads_nowhere_else(cast: Cast, wanted: str) -> None:
    _, answer = enter("manager", PASSWORD, wanted)
    assert answer["Location"] == "/"


def test_who_is_signed_in_already_goes_on(cast: Cast) -> None:
    assert signed_in(cast.manager).get("/sign-in/")["Location"] == "/"


def test_signing_out_ends_the_view(cast: Cast) -> None:
    client = signed_in(cast.manager)
    assert client.post("/sign-out/")["Location"] == "/sign-in/"
    assert client.get("/tracker/")["Location"].startswith("/sign-in/")


def test_signing_out_needs_a_button_not_a_link(cast: Cast) -> None:
    assert signed_in(cast.manager).get("/sign-out/").status_code == 405


@pytest.mark.parametrize(
    ("who", "page"),
    [
        ("manager", "/tracker/"),
        ("chair", "/tracker/"),
        ("iro", "/my-children/"),
        ("social_worker", "/tracker/"),
        ("data_officer", "/tracker/"),
        ("board_member", "/totals/"),
    ],
)
def test_each_role_has_its_first_page(cast: Cast, who: str, page: str) -> None:
    assert signed_in(getattr(cast, who)).get("/")["Location"] == page


def test_somebody_without_a_role_is_told_so(cast: Cast) -> None:
    answer = signed_in(cast.nobody).get("/")
    assert answer.status_code == 200
    assert "You have no role" in answer.content.decode()


def test_somebody_unknown_is_sent_to_sign_in(db: None) -> None:
    assert Client().get("/")["Location"] == "/sign-in/?next=/"
