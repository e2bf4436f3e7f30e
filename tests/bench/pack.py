"""A meeting of a made-up authority, and how long each form of its pack takes to make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from django.test import Client

from casetrack.access.permissions import Permission
from casetrack.models import Authority, Child, RoleAssignment, User
from oversight.meetings.agenda import candidates
from permanence.actions import agendas
from permanence.models import Meeting, MeetingSeries
from returns.demo.authority import Making, make
from tests.bench.measures import seconds, settle

IN_CARE = 530
FORMS = {"on the screen": "", "as a PDF": "pdf/", "for Word": "word/"}


@dataclass(frozen=True)
class Made:
    seconds: float
    bytes: int


def meeting_of(code: str, children: int, today: date) -> Meeting:
    """In a fortnight, with those of the authority's children whom the rules choose first."""
    with TemporaryDirectory() as folder:
        making = Making(IN_CARE, 2, today)
        make(code=code, making=making, folder=Path(folder), say=lambda *_: None)
    authority = Authority.objects.get(code=code)
    chair = User.objects.create_user("bench-chair", password="bench")
    RoleAssignment.objects.create(user=chair, authority=authority, role="chair", starts_on=today)
    series = MeetingSeries.objects.create(
        authority=authority,
        name="Permanence Monitoring Group",
        place="Room 2",
        starts_at=time(9, 30),
        chair=chair,
        starts_on=today,
    )
    meeting = series.meetings.create(held_on=today + timedelta(days=14))
    reached = Child.objects.visible_to(chair, Permission.PREPARE_MEETINGS)
    chosen = candidates(meeting, reached, today)[:children]
    choices = [each.choice for each in chosen]
    agendas.put_on(meeting=meeting, choices=choices, by=chair, chosen=False)
    settle()
    return meeting


def forms(meeting: Meeting) -> Iterator[tuple[str, Made]]:
    """The first of a process, for which the typeface is unpacked; then the median of five."""
    client = Client(SERVER_NAME="localhost")
    client.force_login(meeting.series.chair)

    def ask(form: str) -> int:
        answer = client.get(f"/meetings/{meeting.uuid}/pack/{form}")
        assert answer.status_code == 200, answer
        return len(answer.content)

    yield "first PDF of a process", Made(seconds(lambda: ask("pdf/")), ask("pdf/"))
    for name, form in FORMS.items():
        took = median(seconds(lambda form=form: ask(form)) for _ in range(5))
        yield name, Made(took, ask(form))
