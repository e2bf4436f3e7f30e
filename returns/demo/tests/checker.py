"""The return's own rules, written again from their descriptions, over the CSV files alone.

It shares no code with what makes the files or with what imports them. Each problem is a line that
names the rule, the year, the child and the row. The numbers are those of the published checks.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

Row = dict[str, str]
PLACE_ALWAYS = {
    "A3",
    "A4",
    "A5",
    "A6",
    "K1",
    "K2",
    "P1",
    "P3",
    "R1",
    "R2",
    "R3",
    "R5",
    "S1",
    "T0",
    "T1",
    "T2",
    "T3",
    "T4",
}
PLACE_ALWAYS |= {"U1", "U2", "U3", "U4", "U5", "U6"}
PLACE_BY_YEAR = {"H5": (0, 2024), "P2": (0, 2024), "K3": (2025, 9999), "Z1": (0, 2025)}
PLACE_BY_YEAR |= {f"Z1{n}": (2026, 9999) for n in range(1, 5)}
NEVER_CHANGES = {"H5": "K3", "Z1": "Z11"}
URN_NEVER = {"P1", "P3", "R1", "R2", "R5", "T0", "T1", "T2", "T3", "T4"}
SAME = ("PLACE", "PLACE_PROVIDER", "PL_POST", "URN")
REC = {
    "X1",
    "E11",
    "E12",
    "E2",
    "E3",
    "E41",
    "E45",
    "E46",
    "E47",
    "E48",
    "E4A",
    "E4B",
    "E13",
    "E5",
    "E6",
    "E7",
    "E8",
    "E9",
    "E14",
    "E15",
    "E16",
    "E17",
}
REC_BY_YEAR = {"E44": (0, 2018), "E45": (2019, 9999), "E46": (2019, 9999)}
REC_BY_YEAR |= {"E47": (2019, 9999), "E48": (2019, 9999)}
REC |= {"E44"}
WHY = {
    "CARPL",
    "CLOSE",
    "ALLEG",
    "STAND",
    "APPRR",
    "CREQB",
    "CREQO",
    "CHILD",
    "LAREQ",
    "PLACE",
    "CUSTOD",
    "OTHER",
}


def day(text: str) -> date:
    number, month, year = text.split("/")
    return date(int(year), int(month), int(number))


def age(born: str, on: date) -> int:
    b = day(born)
    return on.year - b.year - ((on.month, on.day) < (b.month, b.day))


class Return:
    """One year's files."""

    def __init__(self, folder: Path, today: date) -> None:
        self.year = int(folder.name[:4]) + 1
        self.start, self.end = date(self.year - 1, 4, 1), min(date(self.year, 3, 31), today)
        self.tables: dict[str, list[Row]] = {}
        for path in folder.glob("*.csv"):
            with path.open(newline="") as lines:
                self.tables[path.stem] = list(csv.DictReader(lines))
        self.header = {row["CHILD"]: row for row in self.tables["header"]}
        self.episodes: dict[str, list[Row]] = defaultdict(list)
        for row in self.tables["episodes"]:
            self.episodes[row["CHILD"]].append(row)
        for rows in self.episodes.values():
            rows.sort(key=lambda row: day(row["DECOM"]))


def problems(folders: list[Path], today: date) -> list[str]:
    """All that is wrong with these returns, oldest first."""
    returns = [Return(folder, today) for folder in folders]
    found = []
    for told in returns:
        for check in CHECKS:
            found += [f"{told.year} {check.__name__}: {what}" for what in check(told)]
    for before, after in zip(returns, returns[1:], strict=False):
        found += [f"{after.year} carried_over: {what}" for what in carried_over(before, after)]
    return found


def identity(told: Return) -> Iterator[str]:
    if len(told.header) != len(told.tables["header"]):
        yield "INT31 a child is twice in the header"
    leavers = {row["CHILD"] for row in told.tables["oc3"]}
    for child in told.header.keys() - told.episodes.keys() - leavers:
        yield f"EPI {child} is in the header alone"
    for name, rows in told.tables.items():
        for row in rows:
            known = told.header.get(row["CHILD"])
            if known is None or row.get("DOB", known["DOB"]) != known["DOB"]:
                yield f"INT01-21 {name} {row}"


def header(told: Return) -> Iterator[str]:
    sexes = ("1", "2") if told.year <= 2024 else ("M", "F", "U")
    numbers = [row["UPN"] for row in told.header.values() if not row["UPN"].startswith("UN")]
    if len(numbers) != len(set(numbers)):
        yield "444 a UPN is there twice"
    for row in told.header.values():
        if row["SEX"] not in sexes:
            yield f"101 {row}"
        if not re.fullmatch(r"UN[1-5]|[A-HJ-NP-RT-Z]\d{12}", row["UPN"]):
            yield f"168 {row}"
        if row["MOTHER"] and row["SEX"] not in ("2", "F"):
            yield f"393 {row}"
        if (row["MOTHER"] == "1") != bool(row["MC_DOB"]):
            yield f"611 {row}"
        if row["MC_DOB"] and not age(row["DOB"], day(row["MC_DOB"])) >= 11:
            yield f"612 {row}"


