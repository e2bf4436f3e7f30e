import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('adoption', '0001_initial'),
        ('casetrack', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AdopterFamily',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=20)),
                ('names', models.CharField(blank=True, help_text='Only people who work on adoption for a child linked with them can read this.', max_length=160, verbose_name='names of the adopters')),
                ('makeup', models.CharField(blank=True, choices=[('M1', 'one man'), ('F1', 'one woman'), ('MM', 'two men'), ('FF', 'two women'), ('MF', 'a man and a woman')], max_length=2, verbose_name='who would adopt?')),
                ('status', models.CharField(blank=True, choices=[('L0', 'single'), ('L11', 'married, a man and a woman'), ('L12', 'married, of the same gender'), ('L2', 'civil partners'), ('L3', 'not married, a man and a woman'), ('L4', 'neither married nor civil partners, of the same gender')], max_length=3, verbose_name='what is their legal status?')),
                ('registered_on', models.DateField(blank=True, null=True, verbose_name='day of registration, when stage one of their assessment began')),
                ('stage_one_ended_on', models.DateField(blank=True, null=True, verbose_name='day stage one ended')),
                ('stage_two_on', models.DateField(blank=True, null=True, verbose_name='day stage two began')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='day they were approved to adopt')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='day they left the process')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
            ],
            options={
                'verbose_name_plural': 'adopter families',
                'ordering': ['reference'],
                'constraints': [models.UniqueConstraint(models.F('authority'), django.db.models.functions.text.Upper('reference'), name='adopter_family_once', violation_error_message='A family with that reference is already recorded.'), models.CheckConstraint(condition=models.Q(models.Q(('registered_on', None), ('stage_one_ended_on', None), ('stage_one_ended_on__gte', models.F('registered_on')), _connector='OR'), models.Q(('registered_on', None), ('stage_two_on', None), ('stage_two_on__gte', models.F('registered_on')), _connector='OR'), models.Q(('registered_on', None), ('approved_on', None), ('approved_on__gte', models.F('registered_on')), _connector='OR'), models.Q(('registered_on', None), ('left_on', None), ('left_on__gte', models.F('registered_on')), _connector='OR')), name='adopter_family_registered_first', violation_error_message='The adopters registered before anything else could happen.'), models.CheckConstraint(condition=models.Q(models.Q(('stage_one_ended_on', None), ('stage_two_on', None), ('stage_two_on__gte', models.F('stage_one_ended_on')), _connector='OR'), models.Q(('stage_one_ended_on', None), ('approved_on', None), ('approved_on__gte', models.F('stage_one_ended_on')), _connector='OR')), name='adopter_family_stage_two_after_stage_one', violation_error_message='Stage two and approval come after the end of stage one.'), models.CheckConstraint(condition=models.Q(('approved_on__gte', models.F('stage_two_on'))), name='adopter_family_approved_after_stage_two', violation_error_message='Approval comes after the beginning of stage two.')],
            },
        ),
        migrations.CreateModel(
            name='AdopterFamilyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('reference', models.CharField(max_length=20)),
                ('names', models.CharField(blank=True, help_text='Only people who work on adoption for a child linked with them can read this.', max_length=160, verbose_name='names of the adopters')),
                ('makeup', models.CharField(blank=True, choices=[('M1', 'one man'), ('F1', 'one woman'), ('MM', 'two men'), ('FF', 'two women'), ('MF', 'a man and a woman')], max_length=2, verbose_name='who would adopt?')),
                ('status', models.CharField(blank=True, choices=[('L0', 'single'), ('L11', 'married, a man and a woman'), ('L12', 'married, of the same gender'), ('L2', 'civil partners'), ('L3', 'not married, a man and a woman'), ('L4', 'neither married nor civil partners, of the same gender')], max_length=3, verbose_name='what is their legal status?')),
                ('registered_on', models.DateField(blank=True, null=True, verbose_name='day of registration, when stage one of their assessment began')),
                ('stage_one_ended_on', models.DateField(blank=True, null=True, verbose_name='day stage one ended')),
                ('stage_two_on', models.DateField(blank=True, null=True, verbose_name='day stage two began')),
                ('approved_on', models.DateField(blank=True, null=True, verbose_name='day they were approved to adopt')),
                ('left_on', models.DateField(blank=True, null=True, verbose_name='day they left the process')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adopterfamily')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionApplication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('applied_on', models.DateField(verbose_name='when did the family apply?')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='when was the application withdrawn?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('withdrawn_on__gte', models.F('applied_on'))), name='adoption_application_made_first', violation_error_message='An application cannot be withdrawn before it was made.'), models.UniqueConstraint(condition=models.Q(('withdrawn_on', None)), fields=('child',), name='adoption_application_one_stands', violation_error_message='An application that was not withdrawn is already recorded.'), models.UniqueConstraint(fields=('child', 'applied_on'), name='adoption_application_once_a_day', violation_error_message='An application of that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionApplicationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('applied_on', models.DateField(verbose_name='when did the family apply?')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='when was the application withdrawn?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionapplication')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionDisruption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('disrupted_on', models.DateField(verbose_name='when did it end?')),
                ('reason', models.CharField(choices=[('childs-needs', 'the child needed something else'), ('family', 'the family could not go on'), ('circumstances', 'the family’s life changed'), ('safety', 'there were worries about the child’s safety'), ('other', 'other reason')], max_length=16, verbose_name='why?')),
                ('meeting_held_on', models.DateField(blank=True, null=True, verbose_name='when was the disruption meeting held?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('meeting_held_on__gte', models.F('disrupted_on'))), name='adoption_disruption_before_its_meeting', violation_error_message='The disruption meeting is held after living with the family ended.'), models.UniqueConstraint(fields=('child', 'disrupted_on'), name='adoption_disruption_once_a_day', violation_error_message='That is already recorded for that day.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionDisruptionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('disrupted_on', models.DateField(verbose_name='when did it end?')),
                ('reason', models.CharField(choices=[('childs-needs', 'the child needed something else'), ('family', 'the family could not go on'), ('circumstances', 'the family’s life changed'), ('safety', 'there were worries about the child’s safety'), ('other', 'other reason')], max_length=16, verbose_name='why?')),
                ('meeting_held_on', models.DateField(blank=True, null=True, verbose_name='when was the disruption meeting held?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptiondisruption')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('linked_on', models.DateField(verbose_name='when was the link made?')),
                ('visited_on', models.DateField(blank=True, null=True, verbose_name='when was the family visited?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did the link end?')),
                ('end_reason', models.CharField(blank=True, choices=[('family-withdrew', 'the family decided against it'), ('not-right', 'the family was not right for the child'), ('other-family', 'another family was chosen'), ('plan-changed', 'the plan changed'), ('other', 'other reason')], max_length=16, verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('family', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='adoption.adopterfamily', verbose_name='which family?')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('linked_on', None), ('visited_on', None), ('visited_on__gte', models.F('linked_on')), _connector='OR'), models.Q(('linked_on', None), ('ended_on', None), ('ended_on__gte', models.F('linked_on')), _connector='OR')), name='adoption_link_made_first', violation_error_message='The link was made before the family was visited and before it ended.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), models.Q(('ended_on__isnull', True), ('end_reason', '')), _connector='OR'), name='adoption_link_ends_with_a_reason', violation_error_message='Enter both the day on which the link ended and why.'), models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('child', 'family'), name='adoption_link_once_with_a_family', violation_error_message='The child is already linked with that family.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionLinkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('linked_on', models.DateField(verbose_name='when was the link made?')),
                ('visited_on', models.DateField(blank=True, null=True, verbose_name='when was the family visited?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did the link end?')),
                ('end_reason', models.CharField(blank=True, choices=[('family-withdrew', 'the family decided against it'), ('not-right', 'the family was not right for the child'), ('other-family', 'another family was chosen'), ('plan-changed', 'the plan changed'), ('other', 'other reason')], max_length=16, verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('family', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='adoption.adopterfamily', verbose_name='which family?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionlink')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionNotification',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('notified_on', models.DateField(verbose_name='when was the regional adoption agency told?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'notified_on'), name='adoption_notification_once_a_day', violation_error_message='It is already recorded that the agency was told then.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionNotificationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('notified_on', models.DateField(verbose_name='when was the regional adoption agency told?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionnotification')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionPanel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the panel held?')),
                ('question', models.CharField(choices=[('plan', 'should the child be placed for adoption?'), ('match', 'should the child be matched with a family?')], max_length=8, verbose_name='what was it asked?')),
                ('recommendation', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('deferred', 'not yet: more information is needed')], max_length=8, verbose_name='what did it recommend?')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='when did the agency decision maker have the recommendation and the minutes?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('family', models.ForeignKey(blank=True, help_text='Only where the panel was asked about a match.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='adoption.adopterfamily', verbose_name='about which family?')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('question', 'match'), ('family', None), _connector='OR'), name='adoption_panel_names_a_family_for_a_match', violation_error_message='Choose a family only where the panel was asked about a match.'), models.CheckConstraint(condition=models.Q(('received_on__gte', models.F('held_on'))), name='adoption_panel_held_before_its_minutes', violation_error_message='The decision maker has the minutes after the panel was held.'), models.UniqueConstraint(fields=('child', 'held_on', 'question'), name='adoption_panel_once_a_day', violation_error_message='A panel with that question is already recorded then.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionPanelEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the panel held?')),
                ('question', models.CharField(choices=[('plan', 'should the child be placed for adoption?'), ('match', 'should the child be matched with a family?')], max_length=8, verbose_name='what was it asked?')),
                ('recommendation', models.CharField(choices=[('yes', 'yes'), ('no', 'no'), ('deferred', 'not yet: more information is needed')], max_length=8, verbose_name='what did it recommend?')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='when did the agency decision maker have the recommendation and the minutes?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('family', models.ForeignKey(blank=True, db_constraint=False, help_text='Only where the panel was asked about a match.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='adoption.adopterfamily', verbose_name='about which family?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionpanel')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionReexamination',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the plan looked at again?')),
                ('occasion', models.CharField(choices=[('not-placed', 'the child has a placement order and no adoptive home yet'), ('twelve-months', 'twelve months have passed since the decision'), ('other', 'something important changed')], max_length=16, verbose_name='why then?')),
                ('outcome', models.CharField(choices=[('still-right', 'adoption is still the right plan'), ('search-differently', 'adoption is still right, and the search changes'), ('change', 'another plan would be better')], max_length=20, verbose_name='what was concluded?')),
                ('reason', models.CharField(help_text='In words that the child may read one day. Do not name carers or adopters.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'held_on'), name='adoption_reexamination_once_a_day', violation_error_message='The plan is already recorded as looked at again then.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionReexaminationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the plan looked at again?')),
                ('occasion', models.CharField(choices=[('not-placed', 'the child has a placement order and no adoptive home yet'), ('twelve-months', 'twelve months have passed since the decision'), ('other', 'something important changed')], max_length=16, verbose_name='why then?')),
                ('outcome', models.CharField(choices=[('still-right', 'adoption is still the right plan'), ('search-differently', 'adoption is still right, and the search changes'), ('change', 'another plan would be better')], max_length=20, verbose_name='what was concluded?')),
                ('reason', models.CharField(help_text='In words that the child may read one day. Do not name carers or adopters.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionreexamination')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AdoptionSupportPlan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan agreed?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'agreed_on'), name='adoption_support_plan_once_a_day', violation_error_message='A plan agreed on that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='AdoptionSupportPlanEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan agreed?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.adoptionsupportplan')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChildPermanenceReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('started_on', models.DateField(verbose_name='when did work on it begin?')),
                ('completed_on', models.DateField(blank=True, null=True, verbose_name='when was it signed off?')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='when did the agency decision maker have it, with all papers?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('started_on', None), ('completed_on', None), ('completed_on__gte', models.F('started_on')), _connector='OR'), models.Q(('started_on', None), ('received_on', None), ('received_on__gte', models.F('started_on')), _connector='OR')), name='child_permanence_report_started_first', violation_error_message='Work on the report began before it was signed off.'), models.CheckConstraint(condition=models.Q(('received_on__gte', models.F('completed_on'))), name='child_permanence_report_received_after_completion', violation_error_message='The report reaches the decision maker after it is signed off.'), models.CheckConstraint(condition=models.Q(('received_on', None), ('completed_on__isnull', False), _connector='OR'), name='child_permanence_report_is_completed_when_received', violation_error_message='Record first when the report was signed off.'), models.UniqueConstraint(condition=models.Q(('completed_on', None)), fields=('child',), name='child_permanence_report_one_in_hand', violation_error_message='Work on a report is already recorded as begun. Record that it was signed off instead.'), models.UniqueConstraint(fields=('child', 'started_on'), name='child_permanence_report_once_a_day', violation_error_message='A report begun on that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='ChildPermanenceReportEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('started_on', models.DateField(verbose_name='when did work on it begin?')),
                ('completed_on', models.DateField(blank=True, null=True, verbose_name='when was it signed off?')),
                ('received_on', models.DateField(blank=True, null=True, verbose_name='when did the agency decision maker have it, with all papers?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.childpermanencereport')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EarlyPermanence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('considered_on', models.DateField(verbose_name='when was it considered?')),
                ('outcome', models.CharField(choices=[('fostering-for-adoption', 'fostering for adoption is planned'), ('concurrent', 'concurrent planning is planned'), ('not-suitable', 'it is not right for the child now'), ('no-carers', 'it would be right, but no carers were found')], max_length=24, verbose_name='what was decided?')),
                ('reason', models.CharField(help_text='In words that the child may read one day. Do not name carers or adopters.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name': 'early permanence',
                'verbose_name_plural': 'early permanence',
                'constraints': [models.UniqueConstraint(fields=('child', 'considered_on'), name='early_permanence_considered_once_a_day', violation_error_message='Early permanence is already recorded as considered then.')],
            },
        ),
        migrations.CreateModel(
            name='EarlyPermanenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('considered_on', models.DateField(verbose_name='when was it considered?')),
                ('outcome', models.CharField(choices=[('fostering-for-adoption', 'fostering for adoption is planned'), ('concurrent', 'concurrent planning is planned'), ('not-suitable', 'it is not right for the child now'), ('no-carers', 'it would be right, but no carers were found')], max_length=24, verbose_name='what was decided?')),
                ('reason', models.CharField(help_text='In words that the child may read one day. Do not name carers or adopters.', max_length=300, verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.earlypermanence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FamilyFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('end_reason', models.CharField(blank=True, choices=[('found', 'a family was found'), ('changed', 'the plan changed'), ('other', 'other reason')], max_length=8, verbose_name='why?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'family finding',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='family_finding_is_not_empty', violation_error_message='Family finding must end after the day it began.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='family_finding_one_at_a_time', violation_error_message='Family finding is already recorded for that time.'), models.CheckConstraint(condition=models.Q(models.Q(('ends_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), models.Q(('ends_on__isnull', True), ('end_reason', '')), _connector='OR'), name='family_finding_ends_with_a_reason', violation_error_message='Enter both the day on which family finding ended and why.')],
            },
        ),
        migrations.CreateModel(
            name='FamilyFindingEvent',
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
                ('end_reason', models.CharField(blank=True, choices=[('found', 'a family was found'), ('changed', 'the plan changed'), ('other', 'other reason')], max_length=8, verbose_name='why?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.familyfinding')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='GuardianshipSupportReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the support reviewed?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'held_on'), name='guardianship_support_review_once_a_day', violation_error_message='A review of that day is already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='GuardianshipSupportReviewEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the support reviewed?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.guardianshipsupportreview')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Introductions',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan for introductions agreed?')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='when did they begin?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did they end?')),
                ('end_reason', models.CharField(blank=True, choices=[('moved', 'the child moved in'), ('stopped', 'they were stopped')], max_length=8, verbose_name='how did they end?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'introductions',
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreed_on', None), ('started_on', None), ('started_on__gte', models.F('agreed_on')), _connector='OR'), models.Q(('agreed_on', None), ('ended_on', None), ('ended_on__gte', models.F('agreed_on')), _connector='OR')), name='introductions_agreed_first', violation_error_message='Introductions were agreed before they began and before they ended.'), models.CheckConstraint(condition=models.Q(('ended_on__gte', models.F('started_on'))), name='introductions_begin_before_they_end', violation_error_message='Introductions must end after they began.'), models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), models.Q(('end_reason', ''), _negated=True)), models.Q(('ended_on__isnull', True), ('end_reason', '')), _connector='OR'), name='introductions_end_somehow', violation_error_message='Enter both the day on which introductions ended and how.'), models.UniqueConstraint(condition=models.Q(('ended_on', None)), fields=('child',), name='introductions_one_at_a_time', violation_error_message='Introductions that have not ended are already recorded.'), models.UniqueConstraint(fields=('child', 'agreed_on'), name='introductions_once_a_day', violation_error_message='Introductions agreed on that day are already recorded.')],
            },
        ),
        migrations.CreateModel(
            name='IntroductionsEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('agreed_on', models.DateField(verbose_name='when was the plan for introductions agreed?')),
                ('started_on', models.DateField(blank=True, null=True, verbose_name='when did they begin?')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='when did they end?')),
                ('end_reason', models.CharField(blank=True, choices=[('moved', 'the child moved in'), ('stopped', 'they were stopped')], max_length=8, verbose_name='how did they end?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.introductions')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MatchingMeeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the meeting held?')),
                ('outcome', models.CharField(choices=[('go-ahead', 'go ahead with a family'), ('look-further', 'look further')], max_length=16, verbose_name='what was agreed?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('family', models.ForeignKey(blank=True, help_text='Only where it was agreed to go ahead.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='adoption.adopterfamily', verbose_name='with which family?')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('family__isnull', False), ('outcome', 'go-ahead')), models.Q(('family', None), ('outcome', 'look-further')), _connector='OR'), name='matching_meeting_goes_ahead_with_a_family', violation_error_message='Choose a family where it was agreed to go ahead with one, and none where it was agreed to look further.'), models.UniqueConstraint(fields=('child', 'held_on'), name='matching_meeting_once_a_day', violation_error_message='A matching meeting is already recorded for that day.')],
            },
        ),
        migrations.CreateModel(
            name='MatchingMeetingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('held_on', models.DateField(verbose_name='when was the meeting held?')),
                ('outcome', models.CharField(choices=[('go-ahead', 'go ahead with a family'), ('look-further', 'look further')], max_length=16, verbose_name='what was agreed?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('family', models.ForeignKey(blank=True, db_constraint=False, help_text='Only where it was agreed to go ahead.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='adoption.adopterfamily', verbose_name='with which family?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.matchingmeeting')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Profiling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('profiled_on', models.DateField(verbose_name='when was the profile shown?')),
                ('shown', models.CharField(choices=[('own-agency', 'to families of the regional adoption agency'), ('other-agencies', 'to other adoption agencies'), ('national', 'on the national register (Link Maker)'), ('exchange-day', 'at an exchange day'), ('activity-day', 'at an activity day')], max_length=16, verbose_name='where or to whom was it shown?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'profiled_on', 'shown'), name='profiling_once_a_day', violation_error_message='The profile is already recorded as shown there then.')],
            },
        ),
        migrations.CreateModel(
            name='ProfilingEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('profiled_on', models.DateField(verbose_name='when was the profile shown?')),
                ('shown', models.CharField(choices=[('own-agency', 'to families of the regional adoption agency'), ('other-agencies', 'to other adoption agencies'), ('national', 'on the national register (Link Maker)'), ('exchange-day', 'at an exchange day'), ('activity-day', 'at an activity day')], max_length=16, verbose_name='where or to whom was it shown?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.profiling')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ProspectiveGuardian',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('name', models.CharField(max_length=120, verbose_name='name of the person or the couple')),
                ('relationship', models.CharField(help_text='For example: grandmother on her mum’s side, uncle, foster carer. The history speaks of them so, and not by name.', max_length=80, verbose_name='who are they to the child?')),
                ('order_sought', models.CharField(choices=[('special-guardianship', 'special guardianship order'), ('child-arrangements', 'child arrangements order')], max_length=24, verbose_name='which order is thought of?')),
                ('named_on', models.DateField(verbose_name='when were they named?')),
                ('viability_started_on', models.DateField(blank=True, null=True, verbose_name='when did the viability assessment begin?')),
                ('viability_concluded_on', models.DateField(blank=True, null=True, verbose_name='when was the viability assessment finished?')),
                ('viability', models.CharField(blank=True, choices=[('positive', 'a full assessment should follow'), ('negative', 'a full assessment should not follow')], max_length=8, verbose_name='what did the viability assessment conclude?')),
                ('assessment_started_on', models.DateField(blank=True, null=True, verbose_name='when did the full assessment begin?')),
                ('assessment_completed_on', models.DateField(blank=True, null=True, verbose_name='when was the full assessment finished?')),
                ('assessed', models.CharField(blank=True, choices=[('recommended', 'recommended'), ('not-recommended', 'not recommended')], max_length=16, verbose_name='what did the full assessment conclude?')),
                ('intention_confirmed_on', models.DateField(blank=True, help_text='After they had legal advice.', null=True, verbose_name='when did they confirm that they want this?')),
                ('support_plan_drafted_on', models.DateField(blank=True, null=True, verbose_name='when was the support plan drafted?')),
                ('support_plan_agreed_on', models.DateField(blank=True, null=True, verbose_name='when was the support plan agreed, with its funding?')),
                ('notice_given_on', models.DateField(blank=True, null=True, verbose_name='when did they give notice to the local authority?')),
                ('report_asked_on', models.DateField(blank=True, null=True, verbose_name='when did the court ask for a report?')),
                ('report_filed_on', models.DateField(blank=True, null=True, verbose_name='when was the report filed with the court?')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='when did they apply to the court?')),
                ('withdrew_on', models.DateField(blank=True, null=True, verbose_name='when did they withdraw?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.UniqueConstraint(models.F('child'), django.db.models.functions.text.Upper('name'), models.F('order_sought'), condition=models.Q(('withdrew_on', None)), name='prospective_guardian_once', violation_error_message='They are already recorded for that order.'), models.CheckConstraint(condition=models.Q(models.Q(('named_on', None), ('viability_started_on', None), ('viability_started_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('viability_concluded_on', None), ('viability_concluded_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('assessment_started_on', None), ('assessment_started_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('assessment_completed_on', None), ('assessment_completed_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('intention_confirmed_on', None), ('intention_confirmed_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('support_plan_drafted_on', None), ('support_plan_drafted_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('support_plan_agreed_on', None), ('support_plan_agreed_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('notice_given_on', None), ('notice_given_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('report_asked_on', None), ('report_asked_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('report_filed_on', None), ('report_filed_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('applied_on', None), ('applied_on__gte', models.F('named_on')), _connector='OR'), models.Q(('named_on', None), ('withdrew_on', None), ('withdrew_on__gte', models.F('named_on')), _connector='OR')), name='prospective_guardian_named_first', violation_error_message='They were named before any of this happened.'), models.CheckConstraint(condition=models.Q(('viability_concluded_on__gte', models.F('viability_started_on'))), name='prospective_guardian_viability_in_order', violation_error_message='The viability assessment began before it was finished.'), models.CheckConstraint(condition=models.Q(models.Q(('viability_concluded_on__isnull', False), models.Q(('viability', ''), _negated=True)), models.Q(('viability_concluded_on__isnull', True), ('viability', '')), _connector='OR'), name='prospective_guardian_viability_concludes', violation_error_message='Enter both when the viability assessment was finished and what it concluded.'), models.CheckConstraint(condition=models.Q(('assessment_completed_on__gte', models.F('assessment_started_on'))), name='prospective_guardian_assessment_in_order', violation_error_message='The full assessment began before it was finished.'), models.CheckConstraint(condition=models.Q(models.Q(('assessment_completed_on__isnull', False), models.Q(('assessed', ''), _negated=True)), models.Q(('assessment_completed_on__isnull', True), ('assessed', '')), _connector='OR'), name='prospective_guardian_assessment_concludes', violation_error_message='Enter both when the full assessment was finished and what it concluded.'), models.CheckConstraint(condition=models.Q(('support_plan_agreed_on__gte', models.F('support_plan_drafted_on'))), name='prospective_guardian_support_in_order', violation_error_message='The support plan was drafted before it was agreed.'), models.CheckConstraint(condition=models.Q(('report_filed_on__gte', models.F('report_asked_on'))), name='prospective_guardian_report_in_order', violation_error_message='The court asked for the report before it was filed.')],
            },
        ),
        migrations.CreateModel(
            name='ProspectiveGuardianEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('name', models.CharField(max_length=120, verbose_name='name of the person or the couple')),
                ('relationship', models.CharField(help_text='For example: grandmother on her mum’s side, uncle, foster carer. The history speaks of them so, and not by name.', max_length=80, verbose_name='who are they to the child?')),
                ('order_sought', models.CharField(choices=[('special-guardianship', 'special guardianship order'), ('child-arrangements', 'child arrangements order')], max_length=24, verbose_name='which order is thought of?')),
                ('named_on', models.DateField(verbose_name='when were they named?')),
                ('viability_started_on', models.DateField(blank=True, null=True, verbose_name='when did the viability assessment begin?')),
                ('viability_concluded_on', models.DateField(blank=True, null=True, verbose_name='when was the viability assessment finished?')),
                ('viability', models.CharField(blank=True, choices=[('positive', 'a full assessment should follow'), ('negative', 'a full assessment should not follow')], max_length=8, verbose_name='what did the viability assessment conclude?')),
                ('assessment_started_on', models.DateField(blank=True, null=True, verbose_name='when did the full assessment begin?')),
                ('assessment_completed_on', models.DateField(blank=True, null=True, verbose_name='when was the full assessment finished?')),
                ('assessed', models.CharField(blank=True, choices=[('recommended', 'recommended'), ('not-recommended', 'not recommended')], max_length=16, verbose_name='what did the full assessment conclude?')),
                ('intention_confirmed_on', models.DateField(blank=True, help_text='After they had legal advice.', null=True, verbose_name='when did they confirm that they want this?')),
                ('support_plan_drafted_on', models.DateField(blank=True, null=True, verbose_name='when was the support plan drafted?')),
                ('support_plan_agreed_on', models.DateField(blank=True, null=True, verbose_name='when was the support plan agreed, with its funding?')),
                ('notice_given_on', models.DateField(blank=True, null=True, verbose_name='when did they give notice to the local authority?')),
                ('report_asked_on', models.DateField(blank=True, null=True, verbose_name='when did the court ask for a report?')),
                ('report_filed_on', models.DateField(blank=True, null=True, verbose_name='when was the report filed with the court?')),
                ('applied_on', models.DateField(blank=True, null=True, verbose_name='when did they apply to the court?')),
                ('withdrew_on', models.DateField(blank=True, null=True, verbose_name='when did they withdraw?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='adoption.prospectiveguardian')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='match',
            name='insert_insert',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='match',
            name='update_update',
        ),
        casetrack.triggers.RemoveTrigger(
            model_name='match',
            name='delete_delete',
        ),
        migrations.AlterField(
            model_name='adoptiondecision',
            name='decided_on',
            field=models.DateField(verbose_name='when was it decided?'),
        ),
        migrations.AlterField(
            model_name='adoptiondecision',
            name='reversal_reason',
            field=models.CharField(blank=True, choices=[('RD1', "the child's needs changed"), ('RD2', 'the court made no placement order'), ('RD3', 'no adopters were found'), ('RD4', 'other reason')], max_length=3, verbose_name='why was it reversed?'),
        ),
        migrations.AlterField(
            model_name='adoptiondecision',
            name='reversed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the decision reversed?'),
        ),
        migrations.AlterField(
            model_name='adoptiondecisionevent',
            name='decided_on',
            field=models.DateField(verbose_name='when was it decided?'),
        ),
        migrations.AlterField(
            model_name='adoptiondecisionevent',
            name='reversal_reason',
            field=models.CharField(blank=True, choices=[('RD1', "the child's needs changed"), ('RD2', 'the court made no placement order'), ('RD3', 'no adopters were found'), ('RD4', 'other reason')], max_length=3, verbose_name='why was it reversed?'),
        ),
        migrations.AlterField(
            model_name='adoptiondecisionevent',
            name='reversed_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was the decision reversed?'),
        ),
        migrations.AlterField(
            model_name='match',
            name='decided_on',
            field=models.DateField(verbose_name='when was the match decided?'),
        ),
        migrations.AlterField(
            model_name='match',
            name='withdrawn_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it withdrawn?'),
        ),
        migrations.AlterField(
            model_name='matchevent',
            name='decided_on',
            field=models.DateField(verbose_name='when was the match decided?'),
        ),
        migrations.AlterField(
            model_name='matchevent',
            name='withdrawn_on',
            field=models.DateField(blank=True, null=True, verbose_name='when was it withdrawn?'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "family_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."child_id", new_values."decided_on", new_values."family_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fe74c164f91743eb9d60a242ad45bfc642678917', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c4697', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_match', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "family_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."child_id", new_values."decided_on", new_values."family_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='691629e33bdc240ab6964d2dc4c729ebee0f2f08', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_14ebc', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_match', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='match',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchevent" ("child_id", "decided_on", "family_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT old_values."child_id", old_values."decided_on", old_values."family_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='afc36f489818f3cc41fcbc7f063ade9c5a2112e5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_bc08a', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_match', when='AFTER')),
        ),
        migrations.AlterConstraint(
            model_name='adoptiondecision',
            name='adoption_decision_once_a_day',
            constraint=models.UniqueConstraint(fields=('child', 'decided_on'), name='adoption_decision_once_a_day', violation_error_message='A decision of that day is already recorded.'),
        ),
        migrations.AlterConstraint(
            model_name='adoptiondecision',
            name='adoption_decision_reversed_after_it_is_made',
            constraint=models.CheckConstraint(condition=models.Q(('reversed_on', None), ('reversed_on__gte', models.F('decided_on')), _connector='OR'), name='adoption_decision_reversed_after_it_is_made', violation_error_message='A decision cannot be reversed before it was made.'),
        ),
        migrations.AddField(
            model_name='match',
            name='family',
            field=models.ForeignKey(blank=True, help_text='A family is offered here once it is linked with the child.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='matches', to='adoption.adopterfamily', verbose_name='with which family?'),
        ),
        migrations.AddField(
            model_name='matchevent',
            name='family',
            field=models.ForeignKey(blank=True, db_constraint=False, help_text='A family is offered here once it is linked with the child.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='adoption.adopterfamily', verbose_name='with which family?'),
        ),
        migrations.AlterConstraint(
            model_name='match',
            name='match_once_a_day',
            constraint=models.UniqueConstraint(fields=('child', 'decided_on'), name='match_once_a_day', violation_error_message='A match of that day is already recorded.'),
        ),
        migrations.AlterConstraint(
            model_name='match',
            name='match_withdrawn_after_it_is_made',
            constraint=models.CheckConstraint(condition=models.Q(('withdrawn_on', None), ('withdrawn_on__gte', models.F('decided_on')), _connector='OR'), name='match_withdrawn_after_it_is_made', violation_error_message='A match cannot be withdrawn before it was made.'),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adopterfamily',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adopterfamilyevent" ("approved_on", "authority_id", "id", "left_on", "makeup", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registered_on", "stage_one_ended_on", "stage_two_on", "status") SELECT new_values."approved_on", new_values."authority_id", new_values."id", new_values."left_on", new_values."makeup", new_values."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference", new_values."registered_on", new_values."stage_one_ended_on", new_values."stage_two_on", new_values."status" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4b33252c78bb6e1b651df412ab1d2a6156277b9e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_534a2', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adopterfamily', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adopterfamily',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adopterfamilyevent" ("approved_on", "authority_id", "id", "left_on", "makeup", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registered_on", "stage_one_ended_on", "stage_two_on", "status") SELECT new_values."approved_on", new_values."authority_id", new_values."id", new_values."left_on", new_values."makeup", new_values."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reference", new_values."registered_on", new_values."stage_one_ended_on", new_values."stage_two_on", new_values."status" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='09bf3dfd909448f773997b459213a7032e118a22', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d02af', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adopterfamily', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adopterfamily',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adopterfamilyevent" ("approved_on", "authority_id", "id", "left_on", "makeup", "names", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "registered_on", "stage_one_ended_on", "stage_two_on", "status") SELECT old_values."approved_on", old_values."authority_id", old_values."id", old_values."left_on", old_values."makeup", old_values."names", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reference", old_values."registered_on", old_values."stage_one_ended_on", old_values."stage_two_on", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='ed3a37036009615525ef378384a77c3ae4392e7d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_fcca3', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adopterfamily', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adopterfamilyevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='5982a5fc40180496e3259b01ee709fd57c062681', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1e5ea', table='adoption_adopterfamilyevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionapplication',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionapplicationevent" ("applied_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."applied_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ae7b031b7eeed50fb721589e951788991cf8dbd4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_9a6aa', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionapplication', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionapplication',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionapplicationevent" ("applied_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT new_values."applied_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."withdrawn_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e2c271bf1e286b1387fd4b683547c614ce9b770e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cc397', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionapplication', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionapplication',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionapplicationevent" ("applied_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "withdrawn_on") SELECT old_values."applied_on", old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."withdrawn_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='7b9af2702ff6c7eaae91396bf74604eeff75d8e7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f97ab', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionapplication', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionapplicationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='ae255107f1377c383055ac1d152dbc978240457c', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_39df3', table='adoption_adoptionapplicationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondisruption',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondisruptionevent" ("child_id", "disrupted_on", "id", "meeting_held_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."disrupted_on", new_values."id", new_values."meeting_held_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fd087cd4ad42e40648c3fabcff4c033cd492dd8b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_40752', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptiondisruption', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondisruption',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondisruptionevent" ("child_id", "disrupted_on", "id", "meeting_held_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."disrupted_on", new_values."id", new_values."meeting_held_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ba26147b3737cf18e179030778dc6895488503cc', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_08a8a', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptiondisruption', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondisruption',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptiondisruptionevent" ("child_id", "disrupted_on", "id", "meeting_held_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."child_id", old_values."disrupted_on", old_values."id", old_values."meeting_held_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fee3a70dfc33b17b39bb054fa2a0a1d21cc642c2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6cdd8', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptiondisruption', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptiondisruptionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c886e757ee6e324167ce73282aad21f08777a102', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_77e0e', table='adoption_adoptiondisruptionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionlink',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionlinkevent" ("child_id", "end_reason", "ended_on", "family_id", "id", "linked_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_on") SELECT new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."family_id", new_values."id", new_values."linked_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."visited_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3f49e877eebde193046e7b5425a0c79775698a45', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c9c79', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionlink', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionlink',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionlinkevent" ("child_id", "end_reason", "ended_on", "family_id", "id", "linked_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_on") SELECT new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."family_id", new_values."id", new_values."linked_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."visited_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bd9eccaa2848aec15308eafcc3772d8040b6e309', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_87eff', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionlink', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionlink',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionlinkevent" ("child_id", "end_reason", "ended_on", "family_id", "id", "linked_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "visited_on") SELECT old_values."child_id", old_values."end_reason", old_values."ended_on", old_values."family_id", old_values."id", old_values."linked_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."visited_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d9e5a094d4fff857415d34c36b7e7a49316e7ac8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_6ea70', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionlink', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionlinkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='0ab606a7b2c0ba9bbef384ac9fcaa946552d8746', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_647bd', table='adoption_adoptionlinkevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionnotification',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionnotificationevent" ("child_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."id", new_values."notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2fed0d28d0171e888d0a6e72e345d4de49514a68', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a0de7', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionnotification', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionnotification',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionnotificationevent" ("child_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."id", new_values."notified_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f1e658877e7ddb314b12bba9512252b8d8e5dac9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e29fb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionnotification', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionnotification',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionnotificationevent" ("child_id", "id", "notified_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."id", old_values."notified_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='bca035f322e66675fae7d9e8ab43cc1e70ba563f', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_51123', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionnotification', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionnotificationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='65856a5c4a66b58f05863d85aa3b9ca663768050', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cff3d', table='adoption_adoptionnotificationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionpanel',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionpanelevent" ("child_id", "family_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "received_on", "recommendation") SELECT new_values."child_id", new_values."family_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."question", new_values."received_on", new_values."recommendation" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5e9b459d93d98f2f71ffe8f567a37037053c359b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_834c5', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionpanel', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionpanel',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionpanelevent" ("child_id", "family_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "received_on", "recommendation") SELECT new_values."child_id", new_values."family_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."question", new_values."received_on", new_values."recommendation" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='10571915c4321e5c2ea13f1ea51e45c707be1ec6', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a370d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionpanel', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionpanel',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionpanelevent" ("child_id", "family_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "question", "received_on", "recommendation") SELECT old_values."child_id", old_values."family_id", old_values."held_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."question", old_values."received_on", old_values."recommendation" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='37976ccb3e04b87cca9c5c75d66826897c0ef05a', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9dc18', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionpanel', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionpanelevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='25936ec58d7c24b2ceaf56507b59ad8f9f438031', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_f967b', table='adoption_adoptionpanelevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionreexamination',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionreexaminationevent" ("child_id", "held_on", "id", "occasion", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."occasion", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b4ade4a16b2f2b65722d48115669ad2e25ed5636', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_89d8f', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionreexamination', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionreexamination',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionreexaminationevent" ("child_id", "held_on", "id", "occasion", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."occasion", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5c5971f73860ee82e2698f74bc66534a552a3e87', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_ba082', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionreexamination', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionreexamination',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionreexaminationevent" ("child_id", "held_on", "id", "occasion", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."child_id", old_values."held_on", old_values."id", old_values."occasion", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='47b4c56074a25ab2302357f7fe4171e919601fa9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_23b0c', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionreexamination', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionreexaminationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a2fcfd07459e76fa4c1f4468ed4982a1c892cdb1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_eeb53', table='adoption_adoptionreexaminationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionsupportplan',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionsupportplanevent" ("agreed_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."agreed_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4ea825b6b98c5e7e09e15a5fbcc605266c8ac79e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_ed14e', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_adoptionsupportplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionsupportplan',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionsupportplanevent" ("agreed_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."agreed_on", new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='4c1d53333ea53d866410f6f99a76e3f91ca73d6e', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_80dbf', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_adoptionsupportplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionsupportplan',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_adoptionsupportplanevent" ("agreed_on", "child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."agreed_on", old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='8b742168ad1216b8fb6f3be35505c8669e71f03e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_de54a', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_adoptionsupportplan', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='adoptionsupportplanevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c67323ef89e49971fe0842cf7a2ea1a25de798f5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6575a', table='adoption_adoptionsupportplanevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childpermanencereport',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_childpermanencereportevent" ("child_id", "completed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "started_on") SELECT new_values."child_id", new_values."completed_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."received_on", new_values."started_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='506149a63b5bc4a33057e4394cd873db36881db9', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d1e6d', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_childpermanencereport', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childpermanencereport',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_childpermanencereportevent" ("child_id", "completed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "started_on") SELECT new_values."child_id", new_values."completed_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."received_on", new_values."started_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='56a228c823e7199800614169fd7861d3354be700', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fdae2', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_childpermanencereport', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childpermanencereport',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_childpermanencereportevent" ("child_id", "completed_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "started_on") SELECT old_values."child_id", old_values."completed_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."started_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='b51ee6c926abd1f8000567bcb7db426e26a54fca', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_2f281', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_childpermanencereport', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childpermanencereportevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c8938a05edaa569b5b08fb81d87447dffd5f612d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_4f40a', table='adoption_childpermanencereportevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='earlypermanence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_earlypermanenceevent" ("child_id", "considered_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."considered_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='72baff556473cc4592c4a347d6a9d30d53e9dc35', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7c70f', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_earlypermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='earlypermanence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_earlypermanenceevent" ("child_id", "considered_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."child_id", new_values."considered_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='fb13c5fa249936b34083d3fe1501aa204c5f4b83', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_cfd55', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_earlypermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='earlypermanence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_earlypermanenceevent" ("child_id", "considered_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."child_id", old_values."considered_on", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d37a6c106a1560019071f67bf26b557176b51810', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_18d40', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_earlypermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='earlypermanenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d7aee9ea8b9a6d86bd2bf16dba6050ee54ccfeea', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_c4ae7', table='adoption_earlypermanenceevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='familyfinding',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_familyfindingevent" ("child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e826c3725ca5857909b7a1500991e63409dc2c32', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4ca88', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_familyfinding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='familyfinding',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_familyfindingevent" ("child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e41a2a4dc7f22c4170347ee7772cd5d67bd5633f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_27803', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_familyfinding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='familyfinding',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_familyfindingevent" ("child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."child_id", old_values."end_reason", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='65613a4baa73d0625704973beaee500ad07fdda1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_ab773', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_familyfinding', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='familyfindingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1d7f89781ed9e64b8c5b2f33147a65affd0c7bfd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_ce369', table='adoption_familyfindingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='guardianshipsupportreview',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_guardianshipsupportreviewevent" ("child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='be039f8bcdf93877e890544f3eac8502cde55f01', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_be450', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_guardianshipsupportreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='guardianshipsupportreview',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_guardianshipsupportreviewevent" ("child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."held_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b3c05beb7c6b36056ec2d3c26987391b62b5e926', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_d1c72', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_guardianshipsupportreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='guardianshipsupportreview',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_guardianshipsupportreviewevent" ("child_id", "held_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."held_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='3ea8b2c16b59187ecb24f6804b752624fbea1bd8', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_35636', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_guardianshipsupportreview', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='guardianshipsupportreviewevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='b25c4b5bb2c8283abe381bc28a855947d7652c1b', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_aea16', table='adoption_guardianshipsupportreviewevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='introductions',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_introductionsevent" ("agreed_on", "child_id", "end_reason", "ended_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT new_values."agreed_on", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."started_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='12b8f4bf9495b3ca53d96e888e7f97c68354432b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_023c2', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_introductions', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='introductions',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_introductionsevent" ("agreed_on", "child_id", "end_reason", "ended_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT new_values."agreed_on", new_values."child_id", new_values."end_reason", new_values."ended_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."started_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d494cd1f01168854c28c36216075b5a728bd00d0', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_a6504', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_introductions', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='introductions',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_introductionsevent" ("agreed_on", "child_id", "end_reason", "ended_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "started_on") SELECT old_values."agreed_on", old_values."child_id", old_values."end_reason", old_values."ended_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."started_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='5a502f8ef9f3fb930f76188d73027833c66eba52', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_49e2b', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_introductions', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='introductionsevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1c57b81905d1063019ccfb5bc5bf861c2a2c5b78', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_8ce2c', table='adoption_introductionsevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='matchingmeeting',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchingmeetingevent" ("child_id", "family_id", "held_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."family_id", new_values."held_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b5bbe810571b4ca415e50afe82b48aaaa063bae8', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_48dae', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_matchingmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='matchingmeeting',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchingmeetingevent" ("child_id", "family_id", "held_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."family_id", new_values."held_on", new_values."id", new_values."origin", new_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='23a2d7cfe286769fa632d0c56e62a243cee59220', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2cd76', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_matchingmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='matchingmeeting',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_matchingmeetingevent" ("child_id", "family_id", "held_on", "id", "origin", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."family_id", old_values."held_on", old_values."id", old_values."origin", old_values."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='1ec7406483f8d2e88211a2be61dad976f1d72211', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e3db0', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_matchingmeeting', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='matchingmeetingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1dc000a828d691b81c4e7726c422c98265a5396a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6109a', table='adoption_matchingmeetingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='profiling',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_profilingevent" ("child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profiled_on", "shown") SELECT new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."profiled_on", new_values."shown" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8df8ed33c65143c4672328be32b63326a8b7cbd7', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_f6e24', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_profiling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='profiling',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_profilingevent" ("child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profiled_on", "shown") SELECT new_values."child_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."profiled_on", new_values."shown" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b469119335106905c8cae8739b6b8bb52116d1bd', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_91bbb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_profiling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='profiling',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_profilingevent" ("child_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "profiled_on", "shown") SELECT old_values."child_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."profiled_on", old_values."shown" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='01f94a0e1bb75958ffd03a110fe092514c0c65b7', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_5ec5c', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_profiling', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='profilingevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2462648729e8962d010c8d3209d270420fede3f0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_3eabb', table='adoption_profilingevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT new_values."applied_on", new_values."assessed", new_values."assessment_completed_on", new_values."assessment_started_on", new_values."child_id", new_values."id", new_values."intention_confirmed_on", new_values."name", new_values."named_on", new_values."notice_given_on", new_values."order_sought", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."relationship", new_values."report_asked_on", new_values."report_filed_on", new_values."support_plan_agreed_on", new_values."support_plan_drafted_on", new_values."viability", new_values."viability_concluded_on", new_values."viability_started_on", new_values."withdrew_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c92f11e5091ac387687f6b9220089d10fa076931', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_8f460', referencing='REFERENCING NEW TABLE AS new_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT new_values."applied_on", new_values."assessed", new_values."assessment_completed_on", new_values."assessment_started_on", new_values."child_id", new_values."id", new_values."intention_confirmed_on", new_values."name", new_values."named_on", new_values."notice_given_on", new_values."order_sought", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."relationship", new_values."report_asked_on", new_values."report_filed_on", new_values."support_plan_agreed_on", new_values."support_plan_drafted_on", new_values."viability", new_values."viability_concluded_on", new_values."viability_started_on", new_values."withdrew_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='56c68f066a0441f2c87b61f9bf6961394b9c8fa9', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_5410d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardian',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "adoption_prospectiveguardianevent" ("applied_on", "assessed", "assessment_completed_on", "assessment_started_on", "child_id", "id", "intention_confirmed_on", "name", "named_on", "notice_given_on", "order_sought", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "relationship", "report_asked_on", "report_filed_on", "support_plan_agreed_on", "support_plan_drafted_on", "viability", "viability_concluded_on", "viability_started_on", "withdrew_on") SELECT old_values."applied_on", old_values."assessed", old_values."assessment_completed_on", old_values."assessment_started_on", old_values."child_id", old_values."id", old_values."intention_confirmed_on", old_values."name", old_values."named_on", old_values."notice_given_on", old_values."order_sought", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."relationship", old_values."report_asked_on", old_values."report_filed_on", old_values."support_plan_agreed_on", old_values."support_plan_drafted_on", old_values."viability", old_values."viability_concluded_on", old_values."viability_started_on", old_values."withdrew_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='da1ea08a277a9464b1413475cf44f3e967c0d55c', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a0f4f', referencing='REFERENCING OLD TABLE AS old_values ', table='adoption_prospectiveguardian', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='prospectiveguardianevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a812d801428d44439de6f3345097006209c08bc1', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_9906b', table='adoption_prospectiveguardianevent', when='BEFORE')),
        ),
    ]
