"""The read API: the same children, permissions and audit as the pages, in pages that stay put."""

import json
from datetime import date
from io import StringIO
from typing import Any
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from rest_framework.authtoken.models import Token

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, RoleAssignment, User
from oversight.actions import api_tokens
from oversight.clocks.engine import refresh
from oversight.clocks.registry import CLOCKS
from tests import timeline
from tests.cast import DAY, WAITING, Cast, signed_in

AS_AT = f"as_at={DAY.isoformat()}"


def ask(user: User, address: str, status: int = 200) -> Any:
    answer = signed_in(user).get(f"/api/v1/{address}")
    assert answer.status_code == status, answer.content
    return answer.json()


def references(user: User, address: str = "children/") -> list[str]:
    return sorted(child["reference"] for child in ask(user, address)["results"])


# Signing in


def issued(user: User) -> str:
    return api_tokens.issue(user=user, on=DAY, by=None)


def with_token(token: str) -> Client:
    return Client(headers={"authorization": f"Token {token}"})


def test_a_program_signs_in_with_a_token(cast: Cast) -> None:
    answer = with_token(issued(cast.manager)).get("/api/v1/children/")
    assert [child["reference"] for child in answer.json()["results"]] == ["A1"]
    assert AuditEvent.objects.get(kind="read").username == "manager"


@pytest.mark.parametrize("address", ["children/", "clocks/", "flags/", "population/", "schema/"])
def test_nobody_reads_without_signing_in(cast: Cast, address: str) -> None:
    for client in (Client(), with_token("wrong")):
        answer = client.get(f"/api/v1/{address}")
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"] == "Token"
    assert not AuditEvent.objects.exists()


def test_a_token_ends_with_the_next_one_and_with_the_person(cast: Cast) -> None:
    first, second = issued(cast.manager), issued(cast.manager)
    assert with_token(first).get("/api/v1/clocks/").status_code == 401
    assert with_token(second).get("/api/v1/clocks/").status_code == 200
    User.objects.filter(pk=cast.manager.pk).update(is_active=False)
    assert with_token(second).get("/api/v1/clocks/").status_code == 401


def test_a_token_reads_nothing_once_the_role_has_ended(cast: Cast) -> None:
    token = issued(cast.manager)
    RoleAssignment.objects.filter(user=cast.manager).update(ends_on=date(2026, 1, 1))
    assert with_token(token).get("/api/v1/children/").status_code == 403


def test_the_command_issues_and_ends_a_token(cast: Cast) -> None:
    out = StringIO()
    call_command("issue_api_token", "manager", stdout=out)
    assert out.getvalue().strip() == Token.objects.get().key
    call_command("issue_api_token", "manager", "--end", stdout=out)
    assert not Token.objects.exists()
    call_command("issue_api_token", "manager", "--end", stdout=out)
    assert out.getvalue().endswith("There was no token.\n")
    written = AuditEvent.objects.filter(kind="write").order_by("at")
    assert [event.what for event in written][:2] == ["api-token.issued", "api-token.ended"]
    assert written[0].details == {"user_id": cast.manager.pk}


@pytest.mark.parametrize(
    ("username", "words"), [("nemo", "Nobody signs in"), ("nobody", "holds no role")]
)
def test_who_gets_no_token(cast: Cast, username: str, words: str) -> None:
    with pytest.raises(CommandError, match=words):
        call_command("issue_api_token", username)
    User.objects.filter(pk=cast.chair.pk).update(is_active=False)
    with pytest.raises(CommandError, match="may not sign in"):
        call_command("issue_api_token", "chair")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_cannot_be_written_to(cast: Cast, method: str) -> None:
    for address in ("children/", f"children/{cast.amara.uuid}/", "flags/"):
        answer = getattr(signed_in(cast.chair), method)(f"/api/v1/{address}")
        assert answer.status_code == 405


# Children


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("manager", ["A1"]),
        ("social_worker", ["A1"]),
        ("iro", ["A1", "A2"]),
        ("chair", ["A1", "A2"]),
        ("data_officer", ["A1", "A2"]),
        ("stranger", ["B1"]),
    ],
)
def test_each_role_sees_its_children(cast: Cast, who: str, seen: list[str]) -> None:
    user = getattr(cast, who)
    assert references(user) == seen
    flags = ask(user, f"flags/?{AS_AT}&page_size=500")["results"]
    assert sorted({flag["child"] for flag in flags}) == seen
    every = {"A1": cast.amara, "A2": cast.tomas, "B1": cast.noor}
    for reference, child in every.items():
        ask(user, f"children/{child.uuid}/", 200 if reference in seen else 404)


