"""What can be said of the project by reading its code: who writes outside the one door for writes,
and who fetches a child past the one door for reads.

Calls are followed by name, from module to module; what is called on an object is not.
"""

import ast
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ("casetrack", "placements", "permanence", "adoption", "oversight", "returns")
WRITES = {"create", "save", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
STATEMENTS = ("INSERT", "UPDATE ", "DELETE", "TRUNCATE", "setval")


@dataclass
class Module:
    """One file: its functions (those of classes as `Class.name`), and what its names stand for."""

    name: str
    tree: ast.Module
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, name: str, text: str) -> "Module":
        module = cls(name, ast.parse(text))
        for node in module.tree.body:
            if isinstance(node, ast.FunctionDef):
                module.functions[node.name] = node
            elif isinstance(node, ast.ClassDef):
                methods = [each for each in node.body if isinstance(each, ast.FunctionDef)]
                module.functions |= {f"{node.name}.{each.name}": each for each in methods}
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                module.texts[node.targets[0].id] = ast.unparse(node.value)
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ImportFrom):
                module.imported |= {
                    each.asname or each.name: f"{node.module}.{each.name}" for each in node.names
                }
        return module


@cache
def modules() -> dict[str, Module]:
    """Every module of the product, by its name."""
    return {
        name: Module.of(name, path.read_text())
        for app in APPS
        for path in sorted((ROOT / app).rglob("*.py"))
        if not {"tests", "migrations", "demo"} & set(path.parts)
        for name in [".".join(path.relative_to(ROOT).with_suffix("").parts)]
    }


@dataclass(frozen=True)
class Call:
    """A call in a function; `recorded` where it stands inside `with recording(...)`."""

    node: ast.Call
    recorded: bool


