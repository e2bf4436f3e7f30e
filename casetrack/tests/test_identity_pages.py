"""Who the child is, read and put right part by part; two people do not overwrite each other."""

import re
from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from casetrack.actions import children
from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from casetrack.recording import recording
from casetrack.tests.test_record_pages import day, history
from casetrack.views.identity import PARTS
from tests.cast import Cast, signed_in


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


@pytest.fixture
def baby(cast: Cast) -> Child:
    Child.objects.filter(pk=cast.amara.pk).update(born_on=None, expected_on=date(2027, 1, 9))
    return Child.objects.get(pk=cast.amara.pk)


def address(child: Child, part: str = "") -> str:
    if part == "born":
        return reverse("child-born", args=[child.uuid])
    if part:
        return reverse("child-describe", args=[child.uuid, part])
    return reverse("child-identity", args=[child.uuid])


def opened(client: Client, child: Child, part: str) -> dict[str, str]:
    """The number and the version that the form carries."""
    page = client.get(address(child, part)).content.decode()
    found = dict(re.findall(r'name="(number|version)" value="([^"]+)"', page))
    assert found.keys() == {"number", "version"}
    return found


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def change(client: Client, child: Child, part: str, /, **typed: str) -> Any:
    return client.post(address(child, part), opened(client, child, part) | typed)


def test_everything_that_may_be_described_is_read(cast: Cast, worker: Client) -> None:
    assert {name for part in PARTS.values() for name in part.asks} == set(children.DESCRIBED)
    children.describe(child=cast.amara, by=None, language="Yoruba", disabled="no", sex="F")
    page = said(worker.get(address(cast.amara)))
    for words in (
        "First name Amara",
        "Date of birth 10 September 2021",
        "Sex Female",
        "Disabled No",
        "First language Yoruba",
        "Religion not recorded",
    ):
        assert words in page, words


def test_to_read_it_is_a_look_at_the_child(cast: Cast, worker: Client) -> None:
    worker.get(address(cast.amara))
    event = AuditEvent.objects.get(what="child.identity")
    assert (event.kind, event.children) == ("read", [cast.amara.pk])


def test_who_only_reads_the_record_is_offered_no_change(cast: Cast) -> None:
    reader = signed_in(cast.chair)
    assert "identity/names/" not in reader.get(address(cast.amara)).content.decode()
    assert reader.get(address(cast.amara, "names")).status_code == 403


@pytest.mark.parametrize(
    ("part", "typed", "told"),
    [
        (
            "names",
            {"first_name": "Amara", "last_name": "Stone", "known_as": "Ama", "why": "Her wish"},
            "Name changed from Amara Bello to Amara Stone. Known as: Ama. Why: Her wish.",
        ),
        ("origin", {"sex": "F", "ethnicity": "BAFR"}, "Sex: female. Ethnicity: "),
        (
            "disability",
            {"disabled": "yes", "disability": "Hears with one ear"},
            "Disabled changed from not known to yes. Disability, in words: Hears with one ear.",
        ),
        (
            "beliefs",
            {"language": "Yoruba", "religion": "", "needs": "Her hair, her food"},
            "First language: Yoruba. Identity and diversity needs: Her hair, her food.",
        ),
        ("school", {"upn": "b801200005001"}, "Unique pupil number (UPN): B801200005001."),
    ],
)
def test_each_part_is_changed_and_the_history_tells_it(
    cast: Cast, worker: Client, part: str, typed: dict[str, str], told: str
) -> None:
    answer = change(worker, cast.amara, part, **typed)
    assert answer["Location"] == address(cast.amara), said(answer)
    page = history(worker, cast.amara, about="child")
    today = timezone.localdate()
    assert f"{today.day} {today:%B} {today.year} {told}" in page
    assert "Recorded by social-worker" in page


def test_a_date_of_birth_changes_with_a_reason(cast: Cast, worker: Client) -> None:
    typed = day("born_on", "2021-09-11") | day("expected_on", "2012-01-01")
    answer = change(worker, cast.amara, "birth", **typed)
    assert said(answer).count("Write why the date of birth changes") == 2, "summary and beside it"
    assert 'value="11"' in answer.content.decode(), "what was typed is kept"
    change(worker, cast.amara, "birth", why="The certificate was seen", **typed)
    assert Child.objects.get(pk=cast.amara.pk).born_on == date(2021, 9, 11)
    told = "Date of birth changed from 10 September 2021 to 11 September 2021."
    assert f"{told} Why: The certificate was seen." in history(worker, cast.amara)


@pytest.mark.parametrize(
    ("part", "typed", "words"),
    [
        ("names", {"first_name": "", "last_name": " "}, "Enter the child&#x27;s name."),
        ("birth", day("born_on", "2049-01-01"), "not in the future"),
        ("birth", day("born_on", "2021-02-30"), "Enter a real date"),
        ("birth", {}, "Enter a date"),
        ("school", {"upn": "A801200005001"}, "does not go with its digits"),
        ("disability", {"disabled": "no", "disability": "One ear"}, "only of a disabled child"),
        ("disability", {}, "Answer “Is the child disabled?”"),
        ("origin", {"sex": "X"}, "Select a valid choice"),
    ],
)
def test_what_is_wrong_is_said_in_the_summary_and_beside_it(
    cast: Cast, worker: Client, part: str, typed: dict[str, str], words: str
) -> None:
    page = change(worker, cast.amara, part, **typed).content.decode()
    assert "There is a problem" in page and page.count(words) == 2
    assert not AuditEvent.objects.filter(what="child.described").exists()


