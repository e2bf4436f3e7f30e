"""What a demo authority enters: figures that nothing here can count, targets, rates, and what was
feared and paid for.

All of it is made up, and says so as its source. What hangs on the size of the council is worked out
from the children it has in care, so that a small demo is as plausible as a large one.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from casetrack.access.roles import ServiceManager
from casetrack.dates import add_months, financial_year
from casetrack.models import Authority, CarePeriod, User
from casetrack.recording import recording
from casetrack.words import long_day
from oversight.actions import benchmarks, feared_homes, figures, rates, savings_work
from oversight.actions.figures import Reported
from oversight.demo.group import holding
from oversight.models import EnteredFigure, Whose
from placements.models import Placement

SOURCE = "made up for the demo"
MONTHS = 3
YEARS = 4
"""So many mid-year estimates of the population, for the months of three years."""
UNDER_18_A_CHILD = 62
"""People under 18 for each child in care, which makes some 160 in care of every 10,000."""
COUNTS = {
    "adopters-in-assessment": (14, 1),
    "adopters-waiting": (19, -1),
    "agency-social-workers": (21, -2),
}
"""A number, and what each month adds to it."""
SHARES = {
    "adopters-matched-after-three-months": (11, 26, -1),
    "care-leavers-in-suitable-homes": (183, 204, 2),
    "care-leavers-learning-or-working": (107, 204, 3),
    "kept-out-of-care": (61, 79, 1),
    "learning-or-working-at-16": (48, 62, 1),
    "spent-on-children-in-care": (9_460_000, 12_300_000, -60_000),
    "still-with-former-carers": (23, 38, 1),
    "workers-with-15-to-20-children": (41, 63, 2),
}
"""A number, of how many, and what each month adds to the number."""
DAYS = {"adopters-stage-one": (74, -3), "adopters-stage-two": (131, -2)}
SCHOOL = {"school-attendance": ("90.8", "0.3")}
"""A share that its source prints without what it is made of, and what each month adds to it."""
TARGETS = {
    "entering-to-leaving": "0.9",
    "ratified-plan": "95",
    "placed-with-parents": "10",
    "permanence-by-special-guardianship": "20",
    "order-to-match": "150",
    "one-home-in-a-year": "75",
    "over-20-miles-from-home": "14",
    "external-residential-share": "8",
    "unplanned-home-ends-share": "12",
    "agency-social-workers": "12",
    "cheaper-moves": "70",
}
OF_HUNDRED = {
    "children-in-care": 92,
    "external-residential": 8,
    "in-house-residential": 5,
    "in-house-foster": 34,
    "agency-foster": 20,
}
"""Targets that are a number of children: so many for each hundred who are in care."""
REGION = {"region-rate": "108", "children-in-care-rate": "108"}
RATES = (
    (("K1",), "", 6_900),
    (("K2", "R1"), "PR1", 3_900),
    (("K2", "R1", "S1"), "", 5_200),
    (("R2", "R3"), "", 3_400),
    (("K3", "H5", "P2", "P3"), "", 1_450),
    (("U1", "U2", "U3"), "", 330),
    (("U4", "U5", "U6"), "PR1", 520),
    (("U4", "U5", "U6"), "", 940),
    (("A3", "A4", "A5", "A6"), "", 60),
    (("P1", "R5", "Z1", "Z11", "Z12", "Z13", "Z14", "T0", "T1", "T2", "T3", "T4"), "", 0),
)
"""Pounds a week by kind of home, of one provider or of any, as it is now."""
DEARER = Decimal("1.04")
"""What a year adds to a rate."""
WORK = ("Team that keeps foster homes going", 60_000)
"""Work towards moves, and what it costs in a financial year."""
FEARED = (
    (
        ("K2", "PR4", 20, 40, 60, 26),
        "The carers were worn out after a hard summer. The team came three evenings a week.",
    ),
    (
        ("U6", "PR4", 30, 50, 80, 40),
        "Our own carers could not go on without a week’s rest each month, which was found.",
    ),
)
"""Homes that were feared for fostered children: of what kind, the chances and the cap, and why."""
FEARED_AGO = timedelta(days=70)


def is_made(authority: Authority) -> bool:
    return EnteredFigure.objects.filter(authority=authority, source=SOURCE).exists()


def make(authority: Authority, today: date) -> None:
    by = holding(authority, ServiceManager.code)
    in_care = CarePeriod.objects.on(today).filter(child__authority=authority).count()
    with recording("demo.figures", by=by, authority=authority.code):
        wanted = [*_yearly(in_care, today), *_monthly(today)]
        figures.enter(authority=authority, figures=wanted, by=by, on=today)
        _targets(authority, in_care, today, by)
        for rate in _rates(today):
            rates.set_rate(authority=authority, wanted=rate, by=by, on=today)
        _savings(authority, today, by)


def _yearly(in_care: int, today: date) -> Iterator[Reported]:
    """The people under 18 in the middle of each year, and the region's rate; known later."""
    known = today - timedelta(days=1)
    newest = date(known.year, 6, 30) if known >= date(known.year, 6, 30) else _june(known, 1)
    people = Decimal(round(in_care * UNDER_18_A_CHILD, -2) or UNDER_18_A_CHILD)
    for ago in range(YEARS):
        on = _june(newest, ago)
        yield Reported("population-under-18", on, SOURCE, on, value=people + 100 * ago)
        yield Reported("region-rate", on, SOURCE, on, value=Decimal(REGION["region-rate"]))


