"""Pages of docs/ that are made from the code, so that they cannot go stale.

Each floor registers its own in its AppConfig; `manage.py docs` writes them, `--check` compares.
"""

from collections.abc import Callable

Render = Callable[[], str]
_documents: dict[str, Render] = {}


def register(path: str, render: Render) -> None:
    """Have docs/`path` written from what `render()` returns (Markdown)."""
    _documents[path] = render


def documents() -> dict[str, str]:
    """Path below docs/ → text, in the order of their names."""
    return {path: _documents[path]() for path in sorted(_documents)}


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; bars within cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines
    )
