"""Where a child stands on a pathway: each stage done, gone by without a day, now, or to come."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casetrack import words
from oversight.pathways.pathway import Facts, Pathway, Stage


class Standing(StrEnum):
    DONE = "done"
    GONE_BY = "gone-by"
    NOW = "now"
    TO_COME = "to-come"


@dataclass(frozen=True)
class Place:
    """One stage of one child."""

    stage: Stage
    standing: Standing
    on: date | None

    @property
    def words(self) -> str:
        """3 Mar 2026; no day recorded; now; to come."""
        if self.standing is Standing.DONE and self.on:
            return words.short_day(self.on)
        return {Standing.GONE_BY: "no day recorded", Standing.NOW: "now"}.get(
            self.standing, "to come"
        )


def progress(pathway: Pathway, facts: Facts) -> tuple[Place, ...]:
    """Every stage in its order; the first that is neither done nor gone by is now.

    A stage without a day has gone by where a later one is done; but one beside the road shows that
    only of those beside it.
    """
    standings: list[Standing] = []
    shown = shown_beside = False
    for stage in reversed(pathway.stages):
        if facts[stage.key]:
            shown, shown_beside = shown or not stage.beside, True
            standings.append(Standing.DONE)
        else:
            shown_beside = shown_beside and stage.beside
            gone = shown or shown_beside
            standings.append(Standing.GONE_BY if gone else Standing.TO_COME)
    standings.reverse()
    if Standing.TO_COME in standings:
        standings[standings.index(Standing.TO_COME)] = Standing.NOW
    return tuple(
        Place(stage, standing, facts[stage.key])
        for stage, standing in zip(pathway.stages, standings, strict=True)
    )


def now(places: tuple[Place, ...]) -> Stage | None:
    """The stage that is to be done next; None where every stage lies behind the child."""
    return next((each.stage for each in places if each.standing is Standing.NOW), None)
