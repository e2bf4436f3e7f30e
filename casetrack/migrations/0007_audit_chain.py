"""The audit says why a read was allowed, cannot be changed, and is chained."""

import django.contrib.postgres.fields
from django.db import migrations, models

# One trigger a statement refuses all three, and none of them has a way round it for the
# application, which a trigger of a package would have for its own use.
APPEND_ONLY = """
CREATE FUNCTION casetrack_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casetrack_auditevent
    FOR EACH STATEMENT EXECUTE FUNCTION casetrack_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casetrack_auditlink
    FOR EACH STATEMENT EXECUTE FUNCTION casetrack_append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON casetrack_auditanchor
    FOR EACH STATEMENT EXECUTE FUNCTION casetrack_append_only();
"""

NOT_APPEND_ONLY = """
DROP TRIGGER append_only ON casetrack_auditevent;
DROP TRIGGER append_only ON casetrack_auditlink;
DROP TRIGGER append_only ON casetrack_auditanchor;
DROP FUNCTION casetrack_append_only();
"""

# What is written becomes known to the sealer in the same transaction, however late it commits.
TO_BE_SEALED = """
CREATE FUNCTION casetrack_to_be_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO casetrack_auditunsealed (event, at) SELECT id, at FROM written;
    RETURN NULL;
END $$;
CREATE TRIGGER to_be_sealed AFTER INSERT ON casetrack_auditevent
    REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION casetrack_to_be_sealed();
INSERT INTO casetrack_auditunsealed (event, at) SELECT id, at FROM casetrack_auditevent;
"""

NOT_TO_BE_SEALED = """
DROP TRIGGER to_be_sealed ON casetrack_auditevent;
DROP FUNCTION casetrack_to_be_sealed();
"""


class Migration(migrations.Migration):
    dependencies = [("casetrack", "0006_search_text")]
    operations = [
        migrations.AddField(
            model_name="auditevent",
            name="allowed_by",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.TextField(), default=list, size=None
            ),
        ),
        migrations.AlterField(
            model_name="auditevent",
            name="kind",
            field=models.CharField(
                choices=[
                    ("read", "looked at"),
                    ("write", "recorded"),
                    ("export", "took out"),
                    ("sign-in", "signed in"),
                    ("refused", "was refused"),
                ],
                max_length=10,
            ),
        ),
        migrations.RemoveConstraint(model_name="auditevent", name="audit_event_has_a_kind"),
        migrations.AddConstraint(
            model_name="auditevent",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["read", "write", "export", "sign-in", "refused"])),
                name="audit_event_has_a_kind",
            ),
        ),
        migrations.CreateModel(
            name="AuditUnsealed",
            fields=[
                ("event", models.UUIDField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["at", "event"], name="audit_unsealed_order")],
            },
        ),
        migrations.CreateModel(
            name="AuditLink",
            fields=[
                ("position", models.BigIntegerField(primary_key=True, serialize=False)),
                ("event", models.UUIDField(unique=True)),
                ("form", models.SmallIntegerField(default=1)),
                ("digest", models.BinaryField()),
                ("hash", models.BinaryField()),
                ("sealed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("position__gte", 1)),
                        name="audit_link_counts_from_one",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditAnchor",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("position", models.BigIntegerField()),
                ("hash", models.BinaryField()),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(APPEND_ONLY, NOT_APPEND_ONLY),
        migrations.RunSQL(TO_BE_SEALED, NOT_TO_BE_SEALED),
    ]
