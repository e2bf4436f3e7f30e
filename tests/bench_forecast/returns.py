"""The two files of the SSDA903 return that demand models read, as known on a day."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np

from oversight.indicators.forecast.histories import TYPES, Histories, HomeType

CODES = {
    HomeType.CONNECTED: ("U3", "PR1"),
    HomeType.IN_HOUSE: ("U6", "PR1"),
    HomeType.AGENCY: ("U6", "PR4"),
    HomeType.PARENTS: ("P1", "PR0"),
    HomeType.EXTERNAL: ("K2", "PR4"),
    HomeType.OWN: ("K2", "PR1"),
    HomeType.SUPPORTED: ("H5", "PR4"),
    HomeType.ADOPTIVE: ("A6", "PR1"),
}
HEADER = ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB")
EPISODES = (
    *("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC"),
    *("REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN"),
)


def write(histories: Histories, origin: date, folder: Path) -> None:
    """All that had happened by the end of the day; what ends later is still open.

    One file of each, not one a year: the model reads only one of two whose newest episodes began
    in one calendar year.
    """
    day = np.datetime64(origin, "D")
    some = np.flatnonzero(histories.since <= day)
    children = {int(histories.child[each]): histories.born[each].item() for each in some}
    rows = [(child, 1, _day(born), "WBRI", "UN1", "", "") for child, born in children.items()]
    _write(folder / "header.csv", HEADER, iter(rows))
    _write(folder / "episodes.csv", EPISODES, _episodes(histories, some, day))


def _episodes(histories: Histories, some: np.ndarray, day: np.datetime64) -> Iterator[tuple]:
    before = histories.moved_from
    goes_on = np.zeros(len(before), dtype=bool)
    goes_on[before[before >= 0]] = True
    for each in some:
        place, provider = CODES[TYPES[histories.home[each]]]
        ended = histories.to[each] <= day
        yield (
            int(histories.child[each]),
            _day(histories.since[each].item()),
            "P" if before[each] >= 0 else "S",
            *("C2", "N1", place, provider),
            _day(histories.to[each].item()) if ended else "",
            ("X1" if goes_on[each] else "E4A") if ended else "",
            *("", "", "", ""),
        )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _write(path: Path, head: tuple[str, ...], rows: Iterator[tuple]) -> None:
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows(rows)
