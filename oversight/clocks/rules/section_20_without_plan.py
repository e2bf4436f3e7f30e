from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

SQL = """
SELECT
    child_id, starts_on AS started_on, start_known,
    least(ends_on, planned_on, until) AS stopped_on,
    CASE
        WHEN planned_on <= least(ends_on, until, 'infinity') THEN 'plan recorded'
        WHEN until <= coalesce(ends_on, 'infinity') THEN 'turned 16'
        WHEN ends_on IS NOT NULL THEN 'section 20 ended'
        ELSE '' END AS stopped_by
FROM (
    SELECT
        status.*,
        (
            SELECT min(greatest(plan.starts_on, status.starts_on)) FROM plan
            WHERE plan.child_id = status.child_id
                AND coalesce(plan.ends_on > status.starts_on, true)
        ) AS planned_on,
        CASE WHEN (options ->> 'from-sixteen')::boolean THEN NULL ELSE sixteen_on END AS until
    FROM status
    JOIN child USING (child_id)
    LEFT JOIN setting
        ON setting.authority_id = child.authority_id
        AND setting.clock = 'section-20-without-plan'
        AND setting.starts_on <= status.starts_on
        AND coalesce(setting.ends_on > status.starts_on, true)
    WHERE code = 'V2' AND (NOT unaccompanied OR (options ->> 'unaccompanied')::boolean)
) AS waits
WHERE coalesce(least(planned_on, until) > starts_on, true)
"""

CLOCK = Clock(
    code="section-20-without-plan",
    title="Section 20 without a plan",
    why=(
        "A child accommodated by agreement has no court watching. Without a plan the agreement "
        "becomes the plan, and time passes."
    ),
    source=(
        "No law, guidance or target sets a limit. 2 and 3 months are proposed by this product: "
        "with no way out after three months the matter belongs before the Legal Gateway."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Team manager",
    group=Group.COURT,
    rules=("LAW-12",),
    subject="the child",
    counting="Calendar months from the start of accommodation under section 20.",
    stops="A permanence plan recorded, or the end of section 20",
    limit=months(3),
    warning=months(2),
    gives=frozenset({"start_known", "stopped_by"}),
    switches=(
        ("unaccompanied", False, "run it for unaccompanied young people too"),
        ("from-sixteen", False, "run it from the 16th birthday on too"),
    ),
    sql=SQL,
    examples=(
        Example(
            "no plan",
            "care 2024-01-31; status V2 2024-01-31",
            (Row("2024-01-31", warn="2024-03-31", due="2024-04-30"),),
        ),
        Example(
            "a plan is recorded",
            "care 2024-01-01; status V2 2024-01-01; plan home 2024-02-20",
            (Row("2024-01-01", stopped="2024-02-20", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "a plan made before stands: nothing runs",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-01-01; status V2 2024-01-01;"
            " plan long-term-fostering 2023-06-01",
        ),
        Example(
            "it stops on the 16th birthday",
            "born 2008-03-10; care 2024-01-01; status V2 2024-01-01",
            (Row("2024-01-01", stopped="2024-03-10", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "not for unaccompanied young people, unless the authority says so",
            "unaccompanied; care 2024-01-01; status V2 2024-01-01",
        ),
        Example(
            "a second plan changes nothing, and the agreement ends later",
            "care ~2024-01-01 .. 2024-09-02; status ~V2 2024-01-01 .. 2024-09-02;"
            " plan home 2024-02-20 .. 2024-05-13; plan connected 2024-05-13",
            (
                Row(
                    "2024-01-01",
                    stopped="2024-02-20",
                    warn="2024-03-01",
                    due="2024-04-01",
                    known=False,
                ),
            ),
        ),
        Example(
            "the plan under the order ended with it, on the day the parents agreed",
            "care 2023-01-01; status C2 2023-01-01 .. 2024-01-31; status V2 2024-01-31;"
            " plan long-term-fostering 2023-06-01 .. 2024-01-31",
            (Row("2024-01-31", warn="2024-03-31", due="2024-04-30"),),
        ),
        Example(
            "a plan on the first day: nothing runs",
            "care 2024-01-01; status V2 2024-01-01; plan home 2024-01-01",
        ),
        Example(
            "accommodated on the 16th birthday, and from then on: nothing runs",
            "born 2008-02-29; care 2024-02-29; status V2 2024-02-29",
        ),
        Example(
            "home on the 16th birthday",
            "born 2008-03-10; care 2024-01-01 .. 2024-03-10; status V2 2024-01-01 .. 2024-03-10",
            (Row("2024-01-01", stopped="2024-03-10", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "home on the day a plan is recorded for what comes after",
            "care 2024-01-01 .. 2024-03-15; status V2 2024-01-01 .. 2024-03-15;"
            " plan home 2024-03-15",
            (Row("2024-01-01", stopped="2024-03-15", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "the authority asks for it from 16 on too: it runs to the 18th birthday",
            "switched section-20-without-plan 2023-01-01 from-sixteen; born 2008-03-10;"
            " care 2024-01-01; status V2 2024-01-01",
            (Row("2024-01-01", stopped="2026-03-10", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "the authority asks for it for unaccompanied young people too, to the 16th birthday",
            "switched section-20-without-plan 2024-01-08 .. 2024-01-09 unaccompanied;"
            " unaccompanied; born 2009-06-01; care 2024-01-08; status V2 2024-01-08",
            (Row("2024-01-08", stopped="2025-06-01", warn="2024-03-08", due="2024-04-08"),),
        ),
        Example(
            "it asked until that day, or from the next, or of another clock: nothing runs",
            "switched section-20-without-plan 2023-01-01 .. 2024-01-08 unaccompanied;"
            " switched section-20-without-plan 2024-01-09 unaccompanied;"
            " switched section-20-looked-at 2023-01-01 unaccompanied;"
            " unaccompanied; care 2024-01-08; status V2 2024-01-08",
        ),
        Example(
            "proceedings end the agreement",
            "care 2024-01-01; status V2 2024-01-01 .. 2024-03-15; status C1 2024-03-15",
            (Row("2024-01-01", stopped="2024-03-15", warn="2024-03-01", due="2024-04-01"),),
        ),
    ),
)
