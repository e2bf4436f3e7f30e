import casetrack.triggers
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casetrack', '0002_calendar'),
        ('casetrack', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('on', models.DateField()),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('accept_closures', models.BooleanField(default=False)),
                ('state', models.CharField(choices=[('waiting', 'waiting'), ('running', 'running'), ('previewed', 'tried, nothing stored'), ('stored', 'stored'), ('failed', 'stopped, nothing stored')], default='waiting', max_length=10)),
                ('progress', models.CharField(blank=True, max_length=200)),
                ('message', models.TextField(blank=True)),
                ('report', models.JSONField(blank=True, null=True)),
                ('refused_rows', models.TextField(blank=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='imports', to='casetrack.authority')),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Difference',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fact', models.CharField(max_length=40)),
                ('key', models.CharField(blank=True, max_length=60)),
                ('field', models.CharField(max_length=200)),
                ('recorded', models.CharField(max_length=400)),
                ('returned', models.CharField(max_length=400)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('decision', models.CharField(blank=True, max_length=400)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='differences', to='casetrack.child')),
                ('found_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='differences', to='returns.importrun')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'fact', 'key', 'field', 'returned'), name='difference_listed_once')],
            },
        ),
        migrations.CreateModel(
            name='DifferenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('fact', models.CharField(max_length=40)),
                ('key', models.CharField(blank=True, max_length=60)),
                ('field', models.CharField(max_length=200)),
                ('recorded', models.CharField(max_length=400)),
                ('returned', models.CharField(max_length=400)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('decision', models.CharField(blank=True, max_length=400)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='returns.difference')),
                ('found_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='returns.importrun')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Return',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('cut_off_on', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ssda903_returns', to='casetrack.authority')),
            ],
            options={
                'ordering': ['authority', 'year'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'year'), name='return_once_a_year'), models.CheckConstraint(condition=models.Q(('year__range', (1990, 2100))), name='return_year_is_a_year')],
            },
        ),
        migrations.CreateModel(
            name='ReturnEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField()),
                ('cut_off_on', models.DateField()),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='returns.return')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReturnRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('table', models.CharField(max_length=16)),
                ('file', models.CharField(max_length=300)),
                ('line', models.PositiveIntegerField()),
                ('reference', models.CharField(blank=True, max_length=20)),
                ('hash', models.CharField(max_length=32)),
                ('values', models.JSONField()),
                ('fate', models.CharField(choices=[('stored', 'stored as it is'), ('repaired', 'stored, its end changed by a rule'), ('superseded', 'another row stands in its place'), ('refused', 'cannot be held as dated facts')], max_length=10)),
                ('rule', models.CharField(blank=True, max_length=16)),
                ('replaced_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replaced_rows', to='returns.importrun')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='returns.importrun')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='returns.return')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('replaced_by', None)), fields=['source', 'table'], name='return_rows_current'), models.Index(condition=models.Q(('replaced_by', None)), fields=['reference'], name='return_rows_of_child')],
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='differenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fc29106398b3da4fae45db7c4bdc8a4c439afa1d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_67bdf', table='returns_differenceevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='difference',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_differenceevent" ("child_id", "decided_on", "decision", "fact", "field", "found_by_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded", "returned") SELECT new_values."child_id", new_values."decided_on", new_values."decision", new_values."fact", new_values."field", new_values."found_by_id", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."recorded", new_values."returned" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c0e31d7c7b27b1cf8af44c1fe4f15b44559f8440', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_22cea', referencing='REFERENCING NEW TABLE AS new_values ', table='returns_difference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='difference',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_differenceevent" ("child_id", "decided_on", "decision", "fact", "field", "found_by_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded", "returned") SELECT new_values."child_id", new_values."decided_on", new_values."decision", new_values."fact", new_values."field", new_values."found_by_id", new_values."id", new_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."recorded", new_values."returned" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9aabe8b273576ac545a23ad367ba9f412cb2d38f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cd6f5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='returns_difference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='difference',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_differenceevent" ("child_id", "decided_on", "decision", "fact", "field", "found_by_id", "id", "key", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded", "returned") SELECT old_values."child_id", old_values."decided_on", old_values."decision", old_values."fact", old_values."field", old_values."found_by_id", old_values."id", old_values."key", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."recorded", old_values."returned" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ed0d0689bb16ff2fe05c6c3974b70df92d1f189a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7166f', referencing='REFERENCING OLD TABLE AS old_values ', table='returns_difference', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='return',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_returnevent" ("authority_id", "cut_off_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") SELECT new_values."authority_id", new_values."cut_off_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f07869cead5b6e473e72daee9e7667189b3f8035', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_99a77', referencing='REFERENCING NEW TABLE AS new_values ', table='returns_return', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='return',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_returnevent" ("authority_id", "cut_off_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") SELECT new_values."authority_id", new_values."cut_off_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2a5edf617ffd8e5edd737e828a244e0d95319282', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_654ef', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='returns_return', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='return',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "returns_returnevent" ("authority_id", "cut_off_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "year") SELECT old_values."authority_id", old_values."cut_off_on", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f4854030fd6cbc6ac95370e8a9e9d78e8c7f1d9f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8ae5e', referencing='REFERENCING OLD TABLE AS old_values ', table='returns_return', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='returnevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3ecf5566130afecc5d05a6605ebc2ff5764e1754', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ceac0', table='returns_returnevent', when='BEFORE')),
        ),
    ]
