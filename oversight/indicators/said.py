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
    if indicator.shape == Shape.PERCENT:
        return f"{number:.1f}%"
    if indicator.shape == Shape.RATIO:
        return f"{number:.1f} {indicator.unit}"
    if indicator.shape == Shape.RATE:
        return f"{number:.1f}"
    if indicator.shape == Shape.COUNT:
        return f"{number:,.0f}"
    if indicator.shape == Shape.DIFFERENCE:
        return f"{number:+,.0f}".replace("-", MINUS) if round(number) else "0"
    whole = number >= 10 or number == round(number)
    rounded = f"{number:,.0f}" if whole else f"{number:.1f}"
    return f"{rounded} {indicator.unit}"


def change(indicator: Indicator, by: float) -> str:
    """So much, whichever way: 16; 1.5 percentage points; 12 days."""
    if indicator.shape == Shape.PERCENT:
        return f"{abs(by):.1f} percentage points"
    if indicator.shape == Shape.DIFFERENCE:
        return f"{abs(by):,.0f}"
    return amount(indicator, abs(by))


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
