"""All kinds of fact, by code; each floor adds its own when it starts."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from casetrack.record.kind import Group, Kind

_kinds: dict[str, Kind] = {}


def discover(package: str) -> None:
    """Add the `KINDS` of every module of a floor's `kinds` room; a code twice is refused."""
    room = import_module(package)
    for module in sorted(iter_modules(room.__path__), key=lambda module: module.name):
        for kind in import_module(f"{package}.{module.name}").KINDS:
            if _kinds.get(kind.code, kind) is not kind:
                raise ValueError(f"two kinds of fact are called {kind.code}")
            _kinds[kind.code] = kind


def every() -> list[Kind]:
    """In the order of the groups, then of their titles."""
    order = list(Group)
    return sorted(_kinds.values(), key=lambda kind: (order.index(kind.group), kind.title))


def named(code: str) -> Kind | None:
    return _kinds.get(code)


def of(fact: Any) -> Kind:
    """The kind of a fact, or of a model of facts. Raises LookupError where it has none."""
    model = fact if isinstance(fact, type) else type(fact)
    found = next((kind for kind in _kinds.values() if kind.model is model), None)
    if found is None:
        raise LookupError(f"{model.__name__} has no kind")
    return found
