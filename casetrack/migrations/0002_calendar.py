"""The calendar of working days: a table of reference that the schema carries with it."""

import csv
from datetime import date
from pathlib import Path

from django.db import migrations

FIRST, LAST = date(1990, 1, 1), date(2050, 12, 31)
HOLIDAYS = Path(__file__).parent.parent / "bank_holidays.csv"

TABLE = """
CREATE TABLE casetrack_calendarday (
    day date PRIMARY KEY,
    holiday varchar(80) NOT NULL,
    is_working boolean NOT NULL,
    working_number integer NOT NULL
);
CREATE INDEX calendar_working_days
    ON casetrack_calendarday (working_number, day) WHERE is_working;
"""

FILL = """
INSERT INTO casetrack_calendarday
SELECT day, holiday, is_working, count(*) FILTER (WHERE is_working) OVER (ORDER BY day)
FROM (
    SELECT d::date AS day, coalesce(h.name, '') AS holiday,
           h.day IS NULL AND extract(isodow FROM d) < 6 AS is_working
    FROM generate_series(%s::date, %s::date, interval '1 day') AS d
    LEFT JOIN unnest(%s::date[], %s::text[]) AS h(day, name) ON h.day = d::date
) AS days
"""


def fill(apps, schema_editor):
    with HOLIDAYS.open() as lines:
        rows = list(csv.DictReader(lines))
    holidays = {row["day"]: row["name"] for row in rows}
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(FILL, [FIRST, LAST, list(holidays), list(holidays.values())])


class Migration(migrations.Migration):
    dependencies = [("casetrack", "0001_initial")]
    operations = [
        migrations.RunSQL(TABLE, "DROP TABLE casetrack_calendarday"),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
