from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-parents-interim-later",
    title="Visit at home under an interim order, after the review",
    why=(
        "Until the court decides, the child lives at home with people whose care is in question. "
        "Somebody has to see every month how it goes."
    ),
    source=f"{LAW}(4): after the first review at intervals of not more than four weeks.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-07",),
    subject="the child",
    counting=(
        "Four weeks from the last visit at home (else from the move or the order), once a review "
        "was held after both; amber from 22 days, which is this product’s. "
        f"{COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of order or home",
    limit=weeks(4),
    warning=days(22),
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("parents-interim-later"),
    examples=(
        Example(
            "from the last visit, from the day of the review on",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home P1 2024-01-02;"
            " visit 2024-01-25; review 2024-01-29",
            (
                Row(
                    "2024-01-25",
                    runs_from="2024-01-29",
                    warn="2024-02-16",
                    due="2024-02-22",
                ),
            ),
        ),
        Example(
            "from each visit to the next; the last day is in time, over a leap day",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home P1 2024-01-02;"
            " review 2024-01-29; visit 2024-02-01; visit 2024-02-29; review 2024-03-20",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-29",
                    stopped="2024-02-01",
                    warn="2024-01-24",
                    due="2024-01-30",
                ),
                Row("2024-02-01", stopped="2024-02-29", warn="2024-02-23", due="2024-02-29"),
                Row("2024-02-29", warn="2024-03-22", due="2024-03-28"),
            ),
        ),
        Example(
            "the care order ends it",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-03-04;"
            " status C2 2024-03-04; home P1 2024-01-02; review 2024-01-29; visit 2024-02-20",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-29",
                    stopped="2024-02-20",
                    warn="2024-01-24",
                    due="2024-01-30",
                ),
                Row("2024-02-20", stopped="2024-03-04", warn="2024-03-13", due="2024-03-19"),
            ),
        ),
        Example(
            "a new interim order is weekly again until it was reviewed",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-03-04;"
            " status V2 2024-03-04 .. 2024-03-11; status C1 2024-03-11; home P1 2024-01-02;"
            " review 2024-01-29; visit 2024-01-30",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-29",
                    stopped="2024-01-30",
                    warn="2024-01-24",
                    due="2024-01-30",
                ),
                Row("2024-01-30", stopped="2024-03-04", warn="2024-02-21", due="2024-02-27"),
            ),
        ),
        Example(
            "the review was held before the child went home",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " home U6 2024-01-02 .. 2024-02-01; home P1 2024-02-01; review 2024-02-01",
        ),
        Example(
            "at home on or before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-04-01; status ~C1 2024-04-01; home ~P1 2024-04-01",
            (Row("2024-04-01", warn="2024-04-23", due="2024-04-29", known=False),),
        ),
        Example(
            "people began to record after the last visit",
            "recorded 2024-02-05; care 2024-01-02; status C1 2024-01-02; home P1 2024-01-02;"
            " visit 2024-01-25; review 2024-01-29",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04", known=False),),
        ),
    ),
)