def codes(told: Return) -> Iterator[str]:
    for row in told.tables["episodes"]:
        since, until = REC_BY_YEAR.get(row["REC"], (0, 9999))
        if not since <= told.year <= until:
            yield f"149 {row}"
        first, last = PLACE_BY_YEAR.get(row["PLACE"], (0, -1))
        if row["PLACE"] not in PLACE_ALWAYS and not first <= told.year <= last:
            yield f"146 {row}"
        if row["REC"] and row["REC"] not in REC or not re.fullmatch("[SLPTBU]", row["RNE"]):
            yield f"143/149 {row}"
        if row["REASON_PLACE_CHANGE"] and row["REASON_PLACE_CHANGE"] not in WHY:
            yield f"1009 {row}"
        if not re.fullmatch("N[1-8]", row["CIN"]):
            yield f"145 {row}"


def dates(told: Return) -> Iterator[str]:
    for row in told.tables["episodes"]:
        start = day(row["DECOM"])
        if bool(row["DEC"]) != bool(row["REC"]):
            yield f"148 {row}"
        if row["DEC"] and not max(start, told.start - timedelta(1)) < day(row["DEC"]) <= told.end:
            yield f"355/354 {row}"
        if start > told.end or start < day(told.header[row["CHILD"]]["DOB"]):
            yield f"385/301 {row}"
        if age(told.header[row["CHILD"]]["DOB"], start) >= 18:
            yield f"352 {row}"


def chain(told: Return) -> Iterator[str]:
    for rows in told.episodes.values():
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if following is None:
                if row["REC"] == "X1":
                    yield f"388 the last ends with X1 {row}"
                continue
            if not row["DEC"]:
                yield f"142 open, and another follows {row}"
                continue
            yield from _follows(row, following)


def _follows(row: Row, following: Row) -> Iterator[str]:
    end, start = day(row["DEC"]), day(following["DECOM"])
    if start < end:
        yield f"501 {row} {following}"
    if (row["REC"] == "X1") != (start == end) or (row["REC"] == "X1") != (following["RNE"] != "S"):
        yield f"388/431/432/433 {row} {following}"
    if row["REC"] in ("E2", "E15", "E11", "E12"):
        yield f"437/199 {following}"
    if following["RNE"] == "S":
        return
    moved = any(row[name] != following[name] for name in SAME)
    law = row["LS"] != following["LS"]
    if (law, moved) != {"L": (True, False), "P": (False, True), "T": (False, True)}.get(
        following["RNE"], (True, True)
    ):
        yield f"434/435/436 {row} {following}"
    if row["CIN"] != following["CIN"]:
        yield f"504 {following}"
    away = row["PLACE"].startswith("T") or following["PLACE"].startswith("T")
    if bool(row["REASON_PLACE_CHANGE"]) != (following["RNE"] != "L" and not away):
        yield f"225/226 {row} {following}"


def status_and_place(told: Return) -> Iterator[str]:
    for row in told.tables["episodes"]:
        law, place = row["LS"], row["PLACE"]
        wrong = {
            "408": place in ("A5", "A6") and law != "E1",
            "390": row["REC"] in ("E11", "E12") and not place.startswith("A"),
            "516": row["REC"] in ("E45", "E46") and not place.startswith("U"),
            "217": place in ("A3", "A5") and row["RNE"] not in "STU",
            "378": place == "P1" and law == "V2",
            "550": (place == "P1") != (row["PLACE_PROVIDER"] == "PR0"),
            "526": (place[0] in "TZ") == bool(row["PLACE_PROVIDER"]),
            "527": place in ("P1", "R2", "R5") and row["PLACE_PROVIDER"] in ("PR1", "PR2"),
            "529": place[0] in "UAKP" and row["PLACE_PROVIDER"] == "PR3",
            "222": (place in URN_NEVER or place[0] == "Z") and bool(row["URN"]),
            "233": bool(row["REASON_PLACE_CHANGE"]) and not row["DEC"],
        }
        yield from (f"{rule} {row}" for rule, bad in wrong.items() if bad)


