from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row, Runs

# A wait begins at the start of care, at every review, where the child is placed for adoption, and
# where that home ends. Until placed for adoption it counts from the last review (or the start of
# care): 20 working days, then 3 months, then 6. In an adoptive home it counts from the placing or
# the last review since: 4 weeks, 3 months, 6 months. A placement order since the last review brings
# the review forward to 3 months after the order. With an unknown start of care (or placing) a
# review may have been held before the first row: only 6 months are certain, for the first wait and
# the next.
SQL = """
WITH adoptive AS (
    SELECT child_id, starts_on, ends_on, start_known FROM home_kind WHERE kind = 'adoptive'
),
turning AS (
    SELECT child_id, entry_on, left_on, start_known, day, bool_or(is_review) AS is_review
    FROM (
        SELECT child_id, starts_on AS entry_on, ends_on AS left_on, start_known,
            starts_on AS day, false AS is_review
        FROM care
        UNION ALL
        SELECT child_id, starts_on, ends_on, start_known, held_on, true
        FROM care
        JOIN review USING (child_id)
        WHERE held_on >= starts_on AND coalesce(held_on < ends_on, true)
        UNION ALL
        SELECT child_id, care.starts_on, care.ends_on, care.start_known, change.day, false
        FROM care
        JOIN adoptive USING (child_id)
        CROSS JOIN LATERAL (VALUES (adoptive.starts_on), (adoptive.ends_on)) AS change (day)
        WHERE change.day > care.starts_on AND coalesce(change.day < care.ends_on, true)
    ) AS turns
    GROUP BY child_id, entry_on, left_on, start_known, day
),
stretch AS (
    SELECT
        turning.*,
        greatest(adoptive.starts_on, CASE WHEN adoptive.child_id IS NOT NULL THEN entry_on END)
            AS placed_on,
        (adoptive.start_known AND adoptive.starts_on >= entry_on)
            OR (turning.start_known AND adoptive.starts_on <= entry_on) AS placed_known,
        max(day) FILTER (WHERE is_review) OVER so_far AS last_held_on,
        count(*) FILTER (WHERE is_review) OVER so_far AS held,
        lead(day, 1, left_on) OVER whole AS until,
        lead(is_review, 1, false) OVER whole AS until_review
    FROM turning
    LEFT JOIN adoptive
        ON adoptive.child_id = turning.child_id AND adoptive.starts_on <= day
        AND coalesce(adoptive.ends_on > day, true)
    WINDOW
        whole AS (PARTITION BY turning.child_id, entry_on ORDER BY day),
        so_far AS (whole RANGE UNBOUNDED PRECEDING)
),
counted AS (
    SELECT
        stretch.*, ordered.starts_on AS ordered_on,
        CASE
            WHEN last_held_on > placed_on THEN last_held_on
            ELSE coalesce(placed_on, last_held_on, entry_on) END AS started_on,
        CASE WHEN placed_on IS NOT NULL THEN (
            SELECT count(*) FROM review
            WHERE review.child_id = stretch.child_id AND held_on > placed_on AND held_on <= day
        ) END AS held_since_placed
    FROM stretch
    LEFT JOIN (
        SELECT child_id, starts_on, ends_on FROM status WHERE code = 'E1' AND start_known
    ) AS ordered
        ON ordered.child_id = stretch.child_id
        AND coalesce(ordered.starts_on > last_held_on, ordered.starts_on >= entry_on)
        AND coalesce(ordered.starts_on < until, true)
        AND coalesce(ordered.ends_on >= until, ordered.ends_on IS NULL)
),
limited AS (
    SELECT counted.*,
        CASE
            WHEN placed_on IS NOT NULL THEN CASE
                WHEN held_since_placed = 0 AND placed_known THEN started_on + 28
                WHEN held_since_placed = 1 AND placed_known
                    THEN (started_on + interval '3 months')::date
                ELSE (started_on + interval '6 months')::date END
            ELSE least(
                CASE
                    WHEN held = 0 AND start_known THEN twentieth.day
                    WHEN held = 1 AND start_known THEN (started_on + interval '3 months')::date
                    ELSE (started_on + interval '6 months')::date END,
                (ordered_on + interval '3 months')::date
            ) END AS due_on
    FROM counted
    LEFT JOIN calendar AS first ON first.day = started_on
    LEFT JOIN calendar AS twentieth
        ON twentieth.is_working AND twentieth.working_number = first.working_number + 20
)
SELECT
    limited.child_id, started_on,
    CASE WHEN placed_on IS NULL THEN held > 0 OR start_known
        ELSE held_since_placed > 0 OR placed_known END AS start_known,
    limited.day AS runs_from, until AS stopped_on,
    CASE
        WHEN until IS NULL THEN ''
        WHEN until_review THEN 'review'
        WHEN until = left_on THEN 'left care'
        WHEN placed_on IS NULL THEN 'placed for adoption'
        ELSE 'adoptive home ended' END AS stopped_by,
    CASE WHEN placed_on IS NOT NULL THEN 'placed for adoption: adoption reviews instead'
        WHEN due_on = (ordered_on + interval '3 months')::date
            THEN 'brought forward by the placement order' ELSE '' END AS note,
    due_on, tenth.day AS warn_on
FROM limited
LEFT JOIN calendar AS eve ON eve.day = due_on - 1
LEFT JOIN calendar AS tenth
    ON tenth.is_working AND tenth.working_number = eve.working_number - 9
"""

