from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, days, weeks
from oversight.clocks.shared.visits import COUNTS, LAW, waits

CLOCK = Clock(
    code="visit-connected",
    title="Weekly visit to carers approved for a time",
    why=(
        "Relatives and friends take a child in before anybody has assessed them. Until a review "
        "has looked at it, weekly visits are what makes that safe, and what helps them."
    ),
    source=f"{LAW}(4), with regulation 24: at least once a week until the first review.",
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.VISITS,
    rules=("VIS-08",),
    subject="the child",
    counting=(
        "One week from the move, and from each visit (from the temporary approval where that came "
        "after it), until the first review after move and approval; amber from the fifth day, "
        f"which is this product’s. {COUNTS} An approval that ran out stands until its end is "
        "recorded."
    ),
    stops="A visit at which the child was seen, the first review, or the end of approval or home",
    limit=weeks(1),
    warning=days(5),
    runs=Runs.REMAND_TOO,
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("connected"),
    examples=(
        Example(
            "a week from the move, and nothing of the ordinary first visit",
            "recorded 2020-01-01; care 2024-02-26; status C1 2024-02-26; home U1 2024-02-26;"
            " approval temporary 2024-02-26 expires=2024-06-17",
            (Row("2024-02-26", warn="2024-03-02", due="2024-03-04"),),
        ),
        Example(
            "weekly until the first review, which is after the move",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23; visit 2024-01-09;"
            " visit 2024-01-25; review 2024-01-02; review 2024-01-29",
            (
                Row("2024-01-02", stopped="2024-01-09", warn="2024-01-07", due="2024-01-09"),
                Row("2024-01-09", stopped="2024-01-25", warn="2024-01-14", due="2024-01-16"),
                Row("2024-01-25", stopped="2024-01-29", warn="2024-01-30", due="2024-02-01"),
            ),
        ),
        Example(
            "approved after the move: the first visit is still owed a week after the move",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-05 expires=2024-04-26",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-05",
                    warn="2024-01-07",
                    due="2024-01-09",
                ),
            ),
        ),
        Example(
            "approved long after the move and after a visit: weekly from the approval",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " visit 2024-01-05; review 2024-01-29; approval temporary 2024-02-01"
            " expires=2024-05-23; review 2024-02-01",
            (Row("2024-02-01", warn="2024-02-06", due="2024-02-08"),),
        ),
        Example(
            "full approval ends it; running out does not",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02; home U1 2024-01-02;"
            " approval temporary 2024-01-02 .. 2024-01-12 expires=2024-01-04 end_reason=approved;"
            " approval foster 2024-01-12",
            (Row("2024-01-02", stopped="2024-01-12", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "other approvals, and an approval of another home",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02;"
            " home U1 2024-01-02 .. 2024-01-03 a; home U1 2024-01-03 b;"
            " approval may-adopt 2024-01-03 b; approval temporary 2024-01-03 expires=2024-04-24 a",
        ),
        Example(
            "there since before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-01-02; status C1 2024-01-02; home ~U1 2024-01-02;"
            " approval temporary 2024-01-02 expires=2024-04-23",
        ),
        Example(
            "people began to record after the move; a child on remand alone",
            "recorded 2024-01-05; care 2024-01-02; status J1 2024-01-02;"
            " home U1 2024-01-02 .. 2024-01-20 a; home U6 2024-01-20 b;"
            " approval temporary 2024-01-02 expires=2024-04-23 a",
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
            "there since before the first return, approved later, nobody has come",
            "recorded 2020-01-01; care ~2024-01-02; status C1 2024-01-02; home ~U1 2024-01-02;"
            " approval temporary 2024-01-05 expires=2024-04-26",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-05",
                    warn="2024-01-07",
                    due="2024-01-09",
                    known=False,
                ),
            ),
        ),
    ),
)
