"""Starting a record: no child twice, nobody hidden betrayed, and whoever starts it finds it."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casetrack.audit import AuditEvent
from casetrack.models import Allocation, Child, RoleAssignment, Team, User, Worker
from casetrack.tests.test_record_pages import day
from tests.cast import LONG_AGO, Cast, signed_in

KAI = {
    "reference": "n7",
    "first_name": "Kai",
    "last_name": "Moss",
    "known_as": "",
    "sex": "M",
    **day("born_on", "2015-03-12"),
}
HERE = "/children/start/"


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def hidden_fields(answer: Any) -> dict[str, list[str]]:
    """What the page carries along, as a browser would send it."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode()
    ):
        found.setdefault(name, []).append(value)
    return found


def start(client: Client, **typed: str) -> Any:
    number = hidden_fields(client.get(HERE))["number"]
    return client.post(HERE, KAI | {"number": number} | typed)


def kai() -> Child:
    return Child.objects.get(reference="N7")


def test_a_social_worker_starts_a_record_and_reaches_it(cast: Cast, worker: Client) -> None:
    assert "The child is allocated to N. Okafor from today" in said(worker.get(HERE))
    answer = start(worker)
    assert answer["Location"] == f"/children/{kai().uuid}/"
    assert (kai().name, kai().born_on, kai().sex) == ("Kai Moss", date(2015, 3, 12), "M")
    made = Allocation.objects.get(child=kai())
    assert (made.worker, made.role, made.starts_on) == (
        cast.north_worker,
        "social-worker",
        timezone.localdate(),
    )
    page = said(worker.get(answer["Location"]))
    assert "The record is started. The child is allocated to N. Okafor." in page
    assert AuditEvent.objects.get(what="record.started").children == [kai().pk]


def test_it_is_linked_from_the_tracker_and_from_a_search(cast: Cast, worker: Client) -> None:
    for page in (worker.get("/tracker/"), worker.post("/search/", {"words": "Nobody Atall"})):
        assert f'href="{HERE}"' in page.content.decode()
    reader = signed_in(cast.chair)
    assert HERE not in reader.get("/tracker/").content.decode()
    assert reader.get(HERE).status_code == 403


def test_who_reaches_everybody_allocates_nobody(cast: Cast) -> None:
    client = signed_in(cast.data_officer)
    assert "You reach the record with “Find a child”." in said(client.get(HERE))
    answer = start(client)
    assert client.get(answer["Location"]).status_code == 200
    assert not Allocation.objects.filter(child=kai()).exists()


def test_a_team_manager_says_which_worker_of_the_team(cast: Cast) -> None:
    team = cast.north_worker.team
    other = Worker.objects.create(
        authority=cast.authority, reference="W9", name="P. Quist", team=team
    )
    client = signed_in(cast.manager)
    assert "S. Farrell" not in client.get(HERE).content.decode(), "of another team"
    assert said(start(client)).count("Answer “Who will be the child’s social worker?”") == 2
    answer = start(client, worker=str(other.pk))
    assert client.get(answer["Location"]).status_code == 200
    assert Allocation.objects.get(child=kai()).worker == other


def test_a_worker_of_another_team_is_refused(cast: Cast) -> None:
    Worker.objects.create(
        authority=cast.authority, reference="W9", name="P. Quist", team=cast.north_worker.team
    )
    page = start(signed_in(cast.manager), worker=str(cast.south_worker.pk))
    assert "Select a valid choice" in said(page) and not Child.objects.filter(reference="N7")


def test_who_would_not_find_it_again_starts_none(cast: Cast) -> None:
    alone = Team.objects.create(authority=cast.authority, name="Empty")
    user = User.objects.create_user("alone")
    RoleAssignment.objects.create(
        user=user, authority=cast.authority, team=alone, role="manager", starts_on=LONG_AGO
    )
    client = signed_in(user)
    page = client.get(HERE)
    assert "You would not find the record again." in said(page)
    assert 'name="reference"' not in page.content.decode()
    client.post(HERE, KAI)
    assert not Child.objects.filter(reference="N7").exists()


