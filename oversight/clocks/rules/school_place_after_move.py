from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days
from oversight.clocks.shared.school_age import SCHOOL_AGE, WORDS

# Days in care and of school age without a school place. The law's ten days are for a move: where
# there was none in the four weeks before, the wait is amber at most.
SQL = f"""
SELECT
    gap.child_id, starts_on AS started_on,
    NOT EXISTS (
        SELECT FROM care
        WHERE care.child_id = gap.child_id AND care.starts_on = gap.starts_on AND NOT start_known
    ) AS start_known,
    ends_on AS stopped_on,
    CASE
        WHEN ends_on IS NULL THEN ''
        WHEN ends_on = school_until THEN 'past school age'
        WHEN EXISTS (
            SELECT FROM school
            WHERE school.child_id = gap.child_id AND school.starts_on = gap.ends_on
        ) THEN 'school place'
        ELSE 'left care' END AS stopped_by,
    EXISTS (
        SELECT FROM stay
        WHERE stay.child_id = gap.child_id
            AND stay.starts_on BETWEEN gap.starts_on - 28 AND gap.starts_on
    ) AS can_turn_red
FROM (
    SELECT child_id, school_until, lower(days) AS starts_on, upper(days) AS ends_on
    FROM child
    {SCHOOL_AGE}
    JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS in_care
        FROM care GROUP BY child_id
    ) AS care_days USING (child_id)
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS at_school
        FROM school GROUP BY child_id
    ) AS school_days USING (child_id)
    CROSS JOIN LATERAL unnest(
        in_care * datemultirange(daterange(school_from, school_until)) - coalesce(at_school, '{{}}')
    ) AS days
    WHERE born_on IS NOT NULL
) AS gap
"""

