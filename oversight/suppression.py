"""Hiding small numbers so that they cannot be worked out from what is still shown.

A table is a whole split into parts. Parts from 1 to 5 are hidden; then, because the whole is shown
and the sum of what is hidden can be worked out from it, further parts are hidden until that sum
leaves every hidden part open: one hidden part alone is the sum itself, and where the sum equals the
number of hidden parts every one of them must be 1. All hidden parts look alike, so nobody can tell
which was small. Where even that cannot help, the whole is hidden too.
"""

from collections.abc import Mapping
from typing import TypeVar

Part = TypeVar("Part")
SMALL = 5


def is_small(number: int) -> bool:
    return 1 <= number <= SMALL


def suppressed(parts: Mapping[Part, int]) -> tuple[int | None, dict[Part, int | None]]:
    """The whole and its parts, None for each that is hidden."""
    whole = sum(parts.values())
    hidden = {part for part, number in parts.items() if is_small(number)}
    spare = sorted((part for part in parts if part not in hidden), key=lambda part: parts[part])
    # A part of 0 protects nothing unless it is all there is: larger ones are hidden first.
    spare.sort(key=lambda part: parts[part] == 0)
    while hidden and not _open(parts, hidden) and spare:
        hidden.add(spare.pop(0))
    nothing_shown = is_small(whole) or bool(hidden and not _open(parts, hidden))
    if nothing_shown:
        return None, dict.fromkeys(parts)
    return whole, {part: None if part in hidden else number for part, number in parts.items()}


def suppressed_sums(
    parts: Mapping[Part, tuple[int, int]], behind: int
) -> tuple[int | None, dict[Part, int | None]]:
    """The same for parts that are sums over children: each is (sum, children behind it).

    A child may be behind several parts. What is hidden together has to be the sum of more than
    five children, so at least one hidden part is behind that many; `behind` are those of the whole.
    """
    hidden = {part for part, (_, children) in parts.items() if is_small(children)}
    spare = sorted((part for part in parts if part not in hidden), key=lambda part: parts[part][1])
    spare.sort(key=lambda part: parts[part][1] == 0)
    while hidden and not _covered(parts, hidden) and spare:
        hidden.add(spare.pop(0))
    whole = sum(number for number, _ in parts.values())
    if is_small(behind) or (hidden and not _covered(parts, hidden)):
        return None, dict.fromkeys(parts)
    return whole, {part: None if part in hidden else parts[part][0] for part in parts}


def _covered(parts: Mapping[Part, tuple[int, int]], hidden: set[Part]) -> bool:
    """Whether the sum of the hidden parts is that of more children than are few."""
    return len(hidden) > 1 and max(parts[part][1] for part in hidden) > SMALL


def _open(parts: Mapping[Part, int], hidden: set[Part]) -> bool:
    """Whether the sum of the hidden parts leaves every one of them more than one possibility."""
    total = sum(parts[part] for part in hidden)
    return len(hidden) > 1 and total > max(len(hidden), SMALL)
