"""The published year, counted from the database by plain questions: every figure that was printed
and can be true, and of each that cannot the arithmetic that says so.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection, transaction

from adoption.models import AdoptionDecision, AdoptionLink, Match
from casetrack.audit import AuditEvent
from casetrack.dates import add_months, age_on, whole_months
from casetrack.models import Allocation, Authority, CarePeriod, Child, CourtOrder, LegalStatus
from permanence.models import PermanencePlan, Review
from placements.models import Placement
from returns.actions.imports import Report
from returns.demo.authority import how_made
from returns.demo.published import targets
from returns.demo.published.flows import MONTHS
from returns.demo.published.lives import generate
from returns.demo.published.making import PUBLISHED, make
from returns.demo.published.targets import AS_AT, CONNECTED, WITH_PARENTS
from returns.demo.removal import remove
from returns.demo.tests.checker import problems

DAY = timedelta(days=1)
ENDS = [add_months(date(2019, 12, 1), n) - DAY for n in range(12)]
YEAR_FROM, HALF_FROM, QUARTER_FROM = date(2019, 11, 1), date(2020, 5, 1), date(2020, 8, 1)
RELATIVES = ["U1", "U2", "U3"]


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Report]:
    """Made once for all tests here, by the command's own function, and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        folder = tmp_path_factory.mktemp("returns")
        yield make(code="PUBLISHED", folder=folder, say=lambda step: None)
        transaction.set_rollback(True)
    connection.close()


@pytest.fixture
def published(made: Report, db: None) -> Authority:
    return Authority.objects.get(code="PUBLISHED")


