from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days

SQL = """
SELECT
    child_id, 'challenge ' || id AS subject, formal_on AS started_on,
    least(closed_on, left_on) AS stopped_on,
    CASE
        WHEN closed_on <= coalesce(left_on, 'infinity') THEN 'challenge closed'
        WHEN left_on IS NOT NULL THEN 'left care'
        ELSE '' END AS stopped_by
FROM challenge
JOIN (
    SELECT challenge_id AS id, min(began_on) AS formal_on
    FROM challenge_stage WHERE stage <> 'informal' GROUP BY challenge_id
) AS formal USING (id)
CROSS JOIN LATERAL (
    SELECT min(ends_on) AS left_on FROM care
    WHERE care.child_id = challenge.child_id AND ends_on > formal_on
) AS leaving
WHERE coalesce(closed_on >= formal_on, true)
"""

CLOCK = Clock(
    code="challenge-in-all",
    title="Challenge settled",
    why=(
        "A reviewing officer challenges where a child’s plan goes wrong and talking did not help. "
        "A challenge that wanders from desk to desk is drift of its own."
    ),
    source="IRO Handbook, 6.2: all stages together take no more than 20 working days.",
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Independent Reviewing Officer and managers",
    group=Group.REVIEWS,
    rules=("ESC-01",),
    subject="the challenge",
    counting=(
        "20 working days from the day on which the first formal stage began, whichever it was, all "
        "stages together; amber from the sixteenth. An informal alert does not count."
    ),
    stops="The challenge closed by the officer, or the end of care",
    limit=working_days(20),
    warning=working_days(16),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the first formal stage on, not from the alert or a later stage",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-01;"
            " challenge-stage informal 2024-03-01; challenge-stage stage-1 2024-03-11;"
            " challenge-stage stage-2 2024-03-18",
            (Row("2024-03-11", warn="2024-04-04", due="2024-04-10"),),
        ),
        Example(
            "closed on the twentieth working day",
            "care 2024-01-02; status C2 2024-01-02;"
            " challenge drift 2024-03-11 closed=2024-04-10 outcome=as-asked effect=moved;"
            " challenge-stage stage-2 2024-03-11",
            (Row("2024-03-11", stopped="2024-04-10", warn="2024-04-04", due="2024-04-10"),),
        ),
        Example(
            "an alert alone is no formal challenge",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-01;"
            " challenge-stage informal 2024-03-01",
        ),
        Example(
            "closed on the day it became formal: a wait of no days; two at once",
            "care 2024-01-02; status J1 2024-01-02;"
            " challenge drift 2024-03-01 closed=2024-03-11 outcome=as-asked effect=moved;"
            " challenge-stage stage-1 2024-03-11; challenge practice 2024-03-04;"
            " challenge-stage stage-1 2024-03-12",
            (
                Row("2024-03-11", stopped="2024-03-11", warn="2024-04-04", due="2024-04-10"),
                Row("2024-03-12", warn="2024-04-05", due="2024-04-11"),
            ),
        ),
        Example(
            "closed before the stage that is recorded: nothing runs",
            "care 2024-01-02; status C2 2024-01-02;"
            " challenge drift 2024-03-01 closed=2024-03-10 outcome=as-asked effect=moved;"
            " challenge-stage stage-1 2024-03-11",
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "care 2024-01-02 .. 2024-03-20; status V2 2024-01-02 .. 2024-03-20;"
            " care 2024-05-01 .. 2024-06-03; status V2 2024-05-01 .. 2024-06-03;"
            " challenge drift 2024-03-11 closed=2024-05-13 outcome=as-asked effect=moved;"
            " challenge-stage stage-1 2024-03-11",
            (Row("2024-03-11", stopped="2024-03-20", warn="2024-04-04", due="2024-04-10"),),
        ),
        Example(
            "put on the day the child left and came back: it goes on",
            "care 2024-01-02 .. 2024-03-11; status V2 2024-01-02 .. 2024-03-11; care 2024-03-11;"
            " status V2 2024-03-11; challenge drift 2024-03-11; challenge-stage stage-1 2024-03-11",
            (Row("2024-03-11", warn="2024-04-04", due="2024-04-10"),),
        ),
    ),
)
