"""What people type for a date, and what an address holds: a date, a number, a mark."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

EARLIEST, LATEST = 1990, 2050


class WrongDate(ValueError):
    """Its message is for the person who typed the date."""


def typed_date(values: Mapping[str, str], name: str) -> date | None:
    """A date from three boxes (`name`-day, -month, -year); None where all are empty."""
    parts = [values.get(f"{name}-{part}", "").strip() for part in ("day", "month", "year")]
    if not any(parts):
        return None
    if not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
        raise WrongDate("Enter the day, month and year in numbers, for example 27 3 2026")
    try:
        found = date(int(parts[2]), int(parts[1]), int(parts[0]))
    except ValueError:
        raise WrongDate("Enter a real date, for example 27 3 2026") from None
    if not EARLIEST <= found.year <= LATEST:
        raise WrongDate(f"Enter a year from {EARLIEST} to {LATEST}")
    return found


def as_at(values: Mapping[str, str], today: date) -> tuple[date, str]:
    """The day asked for, from the boxes or an ISO `as_at`; `today` with words where it is wrong."""
    try:
        typed = typed_date(values, "as_at")
        if typed is None and values.get("as_at"):
            typed = _iso(values["as_at"])
    except WrongDate as wrong:
        return today, str(wrong)
    return typed or today, ""


def _iso(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise WrongDate("Enter a real date, for example 27 3 2026") from None
    if not EARLIEST <= found.year <= LATEST:
        raise WrongDate(f"Enter a year from {EARLIEST} to {LATEST}")
    return found


def number(text: str) -> int | None:
    """A whole number of up to nine digits; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def mark(text: str) -> UUID | None:
    """The mark by which an address names a child or a worker; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


class WrongNumber(ValueError):
    """Its message is for the person who typed the number."""


NUMBER = re.compile(r"-?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)([.][0-9]+)?")


def decimal(text: str) -> Decimal | None:
    """1,234.5, 41.8% or £3,300, with or without its sign; None where nothing was typed.

    A comma stands between thousands only: 41,8 is refused, and so is never taken for 418.
    """
    said = "".join(text.split()).replace("−", "-").removeprefix("£").removesuffix("%")
    if not said:
        return None
    if not NUMBER.fullmatch(said):
        raise WrongNumber("Enter a number, such as 41.8 or 1,234")
    found = Decimal(said.replace(",", ""))
    if found != round(found, 4):
        raise WrongNumber("Enter at most four digits after the point")
    if abs(found) >= 10**10:
        raise WrongNumber("Enter a smaller number")
    return found
