"""What every page has: its number, its menu, no copy kept, and plain words when it fails."""

from uuid import UUID

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from casetrack.requests import Private, Unavailable, numbered
from tests.cast import Cast, signed_in


def test_health_answers_without_signing_in(db: None) -> None:
    answer = Client().get("/health")
    assert (answer.status_code, answer.content) == (200, b"ok")


def test_the_accessibility_statement_is_open_to_all(db: None) -> None:
    answer = Client().get("/accessibility/")
    assert answer.status_code == 200
    assert "2.2, level AA" in answer.content.decode()


def test_every_answer_has_a_number(db: None) -> None:
    assert UUID(Client().get("/health")["X-Request-Id"])


def test_no_browser_keeps_a_page(db: None) -> None:
    assert Client().get("/accessibility/")["Cache-Control"] == "private, no-store"


def test_a_page_that_says_otherwise_is_left_as_it_is() -> None:
    page = Private(lambda request: HttpResponse(headers={"Cache-Control": "max-age=60"}))
    assert page(RequestFactory().get("/"))["Cache-Control"] == "max-age=60"


def test_the_number_is_there_for_the_audit() -> None:
    seen = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(request.request_id)  # type: ignore[attr-defined]
        return HttpResponse()

    answer = numbered(page)(RequestFactory().get("/"))
    assert answer["X-Request-Id"] == str(seen[0])


def test_a_database_that_is_away_is_said_plainly() -> None:
    refusal = Unavailable(lambda request: HttpResponse()).process_exception(
        RequestFactory().get("/"), OperationalError()
    )
    assert refusal is not None
    assert refusal.status_code == 503
    assert "written down" in refusal.content.decode()


def test_other_errors_go_their_usual_way() -> None:
    unavailable = Unavailable(lambda request: HttpResponse())
    assert unavailable.process_exception(RequestFactory().get("/"), ValueError()) is None


def test_a_page_that_is_not_there(cast: Cast) -> None:
    answer = signed_in(cast.manager).get("/nowhere/")
    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


@pytest.mark.parametrize(
    ("who", "pages"),
    [
        ("manager", ["Tracker", "Totals", "Clocks"]),
        ("social_worker", ["Tracker", "Clocks"]),
        ("board_member", ["Totals", "Clocks"]),
    ],
)
def test_the_menu_has_what_the_role_may_open(cast: Cast, who: str, pages: list[str]) -> None:
    page = signed_in(getattr(cast, who)).get("/clocks/").content.decode()
    menu = page[page.index("<nav") : page.index("</nav>")]
    for words in ("Tracker", "Totals", "Clocks"):
        assert (f">{words}</a>" in menu) == (words in pages)


def test_the_frame_says_on_what_footing(cast: Cast) -> None:
    page = signed_in(cast.manager).get("/clocks/").content.decode()
    assert "North, Team manager" in page


@pytest.mark.parametrize("where", ["/accessibility/", "/sign-in/", "/clocks/"])
def test_nothing_is_inline(cast: Cast, where: str) -> None:
    """The policy of the browser refuses inline script and style; none may creep in."""
    client = Client() if where == "/sign-in/" else signed_in(cast.manager)
    page = client.get(where).content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "onclick" not in page
    assert page.count("<script") == page.count('<script src="/static/')
