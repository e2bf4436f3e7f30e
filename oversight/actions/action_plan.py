"""The Permanence Action Plan of an authority: its themes, what is to be done, and how it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from casetrack.actions.facts import fitting
from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from casetrack.words import long_day
from oversight.indicators.registry import INDICATORS
from oversight.models import PlanTheme, Standing, ThemeAction, ThemeProgress


class PlanRefused(Refused):
    """The plan cannot be so."""


def why_not_theme(authority: Authority, number: int, but: PlanTheme | None = None) -> str:
    """Why the authority's plan cannot have a theme of that number; empty where it can."""
    if not 1 <= number <= 99:
        return "Give the theme a number from 1 to 99."
    held = PlanTheme.objects.filter(authority=authority, number=number).first()
    if held is not None and held != but:
        return f"There is a theme {number} already."
    return ""


def write_theme(
    *,
    authority: Authority,
    theme: PlanTheme | None = None,
    number: int,
    title: str,
    lead: str,
    aim: str = "",
    indicators: Sequence[str] = (),
    by: Any,
) -> PlanTheme:
    """A new theme, or one in other words. Measures that are no longer defined are left out."""
    with recording("plan.theme-written", by=by, authority=authority.code, number=number):
        if reason := why_not_theme(authority, number, theme):
            raise PlanRefused(reason)
        if not (title.strip() and lead.strip()):
            raise PlanRefused("Give the theme a title, and say who answers for it.")
        written = theme or PlanTheme(authority=authority)
        written.number, written.title, written.lead = number, title.strip(), lead.strip()
        written.aim = aim.strip()
        written.indicators = [code for code in indicators if code in INDICATORS]
        with fitting():
            written.save()
        return written


def why_not_action(theme: PlanTheme, words: str, but: ThemeAction | None = None) -> str:
    """Why the theme cannot have that action; empty where it can."""
    if not words.strip():
        return "Say what is to be done."
    held = theme.actions.filter(words=words.strip()).first()
    return "That action is in the plan already." if held is not None and held != but else ""


def write_action(
    *,
    theme: PlanTheme,
    action: ThemeAction | None = None,
    words: str,
    lead: str,
    due_on: date,
    by: Any,
) -> ThemeAction:
    with recording("plan.action-written", by=by, theme=theme.number):
        if reason := why_not_action(theme, words, action):
            raise PlanRefused(reason)
        if not lead.strip():
            raise PlanRefused("Say who does it.")
        written = action or ThemeAction(theme=theme)
        written.words, written.lead, written.due_on = words.strip(), lead.strip(), due_on
        with fitting():
            written.save()
        return written


def mark_done(*, action: ThemeAction, on: date | None, by: Any) -> None:
    """It was done on that day; None takes that back."""
    with recording("plan.action-done", by=by, theme=action.theme.number, done=on is not None):
        action.done_on = on
        action.save(update_fields=["done_on"])


def why_not_progress(theme: PlanTheme, on: date) -> str:
    """Why how the theme stood on that day cannot be written any more; empty where it can."""
    later = theme.progress.filter(written_on__gt=on).order_by("written_on").last()
    if later is None:
        return ""
    return (
        f"How it stood on {long_day(later.written_on)} is written already: write of that day or a "
        "later one."
    )


def write_progress(
    *, theme: PlanTheme, on: date, standing: str, words: str, by: Any
) -> ThemeProgress:
    """How the theme stands on a day; said again of the same day, it replaces what was said."""
    with recording("plan.progress-written", by=by, theme=theme.number, standing=standing):
        if not words.strip():
            raise PlanRefused("Say in a few words what has happened.")
        if reason := why_not_progress(theme, on):
            raise PlanRefused(reason)
        written, _ = ThemeProgress.objects.update_or_create(
            theme=theme,
            written_on=on,
            defaults={"standing": Standing(standing), "words": words.strip(), "written_by": by},
        )
        return written
