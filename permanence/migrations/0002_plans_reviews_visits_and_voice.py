import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import permanence.routes
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0009_of_the_same_child'),
        ('permanence', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChildsWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('said_on', models.DateField(verbose_name='when?')),
                ('is_observed', models.BooleanField(default=False, verbose_name='the child does not speak yet, or not in words: this is what the child shows us')),
                ('words', models.TextField(help_text='In the child’s own words where there are any. If the child tells of harm, record that in the safeguarding record, not here.', verbose_name='what did the child say, or show us?')),
                ('gathered', models.CharField(choices=[('talking', 'talking'), ('drawing', 'drawing or writing'), ('play', 'play'), ('advocate', 'through an advocate'), ('app', 'an app'), ('observed', 'watching and being with the child')], max_length=8, verbose_name='how did you learn it?')),
                ('gathered_by', models.CharField(blank=True, max_length=120, verbose_name='name of who was with the child')),
                ('shared_with', models.CharField(choices=[('readers', 'everybody who may read this record'), ('workers', 'the people who work with the child'), ('meetings', 'the people at meetings about the child'), ('family', 'family')], help_text='As the child agreed; for a baby, as the child’s worker thinks right', max_length=8, verbose_name='who may read it?')),
                ('about', models.CharField(blank=True, help_text='If any', max_length=200, verbose_name='which decision does it bear on?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('plan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='childs_words', to='permanence.permanenceplan', verbose_name='which plan does it bear on?')),
            ],
            options={
                'verbose_name': 'child’s words',
                'verbose_name_plural': 'child’s words',
                'constraints': [models.CheckConstraint(condition=models.Q(('words__regex', '\\S')), name='childs_words_are_there', violation_error_message='Write what the child said, or showed us.'), models.CheckConstraint(condition=models.Q(('is_observed', False), models.Q(('gathered', 'talking'), _negated=True), _connector='OR'), name='childs_words_observed_are_not_said', violation_error_message='Words that were spoken are not an observation.')],
            },
        ),
        migrations.CreateModel(
            name='ChildsWordsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('said_on', models.DateField(verbose_name='when?')),
                ('is_observed', models.BooleanField(default=False, verbose_name='the child does not speak yet, or not in words: this is what the child shows us')),
                ('words', models.TextField(help_text='In the child’s own words where there are any. If the child tells of harm, record that in the safeguarding record, not here.', verbose_name='what did the child say, or show us?')),
                ('gathered', models.CharField(choices=[('talking', 'talking'), ('drawing', 'drawing or writing'), ('play', 'play'), ('advocate', 'through an advocate'), ('app', 'an app'), ('observed', 'watching and being with the child')], max_length=8, verbose_name='how did you learn it?')),
                ('gathered_by', models.CharField(blank=True, max_length=120, verbose_name='name of who was with the child')),
                ('shared_with', models.CharField(choices=[('readers', 'everybody who may read this record'), ('workers', 'the people who work with the child'), ('meetings', 'the people at meetings about the child'), ('family', 'family')], help_text='As the child agreed; for a baby, as the child’s worker thinks right', max_length=8, verbose_name='who may read it?')),
                ('about', models.CharField(blank=True, help_text='If any', max_length=200, verbose_name='which decision does it bear on?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.childswords')),
                ('plan', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.permanenceplan', verbose_name='which plan does it bear on?')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LifeStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('started', 'life story work started'), ('part', 'a part of the life story given'), ('book', 'life story book given'), ('letter', 'later life letter given')], max_length=7, verbose_name='what was done?')),
                ('done_on', models.DateField(verbose_name='when?')),
                ('done_by', models.CharField(blank=True, max_length=120, verbose_name='name of who did it')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'life story work',
                'constraints': [models.UniqueConstraint(fields=('child', 'kind', 'done_on'), name='life_story_once_a_day', violation_error_message='That is already recorded for that day.'), models.UniqueConstraint(condition=models.Q(('kind', 'started')), fields=('child',), name='life_story_starts_once', violation_error_message='Life story work has already started.')],
            },
        ),
        migrations.CreateModel(
            name='LifeStoryEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('started', 'life story work started'), ('part', 'a part of the life story given'), ('book', 'life story book given'), ('letter', 'later life letter given')], max_length=7, verbose_name='what was done?')),
                ('done_on', models.DateField(verbose_name='when?')),
                ('done_by', models.CharField(blank=True, max_length=120, verbose_name='name of who did it')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.lifestory')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Milestone',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('code', models.CharField(choices=permanence.routes.titles, max_length=40, verbose_name='which step?')),
                ('planned_on', models.DateField(verbose_name='which day is it planned for?')),
                ('revised_on', models.DateField(blank=True, null=True, verbose_name='which day is it planned for now?')),
                ('revised_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why was the day moved?')),
                ('actual_on', models.DateField(blank=True, null=True, verbose_name='when was it done?')),
                ('missed_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='if it was later than planned, why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='casetrack.worker', verbose_name='who sees to it?')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='milestones', to='permanence.permanenceplan', verbose_name='plan')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('plan', 'code'), name='milestone_once_a_plan', violation_error_message='That step of the plan is already recorded.'), models.CheckConstraint(condition=models.Q(models.Q(('revised_because', ''), ('revised_on', None)), models.Q(('revised_on__isnull', False), models.Q(('revised_because', ''), _negated=True)), _connector='OR'), name='milestone_moved_with_a_reason', violation_error_message='Enter the new day and why it was moved.'), models.CheckConstraint(condition=models.Q(('missed_because', ''), ('actual_on__isnull', False), _connector='OR'), name='milestone_missed_once_it_is_done', violation_error_message='Enter the day on which it was done.')],
            },
        ),
        migrations.CreateModel(
            name='MilestoneEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('code', models.CharField(choices=permanence.routes.titles, max_length=40, verbose_name='which step?')),
                ('planned_on', models.DateField(verbose_name='which day is it planned for?')),
                ('revised_on', models.DateField(blank=True, null=True, verbose_name='which day is it planned for now?')),
                ('revised_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why was the day moved?')),
                ('actual_on', models.DateField(blank=True, null=True, verbose_name='when was it done?')),
                ('missed_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='if it was later than planned, why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.worker', verbose_name='who sees to it?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.milestone')),
                ('plan', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='permanence.permanenceplan', verbose_name='plan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SchoolPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('school', models.CharField(max_length=120, verbose_name='name of the school or nursery')),
                ('hours', models.DecimalField(blank=True, decimal_places=1, help_text='As offered to the child now. Full time is 25 hours or more.', max_digits=3, null=True, verbose_name='hours a week')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='school_place_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='school_place_one_at_a_time'), models.CheckConstraint(condition=models.Q(('hours', None), models.Q(('hours__gte', 0), ('hours__lte', 60)), _connector='OR'), name='school_place_hours_of_a_week', violation_error_message='Enter the hours of a week, at most 60.')],
            },
        ),
        migrations.CreateModel(
            name='SchoolPlaceEvent',
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
                ('school', models.CharField(max_length=120, verbose_name='name of the school or nursery')),
                ('hours', models.DecimalField(blank=True, decimal_places=1, help_text='As offered to the child now. Full time is 25 hours or more.', max_digits=3, null=True, verbose_name='hours a week')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.schoolplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Supervision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('supervised_by', models.CharField(blank=True, max_length=120, verbose_name='name of the manager')),
                ('decided', models.TextField(help_text='Say what is to happen. The child may read this one day.', verbose_name='what was decided?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'held_on'), name='supervision_once_a_day', violation_error_message='Supervision is already recorded for that day.'), models.CheckConstraint(condition=models.Q(('decided__regex', '\\S')), name='supervision_says_what_was_decided', violation_error_message='Write what was decided.')],
            },
        ),
        migrations.CreateModel(
            name='SupervisionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was it held?')),
                ('supervised_by', models.CharField(blank=True, max_length=120, verbose_name='name of the manager')),
                ('decided', models.TextField(help_text='Say what is to happen. The child may read this one day.', verbose_name='what was decided?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.supervision')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('visited_on', models.DateField(verbose_name='when was the visit?')),
                ('visitor', models.CharField(choices=[('social-worker', 'the child’s social worker'), ('iro', 'the Independent Reviewing Officer'), ('other', 'another worker')], max_length=13, verbose_name='who visited?')),
                ('visited_by', models.CharField(blank=True, max_length=120, verbose_name='name of who visited')),
                ('place', models.CharField(choices=[('home', 'where the child lives'), ('school', 'school or nursery'), ('family-time', 'family time'), ('elsewhere', 'somewhere else'), ('online', 'by video or telephone')], max_length=11, verbose_name='where?')),
                ('seen', models.CharField(choices=[('alone', 'yes, alone'), ('with-others', 'yes, with others there'), ('not-seen', 'no')], max_length=11, verbose_name='was the child seen?')),
                ('not_seen_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='if not, why not?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'visited_on', 'visitor', 'visited_by', 'place'), name='visit_once_a_day_and_person', violation_error_message='A visit is already recorded for that day, person and place.'), models.CheckConstraint(condition=models.Q(models.Q(('seen', 'not-seen'), models.Q(('not_seen_because', ''), _negated=True)), models.Q(models.Q(('seen', 'not-seen'), _negated=True), ('not_seen_because', '')), _connector='OR'), name='visit_not_seen_with_a_reason', violation_error_message='Write why the child was not seen, and only then.')],
            },
        ),
        migrations.CreateModel(
            name='VisitEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('visited_on', models.DateField(verbose_name='when was the visit?')),
                ('visitor', models.CharField(choices=[('social-worker', 'the child’s social worker'), ('iro', 'the Independent Reviewing Officer'), ('other', 'another worker')], max_length=13, verbose_name='who visited?')),
                ('visited_by', models.CharField(blank=True, max_length=120, verbose_name='name of who visited')),
                ('place', models.CharField(choices=[('home', 'where the child lives'), ('school', 'school or nursery'), ('family-time', 'family time'), ('elsewhere', 'somewhere else'), ('online', 'by video or telephone')], max_length=11, verbose_name='where?')),
                ('seen', models.CharField(choices=[('alone', 'yes, alone'), ('with-others', 'yes, with others there'), ('not-seen', 'no')], max_length=11, verbose_name='was the child seen?')),
                ('not_seen_because', models.CharField(blank=True, help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='if not, why not?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.visit')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WellbeingCheck',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('initial-health', 'initial health assessment'), ('review-health', 'review health assessment'), ('dentist', 'dentist'), ('optician', 'optician'), ('immunisations', 'immunisations found up to date'), ('sdq', 'strengths and difficulties questionnaire (SDQ)'), ('pep-started', 'personal education plan (PEP) started'), ('pep-meeting', 'personal education plan (PEP) meeting')], max_length=14, verbose_name='what was done?')),
                ('done_on', models.DateField(verbose_name='when?')),
                ('score', models.PositiveSmallIntegerField(blank=True, help_text='Only for the strengths and difficulties questionnaire: 0 to 40', null=True, verbose_name='score of the questionnaire')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'kind', 'done_on'), name='wellbeing_check_once_a_day', violation_error_message='That is already recorded for that day.'), models.CheckConstraint(condition=models.Q(('score', None), models.Q(('kind', 'sdq'), ('score__lte', 40)), _connector='OR'), name='wellbeing_check_score_is_of_the_sdq', violation_error_message='Only the strengths and difficulties questionnaire has a score, from 0 to 40.')],
            },
        ),
        migrations.CreateModel(
            name='WellbeingCheckEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('initial-health', 'initial health assessment'), ('review-health', 'review health assessment'), ('dentist', 'dentist'), ('optician', 'optician'), ('immunisations', 'immunisations found up to date'), ('sdq', 'strengths and difficulties questionnaire (SDQ)'), ('pep-started', 'personal education plan (PEP) started'), ('pep-meeting', 'personal education plan (PEP) meeting')], max_length=14, verbose_name='what was done?')),
                ('done_on', models.DateField(verbose_name='when?')),
                ('score', models.PositiveSmallIntegerField(blank=True, help_text='Only for the strengths and difficulties questionnaire: 0 to 40', null=True, verbose_name='score of the questionnaire')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='permanence.wellbeingcheck')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='permanenceplan',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='permanenceplan',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='permanenceplan',
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
        migrations.AddField(
            model_name='permanenceplan',
            name='achieved_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it achieved?'),
        ),
        migrations.AddField(
            model_name='permanenceplan',
            name='end_reason',
            field=models.CharField(blank=True, db_default='', default='', help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why did the plan end?'),
        ),
        migrations.AddField(
            model_name='permanenceplan',
            name='endorsed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did the Permanence Monitoring Group endorse it?'),
        ),
        migrations.AddField(
            model_name='permanenceplanevent',
            name='achieved_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it achieved?'),
        ),
        migrations.AddField(
            model_name='permanenceplanevent',
            name='end_reason',
            field=models.CharField(blank=True, db_default='', default='', help_text='Say what happened. The child may read this one day.', max_length=300, verbose_name='why did the plan end?'),
        ),
        migrations.AddField(
            model_name='permanenceplanevent',
            name='endorsed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did the Permanence Monitoring Group endorse it?'),
        ),
        migrations.AddField(
            model_name='review',
            name='adjourned_because',
            field=models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='why was it adjourned?'),
        ),
        migrations.AddField(
            model_name='review',
            name='adjourned_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it adjourned?'),
        ),
        migrations.AddField(
            model_name='review',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did the manager answer?'),
        ),
        migrations.AddField(
            model_name='review',
            name='completed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it finished?'),
        ),
        migrations.AddField(
            model_name='review',
            name='decisions',
            field=models.TextField(blank=True, db_default='', default='', help_text='The child may read this one day.', verbose_name='what was decided?'),
        ),
        migrations.AddField(
            model_name='review',
            name='decisions_sent_on',
            field=models.DateField(blank=True, null=True, verbose_name='when were the decisions sent out?'),
        ),
        migrations.AddField(
            model_name='review',
            name='record_made_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the full record finished?'),
        ),
        migrations.AddField(
            model_name='review',
            name='record_sent_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the record sent?'),
        ),
        migrations.AddField(
            model_name='review',
            name='without_meeting',
            field=models.BooleanField(db_default=False, default=False, help_text='Only for a child settled with long-term foster carers for more than a year', verbose_name='it was held without a meeting'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='adjourned_because',
            field=models.CharField(blank=True, db_default='', default='', max_length=300, verbose_name='why was it adjourned?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='adjourned_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it adjourned?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='answered_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did the manager answer?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='completed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it finished?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='decisions',
            field=models.TextField(blank=True, db_default='', default='', help_text='The child may read this one day.', verbose_name='what was decided?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='decisions_sent_on',
            field=models.DateField(blank=True, null=True, verbose_name='when were the decisions sent out?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='record_made_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the full record finished?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='record_sent_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the record sent?'),
        ),
        migrations.AddField(
            model_name='reviewevent',
            name='without_meeting',
            field=models.BooleanField(db_default=False, default=False, help_text='Only for a child settled with long-term foster carers for more than a year', verbose_name='it was held without a meeting'),
        ),
        migrations.AlterField(
            model_name='agreedaction',
            name='agreed_on',
            field=models.DateField(verbose_name='when was it agreed?'),
        ),
        migrations.AlterField(
            model_name='agreedaction',
            name='done_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it done?'),
        ),
        migrations.AlterField(
            model_name='agreedaction',
            name='due_on',
            field=models.DateField(verbose_name='by which day?'),
        ),
        migrations.AlterField(
            model_name='agreedaction',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreed_actions', to='casetrack.worker', verbose_name='who is to do it?'),
        ),
        migrations.AlterField(
            model_name='agreedaction',
            name='text',
            field=models.CharField(max_length=500, verbose_name='what is to be done?'),
        ),
        migrations.AlterField(
            model_name='agreedactionevent',
            name='agreed_on',
            field=models.DateField(verbose_name='when was it agreed?'),
        ),
        migrations.AlterField(
            model_name='agreedactionevent',
            name='done_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it done?'),
        ),
        migrations.AlterField(
            model_name='agreedactionevent',
            name='due_on',
            field=models.DateField(verbose_name='by which day?'),
        ),
        migrations.AlterField(
            model_name='agreedactionevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.worker', verbose_name='who is to do it?'),
        ),
        migrations.AlterField(
            model_name='agreedactionevent',
            name='text',
            field=models.CharField(max_length=500, verbose_name='what is to be done?'),
        ),
        migrations.AlterField(
            model_name='permanenceplan',
            name='rank',
            field=models.CharField(choices=[('primary', 'primary'), ('contingency', 'contingency')], default='primary', help_text='The contingency plan is worked beside the primary one, in case that one cannot be.', max_length=12, verbose_name='is this the primary or the contingency plan?'),
        ),
        migrations.AlterField(
            model_name='permanenceplan',
            name='ratified_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did a review ratify it?'),
        ),
        migrations.AlterField(
            model_name='permanenceplan',
            name='route',
            field=models.CharField(choices=[('home', 'Home with parents'), ('adoption', 'Adoption'), ('special-guardianship', 'Special guardianship'), ('child-arrangements', 'Child arrangements order'), ('connected', 'Long-term with a relative or friend'), ('long-term-fostering', 'Long-term fostering'), ('residential', 'Long-term residential'), ('independence', 'Independence')], max_length=24, verbose_name='which route?'),
        ),
        migrations.AlterField(
            model_name='permanenceplanevent',
            name='rank',
            field=models.CharField(choices=[('primary', 'primary'), ('contingency', 'contingency')], default='primary', help_text='The contingency plan is worked beside the primary one, in case that one cannot be.', max_length=12, verbose_name='is this the primary or the contingency plan?'),
        ),
        migrations.AlterField(
            model_name='permanenceplanevent',
            name='ratified_on',
            field=models.DateField(blank=True, null=True, verbose_name='when did a review ratify it?'),
        ),
        migrations.AlterField(
            model_name='permanenceplanevent',
            name='route',
            field=models.CharField(choices=[('home', 'Home with parents'), ('adoption', 'Adoption'), ('special-guardianship', 'Special guardianship'), ('child-arrangements', 'Child arrangements order'), ('connected', 'Long-term with a relative or friend'), ('long-term-fostering', 'Long-term fostering'), ('residential', 'Long-term residential'), ('independence', 'Independence')], max_length=24, verbose_name='which route?'),
        ),
        migrations.AlterField(
            model_name='review',
            name='held_on',
            field=models.DateField(verbose_name='when was it held?'),
        ),
        migrations.AlterField(
            model_name='review',
            name='participation',
            field=models.CharField(blank=True, choices=[('PN0', 'under 4'), ('PN1', 'attended and spoke'), ('PN2', 'attended, an advocate spoke'), ('PN3', 'attended, used symbols'), ('PN4', 'attended, gave no view'), ('PN5', 'absent, an advocate spoke'), ('PN6', 'absent, views sent'), ('PN7', 'absent, no views')], max_length=3, verbose_name='how did the child take part?'),
        ),
        migrations.AlterField(
            model_name='reviewevent',
            name='held_on',
            field=models.DateField(verbose_name='when was it held?'),
        ),
        migrations.AlterField(
            model_name='reviewevent',
            name='participation',
            field=models.CharField(blank=True, choices=[('PN0', 'under 4'), ('PN1', 'attended and spoke'), ('PN2', 'attended, an advocate spoke'), ('PN3', 'attended, used symbols'), ('PN4', 'attended, gave no view'), ('PN5', 'absent, an advocate spoke'), ('PN6', 'absent, views sent'), ('PN7', 'absent, no views')], max_length=3, verbose_name='how did the child take part?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("achieved_on", "child_id", "end_reason", "endorsed_on", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT new_values."achieved_on", new_values."child_id", new_values."end_reason", new_values."endorsed_on", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."rank", new_values."ratified_on", new_values."route", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4576e7b80423d78f58da8616bc1eed1528c143a0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6134a', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("achieved_on", "child_id", "end_reason", "endorsed_on", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT new_values."achieved_on", new_values."child_id", new_values."end_reason", new_values."endorsed_on", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."rank", new_values."ratified_on", new_values."route", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b5dc6335884e43cf8cb4d98843280ffc5bb935a9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3d7cf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='permanenceplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_permanenceplanevent" ("achieved_on", "child_id", "end_reason", "endorsed_on", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rank", "ratified_on", "route", "start_known", "starts_on") SELECT old_values."achieved_on", old_values."child_id", old_values."end_reason", old_values."endorsed_on", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."rank", old_values."ratified_on", old_values."route", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6765c77b95087d697d7b1591d41f8bd41301d673', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_83ceb', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_permanenceplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT new_values."adjourned_because", new_values."adjourned_on", new_values."answered_on", new_values."child_id", new_values."completed_on", new_values."decisions", new_values."decisions_sent_on", new_values."held_on", new_values."id", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."record_made_on", new_values."record_sent_on", new_values."without_meeting" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8f05e46ece5edf82c3ecfe07c17c17a00cb9a171', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_deea5', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT new_values."adjourned_because", new_values."adjourned_on", new_values."answered_on", new_values."child_id", new_values."completed_on", new_values."decisions", new_values."decisions_sent_on", new_values."held_on", new_values."id", new_values."origin", new_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."record_made_on", new_values."record_sent_on", new_values."without_meeting" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be6aebd7b34596944aae8feea083a2b9ac8a9ee5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_53894', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_review', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='review',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_reviewevent" ("adjourned_because", "adjourned_on", "answered_on", "child_id", "completed_on", "decisions", "decisions_sent_on", "held_on", "id", "origin", "participation", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "record_made_on", "record_sent_on", "without_meeting") SELECT old_values."adjourned_because", old_values."adjourned_on", old_values."answered_on", old_values."child_id", old_values."completed_on", old_values."decisions", old_values."decisions_sent_on", old_values."held_on", old_values."id", old_values."origin", old_values."participation", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."record_made_on", old_values."record_sent_on", old_values."without_meeting" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8d4cc44a03324b827123dd1cc16c29bb0a8ac140', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b9e2c', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_review', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='permanenceplan',
            constraint=models.UniqueConstraint(fields=('id', 'child'), name='permanence_plan_of_a_child'),
        ),
        migrations.AddConstraint(
            model_name='permanenceplan',
            constraint=models.CheckConstraint(condition=models.Q(('endorsed_on', None), ('endorsed_on__gte', models.F('starts_on')), _connector='OR'), name='permanence_plan_endorsed_after_it_starts', violation_error_message='A plan cannot be endorsed before it was proposed.'),
        ),
        migrations.AddConstraint(
            model_name='permanenceplan',
            constraint=models.CheckConstraint(condition=models.Q(('achieved_on', None), models.Q(('achieved_on__gte', models.F('starts_on')), models.Q(('ends_on', None), ('achieved_on__lte', models.F('ends_on')), _connector='OR')), _connector='OR'), name='permanence_plan_achieved_while_it_holds', violation_error_message='A plan is achieved after it was proposed, and not after it ended.'),
        ),
        migrations.AddConstraint(
            model_name='permanenceplan',
            constraint=models.CheckConstraint(condition=models.Q(('end_reason', ''), ('ends_on__isnull', False), _connector='OR'), name='permanence_plan_reason_is_of_its_end', violation_error_message='A plan that has not ended has no reason for its end.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('adjourned_on', None), ('adjourned_on__gte', models.F('held_on')), _connector='OR'), name='review_adjourned_after_it_is_held', violation_error_message='Nothing of a review can lie before the day it was held.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('completed_on', None), models.Q(('adjourned_on__isnull', False), ('completed_on__gte', models.F('adjourned_on'))), _connector='OR'), name='review_finished_after_it_is_adjourned', violation_error_message='A review is finished on a day of its own only after it was adjourned.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('decisions_sent_on', None), ('decisions_sent_on__gte', models.F('held_on')), _connector='OR'), name='review_decisions_sent_after_it_is_held', violation_error_message='Nothing of a review can lie before the day it was held.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('answered_on', None), models.Q(('answered_on__gte', models.F('decisions_sent_on')), ('decisions_sent_on__isnull', False)), _connector='OR'), name='review_answered_after_decisions_are_sent', violation_error_message='The manager answers decisions after they were sent out.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('record_made_on', None), ('record_made_on__gte', models.F('held_on')), _connector='OR'), name='review_record_made_after_it_is_held', violation_error_message='Nothing of a review can lie before the day it was held.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.CheckConstraint(condition=models.Q(('record_sent_on', None), models.Q(('record_made_on__isnull', False), ('record_sent_on__gte', models.F('record_made_on'))), _connector='OR'), name='review_record_sent_after_it_is_made', violation_error_message='A record is sent after it was finished.'),
        ),
        migrations.AlterConstraint(
            model_name='agreedaction',
            name='agreed_action_due_after_it_is_agreed',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('agreed_on'))), name='agreed_action_due_after_it_is_agreed', violation_error_message='It cannot be due before it was agreed.'),
        ),
        migrations.AlterConstraint(
            model_name='agreedaction',
            name='agreed_action_done_after_it_is_agreed',
            constraint=models.CheckConstraint(condition=models.Q(('done_on', None), ('done_on__gte', models.F('agreed_on')), _connector='OR'), name='agreed_action_done_after_it_is_agreed', violation_error_message='It cannot be done before it was agreed.'),
        ),
        migrations.AlterConstraint(
            model_name='permanenceplan',
            name='permanence_plan_ratified_after_it_starts',
            constraint=models.CheckConstraint(condition=models.Q(('ratified_on', None), ('ratified_on__gte', models.F('starts_on')), _connector='OR'), name='permanence_plan_ratified_after_it_starts', violation_error_message='A plan cannot be ratified before it was proposed.'),
        ),
        migrations.AlterConstraint(
            model_name='review',
            name='review_once_a_day',
            constraint=models.UniqueConstraint(fields=('child', 'held_on'), name='review_once_a_day', violation_error_message='A review is already recorded for that day.'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childswords',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_childswordsevent" ("about", "child_id", "gathered", "gathered_by", "id", "is_observed", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "said_on", "shared_with", "words") SELECT new_values."about", new_values."child_id", new_values."gathered", new_values."gathered_by", new_values."id", new_values."is_observed", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."said_on", new_values."shared_with", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be8f395632fce5dca966983f9bcb3cc5718bca0a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_32d37', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_childswords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childswords',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_childswordsevent" ("about", "child_id", "gathered", "gathered_by", "id", "is_observed", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "said_on", "shared_with", "words") SELECT new_values."about", new_values."child_id", new_values."gathered", new_values."gathered_by", new_values."id", new_values."is_observed", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."said_on", new_values."shared_with", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7ab8fa474e090c7d629852f92a8f9e90ddb0230e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_8411e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_childswords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childswords',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_childswordsevent" ("about", "child_id", "gathered", "gathered_by", "id", "is_observed", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "said_on", "shared_with", "words") SELECT old_values."about", old_values."child_id", old_values."gathered", old_values."gathered_by", old_values."id", old_values."is_observed", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."said_on", old_values."shared_with", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7ba4ad799c40429e1581962411c7b6d29d5702c3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5ea6a', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_childswords', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childswordsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='41508207aa5b940be5eeb0820122d7a41891f46d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d20ac', table='permanence_childswordsevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='lifestory',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_lifestoryevent" ("child_id", "done_by", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."done_by", new_values."done_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a9a72ba6c142b98c603075eae7498205b6911bdd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_20161', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_lifestory', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='lifestory',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_lifestoryevent" ("child_id", "done_by", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."done_by", new_values."done_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='efe7285e00e26d02053564e76605adfb6e4a936b', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7ea84', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_lifestory', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='lifestory',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_lifestoryevent" ("child_id", "done_by", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."done_by", old_values."done_on", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='342d391069256d08ba6c7f35b0097079552ebf5a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_d04cb', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_lifestory', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='lifestoryevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='effaeebdcb08583dc6a3af3e609ebd82c066b759', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2efce', table='permanence_lifestoryevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_milestoneevent" ("actual_on", "child_id", "code", "id", "missed_because", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "planned_on", "revised_because", "revised_on") SELECT new_values."actual_on", new_values."child_id", new_values."code", new_values."id", new_values."missed_because", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."plan_id", new_values."planned_on", new_values."revised_because", new_values."revised_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='a2ca315139e1094c0b0742d03ce9078e3ba2b73e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_bd1fa', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_milestone', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_milestoneevent" ("actual_on", "child_id", "code", "id", "missed_because", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "planned_on", "revised_because", "revised_on") SELECT new_values."actual_on", new_values."child_id", new_values."code", new_values."id", new_values."missed_because", new_values."origin", new_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."plan_id", new_values."planned_on", new_values."revised_because", new_values."revised_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='28656d387697b08bfc4d35b17a3edbfdb01d1f6d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_04763', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_milestone', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='milestone',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_milestoneevent" ("actual_on", "child_id", "code", "id", "missed_because", "origin", "owner_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plan_id", "planned_on", "revised_because", "revised_on") SELECT old_values."actual_on", old_values."child_id", old_values."code", old_values."id", old_values."missed_because", old_values."origin", old_values."owner_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."plan_id", old_values."planned_on", old_values."revised_because", old_values."revised_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ae739f1926a0836ca0c3231bbb41fab1a8a800ff', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e5b8f', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_milestone', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='milestoneevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0331875d4eca0ffffac19b9b87651b5c2da708d9', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b5342', table='permanence_milestoneevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='schoolplace',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_schoolplaceevent" ("child_id", "ends_on", "hours", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."hours", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."school", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='55ea4c5ce25cfdbe94ecc95033b644069f866282', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cbfb5', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_schoolplace', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='schoolplace',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_schoolplaceevent" ("child_id", "ends_on", "hours", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."hours", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."school", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3a03cbd8f038a040e08b21e15354e1ca0629fa51', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_20230', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_schoolplace', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='schoolplace',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_schoolplaceevent" ("child_id", "ends_on", "hours", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "school", "start_known", "starts_on") SELECT old_values."child_id", old_values."ends_on", old_values."hours", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."school", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='dc1dd0c04aa99e40a36f04989e2705ffde2f0225', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2781e', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_schoolplace', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='schoolplaceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='214f504f46c4c7c856cbd97cbfd772ec9d933054', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9529a', table='permanence_schoolplaceevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='supervision',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_supervisionevent" ("child_id", "decided", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervised_by") SELECT new_values."child_id", new_values."decided", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."supervised_by" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c8d54728792f3c274b074fbaeef8dd891980478a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a9c6e', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_supervision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='supervision',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_supervisionevent" ("child_id", "decided", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervised_by") SELECT new_values."child_id", new_values."decided", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."supervised_by" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='baed6b78ba7bdc884f95871c4c4baa7ae9297bc7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_98920', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_supervision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='supervision',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_supervisionevent" ("child_id", "decided", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "supervised_by") SELECT old_values."child_id", old_values."decided", old_values."held_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."supervised_by" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='414ea4e2af075be49226e11284b8eded2535f805', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ead81', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_supervision', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='supervisionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='4dbaf9d6949ddd01dd45332fcc7d7b76b28fa8da', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_0e4a7', table='permanence_supervisionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_visitevent" ("child_id", "id", "not_seen_because", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "seen", "visited_by", "visited_on", "visitor") SELECT new_values."child_id", new_values."id", new_values."not_seen_because", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."place", new_values."seen", new_values."visited_by", new_values."visited_on", new_values."visitor" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='74bbafc26083052479e8d5cc5bf9f39b21a8e641', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a476a', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_visit', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_visitevent" ("child_id", "id", "not_seen_because", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "seen", "visited_by", "visited_on", "visitor") SELECT new_values."child_id", new_values."id", new_values."not_seen_because", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."place", new_values."seen", new_values."visited_by", new_values."visited_on", new_values."visitor" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9abfb18d0808809487af4ad7ef747135b0b60728', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f19f3', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_visit', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='visit',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_visitevent" ("child_id", "id", "not_seen_because", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "seen", "visited_by", "visited_on", "visitor") SELECT old_values."child_id", old_values."id", old_values."not_seen_because", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."place", old_values."seen", old_values."visited_by", old_values."visited_on", old_values."visitor" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d866d47a1c7b02c3a3a9fec7108c35aca914cc50', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_59a46', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_visit', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='visitevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5bbca3e9eb026424e76fd2621d2aeb9dde4e17d6', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_47368', table='permanence_visitevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='wellbeingcheck',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_wellbeingcheckevent" ("child_id", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") SELECT new_values."child_id", new_values."done_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."score" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='914360ea0d413a0f58b5f36a8ddb99e67d500a4f', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_561dd', referencing='REFERENCING NEW TABLE AS new_values ', table='permanence_wellbeingcheck', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='wellbeingcheck',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_wellbeingcheckevent" ("child_id", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") SELECT new_values."child_id", new_values."done_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."score" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dd4a6b4a825966e4feab3fcd2b721a4fe4a9b373', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_25dca', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='permanence_wellbeingcheck', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='wellbeingcheck',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "permanence_wellbeingcheckevent" ("child_id", "done_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "score") SELECT old_values."child_id", old_values."done_on", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."score" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='4a2e7ee8a9cfdd373a18255b8313984e2a256fc1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_c472b', referencing='REFERENCING OLD TABLE AS old_values ', table='permanence_wellbeingcheck', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='wellbeingcheckevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='62dd7d59963ebddd1c84b3a1d865e01bcbd631da', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_abea3', table='permanence_wellbeingcheckevent', when='BEFORE')),
        ),
    ]
