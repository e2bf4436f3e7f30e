"""Linking the events of the audit into the chain. Run twice, missed or killed, it ends the same."""

import logging
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.timezone import get_default_timezone

from casetrack import audit
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
)

logger = logging.getLogger(__name__)

BATCH = 5_000
LOCK = "casetrack audit sealer"


def seal(*, now: datetime) -> int:
    """Link what is committed and has no link yet; how many events were linked.

    Where another sealer is at work this one leaves it to it. Each batch is a transaction: the links
    and the taking out of the list of the unsealed are one, so that a sealer that is killed leaves
    either both or neither.
    """
    linked = 0
    while True:
        count = _seal_batch(now)
        linked += count
        if count < BATCH:
            return linked


@transaction.atomic
def _seal_batch(now: datetime) -> int:
    if not _alone():
        return 0
    _anchor_days_before(now)
    events = _unsealed()
    if events:
        _append(events, now)
    return len(events)


def _alone() -> bool:
    """Whether no other sealer is at work; the lock is held until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [LOCK])
        return bool(cursor.fetchone()[0])


def _unsealed() -> list[dict[str, Any]]:
    """The content of the next events, in the order of their times."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT {content_sql("e")}
            FROM casetrack_auditunsealed AS u JOIN casetrack_auditevent AS e ON e.id = u.event
            ORDER BY u.at, u.event LIMIT {BATCH}"""
        )
        return [dict(zip(FORMS[FORM], row, strict=True)) for row in cursor.fetchall()]


def _append(events: Sequence[dict[str, Any]], now: datetime) -> None:
    last = AuditLink.objects.order_by("-position").first()
    position, previous = (last.position, bytes(last.hash)) if last else (0, START)
    links = []
    for event in events:
        position += 1
        content = digest(event)
        previous = link_hash(previous, content, position, moment(now))
        links.append(
            AuditLink(
                position=position, event=event["id"], digest=content, hash=previous, sealed_at=now
            )
        )
    AuditLink.objects.bulk_create(links)
    AuditUnsealed.objects.filter(event__in=[link.event for link in links]).delete()


def _anchor_days_before(now: datetime) -> None:
    """Note the last link of every past day on which something was sealed, each day once."""
    today = now.astimezone(get_default_timezone()).date()
    last = AuditAnchor.objects.order_by("-day").first()
    after = last.position if last else 0
    first = AuditLink.objects.filter(position__gt=after).order_by("position").first()
    # Almost always so: nothing is scanned every few seconds but the next link.
    if first is None or first.sealed_at.astimezone(get_default_timezone()).date() >= today:
        return
    for day, position in _ends_of_days(after, last.day if last else date.min, today):
        link = AuditLink.objects.get(position=position)
        AuditAnchor.objects.create(day=day, position=position, hash=link.hash, made_at=now)
        told = {
            "day": day.isoformat(),
            "position": position,
            "hash": bytes(link.hash).hex(),
            "made_at": moment(now),
        }
        audit.wrote(ANCHORED, by=None, children=[], **told)
        _log_once_committed(told)


def _ends_of_days(after: int, since: date, before: date) -> list[tuple[date, int]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT day, max(position) FROM (
                SELECT position, (sealed_at AT TIME ZONE %s)::date AS day
                FROM casetrack_auditlink WHERE position > %s
            ) AS links WHERE day > %s AND day < %s GROUP BY day ORDER BY day""",
            [str(get_default_timezone()), after, since, before],
        )
        return list(cursor.fetchall())


def _log_once_committed(told: dict[str, Any]) -> None:
    transaction.on_commit(
        lambda: logger.info(
            "Audit anchor of %s: position %s, hash %s", told["day"], told["position"], told["hash"]
        )
    )
