"""Why children wait, as a board reads it: what a hundred days past a limit are put down to.

What few children are behind is hidden. The rest is told in hundredths of days that are told in
hundreds, so that from two packs nobody can reckon the days of one child.
"""

from datetime import date

from casetrack import words
from casetrack.models import Authority, Child
from oversight.causes import SAID, UNEXPLAINED, Ledger, Months, Table, ledger, without_small_numbers
from oversight.disclosure.said import HIDDEN
from oversight.indicators.waiting_words import of_hundred
from oversight.packs.pack import Grid, Sheet

TITLE = "Why children wait"
QUESTION = "What are the days put down to on which a wait was past its limit?"
MOST = 5
"""Waits that are named, those with the most days."""
COUNTED = (
    "A day counts once for every wait that was past its limit on it, whether the delay was "
    "justified or not.",
    "Nothing is put down to a cause but by somebody who says so: a day without one is unexplained.",
)


def why_children_wait(authority: Authority, as_at: date) -> Sheet:
    """Of the twelve months to the end of the month of the day, as far as was known on it."""
    months = Months.up_to(as_at)
    everybody = Child.objects.filter(authority=authority)
    found = without_small_numbers(ledger(everybody, months, as_at))
    since = f"from {words.long_day(months.first)} to {words.long_day(as_at)}"
    if not found.days:
        few = "too few children waited past a limit to tell why"
        none = "no wait was past its limit" if found.days == 0 else few
        return Sheet(TITLE, QUESTION, f"{words.capital(since)} {none}.")
    causes, _, clocks, _ = found.tables
    return Sheet(
        title=TITLE,
        question=QUESTION,
        finding=_finding(found, causes, since),
        facts=(("Days past a limit", f"about {max(100, round(found.days, -2)):,}"),),
        said=COUNTED,
        grids=(
            _grid("What they are put down to", "Cause", causes, found.days),
            _grid("Which waits they are of", "Wait", clocks, found.days, MOST),
        ),
    )


def _finding(found: Ledger, causes: Table, since: str) -> str:
    unexplained = next(line.days for line in causes.lines if line.code == UNEXPLAINED)
    if unexplained is None or not found.days:
        said = "some are unexplained"
    else:
        number = of_hundred(unexplained / found.days)
        said = f"{number} {'is' if number == '1' else 'are'} {SAID[UNEXPLAINED].lower()}"
    return f"Of every 100 days past a limit {since}, {said}."


def _grid(title: str, head: str, table: Table, days: int, most: int | None = None) -> Grid:
    """Those that are hidden last and by name, so that nothing can be read from their order."""
    lines = sorted(table.lines, key=lambda line: (-(line.days or 0), line.words))
    return Grid(
        title,
        (head, "Of 100 days"),
        tuple(
            (line.words, HIDDEN if line.days is None else of_hundred(line.days / days))
            for line in lines[:most]
        ),
        (4, 1),
    )
