"""How long waits last, counted over all who wait: also those who still do, and whose plan changed.

An average of those who finished leaves out whoever waits on. The estimator of Aalen and Johansen
(Scandinavian Journal of Statistics 1978) counts everybody for as long as they were followed: with
two ways to end it gives, for each day since the beginning, the share done and the share ended
otherwise; the rest waits still. What ended otherwise is no wait cut short: to leave it out of the
count, as Kaplan and Meier would, makes waits look shorter than they are.

Waits are counted in whole days since they began (day 0). Someone may be followed only from a later
day on (delayed entry): so a curve can speak of the last twelve months alone. Who is followed on a
day at all is at risk on it, whether they come in, stop or leave on that very day.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Days = NDArray[np.int64]
Shares = NDArray[np.float64]

STILL, DONE, OTHERWISE = 0, 1, 2
"""How a wait ended while it was followed; STILL: it was not seen to end."""

Z = 1.959964
"""Of a normal distribution, 95 % lies within so many standard deviations."""


@dataclass(frozen=True)
class Followed:
    """Waits as followed over some days: each an element of every array.

    `entered` and `left` are days since the wait began, the first and the last on which it was
    followed; `ended` is STILL, DONE or OTHERWISE, on `left`.
    """

    entered: Days
    left: Days
    ended: Days

    @classmethod
    def within(
        cls, first: int, last: int, began: Days, came: Days, stopped: Days, ended: Days
    ) -> "Followed":
        """Waits as seen from the day `first` to the day `last`, both among them (days of any era).

        `began`, `came` and `stopped` are such days too: from which a wait counts, from which it
        could be seen at all, and on which it stopped. After `last` it was not yet seen to end.
        """
        came = np.maximum(came, first)
        seen = (came <= last) & (stopped >= came)
        began, came, stopped, ended = (each[seen] for each in (began, came, stopped, ended))
        return cls(
            entered=np.maximum(came - began, 0),
            left=np.minimum(stopped, last) - began,
            ended=np.where(stopped <= last, ended, STILL),
        )

    def __len__(self) -> int:
        return len(self.left)

    def at_risk(self, days: Days) -> Days:
        """How many were followed on each of the days."""
        come = np.searchsorted(np.sort(self.entered), days, side="right")
        gone = np.searchsorted(np.sort(self.left), days, side="left")
        return np.asarray(come - gone, dtype=np.int64)

    def there(self, day: int) -> int:
        """How many were followed on the day."""
        return int(np.sum((self.entered <= day) & (day <= self.left)))

    def ended_by(self, day: int, how: int = DONE) -> int:
        """How many ended so, while they were followed, not later than `day` after they began."""
        return int(np.sum((self.ended == how) & (self.left <= day)))

    @property
    def unbroken_to(self) -> int:
        """The last day up to which somebody was followed on every day; -1 where not on day 0.

        Beyond it nothing was seen: what a curve would say of later days rests on nobody.
        """
        if not len(self):
            return -1
        order = np.argsort(self.entered, kind="stable")
        entered, reach = self.entered[order], np.maximum.accumulate(self.left[order])
        holes = np.flatnonzero(entered > np.concatenate(([-1], reach[:-1])) + 1)
        if not holes.size:
            return int(reach[-1])
        return int(reach[holes[0] - 1]) if holes[0] else -1


@dataclass(frozen=True)
class Band:
    """Between which shares the true one lies, 95 times in 100."""

    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low


@dataclass(frozen=True)
class Curve:
    """Of all who wait the share (0 to 1) done, and ended otherwise, by each day since they began.

    Arrays have an element for each day on which a wait ended: both shares hold from that day until
    the next, and before the first are 0. `variance` is that of `done`. `known_to` is the last day
    of which anything can be said, None where nobody would wait any longer: then all later ones too.
    """

    days: Days
    done: Shares
    otherwise: Shares
    variance: Shares
    at_risk: Days
    known_to: int | None

    @classmethod
    def of(cls, followed: Followed) -> "Curve":
        """The variance is the delta method's, as in Collett, Modelling Survival Data in Medical
        Research (3rd edition 2015, page 411), which is Greenwood's formula for two ways to end.
        """
        end = followed.unbroken_to
        seen = (followed.ended != STILL) & (followed.left <= end)
        days, place = np.unique(followed.left[seen], return_inverse=True)
        done, otherwise = (
            np.bincount(place[followed.ended[seen] == how], minlength=len(days))
            for how in (DONE, OTHERWISE)
        )
        n, ended = followed.at_risk(days), done + otherwise
        waiting = np.concatenate(([1.0], np.cumprod(1 - ended / n)))
        before = waiting[:-1]
        share = np.cumsum(before * done / n)
        return cls(
            days=days,
            done=share,
            otherwise=np.cumsum(before * otherwise / n),
            variance=_variance(share, before, done, ended, n),
            at_risk=n,
            known_to=None if waiting[-1] == 0 else end,
        )

    def says(self, day: int) -> bool:
        """Whether anything can be said of the day."""
        return self.known_to is None or day <= self.known_to

    def done_by(self, day: int) -> float | None:
        return self._at(self.done, day)

    def otherwise_by(self, day: int) -> float | None:
        return self._at(self.otherwise, day)

    def band(self, day: int) -> Band | None:
        """The 95 % band of the share done by a day, from log(-log): it never leaves 0 to 1.

        None where that share is nothing or all, of which the formula knows no precision.
        """
        share, variance = self._at(self.done, day), self._at(self.variance, day)
        if share is None or variance is None or not 0 < share < 1:
            return None
        spread = np.exp(Z * np.sqrt(variance) / abs(share * np.log(share)))
        return Band(float(share**spread), float(share ** (1 / spread)))

    def day_of(self, share: float) -> int | None:
        """The first day by which so large a share is done; None where that is not reached."""
        reached = np.flatnonzero(self.done >= share - 1e-12)
        return int(self.days[reached[0]]) if reached.size else None

    def _at(self, values: Shares, day: int) -> float | None:
        if not self.says(day):
            return None
        place = int(np.searchsorted(self.days, day, side="right"))
        return round(float(values[place - 1]), 12) if place else 0.0


def _variance(share: Shares, before: Shares, done: Days, ended: Days, n: Days) -> Shares:
    """Sums over the days up to each, of how far the share has moved since then.

    Where all who are followed end on one day the first sum has no term: the share moves no more.
    """
    stay = n - ended
    first = np.divide(ended, n * stay, out=np.zeros(len(n)), where=stay > 0)
    third = before * done / n**2
    squares = (
        share**2 * np.cumsum(first)
        - 2 * share * np.cumsum(first * share)
        + np.cumsum(first * share**2)
    )
    own = np.cumsum(before**2 * done * (n - done) / n**3)
    crossed = share * np.cumsum(third) - np.cumsum(third * share)
    return np.asarray(np.maximum(squares + own - 2 * crossed, 0), dtype=np.float64)
