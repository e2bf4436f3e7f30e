"""Keeping a record to named people or from them, and the page that sees that somebody watches."""

from collections.abc import Iterable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.access.permissions import Permission
from casetrack.actions import restrictions
from casetrack.actions.restrictions import RestrictionRefused
from casetrack.audit import AuditEvent
from casetrack.models import Child, NamedPerson, Restriction, RoleAssignment, User
from tests.cast import LONG_AGO, Cast, signed_in

KINDS = Restriction.Kind


def restrict(cast: Cast, people: Iterable[User], kind: str = KINDS.RESTRICTED, **given: Any):
    return restrictions.restrict(
        **{
            "child": cast.amara,
            "kind": kind,
            "reason": "A threat was made.",
            "people": list(people),
            "on": timezone.localdate(),
            "by": cast.service_manager,
        }
        | given
    )


def watching(cast: Cast) -> list[User]:
    return [cast.manager, cast.iro, cast.chair]


def sees(user: User, permission: Permission = Permission.SEE_CHILDREN) -> bool:
    user = User.objects.get(pk=user.pk)
    return Child.objects.visible_to(user, permission).filter(first_name="Amara").exists()


# What holds


def test_only_named_people_see_a_restricted_record(cast: Cast) -> None:
    assert sees(cast.service_manager) and sees(cast.social_worker)
    restrict(cast, watching(cast))
    assert all(sees(user) for user in watching(cast))
    assert not any(
        sees(user) for user in (cast.service_manager, cast.social_worker, cast.data_officer)
    )


def test_a_named_person_sees_it_whatever_their_team(cast: Cast) -> None:
    """So the manager named to watch her waits still does once her worker changes the team."""
    cast.north_worker.allocations.all().delete()
    assert not sees(cast.manager)
    restrict(cast, watching(cast))
    assert sees(cast.manager)


def test_naming_gives_nobody_what_their_role_does_not(cast: Cast) -> None:
    restrict(cast, watching(cast))
    assert not sees(cast.chair, Permission.RATIFY_PLANS)


def test_whoever_is_excluded_does_not_see_it(cast: Cast) -> None:
    restrict(cast, [cast.data_officer], KINDS.EXCLUDED)
    assert not sees(cast.data_officer)
    assert sees(cast.chair)


def test_being_excluded_outweighs_being_named(cast: Cast) -> None:
    restrict(cast, [*watching(cast), cast.data_officer])
    restrict(cast, [cast.data_officer], KINDS.EXCLUDED)
    assert not sees(cast.data_officer)


def test_the_guardian_watches_over_restricted_records_but_not_where_excluded(cast: Cast) -> None:
    restrict(cast, watching(cast))
    assert sees(cast.guardian, Permission.SEE_WHO_LOOKED)
    assert not sees(cast.guardian)
    held = Restriction.objects.create(
        child=cast.amara, kind=KINDS.EXCLUDED, reason="x", set_by=cast.chair, starts_on=LONG_AGO
    )
    NamedPerson.objects.create(restriction=held, user=cast.guardian)
    assert not sees(cast.guardian, Permission.SEE_WHO_LOOKED)


def test_a_restriction_that_is_lifted_no_longer_holds(cast: Cast) -> None:
    held = restrict(cast, watching(cast))
    Restriction.objects.filter(pk=held.pk).update(starts_on=LONG_AGO)
    lift(cast)
    assert sees(cast.service_manager)
    held.refresh_from_db()
    assert held.ends_on == timezone.localdate()


def lift(cast: Cast) -> None:
    restrictions.lift(
        child=cast.amara, kind=KINDS.RESTRICTED, on=timezone.localdate(), by=cast.guardian
    )


def test_one_lifted_on_its_first_day_leaves_no_period_but_a_history(cast: Cast) -> None:
    restrict(cast, watching(cast))
    lift(cast)
    assert not Restriction.objects.exists()
    history = apps.get_model("casetrack", "RestrictionEvent").objects.order_by("pgh_id")
    assert list(history.values_list("pgh_label", flat=True)) == ["insert", "delete"]
    labels = AuditEvent.objects.filter(kind="write").values_list("what", flat=True)
    assert {"child.restricted", "child.restriction-lifted"} <= set(labels)
    with pytest.raises(RestrictionRefused, match="in force any more"):
        lift(cast)


def test_the_people_of_a_restriction_change_while_it_holds(cast: Cast) -> None:
    first = restrict(cast, [*watching(cast), cast.data_officer])
    second = restrict(cast, watching(cast), reason="As agreed with the police.")
    assert first.pk == second.pk
    assert not sees(cast.data_officer)
    assert second.people.count() == 3
    assert AuditEvent.objects.filter(what="child.restricted").count() == 2


# What is refused


@pytest.mark.parametrize("missing", ["manager", "iro", "chair"])
def test_somebody_must_go_on_watching_the_waits(cast: Cast, missing: str) -> None:
    left = [user for user in watching(cast) if user.username != missing]
    with pytest.raises(RestrictionRefused, match="go on watching"):
        restrict(cast, [*left, cast.data_officer])
    assert not Restriction.objects.exists()


def test_those_who_watch_a_restricted_record_are_not_excluded_from_it(cast: Cast) -> None:
    restrict(cast, watching(cast))
    with pytest.raises(RestrictionRefused, match="the chair of"):
        restrict(cast, [cast.chair], KINDS.EXCLUDED)


