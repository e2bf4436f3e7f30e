"""Figures that people enter: what is refused, what entering them would do, and entering them.

Nothing is averaged and nothing overwritten: another source's figure stands beside the first. What
the same source says anew of the same day corrects what it said, and the history keeps both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from casetrack.actions.refusal import Refused
from casetrack.models import Authority
from casetrack.recording import recording
from oversight.indicators.indicator import Shape
from oversight.indicators.inputs import PLACES, Input, named
from oversight.models import EnteredFigure, FactsChanged

LONGEST = {"source": 200, "caveat": 300}
KEY = ("code", "on_day", "source")
"""Of an authority there is one figure of these."""
CENTS = Decimal("0.01")
MOST = 10**10
"""From here on there is no room for a figure."""


class FigureRefused(Refused):
    """The figure cannot be so."""


@dataclass(frozen=True)
class Reported:
    """A figure as a source has it: the value, or what it is made of, or both."""

    code: str
    on_day: date
    source: str
    as_at: date
    value: Decimal | None = None
    number: Decimal | None = None
    of: Decimal | None = None
    caveat: str = ""

    @property
    def key(self) -> tuple[str, date, str]:
        return self.code, self.on_day, self.source

    @property
    def written(self) -> dict[str, Any]:
        """What is kept of it: a value that was not given is worked out; a count is its number."""
        asked = named(self.code)
        if asked is None:
            raise FigureRefused("There is no figure of that name.")
        value, number = self.value, self.number
        if value is None and number is not None and self.of:
            value = asked.worked_out(number, self.of)
        if asked.shape == Shape.COUNT and value is not None and value == int(value):
            number = value
        return {
            "value": None if value is None else value.quantize(PLACES),
            "number": None if number is None else number.quantize(CENTS),
            "of": None if self.of is None else self.of.quantize(CENTS),
            "as_at": self.as_at,
            "caveat": self.caveat,
        }


@dataclass(frozen=True)
class Foretold:
    """What entering a figure does: it is new, says `was` otherwise, or says the same as `was`."""

    figure: Reported
    was: EnteredFigure | None

    @property
    def same(self) -> bool:
        return self.was is not None and all(
            getattr(self.was, name) == value for name, value in self.figure.written.items()
        )

    @property
    def said(self) -> str:
        return _said(self.figure.code, self.figure.written["value"])

    @property
    def said_before(self) -> str:
        return _said(self.figure.code, self.was.value) if self.was else ""

    @property
    def corrects(self) -> bool:
        return self.was is not None and not self.same


def _said(code: str, value: Decimal) -> str:
    asked = named(code)
    return asked.said(value) if asked else str(value)


def why_not(figure: Reported, today: date) -> dict[str, str]:
    """By field, why the figure cannot be so; empty where it can."""
    asked = named(figure.code)
    if asked is None:
        return {"code": "There is no figure of that name."}
    found = _why_not_days(figure, today)
    if not figure.source.strip():
        found["source"] = "Say where the figure is from."
    for name, most in LONGEST.items():
        if len(getattr(figure, name)) > most:
            found[name] = f"Say it in {most} characters."
    return found | (_why_not_parts(figure, asked) or _why_not_value(figure, asked))


def _why_not_days(figure: Reported, today: date) -> dict[str, str]:
    found = {}
    if figure.on_day > today:
        found["on_day"] = "This day has not come yet."
    if figure.as_at > today:
        found["as_at"] = "This day has not come yet."
    elif figure.as_at < figure.on_day <= today:
        found["as_at"] = "A source cannot have a figure before the day it is of."
    return found


def _why_not_parts(figure: Reported, asked: Input) -> dict[str, str]:
    value, number, of = figure.value, figure.number, figure.of
    if not asked.divided and of is not None:
        return {"of": "This figure is not divided by another."}
    if not (asked.divided or asked.of_how_many) and number is not None:
        return {"number": "This figure is not made of others: enter the figure itself."}
    for name, part in (("number", number), ("of", of)):
        if part is not None and (reason := _why_not_part(name, part)):
            return {name: reason}
    if asked.divided and number is not None and of is None:
        return {"of": "Enter what it is divided by."}
    if of is not None and number is None:
        return {"number": "Enter what is divided."}
    return {} if value is not None or of is not None else {"value": "Enter the figure."}


def _why_not_part(name: str, part: Decimal) -> str:
    if part != round(part, 2):
        return "Enter at most two digits after the point."
    if part < 0:
        return "This cannot be less than nothing."
    return "A figure cannot be divided by nothing." if name == "of" and not part else ""


def _why_not_value(figure: Reported, asked: Input) -> dict[str, str]:
    value, number, of = figure.value, figure.number, figure.of
    worked_out = asked.worked_out(number, of) if number is not None and of is not None else None
    meant = worked_out if value is None else value
    if meant is None:
        return {}
    where = "number" if value is None else "value"
    if meant < 0 and asked.shape not in (Shape.RATE, Shape.DIFFERENCE):
        return {where: "This cannot be less than nothing."}
    if abs(meant) >= MOST:
        return {where: "Enter a smaller number."}
    if asked.shape == Shape.PERCENT and meant > 100:
        return {where: "A share cannot be more than 100%."}
    if value is None or worked_out is None or figure.caveat.strip():
        return {}
    half = Decimal(5).scaleb(_exponent(value) - 1)
    if abs(value - worked_out) <= half:
        return {}
    said = asked.said(worked_out.quantize(CENTS))
    return {
        "value": f"{number} of {of} is {said}. Leave the figure empty to have it worked out, or "
        "say in the caveat that the source prints another."
    }


def _exponent(value: Decimal) -> int:
    """Of its last digit: 73 is 0, 73.9 is -1."""
    return int(value.as_tuple().exponent)


def foretell(*, authority: Authority, figures: Sequence[Reported]) -> list[Foretold]:
    """What entering each would do; nothing is kept."""
    held = {
        (each.code, each.on_day, each.source): each
        for each in EnteredFigure.objects.filter(
            authority=authority,
            code__in={each.code for each in figures},
            on_day__in={each.on_day for each in figures},
        )
    }
    return [Foretold(each, held.get(each.key)) for each in figures]


def enter(
    *, authority: Authority, figures: Sequence[Reported], by: Any, on: date
) -> list[Foretold]:
    """All of them or none; what each did. Raises FigureRefused."""
    for each in figures:
        if reasons := why_not(each, on):
            raise FigureRefused(fields=reasons)
    if len({each.key for each in figures}) < len(figures):
        raise FigureRefused("The same figure of the same source is given twice.")
    with transaction.atomic():
        # Two people who enter one figure wait here for each other.
        Authority.objects.select_for_update(no_key=True).get(pk=authority.pk)
        done = foretell(authority=authority, figures=figures)
        changed = [each for each in done if not each.same]
        if changed:
            _write(authority, changed, by)
    return done


def _write(authority: Authority, changed: Sequence[Foretold], by: Any) -> None:
    with recording(
        "figures.entered",
        by=by,
        authority=authority.code,
        codes=sorted({each.figure.code for each in changed}),
        new=sum(each.was is None for each in changed),
        corrected=sum(each.was is not None for each in changed),
    ):
        EnteredFigure.objects.bulk_create(
            [
                EnteredFigure(
                    authority=authority,
                    entered_by=by,
                    **dict(zip(KEY, each.figure.key, strict=True)),
                    **each.figure.written,
                )
                for each in changed
            ],
            update_conflicts=True,
            unique_fields=["authority", *KEY],
            update_fields=["value", "number", "of", "as_at", "caveat", "entered_by"],
        )
        FactsChanged.objects.create(authority=authority)


def take_back(*, figure: EnteredFigure, why: str, by: Any) -> None:
    """It is not what its source says, or not of that day. The history keeps that it was entered."""
    if not why.strip():
        raise FigureRefused(fields={"why": "Say why it is taken back."})
    with recording(
        "figure.taken-back",
        by=by,
        why=why.strip(),
        authority=figure.authority.code,
        code=figure.code,
        on_day=figure.on_day.isoformat(),
    ):
        FactsChanged.objects.create(authority=figure.authority)
        figure.delete()
