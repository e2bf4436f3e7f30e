from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days

SQL = """
SELECT
    child_id, assessed_on AS started_on, made_on AS stopped_on,
    CASE WHEN made_on IS NULL THEN '' ELSE 'pathway plan made' END AS stopped_by
FROM (
    SELECT
        child_id, min(actual_on) FILTER (WHERE code = 'needs-assessed') AS assessed_on,
        min(actual_on) FILTER (WHERE code = 'pathway-plan') AS made_on
    FROM milestone GROUP BY child_id
) AS steps
WHERE assessed_on IS NOT NULL AND coalesce(made_on >= assessed_on, true)
"""

CLOCK = Clock(
    code="pathway-plan",
    title="Pathway plan",
    why=(
        "The assessment says what the young person needs; the pathway plan says who does it and by "
        "when. One without the other changes nothing."
    ),
    source=(
        "Regulation 43 of the care planning regulations asks for the plan as soon as possible "
        "after the assessment. That this is ten working days is proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Social worker and personal adviser",
    group=Group.WORKER,
    rules=("PTH-02",),
    subject="the child",
    counting=(
        "Ten working days from the day the needs were assessed; amber from the eighth. Usually the "
        "plan is made on the same day."
    ),
    stops="The step “Pathway plan made” done, or the 18th birthday",
    limit=working_days(10),
    warning=working_days(8),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "assessed before Easter, and no plan",
            "born 2008-01-10; care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10;"
            " step needs-assessed 2024-03-01 actual=2024-03-25; step pathway-plan 2024-03-25",
            (Row("2024-03-25", stopped="2026-01-10", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "made on the tenth working day; that of a later plan does not count",
            "care 2015-01-05; status J1 2015-01-05; plan independence 2024-01-10 .. 2024-06-01;"
            " step needs-assessed 2024-02-01 actual=2024-02-01;"
            " step pathway-plan 2024-02-15 actual=2024-02-15; plan independence 2024-06-01;"
            " step needs-assessed 2024-06-10 actual=2024-06-10;"
            " step pathway-plan 2024-06-20 actual=2024-06-20",
            (Row("2024-02-01", stopped="2024-02-15", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "made on the day of the assessment: a wait of no days",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10;"
            " step needs-assessed 2024-02-01 actual=2024-02-01;"
            " step pathway-plan 2024-02-01 actual=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "the plan was there before the assessment",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10;"
            " step needs-assessed 2024-02-01 actual=2024-02-01;"
            " step pathway-plan 2024-02-01 actual=2024-01-31",
        ),
        Example(
            "not assessed yet",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10;"
            " step needs-assessed 2024-02-01; step pathway-plan 2024-02-01 actual=2024-02-10",
        ),
        Example(
            "assessed under one plan, the pathway plan made under the next",
            "care 2015-01-05; status C2 2015-01-05; plan independence 2024-01-10 .. 2024-02-05;"
            " step needs-assessed 2024-02-01 actual=2024-02-01;"
            " plan long-term-fostering 2024-02-05; step pathway-plan 2024-02-15 actual=2024-02-09",
            (Row("2024-02-01", stopped="2024-02-09", warn="2024-02-13", due="2024-02-15"),),
        ),
    ),
)
