from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0012_a_year_from_the_first_of_march'),
    ]

    operations = [
        migrations.AlterField(
            model_name='roleassignment',
            name='role',
            field=models.CharField(choices=[('manager', 'Team manager'), ('social-worker', 'Social worker'), ('service-manager', 'Service manager'), ('fostering', 'Fostering worker'), ('adoption-agency-worker', 'Regional adoption agency worker'), ('legal', 'Legal adviser'), ('court-progression-officer', 'Court progression officer'), ('virtual-school', 'Virtual School'), ('iro', 'Independent Reviewing Officer (IRO)'), ('iro-manager', 'IRO manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('secretary', 'Secretary of the Permanence Monitoring Group'), ('director', "Director of children's services"), ('agency-decision-maker', 'Agency decision maker'), ('nominated-officer', 'Nominated officer'), ('data-officer', 'Data officer'), ('board-member', 'Board member'), ('guardian', 'Guardian of data'), ('adoption-records', 'Adoption records'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AlterField(
            model_name='roleassignmentevent',
            name='role',
            field=models.CharField(choices=[('manager', 'Team manager'), ('social-worker', 'Social worker'), ('service-manager', 'Service manager'), ('fostering', 'Fostering worker'), ('adoption-agency-worker', 'Regional adoption agency worker'), ('legal', 'Legal adviser'), ('court-progression-officer', 'Court progression officer'), ('virtual-school', 'Virtual School'), ('iro', 'Independent Reviewing Officer (IRO)'), ('iro-manager', 'IRO manager'), ('chair', 'Chair of the Permanence Monitoring Group'), ('secretary', 'Secretary of the Permanence Monitoring Group'), ('director', "Director of children's services"), ('agency-decision-maker', 'Agency decision maker'), ('nominated-officer', 'Nominated officer'), ('data-officer', 'Data officer'), ('board-member', 'Board member'), ('guardian', 'Guardian of data'), ('adoption-records', 'Adoption records'), ('administrator', 'Administrator')], max_length=30),
        ),
    ]
