"""Children who go from place to place, column by column, as that may be published.

Places below a steady size are put together with others of their kind in the column, and small ones
with any, until none is left that could be; all children stay in it. So the number of each place is
told, and both sums of every flow are known to everybody: small flows are hidden, and as many
others as it takes for none of them to be worked out, as in a table of rows and columns. Where that
cannot be had, places are put together until it can.

That places were put together tells that one of them had few children, not which, nor how few.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from oversight.disclosure.cells import HOUSE, Key, Rule
from oversight.disclosure.release import Release

Place = TypeVar("Place", bound=Hashable)
Group = tuple[Place, ...]
"""Places that are told as one."""
Ends = tuple[Group[Place], Group[Place]]
"""A group of one column, and one of the next."""


@dataclass(frozen=True)
class Ways(Generic[Place]):
    """Of each column the group that each of its places is told in, in their order; and from each to
    the next how many children go from group to group: None where that is hidden, 0 left out.
    """

    groups: list[dict[Place, Group[Place]]]
    flows: list[dict[Ends[Place], int | None]]


def whole(
    flows: Sequence[Mapping[tuple[Place, Place], int]], order: Sequence[Place]
) -> Ways[Place]:
    """Every place by itself, and nothing hidden."""
    groups: list[dict[Place, Group[Place]]] = [
        {place: (place,) for place in order if place in sizes}
        for sizes in (_sizes(flows, column) for column in range(len(flows) + 1))
    ]
    return Ways(groups, [dict(each) for each in _together(flows, groups)])


def published(
    flows: Sequence[Mapping[tuple[Place, Place], int]],
    order: Sequence[Place],
    kinds: Mapping[Place, Hashable],
    rule: Rule = HOUSE,
    secret: bytes = b"",
) -> Ways[Place] | None:
    """`flows` has for each column but the last how many children go from where to where in the
    next. None where so few came that nothing can be told.
    """
    search = _Search(flows, order, kinds, rule)
    if search.children <= rule.small:
        return None
    for column in range(len(search.groups)):
        search.widen(column)
    while True:
        together = _together(flows, search.groups)
        hidden, exposed = search.hide(together, secret)
        if not exposed:
            return Ways(
                search.groups,
                [
                    {ends: None if (column, ends) in hidden else n for ends, n in each.items()}
                    for column, each in enumerate(together)
                ],
            )
        column, (here, there) = min(exposed, key=repr)
        search.join(*search.nearest([(column, here), (column + 1, there)]))


class _Search(Generic[Place]):
    def __init__(
        self,
        flows: Sequence[Mapping[tuple[Place, Place], int]],
        order: Sequence[Place],
        kinds: Mapping[Place, Hashable],
        rule: Rule,
    ) -> None:
        self.order, self.kinds, self.rule = order, kinds, rule
        self.groups = whole(flows, order).groups
        self.at = [_sizes(flows, column) for column in range(len(self.groups))]
        self.children = self.at[0].total()

    def size(self, column: int, group: Group[Place]) -> int:
        return sum(self.at[column][place] for place in group)

    def widen(self, column: int) -> None:
        """Puts places of few together with others of their kind, and of any where it has to be."""
        while True:
            told = set(self.groups[column].values())
            low = [group for group in told if self._is_low(column, group)]
            alike = [
                group
                for group in low
                if any(self._kinds(other) == self._kinds(group) for other in told - {group})
            ]
            small = [group for group in low if self.size(column, group) <= self.rule.small]
            if not (alike or small):
                return
            first = min(alike or small, key=lambda group: (self.size(column, group), repr(group)))
            self.join(*self.nearest([(column, first)]))

    def _is_low(self, column: int, group: Group[Place]) -> bool:
        """A place alone below the steady size; places together only while they are of few."""
        size = self.size(column, group)
        return size < self.rule.steady if len(group) == 1 else size <= self.rule.few

    def nearest(
        self, ends: Sequence[tuple[int, Group[Place]]]
    ) -> tuple[int, Group[Place], Group[Place]]:
        """Of these groups and all others of their columns the two to put together: of one kind
        where there are such, and then the smallest.
        """
        pairs = [
            (column, group, other)
            for column, group in ends
            for other in set(self.groups[column].values()) - {group}
        ]

        def cost(pair: tuple[int, Group[Place], Group[Place]]) -> tuple[int, int, str]:
            column, one, other = pair
            mixed = len(self._kinds(one + other))
            return mixed, self.size(column, one) + self.size(column, other), repr(pair)

        return min(pairs, key=cost)

    def _kinds(self, group: Group[Place]) -> frozenset[Hashable]:
        return frozenset(self.kinds[place] for place in group)

    def join(self, column: int, one: Group[Place], other: Group[Place]) -> None:
        both = tuple(place for place in self.order if place in one + other)
        self.groups[column] |= dict.fromkeys(both, both)

    def hide(
        self, together: Sequence[Counter[Ends[Place]]], secret: bytes
    ) -> tuple[set[tuple[int, Ends[Place]]], set[tuple[int, Ends[Place]]]]:
        """Which flows are hidden, and which of them could be worked out even so.

        Places are told whatever happens, so that every flow is in two sums and no more.
        """
        release = Release(self.rule, secret)
        places: dict[Key, int] = {
            (column, group): self.size(column, group)
            for column, groups in enumerate(self.groups)
            for group in set(groups.values())
        }
        release.earlier(places, ())
        flows: dict[Key, tuple[int, Ends[Place]]] = {}
        for column, each in enumerate(together):
            for ends, number in each.items():
                flows[column, *ends] = column, ends
                release.add((column, *ends), number)
            for side in (0, 1):
                for group in set(self.groups[column + side].values()):
                    parts: list[Key] = [(column, *ends) for ends in each if ends[side] == group]
                    release.add_up([(column + side, group)], parts)
        shown = release.shown()
        return {flows[key] for key in shown.hidden}, {flows[key] for key in shown.exposed}


def _sizes(flows: Sequence[Mapping[tuple[Place, Place], int]], column: int) -> Counter[Place]:
    """How many children are where in the column."""
    found: Counter[Place] = Counter()
    last = column == len(flows)
    for (here, there), number in flows[column - last].items():
        found[there if last else here] += number
    return found


def _together(
    flows: Sequence[Mapping[tuple[Place, Place], int]],
    groups: Sequence[Mapping[Place, Group[Place]]],
) -> list[Counter[Ends[Place]]]:
    """The flows between the groups of each column and of the next."""
    found = []
    for column, each in enumerate(flows):
        told: Counter[Ends[Place]] = Counter()
        for (here, there), number in each.items():
            told[groups[column][here], groups[column + 1][there]] += number
        found.append(told)
    return found
