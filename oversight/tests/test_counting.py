"""Counting by places equals counting day by day, for everybody, for groups, and child by child."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from statistics import mean
from typing import Any

import pytest
from django.db import connection
from django.db.models import F

from casetrack import dates
from casetrack.models import Allocation, Authority, CarePeriod, Child, Team, Worker
from oversight.indicators import groups
from oversight.indicators.compute import ALL, Asked, behind, figures, series, with_facts
from oversight.indicators.indicator import By, Counted, How, Over, Shape
from oversight.indicators.kept import changed, forget_old, kept_figures, state
from oversight.indicators.registry import INDICATORS
from oversight.models import EnteredFigure, FactsChanged
from tests import timeline

OWN = [indicator for indicator in INDICATORS.values() if indicator.own]
DAYS = tuple(dates.add_months(date(2022, 2, 1), n) - timedelta(days=1) for n in range(30))
KNOWN = "born 2001-01-01; care 2001-01-01 .. 2001-01-02"
PLANNED = (
    "care 2021-05-01; status C2 2021-05-01; home U4 2021-05-01; plan adoption 2022-03-01",
    "care 2021-05-01; status C2 2021-05-01; home U4 2021-05-01; plan home 2022-03-01",
)
BORN = ("2008-02-29", "2013-06-30", "2019-03-01", "2023-11-15")
ETHNICITIES = ("WBRI", "MWBC", "NOBT", "CHNE")


@pytest.fixture
def authority(db: None) -> Authority:
    """All histories of all examples, children of every age, sex and ethnicity, in two teams."""
    authority = timeline.an_authority()
    Authority.objects.filter(pk=authority.pk).update(
        records_live=True, recorded_from=date(2000, 1, 1)
    )
    authority.refresh_from_db()
    timeline.child(KNOWN, authority=authority)
    teams = [Team.objects.create(authority=authority, name=name) for name in ("East", "West")]
    told = zip(cycle(BORN), cycle("MF"), cycle(ETHNICITIES), cycle("ABC"), strict=False)
    for history, (born, sex, ethnicity, worker) in zip(_histories(), told, strict=False):
        extra = f"born {born}; sex {sex}; ethnicity {ethnicity}"
        child = timeline.child(f"{extra}; {_without_birth(history)}", authority=authority)
        if not Allocation.objects.filter(child=child, role="social-worker").exists():
            timeline.record(child, f"worker {worker} 2022-06-01")
    for worker, team in zip(Worker.objects.filter(authority=authority), cycle(teams), strict=False):
        Worker.objects.filter(pk=worker.pk).update(team=team)
    Authority.objects.filter(pk=authority.pk).update(recorded_from=date(2000, 1, 1))
    authority.refresh_from_db()
    with connection.cursor() as cursor:  # else it plans for the empty tables of the start
        cursor.execute("ANALYZE")
    return authority


@pytest.fixture
def council(db: None) -> Authority:
    """One with a few children, known to the day and recording for long."""
    authority = timeline.an_authority()
    Authority.objects.filter(pk=authority.pk).update(
        records_live=True, recorded_from=date(2000, 1, 1)
    )
    authority.refresh_from_db()
    for told in (KNOWN, *(f"sex {sex}; {PLANNED[0]}" for sex in "MMF")):
        timeline.child(told, authority=authority)
    return authority


def _histories() -> list[str]:
    told = {each for i in OWN for example in i.examples for each in example.histories}
    return sorted({*told, *PLANNED})


def _without_birth(history: str) -> str:
    parts = [part.strip() for part in history.split(";")]
    return "; ".join(part for part in parts if part.split()[:1] not in (["born"], ["recorded"]))


def test_as_at_every_day_is_counted_what_the_rows_say(authority: Authority) -> None:
    found = figures(Asked(authority, DAYS), OWN)
    checked = 0
    for indicator in OWN:
        numerator = _rows(authority, indicator.numerator)
        for figure in found[indicator.code][ALL]:
            counted = list(_of_day(numerator, indicator.numerator, indicator.over, figure.on_day))
            assert figure.number == len(counted), (indicator.code, figure.on_day)
            checked += len(counted)
            if indicator.shape == Shape.MEAN:
                values = [value for _, value, known in counted if known]
                assert figure.unknown == len(counted) - len(values)
                assert figure.value == (pytest.approx(mean(values)) if values else None)
    assert checked > 500
    for indicator in OWN:
        if not isinstance(indicator.denominator, Counted):
            continue
        rows = _rows(authority, indicator.denominator)
        for figure in found[indicator.code][ALL]:
            day = figure.on_day
            counted = list(_of_day(rows, indicator.denominator, indicator.over, day))
            assert (figure.of or 0) == len(counted), (indicator.code, day)


def test_groups_are_parts_of_the_whole(authority: Authority) -> None:
    """Nobody is in two groups of one day; who is in none is missing from the parts alone.

    Children of some months are left out: whoever has a birthday in them may be of two ages.
    """
    counted = [each for each in OWN if each.numerator and each.numerator.how != How.CHILDREN]
    for by in By:
        told = figures(Asked(authority, DAYS, by=by), counted)
        sizes: Counter[str] = Counter()
        for indicator in counted:
            whole = told[indicator.code].pop(ALL)
            parts = told[indicator.code]
            assert parts.keys() <= groups.words(by, authority).keys()
            for place, figure in enumerate(whole):
                in_parts = sum(each[place].number or 0 for each in parts.values())
                assert in_parts <= (figure.number or 0), (indicator.code, by)
            sizes.update({group: each[-1].number or 0 for group, each in parts.items()})
        assert len(sizes) > 1


def test_a_group_asked_for_alone_is_the_same_as_told_apart(authority: Authority) -> None:
    days = DAYS[::7]
    for by in By:
        apart = figures(Asked(authority, days, by=by), OWN)
        for group in list(groups.words(by, authority))[:3]:
            alone = figures(Asked(authority, days, only=((by, group),)), OWN)
            for indicator in OWN:
                nothing = [(0, 0.0)] * len(days)
                parts = apart[indicator.code].get(group)
                expected = [(f.number, f.of or 0) for f in parts] if parts else nothing
                found = [(f.number, f.of or 0) for f in alone[indicator.code][ALL]]
                assert found == expected, (indicator.code, group)


def test_the_children_behind_are_as_many_as_the_figure(authority: Authority) -> None:
    for day in DAYS[::10]:
        asked = Asked(authority, (day,))
        counted = figures(asked, OWN)
        for indicator in OWN:
            (figure,) = counted[indicator.code][ALL]
            found = behind(asked, indicator)
            assert len(found) == figure.number, (indicator.code, day)
            values = [value for _, value, known in found if known]
            if indicator.shape == Shape.MEAN and values:
                assert mean(values) == pytest.approx(figure.value)


def test_what_is_entered_is_of_the_whole_council_and_of_no_part_of_it(council: Authority) -> None:
    (day,) = days = DAYS[-1:]
    rate, posts = INDICATORS["children-in-care-rate"], INDICATORS["agency-social-workers"]
    for code, value in (("population-under-18", 1_000), (posts.code, 50)):
        EnteredFigure.objects.create(
            authority=council, code=code, on_day=day, as_at=day, value=value, source="a test"
        )
    both = [rate, posts]
    whole = figures(Asked(council, days), both)
    (of_all,) = whole[rate.code][ALL]
    assert of_all.number and of_all.value == of_all.number * 10
    assert [figure.value for figure in whole[posts.code][ALL]] == [50]
    boys = figures(Asked(council, days, only=((By.SEX, "M"),)), both)
    told = figures(Asked(council, days, by=By.SEX), both)[rate.code]
    assert told[ALL] == [of_all]
    for figure in (*boys[rate.code][ALL], *told["M"]):
        assert 0 < (figure.number or 0) < of_all.number
        assert (figure.value, figure.of) == (None, None) and figure.why
    assert [(each.number, each.value) for each in boys[posts.code][ALL]] == [(None, None)]


def test_days_of_which_nothing_is_known_have_no_figure(council: Authority) -> None:
    indicator = INDICATORS["children-in-care"]
    Authority.objects.filter(pk=council.pk).update(records_live=False, known_to=DAYS[5])
    council.refresh_from_db()
    found = series(Asked(council, DAYS[4:8]), indicator)
    assert [figure.number is None for figure in found] == [False, False, True, True]
    assert found[-1].why
    (early,) = series(Asked(council, (date(2000, 3, 31),)), indicator)
    assert early.number is None
    (window,) = series(Asked(council, (date(2000, 4, 15),)), INDICATORS["entering-to-leaving"])
    assert window.number is None


def test_what_was_counted_is_kept_until_something_is_written(
    council: Authority, django_assert_num_queries: Any
) -> None:
    asked, own = Asked(council, DAYS), [INDICATORS["children-in-care"]]
    first = kept_figures(asked, own)
    with django_assert_num_queries(1):
        assert kept_figures(asked, own) == first
    timeline.child("care 2022-01-01; status C2 2022-01-01", authority=council)
    assert kept_figures(asked, own) == first
    changed([Child.objects.filter(authority=council).latest("pk").pk])
    assert kept_figures(asked, own) != first


def test_old_changes_are_taken_away_and_the_newest_stays(council: Authority) -> None:
    children = [Child.objects.filter(authority=council).latest("pk").pk]
    for _ in range(3):
        changed(children)
    FactsChanged.objects.update(at=datetime(2020, 1, 1, tzinfo=UTC))
    before = state(council)
    assert forget_old() == 2
    assert FactsChanged.objects.count() == 1
    assert state(council) != before


def test_nothing_is_counted_longer_after_care_than_is_said(authority: Authority) -> None:
    """Else children are left out who count. Where care is cut short, all else lies after it."""
    sides = {side for indicator in OWN for side in indicator.sides}
    late: set[Counted] = set()
    for change in (_as_it_is, _cut_short, _never_in_care):
        change()
        ends = _ends_of_care()
        late |= {
            side
            for side in sides
            for child, last in _last_days(authority, side)
            if last > _months_after(ends.get(child, date.min), side.after_care or 0)
        }
    assert late == {side for side in sides if side.after_care is None}


def _as_it_is() -> None:
    pass


def _cut_short() -> None:
    CarePeriod.objects.update(ends_on=F("starts_on") + timedelta(days=1))


def _never_in_care() -> None:
    CarePeriod.objects.all().delete()


def _ends_of_care() -> dict[int, date]:
    found: dict[int, date] = {}
    for child, ends_on in CarePeriod.objects.values_list("child", "ends_on"):
        found[child] = max(found.get(child, date.min), ends_on or date.max)
    return found


def _months_after(day: date, months: int) -> date:
    return day if day in (date.min, date.max) else dates.add_months(day, months)


def _last_days(authority: Authority, counted: Counted) -> Iterator[tuple[int, date]]:
    """Child by child the day of each event, and the end of each stretch."""
    for child, starts_on, ends_on, *_ in _rows(authority, counted):
        if not counted.stretches:
            yield child, starts_on
        elif ends_on is None or starts_on < ends_on:
            yield child, ends_on or date.max


Row = tuple[int, date, date | None, float, bool]


def _rows(authority: Authority, counted: Counted | None) -> list[Row]:
    """Child, first day (or the day of an event), last, value or day counted from, whether known."""
    assert counted is not None
    ends = "ends_on" if counted.stretches else "NULL::date"
    first = "starts_on" if counted.stretches else "on_day"
    value = "since" if counted.stretches else "value"
    given = value if value in counted.gives else ("starts_on" if counted.stretches else "1")
    known = "known" if "known" in counted.gives else "true"
    with connection.cursor() as cursor:
        cursor.execute(
            f"{with_facts({'told': counted.sql})}"
            f" SELECT child_id, {first}, {ends}, {given}, {known} FROM told",
            {"authority": authority.pk},
        )
        return cursor.fetchall()


def _of_day(
    rows: list[Row], counted: Counted | None, over: Over, day: date
) -> Iterator[tuple[int, float, bool]]:
    """One day, in the plainest way: of a whole of the day there is no window."""
    assert counted is not None
    first = dates.add_months(day + timedelta(days=1), -over.months)
    seen: set[int] = set()
    for child, starts_on, ends_on, value, known in rows:
        if counted.how == How.ON_DAY:
            if starts_on <= day and (ends_on is None or day < ends_on):
                yield child, (day - value).days, known  # type: ignore[operator]
        elif counted.how == How.DURING:
            lasted = ends_on is None or (ends_on > starts_on and ends_on > first)
            if starts_on <= day and lasted and child not in seen:
                seen.add(child)
                yield child, 1, True
        elif first <= starts_on <= day and (counted.how == How.EVENTS or child not in seen):
            seen.add(child)
            yield child, float(value), known
