from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    months,
    working_days,
)

# Both assessments may be kept as assessments of a home instead.
SQL = """
SELECT
    relative.child_id, 'relative ' || id AS subject, began_on AS started_on,
    least(full_on, out_on, left_on) AS stopped_on,
    CASE
        WHEN full_on <= least(out_on, left_on, 'infinity') THEN 'assessed'
        WHEN out_on <= coalesce(left_on, 'infinity') THEN 'stood back or ruled out'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM relative
CROSS JOIN LATERAL (
    SELECT
        least(
            CASE viability WHEN 'positive' THEN viability_done_on END, assessment_started_on,
            min(started_on) FILTER (WHERE kind = 'full'),
            min(completed_on) FILTER (WHERE kind = 'viability' AND finding <> 'not-suitable')
        ) AS began_on,
        least(assessment_done_on, min(completed_on) FILTER (WHERE kind = 'full')) AS full_on
    FROM home_assessment WHERE relative_id = relative.id
) AS assessing
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = relative.child_id AND ends_on > began_on
) AS leaving
WHERE began_on IS NOT NULL AND coalesce(least(full_on, out_on) >= began_on, true)
"""

CLOCK = Clock(
    code="relative-assessment",
    title="Full assessment of a relative or friend",
    why=(
        "Somebody of the child's own family may be the home for good. The court and the child "
        "wait for the assessment that says so."
    ),
    source=(
        "Interim guidance of the Family Justice Council (2019) and the Public Law Working Group "
        "(2020): usually three months. Good practice, not law."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and fostering service",
    group=Group.APPROVALS,
    rules=("CON-06",),
    subject="the relative or friend",
    counting=(
        "Three calendar months from a positive viability assessment, or from the start of the "
        "full assessment where that came first; amber 20 working days before."
    ),
    stops="The assessment completed, the person standing back or ruled out, or the end of care",
    limit=months(3),
    before=working_days(20),
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "positive on the last of November: three months end in a leap year's February",
            "care 2023-09-01; status C1 2023-09-01; relative grandparent 2023-11-15"
            " viability_done=2023-11-30 viability=positive",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "assessed on the last day, over Easter and May",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=positive assessment_started=2024-03-11"
            " assessment_done=2024-06-01 assessment=negative",
            (
                Row(
                    "2024-03-01",
                    stopped="2024-06-01",
                    warn="2024-05-02",
                    due="2024-06-01",
                ),
            ),
        ),
        Example(
            "the first look was negative: nothing to assess",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=negative; relative friend 2024-02-21",
        ),
        Example(
            "assessed in full in spite of that, and ruled out",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=negative assessment_started=2024-03-11"
            " ruled_out_on=2024-04-15 ruled_out_because=x",
            (
                Row(
                    "2024-03-11",
                    stopped="2024-04-15",
                    warn="2024-05-13",
                    due="2024-06-11",
                ),
            ),
        ),
        Example(
            "the full assessment began before the first look was written up; out the same day",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=positive assessment_started=2024-02-26"
            " stood_back=2024-02-26 assessment_done=2024-05-01 assessment=positive",
            (
                Row(
                    "2024-02-26",
                    stopped="2024-02-26",
                    warn="2024-04-26",
                    due="2024-05-26",
                ),
            ),
        ),
        Example(
            "stood back before the first look was written up",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=positive stood_back=2024-02-29"
            " assessment_started=2024-03-11 assessment_done=2024-05-01 assessment=positive",
        ),
        Example(
            "two at once, and the child leaves care for good",
            "care 2024-01-01 .. 2024-04-02; status V2 2024-01-01 .. 2024-04-02;"
            " care 2024-04-02 .. 2024-09-02; status V2 2024-04-02 .. 2024-09-02;"
            " relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=positive; relative friend 2024-02-21"
            " viability_done=2024-04-02 viability=positive",
            (
                Row(
                    "2024-03-01",
                    stopped="2024-04-02",
                    warn="2024-05-02",
                    due="2024-06-01",
                ),
                Row("2024-04-02", stopped="2024-09-02", warn="2024-06-04", due="2024-07-02"),
            ),
        ),
        Example(
            "both kept as assessments of the home: with support, and looked at once more",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20;"
            " home-assessment viability 2024-02-26 completed=2024-03-01 finding=with-support"
            " relative=last;"
            " home-assessment viability 2024-03-04 completed=2024-03-18 finding=suitable"
            " relative=last;"
            " home-assessment full 2024-03-11 completed=2024-05-20 finding=suitable relative=last",
            (Row("2024-03-01", stopped="2024-05-20", warn="2024-05-02", due="2024-06-01"),),
        ),
        Example(
            "begun twice before the first look was written up; the first to be completed counts",
            "care 2024-01-01; status C1 2024-01-01; relative aunt-or-uncle 2024-02-20"
            " assessment_started=2024-04-15 assessment_done=2024-06-10 assessment=positive;"
            " home-assessment full 2024-03-11 completed=2024-06-03 finding=suitable relative=last;"
            " home-assessment full 2024-04-08 completed=2024-05-20 finding=suitable relative=last;"
            " home-assessment viability 2024-03-04 completed=2024-03-18 finding=suitable"
            " relative=last",
            (Row("2024-03-11", stopped="2024-05-20", warn="2024-05-13", due="2024-06-11"),),
        ),
        Example(
            "the home was not suitable at the first look: nothing to assess",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20;"
            " home-assessment viability 2024-02-26 completed=2024-03-01 finding=not-suitable"
            " relative=last",
        ),
        Example(
            "assessed, and stands back on hearing what was found",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-02-20"
            " viability_done=2024-03-01 viability=positive assessment_started=2024-03-11"
            " assessment_done=2024-05-20 assessment=negative stood_back=2024-05-20",
            (Row("2024-03-01", stopped="2024-05-20", warn="2024-05-02", due="2024-06-01"),),
        ),
        Example(
            "stands back on the day the child goes home",
            "care 2024-01-01 .. 2024-05-20; status V2 2024-01-01 .. 2024-05-20;"
            " relative grandparent 2024-02-20 viability_done=2024-03-01 viability=positive"
            " stood_back=2024-05-20",
            (Row("2024-03-01", stopped="2024-05-20", warn="2024-05-02", due="2024-06-01"),),
        ),
    ),
)