def test_two_people_change_the_same_and_the_second_is_told_and_loses_nothing(
    cast: Cast, worker: Client
) -> None:
    late = opened(worker, cast.amara, "names")
    children.describe(child=cast.amara, by=cast.manager, last_name="Stone")
    typed = {"first_name": "Amara", "last_name": "Hill", "why": "The court order"}
    answer = worker.post(address(cast.amara, "names"), late | typed)
    page = said(answer)
    assert "Somebody changed this while you had it open." in page
    assert "What stands in the record now First name Amara Last name Stone" in page
    text = answer.content.decode()
    assert 'value="Hill"' in text and "The court order" in text
    assert Child.objects.get(pk=cast.amara.pk).last_name == "Stone"
    fields = dict(re.findall(r'name="(number|version)" value="([^"]+)"', text))
    assert worker.post(address(cast.amara, "names"), fields | typed).status_code == 302
    assert Child.objects.get(pk=cast.amara.pk).last_name == "Hill"


def test_another_part_that_somebody_changed_is_no_conflict(cast: Cast, worker: Client) -> None:
    late = opened(worker, cast.amara, "school")
    children.describe(child=cast.amara, by=cast.manager, last_name="Stone")
    answer = worker.post(address(cast.amara, "school"), late | {"upn": "B801200005001"})
    assert answer.status_code == 302


def test_a_second_press_records_nothing_and_says_so(cast: Cast, worker: Client) -> None:
    typed = opened(worker, cast.amara, "school") | {"upn": "B801200005001"}
    worker.post(address(cast.amara, "school"), typed)
    again = worker.post(address(cast.amara, "school"), typed, follow=True)
    assert "That was already recorded." in said(again)
    assert AuditEvent.objects.filter(what="child.described").count() == 1


def test_the_birth_of_a_baby_who_was_expected(cast: Cast, worker: Client, baby: Child) -> None:
    page = worker.get(address(baby)).content.decode()
    assert address(baby, "born") in page and "9 January 2027" in page
    assert "born_on" not in worker.get(address(baby, "birth")).content.decode()
    Child.objects.filter(pk=baby.pk).update(expected_on=date(2025, 2, 2))
    answer = change(worker, baby, "born", **day("born_on", "2025-02-04"))
    assert answer.status_code == 302, said(answer)
    baby.refresh_from_db()
    assert (baby.born_on, baby.expected_on) == (date(2025, 2, 4), date(2025, 2, 2))
    page = history(worker, baby, about="child")
    assert "4 February 2025 The child was born. Recorded by social-worker" in page
    assert "working days late" in page
    assert worker.get(address(baby, "born")).status_code == 404


def test_a_birth_that_was_put_right_is_told_on_its_right_day(
    cast: Cast, worker: Client, baby: Child
) -> None:
    children.born(child=baby, on=date(2025, 2, 4), by=cast.social_worker)
    children.describe(child=baby, by=cast.social_worker, born_on=date(2025, 2, 3), why="A slip")
    page = history(worker, baby, about="child")
    assert "Believed until it was changed by social-worker" in page
    assert "Date of birth changed from 4 February 2025 to 3 February 2025. Why: A slip." in page


def test_two_people_record_the_birth_and_the_second_is_told(
    cast: Cast, worker: Client, baby: Child
) -> None:
    late = opened(worker, baby, "born")
    children.born(child=baby, on=date(2025, 2, 4), by=cast.manager)
    answer = worker.post(address(baby, "born"), late | day("born_on", "2025-02-05"))
    assert "The birth of this child is already recorded." in said(answer)


def test_the_history_is_as_it_was_known(cast: Cast, worker: Client) -> None:
    children.describe(child=cast.amara, by=None, last_name="Stone")
    told = "Name changed from Amara Bello to Amara Stone."
    assert told in history(worker, cast.amara)
    assert told not in history(worker, cast.amara, as_at="2026-01-01")


def test_what_a_return_brought_is_told_as_that(cast: Cast, worker: Client) -> None:
    with recording("ssda903.imported", by=cast.data_officer, children=[cast.amara.pk]):
        Child.objects.filter(pk=cast.amara.pk).update(upn="B801200005001")
    page = history(worker, cast.amara, about="child")
    assert "Unique pupil number (UPN): B801200005001. From a return, loaded on" in page


@pytest.mark.parametrize("who", ["social_worker", "stranger", "board_member", "nobody"])
def test_a_child_one_may_not_see_has_no_such_page(cast: Cast, who: str) -> None:
    user: User = getattr(cast, who)
    for part in ("", "names", "born"):
        assert signed_in(user).get(address(cast.tomas, part)).status_code in (403, 404)


def test_there_is_no_other_part(cast: Cast, worker: Client) -> None:
    assert worker.get(address(cast.amara, "nonsense")).status_code == 404
    typed = {"number": str(uuid4()), "version": "x", "upn": "B801200005001"}
    answer = worker.post(address(cast.amara, "school"), typed)
    assert "while you had it open" in said(answer), "a form without its version is no proof"
