"""A record opened in an emergency: by its exact reference, for four hours, watched and reviewed."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.actions import break_glass, restrictions
from casetrack.actions.break_glass import NO_SUCH_RECORD, EmergencyRefused
from casetrack.audit import AuditEvent
from casetrack.models import BreakGlass, Child, NamedPerson, Restriction, RoleAssignment, User
from casetrack.recording import SealedMeanwhile
from tests.cast import LONG_AGO, Cast, signed_in

ASKED = {"reference": "a2 ", "reason": "harm", "words": "A neighbour called."}


def opened(cast: Cast, by: User | None = None, child: Child | None = None) -> BreakGlass:
    """The social worker, who does not work with Tomas, opens his record."""
    return break_glass.open_record(
        child=child or cast.tomas,
        reason="harm",
        words="A neighbour called.",
        on=timezone.localdate(),
        by=by or cast.social_worker,
    )


def sees(user: User, child: Child, permission: Permission = Permission.SEE_CHILDREN) -> bool:
    user = User.objects.get(pk=user.pk)
    return Child.objects.visible_to(user, permission).filter(pk=child.pk).exists()


def let_pass(hours: int) -> None:
    """As though the record had been opened so much earlier."""
    ago = timedelta(hours=hours)
    BreakGlass.objects.update(opened_at=F("opened_at") - ago, until=F("until") - ago)


# Opening


def test_a_record_is_opened_by_its_reference(cast: Cast) -> None:
    client = signed_in(cast.social_worker)
    page = f"/children/{cast.tomas.uuid}/"
    assert client.get(page).status_code == 404
    assert client.post("/break-glass/", ASKED)["Location"] == page
    assert sees(cast.social_worker, cast.tomas)
    held = BreakGlass.objects.get()
    assert held.until - held.opened_at == timedelta(hours=4)
    event = AuditEvent.objects.get(what="emergency.opened")
    assert event.children == [cast.tomas.pk] and event.details == {"reason": "harm"}


def test_the_guardian_is_told_at_once_and_without_names(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    User.objects.filter(pk=cast.guardian.pk).update(email="guardian@castle.example")
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(cast.social_worker).post("/break-glass/", ASKED)
    (told,) = mail.outbox
    assert told.to == ["guardian@castle.example"]
    assert "Risk of harm" in told.body and "/break-glass/reviews/" in told.body
    for hidden in ("Tomas", "Bello", "A2", "neighbour"):
        assert hidden not in told.body + told.subject


def test_a_mail_that_fails_leaves_the_record_open(
    cast: Cast,
    django_capture_on_commit_callbacks: Any,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    User.objects.filter(pk=cast.guardian.pk).update(email="guardian@castle.example")
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda self: 1 / 0)
    with django_capture_on_commit_callbacks(execute=True):
        opened(cast)
    assert "could not be told" in caplog.text
    assert sees(cast.social_worker, cast.tomas)


def test_the_time_runs_out_by_itself(cast: Cast) -> None:
    opened(cast)
    let_pass(hours=3)
    assert sees(cast.social_worker, cast.tomas)
    let_pass(hours=1)
    assert not sees(cast.social_worker, cast.tomas)
    assert signed_in(cast.social_worker).get(f"/children/{cast.tomas.uuid}/").status_code == 404


def test_it_can_be_ended_before(cast: Cast) -> None:
    held = opened(cast)
    client = signed_in(cast.social_worker)
    assert client.post(f"/break-glass/{held.uuid}/close/")["Location"] == "/"
    assert not sees(cast.social_worker, cast.tomas)
    again = client.post(f"/break-glass/{held.uuid}/close/", follow=True)
    assert "ended already" in again.content.decode()
    assert AuditEvent.objects.filter(what="emergency.closed").count() == 1
    assert signed_in(cast.iro).post(f"/break-glass/{held.uuid}/close/").status_code == 404


def test_it_opens_that_record_for_that_person_alone(cast: Cast) -> None:
    third = Child.objects.create(
        authority=cast.authority, reference="A3", born_on=cast.tomas.born_on
    )
    opened(cast)
    assert not sees(cast.social_worker, third)
    assert not sees(cast.manager, cast.tomas)


def test_it_is_for_reading_and_for_visits(cast: Cast) -> None:
    opened(cast)
    given = {each for each in Permission if sees(cast.social_worker, cast.tomas, each)}
    assert given == {Permission.SEE_CHILDREN, Permission.SEE_HISTORY, Permission.RECORD_VISITS}


def test_it_gives_nobody_what_their_role_does_not(cast: Cast) -> None:
    """A reviewing officer records no visits, in an emergency neither."""
    cast.tomas.allocation_facts.all().delete()
    opened(cast, by=cast.iro)
    assert sees(cast.iro, cast.tomas)
    assert not sees(cast.iro, cast.tomas, Permission.RECORD_VISITS)


def test_it_ends_with_the_role(cast: Cast) -> None:
    opened(cast)
    RoleAssignment.objects.filter(user=cast.social_worker).update(ends_on=timezone.localdate())
    assert not sees(cast.social_worker, cast.tomas)


def test_the_tracker_and_lists_that_are_taken_out_are_as_before(cast: Cast) -> None:
    opened(cast)
    assert not sees(cast.social_worker, cast.tomas, Permission.SEE_TRACKER)
    assert not sees(cast.social_worker, cast.tomas, Permission.EXPORT_LISTS)


@pytest.mark.parametrize(
    ("kind", "barrier"),
    [
        (Restriction.Kind.RESTRICTED, BreakGlass.Barrier.RESTRICTED),
        (Restriction.Kind.EXCLUDED, BreakGlass.Barrier.EXCLUDED),
    ],
)
def test_it_opens_a_restricted_record_and_the_guardian_sees_that_it_was(
    cast: Cast, kind: str, barrier: str
) -> None:
    named = [cast.manager, cast.iro, cast.chair]
    if kind == Restriction.Kind.EXCLUDED:
        named = [cast.social_worker]
    restrictions.restrict(
        child=cast.amara,
        kind=kind,
        reason="A threat.",
        people=named,
        on=timezone.localdate(),
        by=cast.chair,
    )
    assert not sees(cast.social_worker, cast.amara)
    held = opened(cast, child=cast.amara)
    assert held.barrier == barrier
    assert sees(cast.social_worker, cast.amara)


# What opens nothing


def test_a_reference_without_a_record_and_a_sealed_one_are_answered_alike(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visibility, "_sealed", [])
    visibility.register_sealed(lambda today: Child.objects.filter(pk=cast.tomas.pk).values("pk"))
    client = signed_in(cast.social_worker)
    pages = [
        client.post("/break-glass/", ASKED | {"reference": reference})
        for reference in ("A2", "Z9", "B1")  # sealed, made up, of another authority
    ]
    assert {page.status_code for page in pages} == {200}
    texts = {
        page.content.decode().replace(f'value="{reference}"', "").split("<form")[2]
        for page, reference in zip(pages, ("A2", "Z9", "B1"), strict=True)
    }
    assert all(NO_SUCH_RECORD in page.content.decode() for page in pages)
    assert len(texts) == 1
    assert not BreakGlass.objects.exists()
    assert AuditEvent.objects.filter(what="emergency.not-found", children=[]).count() == 3


def test_a_sealed_record_is_not_opened_and_closes_if_it_was(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(cast)
    monkeypatch.setattr(visibility, "_sealed", [])
    visibility.register_sealed(lambda today: Child.objects.filter(pk=cast.tomas.pk).values("pk"))
    assert not sees(cast.social_worker, cast.tomas)
    with pytest.raises(SealedMeanwhile, match="not there any more"):
        opened(cast)


def test_a_record_one_can_read_needs_no_emergency(cast: Cast) -> None:
    client = signed_in(cast.social_worker)
    answer = client.post("/break-glass/", ASKED | {"reference": "A1"})
    assert answer["Location"] == f"/children/{cast.amara.uuid}/"
    assert not BreakGlass.objects.exists()
    with pytest.raises(EmergencyRefused, match="as it is"):
        opened(cast, child=cast.amara)


def test_what_is_missing_is_said(cast: Cast) -> None:
    client = signed_in(cast.social_worker)
    page = client.post("/break-glass/", {"reference": "A2"}).content.decode()
    assert "There is a problem" in page and 'value="A2"' in page
    assert not BreakGlass.objects.exists()
    for given in ({"reason": "curious"}, {"words": " "}, {"words": "x" * 501}):
        asked = {"reason": "harm", "words": "A call."} | given
        with pytest.raises(EmergencyRefused):
            break_glass.open_record(
                child=cast.tomas, on=timezone.localdate(), by=cast.social_worker, **asked
            )


@pytest.mark.parametrize("who", ["chair", "data_officer", "board_member", "guardian", "nobody"])
def test_only_those_who_work_with_children_may(cast: Cast, who: str) -> None:
    user = getattr(cast, who)
    assert signed_in(user).get("/break-glass/").status_code == 403
    with pytest.raises(EmergencyRefused, match="No record"):
        opened(cast, by=user)


def test_one_who_serves_two_authorities_says_which(cast: Cast) -> None:
    RoleAssignment.objects.create(
        user=cast.social_worker,
        authority=cast.elsewhere,
        role="social-worker",
        starts_on=LONG_AGO,
    )
    client = signed_in(cast.social_worker)
    assert "Elsewhere Council" in client.get("/break-glass/").content.decode()
    asked = ASKED | {"reference": "B1", "authority": str(cast.elsewhere.pk)}
    assert client.post("/break-glass/", asked)["Location"] == f"/children/{cast.noor.uuid}/"


# The banner and the audit


def test_every_page_says_so_while_it_lasts(cast: Cast) -> None:
    opened(cast)
    client = signed_in(cast.social_worker)
    for page in ("/tracker/", "/clocks/", "/nowhere/"):
        text = client.get(page).content.decode()
        assert "Emergency access" in text and "End it now" in text
        assert "Tomas" not in text
    let_pass(hours=4)
    assert "Emergency access" not in client.get("/clocks/").content.decode()
    assert "Emergency access" not in signed_in(cast.manager).get("/clocks/").content.decode()


def test_the_audit_says_that_it_was_an_emergency(cast: Cast) -> None:
    held = opened(cast)
    signed_in(cast.social_worker).get("/api/v1/children/")
    event = AuditEvent.objects.get(what="api.children")
    assert event.allowed_by == ["social-worker", f"break-glass:{held.uuid}"]


def test_a_page_asks_as_much_for_one_emergency_as_for_three(cast: Cast) -> None:
    def asked() -> int:
        client = signed_in(cast.social_worker)
        with CaptureQueriesContext(connection) as queries:
            client.get("/clocks/")
        return len(queries)

    opened(cast)
    before = asked()
    for reference in ("A3", "A4"):
        other = Child.objects.create(
            authority=cast.authority, reference=reference, born_on=cast.tomas.born_on
        )
        opened(cast, child=other)
    assert asked() == before


# The review


def test_the_guardian_reviews_what_has_ended(cast: Cast) -> None:
    held = opened(cast)
    signed_in(cast.social_worker).get("/api/v1/children/")
    client = signed_in(cast.guardian)
    assert "still open" in client.get("/break-glass/reviews/").content.decode()
    BreakGlass.objects.update(closed_at=timezone.now())
    page = client.get("/break-glass/reviews/").content.decode()
    assert "1 to review" in page and "A2" in page and "not a child of theirs" in page
    address = f"/break-glass/reviews/{held.uuid}/"
    page = client.get(address).content.decode()
    assert "A neighbour called." in page and "through a program" in page
    assert "Tomas" not in page and "Bello" not in page
    answer = client.post(address, {"outcome": "not-justified", "words": "No risk was named."})
    assert answer["Location"] == "/break-glass/reviews/"
    held.refresh_from_db()
    assert (held.outcome, held.reviewed_by) == ("not-justified", cast.guardian)
    assert held.review_words == "No risk was named." and held.reviewed_at is not None
    assert AuditEvent.objects.get(what="emergency.reviewed").details == {"outcome": "not-justified"}
    assert "reviewed already" in client.get(address).content.decode()


def test_what_waits_for_review_stands_before_what_is_reviewed(cast: Cast) -> None:
    done = opened(cast)
    BreakGlass.objects.update(closed_at=timezone.now())
    break_glass.review(opened=done, outcome="justified", words="Fine.", by=cast.guardian)
    waiting = opened(cast)
    BreakGlass.objects.filter(pk=waiting.pk).update(closed_at=timezone.now())
    page = signed_in(cast.guardian).get("/break-glass/reviews/").content.decode()
    assert 0 < page.index(f"/{waiting.uuid}/") < page.index(f"/{done.uuid}/")


def test_what_is_open_or_ones_own_is_not_reviewed(cast: Cast) -> None:
    RoleAssignment.objects.create(
        user=cast.social_worker, authority=cast.authority, role="guardian", starts_on=LONG_AGO
    )
    held = opened(cast)
    for by, words in ((cast.guardian, "still open"), (cast.social_worker, "their own")):
        with pytest.raises(EmergencyRefused, match=words):
            break_glass.review(opened=held, outcome="justified", words="Fine.", by=by)
    let_pass(hours=4)
    for outcome, words in (("", "Fine."), ("justified", " "), ("justified", "x" * 501)):
        with pytest.raises(EmergencyRefused):
            break_glass.review(opened=held, outcome=outcome, words=words, by=cast.guardian)
    break_glass.review(opened=held, outcome="justified", words="Fine.", by=cast.guardian)
    with pytest.raises(EmergencyRefused, match="already"):
        break_glass.review(opened=held, outcome="justified", words="Fine.", by=cast.guardian)


def test_the_guardian_of_another_authority_does_not_see_it(cast: Cast) -> None:
    held = opened(cast)
    RoleAssignment.objects.create(
        user=cast.stranger, authority=cast.elsewhere, role="guardian", starts_on=LONG_AGO
    )
    client = signed_in(cast.stranger)
    assert "A2" not in client.get("/break-glass/reviews/").content.decode()
    assert client.get(f"/break-glass/reviews/{held.uuid}/").status_code == 404
    assert signed_in(cast.manager).get("/break-glass/reviews/").status_code == 403


def test_a_guardian_who_is_excluded_reviews_nothing_of_that_child(cast: Cast) -> None:
    held = opened(cast)
    kept = Restriction.objects.create(
        child=cast.tomas, kind="excluded", reason="x", set_by=cast.chair, starts_on=LONG_AGO
    )
    NamedPerson.objects.create(restriction=kept, user=cast.guardian)
    answer = signed_in(cast.guardian).get(f"/break-glass/reviews/{held.uuid}/")
    assert answer.status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": F("opened_at") + timedelta(hours=5)},
        {"until": F("opened_at")},
        {"closed_at": F("opened_at") - timedelta(hours=1)},
        {"words": ""},
        {"outcome": "justified"},
        {
            "reviewed_by": F("user"),
            "reviewed_at": F("until"),
            "outcome": "justified",
            "review_words": "Fine.",
        },
    ],
)
def test_the_database_refuses_what_cannot_be(cast: Cast, wrong: dict[str, Any]) -> None:
    opened(cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        BreakGlass.objects.update(**wrong)
