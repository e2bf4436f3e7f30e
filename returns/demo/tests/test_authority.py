"""The demo authority in the database: imported without loss, added to, signed in to, made once."""

from collections.abc import Iterator
from datetime import date
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from adoption.access import with_adoption_plan
from casetrack.access import visibility
from casetrack.access.roles import ROLES
from casetrack.actions import authorities
from casetrack.models import (
    Allocation,
    AllocationRole,
    Authority,
    CarePeriod,
    Child,
    LegalStatus,
    User,
)
from permanence.models import (
    AgreedAction,
    Decision,
    Meeting,
    MeetingSeries,
    Minutes,
    PermanencePlan,
    Review,
)
from placements.models import Placement
from returns.actions.imports import Report
from returns.demo import make_up
from returns.demo.authority import Making, how_made, make
from returns.demo.removal import remove
from returns.demo.sign_ins import PASSWORD, NotHere, listed

TODAY = date(2026, 11, 23)
MAKING = Making(children=60, seed=1, today=TODAY)


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Report]:
    """One demo authority for all tests here, taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        folder = tmp_path_factory.mktemp("returns")
        report = make(code="DEMO", making=MAKING, folder=folder, say=lambda step: None)
        command("demo_authority", children=60, seed=1, today=TODAY)
        yield report
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def demo(made: Report, db: None) -> Authority:
    return Authority.objects.get(code="DEMO")


def command(name: str, **options: object) -> str:
    out = StringIO()
    call_command(name, stdout=out, **options)
    return out.getvalue()


def test_no_row_is_refused_and_none_is_doubted(made):
    assert made.refused == []
    assert made.warnings == []


def test_as_many_are_in_care_as_asked_for(demo):
    in_care = CarePeriod.objects.on(TODAY).filter(child__authority=demo)
    breaks = LegalStatus.objects.on(TODAY).filter(code__in=("V3", "V4")).values("child_id")
    assert in_care.exclude(child_id__in=breaks).count() == 60


def test_the_record_says_what_was_made_up(demo):
    """Each child's legal status and home today, through the files and the importer."""
    lives = {life.reference: life for life in make_up(children=60, seed=1, today=TODAY).lives}
    homes = Placement.objects.on(TODAY).select_related("child", "home")
    found = {one.child.reference: (one.type, one.home.name) for one in homes}
    for reference, (type, name) in found.items():
        stay = lives[reference].care.homes[-1].stay
        assert (type, name) == (stay.type, stay.name)
    statuses = LegalStatus.objects.on(TODAY).select_related("child")
    assert len(statuses) == len(found)
    for status in statuses:
        assert status.code == lives[status.child.reference].care.legal[-1][1]


def test_everybody_has_a_name_and_brothers_and_sisters_share_the_last(demo):
    assert not Child.objects.filter(first_name="").exists()
    for child in Child.objects.exclude(siblings=None):
        assert set(child.siblings.children.values_list("last_name", flat=True)) == {child.last_name}


def test_all_in_care_have_a_social_worker_and_settled_ones_a_reviewing_officer(demo):
    in_care = set(CarePeriod.objects.on(TODAY).values_list("child_id", flat=True))
    breaks = set(
        LegalStatus.objects.filter(code__in=("V3", "V4")).values_list("child_id", flat=True)
    )
    present = Allocation.objects.on(TODAY)
    workers = present.filter(role=AllocationRole.SOCIAL_WORKER).values_list("child_id", flat=True)
    officers = present.filter(role=AllocationRole.IRO).values_list("child_id", flat=True)
    assert set(workers) == in_care - breaks
    assert len(in_care - breaks - set(officers)) <= 2


def test_a_fifth_of_homes_or_so_are_far_from_the_family(demo):
    present = Placement.objects.filter(ends_on=None, child__authority=demo)
    known = present.exclude(distance_miles=None).exclude(type__startswith="A")
    far = known.filter(distance_miles__gt=20).count()
    assert known.count() > present.count() * 0.7
    assert 0.08 < far / known.count() < 0.3
    with_parents = known.filter(type="P1").values_list("distance_miles", flat=True)
    assert set(with_parents) == {0}


def test_plans_are_ratified_by_reviews(demo):
    plans = PermanencePlan.objects.filter(child__authority=demo)
    first_return = date(2022, 4, 1)
    ratified = plans.filter(ratified_on__gt=first_return, starts_on__gt=first_return)
    held = set(Review.objects.values_list("child_id", "held_on"))
    assert ratified.exists()
    for plan in ratified:
        assert (plan.child_id, plan.ratified_on) in held
    assert plans.filter(ratified_on=None).exists()
    assert AgreedAction.objects.exists()


