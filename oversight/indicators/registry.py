"""All indicators, found in `defs/`: a file whose name is not its indicator's code is refused."""

from importlib import import_module
from pkgutil import iter_modules

from oversight.indicators import defs
from oversight.indicators.indicator import Group, Indicator


def _load() -> dict[str, Indicator]:
    found: dict[str, Indicator] = {}
    for module in sorted(iter_modules(defs.__path__), key=lambda module: module.name):
        indicator = import_module(f"{defs.__name__}.{module.name}").INDICATOR
        if indicator.code.replace("-", "_") != module.name:
            raise ValueError(f"defs/{module.name}.py holds the indicator {indicator.code}")
        found[indicator.code] = indicator
    return found


INDICATORS: dict[str, Indicator] = _load()


def called(number: str) -> Indicator:
    """By its number on a scorecard, such as CP9. Raises KeyError where none has it."""
    for indicator in INDICATORS.values():
        if number in indicator.called:
            return indicator
    raise KeyError(number)


def in_groups() -> list[tuple[Group, list[Indicator]]]:
    return [
        (group, [each for each in INDICATORS.values() if each.group == group]) for group in Group
    ]
