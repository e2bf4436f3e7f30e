"""Where children live, on the ground floor: said by the floor that holds it.

The page of brothers and sisters says of each where they live, and who of them live together. Homes
are of the floor above, which registers how that is asked.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Lives:
    """What kind of home it is and since when, a mark shared by those who live in the same, and its
    postcode, '' where that is not known.
    """

    words: str
    home: Any
    postcode: str = ""

    def together(self, other: "Lives | None") -> bool:
        """Whether brothers and sisters who live so live in one home.

        A return does not tell whose home it is, so that there each child has one of their own: then
        they are at one postcode.
        """
        if other is None:
            return False
        same = self.home is not None and self.home == other.home
        return same or (self.postcode != "" and self.postcode == other.postcode)


Asked = Callable[[Sequence[int], date], Mapping[int, Lives]]
_asked: list[Asked] = []


def register(asked: Asked) -> None:
    """Have `asked(children, day)` say where these children (ids) live on that day."""
    if asked not in _asked:
        _asked.append(asked)


def lives(children: Sequence[int], day: date) -> dict[int, Lives]:
    """By id; a child of whom no home is known is left out."""
    found: dict[int, Lives] = {}
    for asked in _asked:
        found |= asked(children, day)
    return found
