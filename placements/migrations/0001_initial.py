import casetrack.triggers
import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.constraints
import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casetrack', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Home',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('urn', models.CharField(blank=True, max_length=8, verbose_name='Ofsted number')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='casetrack.authority')),
            ],
        ),
        migrations.CreateModel(
            name='Carer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120)),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='carers', to='placements.home')),
            ],
        ),
        migrations.CreateModel(
            name='CarerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=120)),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.carer')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HomeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('pgh_context', pghistory.utils.JSONField(null=True)),
                ('pgh_context_id', models.UUIDField(null=True)),
                ('id', models.BigIntegerField()),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(blank=True, max_length=120)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('urn', models.CharField(blank=True, max_length=8, verbose_name='Ofsted number')),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('authority', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.authority')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.home')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='MissingEpisode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('kind', models.CharField(blank=True, choices=[('M', 'missing'), ('A', 'away without authorisation')], max_length=1)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='missing_episode_does_not_end_before_it_starts'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='missing_episode_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='MissingEpisodeEvent',
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
                ('kind', models.CharField(blank=True, choices=[('M', 'missing'), ('A', 'away without authorisation')], max_length=1)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.missingepisode')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Placement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('start_known', models.BooleanField(default=True)),
                ('origin', models.CharField(choices=[('return', 'from a return'), ('person', 'recorded by a person')], default='person', max_length=6)),
                ('type', models.CharField(blank=True, choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3)),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('family_postcode', models.CharField(blank=True, max_length=8)),
                ('distance_miles', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('urn', models.CharField(blank=True, max_length=8, verbose_name='Ofsted number')),
                ('end_reason', models.CharField(blank=True, choices=[('CARPL', 'planned move'), ('CLOSE', 'carer resigned or home closed'), ('ALLEG', 'allegation'), ('STAND', 'standards of care'), ('APPRR', 'approval removed'), ('CREQB', 'carer asked, because of behaviour'), ('CREQO', 'carer asked, other reason'), ('CHILD', 'child asked'), ('LAREQ', 'council asked'), ('PLACE', 'same carer, kind of home changed'), ('CUSTOD', 'custody'), ('OTHER', 'other reason')], max_length=6)),
                ('child', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)s_facts', to='casetrack.child')),
                ('home', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placements', to='placements.home')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_on', None), ('ends_on__gt', models.F('starts_on')), _connector='OR'), name='placement_is_not_empty'), django.contrib.postgres.constraints.ExclusionConstraint(deferrable=django.db.models.constraints.Deferrable['IMMEDIATE'], expressions=[('child', '='), (models.Func('starts_on', 'ends_on', function='DATERANGE', output_field=django.contrib.postgres.fields.ranges.DateRangeField()), '&&')], name='placement_one_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='PlacementEvent',
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
                ('type', models.CharField(blank=True, choices=[('A3', 'Adoptive home, with former foster carer, by consent'), ('A4', 'Adoptive home, by consent'), ('A5', 'Adoptive home, with former foster carer'), ('A6', 'Adoptive home'), ('K1', "Secure children's home"), ('K2', "Children's home"), ('K3', 'Supported accommodation'), ('P1', 'With parents'), ('P3', 'Residential employment'), ('R1', 'Residential care home'), ('R2', 'Health or care setting'), ('R3', 'Family centre or mother-and-baby unit'), ('R5', 'Young offender institution'), ('S1', 'Residential school'), ('T0', 'Temporary stay'), ('T1', 'Temporary stay in hospital'), ('T2', "Temporary stay, child's holiday"), ('T3', "Temporary stay, carer's holiday"), ('T4', 'Temporary stay of up to 7 days'), ('U1', 'Relative or friend, long-term'), ('U2', 'Relative or friend who may adopt'), ('U3', 'Relative or friend'), ('U4', 'Foster home, long-term'), ('U5', 'Foster home with carers who may adopt'), ('U6', 'Foster home'), ('Z11', 'Other setting (Z11)'), ('Z12', 'Other setting (Z12)'), ('Z13', 'Other setting (Z13)'), ('Z14', 'Other setting (Z14)'), ('H5', 'Semi-independent living'), ('P2', 'Independent living'), ('Z1', 'Other setting'), ('A1', 'Adoptive home (older code A1)'), ('A2', 'Adoptive home (older code A2)'), ('Q1', 'Relative or friend (older code Q1)'), ('Q2', 'Foster home (older code Q2)'), ('F6', 'Foster home (older code F6)')], max_length=3)),
                ('provider', models.CharField(blank=True, choices=[('PR0', 'parent'), ('PR1', 'in-house'), ('PR2', 'another council'), ('PR3', 'other public body'), ('PR4', 'agency'), ('PR5', 'voluntary')], max_length=3)),
                ('postcode', models.CharField(blank=True, max_length=8)),
                ('family_postcode', models.CharField(blank=True, max_length=8)),
                ('distance_miles', models.DecimalField(blank=True, decimal_places=1, max_digits=5, null=True)),
                ('urn', models.CharField(blank=True, max_length=8, verbose_name='Ofsted number')),
                ('end_reason', models.CharField(blank=True, choices=[('CARPL', 'planned move'), ('CLOSE', 'carer resigned or home closed'), ('ALLEG', 'allegation'), ('STAND', 'standards of care'), ('APPRR', 'approval removed'), ('CREQB', 'carer asked, because of behaviour'), ('CREQO', 'carer asked, other reason'), ('CHILD', 'child asked'), ('LAREQ', 'council asked'), ('PLACE', 'same carer, kind of home changed'), ('CUSTOD', 'custody'), ('OTHER', 'other reason')], max_length=6)),
                ('child', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='casetrack.child')),
                ('home', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='placements.home')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='placements.placement')),
            ],
            options={
                'abstract': False,
            },
        ),
        casetrack.triggers.AddTrigger(
            model_name='home',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeevent" ("authority_id", "id", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "urn", "uuid") SELECT new_values."authority_id", new_values."id", new_values."name", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."urn", new_values."uuid" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c41fb669ac3e41ea08a9a4a33cc0cdc3972bf3e4', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_a8d48', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_home', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='home',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeevent" ("authority_id", "id", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "urn", "uuid") SELECT new_values."authority_id", new_values."id", new_values."name", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."postcode", new_values."urn", new_values."uuid" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='aa8801cee0b62841aa8d377e26c2a7ec87424432', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_36701', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_home', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='home',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_homeevent" ("authority_id", "id", "name", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "urn", "uuid") SELECT old_values."authority_id", old_values."id", old_values."name", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."urn", old_values."uuid" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='371e7d59d7385e5dbfb3b8c02d4fa1990b5fa1e9', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b75cc', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_home', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carerevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='2056b424c40111feb140314af4ef2c4fda510dcd', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_2fa0c', table='placements_carerevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carer',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerevent" ("home_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."home_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='dede2f9e6cf64c0b86a316a0098cfd265f7f8c4d', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_2296f', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_carer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerevent" ("home_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."home_id", new_values."id", new_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='9576655dab95322844550bcf69a74d99fabb0fad', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_1a8c6', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_carer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='carer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_carerevent" ("home_id", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."home_id", old_values."id", old_values."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='88aad71ccba44ad4d3d2cb0aa58c092154fb7096', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_4b07e', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_carer', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='homeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='a2f134c800fa91920bfda7d03ba60c3f77f49f71', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_d9371', table='placements_homeevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='missingepisode',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_missingepisodeevent" ("child_id", "ends_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='084d978a93b61d8cc3ff2437761a6084f0f189ed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_fc24b', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_missingepisode', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='missingepisode',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_missingepisodeevent" ("child_id", "ends_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT new_values."child_id", new_values."ends_on", new_values."id", new_values."kind", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."start_known", new_values."starts_on" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='3e6c49f3104bbb0b809d85e06eb5160ed3423988', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_746cb', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_missingepisode', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='missingepisode',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_missingepisodeevent" ("child_id", "ends_on", "id", "kind", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "start_known", "starts_on") SELECT old_values."child_id", old_values."ends_on", old_values."id", old_values."kind", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."start_known", old_values."starts_on" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='d863a6d0a13d82e31635947e71ec6354f4874c99', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_b9c1b', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_missingepisode', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='missingepisodeevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='12895b02beb07aaeb898f417d48faf41fb255b5d', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a0f53', table='placements_missingepisodeevent', when='BEFORE')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_reason", "ends_on", "family_postcode", "home_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT new_values."child_id", new_values."distance_miles", new_values."end_reason", new_values."ends_on", new_values."family_postcode", new_values."home_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', new_values."id", new_values."postcode", new_values."provider", new_values."start_known", new_values."starts_on", new_values."type", new_values."urn" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='c423fc8bfc4a4d6cead7b9ee15faca4af411d0ed', level='STATEMENT', operation='INSERT', pgid='pgtrigger_insert_insert_1caba', referencing='REFERENCING NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_reason", "ends_on", "family_postcode", "home_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT new_values."child_id", new_values."distance_miles", new_values."end_reason", new_values."ends_on", new_values."family_postcode", new_values."home_id", new_values."id", new_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', new_values."id", new_values."postcode", new_values."provider", new_values."start_known", new_values."starts_on", new_values."type", new_values."urn" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;', hash='0f80aac6047d62fdba708ad616be116107f5a2d5', level='STATEMENT', operation='UPDATE', pgid='pgtrigger_update_update_3ab36', referencing='REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ', table='placements_placement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "placements_placementevent" ("child_id", "distance_miles", "end_reason", "ends_on", "family_postcode", "home_id", "id", "origin", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "postcode", "provider", "start_known", "starts_on", "type", "urn") SELECT old_values."child_id", old_values."distance_miles", old_values."end_reason", old_values."ends_on", old_values."family_postcode", old_values."home_id", old_values."id", old_values."origin", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', old_values."id", old_values."postcode", old_values."provider", old_values."start_known", old_values."starts_on", old_values."type", old_values."urn" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;', hash='a442e4e517cc05c648f41b32a5970149437074d5', level='STATEMENT', operation='DELETE', pgid='pgtrigger_delete_delete_95ec9', referencing='REFERENCING OLD TABLE AS old_values ', table='placements_placement', when='AFTER')),
        ),
        casetrack.triggers.AddTrigger(
            model_name='placementevent',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='807f76ac6201e19f1a8491f49288d861fa867f3f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_715c2', table='placements_placementevent', when='BEFORE')),
        ),
    ]
