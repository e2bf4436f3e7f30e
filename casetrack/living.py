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
    """What kind of home it is and since when, and a mark shared by those who live in the same."""

    words: str
    home: Any


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
