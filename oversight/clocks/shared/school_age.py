from oversight.clocks.clock import later, terms

WORDS = (
    "Of school age: from the term after the fifth birthday to the last Friday in June of the "
    "school year of the sixteenth, that day among it."
)

# `school_from`, and the day after the last, `school_until`, of a row with the columns of `child`; a
# Friday is the fifth day.
SCHOOL_AGE = f"""
CROSS JOIN LATERAL (
    SELECT make_date(
        extract(year FROM sixteen_on + interval '4 months')::int, 6, 30
    ) AS june_on
) AS leaving
CROSS JOIN LATERAL (
    SELECT
        {later("five_on", terms(0))} + 1 AS school_from,
        june_on - mod(extract(isodow FROM june_on)::int + 2, 7) + 1 AS school_until
) AS school_age
"""
