from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.requests import undecided

CLOCK = Clock(
    code="home-approved-late",
    title="Home not agreed to beforehand",
    why=(
        "Some homes are agreed to by somebody senior first: a children's home, one for a child "
        "alone, another council's, one that is not registered. A yes that comes later is no check."
    ),
    source=(
        "Councils' own schemes say who agrees to what. That such a home is red where the move came "
        "first is proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.MEDIUM,
    owner="Head of service or director",
    group=Group.APPROVALS,
    rules=("APP-01",),
    subject="the approval asked for",
    counting=(
        "Red from the day from which the approval is needed, where it was asked for and not "
        "decided by then: a children's home, a home for one child alone, one of another council, "
        "or one that is not registered."
    ),
    limit_words="before the move",
    stops="The decision, or the end of care",
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=undecided("other-council", "residential", "solo", "unregistered"),
    examples=(
        Example(
            "still to be decided",
            "care 2024-01-01; status C2 2024-01-01;"
            " request other-council 2024-03-11 needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "decided on the day of the move",
            "care 2024-01-01; status C2 2024-01-01;"
            " request other-council 2024-03-11 needed=2024-03-29;"
            " request-decided approved 2024-03-29",
        ),
        Example(
            "decided on the day after",
            "care 2024-01-01; status C2 2024-01-01;"
            " request residential 2024-03-11 needed=2024-03-29;"
            " request-decided refused 2024-03-30",
            (Row("2024-03-29", stopped="2024-03-30", due="2024-03-28"),),
        ),
        Example(
            "asked for after the move",
            "care 2024-01-01; status C2 2024-01-01; request solo 2024-04-05 needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "four at once; other approvals are counted elsewhere",
            "care 2024-01-01; status C2 2024-01-01;"
            " request other-council 2024-03-11 needed=2024-04-01;"
            " request residential 2024-03-12 needed=2024-04-02;"
            " request solo 2024-03-13 needed=2024-04-03;"
            " request unregistered 2024-03-14 needed=2024-04-04;"
            " request parents 2024-03-11 needed=2024-04-05;"
            " request out-of-area 2024-03-11 needed=2024-04-05",
            (
                Row("2024-04-01", due="2024-03-31"),
                Row("2024-04-02", due="2024-04-01"),
                Row("2024-04-03", due="2024-04-02"),
                Row("2024-04-04", due="2024-04-03"),
            ),
        ),
        Example(
            "it does not go on when the child comes back, and an old end of care ends nothing",
            "care 2024-01-01 .. 2024-04-02; status V2 2024-01-01 .. 2024-04-02;"
            " care 2024-06-01 .. 2024-09-02; status V2 2024-06-01 .. 2024-09-02;"
            " request other-council 2024-03-11 needed=2024-03-29;"
            " request-decided approved 2024-06-10;"
            " request residential 2024-03-11 needed=2024-04-02",
            (
                Row("2024-03-29", stopped="2024-04-02", due="2024-03-28"),
                Row("2024-04-02", runs_from="2024-06-01", stopped="2024-09-02", due="2024-04-01"),
            ),
        ),
    ),
)
