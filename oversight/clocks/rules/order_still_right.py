from oversight.clocks.clock import (
    Clock,
    Confidence,
    Example,
    Group,
    Kind,
    Row,
    days,
    later,
    months,
)

YEAR, AGAIN = months(12), months(6)
YEAR_WARNED, AGAIN_WARNED = months(9), days(146)

# Days under the order without an adoptive home, and without those on which adoption was given up:
# where a decision is recorded, the days from it on that none covers.
SQL = f"""
WITH waiting AS (
    SELECT status.child_id, starts_on AS ordered_on, start_known, unnest(
        datemultirange(daterange(starts_on, ends_on))
            - coalesce(placed, '{{}}')
            - (coalesce(since_decided, '{{}}') - coalesce(stood, '{{}}'))
    ) AS days
    FROM status
    LEFT JOIN (
        SELECT child_id, range_agg(daterange(starts_on, ends_on)) AS placed
        FROM home_kind WHERE kind = 'adoptive' GROUP BY child_id
    ) AS homes USING (child_id)
    LEFT JOIN (
        SELECT
            child_id, datemultirange(daterange(min(decided_on), NULL)) AS since_decided,
            range_agg(daterange(decided_on, reversed_on)) AS stood
        FROM decision GROUP BY child_id
    ) AS decisions USING (child_id)
    WHERE code = 'E1'
),
asked AS (
    SELECT
        child_id, lower(days) AS began_on, upper(days) AS ended_on, lower(days) AS started_on,
        start_known OR lower(days) > ordered_on AS start_known
    FROM waiting
    UNION ALL
    SELECT child_id, lower(days), upper(days), held_on, true
    FROM waiting
    JOIN reexamination USING (child_id)
    WHERE days @> held_on AND held_on > lower(days)
)
SELECT
    child_id, started_on, start_known, coalesce(again_on, ended_on) AS stopped_on,
    CASE
        WHEN again_on IS NOT NULL THEN 'looked at again'
        WHEN ended_on IS NULL THEN ''
        ELSE 'placed, given up or order ended' END AS stopped_by,
    greatest({later("began_on", YEAR)}, {later("started_on", AGAIN)}) AS due_on,
    greatest({later("began_on", YEAR_WARNED)}, {later("started_on", AGAIN_WARNED)}) AS warn_on
FROM (
    SELECT asked.*, lead(started_on) OVER (
        PARTITION BY child_id, began_on ORDER BY started_on
    ) AS again_on
    FROM asked
) AS turns
"""

CLOCK = Clock(
    code="order-still-right",
    title="Is adoption still right?",
    why=(
        "A year with a placement order and no family is a long time in a childhood. Somebody has "
        "to ask whether adoption is still the plan, and say it aloud."
    ),
    source=(
        "Local practice: at twelve months the Permanence Monitoring Group and the agency decision "
        "maker decide anew. That it is asked every six months from then on follows the reviews of "
        "the Adoption Agencies Regulations 2005, regulation 36(1)."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.MEDIUM,
    owner="Permanence Monitoring Group and agency decision maker",
    group=Group.ADOPTION,
    rules=("ADO-16",),
    subject="the child",
    counting=(
        "Twelve calendar months from the placement order, or from the end of an adoptive home or a "
        "new decision under it; six months from each time the plan was looked at again, though not "
        "before the twelve are over. Amber after nine months, and 146 days after a look."
    ),
    limit_words="12 months, then 6 months after each look",
    stops="The plan looked at again, an adoptive home, adoption given up, or the order’s end",
    recorded=True,
    gives=frozenset({"start_known", "stopped_by", "due_on", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "ordered on 29 February, not placed and not asked",
            "recorded 2020-01-01; care 2023-06-05; status E1 2024-02-29; home U4 2023-06-05",
            (Row("2024-02-29", warn="2024-11-29", due="2025-02-28"),),
        ),
        Example(
            "asked on the last day; then every six months",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " decision 2022-12-05; reexamination still-right 2024-01-09;"
            " reexamination still-right 2024-07-09",
            (
                Row("2023-01-09", stopped="2024-01-09", warn="2023-10-09", due="2024-01-09"),
                Row("2024-01-09", stopped="2024-07-09", warn="2024-06-03", due="2024-07-09"),
                Row("2024-07-09", warn="2024-12-02", due="2025-01-09"),
            ),
        ),
        Example(
            "asked early: not due again before the year is over",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " reexamination search-differently 2023-04-03",
            (
                Row("2023-01-09", stopped="2023-04-03", warn="2023-10-09", due="2024-01-09"),
                Row("2023-04-03", warn="2023-10-09", due="2024-01-09"),
            ),
        ),
        Example(
            "an adoptive home stops it, and its end starts it anew; asked on that day is too soon",
            "recorded 2020-01-01; care 2022-06-06; status ~E1 2023-01-09 .. 2024-06-03;"
            " status C2 2024-06-03; home U4 2022-06-06 .. 2023-05-08;"
            " home A5 2023-05-08 .. 2023-09-04; home U4 2023-09-04;"
            " reexamination still-right 2023-09-04; reexamination still-right 2024-06-03",
            (
                Row(
                    "2023-01-09",
                    stopped="2023-05-08",
                    warn="2023-10-09",
                    due="2024-01-09",
                    known=False,
                ),
                Row("2023-09-04", stopped="2024-06-03", warn="2024-06-04", due="2024-09-04"),
            ),
        ),
        Example(
            "given up and decided again, while the order goes on; asked in between for nothing",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " decision 2022-12-05 reversed 2023-05-08; decision 2023-09-04;"
            " reexamination change 2023-05-08; reexamination still-right 2023-07-03",
            (
                Row("2023-01-09", stopped="2023-05-08", warn="2023-10-09", due="2024-01-09"),
                Row("2023-09-04", warn="2024-06-04", due="2024-09-04"),
            ),
        ),
        Example(
            "one decision reversed while another stands: it goes on",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " decision 2022-12-05 reversed 2023-05-08; decision 2023-03-06",
            (Row("2023-01-09", warn="2023-10-09", due="2024-01-09"),),
        ),
        Example(
            "the decision is recorded as later than the order: it waits from the order",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06;"
            " decision 2023-02-06",
            (Row("2023-01-09", warn="2023-10-09", due="2024-01-09"),),
        ),
        Example(
            "recording began when the order was two years old: a year from then",
            "recorded 2025-01-08; care 2022-06-06; status E1 2023-01-09; home U4 2022-06-06",
            (Row("2025-01-08", warn="2025-10-08", due="2026-01-08", known=False),),
        ),
        Example("no placement order", "recorded 2020-01-01; care 2022-06-06; status C2 2023-01-09"),
    ),
)
