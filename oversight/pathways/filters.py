"""Which children of a pathway a page shows, read from the address and written back to it."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from casetrack.typed import as_at, mark, number
from oversight.pathways.pathway import Mark, Pathway

ENDED = "ended"
PAST = "past"


@dataclass(frozen=True)
class Filters:
    """One list: of which pathway, on which day, which children, from which page on.

    `stage` is the code of the stage that is to come next, or `ended`; `only` are codes of marks,
    of which `past` stands for a wait past its limit on every pathway.
    """

    pathway: Pathway
    day: date
    today: date
    stage: str = ""
    only: tuple[str, ...] = ()
    authority: str = ""
    team: int | None = None
    worker: UUID | None = None
    page: int = 1
    whole: bool = False
    wrong_date: str = field(default="", compare=False)

    @classmethod
    def read(cls, pathway: Pathway, query: QueryDict, today: date) -> "Filters":
        """What cannot be understood is left out, except a date, which is named as wrong."""
        day, wrong_date = as_at(query.dict(), today)
        stages = {stage.code for stage in pathway.stages} | {ENDED}
        known = [PAST, *(mark.code for mark in marks(pathway))]
        stage = query.get("stage", "")
        return cls(
            pathway=pathway,
            day=day,
            today=today,
            stage=stage if stage in stages else "",
            only=tuple(code for code in known if code in query.getlist("only")),
            authority=query.get("authority", "")[:20],
            team=number(query.get("team", "")),
            worker=mark(query.get("worker", "")),
            page=number(query.get("page", "")) or 1,
            whole=query.get("whole") == "yes",
            wrong_date=wrong_date,
        )

    def query(self, **changes: Any) -> str:
        """The address of this list with `changes`, from its first page unless told otherwise."""
        return urlencode(replace(self, **{"page": 1, "whole": False, **changes}).pairs())

    @property
    def here(self) -> str:
        """The address of this very page of the list."""
        return urlencode(self.pairs())

    @property
    def kept(self) -> str:
        """What a saved view keeps: neither a place nor a day."""
        return self.query(day=self.today)

    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of everything that differs from the whole list of today."""
        pairs = [("stage", self.stage), *(("only", code) for code in self.only)]
        pairs += [("authority", self.authority)]
        pairs += [("team", str(self.team or "")), ("worker", str(self.worker or ""))]
        if self.page > 1:
            pairs.append(("page", str(self.page)))
        if self.day != self.today:
            pairs.append(("as_at", self.day.isoformat()))
        if self.whole:
            pairs.append(("whole", "yes"))
        return [pair for pair in pairs if pair[1]]

    @property
    def narrowed(self) -> bool:
        return bool(self.stage or self.only or self.authority or self.team or self.worker)

    def turned(self, code: str) -> str:
        """The address of the list with this mark asked for, or no longer."""
        kept = [each for each in self.only if each != code]
        return self.query(only=tuple(kept if code in self.only else [*kept, code]))


def marks(pathway: Pathway) -> tuple[Mark, ...]:
    return (pathway.top, *pathway.marks)
