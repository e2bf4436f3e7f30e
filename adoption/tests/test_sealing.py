"""Sealing takes a record out of everything, leaves what was counted, and can be undone by two."""

from datetime import date, timedelta
from threading import Thread
from time import sleep
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.db import IntegrityError, connection, transaction
from django.db.models.functions import Now

from adoption import archive, escrow, opened
from adoption.actions import sealing, unsealing
from adoption.actions.sealing import NewName, SealingRefused
from adoption.actions.unsealing import UnsealingRefused
from adoption.mentions import mentions
from adoption.models import AdoptedSibling, SealedRecord, Unsealing
from casetrack.access import visibility
from casetrack.actions import break_glass as emergency
from casetrack.actions import children
from casetrack.audit import AuditEvent
from casetrack.models import Authority, Child, RoleAssignment, User
from casetrack.privacy import Privacy
from casetrack.record.telling import history
from casetrack.recording import SealedMeanwhile, recording
from permanence.models import LifeStory
from tests import timeline
from tests.cast import LONG_AGO, Cast, assemble, signed_in
from tests.marked import LATER, MARK, ON, everything

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


def test_a_table_of_children_that_has_no_history_says_of_nobody_who_or_where_they_are() -> None:
    """Sealing leaves such tables as they are: they are computed anew from what is left."""
    computed = [table for table in archive.tables() if not archive.tracked(table)]
    assert computed
    for table in computed:
        assert not {Privacy.IDENTITY, Privacy.WHERE} & set(table.PRIVACY.values()), table


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


# What must be done first


def test_only_an_adopted_child_is_sealed(cast: Cast, keepers: Any) -> None:
    with pytest.raises(SealingRefused, match="not recorded as adopted"):
        seal(cast.amara, cast.service_manager)


@pytest.mark.parametrize("kind, lacks", [("book", "life story book"), ("letter", "life letter")])
def test_book_and_letter_are_given_first(cast: Cast, adopted: Child, kind: str, lacks: str) -> None:
    LifeStory.objects.filter(child=adopted, kind=kind).delete()
    with pytest.raises(SealingRefused, match=lacks):
        seal(adopted, cast.service_manager)


def test_two_people_must_be_able_to_open_it_again(
    cast: Cast, adopted: Child, keepers: tuple[User, User]
) -> None:
    User.objects.filter(pk=keepers[0].pk).update(is_active=False)
    with pytest.raises(SealingRefused, match="at least two people"):
        seal(adopted, cast.service_manager)


@pytest.mark.parametrize("day", [ON - timedelta(days=1), TODAY + timedelta(days=1)])
def test_the_return_is_of_a_day_between_the_order_and_today(
    cast: Cast, adopted: Child, day: date
) -> None:
    with pytest.raises(SealingRefused, match="handed in"):
        seal(adopted, cast.service_manager, reported_on=day)


def test_an_emergency_access_is_reviewed_first(cast: Cast, adopted: Child) -> None:
    adopted.emergencies.update(reviewed_at=None, reviewed_by=None, outcome="", review_words="")
    with pytest.raises(SealingRefused, match="emergency access"):
        seal(adopted, cast.service_manager)


def test_what_is_refused_leaves_everything_as_it_was(cast: Cast, adopted: Child) -> None:
    before, children_before = snapshot(adopted), Child.objects.count()
    taken = NewName(reference=cast.amara.reference, first_name="New", last_name="Name")
    with pytest.raises(children.ChildRefused):
        seal(adopted, cast.service_manager, after=taken)
    assert snapshot(adopted) == before and Child.objects.count() == children_before


# What is left


def test_it_is_sealed_once_and_audited(cast: Cast, adopted: Child) -> None:
    sealed = seal(adopted, cast.service_manager)
    assert sealed.keep_until == date(ON.year + 100, ON.month, ON.day)
    event = AuditEvent.objects.get(what="record.sealed")
    assert event.children == [adopted.pk] and event.user_id == cast.service_manager.pk
    assert MARK not in str(event.details)
    with pytest.raises(SealingRefused):
        seal(adopted, cast.service_manager)


