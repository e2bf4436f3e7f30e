from oversight.clocks.clock import Limit, before

TOO_LATE = "the review was planned too late for that"


def before_review(done_on: str, done: str, limit: Limit) -> str:
    """SQL for the waits, from the day a review's day is set, for what is due so long before it.

    `done_on` is the planned review's own column. Nothing is due before the day was set.
    """
    return f"""
SELECT
    child_id, 'planned review ' || id AS subject, set_on AS started_on,
    least({done_on}, held_on, called_off_on, left_on) AS stopped_on,
    CASE
        WHEN {done_on} <= least(held_on, called_off_on, left_on, 'infinity') THEN '{done}'
        WHEN held_on <= least(called_off_on, left_on, 'infinity') THEN 'review held'
        WHEN called_off_on <= coalesce(left_on, 'infinity') THEN 'review called off'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by,
    greatest(wanted_on, set_on) AS due_on,
    CASE WHEN wanted_on < set_on THEN '{TOO_LATE}' ELSE '' END AS note
FROM (
    SELECT
        planned_review.*, held_on, {before("planned_on", limit)} AS wanted_on,
        (
            SELECT min(ends_on) FROM care
            WHERE care.child_id = planned_review.child_id AND ends_on > set_on
        ) AS left_on
    FROM planned_review
    LEFT JOIN review ON review.id = review_id
) AS planned
WHERE coalesce(least({done_on}, held_on, called_off_on) >= set_on, true)
"""
