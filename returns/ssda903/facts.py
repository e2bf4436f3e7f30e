"""Make dated facts of one child's stitched episodes and other rows. Pure functions, no database.

The legal status and the home are two timelines: a row of the return is their product, so each is
followed on its own. What the first row held does not tell of the time before it is stored as
"on or before": `start_known` is False until an earlier return mends it.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from returns.ssda903.read import Row
from returns.ssda903.stitch import Stretch
from returns.ssda903.tables import ad1, missing, placed_adoption, reviews, social_workers
from returns.ssda903.tables import episodes as column
from returns.ssda903.tables import previous_permanence as previous

HOMES = uuid.UUID("6f0d3c57-7a3c-5a0e-9a55-3d1f0b7c9a11")

ORDERS_OF_STATUS = {"C1": "interim-care", "C2": "care", "E1": "placement"}
ORDERS_OF_ENDING = {
    **dict.fromkeys(("E11", "E12"), "adoption"),
    "E41": "child-arrangements",
    **dict.fromkeys(("E43", "E44", "E45", "E46", "E47", "E48"), "special-guardianship"),
}


class Care(NamedTuple):
    child: int
    starts_on: date
    ends_on: date | None
    start_known: bool
    category_of_need: str
    end_reason: str


class Status(NamedTuple):
    child: int
    starts_on: date
    ends_on: date | None
    start_known: bool
    code: str


class Stay(NamedTuple):
    child: int
    starts_on: date
    ends_on: date | None
    start_known: bool
    home: uuid.UUID
    type: str
    provider: str
    postcode: str
    family_postcode: str
    urn: str
    end_reason: str


class House(NamedTuple):
    uuid: uuid.UUID
    postcode: str
    urn: str


class Order(NamedTuple):
    child: int
    kind: str
    made_on: date
    made_known: bool
    ended_on: date | None


class Decision(NamedTuple):
    child: int
    decided_on: date
    reversed_on: date | None
    reversal_reason: str


class Matched(NamedTuple):
    child: int
    decided_on: date


class Reviewed(NamedTuple):
    child: int
    held_on: date
    participation: str


class Away(NamedTuple):
    child: int
    starts_on: date
    ends_on: date | None
    kind: str


class Before(NamedTuple):
    child: int
    kind: str
    ordering_authority: str
    ordered_on: str


class Allocated(NamedTuple):
    child: int
    starts_on: date
    ends_on: date | None
    worker: int
    role: str


Run = Sequence[Stretch]


def _runs(
    stretches: Sequence[Stretch], breaks: Callable[[Stretch, Stretch], bool]
) -> Iterator[Run]:
    """Cut `stretches` wherever care begins anew or `breaks(before, stretch)`."""
    run: list[Stretch] = []
    for stretch in stretches:
        if run and (stretch.begins_care or stretch.after_gap or breaks(run[-1], stretch)):
            yield run
            run = []
        run.append(stretch)
    if run:
        yield run


# The timeline of care


def care_periods(child: int, stretches: Sequence[Stretch]) -> Iterator[Care]:
    for run in _runs(stretches, lambda before, stretch: False):
        first, last = run[0], run[-1]
        needs = (stretch.episode.row.cells[column.CIN] for stretch in run)
        told = last.ends_on is not None and not last.end_made_up and last.episode.leaves_care
        yield Care(
            child,
            first.starts_on,
            last.ends_on,
            not first.first or first.episode.enters_care,
            next((need for need in needs if need), ""),
            (last.episode.rec or "") if told else "",
        )


# The timeline of the law


def legal_statuses(child: int, stretches: Sequence[Stretch]) -> Iterator[Status]:
    for run in _runs(stretches, lambda before, stretch: _status(before) != _status(stretch)):
        first = run[0]
        unknown = first.first and first.episode.rne in ("P", "T")
        yield Status(child, first.starts_on, run[-1].ends_on, not unknown, _status(first))


def _status(stretch: Stretch) -> str:
    return str(stretch.episode.row.cells[column.LS])


def court_orders(
    child: int, statuses: Iterable[Status], stretches: Iterable[Stretch]
) -> Iterator[Order]:
    """Unbroken spells under an order, and the orders that end care."""
    spell: Status | None = None
    for status in statuses:
        if spell and spell.code == status.code and spell.ends_on == status.starts_on:
            spell = spell._replace(ends_on=status.ends_on)
            continue
        yield from _order_of(spell)
        spell = status
    yield from _order_of(spell)
    endings = {
        (ORDERS_OF_ENDING[one.rec], one.dec)
        for one in (stretch.episode for stretch in stretches)
        if one.rec in ORDERS_OF_ENDING and one.dec
    }
    for kind, made_on in sorted(endings):
        yield Order(child, kind, made_on, True, None)


def _order_of(spell: Status | None) -> Iterator[Order]:
    if spell and spell.code in ORDERS_OF_STATUS:
        kind = ORDERS_OF_STATUS[spell.code]
        yield Order(spell.child, kind, spell.starts_on, spell.start_known, spell.ends_on)


# The timeline of homes


def _place(stretch: Stretch) -> tuple[str, ...]:
    """What makes a placement: type, address, provider and Ofsted number."""
    cells = stretch.episode.row.cells
    wanted = (column.PLACE, column.PL_POST, column.PROVIDER_, column.URN)
    return tuple(cells[at] or "" for at in wanted)


def placements(
    child: int, name: Callable[[date], uuid.UUID], stretches: Sequence[Stretch]
) -> Iterator[Stay]:
    """One a place; a legal change alone starts none. `name` gives the home that began on a day."""
    runs = list(
        _runs(
            stretches,
            lambda before, stretch: stretch.episode.rne != "L" or _place(before) != _place(stretch),
        )
    )
    for run, began_on in zip(runs, homes_began(runs), strict=True):
        first, last = run[0], run[-1]
        type_, postcode, provider, urn = _place(first)
        ended = last.ends_on is not None and not last.end_made_up
        yield Stay(
            child,
            first.starts_on,
            last.ends_on,
            not (first.first and first.episode.rne == "L"),
            name(began_on),
            type_,
            provider,
            postcode,
            first.episode.row.cells[column.HOME_POST] or "",
            urn,
            (last.episode.row.cells[column.REASON] or "") if ended else "",
        )


def homes_began(runs: Iterable[Run]) -> Iterator[date]:
    """For each placement, the day on which the stretch with its carer began.

    S, P and B bring a new carer; L, T and U keep the one there is. A temporary stay (T0 to T4) is
    a home of its own, and the return to the type and postcode before it is a return to that home.
    """
    carer: date | None = None
    settled: tuple[date, tuple[str, ...]] | None = None
    in_stay: date | None = None
    for run in runs:
        first = run[0]
        broken = first.first or first.after_gap or first.episode.enters_care
        new_carer = broken or first.episode.rne in ("P", "B") or carer is None
        place = _place(first)[:2]
        if broken:
            settled = None
        if place[0].startswith("T"):
            in_stay = first.starts_on if new_carer or in_stay is None else in_stay
            carer = in_stay if new_carer else carer
            yield in_stay
            continue
        if in_stay and settled and settled[1] == place:
            carer = settled[0]
        elif new_carer or carer is None:
            carer = first.starts_on
        in_stay, settled = None, (carer, place)
        yield carer


def home_names(authority: str, reference: str) -> Callable[[date], uuid.UUID]:
    """The identity of a home that only returns know: the child and the day the stretch began."""

    def name(began_on: date) -> uuid.UUID:
        return uuid.uuid5(HOMES, f"{authority}/{reference}/{began_on}")

    return name


def houses(stays: Iterable[Stay]) -> Iterable[House]:
    """Each home once, where it was last."""
    found: dict[uuid.UUID, House] = {}
    for stay in stays:
        was = found.get(stay.home)
        found[stay.home] = House(
            stay.home,
            stay.postcode or (was.postcode if was else ""),
            stay.urn or (was.urn if was else ""),
        )
    return found.values()


# What other tables tell. `rows` are those that no other supersedes.


def adoption_decisions(
    child: int, placed: Iterable[Row], adopted: Iterable[Row]
) -> Iterator[Decision]:
    """From PlacedAdoption; from AD1 where PlacedAdoption does not have that day (rule 523)."""
    days = set()
    for row in placed:
        cells = row.cells
        days.add(cells[placed_adoption.DATE_PLACED])
        reversed_on = cells[placed_adoption.DATE_PLACED_CEASED]
        reason = cells[placed_adoption.REASON_PLACED_CEASED] if reversed_on else None
        yield Decision(child, cells[placed_adoption.DATE_PLACED], reversed_on, reason or "")
    for row in adopted:
        decided = row.cells[ad1.DATE_INT]
        if decided and decided not in days:
            yield Decision(child, decided, None, "")


def matches(child: int, adopted: Iterable[Row]) -> Iterator[Matched]:
    for row in adopted:
        if row.cells[ad1.DATE_MATCH]:
            yield Matched(child, row.cells[ad1.DATE_MATCH])


def reviews_held(child: int, rows: Iterable[Row]) -> Iterator[Reviewed]:
    for row in rows:
        yield Reviewed(child, row.cells[reviews.REVIEW], row.cells[reviews.REVIEW_CODE] or "")


def previous_permanence(child: int, rows: Iterable[Row]) -> Iterator[Before]:
    for row in rows:
        kind, by, on = (
            row.cells[at] for at in (previous.PREV_PERM, previous.LA_PERM, previous.DATE_PERM)
        )
        if kind:
            yield Before(child, kind, by or "", on or "")


def times_missing(child: int, rows: Iterable[Row]) -> Iterator[Away]:
    """One at a time: what runs into the next ends where that begins."""
    for row, ends_on in _one_at_a_time(rows, missing.MIS_START, missing.MIS_END):
        yield Away(child, row.cells[missing.MIS_START], ends_on, row.cells[missing.KIND] or "")


def allocations(child: int, rows: Iterable[Row], workers: Mapping[str, int]) -> Iterator[Allocated]:
    """Of workers whom the authority knows; the others still end the one before them."""
    spells = _one_at_a_time(rows, social_workers.SW_DECOM, social_workers.SW_DEC)
    for row, ends_on in spells:
        worker = workers.get(row.cells[social_workers.SW_ID] or "")
        if worker is not None:
            start = row.cells[social_workers.SW_DECOM]
            yield Allocated(child, start, ends_on, worker, "social-worker")


def _one_at_a_time(rows: Iterable[Row], start: int, end: int) -> Iterator[tuple[Row, date | None]]:
    ordered = sorted(rows, key=lambda row: row.cells[start])
    for row, following in zip(ordered, [*ordered[1:], None], strict=False):
        ends_on = row.cells[end]
        if following and (ends_on is None or ends_on > following.cells[start]):
            ends_on = following.cells[start]
        yield row, ends_on


def in_care_on(stretches: Collection[Stretch], day: date) -> bool:
    """Whether the child is in care on `day`, the last day of care counted in."""
    return any(
        stretch.starts_on <= day and (stretch.ends_on is None or day <= stretch.ends_on)
        for stretch in stretches
    )
