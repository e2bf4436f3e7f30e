"""Recording facts, changing them, putting them right, and the history that tells of it."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from casetrack.models import (
    CarePeriod,
    Child,
    CourtOrder,
    Hearing,
    LegalStatus,
    Proceedings,
    User,
)
from casetrack.record import registry
from tests.cast import Cast, assemble, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.social_worker)


def day(name: str, on: str) -> dict[str, str]:
    year, month, number = on.split("-")
    return {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}


def enter(client: Client, child: Child, kind: str, /, **typed):
    address = reverse("child-enter", args=[child.uuid, kind])
    number = re.search(r'name="number" value="([^"]+)"', client.get(address).content.decode())
    assert number, "the form carries a number"
    return client.post(address, {"number": number[1], **typed})


def history(client: Client, child: Child, **asked) -> str:
    page = client.get(reverse("child-history", args=[child.uuid]), asked)
    assert page.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.content.decode()))


def test_an_order_is_recorded_and_told(cast, worker) -> None:
    page = enter(worker, cast.amara, "order", kind="supervision", **day("made_on", "2026-03-04"))
    assert page.status_code == 302, page.content.decode()
    order = CourtOrder.objects.get(child=cast.amara, kind="supervision")
    assert (order.made_on, order.origin) == (date(2026, 3, 4), "person")
    told = history(worker, cast.amara)
    assert "4 March 2026 The court made a supervision order. Recorded by social-worker" in told


def test_what_was_typed_is_kept_and_the_fault_named(cast, worker) -> None:
    page = enter(worker, cast.amara, "order", kind="care", **day("made_on", "2026-02-31"))
    text = page.content.decode()
    assert page.status_code == 200
    assert text.count("Enter a real date, for example 27 3 2026") == 2, "summary and beside it"
    assert 'value="31"' in text and re.search(r'value="care"\s+selected', text)


def test_a_day_in_the_future_is_refused(cast, worker) -> None:
    page = enter(worker, cast.amara, "order", kind="care", **day("made_on", "2049-01-01"))
    assert "not in the future" in page.content.decode()


def test_an_order_is_recorded_for_a_brother_in_the_same_go(cast) -> None:
    child, brother = cast.amara, cast.tomas
    typed = {"kind": "supervision", "also": str(brother.uuid), **day("made_on", "2026-03-04")}
    client = signed_in(cast.social_worker)
    assert enter(client, child, "order", **typed).status_code == 302
    found = CourtOrder.objects.filter(kind="supervision").values_list("child_id", flat=True)
    assert set(found) == {child.pk}, "the brother is another worker's, so he was never offered"


def test_a_form_that_is_sent_twice_records_once(cast, worker) -> None:
    address = reverse("child-enter", args=[cast.amara.uuid, "order"])
    typed = {"number": str(uuid4()), "kind": "supervision", **day("made_on", "2026-03-04")}
    assert worker.post(address, typed).status_code == 302
    again = worker.post(address, typed, follow=True)
    assert "That was already recorded." in again.content.decode()
    assert CourtOrder.objects.filter(child=cast.amara, kind="supervision").count() == 1


def test_an_action_refuses_in_its_own_words(cast, worker) -> None:
    page = enter(worker, cast.amara, "legal-status", code="E1", **day("starts_on", "2026-05-01"))
    assert "The child already has that legal status." in page.content.decode()


def test_a_change_is_a_new_fact_with_its_own_day(cast, worker) -> None:
    enter(worker, cast.amara, "order", kind="supervision", **day("made_on", "2026-03-04"))
    order = CourtOrder.objects.get(child=cast.amara, kind="supervision")
    address = reverse("child-change", args=[cast.amara.uuid, "order", order.pk, "ended"])
    assert worker.post(address, day("on", "2026-05-04")).status_code == 302
    told = history(worker, cast.amara)
    assert "4 May 2026 The supervision order ended." in told
    assert "4 March 2026 The court made a supervision order." in told
    assert worker.get(address).status_code == 404, "it can end only once"


def corrected(client: Client, child: Child, fact, **typed):
    address = reverse("child-correct", args=[child.uuid, registry.of(fact).code, fact.pk])
    seen = re.search(r'name="version" value="(\d+)"', client.get(address).content.decode())
    assert seen
    return client.post(address, {"version": seen[1], **typed})


def test_a_correction_keeps_what_was_believed_before(cast, worker) -> None:
    status = LegalStatus.objects.get(child=cast.amara, code="E1")
    typed = {"code": "E1", "start_known": "on", **day("starts_on", "2025-10-08")}
    page = corrected(worker, cast.amara, status, why="The order was made a week later", **typed)
    assert page.status_code == 302, page.content.decode()
    first = LegalStatus.objects.get(child=cast.amara, code="C1")
    assert first.ends_on == date(2025, 10, 8), "the status before it moves along"
    told = history(worker, cast.amara)
    assert "8 October 2025 Legal status: Placement order" in told
    assert "Believed until it was changed by social-worker on" in told
    assert ": The order was made a week later" in told


def test_a_correction_says_why(cast, worker) -> None:
    care = CarePeriod.objects.get(child=cast.amara)
    page = corrected(worker, cast.amara, care, why="", **day("starts_on", "2025-03-02"))
    assert page.content.decode().count("Answer “Why was the record wrong?”") == 2


def test_two_people_correct_the_same_fact_and_the_second_is_told(cast, worker) -> None:
    order = CourtOrder.objects.create(child=cast.amara, kind="supervision", made_on="2026-03-04")
    address = reverse("child-correct", args=[cast.amara.uuid, "order", order.pk])
    seen = re.search(r'name="version" value="(\d+)"', worker.get(address).content.decode())
    typed = {"version": seen[1], "kind": "supervision", "made_known": "on", "why": "a slip"}
    assert worker.post(address, typed | day("made_on", "2026-03-05")).status_code == 302
    late = signed_in(cast.social_worker).post(address, typed | day("made_on", "2026-03-06"))
    assert "Somebody changed this entry while you had it open." in late.content.decode()
    order.refresh_from_db()
    assert order.made_on == date(2026, 3, 5)


def test_what_is_taken_back_is_still_told(cast, worker) -> None:
    order = CourtOrder.objects.create(child=cast.amara, kind="supervision", made_on="2026-03-04")
    address = reverse("child-take-back", args=[cast.amara.uuid, "order", order.pk])
    seen = re.search(r'name="version" value="(\d+)"', worker.get(address).content.decode())
    page = worker.post(address, {"version": seen[1], "why": "It was about another child"})
    assert page.status_code == 302
    assert not CourtOrder.objects.filter(pk=order.pk).exists()
    assert "Removed by social-worker on" in history(worker, cast.amara)


def test_an_old_day_recorded_now_is_marked_late(cast, worker) -> None:
    enter(worker, cast.amara, "order", kind="supervision", **day("made_on", "2026-03-04"))
    assert re.search(r"\d+ working days late", history(worker, cast.amara))


def test_what_was_always_so_is_never_late(cast, worker) -> None:
    """Who the mother is is entered with the day of birth, and nobody was late with that."""
    cast.amara.importantperson_facts.create(
        name="Ada Bello", relationship="mother", starts_on="2021-09-10"
    )
    told = history(worker, cast.amara, about="people")
    _, _, after = told.partition("Ada Bello (mother) is important to the child.")
    assert after, "it is told"
    assert "working days late" not in after[: after.index("Correct")]


def test_the_history_is_shown_as_it_was_known(cast, worker) -> None:
    enter(worker, cast.amara, "order", kind="supervision", **day("made_on", "2026-03-04"))
    assert "supervision" not in history(worker, cast.amara, as_at="2026-01-01")
    assert "Nothing is recorded that was known on that day." in history(
        worker, cast.amara, as_at="2020-01-01"
    )


def test_the_history_is_narrowed_to_one_kind(cast, worker) -> None:
    told = history(worker, cast.amara, about="court")
    assert "Legal status: Placement order" in told and "Came into care" not in told


def test_what_is_still_to_come_stands_apart_the_soonest_first(cast, worker) -> None:
    court = Proceedings.objects.create(child=cast.amara, kind="care", issued_on="2025-03-03")
    for listed_on in ("2049-11-05", "2049-10-04"):
        Hearing.objects.create(
            child=cast.amara, proceedings=court, purpose="final", listed_on=listed_on
        )
    told = history(worker, cast.amara)
    ahead, soonest, latest, begun = (
        told.index(words)
        for words in ("2 still to come", "4 October 2049", "5 November 2049", "Came into care.")
    )
    assert ahead < soonest < latest < begun
    assert "still to come" not in history(worker, cast.amara, about="care")


def test_people_are_named_rather_than_by_what_they_sign_in_with(cast, worker) -> None:
    User.objects.filter(pk=cast.social_worker.pk).update(first_name="Nneka", last_name="Okafor")
    enter(worker, cast.amara, "order", kind="supervision", **day("made_on", "2026-03-04"))
    assert "Recorded by Nneka Okafor on" in history(worker, cast.amara)


def test_a_wrong_date_is_told_apart_from_others_on_the_page(cast, worker) -> None:
    page = enter(worker, cast.amara, "order", kind="care", **day("expires_on", "2026-02-31"))
    text = page.content.decode()
    assert ">When was it made? Enter a date</a>" in text
    assert ">Last day of the order, as the court set it: Enter a real date" in text


def test_a_child_one_may_not_see_has_no_history(cast, worker) -> None:
    for name in ("child-history", "child-record"):
        assert worker.get(reverse(name, args=[cast.tomas.uuid])).status_code == 404
    assert worker.get(reverse("child-enter", args=[cast.noor.uuid, "order"])).status_code == 404


def test_every_kind_of_fact_has_a_page_that_opens(cast, worker) -> None:
    for kind in registry.every():
        address = reverse("child-enter", args=[cast.amara.uuid, kind.code])
        opens = (200, 403) if kind.asks else (403, 404)
        assert worker.get(address).status_code in opens, kind.code
