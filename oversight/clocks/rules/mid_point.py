from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, later, months

# When the next review is due is told as the clocks of reviews tell it: in 3 months after the first
# in care or in an adoptive home, and where an authority reviews those under five every quarter;
# else in 6. A day that was set, a placement order, or another count of months for those under five
# brings it forward. A wait that is over stays as it was, whatever is moved afterwards.
SQL = f"""
SELECT
    child_id, held_on AS started_on, stopped_on,
    CASE stopped_on
        WHEN looked_on THEN 'mid-point held'
        WHEN next_on THEN 'next review'
        WHEN left_on THEN 'left care'
        ELSE '' END AS stopped_by,
    CASE
        WHEN moved_on < usual_on THEN held_on + (moved_on - held_on) / 2
        WHEN usual_on = in_three THEN held_on + 42
        ELSE in_three END AS due_on,
    CASE
        WHEN moved_on < usual_on THEN held_on + (moved_on - held_on) / 2 * 2 / 3
        WHEN usual_on = in_three THEN held_on + 28
        ELSE {later("held_on", months(2))} END AS warn_on,
    CASE
        WHEN moved_on = planned_on AND moved_on < usual_on THEN 'an earlier review is planned'
        WHEN moved_on = ordered_on AND moved_on < usual_on
            THEN 'the placement order brings the review forward'
        WHEN quarter_on <= usual_on THEN 'reviews come more often under five'
        ELSE '' END AS note
FROM (
    SELECT
        review.id, review.child_id, held_on, care.ends_on AS left_on,
        lead(held_on) OVER turns AS next_on,
        adoptive.child_id IS NOT NULL AS is_placed,
        row_number() OVER turns > 1 OR NOT care.start_known AS is_later,
        adoptive.start_known AND row_number() OVER (
            PARTITION BY review.child_id, care.starts_on, adoptive.starts_on ORDER BY held_on
        ) = 1 AS is_first_placed
    FROM review
    JOIN care
        ON care.child_id = review.child_id AND daterange(care.starts_on, care.ends_on) @> held_on
    LEFT JOIN home_kind AS adoptive
        ON adoptive.child_id = review.child_id AND adoptive.kind = 'adoptive'
        AND adoptive.starts_on < held_on AND coalesce(adoptive.ends_on > held_on, true)
    WINDOW turns AS (PARTITION BY review.child_id, care.starts_on ORDER BY held_on)
) AS held
CROSS JOIN LATERAL (
    SELECT min(mid_point.held_on) AS looked_on FROM mid_point
    WHERE mid_point.child_id = held.child_id AND mid_point.held_on > held.held_on
) AS looking
CROSS JOIN LATERAL (
    SELECT
        least(looked_on, next_on, left_on) AS stopped_on,
        {later("held_on", months(3))} AS in_three, {later("held_on", months(6))} AS in_six
) AS counted
CROSS JOIN LATERAL (
    SELECT max((held_on + coalesce(limit_count, 3) * interval '1 month')::date) AS quarter_on
    FROM child
    JOIN setting USING (authority_id)
    WHERE child.child_id = held.child_id AND is_later AND held_on < five_on
        AND clock = 'review-under-fives' AND enabled
        AND setting.starts_on <= held_on AND coalesce(setting.ends_on > held_on, true)
        AND NOT EXISTS (
            SELECT FROM home_kind
            WHERE home_kind.child_id = held.child_id AND kind = 'adoptive'
                AND daterange(home_kind.starts_on, home_kind.ends_on) @> held_on
        )
) AS quarterly
CROSS JOIN LATERAL (
    SELECT (min(starts_on) + interval '3 months')::date AS ordered_on FROM status
    WHERE status.child_id = held.child_id AND code = 'E1' AND start_known AND NOT is_placed
        AND starts_on > held_on AND coalesce(starts_on < stopped_on, true)
        AND coalesce(ends_on >= stopped_on, ends_on IS NULL)
) AS ordering
CROSS JOIN LATERAL (
    SELECT min(planned_on) AS planned_on FROM planned_review
    WHERE planned_review.child_id = held.child_id AND called_off_on IS NULL
        AND planned_on > held_on AND set_on >= held_on AND coalesce(set_on < stopped_on, true)
        AND review_id IS DISTINCT FROM held.id
) AS planning
CROSS JOIN LATERAL (
    SELECT
        CASE
            WHEN CASE WHEN is_placed THEN is_first_placed ELSE NOT is_later END THEN in_three
            WHEN quarter_on = in_three THEN in_three
            ELSE in_six END AS usual_on,
        least(planned_on, ordered_on, quarter_on) AS moved_on
) AS next
"""

