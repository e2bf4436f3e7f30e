"""The same seed makes the same files; they keep the return's rules and the published shape."""

from collections import Counter
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from casetrack.dates import age_on
from returns.demo import Population, generate, make_up
from returns.demo.shape import (
    AGE_BANDS,
    AGES_PUBLISHED,
    ETHNICITY_PUBLISHED,
    GROUPS,
    HOMES,
    MALE_PUBLISHED,
    PLACEMENT_ORDERS,
    share,
)
from returns.demo.tests.checker import problems

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def population() -> Population:
    return make_up(children=530, seed=1, today=TODAY)


def fingerprint(folder: Path) -> str:
    digest = sha256()
    for path in sorted(folder.rglob("*.csv")):
        digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()


def test_the_same_seed_and_day_make_the_same_files(tmp_path):
    for name in ("first", "second"):
        generate(children=60, seed=7, today=TODAY, folder=tmp_path / name)
    generate(children=60, seed=8, today=TODAY, folder=tmp_path / "third")
    first, second, third = (fingerprint(tmp_path / n) for n in ("first", "second", "third"))
    assert first == second != third


@pytest.mark.parametrize(
    "seed, today",
    [
        (1, TODAY),
        (2, date(2026, 4, 1)),
        (3, date(2027, 3, 31)),
        (4, date(2028, 2, 29)),
        (5, date(2025, 12, 25)),
    ],
)
def test_the_returns_keep_the_rules_of_the_return(tmp_path, seed, today):
    made = generate(children=150, seed=seed, today=today, folder=tmp_path)
    assert problems(made.folders, today) == []


def test_each_return_has_the_files_of_its_year(tmp_path):
    made = generate(children=20, seed=1, today=TODAY, folder=tmp_path)
    assert [folder.name for folder in made.folders] == [
        "2022-23",
        "2023-24",
        "2024-25",
        "2025-26",
        "2026-27",
    ]
    has = {folder.name: {path.stem for path in folder.iterdir()} for folder in made.folders}
    assert "sw_episodes" not in has["2022-23"] and "sw_episodes" in has["2023-24"]
    assert "dolo" not in has["2025-26"] and "dolo" in has["2026-27"]


def test_as_many_years_as_asked_for(tmp_path):
    made = generate(children=20, seed=1, today=TODAY, folder=tmp_path, years=2)
    assert [folder.name for folder in made.folders] == ["2025-26", "2026-27"]


def test_as_many_are_in_care_as_asked_for(population):
    assert len(population.in_care_on(TODAY)) == 530
    assert len(make_up(children=41, seed=3, today=TODAY).in_care_on(TODAY)) == 41


def test_the_groups_add_up_to_what_was_published():
    for home, published in HOMES.items():
        assert sum(group.count for group in GROUPS if group.home == home) == published.published
    assert sum(group.count for group in GROUPS if group.legal == "E1") == PLACEMENT_ORDERS


def homes_today(population: Population) -> Counter[str]:
    return Counter(
        life.care.homes[-1].stay.type for life in population.in_care_on(population.today)
    )


def test_homes_are_as_published(population):
    homes = homes_today(population)
    assert homes["P1"] == 47
    assert homes["U1"] + homes["U2"] + homes["U3"] == 120
    assert homes["K2"] + homes["R1"] + homes["S1"] == 68


def test_placement_orders_are_as_published_and_some_wait_long(population):
    waiting = [
        life
        for life in population.in_care_on(TODAY)
        if life.care.legal[-1][1] == "E1" and not life.matches
    ]
    orders = Counter(life.care.legal[-1][1] for life in population.in_care_on(TODAY))
    assert orders["E1"] == PLACEMENT_ORDERS
    long = [life for life in waiting if (TODAY - life.care.since("E1")).days > 143]
    assert 3 <= len(long) < len(waiting)


