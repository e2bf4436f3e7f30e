"""Whose records each role reaches, through which permission, and for how long."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.access.roles import ROLES, Reach
from casetrack.audit import AuditEvent
from casetrack.models import Child, RoleAssignment, Team, User
from tests import timeline
from tests.cast import LONG_AGO, Cast, signed_in

OWN = {"Amara", "Tomas"}


def holder(cast: Cast, role: str, team: Team | None = None) -> User:
    """Somebody new who holds the role in the authority of the cast."""
    user = User.objects.create_user(f"new-{role}")
    give(user, cast, role, team)
    return user


def give(user: User, cast: Cast, role: str, team: Team | None = None) -> None:
    RoleAssignment.objects.create(
        user=user, authority=cast.authority, role=role, team=team, starts_on=LONG_AGO
    )


def seen(user: User, permission: Permission = Permission.SEE_CHILDREN) -> set[str]:
    user = User.objects.get(pk=user.pk)
    return set(Child.objects.visible_to(user, permission).values_list("first_name", flat=True))


REACHED = {
    Reach.NOBODY: set(),
    Reach.ALLOCATED: set(),  # nobody is allocated to somebody new
    Reach.TEAM: OWN | {"Third"},  # no team is named
    Reach.ADOPTION: OWN,
    Reach.AUTHORITY: OWN | {"Third"},
    Reach.WATCH: set(),
}


@pytest.mark.parametrize("role", ROLES)
def test_each_role_reads_the_records_that_it_reaches(cast: Cast, role: str) -> None:
    third = timeline.child("care 2025-01-01; plan home 2025-02-01", authority=cast.authority)
    Child.objects.filter(pk=third.pk).update(first_name="Third")
    assert seen(holder(cast, role)) == REACHED[ROLES[role].reach]


@pytest.mark.parametrize("role", ROLES)
def test_no_role_does_what_it_does_not_carry(cast: Cast, role: str) -> None:
    user = holder(cast, role)
    for permission in set(Permission) - ROLES[role].permissions:
        assert seen(user, permission) == set()


def test_only_roles_that_read_records_say_whose(cast: Cast) -> None:
    for role in ROLES.values():
        reads = Permission.SEE_CHILDREN in role.permissions
        assert reads == (role.reach not in (Reach.NOBODY, Reach.WATCH)), role.code


def test_only_the_reviewing_officers_ratify_and_review() -> None:
    for permission in (Permission.RATIFY_PLANS, Permission.RECORD_REVIEWS):
        held = {code for code, role in ROLES.items() if permission in role.permissions}
        assert held == {"iro", "iro-manager"}


def test_a_manager_of_a_team_sees_the_children_of_its_workers(cast: Cast) -> None:
    assert seen(cast.manager) == {"Amara"}


def test_a_worker_and_a_reviewing_officer_see_the_children_allocated_to_them(cast: Cast) -> None:
    assert seen(cast.social_worker) == {"Amara"}
    assert seen(cast.iro) == OWN


def test_the_guardian_watches_over_records_without_reading_them(cast: Cast) -> None:
    assert seen(cast.guardian) == set()
    assert seen(cast.guardian, Permission.REVIEW_ACCESS) == OWN


def test_an_adoption_agency_worker_may_serve_several_authorities(cast: Cast) -> None:
    user = holder(cast, "adoption-agency-worker")
    RoleAssignment.objects.create(
        user=user, authority=cast.elsewhere, role="adoption-agency-worker", starts_on=LONG_AGO
    )
    assert seen(user) == {*OWN, "Noor"}


def test_an_adoption_plan_that_has_ended_is_no_longer_reached(cast: Cast) -> None:
    user = holder(cast, "adoption-agency-worker")
    yesterday = timezone.localdate() - timedelta(days=1)
    cast.tomas.permanenceplan_facts.update(ends_on=yesterday)
    assert seen(user) == OWN  # the decision stands
    cast.tomas.adoptiondecision_facts.update(reversed_on=yesterday)
    assert seen(user) == {"Amara"}


def test_a_role_that_has_ended_reaches_nobody(cast: Cast) -> None:
    RoleAssignment.objects.filter(user=cast.chair).update(ends_on=date(2021, 1, 1))
    assert seen(cast.chair) == set()


# Two roles


def test_each_role_counts_only_for_the_children_it_reaches(cast: Cast) -> None:
    """The reviewing officer of no child who also loads the returns does not review them all."""
    user = holder(cast, "iro")
    give(user, cast, "data-officer")
    assert seen(user) == OWN
    assert seen(user, Permission.LOAD_RETURNS) == OWN
    assert seen(user, Permission.RATIFY_PLANS) == set()


def test_what_may_be_done_with_one_child_is_asked_in_one_statement(cast: Cast) -> None:
    give(cast.social_worker, cast, "legal")
    user = User.objects.get(pk=cast.social_worker.pk)
    visibility.emergencies(user)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        amara = visibility.permitted(user, cast.amara)
        tomas = visibility.permitted(user, cast.tomas)
    assert len(asked) == 2
    assert Permission.RECORD_VISITS in amara and Permission.RECORD_VISITS not in tomas
    for permission in Permission:
        reached = Child.objects.visible_to(user, permission)
        assert (permission in tomas) == reached.filter(pk=cast.tomas.pk).exists()


def test_writing_needs_a_role_that_reaches_the_child_and_may_write(cast: Cast) -> None:
    """Allocated to Amara, and reading everybody for the board's papers, one may note for Amara."""
    give(cast.social_worker, cast, "secretary")
    client = signed_in(cast.social_worker)
    for child, found in ((cast.amara, 200), (cast.tomas, 302)):
        assert client.get(f"/tracker/reason/?child={child.uuid}").status_code == found
    assert client.get(f"/children/{cast.tomas.uuid}/restrict/").status_code == 403


# Why it was allowed


def test_a_page_says_by_which_role_it_was_allowed(cast: Cast) -> None:
    signed_in(cast.manager).get("/tracker/")
    assert AuditEvent.objects.get(what="tracker").allowed_by == ["manager:North"]
    signed_in(cast.chair).get("/api/v1/children/")
    assert AuditEvent.objects.get(what="api.children").allowed_by == ["chair"]


def test_only_the_roles_that_carry_the_permission_are_named(cast: Cast) -> None:
    give(cast.chair, cast, "board-member")
    user = User.objects.get(pk=cast.chair.pk)
    assert visibility.allowed_by(user, Permission.SEE_TRACKER) == ["chair"]
    assert sorted(visibility.allowed_by(user, Permission.SEE_TOTALS)) == ["board-member", "chair"]


# Sealed records


def test_a_sealed_record_is_reached_by_nobody(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visibility, "_sealed", [])
    visibility.register_sealed(lambda today: Child.objects.filter(first_name="Amara").values("pk"))
    assert seen(cast.chair) == {"Tomas"}
    assert seen(cast.guardian, Permission.REVIEW_ACCESS) == {"Tomas"}
