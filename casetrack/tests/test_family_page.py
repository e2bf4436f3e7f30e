"""Brothers and sisters: joined, parted, decided for together; who is hidden leaves nothing."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casetrack.actions import children, restrictions
from casetrack.audit import AuditEvent
from casetrack.living import Lives
from casetrack.models import Child, ImportantPerson, Restriction, SiblingDecision
from casetrack.tests.test_record_pages import day, enter, history
from tests.cast import Cast, a_user, signed_in


@pytest.fixture
def officer(cast: Cast) -> Client:
    """Who reaches every child of the authority and records who they are."""
    return signed_in(cast.data_officer)


@pytest.fixture
def ada(cast: Cast) -> Child:
    return children.record(
        authority=cast.authority,
        reference="F9",
        born_on=date(2023, 4, 5),
        first_name="Ada",
        last_name="Bello",
        by=None,
    )


def address(child: Child, step: str = "") -> str:
    return f"/children/{child.uuid}/family/{step}"


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def keep_tomas_from(cast: Cast, user: Any) -> None:
    restrictions.restrict(
        child=cast.tomas,
        kind=Restriction.Kind.EXCLUDED,
        reason="A threat.",
        people=[user],
        on=timezone.localdate(),
        by=cast.guardian,
    )


def join(client: Client, child: Child, other: Child) -> Any:
    return client.post(address(child, "join/"), {"child": str(other.uuid)}, follow=True)


def test_to_read_it_is_a_look_at_all_who_are_shown(cast: Cast, officer: Client) -> None:
    officer.get(address(cast.amara))
    event = AuditEvent.objects.get(what="child.family")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk])
    assert event.details == {"record": cast.amara.pk}


def test_a_child_is_found_and_joined(cast: Cast, officer: Client, ada: Child) -> None:
    answer = officer.post(address(cast.amara), {"words": "Adda Bello"})
    page = said(answer)
    assert "1 child found" in page and "F9" in page
    assert "Adda" not in answer.request["PATH_INFO"] + answer.request["QUERY_STRING"]
    joined = said(join(officer, cast.amara, ada))
    assert "They are recorded as brothers and sisters." in joined and "Ada Bello" in joined
    assert len(set(Child.objects.exclude(siblings=None).values_list("siblings", flat=True))) == 1
    assert "already recorded" in said(join(officer, cast.amara, ada)), "a second press"
    event = AuditEvent.objects.get(what="siblings.joined")
    assert event.children == sorted([cast.amara.pk, cast.tomas.pk, ada.pk])


def test_whoever_is_joined_along_is_named_before(cast: Cast, officer: Client, ada: Child) -> None:
    page = said(officer.post(address(ada), {"words": "Amara"}))
    assert "joined already with Tomas Bello, who would be joined too" in page
    keep_tomas_from(cast, cast.data_officer)
    assert "joined already" not in said(officer.post(address(ada), {"words": "Amara"}))


def test_the_history_of_each_tells_it(cast: Cast, officer: Client, ada: Child) -> None:
    join(officer, cast.amara, ada)
    reader = signed_in(cast.chair)
    assert "Recorded as brother or sister of Ada Bello." in history(reader, cast.tomas)
    assert "Recorded as brother or sister of Amara Bello and Tomas Bello." in history(reader, ada)
    typed = {"why": "They are cousins"}
    assert officer.post(address(ada, "leave/"), typed)["Location"] == address(ada)
    told = "No longer recorded as brother or sister of"
    why = "Why: They are cousins. Recorded by data-officer"
    assert f"{told} Amara Bello and Tomas Bello. {why}" in history(reader, ada)
    assert f"{told} Ada Bello. {why}" in history(reader, cast.amara)
    assert told not in history(reader, ada, as_at="2020-01-01")
    keep_tomas_from(cast, cast.chair)
    assert f"{told} Amara Bello." in history(reader, ada)


def test_a_child_who_was_joined_by_mistake_leaves(cast: Cast, officer: Client) -> None:
    page = officer.get(address(cast.amara, "leave/"))
    assert "no longer be recorded as brother or sister of Tomas Bello." in said(page)
    empty = said(officer.post(address(cast.amara, "leave/"), {"why": " "}))
    assert empty.count("Answer “Why was the child joined by mistake?”") == 2
    officer.post(address(cast.amara, "leave/"), {"why": "They are cousins"})
    assert Child.objects.get(pk=cast.amara.pk).siblings is None
    assert "None recorded that you may see." in said(officer.get(address(cast.amara)))
    assert officer.get(address(cast.amara, "leave/")).status_code == 404


def test_the_decision_that_holds_is_the_newest(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    assert "Nothing is recorded as decided for Amara." in said(client.get(address(cast.amara)))
    for decision, on in (("together", "2026-01-05"), ("apart", "2026-03-04")):
        typed = {"decision": decision, "decided_by": "The review", "reason": f"Why {decision}"}
        also = {"also": str(cast.tomas.uuid)}
        answer = enter(
            client, cast.amara, "sibling-decision", **typed, **also, **day("decided_on", on)
        )
        assert answer.status_code == 302, said(answer)
    for child in (cast.amara, cast.tomas):
        page = said(client.get(address(child)))
        assert "They are to live Apart Decided on 4 March 2026" in page
        assert "Decided by The review Why Why apart" in page
    assert SiblingDecision.objects.count() == 4


def test_what_several_have_is_recorded_from_here(cast: Cast) -> None:
    page = signed_in(cast.service_manager).get(address(cast.amara)).content.decode()
    assert f"/children/{cast.amara.uuid}/record/home/" in page
    reader = signed_in(cast.chair).get(address(cast.amara)).content.decode()
    assert "/record/home/" not in reader and "Join another child" not in reader


def test_brothers_and_sisters_who_are_not_in_care_are_named_to_who_reads_the_history(
    cast: Cast,
) -> None:
    ImportantPerson.objects.create(
        child=cast.amara, name="Ifeoma", relationship="sibling", starts_on=date(2020, 1, 1)
    )
    assert "Ifeoma" in said(signed_in(cast.chair).get(address(cast.amara)))
    secretary = a_user("secretary", cast.authority, "secretary")
    assert "Ifeoma" not in said(signed_in(secretary).get(address(cast.amara)))


# Whom the reader may not see


def test_a_child_with_hidden_brothers_alone_is_a_child_without_any(cast: Cast, ada: Child) -> None:
    keep_tomas_from(cast, cast.data_officer)
    client = signed_in(cast.data_officer)
    told = said(client.get(address(cast.amara))).replace("Amara", "Ada")
    alone = said(client.get(address(ada))).replace("F9", "A1")
    assert told == alone
    assert client.get(address(cast.amara, "leave/")).status_code == 404
    assert "brother or sister" not in history(client, cast.amara)


def test_a_hidden_child_is_neither_found_nor_joined(cast: Cast, ada: Child) -> None:
    keep_tomas_from(cast, cast.data_officer)
    client = signed_in(cast.data_officer)
    page = client.post(address(ada), {"words": "Tomas Bello"}).content.decode()
    assert str(cast.tomas.uuid) not in page and "No child for whom you may record this" in page
    assert join(client, ada, cast.tomas).status_code == 404
    assert client.post(address(ada, "join/"), {"child": "x"}).status_code == 404


def test_who_may_not_record_joins_nobody(cast: Cast, ada: Child) -> None:
    assert signed_in(cast.chair).get(address(cast.amara)).status_code == 200
    assert join(signed_in(cast.chair), cast.amara, ada).status_code == 403
    page = signed_in(cast.chair).post(address(cast.amara), {"words": "Ada"})
    assert "Ada Bello" not in said(page), "who may not join does not search here"
    worker = signed_in(cast.social_worker)
    assert join(worker, cast.amara, ada).status_code == 404, "she does not reach the other"


def test_a_child_of_another_authority_is_not_joined(cast: Cast, officer: Client) -> None:
    assert "No child for whom you may record this" in said(
        officer.post(address(cast.amara), {"words": "Noor"})
    )
    assert join(officer, cast.amara, cast.noor).status_code == 404
    assert signed_in(cast.stranger).get(address(cast.amara)).status_code == 404


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (Lives("", 7, "ZZ11AA"), Lives("", 7, "ZZ11AA"), True),
        (Lives("", 7), Lives("", 7), True),
        (Lives("", 7, "ZZ11AA"), Lives("", 8, "ZZ11AA"), True),
        (Lives("", 7, "ZZ11AA"), Lives("", 8, "ZZ11AB"), False),
        (Lives("", 7), Lives("", 8), False),
        (Lives("", None), Lives("", None), False),
        (Lives("", 7), None, False),
    ],
)
def test_who_lives_together(one: Lives, other: Lives | None, together: bool) -> None:
    """In one home, or at one postcode: a return gives each child a home of their own."""
    assert one.together(other) == together
