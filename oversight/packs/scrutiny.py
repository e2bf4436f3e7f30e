"""The quarterly pack of a scrutiny panel: the seven indicators that stand for the others."""

from datetime import date

from casetrack.models import Authority
from oversight.indicators import scorecard
from oversight.indicators.chosen import Chosen
from oversight.indicators.registry import called
from oversight.packs.board import Made, made

PROXIES = ("P1", "P2", "P3", "P4", "P5", "P6", "P7")


def scrutiny(authority: Authority, as_at: date, today: date) -> Made:
    chosen = Chosen(authority, as_at, as_at)
    lines = scorecard.lines(chosen, [called(number) for number in PROXIES])
    title = f"Children in care in {authority.name}: seven indicators for scrutiny"
    return made(chosen, lines, title=title, today=today)
