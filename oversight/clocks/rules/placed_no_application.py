from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, months

# The days in an adoptive home on which no application stands, counted from the move whatever was
# applied for and withdrawn in between.
SQL = """
SELECT
    child_id, starts_on AS started_on, start_known, lower(days) AS runs_from,
    upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) IS NOT DISTINCT FROM ends_on THEN 'home ended'
        ELSE 'applied for' END AS stopped_by
FROM home_kind
LEFT JOIN (
    SELECT child_id, range_agg(days) AS applied
    FROM (
        SELECT child_id, daterange(applied_on, withdrawn_on) AS days FROM adoption_application
        UNION ALL
        SELECT child_id, daterange(made_on, NULL) FROM court_order WHERE kind = 'adoption'
    ) AS standing
    GROUP BY child_id
) AS applications USING (child_id)
CROSS JOIN LATERAL unnest(
    datemultirange(daterange(starts_on, ends_on)) - coalesce(applied, '{}')
) AS days
WHERE kind = 'adoptive'
"""

CLOCK = Clock(
    code="placed-no-application",
    title="Placed, adoption not applied for",
    why=(
        "The child has a family and no adoption. Sometimes the family waits for help that was "
        "promised; ask them what keeps them from applying."
    ),
    source="Nobody publishes a limit. Six and nine months are proposed by this product.",
    kind=Kind.PROPOSED,
    confidence=Confidence.LOW,
    owner="Regional adoption agency",
    group=Group.ADOPTION,
    rules=("ADO-23",),
    subject="the child",
    counting=(
        "Calendar months from the move to the adoptive home; amber after six. It stands still "
        "while an application is before the court."
    ),
    stops="The application, the adoption order, or the end of the home",
    limit=months(9),
    warning=months(6),
    recorded=True,
    gives=frozenset({"start_known", "runs_from", "stopped_by"}),
    sql=SQL,
    examples=(
        Example(
            "placed on the last of May, from one home of the family to the next",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home A5 2023-05-31 .. 2023-08-07 a; home A6 2023-08-07 a",
            (Row("2023-05-31", warn="2023-11-30", due="2024-02-29"),),
        ),
        Example(
            "applied for, withdrawn, and applied for again",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home ~A5 2023-05-08;"
            " application 2023-08-07 withdrawn=2023-11-06; application 2024-01-08",
            (
                Row(
                    "2023-05-08",
                    stopped="2023-08-07",
                    warn="2023-11-08",
                    due="2024-02-08",
                    known=False,
                ),
                Row(
                    "2023-05-08",
                    runs_from="2023-11-06",
                    stopped="2024-01-08",
                    warn="2023-11-08",
                    due="2024-02-08",
                    known=False,
                ),
            ),
        ),
        Example(
            "applied for before the move, by foster carers",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home A4 2023-05-08;"
            " application 2023-05-08",
        ),
        Example(
            "the home ends, and the next family has a wait of its own",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09;"
            " home A5 2023-05-08 .. 2023-08-07; home U4 2023-08-07 .. 2024-01-08;"
            " home A5 2024-01-08",
            (
                Row("2023-05-08", stopped="2023-08-07", warn="2023-11-08", due="2024-02-08"),
                Row("2024-01-08", warn="2024-07-08", due="2024-10-08"),
            ),
        ),
        Example(
            "the order is made, whatever was recorded of the application; a care order is none",
            "recorded 2020-01-01; care 2022-06-06 .. 2024-01-15;"
            " status E1 2023-01-09 .. 2024-01-15; home A5 2023-05-08 .. 2024-01-15;"
            " order care 2023-01-09; order adoption 2024-01-08",
            (Row("2023-05-08", stopped="2024-01-08", warn="2023-11-08", due="2024-02-08"),),
        ),
        Example(
            "recording began after the move",
            "recorded 2024-01-08; care 2022-06-06; status E1 2023-01-09; home A5 2023-05-08",
            (Row("2024-01-08", warn="2024-07-08", due="2024-10-08", known=False),),
        ),
        Example(
            "not in an adoptive home",
            "recorded 2020-01-01; care 2022-06-06; status E1 2023-01-09; home U5 2023-05-08",
        ),
    ),
)
