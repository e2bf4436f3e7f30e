from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs
from oversight.clocks.shared.unregistered import unregistered

CLOCK = Clock(
    code="unregistered-supported",
    title="Supported accommodation that is not registered",
    why=(
        "Supported accommodation for 16 and 17 year olds has to be registered, so that somebody "
        "looks at it. One that is not may be a room with nobody who answers."
    ),
    source=(
        "Supported Accommodation (England) Regulations 2023: whoever provides it must be "
        "registered with Ofsted, from 28 October 2023."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Director of children’s services",
    group=Group.APPROVALS,
    rules=("UNR-03",),
    subject="the child",
    counting=(
        "Red from the first day that was recorded, and not before 28 October 2023, when the law "
        "began."
    ),
    limit_words="not allowed for a day",
    stops="The provider registered, or a move",
    unlawful=True,
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=unregistered("supported", "registered", since="2023-10-28"),
    examples=(
        Example(
            "lives there still",
            "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01;"
            " unregistered supported 2024-02-01",
            (Row("2024-02-01", due="2024-01-31"),),
        ),
        Example(
            "moved after a fortnight",
            "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01 .. 2024-02-15;"
            " home U6 2024-02-15; unregistered supported 2024-02-01 .. 2024-02-15 end_reason=moved",
            (Row("2024-02-01", stopped="2024-02-15", due="2024-01-31"),),
        ),
        Example(
            "registered on the second day; on remand it is no better",
            "care 2024-01-01; status J1 2024-01-01; home K3 2024-01-01;"
            " unregistered supported 2024-02-01 .. 2024-02-02 end_reason=registered",
            (Row("2024-02-01", stopped="2024-02-02", due="2024-01-31"),),
        ),
        Example(
            "twice",
            "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01;"
            " unregistered supported 2024-02-01 .. 2024-03-01 end_reason=registered;"
            " unregistered supported 2024-05-06",
            (
                Row("2024-02-01", stopped="2024-03-01", due="2024-01-31"),
                Row("2024-05-06", due="2024-05-05"),
            ),
        ),
        Example(
            "what else is not as it must be has a clock of its own",
            "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01;"
            " unregistered childrens-home 2024-02-01 .. 2024-02-15 end_reason=moved;"
            " unregistered under-16 2024-03-01",
        ),
        Example(
            "recorded from before the law",
            "care 2023-01-01; status C2 2023-01-01; home K3 2023-01-01;"
            " unregistered supported 2023-09-01",
            (Row("2023-10-28", due="2023-10-27"),),
        ),
        Example(
            "moved by the first day of the law",
            "care 2023-01-01; status C2 2023-01-01; home K3 2023-01-01;"
            " unregistered supported 2023-09-01 .. 2023-10-28 end_reason=moved",
        ),
        Example(
            "nothing was recorded", "care 2024-01-01; status C2 2024-01-01; home K3 2024-01-01"
        ),
    ),
)
