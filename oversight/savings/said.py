"""What moves saved, in sentences that are written from the figures."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from casetrack.words import MINUS, children, count, listed, long_day
from oversight.savings.ledger import Moves, Row, Year
from oversight.savings.recorded import Judged, total


def pounds(amount: Decimal) -> str:
    """£1,234.50, to the penny."""
    return f"{MINUS if amount < 0 else ''}£{abs(amount):,.2f}"


def in_pounds(amount: Decimal) -> str:
    """£1,235, to the pound."""
    return f"£{abs(amount).quantize(Decimal(1), ROUND_HALF_UP):,}"


def days(year: Year) -> str:
    """Since 1 April 2026; or, of a year that is over, from 1 April 2025 to 31 March 2026."""
    if year.is_over:
        return f"from {long_day(year.starts_on)} to {long_day(year.day)}"
    return f"since {long_day(year.starts_on)}"


def finding(found: Moves) -> str:
    """Of 34 moves since 1 April 2026, 21 cost less than before and 13 more: £312,400 less was paid
    in all, after £60,000 for the work.
    """
    if not found.all:
        return f"No child has moved from one home to another {days(found.year)}"
    same = len(found.rated) - found.cheaper - found.dearer
    parts = [
        *([f"{found.cheaper or 'none'} cost less than before"] if found.rated else []),
        *([f"{found.dearer} more"] if found.dearer else []),
        *([f"{same} as much"] if same else []),
        *([f"for {len(found.unrated)} a weekly rate is missing"] if found.unrated else []),
    ]
    of = f"Of {count(len(found.all), 'move')} {days(found.year)}, {listed(parts)}"
    return f"{of}: {_left(found)}" if found.rated else of


def _left(found: Moves) -> str:
    """£312,400 less was paid in all, after £60,000 for the work."""
    left = found.left.pounds
    paid = f"{in_pounds(left)} {'less' if left > 0 else 'more'}" if left else "as much"
    work = f", after {in_pounds(found.work)} for the work" if found.work else ""
    return f"{paid} was paid in all{work}"


def finding_of_rows(rows: list[Row], year: Year) -> str:
    """12 moves since 1 April 2026: £30,200.00 less was paid, and £1,200.00 more."""
    moves = count(sum(len(row.moves) for row in rows), "move")
    less = sum((row.less for row in rows), Decimal(0))
    more = sum((row.more for row in rows), Decimal(0))
    paid = [f"{pounds(less)} less was paid"] if less else []
    paid += [f"{pounds(more)} more"] if less and more else []
    paid += [f"{pounds(more)} more was paid"] if more and not less else []
    return f"{moves} {days(year)}: {', and '.join(paid) or 'as much was paid'}"


def finding_avoided(all_judged: Sequence[Judged]) -> str:
    """For 2 children a home was feared that has not come: between £12,325.00 and £36,975.00 may
    have been avoided, £24,650.00 at the central chances.
    """
    number = len({each.feared.child_id for each in all_judged})
    feared = f"For {children(number)} a home was feared that has not come"
    if not any(each.pounds for each in all_judged):
        return f"{feared}; what may have been avoided is not known."
    found = total(all_judged)
    low, central, high = map(pounds, (found.low, found.central, found.high))
    return (
        f"{feared}: between {low} and {high} may have been avoided, {central} at the central"
        " chances."
    )
