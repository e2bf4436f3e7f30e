"""A pack is published: from then on it stays as its readers saw it, whatever is recorded later."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from casetrack.words import long_day
from oversight.indicators.compute import mark
from oversight.models import PackKind, Publication, PublishedFigure
from oversight.packs.board import Made
from oversight.packs.kinds import MAKERS
from oversight.packs.public import Public


class PackRefused(Refused):
    """The pack cannot be published."""


def why_not(authority: Authority, kind: str, as_at: date, today: date) -> str:
    """Why there can be no pack of that kind for that day; empty where there can."""
    if as_at >= today:
        return "A pack is of a day that is over: until it is, facts of it may still be recorded."
    if as_at > authority.known_day(as_at):
        return f"Nothing is known after {long_day(authority.known_day(as_at))}."
    if Publication.objects.filter(authority=authority, kind=kind, as_at=as_at).exists():
        return f"The {PackKind(kind).label} for {long_day(as_at)} is published already."
    return ""


def publish(
    *, authority: Authority, kind: str, as_at: date, today: date, by: Any, seen: str
) -> Publication:
    """`seen` is the mark of the pack that was looked at: what is published is what was seen."""
    with recording(
        "pack.published", by=by, authority=authority.code, kind=kind, as_at=as_at.isoformat()
    ):
        # What one pack tells binds the next, so that two who publish wait here for each other.
        Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
        if reason := why_not(authority, kind, as_at, today):
            raise PackRefused(reason)
        made: Made = MAKERS[kind](authority, as_at, today)
        if made.public.shown.exposed:
            raise PackRefused(
                "A small number could be worked out with what was published before, whatever is "
                "hidden now. Make the pack for another day."
            )
        if made.pack.checksum != seen:
            raise PackRefused(
                "Something was recorded since you looked at it. Look at the pack again, then "
                "publish it."
            )
        published = Publication.objects.create(
            authority=authority, kind=kind, as_at=as_at, body=made.pack.body, published_by=by
        )
        PublishedFigure.objects.bulk_create(_figures(published, made.public))
        return published


def _figures(publication: Publication, public: Public) -> Iterator[PublishedFigure]:
    for line in public.lines:
        digest = mark(line.indicator)
        for figure in line.figures:
            hidden = figure.value is None and figure.why.startswith("hidden")
            if figure.value is None and not hidden:
                continue
            yield PublishedFigure(
                publication=publication,
                indicator=line.indicator.code,
                on_day=figure.on_day,
                number=figure.number,
                of=figure.of,
                value=None if figure.value is None else round(figure.value, 4),
                hidden=hidden,
                digest=digest,
            )
