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
        ('casetrack', '0014_cover'),
        ('oversight', '0012_measures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FearedHome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('from_on', models.DateField(verbose_name='from which day on?')),
                ('type', models.CharField(choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='which kind of home was feared?')),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who would have provided it?')),
                ('low', models.PositiveSmallIntegerField(verbose_name='lowest chance, percent')),
                ('central', models.PositiveSmallIntegerField(verbose_name='central chance, percent')),
                ('high', models.PositiveSmallIntegerField(verbose_name='highest chance, percent')),
                ('most_weeks', models.PositiveSmallIntegerField(verbose_name='for how many weeks at most?')),
                ('why', models.CharField(max_length=500, verbose_name='why was it feared, and what was done?')),
                ('judged_by', models.CharField(max_length=120, verbose_name='who judged it?')),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='feared_homes', to='casetrack.child')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('child', 'from_on'), name='feared_home_once_a_day', violation_error_message='A home that was feared from that day is written already.'), models.CheckConstraint(condition=models.Q(('central__lte', models.F('high')), ('high__lte', 100), ('low__lte', models.F('central'))), name='feared_home_chances_rise', violation_error_message='The lowest, central and highest chance rise, up to 100.'), models.CheckConstraint(condition=models.Q(('most_weeks__range', (1, 104))), name='feared_home_has_an_end', violation_error_message='Enter weeks from 1 to 104.'), models.CheckConstraint(condition=models.Q(models.Q(('why', ''), _negated=True), models.Q(('judged_by', ''), _negated=True)), name='feared_home_is_somebodys_judgement', violation_error_message='Say why, and who judged it.')],
            },
        ),
        migrations.CreateModel(
            name='FearedHomeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('from_on', models.DateField(verbose_name='from which day on?')),
                ('type', models.CharField(choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3, verbose_name='which kind of home was feared?')),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3, verbose_name='who would have provided it?')),
                ('low', models.PositiveSmallIntegerField(verbose_name='lowest chance, percent')),
                ('central', models.PositiveSmallIntegerField(verbose_name='central chance, percent')),
                ('high', models.PositiveSmallIntegerField(verbose_name='highest chance, percent')),
                ('most_weeks', models.PositiveSmallIntegerField(verbose_name='for how many weeks at most?')),
                ('why', models.CharField(max_length=500, verbose_name='why was it feared, and what was done?')),
                ('judged_by', models.CharField(max_length=120, verbose_name='who judged it?')),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('entered_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.fearedhome')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SavingsWork',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('start_known', models.BooleanField(default=True)),
                ('ends_on', models.DateField()),
                ('name', models.CharField(help_text='Never a child’s name.', max_length=80, verbose_name='what is the work called?')),
                ('pounds', models.DecimalField(decimal_places=2, max_digits=11, verbose_name='pounds for the whole period')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to='casetrack.authority')),
                ('set_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='savings_work_is_not_empty', violation_error_message='It must end after the day it starts.'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('authority', '='), ('name', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='savings_work_one_at_a_time', violation_error_message='What this work cost is entered for some of that time already.'), models.CheckConstraint(condition=models.Q(('pounds__gte', 0)), name='savings_work_is_not_less_than_nothing', violation_error_message='Work cannot cost less than nothing.')],
            },
        ),
        migrations.CreateModel(
            name='SavingsWorkEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('starts_on', models.DateField()),
                ('start_known', models.BooleanField(default=True)),
                ('ends_on', models.DateField()),
                ('name', models.CharField(help_text='Never a child’s name.', max_length=80, verbose_name='what is the work called?')),
                ('pounds', models.DecimalField(decimal_places=2, max_digits=11, verbose_name='pounds for the whole period')),
                ('source', models.CharField(max_length=200, verbose_name='where is it from?')),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='oversight.savingswork')),
                ('set_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='fearedhome',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_fearedhomeevent" ("central", "child_id", "entered_by_id", "from_on", "high", "id", "judged_by", "low", "most_weeks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "type", "uuid", "why") SELECT new_values."central", new_values."child_id", new_values."entered_by_id", new_values."from_on", new_values."high", new_values."id", new_values."judged_by", new_values."low", new_values."most_weeks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."provider", new_values."type", new_values."uuid", new_values."why" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='8fcfb7bdd242aa5afbb1c66942b75fff6b96708e', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_4ae42', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_fearedhome', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='fearedhome',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_fearedhomeevent" ("central", "child_id", "entered_by_id", "from_on", "high", "id", "judged_by", "low", "most_weeks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "type", "uuid", "why") SELECT new_values."central", new_values."child_id", new_values."entered_by_id", new_values."from_on", new_values."high", new_values."id", new_values."judged_by", new_values."low", new_values."most_weeks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."provider", new_values."type", new_values."uuid", new_values."why" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='aafa8de79c0d6b089cfce7501a8619c372dfca1d', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_14759', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_fearedhome', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='fearedhome',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_fearedhomeevent" ("central", "child_id", "entered_by_id", "from_on", "high", "id", "judged_by", "low", "most_weeks", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "provider", "type", "uuid", "why") SELECT old_values."central", old_values."child_id", old_values."entered_by_id", old_values."from_on", old_values."high", old_values."id", old_values."judged_by", old_values."low", old_values."most_weeks", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."provider", old_values."type", old_values."uuid", old_values."why" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='17944ef7549ab2ccca96b8ec3eff3c6850ac17b2', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_7212f', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_fearedhome', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='fearedhomeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='e57ec71264fa86050615cdf5f85bc2da93c7c1e0', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_99cfe', table='oversight_fearedhomeevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='savingswork',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_savingsworkevent" ("authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "set_by_id", "source", "start_known", "starts_on") SELECT new_values."authority_id", new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."pounds", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='49f5a6fa3440c98d7995a8f8a3f95838c248b1c0', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_7a046', referencing='REFERENCING NEW TABLE AS new_values ', table='oversight_savingswork', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='savingswork',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_savingsworkevent" ("authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "set_by_id", "source", "start_known", "starts_on") SELECT new_values."authority_id", new_values."ends_on", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."pounds", new_values."set_by_id", new_values."source", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='58f57f48c335083dc677b67ae50d8b3b5bb0ceba', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1e932', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='oversight_savingswork', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='savingswork',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "oversight_savingsworkevent" ("authority_id", "ends_on", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pounds", "set_by_id", "source", "start_known", "starts_on") SELECT old_values."authority_id", old_values."ends_on", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."pounds", old_values."set_by_id", old_values."source", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='f00ce3d597c7e182df17dae4ddc09e0496c973c1', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_15df5', referencing='REFERENCING OLD TABLE AS old_values ', table='oversight_savingswork', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='savingsworkevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2eaa595e49fb4b754056c4cb533ab81a239e61be', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d2c69', table='oversight_savingsworkevent', when='BEFORE')),
        ),
    ]
