from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

SQL = """
SELECT
    child_id, 'step ' || id AS subject, slipped_on AS started_on, slipped_on - 1 AS due_on,
    least(done_on, until) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(until, 'infinity') THEN 'done'
        WHEN until = achieved_on THEN 'plan achieved'
        WHEN until IS NOT NULL THEN 'plan ended'
        ELSE '' END AS stopped_by
FROM (
    SELECT step.*, greatest(starts_on, least(first.revised_on, second.moved_on)) AS slipped_on
    FROM step
    JOIN slip AS first ON first.milestone_id = id AND first.nth = 1
    JOIN slip AS second ON second.milestone_id = id AND second.nth = 2
) AS slipped
WHERE coalesce(least(done_on, until) >= slipped_on, true)
"""

CLOCK = Clock(
    code="step-slipped-twice",
    title="Step moved twice",
    why=(
        "Once a day moves, there is a reason. When the same step moves a second time, the reason "
        "is usually that nobody believes in it."
    ),
    source="Proposed by this product, as one of the signs of drift that councils name.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Team manager",
    group=Group.DRIFT,
    subject="the step",
    counting=(
        "From the day to which the step had been moved before, or the earlier day on which it was "
        "moved to a later one again. Red from that day on."
    ),
    limit_words="the second move to a later day",
    stops="The step done, or the plan achieved or ended",
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "moved twice",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15; moved 2024-03-15; moved 2024-05-15",
            (Row("2024-03-15", due="2024-03-14"),),
        ),
        Example(
            "moved once; moved to an earlier day is not moved away",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15; moved 2024-03-15; moved 2024-03-01;"
            " step closing-check 2024-06-03; moved 2024-07-01",
        ),
        Example(
            "moved three times and done at last",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01 .. 2024-09-02;"
            " step planning-meeting 2024-02-15 actual=2024-06-20; moved 2024-03-15;"
            " moved 2024-05-15; moved 2024-06-15",
            (Row("2024-03-15", stopped="2024-06-20", due="2024-03-14"),),
        ),
        Example(
            "the plan ends, another is achieved; each step for itself",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01 .. 2024-09-02;"
            " step planning-meeting 2024-02-15; moved 2024-03-15; moved 2024-05-15;"
            " contingency adoption 2024-02-01 achieved=2024-08-01; step closing-check 2024-03-01;"
            " moved 2024-04-15; moved 2024-06-17",
            (
                Row("2024-03-15", stopped="2024-09-02", due="2024-03-14"),
                Row("2024-04-15", stopped="2024-08-01", due="2024-04-14"),
            ),
        ),
        Example(
            "done by the day it had been moved to: of no days; before it: nothing",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-03-15; moved 2024-03-15;"
            " moved 2024-05-15; step closing-check 2024-02-15 actual=2024-03-14; moved 2024-03-15;"
            " moved 2024-05-15",
            (Row("2024-03-15", stopped="2024-03-15", due="2024-03-14"),),
        ),
        Example(
            "planned for days before the plan was proposed: from the plan on",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-01-10; moved 2024-01-20; moved 2024-03-15",
            (Row("2024-02-01", due="2024-01-31"),),
        ),
        Example(
            "a day far ahead that was moved again long before: from the day it was moved",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-02-15; moved 2099-03-15;"
            " moved 2099-05-15",
        ),
        Example(
            "the plan had ended before the day to which the step had been moved",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01 .. 2024-03-01;"
            " step planning-meeting 2024-02-15 actual=2024-03-20; moved 2024-03-15;"
            " moved 2024-05-15",
        ),
    ),
)
