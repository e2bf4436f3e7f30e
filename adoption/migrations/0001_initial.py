import casetrack.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casetrack', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdoptionDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decided_on', models.DateField()),
                ('reversed_on', models.DateField(blank=True, null=True)),
                ('reversal_reason', models.CharField(blank=True, choices=[('RD1', "the child's needs changed"), ('RD2', 'the court made no placement order'), ('RD3', 'no adopters were found'), ('RD4', 'other reason')], max_length=3)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'decided_on'), name='adoption_decision_once_a_day'), models.CheckConstraint(condition=models.Q(('reversed_on', None), ('reversed_on__gte', models.F('decided_on')), _connector='OR'), name='adoption_decision_reversed_after_it_is_made')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionDecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decided_on', models.DateField()),
                ('reversed_on', models.DateField(blank=True, null=True)),
                ('reversal_reason', models.CharField(blank=True, choices=[('RD1', "the child's needs changed"), ('RD2', 'the court made no placement order'), ('RD3', 'no adopters were found'), ('RD4', 'other reason')], max_length=3)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptiondecision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decided_on', models.DateField()),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'matches',
                'constraints': [models.UniqueConstraint(fields=('child', 'decided_on'), name='match_once_a_day'), models.CheckConstraint(condition=models.Q(('withdrawn_on', None), ('withdrawn_on__gte', models.F('decided_on')), _connector='OR'), name='match_withdrawn_after_it_is_made')],
            },
        ),
        migrations.CreateModel(
            name='MatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decided_on', models.DateField()),
                ('withdrawn_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.match')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondecisionevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reversal_reason", "reversed_on") SELECT new_values."child_id", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reversal_reason", new_values."reversed_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f5b885a9536d0984e441c81f51ea2ddb3df0b1e8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_151b8', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptiondecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondecisionevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reversal_reason", "reversed_on") SELECT new_values."child_id", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reversal_reason", new_values."reversed_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e5b66f66f95bee4c56961a21d85992e648a4232d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e49b1', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptiondecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondecision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondecisionevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reversal_reason", "reversed_on") SELECT old_values."child_id", old_values."decided_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reversal_reason", old_values."reversed_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='803066af6b45d5682c5f7dc63357c45ba22dd94a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_924b1', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptiondecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondecisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='370bc4523af5cbdb8af7b5d9a08e3bec6540c96e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f32e5', table='adoption_adoptiondecisionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."child_id", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1e999d594b071333e927e1d45579fbec77a30af6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c4697', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_match', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."child_id", new_values."decided_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4451b3fca0aa1ee8e34b4f7bca7f57509107bab0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_14ebc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_match', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT old_values."child_id", old_values."decided_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b1d2f02d74c9f9f0247528b3b154f7f00ccc17cb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bc08a', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_match', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='matchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6d57c9e45000d792c8a3efe9cf9b0f46e84d002c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7426a', table='adoption_matchevent', when='BEFORE')),
        ),
    ]
