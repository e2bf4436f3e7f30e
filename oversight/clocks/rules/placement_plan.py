from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.new_homes import owed_for_home

CLOCK = Clock(
    code="placement-plan",
    title="Plan for living in the home",
    why=(
        "Carers who do not know what is agreed about school, family time and health decide alone, "
        "or wait. The plan says who does what, from the first days."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 9: agreed before "
        "the child moves in or, where that cannot be, within five working days."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-15",),
    subject="the child",
    counting=(
        "Five working days from the move to another carer, unless the plan was agreed before; "
        "amber from the fourth, which is this product’s. Not for adoption, hospital, custody or a "
        "temporary stay."
    ),
    stops="The plan for this home agreed, or the end of the home",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=owed_for_home("agreed_on", "plan agreed"),
    examples=(
        Example(
            "five working days over Easter",
            "recorded 2020-01-01; care 2024-03-27; status C2 2024-03-27; home U6 2024-03-27",
            (Row("2024-03-27", warn="2024-04-04", due="2024-04-05"),),
        ),
        Example(
            "agreed on the last day; a later plan changes nothing",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2024-01-09; placement-plan 2024-06-03",
            (Row("2024-01-02", stopped="2024-01-09", warn="2024-01-08", due="2024-01-09"),),
        ),
        Example(
            "agreed on the day of the move",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2024-01-02",
            (Row("2024-01-02", stopped="2024-01-02", warn="2024-01-08", due="2024-01-09"),),
        ),
        Example(
            "agreed before the move: nothing is owed",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2023-12-28",
        ),
        Example(
            "each home has its own: the plan for the one before is none for this",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01 a; home K2 2024-02-01 b;"
            " placement-plan 2024-02-02 a; placement-plan 2024-02-05 b",
            (
                Row("2024-01-02", stopped="2024-02-01", warn="2024-01-08", due="2024-01-09"),
                Row("2024-02-01", stopped="2024-02-05", warn="2024-02-07", due="2024-02-08"),
            ),
        ),
        Example(
            "back with carers who were left: the plan is agreed anew, be it on the day of leaving",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01 a; home K2 2024-02-01 .. 2024-03-04 b;"
            " home U6 2024-03-04 .. 2024-04-02 a; home K2 2024-04-02 .. 2024-05-01 b;"
            " home U6 2024-05-01 a; placement-plan 2024-01-04 a; placement-plan 2024-02-01 b;"
            " placement-plan 2024-04-02 a; placement-plan 2024-04-03 b",
            (
                Row("2024-01-02", stopped="2024-01-04", warn="2024-01-08", due="2024-01-09"),
                Row("2024-02-01", stopped="2024-02-01", warn="2024-02-07", due="2024-02-08"),
                Row("2024-03-04", stopped="2024-04-02", warn="2024-03-08", due="2024-03-11"),
                Row("2024-04-02", stopped="2024-04-03", warn="2024-04-08", due="2024-04-09"),
            ),
        ),
        Example(
            "adoption, hospital, custody and a temporary stay; back from hospital is no move",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02;"
            " home A6 2024-01-02 .. 2024-02-01; home R2 2024-02-01 .. 2024-03-01;"
            " home R5 2024-03-01 .. 2024-04-02; home T4 2024-04-02 .. 2024-04-09;"
            " home A3 2024-04-09 .. 2024-05-01; home A4 2024-05-01 .. 2024-06-03;"
            " home A5 2024-06-03 .. 2024-06-10; home T0 2024-06-10 .. 2024-06-11;"
            " home T1 2024-06-11 .. 2024-06-12; home T2 2024-06-12 .. 2024-06-13;"
            " home T3 2024-06-13 .. 2024-06-14; home U6 2024-06-14 .. 2024-07-01 z;"
            " home T1 2024-07-01 .. 2024-07-05 y; home U6 2024-07-05 z;"
            " placement-plan 2024-06-19 z",
            (Row("2024-06-14", stopped="2024-06-19", warn="2024-06-20", due="2024-06-21"),),
        ),
        Example(
            "with these carers since before the first return; a child on remand alone",
            "recorded 2020-01-01; care ~2024-01-02; status J1 2024-01-02; home ~U6 2024-01-02",
            (Row("2024-01-02", warn="2024-01-08", due="2024-01-09", known=False),),
        ),
        Example(
            "people began to record after the move",
            "recorded 2024-01-04; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " placement-plan 2024-01-11",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-01-11",
                    warn="2024-01-08",
                    due="2024-01-09",
                    runs_from="2024-01-04",
                ),
            ),
        ),
    ),
)
