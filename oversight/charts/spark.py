"""A line as small as a word, beside a figure that says the same: drawn for the eye alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from oversight.charts.chart import Scale

WIDTH, HEIGHT, EDGE = 168, 44, 6


@dataclass(frozen=True)
class Spark:
    """Places in pixels: of the line's pieces (it breaks where nothing is known), of the last point
    and of the target.
    """

    pieces: tuple[str, ...]
    last: tuple[float, float] | None
    target: float | None
    width: int = WIDTH
    height: int = HEIGHT


def spark(values: Sequence[float | None], target: float | None = None) -> Spark | None:
    """None where fewer than two values are known."""
    known = [value for value in values if value is not None]
    if len(known) < 2:
        return None
    held = [*known, *([target] if target is not None else [])]
    across = Scale(0, len(values) - 1, EDGE, WIDTH - EDGE)
    up = Scale(min(held), max(held), HEIGHT - EDGE, EDGE)
    pieces: list[list[str]] = [[]]
    last = None
    for place, value in enumerate(values):
        if value is None:
            pieces.append([])
            continue
        last = across.at(place), up.at(value)
        pieces[-1].append(f"{last[0]},{last[1]}")
    return Spark(
        tuple(" ".join(piece) for piece in pieces if len(piece) > 1),
        last if values[-1] is not None else None,
        up.at(target) if target is not None else None,
    )
