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
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-other-arrangements",
    title="Visit where others arrange the home",
    why=(
        "In a hospital or in custody others decide how a child lives from day to day. The council "
        "is still the parent who has to come and see."
    ),
    source=f"{LAW}(6): after the first year at intervals of not more than three months.",
    kind=Kind.STATUTORY,
    confidence=Confidence.MEDIUM,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-10",),
    subject="the child",
    counting=(
        "Three calendar months from the last visit there, once the child has been a year in a "
        "health trust’s home, a young offender institution or a prison; amber from 20 working "
        f"days before, which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of the stay",
    limit=months(3),
    before=working_days(20),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("others"),
    examples=(
        Example(
            "from each visit to the next; the last day is in time; on remand alone",
            "recorded 2020-01-01; care 2023-01-03; status J1 2023-01-03; home R5 2023-01-03;"
            " visit 2024-01-15; visit 2024-04-15",
            (
                Row("2024-01-15", stopped="2024-04-15", warn="2024-03-14", due="2024-04-15"),
                Row("2024-04-15", warn="2024-06-17", due="2024-07-15"),
            ),
        ),
        Example(
            "in hospital, and the year ends while a visit is waited for",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; home R2 2023-01-03;"
            " visit 2023-12-01",
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
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03; home R2 2023-01-03;"
            " visit 2024-11-30",
            (Row("2024-11-30", warn="2025-01-31", due="2025-02-28"),),
        ),
        Example(
            "a children’s home and a secure home are the council’s arrangements",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03;"
            " home K2 2022-01-03 .. 2023-01-03; home K1 2023-01-03; visit 2022-12-30;"
            " visit 2024-01-15",
        ),
        Example(
            "there since before the first return",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; home ~R5 2024-01-02",
            (Row("2024-01-02", warn="2024-03-01", due="2024-04-02", known=False),),
        ),
        Example(
            "a move ends it",
            "recorded 2020-01-01; care 2022-01-03; status C2 2022-01-03;"
            " home R2 2022-01-03 .. 2024-02-01; home U6 2024-02-01; visit 2024-01-15",
            (Row("2024-01-15", stopped="2024-02-01", warn="2024-03-14", due="2024-04-15"),),
        ),
        Example(
            "people began to record after the last visit",
            "recorded 2024-02-01; care 2023-01-03; status C2 2023-01-03; home R5 2023-01-03;"
            " visit 2024-01-15",
            (Row("2024-02-01", warn="2024-04-03", due="2024-05-01", known=False),),
        ),
    ),
)
