import casetrack.triggers
import datetime
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('adoption', '0002_adoption_and_guardianship'),
        ('casetrack', '0010_adoption_records_role'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AdoptedSibling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('relation', models.CharField(choices=[('brother', 'brother'), ('sister', 'sister'), ('not-said', 'brother or sister')], max_length=8, verbose_name='who was adopted?')),
                ('adopted_on', models.DateField(verbose_name='when was the adoption order made?')),
                ('staying_in_touch', models.TextField(help_text='For example letters through the adoption agency twice a year. Never the new name, and never where the adopted child lives.', verbose_name='how do they stay in touch?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('staying_in_touch__regex', '\\S')), name='adopted_sibling_says_how_they_stay_in_touch', violation_error_message='Write how they stay in touch, or that they do not.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptedSiblingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('relation', models.CharField(choices=[('brother', 'brother'), ('sister', 'sister'), ('not-said', 'brother or sister')], max_length=8, verbose_name='who was adopted?')),
                ('adopted_on', models.DateField(verbose_name='when was the adoption order made?')),
                ('staying_in_touch', models.TextField(help_text='For example letters through the adoption agency twice a year. Never the new name, and never where the adopted child lives.', verbose_name='how do they stay in touch?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptedsibling')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealedRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sealed_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('keep_until', models.DateField()),
                ('archive', models.BinaryField()),
                ('found_by', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), default=list, size=None)),
                ('put_back_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casetrack.authority')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sealed_records', to='casetrack.child')),
                ('sealed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('put_back_at', None)), fields=('child',), name='sealed_record_once'), models.CheckConstraint(condition=models.Q(('put_back_at', None), models.Q(('archive', b''), ('found_by', [])), _connector='OR'), name='sealed_record_is_empty_once_put_back')],
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['found_by'], name='sealed_record_found_by')],
            },
        ),
        migrations.CreateModel(
            name='Unsealing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reason', models.CharField(choices=[('adult', 'The adopted adult asked for it'), ('court', 'A court ordered it'), ('health', 'A doctor needs it for the adopted person'), ('mistake', 'It was sealed by mistake: put it back')], max_length=7)),
                ('words', models.CharField(max_length=500)),
                ('asked_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('agreed', models.BooleanField(default=False)),
                ('until', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sealed', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='unsealings', to='adoption.sealedrecord')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('words__regex', '\\S'), models.Q(('reason', ''), _negated=True)), name='unsealing_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('agreed', False), ('answered_at', None), ('answered_by', None)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answered_by', models.F('asked_by')), _negated=True)), _connector='OR'), name='unsealing_takes_two'), models.CheckConstraint(condition=models.Q(('until', None), models.Q(('agreed', True), ('until__lte', django.db.models.expressions.CombinedExpression(models.F('answered_at'), '+', models.Value(datetime.timedelta(days=7))))), _connector='OR'), name='unsealing_opens_where_agreed_for_a_week'), models.UniqueConstraint(condition=models.Q(('answered_at', None)), fields=('sealed',), name='unsealing_asked_once')],
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptedsibling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptedsiblingevent" ("adopted_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "staying_in_touch") SELECT new_values."adopted_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relation", new_values."staying_in_touch" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='59e9e85e0c74f36016f37202921f11241fe19fc9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d3a49', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptedsibling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptedsibling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptedsiblingevent" ("adopted_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "staying_in_touch") SELECT new_values."adopted_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relation", new_values."staying_in_touch" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a01df41c0cb2de7baa5028d5652cd3fbad0931de', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b1646', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptedsibling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptedsibling',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptedsiblingevent" ("adopted_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relation", "staying_in_touch") SELECT old_values."adopted_on", old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relation", old_values."staying_in_touch" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d2258e40d7858169f5527a3cbd4263dc2723a354', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fb199', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptedsibling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptedsiblingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6a4ff89c92cede71d01ee235eff2afc19521adb2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_26bca', table='adoption_adoptedsiblingevent', when='BEFORE')),
        ),
    ]
