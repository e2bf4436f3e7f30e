"""A hundred thousand children with names, and what people type to find one of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from statistics import median
from typing import Any

from django.db import transaction
from django.test import Client

from casetrack import search, upn
from casetrack.models import (
    Allocation,
    Authority,
    CarePeriod,
    Child,
    RoleAssignment,
    Team,
    User,
    Worker,
)
from returns.demo import names
from tests.bench.measures import seconds, settle

BATCH = 5_000
WORKERS = 2_000
ETHNICITIES = ("WBRI", "MWBC", "APKN", "BAFR", "WOTH", "AIND", "BCRB", "WIRT")
SHARES = (70, 6, 6, 5, 4, 3, 3, 3)
TRIES = 12


@dataclass(frozen=True)
class Found:
    """How long the page took to find what was typed so, over several children."""

    what: str
    middle: float
    worst: float
    most: int


def gather(code: str, count: int, today: date) -> Authority:
    """An authority with so many children, each with a name, a worker and a time in care."""
    random = Random(code)
    authority = Authority.objects.create(code=code, name="Crowded Council", records_live=True)
    workers = _workers(authority)
    for start in range(0, count, BATCH):
        numbers = range(start, min(start + BATCH, count))
        made = Child.objects.bulk_create(_child(authority, random, n, today) for n in numbers)
        since = [today - timedelta(days=random.randint(1, 1_500)) for _ in made]
        CarePeriod.objects.bulk_create(
            CarePeriod(child=child, starts_on=on) for child, on in zip(made, since, strict=True)
        )
        Allocation.objects.bulk_create(
            Allocation(child=child, worker=random.choice(workers), role=role, starts_on=on)
            for child, on in zip(made, since, strict=True)
            for role in ("social-worker", "iro")
        )
    settle()
    return authority


def _workers(authority: Authority) -> list[Worker]:
    teams = [
        Team.objects.create(authority=authority, name=f"Team {number}")
        for number in range(WORKERS // 20)
    ]
    user = User.objects.create_user(f"worker-{authority.code}")
    return Worker.objects.bulk_create(
        Worker(
            authority=authority,
            reference=f"W{number}",
            name=f"Worker {number}",
            team=teams[number // 20],
            user=None if number else user,
        )
        for number in range(WORKERS)
    )


def _child(authority: Authority, random: Random, number: int, today: date) -> Child:
    ethnicity, sex = random.choices(ETHNICITIES, SHARES)[0], random.choice("MF")
    last = names.last_name(random, ethnicity)
    if random.random() < 0.15:
        last += f"-{names.last_name(random, 'WBRI')}"
    return Child(
        authority=authority,
        reference=f"S{number:06}",
        upn=upn.check_letter(digits := f"{801_200_000_000 + number:012}") + digits,
        first_name=names.first_name(random, ethnicity, sex),
        last_name=last,
        known_as=names.first_name(random, ethnicity, sex) if random.random() < 0.1 else "",
        sex=sex,
        ethnicity=ethnicity,
        born_on=today - timedelta(days=random.randint(1, 18 * 365)),
    )


def _misspelled(random: Random, name: str) -> str:
    """Two neighbouring letters changed over, or one left out."""
    place = random.randint(1, max(len(name) - 3, 1))
    if random.random() < 0.5:
        return name[:place] + name[place + 1 :]
    return name[:place] + name[place + 1 : place + 2] + name[place] + name[place + 2 :]


def _typed(random: Random, child: Any) -> dict[str, str]:
    first, last = child.first_name, child.last_name
    return {
        "the whole name": f"{first} {last}",
        "the whole name, misspelled": f"{first} {_misspelled(random, last)}",
        "a common last name": last.split("-")[0],
        "a first name": first,
        "the reference": child.reference,
        "the UPN": child.upn,
        "the date of birth": f"{child.born_on:%d/%m/%Y}",
        "nobody of that name": f"{_misspelled(random, 'Quillonetta')} Zbysz",
    }


def searches(authority: Authority, today: date) -> list[Found]:
    """Each way of searching through the page itself, by who sees everybody and by one worker."""
    random = Random("searches")
    picked = random.sample(range(Child.objects.filter(authority=authority).count()), TRIES)
    children = [Child.objects.get(authority=authority, reference=f"S{n:06}") for n in picked]
    found: list[Found] = []
    for role in ("chair", "social-worker"):
        user = _holding(authority, role, today)
        client = Client(SERVER_NAME="localhost")
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        client.get("/search/")
        typed = [_typed(random, child) for child in children]
        for what in typed[0]:
            took = [_searched(client, each[what]) for each in typed]
            most = max(_number(user, each[what]) for each in typed)
            found.append(Found(f"{what}, {role}", median(took), max(took), most))
    return found


def _searched(client: Client, words: str) -> float:
    """The seconds that the page takes, the quickest of three: it is read into memory once."""
    page = client.post("/search/", {"words": words})
    assert page.status_code == 200
    return min(seconds(lambda: client.post("/search/", {"words": words})) for _ in range(3))


@transaction.atomic
def _number(user: User, words: str) -> int:
    return search.matching(Child.objects.visible_to(user), search.read(words)).count()


def _holding(authority: Authority, role: str, today: date) -> User:
    name = f"{'worker' if role == 'social-worker' else role}-{authority.code}"
    user, _ = User.objects.get_or_create(username=name)
    RoleAssignment.objects.create(user=user, authority=authority, role=role, starts_on=today)
    return user
