"""How sure a forecast is: by how much the same method was wrong at each month's end before.

Intervals that are reckoned from chance alone take children for independent of each other; brothers
and sisters come and leave together, and practice changes. So no such reckoning: the forecast is
made anew as it could have been at the last 24 months' ends that have been followed by so many
months, and is compared with what came. Errors are taken on the scale of square roots, where they
are about alike for many children and for few, and pooled over the types: of those that had 25
children or more, and of those that had fewer but 5. All children together count as much as all
types.

That is conformal prediction (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World,
2005), and its promise is kept while errors to come are like those that came. At a turn they are
not: until it is found hardly any range of everybody holds, and for as long as its errors are among
the last 24 nearly all do. Other ways were tried on councils with turns of other sizes and months
and left out, because the interval score (Gneiting and Raftery, 2007) was no better over all: newer
errors counting for more (Barber and others, 2023), a level that follows the misses (Gibbs and
Candès, 2021), overlapping errors counted as fewer, errors measured by how few months the pace rests
on, or by the number of children, or corrected for their mean.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from oversight.indicators.forecast.histories import Counts, Numbers
from oversight.indicators.forecast.method import Said, said
from oversight.indicators.forecast.model import AHEAD
from oversight.indicators.forecast.monthly import Monthly

SURE = 0.8
"""The share of forecasts that shall have been right to within the interval."""
ORIGINS = 24
"""So many of the newest forecasts are looked at: older ones are of another time."""
LEAST_ORIGINS = 4
"""Fewer say nothing of how sure it is, and nothing is forecast so far ahead."""
LEAST_MONTHS = 6
"""What a forecast of the past is made of at least."""
LEAST_CHILDREN = 5
"""Below that no line is drawn."""
FEW = 25
LEAST_ERRORS = 12


@dataclass(frozen=True)
class Past:
    """What the method said at each month's end from month `first` on, up to the last one."""

    monthly: Monthly
    first: int
    forecasts: tuple[Said, ...]

    @classmethod
    def of(cls, monthly: Monthly, back: int = 0) -> "Past":
        """As far back as is needed to know how sure it was `back` months ago."""
        first = max(LEAST_MONTHS, monthly.months - back - AHEAD - ORIGINS + 1)
        ends = range(first, monthly.months + 1)
        return cls(monthly, first, tuple(said(monthly.up_to(end)) for end in ends))

    def at(self, month: int) -> Said:
        return self.forecasts[month - self.first]

    @cached_property
    def _said(self) -> Numbers:
        return np.array([each.homes for each in self.forecasts])

    @cached_property
    def _was(self) -> Counts:
        return self.monthly.homes

    def compared(self, month: int, ahead: int) -> tuple[Numbers, Numbers]:
        """What was said and what came, by type (origins, T), as known at the end of `month`."""
        origins = np.arange(self.first, month - ahead + 1)[-ORIGINS:]
        return self._said[origins - self.first, ahead], self._was[origins + ahead].astype(float)

    def followed(self, month: int, ahead: int) -> tuple[Numbers, Numbers]:
        """The same of all months until then: (origins, ahead + 1, T)."""
        origins = np.arange(self.first, month - ahead + 1)[-ORIGINS:]
        months = origins[:, None] + np.arange(ahead + 1)
        return self._said[origins - self.first, : ahead + 1], self._was[months].astype(float)

    def widths(self, month: int, ahead: int) -> "Widths | None":
        """How far off it was, as known at the end of `month`; None where too few can be told."""
        forecast, came = self.compared(month, ahead)
        if len(forecast) < LEAST_ORIGINS:
            return None
        of_types, of_all = apart(forecast, came), apart(forecast.sum(axis=1), came.sum(axis=1))
        few = (forecast >= LEAST_CHILDREN) & (forecast < FEW)
        many = forecast >= FEW
        enough = {
            "few": few if few.sum() >= LEAST_ERRORS else few | many,
            "many": many if many.sum() >= LEAST_ERRORS else few | many,
        }
        pooled = {size: of_types[some] for size, some in enough.items()}
        alike = np.resize(of_all, max(len(of_all), len(pooled["many"])))
        return Widths(
            few=reached(pooled["few"]),
            many=reached(pooled["many"]),
            everybody=reached(np.concatenate([pooled["many"], alike])),
        )


@dataclass(frozen=True)
class Widths:
    """Half the interval on the scale of square roots: few or many children, all together."""

    few: float
    many: float
    everybody: float

    def of(self, children: float) -> float:
        return self.few if children < FEW else self.many


def apart(said: Numbers, came: Numbers) -> Numbers:
    distance: Numbers = np.abs(np.sqrt(said) - np.sqrt(came))
    return distance


def reached(errors: Numbers) -> float:
    """The error that four in five of them do not pass; of n the one that 80 % of n + 1 reach.

    Of errors that are all alike the next is within it four times out of five at least (split
    conformal prediction).
    """
    if not len(errors):
        return 0.0
    place = int(np.ceil((len(errors) + 1) * SURE - 1e-9))
    return float(np.sort(errors)[min(place, len(errors)) - 1])


def interval(number: float, width: float) -> tuple[float, float]:
    """Back from the scale of square roots; never below none."""
    root = np.sqrt(max(number, 0.0))
    return float(max(root - width, 0.0) ** 2), float((root + width) ** 2)
