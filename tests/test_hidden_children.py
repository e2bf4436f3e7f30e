"""A child whose record is kept from somebody does not exist for them, on any page of any floor.

Every address is walked: no answer may hold her name, her reference or the mark in her address.
Whoever may see her is the proof that the walk looks at pages that would show her.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook

from casetrack.actions import restrictions
from casetrack.audit import AuditEvent
from casetrack.models import Child, Restriction, User
from casetrack.record import registry
from oversight.actions import digests, sightings
from oversight.clocks.engine import refresh
from permanence.models import AgreedAction
from tests.cast import DAY, Cast, assemble, signed_in
from tests.papers import content_of

NAME = "Quillonetta"
PART = NAME[:7]  # typed into a search, it is shown again; the whole name is not
REFERENCE = "HIDDEN-7"
NEVER = ("sign-out",)  # leaves nothing to walk on with


@pytest.fixture
def cast(db: None) -> Cast:
    return assemble()


@pytest.fixture
def hidden(cast: Cast) -> Child:
    """Amara under a name that stands nowhere else."""
    Child.objects.filter(pk=cast.amara.pk).update(first_name=NAME, reference=REFERENCE)
    cast.amara.refresh_from_db()
    return cast.amara


def exclude(cast: Cast, user: User) -> None:
    _keep(cast, Restriction.Kind.EXCLUDED, [user])


def restrict(cast: Cast) -> None:
    _keep(cast, Restriction.Kind.RESTRICTED, [cast.manager, cast.iro, cast.chair])


def _keep(cast: Cast, kind: str, people: list[User]) -> None:
    restrictions.restrict(
        child=cast.amara,
        kind=kind,
        reason="A threat.",
        people=people,
        on=timezone.localdate(),
        by=cast.guardian,
    )


def names(resolver: URLResolver) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every named address with the names of what stands in it."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern)
        elif isinstance(pattern, URLPattern) and pattern.name and pattern.name not in NEVER:
            yield pattern.name, pattern.pattern.converters


def addresses(uuid: UUID, every_kind: bool) -> list[str]:
    """Each of our addresses, filled with the child's mark and with what else it takes."""
    found = []
    for name, converters in names(get_resolver()):
        given: dict[str, Any] = {"uuid": uuid, "number": 1, "rest": "x", "form": "csv"}
        given |= {"pathway": "adoption", "member": uuid, "item": uuid, "decision": uuid}
        given |= {"step": "plan", "disagreement": 1}
        kinds = [kind.code for kind in registry.every()]
        for code in kinds if every_kind and "number" not in converters else kinds[:1]:
            given |= {"code": code, "name": "refused", "change": "end", "part": "names"}
            try:
                found.append(reverse(name, kwargs={key: given[key] for key in converters}))
            except (KeyError, NoReverseMatch) as error:
                raise AssertionError(f"say what {name} takes, so that it can be walked") from error
    return sorted(set(found))


def marks(answer: Any, child: Child) -> list[str]:
    """What of the child stands in an answer; her mark is there where it was asked for."""
    text = b"".join(answer) if answer.streaming else content_of(answer)
    return [mark for mark in (NAME, REFERENCE) if mark.encode() in text]


def walk(user: User, child: Child, uuid: UUID, *, every_kind: bool = False) -> dict[str, list[str]]:
    client = signed_in(user)
    shown = {}
    for address in addresses(uuid, every_kind):
        answers = [client.get(address)]
        if f"/{uuid}/" not in address:
            answers.append(client.get(address, {"child": str(child.uuid), "q": PART}))
        for answer in answers:
            assert answer.status_code < 500, address
            if found := marks(answer, child):
                shown[address] = found
    return shown


@pytest.mark.parametrize("who", ["chair", "data_officer", "manager"])
def test_nothing_of_an_excluded_record_is_on_any_page(cast: Cast, hidden: Child, who: str) -> None:
    user = getattr(cast, who)
    assert walk(user, hidden, hidden.uuid), "who may see her sees her somewhere"
    exclude(cast, user)
    assert walk(user, hidden, hidden.uuid) == {}
    assert walk(user, hidden, cast.tomas.uuid, every_kind=who == "chair") == {}


def test_nothing_of_a_restricted_record_is_on_any_page(cast: Cast, hidden: Child) -> None:
    restrict(cast)
    for user in (cast.service_manager, cast.social_worker):
        assert walk(user, hidden, hidden.uuid) == {}
    assert walk(cast.chair, hidden, hidden.uuid)


