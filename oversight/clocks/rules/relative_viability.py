from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

# The first look and the full assessment may be kept as assessments of a home instead.
SQL = """
SELECT
    relative.child_id, 'relative ' || id AS subject, put_forward_on AS started_on,
    least(done_on, out_on, left_on) AS stopped_on,
    CASE
        WHEN done_on <= least(out_on, left_on, 'infinity') THEN 'looked at'
        WHEN out_on <= coalesce(left_on, 'infinity') THEN 'stood back or ruled out'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM relative
CROSS JOIN LATERAL (
    SELECT least(
        viability_done_on, assessment_started_on,
        min(CASE kind WHEN 'viability' THEN completed_on WHEN 'full' THEN started_on END)
    ) AS done_on
    FROM home_assessment WHERE relative_id = relative.id
) AS looking
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = relative.child_id AND ends_on > put_forward_on
) AS leaving
WHERE coalesce(done_on >= put_forward_on, true)
"""

CLOCK = Clock(
    code="relative-viability",
    title="First look at a relative or friend",
    why=(
        "Somebody has said that they could care for the child. Each week without a first look is "
        "a week in which the child may settle with strangers instead."
    ),
    source="No time is set anywhere. Ten working days are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker",
    group=Group.APPROVALS,
    rules=("CON-05",),
    subject="the relative or friend",
    counting=(
        "Ten working days from the day on which each was put forward; amber from the eighth. "
        "Those put forward together are counted beside each other."
    ),
    stops=(
        "The viability assessment completed or a full one started, the person standing back or "
        "ruled out, or the end of care"
    ),
    limit=working_days(10),
    warning=working_days(8),
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "put forward before Easter",
            "care 2024-01-01; status C1 2024-01-01; relative aunt-or-uncle 2024-03-20",
            (Row("2024-03-20", warn="2024-04-03", due="2024-04-05"),),
        ),
        Example(
            "looked at on the last day; it does not matter with what result",
            "care 2024-01-01; status C1 2024-01-01; relative aunt-or-uncle 2024-03-20"
            " viability_started=2024-03-25 viability_done=2024-04-05 viability=negative"
            " assessment_started=2024-04-08",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-04-05",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "two at once, of whom one stands back and the other is ruled out",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-03-20"
            " stood_back=2024-03-22; relative friend 2024-03-21 ruled_out_on=2024-03-28"
            " ruled_out_because=x viability_done=2024-04-02 viability=negative",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-03-22",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
                Row(
                    "2024-03-21",
                    stopped="2024-03-28",
                    warn="2024-04-04",
                    due="2024-04-08",
                ),
            ),
        ),
        Example(
            "a full assessment at once needs no first look",
            "care 2024-01-01; status C1 2024-01-01; relative grandparent 2024-03-20"
            " assessment_started=2024-03-20",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-03-20",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "put forward before the child came into care",
            "care 2024-03-28; status C1 2024-03-28; relative grandparent 2024-03-20",
            (
                Row(
                    "2024-03-20",
                    runs_from="2024-03-28",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
            ),
        ),
        Example(
            "it does not go on when the child comes back; what is put forward on the day does",
            "care 2024-01-01 .. 2024-03-25; status V2 2024-01-01 .. 2024-03-25;"
            " care 2024-03-25 .. 2024-09-02; status V2 2024-03-25 .. 2024-09-02;"
            " relative friend 2024-03-20;"
            " relative grandparent 2024-03-25",
            (
                Row(
                    "2024-03-20",
                    stopped="2024-03-25",
                    warn="2024-04-03",
                    due="2024-04-05",
                ),
                Row("2024-03-25", stopped="2024-09-02", warn="2024-04-08", due="2024-04-10"),
            ),
        ),
        Example("nobody was put forward", "care 2024-01-01; status C1 2024-01-01"),
    ),
)
