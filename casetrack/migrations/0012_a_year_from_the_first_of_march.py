import django.db.models.functions.comparison
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('casetrack', '0011_recorded_from'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='courtorder',
            name='supervision_order_for_a_year',
        ),
        migrations.AddConstraint(
            model_name='courtorder',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'supervision'), _negated=True), ('expires_on__lte', django.db.models.functions.comparison.Greatest(models.Func(models.F('made_on'), template="((%(expressions)s - 1 + interval '1 year')::date)"), models.Func(models.F('made_on'), template="((%(expressions)s + interval '1 year')::date - 1)"), output_field=models.DateField())), _connector='OR'), name='supervision_order_for_a_year', violation_error_message='A supervision order is made for a year at most: its last day is the one before the anniversary.'),
        ),
    ]
