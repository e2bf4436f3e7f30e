"""SQL of children who leave care, and of homes that end while they stay in it."""

ADOPTED = ("E11", "E12")
SPECIAL_GUARDIANSHIP = ("E43", "E44", "E45", "E46", "E47", "E48")
CHILD_ARRANGEMENTS = ("E41",)
HOME_AS_PLANNED = ("E4A", "E4")

LEFT_CARE = "SELECT child_id, ends_on AS on_day FROM looked_after WHERE ends_on IS NOT NULL"
LEFT_CARE_WORDS = "Periods of care that ended, short breaks left out."

UNPLANNED_ENDS = """
SELECT home.child_id, home.ends_on AS on_day
FROM home
JOIN looked_after
    ON looked_after.child_id = home.child_id AND home.ends_on > looked_after.starts_on
    AND coalesce(home.ends_on < looked_after.ends_on, true)
WHERE home.end_reason IN ('CREQB', 'CREQO', 'CHILD', 'LAREQ', 'ALLEG', 'STAND', 'CLOSE')
"""


def left_by(reasons: tuple[str, ...]) -> str:
    """Periods of care that ended for one of the reasons, codes of the return."""
    named = ", ".join(f"'{reason}'" for reason in reasons)
    return f"SELECT child_id, ends_on AS on_day FROM looked_after WHERE end_reason IN ({named})"
