"""One long record: fifteen years in care, and what it costs to show it and to write that down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any
from unittest import mock

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack import audit
from casetrack.actions.sealing import seal
from casetrack.audit import AuditEvent
from casetrack.models import (
    Allocation,
    Authority,
    CarePeriod,
    Child,
    CourtOrder,
    LegalStatus,
    RoleAssignment,
    SiblingGroup,
    Team,
    User,
    Worker,
)
from casetrack.proof import prove
from casetrack.recording import recording
from oversight.models import Answer
from permanence.models import (
    AgreedAction,
    ChildsWords,
    PermanencePlan,
    Review,
    SchoolPlace,
    Supervision,
    Visit,
    WellbeingCheck,
)
from placements.models import Home, MissingEpisode, Placement
from tests.bench.measures import seconds, settle

YEARS, YEAR = 15, timedelta(days=365)
VIEWS = 15
PAIRS = 120
ROLES = ("chair", "manager", "social-worker", "iro")


@dataclass(frozen=True)
class Page:
    seconds: float
    queries: int


@dataclass(frozen=True)
class Long:
    """The child, her brothers and sisters in care as long, and how much is recorded of her."""

    authority: Authority
    child: Child
    facts: int


def _every(days: int, first: date, last: date) -> Iterator[date]:
    while first < last:
        yield first
        first += timedelta(days=days)


def _spells(days: int, first: date, last: date) -> list[dict[str, Any]]:
    """Periods one after another; the last is open."""
    starts = list(_every(days, first, last))
    return [
        {"starts_on": start, "ends_on": end}
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]


def long_record(code: str, today: date) -> Long:
    """A child of fifteen and two brothers and sisters, in care since the first weeks of life."""
    authority = Authority.objects.create(code=code, name="Long Council", records_live=True)
    team = Team.objects.create(authority=authority, name="North")
    user = User.objects.create_user("recorder", first_name="Robin", last_name="Marsh")
    workers = Worker.objects.bulk_create(
        Worker(authority=authority, reference=f"L{n}", name=f"Worker {n}", team=team)
        for n in range(20)
    )
    family = SiblingGroup.objects.create(authority=authority)
    first = today - timedelta(days=YEARS * 365)
    children = [
        Child.objects.create(
            authority=authority,
            reference=f"L{n}",
            first_name=f"Child{n}",
            last_name="Long",
            born_on=first - timedelta(days=30 + 400 * n),
            siblings=family,
        )
        for n in range(3)
    ]
    with recording("bench.recorded", by=user, children=[child.pk for child in children]):
        made = [_facts(child, workers, user, first, today) for child in children]
    with recording("bench.corrected", by=user, why="Read again", children=[children[0].pk]):
        Visit.objects.filter(child=children[0], seen="with-others").update(place="school")
    settle()
    return Long(authority, children[0], made[0])


def _facts(child: Child, workers: list[Worker], user: User, first: date, today: date) -> int:
    homes = Home.objects.bulk_create(
        Home(authority=child.authority, name=f"House {n}") for n in range(22)
    )
    moves = _spells(260, first, today)
    rows: list[Any] = [
        CarePeriod(child=child, starts_on=first, category_of_need="N1"),
        CourtOrder(child=child, kind="interim-care", made_on=first, ended_on=first + YEAR),
        CourtOrder(child=child, kind="care", made_on=first + YEAR),
        LegalStatus(child=child, code="C1", starts_on=first, ends_on=first + YEAR),
        LegalStatus(child=child, code="C2", starts_on=first + YEAR),
        *(
            Placement(child=child, type="U6", home=home, provider="PR1", **move)
            for home, move in zip(homes, moves, strict=True)
        ),
        *(
            PermanencePlan(child=child, route=route, **spell)
            for route, spell in zip(
                ("adoption", "special-guardianship", "long-term-fostering"),
                _spells(YEARS * 122, first, today),
                strict=False,
            )
        ),
        *(
            Allocation(child=child, worker=workers[n % 10], role="social-worker", **spell)
            for n, spell in enumerate(_spells(400, first, today))
        ),
        *(
            Allocation(child=child, worker=workers[10 + n % 10], role="iro", **spell)
            for n, spell in enumerate(_spells(1_300, first, today))
        ),
        *(
            Review(child=child, held_on=on, participation="PN1", decisions="Stay. " * 20)
            for on in _every(182, first, today)
        ),
        *(
            Visit(child=child, visited_on=on, visitor="social-worker", place="home", seen=seen)
            for n, on in enumerate(_every(42, first, today))
            for seen in ("with-others" if n % 9 == 0 else "alone",)
        ),
        *(
            Supervision(child=child, held_on=on, supervised_by="A manager", decided="Go on. " * 9)
            for on in _every(60, first, today)
        ),
        *(
            WellbeingCheck(child=child, kind=kind, done_on=on)
            for kind, days in (("review-health", 300), ("dentist", 180), ("pep-meeting", 120))
            for on in _every(days, first, today)
        ),
        *(
            SchoolPlace(child=child, school=f"School {n}", **spell)
            for n, spell in enumerate(_spells(1_000, first + 4 * YEAR, today))
        ),
        *(
            ChildsWords(
                child=child,
                said_on=on,
                words="I like it. " * 9,
                gathered="talking",
                shared_with=shared,
            )
            for n, on in enumerate(_every(90, first + 3 * YEAR, today))
            for shared in (("readers", "workers", "family")[n % 3],)
        ),
        *(
            MissingEpisode(child=child, kind="M", starts_on=on, ends_on=on + timedelta(days=1))
            for on in _every(200, first + 12 * YEAR, today)
        ),
        *(
            AgreedAction(
                child=child,
                text="See to it.",
                owner=workers[n % 20],
                agreed_on=on,
                due_on=on + timedelta(days=30),
                done_on=on + timedelta(days=20),
            )
            for n, on in enumerate(_every(75, first, today))
        ),
        *(
            Answer(
                child=child,
                clock="review-to-review",
                started_on=on,
                kind="reason",
                reason="The court adjourned.",
                answered_on=on,
                answered_by=user,
            )
            for on in _every(300, first, today)
        ),
    ]
    for model in {type(row) for row in rows}:
        model._base_manager.bulk_create(row for row in rows if type(row) is model)
    return len(rows)


def _reader(long: Long, role: str, today: date) -> Client:
    """Somebody in that role who reaches the child."""
    user = User.objects.create_user(f"long-{role}")
    team = Team.objects.get(authority=long.authority) if role == "manager" else None
    RoleAssignment.objects.create(
        user=user, authority=long.authority, role=role, team=team, starts_on=today
    )
    if role in ("social-worker", "iro"):
        held = Allocation.objects.get(child=long.child, role=role, ends_on=None)
        Worker.objects.filter(pk=held.worker_id).update(user=user)
    client = Client(SERVER_NAME="localhost")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def pages(long: Long, today: date) -> Iterator[tuple[str, str, Page]]:
    """The child's page and her history, as each role sees them; the median of many views."""
    for role in ROLES:
        client = _reader(long, role, today)
        for name, address in (
            ("child page", f"/children/{long.child.uuid}/"),
            ("history page", f"/children/{long.child.uuid}/history/"),
        ):
            yield name, role, _viewed(client, address)