@pytest.mark.parametrize("who", ["board_member", "nobody"])
def test_who_sees_no_child(cast: Cast, who: str) -> None:
    for address in ("children/", f"children/{cast.amara.uuid}/", "flags/"):
        ask(getattr(cast, who), address, 403)
    assert set(AuditEvent.objects.values_list("kind", flat=True)) == {"refused"}


def test_a_child_one_may_not_see_is_as_one_who_is_not_there(cast: Cast) -> None:
    hidden = ask(cast.manager, f"children/{cast.tomas.uuid}/", 404)
    assert hidden == ask(cast.manager, f"children/{uuid4()}/", 404)
    assert set(AuditEvent.objects.values_list("kind", flat=True)) == {"refused"}


def test_a_former_worker_does_not_keep_the_view(cast: Cast) -> None:
    Allocation.objects.filter(child=cast.amara).update(ends_on=date(2026, 1, 1))
    ask(cast.social_worker, f"children/{cast.amara.uuid}/?as_at=2025-12-01", 404)


def test_the_list_is_narrowed(cast: Cast) -> None:
    assert references(cast.chair, "children/?authority=CAST") == ["A1", "A2"]
    assert references(cast.chair, "children/?reference=A2") == ["A2"]
    assert references(cast.chair, "children/?reference=B1") == []
    assert references(cast.chair, "children/?reference=&authority=") == ["A1", "A2"]


def test_an_authority_of_others_is_as_one_that_is_not_there(cast: Cast) -> None:
    other = ask(cast.chair, "children/?authority=ELSE", 404)
    assert other == ask(cast.chair, "children/?authority=NONE", 404)
    assert other == {"detail": "There is no such authority."}


def test_a_record_as_at_a_day(cast: Cast) -> None:
    record = ask(cast.manager, f"children/{cast.amara.uuid}/?{AS_AT}")
    assert record["child"] == {
        "uuid": str(cast.amara.uuid),
        "authority": "CAST",
        "reference": "A1",
        "first_name": "Amara",
        "last_name": "Bello",
        "sex": "",
        "born_on": "2021-09-10",
        "expected_on": "2012-01-01",
        "unaccompanied": False,
    }
    assert record["known_on"] == record["as_at"] == "2026-06-01"
    assert [each["starts_on"] for each in record["periods_of_care"]] == ["2025-03-01"]
    assert [each["code"] for each in record["legal_statuses"]] == ["C1", "E1"]
    assert [each["type"] for each in record["homes"]] == ["U6"]
    assert {each["rank"] for each in record["plans"]} == {"primary", "contingency"}
    match = next(each for each in record["clocks"] if each["clock"] == "placement-order-to-match")
    assert (match["state"], match["days"], match["due_on"]) == ("red", 243, "2026-01-30")
    earlier = ask(cast.manager, f"children/{cast.amara.uuid}/?as_at=2025-09-01")
    assert [each["code"] for each in earlier["legal_statuses"]] == ["C1"]
    assert earlier["plans"] == []


def test_the_look_is_written_down_once_a_request(cast: Cast) -> None:
    answer = signed_in(cast.chair).get(f"/api/v1/children/{cast.amara.uuid}/?{AS_AT}")
    event = AuditEvent.objects.get()
    assert (event.kind, event.what, event.children) == ("read", "api.child", [cast.amara.pk])
    assert str(event.request_id) == answer["X-Request-Id"]
    assert event.details == {"as_at": "2026-06-01"}
    ask(cast.chair, "children/")
    ask(cast.chair, f"flags/?{AS_AT}")
    for what in ("api.children", "api.flags"):
        event = AuditEvent.objects.get(what=what)
        assert event.children == sorted([cast.amara.pk, cast.tomas.pk])


def test_a_look_that_cannot_be_written_down_shows_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import OperationalError

    def fail(*_: Any, **__: Any) -> None:
        raise OperationalError

    monkeypatch.setattr("casetrack.audit.AuditEvent.objects.create", fail)
    answer = signed_in(cast.chair).get("/api/v1/children/")
    assert answer.status_code == 503
    assert b"Amara" not in answer.content


