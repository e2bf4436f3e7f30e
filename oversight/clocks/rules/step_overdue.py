from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    child_id, 'step ' || id AS subject, starts_on AS started_on, due_on, runs_from,
    least(done_on, until) AS stopped_on,
    CASE
        WHEN done_on <= coalesce(until, 'infinity') THEN 'done'
        WHEN until = achieved_on THEN 'plan achieved'
        WHEN until IS NOT NULL THEN 'plan ended'
        ELSE '' END AS stopped_by
FROM step
CROSS JOIN LATERAL (SELECT greatest(starts_on, due_on - 28) AS runs_from) AS nearing
WHERE coalesce(least(done_on, until) >= runs_from, true)
"""

CLOCK = Clock(
    code="step-overdue",
    title="Step of the plan",
    why=(
        "A plan is as quick as its slowest step. A day that passes without anybody saying what "
        "became of the step is where drift begins."
    ),
    source="Proposed by this product: a step is late on the day after the one planned for it.",
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Whoever sees to the step",
    group=Group.DRIFT,
    subject="the step",
    counting=(
        "From the day the plan was proposed to the day the step is planned for now, and only from "
        "four weeks before that day; amber from the fifth working day before. A step that another "
        "entry shows to be done is done."
    ),
    limit_words="the day the step is planned for",
    stops="The step done or moved, or the plan achieved or ended",
    before=working_days(5),
    gives=frozenset({"subject", "runs_from", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "not done by its day; amber over Easter",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-04-03",
            (Row("2024-02-01", runs_from="2024-03-06", warn="2024-03-25", due="2024-04-03"),),
        ),
        Example(
            "done, and another of the same plan not",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-02-16; step closing-check 2024-07-01",
            (
                Row("2024-02-01", stopped="2024-02-16", warn="2024-02-08", due="2024-02-15"),
                Row("2024-02-01", runs_from="2024-06-03", warn="2024-06-24", due="2024-07-01"),
            ),
        ),
        Example(
            "done, or the plan over, before its four weeks began: never asked about",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01 .. 2024-06-02;"
            " step planning-meeting 2024-06-03 actual=2024-05-05; step closing-check 2024-07-01",
        ),
        Example(
            "moved to a later day: that day counts",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15; moved 2024-03-15",
            (Row("2024-02-01", runs_from="2024-02-16", warn="2024-03-08", due="2024-03-15"),),
        ),
        Example(
            "the plan ends; the second plan’s steps count as well, achieved or not",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01 .. 2024-05-01;"
            " step planning-meeting 2024-02-15;"
            " contingency adoption 2024-02-02 achieved=2024-06-03; step closing-check 2024-07-01",
            (
                Row("2024-02-01", stopped="2024-05-01", warn="2024-02-08", due="2024-02-15"),
                Row(
                    "2024-02-02",
                    runs_from="2024-06-03",
                    stopped="2024-06-03",
                    warn="2024-06-24",
                    due="2024-07-01",
                ),
            ),
        ),
        Example(
            "done before the plan: there is nothing to wait for; on its day: of no days",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-02-01;"
            " step planning-meeting 2024-02-15 actual=2024-01-31;"
            " step closing-check 2024-02-15 actual=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-08", due="2024-02-15"),),
        ),
        Example(
            "reviews are steps that nobody enters twice: the first is done, the second is not",
            "care 2024-01-02; status C2 2024-01-02; plan home 2024-01-10;"
            " step first-review 2024-01-30; step second-review 2024-04-30; review 2024-01-29",
            (
                Row("2024-01-10", stopped="2024-01-29", warn="2024-01-23", due="2024-01-30"),
                Row("2024-01-10", runs_from="2024-04-02", warn="2024-04-23", due="2024-04-30"),
            ),
        ),
        Example(
            "what an earlier time in care brought does not count",
            "care 2022-01-04 .. 2023-01-04; status V2 2022-01-04 .. 2023-01-04; review 2022-01-28;"
            " care 2024-01-02; status C2 2024-01-02; plan home 2024-01-10;"
            " step first-review 2024-01-30; step second-review 2024-04-30; review 2024-01-26;"
            " review 2024-04-23",
            (
                Row("2024-01-10", stopped="2024-01-26", warn="2024-01-23", due="2024-01-30"),
                Row(
                    "2024-01-10",
                    runs_from="2024-04-02",
                    stopped="2024-04-23",
                    warn="2024-04-23",
                    due="2024-04-30",
                ),
            ),
        ),
        Example(
            "the plan itself says what became of it; steps of which clocks know nothing are left "
            "out",
            "care 2024-01-02; status C2 2024-01-02;"
            " plan long-term-fostering 2024-01-10 endorsed=2024-02-12 ratified=2024-04-23"
            " achieved=2024-12-02; step plan-endorsed 2024-02-15; step plan-ratified 2024-04-30;"
            " step permanence-achieved 2024-12-10; step fostering-panel 2024-06-03;"
            " step child-told 2024-07-01",
            (
                Row(
                    "2024-01-10",
                    runs_from="2024-01-18",
                    stopped="2024-02-12",
                    warn="2024-02-08",
                    due="2024-02-15",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-04-02",
                    stopped="2024-04-23",
                    warn="2024-04-23",
                    due="2024-04-30",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-11-12",
                    stopped="2024-12-02",
                    warn="2024-12-03",
                    due="2024-12-10",
                ),
            ),
        ),
        Example(
            "adoption: what its own facts show, from the decision to the order",
            "care 2024-01-02; status C1 2024-01-02; home U4 2024-01-02 .. 2024-11-04;"
            " home A6 2024-11-04; plan adoption 2024-01-10; step adoption-decision 2024-03-01;"
            " step placement-order 2024-05-01; step link 2024-06-03; step match 2024-09-02;"
            " step placed-for-adoption 2024-11-01; step review-after-placed 2024-12-02;"
            " step adoption-order 2025-06-02; decision 2024-01-15 reversed 2024-02-01;"
            " decision 2024-02-28; order placement 2024-05-02; link 2024-06-04;"
            " match 2024-08-01 withdrawn 2024-08-20; match 2024-09-03; review 2024-10-01;"
            " review 2024-11-29",
            (
                Row(
                    "2024-01-10",
                    runs_from="2024-02-02",
                    stopped="2024-02-28",
                    warn="2024-02-23",
                    due="2024-03-01",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-04-03",
                    stopped="2024-05-02",
                    warn="2024-04-24",
                    due="2024-05-01",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-05-06",
                    stopped="2024-06-04",
                    warn="2024-05-24",
                    due="2024-06-03",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-08-05",
                    stopped="2024-09-03",
                    warn="2024-08-23",
                    due="2024-09-02",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-10-04",
                    stopped="2024-11-04",
                    warn="2024-10-25",
                    due="2024-11-01",
                ),
                Row(
                    "2024-01-10",
                    runs_from="2024-11-04",
                    stopped="2024-11-29",
                    warn="2024-11-25",
                    due="2024-12-02",
                ),
                Row("2024-01-10", runs_from="2025-05-05", warn="2025-05-23", due="2025-06-02"),
            ),
        ),
    ),
)
