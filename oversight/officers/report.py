"""The annual report of the reviewing officers: figures, how each is counted, the manager's words.

The page, the PDF and the Word file are made of the same `Pack`. It names no child: what an officer
wrote of what changed for one is shown without names, and is left out of what is published.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.db.models import QuerySet

from casetrack import words
from casetrack.models import Child
from oversight.meetings.pack import Pack, Sheet, Table, naming, without_unseen
from oversight.models import ReportSection
from oversight.officers.figures import Figure, Figures, Split
from oversight.officers.measures import MEASURES
from oversight.officers.publishing import published
from permanence.models import Challenge

INSIDE = (
    "Official-Sensitive: names no child, and shows small numbers and what changed for children. "
    "For the authority alone, not for publishing."
)
OUTSIDE = "For publishing: names nobody, and numbers from 1 to 5 are hidden."
HIDDEN = (
    "Numbers from 1 to 5 are hidden, and as many others as it takes for nobody to work them out."
)
COUNTED = (
    "IRO stands for Independent Reviewing Officer. Every child of the authority is counted. The "
    "last part says how, and whether by law, guidance, local practice or a definition of our own."
)
NOT_RECORDED = "None."
LISTED = {
    ReportSection.OFFICERS: (
        *("children", "officers", "named-in-time", "named-unknown", "without-officer"),
    ),
    ReportSection.TIMELINESS: (
        *("reviews-in-time", "reviews-unknown", "reviews-overdue", "decisions-in-time"),
        *("record-in-time", "sent-in-time", "ratified-in-time", "ratified-unknown"),
    ),
    ReportSection.PARTICIPATION: ("took-part",),
    ReportSection.MID_POINTS: ("mid-points-in-time", "mid-points-unknown", "mid-points-none"),
    ReportSection.CHALLENGES: (
        *("early", "closed-in-time", "days-to-close", "cafcass", "answers-in-time"),
    ),
    ReportSection.NEXT: (),
}
SPLIT = {
    ReportSection.PARTICIPATION: ("participation",),
    ReportSection.MID_POINTS: ("judgements",),
    ReportSection.CHALLENGES: ("raised", "stages", "outcomes", "late-answers"),
}
IN_SHORT = ("reviews-in-time", "took-part", "mid-points-in-time", "early", "answers-in-time")
UNLESS_NONE = ("named-unknown", "reviews-unknown", "ratified-unknown", "mid-points-unknown")


def made(
    found: Figures,
    typed: Mapping[str, str],
    effects: Table | None = None,
    *,
    publish: bool = False,
    children: Iterable[int] = (),
) -> Pack:
    """The report; `typed` are the words by section, `effects` what changed for `children`."""
    shown = published(found) if publish else found
    name, last = found.authority.name, words.long_day(found.months.last)
    sheets = [_section(section, shown, typed.get(section, "")) for section in ReportSection]
    if effects is not None and not publish:
        sheets = [_with_effects(each, effects) for each in sheets]
    pack = Pack(
        title=f"Reviewing officers in {name}: {found.months.said}",
        cover=[
            ("Authority", name),
            ("Months", found.months.said),
            ("Contents", "; ".join(section.label for section in ReportSection)),
        ],
        marked=OUTSIDE if publish else INSIDE,
        notes=[COUNTED, *([HIDDEN] if publish else [])],
        agenda=Table("In short", ("Figure", "Number", "Share"), (4, 1.4, 1), _short(shown), ""),
        sheets=[*sheets, _definitions()],
        as_at=last,
        children=set(children) if effects is not None and not publish else set(),
    )
    readable: Pack = without_unseen(pack)
    return readable


def changed(found: Figures, reached: QuerySet[Child]) -> tuple[Table, set[int]]:
    """What changed for the children whom the reader reaches, without names; and whose it is."""
    ended = Challenge.objects.filter(pk__in=found.ended, child__in=reached).exclude(effect="")
    told = list(ended.select_related("child").order_by("theme", "closed_on", "pk"))
    called = naming([each.child for each in told], initials=True)
    rows = [
        (
            words.capital(each.get_theme_display()),
            words.capital(each.get_outcome_display()),
            words.sentence(called.within(each.effect)),
        )
        for each in told
    ]
    head = ("Theme", "How it ended", "What changed for the child")
    table = Table("What challenges changed", head, (1.6, 1.6, 4), rows, NOT_RECORDED)
    return table, {each.child_id for each in told}


def _section(section: ReportSection, found: Figures, typed: str) -> Sheet:
    tables = [_split(found.split[code]) for code in SPLIT.get(section, ())]
    if rows := list(_rows(found, LISTED[section])):
        tables.insert(0, Table("Figures", ("Figure", "Number", "Share"), (4, 1.4, 1), rows, ""))
    if section == ReportSection.OFFICERS and found.workload is not None:
        tables.append(_bands(found))
    return Sheet(section.label, "", typed, [], [], tables, 0)


def _with_effects(sheet: Sheet, effects: Table) -> Sheet:
    if sheet.title != ReportSection.CHALLENGES.label:
        return sheet
    return replace(sheet, tables=[*sheet.tables, effects])


def _short(found: Figures) -> list[tuple[str, ...]]:
    raised = found.split["raised"].whole
    said = "hidden" if raised is None else f"{raised:,}"
    return [*_rows(found, IN_SHORT), ("Challenges raised", said, "")]


def _rows(found: Figures, codes: Iterable[str]) -> Iterable[tuple[str, ...]]:
    for code in codes:
        title = MEASURES[code].title
        if code == "days-to-close":
            yield title, _days(found), ""
        elif not (code in UNLESS_NONE and found.one[code].number == 0):
            figure: Figure = found.one[code]
            yield title, figure.said, figure.share


def _days(found: Figures) -> str:
    if found.days_to_close is None:
        return "hidden" if found.split["stages"].whole is None else "none"
    average, middle = found.days_to_close
    return f"{average} on average, {middle} in the middle"


def _split(split: Split) -> Table:
    rows: list[tuple[str, ...]] = [
        (said, *_number(number, split.whole)) for _, said, number in split.parts
    ]
    rows.append(("All", *_number(split.whole, None)))
    measure = MEASURES[split.code]
    return Table(measure.title, (split.head, "Number", "Share"), (4, 1.4, 1), rows, "")


def _number(number: int | None, of: int | None) -> tuple[str, str]:
    """12, and its share of the whole."""
    if number is None:
        return "hidden", ""
    return f"{number:,}", f"{100 * number / of:.0f}%" if of else ""


def _bands(found: Figures) -> Table:
    load = found.workload
    assert load is not None
    rows = [(words.capital(said), f"{number:,}") for said, number in load.bands]
    title = "Officers by the number of their children on the last day"
    return Table(title, ("Children", "Officers"), (4, 1.4), rows, "", load.said)


def _definitions() -> Sheet:
    rows = [
        (each.title, each.counted, words.capital(str(each.kind)), each.source)
        for each in MEASURES.values()
    ]
    head = ("Figure", "How it is counted", "Kind", "Source")
    table = Table("Definitions", head, (1.8, 4, 1.2, 2.4), rows, "")
    return Sheet("How each figure is counted", "", "", [], [], [table], 0)
