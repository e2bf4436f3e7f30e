"""What a pathway's page shows of the children on it: facts, stages, next step, one button each.

How many questions that takes depends on the pathway, never on the children.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse

from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.models import CarePeriod, Child, LegalStatus
from casetrack.record import registry
from oversight.pathways import facts as asked
from oversight.pathways.filters import Filters
from oversight.pathways.listing import Listed
from oversight.pathways.next_step import NextStep, open_steps
from oversight.pathways.pathway import Cell, Facts, Pathway, Stage
from oversight.pathways.progress import Place
from oversight.queue_row import QueueRow, stays
from oversight.waits import Wait
from placements.models import Placement

PLANS = Permission.RECORD_PLANS


@dataclass(frozen=True)
class Button:
    """The one thing to do next: the words, and the page on which it is recorded."""

    words: str
    address: str
    needs: Permission


@dataclass
class PathwayRow(QueueRow):
    """A child on the page, with everything that is shown of her."""

    places: tuple[Place, ...] = ()
    wait: Wait | None = None
    on_top: bool = False
    next: NextStep | None = None
    button: Button | None = None
    cells: tuple[tuple[str, Cell], ...] = ()
    ended: bool = False


def shown(
    children: QuerySet[Child], chosen: list[Listed], filters: Filters, user: Any
) -> list[PathwayRow]:
    """The rows of the page with everything that is shown of them."""
    pathway, ids = filters.pathway, [row.facts["id"] for row in chosen]
    found = _facts(children, filters, ids)
    listed = [
        (row, found[row.facts["id"]] | row.facts) for row in chosen if row.facts["id"] in found
    ]
    every = [facts for _, facts in listed]
    homes, steps = stays(every), open_steps(pathway, every)
    may = _may(children, pathway, user, ids)
    rows = []
    for row, facts in listed:
        shown_row = PathwayRow(
            facts | {"wait": row.wait.row.pk if row.wait else None},
            [row.wait] if row.wait else [],
            homes.get(facts["id"]),
            places=row.places,
            wait=row.wait,
            on_top=row.on_top,
            ended=row.now is None,
        )
        facts["stayed"] = shown_row.stayed
        shown_row.cells = tuple((column.title, column.cell(facts)) for column in pathway.columns)
        planned = steps.get(facts["id"], [])
        shown_row.next = planned[0] if planned else None
        button = _button(shown_row, row.now, planned, pathway)
        if button is not None and button.needs in may.get(facts["id"], frozenset()):
            shown_row.button = button
        rows.append(shown_row)
    return rows


def _facts(children: QuerySet[Child], filters: Filters, ids: list[int]) -> dict[int, Facts]:
    """By child, what the page says of her beside what the list has asked already."""
    pathway = filters.pathway
    facts = {
        "care_known": asked.held(CarePeriod, "start_known"),
        "legal_since": asked.held(LegalStatus, "starts_on"),
        "legal_known": asked.held(LegalStatus, "start_known"),
        "home": asked.held(Placement, "type"),
        "provider": asked.held(Placement, "provider"),
        "route": asked.first(asked.PLAN, "route"),
        "contingency": asked.first(asked.SECOND, "route"),
        "worker": asked.first(asked.WORKER, "worker__name"),
    }
    facts |= {name: fact for column in pathway.columns for name, fact in column.facts.items()}
    facts |= {f"id_{each.key}": each.fact for each in pathway.stages if each.fact is not None}
    own = ("id", "first_name", "last_name", "authority_id", "authority__name")
    rows = pathway.who(asked.in_care(children, filters.day)).filter(pk__in=ids).annotate(**facts)
    return {row["id"]: row for row in rows.values(*own, *facts)}


def _may(
    children: QuerySet[Child], pathway: Pathway, user: Any, ids: list[int]
) -> dict[int, frozenset[Permission]]:
    """By child, which of the permissions to record a stage reach her: one question."""
    needed = {PLANS, *(each for stage in pathway.stages for each in _permissions(stage))}
    wanted = sorted(each for each in needed if visibility.may(user, each))
    reaches = [
        Case(When(visibility.children(user, each), then=Value(True)), default=Value(False))
        for each in wanted
    ]
    return {
        pk: frozenset(each for each, yes in zip(wanted, reach, strict=True) if yes)
        for pk, *reach in children.filter(pk__in=ids).values_list("pk", *reaches)
    }


def _permissions(stage: Stage) -> tuple[Permission, Permission]:
    """To record the fact of the stage, and the change of a fact by which it is done."""
    kind = registry.named(stage.kind or "milestone")
    if kind is None:
        raise LookupError(f"no kind of fact is called {stage.kind}")
    own = [each.permission for each in kind.changes if each.code == stage.change]
    return kind.permission, (own[0] if own else None) or kind.permission


def _button(
    row: PathwayRow, stage: Stage | None, steps: list[NextStep], pathway: Pathway
) -> Button | None:
    """What is to be recorded next."""
    if stage is None or not stage.button:
        return None
    to_record, to_change = _permissions(stage)
    if fact := row.facts.get(f"id_{stage.key}"):
        address = reverse("child-change", args=[row.uuid, stage.kind, fact, stage.change])
        return Button(stage.button, address, to_change)
    if stage.kind:
        address = reverse("child-enter", args=[row.uuid, stage.kind])
        return Button(stage.button, address, to_record)
    return _of_plan(row, stage, steps, pathway)


def _of_plan(row: PathwayRow, stage: Stage, steps: list[NextStep], pathway: Pathway) -> Button:
    """A step of the plan is done, or is planned first, or the plan itself is recorded first."""
    planned = [each.milestone.pk for each in steps if each.milestone.code == stage.step]
    if planned:
        address = reverse("child-change", args=[row.uuid, "milestone", planned[0], "done"])
        return Button(stage.button, address, PLANS)
    if {row.facts["route"], row.facts["contingency"]} & set(pathway.routes):
        address = reverse("child-enter", args=[row.uuid, "milestone"])
        return Button("Plan this step", address, PLANS)
    return Button("Record a plan for it", reverse("child-enter", args=[row.uuid, "plan"]), PLANS)
