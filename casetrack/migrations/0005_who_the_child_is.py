"""More of who a child is, who matters to her, and where her brothers and sisters are to live."""

import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0004_submissions'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportantPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('name', models.CharField(max_length=120)),
                ('relationship', models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('step-parent', 'step-parent'), ('sibling', 'brother or sister who is not in care'), ('grandparent', 'grandparent'), ('aunt-or-uncle', 'aunt or uncle'), ('relative', 'other relative'), ('friend', 'friend'), ('former-carer', 'former carer'), ('advocate', 'advocate'), ('independent-visitor', 'independent visitor'), ('other', 'somebody else')], max_length=19, verbose_name='who this is to the child')),
                ('parental_responsibility', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='not-known', help_text='Whether this person has the rights and duties of a parent in law', max_length=9)),
                ('not_to_know', models.BooleanField(default=False, verbose_name='must not be told where the child lives')),
                ('telephone', models.CharField(blank=True, max_length=40)),
                ('notes', models.TextField(blank=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'important people',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='important_person_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('name', '='), ('relationship', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='important_person_one_at_a_time'), models.CheckConstraint(condition=models.Q(('name__regex', '\\S')), name='important_person_has_a_name', violation_error_message="Enter the person's name.")],
            },
        ),
        migrations.CreateModel(
            name='ImportantPersonEvent',
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
                ('name', models.CharField(max_length=120)),
                ('relationship', models.CharField(choices=[('mother', 'mother'), ('father', 'father'), ('step-parent', 'step-parent'), ('sibling', 'brother or sister who is not in care'), ('grandparent', 'grandparent'), ('aunt-or-uncle', 'aunt or uncle'), ('relative', 'other relative'), ('friend', 'friend'), ('former-carer', 'former carer'), ('advocate', 'advocate'), ('independent-visitor', 'independent visitor'), ('other', 'somebody else')], max_length=19, verbose_name='who this is to the child')),
                ('parental_responsibility', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='not-known', help_text='Whether this person has the rights and duties of a parent in law', max_length=9)),
                ('not_to_know', models.BooleanField(default=False, verbose_name='must not be told where the child lives')),
                ('telephone', models.CharField(blank=True, max_length=40)),
                ('notes', models.TextField(blank=True)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.importantperson')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SiblingDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decision', models.CharField(choices=[('together', 'together'), ('apart', 'apart'), ('some-together', 'some of them together')], max_length=13, verbose_name='they are to live')),
                ('decided_on', models.DateField()),
                ('decided_by', models.CharField(help_text='The person or the meeting', max_length=120, verbose_name='who decided')),
                ('reason', models.TextField(help_text='The children may read this one day.')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'decided_on'), name='sibling_decision_once_a_day', violation_error_message='A decision of that day is already recorded.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='sibling_decision_says_why', violation_error_message='Write why it was decided so.')],
            },
        ),
        migrations.CreateModel(
            name='SiblingDecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decision', models.CharField(choices=[('together', 'together'), ('apart', 'apart'), ('some-together', 'some of them together')], max_length=13, verbose_name='they are to live')),
                ('decided_on', models.DateField()),
                ('decided_by', models.CharField(help_text='The person or the meeting', max_length=120, verbose_name='who decided')),
                ('reason', models.TextField(help_text='The children may read this one day.')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.siblingdecision')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='child',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='child',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='child',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='child',
            name='disability',
            field=models.CharField(blank=True, db_default='', help_text='In words, where the child is disabled', max_length=500),
        ),
        migrations.AddField(
            model_name='child',
            name='disabled',
            field=models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='not-known', max_length=9, verbose_name='is the child disabled'),
        ),
        migrations.AddField(
            model_name='child',
            name='known_as',
            field=models.CharField(blank=True, db_default='', help_text='Where the child goes by another name than the one above', max_length=100),
        ),
        migrations.AddField(
            model_name='child',
            name='language',
            field=models.CharField(blank=True, db_default='', max_length=60, verbose_name='first language'),
        ),
        migrations.AddField(
            model_name='child',
            name='needs',
            field=models.TextField(blank=True, db_default='', help_text='What matters to the child about who they are: culture, faith, identity', verbose_name='identity and diversity needs'),
        ),
        migrations.AddField(
            model_name='child',
            name='religion',
            field=models.CharField(blank=True, db_default='', max_length=60),
        ),
        migrations.AddField(
            model_name='childevent',
            name='known_as',
            field=models.CharField(blank=True, db_default='', help_text='Where the child goes by another name than the one above', max_length=100),
        ),
        migrations.AddField(
            model_name='childevent',
            name='disability',
            field=models.CharField(blank=True, db_default='', help_text='In words, where the child is disabled', max_length=500),
        ),
        migrations.AddField(
            model_name='childevent',
            name='disabled',
            field=models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='not-known', max_length=9, verbose_name='is the child disabled'),
        ),
        migrations.AddField(
            model_name='childevent',
            name='language',
            field=models.CharField(blank=True, db_default='', max_length=60, verbose_name='first language'),
        ),
        migrations.AddField(
            model_name='childevent',
            name='needs',
            field=models.TextField(blank=True, db_default='', help_text='What matters to the child about who they are: culture, faith, identity', verbose_name='identity and diversity needs'),
        ),
        migrations.AddField(
            model_name='childevent',
            name='religion',
            field=models.CharField(blank=True, db_default='', max_length=60),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "disability", "disabled", "ethnicity", "expected_on", "first_name", "id", "known_as", "language", "last_name", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "religion", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT new_values."authority_id", new_values."born_on", new_values."disability", new_values."disabled", new_values."ethnicity", new_values."expected_on", new_values."first_name", new_values."id", new_values."known_as", new_values."language", new_values."last_name", new_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference", new_values."religion", new_values."sex", new_values."siblings_id", new_values."unaccompanied", new_values."upn", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bd68488cd59cc8043a769991d8b313bd352d49fb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_02d1a', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_child', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "disability", "disabled", "ethnicity", "expected_on", "first_name", "id", "known_as", "language", "last_name", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "religion", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT new_values."authority_id", new_values."born_on", new_values."disability", new_values."disabled", new_values."ethnicity", new_values."expected_on", new_values."first_name", new_values."id", new_values."known_as", new_values."language", new_values."last_name", new_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reference", new_values."religion", new_values."sex", new_values."siblings_id", new_values."unaccompanied", new_values."upn", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values."authority_id" IS DISTINCT FROM (new_values."authority_id") OR old_values."born_on" IS DISTINCT FROM (new_values."born_on") OR old_values."disability" IS DISTINCT FROM (new_values."disability") OR old_values."disabled" IS DISTINCT FROM (new_values."disabled") OR old_values."ethnicity" IS DISTINCT FROM (new_values."ethnicity") OR old_values."expected_on" IS DISTINCT FROM (new_values."expected_on") OR old_values."first_name" IS DISTINCT FROM (new_values."first_name") OR old_values."id" IS DISTINCT FROM (new_values."id") OR old_values."known_as" IS DISTINCT FROM (new_values."known_as") OR old_values."language" IS DISTINCT FROM (new_values."language") OR old_values."last_name" IS DISTINCT FROM (new_values."last_name") OR old_values."needs" IS DISTINCT FROM (new_values."needs") OR old_values."reference" IS DISTINCT FROM (new_values."reference") OR old_values."religion" IS DISTINCT FROM (new_values."religion") OR old_values."sex" IS DISTINCT FROM (new_values."sex") OR old_values."siblings_id" IS DISTINCT FROM (new_values."siblings_id") OR old_values."unaccompanied" IS DISTINCT FROM (new_values."unaccompanied") OR old_values."upn" IS DISTINCT FROM (new_values."upn") OR old_values."uuid" IS DISTINCT FROM (new_values."uuid")) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d3076b421ae3977a262dffc9c672645253389ef0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_dea3d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_child', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "disability", "disabled", "ethnicity", "expected_on", "first_name", "id", "known_as", "language", "last_name", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "religion", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT old_values."authority_id", old_values."born_on", old_values."disability", old_values."disabled", old_values."ethnicity", old_values."expected_on", old_values."first_name", old_values."id", old_values."known_as", old_values."language", old_values."last_name", old_values."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reference", old_values."religion", old_values."sex", old_values."siblings_id", old_values."unaccompanied", old_values."upn", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ae31a5f04c15aa9ae3f790a29ac346102c02e81c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9f20a', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_child', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='child',
            constraint=models.CheckConstraint(condition=models.Q(('disability', ''), ('disabled', 'yes'), _connector='OR'), name='child_disability_is_of_a_disabled_child', violation_error_message='A disability is described only of a disabled child.'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='importantperson',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_importantpersonevent" ("child_id", "ends_on", "id", "name", "not_to_know", "notes", "origin", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "start_known", "starts_on", "telephone") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."name", new_values."not_to_know", new_values."notes", new_values."origin", new_values."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relationship", new_values."start_known", new_values."starts_on", new_values."telephone" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4d7618f2d9612b5c5dde1ce2116150ab3e82c99d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_67864', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_importantperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='importantperson',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_importantpersonevent" ("child_id", "ends_on", "id", "name", "not_to_know", "notes", "origin", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "start_known", "starts_on", "telephone") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."name", new_values."not_to_know", new_values."notes", new_values."origin", new_values."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relationship", new_values."start_known", new_values."starts_on", new_values."telephone" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='43e87cc9c1f7d45aed23943c5d03e8f9794c6c0d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d71ed', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_importantperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='importantperson',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_importantpersonevent" ("child_id", "ends_on", "id", "name", "not_to_know", "notes", "origin", "parental_responsibility", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "start_known", "starts_on", "telephone") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."name", old_values."not_to_know", old_values."notes", old_values."origin", old_values."parental_responsibility", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relationship", old_values."start_known", old_values."starts_on", old_values."telephone" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='76d6fd85ae4e85223ba3d58c9cd032372e6a66f7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_92cd7', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_importantperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='importantpersonevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9e782e4813888d26b1c1adc28748e2defc652986', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1a3e6', table='casetrack_importantpersonevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblingdecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblingdecisionevent" ("child_id", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."decided_by", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e2c333db18549dc7d72a53df3f7e8f6a111bd1ea', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ab325', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_siblingdecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblingdecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblingdecisionevent" ("child_id", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."decided_by", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='37d91efa6e7946f33a62b213b4d7e26a020795b5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_9a143', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_siblingdecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblingdecision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblingdecisionevent" ("child_id", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."child_id", old_values."decided_by", old_values."decided_on", old_values."decision", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='5e14425a68606950502e897da7549b43d00371fc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c593c', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_siblingdecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblingdecisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4d5f7f4a1fece078347345a0baf53b2786bad339', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_515ad', table='casetrack_siblingdecisionevent', when='BEFORE')),
        ),
    ]
