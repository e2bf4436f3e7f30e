from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.challenge_stages import stages

CLOCK = Clock(
    code="challenge-stage",
    title="Stage of a challenge answered",
    why=(
        "A challenge moves up a stage where the manager it was put to does not settle it. One "
        "stage that is never answered uses up the time of all."
    ),
    source=(
        "Proposed by this product: five working days at each of four stages keep the 20 that the "
        "IRO Handbook gives all stages together."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="The manager at that stage",
    group=Group.REVIEWS,
    rules=("ESC-03",),
    subject="the stage",
    counting="Five working days from the day each formal stage began; amber from the fourth.",
    stops="An answer, the next stage begun, the challenge closed, or the end of care",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "stopped_by"}),
    sql=stages("stage <> 'informal'", "'stage ' || id"),
    examples=(
        Example(
            "the first stage answered in time, the second not; the alert is counted elsewhere",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-02-26;"
            " challenge-stage informal 2024-02-26;"
            " challenge-stage stage-1 2024-03-04 answered=2024-03-11 answered_by=x answer=x;"
            " challenge-stage stage-2 2024-03-26",
            (
                Row("2024-03-04", stopped="2024-03-11", warn="2024-03-08", due="2024-03-11"),
                Row("2024-03-26", warn="2024-04-03", due="2024-04-04"),
            ),
        ),
        Example(
            "a skip to a later stage ends the one before, though an answer comes",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage stage-1 2024-03-04 answered=2024-03-08 answered_by=x answer=x;"
            " challenge-stage stage-4 2024-03-07",
            (
                Row("2024-03-04", stopped="2024-03-07", warn="2024-03-08", due="2024-03-11"),
                Row("2024-03-07", warn="2024-03-13", due="2024-03-14"),
            ),
        ),
        Example(
            "closed by the officer",
            "care 2024-01-02; status J1 2024-01-02;"
            " challenge drift 2024-03-04 closed=2024-03-06 outcome=as-asked effect=moved;"
            " challenge-stage stage-3 2024-03-04",
            (Row("2024-03-04", stopped="2024-03-06", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "two stages that began on one day: the first is of no days",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage stage-2 2024-03-04; challenge-stage stage-1 2024-03-04",
            (
                Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),
                Row("2024-03-04", stopped="2024-03-04", warn="2024-03-08", due="2024-03-11"),
            ),
        ),
        Example(
            "two challenges at once, of which one had been closed before the stage",
            "care 2024-01-02; status C2 2024-01-02; challenge practice 2024-03-04;"
            " challenge-stage stage-1 2024-03-05; challenge no-worker 2024-03-04;"
            " challenge-stage stage-1 2024-03-07;"
            " challenge drift 2024-03-01 closed=2024-03-03 outcome=as-asked effect=moved;"
            " challenge-stage stage-1 2024-03-04;"
            " challenge decisions 2024-03-01 closed=2024-03-06 outcome=as-asked effect=moved;"
            " challenge-stage stage-1 2024-03-06",
            (
                Row("2024-03-05", warn="2024-03-11", due="2024-03-12"),
                Row("2024-03-06", stopped="2024-03-06", warn="2024-03-12", due="2024-03-13"),
                Row("2024-03-07", warn="2024-03-13", due="2024-03-14"),
            ),
        ),
        Example(
            "an alert alone",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04",
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "care 2024-01-02 .. 2024-03-06; status V2 2024-01-02 .. 2024-03-06;"
            " care 2024-05-01 .. 2024-06-03; status V2 2024-05-01 .. 2024-06-03;"
            " challenge drift 2024-03-04; challenge-stage stage-1 2024-03-04",
            (Row("2024-03-04", stopped="2024-03-06", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "on the day on which the child left an earlier care and came back",
            "care 2023-01-03 .. 2024-03-04; status V2 2023-01-03 .. 2024-03-04; care 2024-03-04;"
            " status V2 2024-03-04; challenge drift 2024-03-04; challenge-stage stage-1 2024-03-04",
            (Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "after an earlier time in care",
            "care 2023-01-03 .. 2023-06-01; status V2 2023-01-03 .. 2023-06-01; care 2024-03-01;"
            " status V2 2024-03-01; challenge drift 2024-03-04; challenge-stage stage-1 2024-03-04",
            (Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
    ),
)
