"""How each measure is counted, in words: for docs/indicators.md and for its page."""

from collections.abc import Iterator
from dataclasses import dataclass

from casetrack import words
from casetrack.documents import table
from oversight.indicators import groups, said
from oversight.indicators.compute import mark
from oversight.indicators.indicator import Counted, Example, Given, Indicator, Over, Shape
from oversight.indicators.registry import INDICATORS, in_groups
from oversight.indicators.waits import KINDS

DIGITS = 12
"""So much of a definition's mark is shown."""


@dataclass(frozen=True)
class Definition:
    """`terms` say how it is counted: each a term with its words."""

    indicator: Indicator
    mark: str
    terms: tuple[tuple[str, str], ...]
    examples: tuple[tuple[str, tuple[str, ...], str], ...]
    """What each shows, the histories, and what comes out."""


def defined(indicator: Indicator) -> Definition:
    return Definition(
        indicator,
        mark(indicator)[:DIGITS],
        tuple(_terms(indicator)),
        tuple(
            (each.shows, _told(each), _comes_out(indicator, each)) for each in indicator.examples
        ),
    )


def _terms(of: Indicator) -> Iterator[tuple[str, str]]:
    if isinstance(of.numerator, Counted):
        yield "Counted", of.numerator.words
    else:
        yield "Entered", "Nothing here can count it: it is entered with its source and its day."
    if isinstance(of.denominator, Counted):
        yield "Of", of.denominator.words
    elif isinstance(of.denominator, Given):
        yield "Of", f"{_capital(of.denominator.words)}, as entered."
    if of.less:
        yield "Less", f"{_capital(of.less.words)}, as entered."
    unit = {Shape.COUNT: f" of {of.unit}", Shape.MEAN: f", in {of.unit}"}.get(of.shape, "")
    yield "Value", f"{_capital(of.shape)}{unit}; {of.polarity}."
    if isinstance(of.numerator, Counted):
        over = "" if of.over == Over.DAY else f"{of.over} to a day: "
        yield "Over", f"{_capital(over + of.numerator.how)}."
    if of.recorded:
        yield "From when", "Only of days since people record here: it is in no return."
    if of.own and of.by:
        yield (
            "Told apart by",
            f"{_capital(words.listed([groups.TITLES[by].lower() for by in of.by]))}.",
        )
    yield from (("Curve beside it", f"{kind.title}.") for kind in KINDS if kind.code == of.curve)
    yield "Whose", f"{_capital(of.kind)}."
    yield "Source", of.source
    yield "Looked at last", f"{words.long_day(of.reviewed_on)}."


def _capital(said: str) -> str:
    return words.capital(str(said))


def _told(example: Example) -> tuple[str, ...]:
    given = (f"entered: {code} {value:g}" for code, value in example.given)
    return (*example.histories, *given)


def _comes_out(indicator: Indicator, example: Example) -> str:
    """As at 30 June 2024: 3 of 4, 75.0%."""
    of = "" if example.of is None else f" of {example.of:,}"
    plain = example.value is None or indicator.is_count
    value = "" if plain else f", {said.amount(indicator, example.value)}"
    unknown = f", {example.unknown} not known" if example.unknown else ""
    return f"As at {words.long_day(example.on_day)}: {example.number:,}{of}{unknown}{value}"


def measures() -> str:
    """The text of docs/indicators.md."""
    own = sum(each.own for each in INDICATORS.values())
    summary = [
        [each.titled, f"`{each.code}`", "counted" if each.own else "entered", str(each.polarity)]
        for _, those in in_groups()
        for each in those
    ]
    return "\n".join(
        [
            "# Measures\n",
            f"Made from `oversight/indicators/defs/`; change them there. {own} of"
            f" {len(INDICATORS)} are counted from the facts, the others are entered. The mark of"
            " a definition changes wherever a figure could.\n",
            table(["Measure", "Code", "Where from", "Better"], summary),
            "",
            *(_section(defined(each)) for _, those in in_groups() for each in those),
        ]
    )


def _section(definition: Definition) -> str:
    of = definition.indicator
    told = [
        [shows, "<br>".join(f"`{history}`" for history in histories), comes_out]
        for shows, histories, comes_out in definition.examples
    ]
    examples = [table(["Worked example", "Histories", "What comes out"], told), ""] if told else []
    return "\n".join(
        [
            f"## {of.titled}\n",
            f"{of.question}\n",
            *(f"- {term}: {each}" for term, each in definition.terms),
            f"- Mark: `{definition.mark}`",
            *(f"- Misread: {trap}" for trap in of.traps),
            "",
            *examples,
        ]
    )
