import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casetrack', '0001_initial'),
        ('casetrack', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('clock', models.CharField(max_length=60)),
                ('started_on', models.DateField()),
                ('kind', models.CharField(choices=[('reason', 'reason noted'), ('justified', 'delay justified')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('answered_on', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'justified'), _negated=True), ('until__gt', models.F('answered_on')), _connector='OR'), name='answer_justified_has_an_end')],
            },
        ),
        migrations.CreateModel(
            name='AnswerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('clock', models.CharField(max_length=60)),
                ('started_on', models.DateField()),
                ('kind', models.CharField(choices=[('reason', 'reason noted'), ('justified', 'delay justified')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('answered_on', models.DateField()),
                ('until', models.DateField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.answer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ClockRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clock', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('started_on', models.DateField()),
                ('start_known', models.BooleanField()),
                ('runs_from', models.DateField()),
                ('stopped_on', models.DateField(null=True)),
                ('stopped_by', models.CharField(max_length=40)),
                ('warn_on', models.DateField(null=True)),
                ('due_on', models.DateField(null=True)),
                ('missing', models.CharField(max_length=60)),
                ('note', models.CharField(max_length=200)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='clocks', to='casetrack.child')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('stopped_on', None)), fields=['child', 'clock'], name='clock_row_open')],
                'constraints': [models.UniqueConstraint(fields=('child', 'clock', 'subject', 'runs_from'), name='clock_row_once'), models.CheckConstraint(condition=models.Q(('runs_from__gte', models.F('started_on'))), name='clock_row_runs_after_it_starts'), models.CheckConstraint(condition=models.Q(('stopped_on', None), ('stopped_on__gte', models.F('runs_from')), _connector='OR'), name='clock_row_stops_after_it_runs')],
            },
        ),
        migrations.CreateModel(
            name='ClockSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('clock', models.CharField(max_length=60)),
                ('enabled', models.BooleanField(default=True)),
                ('limit', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('warning', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('options', models.JSONField(blank=True, default=dict)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='clock_setting_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('authority', '='), ('clock', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='clock_setting_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='ClockSettingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('clock', models.CharField(max_length=60)),
                ('enabled', models.BooleanField(default=True)),
                ('limit', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('warning', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('options', models.JSONField(blank=True, default=dict)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.clocksetting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JobRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('job', models.CharField(max_length=60)),
                ('for_day', models.DateField()),
                ('started_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('outcome', models.CharField(choices=[('running', 'running'), ('done', 'done'), ('failed', 'failed')], max_length=8)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('message', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['-started_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', 'done')), fields=('job', 'for_day'), name='job_done_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Sighting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('clock', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('started_on', models.DateField()),
                ('state', models.CharField(max_length=12)),
                ('seen_on', models.DateField()),
                ('reported_at', models.DateTimeField(null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sightings', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'clock', 'subject', 'started_on', 'state'), name='sighted_once')],
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_by_id", "answered_on", "child_id", "clock", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "until") SELECT new_values."answered_by_id", new_values."answered_on", new_values."child_id", new_values."clock", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."started_on", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='86b20f806cb53722f6df26ad68e0c09722b5bfed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_22c2f', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_by_id", "answered_on", "child_id", "clock", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "until") SELECT new_values."answered_by_id", new_values."answered_on", new_values."child_id", new_values."clock", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."started_on", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8affbc7ab5dd78b420cce48c54cfe96a5a01bd7c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_138f5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_by_id", "answered_on", "child_id", "clock", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "until") SELECT old_values."answered_by_id", old_values."answered_on", old_values."child_id", old_values."clock", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."started_on", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6b0b02340cc35780ce0b3a9716c17a6b7d9eb9fb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1be9a', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d8183cf8f6a308dbb05ab00e57a26122a7d04c03', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_94842', table='oversight_answerevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='clocksetting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_clocksettingevent" ("authority_id", "clock", "enabled", "ends_on", "id", "limit", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "warning") SELECT new_values."authority_id", new_values."clock", new_values."enabled", new_values."ends_on", new_values."id", new_values."limit", new_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on", new_values."warning" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c890394a2270106d6107120202c22c1c3fb764da', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c96cf', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_clocksetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='clocksetting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_clocksettingevent" ("authority_id", "clock", "enabled", "ends_on", "id", "limit", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "warning") SELECT new_values."authority_id", new_values."clock", new_values."enabled", new_values."ends_on", new_values."id", new_values."limit", new_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on", new_values."warning" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7103c3c055ca15d81591ccc917907ffcd031a1c7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_98a75', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_clocksetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='clocksetting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_clocksettingevent" ("authority_id", "clock", "enabled", "ends_on", "id", "limit", "options", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "warning") SELECT old_values."authority_id", old_values."clock", old_values."enabled", old_values."ends_on", old_values."id", old_values."limit", old_values."options", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on", old_values."warning" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8d86b03d44778bfd702ef5759b2dbcad1029fa31', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_0b002', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_clocksetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='clocksettingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d28a7896e01e80ad2f0d9586439113fd1b2763c9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fa1b8', table='oversight_clocksettingevent', when='BEFORE')),
        ),
    ]
