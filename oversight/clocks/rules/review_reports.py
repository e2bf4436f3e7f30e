from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.before_reviews import before_review

CLOCK = Clock(
    code="review-reports",
    title="Reports for the review",
    why=(
        "Who reads the reports for the first time in the room can only nod. The officer needs the "
        "care plan, the health plan and the plan for learning in time to ask about them."
    ),
    source=(
        "IRO Handbook, as summed up by the national managers’ group: the reports are with the "
        "reviewing officer three days before the review, taken here as working days."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.REVIEWS,
    rules=("REV-13",),
    subject="the review",
    counting=(
        "From the day on which the review’s day was set to the third working day before the "
        "review, and never before the day was set; amber 5 working days before that, which is this "
        "product’s. Each planned review has its own."
    ),
    limit_words="3 working days before the review",
    stops="All reports there, the review held or called off, or the end of care",
    before=working_days(5),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by", "due_on", "note"}),
    sql=before_review("reports_on", "reports there", working_days(3)),
    examples=(
        Example(
            "not there yet; the bank holidays of Easter are no working days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " planned-review 2024-04-02 set=2024-01-30",
            (Row("2024-01-30", warn="2024-03-19", due="2024-03-26"),),
        ),
        Example(
            "there on the last day; another on the day the review’s day was set",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-04-02;"
            " planned-review 2024-04-02 set=2024-01-30 reports=2024-03-26 review=last;"
            " planned-review 2024-07-22 set=2024-04-02 reports=2024-04-02",
            (
                Row("2024-01-30", stopped="2024-03-26", warn="2024-03-19", due="2024-03-26"),
                Row("2024-04-02", stopped="2024-04-02", warn="2024-07-10", due="2024-07-17"),
            ),
        ),
        Example(
            "planned too late for it: due on the day the review’s day was set, and not before",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " planned-review 2024-07-22 set=2024-07-18",
            (Row("2024-07-18", warn="2024-07-11", due="2024-07-18"),),
        ),
        Example(
            "set on the last day for it, on which the child left and came back; one is missing",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-07-17; care 2024-07-17;"
            " status V2 2024-01-02;"
            " planned-review 2024-07-22 set=2024-07-17 reports_missing=health",
            (Row("2024-07-17", warn="2024-07-10", due="2024-07-17"),),
        ),
        Example(
            "the review is held without them, and another called off",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " planned-review 2024-01-29 set=2024-01-08 review=last;"
            " planned-review 2024-07-22 set=2024-04-24 called_off_on=2024-06-03"
            " called_off_because=moved",
            (
                Row("2024-01-08", stopped="2024-01-30", warn="2024-01-17", due="2024-01-24"),
                Row("2024-04-24", stopped="2024-06-03", warn="2024-07-10", due="2024-07-17"),
            ),
        ),
        Example(
            "there before the day was set: nothing is waited for",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-07-22;"
            " planned-review 2024-07-22 set=2024-04-24 reports=2024-04-23 review=last",
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-05-01;"
            " status V2 2024-01-02 .. 2024-05-01; care 2024-06-03 .. 2024-09-02;"
            " status J1 2024-06-03 .. 2024-09-02; review 2024-06-10;"
            " planned-review 2024-07-22 set=2024-04-24 review=last;"
            " planned-review 2024-07-22 set=2024-06-10",
            (
                Row("2024-04-24", stopped="2024-05-01", warn="2024-07-10", due="2024-07-17"),
                Row("2024-06-10", stopped="2024-09-02", warn="2024-07-10", due="2024-07-17"),
            ),
        ),
        Example(
            "there on the day of the review; the next held, or one called off, on that of leaving",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-07-24;"
            " status C2 2024-01-02 .. 2024-07-24; review 2024-06-04;"
            " planned-review 2024-06-04 set=2024-04-24 reports=2024-06-04 review=last;"
            " review 2024-07-24; planned-review 2024-07-24 set=2024-06-04 reports=2024-07-25"
            " review=last; care 2024-08-05 .. 2024-09-02; status V2 2024-08-05 .. 2024-09-02;"
            " planned-review 2024-09-25 set=2024-08-05 called_off_on=2024-09-02"
            " called_off_because=left",
            (
                Row("2024-04-24", stopped="2024-06-04", warn="2024-05-22", due="2024-05-30"),
                Row("2024-06-04", stopped="2024-07-24", warn="2024-07-12", due="2024-07-19"),
                Row("2024-08-05", stopped="2024-09-02", warn="2024-09-13", due="2024-09-20"),
            ),
        ),
        Example(
            "set before people began to record here; and one whose limit had passed by then",
            "recorded 2024-06-03; care 2024-01-02; status C2 2024-01-02; review 2024-04-02;"
            " planned-review 2024-04-02 set=2024-01-30 review=last;"
            " planned-review 2024-07-22 set=2024-04-24",
            (Row("2024-04-24", warn="2024-07-10", due="2024-07-17", runs_from="2024-06-03"),),
        ),
    ),
)
