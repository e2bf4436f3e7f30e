"""Has practice changed? Looked for in the monthly numbers of children who come and who leave.

A series is split in two at every month that leaves enough on either side, and the split that
explains it best is kept (a likelihood ratio of Poisson counts; exits are counted for the children
there were). It counts as a change where it is better than chance would give: the threshold makes a
false alarm rare in a series that never changed, which `make bench-forecast` measures. Brothers and
sisters come together and make counts jumpier than Poisson; the ratio is divided by how jumpy the
series is from one month to the next, which a change of level leaves alone.
"""

from dataclasses import dataclass

import numpy as np

from oversight.indicators.forecast.histories import Numbers
from oversight.indicators.forecast.monthly import Monthly

LOOKED_AT = 36
"""So many months back, as many as rates are made of."""
LEAST = 3
"""So many months on either side: fewer say nothing."""
THRESHOLD = 5.5
"""Of half the deviance. In the constant world of `make bench-forecast` a change was found so in
1.5 % of months, where brothers and sisters come together in 6 to 9 %.
"""


@dataclass(frozen=True)
class Shift:
    """So many months ago a level changed; the children a month before it and after it."""

    months: int
    before: float
    after: float


@dataclass(frozen=True)
class Change:
    """How many come changed, how many leave, or both; `months` are those since the newest."""

    entries: Shift | None
    exits: Shift | None

    @property
    def months(self) -> int:
        return min(each.months for each in (self.entries, self.exits) if each)


def detected(monthly: Monthly) -> Change | None:
    """The newest change of entries and of exits, as known at the end of these months."""
    came = monthly.entries.sum(axis=(1, 2))[-LOOKED_AT:].astype(float)
    left = monthly.exits.sum(axis=(1, 2))[-LOOKED_AT:].astype(float)
    there = monthly.homes.sum(axis=1)[:-1][-LOOKED_AT:].astype(float)
    entries, exits = _shift(came, np.ones(len(came))), _shift(left, there)
    return Change(entries, exits) if entries or exits else None


def _shift(counts: Numbers, of: Numbers) -> Shift | None:
    months = split(counts, of)
    if not months:
        return None
    return Shift(months, float(counts[:-months].mean()), float(counts[-months:].mean()))


def split(counts: Numbers, of: Numbers) -> int:
    """The months since the newest change of the rate of `counts` per `of`; 0 where there is none.

    A change that is found is looked behind: the months after it may hold a newer one.
    """
    found = 0
    counts, of = counts.astype(float), of.astype(float)
    while len(counts) >= 2 * LEAST:
        ratios = likelihood_ratios(counts, of)
        best = int(ratios.argmax())
        if ratios[best] / jumpiness(counts, of) < THRESHOLD:
            break
        counts, of = counts[best + LEAST :], of[best + LEAST :]
        found = len(counts)
    return found


def likelihood_ratios(counts: Numbers, of: Numbers) -> Numbers:
    """Of a change after `LEAST`, `LEAST` + 1 ... months against none: logarithms."""
    cut = np.arange(LEAST, len(counts) - LEAST + 1)
    events, whole = np.cumsum(counts), np.cumsum(of)
    before, after = events[cut - 1], events[-1] - events[cut - 1]
    lived_before, lived_after = whole[cut - 1], whole[-1] - whole[cut - 1]
    ratios: Numbers = (
        _score(before, lived_before) + _score(after, lived_after) - _score(events[-1:], whole[-1:])
    )
    return ratios


def _score(events: Numbers, of: Numbers) -> Numbers:
    """The greatest log likelihood of events at one rate, but for what is the same of every rate."""
    score: Numbers = events * np.log(np.maximum(events, 1e-12) / np.maximum(of, 1e-12))
    return score


def jumpiness(counts: Numbers, of: Numbers) -> float:
    """How much more a month differs from the next than Poisson counts would, at least 1."""
    # A month without a child in care has no rate, and none is far from its own.
    of = np.maximum(of, 1e-12)
    rate = counts / of
    mean = counts.sum() / of.sum()
    if mean == 0:
        return 1.0
    apart = np.diff(rate) ** 2 / (mean * (1 / of[1:] + 1 / of[:-1]))
    return max(1.0, float(apart.mean()))
