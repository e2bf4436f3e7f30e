import pgtrigger.compiler
from django.db import migrations, models

from casetrack.triggers import AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("casetrack", "0010_adoption_records_role"),
    ]

    operations = [
        RemoveTrigger(
            model_name="authority",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="authority",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="authority",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="authority",
            name="recorded_from",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="authorityevent",
            name="recorded_from",
            field=models.DateField(blank=True, null=True),
        ),
        AddTrigger(
            model_name="authority",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_from", "records_live") SELECT new_values."code", new_values."id", new_values."known_to", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recorded_from", new_values."records_live" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="2c8d6236f9fd7dae5d38dac3f3434a02b3074955",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0dd29",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="casetrack_authority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="authority",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_from", "records_live") SELECT new_values."code", new_values."id", new_values."known_to", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recorded_from", new_values."records_live" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="68b03944103bc64dc9d313be3036ad2ed7006274",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_6770c",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="casetrack_authority",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="authority",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_from", "records_live") SELECT old_values."code", old_values."id", old_values."known_to", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recorded_from", old_values."records_live" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4671a002b77f36877f3b69ef4c9b30891e01746f",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f6c57",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="casetrack_authority",
                    when="AFTER",
                ),
            ),
        ),
    ]
