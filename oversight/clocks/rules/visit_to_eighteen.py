from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    Runs,
    months,
    working_days,
)
from oversight.clocks.shared.visits import COUNTS, LAW, WHY, waits

CLOCK = Clock(
    code="visit-to-eighteen",
    title="Visit in a home until 18",
    why=WHY,
    source=(
        f"{LAW}(2)(c)(i): after the first year of a placement that is intended to last until 18, "
        "at intervals of not more than three months."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-03",),
    subject="the child",
    counting=(
        "Three calendar months from the last visit in that home, once it has lasted a year and is "
        "recorded as meant until 18, or as a long-term match; amber from 20 working days before, "
        f"which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of the home",
    limit=months(3),
    before=working_days(20),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("to-eighteen"),
    examples=(
        Example(
            "from each visit to the next; the last day is in time, and Easter is not worked",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U4 2023-01-03 meant_for=until-18; visit 2024-01-15; visit 2024-04-15",
            (
                Row("2024-01-15", stopped="2024-04-15", warn="2024-03-14", due="2024-04-15"),
                Row("2024-04-15", warn="2024-06-17", due="2024-07-15"),
            ),
        ),
        Example(
            "the year ends while a visit is waited for: it counts on from the last one",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U4 2023-01-03 meant_for=until-18; visit 2023-12-01",
            (
                Row(
                    "2023-12-01",
                    runs_from="2024-01-03",
                    warn="2024-02-02",
                    due="2024-03-01",
                ),
            ),
        ),
        Example(
            "three months from the last day of November",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U4 2023-01-03 meant_for=until-18; visit 2024-11-30",
            (Row("2024-11-30", warn="2025-01-31", due="2025-02-28"),),
        ),
        Example(
            "said once, it stands: to hospital and back, and with a new kind of home",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-02-01 a meant_for=until-18;"
            " home T1 2024-02-01 .. 2024-02-10; home U6 2024-02-10 .. 2024-03-01 a;"
            " home U4 2024-03-01 a; visit 2024-01-15",
            (Row("2024-01-15", warn="2024-03-14", due="2024-04-15"),),
        ),
        Example(
            "until it is said otherwise",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03;"
            " home U6 2022-01-03 .. 2024-02-01 a meant_for=until-18;"
            " home U6 2024-02-01 a meant_for=now; visit 2024-01-15",
            (Row("2024-01-15", stopped="2024-02-01", warn="2024-03-14", due="2024-04-15"),),
        ),
        Example(
            "a long-term match says it as well, from its day until it ends",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " visit 2024-01-15; long-term-match 2024-01-20 ended=2024-02-01 end_reason=hers",
            (
                Row(
                    "2024-01-15",
                    runs_from="2024-01-20",
                    stopped="2024-02-01",
                    warn="2024-03-14",
                    due="2024-04-15",
                ),
            ),
        ),
        Example(
            "the child agrees to fewer visits",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03; home U4 2022-01-03;"
            " long-term-match 2022-06-01 fewer_visits=2024-02-01; visit 2024-01-15",
            (Row("2024-01-15", stopped="2024-02-01", warn="2024-03-14", due="2024-04-15"),),
        ),
        Example(
            "meant for now, and what was meant of another home",
            "recorded 2020-01-01; care 2021-01-04; status C2 2021-01-04;"
            " home U4 2021-01-04 .. 2022-01-04 meant_for=until-18;"
            " home U6 2022-01-04 meant_for=now; visit 2024-01-15",
        ),
        Example(
            "there since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02;"
            " home ~U4 2024-01-02 meant_for=until-18",
            (Row("2024-01-02", warn="2024-03-01", due="2024-04-02", known=False),),
        ),
        Example(
            "people began to record after the last visit; a child on remand alone",
            "recorded 2024-02-01; care 2023-01-03; status J1 2023-01-03;"
            " home U4 2023-01-03 meant_for=until-18; visit 2024-01-15",
            (Row("2024-02-01", warn="2024-04-03", due="2024-05-01", known=False),),
        ),
    ),
)
