"""The highlight report of a Permanence Action Plan: each theme, who answers for it, what is done.

What leads write is their own; the figures beside it are counted, and may say otherwise.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from casetrack import words
from casetrack.models import Authority
from oversight.indicators import said, scorecard
from oversight.indicators.chosen import Chosen
from oversight.indicators.registry import INDICATORS
from oversight.indicators.scorecard import YEAR, Line
from oversight.models import PlanTheme, Standing, ThemeAction, ThemeProgress
from oversight.packs.board import Made, made, value
from oversight.packs.pack import Grid, Sheet

NOTHING_SAID = "Nothing is written of it yet."
ACTIONS = ("What is to be done", "Who does it", "By when", "Where it stands")
IMPACT = ("Measure", "A year before", "Now", "Target")


def highlights(authority: Authority, as_at: date, today: date) -> Made:
    """Of actions and words those that were there on the day; the figures are of that day."""
    chosen = Chosen(authority, as_at, as_at)
    themes = list(
        PlanTheme.objects.filter(authority=authority)
        .prefetch_related("actions", "progress")
        .order_by("number")
    )
    codes = dict.fromkeys(
        code for theme in themes for code in theme.indicators if code in INDICATORS
    )
    lines = scorecard.lines(chosen, [INDICATORS[code] for code in codes])
    title = f"Permanence Action Plan of {authority.name}: highlights"
    found = made(chosen, lines, title=title, today=today)
    public = {line.indicator.code: line for line in found.public.lines}
    pack = replace(
        found.pack,
        finding=_finding(themes, as_at),
        summary=_summary(themes, as_at),
        sheets=tuple(_sheet(theme, public, as_at) for theme in themes),
    )
    return Made(pack, found.public)


def _finding(themes: Sequence[PlanTheme], day: date) -> str:
    """Six themes: 4 on track, 1 at risk, 1 off track; 3 actions are late."""
    if not themes:
        return "No theme is written yet."
    told = [
        f"{number} {standing.label}"
        for standing in Standing
        if (number := sum(_standing(theme, day) == standing for theme in themes))
    ]
    late = sum(_late(action, day) for theme in themes for action in theme.actions.all())
    head = words.count(len(themes), "theme")
    standing = f": {words.listed(told)}" if told else ""
    actions = f"; {words.count(late, 'action')} {'is' if late == 1 else 'are'} late"
    return f"{head}{standing}{actions if late else ''}."


def _summary(themes: Sequence[PlanTheme], day: date) -> Grid:
    return Grid(
        "The themes",
        ("Theme", "Who answers for it", "How it stands", "Actions done"),
        tuple(
            (
                f"{theme.number}. {theme.title}",
                theme.lead,
                words.capital(_standing_words(theme, day)),
                f"{sum(_done(each, day) for each in actions)} of {len(actions)}",
            )
            for theme in themes
            for actions in (list(theme.actions.all()),)
        ),
        (3.4, 2.4, 1.4, 1.2),
    )


def _sheet(theme: PlanTheme, lines: dict[str, Line], day: date) -> Sheet:
    newest = _newest(theme, day)
    told = f"{newest.words} ({words.long_day(newest.written_on)})" if newest else NOTHING_SAID
    actions = sorted(theme.actions.all(), key=lambda each: (each.due_on, each.pk))
    grids = []
    if actions:
        rows = tuple(_action(action, day) for action in actions)
        grids.append(Grid("What is done", ACTIONS, rows, (3.6, 2, 1.4, 1.6)))
    measured = [lines[code] for code in theme.indicators if code in lines]
    if measured:
        rows = tuple(_impact(line) for line in measured)
        grids.append(Grid("What it changed", IMPACT, rows, (3.6, 1.4, 1.4, 1.4)))
    return Sheet(
        title=f"{theme.number}. {theme.title}",
        question=theme.aim,
        finding=f"{words.capital(_standing_words(theme, day))}.",
        facts=(("Who answers for it", theme.lead),),
        said=(told,),
        grids=tuple(grids),
    )


def _newest(theme: PlanTheme, day: date) -> ThemeProgress | None:
    known = [each for each in theme.progress.all() if each.written_on <= day]
    return max(known, key=lambda each: each.written_on, default=None)


def _standing(theme: PlanTheme, day: date) -> str:
    newest = _newest(theme, day)
    return newest.standing if newest else ""


def _standing_words(theme: PlanTheme, day: date) -> str:
    standing = _standing(theme, day)
    return str(Standing(standing).label) if standing else "not said yet"


def _done(action: ThemeAction, day: date) -> bool:
    return action.done_on is not None and action.done_on <= day


def _late(action: ThemeAction, day: date) -> bool:
    return not _done(action, day) and action.due_on < day


def _action(action: ThemeAction, day: date) -> tuple[str, ...]:
    if _done(action, day) and action.done_on is not None:
        stands = f"done {words.short_day(action.done_on, beside=day)}"
    else:
        stands = "late" if _late(action, day) else "to be done"
    return action.words, action.lead, words.short_day(action.due_on, beside=day), stands


def _impact(line: Line) -> tuple[str, ...]:
    before = line.figures[-YEAR] if len(line.figures) >= YEAR else None
    target = line.target
    return (
        line.indicator.titled,
        said.value(before) if before else said.NOTHING,
        value(line),
        said.amount(line.indicator, target.value) if target else "none set",
    )
