"""Where a child stands on a pathway: each stage done, gone by or not needed, now, or to come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casetrack import words
from oversight.pathways.pathway import Facts, Pathway, Stage


class Standing(StrEnum):
    DONE = "done"
    GONE_BY = "gone-by"
    NOT_NEEDED = "not-needed"
    NOW = "now"
    TO_COME = "to-come"


SAID = {
    Standing.GONE_BY: "no day recorded",
    Standing.NOT_NEEDED: "not needed",
    Standing.NOW: "now",
    Standing.TO_COME: "to come",
}


@dataclass(frozen=True)
class Place:
    """One stage of one child."""

    stage: Stage
    standing: Standing
    on: date | None

    @property
    def words(self) -> str:
        """3 Mar 2026; no day recorded; not needed; now; to come."""
        if self.standing is Standing.DONE and self.on:
            return words.short_day(self.on)
        return SAID[self.standing]


def progress(pathway: Pathway, facts: Facts) -> tuple[Place, ...]:
    """Every stage in its order; the first that is still to come is now."""
    codes = [stage.code for stage in pathway.stages]
    shown: set[str] = set()
    for place, stage in enumerate(pathway.stages):
        if facts[stage.key]:
            shown.update(codes[:place] if stage.shows is None else stage.shows)
    standings = [_standing(stage, facts, shown) for stage in pathway.stages]
    if Standing.TO_COME in standings:
        standings[standings.index(Standing.TO_COME)] = Standing.NOW
    return tuple(
        Place(stage, standing, facts[stage.key])
        for stage, standing in zip(pathway.stages, standings, strict=True)
    )


def _standing(stage: Stage, facts: Facts, shown: set[str]) -> Standing:
    if facts[stage.key]:
        return Standing.DONE
    if stage.needless(facts):
        return Standing.NOT_NEEDED
    return Standing.GONE_BY if stage.code in shown else Standing.TO_COME


def now(places: tuple[Place, ...]) -> Stage | None:
    """The stage that is to be done next; None where every stage lies behind the child."""
    return next((each.stage for each in places if each.standing is Standing.NOW), None)
