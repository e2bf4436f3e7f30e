"""Proves the audit whole: every digest and every hash again, in order, a batch at a time.

What it cannot see alone is a chain that was cut off or made anew from some place on, by somebody
who may do anything in the database: for that, compare with hashes that were kept elsewhere.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection

from casetrack.chain import (
    ANCHORED,
    FORM,
    FORMS,
    START,
    AuditAnchor,
    AuditLink,
    AuditUnsealed,
    content_sql,
    digest,
    link_hash,
    moment,
    moment_sql,
)

BATCH = 5_000


@dataclass(frozen=True)
class Break:
    """A place where the audit is not what was sealed."""

    what: str
    position: int | None = None
    event: str | None = None

    def __str__(self) -> str:
        where = f", position {self.position}" if self.position else ""
        return f"{self.what}{where}{f', event {self.event}' if self.event else ''}"


@dataclass(frozen=True)
class Link:
    """A link as it is stored, and the content of its event; None where there is no such event."""

    position: int
    event_id: str
    form: int
    digest: bytes
    hash: bytes
    sealed_at: str
    event: dict[str, Any] | None

    def break_after(self, position: int, previous: bytes) -> Break | None:
        """What is wrong with this link as the next after `position` with the hash `previous`."""
        if self.position != position + 1:
            return Break("a link is missing", position + 1)
        wrong = self._wrong(previous)
        return Break(wrong, self.position, self.event_id) if wrong else None

    def _wrong(self, previous: bytes) -> str:
        if self.event is None:
            return "the event of the link is missing"
        if self.form not in FORMS:
            return "the form of the link was changed"
        found = digest(self.event, self.form)
        as_stored = link_hash(previous, self.digest, self.position, self.sealed_at) == self.hash
        if found == self.digest:
            return "" if as_stored else "the hash or the time of the link was changed"
        if as_stored:
            return "the content of the event was changed"
        if link_hash(previous, found, self.position, self.sealed_at) == self.hash:
            return "the digest of the link was changed"
        return "the event and its link were changed"


@dataclass(frozen=True)
class Proof:
    """How long the chain is, its last hash, what is not in it yet, and where it is broken."""

    links: int
    head: str
    anchors: int
    unsealed: int
    unsealed_since: datetime | None
    broken: Break | None


def prove(expected: Mapping[int, str] | None = None) -> Proof:
    """Walk the chain to its first break. `expected`: hashes kept elsewhere, by position.

    It may run while events are written and sealed: links and anchors are only ever added, and the
    anchors that are compared were read before the walk that finds their events.
    """
    anchors = list(AuditAnchor.objects.order_by("day"))
    told = _anchors_told_unsealed()
    position, head, broken = 0, START, None
    wanted = dict(expected or {})
    for link in _links():
        broken = link.break_after(position, head) or _unlike(link, wanted)
        if broken:
            break
        position, head = link.position, link.hash
        if link.event and link.event["what"] == ANCHORED:
            told.append(json.loads(link.event["details"]))
    if broken is None and wanted:
        broken = Break("the chain ends before a position that was noted", min(wanted))
    broken = broken or _broken_anchor(anchors, told) or _lost_event()
    since = AuditUnsealed.objects.order_by("at").values_list("at", flat=True).first()
    return Proof(
        links=position,
        head=head.hex(),
        anchors=len(anchors),
        unsealed=AuditUnsealed.objects.count(),
        unsealed_since=since,
        broken=broken,
    )


def _links() -> Iterator[Link]:
    """All links in order, in batches, so that memory does not grow with the chain."""
    after = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                f"""SELECT l.position, l.event::text, l.form, l.digest, l.hash,
                    {moment_sql("l.sealed_at")}, {content_sql("e")}
                FROM casetrack_auditlink AS l
                LEFT JOIN casetrack_auditevent AS e ON e.id = l.event
                WHERE l.position > %s ORDER BY l.position LIMIT {BATCH}""",
                [after],
            )
            rows = cursor.fetchall()
        for position, event_id, form, content, stored, sealed_at, *values in rows:
            event = dict(zip(FORMS[FORM], values, strict=True)) if values[0] else None
            yield Link(position, event_id, form, bytes(content), bytes(stored), sealed_at, event)
        if len(rows) < BATCH:
            return
        after = rows[-1][0]


def _unlike(link: Link, wanted: dict[int, str]) -> Break | None:
    """Whether the link is another than the one that was noted elsewhere."""
    if wanted.pop(link.position, link.hash.hex()) == link.hash.hex():
        return None
    return Break("the chain is not the one that was noted", link.position, link.event_id)


def _anchors_told_unsealed() -> list[dict[str, Any]]:
    """What those events tell of anchors that no link holds yet."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT e.details::text FROM casetrack_auditunsealed AS u
            JOIN casetrack_auditevent AS e ON e.id = u.event WHERE e.what = %s""",
            [ANCHORED],
        )
        return [json.loads(details) for (details,) in cursor.fetchall()]


def _broken_anchor(anchors: list[AuditAnchor], told: list[dict[str, Any]]) -> Break | None:
    """An anchor that its event or its link does not bear out, or one that is gone."""
    positions = [anchor.position for anchor in anchors]
    links = AuditLink.objects.filter(position__in=positions)
    hashes = {position: bytes(stored) for position, stored in links.values_list("position", "hash")}
    for anchor in anchors:
        as_told = {
            "day": anchor.day.isoformat(),
            "position": anchor.position,
            "hash": bytes(anchor.hash).hex(),
            "made_at": moment(anchor.made_at),
        }
        if as_told not in told or hashes.get(anchor.position) != bytes(anchor.hash):
            return Break(f"the anchor of {anchor.day} was changed", anchor.position)
    held = {day.isoformat() for day in AuditAnchor.objects.values_list("day", flat=True)}
    for each in told:
        if each["day"] not in held:
            return Break(f"the anchor of {each['day']} is missing", each["position"])
    return None


def _lost_event() -> Break | None:
    """An event that is neither linked nor waiting for it, or one that went while it waited."""
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT e.id::text FROM casetrack_auditevent AS e
            LEFT JOIN casetrack_auditlink AS l ON l.event = e.id
            LEFT JOIN casetrack_auditunsealed AS u ON u.event = e.id
            WHERE l.event IS NULL AND u.event IS NULL ORDER BY e.at, e.id LIMIT 1"""
        )
        if row := cursor.fetchone():
            return Break("the link of an event is missing", event=row[0])
        cursor.execute(
            """SELECT u.event::text FROM casetrack_auditunsealed AS u
            LEFT JOIN casetrack_auditevent AS e ON e.id = u.event
            WHERE e.id IS NULL ORDER BY u.at, u.event LIMIT 1"""
        )
        if row := cursor.fetchone():
            return Break("an event was removed before it was sealed", event=row[0])
    return None
