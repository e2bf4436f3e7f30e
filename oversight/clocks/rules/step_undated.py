from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row

SQL = """
SELECT
    child_id, greatest(starts_on, last_on) AS started_on,
    greatest(starts_on, last_on) AS warn_on, until AS stopped_on,
    CASE
        WHEN until IS NULL THEN ''
        WHEN until = achieved_on THEN 'plan achieved'
        ELSE 'plan ended' END AS stopped_by
FROM (SELECT *, least(ends_on, achieved_on) AS until FROM plan WHERE rank = 'primary') AS plan
LEFT JOIN (
    SELECT plan_id, max(done_on) AS last_on, bool_or(done_on IS NULL) AS is_open
    FROM step GROUP BY plan_id
) AS steps ON plan_id = plan.id
WHERE is_open IS NOT TRUE AND coalesce(greatest(starts_on, last_on) < until, true)
"""

CLOCK = Clock(
    code="step-undated",
    title="No next step planned",
    why=(
        "A plan without a next step and a day for it is a wish. Nobody can be late for what was "
        "never planned, and so nobody notices."
    ),
    source="Proposed by this product: a plan that runs has a next step with a day.",
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and team manager",
    group=Group.DRIFT,
    subject="the child",
    counting=(
        "From the day the primary plan was proposed, or its last planned step was done, while no "
        "step of it is planned and open. Amber from that day on, never red. Nobody keeps when a "
        "step was planned: of a day gone by it says what is known now."
    ),
    limit_words="none: amber at once",
    stops="A step planned, or the plan achieved or ended",
    recorded=True,
    once=True,
    gives=frozenset({"stopped_by", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "a plan without a step; a second plan needs none",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " contingency adoption 2024-01-10",
            (Row("2024-02-01", warn="2024-02-01"),),
        ),
        Example(
            "the last planned step is done",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-02-16;"
            " step closing-check 2024-03-01 actual=2024-02-28",
            (Row("2024-02-28", warn="2024-02-28"),),
        ),
        Example(
            "one step is open: the plan moves",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-02-16; step closing-check 2024-03-01",
        ),
        Example(
            "an open step of the plan before is not one of this plan; that plan was achieved",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-01 .. 2024-05-01 achieved=2024-04-29; plan adoption 2024-05-01;"
            " step closing-check 2024-06-03 actual=2024-04-20",
            (
                Row("2024-02-01", stopped="2024-04-29", warn="2024-02-01"),
                Row("2024-05-01", warn="2024-05-01"),
            ),
        ),
        Example(
            "a step that another entry shows is done as well",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-01-10 .. 2024-06-03; step first-review 2024-01-30; review 2024-01-29",
            (Row("2024-01-29", stopped="2024-06-03", warn="2024-01-29"),),
        ),
        Example(
            "the last step was done on the day the plan ended",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-01 .. 2024-05-01; step closing-check 2024-03-01 actual=2024-05-01",
        ),
        Example(
            "people record here since later on",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01",
            (Row("2024-02-01", runs_from="2024-03-01", warn="2024-02-01"),),
        ),
    ),
)