CLOCK = Clock(
    code="review-due",
    title="Review",
    why=(
        "The review is where an independent person asks whether the plan is right and whether it "
        "moves. A late review is drift with nobody looking."
    ),
    source=(
        "Care Planning, Placement and Case Review Regulations 2010, regulation 33; for children "
        "authorised or placed for adoption, Adoption Agencies Regulations 2005, regulation 36."
    ),
    kind=Kind.STATUTORY,
    confidence=Confidence.HIGH,
    owner="Independent Reviewing Officer",
    group=Group.REVIEWS,
    rules=("REV-01", "REV-02", "REV-03", "ADO-14", "ADO-15", "ADO-19", "ADO-20", "ADO-21"),
    subject="the child",
    counting=(
        "From the start of care 20 working days, from the first review 3 months, then 6 months "
        "from the review actually held. After a placement order also within 3 months of it. Placed "
        "for adoption: 4 weeks after placing, then 3 months, then 6 months. Amber 10 working days "
        "before."
    ),
    limit_words="20 working days, 3 months, then 6 months; adoption 4 weeks, 3 months, 6 months",
    stops="The next review held, or the end of care",
    runs=Runs.REMAND_TOO,
    gives=frozenset({"start_known", "runs_from", "stopped_by", "note", "due_on", "warn_on"}),
    sql=SQL,
    examples=(
        Example(
            "first review within 20 working days, over Easter and May bank holidays",
            "care 2024-03-25; status C1 2024-03-25",
            (Row("2024-03-25", warn="2024-04-10", due="2024-04-24"),),
        ),
        Example(
            "second within 3 months of the first, then every 6",
            "care 2024-01-02; status C1 2024-01-02; review 2024-01-30; review 2024-04-15",
            (
                Row("2024-01-02", stopped="2024-01-30", warn="2024-01-16", due="2024-01-30"),
                Row("2024-01-30", stopped="2024-04-15", warn="2024-04-16", due="2024-04-30"),
                Row("2024-04-15", warn="2024-10-01", due="2024-10-15"),
            ),
        ),
        Example(
            "an unknown start of care: only six months are certain, and the next is not the second",
            "care ~2024-04-01; status C2 2024-04-01; review 2024-07-01",
            (
                Row(
                    "2024-04-01",
                    stopped="2024-07-01",
                    warn="2024-09-17",
                    due="2024-10-01",
                    known=False,
                ),
                Row("2024-07-01", warn="2024-12-16", due="2025-01-01"),
            ),
        ),
        Example(
            "a placement order brings the next review forward",
            "care 2024-01-02; status C1 2024-01-02 .. 2024-05-01; status E1 2024-05-01;"
            " review 2024-01-30; review 2024-04-15",
            (
                Row("2024-01-02", stopped="2024-01-30", warn="2024-01-16", due="2024-01-30"),
                Row("2024-01-30", stopped="2024-04-15", warn="2024-04-16", due="2024-04-30"),
                Row("2024-04-15", warn="2024-07-18", due="2024-08-01"),
            ),
        ),
        Example(
            "placed for adoption: 4 weeks, 3 months, 6 months; afterwards the old reviews resume",
            "care 2023-01-03; status E1 2023-01-03; review 2023-01-30; review 2023-04-20;"
            " home U4 2023-01-03 .. 2023-09-01; home A6 2023-09-01 .. 2024-03-01;"
            " home U4 2024-03-01; review 2023-09-27; review 2023-12-20",
            (
                Row("2023-01-03", stopped="2023-01-30", warn="2023-01-17", due="2023-01-31"),
                Row("2023-01-30", stopped="2023-04-20", warn="2023-04-17", due="2023-04-30"),
                Row("2023-04-20", stopped="2023-09-01", warn="2023-10-06", due="2023-10-20"),
                Row("2023-09-01", stopped="2023-09-27", warn="2023-09-15", due="2023-09-29"),
                Row("2023-09-27", stopped="2023-12-20", warn="2023-12-11", due="2023-12-27"),
                Row("2023-12-20", stopped="2024-03-01", warn="2024-06-06", due="2024-06-20"),
                Row("2023-12-20", runs_from="2024-03-01", warn="2024-06-06", due="2024-06-20"),
            ),
        ),
        Example(
            "straight to another adoptive family: a new placing, 4 weeks again",
            "care 2023-01-03; status E1 2023-01-03; review 2023-01-30; review 2023-04-20;"
            " home A6 2023-05-01 .. 2023-07-03 a; home A6 2023-07-03 b; review 2023-05-26",
            (
                Row("2023-01-03", stopped="2023-01-30", warn="2023-01-17", due="2023-01-31"),
                Row("2023-01-30", stopped="2023-04-20", warn="2023-04-17", due="2023-04-30"),
                Row("2023-04-20", stopped="2023-05-01", warn="2023-10-06", due="2023-10-20"),
                Row("2023-05-01", stopped="2023-05-26", warn="2023-05-15", due="2023-05-29"),
                Row("2023-05-26", stopped="2023-07-03", warn="2023-08-14", due="2023-08-26"),
                Row("2023-07-03", warn="2023-07-17", due="2023-07-31"),
            ),
        ),
        Example(
            "placed on or before the first return: only six months are certain",
            "care ~2023-04-01; status E1 2023-04-01; home ~A6 2023-04-01; review 2023-06-20",
            (
                Row(
                    "2023-04-01",
                    stopped="2023-06-20",
                    warn="2023-09-18",
                    due="2023-10-01",
                    known=False,
                ),
                Row("2023-06-20", warn="2023-12-06", due="2023-12-20"),
            ),
        ),
        Example(
            "an order from an earlier time in care brings nothing forward",
            "care 2022-01-03 .. 2023-01-03; care 2024-01-02; status E1 2022-06-01;"
            " review 2022-06-10",
            (
                Row("2022-01-03", stopped="2022-06-10", warn="2022-01-17", due="2022-01-31"),
                Row("2022-06-10", stopped="2023-01-03", warn="2022-08-26", due="2022-09-10"),
                Row("2024-01-02", warn="2024-01-16", due="2024-01-30"),
            ),
        ),
        Example(
            "a child on remand alone has reviews too",
            "care 2024-01-02; status J1 2024-01-02",
            (Row("2024-01-02", warn="2024-01-16", due="2024-01-30"),),
        ),
        Example(
            "not in short breaks",
            "care 2024-01-02; status V3 2024-01-02",
        ),
    ),
)
