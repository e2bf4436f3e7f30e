"""What a change of an authority's settings would do to its children's waits; nothing is kept."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from casetrack.models import Authority, Child
from oversight.clocks.engine import supposing
from oversight.models import ClockRow


class Standing(NamedTuple):
    """How a wait stands on a day: its state, and the day of its limit. Both None for no wait."""

    state: str | None = None
    due_on: date | None = None


def would_change(
    authority: Authority,
    write: Callable[[], None],
    *,
    day: date,
    key: Sequence[str],
    only: tuple[str, ...] = (),
) -> list[tuple[tuple[Any, ...], Standing, Standing]]:
    """Each wait that would stand otherwise on `day` after `write`: its key, before and after.

    `key` are the fields by which a wait is the same wait. `only` are the codes of clocks where no
    other can change.
    """

    def standing() -> dict[tuple[Any, ...], Standing]:
        rows = ClockRow.objects.as_at(day).filter(child__authority=authority)
        rows = rows.filter(clock__in=only) if only else rows
        found = rows.values_list(*key, "state", "due_on")
        return {tuple(wait): Standing(state, due_on) for *wait, state, due_on in found}

    before = standing()
    after = supposing(write, children_of(authority), standing, only=only)
    both = (
        (wait, before.get(wait, Standing()), after.get(wait, Standing()))
        for wait in sorted(before.keys() | after.keys())
    )
    return [each for each in both if each[1] != each[2]]


def children_of(authority: Authority) -> list[int]:
    """The ids of all children of the authority."""
    return list(Child.objects.filter(authority=authority).values_list("pk", flat=True))
