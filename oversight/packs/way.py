"""The way of the children who came into care, told once a year and repeated until then.

What one chart hides another of the same children could tell: one that hides other flows, or of a
later day, or one that lacks the few who came last. So a pack tells of all who came in three years
that ended a year before its day, of each of whom it is known where she was a year later. The chart
binds the packs of less than a year before and after, and beyond that those in which fewer than
`steady` children are new, or are there no longer: they repeat it as it was made.

Two charts a year apart tell by how much those who are only in one of them differ from those who are
only in the other. Where few of either were they did not tell: of 9,786 such numbers in made-up
cohorts of 20 to 96 children a year, three charts told none to linear programs. A month apart, two
charts told 24 of 696, and 149 of 415 where nobody had come in the month that was left out.
"""

from datetime import date, timedelta

from casetrack import dates, words
from casetrack.models import Authority
from oversight.charts.flow import flow_chart
from oversight.disclosure.cells import Rule
from oversight.disclosure.release import Release
from oversight.indicators.journey import came, cohort, journey
from oversight.models import PackKind, Publication
from oversight.packs.pack import Pack, Sheet
from oversight.packs.pictures import pictured

TITLE = "The way of children who came into care"
QUESTION = "What came of the children who came in three years, a year later and by now?"
MONTHS, AGO = 36, 12
"""Of the children who came in so many months, which ended so many months before."""
APART = 12
"""So many months lie between two charts, at least."""
TOLD, REPEATED = "As it was on", "Told before, as it was on"
ONCE = (
    "It is made anew once a year: two charts of nearly the same children would tell where the few "
    "were by whom they differ."
)
NOT_TOLD = f"Not told of this day, for it was told of a later one. {ONCE}"


def way_sheet(authority: Authority, as_at: date, release: Release) -> Sheet:
    """What an earlier pack told, where that binds this one; else the way as it is now."""
    told = _binding(authority, as_at, release.rule)
    if told:
        day = max((day for day in told if day <= as_at), default=None)
        return _repeated(day, told[day]) if day else Sheet(TITLE, QUESTION, NOT_TOLD)
    found = journey(authority, as_at, MONTHS, ago=AGO)
    if found.why:
        return Sheet(TITLE, QUESTION, f"{words.capital(found.why)}.")
    chart = flow_chart(found, public=True, rule=release.rule, secret=release.secret)
    facts = ((TOLD, words.long_day(as_at)),)
    return Sheet(TITLE, QUESTION, "", facts, pictures=(pictured(chart),))


def _repeated(day: date, sheet: Sheet) -> Sheet:
    facts = ((REPEATED, words.long_day(day)),)
    return Sheet(TITLE, QUESTION, "", facts, (ONCE,), sheet.pictures)


def _binding(authority: Authority, as_at: date, rule: Rule) -> dict[date, Sheet]:
    """By their day the charts that this one would lie too near to."""
    made = Publication.objects.filter(
        authority=authority,
        kind=PackKind.BOARD,
        body__contains={"sheets": [{"title": TITLE, "facts": [[TOLD]]}]},
    )
    return {
        each.as_at: next(sheet for sheet in Pack.read(each.body).sheets if sheet.title == TITLE)
        for each in made
        if _is_near(authority, each.as_at, as_at, rule)
    }


def _is_near(authority: Authority, one: date, other: date, rule: Rule) -> bool:
    """Whether less than a year, or few children, lie between the charts of two days."""
    (first, last), (later_first, later_last) = (
        cohort(day, MONTHS, AGO) for day in sorted((one, other))
    )
    if later_first > last:
        return False
    eve = timedelta(days=1)
    gone = came(authority, first, later_first - eve)
    new = came(authority, last + eve, later_last)
    return dates.add_months(last, APART) > later_last or min(gone, new) < rule.steady
