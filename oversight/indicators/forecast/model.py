"""Children on their way through ages and homes: what is expected, month by month.

A child is in one of 216 months of age and in one type of home. In a month she stays, moves to
another type, or leaves care, at the rates of her age band and type; she is a month older after it
and leaves on her 18th birthday, whatever the rates. Children come into care at so many a month of
each age and type. Nothing is drawn by chance: these are expected numbers, so the same history
always gives the same forecast.
"""

from dataclasses import dataclass

import numpy as np

from oversight.indicators.forecast.histories import Numbers
from oversight.indicators.forecast.monthly import BAND, BANDS, OF_AGE, B, Monthly, T

AHEAD = 12
"""Months ahead, at most: beyond a year it is a guess."""
WINDOW = 36
"""Months that rates are made of. Shorter windows follow chance; a change is looked for besides."""
LENT = 12.0
"""Child-months that a band of age is lent of all ages together: few children, few certainties."""
LENT_MONTHS = 1
"""Months at the old pace that the months since a change are lent: it was found because they are far
from it, so by chance a little further than they will stay.
"""


@dataclass(frozen=True)
class Rates:
    """Of each band of age: moves (B, T from, T to) and exits (B, T) a child-month; entries (B, T)
    children a month.
    """

    moves: Numbers
    exits: Numbers
    entries: Numbers


def fitted(monthly: Monthly, months: int, since: int = 0) -> Rates:
    """The rates of the last so many months, at most of all there are.

    With `since` only the pattern is: how many come into care and how quickly children leave it, all
    in all, is that of the last `since` months. So few months could not tell each age and type.
    """
    months = min(months, monthly.months)
    lived, moves, exits, entries = (
        each[-months:].sum(axis=0)
        for each in (monthly.lived, monthly.moves, monthly.exits, monthly.entries)
    )
    all_ages = np.maximum(lived.sum(axis=0), 1)
    rates = Rates(
        moves=_lent(moves, lived[:, :, None], moves.sum(axis=0) / all_ages[:, None]),
        exits=_lent(exits, lived, exits.sum(axis=0) / all_ages),
        entries=entries / months,
    )
    return _at_level(rates, monthly, since) if since else rates


def _at_level(rates: Rates, monthly: Monthly, since: int) -> Rates:
    came, left = monthly.entries[-since:].sum(), monthly.exits[-since:].sum()
    would_come = rates.entries.sum() * since
    would_leave = (monthly.lived[-since:] * rates.exits).sum()
    return Rates(
        rates.moves,
        rates.exits * _pace(left, would_leave, since),
        rates.entries * _pace(came, would_come, since),
    )


def _pace(happened: float, would_happen: float, months: int) -> float:
    """How many times as many as usual, in so many months."""
    lent = LENT_MONTHS * would_happen / months
    return (happened + lent) / (would_happen + lent) if would_happen else 1.0


def _lent(events: Numbers, lived: Numbers, at_all_ages: Numbers) -> Numbers:
    rates: Numbers = (events + LENT * at_all_ages) / (lived + LENT)
    return rates


def projected(stock: Numbers, rates: Rates, months: int = AHEAD) -> Numbers:
    """The expected stock after 0, 1 ... `months` months: (months + 1, months of age, T)."""
    if months > AHEAD:
        raise ValueError(f"No forecast is made beyond {AHEAD} months.")
    flow = np.array(rates.moves)
    to_itself = np.arange(T)
    flow[:, to_itself, to_itself] = 0
    flow[:, to_itself, to_itself] = -flow.sum(axis=2) - rates.exits
    month, half = exponential(flow)[BAND], exponential(flow / 2)[BAND]
    coming = _one_by_one(rates.entries / np.diff(BANDS)[:, None], half)
    stocks = [np.asarray(stock, dtype=float)]
    for _ in range(months):
        stocks.append(_older(_one_by_one(stocks[-1], month)) + (coming + _older(coming)) / 2)
    return np.array(stocks)


def _one_by_one(stock: Numbers, through: Numbers) -> Numbers:
    """The stock of each month of age (or band) through the matrix of that age."""
    by_age = stock[BAND] if len(stock) == B else stock
    moved: Numbers = (by_age[:, None, :] @ through)[:, 0]
    return moved


def _older(stock: Numbers) -> Numbers:
    """All a month older; whoever comes of age has left."""
    older = np.zeros((OF_AGE, T))
    older[1:] = stock[:-1]
    return older


def exponential(flow: Numbers) -> Numbers:
    """The matrix exponential of each of a stack of small matrices, to about twelve digits."""
    small = flow / 64
    term = total = np.broadcast_to(np.eye(flow.shape[-1]), flow.shape)
    for power in range(1, 9):
        term = term @ small / power
        total = total + term
    for _ in range(6):
        total = total @ total
    return total


def path(monthly: Monthly, months: int = WINDOW, since: int = 0) -> Numbers:
    """Children in each type after 0, 1 ... 12 months, by the rates of those months: (13, T)."""
    stock = monthly.stock[-1].astype(float)
    homes: Numbers = projected(stock, fitted(monthly, months, since)).sum(axis=1)
    return homes
