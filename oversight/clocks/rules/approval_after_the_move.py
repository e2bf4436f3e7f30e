from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.requests import undecided

CLOCK = Clock(
    code="approval-after-the-move",
    title="Home used before it was approved",
    why=(
        "A home far away, or with people not yet approved, is agreed to before the child is in it. "
        "Afterwards nobody can say no without moving the child again."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 11: the "
        "nominated officer, or the director for a home at a distance, approves a home out of the "
        "area before the move; regulation 24 for a relative or friend not yet approved."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Nominated officer or director",
    group=Group.APPROVALS,
    rules=("APP-02",),
    subject="the approval asked for",
    counting=(
        "Red from the day from which the approval is needed, where it was asked for and not "
        "decided by then: a home outside the area or far from it, a relative or friend."
    ),
    limit_words="before the move",
    stops="The decision, or the end of care",
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=undecided("out-of-area", "distant", "connected"),
    examples=(
        Example(
            "still to be decided",
            "care 2024-01-01; status C2 2024-01-01;"
            " request out-of-area 2024-03-11 needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "decided on the day of the move",
            "care 2024-01-01; status C2 2024-01-01;"
            " request out-of-area 2024-03-11 needed=2024-03-29;"
            " request-decided approved 2024-03-29",
        ),
        Example(
            "decided on the day after",
            "care 2024-01-01; status C2 2024-01-01; request distant 2024-03-11 needed=2024-03-29;"
            " request-decided refused 2024-03-30",
            (Row("2024-03-29", stopped="2024-03-30", due="2024-03-28"),),
        ),
        Example(
            "asked for after the move",
            "care 2024-01-01; status C2 2024-01-01; request connected 2024-04-05 needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "three at once; other approvals are counted elsewhere",
            "care 2024-01-01; status C2 2024-01-01;"
            " request out-of-area 2024-03-11 needed=2024-04-01;"
            " request distant 2024-03-12 needed=2024-04-02;"
            " request connected 2024-03-13 needed=2024-04-03;"
            " request parents 2024-03-11 needed=2024-04-05;"
            " request residential 2024-03-11 needed=2024-04-05",
            (
                Row("2024-04-01", due="2024-03-31"),
                Row("2024-04-02", due="2024-04-01"),
                Row("2024-04-03", due="2024-04-02"),
            ),
        ),
        Example(
            "it does not go on when the child comes back, and an old end of care ends nothing",
            "care 2024-01-01 .. 2024-04-02; status V2 2024-01-01 .. 2024-04-02;"
            " care 2024-06-01 .. 2024-09-02; status V2 2024-06-01 .. 2024-09-02;"
            " request out-of-area 2024-03-11 needed=2024-03-29;"
            " request-decided approved 2024-06-10;"
            " request distant 2024-03-11 needed=2024-04-02",
            (
                Row("2024-03-29", stopped="2024-04-02", due="2024-03-28"),
                Row("2024-04-02", runs_from="2024-06-01", stopped="2024-09-02", due="2024-04-01"),
            ),
        ),
    ),
)
