"""Numbers that are published together: over months, on several pages, and after earlier packs."""

import numpy as np
import pytest

from oversight.disclosure import moves
from oversight.disclosure.cells import Key
from oversight.disclosure.release import Release, Shown
from oversight.disclosure.tables import TOTAL, Table
from oversight.tests.attack import Puzzle, recovered

CHILDREN: Key = ("children",)


def release(*numbers: tuple[str, int]) -> Release:
    made = Release()
    for name, number in numbers:
        made.add((name,), number)
    return made


def hidden(shown: Shown) -> set[str]:
    return {str(key[0]) for key in shown.hidden}


def test_a_total_that_two_pages_say_is_one_number() -> None:
    """4 of 30 have a home that is not said; the page beside it, of 26 and 4, must not tell."""
    made = Release()
    shared = {(TOTAL, TOTAL): CHILDREN}
    homes = Table("homes", ["all"], ["fostering", "not said"], [[26, 4]], shared)
    orders = Table("orders", ["all"], ["care order", "none"], [[20, 10]], shared)
    homes.join(made)
    orders.join(made)
    shown = made.shown()
    assert homes.read(shown)[0][:2] == [None, None]
    assert orders.read(shown)[0] == [20, 10, 30]
    assert shown[CHILDREN] == 30


def test_what_one_page_hides_the_other_does_not_tell() -> None:
    """The same 3 children stand in both tables: alone in each they would be told by the other."""
    made = Release()
    same = ("with parents",)
    one = Table("homes", ["all"], ["a", "b", "c"], [[3, 20, 40]], {("all", "a"): same})
    two = Table("ages", ["with parents", "else"], ["under 5", "over 5"], [[3, 0], [30, 30]])
    two = Table(two.name, two.rows, two.columns, two.numbers, {("with parents", TOTAL): same})
    one.join(made)
    two.join(made)
    shown = made.shown()
    assert shown[same] is None
    assert one.read(shown)[0].count(None) == 2
    assert two.read(shown)[0][0] is None


def test_a_different_number_under_the_same_key_is_refused() -> None:
    made = release(("a", 7))
    with pytest.raises(ValueError, match="published twice"):
        made.add(("a",), 8)


def test_sums_that_do_not_add_up_are_refused() -> None:
    made = release(("a", 7), ("b", 6))
    with pytest.raises(ValueError, match="do not add up"):
        made.add_up([("a",)], [("b",)])


def test_two_numbers_that_are_each_the_whole_of_the_other() -> None:
    made = release(("a", 3), ("b", 3))
    made.add_up([("a",)], [("b",)])
    made.add_up([("b",)], [("a",)])
    assert hidden(made.shown()) == {"a", "b"}


def test_a_stock_does_not_tell_who_left() -> None:
    """12, 11, 11, 18: one left the second month. 18 is far enough from 12."""
    made = release(("May", 12), ("June", 11), ("July", 11), ("August", 18))
    made.months([(month,) for month in ("May", "June", "July", "August")])
    assert hidden(made.shown()) == {"June", "July"}


def test_a_large_stock_may_move_a_little() -> None:
    made = release(("May", 87), ("June", 88), ("July", 84))
    made.months([(month,) for month in ("May", "June", "July")])
    assert hidden(made.shown()) == set()


def test_small_months_are_passed_over() -> None:
    made = release(("May", 7), ("June", 4), ("July", 9), ("August", 7))
    made.months([(month,) for month in ("May", "June", "July", "August")])
    assert hidden(made.shown()) == {"June", "July"}


def test_a_small_month_is_no_measure_for_the_next() -> None:
    made = release(("May", 30), ("June", 4), ("July", 9))
    made.months([(month,) for month in ("May", "June", "July")])
    assert hidden(made.shown()) == {"June"}


def test_those_who_came_and_left_are_not_told_by_the_stock() -> None:
    """87 and 3 who came are 84 and 6 who left: with three of them shown the fourth is known."""
    made = release(("before", 87), ("came", 3), ("now", 84), ("left", 6))
    made.add_up([("now",), ("left",)], [("before",), ("came",)])
    shown = made.shown()
    assert shown[("came",)] is None
    assert len(shown.hidden) == 2


def test_a_percentage_tells_both_sides_of_it() -> None:
    """37 of 40 is 3 who are not; 12 of 40 may be told."""
    made = release(("seen", 37), ("of", 40), ("heard", 12))
    for part in ("seen", "heard"):
        made.share((part,), ("of",))
    shown = made.shown()
    assert shown.percentage(("seen",), ("of",)) is None
    assert shown[("seen",)] is None or shown[("of",)] is None
    alone = release(("of", 40), ("heard", 12))
    alone.share(("heard",), ("of",))
    assert alone.shown().percentage(("heard",), ("of",)) == 30


def test_no_percentage_of_few() -> None:
    made = release(("all", 8), ("of", 8), ("none", 0))
    made.share(("all",), ("of",))
    made.share(("none",), ("of",))
    shown = made.shown()
    assert shown[("all",)] == 8
    assert shown.percentage(("all",), ("of",)) is None
    assert shown.percentage(("none",), ("of",)) is None