def test_what_is_left_is_dates_and_codes(cast: Cast, adopted: Child) -> None:
    care = list(adopted.careperiod_facts.values("starts_on", "ends_on", "end_reason"))
    homes = list(adopted.placement_facts.values("starts_on", "ends_on", "type"))
    ethnicity = adopted.ethnicity
    seal(adopted, cast.service_manager)
    adopted.refresh_from_db()
    assert adopted.born_on == date(2021, 9, 1) and adopted.ethnicity == ethnicity
    assert adopted.reference.startswith("SEALED-") and adopted.first_name == ""
    assert list(adopted.careperiod_facts.values("starts_on", "ends_on", "end_reason")) == care
    assert list(adopted.placement_facts.values("starts_on", "ends_on", "type")) == homes


def test_a_home_that_others_live_in_keeps_its_name(cast: Cast, adopted: Child) -> None:
    home = adopted.placement_facts.get().home
    cast.tomas.placement_facts.update(home=home)
    seal(adopted, cast.service_manager)
    home.refresh_from_db()
    assert home.name.startswith(MARK) and home.carers.get().name.startswith(MARK)


def test_a_home_of_hers_alone_keeps_neither_name_nor_mark(cast: Cast, adopted: Child) -> None:
    home = adopted.placement_facts.get().home
    mark = home.uuid
    seal(adopted, cast.service_manager)
    home.refresh_from_db()
    assert home.name.startswith("sealed") and home.uuid != mark


def test_nobody_reaches_it_not_even_in_an_emergency(cast: Cast, adopted: Child) -> None:
    reference = adopted.reference
    seal(adopted, cast.service_manager)
    assert not Child.objects.visible_to(cast.service_manager).filter(pk=adopted.pk).exists()
    assert emergency.find(reference=reference, authority=cast.authority, by=cast.manager) is None


def test_brothers_and_sisters_keep_how_they_stay_in_touch(cast: Cast, adopted: Child) -> None:
    children.join_siblings(children=[adopted, cast.tomas, cast.amara], by=None)
    adopted.refresh_from_db()
    with pytest.raises(SealingRefused, match="stay in touch"):
        seal(adopted, cast.service_manager)
    seal(adopted, cast.service_manager, staying_in_touch="A letter each spring.")
    told = AdoptedSibling.objects.exclude(child=adopted).order_by("child__reference")
    assert [each.child_id for each in told] == [cast.amara.pk, cast.tomas.pk]
    assert {each.staying_in_touch for each in told} == {"A letter each spring."}
    events = AuditEvent.objects.filter(children__contains=[adopted.pk])
    assert not events.filter(children__overlap=[cast.amara.pk], what__startswith="rec").exists()


def test_where_brothers_records_name_the_child_is_said(cast: Cast, adopted: Child) -> None:
    adopted.first_name = "Quill (Q)"
    cast.tomas.importantperson_facts.create(
        name="His sister Quill (Q), fostered", relationship="sibling", starts_on=ON
    )
    cast.tomas.importantperson_facts.create(name="Quilliam", relationship="friend", starts_on=ON)
    adopted.known_as = "Quill"
    (found,) = mentions(adopted, [cast.tomas, cast.amara])
    assert (found.child, found.kind, found.times) == (
        cast.tomas,
        "Person important to the child",
        1,
    )


# The lock


def test_another_key_does_not_open_it(
    cast: Cast, adopted: Child, settings: Any, keepers: Any
) -> None:
    sealed = seal(adopted, cast.service_manager)
    kept = settings.ESCROW_KEYS
    settings.ESCROW_KEYS = [Fernet.generate_key().decode()]
    with pytest.raises(escrow.WrongKey):
        escrow.unlock(sealed.archive)
    settings.ESCROW_KEYS = [Fernet.generate_key().decode(), *kept]
    assert escrow.unlock(sealed.archive)["child"][0]["first_name"] == f"{MARK}first"
    assert unsealing.find(by=keepers[0], reference="ZZMARK1") == [sealed]


