import casetrack.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0014_cover'),
        ('casetrack', '__first__'),
        ('oversight', '0009_of_a_decision'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReportWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('section', models.CharField(choices=[('officers', 'Our officers and their workload'), ('timeliness', 'Reviews, and what follows them'), ('participation', 'How children take part'), ('mid-points', 'Between reviews'), ('challenges', 'What officers challenged, and what came of it'), ('next', 'What we will do next')], max_length=13)),
                ('text', models.TextField(blank=True, help_text='Never a child’s name.', verbose_name='what do you want to say?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'year', 'section'), name='report_words_once')],
            },
        ),
        migrations.CreateModel(
            name='ReportWordsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('year', models.PositiveSmallIntegerField()),
                ('section', models.CharField(choices=[('officers', 'Our officers and their workload'), ('timeliness', 'Reviews, and what follows them'), ('participation', 'How children take part'), ('mid-points', 'Between reviews'), ('challenges', 'What officers challenged, and what came of it'), ('next', 'What we will do next')], max_length=13)),
                ('text', models.TextField(blank=True, help_text='Never a child’s name.', verbose_name='what do you want to say?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.reportwords')),
                ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='reportwords',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_reportwordsevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_by_id", "year") SELECT new_values."authority_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."section", new_values."text", new_values."written_by_id", new_values."year" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1a2f8d207548185b16aa6c7d0920a59b1b5fa264', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_330ce', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_reportwords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reportwords',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_reportwordsevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_by_id", "year") SELECT new_values."authority_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."section", new_values."text", new_values."written_by_id", new_values."year" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='219a0be2acc0527efa4194c6ee4f2d47e5eeb79b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_31fc7', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_reportwords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reportwords',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_reportwordsevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "section", "text", "written_by_id", "year") SELECT old_values."authority_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."section", old_values."text", old_values."written_by_id", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='affd68017f68a42cc4c3711175bfa94378486729', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a583a', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_reportwords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reportwordsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='627f659c508f83b5ab570502a809ce8a96e194c7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_21566', table='oversight_reportwordsevent', when='BEFORE')),
        ),
    ]
