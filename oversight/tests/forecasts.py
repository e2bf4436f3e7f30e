"""Histories in short, and months made of them, for the tests of forecasts."""

from datetime import date

import numpy as np

from oversight.indicators.forecast.histories import PLACE, Histories, HomeType, Row
from oversight.indicators.forecast.monthly import BAND, OF_AGE, B, Monthly, T, counted, month_ends

DAY = date.fromisoformat
ORIGIN = DAY("2026-11-01")


def histories(*spells: str) -> Histories:
    """`1 2015-03-04 agency 2024-01-01 2024-06-01`: child, born, type, from, to (open without)."""
    rows: list[Row] = []
    for spell in spells:
        child, born, home, since, *to = spell.split()
        ends = DAY(to[0]) if to else None
        rows.append((int(child), DAY(born), HomeType(home), DAY(since), ends))
    return Histories.of(rows)


def steady(**homes: int) -> list[str]:
    """So many children of eight years who have lived in a type of home for ever, and stay."""
    spells = []
    for home, number in homes.items():
        for _ in range(number):
            first = len(spells) + 1
            spells.append(f"{first} 2018-05-01 {home.replace('_', '-')} 2019-01-01")
    return spells


def steady_months(months: int = 48, **homes: int) -> Monthly:
    return counted(histories(*steady(**homes)), ORIGIN, months)


def stock(home: HomeType, number: float, age: int) -> np.ndarray:
    """So many children of that many months, and nobody else."""
    made = np.zeros((OF_AGE, T))
    made[age, PLACE[home]] = number
    return made


def months_of(came: list[int], left: list[int], there: int = 500) -> Monthly:
    """Months in which so many came and left, of agency foster homes and of ten years of age."""
    months, place, band = len(came), PLACE[HomeType.AGENCY], int(BAND[120])
    made = Monthly(
        days=month_ends(ORIGIN, months),
        stock=np.zeros((months + 1, OF_AGE, T), dtype=np.int64),
        lived=np.zeros((months, B, T)),
        moves=np.zeros((months, B, T, T), dtype=np.int64),
        exits=np.zeros((months, B, T), dtype=np.int64),
        entries=np.zeros((months, B, T), dtype=np.int64),
        of_age=np.zeros((months, T), dtype=np.int64),
    )
    made.stock[:, 120, place] = there
    made.lived[:, band, place] = there
    made.entries[:, band, place] = came
    made.exits[:, band, place] = left
    return made
