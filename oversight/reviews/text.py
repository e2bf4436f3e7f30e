"""A letter or a record as it is typed: paragraphs, headings (#) and points of a list (-)."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Block:
    """A heading or a paragraph with its `lines`, or a list with its `points`."""

    heading: bool = False
    lines: list[str] = field(default_factory=list)
    points: list[str] = field(default_factory=list)


def blocks(text: str) -> list[Block]:
    """An empty line ends a block, and so does a line of another sort."""
    found: list[Block] = []
    sort = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        now, said = _sort(line.strip())
        if not now:
            sort = ""
            continue
        if now != sort or now == "#":
            found.append(Block(heading=now == "#"))
        (found[-1].points if now == "-" else found[-1].lines).append(said)
        sort = now
    return found


def _sort(line: str) -> tuple[str, str]:
    for mark in ("#", "-"):
        if line.startswith(f"{mark} "):
            return mark, line.removeprefix(mark).strip()
    return ("text", line) if line else ("", "")