def test_the_guardian_finds_the_reference_and_never_the_name(cast: Cast, hidden: Child) -> None:
    restrict(cast)
    shown = walk(cast.guardian, hidden, hidden.uuid)
    assert shown
    assert all(NAME not in marks for marks in shown.values())


def test_a_hidden_child_is_answered_as_a_made_up_one(cast: Cast, hidden: Child) -> None:
    exclude(cast, cast.chair)
    client = signed_in(cast.chair)
    for address in ("/children/{}/", "/api/v1/children/{}/", "/children/{}/history/"):
        kept, made_up = client.get(address.format(hidden.uuid)), client.get(address.format(uuid4()))
        assert kept.status_code == made_up.status_code
        assert kept.content == made_up.content


# Lists and their counts


def test_the_tracker_counts_as_though_she_were_not_there(cast: Cast, hidden: Child) -> None:
    exclude(cast, cast.chair)
    page = signed_in(cast.chair).get(f"/tracker/?as_at={DAY}").content.decode()
    assert "1 child" in page and "2 children" not in page


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_list_that_is_taken_out_is_without_her(cast: Cast, hidden: Child, form: str) -> None:
    exclude(cast, cast.chair)
    given = {"format": form, "back": f"as_at={DAY}"}
    content = signed_in(cast.chair).post("/tracker/export/", given).content
    if form == "csv":
        cells = content.decode("utf-8-sig")
    else:
        book = load_workbook(BytesIO(content))
        cells = " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
    assert "Tomas" in cells
    assert NAME not in cells and REFERENCE not in cells
    assert AuditEvent.objects.get(kind="export").children == [cast.tomas.pk]


def test_programs_are_not_given_her(cast: Cast, hidden: Child) -> None:
    exclude(cast, cast.chair)
    client = signed_in(cast.chair)
    for address in ("children/", f"children/?reference={REFERENCE}", f"flags/?as_at={DAY}"):
        assert str(hidden.uuid) not in client.get(f"/api/v1/{address}").content.decode()


def test_a_step_for_several_children_leaves_her_out(cast: Cast, hidden: Child) -> None:
    exclude(cast, cast.chair)
    ticked = [str(hidden.uuid), str(cast.tomas.uuid)]
    given = {"child": ticked, "text": "Ring.", "owner": "own"}
    today = timezone.localdate()
    boxes = {f"due_on-{part}": getattr(today, part) for part in ("day", "month", "year")}
    signed_in(cast.chair).post("/tracker/assign/", given | boxes)
    assert list(AgreedAction.objects.values_list("child_id", flat=True)) == [cast.tomas.pk]


def test_an_action_of_hers_is_not_there(cast: Cast, hidden: Child) -> None:
    action = AgreedAction.objects.create(
        child=hidden, text="Ring.", owner=cast.north_worker, agreed_on=DAY, due_on=DAY
    )
    exclude(cast, cast.chair)
    assert signed_in(cast.chair).post(f"/actions/{action.uuid}/done/").status_code == 404


def test_a_brother_stands_alone(cast: Cast, hidden: Child) -> None:
    page = f"/children/{cast.tomas.uuid}/"
    assert NAME in signed_in(cast.chair).get(page).content.decode()
    exclude(cast, cast.chair)
    assert NAME not in signed_in(cast.chair).get(page).content.decode()


def test_a_search_does_not_find_her(cast: Cast, hidden: Child) -> None:
    client = signed_in(cast.chair)
    for words in (NAME, REFERENCE):
        for address in ("/search/", f"/tracker/?as_at={DAY}"):
            answer = client.post(address, {"words": words}, follow=True)
            assert str(hidden.uuid) in answer.content.decode()
    exclude(cast, cast.chair)
    for words in (NAME, REFERENCE):
        for address in ("/search/", f"/tracker/?as_at={DAY}"):
            answer = client.post(address, {"words": words}, follow=True)
            assert str(hidden.uuid) not in answer.content.decode()


def test_a_mail_does_not_speak_of_her(cast: Cast, hidden: Child) -> None:
    User.objects.filter(pk=cast.chair.pk).update(email="chair@castle.example")
    refresh([hidden.pk])
    exclude(cast, cast.chair)
    sightings.record(on=DAY, by=None)
    digests.send(on=DAY, by=None)
    (sent,) = mail.outbox
    assert "A2" in sent.body and REFERENCE not in sent.body


def test_totals_count_everybody_and_name_nobody(cast: Cast, hidden: Child) -> None:
    client = signed_in(cast.chair)
    asked = f"/api/v1/population/?as_at={DAY}"
    before = client.get(asked).json()
    exclude(cast, cast.chair)
    assert client.get(asked).json() == before
    assert NAME not in client.get("/totals/").content.decode()
