"""Episodes: a stretch with one legal status and one placement, one row for each open in the year.

Any change of either ends it and opens the next on the same day; DEC is the day it no longer holds.
"""

from collections.abc import Iterable

from casetrack.models.codes import (
    CARRIES_ON,
    CATEGORY_OF_NEED,
    END_OF_CARE,
    HOME_TYPE,
    LEGAL_STATUS,
    PROVIDER,
    REASON_FOR_NEW_EPISODE,
    REASON_HOME_ENDED,
    Code,
    CodeList,
)
from returns.ssda903 import years
from returns.ssda903.columns import (
    CHILD,
    Cells,
    Column,
    Fault,
    Table,
    coded,
    day,
    mark,
    postcode,
)

REASON_EPISODE_CEASED = CodeList(Code(CARRIES_ON, "a new episode follows"), *END_OF_CARE.values())
ADOPTED = ("E11", "E12")
ADOPTIVE = ("A3", "A4", "A5", "A6")


def _doubts(cells: Cells, year: int) -> Iterable[Fault]:
    yield from _dates(cells, year)
    yield from _combinations(cells)


def _dates(cells: Cells, year: int) -> Iterable[Fault]:
    decom, dec, rec = cells[DECOM], cells[DEC], cells[REC]
    last = years.ends_on(year)
    if dec is None and rec:
        yield Fault("REC", rec, "a reason for ending, but no end (DEC is blank)", "148")
    if dec is not None and not rec:
        yield Fault("REC", "", "an end (DEC), but no reason for it", "148")
    if decom > last:
        yield Fault("DECOM", f"{decom:%d/%m/%Y}", "starts after the year of the return", "385")
    if dec is not None and dec > last:
        yield Fault("DEC", f"{dec:%d/%m/%Y}", "ends after the year of the return", "354")
    if dec is not None and dec < years.starts_on(year):
        yield Fault("DEC", f"{dec:%d/%m/%Y}", "ended before the year of the return")


def _combinations(cells: Cells) -> Iterable[Fault]:
    status, place = cells[LS], cells[PLACE]
    if place in ("A5", "A6") and status != "E1":
        yield Fault("PLACE", place, f"needs a placement order (E1), not {status}", "408")
    if place == "P1" and status == "V2":
        yield Fault("PLACE", place, "with parents under section 20 (V2)", "378")
    if place in ("U1", "U4") and status in ("V3", "V4"):
        yield Fault("PLACE", place, "a long-term foster home for short breaks", "384")
    if cells[REC] in ADOPTED and place not in ADOPTIVE:
        yield Fault("REC", cells[REC], f"adopted from a home that is not adoptive ({place})", "390")
    if (cells[PROVIDER_] == "PR0") != (place == "P1") and cells[PROVIDER_]:
        yield Fault("PLACE_PROVIDER", cells[PROVIDER_], f"does not go with {place}", "550")


EPISODES = Table(
    name="Episodes",
    columns=(
        CHILD,
        Column("DECOM", day, in_file=True, needed=True, rule="141"),
        coded("RNE", REASON_FOR_NEW_EPISODE, in_file=True, needed=True, rule="143"),
        coded("LS", LEGAL_STATUS, in_file=True, needed=True, rule="144"),
        coded("CIN", CATEGORY_OF_NEED, in_file=True, rule="145"),
        coded("PLACE", HOME_TYPE, in_file=True, needed=True, rule="146"),
        coded("PLACE_PROVIDER", PROVIDER, rule="178"),
        Column("DEC", day, in_file=True, fatal=True, rule="147"),
        coded("REC", REASON_EPISODE_CEASED, in_file=True, rule="149"),
        coded("REASON_PLACE_CHANGE", REASON_HOME_ENDED, rule="1009"),
        Column("HOME_POST", postcode),
        Column("PL_POST", postcode),
        Column("URN", mark(8)),
    ),
    key=("CHILD", "DECOM"),
    across=True,
    facts=("CarePeriod", "LegalStatus", "Placement", "Home", "CourtOrder"),
    ends=("DECOM", "DEC"),
    doubts=_doubts,
)
(CHILD_, DECOM, RNE, LS, CIN, PLACE, PROVIDER_, DEC, REC, REASON, HOME_POST, PL_POST, URN) = range(
    len(EPISODES.columns)
)
