from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, WHY, waits

CLOCK = Clock(
    code="visit-after-year",
    title="Visit after the first year",
    why=WHY,
    source=(
        f"{LAW}(2)(c): after the first year at intervals of not more than six weeks, unless the "
        "child is meant to live there until 18."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-04",),
    subject="the child",
    counting=(
        "Six weeks from the last visit in that home; amber from 34 days, which is this product’s. "
        f"{COUNTS} A home that began on a day nobody knows is taken to be over a year old."
    ),
    stops="A visit at which the child was seen, or the end of the home",
    limit=weeks(6),
    warning=days(34),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("after-year"),
    examples=(
        Example(
            "from each visit to the next; the last day is in time",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; home U6 2023-01-03;"
            " visit 2024-01-15; visit 2024-02-26",
            (
                Row("2024-01-15", stopped="2024-02-26", warn="2024-02-18", due="2024-02-26"),
                Row("2024-02-26", warn="2024-03-31", due="2024-04-08"),
            ),
        ),
        Example(
            "the year ends while a visit is waited for: it counts on from the last one",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; home U6 2023-01-03;"
            " visit 2023-12-20",
            (
                Row(
                    "2023-12-20",
                    runs_from="2024-01-03",
                    warn="2024-01-23",
                    due="2024-01-31",
                ),
            ),
        ),
        Example(
            "the first visit of all on the day on which the year is over",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; home U6 2023-01-03;"
            " visit 2024-01-03",
            (Row("2024-01-03", warn="2024-02-06", due="2024-02-14"),),
        ),
        Example(
            "there since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; home ~U6 2024-01-02;"
            " visit 2024-02-13",
            (
                Row(
                    "2024-01-02",
                    stopped="2024-02-13",
                    warn="2024-02-05",
                    due="2024-02-13",
                    known=False,
                ),
                Row("2024-02-13", warn="2024-03-18", due="2024-03-26"),
            ),
        ),
        Example(
            "meant for now, as it was said last; not while it was meant until 18",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03;"
            " home U6 2022-01-03 .. 2024-02-01 a meant_for=until-18;"
            " home U6 2024-02-01 a meant_for=now; visit 2024-01-15",
            (
                Row(
                    "2024-01-15",
                    runs_from="2024-02-01",
                    warn="2024-02-18",
                    due="2024-02-26",
                ),
            ),
        ),
        Example(
            "a move ends it",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-02-01; home U6 2024-02-01; visit 2024-01-15",
            (Row("2024-01-15", stopped="2024-02-01", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "to hospital and back: one home",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-01-20 a; home T1 2024-01-20 .. 2024-01-25;"
            " home U6 2024-01-25 a; visit 2024-01-15",
            (Row("2024-01-15", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "a long-term match with these carers ended; one with others never counted",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03 a;"
            " long-term-match 2022-06-01 ended=2024-02-01 end_reason=hers a; visit 2024-01-15;"
            " home U4 2021-01-03 .. 2022-01-03 b; long-term-match 2021-06-01 b",
            (
                Row(
                    "2024-01-15",
                    runs_from="2024-02-01",
                    warn="2024-02-18",
                    due="2024-02-26",
                ),
            ),
        ),
        Example(
            "people began to record after the last visit; a child on remand alone",
            "recorded 2024-02-01; care 2023-01-03; status J1 2023-01-03; home K2 2023-01-03;"
            " visit 2024-01-15",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14", known=False),),
        ),
    ),
)
