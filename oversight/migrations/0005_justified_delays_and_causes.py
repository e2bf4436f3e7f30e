import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0011_recorded_from'),
        ('oversight', '0004_clock_row_child_index'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        casetrack.triggers.RemoveTrigger(
            model_name='answer',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='answer',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='answer',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='answer',
            name='answered_as',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='answer',
            name='asked_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='asked', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answer',
            name='asked_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='answer',
            name='because',
            field=models.CharField(blank=True, max_length=500, verbose_name='why?'),
        ),
        migrations.AddField(
            model_name='answer',
            name='cause',
            field=models.CharField(blank=True, choices=[('court-listing', 'a date at court'), ('assessment', 'an assessment'), ('matching', 'finding a family or a home'), ('agency-decision', 'a decision of the agency'), ('health', 'health'), ('family', 'the family'), ('more-time', 'the child needs more time'), ('together', 'keeping brothers and sisters together'), ('other', 'something else')], max_length=16, verbose_name='what holds it up?'),
        ),
        migrations.AddField(
            model_name='answer',
            name='ended_on',
            field=models.DateField(blank=True, null=True, verbose_name='from which day is it justified no longer?'),
        ),
        migrations.AddField(
            model_name='answer',
            name='subject',
            field=models.CharField(default='child', max_length=80),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='answered_as',
            field=models.CharField(blank=True, max_length=30),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='asked_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='asked_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='because',
            field=models.CharField(blank=True, max_length=500, verbose_name='why?'),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='cause',
            field=models.CharField(blank=True, choices=[('court-listing', 'a date at court'), ('assessment', 'an assessment'), ('matching', 'finding a family or a home'), ('agency-decision', 'a decision of the agency'), ('health', 'health'), ('family', 'the family'), ('more-time', 'the child needs more time'), ('together', 'keeping brothers and sisters together'), ('other', 'something else')], max_length=16, verbose_name='what holds it up?'),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='ended_on',
            field=models.DateField(blank=True, null=True, verbose_name='from which day is it justified no longer?'),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='subject',
            field=models.CharField(default='child', max_length=80),
        ),
        migrations.AlterField(
            model_name='answer',
            name='kind',
            field=models.CharField(choices=[('reason', 'reason noted'), ('asked', 'asked to be justified'), ('justified', 'delay justified'), ('refused', 'not justified')], max_length=10),
        ),
        migrations.AlterField(
            model_name='answer',
            name='reason',
            field=models.CharField(max_length=500, verbose_name='why does it take so long?'),
        ),
        migrations.AlterField(
            model_name='answer',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='until when?'),
        ),
        migrations.AlterField(
            model_name='answerevent',
            name='kind',
            field=models.CharField(choices=[('reason', 'reason noted'), ('asked', 'asked to be justified'), ('justified', 'delay justified'), ('refused', 'not justified')], max_length=10),
        ),
        migrations.AlterField(
            model_name='answerevent',
            name='reason',
            field=models.CharField(max_length=500, verbose_name='why does it take so long?'),
        ),
        migrations.AlterField(
            model_name='answerevent',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='until when?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT new_values."answered_as", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."because", new_values."cause", new_values."child_id", new_values."clock", new_values."ended_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."started_on", new_values."subject", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='792ee1c3a7861b9a8c9f8711101259c0dfcfa570', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_22c2f', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT new_values."answered_as", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."because", new_values."cause", new_values."child_id", new_values."clock", new_values."ended_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."started_on", new_values."subject", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='649c7d805d702f98b5dddc39f106c43cb0dd94e8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_138f5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT old_values."answered_as", old_values."answered_by_id", old_values."answered_on", old_values."asked_by_id", old_values."asked_on", old_values."because", old_values."cause", old_values."child_id", old_values."clock", old_values."ended_on", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."started_on", old_values."subject", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4b4dee271d0f998554e4ddf6fc650919be37762a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1be9a', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_answer', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['asked', 'justified', 'refused']), _negated=True), models.Q(('asked_by__isnull', False), ('asked_on__isnull', False), ('until__isnull', False), ('reason__regex', '\\S'), models.Q(('cause', ''), _negated=True)), _connector='OR'), name='answer_weighed_is_whole', violation_error_message='Say what holds it up, why, and until when.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('until__lte', models.Func(models.F('answered_on'), output_field=models.DateField(), template="(%(expressions)s + interval '3 months')::date"))), name='answer_justified_for_so_long_at_most', violation_error_message='A delay is justified for three months at most.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ['justified', 'refused']), _negated=True), models.Q(('asked_by', models.F('answered_by')), ('asked_by__isnull', False), _negated=True), _connector='OR'), name='answer_agreed_by_another', violation_error_message='Whoever asks cannot be the one who agrees.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on__gte', models.F('asked_on'))), name='answer_answered_after_it_is_asked', violation_error_message='It was not asked for yet on that day.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('because__regex', '\\S'), ('ended_on', None), ('kind', 'refused')), models.Q(('because', ''), ('ended_on', None), models.Q(('kind', 'refused'), _negated=True)), models.Q(('because__regex', '\\S'), ('ended_on__isnull', False), ('kind', 'justified')), _connector='OR'), name='answer_ends_early_in_words', violation_error_message='Write why.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on', None), models.Q(('ended_on__gte', models.F('answered_on')), ('ended_on__lte', models.F('until'))), _connector='OR'), name='answer_ends_early_within_its_days', violation_error_message='It was not justified on that day.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(condition=models.Q(('kind', 'asked')), fields=('child', 'clock', 'subject', 'started_on'), name='answer_asked_once_at_a_time', violation_error_message='It is asked for already, and not decided yet.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('kind', 'justified')), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('clock', '='), ('subject', '='), ('started_on', '='), (models.Func('answered_on', django.db.models.functions.comparison.Least('until', 'ended_on'), function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='answer_justified_once_at_a_time', violation_error_message='The delay is justified already on that day.'),
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='answer_of_a_child'),
        ),
        migrations.AlterConstraint(
            model_name='answer',
            name='answer_justified_has_an_end',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'justified'), _negated=True), ('until__gt', models.F('answered_on')), _connector='OR'), name='answer_justified_has_an_end', violation_error_message='The day on which it is looked at again has passed.'),
        ),
        migrations.CreateModel(
            name='DelayCause',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('clock', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('started_on', models.DateField()),
                ('cause', models.CharField(choices=[('court-listing', 'a date at court'), ('assessment', 'an assessment'), ('matching', 'finding a family or a home'), ('agency-decision', 'a decision of the agency'), ('health', 'health'), ('family', 'the family'), ('more-time', 'the child needs more time'), ('together', 'keeping brothers and sisters together'), ('other', 'something else')], max_length=16, verbose_name='what held it up?')),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='causes', to='oversight.answer')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('clock', '='), ('subject', '='), ('started_on', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='delay_cause_one_at_a_time', violation_error_message='Another cause is recorded for some of these days.'), models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='delay_cause_is_not_empty')],
                'verbose_name': 'cause of a delay',
            },
        ),
        migrations.CreateModel(
            name='DelayCauseEvent',
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
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('clock', models.CharField(max_length=60)),
                ('subject', models.CharField(max_length=80)),
                ('started_on', models.DateField()),
                ('cause', models.CharField(choices=[('court-listing', 'a date at court'), ('assessment', 'an assessment'), ('matching', 'finding a family or a home'), ('agency-decision', 'a decision of the agency'), ('health', 'health'), ('family', 'the family'), ('more-time', 'the child needs more time'), ('together', 'keeping brothers and sisters together'), ('other', 'something else')], max_length=16, verbose_name='what held it up?')),
                ('answer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oversight.answer')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.delaycause')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Dissent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('dissented_on', models.DateField(verbose_name='when did you say so?')),
                ('reason', models.CharField(max_length=500, verbose_name='why do you not agree?')),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='dissent', to='oversight.answer')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('dissented_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('reason__regex', '\\S')), name='dissent_has_a_reason', violation_error_message='Write why you do not agree.')],
            },
        ),
        migrations.CreateModel(
            name='DissentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('dissented_on', models.DateField(verbose_name='when did you say so?')),
                ('reason', models.CharField(max_length=500, verbose_name='why do you not agree?')),
                ('answer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oversight.answer')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('dissented_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.dissent')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='JustifiedNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_on', models.DateField(null=True)),
                ('answer', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='oversight.answer')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='justified_notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'answer'), name='told_of_a_justified_delay_once')],
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='delaycause',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_delaycauseevent" ("answer_id", "cause", "child_id", "clock", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "started_on", "starts_on", "subject") SELECT new_values."answer_id", new_values."cause", new_values."child_id", new_values."clock", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."started_on", new_values."starts_on", new_values."subject" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cdb70c1e91ae257a89f6d2328a34956d98469c36', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0fd62', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_delaycause', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='delaycause',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_delaycauseevent" ("answer_id", "cause", "child_id", "clock", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "started_on", "starts_on", "subject") SELECT new_values."answer_id", new_values."cause", new_values."child_id", new_values."clock", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."started_on", new_values."starts_on", new_values."subject" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b445603795eae369a65842117b43c51beae09dcd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2badf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_delaycause', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='delaycause',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_delaycauseevent" ("answer_id", "cause", "child_id", "clock", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "started_on", "starts_on", "subject") SELECT old_values."answer_id", old_values."cause", old_values."child_id", old_values."clock", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."started_on", old_values."starts_on", old_values."subject" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6681bfdefbc7e4cb8c8bc443c9482915658b6c2f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2b57f', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_delaycause', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='delaycauseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='33565bc7951b2eea55d9b1848033c0f4ad4ff750', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7652e', table='oversight_delaycauseevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='dissent',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_dissentevent" ("answer_id", "child_id", "dissented_by_id", "dissented_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer_id", new_values."child_id", new_values."dissented_by_id", new_values."dissented_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1f141701e68792fc8ce5a128c77d797362e10637', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cca2a', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_dissent', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='dissent',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_dissentevent" ("answer_id", "child_id", "dissented_by_id", "dissented_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer_id", new_values."child_id", new_values."dissented_by_id", new_values."dissented_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c59674a700ea4a10ebe07c7728475905d39ab0c5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_98982', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_dissent', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='dissent',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_dissentevent" ("answer_id", "child_id", "dissented_by_id", "dissented_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."answer_id", old_values."child_id", old_values."dissented_by_id", old_values."dissented_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='39cd98504717aa9c409e3966b597b0e38d91427a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e13e0', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_dissent', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='dissentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7c733301184601af8c86534592254f62a010cb13', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5fb7b', table='oversight_dissentevent', when='BEFORE')),
        ),
        migrations.RunSQL(
            sql='ALTER TABLE oversight_delaycause ADD CONSTRAINT delaycause_of_the_same_child FOREIGN KEY (answer_id, child_id) REFERENCES oversight_answer (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE oversight_delaycause DROP CONSTRAINT delaycause_of_the_same_child',
        ),
        migrations.RunSQL(
            sql='ALTER TABLE oversight_dissent ADD CONSTRAINT dissent_of_the_same_child FOREIGN KEY (answer_id, child_id) REFERENCES oversight_answer (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE oversight_dissent DROP CONSTRAINT dissent_of_the_same_child',
        ),
    ]
