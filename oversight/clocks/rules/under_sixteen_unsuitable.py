from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

# The law is of 9 September 2021: who lived there before is counted from that day.
SQL = """
SELECT
    child_id, lower(days) AS started_on,
    known[array_position(starts, lower(days))] AS start_known,
    least(upper(days), sixteen_on) AS stopped_on,
    CASE
        WHEN sixteen_on <= coalesce(upper(days), 'infinity') THEN 'turned 16'
        WHEN upper(days) IS NOT NULL THEN 'moved'
        ELSE '' END AS stopped_by,
    lower(days) - 1 AS due_on
FROM (
    SELECT
        child_id, range_agg(daterange(began_on, ends_on)) AS spells,
        array_agg(began_on ORDER BY start_known) AS starts,
        array_agg(start_known OR starts_on <= '2021-09-09' ORDER BY start_known) AS known
    FROM (
        SELECT child_id, starts_on, ends_on, start_known FROM home_kind
        WHERE kind IN ('H5', 'K3', 'P2')
        UNION ALL
        SELECT child_id, starts_on, ends_on, true FROM unregistered WHERE kind = 'under-16'
    ) AS places
    CROSS JOIN LATERAL (SELECT greatest(starts_on, date '2021-09-09') AS began_on) AS law
    WHERE coalesce(ends_on > began_on, true)
    GROUP BY child_id
) AS held
JOIN child USING (child_id)
CROSS JOIN LATERAL unnest(spells) AS days
WHERE coalesce(sixteen_on > lower(days), true)
"""

CLOCK = Clock(
    code="under-sixteen-unsuitable",
    title="Under 16 in supported accommodation",
    why=(
        "Supported and independent living are for young people who can look after themselves in "
        "part. No child under 16 may live there, for any time or any reason."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 27A, in "
        "force from 9 September 2021."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Director of children’s services",
    group=Group.APPROVALS,
    rules=("UNR-01",),
    subject="the child",
    counting=(
        "Red from the first day on which a child under 16 lives in supported, semi-independent "
        "or independent accommodation, by the kind of home or because somebody recorded it."
    ),
    limit_words="not allowed for a day",
    stops="A move, or the 16th birthday",
    unlawful=True,
    runs=Runs.REMAND_TOO,
    gives=frozenset({"start_known", "stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "14 and in semi-independent living, until a move",
            "born 2009-05-10; care 2024-01-01; status V2 2024-01-01;"
            " home H5 2024-01-01 .. 2024-02-05; home U6 2024-02-05",
            (Row("2024-01-01", stopped="2024-02-05", due="2023-12-31"),),
        ),
        Example(
            "born on 29 February, 16 on the day; on remand",
            "born 2008-02-29; care 2024-02-28; status J1 2024-02-28; home P2 2024-02-28",
            (Row("2024-02-28", stopped="2024-02-29", due="2024-02-27"),),
        ),
        Example(
            "moved in on the 16th birthday",
            "born 2008-02-29; care 2024-02-29; status V2 2024-02-29; home K3 2024-02-29",
        ),
        Example(
            "recorded by somebody, in a home of another kind, and gone on from there",
            "born 2012-05-10; care 2024-01-01; status C2 2024-01-01; home Z1 2024-01-01"
            " .. 2024-04-01; home K3 2024-04-01; unregistered under-16 2024-02-01 .. 2024-04-01"
            " end_reason=moved; unregistered childrens-home 2024-01-01 .. 2024-02-01"
            " end_reason=moved",
            (Row("2024-02-01", stopped="2028-05-10", due="2024-01-31"),),
        ),
        Example(
            "a child who lived there before the law is counted from its first day",
            "born 2009-05-10; care ~2021-04-01; status ~V2 2021-04-01; home ~H5 2021-04-01",
            (Row("2021-09-09", stopped="2025-05-10", due="2021-09-08"),),
        ),
        Example(
            "moved out before the law, or on its first day",
            "born 2009-05-10; care 2021-04-01; status V2 2021-04-01;"
            " home H5 2021-04-01 .. 2021-08-02; home U6 2021-08-02 .. 2021-08-09;"
            " home P2 2021-08-09 .. 2021-09-09; home U6 2021-09-09",
        ),
        Example(
            "there on or before the law's first day, or the day after",
            "born 2009-05-10; care ~2021-09-09; status ~V2 2021-09-09; home ~H5 2021-09-09"
            " .. 2021-09-20; home U6 2021-09-20",
            (Row("2021-09-09", stopped="2021-09-20", due="2021-09-08"),),
        ),
        Example(
            "an unknown start since then, told with a recorded one of that day",
            "born 2009-05-10; care ~2021-09-10; status ~V2 2021-09-10; home ~H5 2021-09-10;"
            " unregistered under-16 2021-09-10",
            (Row("2021-09-10", stopped="2025-05-10", due="2021-09-09", known=False),),
        ),
        Example(
            "day of birth not recorded: counted until it is",
            "care 2024-01-01; status V2 2024-01-01; home K3 2024-01-01",
            (Row("2024-01-01", due="2023-12-31"),),
        ),
        Example(
            "a child of that age in a children's home",
            "born 2009-05-10; care 2024-01-01; status V2 2024-01-01; home K2 2024-01-01",
        ),
    ),
)
