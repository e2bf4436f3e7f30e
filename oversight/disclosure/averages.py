"""Averages that may be told: of few nobody's, and none from which one of few could be worked out.

Whoever knows the average of a whole and how many are behind it knows its sum, and so the sum, and
the average, of what is not shown.
"""

from collections.abc import Mapping
from typing import TypeVar

from oversight.disclosure.cells import HOUSE, Rule

Part = TypeVar("Part")


def told(parts: Mapping[Part, int], rule: Rule = HOUSE) -> tuple[bool, frozenset[Part]]:
    """Whether the average of the whole may be told, and of which parts; how many are behind each.

    What is hidden is never one part alone, and together of no fewer than `few`.
    """
    hidden = {part for part, number in parts.items() if 0 < number < rule.few}
    spare = sorted(
        (part for part in parts if parts[part] >= rule.few), key=lambda each: parts[each]
    )
    while hidden and not _covered(parts, hidden, rule) and spare:
        hidden.add(spare.pop(0))
    rest = frozenset(part for part, number in parts.items() if number and part not in hidden)
    enough = sum(parts.values()) >= rule.few
    return enough and (not hidden or _covered(parts, hidden, rule)), rest


def _covered(parts: Mapping[Part, int], hidden: set[Part], rule: Rule) -> bool:
    return len(hidden) > 1 and sum(parts[part] for part in hidden) >= rule.few
