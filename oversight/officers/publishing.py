"""The figures as they may be published: numbers from 1 to 5 hidden, and what would give them away.

A share is hidden like a table of two parts. Where a figure is the sum of parts of a table it
follows that table, so that what the table hides no figure tells.
"""

from collections.abc import Mapping
from dataclasses import replace

from oversight.officers.figures import EARLY, NO_VIEW, TOOK_PART, Figure, Figures, Split
from oversight.suppression import is_small, suppressed
from permanence.models import Stage

Coarser = Mapping[str, tuple[str, tuple[str, ...]]]
TAKING_PART: Coarser = {
    "took-part": ("Took part", TOOK_PART),
    "no-view": ("Gave no view", NO_VIEW),
    "young": ("Under 4", ("PN0",)),
    "unknown": ("Not recorded", ("",)),
}
BY_STAGE: Coarser = {
    "early": ("Informal alert or stage 1", tuple(EARLY)),
    "later": ("Stage 2 or higher", tuple(each for each in Stage if each not in EARLY)),
}
"""Larger parts, by which a table is told where one of its own would have to be hidden."""
COUNTS_STAFF = ("officers",)


def published(found: Figures) -> Figures:
    split = {code: _table(each) for code, each in found.split.items()}
    taking = split["participation"] = _table(found.split["participation"], TAKING_PART)
    stages = split["stages"] = _table(found.split["stages"], BY_STAGE)
    if None in (stages.whole, split["outcomes"].whole):
        # Both split the challenges closed: what the one has to hide the other must not tell.
        stages = split["stages"] = _hidden(stages)
        split["outcomes"] = _hidden(split["outcomes"])
    one = {code: _figure(figure) for code, figure in found.one.items()}
    one["took-part"] = _of_table(found.one["took-part"], taking, ("took-part", "no-view"))
    one["early"] = _of_table(found.one["early"], stages, ("early", "later"))
    if stages.hides or stages.is_coarse:
        # Those with a formal stage are all but those that had an informal alert alone.
        one["closed-in-time"] = replace(one["closed-in-time"], number=None, of=None)
    if one["answers-in-time"].number is None:
        split["late-answers"] = _hidden(split["late-answers"])
    load = found.workload
    return replace(
        found,
        one=one,
        split=split,
        workload=None if load and load.each and is_small(load.each[0]) else load,
        days_to_close=found.days_to_close if stages.whole is not None else None,
        ended=(),
    )


def _figure(figure: Figure) -> Figure:
    number, of = figure.number or 0, figure.of or 0
    if figure.code in COUNTS_STAFF:
        return figure
    if figure.alone:
        return replace(figure, number=None) if is_small(number) else figure
    whole, parts = suppressed({"in": number, "out": of - number})
    return replace(figure, number=parts["in"], of=whole)


def _of_table(figure: Figure, table: Split, parts: tuple[str, str]) -> Figure:
    """A figure that is the first of these parts, of both."""
    if not table.is_coarse and not table.hides:
        return figure
    number, rest = (table.numbers.get(part) for part in parts)
    of = None if number is None or rest is None else number + rest
    return replace(figure, number=number, of=of)


def _table(split: Split, coarser: Coarser | None = None) -> Split:
    whole, parts = suppressed(split.counted)
    if coarser is not None and None in parts.values():
        return _table(_coarse(split, coarser))
    told = tuple((code, said, parts[code]) for code, said, _ in split.parts)
    return replace(split, parts=told, whole=whole)


def _coarse(split: Split, coarser: Coarser) -> Split:
    counted = split.counted
    parts = tuple(
        (code, said, sum(counted[each] for each in of)) for code, (said, of) in coarser.items()
    )
    return replace(split, parts=parts, is_coarse=True)


def _hidden(split: Split) -> Split:
    told = tuple((code, said, None) for code, said, _ in split.parts)
    return replace(split, parts=told, whole=None)
