"""A possible guardian may be somebody who was put forward, of the same child."""

import casetrack.triggers
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('adoption', '0003_sealing'),
        ('placements', '0003_assessments_point_at_the_person'),
    ]

    operations = [
        casetrack.triggers.RemoveTrigger(
            model_name='prospectiveguardian',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='prospectiveguardian',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='prospectiveguardian',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='prospectiveguardian',
            name='relative',
            field=models.ForeignKey(blank=True, help_text='Choose them, so that what is known of them is not asked again.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='prospective_guardians', to='casetrack.relative', verbose_name='is it somebody who was put forward to care for the child?'),
        ),
        migrations.AddField(
            model_name='prospectiveguardianevent',
            name='relative',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Choose them, so that what is known of them is not asked again.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.relative', verbose_name='is it somebody who was put forward to care for the child?'),
        ),
        migrations.AlterField(
            model_name='prospectiveguardian',
            name='relationship',
            field=models.CharField(help_text='For example: grandmother on her mum’s side, uncle, foster carer. The history speaks of them so; it names only who was put forward.', max_length=80, verbose_name='who are they to the child?'),
        ),
        migrations.AlterField(
            model_name='prospectiveguardianevent',
            name='relationship',
            field=models.CharField(help_text='For example: grandmother on her mum’s side, uncle, foster carer. The history speaks of them so; it names only who was put forward.', max_length=80, verbose_name='who are they to the child?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "relative_id", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT new_values."applied_on", new_values."assessed", new_values."assessment_completed_on", new_values."assessment_started_on", new_values."child_id", new_values."id", new_values."intention_confirmed_on", new_values."name", new_values."named_on", new_values."notice_given_on", new_values."order_sought", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relationship", new_values."relative_id", new_values."report_asked_on", new_values."report_filed_on", new_values."support_plan_agreed_on", new_values."support_plan_drafted_on", new_values."viability", new_values."viability_concluded_on", new_values."viability_started_on", new_values."withdrew_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='aab6d73561779ff25d02ab1281ef3d04983e744e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8f460', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "relative_id", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT new_values."applied_on", new_values."assessed", new_values."assessment_completed_on", new_values."assessment_started_on", new_values."child_id", new_values."id", new_values."intention_confirmed_on", new_values."name", new_values."named_on", new_values."notice_given_on", new_values."order_sought", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relationship", new_values."relative_id", new_values."report_asked_on", new_values."report_filed_on", new_values."support_plan_agreed_on", new_values."support_plan_drafted_on", new_values."viability", new_values."viability_concluded_on", new_values."viability_started_on", new_values."withdrew_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3457effbdc988cbcb7c31c05e4f416525147812a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5410d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "relative_id", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT old_values."applied_on", old_values."assessed", old_values."assessment_completed_on", old_values."assessment_started_on", old_values."child_id", old_values."id", old_values."intention_confirmed_on", old_values."name", old_values."named_on", old_values."notice_given_on", old_values."order_sought", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relationship", old_values."relative_id", old_values."report_asked_on", old_values."report_filed_on", old_values."support_plan_agreed_on", old_values."support_plan_drafted_on", old_values."viability", old_values."viability_concluded_on", old_values."viability_started_on", old_values."withdrew_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ea97279448b590424cbb2f62a6a7484eab186426', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a0f4f', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        migrations.RunSQL(
            sql='ALTER TABLE adoption_prospectiveguardian ADD CONSTRAINT prospective_guardian_of_the_same_child FOREIGN KEY (relative_id, child_id) REFERENCES casetrack_relative (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE adoption_prospectiveguardian DROP CONSTRAINT prospective_guardian_of_the_same_child',
        ),
    ]
