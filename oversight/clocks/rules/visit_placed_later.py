from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, days, weeks
from oversight.clocks.shared.visits import COUNTS, waits

CLOCK = Clock(
    code="visit-placed-later",
    title="Visit in an adoptive home, after the review",
    why=(
        "Until the adoption order the council answers for the child. A family that nobody visits "
        "any more is alone with what is hard."
    ),
    source=(
        "The law (Adoption Agencies Regulations 2005, regulation 36(4)) leaves it to each review "
        "to set how often. The six weeks are proposed by this product, after those of other homes."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Social worker and regional adoption agency",
    group=Group.VISITS,
    rules=("VIS-11",),
    subject="the child",
    counting=(
        "Six weeks from the last visit in the adoptive home, once a review was held after the "
        f"placing; amber from 34 days. {COUNTS}"
    ),
    stops="A visit at which the child was seen, or the end of the home",
    limit=weeks(6),
    warning=days(34),
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=waits("adoptive-later"),
    examples=(
        Example(
            "from the last visit, from the day of the review on, and from each visit to the next",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02; home A6 2024-01-02;"
            " visit 2024-01-15; review 2024-01-29; visit 2024-02-26",
            (
                Row(
                    "2024-01-15",
                    runs_from="2024-01-29",
                    stopped="2024-02-26",
                    warn="2024-02-18",
                    due="2024-02-26",
                ),
                Row("2024-02-26", warn="2024-03-31", due="2024-04-08"),
            ),
        ),
        Example(
            "nobody came before the review: from the placing",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02; home A5 2024-01-02;"
            " review 2024-01-29",
            (
                Row(
                    "2024-01-02",
                    runs_from="2024-01-29",
                    warn="2024-02-05",
                    due="2024-02-13",
                ),
            ),
        ),
        Example(
            "a visit on the day of the review",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02; home A6 2024-01-02;"
            " review 2024-01-15; visit 2024-01-15",
            (Row("2024-01-15", warn="2024-02-18", due="2024-02-26"),),
        ),
        Example(
            "the home ends",
            "recorded 2020-01-01; care 2024-01-02; status E1 2024-01-02;"
            " home A6 2024-01-02 .. 2024-02-10; home U6 2024-02-10; visit 2024-01-15;"
            " review 2024-01-29",
            (
                Row(
                    "2024-01-15",
                    runs_from="2024-01-29",
                    stopped="2024-02-10",
                    warn="2024-02-18",
                    due="2024-02-26",
                ),
            ),
        ),
        Example(
            "reviewed before the placing",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03;"
            " home U5 2023-01-03 .. 2024-01-02 a; home A5 2024-01-02 a; review 2024-01-02;"
            " visit 2024-01-15",
        ),
        Example(
            "placed on or before the first return: a review is taken to have been held",
            "recorded 2020-01-01; care ~2024-01-02; status E1 2024-01-02; home ~A6 2024-01-02",
            (Row("2024-01-02", warn="2024-02-05", due="2024-02-13", known=False),),
        ),
        Example(
            "people began to record after the last visit",
            "recorded 2024-02-01; care 2024-01-02; status E1 2024-01-02; home A6 2024-01-02;"
            " visit 2024-01-15; review 2024-01-29",
            (Row("2024-02-01", warn="2024-03-06", due="2024-03-14", known=False),),
        ),
    ),
)
