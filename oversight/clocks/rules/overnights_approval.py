from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.requests import undecided

CLOCK = Clock(
    code="overnights-approval",
    title="Overnight stays at home, not approved",
    why=(
        "Nights at home on the way back turn into living there before anybody has decided it. "
        "That is why somebody senior agrees before the first."
    ),
    source=(
        "Local practice of councils: the head of service approves before the first night. More "
        "than a day at home is a placement in law, with an approval of its own."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Head of service",
    group=Group.PARENTS,
    rules=("PWP-11",),
    subject="the approval asked for",
    counting="Red from the first night, where its approval was asked for and not decided by then.",
    limit_words="before the first night",
    stops="The decision, or the end of care",
    gives=frozenset({"subject", "stopped_by", "due_on"}),
    sql=undecided("overnights"),
    examples=(
        Example(
            "still to be decided",
            "care 2024-01-01; status C2 2024-01-01; request overnights 2024-03-11"
            " needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "decided on the day of the first night",
            "care 2024-01-01; status C2 2024-01-01; request overnights 2024-03-11"
            " needed=2024-03-29; request-decided approved 2024-03-29",
        ),
        Example(
            "decided on the day after",
            "care 2024-01-01; status C2 2024-01-01; request overnights 2024-03-11"
            " needed=2024-03-29; request-decided refused 2024-03-30",
            (Row("2024-03-29", stopped="2024-03-30", due="2024-03-28"),),
        ),
        Example(
            "asked for afterwards",
            "care 2024-01-01; status C2 2024-01-01; request overnights 2024-04-05"
            " needed=2024-03-29",
            (Row("2024-03-29", due="2024-03-28"),),
        ),
        Example(
            "two at once; other approvals are counted elsewhere",
            "care 2024-01-01; status C2 2024-01-01; request overnights 2024-03-11"
            " needed=2024-03-29; request overnights 2024-03-12 needed=2024-04-05;"
            " request parents 2024-03-12 needed=2024-04-05",
            (Row("2024-03-29", due="2024-03-28"), Row("2024-04-05", due="2024-04-04")),
        ),
        Example(
            "it does not go on when the child comes back, and an old end of care ends nothing",
            "care 2024-01-01 .. 2024-04-02; status V2 2024-01-01 .. 2024-04-02;"
            " care 2024-06-01 .. 2024-09-02; status V2 2024-06-01 .. 2024-09-02;"
            " request overnights 2024-03-11 needed=2024-03-29;"
            " request-decided approved 2024-06-10;"
            " request overnights 2024-03-12 needed=2024-04-02",
            (
                Row("2024-03-29", stopped="2024-04-02", due="2024-03-28"),
                Row("2024-04-02", runs_from="2024-06-01", stopped="2024-09-02", due="2024-04-01"),
            ),
        ),
    ),
)
