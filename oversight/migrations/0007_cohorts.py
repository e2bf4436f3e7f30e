import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0011_recorded_from'),
        ('oversight', '0006_saved_views_of_a_page'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Cohort',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(help_text='Never a child’s name.', max_length=80, verbose_name='what is the cohort called?')),
                ('aim', models.CharField(choices=[('family', 'from a children’s home into a family'), ('discharge', 'at home with parents, without the care order'), ('guardianship', 'from connected carers to special guardianship'), ('lasting', 'a fragile foster home that lasts'), ('other', 'something else')], max_length=12, verbose_name='what is its aim?')),
                ('about', models.CharField(blank=True, help_text='Never a child’s name.', max_length=300, verbose_name='what is it for, in a sentence?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
            ],
            options={
                'ordering': ['starts_on', 'name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='cohort_is_not_empty'), models.UniqueConstraint(fields=('authority', 'name'), name='cohort_name_unique')],
            },
        ),
        migrations.CreateModel(
            name='CohortEvent',
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
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='Never a child’s name.', max_length=80, verbose_name='what is the cohort called?')),
                ('aim', models.CharField(choices=[('family', 'from a children’s home into a family'), ('discharge', 'at home with parents, without the care order'), ('guardianship', 'from connected carers to special guardianship'), ('lasting', 'a fragile foster home that lasts'), ('other', 'something else')], max_length=12, verbose_name='what is its aim?')),
                ('about', models.CharField(blank=True, help_text='Never a child’s name.', max_length=300, verbose_name='what is it for, in a sentence?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.cohort')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CohortMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('expected_on', models.DateField(blank=True, help_text='The weeks saved are counted from it. For a home that should last, the day by which it would have ended.', null=True, verbose_name='by when would it have happened without this work?')),
                ('expected_because', models.CharField(blank=True, max_length=300, verbose_name='why that day?')),
                ('outcome', models.CharField(blank=True, choices=[('reached', 'the aim was reached'), ('not-reached', 'the aim was not reached'), ('another-plan', 'another plan took its place')], help_text='Leave it open where moves, orders and the end of care tell it.', max_length=12, verbose_name='what became of it?')),
                ('outcome_because', models.CharField(blank=True, help_text='The child may read this one day.', max_length=300, verbose_name='why?')),
                ('added_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('cohort', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='oversight.cohort', verbose_name='in which cohort?')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='cohort_member_is_not_empty', violation_error_message='The work with the child ends after the day it began.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('cohort', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='cohort_member_once_at_a_time', violation_error_message='The child is in that cohort already.'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', False), ('outcome', ''), _connector='OR'), name='cohort_member_outcome_of_an_end', violation_error_message='Enter the day the work with the child ended.'), models.CheckConstraint(condition=models.Q(('expected_on__isnull', False), ('expected_because', ''), _connector='OR'), name='cohort_member_expected_because', violation_error_message='Enter the day that was expected.'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('outcome_because', '')), models.Q(models.Q(('outcome', ''), _negated=True), ('outcome_because__regex', '\\S')), _connector='OR'), name='cohort_member_outcome_has_a_reason', violation_error_message='Enter both what became of it and why, or neither.')],
            },
        ),
        migrations.CreateModel(
            name='CohortMemberEvent',
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
                ('expected_on', models.DateField(blank=True, help_text='The weeks saved are counted from it. For a home that should last, the day by which it would have ended.', null=True, verbose_name='by when would it have happened without this work?')),
                ('expected_because', models.CharField(blank=True, max_length=300, verbose_name='why that day?')),
                ('outcome', models.CharField(blank=True, choices=[('reached', 'the aim was reached'), ('not-reached', 'the aim was not reached'), ('another-plan', 'another plan took its place')], help_text='Leave it open where moves, orders and the end of care tell it.', max_length=12, verbose_name='what became of it?')),
                ('outcome_because', models.CharField(blank=True, help_text='The child may read this one day.', max_length=300, verbose_name='why?')),
                ('added_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('cohort', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oversight.cohort', verbose_name='in which cohort?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.cohortmember')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortevent" ("about", "aim", "authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "uuid") SELECT new_values."about", new_values."aim", new_values."authority_id", new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='25fb48de7a43c8112a21719bead9f98c7344a012', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7b4a4', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_cohort', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortevent" ("about", "aim", "authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "uuid") SELECT new_values."about", new_values."aim", new_values."authority_id", new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cef3d76953ec63a9b645224f2e63fe6e6a1cd4b9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_0e3df', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_cohort', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohort',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortevent" ("about", "aim", "authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "uuid") SELECT old_values."about", old_values."aim", old_values."authority_id", old_values."ends_on", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f47e15117e86ef93ec10ccd28d88992b75a84c46', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bc183', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_cohort', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='abb81cb5434c16060525e6db25141e490f4ead41', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_5a29d', table='oversight_cohortevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."added_by_id", new_values."child_id", new_values."cohort_id", new_values."ends_on", new_values."expected_because", new_values."expected_on", new_values."id", new_values."origin", new_values."outcome", new_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28c68a203a7d9cb9ef2ae72dc87ee341a955338c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fc27c', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_cohortmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."added_by_id", new_values."child_id", new_values."cohort_id", new_values."ends_on", new_values."expected_because", new_values."expected_on", new_values."id", new_values."origin", new_values."outcome", new_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5c6b193173ea05b197f1a40c0e700507f242fad0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a2941', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_cohortmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."added_by_id", old_values."child_id", old_values."cohort_id", old_values."ends_on", old_values."expected_because", old_values."expected_on", old_values."id", old_values."origin", old_values."outcome", old_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9bbf16eb0957e1f5e62068fa14925db2ee205c44', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fc8d8', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_cohortmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmemberevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='05a4b1bb20bc9e5e7c78146d091b828b4a915bf2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_94e9f', table='oversight_cohortmemberevent', when='BEFORE')),
        ),
    ]
