"""All clocks, found in `rules/`: a file whose name is not its clock's code is refused at load."""

from importlib import import_module
from pkgutil import iter_modules

from oversight.clocks import rules
from oversight.clocks.clock import Clock, Group


def _load() -> dict[str, Clock]:
    found: dict[str, Clock] = {}
    for module in sorted(iter_modules(rules.__path__), key=lambda module: module.name):
        clock = import_module(f"{rules.__name__}.{module.name}").CLOCK
        if clock.code.replace("-", "_") != module.name:
            raise ValueError(f"rules/{module.name}.py holds the clock {clock.code}")
        found[clock.code] = clock
    return found


CLOCKS: dict[str, Clock] = _load()


def moved_with(code: str) -> tuple[str, ...]:
    """The clocks that a setting of this one can change: itself, and those that heed it."""
    return (code, *(clock.code for clock in CLOCKS.values() if code in clock.heeds))


def in_groups() -> list[tuple[Group, list[tuple[str, str]]]]:
    """Code and title of every clock, by the group in which it is looked for."""
    return [
        (
            group,
            sorted(((c.code, c.title) for c in CLOCKS.values() if c.group == group), key=_title),
        )
        for group in Group
    ]


def _title(named: tuple[str, str]) -> str:
    return named[1]
