import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0007_audit_chain'),
        ('placements', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ApprovalRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('parents', 'living with parents under a care order'), ('parents-at-once', 'living with parents before the assessment is done'), ('overnights', 'staying overnight with parents, on the way home'), ('connected', 'living with a relative or friend'), ('out-of-area', 'a home outside the area'), ('distant', 'a home far from the area'), ('other-council', 'a home that belongs to another council'), ('residential', 'a children’s home'), ('solo', 'a home for one child alone'), ('unregistered', 'a home that is not registered'), ('ending-care', 'no longer being looked after')], max_length=15, verbose_name='approval of what?')),
                ('asked_on', models.DateField(verbose_name='when was approval asked for?')),
                ('needed_on', models.DateField(help_text='The day on which it begins, or began.', verbose_name='from when is it needed?')),
                ('reason', models.TextField(verbose_name='why is it right for the child?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'kind', 'asked_on'), name='approval_request_once_a_day', violation_error_message='That approval was already asked for on that day.'), models.UniqueConstraint(fields=('id', 'child'), name='approval_request_of_a_child')],
            },
        ),
        migrations.CreateModel(
            name='ApprovalDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decision', models.CharField(choices=[('approved', 'approved'), ('refused', 'not approved')], max_length=8, verbose_name='what was decided?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('decided_by', models.CharField(max_length=120, verbose_name='who decided?')),
                ('decided_as', models.CharField(choices=[('nominated-officer', 'nominated officer'), ('head-of-service', 'head of service'), ('director', 'director of children’s services'), ('panel', 'panel')], max_length=17, verbose_name='in what office?')),
                ('conditions', models.TextField(blank=True, verbose_name='on what conditions, or why not?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('request', models.OneToOneField(error_messages={'unique': 'That request has been decided already'}, on_delete=django.db.models.deletion.PROTECT, related_name='decision', to='placements.approvalrequest', verbose_name='what was asked for')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ApprovalDecisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('decision', models.CharField(choices=[('approved', 'approved'), ('refused', 'not approved')], max_length=8, verbose_name='what was decided?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('decided_by', models.CharField(max_length=120, verbose_name='who decided?')),
                ('decided_as', models.CharField(choices=[('nominated-officer', 'nominated officer'), ('head-of-service', 'head of service'), ('director', 'director of children’s services'), ('panel', 'panel')], max_length=17, verbose_name='in what office?')),
                ('conditions', models.TextField(blank=True, verbose_name='on what conditions, or why not?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.approvaldecision')),
                ('request', models.ForeignKey(db_constraint=False, error_messages={'unique': 'That request has been decided already'}, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.approvalrequest', verbose_name='what was asked for')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ApprovalRequestEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('parents', 'living with parents under a care order'), ('parents-at-once', 'living with parents before the assessment is done'), ('overnights', 'staying overnight with parents, on the way home'), ('connected', 'living with a relative or friend'), ('out-of-area', 'a home outside the area'), ('distant', 'a home far from the area'), ('other-council', 'a home that belongs to another council'), ('residential', 'a children’s home'), ('solo', 'a home for one child alone'), ('unregistered', 'a home that is not registered'), ('ending-care', 'no longer being looked after')], max_length=15, verbose_name='approval of what?')),
                ('asked_on', models.DateField(verbose_name='when was approval asked for?')),
                ('needed_on', models.DateField(help_text='The day on which it begins, or began.', verbose_name='from when is it needed?')),
                ('reason', models.TextField(verbose_name='why is it right for the child?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.approvalrequest')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CarerApproval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('temporary', 'relatives or friends, for a time (regulation 24)'), ('may-adopt', 'carers who may adopt the child (regulation 25A)'), ('foster', 'foster carers'), ('long-term', 'long-term foster carers')], max_length=9, verbose_name='approved as')),
                ('expires_on', models.DateField(blank=True, help_text='For a temporary approval. Leave it empty for the full 16 weeks.', null=True, verbose_name='until when?')),
                ('approved_by', models.CharField(help_text='The nominated officer or the panel.', max_length=120, verbose_name='who approved it?')),
                ('extended_on', models.DateField(blank=True, null=True, verbose_name='when was it extended?')),
                ('extended_until', models.DateField(blank=True, null=True, verbose_name='extended until when?')),
                ('extended_because', models.CharField(blank=True, choices=[('unfinished', 'the assessment is not finished'), ('review', 'the carers asked for an independent review of a refusal')], max_length=10, verbose_name='why was it extended?')),
                ('extension_notes', models.TextField(blank=True, verbose_name='what did the fostering panel say, and when was the reviewing officer told?')),
                ('end_reason', models.CharField(blank=True, choices=[('approved', 'approved as foster carers'), ('moved', 'the child moved'), ('order', 'an order was made to the carers'), ('refused', 'full approval was refused'), ('withdrawn', 'the carers withdrew'), ('expired', 'it ran out')], max_length=9, verbose_name='why did it end?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='approvals', to='placements.home')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='carer_approval_is_not_empty', violation_error_message='An approval must end after the day it was given.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('home', '='), ('kind', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='carer_approval_one_at_a_time', violation_error_message='The home is already approved in that way during that time.'), models.CheckConstraint(condition=models.Q(models.Q(('expires_on__gt', models.F('starts_on')), ('expires_on__isnull', False), ('kind', 'temporary')), models.Q(models.Q(('kind', 'temporary'), _negated=True), ('expires_on', None)), _connector='OR'), name='carer_approval_expires_where_temporary', violation_error_message='A temporary approval, and no other, has a day on which it runs out, after the day it was given.'), models.CheckConstraint(condition=models.Q(models.Q(('extended_because', ''), ('extended_on', None), ('extended_until', None), ('extension_notes', '')), models.Q(('extended_on__isnull', False), ('extended_until__isnull', False), ('extended_on__gte', models.F('starts_on')), ('extended_until__gt', models.F('expires_on')), ('kind', 'temporary'), models.Q(('extended_because', ''), _negated=True)), _connector='OR'), name='carer_approval_extension_is_whole', violation_error_message='An extension has a day, a reason and a new end, which is later than the first.'), models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ends_on', None)), models.Q(('ends_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='carer_approval_end_has_its_reason', violation_error_message='Enter both when and why the approval ended.')],
            },
        ),
        migrations.CreateModel(
            name='CarerApprovalEvent',
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
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('temporary', 'relatives or friends, for a time (regulation 24)'), ('may-adopt', 'carers who may adopt the child (regulation 25A)'), ('foster', 'foster carers'), ('long-term', 'long-term foster carers')], max_length=9, verbose_name='approved as')),
                ('expires_on', models.DateField(blank=True, help_text='For a temporary approval. Leave it empty for the full 16 weeks.', null=True, verbose_name='until when?')),
                ('approved_by', models.CharField(help_text='The nominated officer or the panel.', max_length=120, verbose_name='who approved it?')),
                ('extended_on', models.DateField(blank=True, null=True, verbose_name='when was it extended?')),
                ('extended_until', models.DateField(blank=True, null=True, verbose_name='extended until when?')),
                ('extended_because', models.CharField(blank=True, choices=[('unfinished', 'the assessment is not finished'), ('review', 'the carers asked for an independent review of a refusal')], max_length=10, verbose_name='why was it extended?')),
                ('extension_notes', models.TextField(blank=True, verbose_name='what did the fostering panel say, and when was the reviewing officer told?')),
                ('end_reason', models.CharField(blank=True, choices=[('approved', 'approved as foster carers'), ('moved', 'the child moved'), ('order', 'an order was made to the carers'), ('refused', 'full approval was refused'), ('withdrawn', 'the carers withdrew'), ('expired', 'it ran out')], max_length=9, verbose_name='why did it end?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.carerapproval')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HomeAssessment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('parents', 'living with parents (regulation 17)'), ('viability', 'first look at a relative or friend'), ('full', 'full assessment of a relative or friend')], max_length=9, verbose_name='what kind of assessment?')),
                ('people', models.CharField(max_length=120, verbose_name='who is assessed?')),
                ('started_on', models.DateField(help_text='The day on which these people were first considered.', verbose_name='when did it start?')),
                ('completed_on', models.DateField(blank=True, null=True, verbose_name='when was it completed?')),
                ('finding', models.CharField(blank=True, choices=[('suitable', 'suitable'), ('with-support', 'suitable with support'), ('not-suitable', 'not suitable')], max_length=12, verbose_name='what was found?')),
                ('summary', models.TextField(blank=True, verbose_name='in short, why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'kind', 'people', 'started_on'), name='home_assessment_once_a_day', violation_error_message='That assessment is already recorded.'), models.CheckConstraint(condition=models.Q(('completed_on', None), ('completed_on__gte', models.F('started_on')), _connector='OR'), name='home_assessment_in_order', violation_error_message='An assessment cannot be completed before it started.'), models.CheckConstraint(condition=models.Q(models.Q(('completed_on', None), ('finding', ''), ('summary', '')), models.Q(('completed_on__isnull', False), models.Q(('finding', ''), _negated=True)), _connector='OR'), name='home_assessment_completed_has_a_finding', violation_error_message='Enter both when it was completed and what was found.')],
            },
        ),
        migrations.CreateModel(
            name='HomeAssessmentEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('parents', 'living with parents (regulation 17)'), ('viability', 'first look at a relative or friend'), ('full', 'full assessment of a relative or friend')], max_length=9, verbose_name='what kind of assessment?')),
                ('people', models.CharField(max_length=120, verbose_name='who is assessed?')),
                ('started_on', models.DateField(help_text='The day on which these people were first considered.', verbose_name='when did it start?')),
                ('completed_on', models.DateField(blank=True, null=True, verbose_name='when was it completed?')),
                ('finding', models.CharField(blank=True, choices=[('suitable', 'suitable'), ('with-support', 'suitable with support'), ('not-suitable', 'not suitable')], max_length=12, verbose_name='what was found?')),
                ('summary', models.TextField(blank=True, verbose_name='in short, why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.homeassessment')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HomeMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('planning', 'planning the move into a home'), ('stability', 'keeping a home stable'), ('disruption', 'learning from a home that ended')], max_length=10, verbose_name='what was the meeting for?')),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('outcome', models.TextField(help_text='The child may read this one day.', verbose_name='what was agreed, or learned?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='placements.home')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'home', 'kind', 'held_on'), name='home_meeting_once_a_day', violation_error_message='That meeting is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='HomeMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('planning', 'planning the move into a home'), ('stability', 'keeping a home stable'), ('disruption', 'learning from a home that ended')], max_length=10, verbose_name='what was the meeting for?')),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('outcome', models.TextField(help_text='The child may read this one day.', verbose_name='what was agreed, or learned?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.homemeeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HomeWorry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('worry', models.CharField(help_text='The child may read this one day.', max_length=300, verbose_name='what is the worry?')),
                ('support_offered_on', models.DateField(blank=True, null=True, verbose_name='when was support offered?')),
                ('support', models.CharField(blank=True, max_length=300, verbose_name='what support was offered?')),
                ('outcome', models.CharField(blank=True, choices=[('settled', 'things settled'), ('moved', 'the child moved')], max_length=7, verbose_name='how did it end?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'home worries',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), models.Q(('support_offered_on', None), ('support_offered_on__gte', models.F('starts_on')), _connector='OR')), name='home_worry_in_order', violation_error_message='A worry is raised before support is offered and before it ends.'), models.CheckConstraint(condition=models.Q(models.Q(('support', ''), ('support_offered_on', None)), models.Q(('support_offered_on__isnull', False), ('support__regex', '\\S')), _connector='OR'), name='home_worry_support_is_whole', violation_error_message='Enter both when support was offered and what it was.'), models.CheckConstraint(condition=models.Q(models.Q(('ends_on', None), ('outcome', '')), models.Q(('ends_on__isnull', False), models.Q(('outcome', ''), _negated=True)), _connector='OR'), name='home_worry_end_has_an_outcome', violation_error_message='Enter both when and how the worry ended.'), models.UniqueConstraint(fields=('child', 'starts_on'), name='home_worry_once_a_day', violation_error_message='A worry of that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='HomeWorryEvent',
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
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('worry', models.CharField(help_text='The child may read this one day.', max_length=300, verbose_name='what is the worry?')),
                ('support_offered_on', models.DateField(blank=True, null=True, verbose_name='when was support offered?')),
                ('support', models.CharField(blank=True, max_length=300, verbose_name='what support was offered?')),
                ('outcome', models.CharField(blank=True, choices=[('settled', 'things settled'), ('moved', 'the child moved')], max_length=7, verbose_name='how did it end?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.homeworry')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LongTermMatch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('panel_on', models.DateField(blank=True, null=True, verbose_name='when did the panel recommend it?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('decided_by', models.CharField(max_length=120, verbose_name='who decided?')),
                ('matters_recorded_on', models.DateField(blank=True, help_text='Those of regulation 22B: carers and council agree that the child stays until 18.', null=True, verbose_name='when were the conditions written into the care plan?')),
                ('child_told_on', models.DateField(blank=True, null=True, verbose_name='when was the child told?')),
                ('fewer_visits_on', models.DateField(blank=True, null=True, verbose_name='when did the child agree to fewer visits?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did the match end?')),
                ('end_reason', models.CharField(blank=True, max_length=300, verbose_name='why did it end?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='long_term_matches', to='placements.home')),
            ],
            options={
                'verbose_name_plural': 'long-term matches',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('child',), name='long_term_match_one_at_a_time', violation_error_message='The child is matched already. Record first that the match ended.'), models.UniqueConstraint(fields=('child', 'decided_on'), name='long_term_match_once_a_day', violation_error_message='A match of that day is already recorded.'), models.CheckConstraint(condition=models.Q(models.Q(('panel_on', None), ('panel_on__lte', models.F('decided_on')), _connector='OR'), models.Q(('child_told_on', None), ('child_told_on__gte', models.F('decided_on')), _connector='OR'), models.Q(('fewer_visits_on', None), ('fewer_visits_on__gte', models.F('decided_on')), _connector='OR'), models.Q(('ended_on', None), ('ended_on__gte', models.F('decided_on')), _connector='OR')), name='long_term_match_in_order', violation_error_message='The panel comes before the decision, and everything else after it.'), models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ended_on', None)), models.Q(('ended_on__isnull', False), ('end_reason__regex', '\\S')), _connector='OR'), name='long_term_match_end_has_its_reason', violation_error_message='Enter both when and why the match ended.')],
            },
        ),
        migrations.CreateModel(
            name='LongTermMatchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('panel_on', models.DateField(blank=True, null=True, verbose_name='when did the panel recommend it?')),
                ('decided_on', models.DateField(verbose_name='when was it decided?')),
                ('decided_by', models.CharField(max_length=120, verbose_name='who decided?')),
                ('matters_recorded_on', models.DateField(blank=True, help_text='Those of regulation 22B: carers and council agree that the child stays until 18.', null=True, verbose_name='when were the conditions written into the care plan?')),
                ('child_told_on', models.DateField(blank=True, null=True, verbose_name='when was the child told?')),
                ('fewer_visits_on', models.DateField(blank=True, null=True, verbose_name='when did the child agree to fewer visits?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did the match end?')),
                ('end_reason', models.CharField(blank=True, max_length=300, verbose_name='why did it end?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.longtermmatch')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='OrderQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('asked_on', models.DateField(verbose_name='when was it asked?')),
                ('answer', models.CharField(choices=[('yes', 'yes, it is still needed'), ('apply', 'no, and we apply to end it'), ('not-yet', 'no, but we do not apply yet')], max_length=7, verbose_name='is the order still needed?')),
                ('reason', models.TextField(help_text='The child may read this one day.', verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'asked_on'), name='order_question_once_a_day', violation_error_message='The answer of that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='OrderQuestionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('asked_on', models.DateField(verbose_name='when was it asked?')),
                ('answer', models.CharField(choices=[('yes', 'yes, it is still needed'), ('apply', 'no, and we apply to end it'), ('not-yet', 'no, but we do not apply yet')], max_length=7, verbose_name='is the order still needed?')),
                ('reason', models.TextField(help_text='The child may read this one day.', verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.orderquestion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PlacementPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan agreed?')),
                ('notified_on', models.DateField(blank=True, help_text='Parents, the reviewing officer, health, school and the council of the area.', null=True, verbose_name='by when had everybody who must know been told?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='plans', to='placements.home')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'home', 'agreed_on'), name='placement_plan_once_a_day', violation_error_message='A plan of that day is already recorded for that home.')],
            },
        ),
        migrations.CreateModel(
            name='PlacementPlanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan agreed?')),
                ('notified_on', models.DateField(blank=True, help_text='Parents, the reviewing officer, health, school and the council of the area.', null=True, verbose_name='by when had everybody who must know been told?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placementplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ReturnInterview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('came_back_on', models.DateField(verbose_name='when did the child come back?')),
                ('offered_on', models.DateField(verbose_name='when was the talk offered?')),
                ('declined_on', models.DateField(blank=True, null=True, verbose_name='when did the child say no?')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='when was it held?')),
                ('held_by', models.CharField(blank=True, help_text='Somebody independent of the home.', max_length=120, verbose_name='who held it?')),
                ('said', models.TextField(blank=True, help_text='In the child’s own words, and only what they agreed to share.', verbose_name='what did the child say?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'came_back_on'), name='return_interview_once_a_return', violation_error_message='A talk after that return is already recorded.'), models.CheckConstraint(condition=models.Q(('offered_on__gte', models.F('came_back_on')), models.Q(('declined_on', None), ('declined_on__gte', models.F('offered_on')), _connector='OR'), models.Q(('held_on', None), ('held_on__gte', models.F('offered_on')), _connector='OR')), name='return_interview_in_order', violation_error_message='The talk is offered once the child is back, and held or declined after that.'), models.CheckConstraint(condition=models.Q(('held_on', None), ('declined_on', None), _connector='OR'), name='return_interview_held_or_declined', violation_error_message='A talk cannot be both held and declined.'), models.CheckConstraint(condition=models.Q(('held_on__isnull', False), models.Q(('held_by', ''), ('said', '')), _connector='OR'), name='return_interview_words_of_one_held', violation_error_message='Enter the day on which the talk was held.')],
            },
        ),
        migrations.CreateModel(
            name='ReturnInterviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('came_back_on', models.DateField(verbose_name='when did the child come back?')),
                ('offered_on', models.DateField(verbose_name='when was the talk offered?')),
                ('declined_on', models.DateField(blank=True, null=True, verbose_name='when did the child say no?')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='when was it held?')),
                ('held_by', models.CharField(blank=True, help_text='Somebody independent of the home.', max_length=120, verbose_name='who held it?')),
                ('said', models.TextField(blank=True, help_text='In the child’s own words, and only what they agreed to share.', verbose_name='what did the child say?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.returninterview')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='UnregisteredSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('childrens-home', 'a children’s home that is not registered'), ('supported', 'supported accommodation that is not registered'), ('under-16', 'supported accommodation, for a child under 16'), ('carers', 'carers who are not approved')], max_length=14, verbose_name='what is not as it must be?')),
                ('reason', models.TextField(verbose_name='why does the child live there?')),
                ('told', models.CharField(blank=True, max_length=300, verbose_name='who was told of it?')),
                ('ofsted_notified_on', models.DateField(blank=True, null=True, verbose_name='when was Ofsted told?')),
                ('end_reason', models.CharField(blank=True, choices=[('registered', 'the home was registered or the carers approved'), ('moved', 'the child moved')], max_length=10, verbose_name='how did it end?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='unregistered_setting_is_not_empty', violation_error_message='It must end after the day it began.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='unregistered_setting_one_at_a_time', violation_error_message='That time is already marked as not registered or approved.'), models.CheckConstraint(condition=models.Q(models.Q(('end_reason', ''), ('ends_on', None)), models.Q(('ends_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), _connector='OR'), name='unregistered_setting_end_has_its_reason', violation_error_message='Enter both when and how it ended.')],
            },
        ),
        migrations.CreateModel(
            name='UnregisteredSettingEvent',
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
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('childrens-home', 'a children’s home that is not registered'), ('supported', 'supported accommodation that is not registered'), ('under-16', 'supported accommodation, for a child under 16'), ('carers', 'carers who are not approved')], max_length=14, verbose_name='what is not as it must be?')),
                ('reason', models.TextField(verbose_name='why does the child live there?')),
                ('told', models.CharField(blank=True, max_length=300, verbose_name='who was told of it?')),
                ('ofsted_notified_on', models.DateField(blank=True, null=True, verbose_name='when was Ofsted told?')),
                ('end_reason', models.CharField(blank=True, choices=[('registered', 'the home was registered or the carers approved'), ('moved', 'the child moved')], max_length=10, verbose_name='how did it end?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.unregisteredsetting')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='placement',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='placement',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='placement',
            name='delete_delete',
        ),
        migrations.AddField(
            model_name='placement',
            name='end_planned',
            field=models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='', default='', max_length=9, verbose_name='was the end planned?'),
        ),
        migrations.AddField(
            model_name='placement',
            name='meant_for',
            field=models.CharField(blank=True, choices=[('now', 'for now'), ('until-18', 'until the child is 18')], db_default='', default='', max_length=8, verbose_name='how long is the child meant to live there?'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='end_planned',
            field=models.CharField(blank=True, choices=[('yes', 'yes'), ('no', 'no'), ('not-known', 'not known')], db_default='', default='', max_length=9, verbose_name='was the end planned?'),
        ),
        migrations.AddField(
            model_name='placementevent',
            name='meant_for',
            field=models.CharField(blank=True, choices=[('now', 'for now'), ('until-18', 'until the child is 18')], db_default='', default='', max_length=8, verbose_name='how long is the child meant to live there?'),
        ),
        migrations.AlterField(
            model_name='missingepisode',
            name='kind',
            field=models.CharField(blank=True, choices=[('M', 'missing'), ('A', 'away without authorisation')], max_length=1, verbose_name='what was it?'),
        ),
        migrations.AlterField(
            model_name='missingepisodeevent',
            name='kind',
            field=models.CharField(blank=True, choices=[('M', 'missing'), ('A', 'away without authorisation')], max_length=1, verbose_name='what was it?'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='distance_miles',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='miles from the family home'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='end_reason',
            field=models.CharField(blank=True, choices=[('CARPL', 'planned move'), ('CLOSE', 'carer resigned or home closed'), ('ALLEG', 'allegation'), ('STAND', 'standards of care'), ('APPRR', 'approval removed'), ('CREQB', 'carer asked, because of behaviour'), ('CREQO', 'carer asked, other reason'), ('CHILD', 'child asked'), ('LAREQ', 'council asked'), ('PLACE', 'same carer, kind of home changed'), ('CUSTOD', 'custody'), ('OTHER', 'other reason')], max_length=6, verbose_name='why did the home end?'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='family_postcode',
            field=models.CharField(blank=True, max_length=8, verbose_name='postcode of the family'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='postcode',
            field=models.CharField(blank=True, max_length=8, verbose_name='postcode of the home'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='provider',
            field=models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who provides the home'),
        ),
        migrations.AlterField(
            model_name='placement',
            name='type',
            field=models.CharField(blank=True, choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='kind of home'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='distance_miles',
            field=models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True, verbose_name='miles from the family home'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='end_reason',
            field=models.CharField(blank=True, choices=[('CARPL', 'planned move'), ('CLOSE', 'carer resigned or home closed'), ('ALLEG', 'allegation'), ('STAND', 'standards of care'), ('APPRR', 'approval removed'), ('CREQB', 'carer asked, because of behaviour'), ('CREQO', 'carer asked, other reason'), ('CHILD', 'child asked'), ('LAREQ', 'council asked'), ('PLACE', 'same carer, kind of home changed'), ('CUSTOD', 'custody'), ('OTHER', 'other reason')], max_length=6, verbose_name='why did the home end?'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='family_postcode',
            field=models.CharField(blank=True, max_length=8, verbose_name='postcode of the family'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='postcode',
            field=models.CharField(blank=True, max_length=8, verbose_name='postcode of the home'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='provider',
            field=models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who provides the home'),
        ),
        migrations.AlterField(
            model_name='placementevent',
            name='type',
            field=models.CharField(blank=True, choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='kind of home'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_planned", "end_reason", "ends_on", "family_postcode", "home_id", "id", "meant_for", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT new_values."child_id", new_values."distance_miles", new_values."end_planned", new_values."end_reason", new_values."ends_on", new_values."family_postcode", new_values."home_id", new_values."id", new_values."meant_for", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."provider", new_values."start_known", new_values."starts_on", new_values."type", new_values."urn" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='18ac0c13959dfb97b658bbe8fc50d93b92a904f1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1caba', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_planned", "end_reason", "ends_on", "family_postcode", "home_id", "id", "meant_for", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT new_values."child_id", new_values."distance_miles", new_values."end_planned", new_values."end_reason", new_values."ends_on", new_values."family_postcode", new_values."home_id", new_values."id", new_values."meant_for", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."postcode", new_values."provider", new_values."start_known", new_values."starts_on", new_values."type", new_values."urn" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0ea8413b149fca567f8914242ca072d741e70fcd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3ab36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_planned", "end_reason", "ends_on", "family_postcode", "home_id", "id", "meant_for", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT old_values."child_id", old_values."distance_miles", old_values."end_planned", old_values."end_reason", old_values."ends_on", old_values."family_postcode", old_values."home_id", old_values."id", old_values."meant_for", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."provider", old_values."start_known", old_values."starts_on", old_values."type", old_values."urn" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='691d79fdcff5dfd9fd2d96b5a543abff647338a3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_95ec9', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='placement',
            constraint=models.CheckConstraint(condition=models.Q(('end_planned', ''), ('ends_on__isnull', False), _connector='OR'), name='placement_end_is_planned_where_it_ended', violation_error_message='Only a home that has ended can have a planned end.'),
        ),
        migrations.AlterConstraint(
            model_name='missingepisode',
            name='missing_episode_does_not_end_before_it_starts',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='missing_episode_does_not_end_before_it_starts', violation_error_message='The child cannot come back before going missing.'),
        ),
        migrations.AlterConstraint(
            model_name='missingepisode',
            name='missing_episode_one_at_a_time',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='missing_episode_one_at_a_time', violation_error_message='The child is already recorded as missing during that time.'),
        ),
        migrations.AlterConstraint(
            model_name='placement',
            name='placement_is_not_empty',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='placement_is_not_empty', violation_error_message='A home must end after the day it started.'),
        ),
        migrations.AlterConstraint(
            model_name='placement',
            name='placement_one_at_a_time',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='placement_one_at_a_time', violation_error_message='The child lives somewhere else during that time.'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvalrequest',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvalrequestevent" ("asked_on", "child_id", "id", "kind", "needed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."asked_on", new_values."child_id", new_values."id", new_values."kind", new_values."needed_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7214f69adcaae6c9540ed48eb7d78f8ab2eb8ead', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_734bc', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_approvalrequest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvalrequest',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvalrequestevent" ("asked_on", "child_id", "id", "kind", "needed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."asked_on", new_values."child_id", new_values."id", new_values."kind", new_values."needed_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ea4fa4bb8e5e831a6eaec1e4cfebbd9a44be348c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7fe48', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_approvalrequest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvalrequest',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvalrequestevent" ("asked_on", "child_id", "id", "kind", "needed_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."asked_on", old_values."child_id", old_values."id", old_values."kind", old_values."needed_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4c11dc4c7f64c48ab07439b0f56eb0cd8e444052', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1820c', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_approvalrequest', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvaldecisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='60045ccf38f0c04e64fe998efbe70bc42aebf3b7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce832', table='placements_approvaldecisionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvaldecision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvaldecisionevent" ("child_id", "conditions", "decided_as", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") SELECT new_values."child_id", new_values."conditions", new_values."decided_as", new_values."decided_by", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."request_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='06f71b7415ae646a4e321699b44fd2dad80567a7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9340a', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_approvaldecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvaldecision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvaldecisionevent" ("child_id", "conditions", "decided_as", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") SELECT new_values."child_id", new_values."conditions", new_values."decided_as", new_values."decided_by", new_values."decided_on", new_values."decision", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."request_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0c4122b47c04eb367163209bd2c22114d29ebaf4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5533d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_approvaldecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvaldecision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_approvaldecisionevent" ("child_id", "conditions", "decided_as", "decided_by", "decided_on", "decision", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "request_id") SELECT old_values."child_id", old_values."conditions", old_values."decided_as", old_values."decided_by", old_values."decided_on", old_values."decision", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."request_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a5faf8a2bb50a87196eca788398694de765b3740', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_721cc', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_approvaldecision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='approvalrequestevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7ad19873d76ab3da456c658ab85477689aa314fc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d75fc', table='placements_approvalrequestevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carerapproval',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerapprovalevent" ("approved_by", "child_id", "end_reason", "ends_on", "expires_on", "extended_because", "extended_on", "extended_until", "extension_notes", "home_id", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."approved_by", new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."expires_on", new_values."extended_because", new_values."extended_on", new_values."extended_until", new_values."extension_notes", new_values."home_id", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='897d7cd6fa98e1a212ed1de65684cde4f25a1b58', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_3606e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_carerapproval', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carerapproval',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerapprovalevent" ("approved_by", "child_id", "end_reason", "ends_on", "expires_on", "extended_because", "extended_on", "extended_until", "extension_notes", "home_id", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."approved_by", new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."expires_on", new_values."extended_because", new_values."extended_on", new_values."extended_until", new_values."extension_notes", new_values."home_id", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ac77062a1e3a5ccb3c14649270899fbda9ed5800', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_47f5e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_carerapproval', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carerapproval',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerapprovalevent" ("approved_by", "child_id", "end_reason", "ends_on", "expires_on", "extended_because", "extended_on", "extended_until", "extension_notes", "home_id", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."approved_by", old_values."child_id", old_values."end_reason", old_values."ends_on", old_values."expires_on", old_values."extended_because", old_values."extended_on", old_values."extended_until", old_values."extension_notes", old_values."home_id", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b60cf98d9e6a48be726c41a6f3c2ee9f1586aec1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8286e', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_carerapproval', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carerapprovalevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='006f498cdc5b99975cec8d88a5088f3ce9b9ceba', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_60157', table='placements_carerapprovalevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on", "summary") SELECT new_values."child_id", new_values."completed_on", new_values."finding", new_values."id", new_values."kind", new_values."origin", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."started_on", new_values."summary" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2bf53abc826e9cbe4da689ab59d354012430e9f1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1e4be', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_homeassessment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on", "summary") SELECT new_values."child_id", new_values."completed_on", new_values."finding", new_values."id", new_values."kind", new_values."origin", new_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."started_on", new_values."summary" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='567d4088b6071c22cc461ec169a08067be983e55', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_711ec', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_homeassessment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeassessmentevent" ("child_id", "completed_on", "finding", "id", "kind", "origin", "people", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on", "summary") SELECT old_values."child_id", old_values."completed_on", old_values."finding", old_values."id", old_values."kind", old_values."origin", old_values."people", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."started_on", old_values."summary" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7f469c5bfc895e6f01b787a771df81e7eb0aa5f4', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_291e7', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_homeassessment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeassessmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='bf9be431d30199249e9f0b960980bffff75a24b7', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_76e95', table='placements_homeassessmentevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homemeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homemeetingevent" ("child_id", "held_on", "home_id", "id", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."home_id", new_values."id", new_values."kind", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4140aa4ab5acc9a12d75c64d2cc87bc28beeb70f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7fab8', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_homemeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homemeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homemeetingevent" ("child_id", "held_on", "home_id", "id", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."home_id", new_values."id", new_values."kind", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='54e4c0ae413ee684cd6981eb39a37c63b533e252', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_819e6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_homemeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homemeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homemeetingevent" ("child_id", "held_on", "home_id", "id", "kind", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."held_on", old_values."home_id", old_values."id", old_values."kind", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='13b79689d8ec0d277e00da7a004dae635752d029', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fcd91', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_homemeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homemeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ecef9fad7a95a071dc65a827bd16530f78798680', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_27c42', table='placements_homemeetingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeworry',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeworryevent" ("child_id", "ends_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "support", "support_offered_on", "worry") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on", new_values."support", new_values."support_offered_on", new_values."worry" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fc8c33351a03ec9429fc4386656d6416f2e6d96c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fae48', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_homeworry', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeworry',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeworryevent" ("child_id", "ends_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "support", "support_offered_on", "worry") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on", new_values."support", new_values."support_offered_on", new_values."worry" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9f50ea26eb4b0b7ff2b0e0bc60ec54299b17ecb4', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1b452', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_homeworry', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeworry',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeworryevent" ("child_id", "ends_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on", "support", "support_offered_on", "worry") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on", old_values."support", old_values."support_offered_on", old_values."worry" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b2d5c42c4169b8dfce93603636ffce5fc2e15388', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_60ab6', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_homeworry', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeworryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1c01204127c19dfe0f08b57620da8ac3e60ab9bd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_dc7a2', table='placements_homeworryevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='longtermmatch',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_longtermmatchevent" ("child_id", "child_told_on", "decided_by", "decided_on", "end_reason", "ended_on", "fewer_visits_on", "home_id", "id", "matters_recorded_on", "origin", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."child_told_on", new_values."decided_by", new_values."decided_on", new_values."end_reason", new_values."ended_on", new_values."fewer_visits_on", new_values."home_id", new_values."id", new_values."matters_recorded_on", new_values."origin", new_values."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='eb3b1822e3d3c7e05a2af3fc05eb4ef494746541', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a734e', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_longtermmatch', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='longtermmatch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_longtermmatchevent" ("child_id", "child_told_on", "decided_by", "decided_on", "end_reason", "ended_on", "fewer_visits_on", "home_id", "id", "matters_recorded_on", "origin", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."child_told_on", new_values."decided_by", new_values."decided_on", new_values."end_reason", new_values."ended_on", new_values."fewer_visits_on", new_values."home_id", new_values."id", new_values."matters_recorded_on", new_values."origin", new_values."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d66f969f1db195d44a55d4f2697c4f68628f7c62', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f811f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_longtermmatch', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='longtermmatch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_longtermmatchevent" ("child_id", "child_told_on", "decided_by", "decided_on", "end_reason", "ended_on", "fewer_visits_on", "home_id", "id", "matters_recorded_on", "origin", "panel_on", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."child_told_on", old_values."decided_by", old_values."decided_on", old_values."end_reason", old_values."ended_on", old_values."fewer_visits_on", old_values."home_id", old_values."id", old_values."matters_recorded_on", old_values."origin", old_values."panel_on", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1e936ec1087cbf2aea6bb19b53bf4290feb04590', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c84e2', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_longtermmatch', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='longtermmatchevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='fcbaba0dbfb74265d1cbab2105bba2687ca916b3', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ac649', table='placements_longtermmatchevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='orderquestion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_orderquestionevent" ("answer", "asked_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer", new_values."asked_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='88c0dc09a580d203a14daad0a5ea736b3692b544', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2a94b', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_orderquestion', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='orderquestion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_orderquestionevent" ("answer", "asked_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."answer", new_values."asked_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='72ecd805392e049a359ab47e4ddf09af913b72de', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fd455', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_orderquestion', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='orderquestion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_orderquestionevent" ("answer", "asked_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."answer", old_values."asked_on", old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c895e05d5015d0768887c43708e36cd25ac0fb17', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4b3fa', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_orderquestion', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='orderquestionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c503fef4fb56d038580905aa203124d72ee37c24', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ded5f', table='placements_orderquestionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placementplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementplanevent" ("agreed_on", "child_id", "home_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."agreed_on", new_values."child_id", new_values."home_id", new_values."id", new_values."notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f729f71f1e1f5f97d24744264a3b4e413e838514', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ea315', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placementplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placementplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementplanevent" ("agreed_on", "child_id", "home_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."agreed_on", new_values."child_id", new_values."home_id", new_values."id", new_values."notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a9dd35bb7d0c3642713da76f448a6a4c7e927b30', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1845e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placementplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placementplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementplanevent" ("agreed_on", "child_id", "home_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."agreed_on", old_values."child_id", old_values."home_id", old_values."id", old_values."notified_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ca3eba6e16535e9a3669dce5a97a0c1bd512ec95', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_da648', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placementplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placementplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d9d853482677bc39d8aa3301d9adec081dcb9a40', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_13a2c', table='placements_placementplanevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='returninterview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_returninterviewevent" ("came_back_on", "child_id", "declined_on", "held_by", "held_on", "id", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said") SELECT new_values."came_back_on", new_values."child_id", new_values."declined_on", new_values."held_by", new_values."held_on", new_values."id", new_values."offered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."said" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='93d83c2595a2c475f955171612caa97597a11a84', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_15e7d', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_returninterview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='returninterview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_returninterviewevent" ("came_back_on", "child_id", "declined_on", "held_by", "held_on", "id", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said") SELECT new_values."came_back_on", new_values."child_id", new_values."declined_on", new_values."held_by", new_values."held_on", new_values."id", new_values."offered_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."said" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fbe14e5b4fef2c8470bfaed2dd0885da98ffdba1', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ae26c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_returninterview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='returninterview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_returninterviewevent" ("came_back_on", "child_id", "declined_on", "held_by", "held_on", "id", "offered_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "said") SELECT old_values."came_back_on", old_values."child_id", old_values."declined_on", old_values."held_by", old_values."held_on", old_values."id", old_values."offered_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."said" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b6e2eebc22de142d4ea85daa2e0e6b55bb491638', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_021bc', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_returninterview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='returninterviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='47b2d296575b9b1c34b3cae80341b41bc928e5bf', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f4dbb', table='placements_returninterviewevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='unregisteredsetting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_unregisteredsettingevent" ("child_id", "end_reason", "ends_on", "id", "kind", "ofsted_notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on", "told") SELECT new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."kind", new_values."ofsted_notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason", new_values."start_known", new_values."starts_on", new_values."told" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='67d62f179df86d6a3a8fce13e81611ce52154e1b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c392d', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_unregisteredsetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='unregisteredsetting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_unregisteredsettingevent" ("child_id", "end_reason", "ends_on", "id", "kind", "ofsted_notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on", "told") SELECT new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."kind", new_values."ofsted_notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason", new_values."start_known", new_values."starts_on", new_values."told" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='043a4263b1e50312819a413492d46050af218137', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_afbaf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_unregisteredsetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='unregisteredsetting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_unregisteredsettingevent" ("child_id", "end_reason", "ends_on", "id", "kind", "ofsted_notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "start_known", "starts_on", "told") SELECT old_values."child_id", old_values."end_reason", old_values."ends_on", old_values."id", old_values."kind", old_values."ofsted_notified_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason", old_values."start_known", old_values."starts_on", old_values."told" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='33d3e8d964fa0e95ea77193e0322328917b8c3dc', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_852b6', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_unregisteredsetting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='unregisteredsettingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d44d5738548d266deec27f62d8003146549b774a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_fb6ac', table='placements_unregisteredsettingevent', when='BEFORE')),
        ),
        migrations.RunSQL(
            sql='ALTER TABLE placements_approvaldecision ADD CONSTRAINT approval_decision_of_the_same_child FOREIGN KEY (request_id, child_id) REFERENCES placements_approvalrequest (id, child_id) DEFERRABLE INITIALLY IMMEDIATE',
            reverse_sql='ALTER TABLE placements_approvaldecision DROP CONSTRAINT approval_decision_of_the_same_child',
        ),
    ]
