"""Moving in, moving, moving out, and going missing: what is recorded and what is refused."""

from datetime import date
from decimal import Decimal

import pytest

from casetrack.actions import authorities, care, children
from casetrack.models import Authority, Child, Origin
from placements.actions import homes, missing, placements
from placements.models import Carer, Home, MissingEpisode, Placement

DAY = date.fromisoformat


@pytest.fixture
def authority(db: None) -> Authority:
    return authorities.start(code="TEST", name="Testshire", by=None)


@pytest.fixture
def child(authority: Authority) -> Child:
    made = children.record(authority=authority, reference="A1", born_on=DAY("2015-03-02"), by=None)
    care.start(child=made, on=DAY("2024-01-10"), category_of_need="N1", by=None)
    return made


@pytest.fixture
def home(authority: Authority) -> Home:
    return homes.record(authority=authority, name="Sue Hall", by=None)


@pytest.fixture
def living(child: Child, home: Home) -> Child:
    placements.start(child=child, home=home, type="U6", on=DAY("2024-01-10"), by=None)
    return child


def test_a_child_moves_and_the_home_before_ends_with_its_reason(living, authority, home):
    other = homes.record(authority=authority, postcode="ZZ1 1AA", by=None)
    moved = placements.move(
        child=living,
        home=other,
        type="U4",
        on=DAY("2024-06-01"),
        reason="CARPL",
        provider="PR1",
        by=None,
    )
    first = Placement.objects.get(home=home)
    assert (first.ends_on, first.end_reason) == (DAY("2024-06-01"), "CARPL")
    assert (moved.provider, moved.origin) == ("PR1", Origin.PERSON)
    ended = placements.end(child=living, on=DAY("2024-07-01"), by=None)
    assert ended == moved and ended.ends_on == DAY("2024-07-01")


def test_the_same_carers_home_becomes_of_another_kind(living, home):
    placements.move(
        child=living, home=home, type="U4", on=DAY("2024-06-01"), reason="PLACE", by=None
    )
    assert list(home.placements.order_by("pk").values_list("type", flat=True)) == ["U6", "U4"]


@pytest.mark.parametrize(
    "type, on, words",
    [
        ("Y9", "2024-02-01", "kind of home"),
        ("U6", "2023-02-01", "not in care"),
        ("U6", "2024-02-01", "Record a move"),
    ],
)
def test_a_child_does_not_move_in_so(living, home, type, on, words):
    with pytest.raises(placements.PlacementRefused, match=words):
        placements.start(child=living, home=home, type=type, on=DAY(on), by=None)


@pytest.mark.parametrize(
    "type, on, reason, words",
    [
        ("Y9", "2024-02-01", "", "kind of home"),
        ("U4", "2023-02-01", "", "No home is recorded"),
        ("U4", "2024-01-10", "", "moved on that day"),
        ("U6", "2024-02-01", "", "already lives there"),
        ("U4", "2024-02-01", "BORED", "why the child moved"),
    ],
)
def test_a_child_does_not_move_so(living, home, type, on, reason, words):
    with pytest.raises(placements.PlacementRefused, match=words):
        placements.move(child=living, home=home, type=type, on=DAY(on), reason=reason, by=None)
    assert Placement.objects.get().ends_on is None


def test_a_move_before_a_later_home_is_refused(living, home):
    placements.move(
        child=living, home=home, type="U4", on=DAY("2024-06-01"), reason="PLACE", by=None
    )
    with pytest.raises(placements.PlacementRefused, match="later day"):
        placements.move(
            child=living, home=home, type="U5", on=DAY("2024-03-01"), reason="", by=None
        )


def test_a_child_does_not_move_out_so(child, home):
    with pytest.raises(placements.PlacementRefused, match="No home is recorded"):
        placements.end(child=child, on=DAY("2024-02-01"), by=None)
    placements.start(child=child, home=home, type="U6", on=DAY("2024-01-10"), by=None)
    with pytest.raises(placements.PlacementRefused, match="after the day it started"):
        placements.end(child=child, on=DAY("2024-01-10"), by=None)


def test_homes_and_carers_have_names(authority, home):
    homes.rename(home=home, name="Sue and Tom Hall", by=None)
    homes.record_carer(home=home, name="Sue Hall", by=None)
    nameless = homes.record(authority=authority, urn="SC123456", by=None)
    homes.name_all(authority=authority, names={home.pk: "No", nameless.pk: "Elmbank"}, by=None)
    assert list(Home.objects.order_by("pk").values_list("name", flat=True)) == [
        "Sue and Tom Hall",
        "Elmbank",
    ]
    assert Carer.objects.get().home == home


def test_many_homes_are_measured_and_what_somebody_measured_stays(authority, living, home):
    measured = placements.move(
        child=living,
        home=home,
        type="U4",
        on=DAY("2024-06-01"),
        reason="PLACE",
        by=None,
        distance_miles=3,
    )
    first = Placement.objects.get(ends_on=DAY("2024-06-01"))
    other = authorities.start(code="ELSE", name="Elsewhere", by=None)
    miles = {first.pk: Decimal("21.5"), measured.pk: Decimal(99)}
    placements.measure_all(authority=other, miles=miles, by=None)
    assert not Placement.objects.filter(distance_miles__gt=3).exists()
    placements.measure_all(authority=authority, miles=miles, by=None)
    found = Placement.objects.order_by("starts_on").values_list("distance_miles", flat=True)
    assert list(found) == [Decimal("21.5"), Decimal(3)]


def test_a_home_without_any_mark_is_refused(authority, home):
    for refused in (
        lambda: homes.record(authority=authority, by=None),
        lambda: homes.rename(home=home, name=" ", by=None),
        lambda: homes.record_carer(home=home, name="", by=None),
    ):
        with pytest.raises(homes.HomeRefused, match="Enter"):
            refused()


def test_a_child_goes_missing_and_may_come_back_the_same_day(child):
    episode = missing.start(child=child, kind="M", on=DAY("2024-02-01"), by=None)
    with pytest.raises(missing.MissingRefused, match="already recorded"):
        missing.start(child=child, kind="A", on=DAY("2024-02-02"), by=None)
    with pytest.raises(missing.MissingRefused, match="before going missing"):
        missing.end(episode=episode, on=DAY("2024-01-31"), by=None)
    missing.end(episode=episode, on=DAY("2024-02-01"), by=None)
    assert MissingEpisode.objects.get().ends_on == DAY("2024-02-01")
    with pytest.raises(missing.MissingRefused, match="already come back"):
        missing.end(episode=episode, on=DAY("2024-02-03"), by=None)


@pytest.mark.parametrize(
    "kind, on, words", [("Q", "2024-02-01", "Choose"), ("M", "2023-02-01", "not in care")]
)
def test_a_child_is_not_recorded_as_missing_so(child, kind, on, words):
    with pytest.raises(missing.MissingRefused, match=words):
        missing.start(child=child, kind=kind, on=DAY(on), by=None)