# Paging


def more_children(cast: Cast, count: int) -> None:
    made = [
        timeline.child(f"born 2021-01-01; {WAITING}", authority=cast.authority)
        for _ in range(count)
    ]
    refresh([child.pk for child in made])


def walked(user: User, address: str) -> list[list[Any]]:
    """The rows of every page, following `next` to the end."""
    client, pages, following = signed_in(user), [], f"/api/v1/{address}"
    while following:
        page = client.get(following).json()
        pages.append(page["results"])
        following = page["next"]
    return pages


def test_pages_hold_everything_once(cast: Cast) -> None:
    more_children(cast, 5)
    pages = walked(cast.chair, "children/?page_size=3")
    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({child["uuid"] for page in pages for child in page}) == 7
    flags = walked(cast.chair, f"flags/?{AS_AT}&page_size=4")
    assert [flag for page in flags for flag in page] == walked(
        cast.chair, f"flags/?{AS_AT}&page_size=500"
    )[0]


def test_a_page_stays_put_while_children_come_and_go(cast: Cast) -> None:
    more_children(cast, 4)
    client = signed_in(cast.chair)
    first = client.get("/api/v1/children/?page_size=2").json()
    following = client.get(first["next"]).json()["results"]
    cast.tomas.delete()
    more_children(cast, 1)
    assert client.get(first["next"]).json()["results"] == following


@pytest.mark.parametrize("cursor", ["x", "cD1hYmM=", "cD05OTk5OTk5OTk5OTk5OTk5OTk5OTk5", "é"])
def test_a_place_that_is_none(cast: Cast, cursor: str) -> None:
    assert ask(cast.chair, f"children/?cursor={cursor}", 404) == {"detail": "Invalid cursor"}


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("children/?", 7),  # session, user, roles, transaction's two, the page, the audit
        (f"flags/?{AS_AT}&", 7),
    ],
)
def test_as_many_queries_for_many_children(
    cast: Cast, address: str, queries: int, django_assert_num_queries: Any
) -> None:
    client = signed_in(cast.chair)
    for number in (1, 9):
        more_children(cast, number)
        with django_assert_num_queries(queries):
            client.get(f"/api/v1/{address}page_size=500")


# Flags and clocks


