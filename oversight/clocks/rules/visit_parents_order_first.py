from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-parents-order-first",
    title="First visit at home under a care order",
    why=(
        "With the care order the council shares in being the child’s parent, and the child lives "
        "with the other. The first week shows what help the family needs."
    ),
    source=f"{LAW}(5): within one week of the making of the care order.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-09",),
    subject="the child",
    counting=(
        "One week from the later of the care order and the move home; amber from the fifth day, "
        f"which is this product’s. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of order or home",
    limit=weeks(1),
    warning=days(5),
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("parents-order-first"),
    examples=(
        Example(
            "the order is made while the child is home: a visit of before it does not count",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-03-04;"
            " status C2 2024-03-04; home P1 2024-01-02; visit 2024-03-01",
            (Row("2024-03-04", warn="2024-03-09", due="2024-03-11"),),
        ),
        Example(
            "seen on the day of the order",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-02-26;"
            " status C2 2024-02-26; home P1 2024-01-02; visit 2024-02-26",
            (Row("2024-02-26", stopped="2024-02-26", warn="2024-03-02", due="2024-03-04"),),
        ),
        Example(
            "moved home under the order, seen on the last day",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-03-01; home P1 2024-03-01; visit 2024-02-29;"
            " visit 2024-03-08",
            (Row("2024-03-01", stopped="2024-03-08", warn="2024-03-06", due="2024-03-08"),),
        ),
        Example(
            "the order discharged before anybody came",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03 .. 2024-03-05;"
            " status V2 2024-03-05; home U6 2023-01-03 .. 2024-03-01; home P1 2024-03-01",
            (Row("2024-03-01", stopped="2024-03-05", warn="2024-03-06", due="2024-03-08"),),
        ),
        Example(
            "moved at once: this takes over where the first review was held and nobody had come",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03;"
            " home U6 2023-01-03 .. 2024-03-01; home P1 2024-03-01; review 2024-03-20;"
            " request parents-at-once 2024-03-01; request-decided approved 2024-03-01",
            (
                Row(
                    "2024-03-01",
                    runs_from="2024-03-20",
                    warn="2024-03-06",
                    due="2024-03-08",
                ),
            ),
        ),
        Example(
            "with other carers under a care order",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; home U1 2024-01-02",
        ),
        Example(
            "home on or before the first return, the order made later",
            "recorded 2020-01-01; care ~2024-04-01; status C1 2024-04-01 .. 2024-06-03;"
            " status C2 2024-06-03; home ~P1 2024-04-01",
            (Row("2024-06-03", warn="2024-06-08", due="2024-06-10"),),
        ),
        Example(
            "home and order from on or before the first return",
            "recorded 2020-01-01; care ~2024-04-01; status ~C2 2024-04-01; home ~P1 2024-04-01",
            (Row("2024-04-01", warn="2024-04-06", due="2024-04-08", known=False),),
        ),
        Example(
            "people began to record after the order",
            "recorded 2024-03-07; care 2024-01-02; status C1 2024-01-02 .. 2024-03-04;"
            " status C2 2024-03-04; home P1 2024-01-02",
            (Row("2024-03-07", warn="2024-03-12", due="2024-03-14", known=False),),
        ),
        Example(
            "home with the parents’ agreement, then the care order",
            "recorded 2020-01-01; care 2024-01-02; status V2 2024-01-02 .. 2024-03-01;"
            " status C2 2024-03-04; home P1 2024-01-02; visit 2024-03-01",
            (Row("2024-03-04", warn="2024-03-09", due="2024-03-11"),),
        ),
    ),
)
