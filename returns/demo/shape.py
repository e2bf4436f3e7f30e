"""The size and shape of the demo authority: what was published, and where.

Counts are of an authority with 530 children in care and are scaled to the number asked for. Sources
are the council papers of 2020 to 2022 that Casetrack's reference figures come from, and the
Department for Education's release "Children looked after in England including adoptions" for the
year to 31 March 2024 (here: DfE 2024). What nobody publishes is marked "chosen".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

BASE = 530
"""Children in care: 526 in November 2021 and in June 2022, falling from 654 in a year."""


@dataclass(frozen=True)
class Group:
    """Children in care today who live in one kind of home under one legal status."""

    home: str  # a key of HOMES
    type: str
    provider: str
    legal: str
    count: float
    trait: str = ""  # what else the story must do: see stories.py


@dataclass(frozen=True)
class Homes:
    """A published count of homes of a kind, and the ages of who lives there.

    `ages` weighs the bands under 1, 1 to 4, 5 to 9, 10 to 15, and 16 and over.
    """

    published: int
    source: str
    ages: tuple[int, int, int, int, int]


HOMES = {
    "parents": Homes(47, "47 with parents, November 2021", (3, 10, 14, 14, 6)),
    "connected": Homes(
        120,
        "124 and 114 with connected carers, January 2022; 24.1% in June 2022",
        (9, 21, 28, 46, 16),
    ),
    "adoptive": Homes(16, "4% in adoptive homes, July 2020", (1, 13, 2, 0, 0)),
    "in-house": Homes(110, "20.91% in-house foster homes, June 2022", (6, 15, 20, 45, 24)),
    "agency": Homes(143, "143 agency foster homes, target for 2022/23", (3, 8, 24, 67, 41)),
    "residential": Homes(23, "23 of 68 in the council's own homes, January 2022", (0, 0, 2, 13, 8)),
    "external": Homes(45, "45 of 68 in external homes, January 2022", (0, 0, 3, 24, 18)),
    "supported": Homes(18, "chosen: what is left at 16 and over", (0, 0, 0, 0, 1)),
    "family-centre": Homes(3, "chosen", (2, 1, 0, 0, 0)),
    "other": Homes(5, "chosen", (0, 0, 0, 3, 2)),
}

PLACEMENT_ORDERS = 38
"""Children with a placement order who were progressing, January 2022 (two of them unlinked)."""

GROUPS = (
    Group("parents", "P1", "PR0", "C2", 40),
    Group("parents", "P1", "PR0", "C1", 7),
    Group("connected", "U1", "PR1", "C2", 56),
    Group("connected", "U3", "PR1", "C2", 24),
    Group("connected", "U3", "PR1", "C1", 28),
    Group("connected", "U2", "PR1", "C1", 3),
    Group("connected", "U3", "PR1", "V2", 8),
    Group("connected", "U2", "PR1", "E1", 1, "waiting"),
    Group("adoptive", "A6", "PR2", "E1", 13, "placed"),
    Group("adoptive", "A5", "PR2", "E1", 3, "placed"),
    Group("in-house", "U6", "PR1", "E1", 13, "waiting"),
    Group("in-house", "U5", "PR1", "E1", 3, "waiting"),
    Group("in-house", "U5", "PR1", "C1", 2, "decided"),
    Group("in-house", "U6", "PR1", "C1", 3, "decided"),
    Group("in-house", "U6", "PR1", "C1", 15),
    Group("in-house", "U4", "PR1", "C2", 50),
    Group("in-house", "U4", "PR1", "C2", 3, "reversed"),
    Group("in-house", "U6", "PR1", "C2", 9),
    Group("in-house", "U6", "PR1", "V2", 12),
    Group("agency", "U6", "PR4", "E1", 5, "waiting"),
    Group("agency", "U6", "PR4", "C1", 16),
    Group("agency", "U4", "PR4", "C2", 76),
    Group("agency", "U4", "PR5", "C2", 9),
    Group("agency", "U6", "PR4", "C2", 13),
    Group("agency", "U6", "PR4", "V2", 15),
    Group("agency", "U6", "PR4", "V2", 9, "unaccompanied"),
    Group("residential", "K2", "PR1", "C2", 17),
    Group("residential", "K2", "PR1", "V2", 3),
    Group("residential", "K2", "PR1", "V2", 3, "past-eighteen"),
    Group("external", "K2", "PR4", "C2", 26),
    Group("external", "K2", "PR4", "C1", 5),
    Group("external", "K2", "PR4", "V2", 8),
    Group("external", "S1", "PR5", "C2", 3),
    Group("external", "R1", "PR4", "C2", 3),
    Group("supported", "K3", "PR4", "C2", 6),
    Group("supported", "K3", "PR5", "V2", 3),
    Group("supported", "K3", "PR4", "V2", 9, "unaccompanied"),
    Group("family-centre", "R3", "PR4", "C1", 3),
    Group("other", "K1", "PR2", "C2", 1),
    Group("other", "R5", "PR3", "J1", 1),
    Group("other", "R2", "PR3", "C2", 1),
    Group("other", "Z11", "", "C2", 1),
    Group("other", "Z11", "", "V2", 1),
)

AGE_BANDS = ((0, 1), (1, 5), (5, 10), (10, 16), (16, 18))
AGES_PUBLISHED = (5, 13, 18, 38, 26)
"""Percent in each age band, approximately: DfE 2024 (rounded; from the release's chart)."""

MALE_PUBLISHED = 57
MALE = 0.555
MALE_UNACCOMPANIED = 0.95
"""57% of children in care are male, 53% without unaccompanied young people: DfE 2024."""

ETHNICITY_PUBLISHED = {"W": 71, "M": 11, "B": 7, "A": 5, "O": 5, "N": 1}
"""Percent White, Mixed, Black, Asian, other, not known: DfE 2024."""

ETHNICITIES = {
    "WBRI": 66.5,
    "WIRI": 0.5,
    "WIRT": 0.5,
    "WROM": 1.0,
    "WOTH": 3.5,
    "MWBC": 3.5,
    "MWBA": 2.0,
    "MWAS": 2.5,
    "MOTH": 3.0,
    "BCRB": 2.0,
    "BAFR": 3.0,
    "BOTH": 1.5,
    "APKN": 2.5,
    "ABAN": 0.8,
    "AIND": 0.6,
    "AOTH": 0.8,
    "CHNE": 0.2,
    "OOTH": 2.5,
    "REFU": 0.2,
    "NOBT": 0.8,
}
ETHNICITIES_UNACCOMPANIED = {"OOTH": 45, "BAFR": 35, "AOTH": 20}
"""Within the published groups the split is chosen."""

WITH_PARENTS_MONTHS = ((0, 12, 21), (12, 24, 8), (24, 36, 6), (36, 52, 5))
"""Of 87 with parents in October 2020, 36 over one year, 21 over two and 10 over three (nested): of
47 that is 19, 11 and 5, all among the 40 under care orders."""

TIME_IN_CARE_DAYS = ((14, 365, 10), (365, 730, 16), (730, 1825, 37), (1825, 5500, 37))
"""Percent of those under care orders by time in care so far: chosen, near the national shape."""

WAITING_DAYS = ((8, 90, 35), (91, 121, 15), (122, 200, 20), (201, 300, 18), (300, 400, 12))
"""Days from placement order to now for those not yet placed: 192 on average, 216 in England."""

LEAVERS_A_YEAR = 0.45
"""Of those in care: 344 left in the year to November 2021 and 205 came, a fall that cannot last;
over five years 230 leavers and 205 entrants a year bring 650 down to 530."""

LEAVERS_FALL = 0.15
"""How much more often children left at the start of the five years than at the end: chosen."""

SIBLINGS = ((1, 52), (2, 28), (3, 14), (4, 6))
"""Percent of families with so many children of theirs in care: chosen."""

SIBLINGS_TOGETHER = 0.7
"""Brothers and sisters in the same kind of home who live in the same one: chosen."""

LATE_REVIEWS = 0.09
"""Reviews held after they were due: chosen."""

HOMES_IN_A_YEAR = 0.07
"""Children whom an unsettled year is added to: 36 children (7%) with three or more homes, 2021."""

MONTHLY_MOVES = ((6, 0.06), (24, 0.023), (999, 0.012))
"""Chance of a move a month up to so many months in care: 65% to 70% have one home in 12 months."""

TEMPORARY_STAYS = 0.05
MISSING = 0.14
"""Children over 11 who were ever missing: chosen."""

CATEGORIES_OF_NEED = {"N1": 66, "N5": 14, "N4": 8, "N8": 5, "N3": 3, "N2": 2, "N6": 2}
"""Percent by category of need: chosen, near the national shape."""

CHILDREN_PER_WORKER = 16.7
"""Average workload, December 2021."""

CHILDREN_PER_REVIEWING_OFFICER = 60
"""50 to 70 in the IRO handbook."""

WORKER_STAYS_DAYS = (250, 1500)
SHORT_BREAKS = 0.026
"""Children in series of short breaks, outside every count: chosen."""


@dataclass(frozen=True)
class Leaving:
    """One way of leaving care: how often, by which code, from where, how old, after how long."""

    story: str
    weight: float
    codes: dict[str, float]
    days: tuple[int, int, int]  # shortest, longest, most frequent
    ages: tuple[float, float] = (0.3, 16.5)


LEAVING = (
    Leaving("adopted", 10, {"E11": 1760, "E12": 1280}, (420, 1150, 650), (1.0, 6.0)),
    Leaving("guardian", 17, {"E45": 60, "E46": 12, "E47": 22, "E48": 3}, (150, 1100, 380)),
    Leaving("arrangements", 4, {"E41": 1}, (150, 1200, 350)),
    Leaving("home-soon", 17, {"E4A": 65, "E4B": 25, "E13": 10}, (3, 330, 30), (0.3, 17.3)),
    Leaving("home-later", 11, {"E4A": 90, "E13": 10}, (330, 1900, 600)),
    Leaving(
        "grown-up",
        27,
        {"E17": 26, "E5": 38, "E6": 8, "E7": 6, "E8": 16, "E4A": 6},
        (200, 5200, 1500),
    ),
    Leaving("unaccompanied", 8, {"E5": 66, "E17": 14, "E6": 8, "E8": 6, "E15": 6}, (60, 1100, 500)),
    Leaving(
        "elsewhere", 5, {"E3": 40, "E9": 15, "E16": 12, "E2": 5, "E8": 28}, (60, 2200, 500), (1, 17)
    ),
    Leaving("remand", 1, {"E14": 1}, (5, 110, 30), (13.5, 17.5)),
)
"""E11 and E12 as in 2024/25; guardianship 24% to 30% of permanence; the rest is chosen."""


def share(total: int, weights: Sequence[float]) -> list[int]:
    """`total` cut by `weights` into whole numbers that add up to it (largest remainders)."""
    whole = sum(weights)
    exact = [total * weight / whole for weight in weights]
    counts = [int(part) for part in exact]
    order = sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i], i))
    for i in order[: total - sum(counts)]:
        counts[i] += 1
    return counts


def spread(total: int, bands: Iterable[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The band of each of `total` draws, in the published proportions."""
    kept = list(bands)
    counts = share(total, [weight for _, _, weight in kept])
    return [
        (low, high)
        for (low, high, _), count in zip(kept, counts, strict=True)
        for _ in range(count)
    ]
