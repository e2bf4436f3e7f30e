import casetrack.triggers
import django.contrib.auth.models
import django.contrib.auth.validators
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.operations
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGistExtension(
        ),
        django.contrib.postgres.operations.TrigramExtension(
        ),
        django.contrib.postgres.operations.UnaccentExtension(
        ),
        migrations.CreateModel(
            name='CalendarDay',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('holiday', models.CharField(blank=True, max_length=80)),
                ('is_working', models.BooleanField()),
                ('working_number', models.IntegerField()),
            ],
            options={
                'managed': False,
            },
        ),
        migrations.CreateModel(
            name='Authority',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=12, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('known_to', models.DateField(blank=True, null=True)),
                ('records_live', models.BooleanField(default=False)),
            ],
            options={
                'verbose_name_plural': 'authorities',
                'ordering': ['code'],
            },
        ),
        migrations.CreateModel(
            name='AuthorityEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=12)),
                ('name', models.CharField(max_length=120)),
                ('known_to', models.DateField(blank=True, null=True)),
                ('records_live', models.BooleanField(default=False)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.authority')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SiblingGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
            ],
        ),
        migrations.CreateModel(
            name='Child',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reference', models.CharField(max_length=20)),
                ('upn', models.CharField(blank=True, max_length=13, verbose_name='unique pupil number')),
                ('first_name', models.CharField(blank=True, max_length=100)),
                ('last_name', models.CharField(blank=True, max_length=100)),
                ('sex', models.CharField(blank=True, choices=[('M', 'male'), ('F', 'female'), ('U', 'not recorded as male or female')], max_length=1)),
                ('ethnicity', models.CharField(blank=True, choices=[('WBRI', 'White British'), ('WIRI', 'White Irish'), ('WOTH', 'White, other background'), ('WIRT', 'Traveller of Irish heritage'), ('WROM', 'Gypsy or Roma'), ('MWBC', 'White and Black Caribbean'), ('MWBA', 'White and Black African'), ('MWAS', 'White and Asian'), ('MOTH', 'Mixed, other background'), ('AIND', 'Indian'), ('APKN', 'Pakistani'), ('ABAN', 'Bangladeshi'), ('AOTH', 'Asian, other background'), ('BCRB', 'Black Caribbean'), ('BAFR', 'Black African'), ('BOTH', 'Black, other background'), ('CHNE', 'Chinese'), ('OOTH', 'other ethnic group'), ('REFU', 'preferred not to say'), ('NOBT', 'not yet known')], max_length=4)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('expected_on', models.DateField(blank=True, null=True)),
                ('unaccompanied', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
                ('siblings', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='children', to='casetrack.siblinggroup')),
            ],
            options={
                'verbose_name_plural': 'children',
                'indexes': [django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper(models.F('first_name')), 'gin_trgm_ops'), django.contrib.postgres.indexes.OpClass(django.db.models.functions.text.Upper(models.F('last_name')), 'gin_trgm_ops'), django.contrib.postgres.indexes.OpClass(models.F('reference'), 'gin_trgm_ops'), name='child_search')],
                'constraints': [models.UniqueConstraint(fields=('authority', 'reference'), name='child_reference_unique_in_authority'), models.CheckConstraint(condition=models.Q(('reference', django.db.models.functions.text.Upper('reference')), models.Q(('reference__regex', '^\\s|\\s$|^$'), _negated=True)), name='child_reference_is_trimmed_upper_case'), models.CheckConstraint(condition=models.Q(('born_on__isnull', False), ('expected_on__isnull', False), _connector='OR'), name='child_is_born_or_expected')],
            },
        ),
        migrations.CreateModel(
            name='CarePeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('category_of_need', models.CharField(blank=True, choices=[('N1', 'abuse or neglect'), ('N2', "child's disability"), ('N3', "parent's illness or disability"), ('N4', 'family in acute stress'), ('N5', 'family dysfunction'), ('N6', 'socially unacceptable behaviour'), ('N7', 'low income'), ('N8', 'absent parenting')], max_length=2)),
                ('end_reason', models.CharField(blank=True, choices=[('E11', 'adopted'), ('E12', 'adopted, consent dispensed with'), ('E41', 'child arrangements order'), ('E43', 'special guardianship (older code E43)'), ('E44', 'special guardianship (older code E44)'), ('E45', 'special guardianship, relative or friend who fostered'), ('E46', 'special guardianship, former foster carer'), ('E47', 'special guardianship, relative or friend'), ('E48', 'special guardianship, other carer'), ('E4A', 'returned home as planned'), ('E4B', 'returned home, unplanned'), ('E4', 'returned home (older code E4)'), ('E13', 'lives with someone without parental responsibility'), ('E5', 'moved on to independent living, with support'), ('E6', 'moved on to independent living, without support'), ('E2', 'died'), ('E3', 'another council took over'), ('E7', 'adult residential care'), ('E8', 'other reason'), ('E9', 'sentenced to custody'), ('E14', 'remand ended'), ('E15', 'assessed as an adult'), ('E16', 'moved abroad'), ('E17', 'turned 18 and stayed with carers')], max_length=3)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='care_period_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='care_period_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='CarePeriodEvent',
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
                ('category_of_need', models.CharField(blank=True, choices=[('N1', 'abuse or neglect'), ('N2', "child's disability"), ('N3', "parent's illness or disability"), ('N4', 'family in acute stress'), ('N5', 'family dysfunction'), ('N6', 'socially unacceptable behaviour'), ('N7', 'low income'), ('N8', 'absent parenting')], max_length=2)),
                ('end_reason', models.CharField(blank=True, choices=[('E11', 'adopted'), ('E12', 'adopted, consent dispensed with'), ('E41', 'child arrangements order'), ('E43', 'special guardianship (older code E43)'), ('E44', 'special guardianship (older code E44)'), ('E45', 'special guardianship, relative or friend who fostered'), ('E46', 'special guardianship, former foster carer'), ('E47', 'special guardianship, relative or friend'), ('E48', 'special guardianship, other carer'), ('E4A', 'returned home as planned'), ('E4B', 'returned home, unplanned'), ('E4', 'returned home (older code E4)'), ('E13', 'lives with someone without parental responsibility'), ('E5', 'moved on to independent living, with support'), ('E6', 'moved on to independent living, without support'), ('E2', 'died'), ('E3', 'another council took over'), ('E7', 'adult residential care'), ('E8', 'other reason'), ('E9', 'sentenced to custody'), ('E14', 'remand ended'), ('E15', 'assessed as an adult'), ('E16', 'moved abroad'), ('E17', 'turned 18 and stayed with carers')], max_length=3)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.careperiod')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ChildEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20)),
                ('upn', models.CharField(blank=True, max_length=13, verbose_name='unique pupil number')),
                ('first_name', models.CharField(blank=True, max_length=100)),
                ('last_name', models.CharField(blank=True, max_length=100)),
                ('sex', models.CharField(blank=True, choices=[('M', 'male'), ('F', 'female'), ('U', 'not recorded as male or female')], max_length=1)),
                ('ethnicity', models.CharField(blank=True, choices=[('WBRI', 'White British'), ('WIRI', 'White Irish'), ('WOTH', 'White, other background'), ('WIRT', 'Traveller of Irish heritage'), ('WROM', 'Gypsy or Roma'), ('MWBC', 'White and Black Caribbean'), ('MWBA', 'White and Black African'), ('MWAS', 'White and Asian'), ('MOTH', 'Mixed, other background'), ('AIND', 'Indian'), ('APKN', 'Pakistani'), ('ABAN', 'Bangladeshi'), ('AOTH', 'Asian, other background'), ('BCRB', 'Black Caribbean'), ('BAFR', 'Black African'), ('BOTH', 'Black, other background'), ('CHNE', 'Chinese'), ('OOTH', 'other ethnic group'), ('REFU', 'preferred not to say'), ('NOBT', 'not yet known')], max_length=4)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('expected_on', models.DateField(blank=True, null=True)),
                ('unaccompanied', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.child')),
                ('siblings', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.siblinggroup')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CourtOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('interim-care', 'interim care order'), ('care', 'care order'), ('placement', 'placement order'), ('supervision', 'supervision order'), ('special-guardianship', 'special guardianship order'), ('child-arrangements', 'child arrangements order'), ('adoption', 'adoption order')], max_length=20)),
                ('made_on', models.DateField()),
                ('made_known', models.BooleanField(default=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ended_on', None), ('ended_on__gt', models.F('made_on')), _connector='OR'), name='court_order_ends_after_it_is_made'), models.UniqueConstraint(fields=('child', 'kind', 'made_on'), name='court_order_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='CourtOrderEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('interim-care', 'interim care order'), ('care', 'care order'), ('placement', 'placement order'), ('supervision', 'supervision order'), ('special-guardianship', 'special guardianship order'), ('child-arrangements', 'child arrangements order'), ('adoption', 'adoption order')], max_length=20)),
                ('made_on', models.DateField()),
                ('made_known', models.BooleanField(default=True)),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.courtorder')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='LegalStatus',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('code', models.CharField(choices=[('C1', 'Interim care order'), ('C2', 'Care order'), ('D1', 'Freeing order'), ('E1', 'Placement order'), ('V2', 'Section 20'), ('V3', 'Short breaks, each recorded'), ('V4', 'Short breaks, agreement recorded'), ('L1', 'Police protection'), ('L2', 'Emergency protection order'), ('L3', 'Child assessment order'), ('J1', 'Remand'), ('J2', 'Detained under PACE'), ('J3', 'Youth rehabilitation order')], max_length=2)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'legal statuses',
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='legal_status_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='legal_status_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='LegalStatusEvent',
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
                ('code', models.CharField(choices=[('C1', 'Interim care order'), ('C2', 'Care order'), ('D1', 'Freeing order'), ('E1', 'Placement order'), ('V2', 'Section 20'), ('V3', 'Short breaks, each recorded'), ('V4', 'Short breaks, agreement recorded'), ('L1', 'Police protection'), ('L2', 'Emergency protection order'), ('L3', 'Child assessment order'), ('J1', 'Remand'), ('J2', 'Detained under PACE'), ('J3', 'Youth rehabilitation order')], max_length=2)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.legalstatus')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PreviousPermanence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('P1', 'adoption'), ('P2', 'special guardianship'), ('P3', 'residence or child arrangements order'), ('P4', 'not known which'), ('Z1', 'none')], max_length=2)),
                ('ordering_authority', models.CharField(blank=True, max_length=3)),
                ('ordered_on', models.CharField(blank=True, max_length=10)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'verbose_name_plural': 'previous permanence',
                'constraints': [models.CheckConstraint(condition=models.Q(('ordered_on', ''), ('ordered_on__regex', '^(\\d\\d|zz)/(\\d\\d|zz)/(\\d{4}|zz|zzzz)$'), _connector='OR'), name='previous_permanence_date_is_whole_or_zz')],
            },
        ),
        migrations.CreateModel(
            name='PreviousPermanenceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(choices=[('P1', 'adoption'), ('P2', 'special guardianship'), ('P3', 'residence or child arrangements order'), ('P4', 'not known which'), ('Z1', 'none')], max_length=2)),
                ('ordering_authority', models.CharField(blank=True, max_length=3)),
                ('ordered_on', models.CharField(blank=True, max_length=10)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.previouspermanence')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SiblingGroupEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.siblinggroup')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Team',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='team_name_unique')],
            },
        ),
        migrations.CreateModel(
            name='TeamEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=80)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(error_messages={'unique': 'A user with that username already exists.'}, help_text='Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.', max_length=150, unique=True, validators=[django.contrib.auth.validators.UnicodeUsernameValidator()], verbose_name='username')),
                ('first_name', models.CharField(blank=True, max_length=150, verbose_name='first name')),
                ('last_name', models.CharField(blank=True, max_length=150, verbose_name='last name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('is_staff', models.BooleanField(default=False, help_text='Designates whether the user can log into this admin site.', verbose_name='staff status')),
                ('is_active', models.BooleanField(default=True, help_text='Designates whether this user should be treated as active. Unselect this instead of deleting accounts.', verbose_name='active')),
                ('date_joined', models.DateTimeField(default=django.utils.timezone.now, verbose_name='date joined')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
            ],
            options={
                'verbose_name': 'user',
                'verbose_name_plural': 'users',
                'abstract': False,
            },
            managers=[
                ('objects', django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name='RoleAssignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('role', models.CharField(choices=[('manager', 'Team manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('iro', 'Independent Reviewing Officer (IRO)'), ('social-worker', 'Social worker'), ('data-officer', 'Data officer'), ('board-member', 'Board member')], max_length=30)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='roles', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='casetrack.team')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='role_assignment_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('user', '='), ('authority', '='), ('role', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='role_assignment_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='RoleAssignmentEvent',
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
                ('role', models.CharField(choices=[('manager', 'Team manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('iro', 'Independent Reviewing Officer (IRO)'), ('social-worker', 'Social worker'), ('data-officer', 'Data officer'), ('board-member', 'Board member')], max_length=30)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.roleassignment')),
                ('user', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.team')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Worker',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('reference', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
                ('team', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='workers', to='casetrack.team')),
                ('user', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='worker', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'reference'), name='worker_reference_unique')],
            },
        ),
        migrations.CreateModel(
            name='Allocation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('role', models.CharField(choices=[('social-worker', 'social worker'), ('iro', 'Independent Reviewing Officer')], max_length=20)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('worker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='allocations', to='casetrack.worker')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='allocation_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), ('role', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='allocation_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='WorkerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20)),
                ('name', models.CharField(max_length=120)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.worker')),
                ('team', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.team')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AllocationEvent',
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
                ('role', models.CharField(choices=[('social-worker', 'social worker'), ('iro', 'Independent Reviewing Officer')], max_length=20)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='casetrack.allocation')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('worker', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.worker')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), db_index=True)),
                ('kind', models.CharField(choices=[('read', 'looked at'), ('write', 'recorded'), ('export', 'took out'), ('sign-in', 'signed in')], max_length=10)),
                ('what', models.CharField(max_length=80)),
                ('username', models.CharField(blank=True, max_length=150)),
                ('user_id', models.BigIntegerField(null=True)),
                ('children', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('request_id', models.UUIDField(null=True)),
                ('details', models.JSONField(default=dict)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['children'], name='audit_event_children')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['read', 'write', 'export', 'sign-in'])), name='audit_event_has_a_kind')],
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='authority',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "records_live") SELECT new_values."code", new_values."id", new_values."known_to", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."records_live" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cfc1c468a62211def3cca285c005cfee60f4ffea', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_0dd29', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_authority', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='authority',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "records_live") SELECT new_values."code", new_values."id", new_values."known_to", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."records_live" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='79ce9defd52d6e711cd2851668af630d4ece6935', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_6770c', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_authority', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='authority',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_authorityevent" ("code", "id", "known_to", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "records_live") SELECT old_values."code", old_values."id", old_values."known_to", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."records_live" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6472dc11ef5b4bc9f0fb9bc370fc122dd94fce00', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f6c57', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_authority', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='authorityevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='694453e8741bde1571d5d18a732518b80ebeebe5', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_54c54', table='casetrack_authorityevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='careperiodevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='531503debde332d19b25428ad5b32ff1b09c1103', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_cb276', table='casetrack_careperiodevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='careperiod',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_careperiodevent" ("category_of_need", "child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."category_of_need", new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5895d0b218a86a01106e83ef41d57cbbafc04891', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_419c6', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_careperiod', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='careperiod',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_careperiodevent" ("category_of_need", "child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."category_of_need", new_values."child_id", new_values."end_reason", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d2bc8e306c5b2c065cac1d3ad00652e1a1d02941', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_77f25', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_careperiod', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='careperiod',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_careperiodevent" ("category_of_need", "child_id", "end_reason", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."category_of_need", old_values."child_id", old_values."end_reason", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='fe2f9c50a94708afdc509606e000255d3d6ff396', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e9b77', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_careperiod', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='courtorder',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."id", new_values."kind", new_values."made_known", new_values."made_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='98390a27a2a64e48bd07e334284efeb441938021', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_c8e13', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_courtorder', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='courtorder',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."ended_on", new_values."id", new_values."kind", new_values."made_known", new_values."made_on", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='61c187ae25f5747d7f30d8d7743cb6a3594964ae', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_09f15', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_courtorder', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='courtorder',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_courtorderevent" ("child_id", "ended_on", "id", "kind", "made_known", "made_on", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."ended_on", old_values."id", old_values."kind", old_values."made_known", old_values."made_on", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='52a3d48a3d9dfa7361f53a21cab826a3b1634c6e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_de074', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_courtorder', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='courtorderevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='7e05f04be2f3b78ce913dc0f016205da854bb777', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_05b36', table='casetrack_courtorderevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='legalstatus',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalstatusevent" ("child_id", "code", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."code", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e5b7dc4cb1430ffeca5bd3f48796c4887c63cd40', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_74abd', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_legalstatus', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='legalstatus',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalstatusevent" ("child_id", "code", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."code", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8f8dda9400676a0740fd66c49f3a691c130992ac', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_fe288', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_legalstatus', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='legalstatus',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_legalstatusevent" ("child_id", "code", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."child_id", old_values."code", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='48700c8ffe300517cbbc31460093a373a6894137', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_8fe63', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_legalstatus', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='legalstatusevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='dc7fa97783cc630784344d66298d1037db13f35e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e1ff1', table='casetrack_legalstatusevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='previouspermanence',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_previouspermanenceevent" ("child_id", "id", "kind", "ordered_on", "ordering_authority", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."id", new_values."kind", new_values."ordered_on", new_values."ordering_authority", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2a8335c4b507d96b854857d591fb3463f5dfa0f4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b213d', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_previouspermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='previouspermanence',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_previouspermanenceevent" ("child_id", "id", "kind", "ordered_on", "ordering_authority", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."child_id", new_values."id", new_values."kind", new_values."ordered_on", new_values."ordering_authority", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b9c352b08d64754f6489a5f46ca73882af0f83a7', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f03b6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_previouspermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='previouspermanence',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_previouspermanenceevent" ("child_id", "id", "kind", "ordered_on", "ordering_authority", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."child_id", old_values."id", old_values."kind", old_values."ordered_on", old_values."ordering_authority", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='004fa1c1c781be2ce217ee1778aa71b3b9a62c08', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a2702', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_previouspermanence', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='previouspermanenceevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1ef71ab40f18eebe19edfc8b17833daa2a78833e', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_53190', table='casetrack_previouspermanenceevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblinggroup',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblinggroupevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") SELECT new_values."authority_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e6627bfd9f3f0e48b8616d1a0f80b8d5649aba79', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_e2852', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_siblinggroup', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblinggroup',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblinggroupevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") SELECT new_values."authority_id", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='da4d122029aa67414a4245b44fe2fbde33c97487', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_f1109', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_siblinggroup', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblinggroup',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_siblinggroupevent" ("authority_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "uuid") SELECT old_values."authority_id", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='75346c8b22d1950b866e808c2814924cebb7995e', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_a7c34', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_siblinggroup', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='childevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='93adb056d78580e4568bc37766c50774cae0cfbc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_da6de', table='casetrack_childevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "ethnicity", "expected_on", "first_name", "id", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT new_values."authority_id", new_values."born_on", new_values."ethnicity", new_values."expected_on", new_values."first_name", new_values."id", new_values."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference", new_values."sex", new_values."siblings_id", new_values."unaccompanied", new_values."upn", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b2a26788dc4d77450e5aba9d3c8d5966b3058a4a', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_02d1a', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_child', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "ethnicity", "expected_on", "first_name", "id", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT new_values."authority_id", new_values."born_on", new_values."ethnicity", new_values."expected_on", new_values."first_name", new_values."id", new_values."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reference", new_values."sex", new_values."siblings_id", new_values."unaccompanied", new_values."upn", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8b98186c68bae31694d306350d7f69d869f86b1a', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_dea3d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_child', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='child',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_childevent" ("authority_id", "born_on", "ethnicity", "expected_on", "first_name", "id", "last_name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "sex", "siblings_id", "unaccompanied", "upn", "uuid") SELECT old_values."authority_id", old_values."born_on", old_values."ethnicity", old_values."expected_on", old_values."first_name", old_values."id", old_values."last_name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reference", old_values."sex", old_values."siblings_id", old_values."unaccompanied", old_values."upn", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6131ac66928d04398b2b8cf885d1da3bcdfbdd1d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9f20a', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_child', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='siblinggroupevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='efec8c75271425820fd539b8501eccfe6ab8808d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b75bd', table='casetrack_siblinggroupevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_teamevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."authority_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='d60eda8299588814fcb25481c6e3b2f0ab3905c1', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6d176', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_team', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_teamevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."authority_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='bacc0ed4861f8380b864e1ee54e84bc67d1d7f83', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2fa68', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_team', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='team',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_teamevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."authority_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='96cacdbab9fb33316cd0e5f6b7516bf461f44683', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_3c1cf', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_team', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='roleassignmentevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a97c83f57a5bc310ef8dcdcf0e5dc44ed77c30ac', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_57085', table='casetrack_roleassignmentevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_roleassignmentevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "team_id", "user_id") SELECT new_values."authority_id", new_values."ends_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role", new_values."start_known", new_values."starts_on", new_values."team_id", new_values."user_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='454e91074338b93672fcb05b2f9472c7170c8dcb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_78cbd', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_roleassignment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_roleassignmentevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "team_id", "user_id") SELECT new_values."authority_id", new_values."ends_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role", new_values."start_known", new_values."starts_on", new_values."team_id", new_values."user_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6ae78b1d862d657a40e2198674eabb836b47b917', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_55c0b', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_roleassignment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='roleassignment',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_roleassignmentevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "team_id", "user_id") SELECT old_values."authority_id", old_values."ends_on", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role", old_values."start_known", old_values."starts_on", old_values."team_id", old_values."user_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='cda7f70b41547c10a3cd386bd3a317c813e6aaae', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_9ef68', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_roleassignment', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='teamevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6aa3b68ef5f82e67ea592bf86fb85060e72bfffa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_7641d', table='casetrack_teamevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='worker',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_workerevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "team_id", "user_id", "uuid") SELECT new_values."authority_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reference", new_values."team_id", new_values."user_id", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9365a73bb87d10a98755537a22c4bfac8b4740cd', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_b92a4', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_worker', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='worker',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_workerevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "team_id", "user_id", "uuid") SELECT new_values."authority_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reference", new_values."team_id", new_values."user_id", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='2ac3f6c2a6b585d470319fe7d91fd2ca8e34fad8', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_c0b9e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_worker', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='worker',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_workerevent" ("authority_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "team_id", "user_id", "uuid") SELECT old_values."authority_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reference", old_values."team_id", old_values."user_id", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='0efe001febb1617e0c4883bdcf06cd25ceea13ab', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_f957f', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_worker', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='allocationevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c340fa23777b04e1930296686aad235fb45d77f4', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d89ed', table='casetrack_allocationevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_allocationevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "worker_id") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."role", new_values."start_known", new_values."starts_on", new_values."worker_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='410c31993d4e2e31739e450ffc773a2212cb2e5c', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1cc08', referencing='REFERENCING NEW TABLE AS new_values ', table='casetrack_allocation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_allocationevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "worker_id") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."role", new_values."start_known", new_values."starts_on", new_values."worker_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='80cd854b65c0e7044afd8473eb8ad8bcf6021faa', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e6af5', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='casetrack_allocation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='allocation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "casetrack_allocationevent" ("child_id", "ends_on", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role", "start_known", "starts_on", "worker_id") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."role", old_values."start_known", old_values."starts_on", old_values."worker_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='6c0668b493efc84276df848705653acf9418db66', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_91ca0', referencing='REFERENCING OLD TABLE AS old_values ', table='casetrack_allocation', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='workerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='186396d1c342255fcac8810c9e19a4b2f3d6a8fa', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b3724', table='casetrack_workerevent', when='BEFORE')),
        ),
    ]
