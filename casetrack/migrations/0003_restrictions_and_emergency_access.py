import casetrack.triggers
import datetime
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
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
        ('casetrack', '0002_calendar'),
    ]

    operations = [
        migrations.CreateModel(
            name='BreakGlass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reason', models.CharField(choices=[('harm', 'Risk of harm to the child now'), ('out-of-hours', 'Out-of-hours duty'), ('court', 'Request of a court or the police'), ('cover', 'Cover for a worker who is away'), ('other', 'Another reason')], max_length=12)),
                ('words', models.CharField(max_length=500)),
                ('barrier', models.CharField(choices=[('not-theirs', 'not a child of theirs'), ('restricted', 'restricted to other people'), ('excluded', 'excluded from the record')], max_length=10)),
                ('opened_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('until', models.DateTimeField(db_index=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('justified', 'Justified'), ('not-justified', 'Not justified')], max_length=13)),
                ('review_words', models.CharField(blank=True, max_length=500)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='emergencies', to='casetrack.child')),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviewed_emergencies', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='emergencies', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('until__gt', models.F('opened_at')), ('until__lte', django.db.models.expressions.CombinedExpression(models.F('opened_at'), '+', models.Value(datetime.timedelta(seconds=14400))))), name='break_glass_lasts_four_hours_at_most'), models.CheckConstraint(condition=models.Q(('closed_at', None), ('closed_at__gte', models.F('opened_at')), _connector='OR'), name='break_glass_closes_after_it_opens'), models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('reason', ''), _negated=True)), name='break_glass_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('outcome', ''), ('review_words', ''), ('reviewed_at', None), ('reviewed_by', None)), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), models.Q(('outcome', ''), _negated=True), models.Q(('review_words', ''), _negated=True)), _connector='OR'), name='break_glass_review_is_whole'), models.CheckConstraint(condition=models.Q(('reviewed_by', None), models.Q(('reviewed_by', models.F('user')), _negated=True), _connector='OR'), name='break_glass_reviewed_by_somebody_else')],
            },
        ),
        migrations.CreateModel(
            name='BreakGlassEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reason', models.CharField(choices=[('harm', 'Risk of harm to the child now'), ('out-of-hours', 'Out-of-hours duty'), ('court', 'Request of a court or the police'), ('cover', 'Cover for a worker who is away'), ('other', 'Another reason')], max_length=12)),
                ('words', models.CharField(max_length=500)),
                ('barrier', models.CharField(choices=[('not-theirs', 'not a child of theirs'), ('restricted', 'restricted to other people'), ('excluded', 'excluded from the record')], max_length=10)),
                ('opened_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('until', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('justified', 'Justified'), ('not-justified', 'Not justified')], max_length=13)),
                ('review_words', models.CharField(blank=True, max_length=500)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.breakglass')),
                ('reviewed_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Restriction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('restricted', 'Only the people I name may see it'), ('excluded', 'The people I name may not see it')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='restrictions', to='casetrack.child')),
                ('set_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='restriction_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('kind', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='restriction_one_of_a_kind'), models.CheckConstraint(condition=models.Q(('kind__in', ['restricted', 'excluded'])), name='restriction_has_a_kind'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='restriction_has_a_reason')],
            },
        ),
        migrations.CreateModel(
            name='NamedPerson',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('restriction', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='people', to='casetrack.restriction')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('restriction', 'user'), name='named_person_once')],
            },
        ),
        migrations.CreateModel(
            name='NamedPersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.namedperson')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('restriction', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.restriction')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='RestrictionEvent',
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
                ('kind', models.CharField(choices=[('restricted', 'Only the people I name may see it'), ('excluded', 'The people I name may not see it')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.restriction')),
                ('set_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AlterField(
            model_name='roleassignment',
            name='role',
            field=models.CharField(choices=[('manager', 'Team manager'), ('social-worker', 'Social worker'), ('service-manager', 'Service manager'), ('fostering', 'Fostering worker'), ('adoption-agency-worker', 'Regional adoption agency worker'), ('legal', 'Legal adviser'), ('court-progression-officer', 'Court progression officer'), ('virtual-school', 'Virtual School'), ('iro', 'Independent Reviewing Officer (IRO)'), ('iro-manager', 'IRO manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('secretary', 'Secretary of the Permanence Monitoring Group'), ('agency-decision-maker', 'Agency decision maker'), ('nominated-officer', 'Nominated officer'), ('data-officer', 'Data officer'), ('board-member', 'Board member'), ('guardian', 'Guardian of data'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AlterField(
            model_name='roleassignmentevent',
            name='role',
            field=models.CharField(choices=[('manager', 'Team manager'), ('social-worker', 'Social worker'), ('service-manager', 'Service manager'), ('fostering', 'Fostering worker'), ('adoption-agency-worker', 'Regional adoption agency worker'), ('legal', 'Legal adviser'), ('court-progression-officer', 'Court progression officer'), ('virtual-school', 'Virtual School'), ('iro', 'Independent Reviewing Officer (IRO)'), ('iro-manager', 'IRO manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('secretary', 'Secretary of the Permanence Monitoring Group'), ('agency-decision-maker', 'Agency decision maker'), ('nominated-officer', 'Nominated officer'), ('data-officer', 'Data officer'), ('board-member', 'Board member'), ('guardian', 'Guardian of data'), ('administrator', 'Administrator')], max_length=30),
        ),
        casetrack.triggers.AddTrigger(
            model_name='breakglass',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_breakglassevent" ("barrier", "child_id", "closed_at", "id", "opened_at", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_words", "reviewed_at", "reviewed_by_id", "until", "user_id", "uuid", "words") SELECT new_values."barrier", new_values."child_id", new_values."closed_at", new_values."id", new_values."opened_at", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."review_words", new_values."reviewed_at", new_values."reviewed_by_id", new_values."until", new_values."user_id", new_values."uuid", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8f8893108440d1a0aefc58841e8164ca22dcb17c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_27b4c', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_breakglass', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='breakglass',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_breakglassevent" ("barrier", "child_id", "closed_at", "id", "opened_at", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_words", "reviewed_at", "reviewed_by_id", "until", "user_id", "uuid", "words") SELECT new_values."barrier", new_values."child_id", new_values."closed_at", new_values."id", new_values."opened_at", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."review_words", new_values."reviewed_at", new_values."reviewed_by_id", new_values."until", new_values."user_id", new_values."uuid", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='044d32089f7ff2b6aac9eb9ae9cf5d1fec292fda', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2e462', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_breakglass', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='breakglass',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_breakglassevent" ("barrier", "child_id", "closed_at", "id", "opened_at", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_words", "reviewed_at", "reviewed_by_id", "until", "user_id", "uuid", "words") SELECT old_values."barrier", old_values."child_id", old_values."closed_at", old_values."id", old_values."opened_at", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."review_words", old_values."reviewed_at", old_values."reviewed_by_id", old_values."until", old_values."user_id", old_values."uuid", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6a6f63b056f779a244ff9ba003323c421fc8bc4a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d4df9', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_breakglass', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='breakglassevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='13a18f6a3711c5db88ff7a93f5ed535ce424989b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_81bd5', table='casetrack_breakglassevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='restriction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_restrictionevent" ("child_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "start_known", "starts_on", "uuid") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."set_by_id", new_values."start_known", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='803faf1c5c781171bd03d213031cfd8a65b016d8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2630e', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_restriction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='restriction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_restrictionevent" ("child_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "start_known", "starts_on", "uuid") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."set_by_id", new_values."start_known", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='84b7fe5847e25bf585dfbb4ce7919e8aee8d0dc7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bd670', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_restriction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='restriction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_restrictionevent" ("child_id", "ends_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "set_by_id", "start_known", "starts_on", "uuid") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."set_by_id", old_values."start_known", old_values."starts_on", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bd4c9e8b435ed6e30c99a75c56b513d7fbea59e8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_27aad', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_restriction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='namedpersonevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='9c3322a819c8ffa1b5c34ee2ddbe11b766fe5b9f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_add6e', table='casetrack_namedpersonevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='namedperson',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_namedpersonevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "user_id") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."restriction_id", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ed712737e1912ad2f19283f132d37b6ebf859bc5', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_19f2c', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_namedperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='namedperson',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_namedpersonevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "user_id") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."restriction_id", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c4b6be2f035584861d99c4f0e381a52b5d816a27', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d3637', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_namedperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='namedperson',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_namedpersonevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "restriction_id", "user_id") SELECT old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."restriction_id", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7c33bd7348d5d89a7d0287bffb19d26c0d548f87', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_92b8c', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_namedperson', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='restrictionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='414224203582ec215c2f78efb93694f741b632f4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d3195', table='casetrack_restrictionevent', when='BEFORE')),
        ),
    ]
