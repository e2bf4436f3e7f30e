from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-parents-interim",
    title="Weekly visit at home under an interim order",
    why=(
        "The court has found reason to fear for the child, and the child lives at home. A week is "
        "as long as that may go unseen until a review has looked at it."
    ),
    source=f"{LAW}(4): at least once a week until the first review.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-07",),
    subject="the child",
    counting=(
        "One week from the later of the move home and the interim care order, and from each visit, "
        "until the first review after it; amber from the fifth day, which is this product’s. "
        f"{COUNTS}"
    ),
    stops="A visit at which the child was seen, the first review, or the end of order or home",
    limit=weeks(1),
    warning=days(5),
    recorded=True,
    gives=frozenset({"runs_from", "stopped_by"}),
    sql=waits("parents-interim"),
    examples=(
        Example(
            "at home when the order was made",
            "recorded 2020-01-01; care 2024-02-26; status C1 2024-02-26; home P1 2024-02-26",
            (Row("2024-02-26", warn="2024-03-02", due="2024-03-04"),),
        ),
        Example(
            "weekly until the first review; the last day is in time",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home P1 2024-01-02;"
            " visit 2024-01-09; visit 2024-01-25; review 2024-01-29",
            (
                Row("2024-01-02", stopped="2024-01-09", warn="2024-01-07", due="2024-01-09"),
                Row("2024-01-09", stopped="2024-01-25", warn="2024-01-14", due="2024-01-16"),
                Row("2024-01-25", stopped="2024-01-29", warn="2024-01-30", due="2024-02-01"),
            ),
        ),
        Example(
            "moved home under the order: a review of before the move, or of its day, is not it",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01; home P1 2024-02-01; visit 2024-01-31;"
            " review 2024-01-30; review 2024-02-01",
            (Row("2024-02-01", warn="2024-02-06", due="2024-02-08"),),
        ),
        Example(
            "the order made while the child was home: from its day, whatever was seen before",
            "recorded 2020-01-01; care 2024-01-02; status V2 2024-01-02 .. 2024-02-05;"
            " status C1 2024-02-05; home P1 2024-01-02; visit 2024-01-25; review 2024-01-30",
            (Row("2024-02-05", warn="2024-02-10", due="2024-02-12"),),
        ),
        Example(
            "the care order ends it, and so does a move",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-01-08;"
            " status C2 2024-01-08; home P1 2024-01-02",
            (Row("2024-01-02", stopped="2024-01-08", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "with other carers under an interim order",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02",
        ),
        Example(
            "at home on or before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-04-01; status ~C1 2024-04-01; home ~P1 2024-04-01",
        ),
        Example(
            "at home since before the first return, the order made later",
            "recorded 2020-01-01; care ~2024-04-01; status V2 2024-04-01 .. 2024-05-01;"
            " status C1 2024-05-01; home ~P1 2024-04-01",
            (Row("2024-05-01", warn="2024-05-06", due="2024-05-08"),),
        ),
        Example(
            "people began to record after the move",
            "recorded 2024-01-05; care 2024-01-02; status C1 2024-01-02;"
            " home P1 2024-01-02 .. 2024-01-20; home U6 2024-01-20",
            (
                Row(
                    "2024-01-05",
                    stopped="2024-01-20",
                    warn="2024-01-10",
                    due="2024-01-12",
                    known=False,
                ),
            ),
        ),
        Example(
            "recorded at first as another kind of home with the same people",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " home U1 2024-01-02 .. 2024-01-05 a; home P1 2024-01-05 a",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-05",
                    warn="2024-01-07",
                    due="2024-01-09",
                ),
            ),
        ),
    ),
)