def by_command(name: str, *words: str) -> Any:
    out = StringIO()
    call_command(name, *words, "--authority", "CAST", "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.mark.parametrize("day", ["2025-04-01", "2026-06-01", "2031-01-01"])
def test_flags_are_those_of_the_command(cast: Cast, day: str) -> None:
    flags = ask(cast.chair, f"flags/?as_at={day}&page_size=500")["results"]
    assert {flag.pop("child_uuid") for flag in flags} == {
        str(cast.amara.uuid),
        str(cast.tomas.uuid),
    }
    expected = by_command("flags", "--as-at", day)
    assert sorted(flags, key=str) == sorted(
        ({name: flag[name] for name in flags[0]} for flag in expected), key=str
    )
    assert set(expected[0]) == set(flags[0])


def test_flags_of_one_clock_and_state(cast: Cast) -> None:
    flags = ask(cast.chair, f"flags/?{AS_AT}&clock=placement-order-to-match&state=red")["results"]
    assert [flag["child"] for flag in flags] == ["A1", "A2"]
    other = ask(cast.chair, f"flags/?{AS_AT}&clock=placement-order-to-match&state=amber")
    assert other["results"] == []


@pytest.mark.parametrize(
    "nonsense",
    [
        "as_at=2026-02-30",
        "as_at=yesterday",
        "as_at=1066-10-14",
        "as_at=9999-12-31",
        "clock=cuckoo",
        "state=blue",
        "authority=%00",
    ],
)
def test_nonsense_is_named(cast: Cast, nonsense: str) -> None:
    name = nonsense.split("=")[0]
    assert list(ask(cast.chair, f"flags/?{nonsense}", 400)) == [name]
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("who", ["manager", "social_worker", "board_member"])
def test_the_catalogue(cast: Cast, who: str) -> None:
    clocks = ask(getattr(cast, who), "clocks/")
    assert [clock["code"] for clock in clocks] == list(CLOCKS)
    match = next(clock for clock in clocks if clock["code"] == "placement-order-to-match")
    assert (match["limit"], match["warning"], match["binding"]) == ("121 days", "90 days", False)


# Population


def test_who_may_see_every_child_counts_them_as_the_command_does(cast: Cast) -> None:
    more_children(cast, 3)
    for who in (cast.chair, cast.data_officer):
        counted = ask(who, "population/?as_at=2026-06-01")
        assert counted == by_command("population", "--as-at", "2026-06-01")
    assert counted["looked_after"] == 5


@pytest.mark.parametrize("who", ["iro", "social_worker", "nobody"])
def test_who_sees_no_totals(cast: Cast, who: str) -> None:
    ask(getattr(cast, who), "population/", 403)


@pytest.mark.parametrize("who", ["board_member", "manager"])
def test_small_numbers_are_hidden_as_on_the_totals_page(cast: Cast, who: str) -> None:
    user = getattr(cast, who)
    hidden = {"looked_after": None, "by_place": {"foster": None}, "by_legal_status": {"E1": None}}
    assert ask(user, "population/") == hidden
    more_children(cast, 7)
    for _ in range(2):
        timeline.child(
            "born 2020-01-01; care 2024-01-01; status C2 2024-01-01", authority=cast.authority
        )
    counted = ask(user, "population/")
    assert counted["looked_after"] is None or counted["looked_after"] > 5
    assert not any(
        number is not None and 1 <= number <= 5
        for split in ("by_place", "by_legal_status")
        for number in counted[split].values()
    )
    page = signed_in(user).get("/totals/").content.decode()
    shown = [number for number in counted["by_legal_status"].values() if number is not None]
    assert all(f">{number}<" in page for number in shown)


def test_two_near_days_cannot_be_compared_where_numbers_are_hidden(cast: Cast) -> None:
    for day in ("2026-03-31", "2024-02-29"):
        ask(cast.board_member, f"population/?as_at={day}")
    for day in ("2026-03-30", "2049-12-31"):
        refusal = ask(cast.board_member, f"population/?as_at={day}", 400)
        assert "last days of past months" in refusal["as_at"][0]
    ask(cast.chair, "population/?as_at=2026-03-30")


def test_with_several_authorities_one_is_named_where_numbers_are_hidden(cast: Cast) -> None:
    RoleAssignment.objects.create(
        user=cast.board_member,
        authority=cast.elsewhere,
        role="board-member",
        starts_on=date(2020, 1, 1),
    )
    assert "authority" in ask(cast.board_member, "population/", 400)
    ask(cast.board_member, "population/?authority=ELSE")
    RoleAssignment.objects.create(
        user=cast.chair, authority=cast.elsewhere, role="chair", starts_on=date(2020, 1, 1)
    )
    assert ask(cast.chair, f"population/?{AS_AT}")["looked_after"] == 3


def test_a_role_without_totals_does_not_lend_its_authority(cast: Cast) -> None:
    RoleAssignment.objects.create(
        user=cast.board_member, authority=cast.elsewhere, role="iro", starts_on=date(2020, 1, 1)
    )
    ask(cast.board_member, "population/?authority=ELSE", 404)


# Description


def test_the_description_for_programs(cast: Cast) -> None:
    answer = signed_in(cast.board_member).get("/api/v1/schema/?format=json")
    assert answer.status_code == 200
    assert len(json.loads(answer.content)["paths"]) == 5
    ask(cast.nobody, "schema/?format=json", 403)


def test_the_description_on_a_page(cast: Cast) -> None:
    answer = signed_in(cast.manager).get("/api/v1/")
    page = answer.content.decode()
    for words in (
        "List the waits that run on a day",
        "<code>as_at</code>",
        "one of red, cannot-tell, justified, amber, green",
        "list of (starts_on, start_known, ends_on, code)",
    ):
        assert words in page
    assert "<script" not in page[page.index("<main") :]
    assert signed_in(cast.nobody).get("/api/v1/").status_code == 403
    assert Client().get("/api/v1/").status_code == 302


def test_an_address_that_is_not_there_is_answered_in_json(cast: Cast) -> None:
    assert ask(cast.chair, "adults/", 404) == {"detail": "Not found."}
    assert ask(cast.chair, "children/1/", 404) == {"detail": "Not found."}