CLOCK = Clock(
    code="school-place-after-move",
    title="No school place",
    why=(
        "A child who is out of school after a move loses friends and lessons together, and the "
        "home carries the whole day. Weeks without a place become months."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 10: after a move "
        "made in an emergency, education is arranged within ten working days."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Virtual school and social worker",
    group=Group.WELLBEING,
    rules=("EDU-05",),
    subject="the child",
    counting=(
        "Ten working days from the first day in care without a school place; amber from the "
        "eighth, and amber at most where there was no move in the four weeks before, which is "
        f"this product’s. {WORDS}"
    ),
    stops="A school place, the end of school age or of care",
    limit=working_days(10),
    warning=working_days(8),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "can_turn_red"}),
    sql=SQL,
    examples=(
        Example(
            "the place was lost with the move, before Easter",
            "recorded 2020-01-01; born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-03-27; home U6 2024-03-27;"
            " school 2024-01-02 .. 2024-03-27",
            (Row("2024-03-27", stopped="2031-06-28", warn="2024-04-10", due="2024-04-12"),),
        ),
        Example(
            "a place found on the last day after coming into care",
            "recorded 2020-01-01; born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02; school 2024-01-16",
            (Row("2024-01-02", stopped="2024-01-16", warn="2024-01-12", due="2024-01-16"),),
        ),
        Example(
            "lost four weeks after the move: red; a day later: amber at most",
            "recorded 2020-01-01; born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-04-02; home K2 2024-04-02;"
            " school 2024-01-02 .. 2024-01-30; school 2024-02-05 .. 2024-05-01;"
            " school 2024-05-07",
            (
                Row("2024-01-30", stopped="2024-02-05", warn="2024-02-09", due="2024-02-13"),
                Row("2024-05-01", stopped="2024-05-07", warn="2024-05-14"),
            ),
        ),
        Example(
            "the move comes after: amber at most",
            "recorded 2020-01-01; born 2015-05-10; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-02-06; home U6 2024-02-06;"
            " school 2023-01-03 .. 2024-02-05; school 2024-02-12",
            (Row("2024-02-05", stopped="2024-02-12", warn="2024-02-15"),),
        ),
        Example(
            "with a place all the time, and a place before care",
            "recorded 2020-01-01; born 2015-05-10; care 2024-01-02 .. 2024-03-01;"
            " status C2 2024-01-02; home U6 2024-01-02 .. 2024-03-01;"
            " school 2023-09-04 .. 2024-02-01; school 2024-02-01",
        ),
        Example(
            "five in May: from the first day of the term after it; in care until the next one",
            "recorded 2020-01-01; born 2019-05-10; care 2024-01-02 .. 2025-01-06;"
            " status C2 2024-01-02; home U6 2024-08-30 .. 2025-01-06",
            (Row("2024-09-01", stopped="2025-01-06", warn="2024-09-11", due="2024-09-13"),),
        ),
        Example(
            "past school age, and with no day of birth",
            "recorded 2020-01-01; born 2007-08-31; care 2023-07-03; status C2 2023-07-03;"
            " home U6 2023-07-03",
        ),
        Example(
            "nothing is known of the birth",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02",
        ),
        Example(
            "in care since before the first return, nothing known of homes; not in a later gap",
            "recorded 2020-01-01; born 2015-05-10; care ~2024-01-02; status C2 2024-01-02;"
            " school 2024-01-16 .. 2024-02-05; school 2024-02-12",
            (
                Row("2024-01-02", stopped="2024-01-16", warn="2024-01-12", known=False),
                Row("2024-02-05", stopped="2024-02-12", warn="2024-02-15"),
            ),
        ),
        Example(
            "people began to record afterwards",
            "recorded 2024-01-10; born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02; school 2024-02-05",
            (
                Row(
                    "2024-01-10",
                    stopped="2024-02-05",
                    warn="2024-01-22",
                    due="2024-01-24",
                    known=False,
                ),
            ),
        ),
        Example(
            "five on the last day of March: from the day after",
            "recorded 2020-01-01; born 2019-03-31; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02",
            (Row("2024-04-01", stopped="2035-06-30", warn="2024-04-11"),),
        ),
        Example(
            "five on the first day of April: from September",
            "recorded 2020-01-01; born 2019-04-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02",
            (Row("2024-09-01", stopped="2035-06-30", warn="2024-09-11"),),
        ),
        Example(
            "five on New Year’s Day: from April",
            "recorded 2020-01-01; born 2019-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02",
            (Row("2024-04-01", stopped="2035-06-30", warn="2024-04-11"),),
        ),
        Example(
            "five on the last day of the year: from the day after",
            "recorded 2020-01-01; born 2018-12-31; care 2023-10-02; status C2 2023-10-02;"
            " home U6 2023-10-02",
            (Row("2024-01-01", stopped="2035-06-30", warn="2024-01-11"),),
        ),
        Example(
            "five on the last day of August: from the day after",
            "recorded 2020-01-01; born 2019-08-31; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02",
            (Row("2024-09-01", stopped="2035-06-30", warn="2024-09-11"),),
        ),
        Example(
            "five on the first day of September: from January",
            "recorded 2020-01-01; born 2019-09-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02",
            (Row("2025-01-01", stopped="2036-06-28", warn="2025-01-13"),),
        ),
        Example(
            "16 on 31 August: school ends in that year’s June, on the 30th if that is a Friday",
            "recorded 2020-01-01; born 2007-08-31; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03",
            (Row("2023-01-03", stopped="2023-07-01", warn="2023-01-13", due="2023-01-17"),),
        ),
        Example(
            "16 on 1 September: school ends in the next year’s June",
            "recorded 2020-01-01; born 2007-09-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03",
            (Row("2023-01-03", stopped="2024-06-29", warn="2023-01-13", due="2023-01-17"),),
        ),
        Example(
            "left care without a place, having had one before",
            "recorded 2020-01-01; born 2015-05-10; care 2024-01-02 .. 2024-02-19;"
            " status C2 2024-01-02; home U6 2024-01-02 .. 2024-02-19;"
            " school 2024-01-02 .. 2024-02-05",
            (Row("2024-02-05", stopped="2024-02-19", warn="2024-02-15"),),
        ),
    ),
)
