"""Measures as they may be published: together, so that none tells what another hides.

A number that several measures share (the children in care) is one number of the release. What an
earlier pack published of a month stays as it was published, hidden or not: facts that were recorded
since change later months alone, and two packs side by side tell nobody who was added.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256

from django.conf import settings

from casetrack.models import Authority
from oversight.disclosure.cells import Key, Rule
from oversight.disclosure.release import Release, Shown
from oversight.indicators.compute import Figure, mark, remade
from oversight.indicators.indicator import Counted, How, Over, Shape
from oversight.indicators.registry import INDICATORS
from oversight.indicators.scorecard import Line, judged
from oversight.models import PublishedFigure
from oversight.packs import averages

HIDDEN = "hidden, so that no child is recognised"
Earlier = Mapping[tuple[str, date], PublishedFigure]


@dataclass(frozen=True)
class Public:
    """The measures with what must be hidden hidden, and the whole release they are part of."""

    lines: tuple[Line, ...]
    shown: Shown


def published_before(authority: Authority) -> Earlier:
    """By code and day the figure as it was published last, by the definition that stands.

    Of every measure: what one shows of a month may be a part, or the whole, of what another does.
    """
    marks = {indicator.code: mark(indicator) for indicator in INDICATORS.values()}
    found = PublishedFigure.objects.filter(publication__authority=authority, group="").order_by(
        "publication__published_at", "pk"
    )
    return {
        (each.indicator, each.on_day): each
        for each in found
        if each.digest == marks.get(each.indicator)
    }


def begun(earlier: Earlier, days: Collection[date]) -> Release:
    """What is published together of these days, to be filled: first by what earlier packs told.

    With chance that only this installation knows.
    """
    salted = f"disclosure {settings.SECRET_KEY}".encode()
    release = Release(secret=sha256(salted).digest())
    _join_earlier(release, earlier, days)
    return release


def released(
    authority: Authority, lines: Sequence[Line], earlier: Earlier, release: Release
) -> Public:
    """`release` is begun, and may hold more that is published with them, such as tables."""
    shown_months = [replace(line, figures=line.figures[-line.months :]) for line in lines]
    held = [_as_published(line, earlier) for line in shown_months]
    for line in held:
        _join(release, line, earlier)
    shown = release.shown()
    rule = release.rule
    public = [
        replace(line, figures=tuple(_told(figure, shown, earlier, rule) for figure in line.figures))
        for line in held
    ]
    rounded = [_averaged(authority, line, earlier, rule) for line in public]
    return Public(tuple(judged(line) for line in rounded), shown)


def _averaged(authority: Authority, line: Line, earlier: Earlier, rule: Rule) -> Line:
    """Averages rounded, and hidden where they would tell of few with those told before."""
    before = {
        day: _printed(each)
        for (code, day), each in earlier.items()
        if code == line.indicator.code and not each.hidden
    }
    new = [each for each in line.figures if each.on_day not in before]
    told = averages.told(authority, line.indicator, before.values(), new, rule)
    figures = (_as_told(each, told) for each in line.figures)
    return replace(line, figures=tuple(figures))


def _as_told(figure: Figure, told: Mapping[date, float | None]) -> Figure:
    value = told.get(figure.on_day, figure.value)
    if value is None and figure.on_day in told:
        return _hidden(figure)
    return replace(figure, value=value)


def _hidden(figure: Figure) -> Figure:
    return replace(figure, number=None, of=None, value=None, unknown=0, why=HIDDEN)


def _as_published(line: Line, earlier: Earlier) -> Line:
    """With the numbers that stood in an earlier pack where they were shown there."""
    figures = []
    for figure in line.figures:
        before = earlier.get((line.indicator.code, figure.on_day))
        figures.append(
            _printed(before) if before is not None and before.value is not None else figure
        )
    return replace(line, figures=tuple(figures))


def _printed(before: PublishedFigure) -> Figure:
    value = None if before.value is None else float(before.value)
    of = None if before.of is None else float(before.of)
    return Figure(INDICATORS[before.indicator], before.on_day, before.number, of, value)


def _join_earlier(release: Release, earlier: Earlier, days: Collection[date]) -> None:
    """What everybody may have read of these days; of a number told twice, the first that was."""
    for before in earlier.values():
        if before.on_day not in days or before.hidden or before.number is None:
            continue
        figure = _printed(before)
        told = {key_of(figure, 0): before.number}
        if isinstance(figure.indicator.denominator, Counted) and figure.of is not None:
            told[key_of(figure, 1)] = int(figure.of)
        release.earlier({key: n for key, n in told.items() if key not in release.numbers}, ())


def _join(release: Release, line: Line, earlier: Earlier) -> None:
    """The numbers that a measure shows, month by month, and what they tell of each other."""
    indicator, stock = line.indicator, []
    for figure in line.figures:
        if figure.number is None:
            continue
        number = key_of(figure, 0)
        _add(release, number, figure.number)
        stock.append(number)
        if isinstance(indicator.denominator, Counted) and figure.of is not None:
            whole = key_of(figure, 1)
            _add(release, whole, int(figure.of))
            is_part = release.numbers[number] <= release.numbers[whole]
            if indicator.shape == Shape.PERCENT and is_part:
                release.share(number, whole)
        before = earlier.get((indicator.code, figure.on_day))
        if before is not None and before.hidden:
            release.earlier({number: release.numbers[number]}, {number})
    if indicator.numerator is not None and indicator.numerator.how == How.ON_DAY:
        release.months(stock)


def _add(release: Release, key: Key, number: int) -> None:
    """A number that an earlier pack, or another measure, has shown otherwise stays as it is."""
    release.add(key, release.numbers.get(key, number))


def key_of(figure: Figure, side: int) -> Key:
    """Of what is counted, whichever measure shows it; an entered one is its measure's own."""
    indicator = figure.indicator
    counted = (indicator.numerator, indicator.denominator)[side]
    what: Hashable = (indicator.code, side)
    if isinstance(counted, Counted):
        over = Over.DAY if counted.how == How.ON_DAY else indicator.over
        what = sha256(f"{counted.sql} {counted.how} {over}".encode()).hexdigest()[:12]
    return ("counted", what, figure.on_day)


def _told(figure: Figure, shown: Shown, earlier: Earlier, rule: Rule) -> Figure:
    """As it may be told, made of the numbers that the release tells."""
    if figure.number is None:
        return figure
    before = earlier.get((figure.indicator.code, figure.on_day))
    number = shown.numbers[key_of(figure, 0)]
    was_hidden = before is not None and before.hidden
    if was_hidden or number is None or not _may_be_told(figure, shown, rule):
        return _hidden(figure)
    of = figure.of
    if isinstance(figure.indicator.denominator, Counted) and of is not None:
        of = shown.numbers[key_of(figure, 1)]
    return replace(remade(figure, number, of), unknown=0)


def _may_be_told(figure: Figure, shown: Shown, rule: Rule) -> bool:
    indicator, number = figure.indicator, shown.numbers.get(key_of(figure, 0), figure.number)
    if number is None:
        return False
    if indicator.shape == Shape.MEAN:
        return number - figure.unknown >= rule.few or number == 0
    if not isinstance(indicator.denominator, Counted):
        return True
    whole = shown.numbers.get(key_of(figure, 1), 0 if figure.of is None else int(figure.of))
    if whole is None:
        return False
    return indicator.shape != Shape.PERCENT or whole > rule.few or whole == 0
