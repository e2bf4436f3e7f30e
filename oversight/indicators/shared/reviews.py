"""Reviews and the days on which they were due, as the clock of reviews counts them."""

HELD = """
    SELECT wait.child_id, stopped_on, due_on
    FROM wait_review_due AS wait
    JOIN looked_after ON looked_after.child_id = wait.child_id
        AND looked_after.starts_on <= stopped_on
        AND coalesce(stopped_on < looked_after.ends_on, true)
    WHERE stopped_by = 'review' AND (wait.start_known OR stopped_on > due_on)
"""
"""Each review with the last day on which it was due, within days of being looked after. Where it is
not known on which day care began, only what was late even by the longest limit is certain."""

OVERDUE = """
    SELECT wait.child_id, greatest(due_on + 1, runs_from, looked_after.starts_on) AS starts_on,
        least(stopped_on, looked_after.ends_on) AS ends_on
    FROM wait_review_due AS wait
    JOIN looked_after ON looked_after.child_id = wait.child_id
        AND coalesce(looked_after.starts_on < stopped_on, true)
        AND coalesce(greatest(due_on + 1, runs_from) < looked_after.ends_on, true)
    WHERE coalesce(greatest(due_on + 1, runs_from) < stopped_on, true)
"""
"""The days on which a review was past its limit and had not been held."""
