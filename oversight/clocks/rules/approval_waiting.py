from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, working_days

SQL = """
SELECT
    child_id, 'request ' || id AS subject, asked_on AS started_on,
    least(decided_on, left_on) AS stopped_on,
    CASE
        WHEN decided_on <= coalesce(left_on, 'infinity') THEN 'decided'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM approval_request
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = approval_request.child_id AND ends_on > asked_on
) AS leaving
WHERE coalesce(decided_on >= asked_on, true)
"""

CLOCK = Clock(
    code="approval-waiting",
    title="Approval waits to be decided",
    why=(
        "What somebody senior has to agree to waits on a desk, and so does the child's move. Or "
        "it goes ahead meanwhile and is agreed to afterwards."
    ),
    source="Two working days from the request are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Nominated officer, head of service or director",
    group=Group.APPROVALS,
    rules=("APP-01",),
    subject="the approval asked for",
    counting=(
        "Two working days from the day on which each approval was asked for; amber from the first."
    ),
    stops="The decision, approved or not, or the end of care",
    limit=working_days(2),
    warning=working_days(1),
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "asked on the eve of Good Friday",
            "care 2024-01-01; status C2 2024-01-01; request solo 2024-03-28 needed=2024-05-01",
            (Row("2024-03-28", warn="2024-04-02", due="2024-04-03"),),
        ),
        Example(
            "decided on the last day",
            "care 2024-01-01; status C2 2024-01-01; request parents 2024-03-28"
            " needed=2024-05-01; request-decided refused 2024-04-03",
            (Row("2024-03-28", stopped="2024-04-03", warn="2024-04-02", due="2024-04-03"),),
        ),
        Example(
            "decided on the day: a wait of no days",
            "care 2024-01-01; status C2 2024-01-01; request residential 2024-03-11"
            " needed=2024-03-11; request-decided approved 2024-03-11",
            (Row("2024-03-11", stopped="2024-03-11", warn="2024-03-12", due="2024-03-13"),),
        ),
        Example(
            "two at once",
            "care 2024-01-01; status C2 2024-01-01; request residential 2024-03-11"
            " needed=2024-03-20; request out-of-area 2024-03-12 needed=2024-03-20;"
            " request-decided approved 2024-03-18",
            (
                Row("2024-03-11", warn="2024-03-12", due="2024-03-13"),
                Row("2024-03-12", stopped="2024-03-18", warn="2024-03-13", due="2024-03-14"),
            ),
        ),
        Example(
            "decided before it was asked for in writing",
            "care 2024-01-01; status C2 2024-01-01; request residential 2024-03-11"
            " needed=2024-03-11; request-decided approved 2024-03-10",
        ),
        Example(
            "it does not go on when the child comes back; one of that day is of the time after",
            "care 2024-01-01 .. 2024-04-02; status V2 2024-01-01 .. 2024-04-02;"
            " care 2024-04-02 .. 2024-09-02; status V2 2024-04-02 .. 2024-09-02;"
            " request solo 2024-03-28 needed=2024-05-01; request-decided approved 2024-04-05;"
            " request solo 2024-04-02 needed=2024-05-01",
            (
                Row("2024-03-28", stopped="2024-04-02", warn="2024-04-02", due="2024-04-03"),
                Row("2024-04-02", stopped="2024-09-02", warn="2024-04-03", due="2024-04-04"),
            ),
        ),
    ),
)
