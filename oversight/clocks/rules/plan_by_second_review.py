from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, later, months

# Which review was the second is known only where the whole time in care is.
SQL = f"""
SELECT
    child_id, started_on, start_known, least(ratified_on, left_on) AS stopped_on,
    CASE
        WHEN ratified_on <= coalesce(left_on, 'infinity') THEN 'plan ratified'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by,
    CASE WHEN start_known AND second_on < {later("started_on", months(4))} THEN second_on END
        AS due_on
FROM (
    SELECT
        child_id, greatest(starts_on, recorded_from) AS started_on,
        start_known AND starts_on >= recorded_from AS start_known, ends_on AS left_on,
        (
            SELECT min(ratified_on) FROM plan
            WHERE plan.child_id = care.child_id AND rank = 'primary'
                AND coalesce(plan.ends_on > care.starts_on, true)
        ) AS ratified_on,
        (
            SELECT held_on FROM review
            WHERE review.child_id = care.child_id AND held_on >= starts_on
                AND coalesce(held_on < ends_on, true)
            ORDER BY held_on OFFSET 1 LIMIT 1
        ) AS second_on
    FROM care
    JOIN child USING (child_id)
) AS waits
WHERE coalesce(ratified_on >= started_on, true) AND coalesce(left_on > started_on, true)
"""

CLOCK = Clock(
    code="plan-by-second-review",
    title="Plan by the second review",
    why=(
        "By the second review a child should know where they will grow up. Who has no plan by then "
        "is the one who drifts."
    ),
    source=(
        "Guidance on the care planning regulations (Children Act 1989, volume 2): a plan for "
        "permanence by the second review; councils speak of four months."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Social worker; the reviewing officer ratifies",
    group=Group.REVIEWS,
    rules=("REV-06", "ADO-04"),
    subject="the child",
    counting=(
        "From the day the child came into care to the second review, if that is held within four "
        "months; else four months. Amber from day 90."
    ),
    stops="A review ratifies the primary plan, or the end of care",
    limit=months(4, "the second review, at most 4 months"),
    warning=days(90),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "no second review and no plan: four months, to the end of a short month",
            "recorded 2020-01-01; care 2023-10-31; status C2 2023-10-31; review 2023-11-20",
            (Row("2023-10-31", warn="2024-01-29", due="2024-02-29"),),
        ),
        Example(
            "the second review ratifies the plan",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-09-02;"
            " status C2 2024-01-02 .. 2024-09-02; review 2024-01-30; review 2024-04-24;"
            " plan adoption 2024-02-10 ratified=2024-04-24",
            (Row("2024-01-02", stopped="2024-04-24", warn="2024-04-01", due="2024-04-24"),),
        ),
        Example(
            "the second review does not, the third does",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-03-11; review 2024-04-24; plan home 2024-02-10 ratified=2024-04-24",
            (Row("2024-01-02", stopped="2024-04-24", warn="2024-04-01", due="2024-03-11"),),
        ),
        Example(
            "a second review after four months is too late to wait for; one on the first day "
            "counts",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-08-01; status C2 2024-01-02 .."
            " 2024-08-01;"
            " review 2024-01-30; review 2024-05-20; care 2024-09-02; status C2 2024-09-02;"
            " review 2024-09-02; review 2024-12-20",
            (
                Row("2024-01-02", stopped="2024-08-01", warn="2024-04-01", due="2024-05-02"),
                Row("2024-09-02", warn="2024-12-01", due="2024-12-20"),
            ),
        ),
        Example(
            "the second plan is not the plan, and a proposed one is not ratified",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; plan home 2024-02-10;"
            " contingency adoption 2024-02-10 ratified=2024-03-01",
            (Row("2024-01-02", warn="2024-04-01", due="2024-05-02"),),
        ),
        Example(
            "a plan ratified before stands: nothing runs; ratified on the day: a wait of no days",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-02-01;"
            " status C2 2024-01-02 .. 2024-02-01;"
            " plan home 2023-11-01 .. 2024-03-01 ratified=2024-01-01; care 2024-03-01;"
            " status C2 2024-03-01; plan adoption 2024-03-01 ratified=2024-03-01",
            (Row("2024-03-01", stopped="2024-03-01", warn="2024-05-30", due="2024-07-01"),),
        ),
        Example(
            "people record here since later on: counted from that day, whatever review was the "
            "second",
            "recorded 2024-03-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24",
            (Row("2024-03-01", warn="2024-05-30", due="2024-07-01", known=False),),
        ),
        Example(
            "since the very day, on which an earlier time in care ended",
            "recorded 2024-03-01; care 2024-01-02 .. 2024-03-01;"
            " status C2 2024-01-02 .. 2024-03-01; care 2024-03-01; status C2 2024-03-01;"
            " review 2024-02-01; review 2024-03-20; review 2024-06-10",
            (Row("2024-03-01", warn="2024-05-30", due="2024-06-10"),),
        ),
        Example(
            "an unknown start of care: nobody knows which review was the second",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24",
            (Row("2024-01-02", warn="2024-04-01", due="2024-05-02", known=False),),
        ),
        Example(
            "reviews of the next time in care are not the second of this one",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-02-20;"
            " status V2 2024-01-02 .. 2024-02-20; review 2024-01-30; care 2024-02-20;"
            " status V2 2024-02-20; review 2024-02-20",
            (
                Row("2024-01-02", stopped="2024-02-20", warn="2024-04-01", due="2024-05-02"),
                Row("2024-02-20", warn="2024-05-20", due="2024-06-20"),
            ),
        ),
    ),
)
