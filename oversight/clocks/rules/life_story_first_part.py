from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    later,
    months,
    working_days,
)

# Reviews are due four weeks after the move and three months after the first; the days on which they
# are held take the place of those.
SQL = f"""
SELECT
    home_kind.child_id, starts_on AS started_on, start_known,
    least(given_on, ends_on) AS stopped_on,
    CASE
        WHEN given_on <= coalesce(ends_on, 'infinity') THEN 'first part given'
        WHEN ends_on IS NOT NULL THEN 'home ended'
        ELSE '' END AS stopped_by,
    coalesce(second_on, {later("coalesce(first_on, starts_on + 28)", months(3))}) AS due_on
FROM home_kind
CROSS JOIN LATERAL (
    SELECT min(held_on) AS first_on FROM review
    WHERE review.child_id = home_kind.child_id AND held_on > starts_on
) AS first_review
CROSS JOIN LATERAL (
    SELECT min(held_on) AS second_on FROM review
    WHERE review.child_id = home_kind.child_id AND held_on > first_on
) AS second_review
CROSS JOIN LATERAL (
    SELECT min(done_on) AS given_on FROM life_story
    WHERE life_story.child_id = home_kind.child_id AND life_story.kind IN ('part', 'book')
) AS story
WHERE home_kind.kind = 'adoptive' AND coalesce(given_on >= starts_on, true)
"""

CLOCK = Clock(
    code="life-story-first-part",
    title="Life story: first part",
    why=(
        "A child who moves to a new family needs the story of the old one from the start. The "
        "first part is due while those who know the answers are still there."
    ),
    source=(
        "Adoption guidance: the first part by the second review after the child is placed. "
        "Recalled, not read again; check it before it is relied on."
    ),
    kind=Kind.GUIDANCE,
    confidence=Confidence.MEDIUM,
    owner="Social worker and regional adoption agency",
    group=Group.ADOPTION,
    rules=("ADO-25",),
    subject="the child",
    counting=(
        "To the day of the second review after the move. Before that is held, to the day by which "
        "it must be: three months after the first, which is due four weeks after the move. Amber "
        "20 working days before."
    ),
    limit_words="the second review after the move",
    stops="A part of the life story or the book given, or the end of the home",
    before=working_days(20),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "placed, no review yet; one on the day of the move is not after it",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A5 2023-11-03;"
            " review 2023-11-03; life-story started 2023-11-10",
            (Row("2023-11-03", warn="2024-02-02", due="2024-03-01"),),
        ),
        Example(
            "the first review was on the last of November: three months go to 29 February",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home ~A5 2023-11-03;"
            " review 2023-11-30",
            (Row("2023-11-03", warn="2024-02-01", due="2024-02-29", known=False),),
        ),
        Example(
            "given on the day of the second review, as the home ended; the book later",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home A5 2023-11-03 .. 2024-02-12; home U4 2024-02-12 .. 2024-11-04;"
            " home A6 2024-11-04;"
            " review 2023-11-30; review 2024-02-12; review 2024-08-05; life-story part 2024-02-12;"
            " life-story book 2024-10-07; life-story part 2025-01-06",
            (Row("2023-11-03", stopped="2024-02-12", warn="2024-01-15", due="2024-02-12"),),
        ),
        Example(
            "only the book was given, on the day of the move: a wait of no days",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A5 2023-11-03;"
            " life-story book 2023-11-03",
            (Row("2023-11-03", stopped="2023-11-03", warn="2024-02-02", due="2024-03-01"),),
        ),
        Example(
            "given before the move; a later home needs nothing either",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A5 2023-11-03;"
            " life-story part 2023-11-02; life-story part 2023-12-04",
        ),
        Example(
            "the home ends without it",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home A5 2023-11-03 .. 2024-01-08; home U4 2024-01-08; life-story part 2024-02-05",
            (Row("2023-11-03", stopped="2024-01-08", warn="2024-02-02", due="2024-03-01"),),
        ),
        Example(
            "recording began after the move",
            "recorded 2023-12-03; care 2022-06-06; status E1 2023-01-09; home A5 2023-11-03",
            (Row("2023-12-03", warn="2024-03-01", due="2024-03-31", known=False),),
        ),
        Example(
            "not in an adoptive home",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U5 2023-11-03",
        ),
    ),
)
