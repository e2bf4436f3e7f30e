from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, WHY, waits

CLOCK = Clock(
    code="visit-first-year",
    title="Visit in the first year of a home",
    why=WHY,
    source=f"{LAW}(2)(b) and (6): at intervals of not more than six weeks in the first year.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-02", "VIS-10"),
    subject="the child",
    counting=(
        "Six weeks from the last visit in that home, until the home has lasted a year; amber from "
        f"34 days, which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, a year in the home, or its end",
    limit=weeks(6),
    warning=days(34),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=waits("first-year"),
    examples=(
        Example(
            "six weeks from the first visit",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-01-05",
            (Row("2024-01-05", stopped="2025-01-02", warn="2024-02-08", due="2024-02-16"),),
        ),
        Example(
            "from each visit to the next, over a leap day; two in a day are one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-01-05; visit 2024-02-16; visit 2024-02-16 visitor=other",
            (
                Row("2024-01-05", stopped="2024-02-16", warn="2024-02-08", due="2024-02-16"),
                Row("2024-02-16", stopped="2025-01-02", warn="2024-03-21", due="2024-03-29"),
            ),
        ),
        Example(
            "until the home has lasted a year",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-12-20",
            (Row("2024-12-20", stopped="2025-01-02", warn="2025-01-23", due="2025-01-31"),),
        ),
        Example(
            "the year of a move on 29 February is over on 28 February; one that began then is not",
            "recorded 2020-01-01; care 2024-02-29; status C2 2024-02-29; home U6 2024-02-29;"
            " visit 2025-02-27; visit 2025-02-28",
            (Row("2025-02-27", stopped="2025-02-28", warn="2025-04-02", due="2025-04-10"),),
        ),
        Example(
            "a move ends it, and the next home waits for its first visit",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01; home U6 2024-02-01; visit 2024-01-05",
            (Row("2024-01-05", stopped="2024-02-01", warn="2024-02-08", due="2024-02-16"),),
        ),
        Example(
            "a move on or before the first return is taken to be over a year ago",
            "recorded 2020-01-01; care ~2024-01-02; status C2 2024-01-02; home ~U6 2024-01-02;"
            " visit 2024-01-05",
        ),
        Example(
            "full approval: from the last visit, which was under the temporary one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 .. 2024-03-01 expires=2024-04-23 end_reason=approved;"
            " visit 2024-02-28",
            (
                Row(
                    "2024-02-28",
                    runs_from="2024-03-01",
                    stopped="2025-01-02",
                    warn="2024-04-02",
                    due="2024-04-10",
                ),
            ),
        ),
        Example(
            "the temporary approval of carers whom the child has left is none of this home",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U1 2024-01-02 .. 2024-01-03 a; home U6 2024-01-03 b;"
            " approval temporary 2024-01-02 expires=2024-04-23 a; visit 2024-01-05",
            (Row("2024-01-05", stopped="2025-01-03", warn="2024-02-08", due="2024-02-16"),),
        ),
        Example(
            "in hospital, and for a child on remand alone",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02; home R2 2024-01-02;"
            " visit 2024-01-05",
            (Row("2024-01-05", stopped="2025-01-02", warn="2024-02-08", due="2024-02-16"),),
        ),
        Example(
            "people began to record after the last visit",
            "recorded 2024-01-20; care 2024-01-02; status C2 2024-01-02; home U6 2024-01-02;"
            " visit 2024-01-05",
            (
                Row(
                    "2024-01-20",
                    stopped="2025-01-02",
                    warn="2024-02-23",
                    due="2024-03-02",
                    known=False,
                ),
            ),
        ),
        Example(
            "a visit on the day on which the home ended is in no home",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01; visit 2024-02-01",
        ),
    ),
)
