from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs
from oversight.clocks.shared.eligible import ELIGIBLE

SQL = f"""
SELECT
    child_id, eligible_on AS started_on, start_known, eligible_on AS due_on,
    named_on AS stopped_on,
    CASE WHEN named_on IS NULL THEN '' ELSE 'personal adviser named' END AS stopped_by
FROM ({ELIGIBLE}) AS eligible
LEFT JOIN (
    SELECT child_id, min(actual_on) AS named_on
    FROM milestone WHERE code = 'personal-adviser' GROUP BY child_id
) AS adviser USING (child_id)
WHERE coalesce(named_on >= eligible_on, true)
"""

CLOCK = Clock(
    code="personal-adviser",
    title="Personal adviser named",
    why=(
        "The personal adviser is who stays when social workers change, to 25 where the young "
        "person wants it. Being known before 18 is what makes that work."
    ),
    source="Children Act 1989, schedule 2, paragraph 19C: for each eligible child.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Team manager",
    group=Group.WORKER,
    rules=("PTH-04",),
    subject="the child",
    counting=(
        "From the 16th birthday, or from the later day on which the young person has been looked "
        "after for 91 days in all since 14. That day is in time; red from the next."
    ),
    limit_words="the day the young person becomes eligible",
    stops="The step “Personal adviser named” done, or the 18th birthday",
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "nobody is named",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05;"
            " plan independence 2024-03-01; step needs-assessed 2024-03-10 actual=2024-03-11;"
            " step personal-adviser 2024-03-10",
            (Row("2024-03-10", stopped="2026-03-10", due="2024-03-10"),),
        ),
        Example(
            "named three weeks late; the first of two counts",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status J1 2015-01-05;"
            " plan independence 2024-03-01 .. 2024-06-01;"
            " step personal-adviser 2024-03-10 actual=2024-03-31; plan independence 2024-06-01;"
            " step personal-adviser 2024-06-10 actual=2024-06-10",
            (Row("2024-03-10", stopped="2024-03-31", due="2024-03-10"),),
        ),
        Example(
            "named on the day: a wait of no days",
            "recorded 2020-01-01; born 2008-03-10; care 2024-01-10; status C2 2024-01-10;"
            " plan independence 2024-03-01; step personal-adviser 2024-04-10 actual=2024-04-10",
            (Row("2024-04-10", stopped="2024-04-10", due="2024-04-10"),),
        ),
        Example(
            "named before",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05;"
            " plan independence 2024-03-01; step personal-adviser 2024-03-10 actual=2024-03-09",
        ),
        Example(
            "an unknown start: the day may have been earlier",
            "recorded 2020-01-01; born 2008-03-10; care ~2024-01-10 .. 2024-05-01;"
            " status C2 2024-01-10 .. 2024-05-01",
            (Row("2024-04-10", stopped="2024-05-01", due="2024-04-10", known=False),),
        ),
        Example(
            "people record here since later on: not asked about",
            "recorded 2024-05-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05",
        ),
        Example(
            "the days of two times in care since 14 add up, short breaks left out",
            "recorded 2020-01-01; born 2008-03-10; care 2022-02-10 .. 2022-03-31;"
            " status V2 2022-02-10 .. 2022-03-31; care 2023-05-01 .. 2023-05-31;"
            " status V3 2023-05-01 .. 2023-05-31; care 2024-04-08; status V2 2024-04-08",
            (Row("2024-06-17", stopped="2026-03-10", due="2024-06-17"),),
        ),
        Example(
            "long in care before 16, back later: from the first day back",
            "recorded 2020-01-01; born 2008-03-10; care 2021-05-03 .. 2022-05-02;"
            " status C2 2021-05-03 .. 2022-05-02; care 2023-01-02 .. 2023-06-01;"
            " status C2 2023-01-02 .. 2023-06-01; care 2024-06-03; status V2 2024-06-03",
            (Row("2024-06-03", stopped="2026-03-10", due="2024-06-03"),),
        ),
        Example(
            "left on the day on which it would be reached",
            "recorded 2020-01-01; born 2008-03-10; care 2024-01-10 .. 2024-04-10;"
            " status V2 2024-01-10 .. 2024-04-10",
        ),
        Example(
            "an unknown start long before, and a second time in care: the birthday is certain",
            "recorded 2020-01-01; born 2008-03-10; care ~2022-04-01 .. 2024-05-01;"
            " status V2 2022-04-01 .. 2024-05-01; care 2024-06-03; status V2 2024-06-03",
            (
                Row("2024-03-10", stopped="2024-05-01", due="2024-03-10"),
                Row("2024-03-10", runs_from="2024-06-03", stopped="2026-03-10", due="2024-03-10"),
            ),
        ),
    ),
)
