from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.challenge_stages import stages

CLOCK = Clock(
    code="informal-alert",
    title="Alert answered",
    why=(
        "Most concerns of a reviewing officer are settled by a word to the worker and the manager. "
        "Where nobody answers, the officer has to challenge formally."
    ),
    source=(
        "Local practice: Nottinghamshire gives ten working days, other councils five, as here. "
        "Guidance asks for a try at settling it informally and sets no time."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Social worker and team manager",
    group=Group.REVIEWS,
    rules=("ESC-02",),
    subject="the challenge",
    counting="Five working days from the day of the alert; amber from the fourth.",
    stops="An answer, a formal stage begun, the challenge closed, or the end of care",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    gives=frozenset({"subject", "stopped_by"}),
    sql=stages("stage = 'informal'", "'challenge ' || challenge_id"),
    examples=(
        Example(
            "nobody answers, over Easter",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-26;"
            " challenge-stage informal 2024-03-26",
            (Row("2024-03-26", warn="2024-04-03", due="2024-04-04"),),
        ),
        Example(
            "answered on the fifth working day, and no formal stage counts here",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04 answered=2024-03-11 answered_by=x answer=x;"
            " challenge-stage stage-1 2024-03-12",
            (Row("2024-03-04", stopped="2024-03-11", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "put to a manager formally before an answer came",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04 answered=2024-03-20 answered_by=x answer=x;"
            " challenge-stage stage-2 2024-03-07",
            (Row("2024-03-04", stopped="2024-03-07", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "closed without an answer; another of the same day goes on",
            "care 2024-01-02; status J1 2024-01-02;"
            " challenge drift 2024-03-04 closed=2024-03-06 outcome=no-longer effect=none;"
            " challenge-stage informal 2024-03-04; challenge practice 2024-03-04;"
            " challenge-stage informal 2024-03-04",
            (
                Row("2024-03-04", stopped="2024-03-06", warn="2024-03-08", due="2024-03-11"),
                Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),
            ),
        ),
        Example(
            "a formal challenge without an alert before it",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage stage-1 2024-03-04",
        ),
        Example(
            "answered on the day: a wait of no days",
            "care 2024-01-02; status C2 2024-01-02; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04 answered=2024-03-04 answered_by=x answer=x",
            (Row("2024-03-04", stopped="2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "care 2024-01-02 .. 2024-03-06; status V2 2024-01-02 .. 2024-03-06;"
            " care 2024-05-01 .. 2024-06-03; status V2 2024-05-01 .. 2024-06-03;"
            " challenge drift 2024-03-04; challenge-stage informal 2024-03-04",
            (Row("2024-03-04", stopped="2024-03-06", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "on the day on which the child left an earlier care and came back",
            "care 2023-01-03 .. 2024-03-04; status V2 2023-01-03 .. 2024-03-04; care 2024-03-04;"
            " status V2 2024-03-04; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04",
            (Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "after an earlier time in care",
            "care 2023-01-03 .. 2023-06-01; status V2 2023-01-03 .. 2023-06-01; care 2024-03-01;"
            " status V2 2024-03-01; challenge drift 2024-03-04;"
            " challenge-stage informal 2024-03-04",
            (Row("2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
        Example(
            "closed on the day of the alert: a wait of no days; closed before it: none",
            "care 2024-01-02; status C2 2024-01-02;"
            " challenge drift 2024-03-01 closed=2024-03-04 outcome=no-longer effect=none;"
            " challenge-stage informal 2024-03-04;"
            " challenge practice 2024-03-01 closed=2024-03-01 outcome=no-longer effect=none;"
            " challenge-stage informal 2024-03-04",
            (Row("2024-03-04", stopped="2024-03-04", warn="2024-03-08", due="2024-03-11"),),
        ),
    ),
)