CLOCK = Clock(
    code="mid-point",
    title="Mid-point between reviews",
    why=(
        "Between two reviews half a year can pass. A look at the mid-point finds the plan that has "
        "stopped while there is still time to move it before the review."
    ),
    source=(
        "Local practice that Ofsted has praised; Wandsworth books it at the end of each review. "
        "That it is late after half of the time is this product’s reading of it."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-19",),
    subject="the child",
    counting=(
        "From each review half-way to the next: 6 weeks where that is due in 3 months (after the "
        "first in care or in an adoptive home, or under five where an authority reviews every "
        "quarter), else 3 months; amber, as the time to look, from 4 weeks or 2 months. Where an "
        "earlier day is planned for the next review, or a placement order brings it forward: half "
        "of the days to it, and amber from two thirds of these."
    ),
    limit_words="half-way: 6 weeks or 3 months after the review, sooner where the next is sooner",
    stops="A mid-point held, the next review, or the end of care",
    recorded=True,
    gives=frozenset({"stopped_by", "due_on", "warn_on", "note"}),
    heeds=("review-under-fives",),
    sql=SQL,
    examples=(
        Example(
            "none before the first review; six weeks after it, then three months",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " mid-point in-time 2024-03-05; mid-point in-time 2024-03-20; review 2024-04-24",
            (
                Row("2024-01-30", stopped="2024-03-05", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "the month’s end",
            "recorded 2020-01-01; care 2023-09-01; status C2 2023-09-01; review 2023-09-28;"
            " review 2023-11-30; mid-point in-time 2024-02-29",
            (
                Row("2023-09-28", stopped="2023-11-30", warn="2023-10-26", due="2023-11-09"),
                Row("2023-11-30", stopped="2024-02-29", warn="2024-01-30", due="2024-02-29"),
            ),
        ),
        Example(
            "a look on the day of the review is not one after it",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " mid-point in-time 2024-01-30",
            (Row("2024-01-30", warn="2024-02-27", due="2024-03-12"),),
        ),
        Example(
            "the first review in an adoptive home, and the one on the day of the move",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home U4 2023-01-03 .. 2023-04-24; home A6 2023-04-24 .. 2023-09-01;"
            " home U4 2023-09-01; review 2023-04-24; review 2023-05-22; review 2023-08-21;"
            " review 2023-09-01",
            (
                Row("2023-01-30", stopped="2023-04-24", warn="2023-02-27", due="2023-03-13"),
                Row("2023-04-24", stopped="2023-05-22", warn="2023-06-24", due="2023-07-24"),
                Row("2023-05-22", stopped="2023-08-21", warn="2023-06-19", due="2023-07-03"),
                Row("2023-08-21", stopped="2023-09-01", warn="2023-10-21", due="2023-11-21"),
                Row("2023-09-01", warn="2023-11-01", due="2023-12-01"),
            ),
        ),
        Example(
            "an unknown start of care: its first review may be a later one; left and back again",
            "recorded 2020-01-01; care ~2024-01-02 .. 2024-03-01;"
            " status V2 2024-01-02 .. 2024-03-01; review 2024-01-30; care 2024-04-02;"
            " status V2 2024-04-02; review 2024-04-29",
            (
                Row("2024-01-30", stopped="2024-03-01", warn="2024-03-30", due="2024-04-30"),
                Row("2024-04-29", warn="2024-05-27", due="2024-06-10"),
            ),
        ),
        Example(
            "placed for adoption on or before the first return, and not placed but with others",
            "recorded 2020-01-01; care ~2024-01-02; status E1 2024-01-02; home ~A6 2024-01-02;"
            " review 2024-01-30",
            (Row("2024-01-30", warn="2024-03-30", due="2024-04-30"),),
        ),
        Example(
            "people record here since later on: counted from that day, the limit as far off",
            "recorded 2024-02-09; care 2024-01-02; status C2 2024-01-02; review 2024-01-30",
            (Row("2024-02-09", warn="2024-03-08", due="2024-03-22", known=False),),
        ),
        Example(
            "a review on the day an adoptive home ends is not one in it; the next family’s is",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home A6 2023-04-24 .. 2023-06-05; home U4 2023-06-05 .. 2023-07-03;"
            " home A6 2023-07-03; review 2023-06-05; review 2023-07-31",
            (
                Row("2023-01-30", stopped="2023-06-05", warn="2023-02-27", due="2023-03-13"),
                Row("2023-06-05", stopped="2023-07-31", warn="2023-08-05", due="2023-09-05"),
                Row("2023-07-31", warn="2023-08-28", due="2023-09-11"),
            ),
        ),
        Example(
            "the second and the third: three months, from two",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24; review 2024-10-15",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2024-10-15", warn="2024-06-24", due="2024-07-24"),
                Row("2024-10-15", warn="2024-12-15", due="2025-01-15"),
            ),
        ),
        Example(
            "placed for adoption: six weeks after the first review there, then three months",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home A6 2024-03-04; review 2024-03-28; review 2024-06-20",
            (
                Row("2023-01-30", stopped="2024-03-28", warn="2023-02-27", due="2023-03-13"),
                Row("2024-03-28", stopped="2024-06-20", warn="2024-04-25", due="2024-05-09"),
                Row("2024-06-20", warn="2024-08-20", due="2024-09-20"),
            ),
        ),
        Example(
            "the first review in care was held in an adoptive home: the next is not the first",
            "recorded 2020-01-01; care 2023-01-03; status E1 2023-01-03; review 2023-01-30;"
            " home A6 2023-01-03 .. 2023-03-01; home U4 2023-03-01; review 2023-04-24",
            (
                Row("2023-01-30", stopped="2023-04-24", warn="2023-02-27", due="2023-03-13"),
                Row("2023-04-24", warn="2023-06-24", due="2023-07-24"),
            ),
        ),
        Example(
            "a placement order brings the review forward to 1 August: half of the 108 days",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-05-01;"
            " status E1 2024-05-01; review 2024-01-30; review 2024-04-15",
            (
                Row("2024-01-30", stopped="2024-04-15", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-15", warn="2024-05-21", due="2024-06-08"),
            ),
        ),
        Example(
            "an order on the day of the review brings nothing forward, nor one that is over by the"
            " next, nor one of which the day is not known",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-01-30;"
            " status E1 2024-01-30 .. 2024-05-01; status C2 2024-05-01 .. 2024-07-01;"
            " status E1 2024-07-01 .. 2024-07-20; status C2 2024-07-20 .. 2024-10-21;"
            " status ~E1 2024-10-21; review 2024-01-09; review 2024-01-30; review 2024-06-24;"
            " review 2024-10-14",
            (
                Row("2024-01-09", stopped="2024-01-30", warn="2024-02-06", due="2024-02-20"),
                Row("2024-01-30", stopped="2024-06-24", warn="2024-03-30", due="2024-04-30"),
                Row("2024-06-24", stopped="2024-10-14", warn="2024-08-24", due="2024-09-24"),
                Row("2024-10-14", warn="2024-12-14", due="2025-01-14"),
            ),
        ),
        Example(
            "an order that ends on the day of the next review; one made on it is the next’s",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-05-01;"
            " status E1 2024-05-01 .. 2024-07-01; status C2 2024-07-01 .. 2024-07-15;"
            " status E1 2024-07-15; review 2024-01-09; review 2024-04-15; review 2024-07-01;"
            " review 2024-07-15",
            (
                Row("2024-01-09", stopped="2024-04-15", warn="2024-02-06", due="2024-02-20"),
                Row("2024-04-15", stopped="2024-07-01", warn="2024-05-21", due="2024-06-08"),
                Row("2024-07-01", stopped="2024-07-15", warn="2024-09-01", due="2024-10-01"),
                Row("2024-07-15", warn="2024-09-15", due="2024-10-15"),
            ),
        ),
        Example(
            "placed already, an order brings nothing forward",
            "recorded 2020-01-01; care 2023-01-03; status C2 2023-01-03 .. 2024-04-02;"
            " status E1 2024-04-02; home A6 2024-03-04; review 2024-03-28; review 2023-01-30;"
            " review 2024-04-01",
            (
                Row("2023-01-30", stopped="2024-03-28", warn="2023-02-27", due="2023-03-13"),
                Row("2024-03-28", stopped="2024-04-01", warn="2024-04-25", due="2024-05-09"),
                Row("2024-04-01", warn="2024-06-01", due="2024-07-01"),
            ),
        ),
        Example(
            "adjourned: counted from the day it was held",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24 adjourned=2024-04-24 completed=2024-05-21",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "in several meetings: counted from the first",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24 in_parts=True completed=2024-05-15",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "moved earlier, to 1 August: half of the 99 days, rounded down, from two thirds of it",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24; planned-review 2024-08-01 set=2024-04-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-05-26", due="2024-06-12"),
            ),
        ),
        Example(
            "moved by a fortnight, from 24 October: half of the 169 days",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24; planned-review 2024-10-10 set=2024-04-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-19", due="2024-07-17"),
            ),
        ),
        Example(
            "moved before the day to which a placement order brings it: half of the 77 days",
            "recorded 2020-01-01; care 2024-01-02; status C1 2024-01-02 .. 2024-05-01;"
            " status E1 2024-05-01; review 2024-01-30; review 2024-04-15;"
            " planned-review 2024-07-01 set=2024-05-02",
            (
                Row("2024-01-30", stopped="2024-04-15", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-15", warn="2024-05-10", due="2024-05-23"),
            ),
        ),
        Example(
            "planned for the last day on which it is due, and for the day of a review itself",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-09;"
            " review 2024-04-15; review 2024-10-14;"
            " planned-review 2024-10-15 set=2024-04-15 review=last;"
            " planned-review 2024-10-14 set=2024-10-14",
            (
                Row("2024-01-09", stopped="2024-04-15", warn="2024-02-06", due="2024-02-20"),
                Row("2024-04-15", stopped="2024-10-14", warn="2024-06-15", due="2024-07-15"),
                Row("2024-10-14", warn="2024-12-14", due="2025-01-14"),
            ),
        ),
        Example(
            "moved later: the window stays; nor does a day matter that was called off",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-04-24; planned-review 2024-08-01 set=2024-04-24"
            " called_off_on=2024-05-02 called_off_because=moved;"
            " planned-review 2024-11-20 set=2024-05-02",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "the day set for the first review is not set for the next, though set on its day; that"
            " for the second stands when it is held",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " planned-review 2024-01-31 set=2024-01-30 review=last; review 2024-03-18;"
            " planned-review 2024-03-20 set=2024-01-30 review=last;"
            " planned-review 2024-07-16 set=2024-03-18",
            (
                Row("2024-01-30", stopped="2024-03-18", warn="2024-02-15", due="2024-02-24"),
                Row("2024-03-18", warn="2024-04-27", due="2024-05-17"),
            ),
        ),
        Example(
            "moved once the mid-point is held: it was held in time, and stays so",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-09;"
            " review 2024-04-24; mid-point in-time 2024-07-19;"
            " planned-review 2024-08-01 set=2024-07-19",
            (
                Row("2024-01-09", stopped="2024-04-24", warn="2024-02-06", due="2024-02-20"),
                Row("2024-04-24", stopped="2024-07-19", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "a review held late: counted from the day it was really held",
            "recorded 2020-01-01; care 2024-01-02; status C2 2024-01-02; review 2024-01-30;"
            " review 2024-06-03",
            (
                Row("2024-01-30", stopped="2024-06-03", warn="2024-02-27", due="2024-03-12"),
                Row("2024-06-03", warn="2024-08-03", due="2024-09-03"),
            ),
        ),
        Example(
            "under five, where the authority reviews every quarter: six weeks from the second on",
            "recorded 2020-01-01; born 2021-03-15; switched review-under-fives 2024-01-01;"
            " care 2024-01-02; status C2 2024-01-02; review 2024-01-30; review 2024-04-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2039-03-15", warn="2024-05-22", due="2024-06-05"),
            ),
        ),
        Example(
            "under five, where it does not, or only for reviews held later",
            "recorded 2020-01-01; born 2021-03-15; switched review-under-fives 2024-04-25;"
            " care 2024-01-02; status C2 2024-01-02; review 2024-01-30; review 2024-04-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2039-03-15", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "under five, where the authority has switched that off",
            "recorded 2020-01-01; born 2021-03-15; switched review-under-fives 2024-01-01 off;"
            " care 2024-01-02; status C2 2024-01-02; review 2024-01-30; review 2024-04-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2039-03-15", warn="2024-06-24", due="2024-07-24"),
            ),
        ),
        Example(
            "switched on from the day of the review, and off from that of the next",
            "recorded 2020-01-01; born 2021-03-15;"
            " switched review-under-fives 2024-04-24 .. 2024-07-24; care ~2024-01-02;"
            " status C2 2024-01-02; review 2024-04-24; review 2024-07-24",
            (
                Row("2024-04-24", stopped="2024-07-24", warn="2024-05-22", due="2024-06-05"),
                Row("2024-07-24", stopped="2039-03-15", warn="2024-09-24", due="2024-10-24"),
            ),
        ),
        Example(
            "turned five in between: it stays the window of the quarter, and the next is longer",
            "recorded 2020-01-01; born 2019-07-22; switched review-under-fives 2024-01-01;"
            " care 2024-01-02; status C2 2024-01-02; review 2024-01-30; review 2024-04-24;"
            " review 2024-07-22",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2024-07-22", warn="2024-05-22", due="2024-06-05"),
                Row("2024-07-22", stopped="2037-07-22", warn="2024-09-22", due="2024-10-22"),
            ),
        ),
        Example(
            "under five, reviewed every two months: half of the 61 days; not where placed",
            "recorded 2020-01-01; born 2021-03-15; switched review-under-fives 2024-01-01 limit=2;"
            " care 2024-01-02; status E1 2024-01-02; review 2024-01-30; review 2024-04-24;"
            " home U4 2024-01-02 .. 2024-06-24; home A6 2024-06-24; review 2024-06-24",
            (
                Row("2024-01-30", stopped="2024-04-24", warn="2024-02-27", due="2024-03-12"),
                Row("2024-04-24", stopped="2024-06-24", warn="2024-05-14", due="2024-05-24"),
                Row("2024-06-24", stopped="2039-03-15", warn="2024-08-24", due="2024-09-24"),
            ),
        ),
    ),
)
