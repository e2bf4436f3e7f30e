"""Who is assessed may be somebody who was put forward, of the same child.

A foreign key of two columns needs the rows that it points to to be unique by both."""

import casetrack.triggers
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0009_of_the_same_child'),
        ('placements', '0002_the_story_of_a_home'),
    ]

    operations = [
        casetrack.triggers.RemoveTrigger(
            model_name='homeassessment',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='homeassessment',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='homeassessment',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='homeassessment',
            name='home_assessment_once_a_day',
        ),
        migrations.AddField(
            model_name='homeassessment',
            name='relative',
            field=models.ForeignKey(blank=True, help_text='Choose them, so that all that is known of them is found together.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='home_assessments', to='casetrack.relative', verbose_name='is it somebody who was put forward to care for the child?'),
        ),
        migrations.AddField(
            model_name='homeassessmentevent',
            name='relative',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Choose them, so that all that is known of them is found together.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.relative', verbose_name='is it somebody who was put forward to care for the child?'),
        ),
        migrations.AlterField(
            model_name='homeassessment',
            name='people',
            field=models.CharField(blank=True, max_length=120, verbose_name='who is assessed, if nobody of those?'),
        ),
        migrations.AlterField(
            model_name='homeassessmentevent',
            name='people',
            field=models.CharField(blank=True, max_length=120, verbose_name='who is assessed, if nobody of those?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relative_id", "started_on", "summary") SELECT new_values."child_id", new_values."completed_on", new_values."finding", new_values."id", new_values."kind", new_values."origin", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relative_id", new_values."started_on", new_values."summary" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='854439a1d227e7a09ba5038a71a659f98a08cd9c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1e4be', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_homeassessment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relative_id", "started_on", "summary") SELECT new_values."child_id", new_values."completed_on", new_values."finding", new_values."id", new_values."kind", new_values."origin", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relative_id", new_values."started_on", new_values."summary" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='19a293f1b7cc9b71f711a9cd9f9c80d52b4fbffd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_711ec', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_homeassessment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relative_id", "started_on", "summary") SELECT old_values."child_id", old_values."completed_on", old_values."finding", old_values."id", old_values."kind", old_values."origin", old_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relative_id", old_values."started_on", old_values."summary" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='df8446ad6e9743dbcb5f7dabc580a283cac346ec', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_291e7', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_homeassessment', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='homeassessment',
            constraint=models.UniqueConstraint(fields=('child', 'kind', 'relative', 'people', 'started_on'), name='home_assessment_once_a_day', nulls_distinct=False, violation_error_message='That assessment is already recorded.'),
        ),
        migrations.AddConstraint(
            model_name='homeassessment',
            constraint=models.CheckConstraint(condition=models.Q(('relative__isnull', False), ('people__regex', '\\S'), _connector='OR'), name='home_assessment_is_of_somebody', violation_error_message='Choose or enter who is assessed.'),
        ),
        migrations.RunSQL(
            sql='ALTER TABLE casetrack_relative ADD CONSTRAINT relative_of_a_child UNIQUE (id, child_id)',
            reverse_sql='ALTER TABLE casetrack_relative DROP CONSTRAINT relative_of_a_child',
        ),
        migrations.RunSQL(
            sql='ALTER TABLE placements_homeassessment ADD CONSTRAINT home_assessment_of_the_same_child FOREIGN KEY (relative_id, child_id) REFERENCES casetrack_relative (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE placements_homeassessment DROP CONSTRAINT home_assessment_of_the_same_child',
        ),
    ]