def _viewed(client: Client, address: str) -> Page:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    own = [each for each in captured if not each["sql"].startswith(("BEGIN", "COMMIT", "SAVE"))]
    return Page(median(seconds(lambda: client.get(address)) for _ in range(VIEWS)), len(own))


def audit_of_a_page(long: Long, today: date) -> tuple[float, float]:
    """The same page with its look written down, and without: the quickest of many, in turns."""
    client, address = _reader(long, "secretary", today), f"/children/{long.child.uuid}/"
    client.get(address)
    with_event, without = [], []
    for _ in range(PAIRS):
        with_event.append(seconds(lambda: client.get(address)))
        with _unaudited():
            without.append(seconds(lambda: client.get(address)))
    return _undisturbed(with_event), _undisturbed(without)


def _undisturbed(times: list[float]) -> float:
    """The median of the quickest tenth: what else the machine does adds, and never takes off."""
    return median(sorted(times)[: len(times) // 10])


@contextmanager
def _unaudited() -> Iterator[None]:
    with mock.patch.object(audit, "_event", lambda *_: None):
        yield


def sealing(count: int) -> tuple[float, float]:
    """The seconds to link so many events into the chain, and to prove the whole of it."""
    seal(now=timezone.now())
    AuditEvent.objects.bulk_create(
        AuditEvent(kind="read", what="child", username="bench", children=[n, n + 1])
        for n in range(count)
    )
    sealed = seconds(lambda: seal(now=timezone.now()))
    proved = seconds(prove)
    found = prove()
    assert (found.broken, found.unsealed) == (None, 0) and found.links >= count
    return sealed, proved
