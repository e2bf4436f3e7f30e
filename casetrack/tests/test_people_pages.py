"""The administrator gives roles and ends them, and sees no child."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import RoleAssignment, User
from tests.cast import Cast, signed_in


def address(user: User) -> str:
    return f"/people/{user.uuid}/"


def form_of(cast: Cast, role: str, **given: Any) -> dict[str, Any]:
    day = timezone.localdate()
    boxes = {f"starts_on-{part}": str(getattr(day, part)) for part in ("day", "month", "year")}
    return {"authority": cast.authority.pk, "role": role, "team": "", **boxes} | given


def test_everybody_is_listed_with_the_roles_they_hold_today(cast: Cast) -> None:
    RoleAssignment.objects.filter(user=cast.chair).update(ends_on=date(2021, 1, 1))
    page = signed_in(cast.administrator).get("/people/").content.decode()
    rows = {
        row.split("</a>")[0].rsplit(">", 1)[1]: row for row in page.split("<tr>") if "</a>" in row
    }
    assert "Team manager, North" in rows["manager"]
    assert "none" in rows["chair"]
    assert "none" in rows["nobody"]
    assert "stranger" not in rows


def test_the_administrator_gives_a_role(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    team = str(cast.north_worker.team_id)
    answer = client.post(address(cast.nobody), form_of(cast, "manager", team=team))
    assert answer["Location"] == address(cast.nobody)
    held = cast.nobody.roles.get()
    assert (held.role, held.team, held.starts_on) == (
        "manager",
        cast.north_worker.team,
        timezone.localdate(),
    )
    assert AuditEvent.objects.get(what="role.assigned").username == "administrator"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"role": ""}, "Choose a role"),
        ({"role": "king"}, "Select a valid choice"),
        ({"starts_on-day": "40"}, "Enter a real date"),
        ({"role": "iro", "team": "north"}, "Only a team manager’s role"),
    ],
)
def test_what_is_wrong_is_said(cast: Cast, given: dict[str, Any], words: str) -> None:
    if given.get("team") == "north":
        given = given | {"team": str(cast.north_worker.team_id)}
    answer = signed_in(cast.administrator).post(
        address(cast.nobody), form_of(cast, "chair") | given
    )
    page = answer.content.decode()
    assert "There is a problem" in page and words in page
    assert not cast.nobody.roles.exists()


def test_nobody_gives_themselves_a_role(cast: Cast) -> None:
    answer = signed_in(cast.administrator).post(address(cast.administrator), form_of(cast, "chair"))
    assert "Nobody gives themselves a role" in answer.content.decode()
    assert cast.administrator.roles.count() == 1


def test_a_role_is_given_only_where_the_administrator_manages_people(cast: Cast) -> None:
    client = signed_in(cast.administrator)
    answer = client.post(address(cast.nobody), form_of(cast, "chair", authority=cast.elsewhere.pk))
    assert "There is a problem" in answer.content.decode()
    assert client.get(address(cast.stranger)).status_code == 404
    assert not cast.nobody.roles.exists()


def test_the_administrator_ends_a_role(cast: Cast) -> None:
    held = cast.manager.roles.get()
    end = f"/people/{cast.manager.uuid}/roles/{held.pk}/end/"
    client = signed_in(cast.administrator)
    assert end in client.get(address(cast.manager)).content.decode()
    page = client.post(end, {"ends_on-day": "1", "ends_on-month": "1", "ends_on-year": "2020"})
    assert "must end after the day it began" in page.content.decode()
    answer = client.post(end, {"ends_on-day": "1", "ends_on-month": "2", "ends_on-year": "2026"})
    assert answer["Location"] == address(cast.manager)
    held.refresh_from_db()
    assert held.ends_on == date(2026, 2, 1)
    assert client.get(end).status_code == 404


def test_others_may_not(cast: Cast) -> None:
    for user in (cast.manager, cast.service_manager, cast.guardian):
        client = signed_in(user)
        assert client.get("/people/").status_code == 403
        assert client.post(address(cast.nobody), form_of(cast, "chair")).status_code == 403


def test_the_first_page_of_the_administrator_and_of_the_guardian(cast: Cast) -> None:
    assert signed_in(cast.administrator).get("/")["Location"] == "/people/"
    assert signed_in(cast.guardian).get("/")["Location"] == "/break-glass/reviews/"


def test_the_list_asks_as_much_for_few_as_for_many(cast: Cast) -> None:
    def asked() -> int:
        client = signed_in(cast.administrator)
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/people/").status_code == 200
        return len(queries)

    before = asked()
    for number in range(5):
        user = User.objects.create_user(f"extra-{number}")
        RoleAssignment.objects.create(
            user=user, authority=cast.authority, role="chair", starts_on=date(2020, 1, 1)
        )
    assert asked() == before
