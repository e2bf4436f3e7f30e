"""Make one story of the episodes that several returns tell of one child.

Six rules, numbered as in the report. 1: of several rows with one DECOM the newest return's wins,
and the last line of it. 2: a return that has the child's episodes supersedes the rows of earlier
returns that it should show but lacks. 3: an open episode that a later one follows ends there.
4: an episode that ends after the next begins is cut there, and the days cut are kept by the last
episode before the next break. 5: a gap stands where the earlier one left care (an E-code) or the
later one entered it (S); otherwise the earlier runs on. 6: an open last episode that the newest
return no longer has ends on the 1 April after the last return that has it.

Pure functions over the rows of one child; a period is half-open, as DECOM and DEC are.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from casetrack.models.codes import CARRIES_ON
from returns.ssda903 import years

STARTS_CARE = "S"


@dataclass(slots=True, eq=False)
class Episode:
    """A row of Episodes that can be held: the return it is of, its place there, what it says."""

    year: int
    order: tuple[str, int]
    decom: date
    dec: date | None
    rne: str
    rec: str | None
    row: Any = None

    @property
    def leaves_care(self) -> bool:
        return bool(self.rec) and self.rec != CARRIES_ON

    @property
    def enters_care(self) -> bool:
        return self.rne == STARTS_CARE

    @property
    def first_april_after(self) -> date:
        """The 1 April after its own return, or the first after its start where that is later."""
        return max(years.after(self.year), years.after(years.year_of(self.decom)))


@dataclass(slots=True, eq=False)
class Stretch:
    """An episode as it stands in the record: its days, and the rules that changed its end.

    `end_made_up` says that the day was chosen because nobody told us: no reason goes with it.
    """

    episode: Episode
    starts_on: date
    ends_on: date | None
    rules: list[int] = field(default_factory=list)
    end_made_up: bool = False
    first: bool = False  # the first row held of the child
    begins_care: bool = False  # a period of care begins here
    after_gap: bool = False  # the day before is not in care


@dataclass(slots=True)
class Story:
    """The stretches of one child in order, and the rows that others superseded, by rule."""

    stretches: list[Stretch]
    superseded: list[tuple[Episode, int]]

    @property
    def closed_by_absence(self) -> bool:
        return bool(self.stretches) and 6 in self.stretches[-1].rules

    @property
    def open_before_absence(self) -> bool:
        """Open unless the newest return had it otherwise: what rule 6 may close."""
        return bool(self.stretches) and self.stretches[-1].episode.dec is None


def stitch(episodes: Iterable[Episode], newest: int) -> Story:
    """The story that `episodes` of one child tell, where `newest` is the newest return of all."""
    rows = list(episodes)
    winners, superseded = one_for_each_start(rows)
    kept, ghosts = without_ghosts(winners, rows)
    stretches = [Stretch(one, one.decom, one.dec) for one in kept]
    _end_open_ones(stretches)
    _close_seams(stretches)
    _end_what_is_absent(stretches, newest)
    _mark_care(stretches)
    return Story(stretches, superseded + ghosts)


def one_for_each_start(
    rows: Iterable[Episode],
) -> tuple[list[Episode], list[tuple[Episode, int]]]:
    """Rule 1: one episode a start; the newest return wins, then the last line."""
    winners: dict[date, Episode] = {}
    lost = []
    for row in sorted(rows, key=lambda row: (row.year, row.order)):
        if row.decom in winners:
            lost.append((winners[row.decom], 1))
        winners[row.decom] = row
    return sorted(winners.values(), key=lambda row: row.decom), lost


def without_ghosts(
    winners: Sequence[Episode], rows: Iterable[Episode]
) -> tuple[list[Episode], list[tuple[Episode, int]]]:
    """Rule 2: drop what a newer return with episodes of the child should show, but lacks."""
    by_year = defaultdict(list)
    for row in rows:
        by_year[row.year].append(row)
    kept, ghosts = [], []
    for row in winners:
        newer = [year for year in by_year if year > row.year]
        if any(_should_show(year, by_year[year], row) for year in newer):
            ghosts.append((row, 2))
        else:
            kept.append(row)
    return kept, ghosts


def _should_show(year: int, shown: Iterable[Episode], row: Episode) -> bool:
    """Whether the return of `year`, which shows these and not `row`, would have to show `row`.

    It shows what was open on some day of its year. An open row whose end rule 3 finds before that
    year began need not be in it, which can only be when a return lies between.
    """
    begins = years.starts_on(year)
    if row.dec is not None:
        return row.dec >= begins
    later = [other for other in shown if other.decom > row.decom]
    follower = min(later, key=lambda other: other.decom, default=None)
    if follower is None or follower.decom < years.after(row.year):
        return True
    return _end_before(row, follower) >= begins


def _end_before(row: Episode, follower: Episode) -> date:
    """Rule 3: where an open episode ends that `follower` follows."""
    if follower.enters_care:
        return min(follower.decom, row.first_april_after)
    return follower.decom


def _end_open_ones(stretches: Sequence[Stretch]) -> None:
    """Rule 3."""
    for stretch, following in zip(stretches, stretches[1:], strict=False):
        if stretch.ends_on is None:
            stretch.ends_on = _end_before(stretch.episode, following.episode)
            stretch.end_made_up = stretch.ends_on < following.starts_on
            stretch.rules.append(3)


def _close_seams(stretches: Sequence[Stretch]) -> None:
    """Rules 4 and 5, in order of time, carrying the latest end that was cut."""
    cut: date | None = None
    for stretch, following in zip(stretches, stretches[1:], strict=False):
        cut = _close_seam(stretch, following, cut)
    if stretches:
        _reach(stretches[-1], cut)


def _close_seam(stretch: Stretch, following: Stretch, cut: date | None) -> date | None:
    """Make `stretch` end where `following` starts, unless a gap stands; the cut end to carry on."""
    end, start = stretch.ends_on, following.starts_on
    assert end is not None  # rule 3 has ended every one that another follows
    if end > start:
        stretch.ends_on = start
        stretch.rules.append(4)
        return max(cut or end, end)
    if end == start:
        return cut
    if not (stretch.episode.leaves_care or following.episode.enters_care):
        stretch.ends_on, stretch.end_made_up = start, False
        stretch.rules.append(5)
        return cut
    if cut is not None and cut >= start:
        stretch.ends_on, stretch.end_made_up = start, False
        stretch.rules.append(4)
        return cut
    _reach(stretch, cut)
    return None


def _reach(stretch: Stretch, cut: date | None) -> None:
    """The last episode before a break ends no earlier than the latest end that was cut."""
    if cut is not None and stretch.ends_on is not None and cut > stretch.ends_on:
        stretch.ends_on, stretch.end_made_up = cut, False
        stretch.rules.append(4)


def _end_what_is_absent(stretches: Sequence[Stretch], newest: int) -> None:
    """Rule 6. Days that rule 4 cut are kept here too, since `newest` is later than all of them."""
    if not stretches or stretches[-1].ends_on is not None:
        return
    last = stretches[-1]
    if last.episode.year >= newest:
        return
    cuts = [one.episode.dec for one in stretches[:-1] if one.episode.dec is not None]
    last.ends_on = max([last.episode.first_april_after, *cuts])
    last.rules.append(6)
    last.end_made_up = True


def _mark_care(stretches: Sequence[Stretch]) -> None:
    before: Stretch | None = None
    for stretch in stretches:
        stretch.first = before is None
        stretch.after_gap = before is not None and before.ends_on != stretch.starts_on
        stretch.begins_care = (
            before is None or before.episode.leaves_care or stretch.episode.enters_care
        )
        before = stretch