@pytest.mark.parametrize(
    "known",
    [
        {"name": f" {MARK}FIRST  {MARK.lower()}last ", "born_on": date(2021, 9, 10)},
        {"name": f"{MARK}known {MARK}last", "born_on": date(2021, 9, 10)},
        {"name": "Wrén Osterhout", "born_on": date(2021, 9, 10)},
        {"reference": "zzmark1"},
        {"reference": "NEW-77"},
    ],
)
def test_it_is_found_by_what_somebody_knows(
    cast: Cast, adopted: Child, keepers: Any, known: dict[str, Any]
) -> None:
    after = NewName(reference="NEW-77", first_name="Wren", last_name="Osterhout")
    sealed = seal(adopted, cast.service_manager, after=after)
    assert unsealing.find(by=keepers[0], **known) == [sealed]
    event = AuditEvent.objects.get(what="sealed.looked-for")
    assert event.children == [adopted.pk] and set(event.details) == {"by_name", "found"}


@pytest.mark.parametrize(
    "known",
    [
        {"name": f"{MARK}first {MARK}last", "born_on": date(2021, 9, 11)},
        {"name": f"{MARK}first", "born_on": date(2021, 9, 10)},
        {"name": f"{MARK}first {MARK}last"},
        {"reference": "ZZMARK"},
    ],
)
def test_it_is_not_found_by_less(
    cast: Cast, adopted: Child, keepers: Any, known: dict[str, Any]
) -> None:
    seal(adopted, cast.service_manager)
    assert unsealing.find(by=keepers[0], **known) == []
    assert AuditEvent.objects.get(what="sealed.looked-for").details["found"] == 0


def test_the_old_reference_is_never_given_again_the_new_one_is_free(
    cast: Cast, adopted: Child
) -> None:
    after = NewName(reference="NEW-77", first_name="Wren", last_name="Osterhout")
    seal(adopted, cast.service_manager, after=after)
    with pytest.raises(children.ReferenceTaken):
        children.record(authority=cast.authority, reference="zzmark1", born_on=ON, by=None)
    assert children.record(authority=cast.elsewhere, reference="ZZMARK1", born_on=ON, by=None)
    among = visibility.sealed_references(cast.authority.pk, ["ZZMARK1", "NEW-77", "A1"])
    assert among == {"ZZMARK1"}


def test_keepers_of_another_authority_find_nothing(cast: Cast, adopted: Child) -> None:
    seal(adopted, cast.service_manager)
    assert unsealing.find(by=keeper("far", cast.elsewhere), reference="ZZMARK1") == []


# Two to open


def opened_by_two(sealed: SealedRecord, keepers: tuple[User, User]) -> Unsealing:
    asked = unsealing.ask(sealed=sealed, reason="adult", words="She wrote.", by=keepers[0])
    return unsealing.answer(asked=asked, agreed=True, by=keepers[1])


def test_one_alone_opens_nothing(cast: Cast, adopted: Child, keepers: Any) -> None:
    sealed = seal(adopted, cast.service_manager)
    asked = unsealing.ask(sealed=sealed, reason="adult", words="She wrote.", by=keepers[0])
    assert not unsealing.open_to(keepers[0]).exists()
    with pytest.raises(UnsealingRefused, match="second person"):
        unsealing.answer(asked=asked, agreed=True, by=keepers[0])
    with pytest.raises(IntegrityError, match="unsealing_takes_two"), transaction.atomic():
        Unsealing.objects.filter(pk=asked.pk).update(
            answered_by=keepers[0], answered_at=Now(), agreed=True
        )
    with pytest.raises(UnsealingRefused, match="asked already"):
        unsealing.ask(sealed=sealed, reason="court", words="Order.", by=keepers[1])


