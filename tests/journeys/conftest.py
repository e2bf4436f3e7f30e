"""A real browser on a real server, under the strict content policy that production has."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from casetrack.models import User
from tests import cast as casting
from tests.cast import Cast, signed_in
from tests.journeys.barriers import DESK
from tests.journeys.hands import HANDS, Mouse

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
REFUSED = "Failed to load resource: the server responded with a status of 404"
"""No complaint where it is the page itself that does not exist for its reader."""

UNCONNECTED = "Failed to load resource: net::ERR_"

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=FLAGS)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return casting.assemble()


@pytest.fixture
def visit(
    request: pytest.FixtureRequest, browser: Browser, live_server: LiveServer
) -> Iterator[Visit]:
    """`visit(user, "/tracker/")`: a page as `user` sees it; any complaint of the browser fails.

    A test marked `unconnected` takes the connection away itself, of which browsers complain.
    """
    contexts: list[BrowserContext] = []
    cut = request.node.get_closest_marker("unconnected") is not None
    complaints: list[str] = []

    def complain(message: ConsoleMessage) -> None:
        refused = message.text.startswith(REFUSED) and message.location["url"] == message.page.url
        lost = cut and message.text.startswith(UNCONNECTED)
        if message.type in ("error", "warning") and not (refused or lost):
            complaints.append(message.text)

    def open_page(user: User | None, address: str, **how: object) -> Page:
        options = {"viewport": DESK, "base_url": live_server.url} | how
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        if user is not None:
            session = signed_in(user).cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": session, "url": live_server.url}])
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("console", complain)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not complaints


@pytest.fixture(params=HANDS)
def hand(request: pytest.FixtureRequest) -> type[Mouse]:
    """Every journey that asks for a hand is gone twice: by mouse, and by keyboard alone."""
    return HANDS[request.param]
