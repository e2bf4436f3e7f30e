from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

# Where coming into care was planned, the meeting was held before; one of an earlier time in care
# does not count.
SQL = """
SELECT
    child_id, starts_on AS started_on, start_known, least(met_on, ends_on) AS stopped_on,
    CASE
        WHEN met_on <= coalesce(ends_on, 'infinity') THEN 'planning meeting held'
        WHEN ends_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM (
    SELECT care.*, (
        SELECT min(actual_on) FROM milestone
        WHERE milestone.child_id = care.child_id AND code = 'planning-meeting'
            AND coalesce(actual_on >= earlier_on, true)
    ) AS met_on
    FROM (
        SELECT *, lag(ends_on) OVER (PARTITION BY child_id ORDER BY starts_on) AS earlier_on
        FROM care
    ) AS care
) AS waits
WHERE coalesce(met_on >= starts_on, true)
"""

CLOCK = Clock(
    code="planning-meeting",
    title="Permanence planning meeting",
    why=(
        "The first weeks decide which roads stay open. A meeting about where the child will grow "
        "up, held at once, keeps the second best from becoming the plan."
    ),
    source=(
        "Local practice: Kirklees holds it within ten working days of an emergency entry, Kent at "
        "the legal planning meeting, both before entry where it was planned."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Team manager",
    group=Group.WORKER,
    rules=("PPM-01",),
    subject="the child",
    counting=(
        "Ten working days from the day the child came into care; amber from the eighth. A meeting "
        "held before, for this time in care, counts."
    ),
    stops="The step “Permanence planning meeting” done, or the end of care",
    limit=working_days(10),
    warning=working_days(8),
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "no meeting, over Easter; another step is none",
            "recorded 2020-01-01; care 2024-03-25; status C2 2024-03-25; plan home 2024-03-26;"
            " step planning-meeting 2024-04-02; step closing-check 2024-04-02 actual=2024-04-02",
            (Row("2024-03-25", warn="2024-04-08", due="2024-04-10"),),
        ),
        Example(
            "held on the tenth working day, and again under the next plan",
            "recorded 2020-01-01; care 2024-02-01; status C2 2024-02-01;"
            " plan home 2024-02-02 .. 2024-04-01;"
            " step planning-meeting 2024-02-10 actual=2024-02-15; plan adoption 2024-04-01;"
            " step planning-meeting 2024-04-10 actual=2024-04-10",
            (Row("2024-02-01", stopped="2024-02-15", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "held before the child came: nothing runs",
            "recorded 2020-01-01; care 2024-02-01; status C2 2024-02-01; plan home 2024-01-10;"
            " step planning-meeting 2024-01-15 actual=2024-01-31",
        ),
        Example(
            "held on the day: a wait of no days",
            "recorded 2020-01-01; care 2024-02-01; status C2 2024-02-01; plan home 2024-01-10;"
            " step planning-meeting 2024-01-15 actual=2024-02-01",
            (Row("2024-02-01", stopped="2024-02-01", warn="2024-02-13", due="2024-02-15"),),
        ),
        Example(
            "that of an earlier time in care does not count, one since it ended does",
            "recorded 2020-01-01; care 2023-02-01 .. 2023-06-01;"
            " status V2 2023-02-01 .. 2023-06-01; plan home 2023-02-02 .. 2023-07-01;"
            " step planning-meeting 2023-02-10 actual=2023-05-31; care 2024-02-01 .. 2024-05-01;"
            " status V2 2024-02-01 .. 2024-05-01; care 2024-06-03; status V2 2024-06-03;"
            " plan home 2024-05-01; step planning-meeting 2024-06-03 actual=2024-05-01",
            (
                Row("2023-02-01", stopped="2023-05-31", warn="2023-02-13", due="2023-02-15"),
                Row("2024-02-01", stopped="2024-05-01", warn="2024-02-13", due="2024-02-15"),
            ),
        ),
        Example(
            "the child leaves before, and was in care on or before the first return",
            "recorded 2020-01-01; care ~2024-02-01 .. 2024-02-09;"
            " status V2 2024-02-01 .. 2024-02-09",
            (
                Row(
                    "2024-02-01",
                    stopped="2024-02-09",
                    warn="2024-02-13",
                    due="2024-02-15",
                    known=False,
                ),
            ),
        ),
        Example(
            "people record here since later on: not asked about",
            "recorded 2024-03-01; care 2024-02-01; status C2 2024-02-01",
        ),
    ),
)
