import casetrack.triggers
import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('oversight', '0008_waits_that_run'),
        ('permanence', '0007_decisions_and_minutes'),
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
        casetrack.triggers.RemoveTrigger(
            model_name='cohortmember',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='cohortmember',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='cohortmember',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='answer',
            name='decision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='answers', to='permanence.decision'),
        ),
        migrations.AddField(
            model_name='answerevent',
            name='decision',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.decision'),
        ),
        migrations.AddField(
            model_name='cohortmember',
            name='decision',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='cohort_members', to='permanence.decision'),
        ),
        migrations.AddField(
            model_name='cohortmemberevent',
            name='decision',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.decision'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "decision_id", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT new_values."answered_as", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."because", new_values."cause", new_values."child_id", new_values."clock", new_values."decision_id", new_values."ended_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."started_on", new_values."subject", new_values."until" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4d0a1259a6c6f49a90e290d4d3403c7626c94afe', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_22c2f', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "decision_id", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT new_values."answered_as", new_values."answered_by_id", new_values."answered_on", new_values."asked_by_id", new_values."asked_on", new_values."because", new_values."cause", new_values."child_id", new_values."clock", new_values."decision_id", new_values."ended_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."started_on", new_values."subject", new_values."until" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5a57d261ff6bee451896ae68a89b3000292c1a8f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_138f5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='answer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_answerevent" ("answered_as", "answered_by_id", "answered_on", "asked_by_id", "asked_on", "because", "cause", "child_id", "clock", "decision_id", "ended_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "started_on", "subject", "until") SELECT old_values."answered_as", old_values."answered_by_id", old_values."answered_on", old_values."asked_by_id", old_values."asked_on", old_values."because", old_values."cause", old_values."child_id", old_values."clock", old_values."decision_id", old_values."ended_on", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."started_on", old_values."subject", old_values."until" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c22cc9fcc72a635a12d7edf66210235d683c5729', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1be9a', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_answer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "decision_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."added_by_id", new_values."child_id", new_values."cohort_id", new_values."decision_id", new_values."ends_on", new_values."expected_because", new_values."expected_on", new_values."id", new_values."origin", new_values."outcome", new_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ead5535dcd76a4aacf55438d6d767181b4db8c89', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fc27c', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_cohortmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "decision_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."added_by_id", new_values."child_id", new_values."cohort_id", new_values."decision_id", new_values."ends_on", new_values."expected_because", new_values."expected_on", new_values."id", new_values."origin", new_values."outcome", new_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2d03a3ee0c49ec238cdf0a8738633f1b0bb62cf3', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a2941', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_cohortmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='cohortmember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_cohortmemberevent" ("added_by_id", "child_id", "cohort_id", "decision_id", "ends_on", "expected_because", "expected_on", "id", "origin", "outcome", "outcome_because", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."added_by_id", old_values."child_id", old_values."cohort_id", old_values."decision_id", old_values."ends_on", old_values."expected_because", old_values."expected_on", old_values."id", old_values."origin", old_values."outcome", old_values."outcome_because", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fafbf31edde8d84fa8f0458876cf94bdfbaada3f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fc8d8', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_cohortmember', when='AFTER')),
        ),
    ]
