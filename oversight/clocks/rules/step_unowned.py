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
JOIN (
    SELECT
        plan_id, max(done_on) AS last_on,
        (array_agg(owner_id ORDER BY due_on, id) FILTER (WHERE done_on IS NULL))[1] AS owner_id,
        count(*) FILTER (WHERE done_on IS NULL) AS open
    FROM step GROUP BY plan_id
) AS steps ON plan_id = plan.id
WHERE open > 0 AND owner_id IS NULL AND coalesce(greatest(starts_on, last_on) < until, true)
"""

CLOCK = Clock(
    code="step-unowned",
    title="Nobody sees to the next step",
    why=(
        "A step that belongs to everybody is done by nobody. A name beside it is the cheapest way "
        "to have it done."
    ),
    source="Proposed by this product: the next step of a plan that runs is somebody’s.",
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Team manager",
    group=Group.DRIFT,
    subject="the child",
    counting=(
        "From the day the primary plan was proposed, or its last step was done, while the open "
        "step with the earliest day has nobody who sees to it. Amber from that day on, never red. "
        "Nobody keeps when somebody was named: of a day gone by it says what is known now."
    ),
    limit_words="none: amber at once",
    stops="Somebody named for the step, or the plan achieved or ended",
    recorded=True,
    once=True,
    gives=frozenset({"stopped_by", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "nobody is named",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15",
            (Row("2024-02-01", warn="2024-02-01"),),
        ),
        Example(
            "the step before was done; the next by its day has nobody, a later one has somebody",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; worker A 2024-01-02;"
            " plan home 2024-02-01; step planning-meeting 2024-02-15 actual=2024-02-16;"
            " step closing-check 2024-07-01; step look-again 2024-09-02; moved 2024-06-03",
            (Row("2024-02-16", warn="2024-02-16"),),
        ),
        Example(
            "no step is open; a second plan’s step is not looked at",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-02-16; contingency adoption 2024-02-01;"
            " step closing-check 2024-07-01",
        ),
        Example(
            "the plan is achieved, the next one ends",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-01 .. 2024-05-01 achieved=2024-04-29;"
            " step closing-check 2024-06-03; plan adoption 2024-05-01 .. 2024-06-03;"
            " step closing-check 2024-07-01",
            (
                Row("2024-02-01", stopped="2024-04-29", warn="2024-02-01"),
                Row("2024-05-01", stopped="2024-06-03", warn="2024-05-01"),
            ),
        ),
        Example(
            "a step was done on the day the plan ended",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " plan home 2024-02-01 .. 2024-05-01;"
            " step planning-meeting 2024-03-01 actual=2024-05-01; step closing-check 2024-06-03",
        ),
        Example(
            "people record here since later on",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15",
            (Row("2024-02-01", runs_from="2024-03-01", warn="2024-02-01"),),
        ),
    ),
)