def test_a_baby_may_be_recorded_before_birth(cast: Cast, worker: Client) -> None:
    typed = {"first_name": "", "last_name": "", "born_on-day": ""} | day(
        "expected_on", "2027-02-09"
    )
    born = {"born_on-month": "", "born_on-year": ""}
    assert start(worker, **typed, **born).status_code == 302
    assert (kai().born_on, kai().expected_on) == (None, date(2027, 2, 9))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"reference": " "}, "Enter the child’s reference"),
        ({"reference": "x" * 21}, "at most 20 characters"),
        ({"first_name": "", "last_name": ""}, "Enter the child’s name"),
        (day("born_on", "2049-01-01"), "not in the future"),
        ({"born_on-day": "40"}, "Enter a real date"),
        (
            {"born_on-day": "", "born_on-month": "", "born_on-year": ""},
            "Enter the date of birth, or the date the baby is expected.",
        ),
        ({"sex": "X"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    cast: Cast, worker: Client, typed: dict[str, str], words: str
) -> None:
    answer = start(worker, known_as="Kit", **typed)
    assert said(answer).count(words) == 2, "summary and beside it"
    assert 'value="Kit"' in answer.content.decode()
    assert not Child.objects.filter(reference="N7").exists()


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"first_name": "Amarra", "last_name": "Belo"}, "a name like it"),
        ({"first_name": "Bello", "last_name": "Amara"}, "a name like it"),
        ({"known_as": "Amara", "last_name": "Bello"}, "a name like it"),
        (day("born_on", "2021-09-10"), "the same day of birth"),
        (
            {"first_name": "Amara", "last_name": "Bello", **day("born_on", "2021-09-10")},
            "a name like it and the same day of birth",
        ),
    ],
)
def test_who_may_be_the_same_child_is_shown_first(
    cast: Cast, worker: Client, typed: dict[str, str], why: str
) -> None:
    answer = start(worker, **typed)
    page = said(answer)
    assert "Is it one of these children?" in page and "Amara Bello" in page and f" {why} " in page
    assert not Child.objects.filter(reference="N7").exists()
    assert AuditEvent.objects.filter(what="child.start").latest("at").children == [cast.amara.pk]
    again = worker.post(HERE, hidden_fields(answer) | {"none": "yes"})
    assert again["Location"] == f"/children/{kai().uuid}/"


def test_what_was_entered_can_be_changed_before_it_is_recorded(cast: Cast, worker: Client) -> None:
    answer = start(worker, first_name="Amara", last_name="Belo")
    assert "Date of birth 12 March 2015" in said(answer)
    back = worker.post(HERE, hidden_fields(answer) | {"change": "yes"})
    assert 'name="last_name" value="Belo"' in back.content.decode()
    assert "There is a problem" not in said(back)


def test_all_that_was_entered_is_shown_in_words(cast: Cast) -> None:
    Worker.objects.create(
        authority=cast.authority, reference="W9", name="P. Quist", team=cast.north_worker.team
    )
    typed = {"first_name": "Amara", "worker": str(cast.north_worker.pk)}
    page = said(start(signed_in(cast.manager), last_name="Bello", **typed))
    for words in (
        "Reference n7",
        "First name Amara",
        "Sex Male",
        "Date of birth 12 March 2015",
        "Who will be the child’s social worker? N. Okafor",
    ):
        assert words in page, words


def test_no_answer_is_an_answer_for_somebody_else(cast: Cast, worker: Client) -> None:
    """Ruling out one child rules out no other, who is found once the name was changed."""
    answer = start(worker, **day("born_on", "2021-09-10"))
    Child.objects.create(authority=cast.authority, reference="Z1", born_on=date(2021, 9, 10))
    data_officer = signed_in(cast.data_officer)
    again = data_officer.post(HERE, hidden_fields(answer) | {"none": "yes"})
    assert "Child Z1" in said(again) and not Child.objects.filter(reference="N7").exists()


def test_children_whom_one_may_not_see_are_no_candidates(cast: Cast, worker: Client) -> None:
    typed = {"first_name": "Tomas", "last_name": "Bello", **day("born_on", "2019-11-30")}
    assert start(worker, **typed).status_code == 302, "her brother is another worker's"


def test_a_taken_reference_is_refused_alike_for_seen_and_hidden(cast: Cast, worker: Client) -> None:
    answers = {
        reference: said(start(worker, reference=reference)).replace(reference, "")
        for reference in ("A1", "A2")
    }
    assert cast.amara.reference == "A1" and cast.tomas.reference == "A2"
    assert "That reference is not free." in answers["A1"]
    assert answers["A1"] == answers["A2"], "Amara is hers, Tomas is hidden from her"
    assert "Tomas" not in answers["A2"]
    refused = AuditEvent.objects.filter(kind="refused").order_by("at")
    assert [event.children for event in refused] == [[cast.amara.pk], [cast.tomas.pk]]


def test_after_a_taken_reference_nobody_is_ruled_out_again(cast: Cast, worker: Client) -> None:
    answer = start(worker, reference="A2", **day("born_on", "2021-09-10"))
    taken = worker.post(HERE, hidden_fields(answer) | {"none": "yes"})
    assert "That reference is not free." in said(taken)
    fields = hidden_fields(taken) | KAI | day("born_on", "2021-09-10")
    assert worker.post(HERE, fields).status_code == 302
    assert kai().born_on == date(2021, 9, 10)


def test_pressing_twice_starts_one_record(cast: Cast, worker: Client) -> None:
    typed = KAI | {"number": hidden_fields(worker.get(HERE))["number"][0]}
    first = worker.post(HERE, typed)
    again = worker.post(HERE, typed | {"none": "yes", "shown": str(kai().uuid)})
    assert first["Location"] == again["Location"]
    assert Child.objects.filter(last_name="Moss").count() == 1


def test_no_name_stands_in_an_address_or_the_audit(cast: Cast, worker: Client) -> None:
    answer = start(worker, last_name="Verysecret")
    assert "erysecret" not in answer["Location"]
    assert not [each for each in AuditEvent.objects.all() if "erysecret" in str(vars(each))]
