"""What a child is found by: one text, kept by the database, in which a few letters are found fast.

Three functions of the database make it. What somebody types goes through the same functions, so
that both sides are always written alike.
"""

import django.contrib.postgres.indexes
from django.db import migrations, models

# Small letters without accents, apostrophes and hyphens, a line for each line. "Mc" becomes "mac"
# and is joined to what follows, as is the O of "O Brien". The dictionary is named, because only
# then does the answer not depend on where it is asked from, as a kept column requires.
PLAIN_WORDS = r"""
CREATE FUNCTION casetrack_plain_words(written text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT trim(regexp_replace(regexp_replace(regexp_replace(
        translate(lower(unaccent('unaccent'::regdictionary, written)), '''’‘ʼ`´.', ''),
        '[^[:alnum:]\n]+', ' ', 'g'),
        '\mmc ?(?=[a-z])', 'mac', 'g'),
        '\mo (?=[a-z]{2})', 'o', 'g'));
END
"""

# How plain words sound, in capitals: an A for any first vowel, then the consonants; those that
# sound alike are one, doubled ones too. Smith and Smyth are SMT, Aisha and Ayesha are AS.
SOUNDS = r"""
CREATE FUNCTION casetrack_sounds(plain_words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT upper(regexp_replace(regexp_replace(regexp_replace(
        translate(
            regexp_replace(replace(plain_words, 'ph', 'f'), 'c(?=[eiy])', 's', 'g'),
            'cqvz', 'kkfs'),
        '([a-z])\1+', '\1', 'g'),
        '\m[aeiou]', 'a', 'g'),
        '\Y[aeiouyhw]+', '', 'g'));
END
"""

# The words of the names and of the reference (once more as one word where they are several: Li-Hua
# is also lihua), the UPN, the date of birth or expected birth as 20150312, and how the names sound;
# with a space before and after each.
SEARCH_TEXT = r"""
CREATE FUNCTION casetrack_search_text(
    first_name text, last_name text, known_as text, reference text, upn text,
    born_on date, expected_on date
) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT ' ' || replace(names, E'\n', ' ') || ' ' || number || ' '
        || CASE WHEN names LIKE '% %'
            THEN replace(replace(names, ' ', ''), E'\n', ' ') || ' ' ELSE '' END
        || CASE WHEN number LIKE '% %' THEN replace(number, ' ', '') || ' ' ELSE '' END
        || lower(upn) || ' '
        || (extract(year FROM day) * 10000 + extract(month FROM day) * 100 + extract(day FROM day))
        || ' ' || casetrack_sounds(replace(names, E'\n', ' ')) || ' '
    FROM (
        SELECT
            casetrack_plain_words(first_name || E'\n' || last_name || E'\n' || known_as) AS names,
            casetrack_plain_words(reference) AS number,
            coalesce(born_on, expected_on) AS day
        OFFSET 0 -- each is worked out once
    ) AS plain;
END
"""


class Migration(migrations.Migration):
    dependencies = [("casetrack", "0005_who_the_child_is")]

    operations = [
        migrations.RunSQL(PLAIN_WORDS, "DROP FUNCTION casetrack_plain_words"),
        migrations.RunSQL(SOUNDS, "DROP FUNCTION casetrack_sounds"),
        migrations.RunSQL(SEARCH_TEXT, "DROP FUNCTION casetrack_search_text"),
        migrations.RemoveIndex(
            model_name="child",
            name="child_search",
        ),
        migrations.AddField(
            model_name="child",
            name="search_text",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Func(
                    models.F("first_name"),
                    models.F("last_name"),
                    models.F("known_as"),
                    models.F("reference"),
                    models.F("upn"),
                    models.F("born_on"),
                    models.F("expected_on"),
                    function="casetrack_search_text",
                    output_field=models.TextField(),
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="child",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.indexes.OpClass("search_text", "gin_trgm_ops"),
                name="child_search_text",
            ),
        ),
    ]
