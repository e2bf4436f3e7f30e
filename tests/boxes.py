"""The three boxes of a date as a browser sends them."""

from datetime import date


def boxes(name: str, day: date | None) -> dict[str, str]:
    """Empty ones for no day."""
    parts = ("day", "month", "year")
    return {f"{name}-{part}": str(getattr(day, part)) if day else "" for part in parts}
