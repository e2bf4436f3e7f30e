import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0014_cover'),
        ('casetrack', '__first__'),
        ('oversight', '0011_told_of_a_challenge'),
    ]

    operations = [
        migrations.CreateModel(
            name='Benchmark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('indicator', models.CharField(max_length=60, verbose_name='for which measure?')),
                ('whose', models.CharField(choices=[('target', 'our target'), ('national', 'the national target'), ('england', 'England'), ('region', 'the region'), ('neighbours', 'similar councils'), ('agency', 'the regional adoption agency')], max_length=10, verbose_name='whose figure is it?')),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, verbose_name='the figure')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='benchmark_is_not_empty', violation_error_message='It must end after the day it starts.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('authority', '='), ('indicator', '='), ('whose', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='benchmark_one_at_a_time', violation_error_message='Another figure is in force for some of that time: end it first.')],
            },
        ),
        migrations.CreateModel(
            name='BenchmarkEvent',
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
                ('indicator', models.CharField(max_length=60, verbose_name='for which measure?')),
                ('whose', models.CharField(choices=[('target', 'our target'), ('national', 'the national target'), ('england', 'England'), ('region', 'the region'), ('neighbours', 'similar councils'), ('agency', 'the regional adoption agency')], max_length=10, verbose_name='whose figure is it?')),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, verbose_name='the figure')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.benchmark')),
                ('set_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EnteredFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=60, verbose_name='which figure?')),
                ('on_day', models.DateField(verbose_name='of which day, or up to which?')),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, verbose_name='the figure')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='made of (numerator)')),
                ('of', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='divided by (denominator)')),
                ('source', models.CharField(help_text='Name the system or the paper, with page or line.', max_length=200, verbose_name='where is it from?')),
                ('as_at', models.DateField(verbose_name='as at which day did the source have it?')),
                ('caveat', models.CharField(blank=True, max_length=300, verbose_name='what must a reader know?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'code', 'on_day', 'source'), name='entered_figure_once_of_a_source', violation_error_message='That source’s figure for that day is entered already.'), models.CheckConstraint(condition=models.Q(('as_at__gte', models.F('on_day'))), name='entered_figure_is_known_after_its_day', violation_error_message='A source cannot have a figure before the day it is of.'), models.CheckConstraint(condition=models.Q(('of', None), ('of__gt', 0), _connector='OR'), name='entered_figure_is_not_divided_by_nothing', violation_error_message='A figure cannot be divided by nothing.')],
            },
        ),
        migrations.CreateModel(
            name='EnteredFigureEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('code', models.CharField(max_length=60, verbose_name='which figure?')),
                ('on_day', models.DateField(verbose_name='of which day, or up to which?')),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, verbose_name='the figure')),
                ('number', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='made of (numerator)')),
                ('of', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='divided by (denominator)')),
                ('source', models.CharField(help_text='Name the system or the paper, with page or line.', max_length=200, verbose_name='where is it from?')),
                ('as_at', models.DateField(verbose_name='as at which day did the source have it?')),
                ('caveat', models.CharField(blank=True, max_length=300, verbose_name='what must a reader know?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('entered_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.enteredfigure')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='FactsChanged',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
            ],
        ),
        migrations.CreateModel(
            name='PlanTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120, verbose_name='what is the theme?')),
                ('lead', models.CharField(max_length=120, verbose_name='who answers for it?')),
                ('aim', models.CharField(blank=True, max_length=400, verbose_name='what is to be better for children?')),
                ('indicators', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'number'), name='plan_theme_once', violation_error_message='A theme has that number already.')],
            },
        ),
        migrations.CreateModel(
            name='PlanThemeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=120, verbose_name='what is the theme?')),
                ('lead', models.CharField(max_length=120, verbose_name='who answers for it?')),
                ('aim', models.CharField(blank=True, max_length=400, verbose_name='what is to be better for children?')),
                ('indicators', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.plantheme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Publication',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(choices=[('board', 'board pack'), ('scrutiny', 'quarterly scrutiny pack'), ('highlights', 'Permanence Action Plan highlight report')], max_length=10)),
                ('as_at', models.DateField()),
                ('body', models.JSONField()),
                ('published_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
                ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['authority', 'kind', 'as_at'], name='publication_as_at')],
            },
        ),
        migrations.CreateModel(
            name='PublishedFigure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=60)),
                ('on_day', models.DateField()),
                ('group', models.CharField(blank=True, max_length=60)),
                ('number', models.IntegerField(null=True)),
                ('of', models.DecimalField(decimal_places=2, max_digits=14, null=True)),
                ('value', models.DecimalField(decimal_places=4, max_digits=14, null=True)),
                ('hidden', models.BooleanField(default=False)),
                ('digest', models.CharField(max_length=64)),
                ('publication', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='oversight.publication')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('publication', 'indicator', 'on_day', 'group'), name='published_figure_once'), models.CheckConstraint(condition=models.Q(('hidden', False), models.Q(('number', None), ('value', None)), _connector='OR'), name='published_figure_hidden_is_hidden')],
            },
        ),
        migrations.CreateModel(
            name='Rebase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('indicator', models.CharField(max_length=60, verbose_name='for which measure?')),
                ('from_on', models.DateField(verbose_name='from which month on?')),
                ('reason', models.CharField(help_text='Name what was done or decided: a better figure alone is no reason.', max_length=300, verbose_name='what changed then?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('decided_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'indicator', 'from_on'), name='rebase_once', violation_error_message='The chart counts anew from that month already.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='rebase_has_a_reason', violation_error_message='Say what changed then.')],
            },
        ),
        migrations.CreateModel(
            name='RebaseEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('indicator', models.CharField(max_length=60, verbose_name='for which measure?')),
                ('from_on', models.DateField(verbose_name='from which month on?')),
                ('reason', models.CharField(help_text='Name what was done or decided: a better figure alone is no reason.', max_length=300, verbose_name='what changed then?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('decided_by', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.rebase')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoredForecast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('origin_on', models.DateField()),
                ('made_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('body', models.JSONField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'origin_on'), name='stored_forecast_once')],
            },
        ),
        migrations.CreateModel(
            name='ThemeAction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=300, verbose_name='what is to be done?')),
                ('lead', models.CharField(max_length=120, verbose_name='who does it?')),
                ('due_on', models.DateField(verbose_name='by when?')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='when was it done?')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='oversight.plantheme')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('theme', 'words'), name='theme_action_once', violation_error_message='That action is in the plan already.')],
            },
        ),
        migrations.CreateModel(
            name='ThemeActionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('words', models.CharField(max_length=300, verbose_name='what is to be done?')),
                ('lead', models.CharField(max_length=120, verbose_name='who does it?')),
                ('due_on', models.DateField(verbose_name='by when?')),
                ('done_on', models.DateField(blank=True, null=True, verbose_name='when was it done?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.themeaction')),
                ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oversight.plantheme')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ThemeProgress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_on', models.DateField(verbose_name='as at which day?')),
                ('standing', models.CharField(choices=[('on-track', 'on track'), ('at-risk', 'at risk'), ('off-track', 'off track'), ('done', 'done')], max_length=9, verbose_name='how does it stand?')),
                ('words', models.TextField(help_text='Never a child’s name.', verbose_name='what has happened?')),
                ('theme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='oversight.plantheme')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('theme', 'written_on'), name='theme_progress_once_a_day', violation_error_message='How it stood on that day is written already.')],
            },
        ),
        migrations.CreateModel(
            name='ThemeProgressEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('written_on', models.DateField(verbose_name='as at which day?')),
                ('standing', models.CharField(choices=[('on-track', 'on track'), ('at-risk', 'at risk'), ('off-track', 'off track'), ('done', 'done')], max_length=9, verbose_name='how does it stand?')),
                ('words', models.TextField(help_text='Never a child’s name.', verbose_name='what has happened?')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.themeprogress')),
                ('theme', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='oversight.plantheme')),
                ('written_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WeeklyRate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('type', models.CharField(choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='kind of home')),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who provides it')),
                ('pounds', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='pounds a week')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='weekly_rate_is_not_empty', violation_error_message='It must end after the day it starts.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('authority', '='), ('type', '='), ('provider', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='weekly_rate_one_at_a_time', violation_error_message='Another rate is in force for some of that time: end it first.'), models.CheckConstraint(condition=models.Q(('pounds__gte', 0)), name='weekly_rate_is_not_less_than_nothing', violation_error_message='A rate cannot be less than nothing.')],
            },
        ),
        migrations.CreateModel(
            name='WeeklyRateEvent',
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
                ('type', models.CharField(choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='kind of home')),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who provides it')),
                ('pounds', models.DecimalField(decimal_places=2, max_digits=9, verbose_name='pounds a week')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.weeklyrate')),
                ('set_by', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='benchmark',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_benchmarkevent" ("authority_id", "ends_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "source", "start_known", "starts_on", "value", "whose") SELECT new_values."authority_id", new_values."ends_on", new_values."id", new_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on", new_values."value", new_values."whose" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6cc10ab3be27e6e675795923faba982487a141ef', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_18d3c', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_benchmark', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='benchmark',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_benchmarkevent" ("authority_id", "ends_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "source", "start_known", "starts_on", "value", "whose") SELECT new_values."authority_id", new_values."ends_on", new_values."id", new_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on", new_values."value", new_values."whose" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f9fef69af6a5f55e6f99e0b237d89b90a96b8bb2', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e0163', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_benchmark', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='benchmark',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_benchmarkevent" ("authority_id", "ends_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "set_by_id", "source", "start_known", "starts_on", "value", "whose") SELECT old_values."authority_id", old_values."ends_on", old_values."id", old_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."set_by_id", old_values."source", old_values."start_known", old_values."starts_on", old_values."value", old_values."whose" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='88d6c1312c76141a8518f2563bb88aed1f803b54', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_1dc60', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_benchmark', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='benchmarkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='67be6504e9ccdc1440a1a09af239d8982dda90a2', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_bbdde', table='oversight_benchmarkevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='enteredfigure',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_enteredfigureevent" ("as_at", "authority_id", "caveat", "code", "entered_by_id", "id", "number", "of", "on_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") SELECT new_values."as_at", new_values."authority_id", new_values."caveat", new_values."code", new_values."entered_by_id", new_values."id", new_values."number", new_values."of", new_values."on_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."source", new_values."value" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='cc764acb244619d0e345c42603b7d3ea5af4b138', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_d7092', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_enteredfigure', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='enteredfigure',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_enteredfigureevent" ("as_at", "authority_id", "caveat", "code", "entered_by_id", "id", "number", "of", "on_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") SELECT new_values."as_at", new_values."authority_id", new_values."caveat", new_values."code", new_values."entered_by_id", new_values."id", new_values."number", new_values."of", new_values."on_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."source", new_values."value" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='e482cf2c355e79cd57817ff6fb3a57858864f370', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_7a592', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_enteredfigure', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='enteredfigure',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_enteredfigureevent" ("as_at", "authority_id", "caveat", "code", "entered_by_id", "id", "number", "of", "on_day", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source", "value") SELECT old_values."as_at", old_values."authority_id", old_values."caveat", old_values."code", old_values."entered_by_id", old_values."id", old_values."number", old_values."of", old_values."on_day", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."source", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='462592e938345e79234f17603e10b362a630520d', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b6f42', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_enteredfigure', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='enteredfigureevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1179848d34e06af5e55bfd888ab78cd7e580636a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_1bbda', table='oversight_enteredfigureevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plantheme',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_planthemeevent" ("aim", "authority_id", "id", "indicators", "lead", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."aim", new_values."authority_id", new_values."id", new_values."indicators", new_values."lead", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='ededb31276cc82c8689f3232b81529ed69c91d9b', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_6658b', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_plantheme', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plantheme',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_planthemeevent" ("aim", "authority_id", "id", "indicators", "lead", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT new_values."aim", new_values."authority_id", new_values."id", new_values."indicators", new_values."lead", new_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."title" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='5b050d45484c90f26196b989c691cf14af86c811', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3fc98', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_plantheme', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='plantheme',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_planthemeevent" ("aim", "authority_id", "id", "indicators", "lead", "number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "title") SELECT old_values."aim", old_values."authority_id", old_values."id", old_values."indicators", old_values."lead", old_values."number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."title" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a6c3f731e75c8cba77f82ecfea89febb0c3b2853', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_931f7', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_plantheme', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='planthemeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='457aa8d63a0c6e1c148916e924c18f1de3079729', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_e6b62', table='oversight_planthemeevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='publication',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.id IS NOT NULL\n            THEN RAISE EXCEPTION 'What is published stays as it was published.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='fcee0d65ec0a16843992786e471dd9b3efbe1790', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_8fcc6', table='oversight_publication', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='publishedfigure',
            trigger=pgtrigger.compiler.Trigger(name='locked', sql=pgtrigger.compiler.UpsertTriggerSql(func="IF OLD.id IS NOT NULL\n            THEN RAISE EXCEPTION 'What is published stays as it was published.' USING ERRCODE = 'integrity_constraint_violation';\n            END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;", hash='04cb2810086e69aa2ca8925a46d1e782f4b5e8eb', operation='UPDATE OR DELETE', pgid='pgtrigger_locked_c5a5d', table='oversight_publishedfigure', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='rebase',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_rebaseevent" ("authority_id", "decided_by_id", "from_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."authority_id", new_values."decided_by_id", new_values."from_on", new_values."id", new_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='941412f096e6522a4b3ca93bd8279fde5f765f06', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2281c', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_rebase', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='rebase',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_rebaseevent" ("authority_id", "decided_by_id", "from_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT new_values."authority_id", new_values."decided_by_id", new_values."from_on", new_values."id", new_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."reason" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c2bcc2d90f50a1814558af0df806990fa6643f2f', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2ec8d', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_rebase', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='rebase',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_rebaseevent" ("authority_id", "decided_by_id", "from_on", "id", "indicator", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason") SELECT old_values."authority_id", old_values."decided_by_id", old_values."from_on", old_values."id", old_values."indicator", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='c3b23fb20305de1f4c991eb588778691b0873e81', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_67753', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_rebase', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='rebaseevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='58f7883350738d5add6a033dea14470070e17bad', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a63ec', table='oversight_rebaseevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeaction',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeactionevent" ("done_on", "due_on", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "words") SELECT new_values."done_on", new_values."due_on", new_values."id", new_values."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."theme_id", new_values."words" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='7fd968ec1263d381be80089e21cdbdc77c907ac4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_41963', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_themeaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeaction',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeactionevent" ("done_on", "due_on", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "words") SELECT new_values."done_on", new_values."due_on", new_values."id", new_values."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."theme_id", new_values."words" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='6b3c2cd0de5a7772dfdbd9cf97b31b204cf6a23c', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_e5f5f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_themeaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeaction',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeactionevent" ("done_on", "due_on", "id", "lead", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "theme_id", "words") SELECT old_values."done_on", old_values."due_on", old_values."id", old_values."lead", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."theme_id", old_values."words" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='39fcdd05f43d45613819c2e0d7e62813abe9cd59', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_610a7', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_themeaction', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeactionevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='d7505b751866810bc8d15bd5ae9a16ee47e1c7cc', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_b4242', table='oversight_themeactionevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeprogress',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeprogressevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standing", "theme_id", "words", "written_by_id", "written_on") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."standing", new_values."theme_id", new_values."words", new_values."written_by_id", new_values."written_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='f77344b0c09cc0a9fc4fdf8de8bc6220d39508bb', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_041e0', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_themeprogress', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeprogress',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeprogressevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standing", "theme_id", "words", "written_by_id", "written_on") SELECT new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."standing", new_values."theme_id", new_values."words", new_values."written_by_id", new_values."written_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8044261b15c185e73de002f425cc3c4df5c30628', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_2158e', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_themeprogress', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeprogress',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_themeprogressevent" ("id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "standing", "theme_id", "words", "written_by_id", "written_on") SELECT old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."standing", old_values."theme_id", old_values."words", old_values."written_by_id", old_values."written_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a143574611b1d9cd74edbe34840ea48aa14953b3', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_e0730', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_themeprogress', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='themeprogressevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='1dd4969434c0632e0017c73525708fcd58aac825', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_afdf1', table='oversight_themeprogressevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='weeklyrate',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_weeklyrateevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "provider", "set_by_id", "source", "start_known", "starts_on", "type") SELECT new_values."authority_id", new_values."ends_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."pounds", new_values."provider", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on", new_values."type" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='62d85272b462e59641b746dae7b4536d54c1f2ac', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_cf0dc', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_weeklyrate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='weeklyrate',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_weeklyrateevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "provider", "set_by_id", "source", "start_known", "starts_on", "type") SELECT new_values."authority_id", new_values."ends_on", new_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."pounds", new_values."provider", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on", new_values."type" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='b6190b6baa8283f80862c9cd18cb77b57dbe8f91', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_29e9f', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_weeklyrate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='weeklyrate',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_weeklyrateevent" ("authority_id", "ends_on", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "provider", "set_by_id", "source", "start_known", "starts_on", "type") SELECT old_values."authority_id", old_values."ends_on", old_values."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."pounds", old_values."provider", old_values."set_by_id", old_values."source", old_values."start_known", old_values."starts_on", old_values."type" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='9c5f31f28a780489511c1108929b0c9956880853', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_059b3', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_weeklyrate', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='weeklyrateevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8e519a384b290ae591d316018872aff66243a761', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2cb73', table='oversight_weeklyrateevent', when='BEFORE')),
        ),
    ]
