"""One reviewing officer is away and another stands in: who then reaches whom, and for how long."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.actions import cover as covering
from casetrack.actions import people, restrictions
from casetrack.audit import AuditEvent
from casetrack.looks import why_allowed
from casetrack.models import Allocation, Child, Cover, Restriction, RoleAssignment, User, Worker
from tests.cast import Cast, a_user, a_worker, signed_in

TODAY = timezone.localdate()
WEEK = timedelta(days=7)


@pytest.fixture
def other(cast: Cast) -> Worker:
    """Another officer of the authority, who has no child of their own."""
    user = a_user("other-iro", cast.authority, "iro")
    return a_worker(cast.authority, "O. Brandt", None, user)


@pytest.fixture
def absent(cast: Cast) -> Worker:
    """The officer of Amara and Tomas."""
    return cast.iro.worker


def away(absent: Worker, stands_in: Worker, starts_on: date = TODAY, days: int = 14) -> Cover:
    return covering.arrange(
        absent=absent,
        stands_in=stands_in,
        starts_on=starts_on,
        ends_on=starts_on + timedelta(days=days),
        by=None,
    )


def seen(worker: Worker, permission: Permission = Permission.SEE_CHILDREN) -> set[str]:
    user = User.objects.get(pk=worker.user_id)
    return set(Child.objects.visible_to(user, permission).values_list("first_name", flat=True))


def test_who_stands_in_reaches_the_children_of_who_is_away(
    cast: Cast, other: Worker, absent: Worker
) -> None:
    assert seen(other) == set()
    away(absent, other)
    for permission in (Permission.SEE_CHILDREN, Permission.RECORD_REVIEWS, Permission.RATIFY_PLANS):
        assert seen(other, permission) == {"Amara", "Tomas"}
    assert seen(absent) == {"Amara", "Tomas"}
    assert not Allocation.objects.filter(worker=other).exists()


@pytest.mark.parametrize(
    ("starts_on", "days", "reached"),
    [
        (TODAY, 1, True),
        (TODAY - WEEK, 8, True),
        (TODAY - WEEK, 7, False),  # today is the first day back
        (TODAY + timedelta(days=1), 7, False),
    ],
)
def test_only_while_it_runs(
    other: Worker, absent: Worker, starts_on: date, days: int, reached: bool
) -> None:
    away(absent, other, starts_on, days)
    assert bool(seen(other)) == reached


def test_a_restricted_child_stays_with_the_people_named(
    cast: Cast, other: Worker, absent: Worker
) -> None:
    restrictions.restrict(
        child=cast.amara,
        kind=Restriction.Kind.RESTRICTED,
        reason="A relative works here.",
        people=[cast.manager, cast.iro, cast.chair],
        on=TODAY,
        by=cast.guardian,
    )
    away(absent, other)
    assert seen(other) == {"Tomas"}
    assert seen(absent) == {"Amara", "Tomas"}


def test_cover_is_not_passed_on(cast: Cast, other: Worker, absent: Worker) -> None:
    """The third stands in for the second, who stood in for the first before being away too."""
    third = a_worker(cast.authority, "T. Hale", None, a_user("third", cast.authority, "iro"))
    away(absent, other)
    away(other, third)
    assert seen(third) == set()


def test_of_a_social_worker_nothing_is_covered(cast: Cast, other: Worker) -> None:
    """The children of one who is no officer are not reached, whoever is said to stand in."""
    end = TODAY + WEEK
    Cover.objects.create(absent=cast.north_worker, stands_in=other, starts_on=TODAY, ends_on=end)
    assert seen(other) == set()
    Cover.objects.create(
        absent=cast.iro.worker, stands_in=cast.north_worker, starts_on=TODAY, ends_on=end
    )
    assert seen(cast.north_worker) == {"Amara"}  # as social worker, and not Tomas


def test_a_child_who_changes_officer_meanwhile_is_reached_with_the_new_one(
    cast: Cast, other: Worker, absent: Worker
) -> None:
    new = a_worker(cast.authority, "N. Ito", None, a_user("new-iro", cast.authority, "iro"))
    away(absent, other)
    people.allocate(child=cast.amara, worker=new, role="iro", on=TODAY, by=None)
    assert seen(other) == {"Tomas"}


def test_it_is_one_statement(cast: Cast, other: Worker, absent: Worker) -> None:
    away(absent, other)
    user = User.objects.get(pk=other.user_id)
    visibility.assignments(user)
    visibility.emergencies(user)
    with CaptureQueriesContext(connection) as asked:
        assert len(Child.objects.visible_to(user, Permission.SEE_CHILDREN)) == 2
        assert Permission.RECORD_REVIEWS in visibility.permitted(user, cast.amara)
    assert len(asked) == 2


def test_a_look_says_for_whom_they_stood_in(cast: Cast, other: Worker, absent: Worker) -> None:
    away(absent, other)
    signed_in(other.user).get(f"/children/{cast.amara.uuid}/")
    allowed = AuditEvent.objects.get(what="child", username="other-iro").allowed_by
    assert allowed == ["iro", "cover:I. Ashdown"]
    assert why_allowed(allowed) == (
        "Independent Reviewing Officer (IRO); Standing in for I. Ashdown"
    )


# Arranging it


def test_arranging_it_is_in_the_audit_without_a_name(
    cast: Cast, other: Worker, absent: Worker
) -> None:
    made = covering.arrange(
        absent=absent, stands_in=other, starts_on=TODAY, ends_on=TODAY + WEEK, by=cast.chair
    )
    event = AuditEvent.objects.get(what="cover.arranged")
    assert (event.username, event.children) == ("chair", [])
    assert event.details == {"absent": absent.pk, "stands_in": other.pk}
    assert (made.absent, made.stands_in, made.ends_on) == (absent, other, TODAY + WEEK)


def test_what_cannot_be_arranged_is_said(cast: Cast, other: Worker, absent: Worker) -> None:
    elsewhere = a_worker(cast.elsewhere, "E. Far", None, a_user("far", cast.elsewhere, "iro"))
    unsigned = a_worker(cast.authority, "U. Nameless", None, None)
    later = TODAY + WEEK

    def why(absent: Worker, stands_in: Worker, starts: date = TODAY, ends: date = later) -> str:
        return covering.why_not_arrange(absent, stands_in, starts, ends)

    assert "stands in for themselves" in why(absent, absent)
    assert "one authority" in why(absent, elsewhere)
    assert "after the first day away" in why(absent, other, TODAY, TODAY)
    for nobody in (unsigned, cast.north_worker):
        assert "must be a reviewing officer who signs in" in why(absent, nobody)
    assert why(absent, other) == ""
    away(absent, other)
    assert "in that time already" in why(absent, other)
    assert why(absent, other, TODAY + 2 * WEEK, TODAY + 3 * WEEK) == ""
    assert "is away in that time" in why(other, absent)
    with pytest.raises(covering.CoverRefused, match="already"):
        away(absent, other)
    assert Cover.objects.count() == 1


def test_whose_role_has_not_begun_cannot_stand_in(
    cast: Cast, other: Worker, absent: Worker
) -> None:
    RoleAssignment.objects.filter(user=other.user).update(starts_on=TODAY + WEEK)
    assert "signs in to Casetrack by that day" in covering.why_not_arrange(
        absent, other, TODAY, TODAY + WEEK
    )
    User.objects.filter(pk=other.user_id).update(is_active=False)
    later = TODAY + WEEK
    assert covering.why_not_arrange(absent, other, later, later + WEEK)


def test_the_database_keeps_one_at_a_time(cast: Cast, other: Worker, absent: Worker) -> None:
    third = a_worker(cast.authority, "T. Hale", None, a_user("third", cast.authority, "iro"))
    made = away(absent, other)
    second = Cover(absent=absent, stands_in=third, starts_on=TODAY + WEEK, ends_on=TODAY + 9 * WEEK)
    with pytest.raises(IntegrityError), transaction.atomic():
        second.save()
    with pytest.raises(ValidationError):
        Cover(absent=absent, stands_in=absent, starts_on=TODAY, ends_on=TODAY).full_clean()
    assert list(Cover.objects.all()) == [made]


# Ending it


def test_an_officer_who_is_back_sooner(cast: Cast, other: Worker, absent: Worker) -> None:
    made = away(absent, other, TODAY - WEEK, 14)
    covering.end(cover=made, on=TODAY, by=cast.chair)
    made.refresh_from_db()
    assert made.ends_on == TODAY
    assert seen(other) == set()
    assert AuditEvent.objects.get(what="cover.ended").username == "chair"
    with pytest.raises(covering.CoverRefused, match="over already"):
        covering.end(cover=made, on=TODAY, by=cast.chair)


@pytest.mark.parametrize("days", [0, 3])
def test_what_had_not_begun_leaves_no_period_behind(
    cast: Cast, other: Worker, absent: Worker, days: int
) -> None:
    made = away(absent, other, TODAY + timedelta(days=days))
    covering.end(cover=made, on=TODAY, by=cast.chair)
    assert not Cover.objects.exists()
    history = Cover.pgh_event_model.objects.values_list("pgh_label", flat=True)  # type: ignore[attr-defined]
    assert sorted(history) == ["delete", "insert"]


def test_officers_are_those_with_the_role_or_with_a_child(cast: Cast, other: Worker) -> None:
    found = set(covering.officers(cast.authority, TODAY))
    assert found == {cast.iro.worker, other}
    RoleAssignment.objects.filter(user__in=[cast.iro, other.user]).update(ends_on=TODAY)
    assert set(covering.officers(cast.authority, TODAY)) == {cast.iro.worker}
    assert not covering.standing_in(cast.authority, TODAY).exists()
