"""The Permanence Action Plan of an authority as it stood on a day, with the measures of its themes.

What leads write is their own; the figures beside it are counted, and may say otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casetrack import words
from casetrack.models import Authority
from oversight.disclosure.narrative import findings
from oversight.indicators import said, scorecard
from oversight.indicators.chosen import Chosen
from oversight.indicators.indicator import Indicator
from oversight.indicators.registry import INDICATORS
from oversight.indicators.scorecard import YEAR, Line
from oversight.models import PlanTheme, Standing, ThemeAction, ThemeProgress

NOT_SAID = "not said yet"
TONES = {
    Standing.ON_TRACK: "green",
    Standing.AT_RISK: "amber",
    Standing.OFF_TRACK: "red",
    Standing.DONE: "kind",
}
"""Of the tag that says it; the words say the same."""


FEW_WORDS = 5
"""So many are shown of what tells of few children, from the number on."""


@dataclass(frozen=True)
class Doing:
    """One action as at the day: done by then, late, or still to be done."""

    action: ThemeAction
    day: date

    @property
    def done(self) -> bool:
        return self.action.done_on is not None and self.action.done_on <= self.day

    @property
    def late(self) -> bool:
        return not self.done and self.action.due_on < self.day

    @property
    def due(self) -> str:
        return words.short_day(self.action.due_on, beside=self.day)

    @property
    def stands(self) -> str:
        """done 12 Oct; 17 days late; due in 9 days."""
        if self.done and self.action.done_on is not None:
            return f"done {words.short_day(self.action.done_on, beside=self.day)}"
        if self.late:
            return f"{words.stretch(self.action.due_on, self.day)} late"
        return words.due_in(self.action.due_on, self.day)


@dataclass(frozen=True)
class Progress:
    """What was written of a theme, and which of its words tell of few children."""

    written: ThemeProgress

    @property
    def tag(self) -> str:
        return str(Standing(self.written.standing).label)

    @property
    def tone(self) -> str:
        return TONES[Standing(self.written.standing)]

    @property
    def few(self) -> list[tuple[str, str]]:
        """Where the words tell of few children: “3 children still wait”, counts children."""
        text = self.written.words
        return [
            (" ".join(text[each.start :].split()[:FEW_WORDS]), each.why) for each in findings(text)
        ]


@dataclass(frozen=True)
class Impact:
    """A measure that shows whether a theme works: a year before, now, and what is aimed at."""

    line: Line

    @property
    def before(self) -> str:
        figures = self.line.figures
        return shown(self.line, -YEAR) if len(figures) >= YEAR else said.NOTHING

    @property
    def now(self) -> str:
        return shown(self.line, -1)

    @property
    def target(self) -> str:
        target = self.line.target
        return said.amount(self.line.indicator, target.value) if target else "none set"


def shown(line: Line, place: int) -> str:
    """As it may be told: 14.0%; hidden; – where there is none."""
    figure = line.figures[place]
    return "hidden" if figure.why.startswith("hidden") else said.value(figure)


@dataclass(frozen=True)
class Theme:
    """A theme on a day. `progress` is what was written by then, the newest first."""

    theme: PlanTheme
    actions: tuple[Doing, ...]
    progress: tuple[Progress, ...]
    impact: tuple[Impact, ...]

    @property
    def newest(self) -> Progress | None:
        return self.progress[0] if self.progress else None

    @property
    def earlier(self) -> tuple[Progress, ...]:
        return self.progress[1:]

    @property
    def standing(self) -> str:
        return self.newest.written.standing if self.newest else ""

    @property
    def tag(self) -> str:
        return self.newest.tag if self.newest else NOT_SAID

    @property
    def tone(self) -> str:
        return self.newest.tone if self.newest else "grey"

    @property
    def titled(self) -> str:
        return f"{self.theme.number}. {self.theme.title}"

    @property
    def done(self) -> str:
        """3 of 5."""
        return f"{sum(each.done for each in self.actions)} of {len(self.actions)}"

    @property
    def late(self) -> int:
        return sum(each.late for each in self.actions)


@dataclass(frozen=True)
class Plan:
    authority: Authority
    day: date
    themes: tuple[Theme, ...]

    @property
    def finding(self) -> str:
        """6 themes: 4 on track, 1 at risk, 1 off track; 3 actions are late."""
        if not self.themes:
            return "No theme is written yet"
        told = [
            f"{number} {label}"
            for standing, label in [*Standing.choices, ("", NOT_SAID)]
            if (number := sum(theme.standing == standing for theme in self.themes))
        ]
        late = sum(theme.late for theme in self.themes)
        actions = f"; {words.count(late, 'action')} {'is' if late == 1 else 'are'} late"
        head = words.count(len(self.themes), "theme")
        return f"{head}: {', '.join(told)}{actions if late else ''}"


def themes_of(authority: Authority) -> list[PlanTheme]:
    """By number, with all that was ever written of them."""
    return list(
        PlanTheme.objects.filter(authority=authority)
        .prefetch_related("actions", "progress")
        .order_by("number")
    )


def measured_by(themes: Sequence[PlanTheme]) -> list[Indicator]:
    """The measures of all themes, each once; those that are no longer defined are left out."""
    codes = dict.fromkeys(code for theme in themes for code in theme.indicators)
    return [INDICATORS[code] for code in codes if code in INDICATORS]


def plan_on(
    authority: Authority, themes: Sequence[PlanTheme], lines: Mapping[str, Line], day: date
) -> Plan:
    """What was done and said by the day; `lines` are the measures by code, as they may be told."""
    return Plan(authority, day, tuple(_theme(theme, lines, day) for theme in themes))


def plan_of(chosen: Chosen, day: date) -> Plan:
    """The plan on the day, and its measures as at the day that is chosen, in full."""
    themes = themes_of(chosen.authority)
    lines = scorecard.lines(chosen, measured_by(themes))
    return plan_on(chosen.authority, themes, {line.indicator.code: line for line in lines}, day)


def _theme(theme: PlanTheme, lines: Mapping[str, Line], day: date) -> Theme:
    known = [each for each in theme.progress.all() if each.written_on <= day]
    actions = sorted(theme.actions.all(), key=lambda each: (each.due_on, each.pk))
    return Theme(
        theme=theme,
        actions=tuple(Doing(action, day) for action in actions),
        progress=tuple(
            Progress(each) for each in sorted(known, key=lambda each: each.written_on, reverse=True)
        ),
        impact=tuple(Impact(lines[code]) for code in theme.indicators if code in lines),
    )
