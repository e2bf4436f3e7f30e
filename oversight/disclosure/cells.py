"""What may be told of numbers of children: the rule, and sums by which one number tells another.

A number has a key, a tuple that says what it counts; the same key on two pages is the same number.
A `Sum` is what everybody can work out: that parts make a whole, that the children of last month and
those who came are those of this month and those who left.
"""

from collections.abc import Hashable
from dataclasses import dataclass

Key = tuple[Hashable, ...]


@dataclass(frozen=True)
class Rule:
    """From which sizes on numbers are told; an authority may ask for larger ones.

    Numbers from 1 to `small` are hidden, 0 is told. Of `few` or fewer no percentage is told, and no
    average of fewer than `few`. A stock below `steady` is not told two months running where it
    moved by a small number: in a group of 12, one child who left is known to those who know it.
    """

    small: int = 5
    few: int = 10
    steady: int = 20

    def is_small(self, number: int) -> bool:
        return 1 <= number <= self.small


HOUSE = Rule()


@dataclass(frozen=True)
class Sum:
    """The numbers on the `left` add up to what those on the `right` add up to."""

    left: tuple[Key, ...]
    right: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return self.left + self.right
