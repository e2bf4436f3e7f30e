"""What the actions of the ground floor record, refuse, and leave in the audit and the history."""

from datetime import date

import pytest

from casetrack import dates
from casetrack.actions import authorities, calendar, care, children, legal, people
from casetrack.actions.refusal import Refused
from casetrack.models import (
    Allocation,
    AuditEvent,
    Authority,
    CalendarDay,
    CarePeriod,
    Child,
    CourtOrder,
    LegalStatus,
    Origin,
    PreviousPermanence,
    SiblingGroup,
    User,
    Worker,
)

DAY = date.fromisoformat


@pytest.fixture
def authority(db: None) -> Authority:
    return authorities.start(code="TEST", name="Testshire", by=None)


@pytest.fixture
def child(authority: Authority) -> Child:
    return children.record(authority=authority, reference="a1", born_on=DAY("2015-03-02"), by=None)


@pytest.fixture
def in_care(child: Child) -> Child:
    care.start(child=child, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    return child


@pytest.fixture
def workers(authority: Authority) -> list[Worker]:
    new = [people.NewWorker("SW1", "Ada Moss"), people.NewWorker("SW2", "Ben Lowe")]
    held = people.record_workers(authority=authority, workers=new, by=None)
    return [held["SW1"], held["SW2"]]


def last_event() -> AuditEvent:
    return AuditEvent.objects.order_by("-at").first()


# Authorities


def test_an_authority_starts_once(authority):
    assert last_event().what == "authority.started"
    with pytest.raises(authorities.AuthorityRefused, match="already an authority"):
        authorities.start(code="TEST", name="Again", by=None)
    with pytest.raises(authorities.AuthorityRefused, match="Enter a code"):
        authorities.start(code=" ", name="None", by=None)


def test_people_begin_to_record_live(authority):
    authorities.record_live(authority=authority, by=None)
    authority.refresh_from_db()
    assert authority.records_live


def test_people_begin_to_record_from_a_day(authority, in_care):
    said = {"authority": authority, "today": DAY("2026-03-31"), "by": None}
    authorities.record_from(**said, on=DAY("2024-01-10"), why="Trained")
    authorities.record_from(**said, on=DAY("2026-04-30"), why=" Later than thought ", live=True)
    authority.refresh_from_db()
    assert authority.recorded_from == DAY("2026-04-30") and authority.records_live
    event = AuditEvent.objects.get(what="authority.recorded_from", details__before="2024-01-10")
    assert event.details["recorded_from"] == "2026-04-30" and event.children == [in_care.pk]
    told = Authority.pgh_event_model.objects.order_by("pgh_id").last()
    assert told.pgh_context["why"] == "Later than thought"


@pytest.mark.parametrize(
    ("on", "why", "said"),
    [
        ("2026-05-01", "Trained", "Enter a day up to 30 April 2026"),
        ("2024-01-09", "Trained", "Enter a day from 10 January 2024"),
        ("2026-03-02", " ", "Write why"),
    ],
)
def test_nobody_records_from_such_a_day(authority, in_care, on, why, said):
    with pytest.raises(authorities.AuthorityRefused, match=said):
        authorities.record_from(
            authority=authority, on=DAY(on), today=DAY("2026-03-31"), why=why, by=None
        )
    authority.refresh_from_db()
    assert authority.recorded_from is None


def test_where_nobody_is_in_care_yet_any_day_past_will_do(authority):
    on, today = DAY("2001-01-01"), DAY("2026-03-31")
    assert not authorities.why_not_record_from(authority=authority, on=on, today=today)


# Children


def test_a_child_is_recorded_under_a_tidy_reference(child):
    assert child.reference == "A1"
    assert last_event().what == "child.recorded" and last_event().children == [child.pk]


@pytest.mark.parametrize(
    "reference, born, words",
    [(" ", "2015-01-01", "reference"), ("A1 ", "2015-01-01", "not free"), ("B2", None, "birth")],
)
def test_a_child_is_not_recorded_so(child, authority, reference, born, words):
    with pytest.raises(children.ChildRefused, match=words):
        children.record(
            authority=authority, reference=reference, born_on=born and DAY(born), by=None
        )


def test_many_names_at_once_spare_those_that_are_there(child, authority):
    other = children.record(
        authority=authority, reference="B2", born_on=DAY("2016-01-01"), first_name="Isla", by=None
    )
    names = {"A1": ("Kai", "Moss"), "B2": ("No", "Body"), "C3": ("Not", "Here")}
    found = children.name_all(authority=authority, names=names, by=None)
    assert found == {"A1": child.pk, "B2": other.pk}
    assert [c.first_name for c in Child.objects.order_by("reference")] == ["Kai", "Isla"]


def test_brothers_and_sisters_join_leave_and_merge(authority):
    a, b, c, d = (
        children.record(authority=authority, reference=r, born_on=DAY("2015-01-01"), by=None)
        for r in "ABCD"
    )
    children.join_siblings(children=[a, b], by=None)
    children.join_siblings(children=[c, d], by=None)
    group = children.join_siblings(children=[b, c], by=None)
    assert set(group.children.all()) == {a, b, c, d}
    assert SiblingGroup.objects.count() == 1
    children.leave_siblings(child=b, by=None)
    assert set(group.children.all()) == {a, c, d}
    with pytest.raises(children.SiblingsRefused, match="No brothers or sisters"):
        children.leave_siblings(child=b, by=None)


def test_brothers_and_sisters_are_two_at_least_and_of_one_authority(child):
    with pytest.raises(children.SiblingsRefused, match="two children"):
        children.join_siblings(children=[child, child], by=None)
    elsewhere = authorities.start(code="ELSE", name="Elsewhere", by=None)
    other = children.record(authority=elsewhere, reference="X", born_on=DAY("2015-01-01"), by=None)
    with pytest.raises(children.SiblingsRefused, match="one authority"):
        children.join_siblings(children=[child, other], by=None)


def test_many_groups_at_once(authority):
    made = [
        children.record(authority=authority, reference=r, born_on=DAY("2015-01-01"), by=None)
        for r in "ABCD"
    ]
    ids = [child.pk for child in made]
    children.join_all(authority=authority, groups=[ids[:2], ids[2:]], by=None)
    groups = Child.objects.order_by("pk").values_list("siblings", flat=True)
    assert groups[0] == groups[1] != groups[2] == groups[3]


# Care and legal status


def test_care_starts_and_ends_with_its_legal_status(in_care):
    legal.start(child=in_care, code="V2", on=DAY("2024-01-10"), by=None)
    period = care.end(child=in_care, on=DAY("2024-05-01"), reason="E4A", by=None)
    assert (period.origin, period.ends_on) == (Origin.PERSON, DAY("2024-05-01"))
    assert LegalStatus.objects.get().ends_on == DAY("2024-05-01")
    assert last_event().details == {"reason": "E4A"}


@pytest.mark.parametrize(
    "on, need, words",
    [
        ("2015-03-01", "N1", "before the child was born"),
        ("2024-03-01", "N1", "in care on that day"),
        ("2023-03-01", "N1", "in care on that day"),
    ],
)
def test_care_does_not_start_so(in_care, on, need, words):
    with pytest.raises(care.CareRefused, match=words):
        care.start(child=in_care, on=DAY(on), category_of_need=need, by=None)


def test_care_needs_a_known_category_and_reason(child):
    with pytest.raises(care.CareRefused, match="main reason"):
        care.start(child=child, on=DAY("2024-01-10"), category_of_need="N9", by=None)
    care.start(child=child, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    with pytest.raises(care.CareRefused, match="why the child left"):
        care.end(child=child, on=DAY("2024-05-01"), reason="X1", by=None)


def test_care_does_not_end_so(child):
    with pytest.raises(care.CareRefused, match="not in care"):
        care.end(child=child, on=DAY("2024-05-01"), reason="E4A", by=None)
    care.start(child=child, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    with pytest.raises(care.CareRefused, match="after the day it started"):
        care.end(child=child, on=DAY("2024-01-10"), reason="E4A", by=None)
    legal.start(child=child, code="V2", on=DAY("2024-02-01"), by=None)
    with pytest.raises(care.CareRefused, match="legal status starts"):
        care.end(child=child, on=DAY("2024-02-01"), reason="E4A", by=None)
    assert CarePeriod.objects.get().ends_on is None


def test_previous_permanence_may_be_known_in_part(child):
    care.record_previous_permanence(
        child=child, kind="P1", ordering_authority="806", ordered_on="zz/05/2018", by=None
    )
    assert PreviousPermanence.objects.get().ordered_on == "zz/05/2018"


def test_an_interim_order_ends_and_a_care_order_lives_on_under_a_placement_order(in_care):
    for code, on in (("C1", "2024-01-10"), ("C2", "2024-06-01"), ("E1", "2024-08-01")):
        legal.start(child=in_care, code=code, on=DAY(on), by=None)
    orders = CourtOrder.objects.order_by("made_on").values_list("kind", "ended_on")
    assert list(orders) == [
        ("interim-care", DAY("2024-06-01")),
        ("care", None),
        ("placement", None),
    ]
    assert LegalStatus.objects.on(DAY("2024-07-01")).get().code == "C2"


@pytest.mark.parametrize(
    "code, on, words",
    [
        ("C9", "2024-03-01", "Choose"),
        ("C1", "2023-03-01", "not in care"),
        ("C1", "2024-02-01", "later day"),
        ("C1", "2024-03-01", "already has"),
    ],
)
def test_a_legal_status_does_not_start_so(in_care, code, on, words):
    legal.start(child=in_care, code="C1", on=DAY("2024-02-01"), by=None)
    with pytest.raises(legal.LegalStatusRefused, match=words):
        legal.start(child=in_care, code=code, on=DAY(on), by=None)


def test_an_order_is_recorded_once_and_ends_after_it_is_made(child):
    order = legal.record_order(child=child, kind="supervision", made_on=DAY("2024-01-01"), by=None)
    for kind, words in (("supervision", "already recorded"), ("other", "kind of order")):
        with pytest.raises(legal.OrderRefused, match=words):
            legal.record_order(child=child, kind=kind, made_on=DAY("2024-01-01"), by=None)
    with pytest.raises(legal.OrderRefused, match="after the day"):
        legal.end_order(order=order, on=DAY("2024-01-01"), by=None)
    legal.end_order(order=order, on=DAY("2024-12-31"), by=None)
    with pytest.raises(legal.OrderRefused, match="already ended"):
        legal.end_order(order=order, on=DAY("2024-12-31"), by=None)


# People


def test_the_next_worker_takes_over_on_the_day(child, workers):
    for worker, on in zip(workers, ("2024-01-01", "2024-03-01"), strict=True):
        people.allocate(child=child, worker=worker, role="social-worker", on=DAY(on), by=None)
    rows = Allocation.objects.order_by("starts_on").values_list("worker", "ends_on")
    assert list(rows) == [(workers[0].pk, DAY("2024-03-01")), (workers[1].pk, None)]
    people.end_allocation(child=child, role="social-worker", on=DAY("2024-04-01"), by=None)
    with pytest.raises(people.AllocationRefused, match="Nobody is allocated"):
        people.end_allocation(child=child, role="social-worker", on=DAY("2024-04-01"), by=None)


@pytest.mark.parametrize(
    "who, role, on, words",
    [
        (0, "social-worker", "2024-02-01", "already allocated"),
        (1, "social-worker", "2024-01-01", "later day"),
        (1, "cook", "2024-02-01", "social worker or the reviewing officer"),
    ],
)
def test_a_child_is_not_allocated_so(child, workers, who, role, on, words):
    people.allocate(
        child=child, worker=workers[0], role="social-worker", on=DAY("2024-01-01"), by=None
    )
    with pytest.raises(people.AllocationRefused, match=words):
        people.allocate(child=child, worker=workers[who], role=role, on=DAY(on), by=None)


def test_a_worker_of_another_authority_is_refused(child):
    elsewhere = authorities.start(code="ELSE", name="Elsewhere", by=None)
    held = people.record_workers(
        authority=elsewhere, workers=[people.NewWorker("SW9", "Cy Bell")], by=None
    )
    with pytest.raises(people.AllocationRefused, match="authority that looks after"):
        people.allocate(child=child, worker=held["SW9"], role="iro", on=DAY("2024-01-01"), by=None)


def test_recording_workers_again_keeps_them(authority, workers):
    held = people.record_workers(
        authority=authority, workers=[people.NewWorker("SW1", "Another Name")], by=None
    )
    assert held["SW1"] == workers[0] and held["SW1"].name == "Ada Moss"


def test_many_allocations_at_once(child, authority, workers):
    new = [people.NewAllocation(child.pk, workers[0].pk, "iro", DAY("2024-01-01"))]
    assert people.allocate_all(authority=authority, allocations=new, by=None) == 1
    assert last_event().children == [child.pk]


def test_a_role_is_held_for_a_time(authority):
    user = people.start_sign_in(
        username="ida", first_name="Ida", last_name="Bell", email="", password="x", by=None
    )
    team = people.start_team(authority=authority, name="North", by=None)
    assert people.start_team(authority=authority, name="North", by=None) == team
    held = people.assign_role(
        user=user, authority=authority, role="manager", team=team, on=DAY("2024-01-01"), by=None
    )
    for role, words in (("manager", "already holds"), ("king", "Choose one")):
        with pytest.raises(people.RoleRefused, match=words):
            people.assign_role(
                user=user, authority=authority, role=role, on=DAY("2024-02-01"), by=None
            )
    with pytest.raises(people.RoleRefused, match="after the day"):
        people.end_role(assignment=held, on=DAY("2024-01-01"), by=None)
    people.end_role(assignment=held, on=DAY("2024-05-01"), by=None)
    with pytest.raises(people.RoleRefused, match="already ended"):
        people.end_role(assignment=held, on=DAY("2024-05-01"), by=None)


def test_a_worker_is_linked_to_who_signs_in(authority, workers):
    user = User.objects.create(username="ada")
    people.link_sign_in(worker=workers[0], user=user, by=None)
    assert user.worker == workers[0]


# The calendar


def test_a_new_bank_holiday_renumbers_the_working_days_from_there_on(child):
    before = dict(CalendarDay.objects.values_list("day", "working_number"))
    monday = DAY("2027-03-01")
    day = calendar.add_bank_holiday(on=monday, name="Coronation", by=None)
    after = dict(CalendarDay.objects.values_list("day", "working_number"))
    assert not day.is_working
    for moved in (DAY("2027-02-28"), monday, DAY("2040-01-01")):
        assert after[moved] == before[moved] - (moved >= monday)
    assert last_event().children == [child.pk]
    holidays = set(CalendarDay.objects.exclude(holiday="").values_list("day", flat=True))
    counted = dates.add_working_days(DAY("2027-02-26"), 3, holidays)
    assert after[counted] - after[DAY("2027-02-26")] == 3


@pytest.mark.parametrize(
    "on, words",
    [("2026-12-25", "already"), ("2027-02-27", "weekend"), ("1989-01-01", "does not reach")],
)
def test_a_day_does_not_become_a_holiday_so(db, on, words):
    with pytest.raises(calendar.HolidayRefused, match=words):
        calendar.add_bank_holiday(on=DAY(on), name="Another", by=None)


def test_a_refusal_can_always_be_shown():
    assert str(Refused("Choose a day.")) == "Choose a day."
    assert str(Refused()) == "This could not be recorded."
