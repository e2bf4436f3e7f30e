import casetrack.triggers
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0012_a_year_from_the_first_of_march'),
        ('permanence', '0005_meetings'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AgendaUpdate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('child_says', models.CharField(blank=True, help_text='In the child’s own words where there are any. If the child tells of harm, record that in the safeguarding record, not here.', max_length=600, verbose_name='what does the child say now?')),
                ('happened', models.CharField(blank=True, max_length=600, verbose_name='what has happened since the group last met?')),
                ('held_up', models.CharField(blank=True, max_length=600, verbose_name='what holds it up?')),
                ('next_step', models.CharField(blank=True, max_length=600, verbose_name='what is the next step?')),
                ('next_step_on', models.DateField(blank=True, null=True, verbose_name='by when?')),
                ('decide', models.CharField(blank=True, max_length=600, verbose_name='what should the group decide?')),
                ('asked_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('told_on', models.DateField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda_updates', to='casetrack.child')),
                ('item', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='update', to='permanence.agendaitem')),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('told', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('asked_at__isnull', True), ('asked_by__isnull', True)), models.Q(('asked_at__isnull', False), ('asked_by__isnull', False)), _connector='OR'), name='agenda_update_asked_at_with_asked_by', violation_error_message='Somebody asked for it.'), models.CheckConstraint(condition=models.Q(models.Q(('told__isnull', True), ('told_on__isnull', True)), models.Q(('told__isnull', False), ('told_on__isnull', False)), _connector='OR'), name='agenda_update_told_on_with_told', violation_error_message='Somebody was told of it.'), models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', True), ('sent_by__isnull', True)), models.Q(('sent_at__isnull', False), ('sent_by__isnull', False)), _connector='OR'), name='agenda_update_sent_at_with_sent_by', violation_error_message='Somebody sent it.'), models.CheckConstraint(condition=models.Q(models.Q(('reminded_at', None), ('told_on', None)), ('asked_at__isnull', False), _connector='OR'), name='agenda_update_reminded_where_asked', violation_error_message='Nobody is reminded of what was not asked for.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaUpdateEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('child_says', models.CharField(blank=True, help_text='In the child’s own words where there are any. If the child tells of harm, record that in the safeguarding record, not here.', max_length=600, verbose_name='what does the child say now?')),
                ('happened', models.CharField(blank=True, max_length=600, verbose_name='what has happened since the group last met?')),
                ('held_up', models.CharField(blank=True, max_length=600, verbose_name='what holds it up?')),
                ('next_step', models.CharField(blank=True, max_length=600, verbose_name='what is the next step?')),
                ('next_step_on', models.DateField(blank=True, null=True, verbose_name='by when?')),
                ('decide', models.CharField(blank=True, max_length=600, verbose_name='what should the group decide?')),
                ('asked_at', models.DateTimeField(null=True)),
                ('reminded_at', models.DateTimeField(null=True)),
                ('told_on', models.DateField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('asked_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agendaitem')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.agendaupdate')),
                ('sent_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('told', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaupdate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaupdateevent" ("asked_at", "asked_by_id", "child_id", "child_says", "decide", "happened", "held_up", "id", "item_id", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "sent_at", "sent_by_id", "told_id", "told_on") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_id", new_values."child_says", new_values."decide", new_values."happened", new_values."held_up", new_values."id", new_values."item_id", new_values."next_step", new_values."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reminded_at", new_values."sent_at", new_values."sent_by_id", new_values."told_id", new_values."told_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ac36dc527dab29c03ff0f48213409077bf50d81b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7de8f', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_agendaupdate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaupdate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaupdateevent" ("asked_at", "asked_by_id", "child_id", "child_says", "decide", "happened", "held_up", "id", "item_id", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "sent_at", "sent_by_id", "told_id", "told_on") SELECT new_values."asked_at", new_values."asked_by_id", new_values."child_id", new_values."child_says", new_values."decide", new_values."happened", new_values."held_up", new_values."id", new_values."item_id", new_values."next_step", new_values."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reminded_at", new_values."sent_at", new_values."sent_by_id", new_values."told_id", new_values."told_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d6ee7063b9d0ae54808c6ec810069bac9011d73c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_99482', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_agendaupdate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaupdate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaupdateevent" ("asked_at", "asked_by_id", "child_id", "child_says", "decide", "happened", "held_up", "id", "item_id", "next_step", "next_step_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reminded_at", "sent_at", "sent_by_id", "told_id", "told_on") SELECT old_values."asked_at", old_values."asked_by_id", old_values."child_id", old_values."child_says", old_values."decide", old_values."happened", old_values."held_up", old_values."id", old_values."item_id", old_values."next_step", old_values."next_step_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reminded_at", old_values."sent_at", old_values."sent_by_id", old_values."told_id", old_values."told_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7cdf00bcf81e835eafe6459d9f31fb2c36c6713e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2e56a', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_agendaupdate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaupdateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8877c0dd05c631a4f92521d3d1278fa9dd59a23b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ea9c0', table='permanence_agendaupdateevent', when='BEFORE')),
        ),
    ]
