import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casetrack', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AgreedAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('text', models.CharField(max_length=500)),
                ('agreed_on', models.DateField()),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreed_actions', to='casetrack.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('agreed_on'))), name='agreed_action_due_after_it_is_agreed'), models.CheckConstraint(condition=models.Q(('done_on', None), ('done_on__gte', models.F('agreed_on')), _connector='OR'), name='agreed_action_done_after_it_is_agreed')],
            },
        ),
        migrations.CreateModel(
            name='AgreedActionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('text', models.CharField(max_length=500)),
                ('agreed_on', models.DateField()),
                ('due_on', models.DateField()),
                ('done_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('owner', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.worker')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.agreedaction')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PermanencePlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('route', models.CharField(choices=[('home', 'Home with parents'), ('adoption', 'Adoption'), ('special-guardianship', 'Special guardianship'), ('child-arrangements', 'Child arrangements order'), ('connected', 'Long-term with a relative or friend'), ('long-term-fostering', 'Long-term fostering'), ('residential', 'Long-term residential'), ('independence', 'Independence')], max_length=24)),
                ('rank', models.CharField(choices=[('primary', 'primary'), ('contingency', 'contingency')], default='primary', max_length=12)),
                ('ratified_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='permanence_plan_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('rank', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='permanence_plan_one_of_a_rank'), models.CheckConstraint(condition=models.Q(('ratified_on', None), ('ratified_on__gte', models.F('starts_on')), _connector='OR'), name='permanence_plan_ratified_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='PermanencePlanEvent',
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
                ('route', models.CharField(choices=[('home', 'Home with parents'), ('adoption', 'Adoption'), ('special-guardianship', 'Special guardianship'), ('child-arrangements', 'Child arrangements order'), ('connected', 'Long-term with a relative or friend'), ('long-term-fostering', 'Long-term fostering'), ('residential', 'Long-term residential'), ('independence', 'Independence')], max_length=24)),
                ('rank', models.CharField(choices=[('primary', 'primary'), ('contingency', 'contingency')], default='primary', max_length=12)),
                ('ratified_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.permanenceplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField()),
                ('participation', models.CharField(blank=True, choices=[('PN0', 'under 4'), ('PN1', 'attended and spoke'), ('PN2', 'attended, an advocate spoke'), ('PN3', 'attended, used symbols'), ('PN4', 'attended, gave no view'), ('PN5', 'absent, an advocate spoke'), ('PN6', 'absent, views sent'), ('PN7', 'absent, no views')], max_length=3)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'held_on'), name='review_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='ReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField()),
                ('participation', models.CharField(blank=True, choices=[('PN0', 'under 4'), ('PN1', 'attended and spoke'), ('PN2', 'attended, an advocate spoke'), ('PN3', 'attended, used symbols'), ('PN4', 'attended, gave no view'), ('PN5', 'absent, an advocate spoke'), ('PN6', 'absent, views sent'), ('PN7', 'absent, no views')], max_length=3)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.review')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "child_id", "done_on", "due_on", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "uuid") SELECT new_values."agreed_on", new_values."child_id", new_values."done_on", new_values."due_on", new_values."id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."text", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7a071ea3b2fe1028aad286ccd4fce9573aca7b3e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5fbba', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "child_id", "done_on", "due_on", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "uuid") SELECT new_values."agreed_on", new_values."child_id", new_values."done_on", new_values."due_on", new_values."id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."text", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b25b850407086f2da8e544f2f56287c41e11cd4f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a6e86', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "child_id", "done_on", "due_on", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "uuid") SELECT old_values."agreed_on", old_values."child_id", old_values."done_on", old_values."due_on", old_values."id", old_values."origin", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."text", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8be76de1d754a553d4be23b1e385b6f598627cb9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e59db', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedactionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8639d0f3d1d6a90c16c5c9e1e77f881955768d2d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fd111', table='permanence_agreedactionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."rank", new_values."ratified_on", new_values."route", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='610d5a64365ae994877bfa76f30d952ad3ce82ff', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6134a', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."rank", new_values."ratified_on", new_values."route", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a0c14a4ecac7b006faa272d4ab4060df1cd045c8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3d7cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."rank", old_values."ratified_on", old_values."route", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bb7d660aea31ad304de39d50224fe759d86062a1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_83ceb', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0fa314bfd2f60d63c295b1c5b7dff7cf3cded2f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9e84f', table='permanence_permanenceplanevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("child_id", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c8707c315b3d58b5fa76c561d0c324394373eaf0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_deea5', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("child_id", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ed473228d333c877132f2d98f12569a5160c307e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_53894', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("child_id", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."held_on", old_values."id", old_values."origin", old_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d8a741aa05a6398a199a1750de25b8f4170e2134', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b9e2c', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='df59dae48f5354523ba5390250cb749483208598', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d902a', table='permanence_reviewevent', when='BEFORE')),
        ),
    ]
