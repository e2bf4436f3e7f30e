"""The way of the children who came into care in a year, told once and then repeated.

What a chart hides another of the same children would tell: one that hides other flows, that is of
a later day, or that lacks the few who came last. So no child is in two charts that differ. A pack
tells of a whole year of children, which ended a year before its day, so that of all of them it is
known where they were a year later. Until none of them would be told of again, which is for another
year, packs repeat that very chart. A pack of an earlier day, whose year would share children with
one that was told already, tells none.

A child who left care and came back in another year is told of in both years, by what happened
since she came in each.
"""

from datetime import date, timedelta

from casetrack import words
from casetrack.models import Authority
from oversight.charts.flow import flow_chart
from oversight.disclosure.release import Release
from oversight.indicators.journey import cohort, journey
from oversight.models import PackKind, Publication
from oversight.packs.pack import Pack, Picture, Sheet
from oversight.packs.pictures import pictured

TITLE = "The way of children who came into care"
QUESTION = "What came of the children who came in a year?"
TOLD_FOR = "As it was on"
MONTHS = AGO = 12
"""Of the children who came in so many months, which ended so many months before."""
NOT_TOLD = (
    "Not told of this day: the children who came in that year are in part those of whom an earlier "
    "pack told, and two charts would tell of the few by whom they differ."
)


def way_sheet(authority: Authority, as_at: date, release: Release) -> Sheet:
    """What an earlier pack told of any of these children, or their way where none did."""
    told = _told_before(authority, as_at)
    if told:
        day = max((day for day in told if day <= as_at), default=None)
        return told[day] if day else Sheet(TITLE, QUESTION, NOT_TOLD)
    found = journey(authority, as_at, MONTHS, ago=AGO)
    if found.why:
        return Sheet(TITLE, QUESTION, f"{words.capital(found.why)}.")
    chart = flow_chart(found, public=True, rule=release.rule, secret=release.secret)
    return _sheet(as_at, pictured(chart))


def _sheet(day: date, picture: Picture) -> Sheet:
    said = (TOLD_FOR, words.long_day(day))
    return Sheet(TITLE, QUESTION, "", facts=(said,), pictures=(picture,))


def _told_before(authority: Authority, as_at: date) -> dict[date, Sheet]:
    """By their day the charts that tell of some of the children who would be told of: a pack that
    repeats one is not the pack of its day."""
    first, last = cohort(as_at, MONTHS, AGO)
    near = (as_at - timedelta(days=366), as_at + timedelta(days=366))
    packs = Publication.objects.filter(
        authority=authority, kind=PackKind.BOARD, as_at__range=near
    ).values_list("as_at", "body")
    found = {}
    for day, body in packs:
        came = cohort(day, MONTHS, AGO)
        for sheet in Pack.read(body).sheets:
            is_its_own = (TOLD_FOR, words.long_day(day)) in sheet.facts
            if sheet.title == TITLE and is_its_own and came[0] <= last and first <= came[1]:
                found[day] = sheet
    return found
