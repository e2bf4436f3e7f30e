"""Opening a sealed record again: one person of adoption records asks, a second one answers.

Every attempt is an event of the audit, those that find nothing as well.
"""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now

from adoption import archive, escrow
from adoption.models import OPEN_FOR, SealedRecord, Unsealing
from casetrack.access import visibility
from casetrack.access.permissions import Permission
from casetrack.actions.refusal import Refused
from casetrack.models import Child
from casetrack.recording import recording


class UnsealingRefused(Refused):
    """The sealed record cannot be opened so."""


def find(
    *, by: Any, name: str = "", born_on: date | None = None, reference: str = ""
) -> list[SealedRecord]:
    """The sealed records, of the authorities whose records `by` keeps, known exactly so.

    By the old name, the name a child was known as, or the new one, each whole and with the date of
    birth; or by the old or the new reference. What was typed is not kept, only whether it was
    found.
    """
    kept = [each.pk for each in visibility.authorities(by, Permission.UNSEAL_RECORDS)]
    marks = [
        escrow.mark_of_reference(pk, reference, new=new)
        for pk in kept
        for new in (False, True)
        if reference.strip()
    ]
    if name.strip() and born_on is not None:
        marks.append(escrow.mark_of_name(name, born_on))
    sealed = SealedRecord.objects.in_force().filter(authority__in=kept, found_by__overlap=marks)
    found = list(sealed.select_related("authority", "sealed_by").order_by("pk"))
    with recording(
        "sealed.looked-for",
        by=by,
        children=[each.child_id for each in found],
        by_name=bool(name.strip()),
        found=len(found),
        into_sealed=True,
    ):
        return found


def reached(by: Any) -> Any:
    """The sealed records of the authorities whose records `by` keeps."""
    kept = [each.pk for each in visibility.authorities(by, Permission.UNSEAL_RECORDS)]
    return SealedRecord.objects.in_force().filter(authority__in=kept)


def reviewed(by: Any) -> Any:
    """What was ever asked for in the authorities whose access `by` reviews; the newest first."""
    served = [each.pk for each in visibility.authorities(by, Permission.REVIEW_ACCESS)]
    return Unsealing.objects.filter(sealed__authority__in=served).order_by("-asked_at")


def ask(*, sealed: SealedRecord, reason: str, words: str, by: Any) -> Unsealing:
    """Ask for the record to be opened; nothing is read until a second person has agreed."""
    with _of(sealed, "sealed.asked", by, why=words, reason=reason):
        if not reached(by).filter(pk=sealed.pk).exists():
            raise UnsealingRefused("This record is not sealed any more.")
        if reason not in Unsealing.Reason.values or not words.strip():
            raise UnsealingRefused("Choose a reason, and write why.")
        try:
            with transaction.atomic():
                return Unsealing.objects.create(
                    sealed=sealed, reason=reason, words=words.strip(), asked_by=by
                )
        except IntegrityError:
            raise UnsealingRefused(
                "Somebody has asked already; that is to be answered first."
            ) from None


def why_not_answer(asked: Unsealing, by: Any) -> str:
    """Why `by` cannot answer it; empty where they can."""
    if asked.asked_by_id == by.pk:
        return "A second person answers what you ask for."
    if asked.answered_at is not None:
        return "This has been answered already."
    if not reached(by).filter(pk=asked.sealed_id).exists():
        return "This record is not sealed any more."
    return ""


def answer(*, asked: Unsealing, agreed: bool, by: Any) -> Unsealing:
    """Agree or decline. Where it was sealed by mistake, agreeing puts the record back at once."""
    with _of(asked.sealed, "sealed.answered", by, agreed=agreed, reason=asked.reason):
        asked = Unsealing.objects.select_for_update().select_related("sealed").get(pk=asked.pk)
        if reason := why_not_answer(asked, by):
            raise UnsealingRefused(reason)
        asked.agreed, asked.answered_by, asked.answered_at = agreed, by, Now()
        if agreed and asked.reason != Unsealing.Reason.MISTAKE:
            asked.until = Now() + OPEN_FOR
        asked.save(update_fields=["agreed", "answered_by", "answered_at", "until"])
        if agreed and asked.reason == Unsealing.Reason.MISTAKE:
            _put_back(asked.sealed)
        asked.refresh_from_db()
        return asked


def close(*, opened: Unsealing, by: Any) -> None:
    """It has been read; nobody reads it any more."""
    with _of(opened.sealed, "sealed.closed", by):
        if not open_to(by).filter(pk=opened.pk).update(closed_at=Now()):
            raise UnsealingRefused("This record is closed already.")


def open_to(by: Any) -> Any:
    """The openings by which `by` may read a sealed record at this moment: theirs, of the two."""
    both = Unsealing.objects.in_force().filter(sealed__in=reached(by))
    return both.filter(asked_by=by) | both.filter(answered_by=by)


def _of(sealed: SealedRecord, what: str, by: Any, **told: Any) -> Any:
    return recording(what, by=by, children=[sealed.child_id], into_sealed=True, **told)


def _put_back(sealed: SealedRecord) -> None:
    kept = escrow.unlock(bytes(sealed.archive))
    archive.put_back(Child.objects.get(pk=sealed.child_id), kept)
    sealed.archive, sealed.found_by, sealed.put_back_at = b"", [], Now()
    sealed.save(update_fields=["archive", "found_by", "put_back_at"])