@pytest.mark.parametrize("who", ["stranger", "board_member", "guardian", "nobody"])
def test_only_people_who_read_records_of_the_authority_are_named(cast: Cast, who: str) -> None:
    with pytest.raises(RestrictionRefused, match="cannot read records"):
        restrict(cast, [*watching(cast), getattr(cast, who)])


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"kind": "hidden"}, "Choose who"),
        ({"reason": "  "}, "Write why"),
        ({"reason": "x" * 501}, "500 characters"),
        ({"people": []}, "at least one person"),
    ],
)
def test_what_cannot_be(cast: Cast, given: dict[str, Any], words: str) -> None:
    with pytest.raises(RestrictionRefused, match=words):
        restrict(cast, **{"people": watching(cast)} | given)


def test_the_database_refuses_two_of_a_kind(cast: Cast) -> None:
    restrict(cast, watching(cast))
    with pytest.raises(IntegrityError), transaction.atomic():
        Restriction.objects.create(
            child=cast.amara,
            kind=KINDS.RESTRICTED,
            reason="again",
            set_by=cast.chair,
            starts_on=timezone.localdate(),
        )


# The page of one child


def form_of(cast: Cast, people: Iterable[User], kind: str = KINDS.RESTRICTED) -> dict[str, Any]:
    return {"kind": kind, "reason": "A threat.", "people": [str(user.uuid) for user in people]}


def address(cast: Cast) -> str:
    return f"/children/{cast.amara.uuid}/restrict/"


def test_a_service_manager_restricts_a_record(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    page = client.get(address(cast)).content.decode()
    assert "A1" in page and "Amara" not in page
    answer = client.post(address(cast), form_of(cast, [*watching(cast), cast.service_manager]))
    assert answer["Location"] == address(cast)
    page = client.get(address(cast)).content.decode()
    assert "only these people may see it" in page and "A threat." in page
    client.post(f"{address(cast)}lift/", {"kind": KINDS.RESTRICTED})
    assert "Nobody is kept from it" in client.get(address(cast)).content.decode()


def test_whoever_does_not_name_themselves_is_led_away(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    assert client.post(address(cast), form_of(cast, watching(cast)))["Location"] == "/"
    assert client.get(address(cast)).status_code == 404


def test_the_guardian_lifts_what_nobody_else_reaches(cast: Cast) -> None:
    restrict(cast, watching(cast))
    client = signed_in(cast.guardian)
    page = client.get(address(cast)).content.decode()
    assert "Amara" not in page and "Bello" not in page
    answer = client.post(f"{address(cast)}lift/", {"kind": KINDS.RESTRICTED})
    assert answer["Location"] == "/restrictions/"
    assert sees(cast.service_manager)


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(cast: Cast) -> None:
    client = signed_in(cast.service_manager)
    page = client.post(address(cast), form_of(cast, [cast.chair])).content.decode()
    assert "There is a problem" in page and "go on watching" in page
    assert "A threat." in page
    assert f'value="{cast.chair.uuid}" checked' in page
    page = client.post(address(cast), {"kind": "", "people": ["made-up"]}).content.decode()
    assert "Choose from the people on this page" in page


def test_only_some_may_restrict(cast: Cast) -> None:
    assert signed_in(cast.manager).get(address(cast)).status_code == 403


# The guardian's page


def test_the_guardian_sees_the_restrictions_in_force(cast: Cast) -> None:
    restrict(cast, watching(cast))
    page = signed_in(cast.guardian).get("/restrictions/").content.decode()
    assert "Every restricted record is watched" in page
    assert "A1" in page and "chair" in page
    assert "Amara" not in page and "Bello" not in page
    assert AuditEvent.objects.get(what="restrictions").children == [cast.amara.pk]


@pytest.mark.parametrize("leaving", ["manager", "iro", "chair"])
def test_a_record_whose_watcher_has_left_the_role_is_shown(cast: Cast, leaving: str) -> None:
    restrict(cast, watching(cast))
    RoleAssignment.objects.filter(role=leaving).update(ends_on=timezone.localdate())
    held = Restriction.objects.with_watchers(timezone.localdate()).get()
    assert len(held.missing) == 1
    page = signed_in(cast.guardian).get("/restrictions/").content.decode()
    assert "1 restricted record without everybody who should watch it" in page
    assert held.missing[0] in page


def test_who_may_not_sign_in_any_more_watches_nothing(cast: Cast) -> None:
    restrict(cast, watching(cast))
    User.objects.filter(pk=cast.iro.pk).update(is_active=False)
    assert Restriction.objects.with_watchers(timezone.localdate()).get().missing == [
        "a reviewing officer (IRO)"
    ]


def test_the_guardian_of_one_authority_does_not_see_the_others(cast: Cast) -> None:
    Restriction.objects.create(
        child=cast.noor, kind=KINDS.EXCLUDED, reason="x", set_by=cast.stranger, starts_on=LONG_AGO
    )
    page = signed_in(cast.guardian).get("/restrictions/").content.decode()
    assert "No record is restricted today" in page


def test_the_page_asks_as_much_for_one_as_for_many(cast: Cast) -> None:
    def asked() -> int:
        client = signed_in(cast.guardian)
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/restrictions/").status_code == 200
        return len(queries)

    restrict(cast, watching(cast))
    before = asked()
    restrict(cast, watching(cast), child=cast.tomas)
    assert asked() == before
