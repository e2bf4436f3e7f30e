from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    months,
    working_days,
)

# A spell goes on from one children's home to the next.
SQL = """
WITH spell AS (
    SELECT
        child_id, lower(days) AS starts_on, upper(days) AS ends_on,
        known[array_position(starts, lower(days))] AS start_known
    FROM (
        SELECT
            child_id, range_agg(daterange(starts_on, ends_on)) AS spells,
            array_agg(starts_on) AS starts, array_agg(start_known) AS known
        FROM home_kind WHERE kind IN ('K2', 'R1', 'S1') GROUP BY child_id
    ) AS held
    CROSS JOIN LATERAL unnest(spells) AS days
)
SELECT
    spell.child_id, day AS started_on, start_known OR day > starts_on AS start_known,
    lead(day, 1, ends_on) OVER looks AS stopped_on,
    CASE
        WHEN lead(day) OVER looks IS NOT NULL THEN 'looked at'
        WHEN ends_on IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by
FROM spell
JOIN (
    SELECT child_id, starts_on AS day FROM spell
    UNION SELECT child_id, held_on FROM review
    UNION SELECT child_id, held_on FROM mid_point
    UNION SELECT child_id, endorsed_on FROM plan
) AS look ON look.child_id = spell.child_id AND daterange(starts_on, ends_on) @> day
WINDOW looks AS (PARTITION BY spell.child_id, starts_on ORDER BY day)
"""

CLOCK = Clock(
    code="residential-look",
    title="Back from a children’s home to a family",
    why=(
        "Children stay in children's homes longer than anybody meant, because there is always "
        "something more urgent. Somebody has to ask again whether a family could be found."
    ),
    source=(
        "Councils watch such homes by groups of their own. That somebody looks every three "
        "months is proposed by this product."
    ),
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Permanence Monitoring Group and commissioning",
    group=Group.HOMES,
    rules=("LTF-08",),
    subject="the child",
    counting=(
        "Three calendar months from the day on which the child came to live in a children's "
        "home, a residential care home or a residential school, and from each look since: a "
        "review, a mid-point, or a plan endorsed by the group. A move from one such home to "
        "another starts nothing anew. Amber 20 working days before."
    ),
    stops="The next look, or a move to a family",
    limit=months(3),
    before=working_days(20),
    recorded=True,
    gives=frozenset({"start_known", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "from the last of November to the last of February",
            "recorded 2020-01-01; care 2023-11-30; status C2 2023-11-30; home K2 2023-11-30",
            (Row("2023-11-30", warn="2024-02-01", due="2024-02-29"),),
        ),
        Example(
            "a review, a mid-point and a plan endorsed each start it anew",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01; home K2 2024-01-01;"
            " review 2024-01-29; mid-point good 2024-04-15;"
            " plan residential 2024-05-01 endorsed=2024-06-03",
            (
                Row("2024-01-01", stopped="2024-01-29", warn="2024-03-01", due="2024-04-01"),
                Row("2024-01-29", stopped="2024-04-15", warn="2024-03-28", due="2024-04-29"),
                Row("2024-04-15", stopped="2024-06-03", warn="2024-06-17", due="2024-07-15"),
                Row("2024-06-03", warn="2024-08-05", due="2024-09-03"),
            ),
        ),
        Example(
            "from one home of these to the next, then to a family on the day of a review",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K2 2024-01-01 .. 2024-01-15; home R1 2024-01-15 .. 2024-02-12;"
            " home S1 2024-02-12 .. 2024-03-04; home U6 2024-03-04; review 2024-03-04",
            (Row("2024-01-01", stopped="2024-03-04", warn="2024-03-01", due="2024-04-01"),),
        ),
        Example(
            "a look on the first day, or before it, is the start",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home U6 2024-01-01 .. 2024-03-04; home K2 2024-03-04; review 2024-02-05;"
            " mid-point good 2024-03-04",
            (Row("2024-03-04", warn="2024-05-03", due="2024-06-04"),),
        ),
        Example(
            "twice in such a home",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K2 2024-01-01 .. 2024-02-05; home U6 2024-02-05 .. 2024-05-06;"
            " home K2 2024-05-06",
            (
                Row("2024-01-01", stopped="2024-02-05", warn="2024-03-01", due="2024-04-01"),
                Row("2024-05-06", warn="2024-07-09", due="2024-08-06"),
            ),
        ),
        Example(
            "secure homes, family centres and foster homes",
            "recorded 2020-01-01; care 2024-01-01; status C2 2024-01-01;"
            " home K1 2024-01-01 .. 2024-02-05; home R3 2024-02-05 .. 2024-03-04;"
            " home U6 2024-03-04; review 2024-01-29",
        ),
        Example(
            "there on or before the first day of recording, and looked at since",
            "recorded 2024-01-01; care ~2024-01-01; status ~C2 2024-01-01; home ~K2 2024-01-01;"
            " review 2024-02-26",
            (
                Row(
                    "2024-01-01",
                    stopped="2024-02-26",
                    warn="2024-03-01",
                    due="2024-04-01",
                    known=False,
                ),
                Row("2024-02-26", warn="2024-04-26", due="2024-05-26"),
            ),
        ),
        Example(
            "there long before people recorded here",
            "recorded 2024-04-02; care 2022-01-01; status C2 2022-01-01; home K2 2022-01-01",
            (Row("2024-04-02", warn="2024-06-04", due="2024-07-02", known=False),),
        ),
    ),
)
