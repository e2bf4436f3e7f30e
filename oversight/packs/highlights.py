"""The highlight report of a Permanence Action Plan: each theme, who answers for it, what is done.

What leads write is their own; the figures beside it are counted, and may say otherwise.
"""

from dataclasses import replace
from datetime import date

from casetrack import words
from casetrack.models import Authority
from oversight.action_plan import Doing, Impact, Plan, Theme, measured_by, plan_on, themes_of
from oversight.indicators import scorecard
from oversight.indicators.chosen import Chosen
from oversight.packs.board import Made, made
from oversight.packs.pack import Grid, Sheet

NOTHING_SAID = "Nothing is written of it yet."
ACTIONS = ("What is to be done", "Who does it", "By when", "Where it stands")
IMPACT = ("Measure", "A year before", "Now", "Target")


def highlights(authority: Authority, as_at: date, today: date) -> Made:
    """The themes there are, with what was done and written by the day; its figures are public."""
    chosen = Chosen(authority, as_at, as_at)
    themes = themes_of(authority)
    lines = scorecard.lines(chosen, measured_by(themes))
    title = f"Permanence Action Plan of {authority.name}: highlights"
    found = made(chosen, lines, title=title, today=today)
    public = {line.indicator.code: line for line in found.public.lines}
    plan = plan_on(authority, themes, public, as_at)
    pack = replace(
        found.pack,
        finding=f"{plan.finding}.",
        summary=_summary(plan),
        sheets=tuple(_sheet(theme) for theme in plan.themes),
    )
    return Made(pack, found.public)


def _summary(plan: Plan) -> Grid:
    return Grid(
        "The themes",
        ("Theme", "Who answers for it", "How it stands", "Actions done"),
        tuple(
            (theme.titled, theme.theme.lead, words.capital(theme.tag), theme.done)
            for theme in plan.themes
        ),
        (3.4, 2.4, 1.4, 1.2),
    )


def _sheet(theme: Theme) -> Sheet:
    newest = theme.newest.written if theme.newest else None
    told = f"{newest.words} ({words.long_day(newest.written_on)})" if newest else NOTHING_SAID
    grids = []
    if theme.actions:
        rows = tuple(_action(each) for each in theme.actions)
        grids.append(Grid("What is done", ACTIONS, rows, (3.6, 2, 1.4, 1.6)))
    if theme.impact:
        rows = tuple(_impact(each) for each in theme.impact)
        grids.append(Grid("What it changed", IMPACT, rows, (3.6, 1.4, 1.4, 1.4)))
    return Sheet(
        title=theme.titled,
        question=theme.theme.aim,
        finding=f"{words.capital(theme.tag)}.",
        facts=(("Who answers for it", theme.theme.lead),),
        said=(told,),
        grids=tuple(grids),
    )


def _action(each: Doing) -> tuple[str, ...]:
    return each.action.words, each.action.lead, each.due, each.stands


def _impact(each: Impact) -> tuple[str, ...]:
    return each.line.indicator.titled, each.before, each.now, each.target