def rows(sql: str, **params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def number(sql: str, **params: Any) -> int:
    ((found,),) = rows(sql, **params)
    return found


def in_care(day: date) -> int:
    return number(
        "SELECT count(DISTINCT child_id) FROM casetrack_careperiod"
        " WHERE starts_on <= %(day)s AND (ends_on IS NULL OR ends_on > %(day)s)",
        day=day,
    )


def living(day: date, types: list[str]) -> int:
    return number(
        "SELECT count(DISTINCT child_id) FROM placements_placement WHERE type = ANY(%(types)s)"
        " AND starts_on <= %(day)s AND (ends_on IS NULL OR ends_on > %(day)s)",
        day=day,
        types=types,
    )


def ended(types: list[str], since: date) -> Counter[bool]:
    """Homes of these types that ended from a day on, by whether care ended with them."""
    found = rows(
        "SELECT EXISTS (SELECT FROM casetrack_careperiod AS care"
        " WHERE care.child_id = home.child_id AND care.ends_on = home.ends_on)"
        " FROM placements_placement AS home"
        " WHERE type = ANY(%(types)s) AND ends_on BETWEEN %(since)s AND %(until)s"
        " AND NOT EXISTS (SELECT FROM placements_placement AS same"
        " WHERE same.child_id = home.child_id AND same.home_id = home.home_id"
        " AND same.starts_on = home.ends_on)",
        types=types,
        since=since,
        until=AS_AT,
    )
    return Counter(left for (left,) in found)


def began(types: list[str], since: date) -> int:
    return number(
        "SELECT count(*) FROM placements_placement AS home"
        " WHERE type = ANY(%(types)s) AND starts_on BETWEEN %(since)s AND %(until)s"
        " AND NOT EXISTS (SELECT FROM placements_placement AS same"
        " WHERE same.child_id = home.child_id AND same.home_id = home.home_id"
        " AND same.ends_on = home.starts_on)",
        types=types,
        since=since,
        until=AS_AT,
    )


def with_parents_since() -> list[date]:
    found = rows(
        "SELECT starts_on FROM placements_placement WHERE type = 'P1' AND ends_on IS NULL"
        " AND start_known"
    )
    return [since for (since,) in found]


# How it is made


def test_no_row_is_refused_and_none_is_doubted(made, published):
    assert made.refused == []
    assert made.warnings == []


def test_the_returns_keep_the_rules_of_the_return_and_are_the_same_each_time(tmp_path):
    first, second = (generate(tmp_path / name).folders for name in ("first", "second"))
    assert problems(first, AS_AT) == []
    files = sorted(
        path.relative_to(tmp_path / "first") for folder in first for path in folder.iterdir()
    )
    assert len(files) == 5 * 10
    for file in files:
        assert (tmp_path / "first" / file).read_bytes() == (tmp_path / "second" / file).read_bytes()
    assert [folder.name for folder in second] == [folder.name for folder in first]


def test_it_is_known_to_its_last_day_and_says_how_it_was_made(published):
    assert (published.known_to, published.records_live) == (AS_AT, False)
    assert published.known_day(date(2026, 11, 27)) == AS_AT
    assert how_made(published) == PUBLISHED


def test_every_start_of_those_in_care_is_known(published):
    present = CarePeriod.objects.on(AS_AT)
    assert present.filter(start_known=False).count() == 0
    assert Placement.objects.on(AS_AT).filter(start_known=False).count() == 0
    assert present.count() == targets.IN_CARE


# The series


@pytest.mark.parametrize(("day", "expected"), list(zip(ENDS, CONNECTED, strict=True)))
def test_connected_carers_at_each_month_end(published, day, expected):
    assert living(day, RELATIVES) == expected


@pytest.mark.parametrize(("day", "expected"), list(zip(ENDS, WITH_PARENTS, strict=True)))
def test_with_parents_at_each_month_end_all_under_a_care_order(published, day, expected):
    assert living(day, ["P1"]) == expected
    under_orders = number(
        "SELECT count(DISTINCT home.child_id) FROM placements_placement AS home"
        " JOIN casetrack_legalstatus AS status USING (child_id)"
        " WHERE type = 'P1' AND code IN ('C1', 'C2')"
        " AND home.starts_on <= %(day)s AND (home.ends_on IS NULL OR home.ends_on > %(day)s)"
        " AND status.starts_on <= %(day)s AND (status.ends_on IS NULL OR status.ends_on > %(day)s)",
        day=day,
    )
    assert under_orders == expected
    under_full_orders = number(
        "SELECT count(DISTINCT home.child_id) FROM placements_placement AS home"
        " JOIN casetrack_legalstatus AS status USING (child_id)"
        " WHERE type = 'P1' AND code = 'C2' AND status.starts_on <= home.starts_on"
        " AND home.starts_on <= %(day)s AND (home.ends_on IS NULL OR home.ends_on > %(day)s)"
        " AND (status.ends_on IS NULL OR status.ends_on > %(day)s)",
        day=day,
    )
    assert under_full_orders == expected


def test_the_months_chosen_are_what_the_database_has(published):
    """Who came and left in each month, and the children in care at its end."""
    for month, day in zip(MONTHS, ENDS, strict=True):
        within = {"starts_on__range": (month.first, day), "child__authority": published}
        parts = (month.connected, month.parents, month.elsewhere)
        assert CarePeriod.objects.filter(**within).count() == sum(part.new for part in parts)
        left = CarePeriod.objects.filter(ends_on__range=(month.first, day))
        assert left.count() == sum(part.left for part in parts)


def test_other_printed_totals_are_those_of_their_days(published):
    for day, printed in targets.OTHER_TOTALS.items():
        assert in_care(day) == printed.value
    assert in_care(AS_AT) == targets.IN_CARE == 683
    daily = {n: in_care(YEAR_FROM + n * DAY) for n in range(366)}
    assert max(daily.values()) == 702
    october = [count for n, count in daily.items() if (YEAR_FROM + n * DAY).month == 10]
    assert targets.OCTOBER.value in october


# The children behind them


def test_how_long_the_children_have_been_with_their_parents(published):
    since = with_parents_since()
    assert len(since) == 87
    for years, expected in targets.LONGER_WITH_PARENTS.items():
        assert sum(add_months(on, 12 * years) < AS_AT for on in since) == expected
        assert sum(add_months(on, 12 * years) <= AS_AT for on in since) == expected


def test_it_is_sixteen_months_on_average_by_months_and_by_days(published):
    since = with_parents_since()
    assert Fraction(sum(whole_months(on, AS_AT) for on in since), len(since)) == 16
    by_days = sum((AS_AT - on).days for on in since) / len(since) / (365.25 / 12)
    assert round(by_days) == targets.MONTHS_WITH_PARENTS


@pytest.mark.parametrize("since", [date(2019, 10, 31), YEAR_FROM, date(2000, 1, 1)])
def test_children_by_number_of_homes_in_the_year_and_in_all(published, since):
    """Whether the year begins on the last day of October or the first of November, or is none."""
    found = rows(
        "SELECT homes, count(*) FROM ("
        " SELECT home.child_id, count(DISTINCT home_id) AS homes"
        " FROM placements_placement AS home JOIN casetrack_careperiod AS care USING (child_id)"
        " WHERE care.ends_on IS NULL AND home.starts_on >= care.starts_on"
        " AND (home.ends_on IS NULL OR home.ends_on > %(since)s)"
        " GROUP BY 1) AS counted GROUP BY 1",
        since=since,
    )
    assert dict(found) == targets.HOMES


@pytest.mark.parametrize(
    ("since", "until", "children"),
    [
        (date(2017, 11, 1), AS_AT, 49),
        (date(2017, 11, 1), date(2018, 10, 31), 15),
        (date(2018, 11, 1), date(2019, 10, 31), 16),
        (YEAR_FROM, AS_AT, 18),
        (HALF_FROM, AS_AT, 6),
    ],
)
def test_order_to_match_of_those_adopted(published, since, until, children):
    found = rows(
        "SELECT greatest(0, match.decided_on - placement.made_on),"
        " decision.decided_on - care.starts_on, placement.made_on, home.starts_on"
        " FROM casetrack_careperiod AS care"
        " JOIN casetrack_courtorder AS placement USING (child_id)"
        " JOIN adoption_match AS match USING (child_id)"
        " JOIN adoption_adoptiondecision AS decision USING (child_id)"
        " JOIN placements_placement AS home USING (child_id)"
        " WHERE care.end_reason IN ('E11', 'E12') AND placement.kind = 'placement'"
        " AND home.type = 'A6' AND care.ends_on BETWEEN %(since)s AND %(until)s",
        since=since,
        until=until,
    )
    assert len(found) == children
    assert all(ordered < placed for _, _, ordered, placed in found)
    assert Fraction(sum(wait for wait, *_ in found), children) == targets.ORDER_TO_MATCH_DAYS
    assert Fraction(sum(days for _, days, *_ in found), children) == targets.DECISION_DAYS


def test_one_child_was_matched_before_the_order(published):
    """So that counting her days as fewer than none would not give the average."""
    before = rows(
        "SELECT match.child_id FROM adoption_match AS match"
        " JOIN casetrack_courtorder AS placement USING (child_id)"
        " WHERE placement.kind = 'placement' AND match.decided_on < placement.made_on"
    )
    assert before


# Who came and who left


def test_who_left_in_the_year_and_from_where(published):
    assert number(
        "SELECT count(*) FROM casetrack_careperiod WHERE ends_on BETWEEN %(since)s AND %(until)s",
        since=YEAR_FROM,
        until=AS_AT,
    ) == round(targets.CEASED.value)
    assert ended(RELATIVES, YEAR_FROM)[True] == 82


def test_connected_homes_that_began_and_ended_in_three_months(published):
    assert began(RELATIVES, QUARTER_FROM) == targets.CONNECTED_STARTED.value
    assert ended(RELATIVES, QUARTER_FROM).total() == targets.CONNECTED_ENDED.value


def test_who_came_to_parents_and_who_left_care_from_there_in_three_months(published):
    assert began(["P1"], QUARTER_FROM) == targets.PARENTS_STARTED.value
    assert ended(["P1"], QUARTER_FROM) == {True: targets.PARENTS_CEASED.value, False: 1}


def test_who_left_in_the_last_half_year(published):
    left = CarePeriod.objects.filter(ends_on__range=(HALF_FROM, AS_AT)).select_related("child")
    assert len(left) == targets.CEASED_HALF.value
    old = [care for care in left if age_on(care.child.born_on, care.ends_on) >= 5]
    assert len(old) == targets.CEASED_FIVE.value
    adopted = [care for care in left if care.end_reason in ("E11", "E12")]
    assert len(adopted) == targets.ADOPTED_HALF.value


@pytest.mark.parametrize("oldest", [15, 99])
def test_steady_homes_of_all_and_of_those_under_sixteen(published, oldest):
    found = rows(
        "SELECT child.born_on, home.starts_on FROM casetrack_careperiod AS care"
        " JOIN placements_placement AS home USING (child_id)"
        " JOIN casetrack_child AS child ON child.id = care.child_id"
        " WHERE care.ends_on IS NULL AND home.ends_on IS NULL AND care.starts_on <= %(by)s",
        by=date(2018, 4, 30),
    )
    young = [since for born_on, since in found if age_on(born_on, AS_AT) <= oldest]
    steady = sum(since <= date(2018, 10, 31) for since in young)
    assert steady == targets.STEADY.value
    assert round(100 * steady / len(young)) == targets.STEADY_SHARE.value


# What no history can have


def test_no_number_of_children_is_the_printed_share_of_those_who_left():
    of, printed = round(targets.CEASED.value), targets.FROM_CONNECTED.value
    assert printed not in {round(100 * n / of, 1) for n in range(of + 1)}
    assert {round(100 * n / (of + 1), 1) for n in (83,)} == {printed}
    assert abs(82 / of - printed / 100) < abs(83 / of - printed / 100)


def test_over_no_three_months_did_the_series_fall_by_four():
    over = {after - before for before, after in zip(WITH_PARENTS, WITH_PARENTS[3:], strict=False)}
    fall = targets.PARENTS_STARTED.value - targets.PARENTS_CEASED.value
    assert fall == -4 and fall not in over
    assert WITH_PARENTS[-1] - WITH_PARENTS[-4] == fall - 1


def test_connected_carers_are_no_thirty_percent_of_those_counted_by_homes():
    printed = targets.CONNECTED_SHARE.value
    totals = [of for of in range(400, 900) if round(100 * CONNECTED[-1] / of) == printed]
    assert (totals[0], totals[-1]) == (692, 715)
    assert targets.IN_CARE not in totals


# The stories


def test_everybody_in_care_is_a_child_with_a_name_a_worker_and_an_officer(published):
    present = CarePeriod.objects.on(AS_AT).filter(child__authority=published)
    held = Child.objects.filter(pk__in=present.values("child_id"))
    assert not held.filter(first_name="").exists()
    assert all(0 <= age_on(child.born_on, AS_AT) < 18 for child in held)
    settled = set(present.filter(starts_on__lt=AS_AT - 10 * DAY).values_list("child_id", flat=True))
    for role, most in (("social-worker", 8), ("iro", 0)):
        known = Allocation.objects.on(AS_AT).filter(role=role).values_list("child_id", flat=True)
        assert len(settled - set(known)) <= most
    assert not Allocation.objects.on(AS_AT).filter(worker__team=None).exists()


def test_reviews_and_plans_are_such_as_a_council_has(published):
    since = AS_AT - timedelta(days=120)
    present = CarePeriod.objects.on(AS_AT).filter(starts_on__lt=since)
    settled = set(present.values_list("child_id", flat=True))
    lately = Review.objects.filter(held_on__gt=AS_AT - timedelta(days=240), held_on__lte=AS_AT)
    assert settled <= set(lately.values_list("child_id", flat=True))
    planned = PermanencePlan.objects.on(AS_AT).filter(child__in=settled)
    assert len(set(planned.values_list("child_id", flat=True))) > 0.97 * len(settled)
    assert planned.exclude(ratified_on=None).exists()


def test_nobody_is_in_two_homes_or_under_two_orders_at_once_or_in_none(published):
    present = sorted(CarePeriod.objects.on(AS_AT).values_list("child_id", flat=True))
    for table in (Placement, LegalStatus):
        assert sorted(table.objects.on(AS_AT).values_list("child_id", flat=True)) == present


def test_children_placed_for_adoption_have_a_match_and_those_who_wait_have_none(published):
    homes = Placement.objects.on(AS_AT)
    placed = set(homes.filter(type="A6").values_list("child_id", flat=True))
    ordered = LegalStatus.objects.on(AS_AT).filter(code="E1")
    waiting = set(ordered.values_list("child_id", flat=True)) - placed
    matched = set(Match.objects.values_list("child_id", flat=True))
    assert len(placed) == 27 and placed <= matched
    assert len(waiting) == 30 and not waiting & matched
    decided = set(AdoptionDecision.objects.values_list("child_id", flat=True))
    assert placed | waiting <= decided
    assert AdoptionLink.objects.filter(child__in=waiting).exists()


# The command


def command(**options: Any) -> str:
    out = StringIO()
    call_command("demo_authority", stdout=out, published=True, **options)
    return out.getvalue()


def counts() -> list[int]:
    tables = (Child, CarePeriod, LegalStatus, Placement, CourtOrder, Allocation, PermanencePlan)
    return [table.objects.count() for table in (*tables, Match, Review, AuditEvent)]


def test_a_second_run_changes_nothing(published):
    command()
    before = counts()
    assert "PUBLISHED is there: 683 children" in command()
    assert counts() == before


def test_it_can_be_taken_away_again(published):
    remove(published)
    assert not Authority.objects.filter(code="PUBLISHED").exists()
    assert counts()[:-1] == [0] * 9


@pytest.mark.parametrize("given", [{"children": 20}, {"seed": 2}, {"today": AS_AT}])
def test_what_is_printed_leaves_nothing_to_choose(db, given):
    with pytest.raises(CommandError, match="leave those out"):
        command(code="NEW", **given)
    assert not Authority.objects.filter(code="NEW").exists()


def test_it_is_not_made_in_production(db, settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="production"):
        command(code="NEW")
    assert not Authority.objects.filter(code="NEW").exists()
