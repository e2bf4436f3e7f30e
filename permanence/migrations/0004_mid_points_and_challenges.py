import casetrack.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0009_of_the_same_child'),
        ('permanence', '0003_of_the_same_child'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Challenge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('raised_on', models.DateField(verbose_name='when was it raised?')),
                ('theme', models.CharField(choices=[('care-plan', 'the care plan'), ('carrying-out', 'the plan not being carried out'), ('decisions', 'how decisions are made'), ('drift', 'drift and delay'), ('no-way-out', 'no plan for moving on from care'), ('no-worker', 'no social worker'), ('practice', 'poor practice'), ('participation', 'how the child takes part'), ('unregistered', 'a home that is not registered')], max_length=13, verbose_name='what is it about?')),
                ('concern', models.TextField(help_text='Say what happened. The child may read this one day.', verbose_name='what is the concern, and what should happen?')),
                ('cafcass_on', models.DateField(blank=True, null=True, verbose_name='when was it passed to Cafcass?')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='when was it closed?')),
                ('outcome', models.CharField(blank=True, choices=[('as-asked', 'settled as the officer asked'), ('in-part', 'settled in part'), ('no-longer', 'the concern no longer holds'), ('not-settled', 'not settled')], max_length=11, verbose_name='how did it end?')),
                ('effect', models.TextField(blank=True, verbose_name='what changed for the child?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('raised_by', models.ForeignKey(blank=True, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='challenges', to=settings.AUTH_USER_MODEL, verbose_name='which officer raised it?')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'raised_on', 'theme'), name='challenge_once_a_day', violation_error_message='That challenge is already recorded.'), models.UniqueConstraint(fields=('id', 'child'), name='challenge_of_a_child'), models.CheckConstraint(condition=models.Q(('concern__regex', '\\S')), name='challenge_has_a_concern', violation_error_message='Write what the concern is.'), models.CheckConstraint(condition=models.Q(('cafcass_on__gte', models.F('raised_on'))), name='challenge_passed_on_after_it_is_raised', violation_error_message='It cannot be passed to Cafcass before it was raised.'), models.CheckConstraint(condition=models.Q(('closed_on__gte', models.F('raised_on'))), name='challenge_closed_after_it_is_raised', violation_error_message='It cannot be closed before it was raised.'), models.CheckConstraint(condition=models.Q(models.Q(('closed_on', None), ('effect', ''), ('outcome', '')), models.Q(('closed_on__isnull', False), ('effect__regex', '\\S'), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='challenge_is_closed_in_words', violation_error_message='Enter when it was closed, how it ended and what changed.')],
            },
        ),
        migrations.CreateModel(
            name='ChallengeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('raised_on', models.DateField(verbose_name='when was it raised?')),
                ('theme', models.CharField(choices=[('care-plan', 'the care plan'), ('carrying-out', 'the plan not being carried out'), ('decisions', 'how decisions are made'), ('drift', 'drift and delay'), ('no-way-out', 'no plan for moving on from care'), ('no-worker', 'no social worker'), ('practice', 'poor practice'), ('participation', 'how the child takes part'), ('unregistered', 'a home that is not registered')], max_length=13, verbose_name='what is it about?')),
                ('concern', models.TextField(help_text='Say what happened. The child may read this one day.', verbose_name='what is the concern, and what should happen?')),
                ('cafcass_on', models.DateField(blank=True, null=True, verbose_name='when was it passed to Cafcass?')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='when was it closed?')),
                ('outcome', models.CharField(blank=True, choices=[('as-asked', 'settled as the officer asked'), ('in-part', 'settled in part'), ('no-longer', 'the concern no longer holds'), ('not-settled', 'not settled')], max_length=11, verbose_name='how did it end?')),
                ('effect', models.TextField(blank=True, verbose_name='what changed for the child?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.challenge')),
                ('raised_by', models.ForeignKey(blank=True, db_constraint=False, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='which officer raised it?')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChallengeStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('stage', models.CharField(choices=[('informal', 'informal alert'), ('stage-1', 'stage 1, the team manager'), ('stage-2', 'stage 2, the service manager'), ('stage-3', 'stage 3, the head of service'), ('stage-4', 'stage 4, the director of children’s services')], max_length=8, verbose_name='which stage?')),
                ('began_on', models.DateField(verbose_name='when did this stage begin?')),
                ('asked', models.CharField(blank=True, max_length=300, verbose_name='what is asked for?')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='when was it answered?')),
                ('answered_by', models.CharField(blank=True, max_length=120, verbose_name='who answered?')),
                ('answer', models.TextField(blank=True, help_text='What will happen, by when, or why not. The child may read this one day.', verbose_name='what is the answer?')),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='stages', to='permanence.challenge', verbose_name='challenge')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('challenge', 'stage'), name='challenge_stage_once', violation_error_message='The challenge has been at that stage already.'), models.CheckConstraint(condition=models.Q(('answered_on__gte', models.F('began_on'))), name='challenge_stage_answered_after_it_begins', violation_error_message='It cannot be answered before the stage began.'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by', ''), ('answered_on', None)), models.Q(('answer__regex', '\\S'), ('answered_by__regex', '\\S'), ('answered_on__isnull', False)), _connector='OR'), name='challenge_stage_answer_is_whole', violation_error_message='Enter when it was answered, by whom, and the answer.')],
            },
        ),
        migrations.CreateModel(
            name='ChallengeStageEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('stage', models.CharField(choices=[('informal', 'informal alert'), ('stage-1', 'stage 1, the team manager'), ('stage-2', 'stage 2, the service manager'), ('stage-3', 'stage 3, the head of service'), ('stage-4', 'stage 4, the director of children’s services')], max_length=8, verbose_name='which stage?')),
                ('began_on', models.DateField(verbose_name='when did this stage begin?')),
                ('asked', models.CharField(blank=True, max_length=300, verbose_name='what is asked for?')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='when was it answered?')),
                ('answered_by', models.CharField(blank=True, max_length=120, verbose_name='who answered?')),
                ('answer', models.TextField(blank=True, help_text='What will happen, by when, or why not. The child may read this one day.', verbose_name='what is the answer?')),
                ('challenge', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.challenge', verbose_name='challenge')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.challengestage')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MidPoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('looked', models.CharField(choices=[('visit', 'on a visit to the child'), ('call', 'by a call with the child'), ('worker', 'in a talk with the child’s worker'), ('records', 'by reading the record')], max_length=7, verbose_name='how was it done?')),
                ('seen', models.CharField(choices=[('alone', 'yes, seen alone'), ('with-others', 'yes, seen with others there'), ('called', 'yes, spoken to by video or telephone'), ('no', 'no')], max_length=11, verbose_name='was the child seen or spoken to?')),
                ('plan_right', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the plan still right for the child?')),
                ('plan_right_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is not right?')),
                ('actions_done', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is what the review decided being done in time?')),
                ('actions_done_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is not done, and why?')),
                ('child_heard', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='have the child’s workers seen and heard the child?')),
                ('child_heard_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is missing?')),
                ('moving', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the planning moving on, without drift?')),
                ('moving_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is it waiting for?')),
                ('second_plan', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the second plan ready, in case the first cannot be?')),
                ('second_plan_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what does it need?')),
                ('judgement', models.CharField(choices=[('in-time', 'in time'), ('at-risk', 'at risk'), ('off-track', 'off track')], help_text='Your own judgement, whatever the clocks say.', max_length=9, verbose_name='in all, how does it stand?')),
                ('judgement_because', models.CharField(help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('held_by', models.ForeignKey(blank=True, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mid_points', to=settings.AUTH_USER_MODEL, verbose_name='which officer held it?')),
            ],
            options={
                'verbose_name': 'mid-point',
                'constraints': [models.UniqueConstraint(fields=('child', 'held_on'), name='mid_point_once_a_day', violation_error_message='A mid-point is already recorded for that day.'), models.CheckConstraint(condition=models.Q(('plan_right', 'yes'), ('plan_right_words__regex', '\\S'), _connector='OR'), name='mid_point_plan_right_says_what', violation_error_message='Where something is not in order, write what.'), models.CheckConstraint(condition=models.Q(('actions_done', 'yes'), ('actions_done_words__regex', '\\S'), _connector='OR'), name='mid_point_actions_done_says_what', violation_error_message='Where something is not in order, write what.'), models.CheckConstraint(condition=models.Q(('child_heard', 'yes'), ('child_heard_words__regex', '\\S'), _connector='OR'), name='mid_point_child_heard_says_what', violation_error_message='Where something is not in order, write what.'), models.CheckConstraint(condition=models.Q(('moving', 'yes'), ('moving_words__regex', '\\S'), _connector='OR'), name='mid_point_moving_says_what', violation_error_message='Where something is not in order, write what.'), models.CheckConstraint(condition=models.Q(('second_plan', 'yes'), ('second_plan_words__regex', '\\S'), _connector='OR'), name='mid_point_second_plan_says_what', violation_error_message='Where something is not in order, write what.'), models.CheckConstraint(condition=models.Q(('judgement_because__regex', '\\S')), name='mid_point_judgement_has_a_reason', violation_error_message='Write why you judge so.')],
            },
        ),
        migrations.CreateModel(
            name='MidPointEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('looked', models.CharField(choices=[('visit', 'on a visit to the child'), ('call', 'by a call with the child'), ('worker', 'in a talk with the child’s worker'), ('records', 'by reading the record')], max_length=7, verbose_name='how was it done?')),
                ('seen', models.CharField(choices=[('alone', 'yes, seen alone'), ('with-others', 'yes, seen with others there'), ('called', 'yes, spoken to by video or telephone'), ('no', 'no')], max_length=11, verbose_name='was the child seen or spoken to?')),
                ('plan_right', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the plan still right for the child?')),
                ('plan_right_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is not right?')),
                ('actions_done', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is what the review decided being done in time?')),
                ('actions_done_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is not done, and why?')),
                ('child_heard', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='have the child’s workers seen and heard the child?')),
                ('child_heard_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is missing?')),
                ('moving', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the planning moving on, without drift?')),
                ('moving_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what is it waiting for?')),
                ('second_plan', models.CharField(choices=[('yes', 'yes'), ('partly', 'partly'), ('no', 'no')], max_length=6, verbose_name='is the second plan ready, in case the first cannot be?')),
                ('second_plan_words', models.CharField(blank=True, max_length=300, verbose_name='if not, what does it need?')),
                ('judgement', models.CharField(choices=[('in-time', 'in time'), ('at-risk', 'at risk'), ('off-track', 'off track')], help_text='Your own judgement, whatever the clocks say.', max_length=9, verbose_name='in all, how does it stand?')),
                ('judgement_because', models.CharField(help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('held_by', models.ForeignKey(blank=True, db_constraint=False, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='which officer held it?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.midpoint')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT new_values."cafcass_on", new_values."child_id", new_values."closed_on", new_values."concern", new_values."effect", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."theme" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='023fa3616e36701d3b3afb96afde75bc31cab401', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fda46', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT new_values."cafcass_on", new_values."child_id", new_values."closed_on", new_values."concern", new_values."effect", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."theme" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='58e3757574c8cf9d98cd66cba6982c2d99e26b61', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6fc3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT old_values."cafcass_on", old_values."child_id", old_values."closed_on", old_values."concern", old_values."effect", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."raised_by_id", old_values."raised_on", old_values."theme" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='de8f584c21482978c664d94723de200f09ea60cb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7f761', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challengeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='eb77eef29c24efd3e853f457c435c2b727a1be4e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_64940', table='permanence_challengeevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challengestage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengestageevent" ("answer", "answered_by", "answered_on", "asked", "began_on", "challenge_id", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") SELECT new_values."answer", new_values."answered_by", new_values."answered_on", new_values."asked", new_values."began_on", new_values."challenge_id", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."stage" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9b501af3eaf7b5f61287a0ed0b07049ad0769229', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6c06d', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_challengestage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challengestage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengestageevent" ("answer", "answered_by", "answered_on", "asked", "began_on", "challenge_id", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") SELECT new_values."answer", new_values."answered_by", new_values."answered_on", new_values."asked", new_values."began_on", new_values."challenge_id", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."stage" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6fdfa2bd377f6d1e7a2e780f93581cebb9ac9d3b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9307f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_challengestage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challengestage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengestageevent" ("answer", "answered_by", "answered_on", "asked", "began_on", "challenge_id", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "stage") SELECT old_values."answer", old_values."answered_by", old_values."answered_on", old_values."asked", old_values."began_on", old_values."challenge_id", old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."stage" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='29b97dce2f938d08549f48b967e7a4d30103244a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_603d3', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_challengestage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challengestageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a931544c07f0f972837563084c1e3cd8a5420fda', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_effba', table='permanence_challengestageevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='midpoint',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_midpointevent" ("actions_done", "actions_done_words", "child_heard", "child_heard_words", "child_id", "held_by_id", "held_on", "id", "judgement", "judgement_because", "looked", "moving", "moving_words", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_right", "plan_right_words", "second_plan", "second_plan_words", "seen") SELECT new_values."actions_done", new_values."actions_done_words", new_values."child_heard", new_values."child_heard_words", new_values."child_id", new_values."held_by_id", new_values."held_on", new_values."id", new_values."judgement", new_values."judgement_because", new_values."looked", new_values."moving", new_values."moving_words", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."plan_right", new_values."plan_right_words", new_values."second_plan", new_values."second_plan_words", new_values."seen" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c2d79fba0deae305d75d467f5aed0c0fcbecea81', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e3954', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_midpoint', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='midpoint',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_midpointevent" ("actions_done", "actions_done_words", "child_heard", "child_heard_words", "child_id", "held_by_id", "held_on", "id", "judgement", "judgement_because", "looked", "moving", "moving_words", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_right", "plan_right_words", "second_plan", "second_plan_words", "seen") SELECT new_values."actions_done", new_values."actions_done_words", new_values."child_heard", new_values."child_heard_words", new_values."child_id", new_values."held_by_id", new_values."held_on", new_values."id", new_values."judgement", new_values."judgement_because", new_values."looked", new_values."moving", new_values."moving_words", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."plan_right", new_values."plan_right_words", new_values."second_plan", new_values."second_plan_words", new_values."seen" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='55904b63c86bdf02eab47df310e9cccd98f39679', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_12e0d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_midpoint', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='midpoint',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_midpointevent" ("actions_done", "actions_done_words", "child_heard", "child_heard_words", "child_id", "held_by_id", "held_on", "id", "judgement", "judgement_because", "looked", "moving", "moving_words", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_right", "plan_right_words", "second_plan", "second_plan_words", "seen") SELECT old_values."actions_done", old_values."actions_done_words", old_values."child_heard", old_values."child_heard_words", old_values."child_id", old_values."held_by_id", old_values."held_on", old_values."id", old_values."judgement", old_values."judgement_because", old_values."looked", old_values."moving", old_values."moving_words", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."plan_right", old_values."plan_right_words", old_values."second_plan", old_values."second_plan_words", old_values."seen" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c652146a7a8ead4e7531c141a1e0853bffc2bf8b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a22f2', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_midpoint', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='midpointevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1c2ce614aacc60606498b7aa3bea2090a662db90', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2ae8d', table='permanence_midpointevent', when='BEFORE')),
        ),
        migrations.RunSQL(
            sql='ALTER TABLE permanence_challengestage ADD CONSTRAINT challengestage_of_the_same_child FOREIGN KEY (challenge_id, child_id) REFERENCES permanence_challenge (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE permanence_challengestage DROP CONSTRAINT challengestage_of_the_same_child',
        ),
    ]
