"""The small ways in which a rule may be wrong: in its SQL, in its limits, in its flags."""

import re
from collections.abc import Iterator
from dataclasses import replace

from oversight.clocks.clock import Clock, Limit, Runs, Unit

# Each pattern with what takes its place; a comparison is only met where it stands alone.
SWAPS: tuple[tuple[str, str], ...] = (
    (r"<>", "="),
    (r"<=", "<"),
    (r">=", ">"),
    (r"(?<![<>=@&])<(?![=>@])", "<="),
    (r"(?<![<>=@&-])>(?![=>])", ">="),
    (r"(?<![<>=!:])=(?![=>])", "<>"),
    (r"\bAND\b(?! interval)", "OR"),
    (r"\bOR\b", "AND"),
    (r"\bIS NOT NULL\b", "IS NULL"),
    (r"\bIS NULL\b", "IS NOT NULL"),
    (r"\bNOT EXISTS\b", "EXISTS"),
    (r"(?<!NOT )\bEXISTS\b", "NOT EXISTS"),
    (r"\bmin\(", "max("),
    (r"\bmax\(", "min("),
    (r"\bleast\(", "greatest("),
    (r"\bgreatest\(", "least("),
    (r"\blag\(", "lead("),
    (r"\blead\(", "lag("),
    (r"\bbool_or\(", "bool_and("),
    (r"\btrue\b", "false"),
    (r"\bfalse\b", "true"),
    (r"(?<= )\+(?= )", "-"),
    (r"(?<= )-(?= )", "+"),
    (r"\bLEFT JOIN\b", "JOIN"),
    (r"\bNOT IN\b", "IN"),
    (r"(?<!NOT )\bIN\b", "NOT IN"),
)
NUMBER = re.compile(r"(?<![\w.'])\d+(?![\w.'])")
INTERVAL = re.compile(r"interval '(\d+) (\w+)'")
# Words that a CASE gives out are labels, which no example looks at.
TEXT = re.compile(
    r"(?<!THEN )(?<!ELSE )(?<!interval )'[\w-]+'(?!::)(?! \|\|)"
    r"(?! AS (?:missing|note|stopped_by|subject))"
)
CONDITION = re.compile(r"^\s*AND\b.*$", re.MULTILINE)


def of_clock(clock: Clock) -> Iterator[tuple[str, Clock]]:
    """Each mutant of a clock with words for it."""
    for words, sql in of_sql(clock.sql):
        yield words, replace(clock, sql=sql)
    yield from _of_limits(clock)
    yield from _of_flags(clock)


def of_sql(sql: str) -> Iterator[tuple[str, str]]:
    """Each mutant of a piece of SQL with words for it."""
    for pattern, other in SWAPS:
        for found in re.finditer(pattern, sql):
            yield _at(sql, found, other)
    for found, other in _numbers(sql):
        yield _at(sql, found, other)
    for found in TEXT.finditer(sql):
        yield _at(sql, found, "'mutant'")
    for found in CONDITION.finditer(sql):
        if found[0].count("(") == found[0].count(")"):
            yield _at(sql, found, "")


def _numbers(sql: str) -> Iterator[tuple[re.Match[str], str]]:
    """Every number, one more and one less, but none below nought."""
    for found in NUMBER.finditer(sql):
        yield found, str(int(found[0]) + 1)
        if int(found[0]):
            yield found, str(int(found[0]) - 1)
    for found in INTERVAL.finditer(sql):
        for count in (int(found[1]) + 1, int(found[1]) - 1):
            yield found, f"interval '{count} {found[2]}'"


def _at(sql: str, found: re.Match[str], other: str) -> tuple[str, str]:
    line = sql.count("\n", 0, found.start()) + 1
    words = f"line {line}: {found[0].strip()} → {other or 'left out'}"
    return words, sql[: found.start()] + other + sql[found.end() :]


def _of_limits(clock: Clock) -> Iterator[tuple[str, Clock]]:
    for name in ("limit", "warning", "before"):
        limit: Limit | None = getattr(clock, name)
        if limit is None:
            continue
        for count in (limit.count + 1, limit.count - 1):
            yield f"{name} {count}", replace(clock, **{name: replace(limit, count=count)})
        if limit.unit in (Unit.DAYS, Unit.WORKING_DAYS):
            other = Unit.WORKING_DAYS if limit.unit == Unit.DAYS else Unit.DAYS
            yield f"{name} in {other}", replace(clock, **{name: replace(limit, unit=other)})
        if name != "before":
            changed = replace(limit, beginning=not limit.beginning)
            yield f"{name} beginning", replace(clock, **{name: changed})


def _of_flags(clock: Clock) -> Iterator[tuple[str, Clock]]:
    if clock.runs != Runs.IN_CARE:
        yield "runs in care alone", replace(clock, runs=Runs.IN_CARE)
    if clock.recorded:
        yield "runs where nobody records", replace(clock, recorded=False, once=False)
    if clock.recorded:
        yield "once or more than once", replace(clock, once=not clock.once)
    if clock.eased:
        yield "not eased", replace(clock, eased=False)
    for column in sorted(clock.gives - {"stopped_by", "missing", "note", "subject"}):
        yield f"does not give {column}", replace(clock, gives=clock.gives - {column})