def calls(module: Module, function: ast.FunctionDef) -> Iterator[Call]:
    """Every call, in nested functions as well."""
    names = {
        target.id
        for node in ast.walk(function)
        if isinstance(node, ast.Assign) and _is_recording(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    names |= {
        name
        for name, each in module.functions.items()
        if any(_is_recording(node.value) for node in each.body if isinstance(node, ast.Return))
    }
    yield from _calls(function, False, names)


def _calls(node: ast.AST, recorded: bool, names: set[str]) -> Iterator[Call]:
    """`names` stand for `recording(...)`: given to it, or functions that do nothing but open it."""
    if isinstance(node, ast.Call):
        yield Call(node, recorded)
    if isinstance(node, ast.With):
        for item in node.items:
            yield from _calls(item, recorded, names)
        opened = [item.context_expr for item in node.items]
        inside = recorded or any(_is_recording(each, names) for each in opened)
        for child in node.body:
            yield from _calls(child, inside, names)
        return
    for child in ast.iter_child_nodes(node):
        yield from _calls(child, recorded, names)


def _is_recording(node: ast.AST | None, names: Collection[str] = ()) -> bool:
    if isinstance(node, ast.Call):
        return _dotted(node.func).split(".")[-1] in ("recording", *names)
    return isinstance(node, ast.Name) and node.id in names


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else "?"


def writes(module: Module, call: ast.Call) -> bool:
    """Whether the call itself changes the database."""
    if not isinstance(call.func, ast.Attribute):
        return False
    name = call.func.attr
    if name == "update":
        return bool(call.keywords) and not call.args  # a queryset's; a dict is given another dict
    if name == "delete":
        return not call.args and not call.keywords
    if name in ("execute", "executemany") and call.args:
        named = [each.id for each in ast.walk(call.args[0]) if isinstance(each, ast.Name)]
        texts = [ast.unparse(call.args[0]), *(module.texts.get(name, "") for name in named)]
        return any(statement in text for statement in STATEMENTS for text in texts)
    return name in WRITES


def called(module: Module, call: ast.Call, within: str) -> str:
    """The full name of what is called, as far as names tell; empty where they do not."""
    name = _dotted(call.func)
    first, _, rest = name.partition(".")
    if not rest and first in module.functions:
        return f"{module.name}.{first}"
    if first == "self" and "." in within:
        return f"{module.name}.{within.split('.')[0]}.{rest}"
    if first in module.imported:
        full = module.imported[first] + (f".{rest}" if rest else "")
        return full if function(full) else ""
    return ""


def function(full_name: str) -> tuple[Module, str] | None:
    """The module of a function, and what it is called there; None where there is none such."""
    parts = full_name.split(".")
    for end in range(len(parts) - 1, 0, -1):
        module = modules().get(".".join(parts[:end]))
        if module is not None:
            name = ".".join(parts[end:])
            return (module, name) if name in module.functions else None
    return None


class Unrecorded:
    """Which functions change the database without an event of the audit, and by which calls."""

    def __init__(self, allowed: Collection[str]) -> None:
        self.allowed = allowed
        self._known: dict[str, list[str]] = {}

    def of(self, full_name: str) -> list[str]:
        """The writes that the function comes to outside `recording`, of itself or by what it calls;
        none of those that are allowed.
        """
        if full_name in self.allowed:
            return []
        found = function(full_name)
        if full_name not in self._known and found is not None:
            self._known[full_name] = []  # what calls itself is read once
            self._known[full_name] = list(dict.fromkeys(self.within(*found)))
        return self._known.get(full_name, [])

    def within(self, module: Module, name: str) -> Iterator[str]:
        for call in calls(module, module.functions[name]):
            if call.recorded:
                continue
            if ours := called(module, call.node, name):
                yield from self.of(ours)
            elif writes(module, call.node):
                yield f"{module.name}:{call.node.lineno} {ast.unparse(call.node.func)}()"


# Reading


PAGES = ("views", "api")


def reached_from_pages() -> dict[str, Module]:
    """The modules of pages and of the API, and all that these import, but for the rooms that are
    given children by their callers: actions and models.
    """
    found: dict[str, Module] = {}
    waiting = [name for name in modules() if _room(name) in PAGES]
    while waiting:
        name = waiting.pop()
        if name in found or _room(name) in ("models", "actions"):
            continue
        found[name] = modules()[name]
        waiting += [each for full in found[name].imported.values() for each in _modules_of(full)]
    return found


def _room(name: str) -> str:
    return (name.split(".") + [""])[1]


def _modules_of(full_name: str) -> list[str]:
    """The module itself, or that of which it is a name."""
    return [each for each in (full_name, full_name.rpartition(".")[0]) if each in modules()]


def fetches(module: Module, models: Collection[str]) -> Iterator[str]:
    """Where rows of these models are asked for without a word of whose they are: `visible_to`, or
    a child whom the page has fetched so.
    """
    for name, node in module.functions.items():
        chains = [each for each in ast.walk(node) if _begins(each, models)]
        inner = {id(part) for chain in chains for part in ast.walk(chain) if part is not chain}
        for chain in chains:
            if id(chain) not in inner and not _says_whose(chain):
                yield f"{module.name}.{name}"


def _begins(node: ast.AST, models: Collection[str]) -> bool:
    """`Child.objects` with what is called on it, or `get_object_or_404(Child, ...)`."""
    if isinstance(node, ast.Call) and _dotted(node.func) == "get_object_or_404":
        return isinstance(node.args[0], ast.Name) and node.args[0].id in models
    while isinstance(node, ast.Call | ast.Attribute):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager"):
            return isinstance(node.value, ast.Name) and node.value.id in models
        node = node.func if isinstance(node, ast.Call) else node.value
    return False


def _says_whose(chain: ast.AST) -> bool:
    for node in ast.walk(chain):
        if isinstance(node, ast.Attribute) and node.attr in ("visible_to", "none"):
            return True
        if isinstance(node, ast.keyword) and (node.arg or "").startswith(("child", "record")):
            return True
    return False
