from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs, working_days
from oversight.clocks.shared.before_reviews import before_review

CLOCK = Clock(
    code="review-contact",
    title="Talk before the review",
    why=(
        "The reviewing officer and the child’s social worker settle between them who comes, what "
        "the child wants of the review and what must be ready. Left until the eve, the review is "
        "held as it was the last time."
    ),
    source=(
        "IRO Handbook, as summed up by the national managers’ group: the social worker and the "
        "reviewing officer speak at least 15 working days before the review."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.HIGH,
    owner="Social worker",
    group=Group.REVIEWS,
    rules=("REV-12",),
    subject="the review",
    counting=(
        "From the day on which the review’s day was set to the 15th working day before the review, "
        "and never before the day was set; amber 5 working days before that, which is this "
        "product’s. Each planned review has its own."
    ),
    limit_words="15 working days before the review",
    stops="The talk, the review held or called off, or the end of care",
    before=working_days(5),
    runs=Runs.REMAND_TOO,
    recorded=True,
    once=True,
    gives=frozenset({"subject", "stopped_by", "due_on", "note"}),
    sql=before_review("contact_on", "talk held", working_days(15)),
    examples=(
        Example(
            "not held yet; the bank holidays of Easter are no working days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " planned-review 2024-04-02 set=2024-01-30",
            (Row("2024-01-30", warn="2024-03-01", due="2024-03-08"),),
        ),
        Example(
            "held on the last day; another on the day the review’s day was set",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-04-02;"
            " planned-review 2024-04-02 set=2024-01-30 contact=2024-03-08 review=last;"
            " planned-review 2024-07-22 set=2024-04-02 contact=2024-04-02",
            (
                Row("2024-01-30", stopped="2024-03-08", warn="2024-03-01", due="2024-03-08"),
                Row("2024-04-02", stopped="2024-04-02", warn="2024-06-24", due="2024-07-01"),
            ),
        ),
        Example(
            "planned too late for it: due on the day the review’s day was set, and not before",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " planned-review 2024-07-22 set=2024-07-02",
            (Row("2024-07-02", warn="2024-06-25", due="2024-07-02"),),
        ),
        Example(
            "set on the last day for it, on which the child left and came back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-07-01; care 2024-07-01;"
            " status V2 2024-01-02;"
            " planned-review 2024-07-22 set=2024-07-01",
            (Row("2024-07-01", warn="2024-06-24", due="2024-07-01"),),
        ),
        Example(
            "the review is held without it, and another called off",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " planned-review 2024-01-29 set=2024-01-08 review=last;"
            " planned-review 2024-07-22 set=2024-04-24 called_off_on=2024-06-03"
            " called_off_because=moved",
            (
                Row("2024-01-08", stopped="2024-01-30", warn="2023-12-29", due="2024-01-08"),
                Row("2024-04-24", stopped="2024-06-03", warn="2024-06-24", due="2024-07-01"),
            ),
        ),
        Example(
            "the talk came before the day was set: nothing is waited for",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02;"
            " review 2024-07-22;"
            " planned-review 2024-07-22 set=2024-04-24 contact=2024-04-23 review=last",
        ),
        Example(
            "the child leaves care, and it does not go on when the child comes back",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-05-01;"
            " status V2 2024-01-02 .. 2024-05-01; care 2024-06-03 .. 2024-09-02;"
            " status J1 2024-06-03 .. 2024-09-02; review 2024-06-10;"
            " planned-review 2024-07-22 set=2024-04-24 review=last;"
            " planned-review 2024-07-22 set=2024-06-10",
            (
                Row("2024-04-24", stopped="2024-05-01", warn="2024-06-24", due="2024-07-01"),
                Row("2024-06-10", stopped="2024-09-02", warn="2024-06-24", due="2024-07-01"),
            ),
        ),
        Example(
            "held on the day of the review; the next review, or one called off, on that of leaving",
            "recorded 2020-01-01; care 2024-01-02 .. 2024-07-24;"
            " status C2 2024-01-02 .. 2024-07-24; review 2024-06-04;"
            " planned-review 2024-06-04 set=2024-04-24 contact=2024-06-04 review=last;"
            " review 2024-07-24; planned-review 2024-07-24 set=2024-06-04 contact=2024-07-25"
            " review=last; care 2024-08-05 .. 2024-09-02; status V2 2024-08-05 .. 2024-09-02;"
            " planned-review 2024-09-25 set=2024-08-05 called_off_on=2024-09-02"
            " called_off_because=left",
            (
                Row("2024-04-24", stopped="2024-06-04", warn="2024-05-03", due="2024-05-13"),
                Row("2024-06-04", stopped="2024-07-24", warn="2024-06-26", due="2024-07-03"),
                Row("2024-08-05", stopped="2024-09-02", warn="2024-08-28", due="2024-09-04"),
            ),
        ),
        Example(
            "set before people began to record here; and one whose limit had passed by then",
            "recorded 2024-06-03; care 2024-01-02; status C2 2024-01-02; review 2024-04-02;"
            " planned-review 2024-04-02 set=2024-01-30 review=last;"
            " planned-review 2024-07-22 set=2024-04-24",
            (Row("2024-04-24", warn="2024-06-24", due="2024-07-01", runs_from="2024-06-03"),),
        ),
    ),
)
