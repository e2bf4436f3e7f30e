from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, months
from oversight.clocks.shared.visits import COUNTS, LAW, WHY, waits

CLOCK = Clock(
    code="visit-long-term-agreed",
    title="Visit where the child agreed to fewer",
    why=WHY,
    source=(
        f"{LAW}, as amended in 2015: after a year in a long-term foster home (regulation 22B), "
        "where a child of sufficient age and understanding agrees, every six months."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-05",),
    subject="the child",
    counting=(
        "Six calendar months from the last visit in that home, once it has lasted a year and from "
        "the day on which the child agreed, while the long-term match with these carers stands; "
        f"amber from 146 days, which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of the match or the home",
    limit=months(6),
    warning=days(146),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("long-term-agreed"),
    examples=(
        Example(
            "from each visit to the next; the last day is in time",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01 fewer_visits=2022-09-01;"
            " visit 2023-08-31; visit 2024-02-29",
            (
                Row("2023-08-31", stopped="2024-02-29", warn="2024-01-24", due="2024-02-29"),
                Row("2024-02-29", warn="2024-07-24", due="2024-08-29"),
            ),
        ),
        Example(
            "from the day on which the child agreed",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01 fewer_visits=2024-03-01; visit 2024-01-31",
            (
                Row(
                    "2024-01-31",
                    runs_from="2024-03-01",
                    warn="2024-06-25",
                    due="2024-07-31",
                ),
            ),
        ),
        Example(
            "not before the home has lasted a year",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U4 2024-01-02;"
            " long-term-match 2024-02-01 fewer_visits=2024-02-15; visit 2024-09-03",
            (
                Row(
                    "2024-09-03",
                    runs_from="2025-01-02",
                    warn="2025-01-27",
                    due="2025-03-03",
                ),
            ),
        ),
        Example(
            "the match ends",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01 fewer_visits=2022-09-01 ended=2024-05-01 end_reason=hers;"
            " visit 2024-01-31",
            (Row("2024-01-31", stopped="2024-05-01", warn="2024-06-25", due="2024-07-31"),),
        ),
        Example(
            "a match without the child’s word",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01; visit 2024-01-31",
        ),
        Example(
            "agreed for a home that the child has left",
            "recorded 2020-01-01; care 2021-01-04; status C2 2021-01-04;"
            " home U4 2021-01-04 .. 2022-06-01 a; home U6 2022-06-01 b;"
            " long-term-match 2021-06-01 fewer_visits=2021-09-01 a; visit 2024-01-31",
        ),
        Example(
            "there since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; home ~U4 2024-01-02;"
            " long-term-match 2024-01-05 fewer_visits=2024-01-10",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-10",
                    warn="2024-05-27",
                    due="2024-07-02",
                    known=False,
                ),
            ),
        ),
        Example(
            "people began to record after the last visit; a child on remand alone",
            "recorded 2024-02-01; care 2022-01-03; status J1 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01 fewer_visits=2022-09-01; visit 2024-01-31",
            (Row("2024-02-01", warn="2024-06-26", due="2024-08-01", known=False),),
        ),
    ),
)