def test_an_earlier_pack_is_taken_into_account() -> None:
    """12 in the first quarter were told; 15 in the half year would tell of 3 in the second."""
    made = release(("second quarter", 3), ("half year", 15))
    made.earlier({("first quarter",): 12}, hidden=())
    made.add_up([("half year",)], [("first quarter",), ("second quarter",)])
    assert hidden(made.shown()) == {"second quarter", "half year"}


def test_what_an_earlier_pack_hid_stays_hidden() -> None:
    made = release(("second quarter", 9), ("half year", 12))
    made.earlier({("first quarter",): 3}, hidden=[("first quarter",)])
    made.add_up([("half year",)], [("first quarter",), ("second quarter",)])
    shown = made.shown()
    assert len(shown.hidden) == 1
    assert not shown.exposed


def test_a_number_that_was_hidden_beside_a_small_one_stays_hidden() -> None:
    made = release(("first quarter", 9))
    made.earlier({("first quarter",): 9}, hidden=[("first quarter",)])
    assert hidden(made.shown()) == {"first quarter"}


def test_what_was_told_may_be_told_again() -> None:
    """3 was published under another rule: to hide it now would help nobody."""
    made = release(("first quarter", 3))
    made.earlier({("first quarter",): 3}, hidden=())
    assert made.shown()[("first quarter",)] == 3


def test_where_the_search_gives_up_all_is_hidden_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moves, "PATIENCE", 1)
    made = release(("a", 3), ("b", 20), ("c", 40), ("all", 63))
    made.add_up([("all",)], [("a",), ("b",), ("c",)])
    shown = made.shown()
    assert hidden(shown) == {"a", "b", "c", "all"}
    assert shown.exposed == {("a",)}


def test_what_was_published_cannot_be_hidden_any_more_and_is_said() -> None:
    made = release(("second quarter", 3))
    made.earlier({("first quarter",): 12, ("half year",): 15}, hidden=())
    made.add_up([("half year",)], [("first quarter",), ("second quarter",)])
    assert made.shown().exposed == {("second quarter",)}


def test_months_and_pages_under_attack() -> None:
    """Packs of three months with two pages each, those who came and left, and a percentage; the
    first two months were published before. Nothing is recovered from all of it together, and next
    to nothing was told by the earlier pack already."""
    random = np.random.default_rng(11)
    puzzles, exposed, numbers, none = [], 0, 0, 0
    for _ in range(PACKS):
        first = pack(random, 2)
        before = first.shown()
        second = pack(random, 3, first, before)
        shown = second.shown()
        exposed += len(shown.exposed)
        numbers += len(shown.numbers)
        none += len(shown.hidden)
        puzzles.append(puzzle(second, before, shown))
    assert exposed == 0
    assert not any(recovered(puzzles, tables=False))
    assert none < 0.8 * numbers


PACKS = 40


def pack(
    random: np.random.Generator,
    months: int,
    first: Release | None = None,
    told: Shown | None = None,
) -> Release:
    """A pack of so many months; the months of an earlier pack are as they were."""
    made = Release()
    if first is not None and told is not None:
        made.earlier(
            {key: first.numbers[key] for key in told.numbers},
            [key for key, number in told.numbers.items() if number is None],
        )
        made.sums += first.sums
        made.numbers |= first.numbers
        made.stocks += first.stocks
    for month in range(2 if first else 0, months):
        homes = random.poisson(random.gamma(0.8, 9, (4, 3)))
        over = random.multinomial(homes.sum(), [0.3, 0.7])
        shared = {(TOTAL, TOTAL): ("children", month)}
        Table(f"homes {month}", range(4), range(3), homes.tolist(), shared).join(made)
        Table(f"orders {month}", ["all"], ["care order", "else"], [over.tolist()], shared).join(
            made
        )
        made.add(("seen", month), int(homes.sum() - random.integers(0, 9)))
        made.share(("seen", month), ("children", month))
        if month:
            _flow(made, random, month)
    for kind in range(4):
        made.months([(f"homes {month}", kind, TOTAL) for month in range(months)])
    return made


def _flow(made: Release, random: np.random.Generator, month: int) -> None:
    before, now = (made.numbers["children", each] for each in (month - 1, month))
    left = int(random.integers(0, 12)) + max(0, before - now)
    made.add(("left", month), left)
    made.add(("came", month), now - before + left)
    made.add_up([("children", month), ("left", month)], [("children", month - 1), ("came", month)])


def puzzle(made: Release, *told: Shown) -> Puzzle:
    """What a reader of all that was told has to solve."""
    keys = list(made.numbers)
    known = {key: n for each in told for key, n in each.numbers.items() if n is not None}
    for bound in made.sums:
        # Of a percentage the rest is told as well, by what it is made of.
        unseen = [key for key in bound.keys if key[0] == "the rest" and key not in known]
        if unseen and all(key in known for key in bound.keys if key not in unseen):
            known |= {key: made.numbers[key] for key in unseen}
    known |= {key: 0 for key, number in made.numbers.items() if not number}
    sums = np.zeros((len(made.sums), len(keys)), dtype=np.int64)
    for line, bound in zip(sums, made.sums, strict=True):
        for side, sign in ((bound.left, 1), (bound.right, -1)):
            for key in side:
                line[keys.index(key)] += sign
    return Puzzle.of([known.get(key) for key in keys], sums)
