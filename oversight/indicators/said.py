"""Figures in words: 545; 14.0%; 0.6 to 1; +3; 192 days; 59 of 421."""

from casetrack.words import MINUS
from oversight.indicators.compute import Figure
from oversight.indicators.indicator import Indicator, Shape

NOTHING = "–"


def value(figure: Figure) -> str:
    return amount(figure.indicator, figure.value)


def amount(indicator: Indicator, number: float | None) -> str:
    """A value of the indicator, whosever it is: a target, an average, a difference."""
    if number is None:
        return NOTHING
    number = shown(indicator, number)
    if indicator.shape == Shape.PERCENT:
        return f"{number:.1f}%"
    if indicator.shape == Shape.RATIO:
        return f"{number:.1f} {indicator.unit}"
    if indicator.shape == Shape.RATE:
        return f"{number:.1f}"
    if indicator.shape == Shape.COUNT:
        return f"{number:,.0f}"
    if indicator.shape == Shape.DIFFERENCE:
        return f"{number:+,.0f}".replace("-", MINUS) if number else "0"
    rounded = f"{number:,.0f}" if number == round(number) else f"{number:.1f}"
    unit = indicator.unit.removesuffix("s") if number == 1 else indicator.unit
    return f"{rounded} {unit}"


def shown(indicator: Indicator, number: float) -> float:
    """With the digits that are told of it: one after the point, none of a number or of ten days."""
    whole = indicator.shape in (Shape.COUNT, Shape.DIFFERENCE)
    whole |= indicator.shape == Shape.MEAN and number >= 10
    return round(number, 0 if whole else 1)


def change(indicator: Indicator, now: float, before: float) -> str:
    """So much, whichever way, between two values as they are told: 16; 1.5 percentage points."""
    by = abs(shown(indicator, now) - shown(indicator, before))
    if indicator.shape == Shape.PERCENT:
        return f"{by:.1f} percentage points"
    if indicator.shape == Shape.DIFFERENCE:
        return f"{by:,.0f}"
    return amount(indicator, by)


def made_of(figure: Figure) -> str:
    """59 of 421; of 12, 2 more not known; '' where the value says it all, or why there is none."""
    if figure.number is None or figure.indicator.shape == Shape.COUNT:
        return ""
    number = f"{figure.number:,}"
    if figure.indicator.shape == Shape.MEAN:
        counted = f"of {figure.number - figure.unknown:,}"
        return f"{counted}, {figure.unknown:,} more not known" if figure.unknown else counted
    if figure.of == 0:
        return ""
    of = NOTHING if figure.of is None else f"{figure.of:,.0f}"
    between = {Shape.RATIO: "to", Shape.DIFFERENCE: "less"}.get(figure.indicator.shape, "of")
    return f"{number} {between} {of}"
