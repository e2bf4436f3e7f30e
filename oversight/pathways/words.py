"""What a pathway's page says about itself: its heading, its chips, and what it is narrowed to."""

from collections.abc import Mapping
from typing import Any

from casetrack import words
from oversight.pathways.filters import ENDED, PAST, Filters, marks
from oversight.pathways.listing import Listed, narrowed
from oversight.pathways.pathway import Pathway
from oversight.queue_words import Chip

PAST_WORDS = "Past a limit"
PAST_MEANS = "A wait of this pathway is past its limit; a justified delay counts too."


def heading(pathway: Pathway, rows: list[Listed]) -> str:
    """The finding: 38 children on the way to adoption, 2 with a placement order and no link."""
    on_top = sum(row.on_top for row in rows)
    found = f"{on_top:,}" if on_top else "none"
    return f"{words.children(len(rows))} {pathway.are}, {found} {pathway.top.means}"


def stage_chips(rows: list[Listed], filters: Filters) -> list[Chip]:
    """By the stage that is next: how many children each would show, the other filters standing."""
    others = narrowed(rows, filters, "stage")
    choices = {stage.code: stage.title for stage in filters.pathway.stages}
    if filters.pathway.ended:
        choices[ENDED] = filters.pathway.ended
    at = [row.now.code if row.now else ENDED for row in others]
    chips = [
        Chip(said, at.count(code), filters.query(stage=code), filters.stage == code)
        for code, said in choices.items()
    ]
    return [*chips, Chip("All", len(others), filters.query(stage=""), not filters.stage)]


def mark_chips(rows: list[Listed], filters: Filters) -> list[Chip]:
    """Each is on or off; the count is of those whom the list shows with it on."""
    standing = narrowed(rows, filters)
    return [
        Chip(
            said,
            sum(row.has(code, filters.pathway) for row in standing),
            filters.turned(code),
            code in filters.only,
        )
        for code, said, _ in _marks(filters.pathway)
    ]


def meanings(pathway: Pathway) -> list[tuple[str, str]]:
    """What each chip asks, in plain words."""
    return [(said, words.sentence(means)) for _, said, means in _marks(pathway)]


def _marks(pathway: Pathway) -> list[tuple[str, str, str]]:
    own = [(mark.code, mark.title, mark.means) for mark in marks(pathway)]
    return [own[0], (PAST, PAST_WORDS, PAST_MEANS), *own[1:]]


def sentence(filters: Filters, listed: int, choices: Mapping[str, Any]) -> str:
    """For paper and files: Shown: adoption, next: match, 14 children, as at 22 November 2026."""
    titles = {code: words.uncapital(said) for code, said, _ in _marks(filters.pathway)}
    stages = {
        stage.code: f"next: {words.uncapital(stage.title)}" for stage in filters.pathway.stages
    }
    stages[ENDED] = words.uncapital(filters.pathway.ended)
    parts = [words.uncapital(filters.pathway.title)]
    parts += [stages[filters.stage]] if filters.stage else []
    parts += [titles[code] for code in filters.only]
    parts += [name for code, name in choices["councils"].items() if code == filters.authority]
    parts += [team.name for team in choices["teams"] if team.pk == filters.team]
    parts += [worker.name for worker in choices["workers"] if worker.uuid == filters.worker]
    parts += [words.children(listed), f"as at {words.long_day(filters.day)}"]
    return f"Shown: {', '.join(parts)}"