def test_it_says_how_it_was_made(demo):
    assert how_made(demo) == MAKING
    assert demo.records_live


@pytest.mark.parametrize("role", ROLES)
def test_each_role_signs_in_and_sees_what_it_may(demo, role):
    assert authenticate(username=role, password=PASSWORD) == User.objects.get(username=role)
    user = User.objects.get(username=role)
    seen = set(Child.objects.visible_to(user).values_list("pk", flat=True))
    everybody = set(Child.objects.values_list("pk", flat=True))
    present = Allocation.objects.on(TODAY)
    mine = present.filter(worker__user=user).values_list("child_id", flat=True)
    team = present.filter(worker__team__name="Children in Care North", role="social-worker")
    adoption = set(with_adoption_plan(TODAY).values_list("child_id", flat=True))
    adopted = set(Child.objects.filter(visibility.adopted()).values_list("pk", flat=True))
    assert adopted
    reached = {
        "manager": set(team.values_list("child_id", flat=True)),
        "iro": set(mine),
        "social-worker": set(mine),
        "adoption-agency-worker": adoption,
        "agency-decision-maker": adoption,
        "board-member": set(),
        "guardian": set(),
        "adoption-records": set(),
        "administrator": set(),
    }.get(role, everybody)
    assert seen == (reached if ROLES[role].after_adoption else reached - adopted)
    assert seen or role in ("board-member", "guardian", "adoption-records", "administrator")


def test_the_sign_ins_are_printed_one_a_role(demo):
    told = command("demo_sign_ins")
    assert PASSWORD in told
    told_of = [one.username for one in listed(demo)]
    assert [name.removesuffix("-2") for name in told_of] == sorted(
        [*ROLES, "adoption-records"], key=list(ROLES).index
    )
    assert all(role in told for role in ROLES)


def test_a_second_run_changes_nothing(demo):
    before = counts()
    told = command("demo_authority", children=60, seed=1, today=TODAY)
    assert "DEMO is there" in told and "fresh" not in told
    assert counts() == before


def test_on_another_day_it_stays_as_it_is(demo):
    told = command("demo_authority", children=60, seed=1, today=date(2026, 11, 30))
    assert "--fresh" in told
    assert how_made(Authority.objects.get(code="DEMO")) == MAKING


def test_fresh_makes_it_anew(demo):
    """Its group goes too, with minutes that nothing else removes."""
    assert Minutes.objects.exists()
    told = command("demo_authority", children=20, seed=2, today=TODAY, fresh=True)
    assert "20 children" in told
    anew = Authority.objects.get(code="DEMO")
    assert anew.pk != demo.pk
    assert how_made(anew) == Making(20, 2, TODAY)
    assert not Child.objects.exclude(authority=anew).exists()
    assert not MeetingSeries.objects.exclude(authority=anew).exists()


def test_a_run_that_stops_halfway_leaves_nothing(db, monkeypatch, tmp_path):
    def stop(authority: Authority, today: date) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("returns.demo.sign_ins.make", stop)
    with pytest.raises(KeyboardInterrupt):
        make(code="NEW", making=Making(5, 1, TODAY), folder=tmp_path, say=lambda step: None)
    assert not Authority.objects.filter(code="NEW").exists()


def test_a_real_authority_is_never_touched(db):
    authorities.start(code="REAL", name="Realshire", by=None)
    with pytest.raises(CommandError, match="real authority"):
        command("demo_authority", code="REAL", fresh=True)
    with pytest.raises(NotHere, match="not a demo"):
        remove(Authority.objects.get(code="REAL"))
    assert Authority.objects.filter(code="REAL").exists()


def test_neither_command_runs_in_production(db, settings):
    settings.PRODUCTION = True
    for name in ("demo_authority", "demo_sign_ins"):
        with pytest.raises(CommandError, match="production"):
            command(name, code="NEW")
    assert not Authority.objects.filter(code="NEW").exists()


def test_sign_ins_are_asked_for_before_the_demo_is_made(db):
    with pytest.raises(CommandError, match="not made yet"):
        command("demo_sign_ins", code="NEW")


def counts() -> list[int]:
    tables = (Child, CarePeriod, LegalStatus, Placement, Allocation, PermanencePlan, AgreedAction)
    tables += (Decision, Meeting)
    return [table.objects.count() for table in tables]
