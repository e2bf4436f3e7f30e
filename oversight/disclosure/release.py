"""All numbers that are published together, and which of them have to be hidden.

A release holds numbers by key, the sums that bind them, and what was published before. A number
that stands on several pages is added under one key, so that what one page hides no other tells.
Tables bring the sums of their rows and columns; `add_up` binds any others: a stock with the
children who came and left, a year with its quarters, this pack with an earlier one.

A 0 is always shown, also where it was asked to be hidden.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import chain
from math import inf

from oversight.disclosure.cells import HOUSE, Key, Rule, Sum
from oversight.disclosure.moves import Moves

MARGIN = 8.0
"""To hide a whole costs so many times as much as to hide a part of it."""
CHANCE = 0.5
"""By so much more, at most, one number costs than another like it; see `Release.secret`."""


@dataclass(frozen=True)
class Shown:
    """What may be told: each number, None where it is hidden.

    `exposed` could not be made safe, whatever is hidden now, mostly for what was published before:
    somebody has to know of it before anything more is.
    """

    numbers: Mapping[Key, int | None]
    exposed: frozenset[Key]
    rule: Rule = HOUSE

    def __getitem__(self, key: Key) -> int | None:
        return self.numbers[key]

    @property
    def hidden(self) -> frozenset[Key]:
        return frozenset(key for key, number in self.numbers.items() if number is None)

    def percentage(self, part: Key, of: Key) -> float | None:
        """None where a number that it tells is hidden, or where it is of few; see `share`."""
        number, base = self.numbers[part], self.numbers[of]
        if number is None or base is None or base <= self.rule.few:
            return None
        return 100 * number / base


@dataclass
class Release:
    """Filled by its methods in any order, numbers before the sums of them; then `shown`.

    Which numbers are hidden besides the small ones depends on no number's size, but on chance: else
    whoever knew these very lines could tell which numbers they would have hidden, had they been
    other than they are. The chance is drawn from the keys and a `secret` of the authority, so that
    the same release always hides the same.
    """

    rule: Rule = HOUSE
    secret: bytes = b""
    numbers: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    pages: set[Key] = field(default_factory=set)
    stocks: list[tuple[Key, ...]] = field(default_factory=list)
    told: set[Key] = field(default_factory=set)
    kept: set[Key] = field(default_factory=set)

    def add(self, key: Key, number: int) -> None:
        """A number to be published; under the same key it has to be the same."""
        self._bind(key, number)
        self.pages.add(key)

    def _bind(self, key: Key, number: int) -> None:
        """A number that somebody knows, or could work out."""
        if number < 0:
            raise ValueError(f"{key} counts less than nothing")
        if self.numbers.setdefault(key, number) != number:
            raise ValueError(f"{key} is published twice, with different numbers")

    def add_up(self, left: Iterable[Key], right: Iterable[Key]) -> None:
        """The numbers on the left add up to what those on the right add up to."""
        bound = Sum(tuple(left), tuple(right))
        if sum(map(self.numbers.__getitem__, bound.left)) != sum(
            map(self.numbers.__getitem__, bound.right)
        ):
            raise ValueError(f"{bound.left} and {bound.right} do not add up to the same")
        self.sums.append(bound)

    def share(self, part: Key, of: Key) -> None:
        """A part is shown beside its whole, or as a percentage of it: the rest is told as well."""
        rest = ("the rest", part, of)
        self._bind(rest, self.numbers[of] - self.numbers[part])
        self.add_up((of,), (part, rest))

    def months(self, keys: Sequence[Key]) -> None:
        """A stock at the ends of months in a row: hides those that tell of few who came or left."""
        self.stocks.append(tuple(keys))

    def earlier(self, numbers: Mapping[Key, int], hidden: Collection[Key]) -> None:
        """Numbers as they were published before, and which of them were hidden then."""
        for key, number in numbers.items():
            self._bind(key, number)
            (self.kept if key in hidden else self.told).add(key)

    def shown(self) -> Shown:
        keys = list(self.numbers)
        place = {key: index for index, key in enumerate(keys)}
        moves = Moves(
            list(self.numbers.values()),
            [_signed(each, place) for each in self.sums],
            self._costs(),
            [place[key] for key in self._first()],
            self.rule.small,
        )
        exposed = frozenset(keys[index] for index in moves.protect())
        told = {
            key: None if place[key] in moves.hidden else number
            for key, number in self.numbers.items()
            if key in self.pages
        }
        return Shown(told, exposed, self.rule)

    def _first(self) -> set[Key]:
        """What is hidden for its own sake, or was before."""
        small = {key for key, number in self.numbers.items() if self.rule.is_small(number)}
        moving = {key for stock in self.stocks for key in self._moving(stock)}
        return {key for key in small | moving | self.kept if self.numbers[key]} - self.told

    def _moving(self, stock: tuple[Key, ...]) -> Iterator[Key]:
        """The months that are a small number away from the last that is shown, where one of the
        two is below `steady`."""
        last: int | None = None
        for key in stock:
            number = self.numbers[key]
            moved = 0 if last is None else abs(number - last)
            if self.rule.is_small(number) and key not in self.told:
                continue
            if self.rule.is_small(moved) and min(number, last or 0) < self.rule.steady:
                yield key
            if not self.rule.is_small(moved) or key in self.told:
                last = number

    def _costs(self) -> list[float]:
        """Of hiding each number; endless where it is known to the public already."""
        wholes = dict.fromkeys(self.numbers, 0)
        for key in chain.from_iterable(each.left for each in self.sums if len(each.left) == 1):
            wholes[key] += 1
        return [
            inf if key in self.told else MARGIN ** wholes[key] * (1 + CHANCE * self._drawn(key))
            for key in self.numbers
        ]

    def _drawn(self, key: Key) -> float:
        """From 0 to 1."""
        drawn = blake2b(repr(key).encode(), key=self.secret, digest_size=4)
        return int.from_bytes(drawn.digest(), "big") / 2**32


def _signed(bound: Sum, place: Mapping[Key, int]) -> list[tuple[int, int]]:
    """The sum as what comes to 0: each number's place, and its sign."""
    left = [(place[key], -1) for key in bound.left]
    return [*left, *((place[key], 1) for key in bound.right)]
