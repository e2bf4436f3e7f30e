from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.review_records import owed

CLOCK = Clock(
    code="review-record-made",
    title="Record of the review",
    why=(
        "The full record is what the child will one day read of how the plan was made. Written "
        "weeks later it is written from memory."
    ),
    source=(
        "IRO Handbook, chapter 3: the full record is finished within 15 working days of the review."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-16",),
    subject="the review",
    counting=(
        "15 working days from the day the review was held, or from the day it was finished where "
        "it was adjourned or held in parts; amber from the twelfth. Each review has its own, and "
        "is given up after two years."
    ),
    stops="The full record finished",
    limit=working_days(15),
    warning=working_days(12),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by"}),
    sql=owed("record_made_on", "record finished"),
    examples=(
        Example(
            "held and nothing followed: given up after two years",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-03-25",
            (Row("2024-03-25", stopped="2026-03-25", warn="2024-04-12", due="2024-04-17"),),
        ),
        Example(
            "done on the last day, over Christmas",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-12-20 record_made=2025-01-15",
            (Row("2024-12-20", stopped="2025-01-15", warn="2025-01-10", due="2025-01-15"),),
        ),
        Example(
            "done on the day of the review: a wait of no days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 record_made=2024-01-30",
            (Row("2024-01-30", stopped="2024-01-30", warn="2024-02-15", due="2024-02-20"),),
        ),
        Example(
            "adjourned: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14 record_made=2024-02-20;"
            " review 2024-05-13 adjourned=2024-05-13",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-03-01", due="2024-03-06"),),
        ),
        Example(
            "in several meetings: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 in_parts=True completed=2024-02-14 record_made=2024-02-20;"
            " review 2024-05-13 in_parts=True",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-03-01", due="2024-03-06"),),
        ),
        Example(
            "done before an adjourned review was finished: nothing is owed",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14 record_made=2024-02-13",
        ),
        Example(
            "two reviews: each is owed what follows it; done on the day it would be given up",
            "recorded 2020-01-01; care 2024-01-02 .. 2025-06-30;"
            " status V2 2024-01-02 .. 2025-06-30; review 2024-01-30; review 2024-04-24;"
            " care 2025-07-30; status V2 2025-07-30; review 2025-08-20 record_made=2027-08-20",
            (
                Row("2024-01-30", stopped="2025-06-30", warn="2024-02-15", due="2024-02-20"),
                Row("2024-04-24", stopped="2025-06-30", warn="2024-05-13", due="2024-05-16"),
                Row(
                    "2024-01-30",
                    runs_from="2025-07-30",
                    stopped="2026-01-30",
                    warn="2024-02-15",
                    due="2024-02-20",
                ),
                Row(
                    "2024-04-24",
                    runs_from="2025-07-30",
                    stopped="2026-04-24",
                    warn="2024-05-13",
                    due="2024-05-16",
                ),
                Row("2025-08-20", stopped="2027-08-20", warn="2025-09-08", due="2025-09-11"),
            ),
        ),
        Example(
            "held on the day before people began to record here, and on that day",
            "recorded 2024-02-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-31;"
            " review 2024-02-01 record_made=2024-02-02",
            (
                Row("2024-01-31", "2026-01-31", "2024-02-16", "2024-02-21", runs_from="2024-02-01"),
                Row("2024-02-01", stopped="2024-02-02", warn="2024-02-19", due="2024-02-22"),
            ),
        ),
        Example(
            "a child on remand has reviews too",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02;"
            " review 2024-01-30 record_made=2024-02-01",
            (Row("2024-01-30", stopped="2024-02-01", warn="2024-02-15", due="2024-02-20"),),
        ),
    ),
)
