from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs
from oversight.clocks.shared.unregistered import unregistered

CLOCK = Clock(
    code="unregistered-home",
    title="Children’s home that is not registered",
    why=(
        "Nobody inspects a home that is not registered, and whoever runs it breaks the law. The "
        "children put there are often those who need most care."
    ),
    source=(
        "Care Standards Act 2000, section 11: nobody may run a children's home that is not "
        "registered. There is no time in which it is allowed."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Director of children’s services",
    group=Group.APPROVALS,
    rules=("UNR-02",),
    subject="the child",
    counting="Red from the first day that was recorded.",
    limit_words="not allowed for a day",
    stops="The home registered, or a move",
    unlawful=True,
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=unregistered("childrens-home", "registered"),
    examples=(
        Example(
            "lives there still",
            "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01;"
            " unregistered childrens-home 2024-02-01",
            (Row("2024-02-01", due="2024-01-31"),),
        ),
        Example(
            "moved after a fortnight",
            "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01 .. 2024-02-15;"
            " home U6 2024-02-15;"
            " unregistered childrens-home 2024-02-01 .. 2024-02-15 end_reason=moved",
            (Row("2024-02-01", stopped="2024-02-15", due="2024-01-31"),),
        ),
        Example(
            "registered on the second day; on remand it is no better",
            "care 2024-01-01; status J1 2024-01-01; home K2 2024-01-01;"
            " unregistered childrens-home 2024-02-01 .. 2024-02-02 end_reason=registered",
            (Row("2024-02-01", stopped="2024-02-02", due="2024-01-31"),),
        ),
        Example(
            "twice",
            "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01;"
            " unregistered childrens-home 2024-02-01 .. 2024-03-01 end_reason=registered;"
            " unregistered childrens-home 2024-05-06",
            (
                Row("2024-02-01", stopped="2024-03-01", due="2024-01-31"),
                Row("2024-05-06", due="2024-05-05"),
            ),
        ),
        Example(
            "what else is not as it must be has a clock of its own",
            "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01;"
            " unregistered supported 2024-02-01 .. 2024-02-15 end_reason=moved;"
            " unregistered carers 2024-03-01",
        ),
        Example(
            "nothing was recorded", "care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01"
        ),
    ),
)
