"""SQL of stretches that are made of others: the days on which two hold, or one and not another."""

from oversight.clocks.shared.school_age import SCHOOL_AGE

IN_CARE = "SELECT child_id, starts_on, ends_on FROM looked_after"
IN_CARE_WORDS = "Children in care on the day, days of short breaks left out."

IN_CARE_A_YEAR = """
SELECT child_id, greatest(starts_on, (began_on + interval '1 year')::date) AS starts_on, ends_on
FROM looked_after
"""

PLACED_FOR_ADOPTION = "SELECT child_id, starts_on, ends_on FROM home_kind WHERE kind = 'adoptive'"


def both(one: str, other: str) -> str:
    """The days on which both selects hold, each stretch as long as it can be."""
    return _made_of(one, f"JOIN ({_held(other)}) AS other", "one.held * other.held")


def less(one: str, other: str) -> str:
    """The days on which `one` holds and `other` does not."""
    left_out = "one.held - coalesce(other.held, '{}')"
    return _made_of(one, f"LEFT JOIN ({_held(other)}) AS other", left_out)


def either(*selects: str) -> str:
    """The days on which any of the selects holds."""
    return f"""
SELECT child_id, lower(days) AS starts_on, upper(days) AS ends_on
FROM ({_held(" UNION ALL ".join(selects))}) AS merged
CROSS JOIN LATERAL unnest(held) AS days
"""


def lately(fact: str, day: str, days: str, where: str = "true") -> str:
    """From a day on which something was done until it is longer ago than `days`, an interval."""
    return f"""
SELECT child_id, {day} AS starts_on, ({day} + interval '{days}')::date AS ends_on
FROM {fact} WHERE {where}
"""


def aged(since: str, until: str) -> str:
    """From one of a child's birthdays to another, both columns of `child`."""
    return f"""
SELECT child_id, {since} AS starts_on, {until} AS ends_on FROM child WHERE born_on IS NOT NULL
"""


def _made_of(one: str, join: str, held: str) -> str:
    return f"""
SELECT one.child_id, lower(days) AS starts_on, upper(days) AS ends_on
FROM ({_held(one)}) AS one
{join} ON other.child_id = one.child_id
CROSS JOIN LATERAL unnest({held}) AS days
"""


def _held(select: str) -> str:
    return f"""
    SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS held
    FROM ({select}) AS stretch
    WHERE coalesce(starts_on < ends_on, true) GROUP BY child_id"""


OF_SCHOOL_AGE = both(
    IN_CARE,
    f"""
SELECT child_id, school_from AS starts_on, school_until AS ends_on FROM child {SCHOOL_AGE}
WHERE born_on IS NOT NULL""",
)
