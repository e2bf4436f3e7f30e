"""What is not known: for every wait that cannot be told, the fact that is missing and whose it is.

A gap is a running wait with a needed fact that is not recorded, or with a start known only as "on
or before". It is counted whether or not its limit has passed: what is not known stays to be found
out.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from casetrack.models import Child
from oversight.clocks.registry import CLOCKS
from oversight.waits import Wait, by_worker, running, with_worker

SHOWN = 200
RECORDED = [code for code, clock in CLOCKS.items() if clock.recorded]


@dataclass(frozen=True)
class Gap:
    """One wait with what is not known of it."""

    wait: Wait
    child: Child
    worker: str

    @property
    def fact(self) -> str:
        return fact_of(self.wait)


@dataclass(frozen=True)
class Found:
    """The gaps listed, how many children they are of, and how many there are by fact and worker."""

    rows: list[Gap]
    total: int
    children: int
    facts: list[tuple[str, int]]
    workers: list[tuple[str, UUID | None, int]]


def fact_of(wait: Wait) -> str:
    """The start of Interim care order; the adoption decision."""
    return wait.row.missing or f"when “{wait.title}” began"


def gaps(
    children: QuerySet[Child], day: date, *, worker: UUID | None = None, fact: str = ""
) -> Found:
    """The gaps of these children on `day`, by fact and by worker; `fact` and `worker` narrow it."""
    rows = running(day).filter(Q(start_known=False) | ~Q(missing=""), child__in=children)
    # What was before anybody recorded here is no gap that somebody could fill.
    rows = rows.exclude(
        clock__in=RECORDED, missing="", started_on=F("child__authority__recorded_from")
    )
    rows = with_worker(rows, day).select_related("child", "child__authority")
    found = [
        Gap(Wait(row), row.child, row.worker_name or "")
        for row in rows.order_by("child__reference", "clock", "subject")
    ]
    facts = Counter(each.fact for each in found)
    listed = [
        each
        for each in found
        if (not fact or each.fact == fact) and (not worker or each.wait.row.worker_uuid == worker)
    ]
    return Found(
        rows=listed[:SHOWN],
        total=len(listed),
        children=len({each.child.pk for each in listed}),
        facts=facts.most_common(),
        workers=by_worker(each.wait for each in found),
    )
