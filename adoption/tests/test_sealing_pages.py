"""The pages of sealing: what is missing, the one button, and adoption records' own."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from adoption.actions import sealing, unsealing
from adoption.models import SealedRecord, Unsealing
from casetrack.audit import AuditEvent
from casetrack.models import Child, User
from permanence.models import LifeStory
from tests import timeline
from tests.cast import Cast, a_user, assemble, signed_in

pytestmark = pytest.mark.django_db
LEFT = date(2025, 6, 20)
STORY = (
    "born 2021-09-10; care 2024-03-01 .. 2025-06-20; status E1 2024-03-01 .. 2025-06-20;"
    " home A3 2024-09-03 .. 2025-06-20"
)
RETURNED = {"reported_on-day": "1", "reported_on-month": "7", "reported_on-year": "2025"}


@pytest.fixture
def cast() -> Cast:
    return assemble()


@pytest.fixture
def keepers(cast: Cast) -> list[User]:
    return [a_user(name, cast.authority, "adoption-records") for name in ("keeper", "second")]


@pytest.fixture
def lotta(cast: Cast) -> Child:
    """Adopted, with the life story book still to be given."""
    child = timeline.child(STORY, authority=cast.authority, reference="L7")
    child.first_name, child.last_name = "Lotta", "Quill"
    child.save()
    child.careperiod_facts.update(end_reason="E11")
    LifeStory.objects.create(child=child, kind="letter", done_on=LEFT)
    return child


@pytest.fixture
def ready(lotta: Child, keepers: Any) -> Child:
    LifeStory.objects.create(child=lotta, kind="book", done_on=LEFT)
    return lotta


@pytest.fixture
def manager(cast: Cast) -> Client:
    return signed_in(cast.service_manager)


def sealed(child: Child, by: User) -> SealedRecord:
    return sealing.seal(
        child=child,
        reported_on=date(2025, 7, 1),
        staying_in_touch="",
        after=None,
        on=timezone.localdate(),
        by=by,
    )


def text(answer: Any) -> str:
    return str(answer.content.decode())


# Adopted, and what is left to do


def test_the_list_says_what_is_left_to_do(manager: Client, lotta: Child) -> None:
    page = text(manager.get("/adopted/"))
    assert "1 adopted child whose record is not sealed" in page
    assert "Lotta Quill" in page and page.count("still to do") == 1
    assert "What is missing" in page
    assert AuditEvent.objects.get(what="adopted").children == [lotta.pk]


def test_the_ready_come_first(manager: Client, cast: Cast, ready: Child) -> None:
    older = timeline.child(STORY, authority=cast.authority, reference="M1")
    older.careperiod_facts.update(end_reason="E11")
    page = text(manager.get("/adopted/"))
    assert "2 adopted children whose record is not sealed, 1 ready" in page
    assert page.index("Lotta Quill") < page.index("Child M1")


def test_nobody_else_has_the_list(cast: Cast) -> None:
    for user in (cast.manager, cast.social_worker, cast.chair, cast.guardian):
        assert signed_in(user).get("/adopted/").status_code == 403


def test_it_asks_no_more_for_more_children(
    manager: Client, cast: Cast, ready: Child, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        child = timeline.child(STORY, authority=cast.authority, reference=f"N{number}")
        child.careperiod_facts.update(end_reason="E11")
    with django_assert_max_num_queries(8):
        manager.get("/adopted/")


def test_what_is_missing_is_said_and_nothing_can_be_pressed(
    manager: Client, lotta: Child, keepers: Any
) -> None:
    page = text(manager.get(f"/children/{lotta.uuid}/seal/"))
    assert "Record when the life story book was given." in page
    assert "It cannot be sealed yet." in page and "Seal the record</button>" not in page
    manager.post(f"/children/{lotta.uuid}/seal/", RETURNED | {"sure": "on"})
    assert not SealedRecord.objects.exists()


def test_a_child_who_is_not_adopted_has_no_such_page(manager: Client, cast: Cast) -> None:
    assert manager.get(f"/children/{cast.amara.uuid}/seal/").status_code == 404


# Sealing


def test_one_button_seals(manager: Client, ready: Child) -> None:
    answer = manager.post(f"/children/{ready.uuid}/seal/", RETURNED | {"sure": "on"}, follow=True)
    assert "The record is sealed." in text(answer) and "Lotta" not in text(answer)
    assert SealedRecord.objects.get().child_id == ready.pk
    for address in ("", "history/", "record/", "seal/"):
        assert manager.get(f"/children/{ready.uuid}/{address}").status_code == 404


def test_it_must_be_meant(manager: Client, ready: Child) -> None:
    page = text(manager.post(f"/children/{ready.uuid}/seal/", RETURNED))
    assert "Tick that the record is to be sealed now" in page and 'value="2025"' in page
    assert not SealedRecord.objects.exists()


def test_a_new_record_needs_all_three(manager: Client, ready: Child) -> None:
    given = RETURNED | {"sure": "on", "first_name": "Wren"}
    page = text(manager.post(f"/children/{ready.uuid}/seal/", given))
    assert "Enter all three" in page and 'value="Wren"' in page
    given |= {"last_name": "Osterhout", "reference": "A1"}
    page = text(manager.post(f"/children/{ready.uuid}/seal/", given))
    assert "Osterhout" in page and not SealedRecord.objects.exists(), "that reference is taken"
    manager.post(f"/children/{ready.uuid}/seal/", given | {"reference": "W1"})
    assert Child.objects.get(reference="W1").name == "Wren Osterhout"


def test_how_they_stay_in_touch_is_asked_where_there_is_family(
    manager: Client, cast: Cast, ready: Child
) -> None:
    Child.objects.filter(pk=ready.pk).update(siblings=cast.amara.siblings or _family(cast))
    page = text(manager.get(f"/children/{ready.uuid}/seal/"))
    assert "How do the brothers and sisters stay in touch?" in page
    given = RETURNED | {"sure": "on"}
    assert "stay in touch" in text(manager.post(f"/children/{ready.uuid}/seal/", given))
    given |= {"staying_in_touch": "Letters in May."}
    manager.post(f"/children/{ready.uuid}/seal/", given)
    assert "Letters in May." in text(manager.get(f"/children/{cast.amara.uuid}/history/"))


def _family(cast: Cast) -> Any:
    cast.amara.refresh_from_db()
    return cast.amara.siblings


@pytest.mark.parametrize("role", ["manager", "social_worker", "iro", "data_officer"])
def test_others_cannot_seal(cast: Cast, ready: Child, role: str) -> None:
    client = signed_in(getattr(cast, role))
    assert client.post(f"/children/{ready.uuid}/seal/", RETURNED).status_code == 403


# Adoption records


def test_a_record_is_found_asked_for_agreed_and_read(
    cast: Cast, ready: Child, keepers: list[User]
) -> None:
    sealed(ready, cast.service_manager)
    first, second = (signed_in(user) for user in keepers)
    asked = {"name": "lotta quill", "born_on-day": "10", "born_on-month": "9"}
    page = text(first.post("/sealed/", asked | {"born_on-year": "2021"}))
    record = SealedRecord.objects.get()
    assert f"/sealed/{record.uuid}/ask/" in page
    first.post(f"/sealed/{record.uuid}/ask/", {"reason": "adult", "words": "She wrote to us."})
    request = Unsealing.objects.get()
    assert "A second person of adoption records answers this." in text(first.get("/sealed/"))
    assert first.get(f"/sealed/requests/{request.uuid}/read/").status_code == 404
    assert "She wrote to us." in text(second.get("/sealed/"))
    second.post(f"/sealed/requests/{request.uuid}/answer/", {"answer": "agree"})
    page = text(first.get(f"/sealed/requests/{request.uuid}/read/"))
    assert "Lotta Quill" in page and "Came into care" in page
    assert AuditEvent.objects.filter(what="sealed.read", children=[ready.pk]).count() == 1
    first.post(f"/sealed/requests/{request.uuid}/close/")
    assert second.get(f"/sealed/requests/{request.uuid}/read/").status_code == 404
    refused = AuditEvent.objects.filter(kind="refused", what="sealed-read")
    assert refused.count() == 2, "each attempt is kept"


def test_what_is_not_known_exactly_finds_nothing(
    cast: Cast, ready: Child, keepers: list[User]
) -> None:
    sealed(ready, cast.service_manager)
    client = signed_in(keepers[0])
    assert "No sealed record is known by that." in text(client.post("/sealed/", {"reference": "L"}))
    page = text(client.post("/sealed/", {"name": "Lotta Quill"}))
    assert "Enter the date of birth with the name" in page and "Lotta Quill" in page
    assert "Enter a name" in text(client.post("/sealed/", {}))


def test_one_who_asked_cannot_agree(cast: Cast, ready: Child, keepers: list[User]) -> None:
    asked = unsealing.ask(
        sealed=sealed(ready, cast.service_manager), reason="court", words="Order.", by=keepers[0]
    )
    client = signed_in(keepers[0])
    answer = client.post(f"/sealed/requests/{asked.uuid}/answer/", {"answer": "agree"}, follow=True)
    assert "A second person answers what you ask for." in text(answer)
    assert not Unsealing.objects.get().agreed


def test_what_was_sealed_by_mistake_is_put_back(
    cast: Cast, ready: Child, keepers: list[User], manager: Client
) -> None:
    asked = unsealing.ask(
        sealed=sealed(ready, cast.service_manager), reason="mistake", words="No.", by=keepers[0]
    )
    page = f"/sealed/requests/{asked.uuid}/answer/"
    answer = signed_in(keepers[1]).post(page, {"answer": "agree"}, follow=True)
    assert "The record is put back as it was." in text(answer)
    assert "Lotta Quill" in text(manager.get(f"/children/{ready.uuid}/"))


def test_only_adoption_records_come_here(cast: Cast, ready: Child, keepers: list[User]) -> None:
    asked = unsealing.ask(
        sealed=sealed(ready, cast.service_manager), reason="adult", words="Why.", by=keepers[0]
    )
    unsealing.answer(asked=asked, agreed=True, by=keepers[1])
    for user in (cast.service_manager, cast.guardian, cast.administrator, cast.social_worker):
        client = signed_in(user)
        assert client.get("/sealed/").status_code == 403
        assert client.get(f"/sealed/requests/{asked.uuid}/read/").status_code == 403
    far = signed_in(a_user("far", cast.elsewhere, "adoption-records"))
    assert "0 sealed records" in text(far.get("/sealed/"))
    assert far.get(f"/sealed/requests/{asked.uuid}/read/").status_code == 404
    assert far.get(f"/sealed/{asked.sealed.uuid}/ask/").status_code == 404


def test_the_guardian_sees_that_it_was_opened_and_not_whose_it_is(
    cast: Cast, ready: Child, keepers: list[User]
) -> None:
    asked = unsealing.ask(
        sealed=sealed(ready, cast.service_manager), reason="adult", words="Why.", by=keepers[0]
    )
    unsealing.answer(asked=asked, agreed=True, by=keepers[1])
    page = text(signed_in(cast.guardian).get("/sealed/openings/"))
    assert "keeper" in page and "The adopted adult asked for it" in page
    assert "Lotta" not in page and "L7" not in page


# At once


def test_an_adopted_child_is_kept_to_those_with_something_left_to_do(
    cast: Cast, lotta: Child
) -> None:
    near = {"service_manager", "data_officer"}
    for role in ("service_manager", "data_officer", "chair", "manager", "social_worker", "iro"):
        seen = Child.objects.visible_to(getattr(cast, role)).filter(pk=lotta.pk).exists()
        assert seen == (role in near), role


def test_whoever_records_the_order_is_told_that_the_record_is_closed_to_them(cast: Cast) -> None:
    client = signed_in(a_user("legal", cast.authority, "legal"))
    day = {"made_on-day": "1", "made_on-month": "6", "made_on-year": "2026"}
    given = {"kind": "adoption", "number": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"} | day
    answer = client.post(f"/children/{cast.amara.uuid}/record/order/", given, follow=True)
    assert "kept to those who have something left to do" in text(answer)
    assert client.get(f"/children/{cast.amara.uuid}/").status_code == 404


def test_a_child_in_care_again_after_an_adoption_is_seen_again(cast: Cast, lotta: Child) -> None:
    assert not Child.objects.visible_to(cast.chair).filter(pk=lotta.pk).exists()
    lotta.careperiod_facts.create(starts_on=date(2026, 1, 1))
    assert Child.objects.visible_to(cast.chair).filter(pk=lotta.pk).exists()
