from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.new_homes import owed_for_home

CLOCK = Clock(
    code="placement-notified",
    title="Everybody told of the move",
    why=(
        "Parents, school, doctor and the council of the area look after a child only where they "
        "know that the child lives there. Nobody tells them but the council."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 13: in writing "
        "before the move or, in an emergency, within five working days."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-16",),
    subject="the child",
    counting=(
        "Five working days from the move to another carer, unless all were told before; amber "
        "from the fourth, which is this product’s. The day is kept with the plan for living in "
        "the home. Not for adoption, hospital, custody or a temporary stay."
    ),
    stops="Everybody who must know was told of this home, or its end",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=owed_for_home("notified_on", "everybody told"),
    examples=(
        Example(
            "five working days over Easter, though the plan is agreed",
            "recorded 2020-01-01; care 2024-03-27; status C2 2024-03-27; home U6 2024-03-27;"
            " placement-plan 2024-03-27",
            (Row("2024-03-27", warn="2024-04-04", due="2024-04-05"),),
        ),
        Example(
            "told on the last day",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2023-12-20 notified=2024-01-09",
            (Row("2024-01-02", stopped="2024-01-09", warn="2024-01-08", due="2024-01-09"),),
        ),
        Example(
            "told on the day of the move; and again with a later plan",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2024-01-02 notified=2024-01-02;"
            " placement-plan 2024-06-03 notified=2024-06-05",
            (Row("2024-01-02", stopped="2024-01-02", warn="2024-01-08", due="2024-01-09"),),
        ),
        Example(
            "told before the move",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2023-12-20 notified=2024-01-01",
        ),
        Example(
            "each move to these carers owes it; what was told of the first stay is none of now",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01 a; home T4 2024-02-01 .. 2024-02-05 b;"
            " home K2 2024-02-05 .. 2024-03-04 c; home U6 2024-03-04 a;"
            " placement-plan 2024-01-04 notified=2024-01-05 a;"
            " placement-plan 2024-03-04 notified=2024-03-07 a",
            (
                Row("2024-01-02", stopped="2024-01-05", warn="2024-01-08", due="2024-01-09"),
                Row("2024-02-05", stopped="2024-03-04", warn="2024-02-09", due="2024-02-12"),
                Row("2024-03-04", stopped="2024-03-07", warn="2024-03-08", due="2024-03-11"),
            ),
        ),
        Example(
            "people began to record after the move; a child on remand alone",
            "recorded 2024-01-04; care 2024-01-02; status J1 2024-01-02; home U6 2024-01-02",
            (Row("2024-01-02", warn="2024-01-08", due="2024-01-09", runs_from="2024-01-04"),),
        ),
        Example(
            "adoption, hospital, custody and a temporary stay",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02;"
            " home A6 2024-01-02 .. 2024-02-01; home R2 2024-02-01 .. 2024-03-01;"
            " home R5 2024-03-01 .. 2024-04-02; home T4 2024-04-02 .. 2024-04-09;"
            " home A3 2024-04-09 .. 2024-05-01; home A4 2024-05-01 .. 2024-06-03;"
            " home A5 2024-06-03 .. 2024-06-10; home T0 2024-06-10 .. 2024-06-11;"
            " home T1 2024-06-11 .. 2024-06-12; home T2 2024-06-12 .. 2024-06-13;"
            " home T3 2024-06-13 .. 2024-06-14",
        ),
        Example(
            "with these carers since before the first return, and back with them: a plan of the"
            " day on which the child left them is for the second time",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02;"
            " home ~U6 2024-01-02 .. 2024-02-01 a; home K2 2024-02-01 .. 2024-03-04 b;"
            " home U6 2024-03-04 a; placement-plan 2024-02-01 notified=2024-03-05 a",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-02-01",
                    warn="2024-01-08",
                    due="2024-01-09",
                    known=False,
                ),
                Row("2024-02-01", stopped="2024-03-04", warn="2024-02-07", due="2024-02-08"),
                Row("2024-03-04", stopped="2024-03-05", warn="2024-03-08", due="2024-03-11"),
            ),
        ),
    ),
)
