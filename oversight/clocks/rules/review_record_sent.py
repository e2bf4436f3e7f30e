from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.review_records import owed

CLOCK = Clock(
    code="review-record-sent",
    title="Record of the review sent",
    why=(
        "The child, the parents and the carers are meant to have the record in their hands. Until "
        "it is sent they know only what they remember."
    ),
    source=(
        "IRO Handbook, chapter 3: the record is sent to everybody within 20 working days of the "
        "review."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Reviewing service",
    group=Group.REVIEWS,
    rules=("REV-17",),
    subject="the review",
    counting=(
        "20 working days from the day the review was held, or from the day it was finished where "
        "it was adjourned or held in parts; amber from the sixteenth. Each review has its own, and "
        "is given up after two years."
    ),
    stops="The record sent",
    limit=working_days(20),
    warning=working_days(16),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by"}),
    sql=owed("record_sent_on", "record sent"),
    examples=(
        Example(
            "held and nothing followed: given up after two years",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-03-25",
            (Row("2024-03-25", stopped="2026-03-25", warn="2024-04-18", due="2024-04-24"),),
        ),
        Example(
            "done on the last day, over Christmas",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-12-20 record_made=2025-01-22 record_sent=2025-01-22",
            (Row("2024-12-20", stopped="2025-01-22", warn="2025-01-16", due="2025-01-22"),),
        ),
        Example(
            "done on the day of the review: a wait of no days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 record_made=2024-01-30 record_sent=2024-01-30",
            (Row("2024-01-30", stopped="2024-01-30", warn="2024-02-21", due="2024-02-27"),),
        ),
        Example(
            "adjourned: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14 record_made=2024-02-20"
            " record_sent=2024-02-20; review 2024-05-13 adjourned=2024-05-13",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-03-07", due="2024-03-13"),),
        ),
        Example(
            "in several meetings: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 in_parts=True completed=2024-02-14 record_made=2024-02-20"
            " record_sent=2024-02-20; review 2024-05-13 in_parts=True",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-03-07", due="2024-03-13"),),
        ),
        Example(
            "done before an adjourned review was finished: nothing is owed",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14 record_made=2024-02-13"
            " record_sent=2024-02-13",
        ),
        Example(
            "two reviews: each is owed what follows it; done on the day it would be given up",
            "recorded 2020-01-01; care 2024-01-02 .. 2025-06-30;"
            " status V2 2024-01-02 .. 2025-06-30; review 2024-01-30; review 2024-04-24;"
            " care 2025-07-30; status V2 2025-07-30;"
            " review 2025-08-20 record_made=2027-08-20 record_sent=2027-08-20",
            (
                Row("2024-01-30", stopped="2025-06-30", warn="2024-02-21", due="2024-02-27"),
                Row("2024-04-24", stopped="2025-06-30", warn="2024-05-17", due="2024-05-23"),
                Row(
                    "2024-01-30",
                    runs_from="2025-07-30",
                    stopped="2026-01-30",
                    warn="2024-02-21",
                    due="2024-02-27",
                ),
                Row(
                    "2024-04-24",
                    runs_from="2025-07-30",
                    stopped="2026-04-24",
                    warn="2024-05-17",
                    due="2024-05-23",
                ),
                Row("2025-08-20", stopped="2027-08-20", warn="2025-09-12", due="2025-09-18"),
            ),
        ),
        Example(
            "held on the day before people began to record here, and on that day",
            "recorded 2024-02-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-31;"
            " review 2024-02-01 record_made=2024-02-02 record_sent=2024-02-02",
            (
                Row("2024-01-31", "2026-01-31", "2024-02-22", "2024-02-28", runs_from="2024-02-01"),
                Row("2024-02-01", stopped="2024-02-02", warn="2024-02-23", due="2024-02-29"),
            ),
        ),
        Example(
            "a child on remand has reviews too",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02;"
            " review 2024-01-30 record_made=2024-02-01 record_sent=2024-02-01",
            (Row("2024-01-30", stopped="2024-02-01", warn="2024-02-21", due="2024-02-27"),),
        ),
    ),
)
