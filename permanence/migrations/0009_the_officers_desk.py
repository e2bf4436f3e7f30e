import casetrack.triggers
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
from casetrack.same_child import same_child
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0013_director'),
        ('casetrack', '__first__'),
        ('permanence', '0008_no_page_added_to_locked_minutes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Disagreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('disagreed_on', models.DateField(verbose_name='when did the manager say so?')),
                ('because', models.CharField(help_text='Say what could be done instead. The child may read this one day.', max_length=500, verbose_name='why can you not agree?')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='when did the officer reply?')),
                ('reply', models.CharField(blank=True, help_text='Whether the decision stands, and why. The child may read this one day.', max_length=500, verbose_name='what is the officer’s reply?')),
                ('action', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='disagreement', to='permanence.agreedaction', verbose_name='to which decision?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('disagreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replied_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'disagreement of a manager',
                'constraints': [models.CheckConstraint(condition=models.Q(('because__regex', '\\S')), name='disagreement_has_a_reason', violation_error_message='Write why you cannot agree.'), models.CheckConstraint(condition=models.Q(models.Q(('replied_by', None), ('replied_on', None), ('reply', '')), models.Q(('replied_by__isnull', False), ('replied_on__gte', models.F('disagreed_on')), ('reply__regex', '\\S')), _connector='OR'), name='disagreement_reply_is_whole', violation_error_message='Enter when the officer replied, and the reply.')],
            },
        ),
        migrations.CreateModel(
            name='DisagreementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('disagreed_on', models.DateField(verbose_name='when did the manager say so?')),
                ('because', models.CharField(help_text='Say what could be done instead. The child may read this one day.', max_length=500, verbose_name='why can you not agree?')),
                ('replied_on', models.DateField(blank=True, null=True, verbose_name='when did the officer reply?')),
                ('reply', models.CharField(blank=True, help_text='Whether the decision stands, and why. The child may read this one day.', max_length=500, verbose_name='what is the officer’s reply?')),
                ('action', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.agreedaction', verbose_name='to which decision?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('disagreed_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.disagreement')),
                ('replied_by', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MidPointDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('typed', models.JSONField(default=dict)),
                ('begun_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('saved_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mid_point_drafts', to='casetrack.child')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'written_by'), name='mid_point_draft_one_an_officer')],
            },
        ),
        migrations.CreateModel(
            name='PlannedReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('planned_on', models.DateField(verbose_name='on which day?')),
                ('planned_at', models.TimeField(blank=True, null=True, verbose_name='at what time?')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where?')),
                ('set_on', models.DateField(verbose_name='when was the day set?')),
                ('child_wants', models.CharField(blank=True, help_text='Where, who comes and who does not, what is talked about', max_length=300, verbose_name='how does the child want it to be?')),
                ('contact_on', models.DateField(blank=True, null=True, verbose_name='when did you talk with the child’s social worker?')),
                ('reports_on', models.DateField(blank=True, null=True, verbose_name='since when are all reports there?')),
                ('reports_missing', models.CharField(blank=True, help_text='The care plan, the health plan and the personal education plan are needed', max_length=200, verbose_name='which report is missing?')),
                ('called_off_on', models.DateField(blank=True, null=True, verbose_name='when was it called off?')),
                ('called_off_because', models.CharField(blank=True, max_length=300, verbose_name='why was it called off?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='planned_reviews', to='casetrack.child')),
                ('review', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='planned', to='permanence.review')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('called_off_on', None), ('review', None)), fields=('child',), name='planned_review_one_at_a_time', violation_error_message='A day for the next review is set already.'), models.UniqueConstraint(fields=('id', 'child'), name='planned_review_of_a_child'), models.CheckConstraint(condition=models.Q(('planned_on__gte', models.F('set_on'))), name='planned_review_lies_ahead_of_setting_it', violation_error_message='A review cannot be planned for a day before the day on which it is set.'), models.CheckConstraint(condition=models.Q(('reports_on', None), ('reports_missing', ''), _connector='OR'), name='planned_review_reports_are_there_or_missing', violation_error_message='Either all reports are there, or one is missing.'), models.CheckConstraint(condition=models.Q(models.Q(('called_off_because', ''), ('called_off_on', None)), models.Q(('called_off_because__regex', '\\S'), ('called_off_on__isnull', False), ('review', None)), _connector='OR'), name='planned_review_called_off_for_a_reason', violation_error_message='Write why it is called off.')],
            },
        ),
        migrations.CreateModel(
            name='PlannedReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('planned_on', models.DateField(verbose_name='on which day?')),
                ('planned_at', models.TimeField(blank=True, null=True, verbose_name='at what time?')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='where?')),
                ('set_on', models.DateField(verbose_name='when was the day set?')),
                ('child_wants', models.CharField(blank=True, help_text='Where, who comes and who does not, what is talked about', max_length=300, verbose_name='how does the child want it to be?')),
                ('contact_on', models.DateField(blank=True, null=True, verbose_name='when did you talk with the child’s social worker?')),
                ('reports_on', models.DateField(blank=True, null=True, verbose_name='since when are all reports there?')),
                ('reports_missing', models.CharField(blank=True, help_text='The care plan, the health plan and the personal education plan are needed', max_length=200, verbose_name='which report is missing?')),
                ('called_off_on', models.DateField(blank=True, null=True, verbose_name='when was it called off?')),
                ('called_off_because', models.CharField(blank=True, max_length=300, verbose_name='why was it called off?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.plannedreview')),
                ('review', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.review')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewInvitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='who is invited?')),
                ('part', models.CharField(choices=[('child', 'the child'), ('parent', 'parent'), ('family', 'family'), ('carer', 'carer'), ('advocate', 'advocate or independent visitor'), ('social-worker', 'social worker or manager'), ('school', 'school or Virtual School'), ('health', 'health'), ('other', 'somebody else')], max_length=13, verbose_name='as whom?')),
                ('invited_on', models.DateField(blank=True, null=True, verbose_name='when were they invited?')),
                ('took', models.CharField(blank=True, choices=[('coming', 'is coming'), ('views', 'does not come, and sends what they think'), ('not-coming', 'does not come'), ('came', 'took part'), ('absent', 'did not come')], max_length=10, verbose_name='do they come?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_invitations', to='casetrack.child')),
                ('planned', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='permanence.plannedreview')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('planned', 'name'), name='review_invitation_once', violation_error_message='They are invited already.'), models.CheckConstraint(condition=models.Q(('name__regex', '\\S')), name='review_invitation_says_who', violation_error_message='Write who is invited.')],
            },
        ),
        migrations.CreateModel(
            name='ReviewInvitationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120, verbose_name='who is invited?')),
                ('part', models.CharField(choices=[('child', 'the child'), ('parent', 'parent'), ('family', 'family'), ('carer', 'carer'), ('advocate', 'advocate or independent visitor'), ('social-worker', 'social worker or manager'), ('school', 'school or Virtual School'), ('health', 'health'), ('other', 'somebody else')], max_length=13, verbose_name='as whom?')),
                ('invited_on', models.DateField(blank=True, null=True, verbose_name='when were they invited?')),
                ('took', models.CharField(blank=True, choices=[('coming', 'is coming'), ('views', 'does not come, and sends what they think'), ('not-coming', 'does not come'), ('came', 'took part'), ('absent', 'did not come')], max_length=10, verbose_name='do they come?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.reviewinvitation')),
                ('planned', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.plannedreview')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was this meeting?')),
                ('with_whom', models.CharField(max_length=300, verbose_name='who was there?')),
                ('about', models.CharField(blank=True, help_text='The child may read this one day.', max_length=300, verbose_name='what was it about?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='permanence.review', verbose_name='which review?')),
            ],
            options={
                'verbose_name': 'meeting of a review',
                'constraints': [models.UniqueConstraint(fields=('review', 'held_on', 'with_whom'), name='review_meeting_once', violation_error_message='That meeting is already recorded.'), models.CheckConstraint(condition=models.Q(('with_whom__regex', '\\S')), name='review_meeting_says_who_was_there', violation_error_message='Write who was there.')],
            },
        ),
        migrations.CreateModel(
            name='ReviewMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was this meeting?')),
                ('with_whom', models.CharField(max_length=300, verbose_name='who was there?')),
                ('about', models.CharField(blank=True, help_text='The child may read this one day.', max_length=300, verbose_name='what was it about?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.reviewmeeting')),
                ('review', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.review', verbose_name='which review?')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReviewWriting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(choices=[('letter', 'letter to the child'), ('record', 'record of the review')], max_length=6, verbose_name='what is it?')),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField(verbose_name='what do you write?')),
                ('written_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='when was it sent?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_writings', to='casetrack.child')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='writings', to='permanence.review')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['form', 'version'],
                'constraints': [models.UniqueConstraint(fields=('review', 'form', 'version'), name='review_writing_version_once'), models.CheckConstraint(condition=models.Q(('text__regex', '\\S')), name='review_writing_is_in_words', violation_error_message='Write something before you keep it.')],
            },
        ),
        migrations.CreateModel(
            name='ReviewWritingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('form', models.CharField(choices=[('letter', 'letter to the child'), ('record', 'record of the review')], max_length=6, verbose_name='what is it?')),
                ('version', models.PositiveSmallIntegerField()),
                ('text', models.TextField(verbose_name='what do you write?')),
                ('written_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('sent_on', models.DateField(blank=True, null=True, verbose_name='when was it sent?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.reviewwriting')),
                ('review', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.review')),
                ('written_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
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
            model_name='challenge',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='challenge',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='challenge',
            name='delete_delete',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='review',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='review',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='review',
            name='delete_delete',
        ),
        migrations.RemoveConstraint(
            model_name='review',
            name='review_finished_after_it_is_adjourned',
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='mid_point',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='permanence.midpoint'),
        ),
        migrations.AddField(
            model_name='agreedaction',
            name='review',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='actions', to='permanence.review'),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='mid_point',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.midpoint'),
        ),
        migrations.AddField(
            model_name='agreedactionevent',
            name='review',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.review'),
        ),
        migrations.AddField(
            model_name='challenge',
            name='mid_point',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='challenges', to='permanence.midpoint'),
        ),
        migrations.AddField(
            model_name='challengeevent',
            name='mid_point',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.midpoint'),
        ),
        migrations.AddField(
            model_name='review',
            name='answered_by',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='review',
            name='held_by',
            field=models.ForeignKey(blank=True, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to=settings.AUTH_USER_MODEL, verbose_name='which officer held it?'),
        ),
        migrations.AddField(
            model_name='review',
            name='in_parts',
            field=models.BooleanField(db_default=False, default=False, verbose_name='it was held as several meetings'),
        ),
        migrations.AddField(
            model_name='review',
            name='mid_point_planned_on',
            field=models.DateField(blank=True, null=True, verbose_name='when will you look how things stand?'),
        ),
        migrations.AddField(
            model_name='review',
            name='not_ratified_because',
            field=models.CharField(blank=True, db_default='', default='', help_text='The child may read this one day.', max_length=300, verbose_name='if the plan was not ratified, why not?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='answered_by',
            field=models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='held_by',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='Leave it empty if it was you.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL, verbose_name='which officer held it?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='in_parts',
            field=models.BooleanField(db_default=False, default=False, verbose_name='it was held as several meetings'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='mid_point_planned_on',
            field=models.DateField(blank=True, null=True, verbose_name='when will you look how things stand?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='not_ratified_because',
            field=models.CharField(blank=True, db_default='', default='', help_text='The child may read this one day.', max_length=300, verbose_name='if the plan was not ratified, why not?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "mid_point_id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "told_id", "told_on", "uuid") SELECT new_values."agreed_on", new_values."chased_at", new_values."chased_by_id", new_values."child_id", new_values."decision_id", new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."mid_point_id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_id", new_values."text", new_values."told_id", new_values."told_on", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='79d0f11164ac9e87e86eae80247059ecd8d96d49', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_5fbba', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "mid_point_id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "told_id", "told_on", "uuid") SELECT new_values."agreed_on", new_values."chased_at", new_values."chased_by_id", new_values."child_id", new_values."decision_id", new_values."done_on", new_values."due_on", new_values."evidence", new_values."id", new_values."mid_point_id", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_id", new_values."text", new_values."told_id", new_values."told_on", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='856539c72d5b70c306a8255bc363cacaf2bb0337', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a6e86', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='agreedaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_agreedactionevent" ("agreed_on", "chased_at", "chased_by_id", "child_id", "decision_id", "done_on", "due_on", "evidence", "id", "mid_point_id", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "text", "told_id", "told_on", "uuid") SELECT old_values."agreed_on", old_values."chased_at", old_values."chased_by_id", old_values."child_id", old_values."decision_id", old_values."done_on", old_values."due_on", old_values."evidence", old_values."id", old_values."mid_point_id", old_values."origin", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_id", old_values."text", old_values."told_id", old_values."told_on", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='513feb6813370b61e35f0241572a08d1c84f9733', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e59db', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_agreedaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "mid_point_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT new_values."cafcass_on", new_values."child_id", new_values."closed_on", new_values."concern", new_values."effect", new_values."id", new_values."mid_point_id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."theme" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='69fceffc2cbc1300b07aa8a0b2c53984cb08fc99', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fda46', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "mid_point_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT new_values."cafcass_on", new_values."child_id", new_values."closed_on", new_values."concern", new_values."effect", new_values."id", new_values."mid_point_id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."raised_by_id", new_values."raised_on", new_values."theme" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cfcd5318e2b245ffb3c68dca1d0c15d4dbac811a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6fc3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='challenge',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_challengeevent" ("cafcass_on", "child_id", "closed_on", "concern", "effect", "id", "mid_point_id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raised_by_id", "raised_on", "theme") SELECT old_values."cafcass_on", old_values."child_id", old_values."closed_on", old_values."concern", old_values."effect", old_values."id", old_values."mid_point_id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."raised_by_id", old_values."raised_on", old_values."theme" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a8854ffceeced8063947ca9bbaaeda1eb1d3b108', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7f761', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_challenge', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_by_id", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_by_id", "held_on", "id", "in_parts", "mid_point_planned_on", "not_ratified_because", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT new_values."adjourned_because", new_values."adjourned_on", new_values."answered_by_id", new_values."answered_on", new_values."child_id", new_values."completed_on", new_values."decisions", new_values."decisions_sent_on", new_values."held_by_id", new_values."held_on", new_values."id", new_values."in_parts", new_values."mid_point_planned_on", new_values."not_ratified_because", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."record_made_on", new_values."record_sent_on", new_values."without_meeting" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='89ee15ce5a892dcccc3408af871b87162397c6a7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_deea5', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_by_id", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_by_id", "held_on", "id", "in_parts", "mid_point_planned_on", "not_ratified_because", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT new_values."adjourned_because", new_values."adjourned_on", new_values."answered_by_id", new_values."answered_on", new_values."child_id", new_values."completed_on", new_values."decisions", new_values."decisions_sent_on", new_values."held_by_id", new_values."held_on", new_values."id", new_values."in_parts", new_values."mid_point_planned_on", new_values."not_ratified_because", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."record_made_on", new_values."record_sent_on", new_values."without_meeting" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cffebdbc3a4eb8e874ff1985a0a2d9b75fbc40bb', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_53894', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_by_id", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_by_id", "held_on", "id", "in_parts", "mid_point_planned_on", "not_ratified_because", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT old_values."adjourned_because", old_values."adjourned_on", old_values."answered_by_id", old_values."answered_on", old_values."child_id", old_values."completed_on", old_values."decisions", old_values."decisions_sent_on", old_values."held_by_id", old_values."held_on", old_values."id", old_values."in_parts", old_values."mid_point_planned_on", old_values."not_ratified_because", old_values."origin", old_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."record_made_on", old_values."record_sent_on", old_values."without_meeting" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='e24d1b218d29aea18b6f80b58192f7d266729e90', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b9e2c', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_review', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='agreedaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision', None), ('review', None)), models.Q(('decision', None), ('mid_point', None)), models.Q(('mid_point', None), ('review', None)), _connector='OR'), name='agreed_action_comes_from_one'),
        ),
        migrations.AddConstraint(
            model_name='midpoint',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='mid_point_of_a_child'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='review_of_a_child'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('completed_on', None), models.Q(('adjourned_on__isnull', False), ('completed_on__gte', models.F('adjourned_on'))), models.Q(('adjourned_on', None), ('completed_on__gte', models.F('held_on')), ('in_parts', True)), _connector='OR'), name='review_finished_after_it_is_adjourned', violation_error_message='A review is finished on a day of its own only after it was adjourned, or where it is held as several meetings.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('in_parts', False), ('without_meeting', False), _connector='OR'), name='review_meeting_or_none', violation_error_message='A review without a meeting is not held as several.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('mid_point_planned_on', None), ('mid_point_planned_on__gt', models.F('held_on')), _connector='OR'), name='review_mid_point_lies_after_it', violation_error_message='The mid-point lies after the review.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('answered_by', None), ('answered_on__isnull', False), _connector='OR'), name='review_answered_by_somebody_on_a_day'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='disagreement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_disagreementevent" ("action_id", "because", "child_id", "disagreed_by_id", "disagreed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "replied_on", "reply") SELECT new_values."action_id", new_values."because", new_values."child_id", new_values."disagreed_by_id", new_values."disagreed_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."replied_by_id", new_values."replied_on", new_values."reply" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d3e463c367146353c5a0d4fbe457a0b27a8f1da3', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2bca1', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_disagreement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='disagreement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_disagreementevent" ("action_id", "because", "child_id", "disagreed_by_id", "disagreed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "replied_on", "reply") SELECT new_values."action_id", new_values."because", new_values."child_id", new_values."disagreed_by_id", new_values."disagreed_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."replied_by_id", new_values."replied_on", new_values."reply" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b90895247de959334a69ebfff9f5bf55b4903d0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_300bb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_disagreement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='disagreement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_disagreementevent" ("action_id", "because", "child_id", "disagreed_by_id", "disagreed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "replied_by_id", "replied_on", "reply") SELECT old_values."action_id", old_values."because", old_values."child_id", old_values."disagreed_by_id", old_values."disagreed_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."replied_by_id", old_values."replied_on", old_values."reply" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f505aa8415e0685aec21f7c6241c0dd4cbbe8f58', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e0fc5', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_disagreement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='disagreementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a2cc5b601ca13cf20718cf589cf52d5547153dd2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_36fca', table='permanence_disagreementevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plannedreview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_plannedreviewevent" ("called_off_because", "called_off_on", "child_id", "child_wants", "contact_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "planned_on", "reports_missing", "reports_on", "review_id", "set_on") SELECT new_values."called_off_because", new_values."called_off_on", new_values."child_id", new_values."child_wants", new_values."contact_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."planned_at", new_values."planned_on", new_values."reports_missing", new_values."reports_on", new_values."review_id", new_values."set_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='edf50c10bd95900a628c30135f966b87d332ffd6', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7acd4', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_plannedreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plannedreview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_plannedreviewevent" ("called_off_because", "called_off_on", "child_id", "child_wants", "contact_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "planned_on", "reports_missing", "reports_on", "review_id", "set_on") SELECT new_values."called_off_because", new_values."called_off_on", new_values."child_id", new_values."child_wants", new_values."contact_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."planned_at", new_values."planned_on", new_values."reports_missing", new_values."reports_on", new_values."review_id", new_values."set_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='931e931bbf5f2004337eb477b6975b5cb18b6a6a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c3a44', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_plannedreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plannedreview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_plannedreviewevent" ("called_off_because", "called_off_on", "child_id", "child_wants", "contact_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "planned_at", "planned_on", "reports_missing", "reports_on", "review_id", "set_on") SELECT old_values."called_off_because", old_values."called_off_on", old_values."child_id", old_values."child_wants", old_values."contact_on", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."planned_at", old_values."planned_on", old_values."reports_missing", old_values."reports_on", old_values."review_id", old_values."set_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9f744e39d58d8352357763a2f5f8743c2231594c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7563d', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_plannedreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plannedreviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='345e240231218459cf3f886c6823d60976fd7671', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d1fb6', table='permanence_plannedreviewevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewinvitation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewinvitationevent" ("child_id", "id", "invited_on", "name", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "took") SELECT new_values."child_id", new_values."id", new_values."invited_on", new_values."name", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."planned_id", new_values."took" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c7ab7b2c11ff53fa9c63c70489f4d9647531d269', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6233c', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_reviewinvitation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewinvitation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewinvitationevent" ("child_id", "id", "invited_on", "name", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "took") SELECT new_values."child_id", new_values."id", new_values."invited_on", new_values."name", new_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."planned_id", new_values."took" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ed516d9802fd94ae729682a1f19c69ac42082f3d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d239a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_reviewinvitation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewinvitation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewinvitationevent" ("child_id", "id", "invited_on", "name", "part", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "planned_id", "took") SELECT old_values."child_id", old_values."id", old_values."invited_on", old_values."name", old_values."part", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."planned_id", old_values."took" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4b47013f83b6d68870c5044898cf14216567ce53', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ef1f6', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_reviewinvitation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewinvitationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='525a7116409ec69a424736c4b99b5aaf158c5e48', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_643c6', table='permanence_reviewinvitationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewmeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewmeetingevent" ("about", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "with_whom") SELECT new_values."about", new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_id", new_values."with_whom" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='1ff7f2a2a719b97645c196fcf74b116359f83442', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9af11', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_reviewmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewmeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewmeetingevent" ("about", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "with_whom") SELECT new_values."about", new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_id", new_values."with_whom" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3886f92a93b8ac608123562709f7562e2fb591b5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cfe67', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_reviewmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewmeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewmeetingevent" ("about", "child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "with_whom") SELECT old_values."about", old_values."child_id", old_values."held_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_id", old_values."with_whom" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='889897c1c8bb82e04b5ed51e02c5e25d616d40c5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5b7ab', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_reviewmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewmeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5f9017a555d1e649e52a811ba0eddd77434b92eb', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ed071', table='permanence_reviewmeetingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewwriting',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.sent_on IS NOT NULL\n            THEN RAISE EXCEPTION 'That letter was sent, and stays as it is.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='37f79f9b1a2930a6d5ae7a6bcbdd532dfa653d22', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_07b7c', table='permanence_reviewwriting', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewwriting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewwritingevent" ("child_id", "form", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_on", "text", "version", "written_at", "written_by_id") SELECT new_values."child_id", new_values."form", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."review_id", new_values."sent_on", new_values."text", new_values."version", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='39bf5424a8e73327b573b8bc92f22834afc823de', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_eca73', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_reviewwriting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewwriting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewwritingevent" ("child_id", "form", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_on", "text", "version", "written_at", "written_by_id") SELECT new_values."child_id", new_values."form", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."review_id", new_values."sent_on", new_values."text", new_values."version", new_values."written_at", new_values."written_by_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dce153c85f993dba334d69a18cedac4d67a9ffe4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_b3032', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_reviewwriting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewwriting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewwritingevent" ("child_id", "form", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "sent_on", "text", "version", "written_at", "written_by_id") SELECT old_values."child_id", old_values."form", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."review_id", old_values."sent_on", old_values."text", old_values."version", old_values."written_at", old_values."written_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='33a6eb90ce76738818c59a3c6e0ac40171d54d7a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b9f2b', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_reviewwriting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='reviewwritingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4549ee5f65fc4c9a2c378742c9ba7a456a753140', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bf9cd', table='permanence_reviewwritingevent', when='BEFORE')),
        ),
        same_child("permanence", "reviewmeeting", "review_id", "review"),
        same_child("permanence", "reviewwriting", "review_id", "review"),
        same_child("permanence", "plannedreview", "review_id", "review"),
        same_child("permanence", "reviewinvitation", "planned_id", "plannedreview"),
        same_child("permanence", "agreedaction", "review_id", "review"),
        same_child("permanence", "agreedaction", "mid_point_id", "midpoint"),
        same_child("permanence", "challenge", "mid_point_id", "midpoint"),
        same_child("permanence", "disagreement", "action_id", "agreedaction"),
    ]
