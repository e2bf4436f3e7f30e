from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, waits

CLOCK = Clock(
    code="visit-placed-for-adoption",
    title="Weekly visit in an adoptive home",
    why=(
        "The first weeks decide whether an adoptive family and a child find to each other. Whoever "
        "visits weekly sees early where they need help."
    ),
    source=(
        "Adoption Agencies Regulations 2005, regulation 36(4): within one week of the placement, "
        "then at least weekly until the first review."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Social worker and regional adoption agency",
    group=Group.VISITS,
    rules=("VIS-11",),
    subject="the child",
    counting=(
        "One week from the placing with the family and from each visit, until the first review "
        "after it; amber from the fifth day, which is this product’s. Instead of the visits of "
        f"other homes. {COUNTS}"
    ),
    stops="A visit at which the child was seen, the first review, or the end of the home",
    limit=weeks(1),
    warning=days(5),
    recorded=True,
    gives=frozenset({"stopped_by"}),
    sql=waits("adoptive"),
    examples=(
        Example(
            "a week from the placing, over a leap day",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03;"
            " home U6 2023-01-03 .. 2024-02-26; home A6 2024-02-26; visit 2024-02-25",
            (Row("2024-02-26", warn="2024-03-02", due="2024-03-04"),),
        ),
        Example(
            "weekly until the first review, which is after the day of the placing",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03;"
            " home U6 2023-01-03 .. 2024-01-02; home A4 2024-01-02;"
            " visit 2024-01-09; visit 2024-01-25; review 2024-01-02; review 2024-01-29",
            (
                Row("2024-01-02", stopped="2024-01-09", warn="2024-01-07", due="2024-01-09"),
                Row("2024-01-09", stopped="2024-01-25", warn="2024-01-14", due="2024-01-16"),
                Row("2024-01-25", stopped="2024-01-29", warn="2024-01-30", due="2024-02-01"),
            ),
        ),
        Example(
            "seen on the day of the placing: a week from then",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02; home A3 2024-01-02;"
            " visit 2024-01-02",
            (Row("2024-01-02", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "foster carers become the adopters: a placing, though nobody moved",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03;"
            " home U5 2023-01-03 .. 2024-01-02 a; home A5 2024-01-02 a; visit 2023-12-28;"
            " review 2023-12-28",
            (Row("2024-01-02", warn="2024-01-07", due="2024-01-09"),),
        ),
        Example(
            "another family: weekly again; the old visits resume where the child is with no family",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02;"
            " home A6 2024-01-02 .. 2024-02-05 a; home A6 2024-02-05 .. 2024-02-08 b;"
            " home U6 2024-02-08 c; review 2024-01-08",
            (
                Row("2024-01-02", stopped="2024-01-08", warn="2024-01-07", due="2024-01-09"),
                Row("2024-02-05", stopped="2024-02-08", warn="2024-02-10", due="2024-02-12"),
            ),
        ),
        Example(
            "with carers who may adopt but are foster carers still",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02; home U5 2024-01-02",
        ),
        Example(
            "placed on or before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-01-02; status E1 2024-01-02; home ~A6 2024-01-02",
        ),
        Example(
            "people began to record after the placing",
            "recorded 2024-01-05; care 2024-01-02; status E1 2024-01-02;"
            " home A6 2024-01-02 .. 2024-01-20; home U6 2024-01-20",
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
    ),
)
