"""A meeting of the demo authority's group: its room, what is recorded in it, and keys pressed."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from uuid import uuid4

from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from casetrack.access.permissions import Permission
from casetrack.models import Authority, Child
from oversight.meetings.agenda import candidates
from permanence.actions import agendas, held, meetings
from permanence.models import Meeting, MeetingSeries
from returns.demo.authority import Making, make
from tests.bench.measures import seconds, settle
from tests.bench.served import served

IN_CARE = 530
IN_THE_ROOM, IN_THE_PACK = 25, 40
TIMES = 20
KEYS, PRESSES = "nfsfspnfsn", 50
PROJECTOR = {"width": 1920, "height": 1080}
# From the press until the frame after the one it changed has been painted.
WATCHED = """() => {
  window.took = [];
  addEventListener("keydown", (pressed) => requestAnimationFrame(() => requestAnimationFrame(
    () => window.took.push(performance.now() - pressed.timeStamp))), true);
}"""


@dataclass(frozen=True)
class Asked:
    """How long an answer took, the median and the worst, and how many questions it asked."""

    middle: float
    worst: float
    queries: int = 0


def group_of(code: str, today: date) -> MeetingSeries:
    """The demo authority with its group; its other meetings are where the demo has them."""
    with TemporaryDirectory() as folder:
        making = Making(IN_CARE, 2, today)
        make(code=code, making=making, folder=Path(folder), say=lambda *_: None)
    for command in ("demo_reasons", "demo_cohorts", "demo_group"):
        call_command(command, authority=code, today=today, verbosity=0, stdout=StringIO())
    settle()
    return MeetingSeries.objects.get(authority=Authority.objects.get(code=code))


def meeting_of(series: MeetingSeries, children: int, on: date, today: date) -> Meeting:
    """With so many of those whom the rules choose first."""
    (meeting,) = meetings.schedule(series=series, days=[on], by=series.chair)
    reached = Child.objects.visible_to(series.chair, Permission.PREPARE_MEETINGS)
    chosen = candidates(meeting, reached.filter(authority=series.authority), today)[:children]
    choices = [each.choice for each in chosen]
    agendas.put_on(meeting=meeting, choices=choices, by=series.chair, chosen=False)
    return meeting


def opened(meeting: Meeting) -> Client:
    """The group sits, and its chair is at the keyboard."""
    chair = meeting.series.chair
    held.open_meeting(meeting=meeting, chaired_by=chair, on=meeting.held_on, by=chair)
    held.mark_the_rest(meeting=meeting, by=chair)
    client = Client(SERVER_NAME="localhost")
    client.force_login(chair, backend="django.contrib.auth.backends.ModelBackend")
    return client


def answers(client: Client, meeting: Meeting) -> Iterator[tuple[str, Asked]]:
    room = f"/meetings/{meeting.uuid}/room/"
    items = list(meeting.items.order_by("place"))
    yield "its page", _asked(lambda _: client.get(room).status_code == 200)

    def decided(number: int) -> bool:
        address = f"{room}{items[number % len(items)].uuid}/decide/"
        said = {"kind": "noted", "text": "It goes well.", "number": str(uuid4())}
        return client.post(address, said, headers={"Room": "yes"}).status_code == 204

    yield "a decision recorded", _asked(decided)
    yield "what others recorded", _asked(lambda _: client.get(f"{room}entries/").status_code == 200)


def pack(client: Client, meeting: Meeting) -> float:
    """Its PDF; the median of three."""

    def ask() -> None:
        answer = client.get(f"/meetings/{meeting.uuid}/pack/pdf/")
        assert answer["Content-Type"] == "application/pdf", answer

    return median(seconds(ask) for _ in range(3))


def keys(client: Client, meeting: Meeting) -> Asked | None:
    """Keys pressed in a browser, as the page itself times them; None where there is no browser."""
    chromium = shutil.which(os.environ.get("CHROMIUM") or "chromium")
    if chromium is None:
        return None
    from playwright.sync_api import sync_playwright

    children = meeting.items.count()
    with served() as address, sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu"]
        context = playwright.chromium.launch(executable_path=chromium, args=flags).new_context(
            viewport=PROJECTOR
        )
        session = client.cookies["sessionid"].value
        context.add_cookies([{"name": "sessionid", "value": session, "url": address}])
        page = context.new_page()
        page.goto(f"{address}/meetings/{meeting.uuid}/room/")
        assert page.locator(".screen").count() == children
        page.evaluate(WATCHED)
        for number in range(PRESSES):
            page.keyboard.press(KEYS[number % len(KEYS)])
            page.wait_for_function("count => window.took.length === count", arg=number + 1)
        took = [each / 1000 for each in page.evaluate("window.took")]
        return Asked(median(took), max(took))


def _asked(ask) -> Asked:
    assert ask(0)
    with CaptureQueriesContext(connection) as captured:
        assert ask(1)
    own = [each for each in captured if not each["sql"].startswith(("BEGIN", "COMMIT", "SAVE"))]
    took = [seconds(lambda number=number: ask(number)) for number in range(2, TIMES + 2)]
    return Asked(median(took), max(took), len(own))
