"""What people enter: indicators that nothing here can count, and what others are divided by.

A figure is held with its exact digits, the day it is of, its source and the day on which the source
had it. Of one source there is one figure of a day; figures of other sources stand beside it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from oversight.indicators.indicator import TIMES, Group, Indicator, Over, Shape
from oversight.indicators.registry import INDICATORS

PLACES = Decimal("0.0001")


@dataclass(frozen=True)
class Input:
    """A figure that is entered: what is asked, in which unit, how often, and where it comes from.

    `own` tells that it is counted here as well, so that what is entered is another source's.
    """

    code: str
    title: str
    question: str
    shape: Shape
    unit: str
    often: str
    source: str
    own: bool = False

    @property
    def divided(self) -> bool:
        """Whether it is a number divided by another, of which it may be worked out."""
        return self.shape in TIMES

    @property
    def of_how_many(self) -> bool:
        """Whether it is an average, of which it may be said how many it is of."""
        return self.shape == Shape.MEAN

    def worked_out(self, number: Decimal, of: Decimal) -> Decimal:
        return (TIMES[self.shape] * number / of).quantize(PLACES)

    def said(self, value: Decimal) -> str:
        """With the digits that were entered: 79.4%; 0.6 to 1; 56.51; 192 days; 32,794."""
        digits = f"{value.normalize():,f}"
        if self.shape == Shape.PERCENT:
            return f"{digits}%"
        plain = (Shape.COUNT, Shape.RATE, Shape.DIFFERENCE)
        return digits if self.shape in plain else f"{digits} {self.unit}"

    def apart(self, more: Decimal) -> str:
        """A difference: 6 more; 3.2 points less; the same."""
        if not more:
            return "the same"
        unit = {Shape.PERCENT: " points", Shape.MEAN: f" {self.unit}"}.get(self.shape, "")
        return f"{abs(more).normalize():,f}{unit} {'more' if more > 0 else 'less'}"


INPUTS = (
    Input(
        code="population-under-18",
        title="Population under 18",
        question="How many people under 18 live in the area of the council?",
        shape=Shape.COUNT,
        unit="people",
        often="once a year",
        source=(
            "Office for National Statistics, mid-year population estimates by local authority. "
            "Enter it as of 30 June of its year: rates of days after that are divided by it, until "
            "the next is entered."
        ),
    ),
    Input(
        code="region-rate",
        title="Children in care per 10,000 in the region",
        question="Of every 10,000 people under 18 in the region, how many are in care?",
        shape=Shape.RATE,
        unit="per 10,000",
        often="once a year, or whenever the region publishes it",
        source=(
            "Department for Education, children looked after in England including adoptions, "
            "regional table; or the region’s own quarterly comparison."
        ),
    ),
)


def of_indicator(indicator: Indicator) -> Input:
    return Input(
        code=indicator.code,
        title=indicator.titled,
        question=indicator.question,
        shape=indicator.shape,
        unit=indicator.unit,
        often=_often(indicator),
        source=indicator.source,
        own=indicator.own,
    )


def _often(indicator: Indicator) -> str:
    if indicator.own:
        return "whenever a source prints it"
    return "each quarter" if indicator.over == Over.QUARTER else "each month"


def named(code: str) -> Input | None:
    """Whatever a figure may be entered of: an input, or any indicator."""
    for each in INPUTS:
        if each.code == code:
            return each
    return of_indicator(INDICATORS[code]) if code in INDICATORS else None


def asked_each_month(also: Iterable[str] = ()) -> list[tuple[str, list[Input]]]:
    """By part of the form what is asked; `also` are codes of what is counted here as well."""
    wanted = [INDICATORS[code] for code in dict.fromkeys(also) if code in INDICATORS]
    others = [of_indicator(each) for each in wanted if each.own]
    parts: list[tuple[str, list[Input]]] = [
        ("What another source prints", others),
        ("What others are divided by", list(INPUTS)),
    ]
    for group in Group:
        entered = [each for each in INDICATORS.values() if each.group == group and not each.own]
        parts.append((str(group), [of_indicator(each) for each in entered]))
    return [(title, some) for title, some in parts if some]
