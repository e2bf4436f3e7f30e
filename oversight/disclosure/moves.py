"""What else hidden numbers could be: the search that hides enough, and proves that it did.

Whoever reads a table knows every number that is shown, every sum, that children are whole and, as a
0 is always shown, that what is hidden is at least 1. A hidden number is safe where other numbers in
its place, and in the places of other hidden ones, agree with all of that. So the search looks for a
move: it changes the number by one, and then whatever has to change for the sums to hold. Moves
among hidden numbers are free; a move that needs a shown number costs, and that number is hidden
too. The cheapest is made, found as a shortest path is (Dijkstra): a place on it is which sums are
out, and by how much.

What is found is its own proof: the numbers after a move are another reading of what is shown, whole
and at least 1. A number from 1 to `small` is safe when it could be as much as `small` and, as far
as its own parts allow, as little as 1: nobody learns more of it than that it is hidden. A larger
number is safe when there is any other reading of it. Where every number is in at most two sums,
as in lists and in tables of rows and columns, a place is a sum and the way back, as in a network of
pipes (Cox, Network models for complementary cell suppression, Journal of the American Statistical
Association 1995): the search sees every move there is. Beyond that it gives up after PATIENCE
places, and a number that it could not prove safe counts as exposed. So it may hide too much there,
never too little.
"""

from collections.abc import Iterable, Sequence
from heapq import heappop, heappush
from math import inf

PATIENCE = 4000
"""So many places are looked at for one move; a table of 8 by 6 has 16."""
AT_ONCE = 8
"""So many sums may be out at once on the way of a move."""

Place = tuple[tuple[int, int], ...]
Move = dict[int, int]
Step = tuple[int, int, int]
"""A number, by how much it is changed, and the step before."""
Signed = list[tuple[int, int]]


class Moves:
    """Numbers by their index, and sums of them that come to 0: each a list of (index, 1 or -1).

    `cost` is that of hiding a number that is shown, endless where it cannot be hidden any more.
    `hidden` grows; `low` and `high` are the least and the most that each number was seen to be.
    """

    def __init__(
        self,
        numbers: Sequence[int],
        sums: Sequence[Signed],
        cost: Sequence[float],
        hidden: Iterable[int],
        small: int,
    ) -> None:
        self.numbers, self.small, self.hidden = numbers, small, set(hidden)
        self.cost = [0.0 if each in self.hidden else cost[each] for each in range(len(numbers))]
        self.low, self.high = list(numbers), list(numbers)
        self.within: list[Signed] = [[] for _ in numbers]
        for index, each in enumerate(sums):
            for cell, sign in each:
                self.within[cell].append((index, sign))
        self.narrow = all(len(each) <= 2 for each in self.within)
        # A 0 is always shown, and what cannot be hidden stands: neither can be otherwise.
        self.sums = [
            [(cell, sign) for cell, sign in each if numbers[cell] and self.cost[cell] < inf]
            for each in sums
        ]

    def protect(self) -> set[int]:
        """Hides what it takes for all that is hidden to be safe; what cannot be made safe."""
        return {cell for cell in sorted(self.hidden) if not self._wholly(cell)}

    def _wholly(self, cell: int) -> bool:
        """Where no move is found, all that stands in a sum with the number is hidden, then all that
        stands in one with those, as far as it goes."""
        near = {cell}
        while not self.secure(cell):
            sums = {index for each in near for index, _ in self.within[each]}
            wider = near | {other for index in sums for other, _ in self.sums[index]}
            if wider == near:
                return False
            self._hide(wider)
            near = wider
        return True

    def secure(self, cell: int) -> bool:
        """Hides what it takes for the number to be safe; False where that cannot be proved."""
        number = self.numbers[cell]
        if 1 <= number <= self.small:
            self._reach(cell, self.small)
            self._reach(cell, self._least(cell))
        other = self.low[cell] < self.high[cell] or self._reach(cell, number + 1)
        return self.high[cell] >= self.small and (other or self._reach(cell, number - 1))

    def _least(self, cell: int, above: tuple[int, ...] = ()) -> int:
        """What a small number is at least: 1, and as a whole what its parts are at least.

        As its parts are small they are hidden too. `above` are the wholes that it is a part of.
        """
        above = (*above, cell)
        sides = [
            [part for part, other in self.sums[index] if other > 0]
            for index, sign in self.within[cell]
            if sign < 0 and sum(other < 0 for _, other in self.sums[index]) == 1
        ]
        below = [parts for parts in sides if not set(parts) & set(above)]
        return max([1, *(sum(self._least(part, above) for part in parts) for parts in below)])

    def _reach(self, cell: int, target: int) -> bool:
        """Whether the number could be `target`, after hiding what it takes."""
        if self.low[cell] <= target <= self.high[cell]:
            return True
        now = list(self.numbers)
        while now[cell] != target:
            move = self._cheapest(cell, 1 if target > now[cell] else -1, now)
            if move is None:
                return False
            self._hide(move)
            room = [(now[each] - 1) // -by for each, by in move.items() if by < 0]
            times = min([abs(target - now[cell]), *room])
            for each, by in move.items():
                now[each] += times * by
                self.low[each] = min(self.low[each], now[each])
                self.high[each] = max(self.high[each], now[each])
        return True

    def _hide(self, cells: Iterable[int]) -> None:
        for cell in cells:
            self.hidden.add(cell)
            self.cost[cell] = 0.0

    def _cheapest(self, cell: int, by: int, now: list[int]) -> Move | None:
        """The cheapest move that changes the number by one, from the reading `now`."""
        start = tuple((index, sign * by) for index, sign in self.within[cell])
        best, steps = {start: 0.0}, [(cell, by, -1)]
        heap: list[tuple[float, int, int, Place]] = [(0.0, 0, 0, start)]
        while heap and len(best) < PATIENCE:
            cost, _, step, place = heappop(heap)
            if not place:
                move = _made(steps, step)
                return move if all(now[each] + by >= 1 for each, by in move.items()) else None
            if cost > best[place]:
                continue
            index, out = place[-1]
            for other, sign in self.sums[index]:
                change = -sign if out > 0 else sign
                if now[other] + change < 1 or self._used(other, steps, step):
                    continue
                then, much = self._then(place, other, change), cost + self.cost[other]
                if len(then) <= AT_ONCE and much < best.get(then, inf):
                    best[then] = much
                    steps.append((other, change, step))
                    heappush(heap, (much, len(then), len(steps) - 1, then))
        return None

    def _then(self, place: Place, cell: int, change: int) -> Place:
        """Which sums are out after the change, those last that it put out."""
        out = dict(place)
        for index, sign in self.within[cell]:
            by = out.pop(index, 0) + sign * change
            if by:
                out[index] = by
        return tuple(out.items())

    def _used(self, cell: int, steps: list[Step], step: int) -> bool:
        """Whether the steps so far have changed the number: each is changed once.

        In a network only the first could come up again.
        """
        if self.narrow:
            return cell == steps[0][0]
        while step >= 0:
            used, _, step = steps[step]
            if used == cell:
                return True
        return False


def _made(steps: list[Step], step: int) -> Move:
    """The move that leads to the step."""
    move: Move = {}
    while step >= 0:
        cell, by, step = steps[step]
        move[cell] = move.get(cell, 0) + by
    return move
