import casetrack.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0011_recorded_from'),
        ('returns', '0003_rows_are_written_by_one_statement'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgencyDifference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('field', models.CharField(max_length=20)),
                ('stated_on', models.DateField()),
                ('found_on', models.DateField()),
                ('decision', models.CharField(blank=True, choices=[('accepted', 'accepted from the agency’s list'), ('refused', 'the record stands')], max_length=8)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why does the record stand?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agency_differences', to='casetrack.child')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'field', 'stated_on'), name='agency_difference_once'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', None), ('decided_on', None), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_by__isnull', False), ('decided_on__isnull', False)), _connector='OR'), name='agency_difference_decided_by_somebody'), models.CheckConstraint(condition=models.Q(models.Q(('decision', 'refused'), _negated=True), ('reason__regex', '\\S'), _connector='OR'), name='agency_difference_refused_for_a_reason', violation_error_message='Write why the record stands.')],
            },
        ),
        migrations.CreateModel(
            name='AgencyDifferenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('field', models.CharField(max_length=20)),
                ('stated_on', models.DateField()),
                ('found_on', models.DateField()),
                ('decision', models.CharField(blank=True, choices=[('accepted', 'accepted from the agency’s list'), ('refused', 'the record stands')], max_length=8)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='why does the record stand?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('found_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='returns.agencydifference')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='agencydifference',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_agencydifferenceevent" ("child_id", "decided_by_id", "decided_on", "decision", "field", "found_by_id", "found_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stated_on") SELECT new_values."child_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."field", new_values."found_by_id", new_values."found_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."stated_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='899192d5c1360d03757ba6e3cac70792b1dcabe3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a8fc3', referencing='REFERENCING NEW TABLE AS new_values ', table='returns_agencydifference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agencydifference',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_agencydifferenceevent" ("child_id", "decided_by_id", "decided_on", "decision", "field", "found_by_id", "found_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stated_on") SELECT new_values."child_id", new_values."decided_by_id", new_values."decided_on", new_values."decision", new_values."field", new_values."found_by_id", new_values."found_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."stated_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2932b1e07ce9f49c33eb87c84581c3e283973282', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_20832', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='returns_agencydifference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agencydifference',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_agencydifferenceevent" ("child_id", "decided_by_id", "decided_on", "decision", "field", "found_by_id", "found_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "stated_on") SELECT old_values."child_id", old_values."decided_by_id", old_values."decided_on", old_values."decision", old_values."field", old_values."found_by_id", old_values."found_on", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."stated_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b5b30e1ff061f427e0fd08a83ee0c06bc7f2f2f9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_10af7', referencing='REFERENCING OLD TABLE AS old_values ', table='returns_agencydifference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agencydifferenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='730675239884e5e3af23c586553236bc4b7e7b26', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2aa72', table='returns_agencydifferenceevent', when='BEFORE')),
        ),
    ]
