"""Sealing takes a record out of everything, leaves what was counted, and can be undone by two."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from adoption import archive
from adoption.actions import sealing, unsealing
from adoption.models import SealedRecord
from casetrack.models import Authority, Child, RoleAssignment, User
from permanence.models import LifeStory
from tests import timeline
from tests.cast import LONG_AGO, Cast, assemble
from tests.marked import LATER, MARK, everything

pytestmark = pytest.mark.django_db
TODAY = date(2026, 6, 1)


@pytest.fixture
def cast() -> Cast:
    return assemble()


def keeper(name: str, authority: Authority) -> User:
    user = User.objects.create_user(name)
    RoleAssignment.objects.create(
        user=user, authority=authority, role="adoption-records", starts_on=LONG_AGO
    )
    return user


@pytest.fixture
def keepers(cast: Cast) -> tuple[User, User]:
    return keeper("keeper-one", cast.authority), keeper("keeper-two", cast.authority)


@pytest.fixture
def adopted(cast: Cast, keepers: Any) -> Child:
    """A child of whom everything is recorded, adopted, with all done that goes before sealing."""
    child = timeline.child("born 2021-09-10", authority=cast.authority, reference="ZZMARK1")
    Child.objects.filter(pk=child.pk).update(
        first_name=f"{MARK}first", last_name=f"{MARK}last", known_as=f"{MARK}known"
    )
    child.refresh_from_db()
    everything(child, cast.service_manager, cast.chair, cast.north_worker)
    LifeStory.objects.create(child=child, kind="letter", done_on=LATER)
    return child


def seal(child: Child, by: User, **given: Any) -> SealedRecord:
    values = {"reported_on": LATER, "staying_in_touch": "", "after": None, "on": TODAY} | given
    return sealing.seal(child=child, by=by, **values)


def everywhere(mark: str) -> list[str]:
    """The tables in which the mark stands, whatever the column."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        found = []
        for name in names:
            cursor.execute(
                f'SELECT count(*) FROM "{name}" AS t WHERE t::text ILIKE %s', [f"%{mark}%"]
            )
            if cursor.fetchone()[0]:
                found.append(name)
        return found


def snapshot(child: Child) -> Any:
    kept = archive._read(child)
    return {part: kept[part] for part in ("child", "rows", "versions")}


def test_no_table_holds_a_mark_of_a_sealed_record(cast: Cast, adopted: Child) -> None:
    assert len(everywhere(MARK)) > 100, "the marks stand in facts and in their history"
    assert everywhere("ZZMARK1")
    seal(adopted, cast.service_manager)
    assert everywhere(MARK) == []
    assert everywhere("ZZMARK1") == []


def test_it_is_put_back_as_it_was(cast: Cast, adopted: Child, keepers: Any) -> None:
    before = snapshot(adopted)
    sealed = seal(adopted, cast.service_manager)
    assert snapshot(adopted) != before
    first, second = keepers
    asked = unsealing.ask(sealed=sealed, reason="mistake", words="Another child.", by=first)
    unsealing.answer(asked=asked, agreed=True, by=second)
    assert snapshot(adopted) == before
    sealed.refresh_from_db()
    assert bytes(sealed.archive) == b"" and sealed.found_by == []
    assert Child.objects.visible_to(cast.service_manager).filter(pk=adopted.pk).exists()