def test_with_parents_over_one_two_and_three_years_nest_as_published(population):
    def since(life):
        order, home = life.care.since("C2"), life.care.homes[-1].on
        return (TODAY - max(order, home)).days / 365.25 if order else 0

    waits = [
        since(life)
        for life in population.in_care_on(TODAY)
        if life.care.homes[-1].stay.type == "P1"
    ]
    over = [sum(wait > years for wait in waits) for years in (1, 2, 3)]
    published = [47 * count / 87 for count in (36, 21, 10)]
    assert over == sorted(over, reverse=True)
    assert all(abs(a - b) <= 4 for a, b in zip(over, published, strict=True))


def test_ages_are_as_published(population):
    ages = [age_on(life.born_on, TODAY) for life in population.in_care_on(TODAY)]
    for (low, high), published in zip(AGE_BANDS, AGES_PUBLISHED, strict=True):
        found = sum(low <= age < (high if high < 18 else 99) for age in ages)
        assert abs(100 * found / 530 - published) < 5


def test_sexes_and_ethnicities_are_as_published(population):
    """Families are drawn whole, so a few points of chance are left at this size."""
    lives = population.in_care_on(TODAY)
    assert abs(100 * sum(life.sex == "M" for life in lives) / 530 - MALE_PUBLISHED) < 6
    groups = Counter(life.ethnicity[0] for life in lives)
    assert abs(100 * groups["W"] / 530 - ETHNICITY_PUBLISHED["W"]) < 7
    for first in "MBAO":
        assert abs(100 * groups[first] / 530 - ETHNICITY_PUBLISHED[first]) < 5


def test_the_population_falls_as_it_did(population):
    ends = [window.cut_off for window in population.windows[:-1]]
    sizes = [len(population.in_care_on(day)) for day in ends]
    assert 580 < sizes[0] < 720
    assert all(before > after - 12 for before, after in zip(sizes, sizes[1:], strict=False))


def test_some_are_unsettled_some_grown_up_and_brothers_and_sisters_live_together_and_apart(
    population,
):
    lives = population.in_care_on(TODAY)
    assert sum(age_on(life.born_on, TODAY) >= 18 for life in lives) == 3
    moves = [
        sum((TODAY - home.on).days < 365 and home.why != "PLACE" for home in life.care.homes[1:])
        for life in lives
    ]
    assert 0.03 < sum(count >= 2 for count in moves) / 530 < 0.12
    families: dict[int, list[int]] = {}
    for life in lives:
        families.setdefault(life.family, []).append(life.care.homes[-1].stay.carer)
    groups = [carers for carers in families.values() if len(carers) > 1]
    together = sum(len(set(carers)) == 1 for carers in groups)
    assert 10 < together < len(groups) - 10


def test_homes_follow_each_other_and_legal_statuses_too(population):
    for care in (care for life in population.lives for care in life.cares):
        days = [home.on for home in care.homes]
        assert days == sorted(set(days)) and days[0] == care.starts_on
        assert care.ends_on is None or days[-1] < care.ends_on
        stays = [home.stay for home in care.homes]
        assert all(before != after for before, after in zip(stays, stays[1:], strict=False))
        orders = [on for on, _ in care.legal]
        assert orders == sorted(set(orders)) and orders[0] == care.starts_on
        assert care.ends_on is None or orders[-1] < care.ends_on


def test_children_have_a_worker_and_a_reviewing_officer(population):
    """The worker of very few has just left."""
    present = population.in_care_on(TODAY)
    assert sum(life.workers[-1].ends_on is not None for life in present) <= len(present) / 50
    for life in present:
        assert sum(spell.ends_on is None for spell in life.workers) <= 1
        settled = (TODAY - life.care.starts_on).days > 5
        assert sum(spell.ends_on is None for spell in life.officers) == 1 or not settled


def test_a_whole_is_cut_without_loss():
    assert share(10, [1, 1, 1]) == [4, 3, 3]
    assert share(0, [1, 2]) == [0, 0]
    assert sum(share(37, [0.2, 5, 9, 1])) == 37