def ages(told: Return) -> Iterator[str]:
    for row in told.tables["episodes"]:
        born = told.header[row["CHILD"]]["DOB"]
        end = day(row["DEC"]) if row["DEC"] else told.end
        at_start, at_end = age(born, day(row["DECOM"])), age(born, end)
        wrong = {
            "371": row["PLACE"] in ("K3", "H5") and at_start < 16,
            "372": row["PLACE"] == "R5" and at_start < 10,
            "373": row["PLACE"] == "S1" and at_start < 4,
            "358": row["LS"].startswith("J") and at_start < 10,
            "387": row["REC"] in ("E5", "E6") and at_end < 14,
            "389": row["REC"] == "E7" and at_end < 16,
            "460": row["REC"] == "E17" and at_end < 18,
            "386": row["REC"] in ("E11", "E12", "E45", "E46", "E47", "E48") and at_end >= 18,
            "359": not row["DEC"] and at_end >= 18 and (row["LS"], row["PLACE"]) != ("V2", "K2"),
        }
        yield from (f"{rule} {row}" for rule, bad in wrong.items() if bad)


def short_orders(told: Return) -> Iterator[str]:
    longest = {"L1": 3, "L2": 21, "L3": 7, "J2": 21}
    for row in told.tables["episodes"]:
        end = day(row["DEC"]) if row["DEC"] else told.end
        if (end - day(row["DECOM"])).days > longest.get(row["LS"], 99_999):
            yield f"361-364 {row}"


def short_breaks(told: Return) -> Iterator[str]:
    nights: dict[str, int] = defaultdict(int)
    for row in told.tables["episodes"]:
        if row["LS"] not in ("V3", "V4"):
            continue
        if row["RNE"] != "S" or row["PL_POST"] or row["HOME_POST"] or row["URN"]:
            yield f"214/398 {row}"
        if row["LS"] == "V3":
            length = (day(row["DEC"]) - day(row["DECOM"])).days if row["DEC"] else 1
            nights[row["CHILD"]] += length
            if length > 17:
                yield f"367 {row}"
    yield from (f"365 {child}" for child, count in nights.items() if count > 75)


def temporary(told: Return) -> Iterator[str]:
    longest = {"T1": 42, "T3": 21, "T4": 7}
    for rows in told.episodes.values():
        for before, row, back in zip([None, *rows], rows, [*rows[1:], None], strict=False):
            if not row["PLACE"].startswith("T"):
                continue
            if row["RNE"] == "S" or row["REC"] not in ("X1", ""):
                yield f"380/381 {row}"
            end = day(row["DEC"]) if row["DEC"] else told.end
            if (end - day(row["DECOM"])).days > longest.get(row["PLACE"], 99):
                yield f"375/376/379 {row}"
            if before and back and [back["RNE"], *places(back)] != ["P", *places(before)]:
                yield f"383 {before} {back}"


def places(row: Row) -> list[str]:
    return [row[name] for name in SAME]


def postcodes(told: Return) -> Iterator[str]:
    alone = {row["CHILD"] for row in told.tables["uasc"]}
    for row in told.tables["episodes"]:
        if row["LS"] in ("V3", "V4"):
            continue
        for name in ("HOME_POST", "PL_POST"):
            missing = name == "HOME_POST" and row["CHILD"] in alone
            if not missing and not re.fullmatch(r"[A-Z]{1,2}\d{1,2} \d[A-Z]{2}", row[name]):
                yield f"392 {row}"
        if (row["HOME_POST"] == row["PL_POST"]) != (row["PLACE"] == "P1"):
            yield f"392d {row}"


def adoption(told: Return) -> Iterator[str]:
    decisions = {row["CHILD"]: row for row in told.tables["placed_adoption"]}
    adopted = {row["CHILD"]: row for row in told.tables["ad1"]}
    for child, rows in told.episodes.items():
        yield from _decided(rows, decisions.get(child))
        if (rows[-1]["REC"] in ("E11", "E12")) != (child in adopted):
            yield f"601/602 {rows[-1]}"
    for child, row in adopted.items():
        yield from _adopted(row, decisions[child], told.episodes[child])
    for row in decisions.values():
        if bool(row["DATE_PLACED_CEASED"]) != bool(row["REASON_PLACED_CEASED"]):
            yield f"563 {row}"


def _decided(rows: list[Row], decided: Row | None) -> Iterator[str]:
    for row in rows:
        wanting = row["LS"] == "E1" or row["PLACE"].startswith("A")
        if wanting and (not decided or day(decided["DATE_PLACED"]) > day(row["DECOM"])):
            yield f"551/552 {row}"
    if rows[-1]["LS"] == "E1" and decided and decided["DATE_PLACED_CEASED"]:
        yield f"553 {rows[-1]}"


