"""How a step is found done where another fact shows it: a review held, an order made, a match.

The floor that holds the fact says how it is found, with `register`; an upper floor does so when it
starts. A step that is found so is never entered by hand.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Self

Finder = Callable[[Sequence[Any]], Mapping[int, date]]


class Together(ABC):
    """A finder that is asked in one query with the others of its class."""

    @classmethod
    @abstractmethod
    def ask(
        cls, plans: Sequence[Any], finders: Mapping[str, Self]
    ) -> Mapping[tuple[int, str], date]:
        """By id of the plan and code: the days that these finders find."""

    def __call__(self, plans: Sequence[Any]) -> Mapping[int, date]:
        return {plan: day for (plan, _), day in self.ask(plans, {"": self}).items()}


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
    days: dict[tuple[int, str], date] = {}
    together: dict[type[Together], dict[str, Together]] = {}
    for code in codes:
        finder = _finders.get(code)
        if isinstance(finder, Together):
            together.setdefault(type(finder), {})[code] = finder
        elif finder is not None:
            days |= {(plan, code): day for plan, day in finder(plans).items()}
    for kind, finders in together.items():
        days |= kind.ask(plans, finders)
    return days
