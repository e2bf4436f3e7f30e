"""What papers printed of the months whose figures the published year reproduces.

They contradict each other, and the series: each is entered with its paper and line, so that the
page of sources shows them side by side. None is right because it stands in print.
"""

from datetime import date
from decimal import Decimal

from casetrack.models import Authority
from oversight.actions import figures
from oversight.actions.figures import Reported
from oversight.models import EnteredFigure

PANEL = "scrutiny panel, final report on sufficiency and permanency, May 2022"
HIGHLIGHTS = "Permanence Action Plan highlight report, January 2022"
BOARD = "corporate parenting board, papers of 14 September 2021"
PRINTED_ON = {PANEL: date(2022, 5, 11), HIGHLIGHTS: date(2022, 1, 31), BOARD: date(2021, 9, 14)}
JULY, AUGUST = date(2020, 7, 31), date(2020, 8, 31)
SEPTEMBER, OCTOBER = date(2020, 9, 30), date(2020, 10, 31)
PEAK = "Called the height; no day of the month is named."

FIGURES = (
    ("children-in-care", JULY, 692, BOARD, "line 424", ""),
    ("children-in-care", AUGUST, 702, PANEL, "paragraph 5", "Called the peak."),
    ("children-in-care", SEPTEMBER, 702, PANEL, "paragraphs 19 and 40", PEAK),
    ("children-in-care", SEPTEMBER, 702, HIGHLIGHTS, "line 103", PEAK),
    ("children-in-care", SEPTEMBER, 702, BOARD, "line 1301", PEAK),
    ("children-in-care", OCTOBER, 689, PANEL, "paragraph 20", "No day of the month is named."),
    ("connected-carers", SEPTEMBER, 210, BOARD, "line 1321", ""),
    ("placed-with-parents-number", SEPTEMBER, 99, HIGHLIGHTS, "line 116", PEAK),
    ("placed-with-parents-number", SEPTEMBER, 99, PANEL, "paragraph 27", "Called the peak."),
    ("placed-with-parents-number", SEPTEMBER, 99, BOARD, "line 1324", ""),
    ("placed-with-parents-number", OCTOBER, 81, PANEL, "paragraph 34", "Of 689 in care."),
)
"""Measure, month's end, figure, paper, where in it, and what a reader must know."""


def is_made(authority: Authority) -> bool:
    return EnteredFigure.objects.filter(authority=authority, source__startswith=PANEL).exists()


def make(authority: Authority, today: date) -> None:
    """Enter them as the system would: nobody of the authority did."""
    reported = [
        Reported(
            code=code,
            on_day=on_day,
            source=f"{paper}, {where}",
            as_at=PRINTED_ON[paper],
            value=Decimal(value),
            caveat=caveat,
        )
        for code, on_day, value, paper, where, caveat in FIGURES
    ]
    figures.enter(authority=authority, figures=reported, on=today, by=None)
