"""Month by month who comes and goes: the published series, and what was chosen so that it follows.

Chosen were the figures of `MONTHS`; who moves in from elsewhere in care follows from the rest. What
was printed and can be reached is reached:

- 31 homes with connected carers began from August to October and 33 ended, as the series has it
  (213 to 211). Those that ended are of children who left care and of children who moved;
- 12 placements with parents began in those months, and 16 children ceased to be looked after from
  there. That is four fewer, and over no three months did the series fall by four: from July to
  October it fell by five. Both are true if one child more went to another home in care, which the
  paper does not say and does not exclude;
- of the 167 who left in twelve months 82 left connected carers. That is 49.1%; 83 would be 49.7%.
  No number of 167 is 49.4%, which is what 82 of 166 and 83 of 168 are;
- connected carers as 30% of children in care would be so of 692 to 715 children. Of the 683 by
  number of homes they are 30.9%, and of the 702 of September 30.1%.
"""

from dataclasses import dataclass
from datetime import date

from casetrack.dates import add_months
from returns.demo.published.targets import AS_AT, CONNECTED, WITH_PARENTS

BEFORE = AS_AT.replace(year=2019)
"""The last day before the twelve months."""

FIRST_CONNECTED, FIRST_WITH_PARENTS, FIRST_IN_CARE = 145, 72, 560
"""On that day, with which the printed series does not begin yet: chosen. In September 2019 554
children were in care. From 72 with parents to the 87 of the last day it is 20.8% more, where 20% is
printed; no number gives 20.0%."""


@dataclass(frozen=True)
class Flow:
    """What happens in a month to the children in one part of the homes."""

    new: int  # came into care there
    moved_in: int  # from elsewhere in care
    left: int  # left care from there
    moved_out: int

    @property
    def entered(self) -> int:
        return self.new + self.moved_in

    @property
    def net(self) -> int:
        return self.new + self.moved_in - self.left - self.moved_out


@dataclass(frozen=True)
class Month:
    """A month's flows: with connected carers, with parents, and everywhere else."""

    number: int  # 0 is November 2019
    connected: Flow
    parents: Flow
    elsewhere: Flow

    @property
    def first(self) -> date:
        return add_months(date(2019, 11, 1), self.number)


CHOSEN = (
    # In care at its end; connected: new, left, moved out; parents: the same; left from elsewhere.
    (570, (7, 8, 0), (1, 2, 1), 5),
    (580, (11, 9, 1), (0, 6, 2), 5),
    (592, (11, 7, 0), (0, 2, 0), 6),
    (603, (7, 9, 1), (1, 1, 0), 6),
    (619, (10, 10, 0), (2, 0, 1), 6),
    (630, (5, 8, 1), (2, 1, 0), 6),
    (645, (7, 3, 0), (0, 1, 0), 2),
    (670, (14, 2, 0), (3, 1, 0), 2),
    (692, (9, 3, 1), (2, 1, 0), 3),
    (698, (5, 5, 3), (1, 6, 0), 1),
    (702, (3, 9, 5), (2, 2, 0), 2),
    (683, (3, 9, 2), (1, 8, 1), 10),
)


def _months() -> list[Month]:
    total, connected, parents = FIRST_IN_CARE, FIRST_CONNECTED, FIRST_WITH_PARENTS
    found = []
    rows = zip(CHOSEN, CONNECTED, WITH_PARENTS, strict=True)
    for number, ((in_care, of_connected, of_parents, left), wanted, home) in enumerate(rows):
        one = _flow(wanted - connected, *of_connected)
        other = _flow(home - parents, *of_parents)
        came = in_care - total + one.left + other.left + left
        moved = one.moved_out + other.moved_out
        rest = Flow(came - one.new - other.new, moved, left, one.moved_in + other.moved_in)
        found.append(Month(number, one, other, rest))
        total, connected, parents = in_care, wanted, home
    return found


def _flow(net: int, new: int, left: int, moved_out: int) -> Flow:
    return Flow(new, net + left + moved_out - new, left, moved_out)


MONTHS = _months()
