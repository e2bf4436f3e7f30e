"""Another stitching, written apart from the first: it asks of one day at a time.

No episode is ever changed here. For a day it finds the row that governs it (the last to start) and
asks whether anything keeps the child in care on that day. It works on plain dictionaries read with
the csv module, so that nothing is shared with what it checks.
"""

import csv
from collections import Counter, defaultdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

ONE_APRIL = (4, 1)
Told = dict[str, Any]


def read(files: dict[int, Path]) -> dict[str, list[Told]]:
    """Episodes of each child, by return (named by the year it ends), in the order of lines."""
    children: dict[str, list[Told]] = defaultdict(list)
    for year in sorted(files):
        with files[year].open() as stream:
            for line in csv.DictReader(stream):
                children[line["CHILD"]].append(
                    {
                        "year": year,
                        "from": _date(line["DECOM"]),
                        "to": _date(line["DEC"]),
                        "why": line["RNE"],
                        "rec": line["REC"],
                        "law": line["LS"],
                        "place": line["PLACE"],
                    }
                )
    return children


def _date(text: str) -> date | None:
    return datetime.strptime(text, "%d/%m/%Y").date() if text else None


def _left_care(told: Told) -> bool:
    return told["rec"].startswith("E")


def _april_after(told: Told) -> date:
    year = told["year"]
    while date(year, *ONE_APRIL) <= told["from"]:
        year += 1
    return date(year, *ONE_APRIL)


def standing(rows: list[Told]) -> list[Told]:
    """Rules 1 and 2, from the sentences in which they are written."""
    latest: dict[date, Told] = {}
    for told in rows:  # in order of returns and lines, so the last one written wins
        latest[told["from"]] = told
    return sorted(
        (told for told in latest.values() if not _is_ghost(told, rows)),
        key=lambda told: told["from"],
    )


def _is_ghost(told: Told, rows: list[Told]) -> bool:
    for year in {other["year"] for other in rows if other["year"] > told["year"]}:
        first_day = date(year - 1, *ONE_APRIL)
        if told["to"] is not None:
            if told["to"] >= first_day:
                return True
            continue
        later = [o for o in rows if o["year"] == year and o["from"] > told["from"]]
        if not later:
            return True
        nearest = min(later, key=lambda other: other["from"])
        own_april = date(told["year"], *ONE_APRIL)
        end = nearest["from"]
        if nearest["why"] == "S":
            end = min(end, own_april)
        if nearest["from"] < own_april or end >= first_day:
            return True
    return False


def governing(rows: list[Told], day: date, newest: int) -> Told | None:
    """The row, of those that stand, under which the child is in care on `day`, if there is one."""
    begun = [told for told in rows if told["from"] <= day]
    if not begun:
        return None
    now = begun[-1]
    after = next((told for told in rows if told["from"] > day), None)
    kept = any(told["to"] and day < told["to"] for told in begun)
    return now if kept or _goes_on(now, after, day, newest) else None


def _goes_on(now: Told, after: Told | None, day: date, newest: int) -> bool:
    """Whether the child is in care although no end that was told lies ahead."""
    if after is None:
        still_told = now["year"] == newest
        return now["to"] is None and (still_told or day < _april_after(now))
    if now["to"] is None:
        return after["why"] != "S" or day < _april_after(now)
    return not _left_care(now) and after["why"] != "S"


def population(
    children: dict[str, list[Told]], day: date, newest: int
) -> Counter[tuple[str, str, str]]:
    found: Counter[tuple[str, str, str]] = Counter()
    for child, rows in children.items():
        told = governing(standing(rows), day, newest)
        if told:
            found[child, told["law"], told["place"]] += 1
    return found
