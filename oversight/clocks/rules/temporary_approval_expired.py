from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs
from oversight.clocks.shared.approvals import TERM

# An end because the carers were approved or got an order speaks for itself, even where the
# approval that followed is not recorded here.
SQL = f"""
WITH {TERM},
covered AS (
    SELECT child_id, home_id, range_agg(days) AS approved
    FROM (
        SELECT child_id, home_id, daterange(from_on, until) AS days FROM term
        UNION ALL
        SELECT child_id, home_id, daterange(starts_on, ends_on) FROM approval
        WHERE kind <> 'temporary'
        UNION ALL
        SELECT child_id, home_id, daterange(ends_on, NULL) FROM approval
        WHERE end_reason IN ('approved', 'order')
    ) AS approvals
    GROUP BY child_id, home_id
),
lived AS (
    SELECT child_id, home_id, unnest(range_agg(daterange(starts_on, ends_on))) AS here
    FROM lives WHERE type NOT IN ('A3', 'A4', 'A5', 'A6', 'P1') GROUP BY child_id, home_id
)
SELECT
    lived.child_id, lower(days) AS started_on, upper(days) AS stopped_on,
    CASE
        WHEN upper(days) IS NULL THEN ''
        WHEN upper(days) = upper(here) THEN 'moved'
        ELSE 'approved' END AS stopped_by,
    lower(days) - 1 AS due_on
FROM lived
JOIN covered USING (child_id, home_id)
CROSS JOIN LATERAL (
    SELECT min(starts_on) AS first_on FROM approval
    WHERE approval.child_id = lived.child_id AND approval.home_id = lived.home_id
        AND kind = 'temporary' AND daterange(starts_on, ends_on) && here
) AS approving
CROSS JOIN LATERAL unnest(datemultirange(here * daterange(first_on, NULL)) - approved) AS days
WHERE first_on IS NOT NULL
"""

CLOCK = Clock(
    code="temporary-approval-expired",
    title="Temporary approval ran out",
    why=(
        "The child lives with people whom nobody has approved any more. The council has to find "
        "another home or settle this one, and the director has to know."
    ),
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 25(6): "
        "when the approval is over and no other given, another home is to be found and "
        "this one ended."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Director of children’s services",
    group=Group.APPROVALS,
    rules=("CON-04",),
    subject="the child",
    counting=(
        "Red from the first day on which the child lives there after the temporary approval ran "
        "out, was refused or withdrawn, with no other approval of that home."
    ),
    limit_words="not allowed for a day",
    stops="An approval or extension, a move, or an order to the carers",
    unlawful=True,
    runs=Runs.REMAND_TOO,
    gives=frozenset({"stopped_by", "due_on"}),
    sql=SQL,
    examples=(
        Example(
            "ran out, and the child lives there still",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29",
            (Row("2024-04-30", due="2024-04-29"),),
        ),
        Example(
            "fully approved the day after it ran out: not a day without",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 .. 2024-04-30 expires=2024-04-29 end_reason=expired;"
            " approval foster 2024-04-30",
        ),
        Example(
            "fully approved a week late, and that approval ends",
            "care 2024-01-08; status J1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 .. 2024-05-07 expires=2024-04-29 end_reason=expired;"
            " approval foster 2024-05-07 .. 2024-09-02 end_reason=withdrawn",
            (
                Row("2024-04-30", stopped="2024-05-07", due="2024-04-29"),
                Row("2024-09-02", due="2024-09-01"),
            ),
        ),
        Example(
            "extended on the day after the last: not a day without, until that is over too",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-04-30"
            " extended_until=2024-06-24 extended_because=unfinished",
            (Row("2024-06-25", due="2024-06-24"),),
        ),
        Example(
            "extended a day later; ended before an extension that came too late",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-07-01 a;"
            " home U3 2024-07-01 b; approval temporary 2024-01-08 expires=2024-04-29"
            " extended_on=2024-05-01 extended_until=2024-07-24 extended_because=unfinished a;"
            " approval temporary 2024-07-01 .. 2024-08-05 expires=2024-07-31 end_reason=refused"
            " extended_on=2024-08-06 extended_until=2024-08-20 extended_because=review b",
            (
                Row("2024-04-30", stopped="2024-05-01", due="2024-04-29"),
                Row("2024-08-01", due="2024-07-31"),
            ),
        ),
        Example(
            "approved for a time twice, with a gap in between",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08;"
            " approval temporary 2024-01-08 .. 2024-05-13 expires=2024-04-29 end_reason=expired;"
            " approval temporary 2024-05-20 expires=2024-09-09",
            (
                Row("2024-04-30", stopped="2024-05-20", due="2024-04-29"),
                Row("2024-09-10", due="2024-09-09"),
            ),
        ),
        Example(
            "extended late, until a day on which the child had moved",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-06-10 a;"
            " home U6 2024-06-10 b;"
            " approval temporary 2024-01-08 expires=2024-04-29 extended_on=2024-05-08"
            " extended_until=2024-06-24 extended_because=unfinished a",
            (Row("2024-04-30", stopped="2024-05-08", due="2024-04-29"),),
        ),
        Example(
            "refused, and the child moves after a week",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-03-25 a;"
            " home U6 2024-03-25 b; approval temporary 2024-01-08 .. 2024-03-18"
            " expires=2024-04-29 end_reason=refused a",
            (Row("2024-03-18", stopped="2024-03-25", due="2024-03-17"),),
        ),
        Example(
            "approved elsewhere, or an order made to the carers: said by how it ended",
            "care 2024-01-08; status C1 2024-01-08; home U3 2024-01-08 .. 2024-06-03 a;"
            " home U3 2024-06-03 b; approval temporary 2024-01-08 .. 2024-03-18"
            " expires=2024-04-29 end_reason=approved a;"
            " approval temporary 2024-06-03 .. 2024-07-01 expires=2024-09-23 end_reason=order b",
        ),
        Example(
            "the days before the approval are not counted here, nor a later stay without any",
            "care 2024-01-01; status C1 2024-01-01; home U3 2024-01-01 .. 2024-03-18 a;"
            " home U6 2024-03-18 .. 2024-09-02 b; home U3 2024-09-02 a;"
            " approval temporary 2024-01-08 .. 2024-03-18 expires=2024-04-29 end_reason=moved a",
        ),
        Example(
            "the child adopted there, or at home with a parent, needs no approval",
            "care 2024-01-08; status C1 2024-01-08; home U2 2024-01-08 .. 2024-04-15 a;"
            " home A3 2024-04-15 .. 2024-05-06 a; home A4 2024-05-06 .. 2024-05-13 a;"
            " home A5 2024-05-13 .. 2024-05-20 a; home A6 2024-05-20 .. 2024-06-03 a;"
            " home P1 2024-06-03 b;"
            " approval temporary 2024-01-08 expires=2024-04-29 a;"
            " approval temporary 2024-06-03 expires=2024-06-10 b",
        ),
        Example(
            "foster carers were approved, and only others for a time",
            "care 2024-01-01; status C1 2024-01-01; home U3 2024-01-01 .. 2024-01-08 a;"
            " home U4 2024-01-08 b; approval temporary 2024-01-01 expires=2024-04-22 a;"
            " approval foster 2024-01-08 .. 2024-03-18 end_reason=withdrawn b",
        ),
    ),
)
