from oversight.clocks.clock import Clock, Confidence, Example, Group, Kind, Row
from oversight.clocks.shared.school_age import SCHOOL_AGE, WORDS

SQL = f"""
SELECT
    child_id, begins_on AS started_on, least(ends_on, school_until) AS stopped_on,
    CASE
        WHEN ends_on <= school_until THEN 'hours or school changed'
        ELSE 'past school age' END AS stopped_by,
    CASE WHEN hours IS NOT NULL THEN begins_on - 1 END AS due_on,
    CASE WHEN hours IS NULL THEN 'the hours a week at school' ELSE '' END AS missing
FROM school
JOIN child USING (child_id)
{SCHOOL_AGE}
CROSS JOIN LATERAL (SELECT greatest(starts_on, school_from) AS begins_on) AS beginning
WHERE coalesce(hours < 25, true) AND begins_on < least(ends_on, school_until)
"""

CLOCK = Clock(
    code="school-under-25",
    title="School for less than 25 hours",
    why=(
        "A timetable that was cut for a few weeks stays cut for a year, because nobody is asked "
        "for the rest. Half a school week is half an education."
    ),
    source=(
        "Councils flag every child with less than 25 hours a week and make a plan for each. No "
        "regulation sets the number."
    ),
    kind=Kind.LOCAL,
    confidence=Confidence.HIGH,
    owner="Virtual school",
    group=Group.WELLBEING,
    rules=("EDU-04",),
    subject="the child",
    counting=(
        "From the first day on which a school place with fewer than 25 hours a week is recorded: "
        f"red at once. {WORDS} Where the hours are not recorded it cannot be told."
    ),
    limit_words="25 hours a week",
    stops="25 hours or more, another place, the end of school age or of care",
    gives=frozenset({"stopped_by", "due_on", "missing"}),
    sql=SQL,
    examples=(
        Example(
            "15 hours a week: until the last Friday of the school year of the 16th birthday",
            "born 2015-05-10; care 2024-01-02; status C2 2024-01-02; school 2024-01-08 hours=15",
            (Row("2024-01-08", stopped="2031-06-28", due="2024-01-07"),),
        ),
        Example(
            "25 hours are enough, 24.5 are not",
            "born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2024-03-04 hours=24.5; school 2024-03-04 hours=25",
            (Row("2024-01-08", stopped="2024-03-04", due="2024-01-07"),),
        ),
        Example(
            "another place with too few hours",
            "born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2024-03-04 hours=10; school 2024-03-04 .. 2024-06-03 hours=20",
            (
                Row("2024-01-08", stopped="2024-03-04", due="2024-01-07"),
                Row("2024-03-04", stopped="2024-06-03", due="2024-03-03"),
            ),
        ),
        Example(
            "the hours are not recorded",
            "born 2015-05-10; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2024-03-04",
            (Row("2024-01-08", stopped="2024-03-04", missing=True),),
        ),
        Example(
            "five on the last day of the summer term: of school age from the day after",
            "born 2019-08-31; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2025-01-06 hours=15",
            (Row("2024-09-01", stopped="2025-01-06", due="2024-08-31"),),
        ),
        Example(
            "five on the first day of the autumn term: from January",
            "born 2019-09-01; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2025-02-03 hours=15",
            (Row("2025-01-01", stopped="2025-02-03", due="2024-12-31"),),
        ),
        Example(
            "the place ends on the day on which school age begins",
            "born 2019-09-01; care 2024-01-02; status C2 2024-01-02;"
            " school 2024-01-08 .. 2025-01-01 hours=15",
        ),
        Example(
            "16 on 31 August: school ends in that year’s June, on the 30th if that is a Friday",
            "born 2007-08-31; care 2023-01-03; status C2 2023-01-03; school 2023-01-09 hours=15",
            (Row("2023-01-09", stopped="2023-07-01", due="2023-01-08"),),
        ),
        Example(
            "16 on 1 September: school ends in the next year’s June; college after that",
            "born 2007-09-01; care 2023-01-03; status C2 2023-01-03;"
            " school 2023-01-09 .. 2024-06-29 hours=15; school 2024-06-29 hours=16",
            (Row("2023-01-09", stopped="2024-06-29", due="2023-01-08"),),
        ),
        Example(
            "left care",
            "born 2015-05-10; care 2024-01-02 .. 2024-02-05; status C2 2024-01-02;"
            " school 2024-01-08 hours=0",
            (Row("2024-01-08", stopped="2024-02-05", due="2024-01-07"),),
        ),
        Example(
            "five on the last day of March: from the day after",
            "born 2019-03-31; care 2024-01-02; status C2 2024-01-02; school 2024-01-08 hours=15",
            (Row("2024-04-01", stopped="2035-06-30", due="2024-03-31"),),
        ),
        Example(
            "five on the first day of April: from September",
            "born 2019-04-01; care 2024-01-02; status C2 2024-01-02; school 2024-01-08 hours=15",
            (Row("2024-09-01", stopped="2035-06-30", due="2024-08-31"),),
        ),
        Example(
            "five on New Year’s Day: from April",
            "born 2019-01-01; care 2024-01-02; status C2 2024-01-02; school 2024-01-08 hours=15",
            (Row("2024-04-01", stopped="2035-06-30", due="2024-03-31"),),
        ),
        Example(
            "five on the last day of the year: from the day after",
            "born 2018-12-31; care 2023-10-02; status C2 2023-10-02; school 2023-10-09 hours=15",
            (Row("2024-01-01", stopped="2035-06-30", due="2023-12-31"),),
        ),
    ),
)