def test_two_read_what_was_the_record(cast: Cast, adopted: Child, keepers: Any) -> None:
    told_before = {line.told.sentence for line in history(adopted.pk)}
    after = NewName(reference="NEW-77", first_name="Wren", last_name="Osterhout")
    opening = opened_by_two(seal(adopted, cast.service_manager, after=after), keepers)
    assert all(unsealing.open_to(user).get() == opening for user in keepers)
    assert not unsealing.open_to(keeper("third", cast.authority)).exists()
    record = opened.read(opening.sealed)
    assert {line.told.sentence for line in record.lines} == told_before
    assert any(MARK in sentence for sentence in told_before)
    assert record.child.name == f"{MARK}first {MARK}last"
    assert record.words[0].words.startswith(MARK)
    assert record.followed is not None and record.followed.name == "Wren Osterhout"


def test_it_closes_by_itself_and_sooner(cast: Cast, adopted: Child, keepers: Any) -> None:
    opening = opened_by_two(seal(adopted, cast.service_manager), keepers)
    unsealing.close(opened=opening, by=keepers[1])
    assert not unsealing.open_to(keepers[0]).exists()
    with pytest.raises(UnsealingRefused, match="closed already"):
        unsealing.close(opened=opening, by=keepers[0])
    again = opened_by_two(opening.sealed, keepers)
    Unsealing.objects.filter(pk=again.pk).update(until=Now())
    assert not unsealing.open_to(keepers[0]).exists()


def test_a_no_leaves_it_sealed(cast: Cast, adopted: Child, keepers: Any) -> None:
    asked = unsealing.ask(
        sealed=seal(adopted, cast.service_manager), reason="adult", words="Why.", by=keepers[0]
    )
    unsealing.answer(asked=asked, agreed=False, by=keepers[1])
    assert not unsealing.open_to(keepers[0]).exists()
    assert [event.what for event in AuditEvent.objects.filter(what__startswith="sealed.")] == [
        "sealed.asked",
        "sealed.answered",
    ]


def test_a_reason_and_words_are_needed(cast: Cast, adopted: Child, keepers: Any) -> None:
    sealed = seal(adopted, cast.service_manager)
    for reason, said in (("curious", "Who was it?"), ("adult", " ")):
        with pytest.raises(UnsealingRefused, match="Choose a reason"):
            unsealing.ask(sealed=sealed, reason=reason, words=said, by=keepers[0])


# At the same moment


def test_nothing_is_written_to_a_sealed_record(cast: Cast, adopted: Child) -> None:
    seal(adopted, cast.service_manager)
    with pytest.raises(SealedMeanwhile), recording("x", by=cast.manager, children=[adopted.pk]):
        pytest.fail("the door was open")
    with recording("clocks.mended", by=None, children=[adopted.pk], into_sealed=True) as now:
        assert now.touched == {adopted.pk}, "what is computed is computed anew"


@pytest.mark.django_db(transaction=True)
def test_who_writes_while_it_is_sealed_is_told_and_nothing_stays(
    cast: Cast, adopted: Child
) -> None:
    """The form is sent before the record is sealed, and waits for the lock until it is."""
    address = f"/children/{adopted.uuid}/record/important-person/"
    person = {"name": f"{MARK}late", "relationship": "friend", "parental_responsibility": "no"}
    day = {"starts_on-day": "1", "starts_on-month": "6", "starts_on-year": "2025"}
    answers: list[Any] = []

    def send() -> None:
        number = {"number": "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"}
        answers.append(signed_in(cast.service_manager).post(address, person | day | number))
        connection.close()

    late = Thread(target=send)
    with transaction.atomic():
        Child.objects.select_for_update().get(pk=adopted.pk)
        late.start()
        wait_for_a_lock()
        seal(adopted, cast.service_manager)
    late.join(30)
    assert "This record is not there any more." in answers[0].content.decode()
    assert everywhere(MARK) == []


def wait_for_a_lock() -> None:
    for _ in range(200):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_stat_clear_snapshot()")  # else it is kept until the end
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            if cursor.fetchone()[0]:
                return
        sleep(0.05)
    raise AssertionError("nobody waits")
