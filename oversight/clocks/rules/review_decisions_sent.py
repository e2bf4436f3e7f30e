from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.review_records import owed

CLOCK = Clock(
    code="review-decisions-sent",
    title="Review decisions sent out",
    why=(
        "What a review decided binds nobody who has not read it. A week of silence is a week in "
        "which everybody goes on as before."
    ),
    source=(
        "IRO Handbook, chapter 3: the decisions are sent out within five working days of the "
        "review."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-14",),
    subject="the review",
    counting=(
        "Five working days from the day the review was held, or from the day it was finished "
        "where it was adjourned or held in parts; amber from the fourth. Each review has its own, "
        "and is given up after two years."
    ),
    stops="The decisions sent out",
    limit=working_days(5),
    warning=working_days(4),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by"}),
    sql=owed("decisions_sent_on", "decisions sent"),
    examples=(
        Example(
            "held and nothing followed: given up after two years",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-03-25",
            (Row("2024-03-25", stopped="2026-03-25", warn="2024-04-02", due="2024-04-03"),),
        ),
        Example(
            "done on the last day, over Christmas",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-12-20 decisions_sent=2024-12-31",
            (Row("2024-12-20", stopped="2024-12-31", warn="2024-12-30", due="2024-12-31"),),
        ),
        Example(
            "done on the day of the review: a wait of no days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 decisions_sent=2024-01-30",
            (Row("2024-01-30", stopped="2024-01-30", warn="2024-02-05", due="2024-02-06"),),
        ),
        Example(
            "adjourned: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14"
            " decisions_sent=2024-02-20; review 2024-05-13 adjourned=2024-05-13",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-02-20", due="2024-02-21"),),
        ),
        Example(
            "in several meetings: from the day it was finished, and not before there is one",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 in_parts=True completed=2024-02-14"
            " decisions_sent=2024-02-20; review 2024-05-13 in_parts=True",
            (Row("2024-02-14", stopped="2024-02-20", warn="2024-02-20", due="2024-02-21"),),
        ),
        Example(
            "done before an adjourned review was finished: nothing is owed",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-01-30 adjourned=2024-01-30 completed=2024-02-14"
            " decisions_sent=2024-02-13",
        ),
        Example(
            "two reviews: each is owed what follows it; done on the day it would be given up",
            "recorded 2020-01-01; care 2024-01-02 .. 2025-06-30;"
            " status V2 2024-01-02 .. 2025-06-30; review 2024-01-30; review 2024-04-24;"
            " care 2025-07-30; status V2 2025-07-30; review 2025-08-20 decisions_sent=2027-08-20",
            (
                Row("2024-01-30", stopped="2025-06-30", warn="2024-02-05", due="2024-02-06"),
                Row("2024-04-24", stopped="2025-06-30", warn="2024-04-30", due="2024-05-01"),
                Row(
                    "2024-01-30",
                    runs_from="2025-07-30",
                    stopped="2026-01-30",
                    warn="2024-02-05",
                    due="2024-02-06",
                ),
                Row(
                    "2024-04-24",
                    runs_from="2025-07-30",
                    stopped="2026-04-24",
                    warn="2024-04-30",
                    due="2024-05-01",
                ),
                Row("2025-08-20", stopped="2027-08-20", warn="2025-08-27", due="2025-08-28"),
            ),
        ),
        Example(
            "held on the day before people began to record here, and on that day",
            "recorded 2024-02-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-31;"
            " review 2024-02-01 decisions_sent=2024-02-02",
            (
                Row("2024-01-31", "2026-01-31", "2024-02-06", "2024-02-07", runs_from="2024-02-01"),
                Row("2024-02-01", stopped="2024-02-02", warn="2024-02-07", due="2024-02-08"),
            ),
        ),
        Example(
            "a child on remand has reviews too",
            "recorded 2020-01-01; care 2024-01-02; status J1 2024-01-02;"
            " review 2024-01-30 decisions_sent=2024-02-01",
            (Row("2024-01-30", stopped="2024-02-01", warn="2024-02-05", due="2024-02-06"),),
        ),
    ),
)
