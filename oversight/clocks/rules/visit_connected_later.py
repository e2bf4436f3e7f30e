from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-connected-later",
    title="Visit to carers approved for a time, after the review",
    why=(
        "The carers are still being assessed. Somebody has to see every month whether the child "
        "is well there, and whether the assessment moves."
    ),
    source=f"{LAW}(4), with regulation 24: after the first review every four weeks at most.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-08",),
    subject="the child",
    counting=(
        "Four weeks from the last visit in that home, once a review was held after the move and "
        "the temporary approval; amber from 22 days, which is this product’s. "
        f"{COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of approval or home",
    limit=weeks(4),
    warning=days(22),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("connected-later"),
    examples=(
        Example(
            "from the last visit, from the day of the review on",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23; visit 2024-01-25;"
            " review 2024-01-29",
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
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23; review 2024-01-29;"
            " visit 2024-02-01; visit 2024-02-29",
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
            "full approval ends it",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 .. 2024-02-15 expires=2024-04-23 end_reason=approved;"
            " visit 2024-01-25; review 2024-01-29",
            (
                Row(
                    "2024-01-25",
                    runs_from="2024-01-29",
                    stopped="2024-02-15",
                    warn="2024-02-16",
                    due="2024-02-22",
                ),
            ),
        ),
        Example(
            "no review since the approval",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " review 2024-01-29; approval temporary 2024-02-01 expires=2024-05-23;"
            " visit 2024-02-05",
        ),
        Example(
            "there since before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-01-02; status C1 2024-01-02; home ~U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23",
            (Row("2024-01-02", warn="2024-01-24", due="2024-01-30", known=False),),
        ),
        Example(
            "people began to record after the last visit; a child on remand alone",
            "recorded 2024-02-05; care 2024-01-02; status J1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23; visit 2024-01-25;"
            " review 2024-01-29",
            (Row("2024-02-05", warn="2024-02-27", due="2024-03-04", known=False),),
        ),
        Example(
            "approved after the move and reviewed before anybody came: from the move",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-05 expires=2024-04-26; review 2024-01-29",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-29",
                    warn="2024-01-24",
                    due="2024-01-30",
                ),
            ),
        ),
    ),
)