def _june(day: date, years: int) -> date:
    return date(day.year - years, 6, 30)


def _monthly(today: date) -> Iterator[Reported]:
    for month in range(MONTHS):
        on = add_months(today.replace(day=1), month - MONTHS + 1) - timedelta(days=1)
        for code, (count, more) in (COUNTS | DAYS).items():
            yield Reported(code, on, SOURCE, on, value=Decimal(count + month * more))
        for code, (number, of, more) in SHARES.items():
            numbers = {"number": Decimal(number + month * more), "of": Decimal(of)}
            yield Reported(code, on, SOURCE, on, **numbers)
        for code, (share, added) in SCHOOL.items():
            yield Reported(code, on, SOURCE, on, value=Decimal(share) + month * Decimal(added))


def _targets(authority: Authority, in_care: int, today: date, by: User | None) -> None:
    """In force since the financial year before last began."""
    scaled = {code: Decimal(round(in_care * each / 100)) for code, each in OF_HUNDRED.items()}
    aims = scaled | {code: Decimal(value) for code, value in TARGETS.items()}
    reached = {code: Decimal(value) for code, value in REGION.items() if code != "region-rate"}
    for whose, values in ((Whose.TARGET, aims), (Whose.REGION, reached)):
        for code, value in values.items():
            wanted = benchmarks.Wanted(code, whose, value, SOURCE, _april(today, 2))
            benchmarks.set_benchmark(authority=authority, wanted=wanted, by=by, on=today)


def _rates(today: date) -> Iterator[rates.Wanted]:
    """Of each kind of home the rate as it was two years ago, then as it is."""
    for ago in (2, 0):
        for types, provider, pounds in RATES:
            then = round(Decimal(pounds) / DEARER**ago, 2)
            for type in types:
                yield rates.Wanted(type, provider, then, SOURCE, _april(today, ago))


def _savings(authority: Authority, today: date, by: User | None) -> None:
    """Work of this financial year, and homes that were feared for two who are fostered still."""
    name, pounds = WORK
    year = {"starts_on": _april(today, 0), "ends_on": _april(today, -1)}
    work = savings_work.Wanted(name, Decimal(pounds), SOURCE, **year)
    savings_work.enter(authority=authority, wanted=work, by=by, on=today)
    from_on = today - FEARED_AGO
    homes = Placement.objects.on(from_on).on(today).filter(child__authority=authority)
    ours = homes.filter(type="U6", provider="PR1").order_by("child__reference")
    for home, (feared, why) in zip(ours.select_related("child"), FEARED, strict=False):
        judged_by = f"the panel of {long_day(from_on)}"
        wanted = feared_homes.Wanted(from_on, *feared, why, judged_by)
        feared_homes.write(child=home.child, wanted=wanted, by=by, on=today)


def _april(today: date, years: int) -> date:
    """The first day of the financial year so many years before this one."""
    return add_months(financial_year(today), -12 * years)
