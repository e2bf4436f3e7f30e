import casetrack.triggers
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import uuid
from casetrack.same_child import same_child
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0012_a_year_from_the_first_of_march'),
        ('casetrack', '__first__'),
        ('permanence', '0006_updates'),
    ]

    operations = [
        migrations.CreateModel(
            name='Attendance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('presence', models.CharField(choices=[('there', 'there'), ('apologies', 'sent apologies'), ('missing', 'did not come')], default='there', max_length=9)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='permanence.meeting')),
                ('member', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='attendance', to='permanence.groupmember')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('meeting', 'member'), name='attendance_once_a_member', violation_error_message='It is recorded already whether that member was there.'), models.CheckConstraint(condition=models.Q(('member__isnull', False), models.Q(('name__regex', '\\S'), ('presence', 'there')), _connector='OR'), name='attendance_of_a_guest_by_name', violation_error_message='Write the name of the guest.'), models.CheckConstraint(condition=models.Q(('name', ''), ('presence', 'there'), _connector='OR'), name='attendance_stood_in_for_who_is_there', violation_error_message='Nobody stands in for a member who is not there.')],
            },
        ),
        migrations.CreateModel(
            name='AttendanceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('presence', models.CharField(choices=[('there', 'there'), ('apologies', 'sent apologies'), ('missing', 'did not come')], default='there', max_length=9)),
                ('name', models.CharField(blank=True, max_length=80)),
                ('meeting', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meeting')),
                ('member', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.groupmember')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.attendance')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('endorse', 'endorse the plan'), ('review', 'ask the reviewing officer for a review to change the route'), ('contingency', 'ask for a contingency plan'), ('match', 'recommend that the match goes to panel'), ('discharge', 'support ending the care order'), ('guardianship', 'support special guardianship, and its package in principle'), ('finding', 'agree the family-finding strategy'), ('justify', 'justify the delay until a day'), ('advice', 'require legal advice'), ('cohort', 'allocate the team of a cohort'), ('refer', 'refer to the reviewing officer'), ('escalate', 'escalate'), ('achieved', 'permanence is achieved'), ('back', 'back to supervision by the team'), ('action', 'agree an action'), ('carry', 'carry over to the next meeting'), ('noted', 'note what was said')], max_length=12, verbose_name='what is decided?')),
                ('text', models.CharField(max_length=500, verbose_name='in words')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='why?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by when?')),
                ('clock', models.CharField(blank=True, max_length=60)),
                ('subject', models.CharField(blank=True, max_length=80)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True, verbose_name='until when?')),
                ('undone_at', models.DateTimeField(editable=False, null=True)),
                ('asked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='casetrack.child')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='permanence.agendaitem')),
                ('meeting', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='permanence.meeting')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casetrack.worker', verbose_name='who does it?')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='permanence.permanenceplan', verbose_name='which plan?')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('series', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='permanence.meetingseries')),
                ('undone_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('id', 'child'), name='decision_of_a_child'), models.CheckConstraint(condition=models.Q(('text__regex', '\\S')), name='decision_is_in_words', violation_error_message='Write what is decided.'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('review', 'justify', 'escalate', 'back', 'carry')), _negated=True), ('reason__regex', '\\S'), _connector='OR'), name='decision_has_a_reason', violation_error_message='Write why.'), models.CheckConstraint(condition=models.Q(models.Q(('due_on__isnull', False), ('kind__in', ('review', 'contingency', 'match', 'discharge', 'guardianship', 'finding', 'advice', 'refer', 'action')), ('owner__isnull', False)), models.Q(models.Q(('kind__in', ('review', 'contingency', 'match', 'discharge', 'guardianship', 'finding', 'advice', 'refer', 'action')), _negated=True), ('due_on', None), ('owner', None)), _connector='OR'), name='decision_to_do_has_owner_and_day', violation_error_message='Say who does it, and by when.'), models.CheckConstraint(condition=models.Q(('due_on', None), ('due_on__gte', models.F('decided_on')), _connector='OR'), name='decision_due_after_it_is_made', violation_error_message='It cannot be due before it is decided.'), models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('endorse', 'achieved')), ('plan__isnull', False)), models.Q(models.Q(('kind__in', ('endorse', 'achieved')), _negated=True), ('plan', None)), _connector='OR'), name='decision_of_a_plan_names_it', violation_error_message='Choose the plan.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'justify'), ('started_on__isnull', False), ('until__isnull', False), models.Q(('clock', ''), _negated=True)), models.Q(models.Q(('kind', 'justify'), _negated=True), ('clock', ''), ('started_on', None), ('subject', ''), ('until', None)), _connector='OR'), name='decision_to_justify_names_the_wait', violation_error_message='Choose the delay, and until when.'), models.CheckConstraint(condition=models.Q(('item', None), ('meeting__isnull', False), _connector='OR'), name='decision_at_an_item_is_of_a_meeting'), models.CheckConstraint(condition=models.Q(models.Q(('undone_at', None), ('undone_by', None)), models.Q(('undone_at__isnull', False), ('undone_by__isnull', False)), _connector='OR'), name='decision_undone_by_somebody')],
            },
        ),
        migrations.CreateModel(
            name='DecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('endorse', 'endorse the plan'), ('review', 'ask the reviewing officer for a review to change the route'), ('contingency', 'ask for a contingency plan'), ('match', 'recommend that the match goes to panel'), ('discharge', 'support ending the care order'), ('guardianship', 'support special guardianship, and its package in principle'), ('finding', 'agree the family-finding strategy'), ('justify', 'justify the delay until a day'), ('advice', 'require legal advice'), ('cohort', 'allocate the team of a cohort'), ('refer', 'refer to the reviewing officer'), ('escalate', 'escalate'), ('achieved', 'permanence is achieved'), ('back', 'back to supervision by the team'), ('action', 'agree an action'), ('carry', 'carry over to the next meeting'), ('noted', 'note what was said')], max_length=12, verbose_name='what is decided?')),
                ('text', models.CharField(max_length=500, verbose_name='in words')),
                ('reason', models.CharField(blank=True, max_length=500, verbose_name='why?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('recorded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='by when?')),
                ('clock', models.CharField(blank=True, max_length=60)),
                ('subject', models.CharField(blank=True, max_length=80)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('until', models.DateField(blank=True, null=True, verbose_name='until when?')),
                ('undone_at', models.DateTimeField(editable=False, null=True)),
                ('asked_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('decided_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agendaitem')),
                ('meeting', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meeting')),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.worker', verbose_name='who does it?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.decision')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.permanenceplan', verbose_name='which plan?')),
                ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('series', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.meetingseries')),
                ('undone_by', models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Escalation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.PositiveSmallIntegerField(choices=[(0, 'who agreed to do it'), (1, 'the team manager'), (2, 'the service manager'), (3, 'the chair of the group'), (4, 'the director of children’s services')], verbose_name='to whom?')),
                ('escalated_on', models.DateField()),
                ('action', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='permanence.agreedaction')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='casetrack.child')),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='permanence.decision')),
                ('item', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='escalations', to='permanence.agendaitem')),
            ],
            options={
                'ordering': ['escalated_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('action__isnull', False), ('decision', None), ('item', None)), models.Q(('action', None), ('decision', None), ('item__isnull', False)), models.Q(('action', None), ('decision__isnull', False), ('item', None)), _connector='OR'), name='escalation_of_one_thing'), models.UniqueConstraint(fields=('action', 'level'), name='escalation_once_a_level'), models.UniqueConstraint(fields=('item',), name='escalation_once_an_item'), models.UniqueConstraint(fields=('decision',), name='escalation_once_a_decision')],
            },
        ),
        migrations.CreateModel(
            name='EscalationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('level', models.PositiveSmallIntegerField(choices=[(0, 'who agreed to do it'), (1, 'the team manager'), (2, 'the service manager'), (3, 'the chair of the group'), (4, 'the director of children’s services')], verbose_name='to whom?')),
                ('escalated_on', models.DateField()),
                ('action', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agreedaction')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('decision', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.decision')),
                ('item', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agendaitem')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.escalation')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EscalationNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('told_on', models.DateField(null=True)),
                ('escalation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to='permanence.escalation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='escalation_notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'escalation'), name='told_of_escalation_once')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(choices=[('route', 'Is the route right, and why not the others?'), ('contingency', 'Is there a contingency plan?'), ('next-step', 'What is the next dated step, and who owns it?'), ('child-says', 'What does the child say?'), ('drift', 'What would stop the drift?')], max_length=11)),
                ('answered', models.CharField(choices=[('well', 'answered well'), ('partly', 'answered in part'), ('not', 'not answered')], max_length=6)),
                ('found', models.CharField(blank=True, max_length=300, verbose_name='what did the group find?')),
                ('recheck_on', models.DateField(blank=True, null=True, verbose_name='when is it looked at again?')),
                ('found_on', models.DateField()),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='casetrack.child')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='permanence.agendaitem')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='permanence.permanenceplan')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('item', 'question'), name='finding_once_a_question'), models.CheckConstraint(condition=models.Q(('recheck_on', None), ('recheck_on__gt', models.F('found_on')), _connector='OR'), name='finding_looked_at_again_later', violation_error_message='It is looked at again after the meeting.'), models.CheckConstraint(condition=models.Q(('answered', 'well'), ('recheck_on__isnull', False), _connector='OR'), name='finding_that_lacks_is_looked_at_again', violation_error_message='Say when it is looked at again.')],
            },
        ),
        migrations.CreateModel(
            name='FindingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('question', models.CharField(choices=[('route', 'Is the route right, and why not the others?'), ('contingency', 'Is there a contingency plan?'), ('next-step', 'What is the next dated step, and who owns it?'), ('child-says', 'What does the child say?'), ('drift', 'What would stop the drift?')], max_length=11)),
                ('answered', models.CharField(choices=[('well', 'answered well'), ('partly', 'answered in part'), ('not', 'not answered')], max_length=6)),
                ('found', models.CharField(blank=True, max_length=300, verbose_name='what did the group find?')),
                ('recheck_on', models.DateField(blank=True, null=True, verbose_name='when is it looked at again?')),
                ('found_on', models.DateField()),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agendaitem')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.finding')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.permanenceplan')),
                ('recorded_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Minutes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('head', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('meeting', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='minutes_kept', to='permanence.meeting')),
            ],
        ),
        migrations.CreateModel(
            name='MinuteNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.CharField(max_length=500, verbose_name='what is wrong, and what is right?')),
                ('noted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('child', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='minute_notes', to='casetrack.child')),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notes', to='permanence.minutes')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('text__regex', '\\S')), name='minute_note_is_in_words', violation_error_message='Write what is wrong, and what is right.')],
            },
        ),
        migrations.CreateModel(
            name='MinuteNoteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('text', models.CharField(max_length=500, verbose_name='what is wrong, and what is right?')),
                ('noted_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('child', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('noted_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.minutenote')),
                ('minutes', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.minutes')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MinutePage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='minute_pages', to='casetrack.child')),
                ('minutes', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='permanence.minutes')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('minutes', 'child'), name='minute_page_once_a_child')],
            },
        ),
        migrations.CreateModel(
            name='MinutePageEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('page', models.TextField()),
                ('digest', models.CharField(max_length=64)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.minutepage')),
                ('minutes', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.minutes')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OutOfRoom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attendance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='out_for', to='permanence.attendance')),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='out_of_room', to='permanence.agendaitem')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('attendance', 'item'), name='out_of_room_once_a_child', violation_error_message='That is recorded already.')],
            },
        ),
        migrations.CreateModel(
            name='OutOfRoomEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('attendance', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.attendance')),
                ('item', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agendaitem')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.outofroom')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='agreedaction',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='agreedaction',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='agreedaction',
            name='delete_delete',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meeting',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meeting',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meeting',
            name='delete_delete',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meetingseries',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meetingseries',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='meetingseries',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='chased_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='chased_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='evidence',
            field=models.CharField(blank=True, db_default='', max_length=300, verbose_name='what shows that it was done?'),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='told',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='told_on',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='chased_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='chased_by',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='evidence',
            field=models.CharField(blank=True, db_default='', max_length=300, verbose_name='what shows that it was done?'),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='told',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='told_on',
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='approved_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='approved_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meeting',
            name='chaired_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who is in the chair?'),
        ),
        migrations.AddField(
            model_name='meeting',
            name='closed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='corrected_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='locked_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meeting',
            name='locked_by',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meeting',
            name='opened_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='approved_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='approved_by',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='chaired_by',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who is in the chair?'),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='closed_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='corrected_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='locked_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='locked_by',
            field=models.ForeignKey(db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='meetingevent',
            name='opened_at',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='meetingseries',
            name='chair_after',
            field=models.PositiveSmallIntegerField(default=10, verbose_name='to the chair after'),
        ),
        migrations.AddField(
            model_name='meetingseries',
            name='director_after',
            field=models.PositiveSmallIntegerField(default=20, verbose_name='to the director after'),
        ),
        migrations.AddField(
            model_name='meetingseries',
            name='service_after',
            field=models.PositiveSmallIntegerField(default=5, verbose_name='to the service manager after'),
        ),
        migrations.AddField(
            model_name='meetingseries',
            name='team_after',
            field=models.PositiveSmallIntegerField(default=3, verbose_name='to the team manager after'),
        ),
        migrations.AddField(
            model_name='meetingseriesevent',
            name='chair_after',
            field=models.PositiveSmallIntegerField(default=10, verbose_name='to the chair after'),
        ),
        migrations.AddField(
            model_name='meetingseriesevent',
            name='director_after',
            field=models.PositiveSmallIntegerField(default=20, verbose_name='to the director after'),
        ),
        migrations.AddField(
            model_name='meetingseriesevent',
            name='service_after',
            field=models.PositiveSmallIntegerField(default=5, verbose_name='to the service manager after'),
        ),
        migrations.AddField(
            model_name='meetingseriesevent',
            name='team_after',
            field=models.PositiveSmallIntegerField(default=3, verbose_name='to the team manager after'),
        ),
        migrations.AlterField(
            model_name='agendaitem',
            name='part',
            field=models.CharField(choices=[('urgent', 'urgent'), ('carried', 'carried over from last time'), ('new', 'new to the group'), ('late', 'past a limit'), ('recheck', 'a plan to be looked at again'), ('near', 'near a limit, with nothing booked in time'), ('no-plan', 'no agreed plan after the second review'), ('no-contingency', 'no second plan'), ('unapproved', 'a home that is not approved or not registered'), ('added', 'put on by somebody'), ('achieved', 'permanence achieved')], max_length=14),
        ),
        migrations.AlterField(
            model_name='agendaitemevent',
            name='part',
            field=models.CharField(choices=[('urgent', 'urgent'), ('carried', 'carried over from last time'), ('new', 'new to the group'), ('late', 'past a limit'), ('recheck', 'a plan to be looked at again'), ('near', 'near a limit, with nothing booked in time'), ('no-plan', 'no agreed plan after the second review'), ('no-contingency', 'no second plan'), ('unapproved', 'a home that is not approved or not registered'), ('added', 'put on by somebody'), ('achieved', 'permanence achieved')], max_length=14),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN (OLD.meeting_id, NEW.meeting_id))\n                THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n                END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='2bdcfa7e905e6fcde9736b5bdb897753e9d0e592', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locked_a88d3', table='permanence_agendaitem', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agendaitem',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='1160d27f873f21354bb975e1b996eec0ae6facff', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_36c26', table='permanence_agendaitem', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "told_id", "told_on", "uuid") SELECT new_values."agreed_on", new_values."chased_at", new_values."chased_by_id", new_values."child_id", new_values."decision_id", new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."text", new_values."told_id", new_values."told_on", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='15b7c649bddb6162dda09eb378dbe67db219e6b8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5fbba', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "told_id", "told_on", "uuid") SELECT new_values."agreed_on", new_values."chased_at", new_values."chased_by_id", new_values."child_id", new_values."decision_id", new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."text", new_values."told_id", new_values."told_on", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1b7e9c3bf0d521e8fa83026ab60ec7578818534d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a6e86', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "told_id", "told_on", "uuid") SELECT old_values."agreed_on", old_values."chased_at", old_values."chased_by_id", old_values."child_id", old_values."decision_id", old_values."done_on", old_values."due_on", old_values."evidence", old_values."id", old_values."origin", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."text", old_values."told_id", old_values."told_on", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f44b6ae9cf36c12987db57cbaac91ce183b8cfe3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e59db', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.locked_at IS NOT NULL\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='b984f1987d9f5cffcc2c3f829595aca34c71a54b', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_5befa', table='permanence_meeting', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='f091cd1bd6e93fdd168c7df46a1acf5d5f8771d0', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_a6df6', table='permanence_meeting', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("approved_at", "approved_by_id", "chaired_by_id", "closed_at", "corrected_at", "held_on", "id", "locked_at", "locked_by_id", "opened_at", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT new_values."approved_at", new_values."approved_by_id", new_values."chaired_by_id", new_values."closed_at", new_values."corrected_at", new_values."held_on", new_values."id", new_values."locked_at", new_values."locked_by_id", new_values."opened_at", new_values."own_minutes", new_values."own_place", new_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."put_off_because", new_values."series_id", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6ff5fb6e80f5767015aaffb620879890888f127e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7b3ae', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("approved_at", "approved_by_id", "chaired_by_id", "closed_at", "corrected_at", "held_on", "id", "locked_at", "locked_by_id", "opened_at", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT new_values."approved_at", new_values."approved_by_id", new_values."chaired_by_id", new_values."closed_at", new_values."corrected_at", new_values."held_on", new_values."id", new_values."locked_at", new_values."locked_by_id", new_values."opened_at", new_values."own_minutes", new_values."own_place", new_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."put_off_because", new_values."series_id", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c4a09312abc5dcd126c6f106bb87501a5087df74', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_691ba', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingevent" ("approved_at", "approved_by_id", "chaired_by_id", "closed_at", "corrected_at", "held_on", "id", "locked_at", "locked_by_id", "opened_at", "own_minutes", "own_place", "own_starts_at", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "put_off_because", "series_id", "uuid") SELECT old_values."approved_at", old_values."approved_by_id", old_values."chaired_by_id", old_values."closed_at", old_values."corrected_at", old_values."held_on", old_values."id", old_values."locked_at", old_values."locked_by_id", old_values."opened_at", old_values."own_minutes", old_values."own_place", old_values."own_starts_at", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."put_off_because", old_values."series_id", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='dcfadee4206458b160d7b7968637bde046555dc7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4f8df', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_meeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_after", "chair_id", "deputy_id", "director_after", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "service_after", "start_known", "starts_at", "starts_on", "team_after", "uuid") SELECT new_values."authority_id", new_values."chair_after", new_values."chair_id", new_values."deputy_id", new_values."director_after", new_values."ends_on", new_values."id", new_values."minutes", new_values."minutes_a_child", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."quorum", new_values."secretary_id", new_values."service_after", new_values."start_known", new_values."starts_at", new_values."starts_on", new_values."team_after", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c9018f82319f6e28234b41ecbf6b56bcc57b767c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_73a3d', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_after", "chair_id", "deputy_id", "director_after", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "service_after", "start_known", "starts_at", "starts_on", "team_after", "uuid") SELECT new_values."authority_id", new_values."chair_after", new_values."chair_id", new_values."deputy_id", new_values."director_after", new_values."ends_on", new_values."id", new_values."minutes", new_values."minutes_a_child", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."quorum", new_values."secretary_id", new_values."service_after", new_values."start_known", new_values."starts_at", new_values."starts_on", new_values."team_after", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f0d4b2bcff22208e230d36ce3dee9777c540c4da', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d8258', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='meetingseries',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_meetingseriesevent" ("authority_id", "chair_after", "chair_id", "deputy_id", "director_after", "ends_on", "id", "minutes", "minutes_a_child", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quorum", "secretary_id", "service_after", "start_known", "starts_at", "starts_on", "team_after", "uuid") SELECT old_values."authority_id", old_values."chair_after", old_values."chair_id", old_values."deputy_id", old_values."director_after", old_values."ends_on", old_values."id", old_values."minutes", old_values."minutes_a_child", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."quorum", old_values."secretary_id", old_values."service_after", old_values."start_known", old_values."starts_at", old_values."starts_on", old_values."team_after", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='2dc304cba25cae8072cf59672bc35b438d9d0236', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d8117', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_meetingseries', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='agendaitem',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='agenda_item_of_a_child'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('opened_at', None), models.Q(('chaired_by__isnull', False), ('put_off_because', '')), _connector='OR'), name='meeting_opened_with_somebody_in_the_chair', violation_error_message='Say who is in the chair.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('closed_at', None), models.Q(('closed_at__gte', models.F('opened_at')), ('opened_at__isnull', False)), _connector='OR'), name='meeting_closed_after_it_is_opened', violation_error_message='It was not opened.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('corrected_at', None), models.Q(('closed_at__isnull', False), ('corrected_at__gte', models.F('closed_at'))), _connector='OR'), name='meeting_corrected_after_it_is_closed', violation_error_message='The meeting is not closed.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('approved_at', None), models.Q(('approved_at__gte', models.F('closed_at')), ('closed_at__isnull', False)), _connector='OR'), name='meeting_approved_after_it_is_closed', violation_error_message='The meeting is not closed.'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.CheckConstraint(condition=models.Q(('locked_at', None), models.Q(('approved_at__isnull', False), ('locked_at__gte', models.F('approved_at'))), _connector='OR'), name='meeting_locked_after_it_is_approved', violation_error_message='The minutes are not approved.'),
        ),
        migrations.AddConstraint(
            model_name='meetingseries',
            constraint=models.CheckConstraint(condition=models.Q(('chair_after__gt', models.F('service_after')), ('director_after__gt', models.F('chair_after')), ('service_after__gt', models.F('team_after'))), name='meeting_series_ladder_rises', violation_error_message='Each level is told later than the one below it.'),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='decision',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='action', to='permanence.decision'),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='decision',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.decision'),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='agreed_action_of_a_child'),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.CheckConstraint(condition=models.Q(('done_on__isnull', False), ('evidence', ''), _connector='OR'), name='agreed_action_evidence_once_it_is_done', violation_error_message='Enter the day on which it was done.'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN (OLD.meeting_id, NEW.meeting_id))\n                THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n                END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='94ba56ff032c8ab11adfc58bde28a9fbd764cf31', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locked_0e023', table='permanence_attendance', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='66b002c765716f11a6c1ce3e831f3f07a9b6aa54', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_7c562', table='permanence_attendance', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_attendanceevent" ("id", "meeting_id", "member_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "uuid") SELECT new_values."id", new_values."meeting_id", new_values."member_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."presence", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ff3957c738d70c7d864723b0f3d68f746ae2bbe9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f0aab', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_attendance', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_attendanceevent" ("id", "meeting_id", "member_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "uuid") SELECT new_values."id", new_values."meeting_id", new_values."member_id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."presence", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='17bdbdc980536d37fe3ea244fc2a6ec9a6b6acef', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_67ccf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_attendance', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendance',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_attendanceevent" ("id", "meeting_id", "member_id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "presence", "uuid") SELECT old_values."id", old_values."meeting_id", old_values."member_id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."presence", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cecd104d972706a51b617b14e7405ef5a693194d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3efbb', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_attendance', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='attendanceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d7f1dd1abdc950f151b5cb8affea951e7d470b0f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_78bf9', table='permanence_attendanceevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN (OLD.meeting_id, NEW.meeting_id))\n                THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n                END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='aca1599c72e819350bdf042e677a3f068155ee13', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locked_5f446', table='permanence_decision', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='0261db1ac0a9e020518d42b8975389dea182b3ec', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_c0e11', table='permanence_decision', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_decisionevent" ("asked_by_id", "child_id", "clock", "decided_by_id", "decided_on", "due_on", "id", "item_id", "kind", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "series_id", "started_on", "subject", "text", "undone_at", "undone_by_id", "until", "uuid") SELECT new_values."asked_by_id", new_values."child_id", new_values."clock", new_values."decided_by_id", new_values."decided_on", new_values."due_on", new_values."id", new_values."item_id", new_values."kind", new_values."meeting_id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."series_id", new_values."started_on", new_values."subject", new_values."text", new_values."undone_at", new_values."undone_by_id", new_values."until", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='30348231ea4af1ea75677af746af35c6df37082a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fb158', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_decision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_decisionevent" ("asked_by_id", "child_id", "clock", "decided_by_id", "decided_on", "due_on", "id", "item_id", "kind", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "series_id", "started_on", "subject", "text", "undone_at", "undone_by_id", "until", "uuid") SELECT new_values."asked_by_id", new_values."child_id", new_values."clock", new_values."decided_by_id", new_values."decided_on", new_values."due_on", new_values."id", new_values."item_id", new_values."kind", new_values."meeting_id", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."reason", new_values."recorded_at", new_values."recorded_by_id", new_values."series_id", new_values."started_on", new_values."subject", new_values."text", new_values."undone_at", new_values."undone_by_id", new_values."until", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='78b6853c044ad029d02aeb8a8a3e877c9583848b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7b020', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_decision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_decisionevent" ("asked_by_id", "child_id", "clock", "decided_by_id", "decided_on", "due_on", "id", "item_id", "kind", "meeting_id", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "reason", "recorded_at", "recorded_by_id", "series_id", "started_on", "subject", "text", "undone_at", "undone_by_id", "until", "uuid") SELECT old_values."asked_by_id", old_values."child_id", old_values."clock", old_values."decided_by_id", old_values."decided_on", old_values."due_on", old_values."id", old_values."item_id", old_values."kind", old_values."meeting_id", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."reason", old_values."recorded_at", old_values."recorded_by_id", old_values."series_id", old_values."started_on", old_values."subject", old_values."text", old_values."undone_at", old_values."undone_by_id", old_values."until", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='04549e9e325201d47d63cd0874443505818eb3b5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9fc67', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_decision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='decisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='f296f22bff7c31103cb1e55e0ab613351af74845', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7ff60', table='permanence_decisionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_escalationevent" ("action_id", "child_id", "decision_id", "escalated_on", "id", "item_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."action_id", new_values."child_id", new_values."decision_id", new_values."escalated_on", new_values."id", new_values."item_id", new_values."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c4c9fe59d3027044691295311111be9669082742', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_60aac', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_escalation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_escalationevent" ("action_id", "child_id", "decision_id", "escalated_on", "id", "item_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."action_id", new_values."child_id", new_values."decision_id", new_values."escalated_on", new_values."id", new_values."item_id", new_values."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9ca1a751a62ddc8e8a809d8754e15a953b1f83cf', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_485be', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_escalation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='escalation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_escalationevent" ("action_id", "child_id", "decision_id", "escalated_on", "id", "item_id", "level", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."action_id", old_values."child_id", old_values."decision_id", old_values."escalated_on", old_values."id", old_values."item_id", old_values."level", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c63fbefa30a92c99056de2ff63851a5a83d1428e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9896d', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_escalation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='escalationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fd23b3f1a0eccec3ca14e0b13632b06ca47958d2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7b6e', table='permanence_escalationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN ((SELECT meeting_id FROM permanence_agendaitem WHERE id = OLD.item_id), (SELECT meeting_id FROM permanence_agendaitem WHERE id = NEW.item_id)))\n                THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n                END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='45b3b51603e69bdf411272666f8101246001d626', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locked_f7d17', table='permanence_finding', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='5cd40553ef0b6b1be7a176e7c9e41f9528259b51', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_08fc1', table='permanence_finding', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_findingevent" ("answered", "child_id", "found", "found_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "question", "recheck_on", "recorded_by_id") SELECT new_values."answered", new_values."child_id", new_values."found", new_values."found_on", new_values."id", new_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."question", new_values."recheck_on", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5dc149d1442242e0eb2f86fe50c8bc67284153f6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f6811', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_finding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_findingevent" ("answered", "child_id", "found", "found_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "question", "recheck_on", "recorded_by_id") SELECT new_values."answered", new_values."child_id", new_values."found", new_values."found_on", new_values."id", new_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."question", new_values."recheck_on", new_values."recorded_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bcc9e0ef1894b1bd3305a7a1c08a7036e3fdf964', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a21ae', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_finding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='finding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_findingevent" ("answered", "child_id", "found", "found_on", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "question", "recheck_on", "recorded_by_id") SELECT old_values."answered", old_values."child_id", old_values."found", old_values."found_on", old_values."id", old_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."question", old_values."recheck_on", old_values."recorded_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='527955c30d1c5c5dea2f9cd39e1231758f711dbb', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c235c', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_finding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='findingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2277dd6363b706c76c59f037184496cd3708fa42', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f0dcf', table='permanence_findingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutes',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF true\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='82835221842d27ea9e7a236b5af3451bba9600b3', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_996f1', table='permanence_minutes', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutes',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='6ea697af12205ace3f0201efa37162086c281e55', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_92d07', table='permanence_minutes', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepageevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a1eeee5c8d7ddd08937e6b8a3cf1e242af6c3edc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c7df9', table='permanence_minutepageevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF true\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='e7be7b3b2747b4d916414141ceb1f354aff9ce04', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_cc38d', table='permanence_minutepage', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='623b25ff8dfdccc6fc14f8da438830897463d328', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_32e0b', table='permanence_minutepage', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutepageevent" ("child_id", "digest", "id", "minutes_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."digest", new_values."id", new_values."minutes_id", new_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e12d7c6549ad0feb99f18d230ec0fd3bcb41d34b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0a1a9', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_minutepage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutepageevent" ("child_id", "digest", "id", "minutes_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."digest", new_values."id", new_values."minutes_id", new_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d40d35607f629fe5ee57f33011b929fa4ab247c9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_97bfc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_minutepage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutepage',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutepageevent" ("child_id", "digest", "id", "minutes_id", "page", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."digest", old_values."id", old_values."minutes_id", old_values."page", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='70681b38f4f1fe977094d5bedd141a9e16dac5a6', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_066aa', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_minutepage', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenoteevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3e2746127454d4018ae2b2c2f449626487cbb655', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_278c9', table='permanence_minutenoteevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenote',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF true\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='e4faf5cfbb77bc4bc02a4e5b23b84a19f69a947b', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_1de6a', table='permanence_minutenote', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenote',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='af0523362603f72719a3fd51bb8ca7719918dffd', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_dbee4', table='permanence_minutenote', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenote',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutenoteevent" ("child_id", "id", "minutes_id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."child_id", new_values."id", new_values."minutes_id", new_values."noted_at", new_values."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ec6324a0e88659a99f74eb46db6b53be8fb47210', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8774c', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_minutenote', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenote',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutenoteevent" ("child_id", "id", "minutes_id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT new_values."child_id", new_values."id", new_values."minutes_id", new_values."noted_at", new_values."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."text" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='62446a002145eccb3980b6338bc0d5c151b4ed0a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cffa2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_minutenote', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='minutenote',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_minutenoteevent" ("child_id", "id", "minutes_id", "noted_at", "noted_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text") SELECT old_values."child_id", old_values."id", old_values."minutes_id", old_values."noted_at", old_values."noted_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."text" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8d8401a432cc5137b6a2703a2bcb9aeaa1e5684b', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2b89d', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_minutenote', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroom',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_meeting AS meeting\n                WHERE meeting.locked_at IS NOT NULL AND meeting.id IN ((SELECT meeting_id FROM permanence_attendance WHERE id = OLD.attendance_id), (SELECT meeting_id FROM permanence_attendance WHERE id = NEW.attendance_id)))\n                THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n                END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='e0386d2aaa0428716eda3e4674e057e0b80c85c6', operation='INSERT OR UPDATE OR DELETE', pgid='pgtrigger_locked_0a65e', table='permanence_outofroom', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroom',
            trigger=pgtrigger.compiler.Trigger(name='locked_whole', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF EXISTS (SELECT FROM permanence_minutes)\n            THEN RAISE EXCEPTION 'The minutes of that meeting are locked.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; RETURN NULL;", hash='ca44b2b4abce4e7ae5faa3590c235834ca549178', level='STATEMENT', operation='TRUNCATE', pgid='pgtrigger_locked_whole_e28a9', table='permanence_outofroom', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroom',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_outofroomevent" ("attendance_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."attendance_id", new_values."id", new_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='175eab3d298d32825319aeb2d406cdc4acd91d08', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fb1ba', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_outofroom', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroom',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_outofroomevent" ("attendance_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."attendance_id", new_values."id", new_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5a93a30a661a2a805fe8812686195773f3777ce2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_bb378', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_outofroom', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroom',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_outofroomevent" ("attendance_id", "id", "item_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."attendance_id", old_values."id", old_values."item_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3a74d8b87ccb9feee4aa2af439faad9543d1ff64', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_98ba0', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_outofroom', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='outofroomevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='3acb768b8cce1f2c2bded8787e10ae660b115223', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_04cb8', table='permanence_outofroomevent', when='BEFORE')),
        ),
        same_child("permanence", "decision", "item_id", "agendaitem"),
        same_child("permanence", "decision", "plan_id", "permanenceplan"),
        same_child("permanence", "finding", "item_id", "agendaitem"),
        same_child("permanence", "finding", "plan_id", "permanenceplan"),
        same_child("permanence", "agreedaction", "decision_id", "decision"),
        same_child("permanence", "escalation", "action_id", "agreedaction"),
        same_child("permanence", "escalation", "item_id", "agendaitem"),
        same_child("permanence", "escalation", "decision_id", "decision"),
    ]