def _adopted(row: Row, decided: Row, episodes: list[Row]) -> Iterator[str]:
    homes = [episode for episode in episodes if episode["PLACE"].startswith("A")]
    if row["DATE_INT"] != decided["DATE_PLACED"]:
        yield f"523 {row}"
    if not day(row["DATE_INT"]) <= day(row["DATE_MATCH"]) <= day(homes[0]["DECOM"]):
        yield f"333/331 {row}"
    if (homes[-1]["PLACE"] in ("A3", "A5")) != (row["FOSTER_CARE"] == "1"):
        yield f"335 {row}"
    if (row["NB_ADOPTR"] == "1") != (row["LS_ADOPTR"] == "L0"):
        yield f"517 {row}"


def previous_permanence(told: Return) -> Iterator[str]:
    held = {row["CHILD"]: row for row in told.tables["previous_permanence"]}
    for row in told.tables["episodes"]:
        began = row["RNE"] == "S" and told.start <= day(row["DECOM"]) <= told.end
        if began and row["LS"] not in ("V3", "V4") and row["CHILD"] not in held:
            yield f"630 {row}"
    for row in held.values():
        if (row["PREV_PERM"] == "Z1") == bool(row["LA_PERM"] and row["DATE_PERM"]):
            yield f"634 {row}"
        if row["DATE_PERM"] and not re.fullmatch(
            r"(\d\d|zz)/(\d\d|zz)/(\d{4}|zzzz)", row["DATE_PERM"]
        ):
            yield f"632 {row}"


def _in_care(told: Return, child: str, on: date) -> bool:
    return any(
        day(row["DECOM"]) <= on and (not row["DEC"] or on <= day(row["DEC"]))
        for row in told.episodes[child]
    )


def missing(told: Return) -> Iterator[str]:
    back: dict[str, date] = {}
    for row in sorted(told.tables["missing"], key=lambda row: day(row["MIS_START"])):
        start, end = day(row["MIS_START"]), day(row["MIS_END"] or row["MIS_START"])
        if start < back.get(row["CHILD"], start) or end < start:
            yield f"574/575 {row}"
        if not (_in_care(told, row["CHILD"], start) and _in_care(told, row["CHILD"], end)):
            yield f"576 {row}"
        back[row["CHILD"]] = end


def reviews(told: Return) -> Iterator[str]:
    for row in told.tables["reviews"]:
        held = day(row["REVIEW"])
        if not (told.start <= held <= told.end and _in_care(told, row["CHILD"], held)):
            yield f"reviewed outside care or year {row}"
        if (age(row["DOB"], held) < 4) != (row["REVIEW_CODE"] == "PN0"):
            yield f"440/441 {row}"


def outcomes(told: Return) -> Iterator[str]:
    for row in told.tables["oc2"]:
        old = age(row["DOB"], told.end)
        scored = bool(row["SDQ_SCORE"]) + bool(row["SDQ_REASON"])
        if scored != (4 <= old <= 16) or bool(row["CONVICTED"]) != (old >= 10):
            yield f"187-190 {row}"
        if bool(row["HEALTH_CHECK"]) != (old < 5):
            yield f"547 {row}"
        begun = min(day(e["DECOM"]) for e in told.episodes[row["CHILD"]])
        if begun > told.start:
            yield f"185 {row}"


def workers(told: Return) -> Iterator[str]:
    until: dict[str, date] = {}
    rows = told.tables.get("sw_episodes", [])
    for row in sorted(rows, key=lambda row: day(row["SW_DECOM"])):
        start, end = day(row["SW_DECOM"]), day(row["SW_DEC"]) if row["SW_DEC"] else told.end
        if not re.fullmatch(r"SW\w{2,}", row["SW_ID"]) or not row["SW_REASON"]:
            yield f"SW02/SW13 {row}"
        if start < until.get(row["CHILD"], start) or end < start:
            yield f"SW05 {row}"
        until[row["CHILD"]] = end


def carried_over(before: Return, after: Return) -> Iterator[str]:
    """502/503: the first row of a year repeats the one that was open at the end of the last."""
    for child, rows in before.episodes.items():
        if rows[-1]["DEC"]:
            continue
        following = after.episodes.get(child)
        if not following:
            yield f"NoE {rows[-1]}"
            continue
        for name in ("DECOM", "RNE", "LS", "CIN", *SAME):
            was = rows[-1][name]
            if was != following[0][name] and NEVER_CHANGES.get(was) != following[0][name]:
                yield f"503 {name} {rows[-1]} {following[0]}"
    for child, rows in after.episodes.items():
        if day(rows[0]["DECOM"]) < after.start and child not in before.episodes:
            yield f"502 {rows[0]}"


CHECKS: tuple[Callable[[Return], Iterator[str]], ...] = (
    identity,
    header,
    codes,
    dates,
    chain,
    status_and_place,
    ages,
    short_orders,
    short_breaks,
    temporary,
    postcodes,
    adoption,
    previous_permanence,
    missing,
    reviews,
    outcomes,
    workers,
)
