"""How a step is found done where another fact shows it: a review held, an order made, a match.

The floor that holds the fact says how it is found, with `register`; an upper floor does so when it
starts. A step that is found so is never entered by hand.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

Finder = Callable[[Sequence[Any]], Mapping[int, date]]
_finders: dict[str, Finder] = {}


def register(code: str, finder: Finder) -> None:
    """Have the step `code` found by `finder(plans)`: by id of the plan, the day it was done.

    One set-based query for all plans; a plan whose step is not done is left out.
    """
    if _finders.get(code, finder) is not finder:
        raise ValueError(f"two ways to find the step {code} done")
    _finders[code] = finder


def is_found(code: str) -> bool:
    """Whether another fact shows that the step is done."""
    return code in _finders


def codes() -> frozenset[str]:
    return frozenset(_finders)


def found(plans: Sequence[Any], codes: Sequence[str]) -> dict[tuple[int, str], date]:
    """By id of the plan and code: the days of those of these steps that other facts show done."""
    return {
        (plan, code): day
        for code in codes
        if code in _finders
        for plan, day in _finders[code](plans).items()
    }
