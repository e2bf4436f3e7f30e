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
        ('casetrack', '0012_a_year_from_the_first_of_march'),
        ('permanence', '0004_mid_points_and_challenges'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MeetingSeries',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(max_length=80, verbose_name='what is the group called?')),
                ('place', models.CharField(help_text='A room, or the address of the video meeting.', max_length=200, verbose_name='where does it meet?')),
                ('starts_at', models.TimeField(verbose_name='at what time does it begin?')),
                ('minutes', models.PositiveSmallIntegerField(default=120, verbose_name='how many minutes does it last?')),
                ('minutes_a_child', models.PositiveSmallIntegerField(default=5, verbose_name='how many minutes are there for a child?')),
                ('quorum', models.PositiveSmallIntegerField(default=4, verbose_name='how many members must be there for it to decide?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
                ('chair', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who chairs it?')),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who chairs it when the chair cannot?')),
                ('secretary', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who prepares it and takes the minutes?')),
            ],
            options={
                'ordering': ['authority', 'name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='meeting_series_is_not_empty'), models.UniqueConstraint(fields=('authority', 'name'), name='meeting_series_name_once'), models.CheckConstraint(condition=models.Q(('minutes__gte', models.F('minutes_a_child')), ('minutes_a_child__gte', 1), ('quorum__gte', 1)), name='meeting_series_has_time_for_a_child', violation_error_message='A meeting lasts at least as long as one child is given.'), models.CheckConstraint(condition=models.Q(('deputy', None), models.Q(('deputy', models.F('chair')), _negated=True), _connector='OR'), name='meeting_series_deputy_is_another', violation_error_message='The deputy is somebody else than the chair.')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('held_on', models.DateField(verbose_name='on which day?')),
                ('own_place', models.CharField(blank=True, max_length=200, verbose_name='where, if not as usual?')),
                ('own_starts_at', models.TimeField(blank=True, null=True, verbose_name='at what time, if not as usual?')),
                ('own_minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how many minutes, if not as usual?')),
                ('put_off_because', models.CharField(blank=True, max_length=200, verbose_name='why does it not take place?')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='permanence.meetingseries')),
            ],
            options={
                'ordering': ['held_on'],
                'constraints': [models.UniqueConstraint(fields=('series', 'held_on'), name='meeting_once_a_day', violation_error_message='The group meets on that day already.')],
            },
        ),
        migrations.CreateModel(
            name='AgendaItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('part', models.CharField(choices=[('urgent', 'urgent'), ('new', 'new to the group'), ('late', 'past a limit'), ('near', 'near a limit, with nothing booked in time'), ('no-plan', 'no agreed plan after the second review'), ('no-contingency', 'no second plan'), ('unapproved', 'a home that is not approved or not registered'), ('added', 'put on by somebody'), ('achieved', 'permanence achieved')], max_length=14)),
                ('place', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('because', models.JSONField(blank=True, default=list)),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='what should the group look at?')),
                ('added_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='agenda_items', to='casetrack.child')),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='permanence.meeting')),
            ],
            options={
                'ordering': ['place'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'child'), name='agenda_item_once_a_meeting', violation_error_message='The child is on that agenda already.'), models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('meeting', 'place'), name='agenda_item_place_taken_once'), models.CheckConstraint(condition=models.Q(('minutes__gte', 1), ('minutes__lte', 120)), name='agenda_item_has_time', violation_error_message='A child is given from 1 to 120 minutes.')],
            },
        ),
        migrations.CreateModel(
            name='GroupMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name of a member without an account')),
                ('seat', models.CharField(choices=[('care', 'services for children in care'), ('safeguarding', 'safeguarding and care planning'), ('fostering', 'fostering'), ('adoption', 'the regional adoption agency'), ('reviewing', 'the reviewing officers'), ('court', 'court progression'), ('legal', 'legal services'), ('residential', 'children’s homes'), ('commissioning', 'commissioning'), ('school', 'the Virtual School'), ('health', 'health'), ('leaving', 'leaving care'), ('performance', 'performance and information'), ('other', 'another service')], max_length=13, verbose_name='for which service?')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who has an account here?')),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='permanence.meetingseries')),
            ],
            options={
                'ordering': ['starts_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='group_member_is_not_empty'), models.CheckConstraint(condition=models.Q(models.Q(('name__regex', '\\S'), ('user', None)), models.Q(('name', ''), ('user__isnull', False)), _connector='OR'), name='group_member_is_somebody', violation_error_message='Choose somebody with an account, or write a name.'), django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('user__isnull', False)), deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('series', '='), ('user', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='group_member_once_at_a_time', violation_error_message='That person is a member already.')],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('reason', models.CharField(max_length=200, verbose_name='what is the interest?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interests', to='casetrack.child')),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='interests', to='permanence.groupmember', verbose_name='which member?')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='interest_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('member', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='interest_once_at_a_time', violation_error_message='That interest is recorded already.')],
            },
        ),
        migrations.CreateModel(
            name='InterestEvent',
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
                ('reason', models.CharField(max_length=200, verbose_name='what is the interest?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('member', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.groupmember', verbose_name='which member?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.interest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AgendaItemEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('part', models.CharField(choices=[('urgent', 'urgent'), ('new', 'new to the group'), ('late', 'past a limit'), ('near', 'near a limit, with nothing booked in time'), ('no-plan', 'no agreed plan after the second review'), ('no-contingency', 'no second plan'), ('unapproved', 'a home that is not approved or not registered'), ('added', 'put on by somebody'), ('achieved', 'permanence achieved')], max_length=14)),
                ('place', models.PositiveSmallIntegerField()),
                ('minutes', models.PositiveSmallIntegerField()),
                ('because', models.JSONField(blank=True, default=list)),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='what should the group look at?')),
                ('added_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.agendaitem')),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('held_on', models.DateField(verbose_name='on which day?')),
                ('own_place', models.CharField(blank=True, max_length=200, verbose_name='where, if not as usual?')),
                ('own_starts_at', models.TimeField(blank=True, null=True, verbose_name='at what time, if not as usual?')),
                ('own_minutes', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='how many minutes, if not as usual?')),
                ('put_off_because', models.CharField(blank=True, max_length=200, verbose_name='why does it not take place?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.meeting')),
                ('series', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meetingseries')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GroupMemberEvent',
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
                ('name', models.CharField(blank=True, max_length=80, verbose_name='name of a member without an account')),
                ('seat', models.CharField(choices=[('care', 'services for children in care'), ('safeguarding', 'safeguarding and care planning'), ('fostering', 'fostering'), ('adoption', 'the regional adoption agency'), ('reviewing', 'the reviewing officers'), ('court', 'court progression'), ('legal', 'legal services'), ('residential', 'children’s homes'), ('commissioning', 'commissioning'), ('school', 'the Virtual School'), ('health', 'health'), ('leaving', 'leaving care'), ('performance', 'performance and information'), ('other', 'another service')], max_length=13, verbose_name='for which service?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.groupmember')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who has an account here?')),
                ('series', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meetingseries')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MeetingSeriesEvent',
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
                ('name', models.CharField(max_length=80, verbose_name='what is the group called?')),
                ('place', models.CharField(help_text='A room, or the address of the video meeting.', max_length=200, verbose_name='where does it meet?')),
                ('starts_at', models.TimeField(verbose_name='at what time does it begin?')),
                ('minutes', models.PositiveSmallIntegerField(default=120, verbose_name='how many minutes does it last?')),
                ('minutes_a_child', models.PositiveSmallIntegerField(default=5, verbose_name='how many minutes are there for a child?')),
                ('quorum', models.PositiveSmallIntegerField(default=4, verbose_name='how many members must be there for it to decide?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('chair', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who chairs it?')),
                ('deputy', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who chairs it when the chair cannot?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.meetingseries')),
                ('secretary', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who prepares it and takes the minutes?')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='interest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_interestevent" ("child_id", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c669224db9f4dacc3ed4b62b508716e628a8a450', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6a462', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_interest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='interest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_interestevent" ("child_id", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2e8033ddedcb6962c43e30d902694a9afd27a0b4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_74801', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_interest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='interest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_interestevent" ("child_id", "ends_on", "id", "member_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."member_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='92899ee0a1a74347d6aa9d520301c9d51701aa4d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_719ae', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_interest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='interestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='936468f9d2de81afb747486576c7a2cbe7a7bfa1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f3a22', table='permanence_interestevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitemevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='97773a9afb628569f97532ea52c19bf32192e414', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4cc93', table='permanence_agendaitemevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaitemevent" ("added_by_id", "because", "child_id", "id", "meeting_id", "minutes", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "uuid", "why") SELECT new_values."added_by_id", new_values."because", new_values."child_id", new_values."id", new_values."meeting_id", new_values."minutes", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."uuid", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='454046fccd8dd9ae51eec03520972a0ff771a14b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_265b0', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_agendaitem', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaitemevent" ("added_by_id", "because", "child_id", "id", "meeting_id", "minutes", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "uuid", "why") SELECT new_values."added_by_id", new_values."because", new_values."child_id", new_values."id", new_values."meeting_id", new_values."minutes", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."uuid", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f98321a494504d237561ab81a5e704d8bc94d908', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d0726', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_agendaitem', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agendaitemevent" ("added_by_id", "because", "child_id", "id", "meeting_id", "minutes", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "uuid", "why") SELECT old_values."added_by_id", old_values."because", old_values."child_id", old_values."id", old_values."meeting_id", old_values."minutes", old_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."uuid", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f50544dbcbb567b237a267c30ca0c74d39a72cf4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8f1c4', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_agendaitem', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_id", "deputy_id", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "start_known", "starts_at", "starts_on", "uuid") SELECT new_values."authority_id", new_values."chair_id", new_values."deputy_id", new_values."ends_on", new_values."id", new_values."minutes", new_values."minutes_a_child", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."quorum", new_values."secretary_id", new_values."start_known", new_values."starts_at", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c3739454d227853a3ab7eb5600b23a2cf58e35a4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_73a3d', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_id", "deputy_id", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "start_known", "starts_at", "starts_on", "uuid") SELECT new_values."authority_id", new_values."chair_id", new_values."deputy_id", new_values."ends_on", new_values."id", new_values."minutes", new_values."minutes_a_child", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."quorum", new_values."secretary_id", new_values."start_known", new_values."starts_at", new_values."starts_on", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e07a631aca9953bce039cea220382c57cab541c4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d8258', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_id", "deputy_id", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "start_known", "starts_at", "starts_on", "uuid") SELECT old_values."authority_id", old_values."chair_id", old_values."deputy_id", old_values."ends_on", old_values."id", old_values."minutes", old_values."minutes_a_child", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."quorum", old_values."secretary_id", old_values."start_known", old_values."starts_at", old_values."starts_on", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1e7ae0faf3bddbf71e41fc7a3a8fd3bb712131c1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d8117', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='61e9977b536a5044c36a89b624da19ab8f72b106', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0c36e', table='permanence_meetingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("held_on", "id", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT new_values."held_on", new_values."id", new_values."own_minutes", new_values."own_place", new_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."put_off_because", new_values."series_id", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0344906ea9cc551e5432556da335b275cec5c454', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7b3ae', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("held_on", "id", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT new_values."held_on", new_values."id", new_values."own_minutes", new_values."own_place", new_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."put_off_because", new_values."series_id", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b96ac39c577494b9c1bffe8e6cb4284e3830640a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_691ba', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("held_on", "id", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT old_values."held_on", old_values."id", old_values."own_minutes", old_values."own_place", old_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."put_off_because", old_values."series_id", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='175b44ca1f1515dfdfd32d0b83d0c12d46cad152', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4f8df', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='groupmemberevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ff213f3dae1155059a893bd386c404a5badd2235', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_38e14', table='permanence_groupmemberevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='groupmember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_groupmemberevent" ("ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat", "series_id", "start_known", "starts_on", "user_id", "uuid") SELECT new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."seat", new_values."series_id", new_values."start_known", new_values."starts_on", new_values."user_id", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4c083af2c22cd9e3eaaa17e112fcf96fd9a414d4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_be579', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_groupmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='groupmember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_groupmemberevent" ("ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat", "series_id", "start_known", "starts_on", "user_id", "uuid") SELECT new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."seat", new_values."series_id", new_values."start_known", new_values."starts_on", new_values."user_id", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7836ef69cbfa4bb1b6a43d319c701dbe53262782', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_041d4', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_groupmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='groupmember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_groupmemberevent" ("ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "seat", "series_id", "start_known", "starts_on", "user_id", "uuid") SELECT old_values."ends_on", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."seat", old_values."series_id", old_values."start_known", old_values."starts_on", old_values."user_id", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8ba894d8fd39b6734ac86bcfe3f72e2e94f3f64f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_52293', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_groupmember', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseriesevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2153e91a6846bd0c774c2deb710e9593962aba0d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_621cf', table='permanence_meetingseriesevent', when='BEFORE')),
        ),
    ]
