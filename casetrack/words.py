"""How a wait is said on screen: its tag, its arithmetic and its dates, in words without a clock.

Every function takes the day as an argument. A number is rounded down when it is said in months or
years, so "at least" stays true and nobody is told of more time than there is.
"""

from datetime import date

from casetrack import dates

MINUS = "−"
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# From here on days are hard to picture, and months are said instead.
DAYS_UP_TO = 365
NEAR = 90


def count(number: int, noun: str, plural: str = "") -> str:
    """1 child, 2 children."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def children(number: int) -> str:
    return count(number, "child", "children")


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def short_day(day: date, beside: date | None = None) -> str:
    """12 Jan, or 12 Jan 2027 where the year is not that of `beside`."""
    words = f"{day.day} {MONTHS[day.month - 1]}"
    return words if beside and beside.year == day.year else f"{words} {day.year}"


def long_day(day: date) -> str:
    """22 November 2026."""
    return f"{day.day} {day:%B} {day.year}"


def month(day: date) -> str:
    """Nov 2026."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def years_and_months(months: int) -> str:
    """4 years, 2 years 3 months, 5 months."""
    years, rest = divmod(months, 12)
    parts = [count(years, "year")] if years else []
    if rest or not years:
        parts.append(count(rest, "month"))
    return " ".join(parts)


def briefly(start: date, end: date) -> str:
    """A stretch of life at a glance: 1 y 11 m, 11 months, 12 days."""
    months = dates.whole_months(start, end)
    if months >= 12:
        years, rest = divmod(months, 12)
        return f"{years} y {rest} m" if rest else f"{years} y"
    return count(months, "month") if months else count(max((end - start).days, 0), "day")


def stretch(start: date, end: date, *, in_months: bool = False) -> str:
    """How long from `start` to `end`: days for about a year, then months and years.

    `in_months` is for waits whose limit is in months: they are said in months from the first.
    """
    passed = (end - start).days
    months = dates.whole_months(start, end)
    if months == 0 or (passed <= DAYS_UP_TO and not in_months):
        return count(passed, "day")
    return count(months, "month") if months < 24 else years_and_months(months)


def over(due_on: date, day: date, *, start_known: bool = True, in_months: bool = False) -> str:
    """143 days over; at least 4 years over where the start is "on or before"."""
    words = f"{stretch(due_on, day, in_months=in_months)} over"
    return words if start_known else f"at least {words}"


def due_in(due_on: date, day: date) -> str:
    """due today, due tomorrow, due in 6 days, due in 4 months."""
    left = (due_on - day).days
    if left <= 1:
        return "due tomorrow" if left else "due today"
    if left <= NEAR:
        return f"due in {left} days"
    return f"due in {stretch(day, due_on, in_months=True)}"


def age(born_on: date | None, day: date) -> str:
    """4 y 2 m for a young child, 13 y for an older one, 3 weeks for a baby."""
    if born_on is None or day < born_on:
        return "not yet born"
    months = dates.whole_months(born_on, day)
    if months >= 120:
        return f"{dates.age_on(born_on, day)} y"
    if months >= 12:
        return f"{months // 12} y {months % 12} m"
    weeks = (day - born_on).days // 7
    return f"{months} m" if months else count(weeks, "week")


def age_in_sentence(born_on: date | None, day: date) -> str:
    """7, 11 months, 3 weeks: as one says it of somebody."""
    if born_on is None or day < born_on:
        return "not yet born"
    months = dates.whole_months(born_on, day)
    if months >= 24:
        return str(dates.age_on(born_on, day))
    return count(months, "month") if months else count((day - born_on).days // 7, "week")


def since(starts_on: date, known: bool) -> str:
    """3 Mar 2026, or on or before 1 Apr 2026 where nobody recorded the day itself."""
    return short_day(starts_on) if known else f"on or before {short_day(starts_on)}"


def for_long(starts_on: date, known: bool, day: date) -> str:
    """11 months, or at least 11 months where the start is "on or before"."""
    words = briefly(starts_on, day)
    return words if known else f"at least {words}"


def listed(parts: list[str], last: str = "and") -> str:
    """one, two and three."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def capital(words: str) -> str:
    """For the start of a sentence."""
    return words[:1].upper() + words[1:]


def uncapital(words: str) -> str:
    """For the middle of a sentence."""
    return words[:1].lower() + words[1:]


def sentence(words: str) -> str:
    """What somebody typed, to stand as a sentence: a capital first, a full stop last."""
    said = words.strip()
    end = "" if said[-1:] in ("", ".", "!", "?", "…") else "."
    return f"{said[:1].upper()}{said[1:]}{end}"
