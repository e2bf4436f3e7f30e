from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    months,
    working_days,
)
from oversight.clocks.shared.eligible import ELIGIBLE

SQL = f"""
SELECT
    child_id, eligible_on AS started_on, start_known, done_on AS stopped_on,
    CASE WHEN done_on IS NULL THEN '' ELSE 'needs assessed' END AS stopped_by
FROM ({ELIGIBLE}) AS eligible
LEFT JOIN (
    SELECT child_id, min(actual_on) AS done_on
    FROM milestone WHERE code = 'needs-assessed' GROUP BY child_id
) AS assessed USING (child_id)
WHERE coalesce(done_on >= eligible_on, true)
"""

CLOCK = Clock(
    code="pathway-assessment",
    title="Needs assessed at 16",
    why=(
        "At 16 somebody sits down with the young person and asks what they will need to live on "
        "their own. Two years are little time to learn it."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulations 40 and 42: within "
        "three months of the 16th birthday, or of becoming an eligible child after it."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker and personal adviser",
    group=Group.WORKER,
    rules=("PTH-01",),
    subject="the child",
    counting=(
        "Three months from the 16th birthday, or from the later day on which the young person has "
        "been looked after for 91 days in all since 14, short breaks left out; amber from the 20th "
        "working day before."
    ),
    stops="The step “Assessment of what the young person needs” done, or the 18th birthday",
    limit=months(3),
    before=working_days(20),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "in care since long before: from the 16th birthday to the 18th",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05",
            (Row("2024-03-10", stopped="2026-03-10", warn="2024-05-10", due="2024-06-10"),),
        ),
        Example(
            "the assessment is done; that of the plan before does not matter",
            "recorded 2020-01-01; born 2007-11-30; care 2015-01-05; status C2 2015-01-05;"
            " plan independence 2023-12-01; step pathway-plan 2023-12-01 actual=2023-12-05;"
            " step needs-assessed 2024-02-01 actual=2024-02-29",
            (Row("2023-11-30", stopped="2024-02-29", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "done on the birthday: a wait of no days; the first of two counts",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status J1 2015-01-05;"
            " plan independence 2024-03-01 .. 2024-09-01;"
            " step needs-assessed 2024-03-10 actual=2024-03-10; plan independence 2024-09-01;"
            " step needs-assessed 2024-09-10 actual=2024-09-10",
            (Row("2024-03-10", stopped="2024-03-10", warn="2024-05-10", due="2024-06-10"),),
        ),
        Example(
            "done before the birthday: nothing is left to wait for",
            "recorded 2020-01-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05;"
            " plan independence 2024-03-01; step needs-assessed 2024-03-10 actual=2024-03-09",
        ),
        Example(
            "came at 15 and ten months: 91 days later",
            "recorded 2020-01-01; born 2008-03-10; care 2024-01-10; status C2 2024-01-10",
            (Row("2024-04-10", stopped="2026-03-10", warn="2024-06-12", due="2024-07-10"),),
        ),
        Example(
            "91 days in two pieces since 14, the first from the very 14th birthday",
            "recorded 2020-01-01; born 2008-02-29; care 2022-02-10 .. 2022-03-31;"
            " status V2 2022-02-10 .. 2022-03-31; care 2024-04-08; status J1 2024-04-08",
            (Row("2024-06-08", stopped="2026-03-01", warn="2024-08-09", due="2024-09-08"),),
        ),
        Example(
            "left on the day on which it would be reached: from the first day back",
            "recorded 2020-01-01; born 2008-03-10; care 2024-01-10 .. 2024-04-10;"
            " status V2 2024-01-10 .. 2024-04-10; care 2024-06-03 .. 2024-06-20;"
            " status V2 2024-06-03 .. 2024-06-20; care 2024-07-01; status V2 2024-07-01",
            (
                Row("2024-06-03", stopped="2024-06-20", warn="2024-08-05", due="2024-09-03"),
                Row(
                    "2024-06-03",
                    runs_from="2024-07-01",
                    stopped="2026-03-10",
                    warn="2024-08-05",
                    due="2024-09-03",
                ),
            ),
        ),
        Example(
            "out of care before 16, and days before 14: not eligible; short breaks do not count",
            "recorded 2020-01-01; born 2008-03-10; care 2021-01-04 .. 2022-05-01;"
            " status C2 2021-01-04 .. 2022-05-01; care 2024-03-12;"
            " status V3 2024-03-12 .. 2024-09-02; status V2 2024-09-02",
            (Row("2024-10-11", stopped="2026-03-10", warn="2024-12-11", due="2025-01-11"),),
        ),
        Example(
            "an unknown start: the 91 days may have been reached earlier, but not before 16",
            "recorded 2020-01-01; born 2008-03-10; care ~2024-01-10; status C2 2024-01-10",
            (
                Row(
                    "2024-04-10",
                    stopped="2026-03-10",
                    warn="2024-06-12",
                    due="2024-07-10",
                    known=False,
                ),
            ),
        ),
        Example(
            "an unknown start long before 16 does no harm",
            "recorded 2020-01-01; born 2008-03-10; care ~2022-04-01; status C2 2022-04-01",
            (Row("2024-03-10", stopped="2026-03-10", warn="2024-05-10", due="2024-06-10"),),
        ),
        Example(
            "without a day of birth nobody knows when the child is 16",
            "recorded 2020-01-01; care 2015-01-05; status C2 2015-01-05",
        ),
        Example(
            "people record here since the middle of it",
            "recorded 2024-05-01; born 2008-03-10; care 2015-01-05; status C2 2015-01-05",
            (
                Row(
                    "2024-03-10",
                    stopped="2026-03-10",
                    warn="2024-05-10",
                    due="2024-06-10",
                    runs_from="2024-05-01",
                ),
            ),
        ),
        Example(
            "long in care before 16, out on that day, back later: from the first day back",
            "recorded 2020-01-01; born 2008-03-10; care 2022-05-02 .. 2023-12-01;"
            " status C2 2022-05-02 .. 2023-12-01; care 2024-06-03; status V2 2024-06-03",
            (Row("2024-06-03", stopped="2026-03-10", warn="2024-08-05", due="2024-09-03"),),
        ),
        Example(
            "an unknown start and a gap: the days may have been more",
            "recorded 2020-01-01; born 2008-03-10; care ~2024-01-10 .. 2024-02-10;"
            " status V2 2024-01-10 .. 2024-02-10; care 2024-03-01; status V2 2024-03-01",
            (
                Row(
                    "2024-04-30",
                    stopped="2026-03-10",
                    warn="2024-07-02",
                    due="2024-07-30",
                    known=False,
                ),
            ),
        ),
        Example(
            "an unknown start long before, and a second time in care: the birthday is certain",
            "recorded 2020-01-01; born 2008-03-10; care ~2022-04-01 .. 2024-05-01;"
            " status V2 2022-04-01 .. 2024-05-01; care 2024-06-03; status V2 2024-06-03",
            (
                Row("2024-03-10", stopped="2024-05-01", warn="2024-05-10", due="2024-06-10"),
                Row(
                    "2024-03-10",
                    runs_from="2024-06-03",
                    stopped="2026-03-10",
                    warn="2024-05-10",
                    due="2024-06-10",
                ),
            ),
        ),
    ),
)
